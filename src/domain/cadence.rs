//! Contact cadence (§1) and influence weight (§3).
use chrono::NaiveDate;

use super::choice::{BuyingRole, Stance};
use super::day::days_between;
use super::settings::Settings;

/// How a person stands against their cadence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Contact {
    /// `d ≤ c`.
    Fresh,
    /// `c < d ≤ 1.5c`.
    Due,
    /// `d > 1.5c`.
    Overdue,
    /// No touch at all.
    Never,
}

/// Where a cadence comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rhythm {
    /// It is the membership's own.
    Own,
    /// That role asks for it: the shortest of those they hold.
    Role(BuyingRole),
    /// Champions are seen most often.
    Champion,
    /// No role is known: that of "other".
    Nothing,
}

/// Days between contacts: the membership's own, else the smallest of its roles' (champion counts as one), else that of "other".
pub fn cadence(own: Option<i64>, roles: &[BuyingRole], stance: Option<Stance>, settings: &Settings) -> i64 {
    rhythm(own, roles, stance, settings).0
}

/// Days between contacts as [`cadence`] has them, and where they come from; of two roles that ask for the same the first.
pub fn rhythm(
    own: Option<i64>,
    roles: &[BuyingRole],
    stance: Option<Stance>,
    settings: &Settings,
) -> (i64, Rhythm) {
    let standard = Settings::standard();
    let or = |value: Option<i64>, default: Option<i64>| value.or(default).unwrap_or(90);
    if let Some(own) = own {
        return (own, Rhythm::Own);
    }
    let other = || or(settings.cadence_other, standard.cadence_other);
    let by_role = roles.iter().map(|role| {
        let days = match role {
            BuyingRole::Decider => or(settings.cadence_decider, standard.cadence_decider),
            BuyingRole::Influencer | BuyingRole::Gatekeeper | BuyingRole::Buyer => {
                or(settings.cadence_influencer, standard.cadence_influencer)
            }
            BuyingRole::User | BuyingRole::Initiator => or(settings.cadence_user, standard.cadence_user),
            BuyingRole::Other => other(),
        };
        (days, Rhythm::Role(*role))
    });
    let days = or(settings.cadence_champion, standard.cadence_champion);
    let champion = (stance == Some(Stance::Champion)).then_some((days, Rhythm::Champion));
    by_role.chain(champion).min_by_key(|(days, _)| *days).unwrap_or_else(|| (other(), Rhythm::Nothing))
}

/// State of the contact, `c` days being the cadence.
pub fn contact(last: Option<NaiveDate>, c: i64, today: NaiveDate) -> Contact {
    let Some(last) = last else { return Contact::Never };
    let d = days_between(last, today);
    if d <= c {
        Contact::Fresh
    } else if 2 * d <= 3 * c {
        Contact::Due
    } else {
        Contact::Overdue
    }
}

/// Lateness 0 … 2: `clamp((d − c)/c, 0, 2)`; never touched is 2.
pub fn lateness(last: Option<NaiveDate>, c: i64, today: NaiveDate) -> f64 {
    last.map_or(2.0, |last| {
        let (d, c) = (as_f64(days_between(last, today)), as_f64(c.max(1)));
        ((d - c) / c).clamp(0.0, 2.0)
    })
}

/// A small whole number as a float.
#[expect(clippy::cast_precision_loss, reason = "days and counts are far below 2^52")]
pub const fn as_f64(n: i64) -> f64 {
    n as f64
}

/// Influence weight and whether it is assumed from roles and stance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weight {
    /// 1–5.
    pub w: i64,
    /// No influence fact: taken from the roles.
    pub assumed: bool,
}

impl Weight {
    /// Key player: `w ≥ 4`.
    pub const fn key_player(self) -> bool {
        self.w >= 4
    }
}

/// Influence weight (§3): the fact, else the largest of the roles': decider 5, influencer/champion 4, buyer/gatekeeper 3,
/// initiator/user 2, other 1.
pub fn weight(influence: Option<i64>, roles: &[BuyingRole], stance: Option<Stance>) -> Weight {
    if let Some(w) = influence {
        return Weight { w, assumed: false };
    }
    let by_role = roles.iter().map(|role| match role {
        BuyingRole::Decider => 5,
        BuyingRole::Influencer => 4,
        BuyingRole::Buyer | BuyingRole::Gatekeeper => 3,
        BuyingRole::Initiator | BuyingRole::User => 2,
        BuyingRole::Other => 1,
    });
    let champion = (stance == Some(Stance::Champion)).then_some(4);
    Weight { w: by_role.chain(champion).max().unwrap_or(1), assumed: true }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::{day, plus_days};

    const TODAY: (i32, u32, u32) = (2026, 11, 23);

    fn ago(d: i64) -> (NaiveDate, Option<NaiveDate>) {
        let today = day(TODAY.0, TODAY.1, TODAY.2);
        (today, Some(plus_days(today, -d)))
    }

    #[test]
    fn the_vectors_of_section_1() {
        for (d, state, late) in [
            (30, Contact::Fresh, 0.0),
            (45, Contact::Due, 0.5),
            (46, Contact::Overdue, 0.533),
            (90, Contact::Overdue, 2.0),
            (900, Contact::Overdue, 2.0),
        ] {
            let (today, last) = ago(d);
            assert_eq!(contact(last, 30, today), state, "d={d}");
            assert!((lateness(last, 30, today) - late).abs() < 0.001, "d={d}");
        }
    }

    #[test]
    fn never_touched_is_latest() {
        let today = ago(0).0;
        assert_eq!(contact(None, 30, today), Contact::Never);
        assert!((lateness(None, 30, today) - 2.0).abs() < f64::EPSILON);
    }

    #[test]
    fn the_smallest_cadence_wins_and_ones_own_beats_all() {
        let s = Settings::standard();
        let roles = [BuyingRole::User, BuyingRole::Decider];
        assert_eq!(cadence(None, &roles, None, &s), 30);
        assert_eq!(cadence(None, &roles, Some(Stance::Champion), &s), 21);
        assert_eq!(cadence(Some(7), &roles, None, &s), 7);
        assert_eq!(cadence(None, &[], None, &s), 90);
        assert_eq!(cadence(None, &[BuyingRole::Gatekeeper], None, &s), 45);
        assert_eq!(rhythm(None, &roles, None, &s).1, Rhythm::Role(BuyingRole::Decider));
        assert_eq!(rhythm(None, &roles, Some(Stance::Champion), &s).1, Rhythm::Champion);
        assert_eq!(rhythm(Some(7), &roles, None, &s).1, Rhythm::Own);
        assert_eq!(rhythm(None, &[], None, &s), (90, Rhythm::Nothing));
    }

    #[test]
    fn a_weight_without_fact_is_assumed_from_the_largest_role() {
        assert_eq!(
            weight(None, &[BuyingRole::User, BuyingRole::Decider], None),
            Weight { w: 5, assumed: true }
        );
        assert_eq!(weight(Some(2), &[BuyingRole::Decider], None), Weight { w: 2, assumed: false });
        assert_eq!(weight(None, &[], Some(Stance::Champion)), Weight { w: 4, assumed: true });
        assert_eq!(weight(None, &[], None).w, 1);
    }
}
