//! Files: import, export, backup, restore, check, demo; and books that cannot be used.
use serde_json::json;

use super::User;

const CARDS: &str = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zoe Gil\r\nORG:Arce\r\nEMAIL:zoe@arce.example\r\nEND:VCARD\r\n\
                     BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Jordi Mas\r\nORG:Arce\r\nTEL:+34600111222\r\nEND:VCARD\r\n";

#[test]
fn an_import_is_first_shown_then_done_as_one_act() {
    let user = User::with_book("en");
    let cards = user.write("cards.vcf", CARDS);
    let dry = user.run(&["import", &cards, "--dry-run"]);
    assert_eq!(dry.code, 0, "{dry:?}");
    assert!(dry.out.contains("cards.vcf:1 · create · person Zoe Gil"), "{dry:?}");
    assert!(dry.out.contains("cards.vcf:7 · merge · person Jordi Mas"), "{dry:?}");
    assert_eq!(user.json(&["person", "list"]).as_array().unwrap().len(), 2);
    let done = user.json(&["import", &cards]);
    assert_eq!((&done["create"], &done["merge"], &done["refuse"]), (&json!(1), &json!(1), &json!(0)));
    assert_eq!(user.json(&["person", "show", "jordi"])["phones"], json!(["+34600111222"]));
    user.ok(&["undo"]);
    assert_eq!(user.json(&["person", "list"]).as_array().unwrap().len(), 2);
}

#[test]
fn single_records_are_left_out_made_new_or_merged_by_their_place() {
    let user = User::with_book("en");
    let list =
        user.write("l.csv", "Name,Company,Email\nJordi Mas,Arce,j@a.example\nEva Gil,Vega,\nPau Mas,Vega,\n");
    let dry = user.json(&["import", &list, "--dry-run"]);
    let first = &dry["rows"][0];
    let id = user.json(&["person", "show", "jordi"])["id"].clone();
    assert_eq!((&first["action"], &first["choices"]["merge"][0]["id"]), (&json!("merge"), &id));
    let (place, company) = (format!("{list}:4"), "account:3=1");
    let dry = user.json(&["import", &list, "--dry-run", "--new", "2", "--skip", &place, "--into", company]);
    let told: Vec<_> =
        dry["rows"].as_array().unwrap().iter().map(|r| r["action"].as_str().unwrap()).collect();
    assert_eq!(told, ["create", "merge", "create", "skip"]);
    assert_eq!(dry["skip"], 1);
    user.fails(2, &["import", &list, "--into", "2"]);
    user.fails(3, &["import", &list, "--skip", "99"]);
}

#[test]
fn a_bad_record_stops_no_good_one_and_ends_with_one() {
    let user = User::with_book("en");
    let cut = user.write("cut.vcf", format!("{CARDS}BEGIN:VCARD\r\nFN:Half\r\n"));
    let partial = user.run(&["import", &cut]);
    assert_eq!(partial.code, 1, "{partial:?}");
    assert!(partial.err.contains("cut.vcf:13 · refused"), "{partial:?}");
    assert_eq!(partial.out, "Created: 1 · merged: 1 · nothing new: 0 · refused: 1\n");
    assert_eq!(user.run(&["import", "/nowhere.vcf"]).code, 1);
}

#[test]
fn a_csv_is_mapped_by_hand() {
    let user = User::with_book("en");
    let csv = user.write("clients.csv", "Firm;Town\nAcme;Jaén\n");
    let done = user.json(&["import", &csv, "--kind", "account", "--map", "Firm=name", "--map", "Town=site"]);
    assert_eq!(done["create"], json!(1), "{done}");
    assert_eq!(user.json(&["account", "show", "acme"])["site"], json!("Jaén"));
    user.fails(2, &["import", &csv, "--kind", "planet"]);
    user.fails(2, &["import", &csv, "--map", "Firm=colour"]);
    user.fails(2, &["import", &csv, "--map", "Planet=name"]);
}

