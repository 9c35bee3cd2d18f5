//! Long work on the screen: its panel, the key that stops it, and what came of it.
use std::path::Path;

use cartera::command::{Effect, Handout, Job, Msg, Progress};
use cartera::domain::choice::ReportKind;
use cartera::domain::day::day;
use cartera::domain::explain::Explain;
use cartera::domain::kind::Kind;
use cartera::domain::progress::{Stage as At, Step};
use cartera::exchange::{Options, read};
use cartera::lang::value::Context;
use cartera::lang::{Lang, Words};
use cartera::report::format::Format;
use cartera::report::papers::Wanted;
use cartera::store::Store;
use cartera::ui::Theme;

use crate::book::{book, clock, fill};
use crate::whole::Stage;

fn under_way(lang: Lang, step: Step, left: Option<u64>) -> Stage {
    let mut stage = Stage::of(book(), lang, Theme::Terminal, (80, 24));
    stage.tell(Msg::Started(Explain::new("job-backup")));
    stage.tell(Msg::Progressed(Progress { step, left }));
    stage
}

#[test]
fn what_is_under_way_says_how_far_it_has_come_and_how_long_it_takes() {
    let mut stage = under_way(Lang::Es, Step::new(At::Writing, 12_400, 50_000), Some(9));
    insta::assert_snapshot!(stage.painted());
    stage.tell(Msg::Progressed(Progress { step: Step::new(At::Reading, 1_240_000, 9_300_000), left: None }));
    assert!(stage.shows("Leyendo  1,2 MB de 9,3 MB"), "{}", stage.screen());
    stage.tell(Msg::Progressed(Progress { step: Step::new(At::Comparing, 700, 0), left: Some(400) }));
    assert!(stage.shows("Comparando con el libro  700"));
    assert!(stage.shows("quedan 7 min"));
}

#[test]
fn escape_stops_it_and_it_stays_in_sight_until_it_has_ended() {
    let mut stage = under_way(Lang::En, Step::new(At::Writing, 1, 2), None);
    let effects = stage.app.update(Msg::Key(cartera::command::Key::parse("Esc").unwrap()));
    assert!(matches!(effects[..], [Effect::Cancel]));
    assert!(stage.shows("Stopping"));
    // What is typed meanwhile is for nobody.
    stage.keys("i x Del");
    stage.tell(Msg::Pasted("x".to_owned()));
    assert!(stage.shows("Stopping"));
    stage.tell(Msg::Ended(None));
    assert!(stage.shows("Stopped: nothing was written"));
    assert!(!stage.shows("Copying the book"));
}

#[test]
fn what_came_of_it_is_said_and_its_panel_is_gone_also_below_others() {
    let mut stage = under_way(Lang::En, Step::new(At::Writing, 1, 2), None);
    stage.keys("F1");
    stage.tell(Msg::Ended(Some(Box::new(Msg::Failed(Explain::new("job-stumbled"))))));
    assert!(stage.shows("The program stumbled over this; nothing was written"));
    stage.keys("Esc");
    assert!(!stage.shows("Copying the book"));
}

#[test]
fn a_backup_is_made_from_the_palette() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(&folder.path().join("book.cartera"), clock).unwrap();
    fill(&mut store);
    let mut stage = Stage::new(store);
    stage.keys(":");
    stage.text("back up");
    stage.keys("Enter");
    let copies = std::fs::read_dir(folder.path().join("backups")).unwrap().map(Result::unwrap);
    let today = day(2026, 11, 23).to_string();
    let made = copies.filter(|file| file.file_name().to_string_lossy().contains(&today)).count();
    assert_eq!(made, 1, "{}", stage.screen());
}

/// A book on the disk whose table of that name takes nothing more.
fn full(folder: &Path, table: &str) -> Stage {
    let path = folder.join("book.cartera");
    let mut store = Store::open(&path, clock).unwrap();
    fill(&mut store);
    drop(store);
    let trigger =
        format!("CREATE TRIGGER is_full BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'full'); END");
    rusqlite::Connection::open(&path).unwrap().execute_batch(&trigger).unwrap();
    Stage::of(Store::open(&path, clock).unwrap(), Lang::En, Theme::Terminal, (160, 24))
}

/// Does a job and tells the screen what came of it.
fn finish(stage: &mut Stage, job: Job) {
    let today = stage.app.today();
    for msg in stage.outside.perform(Effect::Start(Box::new(job)), today, &mut stage.paper).unwrap() {
        stage.tell(msg);
    }
}

#[test]
fn what_is_in_the_book_is_told_so_also_where_something_beside_it_could_not_be_kept() {
    let folder = tempfile::tempdir().unwrap();
    let mut stage = full(folder.path(), "layout");
    let list = folder.path().join("list.csv");
    std::fs::write(&list, "Nombre;Empresa\nMarta Gil;Arce\n").unwrap();
    let words = Words::new(Lang::En);
    let directory = stage.outside.store.directory().unwrap();
    let cx = Context { words: &words, today: stage.app.today(), directory: &directory, scope: None };
    let mut plan = read(&[list], &Options::default(), &stage.outside.store, &cx).unwrap();
    plan.answers.push(("a shape".into(), "{}".into()));
    finish(&mut stage, Job::Import { plan: Box::new(plan), name: "list.csv".into() });
    assert!(stage.shows("Imported; what was said about the columns could not be kept"), "{}", stage.screen());
    let names = stage.outside.store.directory().unwrap().names;
    assert!(names.iter().any(|name| name.name == "Marta Gil"));
}

#[test]
fn a_document_that_cannot_be_issued_leaves_no_file_and_one_that_cannot_be_written_is_not_issued() {
    let folder = tempfile::tempdir().unwrap();
    let typed = |name: &str| folder.path().join(name).display().to_string();
    let handout = |name: &str| Handout {
        wanted: Wanted::new(ReportKind::Management),
        lang: Lang::En,
        file: Some((Format::Html, typed(name))),
        issue: true,
    };
    let mut stage = full(folder.path(), "issued");
    finish(&mut stage, Job::Handout(Box::new(handout("report.html"))));
    assert!(!folder.path().join("report.html").exists(), "{}", stage.screen());
    assert!(!stage.shows("Written"), "{}", stage.screen());
    let mut stage = Stage::new(book());
    std::fs::write(folder.path().join("there.html"), "mine").unwrap();
    finish(&mut stage, Job::Handout(Box::new(handout("there.html"))));
    assert!(stage.outside.store.records(Kind::Issued, 0, 9).unwrap().is_empty());
    assert_eq!(std::fs::read_to_string(folder.path().join("there.html")).unwrap(), "mine");
    finish(&mut stage, Job::Handout(Box::new(handout("new.html"))));
    assert_eq!(stage.outside.store.records(Kind::Issued, 0, 9).unwrap().len(), 1);
    assert!(folder.path().join("new.html").exists());
}
