//! What a list of a kind shows, which records it leaves out, and in which order.
mod fields;

use std::cmp::Ordering;

use super::list::Parts;
use super::sort::compare;
use crate::cli::failure::Failure;
use crate::cli::kpi;
use crate::cli::shell::{Book, Shell};
use crate::domain::Id;
use crate::domain::choice::{Choice, ObjectiveStatus, PlanStatus, Stage};
use crate::domain::day::days_between;
use crate::domain::field::{Record, Spec};
use crate::domain::kind::Kind;
use crate::domain::opportunity::{Contract, Opportunity};
use crate::domain::pipeline::probability;
use crate::domain::problem::Problem;
use crate::domain::value::Value;
use crate::lang::value::Context;
use crate::lang::{day, number};
use crate::report::{Cell, Column, Tone, indicator};

pub use fields::columns;

/// A column that is no field, with a cell for every record.
pub struct Extra {
    /// The column.
    pub column: Column,
    /// Its cells.
    pub cells: Vec<Cell>,
}

/// Whether a record is over: kept, closed, ended, decided, retired. A list shows it only with `--all`.
pub fn is_over(record: &dyn Record, cx: &Context<'_>) -> bool {
    match record.kind() {
        Kind::Commitment | Kind::Milestone => !record.get("done_on").is_empty(),
        Kind::Problem => !record.get("closed_on").is_empty(),
        Kind::Contract => {
            let ended = matches!(record.get("ends_on"), Value::Day(end) if end < cx.today);
            ended && record.get("renews") != Value::Flag(true)
        }
        Kind::Opportunity => {
            [Stage::Won, Stage::Lost].map(|s| Value::Choice(s.name())).contains(&record.get("stage"))
        }
        Kind::Kpi | Kind::Offering => record.get("retired") == Value::Flag(true),
        Kind::Plan => record.get("status") == Value::Choice(PlanStatus::Closed.name()),
        Kind::Objective => record.get("status") != Value::Choice(ObjectiveStatus::Open.name()),
        Kind::Initiative => !record.get("done_on").is_empty() || record.get("dropped") == Value::Flag(true),
        Kind::Perk | Kind::Assignment => matches!(record.get("until"), Value::Day(end) if end < cx.today),
        _ => false,
    }
}

/// Sorts as a reader expects: what is open or near first.
pub fn order(all: &mut [Parts], kind: Kind, cx: &Context<'_>) {
    // Fields, and whether the largest comes first.
    let fields: &[(&str, bool)] = match kind {
        Kind::Account => &[("tier", false), ("position", false), ("name", false)],
        Kind::Unit => &[("account", false), ("name", false)],
        Kind::Commitment => &[("done_on", false), ("due", false)],
        Kind::Interaction => &[("day", false), ("time", false)],
        Kind::Opportunity => &[("closes_on", false), ("name", false)],
        Kind::Contract | Kind::Initiative => &[("ends_on", false), ("name", false)],
        Kind::Problem => &[("severity", true), ("due", false), ("opened_on", false)],
        Kind::Reading => &[("day", true), ("account", false)],
        Kind::Kpi => &[("account", false), ("position", false)],
        Kind::Rate => &[("currency", false), ("year", true)],
        Kind::Influence => &[("account", false), ("person", false)],
        Kind::Involvement => &[("opportunity", false), ("person", false)],
        Kind::Plan => &[("account", false), ("starts_on", true)],
        Kind::Objective => &[("plan", false), ("priority", true), ("name", false)],
        Kind::Milestone => &[("due", false), ("name", false)],
        Kind::WhiteSpace => &[("account", false), ("offering", false), ("unit", false)],
        Kind::Insight | Kind::Telling | Kind::Promotion => &[("day", true)],
        Kind::Decision => &[("decided_on", true), ("name", false)],
        Kind::Perk => &[("until", false), ("name", false)],
        Kind::Assignment => &[("account", false), ("colleague", false)],
        _ => &[("name", false)],
    };
    let specs: Vec<(&Spec, bool)> = fields
        .iter()
        .filter_map(|(name, largest)| Some((kind.specs().into_iter().find(|s| s.name == *name)?, *largest)))
        .collect();
    all.sort_by(|a, b| {
        let (Some(a), Some(b)) = (a.first(), b.first()) else { return Ordering::Equal };
        let by = |(spec, largest): &(&Spec, bool)| {
            let found = compare(spec, &a.get(spec.name), &b.get(spec.name), cx);
            if *largest { found.reverse() } else { found }
        };
        // Promises have their day of keeping among the fields: the open ones come first anyway.
        let over = (kind != Kind::Commitment).then(|| is_over(a.as_ref(), cx).cmp(&is_over(b.as_ref(), cx)));
        over.into_iter().chain(specs.iter().map(by)).fold(Ordering::Equal, Ordering::then)
    });
}

