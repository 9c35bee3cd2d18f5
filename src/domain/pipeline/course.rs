//! How a possible sale came to where it stands: its stages and how long each lasted, how often its close was put off (§8).
use chrono::NaiveDate;

use super::is_open;
use crate::domain::Id;
use crate::domain::choice::Stage;
use crate::domain::day::days_between;
use crate::domain::money::Money;
use crate::domain::opportunity::Step;

/// How a sale stood from a day on; a sale has them in the order of their days, of one day in that in which they were written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The step that says so.
    pub id: Id,
    /// Since when.
    pub day: NaiveDate,
    /// How far it had come.
    pub stage: Stage,
    /// When it was expected to close; of a sale that is won or lost when it did.
    pub closes_on: Option<NaiveDate>,
    /// What it was worth.
    pub amount: Option<Money>,
}

impl Moment {
    /// What a step says; nothing where its day or its stage is not known.
    pub fn of(step: &Step) -> Option<Self> {
        let Step { closes_on, amount, .. } = *step;
        Some(Self { id: step.head.id, day: step.day?, stage: step.stage?, closes_on, amount })
    }
}

/// How long a sale was in a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stay {
    /// The stage.
    pub stage: Stage,
    /// Its first day there.
    pub since: NaiveDate,
    /// Days until the next stage; of the last one until today, but none of a stage in which nothing goes on any more.
    pub days: i64,
}

/// What changed on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn {
    /// How it stood afterwards.
    pub now: Moment,
    /// How it stood before; none where its history begins.
    pub before: Option<Moment>,
    /// Its close was put off: it was open, and is expected later than it was ever since it was known.
    pub pushed: bool,
}

/// How it stood at the end of each day: what was put right on the same day never held.
fn days(moments: &[Moment]) -> Vec<Moment> {
    let mut days: Vec<Moment> = Vec::with_capacity(moments.len());
    for moment in moments {
        match days.last_mut().filter(|last| last.day == moment.day) {
            Some(last) => *last = *moment,
            None => days.push(*moment),
        }
    }
    days
}

/// What changed, day by day, the oldest first; days on which nothing did in the end are left out.
pub fn turns(moments: &[Moment]) -> Vec<Turn> {
    let (mut turns, mut before): (Vec<Turn>, Option<Moment>) = (Vec::new(), None);
    let mut known: Option<NaiveDate> = None;
    for now in days(moments) {
        let same = |b: Moment| (b.stage, b.closes_on, b.amount) == (now.stage, now.closes_on, now.amount);
        if !before.is_some_and(same) {
            let later = now.closes_on.zip(known).is_some_and(|(is, was)| is > was);
            turns.push(Turn { now, before, pushed: is_open(now.stage) && later });
            before = Some(now);
        }
        known = now.closes_on.or(known);
    }
    turns
}

/// How many times the expected close of an open sale was put off (§8): against the last close that was known, once a day.
pub fn pushes(moments: &[Moment]) -> i64 {
    i64::try_from(turns(moments).iter().filter(|turn| turn.pushed).count()).unwrap_or(i64::MAX)
}

/// The stages it was in, the oldest first; one to which it came back stands once more.
pub fn stays(moments: &[Moment], today: NaiveDate) -> Vec<Stay> {
    let mut stays: Vec<Stay> = Vec::new();
    for moment in days(moments).into_iter().filter(|moment| moment.day <= today) {
        if let Some(last) = stays.last_mut() {
            if last.stage == moment.stage {
                continue;
            }
            last.days = days_between(last.since, moment.day);
        }
        stays.push(Stay { stage: moment.stage, since: moment.day, days: 0 });
    }
    if let Some(last) = stays.last_mut().filter(|last| is_open(last.stage)) {
        last.days = days_between(last.since, today);
    }
    stays
}

/// How many days later than at first it is expected to close, or did; `None` where no close
/// was ever known.
pub fn slipped(moments: &[Moment]) -> Option<i64> {
    let mut known = days(moments).into_iter().filter_map(|moment| moment.closes_on);
    let first = known.next()?;
    known.next_back().map(|last| days_between(first, last))
}

/// The stage after this one; none behind those that are the end.
pub const fn later(stage: Stage) -> Option<Stage> {
    match stage {
        Stage::Identified => Some(Stage::Qualified),
        Stage::Qualified => Some(Stage::Proposal),
        Stage::Proposal => Some(Stage::Negotiation),
        Stage::Negotiation => Some(Stage::Verbal),
        Stage::Verbal => Some(Stage::Won),
        Stage::Won | Stage::Lost => None,
    }
}

