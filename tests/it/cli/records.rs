//! Records by their field tables: list, show, add, edit, remove.
use serde_json::{Value as Json, json};

use super::User;
use cartera::domain::kind::Kind;

#[test]
fn an_account_is_added_changed_shown_and_removed() {
    let user = User::new();
    let added = user.run(&["account", "add", "--name", "Almazara", "--tier", "key"]);
    assert_eq!((added.code, added.out.as_str()), (0, "Created: account Almazara (#1)\n"));
    assert!(added.err.starts_with("New book: "), "{added:?}");
    assert_eq!(user.ok(&["account", "edit", "alma", "--sector", "oil"]), "Saved: account Almazara (#1)\n");
    let page = user.ok(&["account", "show", "1"]);
    assert!(page.contains("Almazara  #1") && page.contains("Sector") && page.contains("oil"), "{page}");
    user.ok(&["account", "edit", "1", "--sector", ""]);
    assert_eq!(user.json(&["account", "show", "1"])["sector"], json!(null));
    assert_eq!(user.ok(&["account", "remove", "almazara"]), "Deleted: account Almazara\n");
    assert_eq!(user.json(&["account", "list"]), json!([]));
}

/// Takes away what `person show` says beside the fields.
fn without_history(person: &mut Json) {
    for more in ["kept", "known_to"] {
        assert!(person.as_object_mut().unwrap().remove(more).is_some(), "{more}");
    }
    for place in person["memberships"].as_array_mut().unwrap() {
        for more in ["history", "way"] {
            assert!(place.as_object_mut().unwrap().remove(more).is_some(), "{more}");
        }
    }
}

#[test]
fn json_has_the_fields_of_the_tables_and_nothing_else_but_number_and_uid() {
    let user = User::with_book("en");
    user.ok(&["unit", "add", "Plant", "--account", "arce"]);
    user.ok(&["log", "call ana: hi > fri send it"]);
    for (kind, word) in [
        (Kind::Account, "account"),
        (Kind::Unit, "unit"),
        (Kind::Person, "person"),
        (Kind::Colleague, "colleague"),
        (Kind::Interaction, "interaction"),
        (Kind::Commitment, "commitment"),
    ] {
        let mut wanted: Vec<_> =
            ["id", "uid"].into_iter().chain(kind.specs().iter().map(|s| s.name)).collect();
        if kind == Kind::Person {
            wanted.push("memberships");
        }
        let mut one = user.json(&[word, "show", "1"]);
        if kind == Kind::Person {
            without_history(&mut one);
        }
        let got: Vec<_> = one.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(got, wanted, "{word}");
        let all = user.json(&[word, "list"]);
        assert!(all.as_array().unwrap().contains(&one), "{word}");
    }
}

#[test]
fn values_are_read_in_the_users_language_and_written_as_json_alike() {
    let user = User::speaking("es_ES.UTF-8");
    let account = user.json(&[
        "account",
        "add",
        "Acme",
        "--margin",
        "12,5 %",
        "--fiscal-start",
        "abril",
        "--tier",
        "clave",
        "--risk",
        "alto",
        "--aliases",
        "Acme S.L., AC",
        "--aliases",
        "Otra",
    ]);
    assert_eq!(account["margin"], json!(12.5));
    assert_eq!(account["fiscal_start"], json!(4));
    assert_eq!(account["tier"], json!("key"));
    assert_eq!(account["aliases"], json!(["Acme S.L.", "AC", "Otra"]));
    assert_eq!(account["risk"], json!("high"));
    assert_eq!(account["why_key"], json!(null));
    assert_eq!(account["links"], json!([]));
    assert!(user.ok(&["account", "show", "acme"]).contains("12,5 %"));
}

