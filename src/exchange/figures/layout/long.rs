//! Long sheets: a column of periods, beside it columns of figures; names in columns of their own or above the figures.
use std::collections::HashMap;
use std::sync::Arc;

use super::times::{Times, is_bare_number, month_first, said};
use super::{ABOVE, Entry, Layout, Reader, Rest, Title, column_name, title_of};
use crate::domain::choice::Frequency;
use crate::domain::explain::Explain;
use crate::exchange::figures::Role;
use crate::exchange::figures::headers::{Head, Scenario, is_total};
use crate::exchange::sheet::Cell;

/// The columns of a long sheet.
#[derive(Debug, Default)]
struct Columns {
    account: Option<usize>,
    kpi: Option<usize>,
    period: Option<usize>,
    year: Option<usize>,
    scenario: Option<usize>,
    currency: Option<usize>,
    /// Columns of figures: role, and the indicator that the header names.
    figures: Vec<(usize, Role, Option<Arc<str>>)>,
}

/// Reads a long sheet; `None` if it is none.
pub(super) fn read(reader: &Reader<'_>, rows: &[Vec<Cell>]) -> Option<Layout> {
    let mut title = Title::of(reader);
    for (at, row) in rows.iter().enumerate().take(ABOVE) {
        if let Some(text) = title_of(row) {
            title.learn(text, reader);
        }
        let below = rows.get(at + 1..).unwrap_or_default();
        if let Some(columns) = columns(reader, row, below) {
            return Some(entries(reader, &columns, row, below, at + 1, &title));
        }
    }
    None
}

/// What the columns hold if this row is the headers of a long sheet.
fn columns(reader: &Reader<'_>, row: &[Cell], below: &[Vec<Cell>]) -> Option<Columns> {
    let mut columns = Columns::default();
    let heads: Vec<_> = row.iter().map(|c| c.text().and_then(|t| reader.head(t))).collect();
    let at = |head: Head| heads.iter().position(|h| *h == Some(head));
    columns.account = at(Head::Account);
    columns.kpi = at(Head::Kpi);
    columns.currency = at(Head::Currency);
    columns.scenario = at(Head::Scenario).filter(|c| {
        // “Type” may be anything else: only a column of scenarios is one.
        below.iter().take(ABOVE).filter_map(|r| r.get(*c)?.text()).any(|t| Scenario::of(t).is_some())
    });
    (columns.period, columns.year) = match (at(Head::Period), at(Head::Year), at(Head::Part)) {
        (Some(period), ..) => (Some(period), None),
        (None, Some(year), Some(part)) => (Some(part), Some(year)),
        (None, year, part) => (part.or(year), None),
    };
    for (column, head) in heads.iter().enumerate() {
        if let Some(Head::Figure(role)) = head
            && !columns.figures.iter().any(|(_, r, _)| r == role)
        {
            let role = if *role == Role::Actual { reader.role } else { *role };
            columns.figures.push((column, role, None));
        }
    }
    if columns.figures.is_empty() && columns.kpi.is_none() {
        columns.period = columns.period.or_else(|| column_of_periods(reader, row, below));
        for (column, cell) in row.iter().enumerate().filter(|(c, _)| Some(*c) != columns.period) {
            if let Some(name) = cell.text().filter(|t| reader.names.is_indicator(t)) {
                columns.figures.push((column, reader.role, Some(Arc::from(name.trim()))));
            }
        }
    }
    (columns.period.is_some() && !columns.figures.is_empty()).then_some(columns)
}

/// The first column, without a header or with a strange one, if all below it are periods.
fn column_of_periods(reader: &Reader<'_>, row: &[Cell], below: &[Vec<Cell>]) -> Option<usize> {
    let column = (0..row.len().min(3)).find(|c| {
        let mut cells = below.iter().filter_map(|r| r.get(*c)).filter(|c| !c.is_empty()).peekable();
        cells.peek().is_some() && cells.all(|c| said(c, reader.year).is_some() && !is_bare_number(c))
    })?;
    row.get(column).is_none_or(|c| said(c, reader.year).is_none()).then_some(column)
}

