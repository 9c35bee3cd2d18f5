//! The books, built once and kept under `target/bench-books`.
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

use cartera::domain::day::day;
use cartera::store::Store;
use cartera::store::open::MIGRATIONS;
use chrono::{NaiveDate, NaiveDateTime};

/// Interactions of the small book.
pub const SMALL: usize = 5_000;
/// Interactions of the large book.
pub const LARGE: usize = 50_000;
/// Raise it when the demo's texts or its way of scaling change.
const EDITION: u32 = 4;

/// The benchmark's today.
pub fn today() -> NaiveDate {
    day(2026, 11, 23)
}

/// The benchmark's clock stands still.
pub fn clock() -> NaiveDateTime {
    today().and_time(chrono::NaiveTime::default()) + chrono::Duration::hours(9)
}

/// Where the books are, on the disk of the project.
pub fn folder() -> std::io::Result<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/bench-books");
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// The path of the book with that many interactions (without a number: the demo); it is built unless one of the same shape is
/// there.
pub fn book(interactions: Option<usize>) -> anyhow::Result<PathBuf> {
    let name = interactions.map_or_else(|| "demo".to_owned(), |n| n.to_string());
    built(&name, |store| Ok(cartera::exchange::demo::build(store, today(), interactions)?))
}

/// The path of the book of that name; it is filled unless one of the same shape is there.
pub fn built(name: &str, fill: impl FnOnce(&mut Store) -> anyhow::Result<()>) -> anyhow::Result<PathBuf> {
    let mut shape = DefaultHasher::new();
    (MIGRATIONS, EDITION).hash(&mut shape);
    let path = folder()?.join(format!("{:016x}-{name}.cartera", shape.finish()));
    if !path.exists() {
        // Books of an older shape or edition are of no use any more.
        let end = format!("-{name}");
        for old in std::fs::read_dir(folder()?)? {
            let old = old?.path();
            if old.file_stem().is_some_and(|name| name.to_string_lossy().ends_with(&end)) {
                remove(&old)?;
            }
        }
        let unfinished = path.with_extension("unfinished");
        remove(&unfinished)?;
        let start = std::time::Instant::now();
        let mut store = Store::open(&unfinished, clock)?;
        fill(&mut store)?;
        drop(store);
        std::fs::rename(&unfinished, &path)?;
        println!("built the book {name} in {:.1} s", start.elapsed().as_secs_f64());
    }
    Ok(path)
}

/// A copy of the book that may be written to.
pub fn scratch(book: &Path) -> anyhow::Result<PathBuf> {
    let copy = book.with_extension("scratch");
    remove(&copy)?;
    std::fs::copy(book, &copy)?;
    Ok(copy)
}

/// Removes a file of SQLite with stands beside it.
pub fn remove(path: &Path) -> std::io::Result<()> {
    for end in ["", "-wal", "-shm"] {
        let mut name = path.as_os_str().to_owned();
        name.push(end);
        match std::fs::remove_file(&name) {
            Err(e) if e.kind() != std::io::ErrorKind::NotFound => return Err(e),
            Ok(()) | Err(_) => {}
        }
    }
    Ok(())
}
