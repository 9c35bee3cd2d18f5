//! Which parts of the plans are shown.
use chrono::NaiveDate;

use super::lines::Item;
use crate::domain::choice::{Choice, Mix, Side};
use crate::lang::choice;
use crate::lens::Cx;

/// What is shown; what it is a part of stands above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Filter {
    /// Everything.
    #[default]
    All,
    /// What is late.
    Late,
    /// What is not done.
    Open,
    /// What I do.
    Mine,
    /// What colleagues do.
    Team,
    /// What the client does.
    Theirs,
    /// Actions of marketing and brand.
    Marketing,
    /// Those of one element of the mix.
    Mix(Mix),
}

impl Filter {
    /// Those that stand in the menu by themselves.
    pub(super) const SINGLE: [Self; 7] =
        [Self::All, Self::Late, Self::Open, Self::Mine, Self::Team, Self::Theirs, Self::Marketing];

    /// Its words.
    pub(super) fn words(self, cx: &Cx<'_>) -> String {
        let key = match self {
            Self::All => "plan-filter-all",
            Self::Late => "plan-filter-late",
            Self::Open => "plan-filter-open",
            Self::Mine => "plan-filter-mine",
            Self::Team => "plan-filter-team",
            Self::Theirs => "plan-filter-theirs",
            Self::Marketing => "plan-filter-marketing",
            Self::Mix(element) => return choice::show(Mix::SET, element.name(), cx.words),
        };
        cx.words.get(key)
    }

    /// Whether it shows something for its own sake.
    pub(super) fn takes(self, item: Item<'_>, today: NaiveDate) -> bool {
        let late = |done: Option<NaiveDate>, due: Option<NaiveDate>| {
            done.is_none() && due.is_some_and(|d| d < today)
        };
        match (self, item) {
            (Self::All, _) => true,
            (_, Item::Plan(_) | Item::Objective(..) | Item::Without(..)) => false,
            (Self::Late, Item::Initiative(_, _, i)) => i.standing.is_late(),
            (Self::Late, Item::Milestone(_, _, m)) => late(m.done_on, m.due),
            (Self::Late, Item::Promise(_, _, p)) => late(p.done_on, p.due),
            (Self::Open, Item::Initiative(_, _, i)) => !i.standing.is_over(),
            (Self::Open, Item::Milestone(_, i, m)) => m.done_on.is_none() && !i.standing.is_over(),
            (Self::Open, Item::Promise(_, _, p)) => p.done_on.is_none(),
            (Self::Theirs, Item::Promise(_, _, p)) => p.side == Side::Theirs,
            (Self::Mine, Item::Promise(_, _, p)) => p.side == Side::Ours && p.owner.is_none(),
            (Self::Team, Item::Promise(_, _, p)) => p.side == Side::Ours && p.owner.is_some(),
            (Self::Marketing | Self::Mix(_), Item::Promise(_, i, _))
            | (_, Item::Initiative(_, _, i) | Item::Milestone(_, i, _)) => self.of_initiative(&i.initiative),
        }
    }

    /// Whether it shows an initiative for who does it, or for what it is an action of.
    fn of_initiative(self, of: &crate::domain::plan::Initiative) -> bool {
        match self {
            Self::Mine => of.owner.is_none() && of.theirs.is_none(),
            Self::Team => of.owner.is_some() && of.theirs.is_none(),
            Self::Theirs => of.theirs.is_some(),
            Self::Marketing => !of.mix.is_empty(),
            Self::Mix(element) => of.mix.contains(&element),
            Self::All | Self::Late | Self::Open => true,
        }
    }
}
