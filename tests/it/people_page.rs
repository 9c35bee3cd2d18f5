//! The page of a person: what is known and from where, how the stance came about beside the contact of the same months, what
//! moved it, promises of both sides, the way there, and who of ours knows them.
use cartera::command::{Command, LensKind};
use cartera::domain::Id;
use cartera::domain::choice::{BuyingRole, Stance};
use cartera::domain::colleague::Colleague;
use cartera::domain::day::plus_days;
use cartera::domain::evidence::Turn;
use cartera::domain::field::Link;
use cartera::domain::kind::Kind;
use cartera::domain::person::Membership;
use cartera::lang::{Lang, Words};
use cartera::store::Store;
use cartera::store::act::{Act, Learned};
use cartera::ui::Theme;

use crate::book::{account, person, save, today};
use crate::kam::write;
use crate::stage::Stage;
use crate::whole;

fn learn(store: &mut Store, ago: i64, membership: Id, learned: Learned) -> String {
    let outcome = store.perform(Act::Learn(membership, learned), plus_days(today(), -ago)).unwrap();
    Words::new(Lang::En).say(&outcome.label)
}

/// Arce: Jordi Mas decides, reached through Marta Roca, who is reached through Luis Peña. A year with Marta.
fn arce() -> Store {
    let mut store = Store::in_memory(crate::book::clock).unwrap();
    let arce = account(&mut store, "Arce");
    let jordi = person(&mut store, "Jordi Mas", arce, &[BuyingRole::Decider]);
    let marta = person(&mut store, "Marta Roca", arce, &[]);
    let luis = person(&mut store, "Luis Peña", arce, &[BuyingRole::User]);
    let mut place = |person: Id, via: Id| {
        let parts = store.parts(Kind::Person, person).unwrap();
        let mut place = parts[1].any().downcast_ref::<Membership>().unwrap().clone();
        place.reached_via = Some(Link(via));
        store.perform(Act::Save(vec![Box::new(place)]), plus_days(today(), -400)).unwrap();
    };
    place(jordi, marta);
    place(marta, luis);
    place(luis, jordi);
    save(&mut store, Colleague { name: "Pau Font".into(), ..Colleague::default() });
    write(
        &mut store,
        300,
        "visit marta: first look at the plant, she compares us with two others marta=sceptic",
    );
    write(&mut store, 170, "call marta: edges are better now marta=neutral");
    learn(&mut store, 168, 2, Learned::Role(BuyingRole::User, true));
    learn(&mut store, 168, 2, Learned::Influence(Some(3)));
    write(
        &mut store,
        60,
        "meeting marta with pau: she shows us the tender, two weeks early < 20d drawings of the new line",
    );
    write(&mut store, 12, "call luis: second shift from March");
    learn(&mut store, 58, 2, Learned::Stance(Some(Stance::Supporter)));
    write(&mut store, 2, "visit marta: she took us to Jordi and spoke first > 5d send samples");
    store
}

fn page(store: &Store, membership: Id) -> cartera::store::query::person::PersonPage {
    store.person_page(membership, Some(membership), today()).unwrap()
}

#[test]
fn after_a_visit_plus_moves_the_stance_and_the_visit_is_the_cause() {
    let mut store = arce();
    let said = learn(&mut store, 0, 2, Learned::Stance(Some(Stance::Champion)));
    assert_eq!(said, "Noted: Marta Roca, stance: champion, after the visit of 21 Nov 2026");
    let now = &page(&store, 2).changes[0];
    assert_eq!((now.learned.value.as_str(), now.learned.on), ("champion", today()));
    assert_eq!(now.turn, Turn::From("supporter".into()));
    let cause = now.learned.cause.as_ref().unwrap();
    assert_eq!(cause.day, plus_days(today(), -2));
    assert!(cause.text.contains("took us to Jordi"));
}

