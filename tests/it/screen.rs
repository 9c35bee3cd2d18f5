//! Stories of the screen: keys in, screen out.
use cartera::command::{LensKind, Msg};
use cartera::domain::account::Account;
use cartera::domain::field::Record;
use cartera::domain::kind::Kind;
use cartera::domain::value::Value;
use cartera::store::Store;
use cartera::store::act::Act;
use cartera::store::query::log::LogQuery;

use crate::book::{book, clock, fill, today};
use crate::whole::Stage;

fn logged(stage: &Stage) -> usize {
    stage.outside.store.log(&LogQuery::default()).unwrap().rows.len()
}

#[test]
fn a_captured_line_is_logged_undone_and_done_again_from_any_lens() {
    for lens in LensKind::ALL {
        let mut stage = Stage::new(book());
        stage.keys(&lens.digit().to_string());
        stage.keys("i");
        stage.text("call ana ruiz yesterday 30m: prices too high :( ana=neutral > fri send TCO");
        assert!(stage.shows("Ana Ruiz: neutral"), "{}", stage.screen());
        stage.keys("Enter");
        assert!(stage.shows("Logged: call with Ana Ruiz"), "{}", stage.screen());
        assert_eq!(logged(&stage), 1);
        stage.keys("u");
        assert!(stage.shows("Undone: "), "{}", stage.screen());
        assert_eq!(logged(&stage), 0);
        stage.keys("U");
        assert_eq!(logged(&stage), 1);
    }
}

#[test]
fn a_line_left_with_esc_comes_back_with_the_next_i_even_after_a_restart() {
    let mut stage = Stage::new(book());
    stage.keys("i");
    stage.text("call ana: half a sent");
    stage.keys("Esc");
    let mut stage = stage.again();
    stage.keys("i");
    assert!(stage.shows("half a sent"));
    stage.keys("Enter i");
    assert!(!stage.shows("half a sent│"));
}

#[test]
fn a_form_closed_in_the_middle_is_there_the_next_morning() {
    let mut stage = Stage::new(book());
    stage.keys("2 :");
    stage.text("new person");
    stage.keys("Enter");
    stage.text("Zoe Vidal");
    // The laptop is closed: nothing more is pressed.
    let mut stage = stage.again();
    stage.keys(":");
    stage.text("new person");
    stage.keys("Enter");
    assert!(stage.shows("Zoe Vidal"), "{}", stage.screen());
    assert!(stage.shows("Draft from before"), "{}", stage.screen());
    stage.keys("Ctrl-S");
    assert!(stage.shows("Zoe Vidal"), "{}", stage.screen());
    assert_eq!(stage.outside.store.records(Kind::Person, 0, 99).unwrap().len(), 5);
}

#[test]
fn esc_keeps_a_draft_and_ctrl_x_discards_it() {
    let mut stage = Stage::new(book());
    stage.keys(":");
    stage.text("new account");
    stage.keys("Enter");
    stage.text("Zenit");
    stage.keys("Esc");
    assert!(stage.shows("Draft kept"), "{}", stage.screen());
    stage.keys(":");
    stage.text("new account");
    stage.keys("Enter");
    assert!(stage.shows("Zenit"));
    stage.keys("Ctrl-X");
    stage.keys(":");
    stage.text("new account");
    stage.keys("Enter");
    assert!(!stage.shows("Zenit"), "{}", stage.screen());
}

fn account_named(store: &Store, name: &str) -> Box<dyn Record> {
    let all = store.records(Kind::Account, 0, 99).unwrap();
    all.into_iter().find(|a| a.get("name") == Value::Text(name.to_owned())).unwrap()
}

/// Opens the form of Arce, types a sector, and meanwhile the site is changed elsewhere.
fn conflict() -> Stage {
    let mut stage = Stage::new(book());
    let id = account_named(&stage.outside.store, "Arce").head().id;
    let form = cartera::command::FormOf::edit(Kind::Account, id, None);
    let parts = stage.outside.store.parts(Kind::Account, id).unwrap();
    stage.tell(Msg::FormLoaded(form, parts, None));
    stage.keys("Tab Tab Tab Tab");
    stage.text("food");
    let mut theirs = account_named(&stage.outside.store, "Arce");
    theirs.set("site", Value::Text("Vigo".to_owned())).unwrap();
    stage.outside.store.perform(Act::Save(vec![theirs]), today()).unwrap();
    stage.keys("Ctrl-S");
    assert!(stage.shows("Changed elsewhere"), "{}", stage.screen());
    assert!(stage.shows("food") && stage.shows("Vigo"), "{}", stage.screen());
    stage
}

#[test]
fn a_record_changed_elsewhere_shows_both_and_keeping_mine_loses_nothing_of_theirs() {
    let mut stage = conflict();
    stage.keys("Enter");
    let arce = account_named(&stage.outside.store, "Arce");
    let arce = arce.any().downcast_ref::<Account>().unwrap();
    assert_eq!((arce.sector.as_str(), arce.site.as_str()), ("food", "Vigo"));
}

#[test]
fn taking_theirs_opens_the_form_as_it_stands_elsewhere() {
    let mut stage = conflict();
    stage.keys("Down Enter");
    assert!(stage.shows("Vigo") && !stage.shows("food"), "{}", stage.screen());
}