#[test]
fn a_person_takes_the_flags_of_their_place_too() {
    let user = User::with_book("en");
    let ana = user.json(&["person", "show", "ana"]);
    assert_eq!(ana["memberships"][0]["account"], json!(1));
    assert_eq!(ana["memberships"][0]["roles"], json!(["decider"]));
    let ana =
        user.json(&["person", "edit", "ana", "--stance", "sup", "--influence", "5", "--emails", "a@x.com"]);
    assert_eq!(ana["memberships"][0]["stance"], json!("supporter"));
    assert_eq!(ana["emails"], json!(["a@x.com"]));
    // Another account is another place.
    let ana = user.json(&["person", "edit", "ana", "--account", "arce", "--title", "Adviser"]);
    assert_eq!(ana["memberships"].as_array().unwrap().len(), 2);
    let several = user.fails(3, &["person", "edit", "ana", "--title", "x"]);
    assert!(several.contains("Almazara, Arce"), "{several}");
    let ana = user.json(&["person", "edit", "ana", "--account", "almazara", "--title", "Head"]);
    assert_eq!(ana["memberships"][0]["title"], json!("Head"));
    assert_eq!(ana["memberships"][1]["title"], json!("Adviser"));
}

#[test]
fn a_unit_is_looked_for_in_the_account_of_the_person() {
    let user = User::with_book("en");
    user.ok(&["unit", "add", "North", "--account", "almazara"]);
    user.ok(&["unit", "add", "North", "--account", "arce"]);
    let jordi = user.json(&["person", "edit", "jordi", "--unit", "north"]);
    assert_eq!(jordi["memberships"][0]["unit"], json!(2));
}

