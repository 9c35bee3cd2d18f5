//! The list of people as it is worked with: whom to show, many at once, who is due, and a file to take away.
use cartera::command::LensKind;
use cartera::domain::choice::{BuyingRole, Channel};
use cartera::domain::day::plus_days;
use cartera::domain::entry::Entry;
use cartera::domain::field::Link;
use cartera::domain::kind::Kind;
use cartera::domain::person::{Membership, Person};
use cartera::domain::unit::Unit;
use cartera::domain::value::Value;
use cartera::lang::Lang;
use cartera::store::Store;
use cartera::store::act::Act;
use cartera::ui::Theme;

use crate::book::{account, clock, save, today};
use crate::stage::Stage as Lens;
use crate::whole::Stage;

const ROLES: [BuyingRole; 4] =
    [BuyingRole::Decider, BuyingRole::Influencer, BuyingRole::Buyer, BuyingRole::User];

/// A book with so many people at one account: of every role, in three units, met at all times, every tenth on holiday and every
/// eleventh not to be contacted.
pub fn crowd(people: i64) -> Store {
    let mut store = Store::in_memory(clock).unwrap();
    let arce = account(&mut store, "Arce");
    let units = ["Purchasing", "Plant Vitoria", "Logistics"].map(|name| {
        save(&mut store, Unit { name: name.into(), account: Some(Link(arce)), ..Unit::default() })
    });
    for n in 1..=people {
        let at = usize::try_from(n).unwrap();
        let person = Person {
            name: format!("Person{n:03} Of Arce"),
            tags: if n % 3 == 0 { vec!["golf".into()] } else { Vec::new() },
            do_not_contact: n % 11 == 0,
            ..Person::default()
        };
        let place = Membership {
            account: Some(Link(arce)),
            title: format!("Title {n}"),
            unit: (n % 4 > 0).then(|| Link(units[at % 3])),
            roles: if n % 5 == 0 { Vec::new() } else { vec![ROLES[at % 4]] },
            not_before: (n % 10 == 0).then(|| plus_days(today(), n)),
            ..Membership::default()
        };
        store.perform(Act::Save(vec![Box::new(person), Box::new(place)]), today()).unwrap();
        if n % 7 > 0 {
            let entry = Entry {
                channel: Some(Channel::Call),
                day: plus_days(today(), -(n * 13 % 150)),
                account: Some(arce),
                people: vec![n],
                text: "talk".into(),
                ..Entry::default()
            };
            store.perform(Act::Log(Box::new(entry), None), today()).unwrap();
        }
    }
    store
}

fn people(store: Store) -> Stage {
    let mut stage = Stage::of(store, Lang::En, Theme::Mono, (120, 36));
    stage.keys("3");
    stage
}

fn value(stage: &Stage, kind: Kind, id: i64, field: &str) -> Value {
    stage.outside.store.record(kind, id).unwrap().get(field)
}

#[test]
fn a_list_of_one_to_three_hundred_at_all_sizes_in_both_languages() {
    for count in [1, 4, 15, 60, 300] {
        let mut lens = Lens::open(LensKind::People, crowd(count), Lang::En, Some(1));
        insta::assert_snapshot!(format!("list_{count}_80x24"), lens.text((80, 24)));
        insta::assert_snapshot!(format!("list_{count}_120x36"), lens.styled((120, 36), Theme::Mono));
    }
    let mut lens = Lens::open(LensKind::People, crowd(15), Lang::Es, None);
    insta::assert_snapshot!("list_15_80x24_es", lens.styled((80, 24), Theme::Terminal));
    insta::assert_snapshot!("list_15_120x36_es", lens.styled((120, 36), Theme::Terminal));
    insta::assert_snapshot!("list_15_200x50_es", lens.text((200, 50)));
}

#[test]
fn f_opens_a_menu_of_letters_and_esc_shows_everybody_again() {
    let mut stage = people(crowd(15));
    stage.keys("f");
    insta::assert_snapshot!("list_filters", stage.screen());
    stage.keys("r d");
    let screen = stage.screen();
    assert!(screen.contains("decider") && screen.contains("3 of 15"), "{screen}");
    stage.keys("Esc");
    assert!(!stage.shows("3 of 15"));
    stage.keys("f t");
    assert!(stage.shows("+golf  5"), "the tags stand behind their row: {}", stage.screen());
    stage.keys("Enter");
    assert!(stage.shows("5 of 15"), "{}", stage.screen());
}

#[test]
fn slash_finds_people_by_their_tags() {
    let mut stage = people(crowd(15));
    stage.keys("/");
    stage.text("golf");
    assert!(stage.shows("5 of 15"), "{}", stage.screen());
}

