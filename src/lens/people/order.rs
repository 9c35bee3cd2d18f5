//! In which order people stand, and which of them.
use std::cmp::{Ordering, Reverse};

use chrono::NaiveDate;

use crate::domain::cadence::{Contact, as_f64, lateness};
use crate::domain::choice::{BuyingRole, Stance};
use crate::domain::text::fold;
use crate::store::query::people::PersonRow;

/// An order. Who has left comes last in each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Sort {
    /// Lateness times weight: whom to see first.
    #[default]
    CatchUp,
    /// By name.
    Name,
    /// By account, the weightiest first.
    Account,
    /// The most favourable first, unknown last.
    Stance,
    /// The weightiest first.
    Influence,
    /// The newest contact first.
    Last,
    /// The strongest first.
    Strength,
}

impl Sort {
    const ALL: [Self; 7] =
        [Self::CatchUp, Self::Name, Self::Account, Self::Stance, Self::Influence, Self::Last, Self::Strength];

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
            Self::Stance => "stance",
            Self::Influence => "influence",
            Self::Last => "last",
            Self::Strength => "strength",
        }
    }
}

/// Puts the rows into an order.
pub(super) fn sort(rows: &mut [PersonRow], by: Sort, reversed: bool, today: NaiveDate) {
    let mut keyed: Vec<(String, f64, usize)> =
        rows.iter().enumerate().map(|(i, r)| (fold(&r.name), urgency(r, today), i)).collect();
    keyed.sort_by(|a, b| {
        let (x, y) = (&rows[a.2], &rows[b.2]);
        let order = match by {
            Sort::CatchUp => b.1.total_cmp(&a.1).then(y.weight.w.cmp(&x.weight.w)),
            Sort::Name => Ordering::Equal,
            Sort::Account => {
                let key = |r: &PersonRow| (r.account.is_none(), fold(&r.account_name), Reverse(r.weight.w));
                key(x).cmp(&key(y))
            }
            Sort::Stance => y.stance.map(Stance::score).cmp(&x.stance.map(Stance::score)),
            Sort::Influence => y.weight.w.cmp(&x.weight.w).then(x.weight.assumed.cmp(&y.weight.assumed)),
            Sort::Last => y.last.cmp(&x.last),
            Sort::Strength => y.strength.score.total_cmp(&x.strength.score),
        };
        let order =
            order.then_with(|| a.0.cmp(&b.0)).then((x.person, x.membership).cmp(&(y.person, y.membership)));
        x.left_on.is_some().cmp(&y.left_on.is_some()).then(if reversed { order.reverse() } else { order })
    });
    let mut sorted: Vec<PersonRow> = keyed.iter().filter_map(|(_, _, i)| rows.get(*i).cloned()).collect();
    rows.swap_with_slice(&mut sorted);
}

/// Catch-up order (§1): lateness times weight; below everything who is not to be contacted now.
pub(super) fn urgency(row: &PersonRow, today: NaiveDate) -> f64 {
    if row.do_not_contact || row.not_before.is_some_and(|day| day > today) {
        return -1.0;
    }
    lateness(row.last, row.cadence, today) * as_f64(row.weight.w)
}

/// Which people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Filter {
    /// Everybody.
    #[default]
    All,
    /// Past their cadence, or never met.
    PastCadence,
    /// Nobody knows what they do in a decision.
    NoRole,
    /// Who holds that role.
    Role(BuyingRole),
    /// Champions and supporters.
    Favourable,
    /// Sceptics and blockers.
    Against,
    /// Whose stance is not known.
    UnknownStance,
}

impl Filter {
    fn all() -> impl Iterator<Item = Self> + Clone {
        let before = [Self::All, Self::PastCadence, Self::NoRole];
        let roles = BuyingRole::ALL.iter().copied().map(Self::Role);
        before.into_iter().chain(roles).chain([Self::Favourable, Self::Against, Self::UnknownStance])
    }

    /// Whether the person is one of these.
    pub(super) fn takes(self, row: &PersonRow) -> bool {
        let here = row.left_on.is_none();
        match self {
            Self::All => true,
            Self::PastCadence => here && !row.do_not_contact && row.contact != Contact::Fresh,
            Self::NoRole => here && row.roles.is_empty(),
            Self::Role(role) => row.roles.contains(&role),
            Self::Favourable => row.stance.is_some_and(|s| s.score() > 0),
            Self::Against => row.stance.is_some_and(|s| s.score() < 0),
            Self::UnknownStance => here && row.stance.is_none(),
        }
    }

    /// The next filter that leaves somebody.
    pub(super) fn next(self, rows: &[PersonRow]) -> Self {
        let count = Self::all().count();
        let at = Self::all().position(|f| f == self).unwrap_or(0);
        let mut next = Self::all().cycle().skip(at + 1).take(count);
        next.find(|f| rows.iter().any(|r| f.takes(r))).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_orders_come_round_and_account_only_where_there_are_several() {
        let mut by = Sort::default();
        let mut seen = Vec::new();
        for _ in 0..6 {
            seen.push(by);
            by = by.next(false);
        }
        assert_eq!(by, Sort::CatchUp);
        assert!(!seen.contains(&Sort::Account));
        assert_eq!(Sort::Name.next(true), Sort::Account);
    }

    #[test]
    fn a_filter_that_leaves_nobody_is_passed_over() {
        assert_eq!(Filter::All.next(&[]), Filter::All);
    }
}
