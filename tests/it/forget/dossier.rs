//! Whatever field leads to a person, the dossier has its record: also one that is added later.
use cartera::domain::Id;
use cartera::domain::day::plus_days;
use cartera::domain::field::Record;
use cartera::domain::kind::Kind;
use cartera::domain::value::{FieldKind, Value};
use cartera::store::Store;
use cartera::store::act::Act;

use crate::book::{account, person, today};

/// A value that the field takes; of a link a record there is.
fn some(store: &mut Store, kind: FieldKind, ids: &[(Kind, Id)]) -> Value {
    match kind {
        FieldKind::Text | FieldKind::Note => Value::Text("x".into()),
        FieldKind::Day => Value::Day(today()),
        FieldKind::Choice(set) => Value::Choice(set.values[0]),
        FieldKind::Score(low, _) | FieldKind::Count(low, _) => Value::Number(low),
        FieldKind::Link(of) => match ids.iter().find(|(kind, _)| *kind == of) {
            Some((_, id)) => Value::Link(*id),
            None => Value::Link(made(store, of, ids, &[])),
        },
        other => panic!("{other:?}"),
    }
}

/// A record of that kind with what it must have, and these fields.
fn made(store: &mut Store, kind: Kind, ids: &[(Kind, Id)], fields: &[(&str, Value)]) -> Id {
    let mut record: Box<dyn Record> = kind.blank();
    for (name, value) in fields {
        record.set(name, value.clone()).unwrap();
    }
    for spec in kind.specs().into_iter().filter(|s| s.required) {
        if record.get(spec.name).is_empty() {
            let value = some(store, spec.kind, ids);
            record.set(spec.name, value).unwrap();
        }
    }
    if kind == Kind::Plan {
        record.set("ends_on", Value::Day(plus_days(today(), 400))).unwrap();
    }
    if kind == Kind::Telling && record.get("person").is_empty() {
        record.set("person", some(store, FieldKind::Link(Kind::Person), ids)).unwrap();
    }
    store
        .perform(Act::Save(vec![record]), today())
        .unwrap()
        .touched
        .iter()
        .find(|(k, _)| *k == kind)
        .unwrap()
        .1
}

#[test]
fn no_field_that_leads_to_a_person_is_left_out() {
    let mut checked = Vec::new();
    for kind in Kind::ALL {
        for spec in kind.specs() {
            let value = |id| match spec.kind {
                FieldKind::Link(Kind::Person) => Some(Value::Link(id)),
                FieldKind::Links(Kind::Person) => Some(Value::Links(vec![id])),
                _ => None,
            };
            if value(0).is_none() {
                continue;
            }
            let mut store = Store::in_memory(crate::book::clock).unwrap();
            let arce = account(&mut store, "Arce");
            let ana = person(&mut store, "Ana Ruiz", arce, &[]);
            let luis = person(&mut store, "Luis Mas", arce, &[]);
            let ids = [(Kind::Account, arce), (Kind::Person, luis)];
            let id = made(&mut store, kind, &ids, &[(spec.name, value(ana).unwrap())]);
            let dossier = store.dossier(ana, None).unwrap();
            let found = dossier.linked.iter().find(|l| l.record.kind() == kind && l.record.head().id == id);
            assert!(found.is_some_and(|l| l.fields.contains(&spec.name)), "{kind:?}.{}", spec.name);
            checked.push((kind, spec.name));
            // And forgetting leaves nothing that leads there.
            let known = store.who_is(ana).unwrap();
            store.forget(&known, "Ana Ruiz", "someone", &cartera::store::forget::Reach::default()).unwrap();
            assert_eq!(store.check().unwrap(), [], "{kind:?}.{}", spec.name);
        }
    }
    for known in [(Kind::Membership, "reports_to"), (Kind::Interaction, "people"), (Kind::Influence, "sways")]
    {
        assert!(checked.contains(&known), "{known:?}");
    }
}

#[test]
fn what_was_learned_of_their_place_is_theirs() {
    let mut store = crate::book::book();
    let facts =
        store.dossier(1, None).unwrap().linked.iter().filter(|l| l.record.kind() == Kind::Fact).count();
    assert_eq!(facts, 1);
    store.perform(Act::Log(Box::new(crate::book::call_with_ana()), None), today()).unwrap();
    let dossier = store.dossier(1, None).unwrap();
    assert_eq!(dossier.linked.iter().filter(|l| l.record.kind() == Kind::Fact).count(), facts + 1);
    assert!(dossier.acts.iter().any(|(act, origin)| act.label.key == "act-logged" && !origin.is_empty()));
}