#[test]
fn a_click_on_a_heading_orders_by_it_and_once_more_turns_it_round() {
    let mut stage = people(crowd(15));
    stage.click("Name");
    let screen = stage.screen();
    assert!(screen.contains("by name") && screen.contains("Name▼"), "{screen}");
    let first = |screen: &str| screen.lines().find(|l| l.starts_with('▌')).unwrap().to_owned();
    assert!(first(&screen).contains("Person001"), "{screen}");
    stage.click("Name▼");
    let screen = stage.screen();
    assert!(screen.contains("Name▲") && first(&screen).contains("Person015"), "{screen}");
}

#[test]
fn groups_by_unit_have_heads_with_counts_on_which_nobody_stands() {
    let mut stage = people(crowd(15));
    stage.keys("G");
    insta::assert_snapshot!("list_groups", stage.screen());
    for key in ["Home", "Down", "PgDn", "End", "Up", "PgUp"] {
        stage.keys(key);
        let screen = stage.screen();
        assert!(screen.lines().any(|l| l.starts_with('▌') && l.contains("Person0")), "{key}: {screen}");
    }
    stage.keys("/");
    stage.text("vitoria");
    stage.keys("Enter");
    assert!(stage.shows("Plant Vitoria  ") && !stage.shows("Purchasing  "), "{}", stage.screen());
    stage.keys("Esc G");
    assert!(!stage.shows("no unit"));
}

#[test]
fn marks_outlive_orders_and_filters_and_one_act_sets_them_all() {
    let mut stage = people(crowd(15));
    stage.keys("s Space Space f i");
    assert!(stage.shows("3 of 15") && stage.shows("2 marked"), "{}", stage.screen());
    stage.keys("Esc");
    assert!(!stage.shows("2 marked"), "Esc takes the marks away first");
    stage.keys("Esc s");
    stage.keys("f r d Ctrl-A");
    assert!(stage.shows("3 marked"), "{}", stage.screen());
    stage.keys("s f e c");
    let screen = stage.screen();
    assert!(screen.contains("3 people marked"), "{screen}");
    insta::assert_snapshot!("list_bulk", screen);
    stage.keys("c");
    stage.text("14");
    insta::assert_snapshot!("list_bulk_cadence", stage.screen());
    stage.keys("Enter");
    assert!(
        stage.shows("Saved: 3 people (Person004 Of Arce, Person008 Of Arce, Person012 Of Arce)"),
        "{}",
        stage.screen()
    );
    for id in [4, 8, 12] {
        assert_eq!(value(&stage, Kind::Membership, id, "cadence"), Value::Number(14));
    }
    assert!(stage.shows("3 marked"), "the marks stay for what else is to be set");
    stage.keys("u");
    assert!(stage.shows("Undone: 3 people"), "{}", stage.screen());
    assert_eq!(value(&stage, Kind::Membership, 8, "cadence"), Value::Empty);
}

#[test]
fn tags_languages_and_holidays_are_set_for_all_who_are_marked() {
    let mut stage = people(crowd(4));
    stage.keys("Ctrl-A c t");
    stage.text("fair renewal");
    stage.keys("Enter");
    assert_eq!(
        value(&stage, Kind::Person, 3, "tags"),
        Value::Texts(vec!["golf".into(), "fair".into(), "renewal".into()])
    );
    stage.keys("c l");
    stage.text("ca");
    stage.keys("Enter");
    assert_eq!(value(&stage, Kind::Person, 4, "language"), Value::Text("ca".into()));
    stage.keys("z");
    stage.text("2w");
    stage.keys("Enter");
    let until = Value::Day(plus_days(today(), 14));
    assert_eq!(value(&stage, Kind::Membership, 1, "not_before"), until);
    stage.keys("c");
    stage.click("remove a tag");
    stage.click("+fair");
    assert_eq!(value(&stage, Kind::Person, 3, "tags"), Value::Texts(vec!["golf".into(), "renewal".into()]));
    stage.keys("c a");
    assert_eq!(value(&stage, Kind::Person, 2, "do_not_contact"), Value::Flag(true));
    assert!(stage.shows("4 marked"), "{}", stage.screen());
}

#[test]
fn a_value_that_cannot_be_is_refused_and_can_be_mended() {
    let mut stage = people(crowd(4));
    stage.keys("Ctrl-A c c");
    stage.text("0");
    stage.keys("Enter");
    assert!(stage.shows("Cadence of 4 people"), "the question stays: {}", stage.screen());
    stage.keys("Backspace");
    stage.text("9");
    stage.keys("Enter");
    assert_eq!(value(&stage, Kind::Membership, 1, "cadence"), Value::Number(9));
    stage.keys("z");
    stage.text("yesterday");
    stage.keys("Enter");
    assert!(stage.shows("A day to come is needed"), "{}", stage.screen());
}

