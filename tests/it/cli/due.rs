//! Who is due, and how often people are contacted, at the shell.
use serde_json::{Value as Json, json};

use super::User;

/// The book of the examples with people in every part of the queue.
fn user(lang: &'static str) -> User {
    let user = User::with_book(lang);
    for args in [
        vec!["person", "add", "Marta Roca", "--account", "Arce", "--roles", "influencer"],
        vec!["person", "add", "Luis Prieto", "--account", "Arce", "--cadence", "10"],
        vec!["person", "add", "Eva Sanz", "--account", "Arce", "--not-before", "2026-12-03"],
        vec!["person", "add", "Juan Vidal", "--account", "Almazara", "--do-not-contact"],
        vec!["person", "add", "Iris Gil", "--account", "Almazara", "--left-on", "2026-01-31"],
        vec!["person", "add", "Nobody's Friend"],
        vec!["log", "call ana ruiz 9 oct: prices"],
        vec!["log", "call marta roca 12 oct: tender"],
        vec!["log", "call luis prieto 20 nov: pallets"],
    ] {
        user.ok(&args);
    }
    user
}

fn names(people: &Json) -> Vec<&str> {
    people.as_array().unwrap().iter().map(|p| p["name"].as_str().unwrap()).collect()
}

#[test]
fn the_queue_stands_in_catch_up_order_and_who_is_out_of_it_says_why() {
    let page = user("en").ok(&["person", "due", "--all"]);
    insta::assert_snapshot!("due_en", page);
    insta::assert_snapshot!("due_es", user("es_ES.UTF-8").ok(&["person", "due", "--all"]));
}

#[test]
fn the_same_as_json_with_every_figure_behind_it() {
    let user = user("en");
    let due = user.json(&["person", "due"]);
    assert_eq!(names(&due["due"]), ["Ana Ruiz", "Jordi Mas"], "2.5 before 2: lateness times weight");
    assert_eq!(names(&due["soon"]), ["Marta Roca"]);
    assert_eq!(names(&due["apart"]), ["Eva Sanz", "Juan Vidal"]);
    assert_eq!(due["later"], Json::Null);
    let ana = &due["due"][0];
    assert_eq!(
        (&ana["cadence"], &ana["cadence_by"], &ana["days_late"]),
        (&json!(30), &json!("decider"), &json!(15))
    );
    assert_eq!((&ana["lateness"], &ana["order"]), (&json!(0.5), &json!(2.5)));
    assert_eq!(due["soon"][0]["due_on"], json!("2026-11-27"));
    assert_eq!(due["apart"][0]["reason"], json!("not before 3 Dec 2026"));
    let all = user.json(&["person", "due", "arce", "--all"]);
    assert_eq!(names(&all["due"]), ["Jordi Mas"]);
    assert_eq!(names(&all["later"]), ["Luis Prieto"]);
}

#[test]
fn nobody_to_contact_says_so() {
    let user = User::new();
    user.ok(&["account", "add", "Arce"]);
    assert_eq!(
        user.ok(&["person", "due"]),
        "Who is due  0\nNobody here yet. “cartera person add” adds somebody.\n"
    );
    user.ok(&["person", "add", "Jordi Mas", "--account", "arce"]);
    user.ok(&["log", "call jordi mas: pallets"]);
    assert_eq!(user.ok(&["person", "due", "arce"]), "Who is due  0\nNobody is due today.\n");
}

#[test]
fn a_cadence_is_set_for_everybody_who_holds_a_role_in_one_act() {
    let user = user("en");
    user.ok(&["person", "add", "Pere Coll", "--account", "arce", "--roles", "decider"]);
    let said = user.ok(&["person", "cadence", "--role", "decider", "--days", "21"]);
    assert_eq!(said, "Saved: 2 people (Ana Ruiz, Pere Coll): every 21 d\n");
    let cadences = |user: &User| {
        let due = user.json(&["person", "due"]);
        let of = |name: &str| {
            let person = due["due"].as_array().unwrap().iter().find(|p| p["name"] == name).unwrap();
            (person["cadence"].as_i64().unwrap(), person["cadence_by"].as_str().unwrap().to_owned())
        };
        [of("Ana Ruiz"), of("Pere Coll")]
    };
    assert_eq!(cadences(&user), [(21, "own".into()), (21, "own".into())]);
    user.ok(&["undo"]);
    assert_eq!(cadences(&user), [(30, "decider".into()), (30, "decider".into())]);
    let said = user.ok(&["person", "cadence", "--role", "decisor", "--days", "14", "--account", "arce"]);
    assert_eq!(said, "Saved: Pere Coll: every 14 d\n");
    let said = user.ok(&["person", "cadence", "--person", "pere", "--person", "luis", "--days", "role"]);
    assert_eq!(said, "Saved: 2 people (Luis Prieto, Pere Coll): the cadence of their roles\n");
    assert_eq!(
        user.run(&["person", "cadence", "--person", "pere", "--days", "role"]).err,
        "Nothing changed\n"
    );
}

#[test]
fn a_cadence_that_fits_nobody_is_refused_in_words() {
    let user = user("en");
    assert_eq!(user.fails(2, &["person", "cadence", "--days", "21"]), "Say who: --role or --person\n");
    assert!(
        user.fails(2, &["person", "cadence", "--role", "decider", "--days", "0"]).starts_with("--days: ")
    );
    assert!(user.fails(2, &["person", "cadence", "--role", "boss", "--days", "9"]).starts_with("--role: "));
    assert_eq!(
        user.fails(3, &["person", "cadence", "--role", "decider", "--days", "9", "--account", "arce"]),
        "Nobody fits: no active person of Arce holds that role\n"
    );
    assert_eq!(
        user.fails(3, &["person", "cadence", "--person", "nobody", "--days", "9"]),
        "Nobody's Friend belongs to no account yet\n"
    );
    assert_eq!(
        user.fails(3, &["person", "cadence", "--person", "ana", "--days", "9", "--account", "arce"]),
        "Ana Ruiz has no place at Arce\n"
    );
}

#[test]
fn who_asked_not_to_be_contacted_is_in_no_queue_and_whoever_plans_it_all_the_same_is_told() {
    let user = user("en");
    let today = user.ok(&["today"]);
    assert!(!today.contains("Juan Vidal") && !today.contains("Contact Eva"), "{today}");
    let planned = user.ok(&["log", "meeting juan vidal 2026-12-01 10:00: review"]);
    assert_eq!(planned, "Planned: meeting with Juan Vidal. They asked not to be contacted\n");
    assert_eq!(user.ok(&["log", "call juan vidal: he rang us"]), "Logged: call with Juan Vidal\n");
    assert_eq!(user.ok(&["undo"]), "Undone: call with Juan Vidal\n");
}
