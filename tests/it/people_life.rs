//! People move, leave, and turn out to be one: what was known of them stays, and undo is the way back.
use cartera::domain::Id;
use cartera::domain::choice::{Aim, BuyingRole, Side, Stance, Tie};
use cartera::domain::commitment::Commitment;
use cartera::domain::day::{day, plus_days};
use cartera::domain::decision::{Decision, Telling};
use cartera::domain::entry::Entry;
use cartera::domain::explain::Explain;
use cartera::domain::field::Link;
use cartera::domain::influence::Influence;
use cartera::domain::kind::Kind;
use cartera::domain::merge::{Pick, Picked};
use cartera::domain::opportunity::{Involvement, Opportunity};
use cartera::domain::person::{Membership, Person};
use cartera::domain::plan::{Initiative, Objective, Plan};
use cartera::domain::problem::Reading;
use cartera::domain::twins::Certainty;
use cartera::domain::value::Value;
use cartera::lang::{Lang, Words};
use cartera::store::Store;
use cartera::store::act::leave::Successor;
use cartera::store::act::merge::Merge;
use cartera::store::act::{Act, Learned};
use cartera::store::journal::everything;
use cartera::ui::Theme;
use proptest::prelude::*;

use crate::book::{book, call_with_ana, person, save, today};
use crate::whole::Stage;

const ALMAZARA: Id = 1;
const ARCE: Id = 2;
const NORDWIND: Id = 3;
const ANA: Id = 1;
const SOLER: Id = 2;
const JORDI: Id = 3;

fn refused(store: &mut Store, act: Act) -> Explain {
    let before = everything(store).unwrap();
    let why = store.perform(act, today()).unwrap_err().explain();
    assert_eq!(everything(store).unwrap(), before, "a refusal writes nothing");
    why
}

/// Does it, and checks that undo takes it back whole and redo brings it again.
fn done(store: &mut Store, act: Act) -> Explain {
    let before = everything(store).unwrap();
    let label = store.perform(act, today()).unwrap().label;
    let after = everything(store).unwrap();
    assert_ne!(before, after);
    store.perform(Act::Undo, today()).unwrap();
    assert_eq!(everything(store).unwrap(), before);
    assert!(store.search_agrees().unwrap());
    store.perform(Act::Redo, today()).unwrap();
    assert_eq!(everything(store).unwrap(), after);
    assert!(store.search_agrees().unwrap());
    assert_eq!(store.check().unwrap(), []);
    label
}

fn say(label: &Explain) -> [String; 2] {
    [Lang::En, Lang::Es].map(|lang| Words::new(lang).say(label))
}

fn places(store: &Store, person: Id) -> Vec<Membership> {
    let parts = store.parts(Kind::Person, person).unwrap();
    parts.iter().filter_map(|p| p.any().downcast_ref().cloned()).collect()
}

fn place(store: &Store, person: Id, account: Id) -> Membership {
    places(store, person).into_iter().find(|m| m.account == Some(Link(account))).unwrap()
}

fn change(store: &mut Store, kind: Kind, id: Id, field: &str, value: Value) {
    let mut record = store.record(kind, id).unwrap();
    record.set(field, value).unwrap();
    store.perform(Act::Save(vec![record]), today()).unwrap();
}

fn to(person: Id, account: Id) -> Membership {
    Membership { person: Some(Link(person)), account: Some(Link(account)), ..Membership::default() }
}

fn promise(store: &mut Store, with: Id, account: Option<Id>) -> Id {
    let (counterpart, account) = (Some(Link(with)), account.map(Link));
    let text = "enviar".to_owned();
    save(store, Commitment { side: Some(Side::Ours), text, account, counterpart, ..Commitment::default() })
}

fn talk(store: &mut Store, people: &[Id], account: Id) {
    let entry =
        Entry { people: people.to_vec(), account: Some(account), learned: Vec::new(), ..call_with_ana() };
    store.perform(Act::Log(Box::new(entry), None), today()).unwrap();
}

#[test]
fn who_moves_leaves_their_history_where_it_was() {
    let mut store = book();
    talk(&mut store, &[ANA], ALMAZARA);
    store.perform(Act::Learn(1, Learned::Stance(Some(Stance::Supporter))), today()).unwrap();
    let (since, until) = (day(2026, 11, 2), day(2026, 12, 7));
    change(&mut store, Kind::Membership, 1, "not_before", Value::Day(until));
    let new = Membership {
        title: "CEO".into(),
        stance: Some(Stance::Supporter),
        since: Some(since),
        ..to(ANA, ARCE)
    };
    let label = done(&mut store, Act::Move(Some(1), Box::new(new)));
    assert_eq!(
        say(&label),
        [
            "Moved: Ana Ruiz from Almazara to Arce; 1 promise stays with Almazara",
            "Cambio: Ana Ruiz pasa de Almazara a Arce; 1 compromiso se queda en Almazara"
        ]
    );
    let (old, new) = (place(&store, ANA, ALMAZARA), place(&store, ANA, ARCE));
    assert_eq!((old.left_on, old.roles), (Some(since), vec![BuyingRole::Decider]));
    assert_eq!((new.since, new.left_on, new.title.as_str()), (Some(since), None, "CEO"));
    assert_eq!((new.stance, new.roles), (Some(Stance::Supporter), vec![]));
    assert_eq!(new.not_before, Some(until), "a holiday goes along");
    let page = store.person_page(ANA, Some(new.head.id), today()).unwrap();
    assert_eq!(page.facts.iter().map(|f| f.on).collect::<Vec<_>>(), [since], "dated when they came");
    assert_eq!(page.elsewhere, [(ALMAZARA, "Almazara".to_owned(), true)]);
    let people = store.directory().unwrap();
    assert_eq!(people.get(Kind::Person, ANA).unwrap().accounts, [ARCE]);
}