#[test]
fn an_act_of_another_process_is_named_before_it_is_undone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.cartera");
    let mut shell = Store::open(&path, clock).unwrap();
    fill(&mut shell);
    let mut stage = Stage::new(Store::open(&path, clock).unwrap());
    stage.keys("u");
    assert!(stage.shows("u would undo"), "{}", stage.screen());
    let before = stage.outside.store.next_undo().unwrap();
    stage.keys("j u");
    assert_eq!(stage.outside.store.next_undo().unwrap(), before, "another key in between names it again");
    stage.keys("u");
    assert_ne!(stage.outside.store.next_undo().unwrap(), before);
    assert!(stage.shows("Undone"), "{}", stage.screen());
}

#[test]
fn deleting_takes_two_presses_and_undo_brings_it_back() {
    let mut stage = Stage::new(book());
    stage.keys("i");
    stage.text("call ana: prices");
    stage.keys("Enter 4 Del");
    assert!(stage.shows("once more"), "{}", stage.screen());
    stage.keys("j");
    assert_eq!(logged(&stage), 1);
    stage.keys("Backspace Backspace");
    assert_eq!(logged(&stage), 0);
    stage.keys("u");
    assert_eq!(logged(&stage), 1);
}

#[test]
fn the_palette_finds_people_and_behind_a_space_all_text() {
    let mut stage = Stage::new(book());
    stage.keys("i");
    stage.text("call ana: the turbine tender");
    stage.keys("Enter :");
    stage.text(" turbi");
    assert!(stage.shows("the turbine tender"), "{}", stage.screen());
    stage.keys("Esc Ctrl-P");
    stage.text("krstn");
    assert!(stage.shows("Kerstin Vogel"), "{}", stage.screen());
}

#[test]
fn help_finds_a_key_by_what_it_does_and_does_it() {
    let mut stage = Stage::new(book());
    stage.keys("?");
    stage.text("capture");
    stage.keys("Esc i F1");
    assert!(stage.shows("Keys"), "{}", stage.screen());
    stage.text("save the line");
    assert!(stage.shows("Save the line"), "{}", stage.screen());
}

#[test]
fn the_scope_goes_round_with_tab_and_the_mouse_picks_lens_and_scope() {
    let mut stage = Stage::new(book());
    stage.keys("Tab");
    assert!(stage.shows("▏Almazara▕"), "{}", stage.screen());
    stage.keys("Shift-Tab Shift-Tab");
    assert!(stage.shows("▏Nordwind▕"), "{}", stage.screen());
    stage.click("Arce");
    assert!(stage.shows("▏Arce▕"), "{}", stage.screen());
    stage.keys("0");
    assert!(stage.shows("▏All▕"), "{}", stage.screen());
    stage.click("capture");
    assert!(stage.shows("Capture"), "{}", stage.screen());
}

#[test]
fn ctrl_c_goes_one_layer_up_and_twice_leaves() {
    let mut stage = Stage::new(book());
    stage.keys("i");
    stage.text("call");
    stage.keys("Ctrl-C");
    assert!(!stage.over && !stage.shows("Capture"));
    stage.keys("j Ctrl-C");
    assert!(!stage.over);
    stage.keys("Ctrl-C");
    assert!(stage.over);
}

#[test]
fn letters_are_text_while_typing() {
    let mut stage = Stage::new(book());
    stage.keys("i");
    stage.text("q ? : u 1 0");
    assert!(!stage.over && stage.shows("q ? : u 1 0"), "{}", stage.screen());
    stage.tell(Msg::Pasted("two\nlines".to_owned()));
    assert!(stage.shows("two lines"), "{}", stage.screen());
}

#[test]
fn a_block_pasted_where_nothing_is_typed_presses_no_key() {
    let mut stage = Stage::new(book());
    for lens in ["1", "2", "3", "4"] {
        stage.keys(lens);
        let before = stage.screen();
        stage.tell(Msg::Pasted("n\tq\rx\r\ni\t3\n".to_owned()));
        assert!(!stage.over);
        assert_eq!(stage.screen(), before);
    }
}

#[test]
fn a_double_click_opens_what_one_click_has_chosen() {
    let mut stage = Stage::new(book());
    stage.keys("3");
    stage.click("Jordi");
    assert!(!stage.shows("every 90 d"), "{}", stage.screen());
    stage.click_twice("Jordi");
    assert!(stage.shows("every 90 d"), "{}", stage.screen());
}

#[test]
fn a_small_terminal_is_told_in_one_sentence() {
    let mut stage = Stage::of(book(), cartera::lang::Lang::En, cartera::ui::Theme::Mono, (79, 24));
    assert!(stage.screen().contains("79 × 24"));
}

#[test]
fn a_planned_meeting_is_marked_held_by_completing_its_line() {
    let mut stage = Stage::new(book());
    stage.keys("i");
    stage.text("meeting ana next fri 10:00: review");
    stage.keys("Enter 4 x");
    assert!(stage.shows("Held") && stage.shows("review"), "{}", stage.screen());
    stage.text(", went well");
    stage.keys("Enter");
    assert_eq!(logged(&stage), 1, "the planned one became the held one");
}

#[test]
fn ctrl_x_on_the_lens_discards_the_draft_of_the_form_closed_last() {
    let mut stage = Stage::new(book());
    stage.keys("3 n");
    stage.text("Zoe");
    stage.keys("Esc");
    assert!(stage.shows("n resumes"), "{}", stage.screen());
    stage.keys("Ctrl-X");
    assert!(stage.shows("Draft discarded"), "{}", stage.screen());
    stage.keys("n");
    assert!(!stage.shows("Zoe"), "{}", stage.screen());
}
