//! Who of ours knows whom of theirs: kept as the log changes, on the shell and on the screen.
use cartera::domain::choice::{BuyingRole, Channel};
use cartera::domain::colleague::Colleague;
use cartera::domain::day::plus_days;
use cartera::domain::entry::Entry;
use cartera::domain::kind::Kind;
use cartera::domain::person::Person;
use cartera::domain::value::Value;
use cartera::lang::{Lang, Words};
use cartera::report::people::colleagues::colleagues;
use cartera::report::plain::render;
use cartera::store::Store;
use cartera::store::act::Act;
use cartera::ui::Theme;

use crate::book::{account, book, person, save, today};
use crate::cli::User;
use crate::whole::Stage;

fn talk(store: &mut Store, people: &[i64], colleagues: &[i64], ago: i64, channel: Channel) {
    let entry = Entry {
        channel: Some(channel),
        day: plus_days(today(), -ago),
        planned: ago < 0,
        account: Some(1),
        people: people.to_vec(),
        colleagues: colleagues.to_vec(),
        text: "talk".into(),
        ..Entry::default()
    };
    store.perform(Act::Log(Box::new(entry), None), today()).unwrap();
}

/// Pau (1) and Laia (2) of ours, Ana (1), María (2), Jordi (3) and Kerstin (4) of theirs.
fn met() -> Store {
    let mut store = book();
    save(&mut store, Colleague { name: "Laia Costa".into(), ..Colleague::default() });
    talk(&mut store, &[1, 2], &[1], 40, Channel::Meeting);
    talk(&mut store, &[1], &[1, 2], 12, Channel::Call);
    talk(&mut store, &[2], &[2], 3, Channel::Video);
    talk(&mut store, &[3], &[2], 2, Channel::Note);
    talk(&mut store, &[4], &[2], -5, Channel::Meeting);
    store
}

fn shown(store: &Store, scope: Option<i64>, lang: Lang, width: usize) -> String {
    let words = Words::new(lang);
    let directory = store.directory().unwrap();
    let cx = cartera::lang::value::Context { words: &words, today: today(), directory: &directory, scope };
    render(&colleagues(&store.circles(scope, today()).unwrap(), &cx), Some(width))
}

#[test]
fn the_matrix_has_the_last_touch_of_both_sides_and_names_whom_nobody_knows() {
    insta::assert_snapshot!("acquaintance_en", shown(&met(), None, Lang::En, 90));
    insta::assert_snapshot!("acquaintance_es", shown(&met(), Some(2), Lang::Es, 90));
}

#[test]
fn only_held_conversations_count_and_they_are_counted() {
    let store = met();
    let of = |person| store.colleagues_of(person, today()).unwrap();
    let ana: Vec<_> = of(1).into_iter().map(|a| (a.name, a.met.last, a.met.count)).collect();
    let ago = |days: i64| plus_days(today(), -days);
    assert_eq!(ana, [("Laia Costa".to_owned(), ago(12), 1), ("Pau Font".to_owned(), ago(12), 2)]);
    assert_eq!(of(3), [], "a note is no meeting");
    assert_eq!(of(4), [], "nor is what is planned");
    assert_eq!(
        store.colleagues_of(1, ago(20)).unwrap()[0].met.count,
        1,
        "nor what is still to come on that day"
    );
}

#[test]
fn it_follows_what_is_deleted_undone_moved_and_who_leaves_the_team() {
    let mut store = met();
    let before = store.circles(None, today()).unwrap();
    store.perform(Act::Delete(Kind::Interaction, vec![3]), today()).unwrap();
    let maria = store.colleagues_of(2, today()).unwrap();
    assert_eq!(maria.len(), 1);
    store.perform(Act::Undo, today()).unwrap();
    assert_eq!(store.circles(None, today()).unwrap(), before);
    let mut moved = store.record(Kind::Interaction, 3).unwrap();
    moved.set("people", Value::Links(vec![3])).unwrap();
    store.perform(Act::Save(vec![moved]), today()).unwrap();
    assert_eq!(store.colleagues_of(3, today()).unwrap()[0].name, "Laia Costa");
    let mut left = store.record(Kind::Colleague, 2).unwrap();
    left.set("left", Value::Flag(true)).unwrap();
    store.perform(Act::Save(vec![left]), today()).unwrap();
    let circles = store.circles(None, today()).unwrap();
    assert_eq!(circles.colleagues, [(1, "Pau Font".to_owned())]);
}

