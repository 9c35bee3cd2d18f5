//! People as a table: a row for each at their account, with the fields of both, as import reads them again.
use super::{Cell, Grid, cell};
use crate::domain::Id;
use crate::domain::field::{Record, Spec};
use crate::domain::kind::Kind;
use crate::lang::field;
use crate::lang::value::Context;
use crate::store::Store;
use crate::store::fault::Fault;

/// A column: of which record, and which field.
type Column = (Kind, &'static Spec);

/// The people at those places, with headings and values in the language of `cx`. Whoever has no place has the fields of their place
/// empty.
///
/// # Errors
/// Faults of the book.
pub fn people(store: &Store, people: &[(Id, Option<Id>)], cx: &Context<'_>) -> Result<Grid, Fault> {
    let columns = columns();
    let mut rows = Vec::new();
    for (person, place) in people {
        let person = store.record(Kind::Person, *person)?;
        let place = place.map(|id| store.record(Kind::Membership, id)).transpose()?;
        let of = |(kind, spec): &Column| {
            let of: Option<&dyn Record> =
                if *kind == Kind::Person { Some(person.as_ref()) } else { place.as_deref() };
            of.map_or_else(Cell::default, |record| cell(spec.kind, &record.get(spec.name), cx))
        };
        rows.push(columns.iter().map(of).collect());
    }
    let heads = columns.iter().map(|(kind, spec)| field::label(*kind, spec.name, cx.words)).collect();
    Ok(Grid { name: field::kinds(Kind::Person, cx.words), heads, rows })
}

/// Name and account first, then the fields of the person, then those of the place.
fn columns() -> Vec<Column> {
    let of = |kind: Kind| kind.specs().into_iter().filter(|s| s.editable).map(move |s| (kind, s));
    let mut all: Vec<Column> = of(Kind::Person).chain(of(Kind::Membership)).collect();
    all.retain(|column| (column.0, column.1.name) != (Kind::Membership, "person"));
    all.sort_by_key(|(kind, spec)| match (kind, spec.name) {
        (Kind::Person, "name") => 0,
        (Kind::Membership, "account") => 1,
        _ => 2,
    });
    all
}
