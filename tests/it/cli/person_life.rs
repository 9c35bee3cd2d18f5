//! People move, leave and turn out to be one, on the shell.
use serde_json::json;

use super::User;

/// Ana Ruiz at Almazara, Jordi Mas at Arce, and a second record of his.
fn book() -> User {
    let user = User::with_book("en");
    user.ok(&[
        "person",
        "add",
        "J. Mas",
        "--account",
        "arce",
        "--emails",
        "jordi@arce.es",
        "--language",
        "ca",
    ]);
    user.ok(&["person", "edit", "Jordi Mas", "--emails", "jordi@arce.es", "--language", "es"]);
    user.ok(&["log", "call J. Mas: prices > fri send the list"]);
    user
}

#[test]
fn a_person_moves_with_a_day_and_undo_brings_them_back() {
    let user = User::with_book("en");
    user.ok(&["person", "edit", "ana", "--stance", "supporter"]);
    let moved = user.ok(&["person", "move", "ana", "--to", "arce", "--title", "CEO", "--on", "2026-11-02"]);
    assert_eq!(moved, "Moved: Ana Ruiz from Almazara to Arce\n");
    let page = user.json(&["person", "show", "ana"]);
    let places = page["memberships"].as_array().unwrap();
    assert_eq!((&places[0]["since"], &places[0]["title"]), (&json!("2026-11-02"), &json!("CEO")));
    assert_eq!((&places[0]["stance"], &places[0]["roles"]), (&json!("supporter"), &json!([])));
    assert_eq!((&places[1]["left_on"], &places[1]["roles"]), (&json!("2026-11-02"), &json!(["decider"])));
    assert_eq!(user.ok(&["undo"]), "Undone: move of Ana Ruiz from Almazara to Arce\n");
    let moved = user.ok(&["person", "move", "ana", "--to", "arce", "--forget-stance"]);
    assert!(moved.starts_with("Moved"), "{moved}");
    assert_eq!(user.json(&["person", "show", "ana"])["memberships"][0]["stance"], json!(null));
}

#[test]
fn a_move_that_cannot_be_names_place_and_what_is_accepted() {
    let user = User::with_book("en");
    let there = user.fails(1, &["person", "move", "ana", "--to", "almazara"]);
    assert_eq!(there, "Ana Ruiz is at Almazara already. Accepted: another account\n");
    let unknown = user.fails(3, &["person", "move", "ana", "--to", "nowhere"]);
    assert!(unknown.contains("--to") && unknown.contains("nowhere"), "{unknown}");
    let not_there = user.fails(3, &["person", "move", "ana", "--to", "arce", "--from", "arce"]);
    assert_eq!(not_there, "--from: Ana Ruiz is not at Arce. Accepted: Almazara\n");
    user.ok(&["person", "edit", "ana", "--account", "arce"]);
    let which = user.fails(3, &["person", "leave", "ana"]);
    assert_eq!(which, "Ana Ruiz has several places: say which with --account. There are: Almazara, Arce\n");
    assert_eq!(user.ok(&["person", "leave", "ana", "--account", "arce"]), "Left: Ana Ruiz, Arce\n");
    let early = user.ok(&["person", "edit", "ana", "--account", "almazara", "--since", "2026-11-20"]);
    assert!(early.starts_with("Saved"), "{early}");
    let before = user.fails(1, &["person", "leave", "ana", "--on", "2026-11-01"]);
    assert!(before.contains("20 Nov 2026") && before.contains("1 Nov 2026"), "{before}");
}

#[test]
fn a_successor_may_be_somebody_new() {
    let user = User::with_book("en");
    user.ok(&["log", "call jordi: hi > fri send it"]);
    let left = user.ok(&["person", "leave", "jordi", "--successor", "Zoe Prat"]);
    assert_eq!(left, "Left: Jordi Mas, Arce; Zoe Prat (new) takes over 1 promise\n");
    let zoe = user.json(&["person", "show", "zoe"]);
    assert_eq!(zoe["memberships"][0]["title"], json!("Buyer"));
    let again = user.fails(3, &["person", "leave", "jordi"]);
    assert_eq!(again, "Jordi Mas is at no account that could be left\n");
    let number = user.fails(3, &["person", "leave", "zoe", "--successor", "#99"]);
    assert!(number.contains("--successor"), "{number}");
}

#[test]
fn a_successor_who_may_be_somebody_there_is_asked_about() {
    let user = User::with_book("en");
    user.ok(&["person", "add", "Marta Roca", "--account", "arce"]);
    let leave = |name: &'static str| ["person", "leave", "jordi", "--successor", name];
    for name in ["Marta Rocca", "Roca, Marta Sans"] {
        let refused = user.fails(3, &leave(name));
        assert!(refused.starts_with("--successor: ") && refused.contains("Marta Roca #3"), "{refused}");
        assert!(refused.contains("--new"), "{refused}");
    }
    let left = user.ok(&[&leave("Marta Rocca")[..], &["--new"]].concat());
    assert_eq!(left, "Left: Jordi Mas, Arce; Marta Rocca (new) takes over the place\n");
    user.ok(&["undo"]);
    let known = user.ok(&leave("Marta Roca"));
    assert_eq!(known, "Left: Jordi Mas, Arce; Marta Roca takes over the place\n");
}

