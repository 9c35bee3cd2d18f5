//! The table of documents that are handed out: what each is about, what it asks the book, and how it is made of the answers. Shell
//! and screen read it; the language is that of the [`Context`], whatever theirs is.
mod account;
mod talks;
mod whole;

use chrono::NaiveDate;

use super::block::Block;
use super::paper::Paper;
use super::signs::marked;
use crate::domain::Id;
use crate::domain::choice::{ReportKind, Side};
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::lang::value::Context;
use crate::lang::{day, period};
use crate::store::query::{Answer, Query};

/// What a document is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Of {
    /// All clients.
    Book,
    /// One client.
    Account,
    /// A client, a person, or a meeting that is planned.
    Talk,
    /// Somebody of ours.
    Colleague,
}

/// What is wanted of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Which.
    pub kind: ReportKind,
    /// About whom: an account, a person, a planned interaction, a colleague; nothing where it is about all clients.
    pub of: Option<(Kind, Id)>,
    /// Of a bulletin, whom it is for.
    pub side: Side,
    /// First and last day of the time it tells of, where that is not for the document to choose.
    pub term: Option<(NaiveDate, NaiveDate)>,
    /// With what people told in confidence.
    pub personal: bool,
    /// What is asked of whoever reads it, in one's own words.
    pub asks: Vec<String>,
}

impl Wanted {
    /// A document about all clients.
    pub const fn new(kind: ReportKind) -> Self {
        Self { kind, of: None, side: Side::Theirs, term: None, personal: false, asks: Vec::new() }
    }

    /// The account it is about.
    pub fn account(&self) -> Option<Id> {
        self.of.filter(|(kind, _)| *kind == Kind::Account).map(|(_, id)| id)
    }

    /// The record it is about, 0 where it is about none: the book then says that there is no such record.
    fn id(&self) -> Id {
        self.of.map_or(0, |(_, id)| id)
    }
}

/// A document that was made.
#[derive(Debug, Clone, PartialEq)]
pub struct Made {
    /// It.
    pub paper: Paper,
    /// What the next one of its kind is compared with, JSON; may be empty.
    pub figures: String,
    /// First and last day of the time it tells of.
    pub term: Option<(NaiveDate, NaiveDate)>,
}

impl From<Paper> for Made {
    fn from(paper: Paper) -> Self {
        Self { paper, figures: String::new(), term: None }
    }
}

/// How a document is made.
type Make = fn(&Wanted, &[Answer], &Context<'_>) -> Result<Made, Explain>;

/// A row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// Which document.
    pub kind: ReportKind,
    /// What it is about.
    pub of: Of,
    ask: fn(&Wanted) -> Vec<Query>,
    make: Make,
}

/// Every document, in the order in which they are offered.
pub const ROWS: &[Row] = &[
    Row { kind: ReportKind::Management, of: Of::Book, ask: whole::ask_management, make: whole::management },
    Row { kind: ReportKind::Plan, of: Of::Account, ask: account::ask, make: account::plan },
    Row { kind: ReportKind::PlanPage, of: Of::Account, ask: account::ask, make: account::plan_page },
    Row { kind: ReportKind::Review, of: Of::Account, ask: account::ask, make: account::review },
    Row { kind: ReportKind::Client, of: Of::Account, ask: account::ask_client, make: account::client },
    Row { kind: ReportKind::Dossier, of: Of::Account, ask: account::ask_dossier, make: account::dossier },
    Row { kind: ReportKind::Brief, of: Of::Talk, ask: talks::ask_brief, make: talks::brief },
    Row { kind: ReportKind::Bulletin, of: Of::Account, ask: talks::ask_bulletin, make: talks::bulletin },
    Row { kind: ReportKind::Digest, of: Of::Colleague, ask: talks::ask_digest, make: talks::digest },
    Row { kind: ReportKind::Portfolio, of: Of::Book, ask: whole::ask_portfolio, make: whole::portfolio },
];

/// The row of a document.
pub fn row(kind: ReportKind) -> Option<&'static Row> {
    ROWS.iter().find(|row| row.kind == kind)
}

impl Row {
    /// First and last day of a period that was typed: the time that the document is to tell of.
    ///
    /// # Errors
    /// `handout-no-period` for what is none; `handout-period-ahead` for one that has not begun, of which only a plan can tell.
    pub fn term(&self, typed: &str, cx: &Context<'_>) -> Result<(NaiveDate, NaiveDate), Explain> {
        let year = cx.directory.terms.year;
        let unknown = || Explain::new("handout-no-period").with("text", typed);
        let of = period::parse(typed, year, cx.today).ok_or_else(unknown)?;
        let (from, until) = (year.first_day(of), year.last_day(of));
        let plans = matches!(self.kind, ReportKind::Plan | ReportKind::PlanPage);
        if from > cx.today && !plans {
            return Err(Explain::new("handout-period-ahead").with("day", from));
        }
        Ok((from, until))
    }

    /// What it asks the book; the answers come back in this order.
    pub fn queries(&self, wanted: &Wanted) -> Vec<Query> {
        (self.ask)(wanted)
    }

    /// It, made of the answers.
    ///
    /// # Errors
    /// Why it cannot be made.
    pub fn make(&self, wanted: &Wanted, answers: &[Answer], cx: &Context<'_>) -> Result<Made, Explain> {
        let made = (self.make)(wanted, answers, cx)?;
        let blocks = marked(made.paper.blocks);
        Ok(Made { paper: Paper { blocks, ..made.paper }, ..made })
    }
}

/// The answers are not those that were asked for.
pub(super) fn unanswered() -> Explain {
    Explain::new("handout-unanswered")
}

/// A document for our own side.
pub(super) fn internal(title: String, subtitle: String, blocks: Vec<Block>, cx: &Context<'_>) -> Paper {
    let foot = cx.words.get("handout-internal");
    Paper { title, subtitle, lang: cx.words.lang(), made: made(cx), foot, one_page: false, blocks }
}

/// When it was made and by whom: `23 Nov 2026 · Ana Ruiz`.
pub(super) fn made(cx: &Context<'_>) -> String {
    let on = day::show(cx.today, cx.words);
    let owner = cx.directory.owner.trim();
    if owner.is_empty() { on } else { format!("{on} · {owner}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_has_one_row() {
        for row in ROWS {
            assert_eq!(ROWS.iter().filter(|other| other.kind == row.kind).count(), 1, "{:?}", row.kind);
        }
    }

    #[test]
    fn answers_to_other_questions_make_nothing() {
        let directory = crate::domain::directory::Directory::default();
        let words = crate::lang::Words::new(crate::lang::Lang::En);
        let today = crate::domain::day::day(2026, 11, 23);
        let cx = Context { words: &words, today, directory: &directory, scope: None };
        for row in ROWS {
            let wanted = Wanted::new(row.kind);
            assert_eq!(row.make(&wanted, &[Answer::Log(Box::default())], &cx), Err(unanswered()));
            assert!(!row.queries(&wanted).is_empty(), "{:?}", row.kind);
        }
    }
}
