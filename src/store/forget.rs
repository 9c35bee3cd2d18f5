//! Forgetting a person: the right to erasure. The one way beside `Store::act` in which the user writes to the book, for an act
//! can be taken back, and what can be taken back is still there.
//!
//! The book comes last: as long as it knows the person, everything can be begun again. What it held goes in one transaction; a
//! mark in the file says that the room it took must still be given up, and who opens the book next finishes it.
mod case;
mod documents;
mod past;
mod ring;
mod scrub;
mod shape;
mod who;

use std::path::{Path, PathBuf};

use rusqlite::{Connection, TransactionBehavior};

use super::backup::{Backup, rewrite};
use super::fault::Fault;
use super::{Store, drafts};
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::text::{clean_line, fold};
pub use case::Text;
pub use scrub::Taken;
pub use who::Known;

/// How far forgetting goes beside the book.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reach {
    /// The folder of the drafts.
    pub drafts: Option<PathBuf>,
    /// The copies of the book are rewritten too.
    pub backups: bool,
}

/// What was forgotten.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forgotten {
    /// What they were called.
    pub name: String,
    /// What the book held.
    pub taken: Taken,
    /// Drafts that were removed or rewritten.
    pub drafts: usize,
    /// Copies of the book that were rewritten.
    pub rewritten: usize,
    /// Copies that still hold them.
    pub left: usize,
    /// Nothing of them is left in the file. Otherwise somebody else was reading it: who opens the book next finishes it.
    pub finished: bool,
}

impl Forgotten {
    /// What to say of it.
    pub fn explain(&self) -> Explain {
        let label = Explain::new("erasure-done").with("name", &self.name).with("rewritten", self.rewritten);
        label.with("left", self.left).with("finished", self.finished)
    }
}

/// The table that marks a book in which room must still be given up.
const MARK: &str = "erasing";

impl Store {
    /// Whoever has that number, or had it as long as the journal knows.
    ///
    /// # Errors
    /// [`Fault::Missing`] if nobody does, and faults of the file.
    pub fn who_is(&self, person: Id) -> Result<Known, Fault> {
        let known = who::of_id(&self.conn, person)?;
        if known.uids.is_empty() { Err(Fault::Missing { kind: Kind::Person, id: person }) } else { Ok(known) }
    }

    /// Those who go exactly by that name, or have that uid, and have left the book: in its journal, else in its copies.
    ///
    /// # Errors
    /// Faults of the file; a copy that cannot be read is passed over.
    pub fn who_was(&self, name: &str) -> Result<Vec<Known>, Fault> {
        let here = who::called(&self.conn, name)?;
        let Some(path) = self.path.as_deref().filter(|_| here.is_empty()) else { return Ok(here) };
        let mut found: Vec<Known> = Vec::new();
        for copy in rewrite::kept(path)?.copies {
            let Ok(called) = rewrite::look(&copy.path, |conn| who::called(conn, name)) else { continue };
            for known in called {
                match found.iter_mut().find(|f| !f.uids.is_disjoint(&known.uids)) {
                    Some(one) => one.join(known),
                    None => found.push(known),
                }
            }
        }
        Ok(found)
    }

