//! People: what the list and the page of a person show at every size, and what their keys do.
use cartera::command::{Command, Effect, Leads, LensKind, Offered, OfferedRow, Only};
use cartera::domain::account::Account;
use cartera::domain::choice::{BuyingRole, Stance, Tier};
use cartera::domain::day::plus_days;
use cartera::domain::field::Link;
use cartera::domain::kind::Kind;
use cartera::domain::person::{Membership, Person};
use cartera::lang::Lang;
use cartera::lens::Under;
use cartera::store::Store;
use cartera::store::act::{Act, Learned};
use cartera::ui::Theme;
use proptest::prelude::*;

use crate::book::{clock, save, today};
use crate::kam::crowded;
use crate::stage::Stage;

const SMALL: (u16, u16) = (80, 24);
const MIDDLE: (u16, u16) = (120, 36);

fn open(store: Store) -> Stage {
    Stage::open(LensKind::People, store, Lang::En, None)
}

fn under(stage: &mut Stage) -> Under {
    stage.with(|lens, _| lens.under()).unwrap()
}

fn names(stage: &mut Stage) -> Vec<String> {
    let mut names = Vec::new();
    stage.give(Command::First);
    loop {
        let name = under(stage).title;
        if names.last() == Some(&name) {
            return names;
        }
        names.push(name);
        stage.give(Command::Down);
    }
}

/// The crowded book with everything that a row can say: left, not to be contacted, put off, without an account, a stale stance,
/// learned from a call, many roles, contact details and notes.
fn full() -> Store {
    let mut store = crowded();
    let mut change = |id: i64, work: &dyn Fn(&mut Person, Option<&mut Membership>)| {
        let mut parts = store.parts(Kind::Person, id).unwrap();
        let mut person = parts[0].any().downcast_ref::<Person>().unwrap().clone();
        let mut place = parts.get(1).and_then(|p| p.any().downcast_ref::<Membership>()).cloned();
        work(&mut person, place.as_mut());
        parts = vec![Box::new(person)];
        parts.extend(place.map(|p| Box::new(p) as Box<dyn cartera::domain::field::Record>));
        store.perform(Act::Save(parts), today()).unwrap();
    };
    change(2, &|_, place| place.unwrap().left_on = Some(plus_days(today(), -20)));
    change(3, &|person, _| person.do_not_contact = true);
    change(6, &|_, place| place.unwrap().not_before = Some(plus_days(today(), 10)));
    change(8, &|person, place| {
        person.emails = vec!["jordi.mas@arce.example".into(), "compras@arce.example".into()];
        person.phones = vec!["+34 600 111 222".into()];
        person.language = "ca".into();
        person.birthday = Some(cartera::domain::day::day(1971, 11, 30));
        person.wants = "**One** supplier for all plants:\n\n- fewer invoices\n- one price list".into();
        person.personal = "Sails at weekends".into();
        let place = place.unwrap();
        place.roles = vec![BuyingRole::Decider, BuyingRole::Buyer, BuyingRole::Initiator];
        place.reports_to = Some(Link(7));
        place.reached_via = Some(Link(9));
        place.since = Some(cartera::domain::day::day(2019, 3, 1));
    });
    store.perform(Act::Learn(9, Learned::Influence(Some(4))), today()).unwrap();
    store.perform(Act::Learn(10, Learned::Stance(Some(Stance::Champion))), plus_days(today(), -200)).unwrap();
    save(&mut store, Person { name: "Nobody's Friend".into(), ..Person::default() });
    store
}

