//! People as a table: a row for each at their account, with the fields of both, as import reads them again.
use super::{Cell, Grid, Tables, leads, marks};
use crate::domain::Id;
use crate::domain::field::{Record, Spec};
use crate::domain::kind::Kind;
use crate::domain::value::Value;
use crate::exchange::records::own;
use crate::lang::field;
use crate::store::fault::Fault;

/// A column: of which record, and which field.
type Column = (Kind, &'static Spec);

impl Tables<'_> {
    /// The people at those places. Whoever has no place has the fields of their place empty.
    ///
    /// # Errors
    /// Faults of the book.
    pub fn people(&self, people: &[(Id, Option<Id>)]) -> Result<Grid, Fault> {
        let mut columns = columns();
        columns.retain(|(kind, spec)| self.tells(*kind, spec));
        let leading: Vec<_> = columns.iter().filter(|(_, spec)| leads::leads(spec)).collect();
        let mut rows = Vec::new();
        for (person, place) in people {
            let person = self.store.record(Kind::Person, *person)?;
            self.notice(person.as_ref());
            let place = place.map(|id| self.store.record(Kind::Membership, id)).transpose()?;
            let of = |kind: Kind| -> Option<&dyn Record> {
                if kind == Kind::Person { Some(person.as_ref()) } else { place.as_deref() }
            };
            let cell = |(kind, spec): &Column| of(*kind).map_or_else(Cell::default, |r| self.cell(r, spec));
            let mut row: Vec<_> = columns.iter().map(cell).collect();
            for (kind, spec) in &leading {
                let value = of(*kind).map_or(Value::Empty, |record| record.get(spec.name));
                row.push(self.leads.cell(spec.kind, &value)?);
            }
            row.extend(marks(person.as_ref()));
            row.extend(place.as_deref().map(marks).unwrap_or_default());
            rows.push(row);
        }
        let mut heads: Vec<_> = columns.iter().map(|(kind, spec)| self.label(*kind, spec)).collect();
        heads.extend(leading.iter().map(|(kind, spec)| own::lead_head(&self.label(*kind, spec))));
        for kind in [Kind::Person, Kind::Membership] {
            heads.extend([own::number_head(kind), own::uid_head(kind)]);
        }
        let name = field::kinds(Kind::Person, self.cx.words);
        Ok(Grid { name, heads, rows, marks: leading.len() + 4 })
    }
}

/// Name and account first, then the fields of the person, then those of the place.
fn columns() -> Vec<Column> {
    let of = |kind: Kind| kind.specs().into_iter().map(move |s| (kind, s));
    let mut all: Vec<Column> = of(Kind::Person).chain(of(Kind::Membership)).collect();
    all.retain(|column| (column.0, column.1.name) != (Kind::Membership, "person"));
    all.sort_by_key(|(kind, spec)| match (kind, spec.name) {
        (Kind::Person, "name") => 0,
        (Kind::Membership, "account") => 1,
        _ => 2,
    });
    all
}