    /// What the book holds about them.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn holds(&self, known: &Known) -> Result<Taken, Fault> {
        scrub::look(&self.conn, known, "")
    }

    /// Every text of the book that betrays them without belonging to them.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn mentions(&self, known: &Known) -> Result<Vec<Text>, Fault> {
        case::texts(&self.conn, known)
    }

    /// The copies of this book that hold something about them; one that cannot be read may.
    ///
    /// # Errors
    /// What the file system says.
    pub fn copies_with(&self, known: &Known) -> Result<Vec<Backup>, Fault> {
        let Some(path) = &self.path else { return Ok(Vec::new()) };
        let holds = |copy: &Backup| {
            rewrite::look(&copy.path, |conn| scrub::look(conn, known, "")).map_or(true, |t| !t.is_nothing())
        };
        Ok(rewrite::kept(path)?.copies.into_iter().filter(holds).collect())
    }

    /// The drafts that mention them or are of their form.
    ///
    /// # Errors
    /// Faults of the files.
    pub fn drafts_with(&self, known: &Known, folder: &Path) -> Result<Vec<String>, Fault> {
        let all = case::drafts(&self.conn, known, "", &drafts::list(folder)?)?;
        Ok(all.into_iter().map(|(name, _)| name).collect())
    }

    /// Forgets them if `typed` is their full name; `someone` is the word that stands in texts in their place. It cannot be
    /// taken back, and what was undone before cannot be redone.
    ///
    /// # Errors
    /// Refused: `erasure-name-wrong`; `erasure-damaged` for a copy that cannot be rewritten. Faults of the files. Then the book is
    /// as it was, and forgetting can be begun again.
    pub fn forget(
        &mut self,
        known: &Known,
        typed: &str,
        someone: &str,
        reach: &Reach,
    ) -> Result<Forgotten, Fault> {
        let same = |text: &str| fold(&clean_line(text));
        if known.name.is_empty() || same(typed) != same(&known.name) {
            return Err(Explain::new("erasure-name-wrong").with("name", &known.name).into());
        }
        let known = &if reach.backups { self.also_by_copies(known)? } else { known.clone() };
        let rewritten = if reach.backups { self.rewrite_copies(known, someone)? } else { 0 };
        let drafts = self.scrub_drafts(known, someone, reach.drafts.as_deref())?;
        let transaction = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction
            .execute_batch(&format!("CREATE TABLE IF NOT EXISTS {MARK} (id INTEGER PRIMARY KEY) STRICT"))?;
        let taken = scrub::scrub(&transaction, known, someone)?;
        transaction.commit()?;
        let finished = finish(&self.conn).unwrap_or(false);
        // Also of what was rewritten: a copy begun before the book forgot may have ended since.
        let left = self.copies_with(known)?.len();
        Ok(Forgotten { name: known.name.clone(), taken, drafts, rewritten, left, finished })
    }

    /// With all that the copies call them by; one that cannot be read is refused where it is rewritten.
    fn also_by_copies(&self, known: &Known) -> Result<Known, Fault> {
        let mut known = known.clone();
        let Some(path) = self.path.as_deref() else { return Ok(known) };
        for copy in rewrite::kept(path)?.copies {
            let _unread = rewrite::look(&copy.path, |conn| who::learn(conn, &mut known));
        }
        Ok(known)
    }

    fn rewrite_copies(&self, known: &Known, someone: &str) -> Result<usize, Fault> {
        let Some(path) = &self.path else { return Ok(0) };
        let kept = rewrite::kept(path)?;
        let unreadable =
            |path: &Path| Fault::from(Explain::new("erasure-damaged").with("path", path.display()));
        if let Some(damaged) = kept.damaged.first() {
            return Err(unreadable(damaged));
        }
        for copy in &kept.copies {
            rewrite::look(&copy.path, |_| Ok(())).map_err(|_| unreadable(&copy.path))?;
        }
        kept.clear()?;
        let mut count = 0;
        for copy in &kept.copies {
            let scrubbed = |conn: &Connection| scrub::scrub(conn, known, someone).map(|t| !t.is_nothing());
            count += usize::from(rewrite::rewrite(&copy.path, scrubbed).map_err(|f| f.of_file(&copy.path))?);
        }
        Ok(count)
    }

    fn scrub_drafts(&self, known: &Known, someone: &str, folder: Option<&Path>) -> Result<usize, Fault> {
        let Some(folder) = folder else { return Ok(0) };
        let changed = case::drafts(&self.conn, known, someone, &drafts::list(folder)?)?;
        for (name, texts) in &changed {
            match texts {
                Some(texts) => drafts::save(folder, name, texts)?,
                None => drafts::erase(folder, name)?,
            }
        }
        Ok(changed.len())
    }
}

/// Gives up the room of what was forgotten, if that is still to be done: no page of the file and no byte of its log keeps it.
/// Whether nothing is left to do; it is while somebody reads an older state of the book.
pub(super) fn finish(conn: &Connection) -> Result<bool, Fault> {
    if !conn.table_exists(None, MARK)? {
        return Ok(true);
    }
    conn.query_row("PRAGMA secure_delete = ON", [], |_| Ok(()))?;
    conn.execute_batch("VACUUM")?;
    if is_held(conn)? {
        return Ok(false);
    }
    conn.execute_batch(&format!("DROP TABLE IF EXISTS {MARK}"))?;
    conn.query_row("PRAGMA secure_delete = OFF", [], |_| Ok(()))?;
    is_held(conn).map(|_| true)
}

