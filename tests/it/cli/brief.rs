//! The brief at the shell: whose it is, what it says, and what it refuses.
use serde_json::json;

use super::User;

fn prepared(lang: &'static str) -> User {
    let user = User::with_book(lang);
    user.ok(&["person", "edit", "ana", "--wants", "One contact", "--personal", "Runs on Saturdays"]);
    user.ok(&[
        "log",
        "call ana ruiz 3d ago: prices too high ana=sceptic > yesterday send TCO < fri order number",
    ]);
    user.ok(&["log", "meeting ana ruiz 2026-11-26 10:00: steering committee"]);
    user
}

#[test]
fn an_account_a_person_and_a_planned_meeting_have_one() {
    let user = prepared("en");
    let head = |args: &[&str]| {
        let said = user.ok(args);
        said.lines().next().unwrap().split(" · health").next().unwrap().to_owned()
    };
    let meeting = "Thu 26 Nov 10:00 meeting: steering committee";
    assert_eq!(head(&["brief", "almazara"]), format!("Brief · Almazara  {meeting}"));
    assert_eq!(head(&["brief", "ana", "ruiz"]), format!("Brief · Ana Ruiz  Almazara · {meeting}"));
    for name in
        [&["steering"][..], &["2"], &["#2"], &["interaction", "steering committee"], &["interaction:2"]]
    {
        assert_eq!(head(&[&["brief"], name].concat()), format!("Brief · Almazara  {meeting}"), "{name:?}");
    }
    assert!(head(&["brief", "person", "jordi"]).starts_with("Brief · Jordi Mas  Arce"));
}

#[test]
fn it_says_who_what_to_ask_what_is_owed_and_what_was_said() {
    let user = prepared("en");
    let said = user.ok(&["brief", "almazara"]);
    for part in [
        "Who\nAna Ruiz",
        "− 20 Nov",
        "wants: One contact · personal: Runs on Saturdays",
        "Ask\nWhat would have to change for you to back this?",
        "Ana Ruiz: sceptic since 20 Nov 2026",
        "→  send TCO",
        "1 d late",
        "←  order number",
        "20 Nov  call",
        "prices too high",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let said = prepared("es_ES.UTF-8").ok(&["brief", "almazara"]);
    for part in [
        "Briefing · Almazara",
        "Quién\nAna Ruiz",
        "¿Qué tendría que cambiar para que nos apoyara?",
        "Lagunas",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
}

#[test]
fn as_json_it_is_records_and_numbers() {
    let user = prepared("en");
    let found = user.json(&["brief", "almazara"]);
    assert_eq!(found["account"]["name"], json!("Almazara"));
    assert_eq!(found["meeting"]["time"], json!("10:00"));
    let ana = &found["who"][0];
    assert_eq!(
        (&ana["stance"], &ana["stance_on"], &ana["here"]),
        (&json!("sceptic"), &json!("2026-11-20"), &json!("attends"))
    );
    assert_eq!((&ana["days_since"], &ana["personal"]), (&json!(3), &json!("Runs on Saturdays")));
    let first = &found["questions"][0];
    assert_eq!((&first["rule"], &first["to"]), (&json!("opponent_attends"), &json!(1)));
    assert_eq!((&first["evidence"][0]["kind"], &first["evidence"][0]["id"]), (&json!("person"), &json!(1)));
    assert!(found["questions"].as_array().unwrap().len() <= 3);
    assert_eq!(found["promises"][0]["days_late"], json!(1));
    assert_eq!(found["talks"][0]["people"], json!([1]));
    assert_eq!(found["since"], json!("2026-11-20"));
    let gap = |text: &str| {
        found["gaps"].as_array().unwrap().iter().any(|g| g["text"].as_str().unwrap().contains(text))
    };
    assert!(gap("Nobody is known as user, influencer, buyer, gatekeeper, champion"), "{found}");
    assert_eq!(user.json(&["brief", "jordi"])["changed"], json!([]));
}

#[test]
fn a_name_that_nobody_or_that_several_have_is_refused() {
    let user = prepared("en");
    let said = user.fails(3, &["brief", "zoe"]);
    assert_eq!(said, "No account, person or planned meeting is called “zoe”\n");
    user.ok(&["person", "add", "Ana Soler", "--account", "arce"]);
    assert!(user.fails(3, &["brief", "ana"]).contains("Ana Soler"));
    assert!(user.fails(2, &["brief", "#1"]).starts_with("#1 was held already"));
    assert_eq!(user.run(&["brief", "#99"]).code, 3);
    assert_eq!(user.run(&["brief", "commitment", "1"]).code, 3);
    assert_eq!(user.run(&["brief"]).code, 2);
    assert_eq!(User::new().run(&["brief", "ana"]).code, 3, "there is no book");
}

#[test]
fn a_person_whose_name_is_like_an_account_is_meant_by_the_whole_name() {
    let user = prepared("en");
    user.ok(&["account", "add", "Ana Ruiz & Sons"]);
    assert!(user.ok(&["brief", "ana ruiz"]).starts_with("Brief · Ana Ruiz  Almazara"));
    assert!(user.ok(&["brief", "account", "ana ruiz"]).starts_with("Brief · Ana Ruiz & Sons"));
}
