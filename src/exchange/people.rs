//! People as a CSV file.
use super::out::grid;
use crate::domain::Id;
use crate::lang::value::Context;
use crate::store::Store;
use crate::store::fault::Fault;

/// The file, with headings and values in the language of `cx`; columns in which nothing would stand are left out.
///
/// # Errors
/// Faults of the book.
pub fn people(store: &Store, people: &[(Id, Option<Id>)], cx: &Context<'_>) -> Result<Vec<u8>, Fault> {
    Ok(grid::people(store, people, cx)?.filled().csv(cx.words.lang()))
}
