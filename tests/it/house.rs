//! The laws of the house, read from its sources. A boundary that nobody checks does not hold.
mod source;

use std::fs;
use std::path::Path;

use source::{Source, read, sources};

/// The rooms from the ground up. A room may import those of a lower floor; rooms of one floor do not know each other.
const FLOORS: [&[&str]; 9] = [
    &["domain"],
    &["lang", "store"],
    &["capture", "exchange", "report"],
    &["command"],
    &["ui"],
    &["lens"],
    &["app"],
    &["tui"],
    &["cli"],
];

/// The program itself stands above all rooms and puts them together: the clock, the log, the two doors.
const PROGRAM: [&str; 2] = ["main", "trace"];

/// What the shell does not know of the screen; only how wide it is.
const SCREEN: [&str; 5] = ["ui", "lens", "app", "ratatui", "crossterm"];

/// Files that may be longer than the law says, each with its reason; five at the most.
const LONG: [(&str, &str); 2] = [
    ("command/table", "the one table of keys: a row for each command"),
    ("exchange/demo/history", "ten years of invented work are one story"),
];

const LINES: usize = 300;
const FUNCTION: usize = 60;

fn floor(room: &str) -> Option<usize> {
    FLOORS.iter().position(|rooms| rooms.contains(&room))
}

/// The room of this crate that a path leads to, from a file of `room`.
fn room_of(path: &[String]) -> Option<&str> {
    match path {
        [first, second, ..] if first == "crate" || first == "cartera" => Some(second.as_str()),
        _ => None,
    }
}

/// Why a path may not stand in this file.
fn goes_up(source: &Source, path: &[String]) -> Option<String> {
    let from = source.room();
    if PROGRAM.contains(&from) {
        return None;
    }
    let crate_or_room = room_of(path).or_else(|| path.first().map(String::as_str))?;
    let width = path == ["crossterm", "terminal", "size"];
    if from == "cli" && SCREEN.contains(&crate_or_room) && !width {
        return Some(format!("the shell does not know {crate_or_room}"));
    }
    let to = room_of(path).filter(|to| *to != from && floor(to).is_some())?;
    if from == "cli" && to == "tui" {
        return (path.len() > 3).then(|| "the shell knows only the entry of the screen".to_owned());
    }
    (floor(to) >= floor(from)).then(|| format!("{from} does not stand on {to}"))
}

/// Lines of a file and what is wrong there.
type Broken = Vec<(usize, String)>;

/// All that `law` finds, by place; fails if it finds anything.
fn holds(law: impl Fn(&Source) -> Broken) {
    let mut broken = Vec::new();
    for source in sources() {
        for (line, what) in law(source) {
            broken.push(format!("{}: {what}", source.place(line)));
        }
    }
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}

fn imports_go_down(source: &Source) -> Broken {
    let up = |(line, path): &(usize, Vec<String>)| {
        goes_up(source, path).map(|why| (*line, format!("{}: {why}", path.join("::"))))
    };
    source.paths.iter().filter_map(up).collect()
}

fn lenses_do_not_touch(source: &Source) -> Broken {
    if source.room() != "lens" || source.module.len() < 2 {
        return Vec::new();
    }
    let other = |path: &[String]| {
        path.len() > 3
            && path[..2] == ["crate", "lens"]
            && path[2] != source.module[1]
            && lenses().contains(&path[2])
    };
    let found = source.paths.iter().filter(|(_, path)| other(path));
    found.map(|(line, path)| (*line, path.join("::"))).collect()
}

fn nothing_is_published_for_another_room(source: &Source) -> Broken {
    let foreign =
        |path: &[String]| room_of(path).is_some_and(|to| to != source.room() && floor(to).is_some());
    let found = source.republished.iter().filter(|(_, path)| foreign(path));
    found.map(|(line, path)| (*line, path.join("::"))).collect()
}

fn the_connection_stays_in_the_store(source: &Source) -> Broken {
    if source.room() == "store" {
        return Vec::new();
    }
    let found = source.paths.iter().filter(|(_, path)| {
        path.iter().any(|s| s == "Connection") || path.first().is_some_and(|s| s == "rusqlite")
    });
    found.map(|(line, path)| (*line, path.join("::"))).collect()
}

