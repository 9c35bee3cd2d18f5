//! Fixed work, so that the figures of two machines compare.
use std::hint::black_box;
use std::path::Path;

use rusqlite::Connection;

use super::measure::Series;

/// A million steps of arithmetic, again and again.
pub fn processor() -> Series {
    let mut series = Series::default();
    for _ in 0..210 {
        series.time(|| {
            let mut x = 1_u64;
            for _ in 0..1_000_000 {
                x = black_box(x.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1));
            }
            black_box(x)
        });
    }
    series
}

/// A file of one table, on the same disk as the books.
pub struct Bare(Connection);

impl Bare {
    /// A new one.
    pub fn new(folder: &Path) -> anyhow::Result<Self> {
        let path = folder.join("bare.sqlite");
        super::books::remove(&path)?;
        let conn = Connection::open(&path)?;
        let _: String = conn.query_row("PRAGMA journal_mode = WAL", [], |r| r.get(0))?;
        conn.pragma_update(None, "synchronous", "FULL")?;
        conn.execute_batch("CREATE TABLE t (id INTEGER PRIMARY KEY, day TEXT, text TEXT) STRICT")?;
        Ok(Self(conn))
    }

    /// One row of a few words, in a transaction of its own.
    pub fn commit(&self) -> rusqlite::Result<()> {
        let mut statement = self.0.prepare_cached("INSERT INTO t(day, text) VALUES ('2026-11-23', ?1)")?;
        statement.execute(["precios altos, quiere TCO"]).map(|_| ())
    }
}
