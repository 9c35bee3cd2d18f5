//! Taking a person out of one file: the book, or a copy of whatever shape.
use rusqlite::Connection;

use super::case::{Case, Mention};
use super::documents::Documents;
use super::past::Past;
use super::who::{Known, list, of_uids};
use crate::store::fault::Fault;

/// What was taken out of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Taken {
    /// Records and links that went with the person.
    pub rows: usize,
    /// Texts of other records in which the word for somebody stands now.
    pub texts: usize,
    /// Issued documents that told of them and were emptied.
    pub documents: usize,
    /// Images and labels of the journal that went or were rewritten.
    pub past: usize,
}

impl Taken {
    /// Whether the file held nothing about them.
    pub const fn is_nothing(self) -> bool {
        self.rows + self.texts + self.documents + self.past == 0
    }
}

/// What the file holds about them; nothing is written.
pub(super) fn look(conn: &Connection, known: &Known, someone: &str) -> Result<Taken, Fault> {
    let mut all = known.clone();
    all.join(of_uids(conn, &known.uids)?);
    let case = Case::of(conn, &all, someone)?;
    let documents = Documents::of(&case)?;
    let mentions = mentions(&case, &documents)?;
    Ok(taken(&case, mentions.len(), &documents, &Past::of(&case, &documents)?))
}

fn taken(case: &Case<'_>, texts: usize, documents: &Documents, past: &Past) -> Taken {
    Taken { rows: case.ring.going.len(), texts, documents: documents.emptied.len(), past: past.count() }
}

/// The texts that betray them, but those of documents that are emptied.
fn mentions(case: &Case<'_>, documents: &Documents) -> Result<Vec<Mention>, Fault> {
    let mut mentions = case.mentions()?;
    mentions.retain(|mention| {
        let document = mention.column == "document" && case.tables[mention.table].name == "issued";
        !document || mention.row().is_none_or(|id| !documents.emptied.contains_key(&id))
    });
    Ok(mentions)
}

/// Takes them out. To be called in a transaction, with foreign keys watched; what could be redone goes first.
pub(super) fn scrub(conn: &Connection, known: &Known, someone: &str) -> Result<Taken, Fault> {
    conn.execute("DELETE FROM entry WHERE undone = 1", [])?;
    let mut all = known.clone();
    all.join(of_uids(conn, &known.uids)?);
    let case = Case::of(conn, &all, someone)?;
    let documents = Documents::of(&case)?;
    let past = Past::of(&case, &documents)?;
    let mentions = mentions(&case, &documents)?;
    let taken = taken(&case, mentions.len(), &documents, &past);
    // The full text keeps no texts, only their words: it cannot forget some of them and is made anew.
    conn.execute("INSERT INTO search(search) VALUES ('delete-all')", [])?;
    remove(&case)?;
    case.write(&mentions)?;
    documents.write(&case)?;
    past.write(&case)?;
    forget_statistics(conn)?;
    conn.execute_batch(
        "INSERT INTO search(rowid, body, people, promises) SELECT id, body, people, promises FROM search_text;
         INSERT INTO search(search) VALUES ('optimize');",
    )?;
    seen_again(&case)?;
    Ok(taken)
}

/// Deletes what is theirs: the rows themselves, what goes with them, and what the program notes about them.
fn remove(case: &Case<'_>) -> Result<(), Fault> {
    for (table, id) in &case.ring.going {
        let sql = format!("DELETE FROM {} WHERE id = ?1", case.tables[*table].name);
        case.conn.prepare_cached(&sql)?.execute([id])?;
    }
    for table in case.tables.iter().filter(|t| t.system && t.of_person) {
        let sql = format!("DELETE FROM {} WHERE person IN (SELECT value FROM json_each(?1))", table.name);
        case.conn.execute(&sql, [list(&case.ids)])?;
    }
    Ok(())
}

/// The samples that SQLite takes of columns, where it was told to.
fn forget_statistics(conn: &Connection) -> Result<(), Fault> {
    if conn.table_exists(None, "sqlite_stat4")? {
        conn.execute("DELETE FROM sqlite_stat4", [])?;
    }
    Ok(())
}

/// The next act gets the number of the newest that vanished: what was seen up to must not hide it.
fn seen_again(case: &Case<'_>) -> Result<(), Fault> {
    let mut statement = case
        .conn
        .prepare("SELECT name FROM pragma_table_info('seen') WHERE name IN ('entry', 'before_entry')")?;
    let columns = statement.query_map([], |r| r.get(0))?.collect::<Result<Vec<String>, _>>()?;
    for column in columns {
        let sql = format!("UPDATE seen SET {column} = min({column}, (SELECT ifnull(max(id), 0) FROM entry))");
        case.conn.execute(&sql, [])?;
    }
    Ok(())
}
