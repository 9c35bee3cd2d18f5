//! A record's own row: its columns, written and read by the field table. An amount has two, the second is its currency.
use rusqlite::Row;
use rusqlite::types::Value as Sql;

use crate::domain::explain::Explain;
use crate::domain::field::{Place, Record, Spec};
use crate::domain::kind::Kind;
use crate::domain::value::FieldKind;
use crate::store::cell::{currency_to_sql, from_sql, from_two, has_currency, to_sql};
use crate::store::fault::Fault;

/// Fields that are columns of the entity's own table.
fn column_specs(kind: Kind) -> impl Iterator<Item = &'static Spec> {
    kind.specs().into_iter().filter(|s| s.place == Place::Column && !matches!(s.kind, FieldKind::Links(_)))
}

/// The columns of a kind behind number, uid and version.
pub(super) fn names(kind: Kind) -> impl Iterator<Item = String> {
    column_specs(kind).flat_map(|s| {
        let second = has_currency(s.kind).then(|| currency_column(s));
        std::iter::once(s.name.to_owned()).chain(second)
    })
}

/// The columns of a record's own row with their cells; of an amount also that of its currency.
pub(super) fn columns(record: &dyn Record) -> Vec<(String, Sql)> {
    let mut columns = Vec::new();
    for spec in column_specs(record.kind()) {
        let value = record.get(spec.name);
        columns.push((spec.name.to_owned(), to_sql(&value)));
        if has_currency(spec.kind) {
            columns.push((currency_column(spec), currency_to_sql(&value)));
        }
    }
    columns
}

fn currency_column(spec: &Spec) -> String {
    format!("{}_currency", spec.name)
}

pub(super) fn read_row(kind: Kind, row: &Row<'_>) -> rusqlite::Result<Box<dyn Record>> {
    let mut record = kind.blank();
    let head = record.head_mut();
    (head.id, head.uid, head.version) = (row.get(0)?, row.get(1)?, row.get(2)?);
    let mut at = 3;
    for spec in column_specs(kind) {
        let cell = row.get_ref(at)?;
        let value = if has_currency(spec.kind) {
            at += 1;
            from_two(spec.kind, cell, row.get_ref(at)?)
        } else {
            from_sql(spec.kind, cell)
        };
        // A cell that does not fit its field, written by other means, reads as not known.
        let _unfit = record.set(spec.name, value);
        at += 1;
    }
    Ok(record)
}

/// There is one figure an indicator and period, and one rate a currency and year: a second one is refused in words.
pub(super) fn once(fault: rusqlite::Error, kind: Kind) -> Fault {
    let twice =
        fault.sqlite_error().is_some_and(|e| e.extended_code == rusqlite::ffi::SQLITE_CONSTRAINT_UNIQUE);
    match kind {
        Kind::Target | Kind::Actual | Kind::Rate if twice => {
            Explain::new("record-twice").with("kind", kind.name()).into()
        }
        _ => fault.into(),
    }
}
