//! The buying centre: its strip above the people, what a gap becomes, and what placeholders do to figures.
use cartera::domain::account::Account;
use cartera::domain::choice::{BuyingRole, Stage as SaleStage};
use cartera::domain::coverage::Held;
use cartera::domain::field::Link;
use cartera::domain::kind::Kind;
use cartera::domain::opportunity::{Involvement, Opportunity};
use cartera::domain::person::Person;
use cartera::domain::value::Value;
use cartera::lang::Lang;
use cartera::store::Store;
use cartera::store::journal::everything;
use cartera::store::query::centre::Whose;
use cartera::ui::Theme;

use crate::book::{account, book, person, save, today};
use crate::whole::Stage;

/// Arce with a decider and a user, nobody else.
fn arce() -> (Store, i64) {
    let mut store = book();
    let arce = account(&mut store, "Ferrer Hnos");
    person(&mut store, "Jordi Mas", arce, &[BuyingRole::Decider]);
    person(&mut store, "Oriol Ferrer", arce, &[BuyingRole::User]);
    (store, arce)
}

fn stage(store: Store, lang: Lang) -> Stage {
    let mut stage = Stage::of(store, lang, Theme::Terminal, (120, 36));
    stage.keys("3");
    stage
}

/// The strip of the first account, as the line below the title.
fn strip(stage: &mut Stage) -> String {
    let screen = stage.screen();
    screen.lines().find(|l| l.contains("★")).unwrap_or_default().trim().to_owned()
}

#[test]
fn a_gap_becomes_a_placeholder_and_a_promise_by_two_keys_and_undo_takes_both_back() {
    let (store, _) = arce();
    let before = everything(&store).unwrap();
    let mut stage = stage(store, Lang::En);
    stage.keys("/");
    stage.text("jordi");
    stage.keys("Enter");
    assert!(strip(&mut stage).starts_with("Ferrer Hnos  U○ I– D○ B– G– ★–"), "{}", stage.screen());
    stage.keys("g g");
    assert!(stage.shows("buyer: nobody"), "{}", stage.screen());
    stage.keys("Enter");
    let store = &stage.outside.store;
    let found = store.directory().unwrap().find(Kind::Person, "Ferrer Hnos · buyer").unwrap();
    let parts = store.parts(Kind::Person, found).unwrap();
    assert_eq!(parts[0].get("placeholder"), Value::Flag(true));
    assert_eq!(parts[1].get("roles"), Value::Choices(vec!["buyer"]));
    let promise = store.records(Kind::Commitment, 0, 9).unwrap().pop().unwrap();
    assert_eq!(promise.get("text"), Value::Text("Find out who the buyer is at Ferrer Hnos".into()));
    assert_eq!(promise.get("due"), Value::Day(cartera::domain::day::plus_days(today(), 7)));
    assert!(stage.shows("To find out by"), "{}", stage.screen());
    // Whoever goes from gap to gap stays where they are.
    assert!(stage.shows("“jordi”"), "{}", stage.screen());
    // It is still a gap: nobody is known. ⏎ now shows the placeholder and writes nothing.
    assert!(stage.shows("B–") && stage.shows("buyer: to be found out"), "{}", stage.screen());
    stage.keys("Enter");
    assert_eq!(stage.outside.store.records(Kind::Commitment, 0, 99).unwrap().len(), 1);
    assert!(stage.shows("▌? Ferrer Hnos · b"), "{}", stage.screen());
    stage.keys("Esc u");
    assert_eq!(everything(&stage.outside.store).unwrap(), before);
}

#[test]
fn a_champion_is_won_not_looked_for() {
    let (store, _) = arce();
    let mut stage = stage(store, Lang::Es);
    stage.keys("/");
    stage.text("jordi");
    stage.keys("Enter g Right Right Right Right Enter");
    let store = &stage.outside.store;
    let promises = store.records(Kind::Commitment, 0, 9).unwrap();
    assert_eq!(promises.last().unwrap().get("text"), Value::Text("Ganar un promotor en Ferrer Hnos".into()));
    // A second ⏎ does not promise it twice.
    let before = promises.len();
    stage.keys("Enter");
    assert!(stage.shows("Ya está prometido"), "{}", stage.screen());
    let store = &stage.outside.store;
    assert_eq!(store.records(Kind::Commitment, 0, 9).unwrap().len(), before);
    assert!(
        store
            .records(Kind::Person, 0, 99)
            .unwrap()
            .iter()
            .all(|p| p.get("placeholder").is_empty() || p.get("placeholder") == Value::Flag(false))
    );
}

#[test]
fn a_placeholder_enters_no_figure_and_is_in_no_queue_until_it_has_a_name() {
    let (mut store, arce) = arce();
    let before = store.checkup(arce, today()).unwrap();
    let queue = store.today(Some(arce), today()).unwrap().needs.len();
    let buyer = person(&mut store, "Buyer, not known yet", arce, &[BuyingRole::Buyer]);
    let mut record = store.record(Kind::Person, buyer).unwrap();
    record.set("placeholder", Value::Flag(true)).unwrap();
    store.perform(cartera::store::act::Act::Save(vec![record]), today()).unwrap();
    let after = store.checkup(arce, today()).unwrap();
    assert_eq!(after.health.inputs, before.health.inputs);
    assert_eq!(store.today(Some(arce), today()).unwrap().needs.len(), queue);
    // Whoever gives it a name has found out.
    let mut record = store.record(Kind::Person, buyer).unwrap();
    record.set("name", Value::Text("Nora Camps".into())).unwrap();
    store.perform(cartera::store::act::Act::Save(vec![record]), today()).unwrap();
    assert_eq!(store.record(Kind::Person, buyer).unwrap().get("placeholder"), Value::Flag(false));
    assert_eq!(store.checkup(arce, today()).unwrap().health.inputs.members.len(), 3);
}