#[test]
fn what_was_exported_imports_back_identical() {
    let user = User::with_book("en");
    user.ok(&["log", "call ana yesterday: prices +x > fri send TCO"]);
    let book = user.path("book.json").display().to_string();
    assert!(
        user.ok(&["export", "--format", "json", "--output", &book]).contains(&format!("written to {book}"))
    );
    let other = user.path("other.cartera").display().to_string();
    user.ok(&["--file", &other, "import", &book]);
    assert_eq!(user.ok(&["--file", &other, "export"]), user.ok(&["export"]));
    assert_eq!(user.ok(&["export"]), std::fs::read_to_string(&book).unwrap());
    assert!(user.fails(1, &["export", "--output", &book]).contains("exists already"));
    user.ok(&["export", "--output", &book, "--force"]);
    assert!(user.fails(2, &["export", "--format", "docx"]).contains("json"));
    assert!(user.fails(2, &["export", "--kind", "person"]).contains("whole book"));
    let list = user.ok(&["person", "list", "--format", "csv", "--account", "almazara"]);
    assert!(list.contains("Name,") && list.contains("Ana Ruiz") && !list.contains("Kerstin"), "{list}");
}

#[test]
fn a_backup_is_made_listed_and_put_back() {
    let user = User::with_book("en");
    let made = user.json(&["backup"]);
    user.ok(&["account", "remove", "arce"]);
    let listed = user.json(&["backup", "--list"]);
    assert_eq!((&listed[0]["path"], &listed[0]["reason"]), (&made["path"], &json!("by-hand")));
    assert!(user.ok(&["backup", "--list"]).contains("by hand"));
    let back = user.json(&["restore", made["path"].as_str().unwrap()]);
    assert!(std::path::Path::new(back["kept"].as_str().unwrap()).exists());
    assert_eq!(user.json(&["account", "list"]).as_array().unwrap().len(), 2);
    user.fails(3, &["restore", "1999-01-01"]);
    let copy = user.path("copy.cartera").display().to_string();
    user.ok(&["backup", "--output", &copy]);
    assert_eq!(user.json(&["--file", &copy, "account", "list"]), user.json(&["account", "list"]));
    user.fails(1, &["backup", "--output", &copy]);
}

#[test]
fn the_first_act_of_a_day_makes_a_backup_unless_another_day_stands_for_today() {
    let user = User::with_book("en");
    assert_eq!(user.json(&["backup", "--list"]), json!([]));
    let done = user.command().args(["account", "add", "Third"]).output().unwrap();
    assert!(done.status.success());
    assert_eq!(user.json(&["backup", "--list"])[0]["reason"], json!("daily"));
}

#[test]
fn a_sound_book_is_said_to_be_sound() {
    let user = User::with_book("en");
    assert!(user.ok(&["check"]).starts_with("The book is sound: "));
    assert_eq!(user.json(&["check"])["sound"], json!(true));
    user.fails(3, &["--file", "none.cartera", "check"]);
    user.fails(3, &["--file", "none.cartera", "export"]);
}

#[test]
fn a_file_that_is_no_book_ends_with_four_and_is_left_alone() {
    let user = User::speaking("es");
    let foreign =
        user.write("letter.txt", "Dear Ana, this is long enough to be no book at all.\n".repeat(50));
    let before = std::fs::read(&foreign).unwrap();
    for args in [["account", "list"], ["log", "ana: hola"]] {
        let said = user.fails(4, &["--file", &foreign, args[0], args[1]]);
        assert!(said.contains("no es un libro de cartera"), "{said}");
    }
    assert_eq!(std::fs::read(&foreign).unwrap(), before);
}

#[test]
fn a_newer_book_ends_with_four_and_says_what_to_do() {
    let user = User::with_book("en");
    let book = user.path("book.cartera");
    rusqlite::Connection::open(&book).unwrap().pragma_update(None, "user_version", 99).unwrap();
    let said = user.fails(4, &["today"]);
    assert!(said.contains("newer version of cartera") && said.contains("Update cartera"), "{said}");
    assert_eq!(user.fails(4, &["log", "ana: hi"]), said);
}

