//! The day at the shell: log, today, search, done, undo, history.
use serde_json::json;

use super::User;

const CALL: &str = "llamada ana ruiz ayer 30m: precios altos +renovación :( ana=neutral > vie enviar TCO";

#[test]
fn a_line_is_one_act_that_today_shows_and_undo_takes_back() {
    let user = User::with_book("es_ES.UTF-8");
    assert_eq!(user.ok(&["log", CALL]), "Anotado: llamada con Ana Ruiz, 1 compromiso\n");
    let today = user.ok(&["today"]);
    assert!(today.starts_with("Hoy  lun 23 nov 2026  S48\n"), "{today}");
    assert!(today.contains("enviar TCO"), "{today}");
    let ana = user.json(&["person", "show", "ana"]);
    assert_eq!(ana["memberships"][0]["stance"], json!("neutral"));
    assert!(user.ok(&["person", "list"]).contains("1 d"));
    assert_eq!(user.ok(&["undo"]), "Deshecho: llamada con Ana Ruiz, 1 compromiso\n");
    assert_eq!(user.json(&["task", "list"]), json!([]));
    assert_eq!(user.json(&["person", "show", "ana"])["memberships"][0]["stance"], json!(null));
    assert_eq!(user.ok(&["redo"]), "Rehecho: llamada con Ana Ruiz, 1 compromiso\n");
    assert_eq!(user.json(&["task", "list"])[0]["due"], json!("2026-11-27"));
}

#[test]
fn without_a_terminal_the_bare_command_prints_today() {
    let user = User::with_book("en");
    assert_eq!(user.ok(&[]), user.ok(&["today"]));
    assert_eq!(user.json(&[])["day"], json!("2026-11-23"));
}

#[test]
fn a_line_that_is_not_understood_is_saved_with_a_note() {
    let user = User::with_book("en");
    let saved = user.run(&["log", "call zoe: hello"]);
    assert_eq!((saved.code, saved.out.as_str()), (0, "Logged: call, to sort out\n"));
    assert_eq!(saved.err, "Saved, to sort out: nobody is called zoe\n");
    assert_eq!(user.json(&["interaction", "list"])[0]["text"], json!("zoe: hello"));
}

#[test]
fn a_blank_line_is_refused() {
    let user = User::with_book("en");
    assert_eq!(user.fails(1, &["log", "  "]), "Nothing to save: the line is blank\n");
    assert_eq!(user.json(&["interaction", "list"]), json!([]));
}

#[test]
fn standard_input_is_one_entry_a_line_each_acknowledged_as_one_line_of_json() {
    let user = User::with_book("en");
    let done = user.run_with(
        &["log", "-", "--json"],
        "ana: ok > 3d do it\r\n\n'no head: raw\nmeeting jordi next fri 10:00: review",
    );
    assert_eq!((done.code, done.err.as_str()), (0, "Saved, to sort out: it names no account\n"));
    let lines: Vec<serde_json::Value> = done.out.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[0]["commitments"][0]["due"], json!("2026-11-26"));
    assert_eq!(lines[1]["text"], json!("no head: raw"));
    assert_eq!((&lines[2]["planned"], &lines[2]["time"]), (&json!(true), &json!("10:00")));
    let sentence = user.run_with(&["log", "-"], "ana: again\n");
    assert_eq!((sentence.code, sentence.out.as_str()), (0, "Logged: call with Ana Ruiz\n"));
}

#[test]
fn words_without_quotes_are_one_line() {
    let user = User::with_book("en");
    user.ok(&["log", "call", "ana:", "prices"]);
    assert_eq!(user.json(&["interaction", "show", "1"])["text"], json!("prices"));
    assert!(user.ok(&["interaction", "show", "prices"]).contains("Ana Ruiz"));
}

#[test]
fn search_finds_decisions_and_what_was_learned_below_what_was_said() {
    let user = User::with_book("en");
    user.ok(&["log", "call ana yesterday: steel is dear"]);
    let why = "steel is dearer since June";
    user.ok(&[
        "decision",
        "add",
        "--account",
        "almazara",
        "--name",
        "Prices +3 %",
        "--decided-on",
        "today",
        "--why",
        why,
    ]);
    user.ok(&["competitor", "add", "--name", "Steelworks"]);
    let text = user.ok(&["search", "steel"]);
    let lines: Vec<&str> = text.lines().collect();
    assert!(lines[0].starts_with("#1") && lines[2].starts_with("Plans, sales, market"), "{text}");
    assert!(
        lines[3].contains("#1") && lines[3].contains("Steelworks"),
        "what has it in its name first: {text}"
    );
    assert!(lines[4].contains("Prices +3 %") && lines[4].contains(why), "{text}");
    let found = user.json(&["search", "STÉEL"]);
    let kinds: Vec<_> =
        found.as_array().unwrap().iter().map(|one| (one["kind"].as_str(), one["id"].as_i64())).collect();
    let all = [(Some("interaction"), Some(1)), (Some("competitor"), Some(1)), (Some("decision"), Some(1))];
    assert_eq!(kinds, all);
    assert_eq!(user.json(&["search", "steel", "--account", "arce"]).as_array().unwrap().len(), 0);
    assert_eq!(user.json(&["search", "steel", "with:ana"]).as_array().unwrap().len(), 1);
}

