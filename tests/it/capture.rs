//! A captured line all the way into the book and out again.
use cartera::capture::{chip, prefill, read};
use cartera::domain::choice::{Severity, Stance};
use cartera::domain::commitment::Commitment;
use cartera::domain::interaction::Interaction;
use cartera::domain::kind::Kind;
use cartera::domain::person::Membership;
use cartera::domain::problem::Problem;
use cartera::lang::value::Context;
use cartera::lang::{Lang, Words};
use cartera::store::Store;
use cartera::store::act::Act;

use crate::book::{book, today};

fn log(store: &mut Store, line: &str, held: Option<i64>) -> Interaction {
    let directory = store.directory().unwrap();
    let words = Words::new(Lang::Es);
    let cx = Context { words: &words, today: today(), directory: &directory, scope: None };
    let entry = read(line, &cx).unwrap();
    assert!(!chip::chips(&entry, &cx).is_empty());
    store.perform(Act::Log(Box::new(entry), held), today()).unwrap();
    last(store)
}

fn last(store: &Store) -> Interaction {
    let all = store.records(Kind::Interaction, 0, 100).unwrap();
    all.last().unwrap().any().downcast_ref::<Interaction>().unwrap().clone()
}

fn stance(store: &Store) -> Option<Stance> {
    let all = store.records(Kind::Membership, 0, 1).unwrap();
    all[0].any().downcast_ref::<Membership>().unwrap().stance
}

#[test]
fn one_line_is_logged_taken_back_and_brought_back() {
    let mut store = book();
    let line = "llamada ana ruiz ayer 30m: precios altos +renovación :( ana=neutral > vie enviar TCO";
    let logged = log(&mut store, line, None);
    assert_eq!((logged.text.as_str(), logged.raw.as_str(), logged.to_sort), ("precios altos", line, false));
    let promises = store.records(Kind::Commitment, 0, 9).unwrap();
    let promise = promises[0].any().downcast_ref::<Commitment>().unwrap();
    assert_eq!((promise.text.as_str(), promise.counterpart), ("enviar TCO", logged.people.first().copied()));
    assert_eq!(stance(&store), Some(Stance::Neutral));
    store.perform(Act::Undo, today()).unwrap();
    assert!(store.records(Kind::Commitment, 0, 9).unwrap().is_empty());
    assert_eq!(stance(&store), None);
    store.perform(Act::Redo, today()).unwrap();
    assert_eq!(last(&store), logged);
    assert_eq!(stance(&store), Some(Stance::Neutral));
}

#[test]
fn a_problem_of_a_line_becomes_a_record_of_its_account_and_its_conversation() {
    let mut store = book();
    let line = "ana ruiz ayer: quejas problema: palés con retraso, grave para el vie";
    let logged = log(&mut store, line, None);
    let problems = store.records(Kind::Problem, 0, 9).unwrap();
    let problem = problems[0].any().downcast_ref::<Problem>().unwrap();
    assert_eq!((problem.name.as_str(), problem.severity), ("palés con retraso", Some(Severity::High)));
    assert_eq!((problem.account, problem.opened_on), (logged.account, logged.day));
    assert_eq!(problem.interaction.map(|l| l.0), Some(logged.head.id));
    let label = store.next_undo().unwrap().unwrap().label;
    assert_eq!(Words::new(Lang::Es).say(&label), "Anotado: llamada con Ana Ruiz, 1 incidencia");
    store.perform(Act::Undo, today()).unwrap();
    assert!(store.records(Kind::Problem, 0, 9).unwrap().is_empty());
}

#[test]
fn every_line_is_kept_as_it_was_typed() {
    let mut store = book();
    for line in [
        "call zoe: hello",
        "  ana:( bad mood",
        "' > not a promise",
        "llamada",
        "ana: > vie",
        "mar ma: \u{202e}x",
        "problema: sin cuenta, grave",
    ] {
        assert_eq!(log(&mut store, line, None).raw, line);
    }
}

#[test]
fn a_planned_meeting_is_held_by_the_line_it_proposes() {
    let mut store = book();
    let planned = log(&mut store, "reunión kerstin, pau mañana 10:00: agenda", None);
    assert!(planned.planned);
    let directory = store.directory().unwrap();
    let words = Words::new(Lang::Es);
    let tomorrow = today().succ_opt().unwrap();
    let cx = Context { words: &words, today: tomorrow, directory: &directory, scope: None };
    let line = prefill::line_for(&planned, &cx);
    assert_eq!(line, "reunión kerstin vogel, pau font 24/11 10:00: ");
    let entry = read(&format!("{line}de acuerdo"), &cx).unwrap();
    store.perform(Act::Log(Box::new(entry), Some(planned.head.id)), tomorrow).unwrap();
    let held = last(&store);
    assert_eq!((held.head.id, held.planned, held.text.as_str()), (planned.head.id, false, "de acuerdo"));
    assert_eq!((held.people, held.colleagues), (planned.people, planned.colleagues));
}