#[test]
fn the_file_and_its_folders_are_the_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let user = User::new();
    let deep = user.path("deep/down");
    user.command().env("CARTERA_HOME", &deep).args(["account", "add", "X"]).output().unwrap();
    let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&deep.join("book.cartera")), 0o600);
    assert_eq!(mode(&deep), 0o700);
    assert_eq!(mode(&deep.join("state")), 0o700);
    assert_eq!(mode(&deep.join("state/cartera.log")), 0o600);
}

#[test]
fn the_log_of_the_program_holds_no_word_of_the_book() {
    let user = User::with_book("en");
    user.ok(&["log", "ana: secretwords"]);
    user.fails(3, &["person", "show", "secretname"]);
    let log = std::fs::read_to_string(user.path("state/cartera.log")).unwrap();
    assert!(log.contains("command=\"log\"") && log.contains("name-unknown"), "{log}");
    assert!(!log.contains("secret") && !log.contains("Ana"), "{log}");
}

#[test]
fn the_demo_without_a_terminal_writes_a_file_and_prints_its_path() {
    let user = User::new();
    let file = user.path("demo.cartera").display().to_string();
    assert_eq!(user.ok(&["demo", "--file", &file]), format!("{file}\n"));
    let keys = user.json(&["--file", &file, "account", "list", "--key"]);
    assert_eq!(keys.as_array().unwrap().len(), 4);
    assert!(user.ok(&["--file", &file, "today"]).contains("Needs you"));
    assert!(user.run(&["demo", "--file", &file]).code == 1, "a book is not written over");
    let small = user.path("small.cartera").display().to_string();
    user.ok(&["demo", "--file", &small, "--interactions", "20", "--no-open"]);
    assert_eq!(user.json(&["--file", &small, "interaction", "list"]).as_array().unwrap().len(), 20);
    let throwaway = user.ok(&["demo", "--no-open"]);
    assert!(std::path::Path::new(throwaway.trim()).exists());
    std::fs::remove_dir_all(std::path::Path::new(throwaway.trim()).parent().unwrap()).unwrap();
}

#[test]
fn an_export_says_how_many_records_it_wrote_and_goes_into_a_folder_under_a_free_name() {
    let user = User::with_book("en");
    let folder = user.path("out");
    std::fs::create_dir(&folder).unwrap();
    let target = folder.display().to_string();
    let first = user.json(&["export", "--output", &target]);
    assert_eq!(first["path"], folder.join("cartera-2026-11-23.json").display().to_string());
    let written = std::fs::read_to_string(folder.join("cartera-2026-11-23.json")).unwrap();
    let book: serde_json::Value = serde_json::from_str(&written).unwrap();
    let lists = book.as_object().unwrap().values().filter_map(serde_json::Value::as_array);
    assert_eq!(first["count"], lists.map(Vec::len).sum::<usize>());
    let second = user.json(&["export", "--output", &target]);
    assert_eq!(second["path"], folder.join("cartera-2026-11-23-2.json").display().to_string());
    let table = user.json(&["export", "--format", "csv", "--kind", "account", "--output", &target]);
    assert_eq!(table["path"], folder.join("cartera-2026-11-23.csv").display().to_string());
}