#[test]
fn nobody_moves_to_where_they_are_or_before_they_came() {
    let mut store = book();
    change(&mut store, Kind::Membership, 1, "since", Value::Day(day(2026, 3, 1)));
    let there = refused(&mut store, Act::Move(Some(1), Box::new(to(ANA, ALMAZARA))));
    assert_eq!(say(&there)[0], "Ana Ruiz is at Almazara already. Accepted: another account");
    let early = Membership { since: Some(day(2026, 2, 1)), ..to(ANA, ARCE) };
    assert_eq!(refused(&mut store, Act::Move(Some(1), Box::new(early))).key, "life-before-since");
    let ahead = Membership { since: Some(plus_days(today(), 1)), ..to(ANA, ARCE) };
    assert_eq!(refused(&mut store, Act::Move(Some(1), Box::new(ahead))).key, "life-day-ahead");
}

#[test]
fn who_left_can_come_back() {
    let mut store = book();
    let label = done(&mut store, Act::Leave(1, day(2026, 1, 31), None));
    assert_eq!(say(&label), ["Left: Ana Ruiz, Almazara", "Baja: Ana Ruiz, Almazara"]);
    assert_eq!(refused(&mut store, Act::Leave(1, today(), None)).key, "life-left-already");
    let back = done(&mut store, Act::Move(None, Box::new(to(ANA, ALMAZARA))));
    assert_eq!(say(&back)[0], "Ana Ruiz is at Almazara now");
    assert_eq!(places(&store, ANA).len(), 2);
    assert_eq!(place(&store, ANA, ALMAZARA).since, Some(today()));
}

#[test]
fn a_successor_takes_over_people_and_open_promises() {
    let mut store = book();
    let eva = person(&mut store, "Eva Gil", ARCE, &[]);
    for (who, boss) in [(JORDI, SOLER), (eva, JORDI)] {
        let id = place(&store, who, ARCE).head.id;
        change(&mut store, Kind::Membership, id, "reports_to", Value::Link(boss));
    }
    let open = [promise(&mut store, JORDI, Some(ARCE)), promise(&mut store, JORDI, None)];
    let kept = promise(&mut store, JORDI, Some(ARCE));
    let elsewhere = promise(&mut store, JORDI, Some(NORDWIND));
    store.perform(Act::Done(vec![kept]), today()).unwrap();
    let jordi = place(&store, JORDI, ARCE).head.id;
    let leave = Act::Leave(jordi, today(), Some(Successor::New("Zoe Prat".into())));
    let label = done(&mut store, leave);
    assert_eq!(
        say(&label),
        [
            "Left: Jordi Mas, Arce; Zoe Prat (new) takes over 1 report and 2 promises",
            "Baja: Jordi Mas, Arce; Zoe Prat (ficha nueva) recoge 1 subordinado y 2 compromisos",
        ]
    );
    let zoe = store.directory().unwrap().find(Kind::Person, "Zoe Prat").unwrap();
    assert_eq!(place(&store, JORDI, ARCE).successor, Some(Link(zoe)));
    assert_eq!(place(&store, eva, ARCE).reports_to, Some(Link(zoe)));
    assert_eq!(place(&store, zoe, ARCE).reports_to, Some(Link(SOLER)), "the boss of the one who left");
    assert_eq!(place(&store, zoe, ARCE).since, Some(today()));
    let with = |id| store.record(Kind::Commitment, id).unwrap().get("counterpart");
    assert_eq!(open.map(with), [Value::Link(zoe), Value::Link(zoe)]);
    assert_eq!([kept, elsewhere].map(with), [Value::Link(JORDI), Value::Link(JORDI)]);
}

#[test]
fn a_successor_from_below_reports_to_the_boss_above() {
    let mut store = book();
    let eva = person(&mut store, "Eva Gil", ARCE, &[]);
    let leo = person(&mut store, "Leo Pons", ARCE, &[]);
    for (who, boss) in [(JORDI, SOLER), (eva, JORDI), (leo, eva)] {
        let id = place(&store, who, ARCE).head.id;
        change(&mut store, Kind::Membership, id, "reports_to", Value::Link(boss));
    }
    let jordi = place(&store, JORDI, ARCE).head.id;
    done(&mut store, Act::Leave(jordi, today(), Some(Successor::Known(leo))));
    assert_eq!(place(&store, leo, ARCE).reports_to, Some(Link(SOLER)));
    assert_eq!(place(&store, eva, ARCE).reports_to, Some(Link(leo)));
    let own = Act::Leave(place(&store, leo, ARCE).head.id, today(), Some(Successor::Known(leo)));
    assert_eq!(refused(&mut store, own).key, "life-own-successor");
}

