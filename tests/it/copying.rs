//! Every list of the screen to the clipboard, as filtered and sorted: for a spreadsheet, or as Markdown.
use cartera::domain::choice::Channel;
use cartera::domain::day::plus_days;
use cartera::domain::field::{Link, Record};
use cartera::domain::interaction::Interaction;
use cartera::exchange::demo::build;
use cartera::lang::Lang;
use cartera::store::Store;
use cartera::store::act::Act;
use cartera::ui::Theme;

use cartera::exchange::sheet::{Cell, Workbook};

use crate::book::{book, clock, today};
use crate::whole::Stage;

fn demo_stage() -> Stage {
    let mut store = Store::in_memory(clock).unwrap();
    build(&mut store, today(), None).unwrap();
    Stage::of(store, Lang::En, Theme::Terminal, (120, 36))
}

/// The digit of each lens and how many views it has.
const LENSES: [(u8, usize); 8] = [(1, 1), (2, 1), (3, 4), (4, 1), (5, 1), (6, 4), (7, 6), (8, 3)];

#[test]
fn every_lens_and_view_is_copied_as_cells_with_its_heads() {
    let mut stage = demo_stage();
    let mut told = Vec::new();
    for (digit, views) in LENSES {
        stage.keys(&digit.to_string());
        for view in 0..views {
            stage.paper.copied.clear();
            stage.keys("Y t");
            let copied = stage.paper.copied.clone();
            let lines: Vec<&str> = copied.lines().collect();
            assert!(lines.len() > 1, "{digit} {view}: {copied:?}\n{}", stage.screen());
            assert!(lines[0].contains('\t'), "{digit} {view}: {}", lines[0]);
            let first = lines.iter().take(3).map(|l| l.replace('\t', " | ")).collect::<Vec<_>>();
            told.push(format!("{digit}.{view}, {} lines\n{}", lines.len(), first.join("\n")));
            stage.keys("v");
        }
    }
    insta::assert_snapshot!(told.join("\n\n"));
}

#[test]
fn y_offers_what_is_under_the_cursor_first_and_then_the_whole_list() {
    let mut stage = Stage::of(book(), Lang::Es, Theme::Terminal, (100, 30));
    stage.keys("3 y");
    assert!(stage.shows("tabla en Markdown"), "{}", stage.screen());
    stage.keys("Enter");
    assert!(!stage.paper.copied.contains('\t') && !stage.paper.copied.is_empty());
    stage.keys("y Down Down Enter");
    assert!(stage.paper.copied.starts_with("| Nombre |"), "{}", stage.paper.copied);
    assert!(stage.shows("Copiado: 4 filas"), "{}", stage.screen());
}

#[test]
fn what_is_copied_is_what_the_list_is_narrowed_to() {
    let mut stage = Stage::of(book(), Lang::En, Theme::Terminal, (100, 30));
    stage.keys("3 /");
    stage.text("ana");
    stage.keys("Enter Y t");
    let copied = &stage.paper.copied;
    assert!(copied.contains("Ana Ruiz") && !copied.contains("Jordi"), "{copied}");
}

/// Writes the list in front of me by the command of the palette, answering the menu with that letter where there is one.
fn export(stage: &mut Stage, letter: &str, path: &std::path::Path) {
    stage.keys(":");
    stage.text("export list");
    stage.keys(&format!("Enter {letter}"));
    stage.text(path.to_str().unwrap());
    stage.keys("Enter");
}

#[test]
fn a_list_is_written_as_it_is_shown_or_with_all_fields_and_never_over_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let mut stage = demo_stage();
    stage.keys("2");
    let [shown, fields] = ["shown.csv", "fields.xlsx"].map(|name| folder.path().join(name));
    export(&mut stage, "a", &shown);
    assert!(stage.shows("12 rows written to"), "{}", stage.screen());
    let text = std::fs::read_to_string(&shown).unwrap();
    assert!(text.contains("Key accounts,Almazara,"), "{text}");
    export(&mut stage, "w", &fields);
    let bytes = std::fs::read(&fields).unwrap();
    let mut book = Workbook::open(&bytes).unwrap();
    let name = book.tabs()[0].name.clone();
    let rows = book.read(&name).unwrap().rows;
    assert_eq!(rows.len(), 13);
    assert_eq!(rows[0][0], Cell::Text("Name".to_owned()));
    export(&mut stage, "a", &shown);
    assert!(stage.shows("exists already"), "{}", stage.screen());
    assert_eq!(std::fs::read_to_string(&shown).unwrap(), text);
}

#[test]
fn all_of_the_log_is_written_and_not_only_what_is_in_memory() {
    let folder = tempfile::tempdir().unwrap();
    let mut stage = demo_stage();
    stage.keys("4");
    let path = folder.path().join("log.csv");
    export(&mut stage, "w", &path);
    let all = stage.outside.store.records(cartera::domain::kind::Kind::Interaction, 0, 100_000).unwrap();
    let held = all.iter().filter(|r| r.get("planned") != cartera::domain::value::Value::Flag(true)).count();
    assert!(stage.shows(&format!("{held} rows written to")), "{held}\n{}", stage.screen());
}

#[test]
fn a_name_that_says_no_format_is_asked_again() {
    let mut stage = demo_stage();
    stage.keys("5");
    export(&mut stage, "", std::path::Path::new("/tmp/never.pdf"));
    assert!(stage.shows("the name must end in .xlsx or .csv"), "{}", stage.screen());
    stage.keys("Esc");
}

/// A book whose log has so many conversations, one a day.
fn long_log(count: i64) -> Stage {
    let mut store = book();
    let talk = |n: i64| -> Box<dyn Record> {
        Box::new(Interaction {
            channel: Some(Channel::Call),
            day: Some(plus_days(today(), -n)),
            account: Some(Link(if n % 2 == 0 { 1 } else { 2 })),
            text: format!("talk {n}"),
            ..Interaction::default()
        })
    };
    store.perform(Act::Save((1..=count).map(talk).collect()), today()).unwrap();
    Stage::of(store, Lang::En, Theme::Terminal, (120, 36))
}

#[test]
fn the_whole_log_is_copied_as_filtered_and_not_only_what_is_at_hand() {
    let mut stage = long_log(700);
    stage.keys("4 Y");
    assert!(stage.shows("Copy · 700 rows"), "{}", stage.screen());
    stage.keys("t");
    let copied = stage.paper.copied.clone();
    assert_eq!(copied.lines().count(), 701);
    assert!(copied.contains("\ttalk 1\t") && copied.contains("\ttalk 700\t"), "{copied}");
    // Narrowed to an account it is that account's rows.
    stage.keys("Tab Y t");
    assert_eq!(stage.paper.copied.lines().count(), 351);
    assert!(!stage.paper.copied.contains("talk 699"));
}

#[test]
fn a_log_too_long_for_the_clipboard_is_said_to_be_and_written_whole_to_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let mut stage = long_log(2_600);
    stage.keys("4 Y t");
    assert!(stage.shows("2500+ rows are more than a terminal takes"), "{}", stage.screen());
    assert!(stage.paper.copied.is_empty());
    let path = folder.path().join("log.csv");
    export(&mut stage, "a", &path);
    assert!(
        stage.shows("2,600 rows written to") || stage.shows("2600 rows written to"),
        "{}",
        stage.screen()
    );
    assert_eq!(std::fs::read_to_string(&path).unwrap().lines().count(), 2_601);
}