#[test]
fn many_are_deleted_together_and_undo_brings_them_back() {
    let mut stage = people(crowd(15));
    stage.keys("f r d Ctrl-A c d");
    assert!(stage.outside.store.record(Kind::Person, 8).is_err(), "{}", stage.screen());
    stage.keys("u");
    assert!(stage.outside.store.record(Kind::Person, 8).is_ok());
}

#[test]
fn who_is_due_stands_in_groups_and_who_was_contacted_makes_room_for_the_next() {
    let mut stage = people(crowd(15));
    stage.keys(":");
    stage.text("who is due");
    stage.keys("Enter");
    insta::assert_snapshot!("list_due", stage.screen());
    let under = |stage: &mut Stage| {
        let screen = stage.screen();
        screen.lines().find(|l| l.starts_with('▌')).unwrap().chars().skip(3).take(9).collect::<String>()
    };
    let (first, rows) = (under(&mut stage), stage.screen());
    let second = rows
        .lines()
        .skip_while(|l| !l.starts_with('▌'))
        .nth(1)
        .unwrap()
        .chars()
        .skip(3)
        .take(9)
        .collect::<String>();
    stage.keys(".");
    assert_eq!(under(&mut stage), second, "{}", stage.screen());
    assert!(!stage.shows(&format!("{first} Of Arce  ")), "out of the queue: {}", stage.screen());
    stage.keys("u");
    assert!(stage.shows(&first), "{}", stage.screen());
}

#[test]
fn without_the_queue_too_the_next_one_comes_under_the_cursor() {
    let mut stage = people(crowd(15));
    let rows = |stage: &mut Stage| {
        let screen = stage.screen();
        let rows = screen.lines().skip_while(|l| !l.starts_with('▌')).take(2);
        rows.map(|l| l.chars().skip(3).take(9).collect::<String>()).collect::<Vec<_>>()
    };
    let before = rows(&mut stage);
    stage.keys(".");
    assert_eq!(rows(&mut stage)[0], before[1]);
}

#[test]
fn z_in_the_queue_puts_the_person_out_of_it_until_the_day() {
    let mut stage = people(crowd(4));
    stage.keys(":");
    stage.text("who is due");
    stage.keys("Enter z");
    stage.text("2w");
    stage.keys("Enter");
    let screen = stage.screen();
    let (_, apart) = screen.split_once("Out of the queue").unwrap();
    assert!(apart.contains("7 Dec"), "{screen}");
}

#[test]
fn the_people_shown_or_marked_are_written_to_a_new_file_that_import_reads() {
    let mut stage = people(crowd(15));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("deciders.csv");
    let export = |stage: &mut Stage| {
        stage.keys(":");
        stage.text("export list");
        stage.keys("Enter w");
        assert!(stage.shows("people-2026-11-23.xlsx"), "a name is proposed: {}", stage.screen());
        stage.text(path.to_str().unwrap());
        stage.keys("Enter");
    };
    stage.keys("f r d");
    export(&mut stage);
    assert!(stage.shows("3 rows written to"), "{}", stage.screen());
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.starts_with("\u{feff}Name,Account,"), "{text}");
    assert!(text.contains("\r\nPerson012 Of Arce,Arce,") && text.lines().count() == 4, "{text}");
    export(&mut stage);
    assert!(stage.shows("exists already"), "{}", stage.screen());
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
    let user = crate::cli::User::with_book("en");
    user.ok(&["import", path.to_str().unwrap()]);
    let people = user.json(&["person", "list", "--account", "arce"]);
    let found = people.as_array().unwrap().iter().find(|p| p["name"] == "Person012 Of Arce").unwrap();
    assert_eq!(found["memberships"][0]["roles"], serde_json::json!(["decider"]), "{found}");
    assert_eq!(found["tags"], serde_json::json!(["golf"]));
}

#[test]
fn the_shell_writes_the_people_as_csv_too() {
    let user = crate::cli::User::with_book("es_ES.UTF-8");
    let csv = user.ok(&["export", "--format", "csv"]);
    assert!(csv.contains("Nombre;Cuenta;") && csv.contains("Ana Ruiz;Almazara;"), "{csv}");
    user.ok(&["export", "--format", "csv", "--output", "gente.csv"]);
    let refused = user.fails(1, &["export", "--format", "csv", "--output", "gente.csv"]);
    assert!(refused.contains("ya existe"), "{refused}");
}
