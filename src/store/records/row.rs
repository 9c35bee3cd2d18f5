//! A record's own row: its columns, written and read by the field table. An amount has two, the second is its currency.
use std::sync::LazyLock;

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
    kind.specs().into_iter().filter(|spec| is_column(spec))
}

fn is_column(spec: &Spec) -> bool {
    spec.place == Place::Column && !matches!(spec.kind, FieldKind::Links(_))
}

/// The columns of a kind behind number, uid and version.
pub(super) fn names(kind: Kind) -> impl Iterator<Item = String> {
    column_specs(kind).flat_map(|s| {
        let second = has_currency(s.kind).then(|| currency_column(s));
        std::iter::once(s.name.to_owned()).chain(second)
    })
}

/// How a record of each kind is inserted: made once, an import writes tens of thousands.
static INSERTS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let insert = |kind: Kind| {
        let columns: Vec<_> = names(kind).map(|n| format!(", \"{n}\"")).collect();
        let marks = ", ?".repeat(columns.len());
        format!("INSERT INTO {}(id, uid, version{}) VALUES (?, ?, ?{marks})", kind.name(), columns.concat())
    };
    Kind::ALL.into_iter().map(insert).collect()
});

/// The statement that inserts a record of a kind: number, uid, version, then its [`cells`].
pub(super) fn insert(kind: Kind) -> &'static str {
    INSERTS.get(kind as usize).map_or("", String::as_str)
}

/// The cells of a record's own row, in the order of [`names`]; of an amount also that of its currency.
pub(super) fn cells(record: &dyn Record) -> Vec<Sql> {
    let mut cells = Vec::new();
    for (place, spec) in record.kind().specs().into_iter().enumerate() {
        if !is_column(spec) {
            continue;
        }
        let value = record.get_at(place);
        let currency = has_currency(spec.kind).then(|| currency_to_sql(&value));
        cells.push(to_sql(value));
        cells.extend(currency);
    }
    cells
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
