//! What was learned of a person's place over time: each fact with what caused it, what it changed, and the line that the stance
//! draws beside the contact with them (§4).
use chrono::{Datelike, NaiveDate};

use super::Id;
use super::choice::{Aspect, Channel, Choice, Stance};
use super::day::{day, days_between, plus_days, plus_months};

/// Days after which what was learned is stale, unless it was learned again.
pub const STALE: i64 = 120;

/// Months that the line of a stance shows at most, the current one included.
pub const MONTHS: u32 = 24;

/// Days since something was learned, where that is too long ago to be believed (§4).
pub fn stale(on: NaiveDate, today: NaiveDate) -> Option<i64> {
    Some(days_between(on, today)).filter(|days| *days > STALE)
}

/// Something learned about a person's place, with its cause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// The fact.
    pub id: Id,
    /// About what.
    pub aspect: Aspect,
    /// Name of the stance or role, or the weight 1–5; empty is unknown again.
    pub value: String,
    /// The role is over.
    pub ended: bool,
    /// Since when.
    pub on: NaiveDate,
    /// The conversation that caused it; `None` was set by hand, after none.
    pub cause: Option<Heard>,
}

/// The conversation in which something was learned, or after which it was set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    /// The interaction.
    pub id: Id,
    /// Its kind.
    pub channel: Channel,
    /// When it was held.
    pub day: NaiveDate,
    /// Its text.
    pub text: String,
}

impl Evidence {
    /// Whether both are about the same thing: of roles each is one of its own.
    fn same_matter(&self, other: &Self) -> bool {
        self.aspect == other.aspect && (self.aspect != Aspect::Role || self.value == other.value)
    }

    /// Nothing holds after it: the role is over, the stance or weight unknown again.
    pub fn takes_back(&self) -> bool {
        self.ended || self.value.is_empty()
    }
}

/// What something learned did to what was believed before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Turn {
    /// Nothing was known before.
    First,
    /// Something else was believed: name of the stance, or the weight.
    From(String),
    /// The same was believed: now it is fresh again.
    Confirmed,
}

/// Something learned, as the history shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What was learned.
    pub learned: Evidence,
    /// What it did to what was believed.
    pub turn: Turn,
}

/// The history of a place, newest first; `facts` are newest first too. Of what was learned of one matter on one day the last
/// word counts: a stance moved twice was moved once.
pub fn changes(facts: &[Evidence]) -> Vec<Change> {
    let overruled = |at: usize, fact: &Evidence| {
        facts.iter().take(at).any(|newer| newer.on == fact.on && newer.same_matter(fact))
    };
    let shown = facts.iter().enumerate().filter(|(at, fact)| !overruled(*at, fact));
    let shown: Vec<&Evidence> = shown.map(|(_, fact)| fact).collect();
    let change = |(at, fact): (usize, &&Evidence)| {
        let before = shown.iter().skip(at + 1).find(|older| older.same_matter(fact));
        let before = before.filter(|older| !older.takes_back()).map(|older| older.value.clone());
        let turn = match before {
            // To take back what was not known says nothing.
            None if fact.takes_back() => return None,
            None => Turn::First,
            Some(before) if before == fact.value && !fact.takes_back() => Turn::Confirmed,
            Some(before) => Turn::From(before),
        };
        Some(Change { learned: (*fact).clone(), turn })
    };
    shown.iter().enumerate().filter_map(change).collect()
}

/// What holds now of an aspect, and since when it is known to: one stance and weight, each role held. Newest first.
pub fn current(facts: &[Evidence], aspect: Aspect) -> Vec<&Evidence> {
    let mut seen: Vec<&Evidence> = Vec::new();
    for fact in facts.iter().filter(|f| f.aspect == aspect) {
        if !seen.iter().any(|newer| newer.same_matter(fact)) {
            seen.push(fact);
        }
    }
    seen.retain(|fact| !fact.takes_back());
    seen
}

/// A stretch of time in the line of a stance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slice {
    /// Its first day.
    pub first: NaiveDate,
    /// What was believed at its end; `None` is unknown.
    pub stance: Option<Stance>,
    /// What was believed had not been heard for longer than [`STALE`] days.
    pub stale: bool,
    /// Something about the stance was learned in it.
    pub learned: bool,
    /// Days with a touch.
    pub touches: u8,
}

/// The stance and the touches of the last `months` months, the current one last, each month cut into `parts`. Days ahead are
/// left out. `touched` are days with a touch, in any order.
pub fn course(
    facts: &[Evidence],
    touched: &[NaiveDate],
    months: u32,
    parts: u32,
    today: NaiveDate,
) -> Vec<Slice> {
    let this = day(today.year(), today.month(), 1);
    let back = i32::try_from(months).unwrap_or(1).max(1);
    let mut slices = Vec::new();
    for month in (1 - back)..=0 {
        let first = plus_months(this, month);
        let days = days_between(first, plus_months(first, 1));
        let parts = i64::from(parts.max(1));
        for part in 0..parts {
            let at = |part: i64| plus_days(first, part * days / parts);
            let (from, until) = (at(part), plus_days(at(part + 1), -1));
            if from <= today {
                slices.push(slice(facts, touched, from, until.min(today)));
            }
        }
    }
    slices
}

