//! The forms in which a document is handed out.
use std::path::Path;

use chrono::NaiveDate;

use super::block::Block;
use super::paper::Paper;
use super::{markdown, plain};
use crate::domain::explain::Explain;
use crate::domain::text::fold;

/// A form of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Text as a terminal shows it.
    Term,
    /// Markdown.
    Markdown,
}

/// Most columns of a document as text in a file.
const WIDTH: usize = 96;

/// How many words of a title a file is called by at most.
const NAME: usize = 6;

impl Format {
    /// Every form.
    pub const ALL: [Self; 2] = [Self::Term, Self::Markdown];

    /// Its word on the shell.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Term => "term",
            Self::Markdown => "md",
        }
    }

    /// How the names of its files end.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Term => "txt",
            Self::Markdown => "md",
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
            Self::Term | Self::Markdown => false,
        }
    }

    /// A document in this form; text is at most so many columns wide.
    ///
    /// # Errors
    /// Where the form cannot hold it.
    pub fn render(self, paper: &Paper, width: Option<usize>) -> Result<Vec<u8>, Explain> {
        Ok(match self {
            Self::Term => plain::render(&headed(paper), width).into_bytes(),
            Self::Markdown => markdown::render(&headed(paper)).into_bytes(),
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

/// The blocks of a document with its title above them and its foot below.
fn headed(paper: &Paper) -> Vec<Block> {
    let foot = [&paper.made, &paper.foot].into_iter().filter(|text| !text.is_empty());
    let foot = foot.map(String::as_str).collect::<Vec<_>>().join(" · ");
    let mut blocks = vec![Block::heading_with(paper.title.clone(), paper.subtitle.clone())];
    blocks.extend(paper.blocks.iter().cloned());
    blocks.push(Block::Paragraph(foot));
    blocks
}

/// A name for the file of a document: the words of its title as every system takes them, the day, the ending.
pub fn file_name(paper: &Paper, on: NaiveDate, format: Format) -> String {
    let folded = fold(&paper.title);
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let name = words.take(NAME).collect::<Vec<_>>().join("-");
    format!("{name}-{on}.{}", format.ending())
}
