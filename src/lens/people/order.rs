//! In which order people stand, and in which groups.
use std::cmp::Ordering;

use chrono::{Datelike, NaiveDate};

use crate::domain::Id;
use crate::domain::cadence::as_f64;
use crate::domain::choice::{BuyingRole, Stance};
use crate::domain::day::days_between;
use crate::domain::text::fold;
use crate::domain::turn::Turn;
use crate::store::query::people::PersonRow;
use crate::store::query::people::queue::SOON;

/// An order. Who has left comes last in each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Sort {
    /// Lateness times weight: whom to see first; then who is due next.
    #[default]
    CatchUp,
    /// By name.
    Name,
    /// By account, the weightiest first.
    Account,
    /// By the first of their roles, as menus have them; without a role last.
    Role,
    /// The most favourable first, unknown last.
    Stance,
    /// The weightiest first.
    Influence,
    /// The newest contact first.
    Last,
    /// The strongest first.
    Strength,
    /// Whom we were in contact with on most days of the last half year.
    Often,
    /// The shortest cadence first.
    Every,
    /// By title, without one last.
    Title,
    /// By part of the account, without one last.
    Unit,
    /// By their first tag, without one last.
    Tag,
}

impl Sort {
    const ALL: [Self; 13] = [
        Self::CatchUp,
        Self::Name,
        Self::Account,
        Self::Role,
        Self::Stance,
        Self::Influence,
        Self::Last,
        Self::Strength,
        Self::Often,
        Self::Every,
        Self::Title,
        Self::Unit,
        Self::Tag,
    ];

    /// The next order; by account only where there are several.
    pub(super) fn next(self, accounts: bool) -> Self {
        let at = Self::ALL.iter().position(|s| *s == self).unwrap_or(0);
        let mut next = Self::ALL.into_iter().cycle().skip(at + 1);
        next.find(|s| accounts || *s != Self::Account).unwrap_or_default()
    }

    /// End of the key of its words.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::CatchUp => "catch-up",
            Self::Name => "name",
            Self::Account => "account",
            Self::Role => "role",
            Self::Stance => "stance",
            Self::Influence => "influence",
            Self::Last => "last",
            Self::Strength => "strength",
            Self::Often => "often",
            Self::Every => "every",
            Self::Title => "title",
            Self::Unit => "unit",
            Self::Tag => "tag",
        }
    }

    /// A number and a text by which a person stands, the smallest first.
    fn place(self, row: &PersonRow, today: NaiveDate) -> (f64, String) {
        let text = |text: &str| (as_f64(i64::from(text.is_empty())), fold(text));
        let number = |n: f64| (n, String::new());
        let w = as_f64(row.weight.w);
        match self {
            Self::CatchUp => number(waiting(row, today)),
            Self::Name => number(0.0),
            Self::Account => {
                let (none, name) = text(&row.account_name);
                (none, format!("{name}\u{0}{}", 9 - row.weight.w))
            }
            Self::Role => {
                let first = BuyingRole::ALL.iter().position(|role| row.roles.contains(role));
                number(first.and_then(|at| i64::try_from(at).ok()).map_or(f64::INFINITY, as_f64))
            }
            Self::Stance => number(row.stance.map_or(f64::INFINITY, |s| -as_f64(Stance::score(s)))),
            // A weight that is only assumed comes after one that is known.
            Self::Influence => number(if row.weight.assumed { 0.5 - w } else { -w }),
            Self::Last => number(row.last.map_or(f64::INFINITY, |d| -f64::from(d.num_days_from_ce()))),
            Self::Strength => number(-row.strength.score),
            Self::Often => number(-row.heat.iter().map(|days| f64::from(*days)).sum::<f64>()),
            Self::Every if row.do_not_contact => number(f64::INFINITY),
            Self::Every => number(as_f64(row.cadence)),
            Self::Title => text(&row.title),
            Self::Unit => text(&row.unit),
            Self::Tag => text(row.tags.first().map_or("", String::as_str)),
        }
    }
}

