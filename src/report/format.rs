//! The forms in which a document is handed out.
use std::path::Path;

use chrono::NaiveDate;

use super::paper::Paper;
use super::{html, markdown, plain, xlsx};
use crate::domain::explain::Explain;
use crate::domain::text::fold;

/// A form of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Text as a terminal shows it.
    Term,
    /// Markdown.
    Markdown,
    /// One page for a browser, to be read and printed.
    Html,
    /// A workbook, for whoever goes on calculating.
    Xlsx,
}

/// Most columns of a document as text in a file.
const WIDTH: usize = 96;

/// How many words of a title a file is called by at most.
const NAME: usize = 6;

impl Format {
    /// Every form.
    pub const ALL: [Self; 4] = [Self::Html, Self::Xlsx, Self::Markdown, Self::Term];

    /// Its word on the shell.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Term => "term",
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Xlsx => "xlsx",
        }
    }

    /// How the names of its files end.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Term => "txt",
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Xlsx => "xlsx",
        }
    }

    /// The form of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// The form that the name of a file asks for.
    pub fn of_path(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_lowercase();
        Self::ALL.into_iter().find(|format| format.ending() == ending)
    }

    /// Whether it is nothing to be read on a terminal.
    pub const fn is_binary(self) -> bool {
        match self {
            Self::Term | Self::Markdown | Self::Html => false,
            Self::Xlsx => true,
        }
    }

    /// A document in this form; text is at most so many columns wide.
    ///
    /// # Errors
    /// `handout-no-workbook` where a workbook cannot be put together.
    pub fn render(self, paper: &Paper, width: Option<usize>) -> Result<Vec<u8>, Explain> {
        Ok(match self {
            Self::Term => plain::paper(paper, width).into_bytes(),
            Self::Markdown => markdown::paper(paper).into_bytes(),
            Self::Html => html::render(paper).into_bytes(),
            Self::Xlsx => xlsx::render(paper)
                .map_err(|error| Explain::new("handout-no-workbook").with("error", error))?,
        })
    }

    /// A document in this form, as a file has it.
    ///
    /// # Errors
    /// As [`Format::render`].
    pub fn file(self, paper: &Paper) -> Result<Vec<u8>, Explain> {
        self.render(paper, Some(WIDTH))
    }
}

/// A name for the file of a document: the words of its title as every system takes them, the day, the ending.
pub fn file_name(paper: &Paper, on: NaiveDate, format: Format) -> String {
    let folded = fold(&paper.title);
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let name = words.take(NAME).collect::<Vec<_>>().join("-");
    format!("{name}-{on}.{}", format.ending())
}
