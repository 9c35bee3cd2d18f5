//! What was done is said in both languages: when it is done, undone and done again.
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use cartera::domain::account::Account;
use cartera::domain::choice::{BuyingRole, Channel, Direction, Stance};
use cartera::domain::day::{day, plus_days};
use cartera::domain::entry::Entry;
use cartera::domain::kind::Kind;
use cartera::domain::value::Value;
use cartera::lang::words::SOURCES;
use cartera::lang::{Lang, Words};
use cartera::store::Store;
use cartera::store::act::{Act, LABELS, Learned};
use fluent_syntax::ast::{self, Expression, InlineExpression, PatternElement, VariantKey};

use crate::book::{book, call_with_ana, today};

/// What an act refuses; every other key of an act is a label.
const REFUSALS: [&str; 9] = [
    "act-nothing-known",
    "act-nothing-to-undo",
    "act-nothing-to-redo",
    "act-nothing-to-save",
    "act-set-nobody",
    "act-settings-stay",
    "act-cannot-snooze",
    "act-achieved-nothing",
    "act-cannot-achieve",
];

/// Keys with rules of their own.
const OTHERS: [&str; 3] = ["act-undone", "act-redone", "act-unknown"];

/// Does it, takes it back and does it again; the sentences of the three in a language.
fn said(store: &mut Store, act: Act, lang: Lang) -> [String; 3] {
    let words = Words::new(lang);
    [act, Act::Undo, Act::Redo].map(|act| words.say(&store.perform(act, today()).unwrap().label))
}

/// Checks the sentences of an act in both languages.
fn says(act: impl Fn(&Store) -> Act, en: [&str; 3], es: [&str; 3]) {
    for (lang, expected) in [(Lang::En, en), (Lang::Es, es)] {
        let mut store = book();
        store.perform(Act::Log(Box::new(call_with_ana()), None), today()).unwrap();
        let act = act(&store);
        assert_eq!(said(&mut store, act, lang), expected);
    }
}

#[test]
fn a_logged_call_names_people_and_promises() {
    let call = |_: &Store| {
        let mut entry = call_with_ana();
        entry.promises.push(entry.promises[0].clone());
        Act::Log(Box::new(entry), None)
    };
    says(
        call,
        [
            "Logged: call with Ana Ruiz, 2 promises",
            "Undone: call with Ana Ruiz, 2 promises",
            "Done again: call with Ana Ruiz, 2 promises",
        ],
        [
            "Anotado: llamada con Ana Ruiz, 2 compromisos",
            "Deshecho: llamada con Ana Ruiz, 2 compromisos",
            "Rehecho: llamada con Ana Ruiz, 2 compromisos",
        ],
    );
}

#[test]
fn a_mail_has_its_direction_and_a_note_is_about_somebody() {
    let words = Words::new(Lang::Es);
    let mut store = book();
    let mut say = |channel, direction| {
        let entry = Entry {
            channel: Some(channel),
            direction,
            day: today(),
            people: vec![1, 2, 3, 4],
            to_sort: true,
            ..Entry::default()
        };
        words.say(&store.perform(Act::Log(Box::new(entry), None), today()).unwrap().label)
    };
    let many = "Ana Ruiz, María del Mar Soler, Jordi Mas, …, por ordenar";
    assert_eq!(say(Channel::Email, Some(Direction::In)), format!("Anotado: correo de {many}"));
    assert_eq!(say(Channel::Note, None), format!("Anotado: nota sobre {many}"));
    assert_eq!(say(Channel::Meeting, Some(Direction::Out)), format!("Anotado: reunión con {many}"));
}

#[test]
fn a_planned_visit_is_said_to_be_planned() {
    let visit = |_: &Store| {
        let day = plus_days(today(), 3);
        let channel = Some(Channel::Visit);
        Act::Log(Box::new(Entry { channel, day, account: Some(1), planned: true, ..Entry::default() }), None)
    };
    says(
        visit,
        ["Planned: visit", "Undone: planned visit", "Done again: planned visit"],
        ["En agenda: visita", "Deshecho: visita (en agenda)", "Rehecho: visita (en agenda)"],
    );
}