/// Writes the log back into the file and empties it; whether somebody keeps it from that.
fn is_held(conn: &Connection) -> Result<bool, Fault> {
    Ok(conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |r| r.get(0))?)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use chrono::NaiveDateTime;
    use rusqlite::functions::FunctionFlags;

    use super::*;
    use crate::domain::day::day;
    use crate::store::journal;
    use crate::store::open::{MIGRATIONS, Opening};

    const NOW: Opening = Opening { steps: MIGRATIONS, patience: Duration::from_millis(30) };

    fn clock() -> NaiveDateTime {
        day(2026, 11, 23).and_hms_opt(9, 0, 0).unwrap()
    }

    /// A book of a shape in which Ana Ruiz took part in a call and was renamed.
    fn book(path: &Path, steps: &'static [&'static str]) {
        let mut store = Store::open_as(path, clock, Opening { steps, ..NOW }).unwrap();
        store
            .act(clock().date(), |tx| {
                tx.conn().execute_batch(
                    "INSERT INTO person(id, uid, name) VALUES (1, 'u1', 'Ana Pujol'), (2, 'u2', 'Luis Ruiz');
                     UPDATE person SET name = 'Ana Ruiz' WHERE id = 1;
                     INSERT INTO interaction(id, uid, channel, day, text) VALUES (1, 'i1', 'call', '2026-10-07', 'Ruiz paga');
                     INSERT INTO interaction_people(interaction, person) VALUES (1, 1);",
                )?;
                Ok(Explain::new("act-imported").with("name", "Ana Ruiz"))
            })
            .unwrap();
    }

    fn has(path: &Path, text: &str) -> bool {
        std::fs::read(path).unwrap().windows(text.len()).any(|w| w == text.as_bytes())
    }

    #[test]
    fn copies_of_every_shape_are_rewritten() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("book.cartera");
        std::fs::create_dir(folder.path().join("backups")).unwrap();
        let copies: Vec<_> = (1..=MIGRATIONS.len())
            .map(|shape| folder.path().join(format!("backups/book-2026-11-{shape:02}.cartera")))
            .collect();
        for (shape, copy) in copies.iter().enumerate() {
            book(copy, &MIGRATIONS[..=shape]);
        }
        book(&path, MIGRATIONS);
        let mut store = Store::open_as(&path, clock, NOW).unwrap();
        let known = store.who_is(1).unwrap();
        let reach = Reach { drafts: None, backups: true };
        let done = store.forget(&known, "Ana Ruiz", "someone", &reach).unwrap();
        assert_eq!(done.rewritten, MIGRATIONS.len());
        for copy in &copies {
            assert!(!has(copy, "Ana") && !has(copy, "Pujol") && has(copy, "Luis Ruiz"), "{}", copy.display());
            assert!(has(copy, "someone paga"));
        }
    }

    #[test]
    fn a_copy_begun_before_the_book_forgot_is_counted() {
        for backups in [false, true] {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("book.cartera");
            let copy = folder.path().join("backups/book-2026-11-23.cartera");
            std::fs::create_dir(folder.path().join("backups")).unwrap();
            book(&path, MIGRATIONS);
            let mut store = Store::open_as(&path, clock, NOW).unwrap();
            let known = store.who_is(1).unwrap();
            // Another process takes its copy after those there were have been rewritten.
            let from = path.clone();
            store
                .conn
                .create_scalar_function("copied", 0, FunctionFlags::SQLITE_UTF8, move |_| {
                    Connection::open(&from)?.execute("VACUUM INTO ?1", [copy.to_string_lossy()])
                })
                .unwrap();
            store
                .conn
                .execute_batch("CREATE TEMP TRIGGER late BEFORE DELETE ON person BEGIN SELECT copied(); END")
                .unwrap();
            let reach = Reach { drafts: None, backups };
            let done = store.forget(&known, "Ana Ruiz", "someone", &reach).unwrap();
            assert_eq!((done.rewritten, done.left), (0, 1));
        }
    }

    #[test]
    fn what_was_left_half_way_is_finished_by_whoever_opens_the_book_next() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("book.cartera");
        book(&path, MIGRATIONS);
        let store = Store::open_as(&path, clock, NOW).unwrap();
        let known = store.who_is(1).unwrap();
        // As forgetting does, up to the moment in which the process is killed.
        store
            .conn
            .execute_batch(&format!("BEGIN; CREATE TABLE {MARK} (id INTEGER PRIMARY KEY) STRICT"))
            .unwrap();
        scrub::scrub(&store.conn, &known, "someone").unwrap();
        store.conn.execute_batch("COMMIT").unwrap();
        drop(store);
        assert!(has(&path, "Pujol"), "the page is free and not overwritten");
        let store = Store::open_as(&path, clock, NOW).unwrap();
        assert!(!has(&path, "Pujol") && !has(&folder.path().join("book.cartera-wal"), "Pujol"));
        assert!(!store.conn.table_exists(None, MARK).unwrap());
        assert!(journal::everything(&store).unwrap().iter().all(|(_, image)| !image.contains("Ana")));
    }

    #[test]
    fn whoever_reads_an_older_state_keeps_it_from_being_finished_and_that_is_said() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("book.cartera");
        book(&path, MIGRATIONS);
        let reader = Store::open_as(&path, clock, NOW).unwrap();
        let mut store = Store::open_as(&path, clock, NOW).unwrap();
        let known = store.who_is(1).unwrap();
        let still = reader.hold_still().unwrap();
        assert_eq!(reader.records(Kind::Person, 0, 9).unwrap().len(), 2);
        let done = store.forget(&known, "Ana Ruiz", "someone", &Reach::default()).unwrap();
        assert!(!done.finished);
        drop(still);
        drop(Store::open_as(&path, clock, NOW).unwrap());
        assert!(!has(&path, "Pujol") && !has(&folder.path().join("book.cartera-wal"), "Pujol"));
    }
}
