//! The shape of a book, read from the file itself: what a later migration adds is looked through too, and what an older copy
//! has not got yet is not asked for.
use rusqlite::Connection;

use crate::domain::kind::Kind;
use crate::domain::value::FieldKind;
use crate::store::fault::Fault;
use crate::store::journal::SYSTEM_TABLES;

/// Named texts that hold names of the program, never words of the user.
const CODES: [(&str, &str); 2] = [("fact", "value"), ("mute", "topic")];

/// A table that may hold something about a person.
#[derive(Debug, Clone)]
pub(super) struct Table {
    /// Its name.
    pub name: String,
    /// The columns of its primary key.
    pub key: Vec<String>,
    /// Columns with words of the user.
    pub texts: Vec<String>,
    /// Other columns of text but uids.
    pub codes: Vec<String>,
    /// Columns that lead to other tables.
    pub links: Vec<Foreign>,
    /// Rows count their updates.
    pub versioned: bool,
    /// Kept by the program, not journaled.
    pub system: bool,
    /// Has a column `person`.
    pub of_person: bool,
}

/// A column that leads to a row of another table.
#[derive(Debug, Clone)]
pub(super) struct Foreign {
    /// Its name.
    pub column: String,
    /// The other table.
    pub to: String,
    /// The row goes with the one it leads to.
    pub owned: bool,
}

/// All tables but the journal, which has images of the others, and the full text, which is made anew.
pub(super) fn tables(conn: &Connection) -> Result<Vec<Table>, Fault> {
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'search%'
        AND name NOT IN ('entry', 'change') ORDER BY name";
    let mut statement = conn.prepare(sql)?;
    let names = statement.query_map([], |r| r.get(0))?.collect::<Result<Vec<String>, _>>()?;
    names.into_iter().map(|name| table(conn, name)).collect()
}

fn table(conn: &Connection, name: String) -> Result<Table, Fault> {
    let mut statement = conn.prepare_cached("SELECT name, type, pk FROM pragma_table_info(?1)")?;
    let columns = statement
        .query_map([&name], |r| Ok((r.get::<_, String>(0)?, r.get::<_, String>(1)?, r.get::<_, i64>(2)?)))?;
    let columns = columns.collect::<Result<Vec<_>, _>>()?;
    let mut statement =
        conn.prepare_cached("SELECT \"from\", \"table\", on_delete FROM pragma_foreign_key_list(?1)")?;
    let links = statement.query_map([&name], |r| {
        Ok(Foreign { column: r.get(0)?, to: r.get(1)?, owned: r.get::<_, String>(2)? == "CASCADE" })
    })?;
    let links = links.collect::<Result<Vec<_>, _>>()?;
    let text =
        columns.iter().filter(|(column, of, _)| of == "TEXT" && column != "uid").map(|(column, ..)| column);
    let (mut texts, codes): (Vec<String>, Vec<String>) =
        text.cloned().partition(|column| is_words(&name, column));
    let mut key: Vec<_> = columns.iter().filter(|(_, _, pk)| *pk > 0).collect();
    key.sort_by_key(|(_, _, pk)| *pk);
    // The row is found by its key until the last of its texts is written.
    texts.sort_by_key(|column| key.iter().any(|(k, ..)| k == column));
    Ok(Table {
        key: key.into_iter().map(|(column, ..)| column.clone()).collect(),
        texts,
        codes,
        links,
        versioned: columns.iter().any(|(column, ..)| column == "version"),
        of_person: columns.iter().any(|(column, ..)| column == "person"),
        system: SYSTEM_TABLES.contains(&name.as_str()),
        name,
    })
}

/// Whether a column holds words of the user. One that the field tables do not know may.
pub(super) fn is_words(table: &str, column: &str) -> bool {
    if CODES.contains(&(table, column)) {
        return false;
    }
    let spec = Kind::named(table).and_then(|k| k.specs().into_iter().find(|s| s.name == column));
    spec.is_none_or(|s| match s.kind {
        FieldKind::Text | FieldKind::Note | FieldKind::Texts | FieldKind::Emails | FieldKind::Tags => true,
        FieldKind::Day
        | FieldKind::Time
        | FieldKind::Minutes
        | FieldKind::Count(..)
        | FieldKind::Score(..)
        | FieldKind::Percent
        | FieldKind::Decimal
        | FieldKind::Money
        | FieldKind::Measure
        | FieldKind::Period
        | FieldKind::Currency
        | FieldKind::Month
        | FieldKind::Flag
        | FieldKind::Choice(_)
        | FieldKind::Choices(_)
        | FieldKind::Link(_)
        | FieldKind::Links(_) => false,
    })
}
