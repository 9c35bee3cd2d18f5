//! Opening a book: what it must be and what it is made into. How a file that is something else is refused is in `look`.
mod look;

use std::fs::{self, OpenOptions};
use std::path::Path;
use std::thread;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, ErrorCode, MAIN_DB, OpenFlags, TransactionBehavior};

use super::backup::Shelf;
use super::fault::Fault;
use super::{Clock, Store, journal};
use crate::domain::text::fold;

/// Marks a SQLite file as a book: `crta` in ASCII.
pub const APPLICATION_ID: i64 = 0x6372_7461;

/// The steps from an empty file to the newest shape; a step is never edited once released.
pub const MIGRATIONS: &[&str] = &[
    include_str!("../../assets/migrations/0001.sql"),
    include_str!("../../assets/migrations/0002.sql"),
    include_str!("../../assets/migrations/0003.sql"),
    include_str!("../../assets/migrations/0004.sql"),
    include_str!("../../assets/migrations/0005.sql"),
    include_str!("../../assets/migrations/0006.sql"),
    include_str!("../../assets/migrations/0007.sql"),
    include_str!("../../assets/migrations/0008.sql"),
    include_str!("../../assets/migrations/0009.sql"),
    include_str!("../../assets/migrations/0010.sql"),
    include_str!("../../assets/migrations/0011.sql"),
    include_str!("../../assets/migrations/0012.sql"),
];

/// How long one waits for the lock before looking again, where SQLite does not wait by itself.
const PAUSE: Duration = Duration::from_millis(10);

/// How a book is opened; only tests open with other steps or less patience.
#[derive(Debug, Clone, Copy)]
pub(super) struct Opening {
    /// The migrations this program knows.
    pub steps: &'static [&'static str],
    /// How long to wait for another process before saying so.
    pub patience: Duration,
}

/// As released.
pub(super) const OPENING: Opening = Opening { steps: MIGRATIONS, patience: Duration::from_secs(5) };

/// Bytes of a page of a new file: small, so that a capture writes little (a fifth quicker than with 4,096).
const PAGE: i64 = 2048;

impl Store {
    /// Opens the book at `path`, makes it if there is none (file `0600`), and migrates an older one after a backup.
    ///
    /// The folder must be there: [`private_folder`] makes one.
    ///
    /// # Errors
    /// [`Fault::File`] for a file that is newer, foreign, damaged, locked or read-only, for a folder in its place and for a
    /// place without a folder; everything is left as it is.
    pub fn open(path: &Path, clock: Clock) -> Result<Self, Fault> {
        Self::open_as(path, clock, OPENING)
    }

    pub(super) fn open_as(path: &Path, clock: Clock, opening: Opening) -> Result<Self, Fault> {
        look::before_writing(path, opening)
            .and_then(|()| make_private(path))
            .and_then(|()| Self::connect(path, clock, opening))
            .map_err(|e| e.of_file(path).with_backup())
    }

    /// Opens a file that is known to be a book, or empty.
    pub(super) fn connect(path: &Path, clock: Clock, opening: Opening) -> Result<Self, Fault> {
        let conn = connection(path, opening.patience)?;
        if conn.is_readonly(MAIN_DB)? {
            return Err(Fault::file("store-read-only", path));
        }
        // Of a new file only. An act touches some forty pages and writes each of them whole.
        conn.pragma_update(None, "page_size", PAGE)?;
        turn_wal_on(&conn, opening.patience)?;
        conn.pragma_update(None, "synchronous", "FULL")?;
        // Whoever has the book open waits longer: another process may be in the middle of a long import.
        conn.busy_timeout(opening.patience * 2)?;
        let store = Self::ready(conn, Some(path.to_owned()), clock, opening)?;
        // Where that cannot be done now, whoever opens the book next does it.
        let _finished = super::forget::finish(&store.conn);
        Ok(store)
    }

    /// A book in memory, for tests and trials.
    ///
    /// # Errors
    /// Only if SQLite has no memory.
    pub fn in_memory(clock: Clock) -> Result<Self, Fault> {
        Self::ready(Connection::open_in_memory()?, None, clock, OPENING)
    }

    fn ready(
        conn: Connection,
        path: Option<std::path::PathBuf>,
        clock: Clock,
        opening: Opening,
    ) -> Result<Self, Fault> {
        conn.pragma_update(None, "foreign_keys", true)?;
        // Plans do not depend on what is looked for: otherwise SQLite makes many of them anew at every use.
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        conn.set_prepared_statement_cache_capacity(128);
        let pure = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
        conn.create_scalar_function("fold", 1, pure, |args| {
            Ok(args.get::<Option<String>>(0)?.map(|text| fold(&text)))
        })?;
        let origin = uuid::Uuid::new_v4().to_string();
        let mut store = Self {
            conn,
            path,
            clock,
            opening,
            origin,
            data_version: 0,
            keeps_backups: true,
            acted: false,
            backed_up: None,
            totals: std::cell::RefCell::default(),
            judged: std::cell::RefCell::default(),
        };
        store.migrate()?;
        store.changed_elsewhere()?;
        Ok(store)
    }

