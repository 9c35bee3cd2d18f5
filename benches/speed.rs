//! How long a key takes, on a book of 5,000 and on one of 50,000 interactions. `docs/BENCHMARKS.md` says how to read it.
#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]

#[path = "speed/books.rs"]
mod books;
#[path = "speed/calibrate.rs"]
mod calibrate;
#[path = "speed/keys.rs"]
mod keys;
#[path = "speed/measure.rs"]
mod measure;
#[path = "speed/player.rs"]
mod player;
#[path = "speed/process.rs"]
mod process;

use measure::{Series, Verdict};

/// A frame at 60 Hz, in milliseconds.
const FRAME: f64 = 1000.0 / 60.0;

fn main() -> anyhow::Result<()> {
    // `cargo test --benches` only wants to know that it builds.
    if std::env::args().any(|a| a == "--test") {
        return Ok(());
    }
    let folder = books::folder()?;
    let [demo, small, large] = [None, Some(books::SMALL), Some(books::LARGE)].map(books::book);
    let (demo, small_book, large_book) = (demo?, small?, large?);
    let cpu = calibrate::processor();
    let bare = calibrate::Bare::new(&folder)?;
    let ([small, large], commit) = keys::press_all([&small_book, &large_book], &bare)?;

    println!("calibration");
    cpu.print("fixed work of the processor");
    commit.print("bare commit, synchronous=FULL");
    for (name, all) in [("5,000 interactions", &small), ("50,000 interactions", &large)] {
        println!("\n{name}");
        for (what, series) in all.named() {
            series.print(what);
        }
    }
    let running = process::start_all(&demo, &large_book)?;
    println!("\nthe program in a terminal");
    match &running {
        Some(running) => {
            running.demo.print("start to first frame, demo book");
            running.large.print("start to first frame, 50,000 interactions");
        }
        None => println!("  it did not draw, and was not measured"),
    }
    println!("\nwhat is asked for");
    let verdicts = verdicts(&small, &large, &commit);
    for verdict in verdicts.iter().chain(&running.as_ref().map(of_program).unwrap_or_default()) {
        println!("{verdict}");
    }
    Ok(())
}

fn verdicts(small: &keys::Measured, large: &keys::Measured, commit: &Series) -> [Verdict; 7] {
    let ratio = |a: &Series, b: &Series| a.median() / b.median();
    [
        Verdict::at_most("Today, growth of the median", ratio(&large.today, &small.today), 1.3, "×"),
        Verdict::at_most("list key, growth of the median", ratio(&large.list, &small.list), 1.3, "×"),
        Verdict::at_most("page key, growth of the median", ratio(&large.page, &small.page), 1.3, "×"),
        Verdict::at_most("search key, growth of the median", ratio(&large.search, &small.search), 2.0, "×"),
        Verdict::at_most("list key, p95, large book", large.list.p95(), FRAME / 10.0, "ms"),
        Verdict::at_most("search key, p95, large book", large.search.p95(), FRAME, "ms"),
        Verdict::at_most("capture to bare commit, large book", ratio(&large.capture, commit), 2.0, "×"),
    ]
}

fn of_program(running: &process::Running) -> Vec<Verdict> {
    let start = running.large.median() / running.demo.median();
    let memory = running.memory.map(|mb| Verdict::at_most("memory, VmHWM, large book", mb, 30.0, "MB"));
    let start = Verdict::at_most("start, large to demo book", start, 1.5, "×");
    memory.into_iter().chain([start]).collect()
}
