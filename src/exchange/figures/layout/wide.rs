//! Wide sheets: periods across, a row for each indicator; several tables may stand under one another.
use std::sync::Arc;

use super::labels::{self, Labels};
use super::times::{Times, are_years, is_bare_number, month_first, said};
use super::{ABOVE, Entry, Layout, Reader, Rest, Title, When, column_name, title_of};
use crate::domain::choice::Frequency;
use crate::domain::explain::Explain;
use crate::domain::period::Period;
use crate::exchange::figures::Role;
use crate::exchange::figures::headers::{Head, Scenario, is_total};
use crate::exchange::sheet::Cell;
use crate::lang::period::Said;

/// The headers of a wide table.
struct Header {
    /// What each column holds from the first period on.
    columns: Vec<(usize, When, Role)>,
    /// Headers of columns that hold no figure of a period.
    others: Vec<usize>,
    /// Where the periods begin.
    first: usize,
    /// Where the rows begin.
    below: usize,
}

/// Reads the wide tables of a sheet; `None` if there is none.
pub(super) fn read(reader: &Reader<'_>, rows: &[Vec<Cell>]) -> Option<Layout> {
    let mut layout = Layout::default();
    let mut title = Title::of(reader);
    let mut at = 0;
    let mut rest = Rest::default();
    while at < rows.len() {
        let row = rows.get(at).map(Vec::as_slice).unwrap_or_default();
        if !is_header(reader, rows, at, layout.header.is_none()) {
            if let Some(text) = title_of(row) {
                title.learn(text, reader);
            }
            at += 1;
            continue;
        }
        let header = header(reader, rows, at, &title);
        let end =
            (header.below..rows.len()).find(|r| is_header(reader, rows, *r, false)).unwrap_or(rows.len());
        let below = rows.get(header.below..end).unwrap_or_default();
        let heads = rows.get(at.saturating_sub(1)..header.below).unwrap_or_default();
        let labels = labels::find(reader, heads, below, header.first, &title);
        if layout.header.is_none() {
            layout.header = Some(at);
            layout.certain = header.columns.len() > 1;
        }
        left_out(&mut layout, &header, row, below);
        table(reader, &header, &labels, below, &mut title, (&mut layout.entries, &mut rest));
        at = end.max(at + 1);
    }
    layout.left_out.extend(rest.told());
    layout.header.is_some().then_some(layout)
}

/// Whether a row is the periods of a table.
fn is_header(reader: &Reader<'_>, rows: &[Vec<Cell>], at: usize, is_first: bool) -> bool {
    let Some(row) = rows.get(at) else { return false };
    let head = |c: &Cell| c.text().and_then(|t| reader.head(t));
    let times: Vec<_> = row.iter().filter_map(|c| period_of(reader, c).map(|(s, _)| (c, s))).collect();
    let bare = times.iter().all(|(c, _)| is_bare_number(c));
    let named = row.iter().any(|c| matches!(head(c), Some(Head::Account | Head::Kpi)));
    let figures = row.iter().any(|c| matches!(c, Cell::Number { .. }) && said(c, reader.year).is_none());
    let first = row.iter().position(|c| !c.is_empty() && period_of(reader, c).is_some()).unwrap_or(0);
    let alone = reader.pasted.is_some()
        && row.iter().skip(first).all(|c| c.is_empty() || period_of(reader, c).is_some());
    // A number by itself further down is a figure, even where it could be a month.
    let enough = if named || (alone && (is_first || !bare)) { 1 } else { 2 };
    if figures || times.len() < enough {
        return false;
    }
    if !bare {
        return true;
    }
    let months_below =
        || (at + 1..=at + 2).any(|r| rows.get(r).is_some() && is_header(reader, rows, r, false));
    let said: Vec<Said> = times.iter().map(|(_, s)| *s).collect();
    is_first
        && at < ABOVE
        && reader.pasted.is_none_or(|years| years || first > 0)
        && are_years(&said)
        && (named || said.len() > 1)
        && !months_below()
}