/// A second record of Jordi Mas at Arce, with everything that can lead to a person.
fn twice(store: &mut Store) -> Id {
    let twin = person(store, "J. Mas", ARCE, &[BuyingRole::Buyer]);
    let seat = place(store, twin, ARCE).head.id;
    change(store, Kind::Membership, seat, "reports_to", Value::Link(JORDI));
    change(store, Kind::Membership, seat, "title", Value::Text("Purchasing".into()));
    store.perform(Act::Learn(seat, Learned::Stance(Some(Stance::Sceptic))), today()).unwrap();
    let soler = place(store, SOLER, ARCE).head.id;
    change(store, Kind::Membership, soler, "reports_to", Value::Link(twin));
    change(store, Kind::Membership, soler, "reached_via", Value::Link(twin));
    save(store, to(twin, NORDWIND));
    talk(store, &[twin], ARCE);
    talk(store, &[twin, SOLER, JORDI], ARCE);
    promise(store, twin, Some(ARCE));
    let reading =
        Reading { account: Some(Link(ARCE)), day: Some(today()), score: Some(7), ..Reading::default() };
    save(store, Reading { person: Some(Link(twin)), ..reading });
    for (from, over, tie) in [
        (twin, SOLER, Tie::Weak),
        (JORDI, SOLER, Tie::Strong),
        (twin, JORDI, Tie::Medium),
        (SOLER, twin, Tie::Conflict),
    ] {
        edge(store, from, over, tie);
    }
    let sale =
        save(store, Opportunity { name: "Tender".into(), account: Some(Link(ARCE)), ..Opportunity::fresh() });
    for (who, role) in [(JORDI, BuyingRole::User), (twin, BuyingRole::Buyer)] {
        let part =
            Involvement { opportunity: Some(Link(sale)), person: Some(Link(who)), ..Involvement::default() };
        save(store, Involvement { roles: vec![role], ..part });
    }
    twin
}

/// An edge, unless it is refused: one of both does not work there, or it is there already.
fn edge(store: &mut Store, from: Id, over: Id, tie: Tie) {
    let (person, sways, account) = (Some(Link(from)), Some(Link(over)), Some(Link(ARCE)));
    let edge = Influence { person, sways, account, tie: Some(tie), ..Influence::fresh() };
    let _ = store.perform(Act::Save(vec![Box::new(edge)]), today());
}

/// Who sways whom, and how.
fn edges(store: &Store) -> Vec<(Id, Id, Option<Tie>)> {
    let all = store.records(Kind::Influence, 0, 99).unwrap();
    let all = all.iter().filter_map(|r| r.any().downcast_ref::<Influence>());
    all.map(|e| (e.person.unwrap().0, e.sways.unwrap().0, e.tie)).collect()
}

/// What an edge says: who sways whom, or which two are in conflict.
fn said((from, over, tie): (Id, Id, Option<Tie>)) -> (Id, Id, bool) {
    let conflict = tie == Some(Tie::Conflict);
    if conflict { (from.min(over), from.max(over), true) } else { (from, over, false) }
}

fn merge(kept: Id, gone: Id) -> Act {
    Act::Merge(Box::new(Merge { kept, gone, picked: Vec::new() }))
}

#[test]
fn two_records_of_one_person_become_one_and_nothing_is_lost() {
    let mut store = book();
    let twin = twice(&mut store);
    let touches = store.people_of(twin, today()).unwrap()[0].last;
    let label = done(&mut store, merge(JORDI, twin));
    assert_eq!(
        say(&label),
        [
            "Merged: J. Mas into Jordi Mas, 2 conversations, 3 promises",
            "Unidos: J. Mas queda en Jordi Mas, 2 conversaciones, 3 compromisos",
        ]
    );
    assert!(store.record(Kind::Person, twin).is_err());
    let record = store.record(Kind::Person, JORDI).unwrap();
    assert_eq!(record.get("aliases"), Value::Texts(vec!["J. Mas".into()]));
    let all = places(&store, JORDI);
    assert_eq!(all.iter().map(|m| m.account).collect::<Vec<_>>(), [Some(Link(ARCE)), Some(Link(NORDWIND))]);
    let here = &all[0];
    assert_eq!((here.title.as_str(), here.reports_to), ("Purchasing", None), "not their own boss");
    assert_eq!((here.roles.as_slice(), here.stance), ([BuyingRole::Buyer].as_slice(), Some(Stance::Sceptic)));
    let soler = place(&store, SOLER, ARCE);
    assert_eq!((soler.reports_to, soler.reached_via), (Some(Link(JORDI)), Some(Link(JORDI))));
    let rows = store.people_of(JORDI, today()).unwrap();
    assert_eq!(rows[0].last, touches, "the touches followed");
    assert_eq!(store.records(Kind::Reading, 0, 9).unwrap()[0].get("person"), Value::Link(JORDI));
    let both = store.record(Kind::Interaction, 2).unwrap().get("people");
    let Value::Links(mut both) = both else { panic!("{both:?}") };
    both.sort_unstable();
    assert_eq!(both, [SOLER, JORDI], "nobody stands twice in one conversation");
    let ties = [(JORDI, SOLER, Some(Tie::Strong)), (SOLER, JORDI, Some(Tie::Conflict))];
    assert_eq!(edges(&store), ties, "nobody sways themselves, and nobody twice");
    let parts = store.records(Kind::Involvement, 0, 9).unwrap();
    assert_eq!(
        parts.iter().map(|p| p.get("roles")).collect::<Vec<_>>(),
        [Value::Choices(vec!["user", "buyer"])]
    );
}