fn only_main_reads_a_clock(source: &Source) -> Broken {
    let clock = |path: &[String]| {
        let [.., of, now] = path else { return false };
        now == "now"
            && (["Local", "Utc", "SystemTime"].contains(&of.as_str())
                || (of == "Instant" && source.room() != "tui"))
    };
    let found = source.paths.iter().filter(|(_, path)| source.room() != "main" && clock(path));
    found.map(|(line, path)| (*line, path.join("::"))).collect()
}

/// Whether a text is words for people: three words, and no SQL.
fn is_sentence(text: &str) -> bool {
    let words = || text.split_whitespace().map(|w| w.trim_matches(|c: char| c.is_ascii_punctuation()));
    let sql = |w: &str| {
        let loud = w.len() > 1 && w.chars().all(|c| c.is_ascii_uppercase());
        loud && (!w.starts_with("KPI"))
    };
    let plain = |w: &&str| !w.is_empty() && w.chars().all(char::is_alphabetic);
    !words().any(sql) && words().filter(plain).count() >= 3
}

fn words_live_in_the_files_of_words(source: &Source) -> Broken {
    if !["domain", "store", "command"].contains(&source.room()) {
        return Vec::new();
    }
    source.texts.iter().filter(|(_, text)| is_sentence(text)).cloned().collect()
}

fn files_are_short(source: &Source) -> Broken {
    let name = source.module.join("/");
    let long = source.lines > LINES && LONG.iter().all(|(exempt, _)| *exempt != name);
    if long { vec![(1, format!("{} lines without its tests", source.lines))] } else { Vec::new() }
}

fn functions_are_short(source: &Source) -> Broken {
    let long = source.functions.iter().filter(|(_, (_, lines))| *lines > FUNCTION);
    long.map(|(line, (name, lines))| (*line, format!("{name} has {lines} lines"))).collect()
}

fn exceptions_say_why(source: &Source) -> Broken {
    source.attributes.iter().filter(|(_, name)| name == "allow").cloned().collect()
}

fn modules_are_files(source: &Source) -> Broken {
    let found = source.module.last().is_some_and(|name| name == "mod");
    if found { vec![(1, "foo.rs beside foo/".to_owned())] } else { Vec::new() }
}

/// The lenses: folders of `lens`.
fn lenses() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lens");
    let entries = fs::read_dir(folder).unwrap().map(Result::unwrap);
    entries.filter(|e| e.path().is_dir()).map(|e| e.file_name().into_string().unwrap()).collect()
}

#[test]
fn imports_only_go_down() {
    holds(imports_go_down);
}

#[test]
fn no_lens_touches_another() {
    holds(lenses_do_not_touch);
}

#[test]
fn no_room_hands_on_what_another_made() {
    holds(nothing_is_published_for_another_room);
}

#[test]
fn nobody_but_the_store_names_a_connection() {
    holds(the_connection_stays_in_the_store);
}

#[test]
fn no_room_reads_a_clock() {
    holds(only_main_reads_a_clock);
}

#[test]
fn no_sentence_stands_below_the_words() {
    holds(words_live_in_the_files_of_words);
}

#[test]
fn no_file_is_long() {
    holds(files_are_short);
    assert!(LONG.len() <= 5);
    for (exempt, why) in LONG {
        let long = |s: &Source| s.module.join("/") == exempt && s.lines > LINES;
        assert!(sources().iter().any(long), "{exempt} ({why}) needs no exemption any more");
    }
}

#[test]
fn no_function_is_long() {
    holds(functions_are_short);
}

#[test]
fn every_exception_is_expected_with_a_reason() {
    holds(exceptions_say_why);
}

#[test]
fn no_module_is_called_mod() {
    holds(modules_are_files);
}

#[test]
fn every_file_stands_in_a_room() {
    for source in sources() {
        let known = PROGRAM.contains(&source.room()) || floor(source.room()).is_some();
        assert!(known, "{}", source.place(1));
    }
}

#[test]
fn every_lens_has_its_state_and_its_view() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lens");
    let all = lenses();
    assert!(!all.is_empty());
    for lens in all {
        // A lens of several views is a frame: each of its views is a lens of its own.
        let frame = fs::read_to_string(folder.join(&lens).with_extension("rs")).unwrap();
        if frame.contains("Views::new(") {
            continue;
        }
        for half in ["state", "view"] {
            let part = folder.join(&lens).join(half);
            assert!(part.with_extension("rs").exists(), "{lens} has no {half}");
        }
    }
}

