//! A list of people and their companies imported, beside a bare prepared `INSERT` of the same rows; and how much memory files need
//! that are ten times as long.
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context as _, ensure};
use cartera::domain::account::Account;
use cartera::domain::field::Link;
use cartera::domain::person::{Membership, Person};
use cartera::domain::text::fold;
use cartera::exchange::{Options, read};
use cartera::lang::value::Context;
use cartera::lang::{Lang, Words};
use cartera::store::Store;
use cartera::store::act::Act;
use rusqlite::functions::FunctionFlags;
use rusqlite::types::Value as Cell;
use rusqlite::{Connection, params_from_iter};

use super::books::{clock, folder, remove, today};

/// People of the short file.
pub const SHORT: usize = 5_000;
/// People of the long file.
pub const LONG: usize = 50_000;
/// How many people each company has.
const EACH: usize = 10;
/// The tables that the import writes, those that others lead to first.
const TABLES: [&str; 3] = ["account", "person", "membership"];

/// The formats whose memory is measured.
pub const FORMATS: [&str; 5] = ["csv", "vcf", "json", "ics", "mbox"];

/// How many people take part in the meetings and letters.
const GUESTS: usize = 100;

/// Seconds of one round.
#[derive(Debug, Clone, Copy)]
pub struct Round {
    /// The file read and compared with the book.
    pub planned: f64,
    /// What it says written as one act.
    pub performed: f64,
    /// The same rows in a book, through its triggers.
    pub triggers: f64,
    /// The same rows in bare tables.
    pub bare: f64,
}

/// Imports the long list and inserts the same rows, five times in turn; the round in the middle by the ratio to the triggers.
pub fn measure() -> anyhow::Result<Round> {
    let file = written("csv", LONG)?;
    let mut rounds = Vec::new();
    for _ in 0..5 {
        let (book, planned, performed) = imported(&file, "import")?;
        let rows = rows_of(&book)?;
        let triggers = inserted(&rows, true)?;
        let bare = inserted(&rows, false)?;
        rounds.push(Round { planned, performed, triggers, bare });
    }
    rounds.sort_by(|a, b| a.ratio().total_cmp(&b.ratio()));
    rounds.get(rounds.len() / 2).copied().context("no round")
}

impl Round {
    /// Reading and writing to the bare insert through the triggers.
    pub fn ratio(&self) -> f64 {
        (self.planned + self.performed) / self.triggers
    }

    /// The same to bare tables.
    pub fn ratio_bare(&self) -> f64 {
        (self.planned + self.performed) / self.bare
    }
}

/// How much more memory a process needs at most for the long file of a format than for the short one, in MB; `None` where the system
/// does not say.
pub fn growth(format: &str) -> anyhow::Result<Option<f64>> {
    let mut peaks = Vec::new();
    for count in [SHORT, LONG] {
        let file = written(format, count)?;
        let child = Command::new(std::env::current_exe()?).arg("import-once").arg(file).output()?;
        ensure!(child.status.success(), "{}", String::from_utf8_lossy(&child.stderr));
        let told = String::from_utf8_lossy(&child.stdout);
        let Ok(peak) = told.trim().parse::<f64>() else { return Ok(None) };
        peaks.push(peak);
    }
    Ok(peaks.last().zip(peaks.first()).map(|(long, short)| long - short))
}

/// What the process for one file does: imports it, and says what memory that took at most, in MB.
pub fn once(file: &Path) -> anyhow::Result<String> {
    imported(file, "import-once")?;
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|l| l.starts_with("VmHWM"));
    let kilobytes = line.and_then(|l| l.split_whitespace().nth(1)?.parse::<f64>().ok());
    Ok(kilobytes.map(|kb| (kb / 1024.0).to_string()).unwrap_or_default())
}

/// Imports a file into an empty book; the book, and the seconds of reading and of writing.
fn imported(file: &Path, name: &str) -> anyhow::Result<(PathBuf, f64, f64)> {
    let book = folder()?.join(format!("{name}.cartera"));
    remove(&book)?;
    let mut store = Store::open(&book, clock)?;
    if file.extension().is_some_and(|end| end == "ics" || end == "mbox") {
        know_guests(&mut store)?;
    }
    let (words, directory) = (Words::new(Lang::En), store.directory()?);
    let cx = Context { words: &words, today: today(), directory: &directory, scope: None };
    let start = Instant::now();
    let plan = read(&[file.to_owned()], &Options::default(), &store, &cx)
        .map_err(|why| anyhow::anyhow!("{}", words.say(&why)))?;
    let planned = start.elapsed().as_secs_f64();
    let start = Instant::now();
    store.perform(Act::Import(Box::new(plan.batch)), today())?;
    Ok((book, planned, start.elapsed().as_secs_f64()))
}