#[test]
fn a_conflict_stands_beside_a_sway_once_and_the_stronger_sway_holds() {
    let mut store = book();
    let twin = person(&mut store, "J. Mas", ARCE, &[]);
    for (from, over, tie) in [
        (JORDI, SOLER, Tie::Weak),
        (JORDI, SOLER, Tie::Conflict),
        (twin, SOLER, Tie::Strong),
        (SOLER, twin, Tie::Conflict),
    ] {
        edge(&mut store, from, over, tie);
    }
    assert_eq!(edges(&store).len(), 4);
    done(&mut store, merge(JORDI, twin));
    assert_eq!(edges(&store), [(JORDI, SOLER, Some(Tie::Strong)), (JORDI, SOLER, Some(Tie::Conflict))]);
    let other = person(&mut store, "Mas, Jordi", ARCE, &[]);
    edge(&mut store, other, SOLER, Tie::Weak);
    done(&mut store, merge(JORDI, other));
    assert_eq!(edges(&store).len(), 2, "the weaker adds nothing");
    assert_eq!(edges(&store)[0], (JORDI, SOLER, Some(Tie::Strong)));
}

#[test]
fn a_conflict_of_the_one_who_goes_is_not_lost_in_a_sway() {
    let mut store = book();
    let twin = person(&mut store, "J. Mas", ARCE, &[]);
    edge(&mut store, JORDI, SOLER, Tie::Medium);
    edge(&mut store, twin, SOLER, Tie::Conflict);
    done(&mut store, merge(JORDI, twin));
    assert_eq!(edges(&store), [(JORDI, SOLER, Some(Tie::Medium)), (JORDI, SOLER, Some(Tie::Conflict))]);
}

#[test]
fn a_merge_never_makes_a_circle_of_bosses() {
    let mut store = book();
    let twin = person(&mut store, "J. Mas", ARCE, &[]);
    let seat = |store: &Store, who| place(store, who, ARCE).head.id;
    let (jordi, soler) = (seat(&store, JORDI), seat(&store, SOLER));
    change(&mut store, Kind::Membership, jordi, "reports_to", Value::Link(SOLER));
    change(&mut store, Kind::Membership, soler, "reports_to", Value::Link(twin));
    done(&mut store, merge(JORDI, twin));
    assert_eq!(place(&store, SOLER, ARCE).reports_to, Some(Link(JORDI)));
    assert_eq!(place(&store, JORDI, ARCE).reports_to, None);
}

#[test]
fn what_was_chosen_is_what_they_have() {
    let mut store = book();
    let twin = twice(&mut store);
    change(&mut store, Kind::Person, JORDI, "language", Value::Text("ca".into()));
    change(&mut store, Kind::Person, twin, "language", Value::Text("es".into()));
    let jordi = place(&store, JORDI, ARCE).head.id;
    change(&mut store, Kind::Membership, jordi, "title", Value::Text("Director".into()));
    let pick = |place, field| Picked { place, field, pick: Pick::Gone };
    let picked = vec![pick(None, "name"), pick(None, "language"), pick(Some(ARCE), "title")];
    done(&mut store, Act::Merge(Box::new(Merge { kept: JORDI, gone: twin, picked })));
    let one = store.record(Kind::Person, JORDI).unwrap();
    assert_eq!(one.get("name"), Value::Text("J. Mas".into()));
    assert_eq!(one.get("aliases"), Value::Texts(vec!["Jordi Mas".into()]));
    assert_eq!(one.get("language"), Value::Text("es".into()));
    assert_eq!(place(&store, JORDI, ARCE).title, "Purchasing");
    assert_eq!(refused(&mut store, merge(JORDI, JORDI)).key, "life-merge-itself");
}

#[test]
fn who_came_back_keeps_two_places_when_merged() {
    let mut store = book();
    let twin = person(&mut store, "Jordi Mas Puig", ARCE, &[]);
    let seat = place(&store, twin, ARCE).head.id;
    change(&mut store, Kind::Membership, seat, "left_on", Value::Day(day(2024, 5, 31)));
    let jordi = place(&store, JORDI, ARCE).head.id;
    change(&mut store, Kind::Membership, jordi, "since", Value::Day(day(2025, 2, 1)));
    done(&mut store, merge(JORDI, twin));
    assert_eq!(
        places(&store, JORDI).iter().map(|m| m.left_on).collect::<Vec<_>>(),
        [None, Some(day(2024, 5, 31))]
    );
}