fn slice(facts: &[Evidence], touched: &[NaiveDate], first: NaiveDate, last: NaiveDate) -> Slice {
    let mut stances = facts.iter().filter(|f| f.aspect == Aspect::Stance && f.on <= last);
    let newest = stances.next();
    let stance = newest.and_then(|f| Stance::named(&f.value));
    let count = touched.iter().filter(|on| first <= **on && **on <= last).count();
    Slice {
        first,
        stance,
        stale: stance.is_some() && newest.is_some_and(|f| stale(f.on, last).is_some()),
        learned: newest.is_some_and(|f| f.on >= first),
        touches: u8::try_from(count).unwrap_or(u8::MAX),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn fact(id: Id, aspect: Aspect, value: &str, on: NaiveDate) -> Evidence {
        Evidence { id, aspect, value: value.into(), ended: false, on, cause: None }
    }

    fn stance(id: Id, value: &str, on: NaiveDate) -> Evidence {
        fact(id, Aspect::Stance, value, on)
    }

    /// `supporter<neutral`: what was learned, and from what.
    fn told(facts: &[Evidence]) -> Vec<String> {
        let turn = |turn: &Turn| match turn {
            Turn::First => "!".to_owned(),
            Turn::From(before) => format!("<{before}"),
            Turn::Confirmed => "=".to_owned(),
        };
        changes(facts).iter().map(|c| format!("{}{}", c.learned.value, turn(&c.turn))).collect()
    }

    #[test]
    fn the_last_word_of_a_day_counts_and_what_is_said_again_is_confirmed() {
        let facts = [
            stance(6, "supporter", day(2026, 11, 23)),
            stance(5, "champion", day(2026, 11, 23)),
            stance(4, "champion", day(2026, 11, 23)),
            stance(3, "supporter", day(2026, 10, 1)),
            stance(2, "neutral", day(2026, 3, 1)),
            stance(1, "sceptic", day(2026, 3, 1)),
        ];
        assert_eq!(told(&facts), ["supporter=", "supporter<neutral", "neutral!"]);
        assert_eq!(told(&facts[1..]), ["champion<supporter", "supporter<neutral", "neutral!"]);
    }

    #[test]
    fn roles_are_each_a_matter_of_their_own_and_begin_anew_after_their_end() {
        let role = |id, value, on| fact(id, Aspect::Role, value, on);
        let ended = Evidence { ended: true, ..role(3, "buyer", day(2026, 5, 1)) };
        let facts = [
            role(4, "buyer", day(2026, 6, 1)),
            ended,
            role(2, "decider", day(2026, 2, 1)),
            role(1, "buyer", day(2026, 2, 1)),
        ];
        assert_eq!(told(&facts), ["buyer!", "buyer<buyer", "decider!", "buyer!"]);
        let held: Vec<_> = current(&facts, Aspect::Role).into_iter().map(|f| f.id).collect();
        assert_eq!(held, [4, 2]);
        assert_eq!(current(&facts[1..], Aspect::Role).len(), 1);
    }

    #[test]
    fn what_was_never_known_is_not_taken_back() {
        let unknown = |id, on| stance(id, "", on);
        assert!(told(&[unknown(1, day(2026, 5, 1))]).is_empty());
        let facts = [unknown(2, day(2026, 6, 1)), stance(1, "neutral", day(2026, 5, 1))];
        assert_eq!(told(&facts), ["<neutral", "neutral!"]);
        assert!(current(&facts, Aspect::Stance).is_empty());
    }

    #[test]
    fn the_line_has_gaps_where_nothing_is_known_and_fades_after_120_days() {
        let today = day(2026, 11, 23);
        let facts = [stance(2, "champion", day(2026, 11, 21)), stance(1, "neutral", day(2026, 3, 10))];
        let touched = [day(2026, 11, 21), day(2026, 11, 2), day(2026, 3, 10)];
        let course = course(&facts, &touched, 12, 1, today);
        let line: Vec<_> = course.iter().map(|s| s.stance.map(Stance::score)).collect();
        let neutral = Some(0);
        let want = [None, None, None, neutral, neutral, neutral, neutral, neutral, neutral, neutral, neutral];
        assert_eq!(line[..11], want);
        assert_eq!(line[11], Some(2));
        let stale: Vec<_> = course.iter().map(|s| s.stale).collect();
        let first = stale.iter().position(|s| *s).unwrap();
        assert_eq!(course[first].first, day(2026, 7, 1), "143 days at the end of July");
        assert!(!stale[11]);
        assert_eq!(course.iter().map(|s| s.touches).collect::<Vec<_>>()[10..], [0, 2]);
        assert!(course[3].learned && !course[4].learned && course[11].learned);
    }

    proptest! {
        #[test]
        fn every_day_up_to_today_is_in_one_slice(ago in 0..3000i64, months in 1..30u32, parts in 1..6u32) {
            let today = plus_days(day(2026, 11, 23), -ago);
            let slices = course(&[], &[], months, parts, today);
            prop_assert!(slices.windows(2).all(|w| w[0].first < w[1].first));
            prop_assert!(slices.last().is_some_and(|s| s.first <= today));
            let whole = usize::try_from(months * parts).unwrap_or(0);
            prop_assert!(slices.len() <= whole && slices.len() + usize::try_from(parts).unwrap_or(0) > whole);
            let all: Vec<_> = (0..40).map(|n| plus_days(today, -n)).collect();
            let first = slices[0].first;
            let inside = all.iter().filter(|d| **d >= first).count();
            let counted: usize = course(&[], &all, months, parts, today).iter().map(|s| usize::from(s.touches)).sum();
            prop_assert_eq!(counted, inside);
        }
    }
}
