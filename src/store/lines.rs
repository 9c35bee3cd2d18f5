//! Lines that may not lead back to where they began: who reports to whom at an account, what is part of what. They are looked at
//! when an act has written everything, inside its transaction, so that neither the parts of one act nor two processes that
//! each write a half can close a circle.
use std::collections::HashSet;

use rusqlite::OptionalExtension;

use super::Tx;
use super::fault::Fault;
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::field::Record;
use crate::domain::kind::Kind;
use crate::domain::org::{closes, not_to_itself, refusal};
use crate::domain::value::Value;

/// Where a line begins: a person at an account, or a record that is part of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Line {
    /// The account, the person.
    Reports(Id, Id),
    /// An account or a unit.
    PartOf(Kind, Id),
}

/// The fields that change a line, or that may not lead to the record itself.
const fn fields(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Membership => &["person", "account", "reports_to", "reached_via", "left_on", "successor"],
        Kind::Account | Kind::Unit => &["part_of"],
        _ => &[],
    }
}

/// The field that leads upwards.
const fn upward(kind: Kind) -> &'static str {
    if matches!(kind, Kind::Membership) { "reports_to" } else { "part_of" }
}

fn line(record: &dyn Record) -> Option<Line> {
    match (record.kind(), record.get("account"), record.get("person")) {
        (Kind::Membership, Value::Link(account), Value::Link(person)) => Some(Line::Reports(account, person)),
        (kind @ (Kind::Account | Kind::Unit), ..) => Some(Line::PartOf(kind, record.head().id)),
        _ => None,
    }
}

impl Tx<'_> {
    /// Takes note of a line that a record begins, if it differs from what was there before.
    pub(super) fn draw_line(&self, record: &dyn Record, before: Option<&dyn Record>) -> Result<(), Fault> {
        let changed = fields(record.kind()).iter().any(|f| before.is_none_or(|b| b.get(f) != record.get(f)));
        if changed {
            not_to_itself(record)?;
            // A new record that leads nowhere closes no circle: it only ends a line of before.
            let leads = before.is_some() || !record.get(upward(record.kind())).is_empty();
            self.lines.borrow_mut().extend(line(record).filter(|_| leads));
        }
        Ok(())
    }

    /// Takes note of the lines that hold once a record is deleted: an earlier place of a person counts again.
    pub(super) fn lose_line(&self, kind: Kind, id: Id) -> Result<(), Fault> {
        if kind == Kind::Membership {
            self.lines.borrow_mut().extend(line(self.record(kind, id)?.as_ref()));
        }
        Ok(())
    }

    /// Refuses the act if a line that it has drawn leads back to where it began.
    ///
    /// # Errors
    /// `org-circle` (refused), and faults of the file.
    pub(super) fn check_lines(&self) -> Result<(), Fault> {
        // Lines that are known to end: a list of thousands of people is walked once.
        let mut sound: HashSet<Line> = HashSet::new();
        let drawn = self.lines.borrow();
        for start in drawn.iter() {
            let Some(to) = self.up(*start)? else { continue };
            let (mut way, mut ends) = (vec![*start], false);
            let on = |id| match *start {
                Line::Reports(account, _) => Line::Reports(account, id),
                Line::PartOf(kind, _) => Line::PartOf(kind, id),
            };
            let from = match *start {
                Line::Reports(_, id) | Line::PartOf(_, id) => id,
            };
            let circle = closes(from, to, |id| {
                let here = on(id);
                way.push(here);
                let next = if sound.contains(&here) { None } else { self.up(here)? };
                ends = next.is_none();
                Ok::<_, Fault>(next)
            })?;
            if let Some(circle) = circle {
                return Err(self.refused(*start, &circle)?.into());
            }
            if ends {
                sound.extend(way);
            }
        }
        Ok(())
    }

    /// Whom a person reports to at an account.
    pub(super) fn boss_of(&self, person: Id, account: Id) -> Result<Option<Id>, Fault> {
        self.up(Line::Reports(account, person))
    }

    /// Whether a person reports to another at an account, over however many.
    pub(super) fn is_below(&self, person: Id, above: Id, account: Id) -> Result<bool, Fault> {
        Ok(closes(above, person, |id| self.boss_of(id, account))?.is_some())
    }

    /// Where a line leads. Of several places of a person at an account the one they hold counts, else the last one.
    fn up(&self, line: Line) -> Result<Option<Id>, Fault> {
        let (sql, first, second) = match line {
            Line::Reports(account, person) => (
                "SELECT reports_to FROM membership WHERE person = ?1 AND account = ?2
                 ORDER BY left_on IS NOT NULL, left_on DESC, id DESC LIMIT 1",
                person,
                account,
            ),
            Line::PartOf(Kind::Unit, id) => ("SELECT part_of FROM unit WHERE id = ?1 AND ?2 = ?1", id, id),
            Line::PartOf(_, id) => ("SELECT part_of FROM account WHERE id = ?1 AND ?2 = ?1", id, id),
        };
        Ok(self.conn.prepare_cached(sql)?.query_row([first, second], |r| r.get(0)).optional()?.flatten())
    }

    fn refused(&self, start: Line, circle: &[Id]) -> Result<Explain, Fault> {
        let (kind, of) = match start {
            Line::Reports(..) => (Kind::Membership, Kind::Person),
            Line::PartOf(kind, _) => (kind, kind),
        };
        let mut names = Vec::new();
        for id in circle {
            names.push(match self.record(of, *id)?.get("name") {
                Value::Text(name) => name,
                _ => String::new(),
            });
        }
        Ok(refusal(kind, &names))
    }
}
