//! Which sales are shown, and in which order.
use std::cmp::Reverse;

use chrono::NaiveDate;

use crate::domain::choice::Stage;
use crate::domain::day::days_between;
use crate::domain::score::Known;
use crate::domain::text::fold;
use crate::store::query::pipeline::Sale;

/// In which order; each comes to its own head of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Sort {
    /// The furthest first, of one stage what closes first.
    #[default]
    Stage,
    /// What closes first.
    Close,
    /// The largest first.
    Amount,
    /// The largest by its chance first.
    Worth,
    /// What has been longest in its stage first.
    Days,
    /// What was put off most often first.
    Pushes,
    /// By name.
    Name,
    /// By account.
    Account,
}

impl Sort {
    /// All of them, in the order in which they follow each other.
    const ALL: [Self; 8] = [
        Self::Stage,
        Self::Close,
        Self::Amount,
        Self::Worth,
        Self::Days,
        Self::Pushes,
        Self::Name,
        Self::Account,
    ];

    pub(super) fn next(self, accounts: bool) -> Self {
        let at = Self::ALL.iter().position(|sort| *sort == self).unwrap_or(0);
        let next = Self::ALL.get(at + 1).copied().unwrap_or_default();
        if next == Self::Account && !accounts { Self::default() } else { next }
    }

    /// End of the key of its words.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Stage => "stage",
            Self::Close => "close",
            Self::Amount => "amount",
            Self::Worth => "worth",
            Self::Days => "days",
            Self::Pushes => "pushes",
            Self::Name => "name",
            Self::Account => "account",
        }
    }
}

/// Which sales.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Filter {
    /// Those that are open, beside them those closed in the company's year.
    #[default]
    Current,
    /// Open, and their expected close has passed.
    Late,
    /// Open, and nobody said what is to be done next.
    NoStep,
    /// Open, and to close within ninety days.
    Soon,
    /// Open, and put off twice or more.
    Pushed,
    /// Open, and nobody knows what it is worth.
    NoAmount,
    /// Won, whenever.
    Won,
    /// Lost, whenever.
    Lost,
    /// All of them.
    All,
}

/// Days within which a close is near.
const SOON: i64 = 90;

/// How often a close is put off before it is doubted.
pub(super) const OFTEN: i64 = 2;

impl Filter {
    /// All of them, as the menu has them.
    pub(super) const ALL: [Self; 9] = [
        Self::Current,
        Self::Late,
        Self::NoStep,
        Self::Soon,
        Self::Pushed,
        Self::NoAmount,
        Self::Won,
        Self::Lost,
        Self::All,
    ];

    /// End of the key of its words.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::Late => "late",
            Self::NoStep => "no-step",
            Self::Soon => "soon",
            Self::Pushed => "pushed",
            Self::NoAmount => "no-amount",
            Self::Won => "won",
            Self::Lost => "lost",
            Self::All => "all",
        }
    }

    /// Whether a sale is one of these; `year` are the first and the last day of the company's year.
    pub(super) fn takes(self, sale: &Sale, year: (NaiveDate, NaiveDate), today: NaiveDate) -> bool {
        let (open, stage) = (sale.deal.is_open(), sale.deal.stage);
        match self {
            Self::Current => open || sale.deal.closed().is_some_and(|on| year.0 <= on && on <= year.1),
            Self::Late => sale.is_late(today),
            Self::NoStep => open && sale.next_step.is_empty(),
            Self::Soon => {
                let ahead = sale.deal.closes_on.map(|on| days_between(today, on));
                open && ahead.is_some_and(|days| (0..=SOON).contains(&days))
            }
            Self::Pushed => open && sale.pushes >= OFTEN,
            Self::NoAmount => open && sale.deal.amount.is_err(),
            Self::Won => stage == Stage::Won,
            Self::Lost => stage == Stage::Lost,
            Self::All => true,
        }
    }
}

/// Puts sales, by their places, into an order. What is not known stands last, whichever way it goes.
pub(super) fn arrange(places: &mut [usize], sales: &[Sale], by: (Sort, bool), today: NaiveDate) {
    let (sort, reversed) = by;
    let of = |place: &usize| sales.get(*place);
    let close = |sale: &Sale| if sale.deal.is_open() { sale.deal.closes_on } else { sale.deal.closed() };
    places.sort_by_cached_key(|place| of(place).map(|s| (close(s).is_none(), close(s), s.deal.id)));
    let mut keyed = |key: &dyn Fn(&Sale) -> Option<i128>| {
        let key = |place: &usize| {
            let key = of(place).and_then(key);
            (key.is_none(), if reversed { key.map(|k| -k) } else { key })
        };
        places.sort_by_cached_key(key);
    };
    match sort {
        Sort::Stage => keyed(&|sale| Some(-rank(sale.deal.stage))),
        Sort::Close => keyed(&|sale| close(sale).map(|on| i128::from(days_between(today, on)))),
        Sort::Amount => keyed(&|sale| size(&sale.deal.amount)),
        Sort::Worth => keyed(&|sale| size(&sale.deal.worth())),
        Sort::Days => keyed(&|sale| sale.since(today).map(|on| i128::from(days_between(today, on)))),
        Sort::Pushes => keyed(&|sale| Some(-i128::from(sale.pushes))),
        Sort::Name => named(places, reversed, |place| of(place).map(|sale| fold(&sale.deal.name))),
        Sort::Account => named(places, reversed, |place| of(place).map(|sale| fold(&sale.account_name))),
    }
}

fn named(places: &mut [usize], reversed: bool, name: impl Fn(&usize) -> Option<String>) {
    if reversed {
        places.sort_by_cached_key(|place| Reverse(name(place)));
    } else {
        places.sort_by_cached_key(name);
    }
}

/// The largest first, in hundredths.
fn size(amount: &Known) -> Option<i128> {
    #[expect(clippy::cast_possible_truncation, reason = "amounts of a company fit; what does not saturates")]
    amount.as_ref().ok().map(|amount| -((amount * 100.0).round() as i128))
}

/// How far a stage is; what is lost is nowhere.
const fn rank(stage: Stage) -> i128 {
    match stage {
        Stage::Lost => 0,
        Stage::Won => 1,
        Stage::Identified => 2,
        Stage::Qualified => 3,
        Stage::Proposal => 4,
        Stage::Negotiation => 5,
        Stage::Verbal => 6,
    }
}