/// What a header cell says of time, and the scenario that stands beside it.
fn period_of(reader: &Reader<'_>, cell: &Cell) -> Option<(Said, Option<Scenario>)> {
    if let Some(said) = said(cell, reader.year) {
        return Some((said, None));
    }
    let (scenario, rest) = Scenario::beside(cell.text()?)?;
    said(&Cell::Text(rest.to_owned()), reader.year).map(|said| (said, Some(scenario)))
}

/// What the columns hold below the periods in row `at`.
fn header(reader: &Reader<'_>, rows: &[Vec<Cell>], at: usize, title: &Title) -> Header {
    let row = rows.get(at).map(Vec::as_slice).unwrap_or_default();
    let above = |n: usize| at.checked_sub(n).and_then(|r| rows.get(r)).map(Vec::as_slice).unwrap_or_default();
    let under = rows.get(at + 1).map(Vec::as_slice).unwrap_or_default();
    let first = row.iter().position(|c| period_of(reader, c).is_some()).unwrap_or(0);
    let roles_under = is_row_of_roles(under, first);
    let roles_above = [1, 2].map(above).into_iter().find(|r| is_row_of_roles(r, first));
    let years_above = [1, 2, 3].map(above);
    let this = reader.year.year_of(reader.year.at(reader.today, Frequency::Monthly));
    let month_first = month_first(row.iter(), reader.year);
    let width = row.len().max(if roles_under { under.len() } else { 0 });
    let mut found =
        Header { columns: Vec::new(), others: Vec::new(), first, below: at + 1 + usize::from(roles_under) };
    let mut last: Option<Cell> = None;
    for column in first..width {
        let cell = row.get(column).filter(|c| !c.is_empty());
        let cell = if roles_under { cell.cloned().or_else(|| last.clone()) } else { cell.cloned() };
        last.clone_from(&cell);
        let year = years_above.iter().find_map(|r| year_over(reader, r, first, column)).or(title.year);
        let times =
            Times { year: reader.year, within: year.unwrap_or(this), assumed: year.is_none(), month_first };
        let beside = cell.as_ref().and_then(Cell::text).and_then(Scenario::beside);
        let beside = beside.filter(|_| cell.as_ref().is_some_and(|c| said(c, reader.year).is_none()));
        let when = cell.as_ref().map(|c| match beside {
            Some((_, rest)) => times.when(&Cell::Text(rest.to_owned())),
            None => times.when(c),
        });
        let scenario = beside.map(|(s, _)| s);
        let scenario = scenario.or_else(|| if roles_under { scenario_of(under.get(column)) } else { None });
        let scenario = scenario.or_else(|| roles_above.and_then(|r| scenario_over(r, first, column)));
        let role = match scenario {
            None => Some(reader.role),
            Some(Scenario::Role(role)) => Some(role),
            Some(Scenario::Other) => None,
        };
        match (when.filter(|w| w.period.is_some()), role) {
            (Some(when), Some(role)) => found.columns.push((column, when, role)),
            _ => found.others.push(column),
        }
    }
    found
}

fn scenario_of(cell: Option<&Cell>) -> Option<Scenario> {
    match cell {
        Some(Cell::Text(text)) => Scenario::of(text).or(Some(Scenario::Other)),
        _ => None,
    }
}

/// Whether a row says real, target or deviation over or under the periods, and nothing else.
fn is_row_of_roles(row: &[Cell], first: usize) -> bool {
    let mut cells = row.iter().skip(first).filter(|c| !c.is_empty()).peekable();
    let role = |c: &Cell| c.text().and_then(Scenario::of);
    let any = row.iter().skip(first).any(|c| matches!(role(c), Some(Scenario::Role(_))));
    cells.peek().is_some() && any && cells.all(|c| role(c).is_some())
}

/// The scenario that stands over a column: the last one at its left.
fn scenario_over(row: &[Cell], first: usize, column: usize) -> Option<Scenario> {
    let cells = row.get(first..=column.min(row.len().checked_sub(1)?))?;
    cells.iter().rev().find_map(|c| c.text().and_then(Scenario::of))
}