#[test]
fn several_steps_on_one_day_are_one_and_undo_takes_them_back_one_by_one() {
    let mut store = arce();
    let before = page(&store, 2).changes;
    learn(&mut store, 0, 2, Learned::Stance(Some(Stance::Champion)));
    learn(&mut store, 0, 2, Learned::Stance(Some(Stance::Supporter)));
    learn(&mut store, 0, 2, Learned::Stance(Some(Stance::Neutral)));
    let changes = page(&store, 2).changes;
    assert_eq!(changes.len(), before.len() + 1);
    assert_eq!(
        (changes[0].learned.value.as_str(), &changes[0].turn),
        ("neutral", &Turn::From("supporter".into()))
    );
    store.perform(Act::Undo, today()).unwrap();
    store.perform(Act::Undo, today()).unwrap();
    assert_eq!(page(&store, 2).changes[0].learned.value, "champion");
    store.perform(Act::Undo, today()).unwrap();
    assert_eq!(page(&store, 2).changes, before);
}

#[test]
fn only_a_held_conversation_with_them_there_within_a_week_is_a_cause() {
    let mut store = arce();
    let cause = |store: &Store| page(store, 2).changes[0].learned.cause.as_ref().map(|heard| heard.day);
    // A note is no conversation, a planned one has not been held, and one at another account is about something else.
    let nordwind = account(&mut store, "Nordwind");
    write(&mut store, 0, "note marta: birthday soon");
    write(&mut store, 0, "meeting marta next thu 10:00: samples");
    let elsewhere =
        Membership { person: Some(Link(2)), account: Some(Link(nordwind)), ..Membership::default() };
    save(&mut store, elsewhere);
    write(&mut store, 1, "call marta nordwind: their tender");
    learn(&mut store, 0, 2, Learned::Stance(Some(Stance::Champion)));
    assert_eq!(cause(&store), Some(plus_days(today(), -2)));
    // The eighth day after the visit of two days ago.
    learn(&mut store, -6, 2, Learned::Stance(Some(Stance::Supporter)));
    assert_eq!(cause(&store), None);
}

#[test]
fn what_was_heard_later_from_somebody_else_is_not_credited_to_an_earlier_visit() {
    let mut store = arce();
    write(&mut store, 1, "call jordi: he says she is against the new line marta=sceptic");
    let said = learn(&mut store, 0, 2, Learned::Stance(Some(Stance::Neutral)));
    assert_eq!(said, "Noted: Marta Roca, stance: neutral");
    // The influence was not spoken of: the visit stays its cause.
    let said = learn(&mut store, 0, 2, Learned::Influence(Some(4)));
    assert_eq!(said, "Noted: Marta Roca, influence: 4, after the visit of 21 Nov 2026");
}

#[test]
fn what_was_set_by_hand_outlives_the_visit_after_which_it_was_set() {
    let mut store = arce();
    learn(&mut store, 0, 2, Learned::Stance(Some(Stance::Champion)));
    let visit = page(&store, 2).changes[0].learned.cause.as_ref().unwrap().id;
    store.perform(Act::Delete(Kind::Interaction, vec![visit]), today()).unwrap();
    let now = &page(&store, 2).changes[0].learned;
    assert_eq!((now.value.as_str(), now.cause.is_none()), ("champion", true));
    store.perform(Act::Undo, today()).unwrap();
    assert_eq!(page(&store, 2).changes[0].learned.cause.as_ref().unwrap().id, visit);
    // What the line itself said goes with it.
    let call =
        page(&store, 2).changes.iter().find(|c| c.learned.value == "neutral").unwrap().learned.cause.clone();
    store.perform(Act::Delete(Kind::Interaction, vec![call.unwrap().id]), today()).unwrap();
    assert!(page(&store, 2).changes.iter().all(|c| c.learned.value != "neutral"));
}

#[test]
fn what_still_holds_is_fresh_again_in_one_act() {
    let mut store = arce();
    let said = learn(&mut store, 0, 2, Learned::Still);
    assert_eq!(said, "Noted: Marta Roca, all still as it was, after the visit of 21 Nov 2026");
    let changes = page(&store, 2).changes;
    let fresh: Vec<_> = changes.iter().take_while(|c| c.learned.on == today()).collect();
    assert_eq!(fresh.len(), 3, "role, stance and influence");
    assert!(fresh.iter().all(|c| c.turn == Turn::Confirmed && c.learned.cause.is_some()));
    let refused = store.perform(Act::Learn(3, Learned::Still), today());
    assert!(refused.is_ok(), "a role is known of Luis");
    let nobody = person(&mut store, "Zoe Gil", 1, &[]);
    let refused = store.perform(Act::Learn(nobody, Learned::Still), today()).unwrap_err();
    assert_eq!(
        Words::new(Lang::En).say(&refused.explain()),
        "Nothing is known of Zoe Gil yet that could be confirmed"
    );
}