/// The people with whom the meetings are held and who write the letters.
fn know_guests(store: &mut Store) -> anyhow::Result<()> {
    let client = Account { name: "Almazara".to_owned(), ..Account::default() };
    let account = store.perform(Act::Save(vec![Box::new(client)]), today())?.touched;
    let account = account.first().map(|(_, id)| Link(*id));
    for nth in 0..GUESTS {
        let person = Person { name: name(nth), emails: vec![guest(nth)], ..Person::default() };
        let place = Membership { account, ..Membership::default() };
        store.perform(Act::Save(vec![Box::new(person), Box::new(place)]), today())?;
    }
    Ok(())
}

fn guest(nth: usize) -> String {
    format!("p{}@almazara.example", nth % GUESTS)
}

/// A table's columns, and its rows.
type Rows = (&'static str, Vec<String>, Vec<Vec<Cell>>);

/// Everything that an import has written.
fn rows_of(book: &Path) -> anyhow::Result<Vec<Rows>> {
    let conn = connect(book)?;
    let mut all = Vec::new();
    for table in TABLES {
        let mut statement = conn.prepare(&format!("SELECT * FROM {table} ORDER BY id"))?;
        let columns: Vec<_> = statement.column_names().map(str::to_owned).collect();
        let width = columns.len();
        let rows = statement.query_map([], |row| (0..width).map(|at| row.get(at)).collect())?;
        all.push((table, columns, rows.collect::<Result<Vec<Vec<Cell>>, _>>()?));
    }
    let people = all.iter().find(|(table, ..)| *table == "person").map_or(0, |(.., rows)| rows.len());
    ensure!(people == LONG, "{people} people came in");
    Ok(all)
}

/// Inserts the rows into an empty book in one transaction and gives the seconds; without triggers into the bare tables.
fn inserted(tables: &[Rows], triggers: bool) -> anyhow::Result<f64> {
    let book = folder()?.join("insert.cartera");
    remove(&book)?;
    drop(Store::open(&book, clock)?);
    let conn = connect(&book)?;
    if !triggers {
        let sql = "SELECT name FROM sqlite_schema WHERE type = 'trigger'";
        let names = conn.prepare(sql)?.query_map([], |r| r.get(0))?.collect::<Result<Vec<String>, _>>()?;
        names.iter().try_for_each(|name| conn.execute_batch(&format!("DROP TRIGGER {name}")))?;
    }
    let start = Instant::now();
    conn.execute_batch("BEGIN IMMEDIATE")?;
    // An entry without a label makes the triggers write the journal.
    conn.execute_batch(
        "INSERT INTO entry(at, label, origin, schema) VALUES ('2026-11-23T09:00:00', '', 'bench', 1)",
    )?;
    for (table, columns, rows) in tables {
        let marks = vec!["?"; columns.len()].join(", ");
        let mut statement = conn.prepare(&format!("INSERT INTO {table} VALUES ({marks})"))?;
        for row in rows {
            statement.execute(params_from_iter(row))?;
        }
    }
    conn.execute_batch("UPDATE entry SET label = '{}'; COMMIT")?;
    Ok(start.elapsed().as_secs_f64())
}

/// A connection to a book as the program has it.
fn connect(book: &Path) -> anyhow::Result<Connection> {
    let conn = Connection::open(book)?;
    conn.pragma_update(None, "synchronous", "FULL")?;
    conn.pragma_update(None, "foreign_keys", true)?;
    let pure = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    conn.create_scalar_function("fold", 1, pure, |args| {
        Ok(args.get::<Option<String>>(0)?.map(|text| fold(&text)))
    })?;
    Ok(conn)
}

/// The file of a format with so many people, made anew.
fn written(format: &str, count: usize) -> anyhow::Result<PathBuf> {
    let path = folder()?.join(format!("people-{count}.{format}"));
    let mut text = String::new();
    match format {
        "vcf" => (0..count).try_for_each(|nth| card(&mut text, nth))?,
        "json" => book(&mut text, count)?,
        "ics" => {
            text.push_str("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
            (0..count).try_for_each(|nth| event(&mut text, nth))?;
            text.push_str("END:VCALENDAR\r\n");
        }
        "mbox" => (0..count).try_for_each(|nth| letter(&mut text, nth))?,
        _ => {
            text.push_str("Name,Email,Phone,Company,Job title\n");
            (0..count).try_for_each(|nth| line(&mut text, nth))?;
        }
    }
    fs::write(&path, text)?;
    Ok(path)
}

/// First and last name of somebody; no two are called alike.
fn name(nth: usize) -> String {
    const FIRST: [&str; 8] = ["Ana", "Íñigo", "Marta", "Jörg", "Lucía", "Pau", "Inês", "Zoë"];
    const LAST: [&str; 8] = ["Ruiz", "Ferrer", "Peña", "Vogel", "Serra", "Duarte", "Lindqvist", "Arce"];
    let of = |names: [&'static str; 8], at: usize| names.get(at % names.len()).copied().unwrap_or_default();
    format!("{} {} {}", of(FIRST, nth), of(LAST, nth / FIRST.len()), letters(nth))
}

/// A number as a word of letters.
fn letters(mut nth: usize) -> String {
    let mut word = String::new();
    for place in 0..4 {
        let letter = (b'a'..=b'z').nth(nth % 26).map_or('a', char::from);
        word.push(if place == 0 { letter.to_ascii_uppercase() } else { letter });
        nth /= 26;
    }
    word
}

fn line(text: &mut String, nth: usize) -> std::fmt::Result {
    let (name, company) = (name(nth), letters(nth / EACH));
    writeln!(text, "{name},p{nth}@x{}.example,+34 6{nth:08},{company} Industrial SL,Buyer", nth / EACH)
}

fn card(text: &mut String, nth: usize) -> std::fmt::Result {
    let (name, company) = (name(nth), letters(nth / EACH));
    write!(
        text,
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nN:;{name};;;\r\nORG:{company} Industrial SL\r\nTITLE:Buyer\r\n\
         EMAIL;TYPE=WORK:p{nth}@x{}.example\r\nTEL;TYPE=CELL:+34 6{nth:08}\r\nEND:VCARD\r\n",
        nth / EACH
    )
}

/// A meeting of this month.
fn event(text: &mut String, nth: usize) -> std::fmt::Result {
    let (day, hour, minute) = (nth % 28 + 1, nth / 28 % 24, nth / 672 % 60);
    write!(
        text,
        "BEGIN:VEVENT\r\nUID:{nth}@almazara.example\r\nDTSTART:202611{day:02}T{hour:02}{minute:02}00Z\r\nDURATION:PT1H\r\n\
         SUMMARY:Follow-up {nth}\r\nDESCRIPTION:Prices\\, terms and the way we work\r\n\
         ATTENDEE;CN={}:mailto:{}\r\nEND:VEVENT\r\n",
        name(nth % GUESTS),
        guest(nth)
    )
}

/// A letter of this month.
fn letter(text: &mut String, nth: usize) -> std::fmt::Result {
    let (day, hour, minute) = (nth % 28 + 1, nth / 28 % 24, nth / 672 % 60);
    write!(
        text,
        "From {0} Mon Nov {day:02} {hour:02}:{minute:02}:00 2026\nFrom: {1} <{0}>\nTo: me@ours.example\n\
         Date: {day} Nov 2026 {hour:02}:{minute:02}:00 +0000\nMessage-ID: <{nth}@almazara.example>\n\
         Subject: Follow-up {nth}\n\nPrices, terms and the way we work.\n\n",
        guest(nth),
        name(nth % GUESTS)
    )
}

/// A book of our own.
fn book(text: &mut String, count: usize) -> std::fmt::Result {
    let uid = |kind: usize, nth: usize| format!("01890000-000{kind}-7000-8000-{nth:012x}");
    writeln!(text, "{{\n\"format\": \"cartera-book\",\n\"version\": 1,\n\"account\": [")?;
    let end = |nth: usize, all: usize| if nth + 1 == all { "\n],\n" } else { ",\n" };
    for nth in 0..count / EACH {
        write!(
            text,
            r#"{{"uid":"{}","id":{},"name":"{} Industrial SL"}}"#,
            uid(1, nth),
            nth + 1,
            letters(nth)
        )?;
        text.push_str(end(nth, count / EACH));
    }
    text.push_str("\"person\": [\n");
    for nth in 0..count {
        write!(
            text,
            r#"{{"uid":"{}","id":{},"name":"{}","emails":["p{nth}@x{}.example"],"phones":["+34 6{nth:08}"]}}"#,
            uid(2, nth),
            nth + 1,
            name(nth),
            nth / EACH
        )?;
        text.push_str(end(nth, count));
    }
    text.push_str("\"membership\": [\n");
    for nth in 0..count {
        write!(
            text,
            r#"{{"uid":"{}","id":{},"person":"{}","account":"{}","title":"Buyer"}}"#,
            uid(3, nth),
            nth + 1,
            uid(2, nth),
            uid(1, nth / EACH)
        )?;
        text.push_str(end(nth, count));
    }
    text.push_str("\"unit\": []\n}\n");
    Ok(())
}
