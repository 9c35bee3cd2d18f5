//! Documents from the shell: their language and form, issued ones, refusals.
use super::User;

fn user() -> User {
    let user = User::with_book("en_US.UTF-8");
    user.ok(&["log", "call", "ana", "ruiz", "yesterday:", "wants", "TCO", ">", "fri", "send", "TCO"]);
    user
}

#[test]
fn a_document_is_in_its_own_language_whatever_that_of_the_program() {
    let user = user();
    let english = user.ok(&["report", "brief", "almazara"]);
    assert!(english.contains("Brief · Almazara") && english.contains("For my eyes only"), "{english}");
    let spanish = user.ok(&["report", "brief", "almazara", "--language", "es", "--format", "md"]);
    assert!(spanish.contains("Almazara") && spanish.contains("Solo para mí"), "{spanish}");
    let json = user.json(&["report", "portfolio", "--language", "es"]);
    assert_eq!((&json["language"], &json["title"]), (&"es".into(), &"Cartera de clientes".into()));
}

#[test]
fn an_issued_document_opens_again_as_it_was_and_undo_takes_it_back() {
    let user = user();
    let none = user.ok(&["report", "list"]);
    assert!(none.contains("No report was issued yet"), "{none}");
    let issued = user.run(&["report", "digest", "pau", "--issue"]);
    assert!(issued.err.contains("Issued: Digest for Pau Font"), "{issued:?}");
    user.ok(&["colleague", "edit", "pau", "--name", "Pau Serra"]);
    assert_eq!(user.ok(&["report", "show", "1"]), issued.out);
    let list = user.json(&["report", "list"]);
    assert_eq!((&list[0]["id"], &list[0]["report"]), (&1.into(), &"digest".into()));
    user.ok(&["undo"]);
    user.ok(&["undo"]);
    assert_eq!(user.run(&["report", "show", "1"]).code, 3);
    user.ok(&["redo"]);
    user.ok(&["report", "remove", "1"]);
    assert_eq!(user.json(&["report", "list"]), serde_json::json!([]));
}

#[test]
fn a_file_says_its_form_by_its_name_and_one_that_is_there_is_left_alone() {
    let user = user();
    let path = user.path("brief.md").display().to_string();
    let done = user.run(&["report", "brief", "ana", "ruiz", "--output", &path]);
    assert!(done.out.is_empty() && done.err.contains("Written: Brief · Ana Ruiz"), "{done:?}");
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.starts_with("# Brief · Ana Ruiz") || text.starts_with("## Brief · Ana Ruiz"), "{text}");
    let again = user.run(&["report", "brief", "arce", "--output", &path]);
    assert_eq!((again.code, std::fs::read_to_string(&path).unwrap()), (1, text));
    let other = user.run(&["report", "brief", "arce", "--output", &path, "--format", "term"]);
    assert_eq!(other.code, 2, "{other:?}");
    assert_eq!(user.run(&["report", "show", "x"]).code, 2);
    assert_eq!(user.run(&["report", "show", "7"]).code, 3);
    assert_eq!(user.run(&["report", "brief", "nobody", "at", "all"]).code, 3);
}

#[test]
fn in_a_folder_a_document_gets_a_name_of_its_own() {
    let user = user();
    let folder = user.path("");
    let done =
        user.run(&["report", "portfolio", "--format", "html", "--output", &folder.display().to_string()]);
    assert_eq!(done.code, 0, "{done:?}");
    let page = std::fs::read_to_string(user.path("portfolio-of-clients-2026-11-23.html")).unwrap();
    assert!(page.starts_with("<!DOCTYPE html>") && page.contains("Almazara"), "{page}");
    let workbook = user.path("clients.xlsx").display().to_string();
    user.ok(&["report", "portfolio", "--output", &workbook]);
    assert!(std::fs::read(workbook).unwrap().starts_with(b"PK"));
}

#[test]
fn a_dash_is_standard_output_and_json_says_where_a_file_went() {
    let user = user();
    let printed = user.run(&["report", "brief", "almazara", "--output", "-", "--format", "md"]);
    assert!(printed.code == 0 && printed.out.contains("Almazara"), "{printed:?}");
    assert!(!user.path("-").exists());
    let path = user.path("clients.html").display().to_string();
    let told = user.json(&["report", "portfolio", "--output", &path]);
    assert_eq!((&told["path"], &told["title"]), (&path.into(), &"Portfolio of clients".into()));
    let issued = user.json(&["report", "portfolio", "--issue"]);
    assert_eq!(issued["title"], "Portfolio of clients");
}

#[test]
fn a_time_that_has_not_begun_is_refused_by_all_but_the_plan() {
    let user = user();
    for args in
        [vec!["management"], vec!["brief", "almazara"], vec!["client", "almazara"], vec!["digest", "pau"]]
    {
        let args: Vec<&str> = ["report"].into_iter().chain(args).chain(["--period", "2027-Q1"]).collect();
        let said = user.fails(2, &args);
        assert!(said.contains("begins on") && said.contains("report plan"), "{said}");
    }
    let plan = user.ok(&["report", "plan-page", "almazara", "--period", "2027"]);
    assert!(plan.contains("1 Jan 2027 – 31 Dec 2027"), "{plan}");
    assert!(user.fails(2, &["report", "portfolio", "--period", "someday"]).contains("no period"));
}