    /// The shape of the file: how many migrations it has seen.
    fn shape(conn: &Connection) -> Result<usize, Fault> {
        let version: i64 = conn.query_row("PRAGMA user_version", [], |r| r.get(0))?;
        Ok(usize::try_from(version).unwrap_or(usize::MAX))
    }

    fn migrate(&mut self) -> Result<(), Fault> {
        let steps = self.opening.steps;
        let shape = Self::shape(&self.conn)?;
        if shape > steps.len() {
            // The log had the news; the header did not.
            return Err(Fault::file("store-newer", self.path.as_deref().unwrap_or(Path::new(""))));
        }
        if shape == steps.len() {
            return Ok(());
        }
        let uid = self.new_uid();
        let now = (self.clock)();
        let transaction = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // Another process may have migrated while this one waited for the lock.
        let shape = Self::shape(&transaction)?;
        if let Some(path) = self.path.as_deref().filter(|_| shape > 0 && shape < steps.len()) {
            // Under the lock: nothing is written between the copy and the new shape.
            Shelf::of(path).keep_before_migration(path, shape, now)?;
        }
        // They name every column: a step could not drop one.
        journal::drop_triggers(&transaction)?;
        for (step, sql) in steps.iter().enumerate().skip(shape) {
            transaction.execute_batch(sql)?;
            transaction.pragma_update(None, "user_version", i64::try_from(step + 1).unwrap_or(i64::MAX))?;
        }
        transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
        journal::make_triggers(&transaction)?;
        transaction.execute("INSERT OR IGNORE INTO settings(id, uid) VALUES (1, ?1)", [uid])?;
        transaction.commit()?;
        Ok(())
    }

    /// A new uid: `UUIDv7` of the store's clock.
    pub(super) fn new_uid(&self) -> String {
        uid_at((self.clock)())
    }
}

/// A connection to an existing file, that waits for others.
pub(super) fn connection(path: &Path, patience: Duration) -> Result<Connection, Fault> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)?;
    conn.busy_timeout(patience)?;
    Ok(conn)
}

/// Turns WAL on. Two processes that make one file at once get in each other's way for a moment, and SQLite gives up at once.
fn turn_wal_on(conn: &Connection, patience: Duration) -> Result<(), Fault> {
    let mut tries = patience.as_millis() / PAUSE.as_millis();
    loop {
        match conn.query_row("PRAGMA journal_mode = WAL", [], |r| r.get::<_, String>(0)) {
            Err(e) if e.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) && tries > 0 => {
                tries -= 1;
                thread::sleep(PAUSE);
            }
            // A file system without shared memory keeps the old mode: slower, as safe.
            done => return Ok(done.map(drop)?),
        }
    }
}

/// A `UUIDv7` of that moment.
pub(super) fn uid_at(now: chrono::NaiveDateTime) -> String {
    let random = uuid::Uuid::new_v4().into_bytes();
    let mut tail = [0; 10];
    tail.copy_from_slice(&random[..10]);
    let millis = u64::try_from(now.and_utc().timestamp_millis()).unwrap_or(0);
    uuid::Builder::from_unix_timestamp_millis(millis, &tail).into_uuid().to_string()
}

/// Makes an empty file that only its owner reads; one that is there and that others read is taken from them.
fn make_private(path: &Path) -> Result<(), Fault> {
    if !path.exists() {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        match options.open(path) {
            // Another process was quicker.
            Err(e) if e.kind() == std::io::ErrorKind::AlreadyExists => {}
            made => drop(made?),
        }
        return Ok(());
    }
    // By name: opening and closing the file would drop the locks that SQLite holds on it in this process.
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(path)?.permissions().mode();
        if mode & 0o077 != 0 {
            fs::set_permissions(path, fs::Permissions::from_mode(mode & 0o700))?;
        }
    }
    Ok(())
}