#[test]
fn search_obeys_words_and_filters_of_both_languages() {
    let user = User::with_book("en");
    user.ok(&["log", "call ana yesterday: prices too high +renewal"]);
    user.ok(&["log", "mail in jordi 2026-10-01: price list"]);
    let found = |args: &[&str]| user.json(&[&["search"], args].concat()).as_array().unwrap().len();
    assert_eq!(found(&["pric"]), 2);
    assert_eq!(found(&["prices", "with:ana ruiz"]), 1);
    assert_eq!(found(&["con:ana", "desde:2w"]), 1);
    assert_eq!(found(&["from:jordi"]), 1);
    assert_eq!(found(&["de:ana"]), 1);
    assert_eq!(found(&["tag:renewal"]), 1);
    assert_eq!(found(&["since:2026-11-01"]), 1);
    assert_eq!(found(&["pric", "--account", "arce"]), 1);
    let text = user.ok(&["search", "prices"]);
    assert_eq!(text, "#1  22 Nov  call  Almazara  Ana Ruiz  prices too high\n");
    let none = user.run(&["search", "nowhere"]);
    assert_eq!((none.code, none.out.as_str(), none.err.as_str()), (0, "", "Nothing found\n"));
    user.fails(3, &["search", "from:zoe"]);
    assert!(user.fails(2, &["search", "since:whenever"]).contains("whenever"));
}

#[test]
fn promises_are_kept_by_number_or_words_and_reopened_only_when_asked() {
    let user = User::with_book("en");
    user.ok(&["log", "ana: hi > fri send TCO > mon call back < 3d volumes"]);
    assert_eq!(user.ok(&["done", "send", "tco"]), "Done: send TCO\n");
    assert!(user.fails(1, &["done", "1"]).contains("kept already"));
    assert_eq!(user.json(&["done", "2", "#3"])[1]["done_on"], json!("2026-11-23"));
    assert_eq!(user.json(&["task", "list"]), json!([]));
    assert_eq!(user.json(&["task", "list", "--all"]).as_array().unwrap().len(), 3);
    assert_eq!(user.ok(&["done", "--reopen", "volumes"]), "Open again: volumes\n");
    assert!(user.fails(3, &["done", "no", "such", "promise"]).contains("no such promise"));
}

#[test]
fn several_promises_with_the_same_words_are_named() {
    let user = User::with_book("en");
    user.ok(&["log", "ana: hi > send A > send B"]);
    let several = user.fails(3, &["done", "send"]);
    assert!(several.contains("send A (#1), send B (#2)"), "{several}");
}

#[test]
fn history_tells_acts_and_what_happened_to_a_record() {
    let user = User::with_book("en");
    user.ok(&["account", "edit", "arce", "--sector", "steel"]);
    user.ok(&["undo"]);
    let acts = user.json(&["history"]);
    assert_eq!((&acts[0]["undone"], &acts[0]["act"]), (&json!(true), &json!("act-changed")));
    user.ok(&["redo"]);
    let arce = user.json(&["history", "account:arce"]);
    assert_eq!(arce[0]["fields"], json!([{ "field": "sector", "before": null, "after": "steel" }]));
    assert_eq!(arce[1]["created"], json!(true));
    let told = user.ok(&["history", "account", "Arce"]);
    assert!(told.contains("Sector") && told.contains("steel"), "{told}");
    assert_eq!(user.json(&["history", "cuenta:2"]), arce);
    assert!(user.fails(2, &["history", "planet:2"]).contains("account, unit, person"));
    user.fails(3, &["history", "account:99"]);
    assert!(user.ok(&["history"]).contains("Saved: account Arce"));
}

#[test]
fn the_history_of_a_person_has_their_places_and_what_was_learned() {
    let user = User::with_book("en");
    user.ok(&["person", "edit", "ana", "--title", "Head of Buying", "--stance", "supporter"]);
    let told = user.ok(&["history", "person", "ana ruiz"]);
    assert!(told.contains("Head of Buying") && told.contains("supporter"), "{told}");
}

#[test]
fn undo_without_an_act_says_so() {
    let user = User::with_book("en");
    for _ in 0..5 {
        user.ok(&["undo"]);
    }
    assert_eq!(user.fails(1, &["undo"]), "Nothing to undo\n");
    assert_eq!(user.json(&["account", "list"]), json!([]));
    for _ in 0..5 {
        user.ok(&["redo"]);
    }
    assert_eq!(user.fails(1, &["redo"]), "Nothing to redo\n");
}

#[test]
fn settings_are_listed_with_their_defaults_and_set_by_name() {
    let user = User::with_book("en");
    assert_eq!(user.json(&["setting", "list"])["cadence_decider"], json!(30));
    let list = user.ok(&["setting", "list"]);
    let line = list.lines().find(|line| line.starts_with("cadence_decider")).unwrap();
    assert_eq!(line.split_whitespace().take(3).collect::<Vec<_>>(), ["cadence_decider", "30", "default"]);
    user.ok(&["setting", "set", "cadence_decider=20", "owner=Me"]);
    let after = user.json(&["setting", "list"]);
    assert_eq!((&after["cadence_decider"], &after["owner"]), (&json!(20), &json!("Me")));
    user.ok(&["setting", "set", "required_roles=decider, buyer"]);
    assert_eq!(user.json(&["setting", "list"])["required_roles"], json!(["decider", "buyer"]));
    user.ok(&["setting", "set", "cadence-decider="]);
    assert_eq!(user.json(&["setting", "list"])["cadence_decider"], json!(30));
    user.ok(&["setting", "set", "cadence_user", "50"]);
    assert_eq!(user.json(&["setting", "list"])["cadence_user"], json!(50));
    assert!(user.fails(2, &["setting", "set", "foo=1"]).contains("cadence_champion"));
    assert!(user.fails(2, &["setting", "set", "foo"]).contains("name=value"));
    assert!(user.fails(2, &["setting", "set", "cadence_decider=many"]).contains("no number"));
}
