//! Documents from the screen: asked for on a sheet, made by a job, shown or written, kept as issued and opened again.
use cartera::domain::choice::ReportKind;
use cartera::domain::day::plus_days;
use cartera::domain::kind::Kind;
use cartera::domain::needs::Cause;
use cartera::domain::progress::Unwatched;
use cartera::domain::value::Value;
use cartera::lang::value::Context;
use cartera::lang::words::SOURCES;
use cartera::lang::{Lang, Words};
use cartera::report::Block;
use cartera::report::block::Align;
use cartera::report::format::Format;
use cartera::report::issued::{issued, reopen};
use cartera::report::paper::Paper;
use cartera::report::papers::{Of, ROWS, Wanted};
use cartera::store::Store;
use cartera::store::act::Act;
use cartera::ui::Theme;

use crate::book::{book, today};
use crate::whole::Stage;

fn stage(store: Store) -> Stage {
    Stage::of(store, Lang::En, Theme::Terminal, (120, 36))
}

/// The sheet of the command of that name.
fn sheet(stage: &mut Stage, command: &str) {
    stage.keys(":");
    stage.text(command);
    stage.keys("Enter");
}

#[test]
fn a_document_is_made_from_the_palette_in_the_language_that_was_chosen() {
    let mut stage = stage(book());
    sheet(&mut stage, "management report");
    assert!(stage.shows("Document") && stage.shows("Management report") && stage.shows("on the screen"));
    insta::assert_snapshot!(stage.painted());
    // Document, period, requests, language.
    stage.keys("Down Down");
    stage.text("a loan truck");
    stage.keys("Down Right Enter");
    assert!(stage.shows("Informe de dirección") && stage.shows("a loan truck"), "{}", stage.screen());
    assert!(stage.shows("Today"), "the screen stays in its own language");
    stage.keys("y");
    assert!(stage.paper.copied.starts_with("# Informe de dirección"), "{}", stage.paper.copied);
    stage.keys("Esc");
    assert!(!stage.shows("Informe de dirección"));
    // The next one begins as the last one was asked for.
    sheet(&mut stage, "portfolio as a document");
    assert!(stage.shows("Spanish"), "{}", stage.screen());
}

#[test]
fn an_issued_document_is_in_a_list_and_opens_again_and_undo_takes_it_back() {
    let mut stage = stage(book());
    sheet(&mut stage, "issued reports");
    assert!(stage.shows("No report was issued yet"));
    stage.keys("Esc");
    sheet(&mut stage, "management report");
    stage.keys("Down Down Down Down Down Right Enter");
    assert!(
        stage.shows("Management report") && stage.shows("Issued: Management report"),
        "{}",
        stage.screen()
    );
    stage.keys("Esc");
    sheet(&mut stage, "issued reports");
    assert!(stage.shows("Issued reports") && stage.shows("23 Nov 2026"), "{}", stage.screen());
    stage.keys("Enter");
    assert!(stage.shows("Scorecard"), "{}", stage.screen());
    stage.keys("Esc Esc u");
    assert!(stage.shows("Undone: report Management report"), "{}", stage.screen());
    assert_eq!(stage.outside.store.issued().unwrap(), []);
}

#[test]
fn an_issued_document_is_deleted_from_its_list_by_two_presses_and_comes_back() {
    let mut stage = stage(book());
    sheet(&mut stage, "management report");
    stage.keys("Down Down Down Down Down Right Enter");
    let issued = stage.outside.store.issued().unwrap();
    assert_eq!(issued.len(), 1);
    stage.keys("Esc");
    sheet(&mut stage, "issued reports");
    stage.keys("Del");
    assert!(stage.shows("once more deletes this document"), "{}", stage.screen());
    stage.keys("j Del");
    assert_eq!(stage.outside.store.issued().unwrap().len(), 1, "another key came between");
    stage.keys("Del");
    assert!(stage.shows("No report was issued yet"), "{}", stage.screen());
    stage.keys("u");
    assert_eq!(stage.outside.store.issued().unwrap(), issued);
    assert!(!stage.shows("No report was issued yet"), "the list shows it again\n{}", stage.screen());
}

