//! Who reports to whom, at the shell.
use serde_json::json;

use super::User;

/// The book of the examples with lines, a vacancy, and somebody alone.
fn user(lang: &'static str) -> User {
    let user = User::with_book(lang);
    for args in [
        vec![
            "person",
            "add",
            "Marta Roca",
            "--account",
            "Arce",
            "--roles",
            "influencer",
            "--title",
            "Plant manager",
        ],
        vec!["person", "edit", "Jordi Mas", "--reports-to", "Marta Roca", "--title", "Purchasing"],
        vec![
            "person",
            "add",
            "Luis Prieto",
            "--account",
            "Arce",
            "--reports-to",
            "Marta Roca",
            "--left-on",
            "2026-03-12",
        ],
        vec!["person", "add", "Eva Sanz", "--account", "Arce", "--reports-to", "Luis Prieto"],
        vec!["person", "add", "Iris Gil", "--account", "Arce"],
    ] {
        user.ok(&args);
    }
    user
}

#[test]
fn the_tree_of_one_account_and_of_all() {
    insta::assert_snapshot!("org_en", user("en").ok(&["person", "org", "Arce"]));
    insta::assert_snapshot!("org_es", user("es_ES.UTF-8").ok(&["person", "org", "arce"]));
    insta::assert_snapshot!("org_all_en", user("en").ok(&["person", "org"]));
}

#[test]
fn the_same_as_json_with_the_people_inside_their_boss() {
    let arce = &user("en").json(&["person", "org", "Arce"])["accounts"][0];
    let marta = &arce["people"][0];
    assert_eq!((&marta["name"], &marta["roles"]), (&json!("Marta Roca"), &json!(["influencer"])));
    let led: Vec<_> =
        marta["reports"].as_array().unwrap().iter().map(|p| p["name"].as_str().unwrap()).collect();
    assert_eq!(led, ["Jordi Mas", "Luis Prieto"]);
    let luis = &marta["reports"][1];
    assert_eq!((&luis["vacant"], &luis["left_on"]), (&json!(true), &json!("2026-03-12")));
    assert_eq!(luis["reports"][0]["name"], json!("Eva Sanz"));
    assert_eq!(arce["circles"], json!([]));
    assert!(arce["gaps"].as_array().unwrap().contains(&json!("decider")), "{arce}");
}

#[test]
fn a_line_that_leads_back_is_refused_with_its_way() {
    let user = user("en");
    let said = user.fails(1, &["person", "edit", "Marta Roca", "--reports-to", "Jordi Mas"]);
    assert!(said.contains("A circle: Marta Roca reports to Jordi Mas, who reports to Marta Roca"), "{said}");
}