#[test]
fn a_full_book_in_both_languages_and_at_all_sizes() {
    for (lang, code) in [(Lang::En, "en"), (Lang::Es, "es")] {
        let mut stage = Stage::open(LensKind::People, full(), lang, None);
        insta::assert_snapshot!(format!("people_80x24_{code}"), stage.styled(SMALL, Theme::Terminal));
        insta::assert_snapshot!(format!("people_120x36_{code}"), stage.styled(MIDDLE, Theme::Terminal));
        insta::assert_snapshot!(format!("people_80x24_{code}_mono"), stage.styled(SMALL, Theme::Mono));
        insta::assert_snapshot!(format!("people_120x36_{code}_mono"), stage.styled(MIDDLE, Theme::Mono));
        insta::assert_snapshot!(format!("people_200x50_{code}"), stage.text((200, 50)));
    }
}

#[test]
fn one_account_and_one_person_alone() {
    let mut stage = Stage::open(LensKind::People, full(), Lang::En, Some(3));
    stage.with(|lens, cx| lens.stand_on(Kind::Person, 8, cx));
    stage.load();
    insta::assert_snapshot!("people_one_account_100x30", stage.text((100, 30)));
    stage.give(Command::Open);
    insta::assert_snapshot!("people_one_person_80x24", stage.text(SMALL));
    insta::assert_snapshot!("people_one_person_160x60", stage.styled((160, 60), Theme::Terminal));
}

#[test]
fn nobody_yet_names_the_key_that_adds_somebody() {
    for (lang, code) in [(Lang::En, "en"), (Lang::Es, "es")] {
        let store = Store::in_memory(clock).unwrap();
        let mut stage = Stage::open(LensKind::People, store, lang, None);
        insta::assert_snapshot!(format!("people_empty_{code}"), stage.text(SMALL));
    }
}

#[test]
fn whom_to_see_first_is_lateness_times_weight_and_who_left_comes_last() {
    let mut stage = open(full());
    let names = names(&mut stage);
    assert_eq!(names[..2], ["Núria Camps", "Ana Ruiz"], "never met counts as lateness 2");
    assert_eq!(names.last().map(String::as_str), Some("Luis Prieto"));
    stage.give(Command::SortReverse);
    let reversed = crate::people_lens::names(&mut stage);
    assert_eq!(reversed.last().map(String::as_str), Some("Luis Prieto"));
    assert_ne!(reversed.first(), names.first());
}

#[test]
fn the_orders_come_round_and_by_name_is_by_name() {
    let mut stage = open(full());
    let first = names(&mut stage);
    stage.give(Command::Sort);
    let by_name = names(&mut stage);
    let mut sorted = by_name.clone();
    sorted.sort_by_key(|n| (n == "Luis Prieto", cartera::domain::text::fold(n)));
    assert_eq!(by_name, sorted);
    for _ in 0..12 {
        stage.give(Command::Sort);
    }
    assert_eq!(names(&mut stage), first);
}

/// The rows of a menu, those of its menus included, with what each stands for.
fn rows(offered: &Offered) -> Vec<(String, usize)> {
    let row = |row: &OfferedRow| match &row.leads {
        Leads::Picked(number) => vec![(row.text.clone(), *number)],
        Leads::Further(more) => rows(more),
        Leads::Told(..) => Vec::new(),
    };
    offered.rows.iter().flat_map(row).collect()
}

/// The menu of a command.
fn offered(stage: &mut Stage, command: Command) -> Vec<(String, usize)> {
    match stage.give(command).as_slice() {
        [Effect::Choose(offered)] => rows(offered),
        other => panic!("{other:?}"),
    }
}

/// Chooses the row that begins so, and gives what follows.
fn pick(stage: &mut Stage, command: Command, text: &str) -> Vec<Effect> {
    let rows = offered(stage, command);
    let row = rows.iter().find(|row| row.0.starts_with(text)).unwrap_or_else(|| panic!("{text}: {rows:?}"));
    let number = row.1;
    let effects = stage.with(|lens, cx| lens.picked(number, cx));
    stage.perform(effects)
}