/// The year that stands over a column: the last one at its left, if the row is years only.
fn year_over(reader: &Reader<'_>, row: &[Cell], first: usize, column: usize) -> Option<i32> {
    let cells = row.get(first..=column.min(row.len().checked_sub(1)?))?;
    let year = |c: &Cell| match said(c, reader.year) {
        Some(Said::Period(Period::Year(year))) => Some(year),
        Some(Said::Period(_) | Said::Day(_) | Said::Month(_) | Said::Quarter(_)) | None => None,
    };
    let filled = || cells.iter().filter(|c| !c.is_empty());
    if filled().all(|c| year(c).is_some()) { filled().next_back().and_then(year) } else { None }
}

fn left_out(layout: &mut Layout, header: &Header, row: &[Cell], below: &[Vec<Cell>]) {
    for column in &header.others {
        let shown = row.get(*column).map(Cell::shown).unwrap_or_default();
        let filled = below.iter().any(|r| r.get(*column).is_some_and(|c| !c.is_empty()));
        let told = Explain::new("figures-column-left-out").with("column", column_name(&shown, *column));
        if filled && !layout.left_out.contains(&told) {
            layout.left_out.push(told);
        }
    }
}

/// What stands once over or beside several rows.
#[derive(Default)]
struct Carried {
    account: Option<Arc<str>>,
    kpi: Option<Arc<str>>,
}

/// What a row has in a column of names.
fn label(cells: &[Cell], column: Option<usize>) -> Option<Arc<str>> {
    let shown = cells.get(column?)?.shown();
    (!shown.is_empty()).then(|| Arc::from(shown.as_str()))
}

impl Carried {
    /// The names of a row: its own, else those above it.
    fn names(&mut self, cells: &[Cell], labels: &Labels) -> (Option<Arc<str>>, Option<Arc<str>>) {
        let (mut account, mut kpi) = (label(cells, labels.account), label(cells, labels.kpi));
        if account.is_some() {
            self.account.clone_from(&account);
        } else if kpi.is_some() || labels.kpi.is_none() {
            account.clone_from(&self.account);
        }
        if kpi.is_some() {
            self.kpi.clone_from(&kpi);
        } else if labels.scenario.is_some() {
            kpi.clone_from(&self.kpi);
        }
        (account, kpi)
    }

    /// A row without figures: an account by itself stands over the rows of its indicators, anything else is a title.
    fn learn(&mut self, reader: &Reader<'_>, cells: &[Cell], labels: &Labels, title: &mut Title) {
        let name = label(cells, labels.account).or_else(|| label(cells, labels.kpi));
        if let Some(text) = name.filter(|t| reader.names.account(t) != labels::Hit::None) {
            (self.account, title.account) = (Some(text.clone()), Some(text));
        } else if let Some(text) = title_of(cells) {
            title.learn(text, reader);
        }
    }
}

/// Takes the entries of the rows of a table.
fn table(
    reader: &Reader<'_>,
    header: &Header,
    labels: &Labels,
    below: &[Vec<Cell>],
    title: &mut Title,
    found: (&mut Vec<Entry>, &mut Rest),
) {
    let (entries, rest) = found;
    let mut carried = Carried::default();
    for (row, cells) in (header.below..).zip(below) {
        if !header.columns.iter().any(|(c, ..)| cells.get(*c).is_some_and(|c| !c.is_empty())) {
            carried.learn(reader, cells, labels, title);
            continue;
        }
        let own = [labels.account, labels.kpi].map(|c| label(cells, c));
        if own.iter().flatten().any(|t| is_total(t) && labels::is_name(reader, t).not_known()) {
            rest.sums += 1;
            continue;
        }
        let (account, kpi) = carried.names(cells, labels);
        let scenario = match label(cells, labels.scenario).map(|t| (Scenario::of(&t), t)) {
            None => None,
            Some((Some(Scenario::Role(role)), _)) => Some(role),
            Some((Some(Scenario::Other) | None, text)) => {
                rest.other(text);
                continue;
            }
        };
        for (column, when, role) in &header.columns {
            entries.push(Entry {
                row,
                column: *column,
                account: account.clone().or_else(|| title.account.clone()),
                kpi: kpi.clone().or_else(|| title.kpi.clone()),
                known: None,
                when: when.clone(),
                role: scenario.unwrap_or(*role),
                currency: label(cells, labels.currency),
            });
        }
    }
}