#[test]
fn placeholders_and_who_has_left_are_not_in_the_matrix() {
    let mut store = met();
    let mut place = store.parts(Kind::Person, 2).unwrap().remove(1);
    place.set("left_on", Value::Day(today())).unwrap();
    store.perform(Act::Save(vec![place]), today()).unwrap();
    let id = person(&mut store, "the buyer", 1, &[BuyingRole::Buyer]);
    let mut buyer = store.record(Kind::Person, id).unwrap();
    buyer.set("placeholder", Value::Flag(true)).unwrap();
    store.perform(Act::Save(vec![buyer]), today()).unwrap();
    save(&mut store, Person { name: "Nobody's Friend".into(), ..Person::default() });
    let circles = store.circles(None, today()).unwrap();
    let names: Vec<_> = circles.known.iter().chain(&circles.unknown).map(|t| t.name.as_str()).collect();
    assert_eq!(names, ["Ana Ruiz", "Kerstin Vogel", "Jordi Mas"]);
}

#[test]
fn in_a_large_team_the_freshest_stay_where_the_page_is_narrow() {
    let mut store = book();
    let tramuntana = account(&mut store, "Tramuntana");
    let pere = person(&mut store, "Pere Puig", tramuntana, &[BuyingRole::Decider]);
    for n in 0..12 {
        let id =
            save(&mut store, Colleague { name: format!("Colleague{n} Of Ours"), ..Colleague::default() });
        talk(&mut store, &[pere], &[id], 30 - n, Channel::Call);
    }
    let wide = shown(&store, Some(tramuntana), Lang::En, 200);
    assert!(wide.contains("Colleague0") && wide.contains("Colleague11"), "{wide}");
    let narrow = shown(&store, Some(tramuntana), Lang::En, 60);
    assert!(narrow.contains("Colleague11") && !narrow.contains("Colleague0 "), "{narrow}");
    assert!(narrow.lines().all(|l| l.chars().count() <= 60), "{narrow}");
}

#[test]
fn the_palette_opens_it_and_a_row_leads_to_the_person() {
    for (lang, typed, code) in [(Lang::En, "who knows", "en"), (Lang::Es, "quien conoce", "es")] {
        let mut stage = Stage::of(met(), lang, Theme::Mono, (80, 24));
        stage.keys(":");
        stage.text(typed);
        stage.keys("Enter");
        insta::assert_snapshot!(format!("acquaintance_panel_{code}"), stage.screen());
        stage.keys("Down Enter");
        assert!(stage.shows("Ana Ruiz"), "{}", stage.screen());
        assert!(!stage.shows("Pau"), "the panel is gone");
    }
}

#[test]
fn an_empty_matrix_says_what_would_fill_it() {
    let nobody = Store::in_memory(crate::book::clock).unwrap();
    assert!(shown(&nobody, None, Lang::En, 80).contains("add the people of the account first"));
    assert!(shown(&book(), None, Lang::En, 200).contains("Name colleagues in what you log"));
}

#[test]
fn the_shell_prints_it_and_gives_it_as_json() {
    let user = User::with_book("en");
    user.ok(&["log", "call ana ruiz pau font yesterday: prices"]);
    let page = user.ok(&["person", "colleagues"]);
    assert!(
        page.starts_with(
            "Who knows whom  1 of theirs, 1 of ours\nName      Account   Pau\nAna Ruiz  Almazara  1 d\n"
        ),
        "{page}"
    );
    let json = user.json(&["person", "colleagues", "almazara"]);
    assert_eq!(json["people"][0]["met"][0]["last"], serde_json::json!("2026-11-22"));
    assert_eq!(json["colleagues"][0]["name"], serde_json::json!("Pau Font"));
}