/// The columns of a list that are no fields.
pub fn extras(
    shell: &Shell,
    book: &Book,
    kind: Kind,
    all: &[Parts],
    cx: &Context<'_>,
) -> Result<Vec<Extra>, Failure> {
    let records: Vec<&dyn Record> = all.iter().filter_map(|p| p.first()).map(AsRef::as_ref).collect();
    let ids: Vec<Id> = records.iter().map(|r| r.head().id).collect();
    let last = |found: Vec<(Id, Option<chrono::NaiveDate>)>| {
        let cell = |id: &Id| {
            let on = found.iter().filter(|(of, _)| of == id).filter_map(|(_, on)| *on).max();
            on.map_or_else(|| cx.words.get("value-never"), |d| day::ago(d, cx.today, cx.words)).into()
        };
        vec![Extra {
            column: Column::number(cx.words.get("cli-column-last")),
            cells: ids.iter().map(cell).collect(),
        }]
    };
    Ok(match kind {
        Kind::Account => {
            last(book.store.accounts(shell.today)?.into_iter().map(|a| (a.id, a.last)).collect())
        }
        Kind::Person => {
            last(book.store.people(None, shell.today)?.into_iter().map(|p| (p.person, p.last)).collect())
        }
        Kind::Kpi => kpi::list::extras(shell, book, &ids, cx)?,
        Kind::Contract => vec![notice(&records, cx)],
        Kind::Problem => vec![due(&records, cx)],
        Kind::Opportunity => vec![chance(&records, cx)],
        _ => Vec::new(),
    })
}

/// The last day for a notice; one that is near is to be seen.
fn notice(records: &[&dyn Record], cx: &Context<'_>) -> Extra {
    let cell = |record: &&dyn Record| {
        let by = record.any().downcast_ref::<Contract>().and_then(Contract::notice_by);
        let Some(by) = by else { return Cell::default() };
        let tone = match days_between(cx.today, by) {
            ..0 => Tone::Muted,
            0..=30 => Tone::Bad,
            31..=90 => Tone::Warn,
            91.. => Tone::Text,
        };
        Cell::toned(day::column(by, cx.today, cx.words), tone)
    };
    Extra {
        column: Column::short(cx.words.get("cli-column-notice")),
        cells: records.iter().map(cell).collect(),
    }
}

/// When a problem should be solved, or when it was.
fn due(records: &[&dyn Record], cx: &Context<'_>) -> Extra {
    let cell = |record: &&dyn Record| {
        let Some(problem) = record.any().downcast_ref::<Problem>() else { return Cell::default() };
        match (problem.closed_on, problem.due) {
            (Some(on), _) => {
                let on = day::column(on, cx.today, cx.words);
                Cell::toned(cx.words.with("cli-column-closed", &[("day", &on)]), Tone::Muted)
            }
            (None, Some(by)) => {
                let tone = if by < cx.today { Tone::Bad } else { Tone::Text };
                Cell::toned(day::due(by, cx.today, cx.words), tone)
            }
            (None, None) => Cell::default(),
        }
    };
    Extra {
        column: Column::short(cx.words.get("field-problem-due")),
        cells: records.iter().map(cell).collect(),
    }
}

/// The chance of winning: its own, or that of the stage.
fn chance(records: &[&dyn Record], cx: &Context<'_>) -> Extra {
    let cell = |record: &&dyn Record| {
        let Some(sale) = record.any().downcast_ref::<Opportunity>() else { return Cell::default() };
        let own = sale.probability.map(|p| Cell::from(number::show_percent(cx.words.lang(), p)));
        let assumed = || sale.stage.map(|s| Cell::toned(indicator::share(probability(s), cx), Tone::Muted));
        own.or_else(assumed).unwrap_or_default()
    };
    Extra {
        column: Column::number(cx.words.get("cli-column-chance")).leaving(2),
        cells: records.iter().map(cell).collect(),
    }
}
