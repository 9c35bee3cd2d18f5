//! The map of people at the shell.
use serde_json::json;

use super::User;

/// Arce with people in every corner of the map.
fn user(lang: &'static str) -> User {
    let user = User::with_book(lang);
    for args in [
        vec!["person", "edit", "jordi mas", "--roles", "decider"],
        vec!["person", "add", "Marta Roca", "--account", "Arce", "--influence", "4", "--stance", "champion"],
        vec!["person", "add", "Pere Roca", "--account", "Arce", "--influence", "4", "--stance", "blocker"],
        vec!["person", "add", "Comprador", "--account", "Arce", "--roles", "buyer", "--placeholder"],
        vec!["person", "add", "Eva Sanz", "--account", "Arce", "--left-on", "2026-01-31"],
        vec!["person", "edit", "marta roca", "--interest", "5"],
    ] {
        user.ok(&args);
    }
    let may =
        ["--on", "2026-05-01", "person", "add", "Oriol Puig", "--account", "Arce", "--stance", "sceptic"];
    user.command().args(may).assert().success();
    user
}

#[test]
fn the_matrix_has_a_line_for_everybody_in_a_cell_and_says_what_its_signs_mean() {
    insta::assert_snapshot!("map_en", user("en").ok(&["person", "map", "arce"]));
    insta::assert_snapshot!("map_es", user("es_ES.UTF-8").ok(&["person", "map"]));
    insta::assert_snapshot!("map_interest", user("en").ok(&["person", "map", "arce", "--axis", "interest"]));
}

#[test]
fn the_same_as_json_with_the_day_of_each_judgement() {
    let answer = user("en").json(&["person", "map", "arce"]);
    assert_eq!(answer["axis"], "stance");
    let people = answer["accounts"][0]["people"].as_array().unwrap();
    let of = |name: &str| people.iter().find(|p| p["name"] == name).unwrap();
    assert_eq!(of("Marta Roca")["interest"], json!(5));
    assert_eq!(
        (&of("Jordi Mas")["influence"], &of("Jordi Mas")["influence_assumed"]),
        (&json!(5), &json!(true))
    );
    assert_eq!(of("Jordi Mas")["stance"], json!(null));
    assert_eq!(
        (&of("Oriol Puig")["stance_on"], &of("Oriol Puig")["stance_stale"]),
        (&json!("2026-05-01"), &json!(true))
    );
    assert!(people.iter().all(|p| p["name"] != "Eva Sanz"), "she has left");
}

#[test]
fn an_axis_that_is_none_is_refused_with_those_there_are() {
    let user = user("en");
    let told = user.fails(2, &["person", "map", "--axis", "size"]);
    assert!(told.contains("stance, interest"), "{told}");
}
