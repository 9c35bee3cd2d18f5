//! Who must know of a decision, who does, and who has waited too long to be told.
use chrono::NaiveDate;

use super::Id;
use super::choice::Side;
use super::day::days_between;
use super::decision::{Decision, Telling};
use super::field::Link;
use super::kind::Kind;

/// Days within which everybody should know of a decision: `formulas.md` §12 counts those that took longer.
pub const GRACE: i64 = 2;

/// Why nobody waits to tell somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Away {
    /// They work for the client no longer.
    Left,
    /// They asked not to be contacted.
    Quiet,
}

impl Away {
    /// Its name in keys and JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Quiet => "quiet",
        }
    }
}

/// Somebody who must know of a decision, or does without having to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hearer {
    /// A stakeholder or a colleague.
    pub who: (Kind, Id),
    /// When they were told; `None` is not yet.
    pub told_on: Option<NaiveDate>,
    /// The record that says so.
    pub telling: Option<Id>,
    /// Why they need not be told any more.
    pub away: Option<Away>,
}

impl Hearer {
    const fn of(who: (Kind, Id)) -> Self {
        Self { who, told_on: None, telling: None, away: None }
    }

    /// Whether they are to be told still.
    pub const fn waits(&self) -> bool {
        self.told_on.is_none() && self.away.is_none()
    }

    /// On whose side they are.
    pub fn side(&self) -> Side {
        if self.who.0 == Kind::Colleague { Side::Ours } else { Side::Theirs }
    }
}

/// Everybody whom a decision concerns: theirs first, in the order in which they were named; then those who were told although
/// nobody said that they must know. Each stands once, with the first day on which they were told.
pub fn hearers(decision: &Decision, tellings: &[Telling]) -> Vec<Hearer> {
    let theirs = decision.people.iter().map(|Link(id)| (Kind::Person, *id));
    let ours = decision.colleagues.iter().map(|Link(id)| (Kind::Colleague, *id));
    let mut hearers: Vec<Hearer> = Vec::new();
    for who in theirs.chain(ours) {
        if !hearers.iter().any(|h| h.who == who) {
            hearers.push(Hearer::of(who));
        }
    }
    for telling in tellings {
        let Some((who, day)) = heard(telling) else { continue };
        let at = hearers.iter().position(|h| h.who == who).unwrap_or(hearers.len());
        if at == hearers.len() {
            hearers.push(Hearer::of(who));
        }
        if let Some(hearer) = hearers.get_mut(at).filter(|h| h.told_on.is_none_or(|before| day < before)) {
            (hearer.told_on, hearer.telling) = (Some(day), Some(telling.head.id));
        }
    }
    hearers.sort_by_key(|h| h.side() == Side::Ours);
    hearers
}

/// Who was told by a record, and when.
fn heard(telling: &Telling) -> Option<((Kind, Id), NaiveDate)> {
    let theirs = telling.person.map(|Link(id)| (Kind::Person, id));
    let ours = telling.colleague.map(|Link(id)| (Kind::Colleague, id));
    theirs.or(ours).zip(telling.day)
}

/// How many know and how many must, of one side or of both; who is away must not, but may.
pub fn known(hearers: &[Hearer], side: Option<Side>) -> (usize, usize) {
    let of = || hearers.iter().filter(|h| side.is_none_or(|side| h.side() == side));
    let known = of().filter(|h| h.told_on.is_some()).count();
    (known, known + of().filter(|h| h.waits()).count())
}

/// For how many days somebody has waited to be told; `None` where everybody knows.
pub fn waiting(decided_on: NaiveDate, hearers: &[Hearer], today: NaiveDate) -> Option<i64> {
    let open = hearers.iter().any(Hearer::waits);
    open.then(|| days_between(decided_on, today).max(0))
}

