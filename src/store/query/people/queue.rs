//! Who is due, in catch-up order (§1), who is next, and who stands out of the queue for a reason.
use chrono::NaiveDate;

use super::PersonRow;
use crate::domain::day::{days_between, plus_days};
use crate::domain::text::fold;
use crate::domain::turn::{Standing, Turn};

/// Days that count as soon.
pub const SOON: i64 = 7;

/// The people of a scope by whose turn it is. Who has left, belongs to no account or is only a placeholder is in none of its
/// parts.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Queue<'a> {
    /// Past their cadence or never met, the most urgent first.
    pub due: Vec<&'a PersonRow>,
    /// Due within [`SOON`] days, the next first.
    pub soon: Vec<&'a PersonRow>,
    /// Due after that, the next first.
    pub later: Vec<&'a PersonRow>,
    /// On holiday, who comes back first; then those who asked not to be contacted.
    pub apart: Vec<&'a PersonRow>,
}

impl<'a> Queue<'a> {
    /// Puts the people into their parts.
    pub fn of(rows: &'a [PersonRow], today: NaiveDate) -> Self {
        let mut queue = Self::default();
        for row in rows.iter().filter(|r| r.is_active()) {
            let part = match row.turn(today) {
                Turn::Due(_) => &mut queue.due,
                Turn::In(days) if days <= SOON => &mut queue.soon,
                Turn::In(_) => &mut queue.later,
                Turn::Waits(_) | Turn::AskedNot => &mut queue.apart,
            };
            part.push(row);
        }
        let name = |row: &&PersonRow| (fold(&row.name), row.person, row.membership);
        queue.due.sort_by_cached_key(name);
        queue.due.sort_by(|a, b| {
            let order = b.catch_up(today).total_cmp(&a.catch_up(today));
            order.then(b.weight.w.cmp(&a.weight.w)).then(a.last.cmp(&b.last))
        });
        let next = |row: &&PersonRow| match row.turn(today) {
            Turn::In(days) => (days, name(row)),
            Turn::Waits(day) => (days_between(today, day), name(row)),
            Turn::Due(_) | Turn::AskedNot => (i64::MAX, name(row)),
        };
        for part in [&mut queue.soon, &mut queue.later, &mut queue.apart] {
            part.sort_by_cached_key(next);
        }
        queue
    }
}

impl PersonRow {
    /// Whose turn it is, as far as cadence, holidays and wishes go.
    pub fn turn(&self, today: NaiveDate) -> Turn {
        let standing = Standing {
            last: self.last,
            cadence: self.cadence,
            weight: self.weight.w,
            do_not_contact: self.do_not_contact,
            not_before: self.not_before,
        };
        standing.turn(today)
    }

    /// Days between contacts; `None` for who asked not to be contacted.
    pub fn every(&self) -> Option<i64> {
        (!self.do_not_contact).then_some(self.cadence)
    }

    /// What the person is worth in catch-up order (`formulas.md` §1), 0–10: lateness × w; 0 for who is not due.
    pub fn catch_up(&self, today: NaiveDate) -> f64 {
        match self.turn(today) {
            Turn::Due(order) if self.is_active() => order,
            Turn::Due(_) | Turn::In(_) | Turn::Waits(_) | Turn::AskedNot => 0.0,
        }
    }

    /// The first day on which the cadence has run out; `None` for somebody never met.
    pub fn due_on(&self) -> Option<NaiveDate> {
        self.last.map(|last| plus_days(last, self.cadence + 1))
    }

    /// Days past the cadence, at least 1; `None` for who is within it or was never met.
    pub fn days_late(&self, today: NaiveDate) -> Option<i64> {
        self.last.map(|last| days_between(last, today) - self.cadence).filter(|days| *days > 0)
    }
}
