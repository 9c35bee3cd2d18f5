//! Plans in time at the shell: the chart, and bars moved.
use serde_json::json;

use super::User;

/// A plan with a pilot under way and a roll-out that waits for it.
fn user(lang: &'static str) -> User {
    let user = User::with_book(lang);
    for args in [
        vec!["plan", "add", "Plan 2026", "--account", "Almazara", "--status", "active"],
        vec!["objective", "add", "Second plant", "--plan", "Plan 2026", "--aim", "growth"],
        vec!["initiative", "add", "Pilot", "--objective", "Second plant", "--progress", "40"],
        vec!["initiative", "add", "Roll-out", "--objective", "Second plant", "--after", "Pilot"],
        vec!["milestone", "add", "Signed off", "--initiative", "Pilot", "--due", "2026-12-11"],
    ] {
        let mut args = args;
        args.extend_from_slice(match (args[0], args[2]) {
            ("plan", _) => &["--starts-on", "2026-01-01", "--ends-on", "2026-12-31"],
            ("objective", _) => &["--relevance", "It saves them a shift"],
            (_, "Pilot") => &["--starts-on", "2026-11-02", "--ends-on", "2026-12-11"],
            (_, "Roll-out") => &["--starts-on", "2026-12-14", "--ends-on", "2026-12-31"],
            _ => &[],
        });
        user.ok(&args);
    }
    user
}

#[test]
fn the_chart_is_printed_in_both_languages_and_zooms() {
    insta::assert_snapshot!("gantt_quarter_en", user("en").ok(&["plan", "gantt"]));
    let page = user("es_ES.UTF-8").ok(&["plan", "gantt", "almazara", "--zoom", "month"]);
    insta::assert_snapshot!("gantt_month_es", page);
    let said = user("en").fails(2, &["plan", "gantt", "--zoom", "decade"]);
    assert!(said.contains("week, month, quarter"), "{said}");
}

#[test]
fn the_chart_as_json_has_every_row_with_its_days() {
    let chart = user("en").json(&["plan", "gantt"]);
    let rows = chart["rows"].as_array().unwrap();
    let kinds: Vec<_> = rows.iter().map(|row| row["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["plan", "objective", "initiative", "milestone", "initiative"]);
    assert_eq!(rows[4]["after"], json!([1]));
    assert_eq!(
        (&rows[2]["from"], &rows[2]["to"], &rows[2]["state"]),
        (&json!("2026-11-02"), &json!("2026-12-11"), &json!("open"))
    );
}

#[test]
fn bars_are_moved_by_weeks_and_days_and_undone() {
    let user = user("en");
    let said = user.run(&["initiative", "move", "Pilot", "--weeks", "1"]);
    let said = format!("{}{}", said.out, said.err);
    assert!(
        said.contains("Pilot: 9 Nov 2026 – 18 Dec 2026") && said.contains("Roll-out begins before"),
        "{said}"
    );
    user.ok(&["initiative", "move", "Pilot", "--days", "-3", "--end"]);
    let chart = user.json(&["plan", "gantt"]);
    let pilot = &chart["rows"][2];
    assert_eq!((&pilot["from"], &pilot["to"]), (&json!("2026-11-09"), &json!("2026-12-15")));
    assert_eq!(chart["rows"][3]["from"], json!("2026-12-15"), "the milestone of its last day");
    user.ok(&["undo"]);
    user.ok(&["undo"]);
    assert_eq!(user.json(&["plan", "gantt"])["rows"][2]["from"], json!("2026-11-02"));
    user.fails(1, &["initiative", "move", "Pilot", "--days", "-90", "--end"]);
    user.fails(2, &["initiative", "move", "Pilot"]);
}
