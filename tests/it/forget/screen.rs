//! The screen: said what goes, asked for the name, gone everywhere.
use cartera::lang::Lang;
use cartera::store::act::Act;
use cartera::ui::Theme;

use crate::book::{book, call_with_ana, today};
use crate::whole::Stage;

fn on_ana(lang: Lang, size: (u16, u16)) -> Stage {
    let mut store = book();
    store.perform(Act::Log(Box::new(call_with_ana()), None), today()).unwrap();
    let mut stage = Stage::of(store, lang, Theme::Terminal, size);
    stage.keys(":");
    stage.text("Ana Ruiz");
    stage.keys("Enter");
    stage.keys(":");
    stage.text(if lang == Lang::En { "forget person" } else { "olvidar persona" });
    stage.keys("Enter");
    stage
}

#[test]
fn a_person_is_forgotten_by_typing_the_full_name() {
    let mut stage = on_ana(Lang::En, (120, 36));
    assert!(stage.shows("Forget Ana Ruiz"), "{}", stage.screen());
    stage.text("Ana");
    stage.keys("Enter");
    assert!(stage.shows("Nothing was forgotten"), "{}", stage.screen());
    stage.text(" Ruiz");
    stage.keys("Enter");
    assert!(stage.shows("Ana Ruiz is forgotten"), "{}", stage.screen());
    assert!(!stage.shows("Forget Ana Ruiz"));
    stage.keys("4");
    assert!(!stage.shows("Ana Ruiz") && stage.shows("precios altos"), "{}", stage.screen());
    assert_eq!(stage.outside.store.check().unwrap(), []);
}

#[test]
fn esc_leaves_everything_as_it_is() {
    let mut stage = on_ana(Lang::Es, (80, 24));
    assert!(stage.shows("Olvidar a Ana Ruiz") && stage.shows("No se puede deshacer"), "{}", stage.screen());
    stage.text("Ana Ruiz");
    stage.keys("Esc");
    assert!(stage.outside.store.who_is(1).is_ok());
    assert!(!stage.shows("Olvidar a Ana Ruiz"));
}
