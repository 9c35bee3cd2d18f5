//! How a sheet of figures is laid out: long, a row for each figure or period; or wide, the periods across. What is found are
//! entries: which cell is the figure of which names, period and role.
use std::sync::Arc;

use chrono::NaiveDate;

use super::Role;
use super::headers::{Head, says_multiple};
use super::names::Names;
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::period::{CompanyYear, Period};
use crate::domain::text::fold;
use crate::exchange::draft::short;
use crate::exchange::sheet::Cell;
use crate::lang::figure::{Reading, read as figure};

mod labels;
mod long;
mod times;
mod wide;

/// How many rows may stand above the headers of a sheet: titles, dates of printing, blank ones.
const ABOVE: usize = 40;

/// What the layout of a sheet is read with.
pub(super) struct Reader<'a> {
    pub names: &'a Names<'a>,
    pub year: CompanyYear,
    pub today: NaiveDate,
    /// What figures are that say nothing themselves.
    pub role: Role,
    /// What the user said of columns: header, and what it holds.
    pub maps: &'a [(String, Head)],
    /// What the file and the sheet are called: may name the account, the indicator, the year.
    pub titles: &'a [&'a str],
    /// Of cells pasted into a grid whether its columns are years: there less is needed to be a header, but no figures may be
    /// taken for years.
    pub pasted: Option<bool>,
}

/// One cell and whose figure it is.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Entry {
    pub row: usize,
    pub column: usize,
    /// Name of the account as written.
    pub account: Option<Arc<str>>,
    /// Name of the indicator as written.
    pub kpi: Option<Arc<str>>,
    /// The indicator, where it is known by its place.
    pub known: Option<Id>,
    pub when: When,
    pub role: Role,
    /// What stands in the column of currencies.
    pub currency: Option<Arc<str>>,
}

/// The period of an entry.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct When {
    /// As written.
    pub text: Arc<str>,
    /// What it means; `None` if that is no period.
    pub period: Option<Period>,
    /// It was written as a day.
    pub day: Option<NaiveDate>,
    /// Nothing said the year.
    pub assumed: bool,
}

/// A sheet understood.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Layout {
    pub entries: Vec<Entry>,
    /// The row of the headers.
    pub header: Option<usize>,
    /// Columns and rows that are not taken, and why.
    pub left_out: Vec<Explain>,
    /// Its headers leave no doubt that these are figures of indicators.
    pub certain: bool,
}

impl Reader<'_> {
    /// How the rows are laid out; `None` if they are no figures.
    pub(super) fn recognise(&self, rows: &[Vec<Cell>]) -> Option<Layout> {
        let layout = long::read(self, rows).or_else(|| wide::read(self, rows));
        let mut layout = layout.filter(|l| !l.entries.is_empty())?;
        let last = layout.header.unwrap_or(0).min(ABOVE);
        let above = rows.iter().take(last + 1).flatten().filter_map(Cell::text);
        let names = layout.entries.iter().filter_map(|e| e.kpi.as_deref());
        if let Some(text) = self.titles.iter().copied().chain(above).chain(names).find(|t| says_multiple(t)) {
            layout.left_out.push(Explain::new("figures-multiple").with("text", short(text)));
        }
        Some(layout)
    }

    fn head(&self, header: &str) -> Option<Head> {
        let wanted = fold(header.trim());
        let mapped = self.maps.iter().find(|(h, _)| fold(h.trim()) == wanted).map(|(_, head)| *head);
        mapped.or_else(|| Head::of(header))
    }
}

/// What titles above a table say of all of it.
#[derive(Debug, Clone, Default, PartialEq)]
struct Title {
    account: Option<Arc<str>>,
    kpi: Option<Arc<str>>,
    year: Option<i32>,
}

impl Title {
    /// What the names of file and sheet say; the sheet's counts more.
    fn of(reader: &Reader<'_>) -> Self {
        let mut title = Self::default();
        for text in reader.titles {
            title.learn(text, reader);
        }
        title
    }

    /// Takes what a title says: a name by itself, a year anywhere in it.
    fn learn(&mut self, text: &str, reader: &Reader<'_>) {
        let pieces = text.split([':', '·', '|', '–', '—', '_', '\n']).flat_map(|p| p.split(" - "));
        for piece in std::iter::once(text).chain(pieces) {
            let piece = piece.trim();
            if reader.names.account(piece) != super::names::Hit::None {
                self.account = Some(Arc::from(piece));
            } else if reader.names.is_indicator(piece) {
                self.kpi = Some(Arc::from(piece));
            }
        }
        self.year = times::year_in(text, reader.year).or(self.year);
    }
}

/// Rows that are no figures.
#[derive(Debug, Default)]
struct Rest {
    /// How many sum up others.
    sums: usize,
    /// The scenarios of rows that are neither actuals nor targets.
    others: Vec<Arc<str>>,
}

impl Rest {
    fn other(&mut self, scenario: Arc<str>) {
        if !self.others.contains(&scenario) {
            self.others.push(scenario);
        }
    }

    fn told(self) -> Vec<Explain> {
        let sums = (self.sums > 0).then(|| Explain::new("figures-sums-left-out").with("count", self.sums));
        let other = |t: &Arc<str>| Explain::new("figures-scenario-left-out").with("text", short(t));
        sums.into_iter().chain(self.others.iter().map(other)).collect()
    }
}

/// A row of a title: one text and nothing else, over however many columns.
fn title_of(row: &[Cell]) -> Option<&str> {
    let mut filled = row.iter().filter(|c| !c.is_empty());
    let text = filled.next()?.text()?;
    filled.all(|c| c.text() == Some(text)).then_some(text)
}

/// By what files of the same program are known: the texts of the row that has the most of them, the periods among them as one.
pub(super) fn shape(rows: &[Vec<Cell>], year: CompanyYear) -> String {
    let is_figure = |text: &str| matches!(figure(text, None), Reading::Figure(_) | Reading::Ambiguous);
    let speaks = |c: &Cell| match c {
        Cell::Text(text) => !is_figure(text) || times::said(c, year).is_some(),
        Cell::Day(_) => true,
        Cell::Number { .. } | Cell::Empty | Cell::Error(_) => false,
    };
    let count = |row: &Vec<Cell>| row.iter().filter(|c| speaks(c)).count();
    let above = || rows.iter().take(ABOVE);
    let most = above().map(count).max().unwrap_or(0);
    let mut parts: Vec<String> = Vec::new();
    for cell in above().find(|r| count(r) == most).into_iter().flatten() {
        let is_period = times::said(cell, year).is_some();
        let part = if is_period { "#".to_owned() } else { fold(&cell.shown()) };
        if !is_period || parts.last() != Some(&part) {
            parts.push(part);
        }
    }
    parts.join("|").trim_end_matches('|').to_owned()
}

/// What people call a column: its header, else its letter.
pub(super) fn column_name(header: &str, column: usize) -> String {
    if !header.trim().is_empty() {
        return short(header);
    }
    letters(column)
}

/// The letters of a column: `A`, `AB`.
pub(in crate::exchange) fn letters(column: usize) -> String {
    let (mut name, mut left) = (String::new(), column + 1);
    while left > 0 {
        let letter = u8::try_from((left - 1) % 26).map_or('?', |n| char::from(b'A' + n));
        name.insert(0, letter);
        left = (left - 1) / 26;
    }
    name
}