#[test]
fn a_decision_has_a_buying_centre_of_its_own() {
    let (mut store, arce) = arce();
    let sale = Opportunity {
        name: "Renewal".into(),
        account: Some(Link(arce)),
        stage: Some(SaleStage::Proposal),
        required_roles: vec![BuyingRole::Decider, BuyingRole::Gatekeeper],
        ..Opportunity::default()
    };
    let sale = save(&mut store, sale);
    let rows = store.people(Some(arce), today()).unwrap();
    let held = |store: &Store| {
        let survey = store.centre(Some(arce)).unwrap().survey(Whose::Decision(sale), &rows).unwrap();
        let names: Vec<_> = survey.members.iter().map(|m| m.name.clone()).collect();
        (survey.places.iter().map(|p| p.held).collect::<Vec<_>>(), names)
    };
    // As long as nobody has a part in it, the people of the account stand for them.
    assert_eq!(
        held(&store),
        (vec![Held::Named, Held::Gap, Held::Gap], vec!["Jordi Mas".into(), "Oriol Ferrer".into()])
    );
    let oriol = rows.iter().find(|r| r.name == "Oriol Ferrer").unwrap().person;
    save(
        &mut store,
        Involvement {
            opportunity: Some(Link(sale)),
            person: Some(Link(oriol)),
            roles: vec![BuyingRole::Gatekeeper],
            ..Involvement::default()
        },
    );
    assert_eq!(held(&store), (vec![Held::Gap, Held::Named, Held::Gap], vec!["Oriol Ferrer".into()]));
    // Once is enough, and only who works there has a part.
    let nordwind = account(&mut store, "Elsewhere");
    let stranger = person(&mut store, "Otto Stranger", nordwind, &[]);
    for (person, key) in [(oriol, "coverage-part-twice"), (stranger, "network-stranger")] {
        let part = Involvement {
            opportunity: Some(Link(sale)),
            person: Some(Link(person)),
            ..Involvement::default()
        };
        let refused = store.perform(cartera::store::act::Act::Save(vec![Box::new(part)]), today());
        assert_eq!(refused.unwrap_err().explain().key, key);
    }
    let mut stage = stage(store, Lang::En);
    stage.keys("/");
    stage.text("jordi");
    stage.keys("Enter g a Esc");
    assert!(strip(&mut stage).starts_with("Renewal  D– G○ ★–"), "{}", stage.screen());
    // Who holds the place at the account is asked about first.
    stage.keys("g Left Left");
    assert!(stage.shows("Jordi Mas takes part?"), "{}", stage.screen());
    stage.keys("Enter");
    assert!(stage.shows("Renewal") && stage.shows("Jordi Mas"), "{}", stage.screen());
    stage.keys("Ctrl-S Esc");
    assert!(strip(&mut stage).starts_with("Renewal  D○ G○ ★–"), "{}", stage.screen());
    stage.keys("g a Esc");
    assert!(strip(&mut stage).starts_with("Ferrer Hnos  U○"), "{}", stage.screen());
}

#[test]
fn who_takes_part_in_a_decision_is_written_down_from_the_strip() {
    let (mut store, arce) = arce();
    let sale = Opportunity { name: "Renewal".into(), account: Some(Link(arce)), ..Opportunity::fresh() };
    save(&mut store, sale);
    let mut stage = stage(store, Lang::En);
    stage.keys("/");
    stage.text("oriol");
    stage.keys("Enter g a n");
    assert!(stage.shows("Renewal") && stage.shows("Oriol Ferrer"), "{}", stage.screen());
    stage.keys("Ctrl-S");
    let part = stage.outside.store.record(Kind::Involvement, 1).unwrap();
    assert_eq!(part.get("opportunity"), Value::Link(1));
    // ⏎, e and the rest are those of the sale while the keys go to its strip.
    stage.keys("e");
    assert!(stage.shows("Required roles"), "{}", stage.screen());
}

#[test]
fn an_account_may_need_other_roles_than_the_book() {
    let (mut store, arce) = arce();
    let record = store.record(Kind::Account, arce).unwrap();
    let mut changed = record.any().downcast_ref::<Account>().unwrap().clone();
    changed.required_roles = vec![BuyingRole::Decider];
    store.perform(cartera::store::act::Act::Save(vec![Box::new(changed)]), today()).unwrap();
    let places = store.checkup(arce, today()).unwrap().health.inputs.required;
    assert_eq!(places.len(), 2);
    let mut stage = Stage::of(store, Lang::Es, Theme::Mono, (80, 24));
    stage.keys("3 /");
    stage.text("jordi");
    stage.keys("Enter");
    assert!(strip(&mut stage).starts_with("Ferrer Hnos  D○ ★–"), "{}", stage.screen());
}

#[test]
fn a_place_that_is_held_leads_to_who_holds_it_and_equals_says_how_it_is_made() {
    let (store, _) = arce();
    let mut stage = stage(store, Lang::En);
    stage.keys("/");
    stage.text("jordi");
    stage.keys("Enter g Left Left Left =");
    assert!(stage.shows("Buying centre · Ferrer Hnos"), "{}", stage.screen());
    stage.keys("Esc Enter");
    assert!(stage.shows("Oriol Ferrer"), "{}", stage.screen());
}

#[test]
fn somebody_without_an_account_has_no_strip() {
    let mut store = Store::in_memory(crate::book::clock).unwrap();
    save(&mut store, Person { name: "Nobody's Friend".into(), ..Person::default() });
    let mut stage = stage(store, Lang::En);
    assert_eq!(strip(&mut stage), "");
    stage.keys("g");
    assert!(stage.shows("Nobody's Friend"));
}