#[test]
fn new_and_changed_records_are_named() {
    says(
        |_| Act::Save(vec![Box::new(Account { name: "Tramuntana".into(), ..Account::default() })]),
        [
            "Created: account Tramuntana",
            "Undone: new account Tramuntana",
            "Done again: new account Tramuntana",
        ],
        [
            "Alta: cuenta Tramuntana",
            "Deshecho: alta de cuenta Tramuntana",
            "Rehecho: alta de cuenta Tramuntana",
        ],
    );
    let changed = |store: &Store| {
        let mut settings = store.record(Kind::Settings, 1).unwrap();
        settings.set("cadence_user", Value::Number(45)).unwrap();
        Act::Save(vec![settings])
    };
    says(
        changed,
        ["Saved: settings", "Undone: changes to settings", "Done again: changes to settings"],
        ["Guardado: ajustes", "Deshecho: cambios en ajustes", "Rehecho: cambios en ajustes"],
    );
}

#[test]
fn deletions_are_counted() {
    says(
        |_| Act::Delete(Kind::Person, vec![4]),
        [
            "Deleted: person Kerstin Vogel",
            "Undone: deletion of person Kerstin Vogel",
            "Done again: deletion of person Kerstin Vogel",
        ],
        [
            "Borrado: persona Kerstin Vogel",
            "Deshecho: borrado de persona Kerstin Vogel",
            "Rehecho: borrado de persona Kerstin Vogel",
        ],
    );
    says(
        |_| Act::Delete(Kind::Person, vec![3, 4]),
        [
            "Deleted: 2 people (Jordi Mas, Kerstin Vogel)",
            "Undone: deletion of 2 people (Jordi Mas, Kerstin Vogel)",
            "Done again: deletion of 2 people (Jordi Mas, Kerstin Vogel)",
        ],
        [
            "Borrado: 2 personas (Jordi Mas, Kerstin Vogel)",
            "Deshecho: borrado de 2 personas (Jordi Mas, Kerstin Vogel)",
            "Rehecho: borrado de 2 personas (Jordi Mas, Kerstin Vogel)",
        ],
    );
}

#[test]
fn promises_kept_reopened_and_put_off_name_what_was_promised() {
    says(
        |_| Act::Done(vec![1]),
        ["Done: enviar TCO", "Undone: “enviar TCO” done", "Done again: “enviar TCO” done"],
        [
            "Hecho: enviar TCO",
            "Deshecho: compromiso cumplido «enviar TCO»",
            "Rehecho: compromiso cumplido «enviar TCO»",
        ],
    );
    for (lang, expected) in
        [(Lang::En, "Open again: enviar TCO"), (Lang::Es, "Pendiente de nuevo: enviar TCO")]
    {
        let mut store = book();
        store.perform(Act::Log(Box::new(call_with_ana()), None), today()).unwrap();
        store.perform(Act::Done(vec![1]), today()).unwrap();
        let reopened = store.perform(Act::Done(vec![1]), today()).unwrap().label;
        assert_eq!(Words::new(lang).say(&reopened), expected);
    }
    says(
        |_| Act::Snooze(Kind::Commitment, 1, day(2026, 12, 1)),
        [
            "Put off until 1 Dec 2026: enviar TCO",
            "Undone: “enviar TCO” put off until 1 Dec 2026",
            "Done again: “enviar TCO” put off until 1 Dec 2026",
        ],
        [
            "Aplazado hasta el 1 dic 2026: enviar TCO",
            "Deshecho: aplazamiento de «enviar TCO» hasta el 1 dic 2026",
            "Rehecho: aplazamiento de «enviar TCO» hasta el 1 dic 2026",
        ],
    );
}

