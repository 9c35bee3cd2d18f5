//! Fixed work, so that the figures of two machines compare.
use std::hint::black_box;
use std::path::Path;

use rusqlite::Connection;

use super::measure::Series;

/// A million steps of arithmetic.
pub fn processor() -> Series {
    let once = |()| -> Result<(), std::convert::Infallible> {
        let mut x = 1_u64;
        for _ in 0..1_000_000 {
            x = black_box(x.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1));
        }
        black_box(x);
        Ok(())
    };
    match Series::of(20, (0..220).map(|_| ()), once) {
        Ok(series) => series,
        Err(never) => match never {},
    }
}

/// One row of a few words in a transaction of its own, in a file of its own on the same disk.
pub fn bare_commit(folder: &Path) -> anyhow::Result<Series> {
    let path = folder.join("bare.sqlite");
    let _absent = std::fs::remove_file(&path);
    let conn = Connection::open(&path)?;
    let _: String = conn.query_row("PRAGMA journal_mode = WAL", [], |r| r.get(0))?;
    conn.pragma_update(None, "synchronous", "FULL")?;
    conn.execute_batch("CREATE TABLE t (id INTEGER PRIMARY KEY, day TEXT, text TEXT) STRICT")?;
    let mut statement = conn.prepare("INSERT INTO t(day, text) VALUES ('2026-11-23', ?1)")?;
    let series = Series::of(20, 0..320, |_| statement.execute(["precios altos, quiere TCO"]).map(|_| ()))?;
    Ok(series)
}
