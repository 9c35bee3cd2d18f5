//! Guided choice: the last entry of the menus of values asks some questions and proposes a value with its reason.
use cartera::domain::choice::{Aspect, BuyingRole};
use cartera::domain::evidence::current;
use cartera::lang::Lang;
use cartera::ui::Theme;

use crate::book::{account, clock, person, today};
use crate::whole::Stage;
use cartera::store::Store;

fn stage(lang: Lang, size: (u16, u16)) -> Stage {
    let mut store = Store::in_memory(clock).unwrap();
    let arce = account(&mut store, "Arce");
    person(&mut store, "Marta Roca", arce, &[BuyingRole::User]);
    let mut stage = Stage::of(store, lang, Theme::Terminal, size);
    stage.keys("3");
    stage
}

fn known(stage: &Stage, aspect: Aspect) -> Vec<String> {
    let page = stage.outside.store.person_page(1, Some(1), today()).unwrap();
    current(&page.facts, aspect).into_iter().map(|fact| fact.value.clone()).collect()
}

#[test]
fn three_answers_propose_a_stance_with_its_reason_and_enter_takes_it() {
    let mut stage = stage(Lang::En, (80, 24));
    stage.keys("c s h");
    insta::assert_snapshot!("guide_question_en", stage.screen());
    stage.keys("y y");
    insta::assert_snapshot!("guide_proposal_en", stage.screen());
    assert!(known(&stage, Aspect::Stance).is_empty(), "nothing is written before it is taken");
    stage.keys("Enter");
    assert_eq!(known(&stage, Aspect::Stance), ["champion"]);
    assert!(stage.screen().contains("Noted: Marta Roca, stance: champion"));
    stage.keys("u");
    assert!(known(&stage, Aspect::Stance).is_empty());
}

#[test]
fn the_letters_are_those_of_the_language_and_esc_goes_one_question_back() {
    let mut stage = stage(Lang::Es, (80, 24));
    stage.keys("c a");
    let screen = stage.screen();
    assert!(screen.contains("Ayúdame a elegir…"), "{screen}");
    stage.keys("y");
    insta::assert_snapshot!("guide_question_es", stage.screen());
    stage.keys("n s s");
    insta::assert_snapshot!("guide_proposal_es", stage.screen());
    stage.keys("Esc n");
    assert!(stage.screen().contains("escéptico"), "{}", stage.screen());
    stage.keys("Esc Esc Esc");
    assert!(stage.screen().contains("a nuestro favor cuando no estábamos"), "{}", stage.screen());
    stage.keys("Esc");
    assert!(!stage.screen().contains("a nuestro favor"), "{}", stage.screen());
    assert!(known(&stage, Aspect::Stance).is_empty());
}

#[test]
fn a_role_that_is_held_already_is_confirmed_not_taken_away() {
    let mut stage = stage(Lang::En, (120, 36));
    stage.keys("c r h n y n");
    assert!(stage.screen().contains("It is so already"), "{}", stage.screen());
    stage.keys("Enter");
    assert_eq!(known(&stage, Aspect::Role), ["user"]);
}

#[test]
fn answers_are_chosen_with_the_arrows_and_the_mouse_too() {
    let mut stage = stage(Lang::En, (120, 36));
    stage.keys("c i h Down Enter Enter");
    assert!(stage.screen().contains("influence 3"), "{}", stage.screen());
    stage.keys("Enter");
    assert_eq!(known(&stage, Aspect::Influence), ["3"]);
    stage.keys("c n h n n n Enter");
    assert_eq!(known(&stage, Aspect::Interest), ["1"]);
}