#[test]
fn what_was_learned_is_said_in_words() {
    says(
        |_| Act::Learn(1, Learned::Stance(Some(Stance::Supporter))),
        [
            "Noted: Ana Ruiz, stance: supporter, after the call of 22 Nov 2026",
            "Undone: Ana Ruiz, stance: supporter, after the call of 22 Nov 2026",
            "Done again: Ana Ruiz, stance: supporter, after the call of 22 Nov 2026",
        ],
        [
            "Anotado: Ana Ruiz, actitud: partidario, tras la llamada del 22 nov 2026",
            "Deshecho: Ana Ruiz, actitud: partidario, tras la llamada del 22 nov 2026",
            "Rehecho: Ana Ruiz, actitud: partidario, tras la llamada del 22 nov 2026",
        ],
    );
    let mut store = book();
    let mut say =
        |learned, lang| Words::new(lang).say(&store.perform(Act::Learn(1, learned), today()).unwrap().label);
    assert_eq!(
        say(Learned::Role(BuyingRole::Decider, false), Lang::En),
        "Noted: Ana Ruiz, no longer decider"
    );
    assert_eq!(say(Learned::Role(BuyingRole::Buyer, true), Lang::Es), "Anotado: Ana Ruiz, rol: comprador");
    assert_eq!(say(Learned::Influence(Some(4)), Lang::En), "Noted: Ana Ruiz, influence: 4");
    assert_eq!(say(Learned::Influence(None), Lang::Es), "Anotado: Ana Ruiz, influencia: según los roles");
    assert_eq!(say(Learned::Stance(None), Lang::Es), "Anotado: Ana Ruiz, actitud: sin determinar");
}

#[test]
fn accounts_moved_and_entries_sorted_out_are_named() {
    says(
        |_| Act::Arrange(vec![2, 1, 3], 2),
        ["Moved: Arce", "Undone: move of Arce", "Done again: move of Arce"],
        ["Cambio de sitio: Arce", "Deshecho: cambio de sitio de Arce", "Rehecho: cambio de sitio de Arce"],
    );
    for (lang, expected) in [(Lang::En, "Sorted out: ma: hi"), (Lang::Es, "Ordenado: ma: hi")] {
        let mut store = book();
        let entry = Entry { text: "ma: hi".into(), day: today(), to_sort: true, ..Entry::default() };
        store.perform(Act::Log(Box::new(entry), None), today()).unwrap();
        let sorted = store.perform(Act::Sorted(vec![1]), today()).unwrap().label;
        assert_eq!(Words::new(lang).say(&sorted), expected);
    }
}

/// The keys of acts that stand in the sources.
fn keys_in(folder: &Path, found: &mut BTreeSet<String>) {
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        if path.is_dir() {
            keys_in(&path, found);
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        for piece in text.split("\"act-").skip(1) {
            let key = piece.split('"').next().unwrap_or_default();
            found.insert(format!("act-{key}"));
        }
    }
}

#[test]
fn every_key_of_an_act_is_a_label_or_a_refusal_and_has_its_words() {
    let mut keys = BTreeSet::new();
    keys_in(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut keys);
    let known: BTreeSet<String> =
        LABELS.iter().chain(&REFUSALS).chain(&OTHERS).map(|k| (*k).to_owned()).collect();
    assert_eq!(keys, known, "a new label belongs in act::LABELS and in act-what");
    for lang in Lang::ALL {
        let words = Words::new(lang);
        for key in &keys {
            assert!(words.has(key), "{key}");
        }
    }
}

#[test]
fn every_label_has_its_words_for_undo_and_redo() {
    let (_, en, es) = SOURCES.iter().find(|(file, ..)| *file == "act").unwrap();
    for text in [en, es] {
        let resource = fluent_syntax::parser::parse(*text).unwrap();
        let what = resource.body.iter().find_map(|e| match e {
            ast::Entry::Message(m) if m.id.name == "act-what" => m.value.as_ref(),
            _ => None,
        });
        let Some(PatternElement::Placeable { expression: Expression::Select { selector, variants } }) =
            what.and_then(|w| w.elements.first())
        else {
            panic!("act-what does not choose");
        };
        assert!(matches!(selector, InlineExpression::VariableReference { id } if id.name == "of"));
        let chosen: BTreeSet<&str> = variants
            .iter()
            .map(|v| match v.key {
                VariantKey::Identifier { name } => name,
                VariantKey::NumberLiteral { value } => value,
            })
            .collect();
        let expected: BTreeSet<&str> = LABELS.iter().copied().chain(["act-unknown"]).collect();
        assert_eq!(chosen, expected);
    }
}
