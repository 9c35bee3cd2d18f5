//! Events of a calendar that cartera wrote itself: what was moved there moves the record that they are about, and nothing comes in.
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
    /// Follows an event about the record with that uid.
    pub(super) fn take_own(&mut self, talk: &Talk, what: What, uid: &str) -> Result<(), Fault> {
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
            self.called_off.insert(id);
            let why = vec![Explain::new("calendar-called-off").with("day", talk.day)];
            return self.tell(Row { action: Action::Merge, why, ..row });
        }
        let moved = if called_off { Vec::new() } else { moved(record.as_ref(), what, talk) };
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
        What::Birthday => vec![("birthday", day)],
        What::End => vec![("ends_on", day)],
        What::Notice => match record.get("ends_on") {
            Value::Day(end) if end >= talk.day => {
                vec![("notice_days", Value::Number(days_between(talk.day, end)))]
            }
            _ => Vec::new(),
        },
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