#[test]
fn a_preview_counts_what_comes_along() {
    let mut store = book();
    let twin = twice(&mut store);
    let preview = store.merging(JORDI, twin).unwrap();
    assert_eq!((preview.kept.name.as_str(), preview.gone.name.as_str()), ("Jordi Mas", "J. Mas"));
    let [at] = preview.places.as_slice() else { panic!("{:?}", preview.places) };
    assert_eq!(
        (at.client.as_str(), at.kept.title.as_str(), at.gone.title.as_str()),
        ("Arce", "", "Purchasing")
    );
    assert_eq!(
        (at.kept.stance, at.gone.stance, at.facts.stance),
        (None, Some(Stance::Sceptic), Some(Stance::Sceptic))
    );
    let mut moves = preview.moves;
    moves.sort_by_key(|(kind, _)| kind.name());
    let expected = [
        (Kind::Commitment, 3),
        (Kind::Fact, 2),
        (Kind::Influence, 3),
        (Kind::Interaction, 2),
        (Kind::Involvement, 1),
        (Kind::Membership, 1),
        (Kind::Reading, 1),
    ];
    assert_eq!(preview.lines, 1, "María del Mar Soler reports to them");
    assert_eq!(moves, expected);
}

fn found(store: &Store) -> Vec<(String, String, Certainty)> {
    let pairs = store.twins().unwrap();
    pairs.into_iter().map(|p| (p.first.name, p.second.name, p.certainty)).collect()
}

#[test]
fn pairs_are_proposed_until_they_are_said_to_be_two() {
    let mut store = book();
    assert_eq!(found(&store), []);
    let twin = person(&mut store, "Ruiz, Ana", ALMAZARA, &[]);
    talk(&mut store, &[twin], ALMAZARA);
    let pair = |a: &str, b: &str| vec![(a.to_owned(), b.to_owned(), Certainty::Likely)];
    assert_eq!(found(&store), pair("Ruiz, Ana", "Ana Ruiz"), "the one we speak to stays");
    let label = done(&mut store, Act::Apart(ANA, twin));
    assert_eq!(say(&label)[0], "Two people: Ana Ruiz and Ruiz, Ana");
    assert_eq!(found(&store), []);
    store.perform(Act::Undo, today()).unwrap();
    assert_eq!(found(&store).len(), 1);
    talk(&mut store, &[ANA, twin], ALMAZARA);
    assert_eq!(found(&store), [], "who sat at one table is not one");
    for who in [ANA, twin] {
        change(&mut store, Kind::Person, who, "emails", Value::Texts(vec!["ana@almazara.es".into()]));
    }
    let pairs = store.twins().unwrap();
    let [pair] = pairs.as_slice() else { panic!("{pairs:?}") };
    assert_eq!(pair.certainty, Certainty::Certain, "unless nobody else could be meant");
    let last = pair.reasons.last().map(say).unwrap_or_default();
    assert_eq!(last, ["though they were seen together", "aunque se las vio juntas"]);
}

#[test]
fn who_was_not_the_other_is_not_the_merged_one_either() {
    let mut store = book();
    let second = person(&mut store, "Ana Ruiz", ALMAZARA, &[]);
    let third = person(&mut store, "Ana Ruiz", ALMAZARA, &[]);
    store.perform(Act::Apart(second, third), today()).unwrap();
    assert_eq!(found(&store).len(), 2);
    done(&mut store, merge(ANA, second));
    assert_eq!(found(&store), []);
    done(&mut store, merge(ANA, third));
    assert!(store.records(Kind::Mute, 0, 9).unwrap().is_empty(), "nobody is two any more");
}

#[test]
fn no_field_that_leads_to_a_person_is_forgotten() {
    let mut store = book();
    let twin = twice(&mut store);
    store.perform(merge(JORDI, twin), today()).unwrap();
    // Whatever kinds of record there will be: no row names who is gone.
    let name = |field: &str| format!("\"{field}\":{twin}");
    for kind in Kind::ALL {
        for record in store.records(kind, 0, 1_000).unwrap() {
            for spec in kind.specs() {
                let leads = format!("{:?}", spec.kind).contains("Person");
                let value = record.get(spec.name);
                let gone = match &value {
                    Value::Link(id) => *id == twin,
                    Value::Links(ids) => ids.contains(&twin),
                    _ => false,
                };
                assert!(!(leads && gone), "{kind:?} {}", spec.name);
            }
        }
    }
    let rows = everything(&store).unwrap();
    assert!(
        rows.iter().all(|(_, row)| !row.contains(&name("person")) && !row.contains(&name("counterpart")))
    );
}

/// One decision of the book, told to that person so many days ago; it concerns them.
fn tell(store: &mut Store, person: Id, ago: i64) {
    let known = store.records(Kind::Decision, 0, 1).unwrap();
    let id = known.first().map_or_else(
        || {
            let of = Decision { name: "Prices".into(), account: Some(Link(ALMAZARA)), ..Decision::fresh() };
            save(store, Decision { decided_on: Some(plus_days(today(), -90)), ..of })
        },
        |r| r.head().id,
    );
    let telling = Telling {
        decision: Some(Link(id)),
        person: Some(Link(person)),
        day: Some(plus_days(today(), -ago)),
        ..Telling::default()
    };
    // Told twice is refused.
    let _refused = store.perform(Act::Save(vec![Box::new(telling)]), today());
}

