//! Plans at the shell.
use serde_json::json;

use super::User;

fn prepared(lang: &'static str) -> User {
    let user = User::with_book(lang);
    user.ok(&[
        "plan",
        "add",
        "Plan 2026",
        "--account",
        "almazara",
        "--status",
        "active",
        "--starts-on",
        "2026-01-01",
        "--ends-on",
        "2026-12-31",
        "--vision",
        "First choice of the cellar",
    ]);
    user.ok(&[
        "objective",
        "add",
        "Second line",
        "--plan",
        "Plan 2026",
        "--aim",
        "growth",
        "--relevance",
        "It saves them a shift",
        "--status",
        "open",
    ]);
    let initiative = |name: &'static str, from: &'static str, to: &'static str| {
        user.ok(&[
            "initiative",
            "add",
            name,
            "--objective",
            "Second line",
            "--starts-on",
            from,
            "--ends-on",
            to,
        ]);
    };
    initiative("Pilot", "2026-10-01", "2026-11-20");
    initiative("Roll-out", "2026-11-21", "2026-12-20");
    user.ok(&["milestone", "add", "Sign-off", "--initiative", "Pilot", "--due", "2026-11-16"]);
    user
}

#[test]
fn the_tree_says_what_is_late_and_a_milestone_reached_moves_it() {
    let user = prepared("en");
    let tree = user.ok(&["plan", "tree"]);
    assert!(tree.contains("Almazara · Plan 2026") && tree.contains("! 3 d late"), "{tree}");
    assert!(tree.contains("Arce has no plan"), "{tree}");
    user.ok(&["milestone", "done", "1"]);
    let plan = user.json(&["plan", "show", "almazara"]);
    let pilot = &plan["objectives"][0]["initiatives"][0];
    assert_eq!(
        (&pilot["progress"], &pilot["standing"], &pilot["by"]),
        (&json!(1.0), &json!("late"), &json!(3))
    );
    user.ok(&["initiative", "done", "Pilot"]);
    assert_eq!(
        user.json(&["plan", "show", "1"])["objectives"][0]["initiatives"][0]["standing"],
        json!("done")
    );
}

#[test]
fn a_plan_is_shown_whole_by_the_name_of_its_account() {
    let shown = prepared("es").ok(&["plan", "show", "almazara"]);
    assert!(shown.contains("First choice of the cellar") && shown.contains("◆ Sign-off"), "{shown}");
    assert!(shown.contains("nunca revisado"), "{shown}");
}

#[test]
fn promises_hang_on_initiatives_and_come_off_again() {
    let user = prepared("en");
    user.ok(&["commitment", "add", "send the offer", "--side", "ours", "--account", "almazara"]);
    user.ok(&["initiative", "attach", "offer", "--to", "Roll-out"]);
    let promises = || {
        let plan = user.json(&["plan", "tree", "almazara"]);
        plan["plans"][0]["objectives"][0]["initiatives"][1]["promises"].as_array().unwrap().len()
    };
    assert_eq!(promises(), 1);
    user.ok(&["initiative", "attach", "offer", "--none"]);
    assert_eq!(promises(), 0);
}

#[test]
fn a_plan_carried_forward_is_a_draft_of_the_next_year_and_undo_takes_it_back() {
    let user = prepared("en");
    let said = user.ok(&["plan", "copy", "almazara"]);
    assert!(said.contains("Carried forward: Almazara, Plan 2027 from 1 Jan 2027, 2 initiatives"), "{said}");
    assert_eq!(user.run(&["plan", "copy", "Plan 2026"]).code, 1, "it is there already");
    user.ok(&["undo"]);
    assert_eq!(user.json(&["plan", "list"]).as_array().unwrap().len(), 1);
    let copy = user.json(&["plan", "copy", "1", "--start", "2027-02-01"]);
    assert_eq!((&copy["starts_on"], &copy["ends_on"]), (&json!("2027-02-01"), &json!("2028-01-31")));
}

#[test]
fn a_circle_of_waiting_is_refused_with_its_chain() {
    let user = prepared("en");
    user.ok(&["initiative", "edit", "Roll-out", "--after", "Pilot"]);
    let refused = user.run(&["initiative", "edit", "Pilot", "--after", "Roll-out"]);
    assert!(refused.err.contains("Pilot waits for Roll-out, which waits for Pilot"), "{refused:?}");
}