#[test]
fn every_file_of_tests_is_run() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it");
    let main = read(vec!["main".to_owned()], &fs::read_to_string(folder.join("main.rs")).unwrap());
    assert_eq!(main.module, ["main"]);
    let named = syn::parse_file(&fs::read_to_string(folder.join("main.rs")).unwrap()).unwrap();
    let named: Vec<String> = named
        .items
        .iter()
        .filter_map(|item| if let syn::Item::Mod(m) = item { Some(m.ident.to_string()) } else { None })
        .collect();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|e| e == "rs") {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            assert!(name == "main" || named.contains(&name), "tests/it/{name}.rs is not named in main.rs");
        }
    }
}

/// What the laws find in a file of that room.
fn found(module: &[&str], text: &str) -> Vec<String> {
    let source = read(module.iter().map(|m| (*m).to_owned()).collect(), text);
    let laws: [fn(&Source) -> Broken; 9] = [
        imports_go_down,
        lenses_do_not_touch,
        nothing_is_published_for_another_room,
        the_connection_stays_in_the_store,
        only_main_reads_a_clock,
        words_live_in_the_files_of_words,
        files_are_short,
        functions_are_short,
        exceptions_say_why,
    ];
    laws.iter().flat_map(|law| law(&source)).map(|(_, what)| what).collect()
}

#[test]
fn each_law_finds_what_breaks_it() {
    for (module, text) in [
        (&["domain", "day"][..], "use crate::lang::Words;"),
        (&["domain"], "use crate::{domain::Id, store::Store};"),
        (&["store", "act", "log"], "fn f() { super::super::super::lang::words::f(); }"),
        (&["store"], "fn f() -> crate::lang::Words { todo!() }"),
        (&["lang"], "fn f() { assert!(crate::store::ok()); }"),
        (&["capture"], "use crate::report::Block;"),
        (&["capture"], "mod inner { use super::super::exchange::Plan; }"),
        (&["cli", "log"], "use crate::ui::theme::Theme;"),
        (&["cli"], "use ratatui::Frame;"),
        (&["cli"], "use crate::tui::watch::Watcher;"),
        (&["lens", "today", "view"], "use crate::lens::log::state::Log;"),
        (&["ui"], "pub use crate::domain::day;"),
        (&["app"], "fn f(c: &rusqlite::Connection) {}"),
        (&["app"], "use chrono::Local; fn f() { Local::now(); }"),
        (&["ui"], "fn f() { std::time::Instant::now(); }"),
        (&["store"], "fn f() -> String { format!(\"no such {} here, sorry\", 1) }"),
        (&["domain"], "#[allow(dead_code)] fn f() {}"),
        (&["domain"], "#![cfg_attr(test, allow(dead_code))]"),
    ] {
        assert_eq!(found(module, text).len(), 1, "{module:?} {text}: {:?}", found(module, text));
    }
    let long = format!("fn f() {{\n{}}}", "f();\n".repeat(60));
    assert_eq!(found(&["domain"], &long), ["f has 62 lines"]);
    assert_eq!(found(&["domain"], &"\n".repeat(301)).len(), 1);
}

#[test]
fn what_keeps_the_laws_is_left_alone() {
    for (module, text) in [
        (&["lang", "day"][..], "use crate::domain::day::day; use super::Words;"),
        (&["store"], "fn f() -> &'static str { \"SELECT id FROM account WHERE name = ?1\" }"),
        (&["store"], "/// Says what it does here.\n#[error(\"a sentence for the log\")] fn f() {}"),
        (&["store"], "#[cfg(test)] mod tests { fn f() { g(\"a sentence of a test\"); } }"),
        (&["cli"], "use crate::tui::run; use crate::store::Store; use crossterm::terminal::size;"),
        (&["lens", "today"], "use crate::lens::Lens; use crate::lens::today::state::Today;"),
        (&["main"], "fn main() { chrono::Local::now(); cartera::cli::run(); }"),
        (&["tui"], "fn f() { std::time::Instant::now(); }"),
        (&["ui"], "pub use theme::Theme;"),
    ] {
        assert_eq!(found(module, text), [""; 0], "{module:?} {text}");
    }
    let tested = format!("fn f() {{}}\n#[cfg(test)]\nmod tests {{\n{}}}", "\n".repeat(400));
    assert_eq!(found(&["domain"], &tested), [""; 0]);
}