/// Who was told, and when.
fn tellings(store: &Store) -> Vec<(Id, Option<chrono::NaiveDate>)> {
    let all = store.records(Kind::Telling, 0, 99).unwrap();
    let all = all.iter().filter_map(|r| r.any().downcast_ref::<Telling>());
    all.filter_map(|t| Some((t.person?.0, t.day))).collect()
}

#[test]
fn two_who_were_told_were_told_once_and_on_the_earlier_day() {
    for (first, second) in [(9, 2), (2, 9)] {
        let mut store = book();
        let twin = twice(&mut store);
        tell(&mut store, JORDI, first);
        tell(&mut store, twin, second);
        done(&mut store, merge(JORDI, twin));
        assert_eq!(tellings(&store), [(JORDI, Some(plus_days(today(), -9)))]);
    }
}

#[test]
fn a_successor_takes_over_open_initiatives_and_what_the_leaver_was_not_told() {
    let mut store = book();
    let plan = Plan {
        account: Some(Link(ALMAZARA)),
        name: "2026".into(),
        starts_on: Some(day(2026, 1, 1)),
        ends_on: Some(day(2026, 12, 31)),
        ..Plan::fresh()
    };
    let plan = save(&mut store, plan);
    let objective = Objective {
        plan: Some(Link(plan)),
        name: "grow".into(),
        relevance: "x".into(),
        aim: Some(Aim::Growth),
        ..Objective::fresh()
    };
    let objective = save(&mut store, objective);
    let initiative = |done: bool| Initiative {
        name: "audit".into(),
        objective: Some(Link(objective)),
        theirs: Some(Link(ANA)),
        starts_on: Some(day(2026, 2, 1)),
        ends_on: Some(day(2026, 12, 1)),
        done_on: done.then(today),
        ..Initiative::default()
    };
    let (open, over) = (save(&mut store, initiative(false)), save(&mut store, initiative(true)));
    tell(&mut store, JORDI, 1);
    change(&mut store, Kind::Decision, 1, "people", Value::Links(vec![ANA]));
    let seat = place(&store, ANA, ALMAZARA).head.id;
    let label = done(&mut store, Act::Leave(seat, today(), Some(Successor::New("Zoe Prat".into()))));
    let zoe = store.record(Kind::Membership, seat).unwrap().get("successor");
    let Value::Link(zoe) = zoe else { panic!("{zoe:?}") };
    let theirs = |id: Id| store.record(Kind::Initiative, id).unwrap().get("theirs");
    assert_eq!((theirs(open), theirs(over)), (Value::Link(zoe), Value::Link(ANA)));
    assert_eq!(store.record(Kind::Decision, 1).unwrap().get("people"), Value::Links(vec![zoe]));
    let [en, es] = say(&label);
    assert!(en.contains("1 initiative, 1 decision to be told"), "{en}");
    assert!(es.contains("1 iniciativa, 1 decisión por contar"), "{es}");
}

#[test]
fn who_moves_leaves_their_promises_and_it_is_said_how_many() {
    let mut store = book();
    promise(&mut store, ANA, Some(ALMAZARA));
    promise(&mut store, ANA, Some(ALMAZARA));
    let from = place(&store, ANA, ALMAZARA).head.id;
    let label = done(&mut store, Act::Move(Some(from), Box::new(to(ANA, NORDWIND))));
    let [en, es] = say(&label);
    assert!(en.ends_with("; 2 promises stay with Almazara"), "{en}");
    assert!(es.ends_with("; 2 compromisos se quedan en Almazara"), "{es}");
}

/// A book made by chance: the same few people seen, owed and reported to.
fn chance(store: &mut Store, steps: &[(u8, Id, Id)]) {
    for (what, a, b) in steps {
        let (a, b) = (a % 6 + 1, b % 6 + 1);
        let account = a % 3 + 1;
        let act = match what % 8 {
            7 if a != b => {
                edge(store, a, b, Tie::ALL[usize::try_from(b).unwrap_or(0) % 4]);
                continue;
            }
            0 => {
                talk(store, &[a, b], account);
                continue;
            }
            1 => {
                promise(store, a, Some(account));
                continue;
            }
            2 => Act::Save(vec![Box::new(to(a, account))]),
            6 => {
                tell(store, a, b);
                continue;
            }
            3 => {
                let Some(mut seat) = places(store, a).into_iter().next() else { continue };
                seat.reports_to = Some(Link(b)).filter(|_| a != b);
                Act::Save(vec![Box::new(seat)])
            }
            4 => {
                let Some(seat) = places(store, a).into_iter().next() else { continue };
                Act::Learn(
                    seat.head.id,
                    Learned::Role(BuyingRole::ALL[usize::try_from(b).unwrap_or(0)], true),
                )
            }
            5 => {
                let Some(mut seat) = places(store, a).into_iter().last() else { continue };
                seat.left_on = Some(plus_days(today(), -b));
                Act::Save(vec![Box::new(seat)])
            }
            _ => {
                let mut record = store.record(Kind::Person, a).unwrap();
                record.set("emails", Value::Texts(vec![format!("p{b}@x.es")])).unwrap();
                Act::Save(vec![record])
            }
        };
        // A line of reporting that leads back is refused: then there is none.
        let _refused = store.perform(act, today());
    }
}