fn entries(
    reader: &Reader<'_>,
    columns: &Columns,
    header: &[Cell],
    below: &[Vec<Cell>],
    first: usize,
    title: &Title,
) -> Layout {
    let this = reader.year.year_of(reader.year.at(reader.today, Frequency::Monthly));
    let periods = below.iter().filter_map(|r| r.get(columns.period.unwrap_or(0)));
    let times = Times {
        year: reader.year,
        within: title.year.unwrap_or(this),
        assumed: title.year.is_none(),
        month_first: month_first(periods, reader.year),
    };
    let mut layout = Layout { header: Some(first - 1), certain: columns.kpi.is_some(), ..Layout::default() };
    let mut rows = Rows { reader, columns, title, times, texts: HashMap::new() };
    let mut rest = Rest::default();
    for (row, cells) in (first..).zip(below) {
        match rows.read(row, cells, &mut layout.entries) {
            Read::Taken => {}
            Read::Sum => rest.sums += 1,
            Read::Other(text) => rest.other(text),
        }
    }
    layout.left_out = left_out(reader, columns, header, below);
    layout.left_out.extend(rest.told());
    layout
}

/// The rows of a long sheet.
struct Rows<'a> {
    reader: &'a Reader<'a>,
    columns: &'a Columns,
    title: &'a Title,
    times: Times,
    /// The same few names stand in every row: each is kept once.
    texts: HashMap<String, Arc<str>>,
}

/// What a row came to.
enum Read {
    /// It is taken, or blank.
    Taken,
    /// It sums up others.
    Sum,
    /// It is of a scenario that is not asked for.
    Other(Arc<str>),
}

impl Rows<'_> {
    fn label(&mut self, row: &[Cell], column: Option<usize>) -> Option<Arc<str>> {
        let text = row.get(column?)?.shown();
        if text.is_empty() {
            return None;
        }
        Some(self.texts.entry(text).or_insert_with_key(|t| Arc::from(t.as_str())).clone())
    }

    fn read(&mut self, row: usize, cells: &[Cell], entries: &mut Vec<Entry>) -> Read {
        let columns = self.columns;
        let at = |column: Option<usize>| column.and_then(|c| cells.get(c)).unwrap_or(&Cell::Empty);
        let period = at(columns.period);
        let (account, kpi) = (self.label(cells, columns.account), self.label(cells, columns.kpi));
        if [&account, &kpi].into_iter().flatten().any(|t| is_sum(self.reader, t)) || is_total(&period.shown())
        {
            return Read::Sum;
        }
        if period.is_empty() {
            return Read::Taken;
        }
        let scenario = self.label(cells, columns.scenario);
        let role = match (columns.scenario, scenario.as_deref().and_then(Scenario::of)) {
            (None, _) => None,
            (Some(_), Some(Scenario::Role(role))) => Some(role),
            (Some(_), Some(Scenario::Other) | None) => return Read::Other(scenario.unwrap_or_default()),
        };
        let when = match columns.year {
            Some(year) => self.times.of_parts(at(Some(year)), period),
            None => self.times.when(period),
        };
        let currency = self.label(cells, columns.currency);
        for (column, of, named) in &columns.figures {
            entries.push(Entry {
                row,
                column: *column,
                account: account.clone().or_else(|| self.title.account.clone()),
                kpi: named.clone().or_else(|| kpi.clone()).or_else(|| self.title.kpi.clone()),
                known: None,
                when: when.clone(),
                role: role.unwrap_or(*of),
                currency: currency.clone(),
            });
        }
        Read::Taken
    }
}

/// Whether a label is that of a sum, and of nothing in the book.
fn is_sum(reader: &Reader<'_>, label: &str) -> bool {
    is_total(label)
        && !reader.names.is_indicator(label)
        && reader.names.account(label) == crate::exchange::figures::names::Hit::None
}

/// The columns with numbers in them that are not taken.
fn left_out(reader: &Reader<'_>, columns: &Columns, header: &[Cell], below: &[Vec<Cell>]) -> Vec<Explain> {
    let taken: Vec<usize> =
        [columns.account, columns.kpi, columns.period, columns.year, columns.scenario, columns.currency]
            .into_iter()
            .flatten()
            .chain(columns.figures.iter().map(|(c, ..)| *c))
            .collect();
    let meant = |c: usize, cell: &Cell| {
        let head = cell.text().and_then(|t| reader.head(t));
        let filled = below.iter().any(|r| r.get(c).is_some_and(|x| !x.is_empty()));
        !taken.contains(&c) && filled && head != Some(Head::Other)
    };
    let out = header.iter().enumerate().filter(|(c, cell)| meant(*c, cell));
    out.map(|(c, cell)| Explain::new("figures-column-left-out").with("column", column_name(&cell.shown(), c)))
        .collect()
}