#[test]
fn the_menu_of_filters_names_only_those_that_leave_somebody_and_how_many() {
    let mut stage = open(full());
    let all = names(&mut stage).len();
    for (text, number) in offered(&mut stage, Command::Filter) {
        let count: usize = text.rsplit("  ").next().unwrap().parse().unwrap();
        assert!(count > 0, "{text}");
        let effects = stage.with(|lens, cx| lens.picked(number, cx));
        stage.perform(effects);
        assert_eq!(names(&mut stage).len(), count, "{text}");
        // What comes back after a menu is one of the menu shown last.
        stage.give(Command::Filter);
    }
    pick(&mut stage, Command::Filter, "for us");
    assert!(names(&mut stage).len() < all);
    stage.give(Command::Back);
    assert_eq!(names(&mut stage).len(), all);
}

#[test]
fn rows_that_count_people_open_those_people_in_their_account() {
    let mut stage = open(full());
    stage.with(|lens, _| lens.only(Only::NoRole));
    stage.set_scope(Some(4));
    assert_eq!(names(&mut stage), ["Joan Ferrer"]);
    stage.set_scope(Some(1));
    assert_eq!(names(&mut stage).len(), 3, "a selection that leaves nobody is given up");
}

#[test]
fn a_name_narrows_letter_by_letter_without_accents_and_marks_what_it_found() {
    let mut stage = open(full());
    let effects = stage.with(|lens, cx| lens.narrow("mar so", cx));
    stage.perform(effects);
    assert_eq!(names(&mut stage), ["María del Mar Soler"]);
    let effects = stage.with(|lens, cx| lens.narrow("arce", cx));
    stage.perform(effects);
    assert_eq!(names(&mut stage).len(), 3);
    let effects = stage.with(|lens, cx| lens.narrow("zzz", cx));
    stage.perform(effects);
    assert!(stage.text(SMALL).contains("Nobody fits. Esc shows everybody again."));
    assert!(stage.with(|lens, _| lens.under()).is_none());
    stage.give(Command::Back);
    assert_eq!(stage.with(|lens, _| lens.narrowed().to_owned()), "");
}

#[test]
fn the_person_under_the_cursor_brings_their_place_for_what_is_learned() {
    let mut stage = open(full());
    stage.with(|lens, cx| lens.stand_on(Kind::Person, 8, cx));
    stage.load();
    let under = under(&mut stage);
    assert_eq!((under.kind, under.id, under.account, under.person), (Kind::Person, 8, Some(3), Some(8)));
    let place = under.place.unwrap();
    assert_eq!((place.membership, place.stance), (8, None));
    assert_eq!(place.roles.len(), 3);
}

#[test]
fn the_page_of_a_person_is_walked_through_promises_and_conversations() {
    let mut stage = open(full());
    stage.with(|lens, cx| lens.stand_on(Kind::Person, 8, cx));
    stage.load();
    stage.draw(MIDDLE, Theme::Mono);
    stage.give(Command::PanelRight);
    let promise = under(&mut stage);
    assert_eq!((promise.kind, promise.person), (Kind::Commitment, Some(8)));
    assert_eq!(promise.title, "purchase order number");
    stage.give(Command::Down);
    let planned = under(&mut stage);
    assert_eq!((planned.kind, planned.planned), (Kind::Interaction, true));
    stage.give(Command::Last);
    assert!(!under(&mut stage).planned);
    assert!(!stage.with(|lens, cx| lens.can(Command::Open, cx)), "every lens opens a record in the same way");
    stage.give(Command::Back);
    assert_eq!(under(&mut stage).kind, Kind::Person);
}

#[test]
fn marked_people_are_deleted_and_contacted_together() {
    let mut stage = open(full());
    let order = names(&mut stage);
    stage.give(Command::First);
    stage.give(Command::Mark);
    stage.give(Command::Mark);
    assert!(stage.text(MIDDLE).contains("2 marked"));
    let effects = stage.give(Command::Delete);
    let [Effect::Act(Act::Delete(Kind::Person, ids))] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!(ids.len(), 2);
    let effects = stage.give(Command::Contacted);
    let [Effect::Act(act)] = effects.as_slice() else { panic!("{effects:?}") };
    stage.store.perform(act.clone(), today()).unwrap();
    stage.load();
    let people = stage.store.people(None, today()).unwrap();
    for name in &order[..2] {
        assert!(people.iter().any(|p| p.name == *name && p.last == Some(today())), "{name}");
    }
    stage.store.perform(Act::Undo, today()).unwrap();
    let people = stage.store.people(None, today()).unwrap();
    assert!(people.iter().all(|p| p.last != Some(today())), "one undo takes both back");
}

