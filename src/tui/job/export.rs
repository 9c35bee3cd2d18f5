//! A list as a file, behind the door.
use chrono::NaiveDate;

use crate::command::{Export, Rows, Sheet};
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::progress::{Stage, Step, Watch};
use crate::exchange::file::write_new;
use crate::exchange::out::grid::{Cell, Grid, Tables};
use crate::exchange::out::workbook;
use crate::lang::Words;
use crate::lang::value::Context;
use crate::lens::log;
use crate::store::Store;
use crate::store::fault::Fault;
use crate::store::query::log::{LogQuery, LogRow, Start};
use crate::tui::outside::place;

/// How many records are read between two words on how far it has come.
const AT_ONCE: usize = 200;

/// Writes the list and says where and how many.
pub(super) fn write(
    of: Export,
    store: &Store,
    today: NaiveDate,
    watch: &dyn Watch,
) -> Result<Explain, Explain> {
    let (path, sheet) = (place(of.path.trim()), of.sheet()?);
    let directory = store.directory().map_err(|fault| fault.explain())?;
    let words = Words::new(of.lang);
    let cx = Context { words: &words, today, directory: &directory, scope: None };
    // What is written is of one moment, whatever other processes write meanwhile.
    let _still = store.hold_still().map_err(|fault| fault.explain())?;
    let mut grid = grid(of.rows, store, watch, &cx)?.filled();
    grid.name = of.name;
    let bytes = match sheet {
        Sheet::Csv => grid.csv(of.lang),
        Sheet::Xlsx => workbook(&[grid.clone()], today, of.lang)?,
    };
    write_new(&path, &bytes)?;
    Ok(Explain::new("export-done").with("count", grid.rows.len()).with("path", path.display()))
}

fn grid(rows: Rows, store: &Store, watch: &dyn Watch, cx: &Context<'_>) -> Result<Grid, Explain> {
    let tables = Tables::of(store, cx);
    match rows {
        Rows::Shown(heads, rows) => {
            let rows = rows.into_iter().map(|row| row.into_iter().map(Cell::from).collect()).collect();
            Ok(Grid { heads, rows, ..Grid::default() })
        }
        Rows::Records(kind, ids) => by_pieces(&ids, watch, |ids| tables.records(kind, ids)),
        Rows::People(people) => by_pieces(&people, watch, |people| tables.people(people)),
        Rows::Talks(query) => {
            let ids = talks(store, query, watch).map_err(|fault| fault.explain())?;
            by_pieces(&ids, watch, |ids| tables.records(Kind::Interaction, ids))
        }
        Rows::TalksShown(query) => {
            let mut rows = Vec::new();
            let shown = |row: &LogRow| log::cells(row, cx.words).into_iter().map(Cell::from).collect();
            each_page(store, query, watch, |page| rows.extend(page.iter().map(shown)))
                .map_err(|fault| fault.explain())?;
            Ok(Grid { heads: log::heads(cx.words), rows, ..Grid::default() })
        }
    }
}

/// The rows of all pieces below the heads of the first.
fn by_pieces<T>(
    all: &[T],
    watch: &dyn Watch,
    make: impl Fn(&[T]) -> Result<Grid, Fault>,
) -> Result<Grid, Explain> {
    let mut whole: Option<Grid> = None;
    let count = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
    let mut done = 0;
    for piece in all.chunks(AT_ONCE) {
        watch.at(Step::new(Stage::Making, count(done), count(all.len())))?;
        let grid = make(piece).map_err(|fault| fault.explain())?;
        done += piece.len();
        match &mut whole {
            Some(whole) => whole.rows.extend(grid.rows),
            None => whole = Some(grid),
        }
    }
    // Without rows the heads still say what would stand there.
    whole.map_or_else(|| make(&[]).map_err(|fault| fault.explain()), Ok)
}

/// Every conversation of a selection, in its order.
fn talks(store: &Store, query: LogQuery, watch: &dyn Watch) -> Result<Vec<Id>, Fault> {
    let mut ids = Vec::new();
    each_page(store, query, watch, |page| ids.extend(page.iter().map(|row| row.id)))?;
    Ok(ids)
}

/// Hands the conversations of a selection over page by page, in their order.
fn each_page(
    store: &Store,
    query: LogQuery,
    watch: &dyn Watch,
    mut each: impl FnMut(&[LogRow]),
) -> Result<(), Fault> {
    let mut query = LogQuery { start: Start::Newest, limit: AT_ONCE, head: None, ..query };
    let mut done: u64 = 0;
    loop {
        watch.at(Step::new(Stage::Making, done, 0))?;
        let page = store.log(&query)?;
        done += page.rows.len() as u64;
        each(&page.rows);
        match page.rows.last() {
            Some(last) if page.more => query.start = Start::Older(last.place()),
            _ => return Ok(()),
        }
    }
}
