//! A list to be written to a file.
use std::path::Path;

use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::lang::Lang;
use crate::store::query::log::LogQuery;

/// Which rows are written, and what of each.
#[derive(Debug, Clone)]
pub enum Rows {
    /// What the list shows: its heads and its cells.
    Shown(Vec<String>, Vec<Vec<String>>),
    /// These records with all their fields, as import reads them again.
    Records(Kind, Vec<Id>),
    /// People with the fields of the place that is meant too.
    People(Vec<(Id, Option<Id>)>),
    /// All conversations of this selection with their fields, however many there are.
    Talks(LogQuery),
    /// The same as the log shows them.
    TalksShown(LogQuery),
}

impl Rows {
    /// How many there are; `None` where nobody has counted them.
    pub const fn count(&self) -> Option<usize> {
        match self {
            Self::Shown(_, rows) => Some(rows.len()),
            Self::Records(_, ids) => Some(ids.len()),
            Self::People(people) => Some(people.len()),
            Self::Talks(_) | Self::TalksShown(_) => None,
        }
    }
}

/// What a list is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sheet {
    /// Text, a line each row.
    Csv,
    /// A workbook.
    Xlsx,
}

/// A list to be written.
#[derive(Debug, Clone)]
pub struct Export {
    /// Its rows.
    pub rows: Rows,
    /// What it is called; the name of the sheet of a workbook.
    pub name: String,
    /// Where, as it was typed: a new file whose name ends in `.csv` or `.xlsx`.
    pub path: String,
    /// In which language headings and values are.
    pub lang: Lang,
}

impl Export {
    /// What the file is to be.
    ///
    /// # Errors
    /// `export-ending` where the end of its name does not say it.
    pub fn sheet(&self) -> Result<Sheet, Explain> {
        let end = Path::new(self.path.trim()).extension().and_then(|end| end.to_str());
        match end.map(str::to_lowercase).as_deref() {
            Some("csv") => Ok(Sheet::Csv),
            Some("xlsx") => Ok(Sheet::Xlsx),
            _ => Err(Explain::new("export-ending").with("path", &self.path)),
        }
    }

    /// What is said of it while it is written.
    pub fn title(&self) -> Explain {
        Explain::new("export-writing").with("name", &self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_name_says_what_the_file_is() {
        let sheet = |path: &str| {
            let rows = Rows::Shown(Vec::new(), Vec::new());
            Export { rows, name: String::new(), path: path.to_owned(), lang: Lang::En }.sheet()
        };
        assert_eq!(sheet("a.CSV "), Ok(Sheet::Csv));
        assert_eq!(sheet("/x/a.b.xlsx"), Ok(Sheet::Xlsx));
        for name in ["a", "a.pdf", ".csv"] {
            assert_eq!(sheet(name).map_err(|why| why.key), Err("export-ending".to_owned()));
        }
    }
}