#[test]
fn a_file_is_written_where_it_was_said_and_never_over_another() {
    let folder = tempfile::tempdir().unwrap();
    let mut stage = stage(book());
    let write = |stage: &mut Stage| {
        sheet(stage, "management report");
        // Language, then the form: an HTML page; then the folder.
        stage.keys("Down Down Down Down Right Down Ctrl-U");
        stage.text(&format!("{}/", folder.path().display()));
        stage.keys("Enter");
    };
    write(&mut stage);
    assert!(stage.shows("Written: Management report"), "{}", stage.screen());
    let first = folder.path().join("management-report-2026-11-23.html");
    let page = std::fs::read_to_string(&first).unwrap();
    assert!(page.contains("<title>") && page.contains("Almazara"), "{page}");
    sheet(&mut stage, "management report");
    stage.keys("Enter");
    let second = folder.path().join("management-report-2026-11-23-2.html");
    assert!(second.exists(), "the form and the folder are remembered: {}", stage.screen());
    sheet(&mut stage, "management report");
    stage.keys("Down Down Down Down Down Ctrl-U");
    stage.text(&first.display().to_string());
    stage.keys("Enter");
    assert!(stage.shows("exists already"), "{}", stage.screen());
    assert_eq!(std::fs::read_to_string(&first).unwrap(), page);
}

#[test]
fn what_is_not_understood_is_said_and_the_sheet_stays() {
    let mut stage = stage(book());
    sheet(&mut stage, "management report");
    stage.keys("Down");
    stage.text("some day");
    stage.keys("Enter");
    assert!(stage.shows("is no period") && stage.shows("on the screen"), "{}", stage.screen());
    stage.keys("Ctrl-U");
    stage.text("2026-Q3");
    stage.keys("Enter");
    assert!(stage.shows("1 Jul 2026 – 30 Sep 2026"), "{}", stage.screen());
}

#[test]
fn the_key_begins_with_the_account_under_the_cursor_and_letters_find_another() {
    let mut stage = stage(book());
    stage.keys("2 R");
    assert!(stage.shows("About") && stage.shows("Almazara"), "{}", stage.screen());
    sheet_of(&mut stage, "nord");
    assert!(stage.shows("Nordwind"), "{}", stage.screen());
    stage.keys("Enter");
    assert!(stage.outside.store.issued().unwrap().is_empty());
    assert!(stage.shows("Nordwind"), "{}", stage.screen());
}

/// Looks for somebody by letters on the line of whom it is about.
fn sheet_of(stage: &mut Stage, letters: &str) {
    stage.keys("Down");
    stage.text(letters);
}

#[test]
fn without_anybody_to_be_about_it_is_said() {
    let mut stage = stage(Store::in_memory(crate::book::clock).unwrap());
    sheet(&mut stage, "digest as a document");
    assert!(stage.shows("nobody yet"), "{}", stage.screen());
    stage.keys("Enter");
    assert!(stage.shows("Say first about whom"), "{}", stage.screen());
    assert!(stage.outside.store.record(Kind::Issued, 1).is_err());
}

