//! Opening a book: what it must be, what it is made into, and how a file that is something else is refused.
use std::fs::{self, OpenOptions};
use std::path::Path;
use std::time::Duration;

use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::fault::Fault;
use super::{Clock, Store, journal};
use crate::domain::text::fold;

/// Marks a SQLite file as a book: `crta` in ASCII.
pub const APPLICATION_ID: i64 = 0x6372_7461;

/// The steps from an empty file to the newest shape; a step is never edited once released.
pub const MIGRATIONS: &[&str] = &[include_str!("../../assets/migrations/0001.sql")];

/// How long a writer waits for another process before it says so.
const PATIENCE: Duration = Duration::from_secs(10);

impl Store {
    /// Opens the book at `path`, makes it if there is none (file `0600`, new folders `0700`), and migrates an older one after a backup.
    ///
    /// # Errors
    /// [`Fault::File`] for a file that is newer, foreign, damaged, locked or read-only; it is left as it is.
    pub fn open(path: &Path, clock: Clock) -> Result<Self, Fault> {
        let new = !path.exists() || fs::metadata(path)?.len() == 0;
        if new {
            create_private(path)?;
        } else {
            look_before_writing(path)?;
        }
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let conn = Connection::open_with_flags(path, flags).map_err(|e| of_file(e, path))?;
        Self::ready(conn, Some(path.to_owned()), clock).map_err(|e| match e {
            Fault::Sql(e) => of_file(e, path),
            other => other,
        })
    }

    /// A book in memory, for tests and trials.
    ///
    /// # Errors
    /// Only if SQLite has no memory.
    pub fn in_memory(clock: Clock) -> Result<Self, Fault> {
        Self::ready(Connection::open_in_memory()?, None, clock)
    }

    fn ready(conn: Connection, path: Option<std::path::PathBuf>, clock: Clock) -> Result<Self, Fault> {
        conn.busy_timeout(PATIENCE)?;
        conn.pragma_update(None, "foreign_keys", true)?;
        conn.set_prepared_statement_cache_capacity(128);
        let pure = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
        conn.create_scalar_function("fold", 1, pure, |args| {
            Ok(args.get::<Option<String>>(0)?.map(|text| fold(&text)))
        })?;
        if path.is_some() {
            // A second opener may find the file busy for a moment while the first turns WAL on.
            let _: String = conn.query_row("PRAGMA journal_mode = WAL", [], |r| r.get(0))?;
            conn.pragma_update(None, "synchronous", "FULL")?;
        }
        let origin = uuid::Uuid::new_v4().to_string();
        let mut store = Self { conn, path, clock, origin, data_version: 0 };
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
        let shape = Self::shape(&self.conn)?;
        if shape >= MIGRATIONS.len() {
            return Ok(());
        }
        if shape > 0 {
            self.back_up_before_migration(shape)?;
        }
        let uid = self.new_uid();
        let transaction = self.conn.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        // Another process may have migrated while this one waited for the lock.
        for (step, sql) in MIGRATIONS.iter().enumerate().skip(Self::shape(&transaction)?) {
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

/// A `UUIDv7` of that moment.
pub(super) fn uid_at(now: chrono::NaiveDateTime) -> String {
    let random = uuid::Uuid::new_v4().into_bytes();
    let mut tail = [0; 10];
    tail.copy_from_slice(&random[..10]);
    let millis = u64::try_from(now.and_utc().timestamp_millis()).unwrap_or(0);
    uuid::Builder::from_unix_timestamp_millis(millis, &tail).into_uuid().to_string()
}

/// Makes an empty file that only its owner reads, in folders that only their owner enters.
fn create_private(path: &Path) -> Result<(), Fault> {
    if let Some(folder) = path.parent().filter(|f| !f.as_os_str().is_empty() && !f.exists()) {
        private_folder(folder)?;
    }
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)?;
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

/// Reads the file without a byte written: is it a book that this program knows?
fn look_before_writing(path: &Path) -> Result<(), Fault> {
    let refuse = |key| Err(Fault::File { key, path: path.to_owned() });
    if fs::metadata(path)?.permissions().readonly() || OpenOptions::new().write(true).open(path).is_err() {
        return refuse("store-read-only");
    }
    let conn =
        Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(|e| of_file(e, path))?;
    conn.busy_timeout(PATIENCE)?;
    let pragma = |name: &str| conn.query_row(&format!("PRAGMA {name}"), [], |r| r.get::<_, i64>(0));
    let id = pragma("application_id").map_err(|e| of_file(e, path))?;
    let shape = pragma("user_version").map_err(|e| of_file(e, path))?;
    // A start that was killed before its first commit leaves a valid, empty file.
    let tables = conn
        .query_row("SELECT count(*) FROM sqlite_schema", [], |r| r.get::<_, i64>(0))
        .map_err(|e| of_file(e, path))?;
    if id == 0 && shape == 0 && tables == 0 {
        return Ok(());
    }
    if id != APPLICATION_ID {
        return refuse("store-foreign");
    }
    if usize::try_from(shape).unwrap_or(usize::MAX) > MIGRATIONS.len() {
        return refuse("store-newer");
    }
    Ok(())
}

/// Names what is wrong with the file where SQLite's code says it.
fn of_file(error: rusqlite::Error, path: &Path) -> Fault {
    let key = match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => "store-foreign",
        Some(ErrorCode::DatabaseCorrupt) => "store-damaged",
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => "store-locked",
        Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => "store-read-only",
        Some(ErrorCode::CannotOpen) => "store-cannot-open",
        _ => return Fault::Sql(error),
    };
    Fault::File { key, path: path.to_owned() }
}
