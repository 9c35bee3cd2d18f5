//! Events of a calendar that cartera wrote itself: what was moved there moves the record that they are about, and nothing comes in.
use chrono::{Datelike, NaiveDate};

use super::Import;
use crate::domain::Id;
use crate::domain::day::days_between;
use crate::domain::explain::Explain;
use crate::domain::field::Record;
use crate::domain::value::Value;
use crate::exchange::draft::short;
use crate::exchange::join::title;
use crate::exchange::out::calendar::What;
use crate::exchange::plan::{Action, Offers, Row};
use crate::exchange::talk::{State, Talk};
use crate::store::fault::Fault;

impl Import<'_> {
    /// Follows an event about the record with that uid. A last day to give notice waits: it hangs on the end of its contract, wherever
    /// that stands in the file.
    pub(super) fn take_own(&mut self, talk: Talk, what: What, uid: String) -> Result<(), Fault> {
        if what == What::Notice {
            self.agenda.notices.push((talk, uid));
            return Ok(());
        }
        self.take_event(&talk, what, &uid)
    }

    /// Follows the last days to give notice, once the ends of their contracts are known.
    pub(super) fn take_notices(&mut self) -> Result<(), Fault> {
        for (talk, uid) in std::mem::take(&mut self.agenda.notices) {
            self.take_event(&talk, What::Notice, &uid)?;
        }
        Ok(())
    }

    fn take_event(&mut self, talk: &Talk, what: What, uid: &str) -> Result<(), Fault> {
        let kind = what.kind();
        let row = self.row(talk.line, kind, short(&talk.name), Action::Same);
        let Some(id) = self.shelf.store.id_of_uid(kind, uid)? else {
            let why = vec![Explain::new("calendar-own-gone")];
            return self.tell(Row { action: Action::Skip, why, offers: Offers::default(), ..row });
        };
        if row.chosen.is_some() {
            return self.tell(Row { action: Action::Skip, ..row });
        }
        let record = self.shelf.get(kind, id)?;
        let row = Row { name: title(record.as_ref()), ..row };
        let called_off = talk.state == State::Cancelled;
        if called_off && what == What::Planned && record.get("planned") == Value::Flag(true) {
            self.agenda.called_off.insert(id);
            let why = vec![Explain::new("calendar-called-off").with("day", talk.day)];
            return self.tell(Row { action: Action::Merge, why, ..row });
        }
        let moved = match what {
            _ if called_off => Vec::new(),
            What::Notice => {
                let notice = notice(record.as_ref(), self.shelf.store.record(kind, id)?.as_ref(), talk);
                notice.map(|days| ("notice_days", Value::Number(days))).into_iter().collect()
            }
            What::Due | What::Milestone | What::Birthday | What::End | What::Planned => {
                moved(record.as_ref(), what, talk)
            }
        };
        self.follow(row, id, moved)
    }

    fn follow(&mut self, row: Row, id: Id, moved: Vec<(&'static str, Value)>) -> Result<(), Fault> {
        let Some(kind) = row.kind.filter(|_| !moved.is_empty()) else {
            return self.tell(Row { why: vec![Explain::new("calendar-known")], ..row });
        };
        let fields = moved.iter().map(|(field, _)| (kind, *field)).collect();
        let mut why = vec![Explain::new("calendar-own-moved")];
        why.extend(moved.iter().find_map(|(_, value)| match value {
            Value::Day(day) => Some(Explain::new("calendar-on").with("day", day)),
            _ => None,
        }));
        self.shelf.change(kind, id, |record| {
            for (field, value) in moved {
                record.set(field, value)?;
            }
            Ok((true, ()))
        })?;
        self.tell(Row { action: Action::Merge, fields, why, ..row })
    }
}

/// The fields of a record that an event says otherwise. What is done, held or has no such day any more is left as it is.
fn moved(record: &dyn Record, what: What, talk: &Talk) -> Vec<(&'static str, Value)> {
    let day = Value::Day(talk.day);
    let said = match what {
        What::Due | What::Milestone => vec![("due", day)],
        What::Birthday => vec![("birthday", birthday(record, talk.day))],
        What::End => vec![("ends_on", day)],
        // Of it the days before the end are kept.
        What::Notice => Vec::new(),
        What::Planned if record.get("planned") != Value::Flag(true) => Vec::new(),
        What::Planned => vec![
            ("day", day),
            ("time", talk.time.map_or(Value::Empty, Value::Time)),
            ("minutes", talk.minutes.map_or_else(|| record.get("minutes"), Value::Number)),
        ],
    };
    let over = !record.get("done_on").is_empty();
    said.into_iter()
        .filter(|(field, value)| {
            let old = record.get(field);
            // A whole day where there was none: the record no longer has it.
            !over && old != *value && (*field == "time" || *field == "minutes" || !old.is_empty())
        })
        .collect()
}

fn day_of(record: &dyn Record, field: &str) -> Option<NaiveDate> {
    if let Value::Day(day) = record.get(field) { Some(day) } else { None }
}

/// How many days before its end a contract has to be given notice of, if the calendar says it otherwise. What was moved is the last day,
/// not the end: where only the end was moved, which `now` is already and `before` is not, the days stay as they are.
fn notice(now: &dyn Record, before: &dyn Record, talk: &Talk) -> Option<i64> {
    let Value::Number(kept) = now.get("notice_days") else { return None };
    let until = |end: NaiveDate| days_between(talk.day, end);
    let days = until(day_of(now, "ends_on")?);
    // Against the end as it was when the event was written it says what it said then, however often it comes in.
    let unmoved = if let Some(ends) = talk.ends {
        until(ends) == kept
    } else {
        // A calendar may leave out what it does not know; how often the contract was changed it keeps.
        let sequence = talk.edition.sequence.map_or(0, i64::from);
        let was = day_of(before, "ends_on").is_some_and(|end| until(end) == kept);
        was || sequence < before.head().version - 1
    };
    (!unmoved && (0..=999).contains(&days) && days != kept).then_some(days)
}

/// The birthday on the day of an event: its year is the one that is known, whichever year the calendar shows.
fn birthday(record: &dyn Record, on: NaiveDate) -> Value {
    let Some(born) = day_of(record, "birthday") else { return Value::Day(on) };
    let leap = (born.month(), born.day()) == (2, 29) && (on.month(), on.day()) == (2, 28) && !on.leap_year();
    if leap {
        return Value::Day(born);
    }
    let moved = NaiveDate::from_ymd_opt(born.year(), on.month(), on.day());
    Value::Day(moved.or_else(|| NaiveDate::from_ymd_opt(born.year(), 2, 28)).unwrap_or(born))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::day;
    use crate::domain::person::Person;

    #[test]
    fn a_birthday_keeps_its_year_and_a_leap_day() {
        let of = |born: NaiveDate, on: NaiveDate| {
            let person = Person { birthday: Some(born), ..Person::default() };
            birthday(&person, on)
        };
        assert_eq!(of(day(1980, 4, 15), day(2027, 4, 15)), Value::Day(day(1980, 4, 15)));
        assert_eq!(of(day(1980, 4, 15), day(2027, 5, 1)), Value::Day(day(1980, 5, 1)));
        assert_eq!(of(day(1980, 2, 29), day(2027, 2, 28)), Value::Day(day(1980, 2, 29)));
        assert_eq!(of(day(1981, 2, 27), day(2028, 2, 29)), Value::Day(day(1981, 2, 28)));
    }
}