/// Whether a wait is too long.
pub const fn is_late(waiting: i64) -> bool {
    waiting > GRACE
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::day::{day, plus_days};

    const ANA: (Kind, Id) = (Kind::Person, 1);
    const PAU: (Kind, Id) = (Kind::Colleague, 1);

    fn decision(people: &[Id], colleagues: &[Id]) -> Decision {
        let links = |ids: &[Id]| ids.iter().copied().map(Link).collect();
        Decision { people: links(people), colleagues: links(colleagues), ..Decision::fresh() }
    }

    fn told((kind, id): (Kind, Id), on: NaiveDate) -> Telling {
        let of = |wanted| (kind == wanted).then_some(Link(id));
        Telling {
            person: of(Kind::Person),
            colleague: of(Kind::Colleague),
            day: Some(on),
            ..Telling::default()
        }
    }

    #[test]
    fn who_must_know_and_was_not_told_waits() {
        let monday = day(2026, 11, 16);
        let hearers = hearers(&decision(&[1, 2], &[1]), &[told(PAU, monday)]);
        assert_eq!(
            (known(&hearers, Some(Side::Ours)), known(&hearers, Some(Side::Theirs))),
            ((1, 1), (0, 2))
        );
        assert_eq!(waiting(monday, &hearers, day(2026, 11, 18)), Some(2));
        assert!(!is_late(2) && is_late(3));
    }

    #[test]
    fn a_person_and_a_colleague_of_one_number_are_two() {
        let hearers = hearers(&decision(&[1], &[1]), &[told(ANA, day(2026, 11, 16))]);
        assert_eq!(hearers.iter().map(|h| h.told_on.is_some()).collect::<Vec<_>>(), [true, false]);
    }

    #[test]
    fn who_was_told_twice_knows_since_the_first_day_and_who_was_told_unasked_is_shown() {
        let (first, second) = (day(2026, 11, 16), day(2026, 11, 20));
        let hearers =
            hearers(&decision(&[1], &[]), &[told(ANA, second), told(ANA, first), told(PAU, second)]);
        let seen: Vec<_> = hearers.iter().map(|h| (h.who, h.told_on)).collect();
        assert_eq!(seen, [(ANA, Some(first)), (PAU, Some(second))]);
        assert_eq!(waiting(first, &hearers, second), None);
    }

    #[test]
    fn who_is_away_is_shown_and_waits_for_nothing() {
        let monday = day(2026, 11, 16);
        let mut hearers = hearers(&decision(&[1, 2], &[]), &[told(ANA, monday)]);
        hearers[0].away = Some(Away::Left);
        assert_eq!((hearers.len(), known(&hearers, None)), (2, (1, 2)));
        hearers[1].away = Some(Away::Quiet);
        assert_eq!((hearers.len(), known(&hearers, None)), (2, (1, 1)), "who was told knows, away or not");
        assert_eq!(waiting(monday, &hearers, monday), None);
    }

    #[test]
    fn a_decision_that_concerns_nobody_waits_for_nobody() {
        assert_eq!(waiting(day(2026, 1, 1), &hearers(&decision(&[], &[]), &[]), day(2026, 11, 23)), None);
    }

    proptest! {
        #[test]
        fn whoever_is_told_never_makes_anybody_wait_longer(
            people in proptest::collection::vec(1_i64..9, 0..6),
            colleagues in proptest::collection::vec(1_i64..9, 0..6),
            told_of in proptest::collection::vec((any::<bool>(), 1_i64..9, 0_i64..30), 0..9),
        ) {
            let (taken, today) = (day(2026, 11, 1), day(2026, 11, 23));
            let decision = decision(&people, &colleagues);
            let tellings: Vec<_> = told_of
                .iter()
                .map(|(ours, id, after)| {
                    told((if *ours { Kind::Colleague } else { Kind::Person }, *id), plus_days(taken, *after))
                })
                .collect();
            let mut open = usize::MAX;
            for n in 0..=tellings.len() {
                let now = hearers(&decision, &tellings[..n]);
                let (know, must) = known(&now, None);
                let (ours, theirs) = (known(&now, Some(Side::Ours)), known(&now, Some(Side::Theirs)));
                prop_assert_eq!((ours.0 + theirs.0, ours.1 + theirs.1), (know, must));
                prop_assert!(must - know <= open);
                prop_assert_eq!(waiting(taken, &now, today).is_none(), must == know);
                open = must - know;
            }
        }
    }
}
