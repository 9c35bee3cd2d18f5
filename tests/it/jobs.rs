//! Long work on the screen: its panel, the key that stops it, and what came of it.
use cartera::command::{Effect, Msg, Progress};
use cartera::domain::day::day;
use cartera::domain::explain::Explain;
use cartera::domain::progress::{Stage as At, Step};
use cartera::lang::Lang;
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