/// Makes a folder, and those above it, that only their owner enters.
///
/// # Errors
/// What the file system says.
pub fn private_folder(folder: &Path) -> std::io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::Account;
    use crate::domain::day::day;
    use crate::store::act::Act;
    use crate::store::backup::{self, Reason};
    use chrono::NaiveDateTime;

    const OLD: Opening = Opening { steps: MIGRATIONS, patience: Duration::from_millis(30) };
    const FIRST: Opening = Opening { steps: &[MIGRATIONS[0]], ..OLD };
    /// As released, with one more step.
    fn with(step: &'static str) -> Opening {
        let steps: Vec<&'static str> = MIGRATIONS.iter().copied().chain([step]).collect();
        Opening { steps: Box::leak(steps.into_boxed_slice()), ..OLD }
    }

    fn new() -> Opening {
        with("ALTER TABLE account ADD COLUMN mood TEXT;")
    }

    fn clock() -> NaiveDateTime {
        day(2026, 11, 23).and_hms_opt(9, 0, 0).unwrap()
    }

    fn add(store: &mut Store, name: &str) {
        let account = Account { name: name.to_owned(), ..Account::default() };
        store.perform(Act::Save(vec![Box::new(account)]), clock().date()).unwrap();
    }

    #[test]
    fn a_file_that_another_program_keeps_locked_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("book.cartera");
        drop(Store::open_as(&path, clock, OLD).unwrap());
        let other = Connection::open(&path).unwrap();
        other.execute_batch("PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; DELETE FROM seen").unwrap();
        let fault = Store::open_as(&path, clock, OLD).unwrap_err();
        assert!(matches!(&fault, Fault::File { key: "store-locked", .. }), "{fault}");
        drop(other);
        assert!(Store::open_as(&path, clock, OLD).is_ok());
    }

    #[test]
    fn a_new_shape_comes_after_a_backup_and_undo_does_not_cross_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("book.cartera");
        let mut store = Store::open_as(&path, clock, OLD).unwrap();
        add(&mut store, "Arce");
        let before = journal::everything(&store).unwrap();
        drop(store);

        let mut store = Store::open_as(&path, clock, new()).unwrap();
        let kept = store.list_backups().unwrap();
        assert_eq!(
            kept.iter().map(|b| b.reason).collect::<Vec<_>>(),
            [Reason::Migration(MIGRATIONS.len() + 1)]
        );
        let refused = store.perform(Act::Undo, clock().date()).unwrap_err().explain();
        assert_eq!(refused.key, "store-undo-migration");
        assert_eq!(refused.arg("backup"), Some(kept[0].path.to_str().unwrap()));
        // What is done in the new shape can be undone, with its new column.
        add(&mut store, "Nordwind");
        store.perform(Act::Undo, clock().date()).unwrap();
        drop(store);

        let copy = Store::open_as(&kept[0].path, clock, OLD).unwrap();
        assert_eq!(journal::everything(&copy).unwrap(), before);
        let refused = Store::open_as(&path, clock, OLD).unwrap_err();
        assert!(
            matches!(&refused, Fault::File { key: "store-newer", backup: Some(b), .. } if *b == kept[0].path)
        );
    }

    #[test]
    fn in_a_book_of_the_first_shape_satisfaction_becomes_a_reading_and_the_log_is_tallied() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("book.cartera");
        let mut old = Store::open_as(&path, clock, FIRST).unwrap();
        // As acts of that version wrote them: journaled.
        old.act(clock().date(), |tx| {
            tx.conn().execute_batch(
                "INSERT INTO account(id, uid, name) VALUES (1, '01890000-0000-7000-8000-000000000001', 'Arce'),
                     (2, '01890000-0000-7000-8000-000000000002', 'Nordwind'),
                     (3, '01890000-0000-7000-8000-000000000003', 'Almazara');
                 UPDATE account SET satisfaction = 4, satisfaction_on = '2026-10-07' WHERE id = 1;
                 UPDATE account SET satisfaction = 5 WHERE id = 2;
                 INSERT INTO interaction(id, uid, channel, day, account)
                 VALUES (1, 'c', 'call', '2026-10-07', 1), (2, 'd', 'visit', '2026-10-07', 1);",
            )?;
            Ok(crate::domain::explain::Explain::new("act-changed"))
        })
        .unwrap();
        drop(old);
        let mut store = Store::open(&path, clock).unwrap();
        let readings = store.records(crate::domain::kind::Kind::Reading, 0, 9).unwrap();
        let told = |nth: usize| {
            let reading = readings[nth].any().downcast_ref::<crate::domain::problem::Reading>().unwrap();
            (reading.score, reading.day, reading.head.uid.len())
        };
        // Without a day of its own it was known when it was written.
        assert_eq!(readings.len(), 2);
        assert_eq!(told(0), (Some(4), Some(day(2026, 10, 7)), 36));
        assert_eq!(told(1), (Some(5), Some(clock().date()), 36));
        assert_eq!(store.settings().unwrap().weight_commercial, Some(30));
        add(&mut store, "Tramuntana");
        store.perform(Act::Undo, clock().date()).unwrap();
        assert_eq!(store.check().unwrap(), []);
        // What was said before is tallied.
        assert!(store.search_agrees().unwrap());
    }

    #[test]
    fn a_migration_that_fails_leaves_the_old_shape() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("book.cartera");
        let mut store = Store::open_as(&path, clock, OLD).unwrap();
        add(&mut store, "Arce");
        let before = journal::everything(&store).unwrap();
        drop(store);
        assert!(
            Store::open_as(&path, clock, with("ALTER TABLE account ADD COLUMN mood TEXT; Ouch;")).is_err()
        );
        let store = Store::open_as(&path, clock, OLD).unwrap();
        assert_eq!(journal::everything(&store).unwrap(), before);
        assert_eq!(backup::list(&path).unwrap().len(), 1);
    }
}
