//! The records of the book, or of a part of it, as tables.
use std::collections::{HashMap, HashSet};

use super::{Book, Failure, Format, Shell, Wanted};
use crate::domain::Id;
use crate::domain::field::Record;
use crate::domain::kind::Kind;
use crate::exchange::out::grid::{Grid, Tables};
use crate::store::fault::Fault;

/// The table of a kind, people unless one is named; a workbook of no kind in particular has all of them.
pub(super) fn of(shell: &Shell, book: &Book, wanted: &Wanted) -> Result<Vec<Grid>, Failure> {
    let cx = shell.cx(&book.directory, wanted.account);
    let tables = Tables::of(&book.store, &cx);
    let tables = if wanted.personal { tables } else { tables.discreet() };
    let grids = grids(shell, book, wanted, &tables)?;
    if tables.left_notes() {
        shell.say_with("out-notes-left", &[]);
    }
    Ok(grids)
}

/// The tables that are wanted, made by `tables`.
fn grids(shell: &Shell, book: &Book, wanted: &Wanted, tables: &Tables<'_>) -> Result<Vec<Grid>, Failure> {
    let here = |account| {
        let hang = |kind| Ok((kind, book.store.hanging_on(kind, account)?));
        Kind::ALL.into_iter().map(hang).collect::<Result<HashMap<_, _>, Fault>>()
    };
    let here = wanted.account.map(here).transpose()?;
    let of = |record: &dyn Record| {
        let hangs = |here: &HashMap<Kind, HashSet<Id>>| {
            here.get(&record.kind()).is_some_and(|ids| ids.contains(&record.head().id))
        };
        here.as_ref().is_none_or(hangs)
    };
    let one = |kind: Kind| tables.kind(kind, &of);
    match wanted.kind {
        Some(kind) => Ok(vec![one(kind)?.filled()]),
        None if wanted.format == Format::Csv => Ok(vec![one(Kind::Person)?.filled()]),
        None => {
            let grids = tables.all(&of)?;
            let issued = one(Kind::Issued)?.rows.len();
            if issued > 0 {
                shell.say_with("out-issued-left", &[("count", &issued.to_string())]);
            }
            if grids.is_empty() { Ok(vec![one(Kind::Account)?]) } else { Ok(grids) }
        }
    }
}