/// The stage before this one. What was lost is open again where it was last; where nobody knows, it is only identified.
pub fn earlier(stage: Stage, moments: &[Moment]) -> Option<Stage> {
    let last_open = || moments.iter().rev().map(|moment| moment.stage).find(|stage| is_open(*stage));
    match stage {
        Stage::Identified => None,
        Stage::Qualified => Some(Stage::Identified),
        Stage::Proposal => Some(Stage::Qualified),
        Stage::Negotiation => Some(Stage::Proposal),
        Stage::Verbal => Some(Stage::Negotiation),
        Stage::Won => Some(Stage::Verbal),
        Stage::Lost => Some(last_open().unwrap_or(Stage::Identified)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::{day, plus_days};
    use proptest::prelude::*;

    fn moment(id: Id, on: NaiveDate, stage: Stage, closes_on: Option<NaiveDate>) -> Moment {
        Moment { id, day: on, stage, closes_on, amount: None }
    }

    /// Identified in June for October, qualified in July, put off twice, back to identified, proposed.
    fn course() -> Vec<Moment> {
        let close = |month| Some(day(2026, month, 15));
        vec![
            moment(1, day(2026, 6, 1), Stage::Identified, close(10)),
            moment(2, day(2026, 7, 1), Stage::Qualified, close(10)),
            moment(3, day(2026, 8, 1), Stage::Qualified, close(11)),
            moment(4, day(2026, 9, 1), Stage::Identified, None),
            moment(5, day(2026, 10, 1), Stage::Proposal, close(12)),
        ]
    }

    #[test]
    fn a_stage_lasts_until_the_next_one_and_the_last_until_today() {
        let stays: Vec<_> = stays(&course(), day(2026, 11, 23)).iter().map(|s| (s.stage, s.days)).collect();
        let want =
            [(Stage::Identified, 30), (Stage::Qualified, 62), (Stage::Identified, 30), (Stage::Proposal, 53)];
        assert_eq!(stays, want);
    }

    #[test]
    fn a_close_is_put_off_against_the_last_one_that_was_known() {
        assert_eq!(pushes(&course()), 2);
        assert_eq!(slipped(&course()), Some(61));
        let pushed: Vec<_> = turns(&course()).iter().map(|turn| turn.pushed).collect();
        assert_eq!(pushed, [false, false, true, false, true]);
    }

    #[test]
    fn what_is_put_right_on_the_same_day_is_no_delay() {
        let on = day(2026, 8, 1);
        let mut moments = vec![moment(1, day(2026, 7, 1), Stage::Qualified, Some(day(2026, 10, 1)))];
        moments.push(moment(2, on, Stage::Qualified, Some(day(2028, 10, 1))));
        assert_eq!(pushes(&moments), 1);
        moments.push(moment(3, on, Stage::Qualified, Some(day(2026, 10, 1))));
        assert_eq!((pushes(&moments), turns(&moments).len(), slipped(&moments)), (0, 1, Some(0)));
    }

    #[test]
    fn the_day_on_which_it_was_won_is_no_delay() {
        let mut moments = course();
        moments.push(moment(6, day(2027, 2, 1), Stage::Won, Some(day(2027, 2, 1))));
        assert_eq!(pushes(&moments), 2);
        assert_eq!(stays(&moments, day(2027, 6, 1)).last().map(|s| (s.stage, s.days)), Some((Stage::Won, 0)));
    }

    #[test]
    fn the_stages_follow_each_other_and_what_was_lost_comes_back_where_it_was() {
        let mut way = vec![Stage::Identified];
        while let Some(next) = way.last().copied().and_then(later) {
            way.push(next);
        }
        assert_eq!(way.last(), Some(&Stage::Won));
        assert!(way.windows(2).all(|pair| earlier(pair[1], &[]) == Some(pair[0])));
        assert_eq!((earlier(Stage::Identified, &course()), later(Stage::Lost)), (None, None));
        let mut lost = course();
        lost.push(moment(6, day(2026, 11, 1), Stage::Lost, None));
        assert_eq!(earlier(Stage::Lost, &lost), Some(Stage::Proposal));
        assert_eq!(earlier(Stage::Lost, &[]), Some(Stage::Identified));
    }

    proptest! {
        #[test]
        fn the_stays_fill_the_time_and_pushes_are_never_more_than_changes(
            seed in proptest::collection::vec((0..40_i64, 0..Stage::ALL.len(), proptest::option::of(0..300_i64)), 1..20),
        ) {
            let (first, mut on) = (day(2025, 1, 1), day(2025, 1, 1));
            let moments: Vec<_> = (1..).zip(&seed).map(|(id, (gap, stage, close))| {
                on = plus_days(on, *gap);
                moment(id, on, Stage::ALL[*stage], close.map(|days| plus_days(first, days)))
            }).collect();
            let today = plus_days(on, 7);
            let stays = stays(&moments, today);
            let open = stays.last().is_some_and(|last| is_open(last.stage));
            let end = if open { today } else { stays.last().map_or(today, |last| last.since) };
            prop_assert_eq!(stays.iter().map(|s| s.days).sum::<i64>(), days_between(stays[0].since, end));
            prop_assert!(usize::try_from(pushes(&moments)).unwrap() < turns(&moments).len().max(1));
        }
    }
}