#[test]
fn duplicates_are_listed_with_their_reasons_and_may_be_two() {
    let user = book();
    let list = user.ok(&["person", "duplicates"]);
    assert!(list.contains("certain") && list.contains("same e-mail jordi@arce.es"), "{list}");
    let all = user.json(&["person", "duplicates"]);
    assert_eq!((&all[0]["kept"]["name"], &all[0]["gone"]["name"]), (&json!("J. Mas"), &json!("Jordi Mas")));
    assert_eq!(all[0]["certainty"], json!("certain"));
    let apart = user.ok(&["person", "duplicates", "--apart", "J. Mas", "Jordi"]);
    assert_eq!(apart, "Two people: J. Mas and Jordi Mas\n");
    assert_eq!(user.json(&["person", "duplicates"]), json!([]));
    let none = user.fails(3, &["person", "merge", "jordi"]);
    assert_eq!(none, "Nobody found who may be the same as Jordi Mas: name both\n");
    user.ok(&["undo"]);
    assert!(user.ok(&["person", "duplicates"]).contains("J. Mas"));
}

#[test]
fn a_merge_is_shown_first_and_done_as_it_was_shown() {
    let user = book();
    let merge = ["person", "merge", "J. Mas", "Jordi Mas", "--keep", "language=left"];
    let shown = user.ok(&[&merge[..], &["--dry-run"]].concat());
    assert!(shown.contains("J. Mas becomes one with Jordi Mas"), "{shown}");
    assert!(shown.contains("Comes along: 1 conversation, 1 promise"), "{shown}");
    assert_eq!(user.json(&["person", "list"]).as_array().unwrap().len(), 3, "nothing is written");
    let planned = user.json(&[&merge[..], &["--dry-run"]].concat());
    assert_eq!(planned["moves"]["interaction"], json!(1));
    assert_eq!(planned["person"]["aliases"], json!(["J. Mas"]));
    let done = user.ok(&merge);
    assert_eq!(done, "Merged: J. Mas into Jordi Mas, 1 conversation, 1 promise\n");
    let one = user.json(&["person", "show", "jordi"]);
    assert_eq!((&one["language"], &one["emails"]), (&json!("ca"), &json!(["jordi@arce.es"])));
    assert_eq!(one["memberships"].as_array().unwrap().len(), 1);
    assert_eq!(user.json(&["person", "show", "J. Mas"])["name"], json!("Jordi Mas"), "by the other name");
    user.ok(&["undo"]);
    assert_eq!(user.json(&["person", "list"]).as_array().unwrap().len(), 3);
}

#[test]
fn what_a_merge_does_not_understand_is_refused_in_words() {
    let user = book();
    let field = user.fails(2, &["person", "merge", "J. Mas", "Jordi Mas", "--keep", "shoe=left"]);
    assert!(field.starts_with("--keep: There is no field “shoe”"), "{field}");
    assert!(field.contains("name, language"), "{field}");
    let side = user.fails(2, &["person", "merge", "J. Mas", "Jordi Mas", "--keep", "language=up"]);
    assert!(side.contains("Accepted: left, right"), "{side}");
    let both = user.fails(2, &["person", "merge", "J. Mas", "Jordi Mas", "--keep", "language=both"]);
    assert!(both.starts_with("--keep: ") && both.contains("only one value"), "{both}");
    user.ok(&["person", "edit", "J. Mas", "--account", "arce", "--title", "Purchasing"]);
    let place = ["person", "merge", "J. Mas", "Jordi Mas", "--keep", "title=both"];
    let shown = user.fails(2, &[&place[..], &["--dry-run"]].concat());
    assert_eq!(shown, user.fails(2, &place), "a place is looked at as the person is");
    let itself = user.fails(1, &["person", "merge", "J. Mas", "J. Mas"]);
    assert!(itself.contains("a merge needs two"), "{itself}");
    let several = user.fails(3, &["person", "merge", "Mas", "ana"]);
    assert!(several.contains("J. Mas") && several.contains("Jordi Mas"), "{several}");
}

#[test]
fn the_only_one_who_may_be_the_same_needs_no_name() {
    let user = book();
    let done = user.ok(&["person", "merge", "Jordi Mas", "--keep", "name=left"]);
    assert_eq!(done, "Merged: J. Mas into Jordi Mas\n");
    let spanish = User::with_book("es");
    spanish.ok(&["person", "add", "Mas, Jordi", "--account", "arce"]);
    let shown = spanish.ok(&["person", "duplicates"]);
    assert!(shown.contains("probable") && shown.contains("ambas en Arce"), "{shown}");
}
