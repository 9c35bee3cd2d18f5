//! What the user wants to see of the list: which accounts, in which order.
use std::cmp::Reverse;

use crate::domain::choice::Tier;
use crate::domain::text::fold;
use crate::lens::Cx;
use crate::store::query::accounts::AccountRow;

/// In which order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Sort {
    /// Key accounts as their tabs stand, then the others by name.
    #[default]
    Own,
    /// By name.
    Name,
    /// The least healthy first.
    Health,
    /// Those not spoken to for longest first.
    Last,
    /// Those with most that is late first.
    Late,
}

impl Sort {
    pub(super) const fn next(self) -> Self {
        match self {
            Self::Own => Self::Name,
            Self::Name => Self::Health,
            Self::Health => Self::Last,
            Self::Last => Self::Late,
            Self::Late => Self::Own,
        }
    }
}

/// Which of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Show {
    #[default]
    All,
    /// Those looked after by this KAM.
    Keys,
    /// Those with something late, or people past their cadence.
    Late,
}

impl Show {
    pub(super) const fn next(self) -> Self {
        match self {
            Self::All => Self::Keys,
            Self::Keys => Self::Late,
            Self::Late => Self::All,
        }
    }

    const fn words(self) -> Option<&'static str> {
        match self {
            Self::All => None,
            Self::Keys => Some("accounts-only-keys"),
            Self::Late => Some("accounts-only-late"),
        }
    }

    const fn takes(self, row: &AccountRow) -> bool {
        match self {
            Self::All => true,
            Self::Keys => matches!(row.tier, Tier::Key),
            Self::Late => row.overdue + row.past_cadence > 0,
        }
    }
}

/// A line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Item {
    /// Head of the accounts of a tier, with their number.
    Head(Tier, usize),
    /// Between two tiers.
    Gap,
    /// The account of that place.
    Account(usize),
}

/// What the user wants to see of the list.
#[derive(Debug, Clone, Default)]
pub(super) struct Wish {
    pub(super) sort: Sort,
    pub(super) reversed: bool,
    pub(super) show: Show,
    pub(super) narrowed: String,
}

impl Wish {
    /// The list as wished.
    pub(super) fn items(&self, rows: &[AccountRow]) -> Vec<Item> {
        let wanted = fold(&self.narrowed);
        let takes = |row: &AccountRow| {
            let text = fold(&format!("{} {} {}", row.name, row.sector, row.site));
            self.show.takes(row) && wanted.split_whitespace().all(|w| text.contains(w))
        };
        let mut places: Vec<usize> = (0..rows.len()).filter(|i| rows.get(*i).is_some_and(takes)).collect();
        match self.sort {
            Sort::Own => {}
            Sort::Name => places.sort_by_cached_key(|i| fold(&rows[*i].name)),
            // Those whose health is not known come behind.
            Sort::Health => places.sort_by(|a, b| {
                let points = |i: &usize| rows[*i].health.as_ref().and_then(|h| h.health.score.amount());
                let points = |i: &usize| points(i).unwrap_or(f64::INFINITY);
                points(a).total_cmp(&points(b))
            }),
            Sort::Last => places.sort_by_key(|i| rows[*i].last),
            Sort::Late => places.sort_by_key(|i| Reverse((rows[*i].overdue, rows[*i].past_cadence))),
        }
        if self.reversed {
            places.reverse();
        }
        let mut items = Vec::new();
        for place in &places {
            let tier = rows[*place].tier;
            let before = items.last().and_then(|item| match item {
                Item::Account(i) => rows.get(*i).map(|r| r.tier),
                Item::Head(..) | Item::Gap => None,
            });
            if self.sort == Sort::Own && before != Some(tier) {
                if before.is_some() {
                    items.push(Item::Gap);
                }
                items.push(Item::Head(tier, places.iter().filter(|i| rows[**i].tier == tier).count()));
            }
            items.push(Item::Account(*place));
        }
        items
    }

    /// What the title says of it.
    pub(super) fn remark(&self, count: usize, cx: &Cx<'_>) -> String {
        let mut remarks = vec![count.to_string()];
        remarks.extend(self.show.words().map(|k| cx.words.get(k)));
        if !self.narrowed.is_empty() {
            remarks.push(format!("/{}", self.narrowed));
        }
        remarks.join(" · ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(name: &str, tier: Tier, overdue: usize) -> AccountRow {
        AccountRow {
            id: 1,
            name: name.into(),
            tier,
            sector: String::new(),
            site: String::new(),
            last: None,
            next: None,
            people: 0,
            past_cadence: 0,
            ours: 0,
            theirs: 0,
            overdue,
            health: None,
            kpis: Vec::new(),
        }
    }

    #[test]
    fn the_own_order_has_heads_and_the_others_have_none() {
        let rows = [row("B", Tier::Key, 0), row("Á", Tier::Key, 2), row("C", Tier::Standard, 1)];
        let mut wish = Wish::default();
        let (key, standard) = (Item::Head(Tier::Key, 2), Item::Head(Tier::Standard, 1));
        assert_eq!(
            wish.items(&rows),
            [key, Item::Account(0), Item::Account(1), Item::Gap, standard, Item::Account(2)]
        );
        wish.sort = Sort::Name;
        assert_eq!(wish.items(&rows), [Item::Account(1), Item::Account(0), Item::Account(2)]);
        wish.sort = Sort::Late;
        assert_eq!(wish.items(&rows), [Item::Account(1), Item::Account(2), Item::Account(0)]);
        wish.show = Show::Late;
        wish.narrowed = "a".into();
        assert_eq!(wish.items(&rows), [Item::Account(1)]);
    }
}