/// Catch-up order (§1) as a number, the smallest first: lateness times weight, then the days until it has run out, then who is on
/// holiday, then who is not to be contacted at all.
fn waiting(row: &PersonRow, today: NaiveDate) -> f64 {
    const HOLIDAY: f64 = 1e5;
    if row.placeholder {
        return f64::INFINITY;
    }
    match row.turn(today) {
        Turn::Due(order) => -order,
        Turn::In(days) => as_f64(days),
        Turn::Waits(until) => HOLIDAY + as_f64(days_between(today, until)),
        Turn::AskedNot => f64::MAX,
    }
}

/// By which people stand together under a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Grouping {
    /// Not at all.
    #[default]
    None,
    /// By part of the account; with several accounts by those first.
    Unit,
    /// Due, due within a week, later, out of the queue.
    Turn,
}

/// A group of people.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Group {
    /// Everybody: no heading.
    All,
    /// Due now.
    Due,
    /// Due within a week.
    Soon,
    /// Due after that.
    Later,
    /// Out of the queue for a reason.
    Apart,
    /// A part of an account, those without a name last; by their names as they are compared, and as they are written.
    Unit {
        /// Account and unit as they are compared, whatever has no name last.
        by: [(bool, String); 2],
        /// The account.
        account: String,
        /// The unit.
        unit: String,
    },
}

impl Grouping {
    /// To which group a person belongs.
    pub(super) fn of(self, row: &PersonRow, today: NaiveDate) -> Group {
        match self {
            Self::None => Group::All,
            Self::Turn => match row.turn(today) {
                Turn::Due(_) => Group::Due,
                Turn::In(days) if days <= SOON => Group::Soon,
                Turn::In(_) => Group::Later,
                Turn::Waits(_) | Turn::AskedNot => Group::Apart,
            },
            Self::Unit => {
                let by = |name: &str| (name.is_empty(), fold(name));
                Group::Unit {
                    by: [by(&row.account_name), by(&row.unit)],
                    account: row.account_name.clone(),
                    unit: row.unit.clone(),
                }
            }
        }
    }
}

/// What a row is compared by, made once.
struct Key {
    group: Group,
    left: bool,
    place: (f64, String),
    /// The weightiest first, where the order says nothing.
    weight: i64,
    name: String,
    who: (Id, Option<Id>),
}

impl Key {
    fn compare(&self, other: &Self, reversed: bool) -> Ordering {
        let (a, b) = (self, other);
        let order = a.place.0.total_cmp(&b.place.0).then_with(|| a.place.1.cmp(&b.place.1));
        let order = order.then(b.weight.cmp(&a.weight)).then_with(|| a.name.cmp(&b.name));
        let order = order.then(a.who.cmp(&b.who));
        let order = if reversed { order.reverse() } else { order };
        a.group.cmp(&b.group).then(a.left.cmp(&b.left)).then(order)
    }
}

/// The rows in an order, group by group.
pub(super) fn sorted(
    rows: Vec<&PersonRow>,
    (by, reversed): (Sort, bool),
    grouping: Grouping,
    today: NaiveDate,
) -> Vec<PersonRow> {
    let key = |row: &PersonRow| Key {
        group: grouping.of(row, today),
        left: row.left_on.is_some(),
        place: by.place(row, today),
        weight: if by == Sort::Name { 0 } else { row.weight.w },
        name: fold(&row.name),
        who: (row.person, row.membership),
    };
    let mut keyed: Vec<(Key, &PersonRow)> = rows.into_iter().map(|row| (key(row), row)).collect();
    keyed.sort_by(|a, b| a.0.compare(&b.0, reversed));
    keyed.into_iter().map(|(_, row)| row.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_orders_come_round_and_account_only_where_there_are_several() {
        let mut by = Sort::default();
        let mut seen = Vec::new();
        for _ in 1..Sort::ALL.len() {
            seen.push(by);
            by = by.next(false);
        }
        assert_eq!(by, Sort::CatchUp);
        assert!(!seen.contains(&Sort::Account));
        assert_eq!(Sort::Name.next(true), Sort::Account);
    }
}
