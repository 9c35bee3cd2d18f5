//! The days of a repeated event, one by one; and those that are planned and on which it is held no longer.
use std::collections::HashSet;

use chrono::NaiveDate;

use super::event::Event;
use super::moment::When;
use super::{Calendar, Diary, Repeated};
use crate::domain::day::plus_days;
use crate::exchange::talk::{State, Talk};

/// How far around what is asked for days are looked at: another zone may be a day ahead, and what is moved from one day on comes from
/// another one.
const AROUND: i64 = 40;

/// How far beyond the window days are looked at because they are planned.
const FAR: i64 = 3_660;

impl Calendar<'_> {
    /// Takes the days of a repeated event: those within the window and those that are planned already.
    pub(super) fn series<D: Diary>(&mut self, of: &Repeated, diary: &mut D) -> Result<(), D::Fault> {
        let Repeated { event, planned } = of;
        let (first, last) = self.looked_at(planned);
        let (mut any, mut held, mut left_out) = (false, HashSet::new(), Vec::new());
        for at in times(event, first, last) {
            let day = at.day();
            if is_left_out(event, &at) {
                left_out.push(day);
                continue;
            }
            held.insert(day);
            if self.replaced.contains(&(event.uid.clone(), day)) {
                continue;
            }
            let also = (at.local == event.start.local).then(|| event.uid.clone());
            let (event, at) = self.as_held(event, at, day);
            if self.is_within(&at) || planned.contains(&day) {
                any = true;
                diary.take(Ok(self.talk_at(&event, &at, format!("{}#{day}", event.uid), also)))?;
            }
        }
        if event.is_whole() {
            let gone = planned.iter().filter(|day| (first..=last).contains(*day)).copied();
            for day in gone.chain(left_out).filter(|day| !held.contains(day)) {
                any |= self.left_out(event, day, diary)?;
            }
        }
        self.counted.outside += usize::from(!any);
        Ok(())
    }

    /// The first and the last day that are looked at.
    fn looked_at(&self, planned: &[NaiveDate]) -> (NaiveDate, NaiveDate) {
        let (from, to) = self.how.window;
        let first = planned.iter().copied().min().map_or(from, |day| day.min(from));
        let last = planned.iter().copied().max().map_or(to, |day| day.max(to));
        let (first, last) = (first.max(plus_days(from, -FAR)), last.min(plus_days(to, FAR)));
        (plus_days(first, -AROUND), plus_days(last, AROUND))
    }

    /// An event is not held on a day: whatever is planned of it there is called off. Whether there was anything.
    fn left_out<D: Diary>(&self, event: &Event, day: NaiveDate, diary: &mut D) -> Result<bool, D::Fault> {
        let source = format!("{}#{day}", event.uid);
        if self.replaced.contains(&(event.uid.clone(), day)) || !diary.awaits(&source, None)? {
            return Ok(false);
        }
        let talk = self.talk_at(event, &event.start.on(day), source, None);
        diary.take(Ok(Talk { state: State::Cancelled, ..talk }))?;
        Ok(true)
    }

    /// The event as it is held on a day: from some day on it may be another one.
    fn as_held(&self, event: &Event, at: When, day: NaiveDate) -> (Event, When) {
        let later = self.onwards.get(&event.uid).into_iter().flatten().filter(|(from, ..)| *from <= day);
        match later.max_by_key(|(from, ..)| *from) {
            None => (event.clone(), at),
            Some((_, later, shift)) => {
                let local = at.local.checked_add_signed(*shift).unwrap_or(at.local);
                (later.clone(), When { local, ..at })
            }
        }
    }
}

/// Every beginning of an event between two days, and its first one, with those that are left out.
fn times(event: &Event, first: NaiveDate, last: NaiveDate) -> Vec<When> {
    let start = &event.start;
    let rule = event.rule.as_ref();
    let dates = rule.map(|rule| rule.dates(start.local.date(), first, last)).unwrap_or_default();
    let mut times: Vec<When> =
        dates.into_iter().map(|day| start.on(day)).filter(|at| goes_on(event, at)).collect();
    times.push(start.clone());
    times.extend(event.more.iter().cloned());
    times.sort_by_key(|at| at.local);
    times.dedup_by_key(|at| at.local);
    times
}

fn is_left_out(event: &Event, at: &When) -> bool {
    let is = |without: &When| {
        if without.whole_day { without.local.date() == at.local.date() } else { same(without, at) }
    };
    event.without.iter().any(is)
}

/// Whether the rule has not ended before this beginning.
fn goes_on(event: &Event, at: &When) -> bool {
    let Some(until) = event.rule.as_ref().and_then(|rule| rule.until.as_ref()) else { return true };
    match (until.utc(), at.utc()) {
        _ if until.whole_day => at.local.date() <= until.local.date(),
        (Some(until), Some(at)) => at <= until,
        _ => at.local <= until.local,
    }
}

/// Whether two moments are one, whoever's clock they are on.
fn same(one: &When, other: &When) -> bool {
    match (one.utc(), other.utc()) {
        (Some(one), Some(other)) => one == other,
        _ => one.local == other.local,
    }
}