#[test]
fn the_way_to_somebody_is_a_chain_and_a_circle_ends_where_it_closes() {
    let store = arce();
    let way: Vec<_> = page(&store, 1).reached.into_iter().map(|via| via.name).collect();
    assert_eq!(way, ["Marta Roca", "Luis Peña"]);
    let known: Vec<_> = page(&store, 2).known_to.into_iter().map(|one| (one.name, one.met.count)).collect();
    assert_eq!(known, [("Pau Font".to_owned(), 1)]);
}

fn read(lang: Lang) -> Stage {
    let mut store = arce();
    learn(&mut store, 0, 2, Learned::Stance(Some(Stance::Champion)));
    learn(&mut store, 0, 2, Learned::Interest(Some(4)));
    let mut stage = Stage::open(LensKind::People, store, lang, Some(1));
    stage.with(|lens, cx| lens.stand_on(Kind::Person, 2, cx));
    stage.load();
    stage.give(Command::Open);
    stage
}

#[test]
fn the_page_in_both_languages_and_at_all_sizes() {
    for (lang, code) in [(Lang::En, "en"), (Lang::Es, "es")] {
        let mut stage = read(lang);
        insta::assert_snapshot!(format!("page_80x24_{code}"), stage.styled((80, 24), Theme::Terminal));
        insta::assert_snapshot!(format!("page_80x24_{code}_mono"), stage.styled((80, 24), Theme::Mono));
        insta::assert_snapshot!(format!("page_120x36_{code}"), stage.styled((120, 36), Theme::Terminal));
        insta::assert_snapshot!(format!("page_80x90_{code}"), stage.text((80, 90)));
        insta::assert_snapshot!(format!("page_200x90_{code}"), stage.text((200, 90)));
    }
}

#[test]
fn a_change_leads_to_the_conversation_that_caused_it_and_can_be_taken_out() {
    let mut store = arce();
    learn(&mut store, 0, 2, Learned::Stance(Some(Stance::Champion)));
    let mut stage = whole::Stage::of(store, Lang::En, Theme::Terminal, (120, 50));
    stage.keys("3 / m a r t a Enter Right");
    let all = page(&stage.outside.store, 2);
    for _ in 0..all.promises.len() + all.log.len() {
        stage.keys("Down");
    }
    let screen = stage.screen();
    assert!(screen.contains("champion, was supporter"), "{screen}");
    stage.keys("Del");
    let screen = stage.screen();
    assert!(screen.contains("“champion, was supporter” out of the history"), "{screen}");
    stage.keys("Del");
    assert_eq!(page(&stage.outside.store, 2).changes[0].learned.value, "supporter");
    stage.keys("u");
    assert_eq!(page(&stage.outside.store, 2).changes[0].learned.value, "champion");
    stage.keys("Enter");
    let screen = stage.screen();
    assert!(screen.contains("she took us to Jordi and spoke first") && screen.contains("4 Log"), "{screen}");
}

#[test]
fn plus_on_the_page_moves_the_person_although_a_promise_is_under_the_cursor() {
    let mut stage = whole::Stage::of(arce(), Lang::En, Theme::Terminal, (120, 36));
    stage.keys("3 / m a r t a Enter Right +");
    assert!(
        stage.screen().contains("Marta Roca, stance: champion, after the visit of 21 Nov"),
        "{}",
        stage.screen()
    );
    stage.keys("c");
    assert!(stage.screen().contains("Marta Roca ─"), "the menu is about the person: {}", stage.screen());
}

#[test]
fn a_deletion_done_again_leaves_what_was_set_by_hand_too() {
    let mut store = arce();
    learn(&mut store, 0, 2, Learned::Stance(Some(Stance::Champion)));
    let visit = page(&store, 2).changes[0].learned.cause.as_ref().unwrap().id;
    store.perform(Act::Delete(Kind::Interaction, vec![visit]), today()).unwrap();
    let after = page(&store, 2).changes;
    store.perform(Act::Undo, today()).unwrap();
    store.perform(Act::Redo, today()).unwrap();
    assert_eq!(page(&store, 2).changes, after);
}