#[test]
fn a_strength_explains_its_parts_and_the_cadence() {
    for (lang, name) in [(Lang::En, "people_why_en"), (Lang::Es, "people_why_es")] {
        let mut stage = Stage::open(LensKind::People, full(), lang, None);
        stage.with(|lens, cx| lens.stand_on(Kind::Person, 8, cx));
        stage.load();
        let why = stage.with(|lens, cx| lens.why(cx)).unwrap();
        let shown = cartera::report::plain::render(&why.blocks, Some(90));
        insta::assert_snapshot!(name, format!("{}\n\n{shown}", why.title));
    }
}

#[test]
fn the_cursor_stays_on_its_person_when_the_book_changes_and_a_deleted_one_leaves_no_fault() {
    let mut stage = open(full());
    stage.give(Command::Down);
    let stood = under(&mut stage);
    save(&mut stage.store, Account { name: "New".into(), tier: Some(Tier::Key), ..Account::default() });
    stage.store.perform(Act::Contacted(1, Some(1)), today()).unwrap();
    stage.load();
    assert_eq!(under(&mut stage).id, stood.id);
    stage.store.perform(Act::Delete(Kind::Person, vec![stood.id]), today()).unwrap();
    stage.load();
    assert_ne!(under(&mut stage).id, stood.id);
}

#[test]
fn the_person_is_kept_from_scope_to_scope_and_comes_back_with_an_undo() {
    let mut stage = open(full());
    for _ in 0..4 {
        stage.give(Command::Down);
    }
    let stood = under(&mut stage);
    let (here, other) = (stood.account, if stood.account == Some(1) { Some(2) } else { Some(1) });
    stage.set_scope(other);
    assert_ne!(under(&mut stage).id, stood.id);
    stage.set_scope(here);
    assert_eq!(under(&mut stage).id, stood.id);
    stage.set_scope(None);
    assert_eq!(under(&mut stage).id, stood.id);
    stage.store.perform(Act::Delete(Kind::Person, vec![stood.id]), today()).unwrap();
    stage.load();
    assert_ne!(under(&mut stage).id, stood.id);
    stage.store.perform(Act::Undo, today()).unwrap();
    stage.load();
    assert_eq!(under(&mut stage).id, stood.id);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]
    #[test]
    fn no_size_and_no_commands_make_it_panic(
        columns in 1u16..300, rows in 1u16..100, commands in proptest::collection::vec(0..16usize, 0..24), text in "[a-z]{0,3}",
    ) {
        const COMMANDS: [Command; 16] = [
            Command::Up, Command::Down, Command::PageUp, Command::PageDown, Command::First, Command::Last,
            Command::Open, Command::Back, Command::PanelLeft, Command::PanelRight, Command::Sort,
            Command::SortReverse, Command::Filter, Command::Mark, Command::Down, Command::Open,
        ];
        let mut stage = open(full());
        for (index, command) in commands.into_iter().enumerate() {
            stage.give(COMMANDS[command]);
            if index == 5 {
                let effects = stage.with(|lens, cx| lens.narrow(&text, cx));
                stage.perform(effects);
            }
            stage.draw((columns, rows), Theme::Dark);
        }
        stage.with(|lens, cx| { lens.click(0, usize::from(rows), cx); lens.scroll(1, -3, cx); lens.click(1, 40, cx); });
        stage.draw((columns, rows), Theme::Mono);
    }
}
