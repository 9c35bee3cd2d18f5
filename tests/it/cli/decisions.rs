//! Decisions in the shell: told, not told, and the bulletin of a side.
use super::User;

/// A decision at Almazara of Thursday, which Ana and Pau must know.
fn user() -> User {
    let user = User::with_book("en_US.UTF-8");
    user.ok(&["assignment", "add", "--account", "almazara", "--colleague", "pau"]);
    let decision = ["decision", "add", "Prices +3 %", "--account", "almazara", "--turn", "decision"];
    user.ok(&[&decision[..], &["--decided-on", "2026-11-19", "--why", "steel is dearer"]].concat());
    user
}

#[test]
fn a_decision_is_told_by_name_and_back_and_the_rest_at_once() {
    let user = user();
    let untold = user.run(&["decision", "untold", "--json"]).json();
    assert_eq!(untold[0]["hearers"].as_array().unwrap().len(), 2, "{untold}");
    assert_eq!((untold[0]["late"].as_bool(), untold[0]["waiting_days"].as_i64()), (Some(true), Some(4)));
    let told = user.ok(&["decision", "told", "prices", "ana"]);
    assert!(told.contains("Told of “Prices +3 %”: Ana Ruiz"), "{told:?}");
    let again = user.run(&["decision", "told", "prices", "ana"]);
    assert_eq!(again.code, 1, "{again:?}");
    user.ok(&["decision", "told", "prices", "ana", "--not"]);
    assert!(user.ok(&["decision", "untold"]).contains("not told: Ana Ruiz, Pau Font"));
    user.ok(&["decision", "told", "prices"]);
    assert!(user.ok(&["decision", "untold"]).contains("Everybody knows everything"));
    assert_eq!(user.run(&["decision", "told", "prices"]).code, 1);
    assert_eq!(user.run(&["decision", "told", "prices", "nobody"]).code, 3);
    user.ok(&["undo"]);
    assert!(user.ok(&["decision", "untold"]).contains("Ana Ruiz"));
}

#[test]
fn a_bulletin_is_markdown_or_a_mail_and_once_sent_it_is_told() {
    let user = user();
    let theirs = user.ok(&["bulletin", "almazara"]);
    assert!(
        theirs.starts_with("## Prices +3 % · Thu 19 Nov 2026") && !theirs.contains("steel"),
        "{theirs:?}"
    );
    let mail = user.ok(&["bulletin", "almazara", "--side", "ours", "--mail"]);
    assert!(mail.starts_with("mailto:?subject=Almazara") && mail.contains("steel"), "{mail}");
    let json = user.run(&["bulletin", "almazara", "--side", "ours", "--json"]).json();
    assert_eq!(json["to"][0]["name"], "Pau Font");
    user.ok(&["bulletin", "almazara", "--side", "ours", "--sent"]);
    let nothing = user.run(&["bulletin", "almazara", "--side", "ours"]);
    assert!(nothing.out.is_empty() && nothing.err.contains("Everybody knows everything"), "{nothing:?}");
    assert!(user.ok(&["decision", "untold"]).contains("not told: Ana Ruiz"));
    assert_eq!(user.run(&["bulletin", "almazara", "--side", "both"]).code, 2);
}

#[test]
fn a_line_of_the_log_writes_a_decision() {
    let user = user();
    let logged = user.ok(&["log", "decided: new planner told ana, pau"]);
    assert!(logged.contains("1 decision"), "{logged:?}");
    let shown = user.run(&["decision", "show", "planner", "--json"]).json();
    assert_eq!(shown["name"], "new planner");
    assert!(!user.ok(&["decision", "untold"]).contains("new planner"));
}