#[test]
fn what_hangs_on_an_account_however_far_goes_out_with_it() {
    let user = User::with_book("en");
    user.ok(&["person", "edit", "ana", "--stance", "champion"]);
    user.ok(&["person", "edit", "jordi", "--stance", "neutral"]);
    let rows = |account: &str, kind: &str| {
        let table = user.ok(&["export", "--format", "csv", "--kind", kind, "--account", account]);
        table.lines().count().saturating_sub(1)
    };
    let all = user.ok(&["export", "--format", "csv", "--kind", "fact"]).lines().count() - 1;
    assert!(rows("almazara", "fact") > 0 && rows("arce", "fact") > 0);
    assert_eq!(rows("almazara", "fact") + rows("arce", "fact"), all);
    assert_eq!(rows("almazara", "membership"), 1);
    let path = user.path("arce.xlsx").display().to_string();
    user.ok(&["export", "--format", "xlsx", "--account", "arce", "--output", &path]);
    let book: calamine::Xlsx<_> = calamine::open_workbook(&path).unwrap();
    let sheets = calamine::Reader::sheet_names(&book);
    assert!(sheets.iter().any(|name| name.to_lowercase().contains("fact")), "{sheets:?}");
}

#[test]
fn the_times_of_a_calendar_are_those_of_the_zone_that_the_environment_names() {
    let user = User::new();
    user.ok(&["account", "add", "Arce"]);
    user.ok(&["person", "add", "Ana Ruiz", "--account", "Arce", "--emails", "ana@arce.example"]);
    let event = "BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261125T080000Z\r\nDURATION:PT45M\r\nSUMMARY:Review\r\n\
                 ATTENDEE:mailto:ana@arce.example\r\nEND:VEVENT\r\n";
    let file = user.write("calendar.ics", format!("BEGIN:VCALENDAR\r\n{event}END:VCALENDAR\r\n"));
    let import = ["--on", "2026-11-23", "import", &file];
    assert!(user.command().env("TZ", "America/New_York").args(import).output().unwrap().status.success());
    let table = user.ok(&["export", "--kind", "interaction", "--format", "csv", "--output", "-"]);
    assert!(table.contains(",25 Nov 2026,03:00,45m,Arce,"), "{table}");
}

#[test]
fn a_file_that_is_there_is_replaced_only_by_force_whatever_is_written() {
    let user = User::with_book("en_US.UTF-8");
    let file = user.write("out.csv", "mine");
    let page = user.write("out.html", "mine");
    for (command, file) in [
        (&["export", "--kind", "person", "--format", "csv"][..], &file),
        (&["person", "list", "--format", "csv"], &file),
        (&["template", "person"], &file),
        (&["report", "brief", "almazara"], &page),
    ] {
        std::fs::write(file, "mine").unwrap();
        let plain = [command, &["--output", file]].concat();
        let said = user.fails(1, &plain);
        assert!(said.contains("exists already") && said.contains("--force"), "{command:?}: {said}");
        assert_eq!(std::fs::read(file).unwrap(), b"mine");
        assert_eq!(user.run(&[&plain[..], &["--force"]].concat()).code, 0, "{command:?}");
        assert_ne!(std::fs::read(file).unwrap(), b"mine", "{command:?}");
    }
    std::fs::create_dir(user.path("folder")).unwrap();
    let folder = user.path("folder").display().to_string();
    user.ok(&["template", "person", "--output", &folder]);
    user.ok(&["template", "person", "--output", &folder]);
    assert!(user.path("folder/people.csv").is_file() && user.path("folder/people-2.csv").is_file());
}

#[test]
fn a_dry_run_says_what_a_folder_of_notes_would_get_and_writes_none() {
    let user = User::with_book("en_US.UTF-8");
    let notes = user.path("notes").display().to_string();
    let export = ["export", "--format", "markdown", "--output", &notes];
    let dry = [&export[..], &["--dry-run"]].concat();
    assert!(user.ok(&dry).starts_with("Would be: 4 notes in ") && !user.path("notes").exists());
    assert!(user.ok(&export).starts_with("4 notes in "));
    user.ok(&["person", "remove", "Jordi Mas"]);
    let said = user.ok(&dry);
    assert!(said.contains("1 removed"), "{said}");
    assert_eq!(std::fs::read_dir(&notes).unwrap().count(), 4);
    assert!(user.fails(2, &["export", "--dry-run"]).contains("--format markdown"));
}
