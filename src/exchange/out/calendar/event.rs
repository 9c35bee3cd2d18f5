//! One event of a calendar.
use chrono::{Datelike, Duration, NaiveDate, NaiveDateTime};

use super::What;
use crate::domain::day::plus_days;
use crate::domain::field::Head;
use crate::exchange::out::lines::Lines;

/// How long a conversation is thought to last that does not say it, in minutes.
const USUAL: i64 = 60;

/// When an event is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    /// A whole day.
    Day(NaiveDate),
    /// That day of every year.
    EveryYear(NaiveDate),
    /// A time of the day, and how many minutes, if it is known.
    At(NaiveDateTime, Option<i64>),
}

/// An event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Event {
    /// By what calendars know it.
    pub uid: String,
    /// How often its record was changed: calendars take the newer one.
    pub sequence: i64,
    /// When it is.
    pub when: When,
    /// What it is about.
    pub what: What,
    /// Its title.
    pub summary: String,
    /// What else there is to say; may be empty.
    pub description: String,
    /// Of a last day to give notice: the day on which the contract ends.
    pub ends: Option<NaiveDate>,
}

impl Event {
    /// An event of a record, without words.
    pub(super) fn of(head: &Head, what: What, when: When) -> Self {
        let uid = what.uid(&head.uid);
        let sequence = (head.version - 1).max(0);
        Self { uid, sequence, when, what, summary: String::new(), description: String::new(), ends: None }
    }

    /// The event as it stands in the file, written on that day.
    pub(super) fn lines(&self, today: NaiveDate) -> String {
        let mut lines = Lines::default();
        lines.put("BEGIN", "VEVENT");
        lines.put("UID", &self.uid);
        lines.put("DTSTAMP", &today.format("%Y%m%dT000000Z").to_string());
        lines.put("SEQUENCE", &self.sequence.to_string());
        match self.when {
            When::Day(on) => whole_day(&mut lines, on),
            When::EveryYear(on) => {
                whole_day(&mut lines, on);
                lines.put("RRULE", every_year(on));
            }
            When::At(from, minutes) => {
                let format = |at: NaiveDateTime| at.format("%Y%m%dT%H%M%S").to_string();
                lines.put("DTSTART", &format(from));
                let length = Duration::try_minutes(minutes.unwrap_or(USUAL)).unwrap_or_default();
                if let Some(end) = from.checked_add_signed(length) {
                    lines.put("DTEND", &format(end));
                }
                // What is assumed must not come back as if somebody had said it.
                if minutes.is_none() {
                    lines.put("X-CARTERA-LENGTH", "ASSUMED");
                }
            }
        }
        // Whoever moves the end leaves this as it is: so the days before it can be told from the day.
        if let Some(ends) = self.ends {
            lines.put("X-CARTERA-ENDS", &ends.to_string());
        }
        lines.text("SUMMARY", &self.summary);
        lines.text("DESCRIPTION", &self.description);
        lines.put("CATEGORIES", &format!("cartera,{}", self.what.name()));
        // A promise that is due makes nobody busy.
        let busy = if self.what == What::Planned { "OPAQUE" } else { "TRANSPARENT" };
        lines.put("TRANSP", busy);
        lines.put("END", "VEVENT");
        lines.into_text()
    }
}

/// The day after its last is where a day ends (RFC 5545 §3.6.1).
fn whole_day(lines: &mut Lines, on: NaiveDate) {
    let format = |day: NaiveDate| day.format("%Y%m%d").to_string();
    lines.put("DTSTART;VALUE=DATE", &format(on));
    lines.put("DTEND;VALUE=DATE", &format(plus_days(on, 1)));
}

/// Who was born on 29 February is congratulated on the last day of it.
fn every_year(on: NaiveDate) -> &'static str {
    if (on.month(), on.day()) == (2, 29) { "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1" } else { "FREQ=YEARLY" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::day;

    fn event(what: What, when: When) -> String {
        let head = Head { id: 1, uid: "u".into(), version: 3 };
        let event = Event { summary: "a, b".into(), ..Event::of(&head, what, when) };
        event.lines(day(2026, 11, 23))
    }

    #[test]
    fn a_whole_day_ends_where_the_next_begins_and_says_how_often_it_was_changed() {
        let text = event(What::Due, When::Day(day(2026, 12, 31)));
        assert_eq!(
            text.replace("\r\n", "\n"),
            "BEGIN:VEVENT\nUID:u-due@cartera\nDTSTAMP:20261123T000000Z\nSEQUENCE:2\n\
             DTSTART;VALUE=DATE:20261231\nDTEND;VALUE=DATE:20270101\nSUMMARY:a\\, b\n\
             CATEGORIES:cartera,due\nTRANSP:TRANSPARENT\nEND:VEVENT\n"
        );
    }

    #[test]
    fn a_time_floats_and_an_assumed_length_says_so() {
        let at = day(2026, 12, 31).and_hms_opt(23, 30, 0).unwrap();
        let text = event(What::Planned, When::At(at, None));
        assert!(
            text.contains("DTSTART:20261231T233000\r\nDTEND:20270101T003000\r\nX-CARTERA-LENGTH:ASSUMED\r\n")
        );
        assert!(event(What::Planned, When::At(at, Some(15))).contains("DTEND:20261231T234500\r\nSUMMARY"));
    }

    #[test]
    fn who_was_born_on_a_leap_day_has_a_birthday_every_year() {
        assert!(event(What::Birthday, When::EveryYear(day(1980, 2, 29))).contains("BYMONTHDAY=-1"));
        assert!(event(What::Birthday, When::EveryYear(day(1980, 2, 28))).contains("RRULE:FREQ=YEARLY\r\n"));
    }
}
