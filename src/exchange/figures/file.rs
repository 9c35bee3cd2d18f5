//! A sheet of a file, read with what the user has said of it.
use serde::{Deserialize, Serialize};

use super::headers::Head;
use super::layout::{self, Reader};
use super::names::Names;
use super::plan::Planner;
use super::value::Marks;
use super::{Book, Plan, Role};
use crate::domain::period::CompanyYear;
use crate::exchange::sheet::{Cell, Sheet};
use crate::lang::figure::Mark;

/// What was said of a file, now or the last time one of its shape was read.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// What begins the decimals.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decimal: Option<Mark>,
    /// Figures that say nothing of themselves are targets.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub targets: bool,
    /// The sheets to be read.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sheets: Vec<String>,
    /// Column headers, each with what it holds: `account`, `kpi`, `period`, `year`, `month`, `value`, `target`, `scenario`,
    /// `currency`, `ignore`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<(String, String)>,
}

impl Asked {
    /// Whether a column can hold what is called so.
    pub fn is_column(name: &str) -> bool {
        Head::named(name).is_some()
    }

    /// What is said now, over what was said before.
    #[must_use]
    pub fn over(&self, before: Self) -> Self {
        let or = |now: &Vec<_>, before| if now.is_empty() { before } else { now.clone() };
        Self {
            decimal: self.decimal.or(before.decimal),
            targets: self.targets || before.targets,
            sheets: if self.sheets.is_empty() { before.sheets } else { self.sheets.clone() },
            columns: or(&self.columns, before.columns),
        }
    }
}

/// The plan of a sheet; `None` if it holds no figures. The titles, those of file and sheet, may name account, indicator and year.
pub fn read(sheet: &Sheet, titles: &[&str], asked: &Asked, book: Book<'_>) -> Option<Plan> {
    let names = Names::new(book.kpis, book.directory);
    let maps: Vec<_> = asked
        .columns
        .iter()
        .filter_map(|(h, name)| Head::named(name).map(|head| (h.clone(), head)))
        .collect();
    let reader = Reader {
        names: &names,
        year: book.year,
        today: book.today,
        role: if asked.targets { Role::Target } else { Role::Actual },
        maps: &maps,
        titles,
        pasted: None,
    };
    let layout = reader.recognise(&sheet.rows)?;
    let marks = Marks { known: asked.decimal, assumed: None };
    Some(Planner { book, names: &names, rows: &sheet.rows, marks, nobody: "figures-no-kpi" }.plan(layout))
}

/// By what files of the same program are known: their headers, the periods among them as one.
pub fn shape(rows: &[Vec<Cell>], year: CompanyYear) -> String {
    layout::shape(rows, year)
}
