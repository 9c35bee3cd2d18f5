//! How long a key takes, on a book of 5,000 and on one of 50,000 interactions. `docs/BENCHMARKS.md` says how to read it.
#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]

#[path = "speed/books.rs"]
mod books;
#[path = "speed/calibrate.rs"]
mod calibrate;
#[path = "speed/measure.rs"]
mod measure;
#[path = "speed/questions.rs"]
mod questions;

use measure::{Series, Verdict};

/// A frame at 60 Hz, in milliseconds.
const FRAME: f64 = 1000.0 / 60.0;

fn main() -> anyhow::Result<()> {
    // `cargo test --benches` only wants to know that it builds.
    if std::env::args().any(|a| a == "--test") {
        return Ok(());
    }
    let cpu = calibrate::processor();
    let commit = calibrate::bare_commit(&books::folder()?)?;
    println!("calibration");
    cpu.print("fixed work of the processor");
    commit.print("bare commit, synchronous=FULL");

    let [small, large] = [books::SMALL, books::LARGE].map(books::book);
    let (small, large) = (questions::ask_all(&small?)?, questions::ask_all(&large?)?);
    for (name, all) in [("5,000 interactions", &small), ("50,000 interactions", &large)] {
        println!("\n{name}");
        for (what, series) in all.named() {
            series.print(what);
        }
    }

    let ratio = |a: &Series, b: &Series| a.median() / b.median();
    println!("\nwhat is asked for");
    let verdicts = [
        Verdict::at_most("Today, growth of the median", ratio(&large.today, &small.today), 1.3, "×"),
        Verdict::at_most("list key, growth of the median", ratio(&large.list, &small.list), 1.3, "×"),
        Verdict::at_most("search key, growth of the median", ratio(&large.search, &small.search), 2.0, "×"),
        Verdict::at_most("list key, p95, large book", large.list.p95(), FRAME / 10.0, "ms"),
        Verdict::at_most("search key, p95, large book", large.search.p95(), FRAME, "ms"),
        Verdict::at_most(
            "capture to bare commit, median, large book",
            ratio(&large.capture, &commit),
            2.0,
            "×",
        ),
    ];
    for verdict in &verdicts {
        println!("{verdict}");
    }
    Ok(())
}