#[test]
fn lists_have_columns_that_tell_records_apart_and_obey_sort_limit_and_account() {
    let user = User::with_book("en");
    let people = user.ok(&["person", "list"]);
    assert_eq!(
        people.lines().next().unwrap().split_whitespace().collect::<Vec<_>>(),
        ["No", "Name", "Account", "Title", "Roles", "Stance", "Last"]
    );
    assert!(people.contains("Ana Ruiz   Almazara         decider          never"), "{people}");
    let names = |args: &[&str]| -> Vec<String> {
        let all = user.json(args);
        all.as_array().unwrap().iter().map(|p| p["name"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(names(&["person", "list", "--account", "arce"]), ["Jordi Mas"]);
    assert_eq!(names(&["person", "list", "--sort", "name", "--reverse"]), ["Jordi Mas", "Ana Ruiz"]);
    assert_eq!(names(&["person", "list", "--sort", "title", "--limit", "1"]), ["Jordi Mas"]);
    assert_eq!(names(&["account", "list", "--key", "--sort", "sector"]), ["Almazara", "Arce"]);
    let cut = user.run(&["person", "list", "--limit", "1"]);
    assert_eq!(cut.err, "1 of 2; --limit shows more\n");
    let unknown = user.fails(2, &["person", "list", "--sort", "colour"]);
    assert!(unknown.contains("Accepted: name, aliases"), "{unknown}");
}

#[test]
fn an_empty_list_is_talk_and_an_empty_array() {
    let user = User::new();
    let none = user.run(&["colleague", "list"]);
    assert_eq!((none.code, none.out.as_str()), (0, ""));
    assert!(none.err.ends_with("No colleagues yet\n"), "{none:?}");
    assert_eq!(user.json(&["colleague", "list"]), json!([]));
}

#[test]
fn a_promise_added_is_ours_unless_said_and_task_is_its_other_name() {
    let user = User::with_book("en");
    let task = user.json(&["task", "add", "send offer", "--due", "fri", "--account", "arce"]);
    assert_eq!((&task["side"], &task["due"]), (&json!("ours"), &json!("2026-11-27")));
    assert!(user.ok(&["commitment", "list"]).contains("send offer"));
    assert!(user.ok(&["task", "show", "send offer"]).contains("27 Nov 2026"));
}

#[test]
fn an_interaction_added_ahead_is_planned() {
    let user = User::with_book("en");
    let ahead = user.json(&[
        "interaction",
        "add",
        "review",
        "--channel",
        "meeting",
        "--day",
        "in 3d",
        "--people",
        "ana",
    ]);
    assert_eq!((&ahead["planned"], &ahead["day"]), (&json!(true), &json!("2026-11-26")));
    let now = user.json(&["interaction", "add", "hello"]);
    assert_eq!(
        (&now["planned"], &now["channel"], &now["day"]),
        (&json!(false), &json!("note"), &json!("2026-11-23"))
    );
}

#[test]
fn names_that_fit_nobody_or_several_end_with_three() {
    let user = User::with_book("en");
    user.ok(&["person", "add", "Ana Gil"]);
    let several = user.fails(3, &["person", "show", "ana"]);
    assert!(several.contains("Ana Gil (#3), Ana Ruiz (#1)"), "{several}");
    assert!(user.fails(3, &["person", "show", "zoe"]).contains("zoe"));
    user.fails(3, &["person", "show", "99"]);
    user.fails(3, &["commitment", "show", "12"]);
    user.fails(3, &["commitment", "show", "no such words"]);
    user.fails(3, &["person", "add", "X", "--account", "nowhere"]);
    user.fails(3, &["account", "remove", "nowhere"]);
}

#[test]
fn values_that_do_not_fit_end_with_two_and_name_flag_and_what_is_accepted() {
    let user = User::with_book("en");
    let stance = user.fails(2, &["person", "edit", "ana", "--stance", "purple"]);
    assert_eq!(
        stance,
        "--stance: “purple” is none of these: champion, supporter, neutral, sceptic, blocker\n"
    );
    let due = user.fails(2, &["task", "add", "x", "--due", "someday"]);
    assert!(due.starts_with("--due: “someday” is no day. Accepted: "), "{due}");
    let influence = user.fails(2, &["person", "edit", "ana", "--influence", "9"]);
    assert!(influence.contains("1 to 5"), "{influence}");
    assert!(user.fails(2, &["account", "edit", "arce"]).contains("--name"));
    assert!(user.fails(2, &["account", "edit", "arce", "--name", ""]).contains("Name is required"));
    assert!(user.fails(2, &["account", "add"]).contains("required"));
}

#[test]
fn what_changes_nothing_is_said_and_is_no_act() {
    let user = User::with_book("en");
    let before = user.json(&["history"]);
    let same = user.run(&["account", "edit", "arce", "--name", "Arce"]);
    assert_eq!((same.code, same.out.as_str(), same.err.as_str()), (0, "", "Nothing changed\n"));
    assert_eq!(user.json(&["history"]), before);
}

#[test]
fn a_colleague_who_left_is_still_found_by_their_own_command() {
    let user = User::with_book("en");
    user.ok(&["colleague", "edit", "pau", "--left"]);
    assert_eq!(user.json(&["colleague", "show", "pau font"])["left"], json!(true));
    assert_eq!(user.json(&["colleague", "edit", "1", "--left", "no"])["left"], json!(false));
    user.fails(3, &["colleague", "show", "zoe"]);
}

#[test]
fn a_limit_of_nothing_is_no_limit() {
    let user = User::with_book("en");
    let lines = (0..60).map(|n| format!("ana: call number {n}")).collect::<Vec<_>>().join("\n");
    assert_eq!(user.run_with(&["log", "-"], &lines).code, 0);
    let count = |args: &[&str]| user.json(args).as_array().unwrap().len();
    assert_eq!(count(&["interaction", "list"]), 50);
    assert_eq!(count(&["interaction", "list", "--limit", "0"]), 60);
    assert_eq!(count(&["interaction", "list", "--limit", "0", "--sort", "text"]), 60);
    assert_eq!(count(&["interaction", "list", "--account", "arce"]), 0);
    assert_eq!(user.json(&["interaction", "list", "--reverse"])[0]["text"], json!("call number 0"));
    assert_eq!(count(&["search", "number", "--limit", "7"]), 7);
    assert_eq!(count(&["history", "--limit", "100000000"]), 65);
}
