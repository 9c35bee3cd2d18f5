//! The catalogue of ready indicators on the screen: narrowed, marked, added in one act.
use cartera::domain::kind::Kind;
use cartera::domain::value::Value;
use cartera::lang::Lang;
use cartera::ui::Theme;

use crate::book::book;
use crate::whole::Stage;

fn names(stage: &Stage) -> Vec<(Value, Value)> {
    let kpis = stage.outside.store.records(Kind::Kpi, 0, 99).unwrap();
    kpis.iter().map(|k| (k.get("name"), k.get("account"))).collect()
}

fn text(name: &str) -> Value {
    Value::Text(name.to_owned())
}

#[test]
fn an_empty_lens_says_how_to_fill_it_and_the_key_does() {
    let mut stage = Stage::new(book());
    stage.keys("5");
    assert!(stage.shows("No KPIs yet. n adds one, p picks from the catalogue."), "{}", stage.screen());
    stage.keys("p");
    assert!(stage.shows("Catalogue of KPIs for the whole portfolio"), "{}", stage.screen());
    // The first of the first topic is under the cursor.
    stage.keys("Enter");
    assert_eq!(names(&stage), [(text("Revenue"), Value::Empty)]);
    assert!(stage.shows("Created: KPI Revenue"), "{}", stage.screen());
}

#[test]
fn several_are_marked_and_added_in_one_act_that_undo_takes_back() {
    let mut stage = Stage::new(book());
    stage.keys("Tab 5 p");
    assert!(stage.shows("for Almazara"), "{}", stage.screen());
    stage.text("deliv");
    stage.keys("Space");
    stage.keys("Backspace Backspace Backspace Backspace Backspace");
    stage.text("nps");
    stage.keys("Space");
    assert!(stage.shows("adds 2"), "{}", stage.screen());
    stage.keys("Enter");
    let almazara = Value::Link(1);
    let added = [(text("Order backlog"), almazara.clone()), (text("Net promoter score (NPS)"), almazara)];
    assert_eq!(names(&stage), added);
    assert!(stage.shows("Net promoter score"), "{}", stage.screen());
    stage.keys("u");
    assert!(names(&stage).is_empty());
}

#[test]
fn what_is_there_already_is_not_added_twice() {
    let mut stage = Stage::new(book());
    stage.keys("5 p Enter p");
    assert!(stage.shows("✓  Revenue"), "{}", stage.screen());
    stage.keys("Space Up Enter");
    assert_eq!(names(&stage).len(), 1);
    assert!(stage.shows("There already"), "{}", stage.screen());
    stage.keys("Down Enter");
    assert_eq!(names(&stage).len(), 2);
}

#[test]
fn the_palette_opens_it_from_every_lens_and_shows_what_was_added() {
    let mut stage = Stage::new(book());
    stage.keys(":");
    stage.text("catalogue");
    stage.keys("Enter");
    stage.text("zzz");
    assert!(stage.shows("Nothing in the catalogue is called that"), "{}", stage.screen());
    stage.keys("Enter");
    assert!(names(&stage).is_empty());
    stage.keys("Backspace Backspace Backspace");
    stage.click("Contribution margin");
    stage.keys("Enter");
    assert_eq!(names(&stage), [(text("Contribution margin"), Value::Empty)]);
    assert!(stage.shows("Whole portfolio") && stage.shows("Contribution m"), "{}", stage.screen());
}

#[test]
fn its_face_at_every_size() {
    for (lang, theme, size) in [
        (Lang::En, Theme::Terminal, (80, 24)),
        (Lang::Es, Theme::Mono, (80, 24)),
        (Lang::Es, Theme::Terminal, (120, 36)),
    ] {
        let mut stage = Stage::of(book(), lang, theme, size);
        stage.keys("Tab 5 p Down Space Down");
        let theme = format!("{theme:?}").to_lowercase();
        insta::assert_snapshot!(format!("catalogue-{}-{}-{theme}", lang.code(), size.0), stage.painted());
    }
}
