//! Who sways whom, at the shell: edges written down and taken away, and the network made of them.
use serde_json::json;

use super::User;

/// Arce with four people and the edges between them.
fn user(lang: &'static str) -> User {
    let user = User::with_book(lang);
    for args in [
        vec!["person", "edit", "jordi mas", "--roles", "decider"],
        vec!["person", "add", "Marta Roca", "--account", "Arce", "--roles", "influencer"],
        vec!["person", "add", "Oriol Ferrer", "--account", "Arce", "--roles", "user", "--do-not-contact"],
        vec!["person", "add", "Eva Sanz", "--account", "Arce", "--left-on", "2026-01-31"],
        vec!["log", "call marta roca 12 oct: tender"],
    ] {
        user.ok(&args);
    }
    add(&user, "marta roca", "jordi mas", "strong");
    add(&user, "oriol", "marta", "medium");
    add(&user, "jordi", "oriol", "conflict");
    user
}

fn add(user: &User, person: &str, sways: &str, tie: &str) {
    user.ok(&["influence", "add", "--account", "arce", "--person", person, "--sways", sways, "--tie", tie]);
}

#[test]
fn the_network_names_whom_to_see_next_how_far_each_reaches_and_who_is_against_whom() {
    insta::assert_snapshot!("network_en", user("en").ok(&["person", "network"]));
    insta::assert_snapshot!("network_es", user("es_ES.UTF-8").ok(&["person", "network", "arce"]));
}

#[test]
fn the_same_as_json_with_every_part_of_a_reach_and_every_step_of_a_way() {
    let answer = user("en").json(&["person", "network", "arce"]);
    let people = answer["accounts"][0]["people"].as_array().unwrap();
    let of = |name: &str| people.iter().find(|p| p["name"] == name).unwrap();
    let marta = of("Marta Roca");
    assert_eq!((&marta["reach"], &marta["next"]["rank"]), (&json!(6.125), &json!(2)));
    assert_eq!(marta["reach_why"]["parts"][1]["value"], json!(2.125));
    assert_eq!(marta["ways"][0]["edges"], json!(1));
    assert_eq!(of("Jordi Mas")["next"]["rank"], json!(1));
    assert_eq!(of("Oriol Ferrer")["next"], json!(null), "they asked not to be contacted");
    assert_eq!(of("Oriol Ferrer")["ways"][0]["edges"], json!(2));
    assert!(people.iter().all(|p| p["name"] != "Eva Sanz"), "she has left");
    assert_eq!(answer["accounts"][0]["influences"].as_array().unwrap().len(), 3);
}

#[test]
fn an_edge_that_makes_no_sense_is_refused_in_words() {
    let user = user("en");
    let refused = |person: &str, sways: &str, tie: &str| {
        let args =
            ["influence", "add", "--account", "arce", "--person", person, "--sways", sways, "--tie", tie];
        let answer = user.run(&args);
        assert_ne!(answer.code, 0, "{answer:?}");
        answer.err
    };
    let twice = refused("marta", "jordi", "weak");
    assert_eq!(
        twice,
        "It is already written down that Marta Roca sways Jordi Mas (influence 1): change that one\n"
    );
    let conflict = refused("oriol", "jordi", "conflict");
    assert!(conflict.contains("between Oriol Ferrer and Jordi Mas is already written down"), "{conflict}");
    assert!(refused("marta", "marta", "weak").contains("cannot lead to itself"));
    assert!(refused("marta", "ana ruiz", "weak").starts_with("Ana Ruiz does not work at Arce now"));
    assert!(refused("eva", "marta", "weak").starts_with("Eva Sanz does not work at Arce now"));
}

#[test]
fn an_edge_is_changed_and_removed_by_the_names_of_both() {
    let user = user("en");
    user.ok(&["influence", "edit", "marta jordi", "--tie", "weak"]);
    let weak = user.json(&["influence", "show", "1"]);
    assert_eq!(weak["tie"], json!("weak"));
    user.ok(&["influence", "remove", "marta jordi"]);
    let answer = user.json(&["person", "network", "arce"]);
    assert_eq!(answer["accounts"][0]["influences"].as_array().unwrap().len(), 2);
    user.ok(&["undo"]);
    assert_eq!(user.json(&["influence", "show", "1"])["tie"], json!("weak"));
}

#[test]
fn without_edges_the_network_says_how_to_write_one_down() {
    let user = User::with_book("en");
    let alone = user.ok(&["person", "network", "arce"]);
    assert!(alone.contains("A network takes two: cartera person add"), "{alone}");
    user.ok(&["person", "add", "Nora Sanz", "--account", "arce"]);
    let page = user.ok(&["person", "network", "arce"]).split_whitespace().collect::<Vec<_>>().join(" ");
    let command =
        "cartera influence add --account \"Arce\" --person \"Jordi Mas\" --sways \"Nora Sanz\" --tie strong";
    assert!(page.contains(command), "{page}");
    let nobody = User::new();
    nobody.ok(&["account", "add", "Nordwind"]);
    assert!(nobody.ok(&["person", "network"]).contains("cartera person add"));
}