/// Everything that can be asked of a book without its journal.
fn seen(store: &Store) -> String {
    let people = store.people(None, today()).unwrap();
    let pages: Vec<_> =
        people.iter().map(|p| store.person_page(p.person, p.membership, today()).unwrap()).collect();
    format!("{people:?}{pages:?}{:?}", store.twins().unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn to_merge_and_to_undo_is_to_do_nothing(steps in proptest::collection::vec((any::<u8>(), 0..60i64, 0..60i64), 4..30), a in 0..6i64, b in 1..6i64) {
        let mut store = book();
        person(&mut store, "Ana Ruiz Soler", ALMAZARA, &[BuyingRole::User]);
        save(&mut store, Person { name: "J. Mas".into(), ..Person::default() });
        chance(&mut store, &steps);
        let (kept, gone) = (a + 1, (a + b) % 6 + 1);
        let (before, looked) = (everything(&store).unwrap(), seen(&store));
        let mut tied = edges(&store).into_iter().map(said).collect::<Vec<_>>();
        let many = tied.len();
        tied.sort_unstable();
        tied.dedup();
        let doubles_before = tied.len() < many;
        store.perform(merge(kept, gone), today()).unwrap();
        let after = everything(&store).unwrap();
        let mut told: Vec<_> = tellings(&store).into_iter().map(|(person, _)| person).collect();
        let all_told = told.len();
        told.sort_unstable();
        told.dedup();
        prop_assert_eq!(told.len(), all_told, "somebody was told twice");
        prop_assert!(store.search_agrees().unwrap());
        prop_assert_eq!(store.check().unwrap(), []);
        for place in places(&store, kept) {
            prop_assert!(place.reports_to != Some(Link(kept)));
        }
        let mut ties: Vec<_> = edges(&store).into_iter().filter(|e| e.0 == kept || e.1 == kept).map(said).collect();
        prop_assert!(ties.iter().all(|(from, over, _)| from != over));
        let all = ties.len();
        ties.sort_unstable();
        ties.dedup();
        // Two that were there before stay two: only what the merge made double is one.
        prop_assert!(ties.len() == all || doubles_before);
        store.perform(Act::Undo, today()).unwrap();
        prop_assert_eq!(&everything(&store).unwrap(), &before);
        prop_assert_eq!(seen(&store), looked);
        prop_assert!(store.search_agrees().unwrap());
        store.perform(Act::Redo, today()).unwrap();
        prop_assert_eq!(&everything(&store).unwrap(), &after);
    }
}

/// The screen of the people of that book, in English.
fn screen(store: Store) -> Stage {
    let mut stage = Stage::of(store, Lang::En, Theme::Terminal, (120, 36));
    stage.keys("3");
    stage
}

/// Runs a command by its name in the palette.
fn command(stage: &mut Stage, name: &str) {
    stage.keys(":");
    stage.text(name);
    stage.keys("Enter");
}

/// Stands on a person by narrowing the list to them.
fn stand_on(stage: &mut Stage, name: &str) {
    stage.keys("/");
    stage.text(name);
    stage.keys("Enter");
}

#[test]
fn who_moves_is_asked_where_to_and_keeps_the_stance() {
    let mut store = book();
    store.perform(Act::Learn(1, Learned::Stance(Some(Stance::Supporter))), today()).unwrap();
    let mut stage = screen(store);
    stand_on(&mut stage, "ana");
    command(&mut stage, "move to another");
    assert!(stage.shows("Ana Ruiz leaves Almazara for"), "{}", stage.screen());
    assert!(!stage.shows("Notes") && !stage.shows("Left on"), "only what matters: {}", stage.screen());
    stage.text("arce");
    stage.keys("Down Enter Tab");
    stage.text("CEO");
    stage.keys("Ctrl-S");
    assert!(stage.shows("Moved: Ana Ruiz from Almazara to Arce"), "{}", stage.screen());
    let new = place(&stage.outside.store, ANA, ARCE);
    assert_eq!((new.title.as_str(), new.stance, new.since), ("CEO", Some(Stance::Supporter), Some(today())));
    stage.keys("u");
    assert_eq!(places(&stage.outside.store, ANA).len(), 1);
}

#[test]
fn who_has_left_may_have_a_successor_who_is_not_in_the_book_yet() {
    let mut store = book();
    promise(&mut store, JORDI, Some(ARCE));
    let mut stage = screen(store);
    stand_on(&mut stage, "jordi");
    command(&mut stage, "has left");
    assert!(stage.shows("Jordi Mas has left Arce"), "{}", stage.screen());
    stage.keys("Tab");
    stage.text("Zoe Prat");
    stage.keys("Down Enter Ctrl-S");
    assert!(stage.shows("Zoe Prat takes over 1 promise"), "{}", stage.screen());
    let store = &stage.outside.store;
    let zoe = store.directory().unwrap().find(Kind::Person, "Zoe Prat").unwrap();
    assert_eq!(place(store, JORDI, ARCE).left_on, Some(today()));
    assert_eq!(place(store, JORDI, ARCE).successor, Some(Link(zoe)));
}

#[test]
fn who_leaves_today_needs_no_more_than_one_key() {
    let mut stage = screen(book());
    stand_on(&mut stage, "jordi");
    command(&mut stage, "has left");
    stage.keys("Ctrl-S");
    assert!(stage.shows("Left: Jordi Mas, Arce"), "{}", stage.screen());
    assert_eq!(place(&stage.outside.store, JORDI, ARCE).left_on, Some(today()));
}

#[test]
fn one_person_may_be_at_two_accounts() {
    let mut stage = screen(book());
    stand_on(&mut stage, "ana");
    command(&mut stage, "also at");
    assert!(stage.shows("Ana Ruiz is also at"), "{}", stage.screen());
    stage.text("nordw");
    stage.keys("Down Enter Ctrl-S");
    assert_eq!(places(&stage.outside.store, ANA).len(), 2);
    assert_eq!(place(&stage.outside.store, ANA, NORDWIND).left_on, None);
    assert!(stage.shows("Nordwind") && stage.shows("Almazara"), "{}", stage.screen());
    // From here it must be said which of the two places ends: the one under the cursor.
    command(&mut stage, "has left");
    assert!(stage.shows("Ana Ruiz has left"), "{}", stage.screen());
}

#[test]
fn a_merge_is_seen_before_it_is_done_and_esc_leaves_everything() {
    let mut store = book();
    let twin = twice(&mut store);
    change(&mut store, Kind::Person, JORDI, "language", Value::Text("ca".into()));
    change(&mut store, Kind::Person, twin, "language", Value::Text("es".into()));
    let before = everything(&store).unwrap();
    let mut stage = screen(store);
    stand_on(&mut stage, "jordi");
    command(&mut stage, "merge with");
    assert!(stage.shows("Merge Jordi Mas with"), "{}", stage.screen());
    stage.text("j. m");
    stage.keys("Enter");
    assert!(stage.shows("J. Mas becomes one with Jordi Mas"), "{}", stage.screen());
    assert!(stage.shows("Comes along: 2 conversations, 3 promises"), "{}", stage.screen());
    insta::assert_snapshot!("merge-preview", stage.screen());
    stage.keys("Right Down Right Esc");
    assert_eq!(everything(&stage.outside.store).unwrap(), before);
    command(&mut stage, "merge with");
    stage.text("j. m");
    stage.keys("Enter Down Space Enter");
    assert!(stage.shows("Merged: J. Mas into Jordi Mas"), "{}", stage.screen());
    assert_eq!(
        stage.outside.store.record(Kind::Person, JORDI).unwrap().get("language"),
        Value::Text("es".into())
    );
    stage.keys("u");
    assert_eq!(everything(&stage.outside.store).unwrap(), before);
}

#[test]
fn duplicates_are_compared_or_said_to_be_two() {
    let mut store = book();
    assert!({
        let mut stage = screen(book());
        command(&mut stage, "find duplicates");
        stage.shows("Nobody seems to be in the book twice")
    });
    person(&mut store, "Ruiz, Ana", ALMAZARA, &[]);
    person(&mut store, "Jordi Mas", ARCE, &[]);
    let mut stage = screen(store);
    command(&mut stage, "find duplicates");
    assert!(stage.shows("same name, both at Almazara"), "{}", stage.screen());
    insta::assert_snapshot!("duplicates", stage.screen());
    stage.keys("x");
    assert!(stage.shows("Two people: Ana Ruiz and Ruiz, Ana"), "{}", stage.screen());
    assert!(!stage.shows("both at Almazara") && stage.shows("both at Arce"), "{}", stage.screen());
    stage.keys("Enter");
    assert!(stage.shows("Jordi Mas becomes one with Jordi Mas"), "{}", stage.screen());
    assert!(stage.shows("They differ in nothing"), "{}", stage.screen());
    stage.keys("Ctrl-S");
    assert!(stage.shows("Nobody seems to be in the book twice"), "{}", stage.screen());
    stage.keys("Esc u");
    assert_eq!(found(&stage.outside.store).len(), 1);
}

#[test]
fn two_people_who_are_marked_are_merged_with_each_other() {
    let mut store = book();
    let twin = person(&mut store, "A. Ruiz", ALMAZARA, &[]);
    talk(&mut store, &[twin], ALMAZARA);
    let mut stage = screen(store);
    stand_on(&mut stage, "ruiz");
    stage.keys("Home Space Home Down Space");
    command(&mut stage, "merge with");
    assert!(stage.shows("Ana Ruiz becomes one with A. Ruiz"), "the better known stays: {}", stage.screen());
    stage.keys("Enter");
    assert!(stage.shows("Merged"), "{}", stage.screen());
}

#[test]
fn both_languages_have_the_preview_at_the_floor_and_without_colour() {
    let mut store = book();
    twice(&mut store);
    let mut stage = Stage::of(store, Lang::Es, Theme::Mono, (80, 24));
    stage.keys("3");
    command(&mut stage, "buscar repetidas");
    assert!(stage.shows("Nadie parece"), "who sat at one table is not one: {}", stage.screen());
    stage.keys("Esc");
    stand_on(&mut stage, "jordi");
    command(&mut stage, "unir con");
    stage.text("j. m");
    stage.keys("Enter");
    insta::assert_snapshot!("merge-preview-es-80", stage.painted());
}