#[test]
fn a_report_is_due_again_once_its_days_have_passed_and_issuing_it_settles_that() {
    let mut store = book();
    let wanted = Wanted::new(ReportKind::Management);
    let paper = Paper { title: "Management report".into(), ..Paper::default() };
    let words = Words::new(Lang::En);
    let directory = store.directory().unwrap();
    let month_ago = plus_days(today(), -31);
    let cx = Context { words: &words, today: month_ago, directory: &directory, scope: None };
    let kept = issued(&wanted, &paper.into(), &cx);
    store.perform(Act::Issue(Box::new(kept)), month_ago).unwrap();
    let due = |store: &Store, on| {
        let rows = store.today(None, on).unwrap().needs;
        rows.into_iter()
            .filter(|need| need.cause == Cause::ReportDue)
            .map(|need| need.late)
            .collect::<Vec<_>>()
    };
    assert_eq!(due(&store, today()), [1]);
    assert!(due(&store, plus_days(today(), -2)).is_empty(), "twenty-nine days are not thirty");
    let mut stage = stage(store);
    let row = "Management report: the next one is due";
    assert!(stage.shows(row), "{}", stage.screen());
    stage.click(row);
    stage.keys("=");
    assert!(stage.shows("A report of this kind was issued before"), "{}", stage.screen());
    stage.keys("Esc Enter");
    assert!(stage.shows("Document") && stage.shows("Issue    yes"), "{}", stage.screen());
    stage.keys("Enter Esc");
    assert!(!stage.shows(row), "{}", stage.screen());
    stage.keys("u");
    assert!(stage.shows(row), "{}", stage.screen());
    stage.click(row);
    stage.keys("z Enter");
    assert!(!stage.shows(row), "{}", stage.screen());
    let mut settings = stage.outside.store.record(Kind::Settings, 1).unwrap();
    settings.set("report_every", Value::Number(60)).unwrap();
    stage.outside.store.perform(Act::Save(vec![settings]), today()).unwrap();
    assert!(due(&stage.outside.store, plus_days(today(), 28)).is_empty());
    assert_eq!(due(&stage.outside.store, plus_days(today(), 29)), [0]);
}

/// Somebody of the demo that a document can be about.
fn somebody(store: &Store, of: Of) -> Option<(Kind, cartera::domain::Id)> {
    let kind = match of {
        Of::Book => return None,
        Of::Account | Of::Talk => Kind::Account,
        Of::Colleague => Kind::Colleague,
    };
    let directory = store.directory().unwrap();
    let found = directory.of(kind).find(|name| name.key || kind == Kind::Colleague).unwrap();
    Some((kind, found.id))
}

/// Every section of a document is in its workbook with what its tables say.
fn read_back(paper: &Paper, file: Vec<u8>) {
    use calamine::{DataType as _, Reader as _};
    let mut book: calamine::Xlsx<_> = calamine::Xlsx::new(std::io::Cursor::new(file)).unwrap();
    let mut cells = Vec::new();
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name).unwrap();
        let texts = range.used_cells().filter_map(|(.., cell)| cell.get_string().map(str::to_owned));
        let texts: Vec<String> = texts.collect();
        assert!(texts.len() > 2, "{}: the sheet {name} has nothing below its title", paper.title);
        cells.extend(texts);
    }
    let there = |text: &str| {
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        cells.iter().any(|c| c.split_whitespace().collect::<Vec<_>>().join(" ").contains(&line))
    };
    for block in &paper.blocks {
        match block {
            Block::Heading { text, .. } => assert!(there(text), "{}: {text}", paper.title),
            Block::Table(table) => {
                for row in &table.rows {
                    let first = row.cells.iter().zip(&table.columns);
                    let first =
                        first.filter(|(cell, c)| c.align == Align::Left && cell.text.chars().count() > 16);
                    let words = first.map(|(cell, _)| cell.text.as_str());
                    let mut words = words.filter(|text| text.chars().any(char::is_alphabetic));
                    assert!(words.all(&there), "{}: {row:?}", paper.title);
                }
            }
            Block::Paragraph(_)
            | Block::Figures(_)
            | Block::Callout(..)
            | Block::Picture(_)
            | Block::Break => {}
        }
    }
}

#[test]
fn every_document_takes_a_period_and_says_which_it_tells_of() {
    let mut store = Store::in_memory(crate::book::clock).unwrap();
    cartera::exchange::demo::build(&mut store, today(), None).unwrap();
    let (words, directory) = (Words::new(Lang::En), store.directory().unwrap());
    let cx = Context { words: &words, today: today(), directory: &directory, scope: None };
    for row in ROWS {
        let term = row.term("2026-Q3", &cx).unwrap();
        let wanted = Wanted { of: somebody(&store, row.of), term: Some(term), ..Wanted::new(row.kind) };
        let answers = store.ask_all(&row.queries(&wanted), today(), &Unwatched).unwrap();
        let made = row.make(&wanted, &answers, &cx).unwrap();
        let said = made.paper.subtitle.clone();
        assert!(said.contains("1 Jul 2026 – 30 Sep 2026"), "{:?}: {said}", row.kind);
        assert_eq!(made.term, Some(term), "{:?}", row.kind);
        let ahead = row.term("2027-Q2", &cx);
        if matches!(row.kind, ReportKind::Plan | ReportKind::PlanPage) {
            assert!(ahead.is_ok(), "only a plan tells of what lies ahead");
        } else {
            let why = ahead.unwrap_err();
            assert_eq!((why.key.as_str(), why.arg("day")), ("handout-period-ahead", Some("2027-04-01")));
        }
        assert!(row.term("2026-Q4", &cx).is_ok(), "a time that has begun is told of");
        assert_eq!(row.term("some day", &cx).unwrap_err().key, "handout-no-period");
    }
}

