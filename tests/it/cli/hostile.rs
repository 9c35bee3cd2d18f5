//! Hostile text goes in, is kept as far as it is text, and never comes out as something that a terminal obeys.
use super::User;

const HOSTILE: &str = "Ana\u{1b}[31m\u{1b}]0;x\u{7}Ruiz\u{9b}2J\u{202e}gro\u{7f}\u{200f} e\u{301}\u{301}👩‍👩‍👧‍👦";

fn obeyed(c: char) -> bool {
    (c.is_control() && c != '\n') || cartera::domain::text::is_bidi_control(c)
}

#[test]
fn no_escape_reaches_standard_output_or_error() {
    let user = User::with_book("en");
    let long = "x".repeat(10_000);
    user.ok(&["account", "edit", "arce", "--notes", HOSTILE, "--sector", HOSTILE]);
    user.ok(&["person", "add", HOSTILE, "--account", "arce", "--title", HOSTILE]);
    user.ok(&["task", "add", HOSTILE, "--account", "arce"]);
    let logged =
        user.run_with(&["log", "-"], &format!("{HOSTILE}: {HOSTILE} > fri {HOSTILE}\nnul\0inside\n{long}\n"));
    assert_eq!(logged.code, 0, "{logged:?}");
    let commands: &[&[&str]] = &[
        &["today"],
        &["account", "list"],
        &["account", "show", "arce"],
        &["brief", "arce"],
        &["brief", "person", "3"],
        &["person", "list"],
        &["person", "show", "3"],
        &["interaction", "list"],
        &["interaction", "show", "1"],
        &["task", "list"],
        &["search", "gro"],
        &["history"],
        &["history", "person:3"],
        &["export"],
        &["person", "show", HOSTILE],
        &["person", "edit", "3", "--stance", HOSTILE],
        &["account", "list", HOSTILE],
        &[HOSTILE],
        &["--on", HOSTILE],
        &["history", HOSTILE],
        &["setting", "set", HOSTILE],
        &["import", HOSTILE],
        &["restore", HOSTILE],
        &["undo"],
    ];
    for args in commands {
        for json in [false, true] {
            let mut args = args.to_vec();
            if json {
                args.push("--json");
            }
            let answer = user.run(&args);
            assert!(!answer.out.chars().any(obeyed), "{args:?}: {}", answer.out.escape_debug());
            assert!(!answer.err.chars().any(obeyed), "{args:?}: {}", answer.err.escape_debug());
            assert!((0..=4).contains(&answer.code), "{args:?}: {answer:?}");
        }
    }
}

#[test]
fn json_gives_back_what_was_kept_of_hostile_text() {
    let user = User::new();
    let person = user.json(&["person", "add", HOSTILE]);
    let kept = cartera::domain::text::clean_line(HOSTILE);
    assert_eq!(person["name"].as_str(), Some(kept.as_str()));
    assert!(kept.contains('\u{202e}'), "what turns text is kept, only not drawn");
    assert_eq!(user.json(&["person", "show", "1"])["name"], person["name"]);
}

#[test]
fn a_long_line_is_kept_whole() {
    let user = User::new();
    let long = format!("{} ñandú", "palabra ".repeat(2_000));
    let saved = user.run_with(&["log", "-", "--json"], &long);
    let entry: serde_json::Value = serde_json::from_str(&saved.out).unwrap();
    assert!(
        entry["raw"].as_str().unwrap().ends_with("palabra  ñandú")
            || entry["text"].as_str().unwrap().contains("ñandú")
    );
    assert_eq!(user.json(&["search", "nandu"]).as_array().unwrap().len(), 1);
}

#[test]
fn bytes_that_are_no_text_do_not_stop_the_next_line() {
    let user = User::new();
    let done = user.command().args(["log", "-"]).write_stdin(b"caf\xe9\nnext\n".as_slice()).output().unwrap();
    assert!(done.status.success());
    assert_eq!(user.json(&["interaction", "list"]).as_array().unwrap().len(), 2);
}
