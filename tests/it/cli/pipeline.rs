//! Possible sales at the shell: the pipeline by stages, a step further, and how they came there.
use serde_json::json;

use super::User;

/// A sale of Arce that was put off once, and one that is only an idea.
fn user(lang: &'static str) -> User {
    let user = User::with_book(lang);
    let add = |day: &str, args: &[&str]| {
        user.command().args(["--on", day]).args(args).assert().success();
    };
    let account = ["--account", "Arce"];
    let sale = ["opportunity", "add", "Line 4", "--amount", "120000", "--closes-on", "2026-10-30"];
    add("2026-08-03", &[&sale[..], &account[..]].concat());
    add("2026-09-01", &["opportunity", "stage", "line 4", "proposal"]);
    add("2026-10-20", &["opportunity", "edit", "line 4", "--closes-on", "2026-12-18"]);
    add("2026-11-02", &[&["opportunity", "add", "Night shift"][..], &account[..]].concat());
    user
}

#[test]
fn the_pipeline_stands_by_stages_with_what_is_not_known_as_a_dash() {
    for lang in ["en", "es_ES.UTF-8"] {
        let user = user(lang);
        let code = if lang == "en" { "en" } else { "es" };
        let said = user.ok(&["opportunity", "board"]);
        insta::assert_snapshot!(format!("pipeline_board_{code}"), said);
        let said = user.ok(&["opportunity", "history", "line 4"]);
        insta::assert_snapshot!(format!("pipeline_history_{code}"), said);
    }
}

#[test]
fn the_same_as_json_with_days_stages_and_pushes() {
    let user = user("en");
    let told = user.json(&["opportunity", "history", "line 4"]);
    assert_eq!(
        (&told["stage"], &told["pushes"], &told["since"]),
        (&json!("proposal"), &json!(1), &json!("2026-09-01"))
    );
    assert_eq!((&told["days_in_stage"], &told["slipped_days"]), (&json!(83), &json!(49)));
    assert_eq!(told["history"].as_array().unwrap().len(), 3);
    assert_eq!(told["history"][2]["pushed"], true);
    let board = user.json(&["opportunity", "board", "arce"]);
    assert_eq!((&board["open"], &board["coverage"]["value"]), (&json!(null), &json!(null)));
    assert_eq!(board["opportunities"][0]["weighted"]["amount"], "60000.00");
    assert_eq!(board["opportunities"][1]["weighted"], json!(null));
}

#[test]
fn a_step_further_and_back_in_either_language_and_what_is_no_stage_is_refused() {
    let user = user("es_ES.UTF-8");
    assert!(user.ok(&["opportunity", "stage", "line 4", "siguiente"]).contains("negociación"));
    assert!(user.ok(&["opportunity", "stage", "line 4", "back"]).contains("propuesta"));
    let lost = user.ok(&["opportunity", "stage", "line 4", "perdida", "--reason", "precio"]);
    assert!(lost.starts_with("Perdida: Line 4"), "{lost}");
    let told = user.json(&["opportunity", "show", "line 4"]);
    assert_eq!(told["lost_reason"], "precio");
    assert!(!told["closed_on"].is_null(), "{told}");
    let refused = user.fails(1, &["opportunity", "stage", "line 4", "next"]);
    assert!(refused.contains("perdida"), "{refused}");
    let refused = user.fails(2, &["opportunity", "stage", "line 4", "firmada"]);
    assert!(refused.contains("negociación"), "{refused}");
    user.fails(3, &["opportunity", "history", "line 9"]);
}
