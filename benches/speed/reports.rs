//! The report to management beside opening the book.
use std::path::Path;

use anyhow::Context as _;
use cartera::domain::choice::ReportKind;
use cartera::domain::progress::Unwatched;
use cartera::lang::value::Context;
use cartera::lang::{Lang, Words};
use cartera::report::html;
use cartera::report::papers::{Wanted, row};
use cartera::store::Store;

use super::books::{clock, today};
use super::measure::Series;
use super::player::Player;

/// What was measured on one book.
#[derive(Default)]
pub struct Measured {
    /// The book opened and its first screen drawn.
    pub opened: Series,
    /// The report made as an HTML page, with a connection of its own as a job has it.
    pub made: Series,
}

/// Opens the book and makes the report, in turn.
pub fn make_all(book: &Path) -> anyhow::Result<Measured> {
    let mut measured = Measured::default();
    let state = tempfile::tempdir()?;
    for _ in 0..60 {
        measured.opened.time(|| Player::open(book, state.path()).map(drop))?;
        let page = measured.made.time(|| page(book))?;
        anyhow::ensure!(page.contains("Almazara"), "the report names nobody:\n{page}");
    }
    Ok(measured)
}

fn page(book: &Path) -> anyhow::Result<String> {
    let store = Store::open(book, clock)?;
    let wanted = Wanted::new(ReportKind::Management);
    let row = row(wanted.kind).context("no such document")?;
    let answers = store.ask_all(&row.queries(&wanted), today(), &Unwatched)?;
    let (words, directory) = (Words::new(Lang::Es), store.directory()?);
    let cx = Context { words: &words, today: today(), directory: &directory, scope: None };
    Ok(html::render(&row.make(&wanted, &answers, &cx)?.paper))
}