#[test]
fn a_brief_of_a_time_tells_what_was_said_in_it() {
    let mut store = book();
    for (on, text) in [(plus_days(today(), -100), "prices of summer"), (plus_days(today(), -10), "autumn")] {
        let mut call = crate::book::call_with_ana();
        call.day = on;
        call.text = text.into();
        store.perform(Act::Log(Box::new(call), None), today()).unwrap();
    }
    let (words, directory) = (Words::new(Lang::En), store.directory().unwrap());
    let cx = Context { words: &words, today: today(), directory: &directory, scope: None };
    let row = ROWS.iter().find(|row| row.kind == ReportKind::Brief).unwrap();
    for of in [(Kind::Account, 1), (Kind::Person, 1)] {
        let term = Some((plus_days(today(), -120), plus_days(today(), -60)));
        let wanted = Wanted { of: Some(of), term, ..Wanted::new(row.kind) };
        let answers = store.ask_all(&row.queries(&wanted), today(), &Unwatched).unwrap();
        let said = cartera::report::markdown::paper(&row.make(&wanted, &answers, &cx).unwrap().paper);
        assert!(said.contains("prices of summer") && !said.contains("autumn"), "{of:?}: {said}");
        assert!(said.contains("What happened") || said.contains("Conversations"), "{said}");
    }
}

#[test]
fn every_document_of_the_table_is_made_of_the_demo_in_both_languages_and_every_form() {
    let mut store = Store::in_memory(crate::book::clock).unwrap();
    cartera::exchange::demo::build(&mut store, today(), None).unwrap();
    let directory = store.directory().unwrap();
    for row in ROWS {
        let wanted = Wanted { of: somebody(&store, row.of), ..Wanted::new(row.kind) };
        let answers = store.ask_all(&row.queries(&wanted), today(), &Unwatched).unwrap();
        let mut titles = Vec::new();
        for lang in Lang::ALL {
            let words = Words::new(lang);
            let cx =
                Context { words: &words, today: today(), directory: &directory, scope: wanted.account() };
            let made = row.make(&wanted, &answers, &cx).unwrap();
            assert_eq!(made.paper.lang, lang, "{:?}", row.kind);
            assert!(!made.paper.blocks.is_empty() && !made.paper.made.is_empty(), "{:?}", row.kind);
            for format in Format::ALL {
                let file = format.file(&made.paper).unwrap();
                if format == Format::Xlsx {
                    read_back(&made.paper, file);
                    continue;
                }
                if format == Format::Term {
                    let text = String::from_utf8(file).unwrap();
                    // A key without its words stands there as it is.
                    let keys = SOURCES.iter().map(|(file, ..)| format!("{}-", file.replace('_', "-")));
                    let bare = |word: &&str| keys.clone().any(|key| word.starts_with(&key));
                    let bare: Vec<&str> = text.split_whitespace().filter(bare).collect();
                    assert!(bare.is_empty(), "{:?}: {bare:?}", row.kind);
                }
            }
            let kept = issued(&wanted, &made, &cx);
            // What a row leads to is not kept: the record may be gone.
            let page = |paper: &Paper| Format::Html.file(paper).unwrap();
            assert!(page(&reopen(&kept).unwrap()) == page(&made.paper), "{:?} opens as it was", row.kind);
            titles.push(made.paper.title);
        }
        assert_ne!(titles[0], titles[1], "{:?} is in both languages", row.kind);
    }
}
