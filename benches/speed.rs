//! How long a key takes, on a book of 5,000 and on one of 50,000 interactions, with a year of figures and with ten.
//! `docs/BENCHMARKS.md` says how to read it.
#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]

#[path = "speed/books.rs"]
mod books;
#[path = "speed/calibrate.rs"]
mod calibrate;
#[path = "speed/import.rs"]
mod import;
#[path = "speed/indicators.rs"]
mod indicators;
#[path = "speed/keys.rs"]
mod keys;
#[path = "speed/measure.rs"]
mod measure;
#[path = "speed/people.rs"]
mod people;
#[path = "speed/plans.rs"]
mod plans;
#[path = "speed/player.rs"]
mod player;
#[path = "speed/portfolio.rs"]
mod portfolio;
#[path = "speed/process.rs"]
mod process;
#[path = "speed/reports.rs"]
mod reports;

use measure::{Series, Verdict};

/// A frame at 60 Hz, in milliseconds.
const FRAME: f64 = 1000.0 / 60.0;

fn main() -> anyhow::Result<()> {
    // `cargo test --benches` only wants to know that it builds.
    if std::env::args().any(|a| a == "--test") {
        return Ok(());
    }
    if std::env::args().any(|a| a == "today") {
        return today();
    }
    if std::env::args().any(|a| a == "people") {
        let large = books::book(Some(books::LARGE))?;
        return people(&large).map(|verdicts| verdicts.iter().for_each(|verdict| println!("{verdict}")));
    }
    if std::env::args().any(|a| a == "portfolio") {
        let large = books::book(Some(books::LARGE))?;
        return portfolio(&large).map(|verdicts| verdicts.iter().for_each(|verdict| println!("{verdict}")));
    }
    if std::env::args().any(|a| a == "kpis") {
        return kpis().map(|verdicts| verdicts.iter().for_each(|verdict| println!("{verdict}")));
    }
    if let Some(file) = std::env::args().skip_while(|a| a != "import-once").nth(1) {
        println!("{}", import::once(std::path::Path::new(&file))?);
        return Ok(());
    }
    if std::env::args().any(|a| a == "import") {
        return imports().map(|verdicts| verdicts.iter().for_each(|verdict| println!("{verdict}")));
    }
    if std::env::args().any(|a| a == "reports") {
        let large = books::book(Some(books::LARGE))?;
        return reports(&large).map(|verdicts| verdicts.iter().for_each(|verdict| println!("{verdict}")));
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
    let of_kpis = kpis()?;
    let of_people = people(&large_book)?;
    let of_portfolio = portfolio(&large_book)?;
    let of_reports = reports(&large_book)?;
    let of_imports = imports()?;
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
    let of_program = running.as_ref().map(of_program).unwrap_or_default();
    let keys = verdicts(&small, &large, &commit);
    for verdict in keys
        .iter()
        .chain(&of_kpis)
        .chain(&of_people)
        .chain(&of_portfolio)
        .chain(&of_reports)
        .chain(&of_imports)
        .chain(&of_program)
    {
        println!("{verdict}");
    }
    Ok(())
}

/// Everything about indicators, printed; and what is asked for of them.
fn kpis() -> anyhow::Result<[Verdict; 4]> {
    let [year, ten] = [indicators::SHORT, indicators::LONG].map(indicators::book);
    let [year, ten] = indicators::press_all([&year?, &ten?])?;
    for (name, all) in [("60 KPIs, 12 months of figures", &year), ("60 KPIs, 120 months of figures", &ten)] {
        println!("\n{name}");
        for (what, series) in all.named() {
            series.print(what);
        }
    }
    Ok(of_indicators(&year, &ten))
}

/// Everything about the views of people, printed; and what is asked for of them.
fn people(large: &std::path::Path) -> anyhow::Result<Vec<Verdict>> {
    println!("\n400 people, 50,000 interactions, 1,000 ties");
    let mut verdicts = Vec::new();
    for (view, m) in people::press_all(large)? {
        let name = view.command().id();
        m.shown.print(&format!("{name}: loaded and drawn"));
        m.moved.print(&format!("{name}: one person further"));
        verdicts.push(Verdict::at_most(format!("{name}, p95"), m.shown.p95(), FRAME, "ms"));
        verdicts.push(Verdict::at_most(format!("{name}, a key, p95"), m.moved.p95(), FRAME / 10.0, "ms"));
    }
    let ranked = people::ranked();
    ranked.print("300 people with 1,000 ties ranked");
    verdicts.push(Verdict::at_most("300 people ranked, p95", ranked.p95(), FRAME, "ms"));
    Ok(verdicts)
}

/// Everything about clients, plans and white space, printed; and what is asked for of them.
fn portfolio(large: &std::path::Path) -> anyhow::Result<Vec<Verdict>> {
    println!("\n5,000 clients, 50,000 interactions; 12 accounts with 40 initiatives and 120 cells each");
    let mut views = portfolio::press_all(large)?;
    views.extend(plans::press_all(&plans::book()?)?);
    let mut verdicts = Vec::new();
    for (name, m) in views {
        m.shown.print(&format!("{name}: loaded and drawn"));
        m.moved.print(&format!("{name}: one row further"));
        verdicts.push(Verdict::at_most(format!("{name}, p95"), m.shown.p95(), FRAME, "ms"));
        verdicts.push(Verdict::at_most(format!("{name}, a key, p95"), m.moved.p95(), FRAME / 10.0, "ms"));
    }
    Ok(verdicts)
}

/// The report to management, printed; and what is asked for of it.
fn reports(large: &std::path::Path) -> anyhow::Result<Vec<Verdict>> {
    let ten = indicators::book(indicators::LONG)?;
    let mut verdicts = Vec::new();
    for (name, book) in [("50,000 interactions", large), ("60 KPIs, 120 months of figures", ten.as_path())] {
        println!("\n{name}");
        let m = reports::make_all(book)?;
        m.opened.print("the book opened and drawn");
        m.made.print("the report to management as a page");
        let ratio = m.made.median() / m.opened.median();
        verdicts.push(Verdict::at_most(format!("report to opening, {name}"), ratio, 5.0, "×"));
    }
    Ok(verdicts)
}

/// A long list imported, printed; and what is asked for of it.
fn imports() -> anyhow::Result<Vec<Verdict>> {
    println!("\n50,000 people with 5,000 companies, a CSV file");
    let round = import::measure()?;
    for (what, seconds) in [
        ("read and compared with the book", round.planned),
        ("written as one act", round.performed),
        ("bare INSERT, through the triggers", round.triggers),
        ("bare INSERT, without triggers", round.bare),
    ] {
        println!("  {what:<46} {seconds:>8.3} s");
    }
    println!("  {:<46} {:>8.3} ×", "import to bare tables", round.ratio_bare());
    let mut verdicts =
        vec![Verdict::at_most("import to bare INSERT through triggers", round.ratio(), 3.0, "×")];
    for format in import::FORMATS {
        let growth = import::growth(format)?;
        let what = format!("memory, VmHWM, ten times the {format} file");
        verdicts.extend(growth.map(|mb| Verdict::at_most(what, mb, 20.0, "MB")));
    }
    Ok(verdicts)
}

/// Today alone, on the large book: for comparing two states of the program, each in its own folder, in turn.
fn today() -> anyhow::Result<()> {
    let large = books::book(Some(books::LARGE))?;
    let cpu = calibrate::processor();
    let today = keys::today(&large)?;
    cpu.print("fixed work of the processor");
    today.print("Today loaded and drawn, 50,000 interactions");
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

fn of_indicators(year: &indicators::Measured, ten: &indicators::Measured) -> [Verdict; 4] {
    let ratio = |a: &Series, b: &Series| a.median() / b.median();
    [
        Verdict::at_most("KPIs, p95, 120 months", ten.shown.p95(), FRAME, "ms"),
        Verdict::at_most("cell committed, p95, 120 months", ten.entered.p95(), FRAME, "ms"),
        Verdict::at_most("KPIs, growth of the median", ratio(&ten.shown, &year.shown), 1.5, "×"),
        Verdict::at_most(
            "cell committed, growth of the median",
            ratio(&ten.entered, &year.entered),
            1.5,
            "×",
        ),
    ]
}

fn of_program(running: &process::Running) -> Vec<Verdict> {
    let start = running.large.median() / running.demo.median();
    let memory = running.memory.map(|mb| Verdict::at_most("memory, VmHWM, large book", mb, 30.0, "MB"));
    let start = Verdict::at_most("start, large to demo book", start, 1.5, "×");
    memory.into_iter().chain([start]).collect()
}
