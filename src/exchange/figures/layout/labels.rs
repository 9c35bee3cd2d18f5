//! The columns at the left of a wide table: which holds accounts, which indicators.
pub(super) use crate::exchange::figures::names::Hit;

use super::{Reader, Title};
use crate::exchange::figures::headers::{Head, Scenario};
use crate::exchange::sheet::Cell;

/// The columns of names.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Labels {
    pub account: Option<usize>,
    pub kpi: Option<usize>,
    pub scenario: Option<usize>,
    pub currency: Option<usize>,
}

/// Whether a text is a name of the book.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Known {
    Account,
    Kpi,
    Not,
}

impl Known {
    pub(super) fn not_known(self) -> bool {
        self == Self::Not
    }
}

pub(super) fn is_name(reader: &Reader<'_>, text: &str) -> Known {
    if reader.names.is_indicator(text) {
        Known::Kpi
    } else if reader.names.account(text) != Hit::None {
        Known::Account
    } else {
        Known::Not
    }
}

/// The columns of names before column `first`: by their headers, else by what is in them.
pub(super) fn find(
    reader: &Reader<'_>,
    headers: &[Vec<Cell>],
    below: &[Vec<Cell>],
    first: usize,
    title: &Title,
) -> Labels {
    let mut labels = Labels::default();
    let mut open: Vec<usize> = Vec::new();
    for column in 0..first {
        let head = headers.iter().rev().find_map(|r| r.get(column)?.text().and_then(|t| reader.head(t)));
        match head {
            Some(Head::Account) => labels.account = labels.account.or(Some(column)),
            Some(Head::Kpi) => labels.kpi = labels.kpi.or(Some(column)),
            Some(Head::Currency) => labels.currency = Some(column),
            Some(Head::Other) => {}
            Some(Head::Period | Head::Year | Head::Part | Head::Figure(_) | Head::Scenario) | None => {
                open.push(column);
            }
        }
    }
    let count = |column: usize, of: &dyn Fn(&str) -> bool| {
        below.iter().take(2000).filter(|r| r.get(column).and_then(Cell::text).is_some_and(of)).count()
    };
    let best = |open: &mut Vec<usize>, of: &dyn Fn(&str) -> bool| -> Option<usize> {
        let (found, column) =
            open.iter().map(|c| (count(*c, of), *c)).max_by_key(|(n, c)| (*n, usize::MAX - c))?;
        if found > 0 {
            open.retain(|c| *c != column);
        }
        (found > 0).then_some(column)
    };
    labels.scenario = best(&mut open, &|t| matches!(Scenario::of(t), Some(Scenario::Role(_))));
    labels.kpi = labels.kpi.or_else(|| best(&mut open, &|t| is_indicator(reader, t)));
    labels.account = labels.account.or_else(|| best(&mut open, &|t| is_name(reader, t) == Known::Account));
    // Nobody in them is known: the texts are what is missing.
    open.retain(|c| count(*c, &|t| !t.trim().is_empty()) > 0);
    if labels.kpi.is_none() && title.kpi.is_none() {
        labels.kpi = open.pop();
    }
    if labels.account.is_none()
        && title.account.is_none()
        && labels.kpi.is_none_or(|k| open.iter().all(|c| *c < k))
    {
        labels.account = open.pop();
    }
    labels
}

/// Whether a label names an indicator, alone or together with its account.
fn is_indicator(reader: &Reader<'_>, text: &str) -> bool {
    is_name(reader, text) == Known::Kpi || reader.names.both(text).is_some()
}
