//! What people told in confidence stays in the book unless it is asked for, and a file without it takes nothing away.
use calamine::Reader as _;

use super::User;

/// What a command writes: text of standard output, of a workbook all cells, of a folder all notes.
fn written(user: &User, format: &[&str], personal: bool) -> String {
    let asked: &[&str] = if personal { &["--personal"] } else { &[] };
    let args = |output: &str| {
        let output = if output.is_empty() { Vec::new() } else { vec!["--output", output] };
        [&["export", "--format"], format, asked, &output]
            .concat()
            .into_iter()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let run = |output: &str| user.ok(&args(output).iter().map(String::as_str).collect::<Vec<_>>());
    let place = user.path(&format!("{}-{personal}", format[0])).display().to_string();
    match format[0] {
        "xlsx" => {
            let path = format!("{place}.xlsx");
            run(&path);
            let mut book: calamine::Xlsx<_> = calamine::open_workbook(&path).unwrap();
            let sheets = book.worksheets();
            let cells = sheets.iter().flat_map(|(_, sheet)| sheet.used_cells());
            cells.map(|(.., cell)| cell.to_string()).collect::<Vec<_>>().join("\n")
        }
        "markdown" => {
            run(&place);
            let folders = std::fs::read_dir(&place).unwrap().map(|entry| entry.unwrap().path());
            let notes = folders.flat_map(|path| {
                if path.is_dir() {
                    std::fs::read_dir(path).unwrap().map(|e| e.unwrap().path()).collect()
                } else {
                    vec![path]
                }
            });
            notes.map(|note| std::fs::read_to_string(note).unwrap()).collect()
        }
        _ => run(""),
    }
}

#[test]
fn personal_notes_leave_the_book_only_where_they_are_asked_for_whatever_the_format() {
    let user = User::with_book("en");
    user.ok(&["person", "edit", "ana", "--personal", "SECRET dogs"]);
    user.ok(&["account", "edit", "almazara", "--notes", "SECRET prices"]);
    user.ok(&["commitment", "add", "PO number", "--side", "theirs", "--account", "almazara", "--due", "fri"]);
    let formats: [&[&str]; 9] = [
        &["csv"],
        &["csv", "--kind", "account"],
        &["csv", "--account", "almazara"],
        &["xlsx"],
        &["vcard"],
        &["vcard3"],
        &["vcard", "--kind", "account"],
        &["ics"],
        &["markdown"],
    ];
    for format in formats {
        let (without, with) = (written(&user, format, false), written(&user, format, true));
        let (told, no_place) = (if format == ["ics"] { "PO number" } else { "Almazara" }, format == ["ics"]);
        assert!(without.contains(told) && !without.contains("SECRET"), "{format:?} {without}");
        // No event has room for them.
        assert_eq!(with.contains("SECRET"), !no_place, "{format:?} {with}");
    }
    assert!(written(&user, &["json"], false).contains("SECRET"));
    assert!(user.run(&["export", "--format", "csv"]).err.contains("--personal"));
    assert!(!user.run(&["export", "--format", "csv", "--kind", "unit"]).err.contains("--personal"));
}

#[test]
fn a_table_without_the_column_of_personal_notes_takes_none_away() {
    let user = User::with_book("es_ES.UTF-8");
    user.ok(&["person", "edit", "ana", "--personal", "Tiene dos perros"]);
    user.ok(&["account", "edit", "almazara", "--notes", "Mira el precio"]);
    let book = user.ok(&["export"]);
    for (format, kind) in [("csv", "person"), ("csv", "account"), ("xlsx", "person"), ("vcard", "person")] {
        let path = user.path(&format!("{kind}.{format}")).display().to_string();
        user.ok(&["export", "--format", format, "--kind", kind, "--output", &path]);
        user.run(&["import", &path]);
        assert_eq!(user.ok(&["export"]), book, "{format} {kind}");
    }
}

#[test]
fn a_card_says_where_somebody_is_and_not_where_they_were() {
    let user = User::with_book("en");
    user.ok(&["person", "leave", "ana", "--account", "almazara"]);
    let gone = user.ok(&["export", "--format", "vcard", "--account", "almazara"]);
    assert!(gone.contains("FN:Ana Ruiz") && !gone.contains("ORG:"), "{gone}");
    let path = user.write("gone.vcf", &gone);
    assert!(user.ok(&["import", &path, "--dry-run"]).contains("Ana Ruiz"));
    let book = user.ok(&["export"]);
    user.run(&["import", &path]);
    assert_eq!(user.ok(&["export"]), book);
    user.ok(&["person", "move", "ana", "--to", "arce"]);
    for account in ["almazara", "arce"] {
        let card = user.ok(&["export", "--format", "vcard", "--account", account]);
        let ana = card.split("BEGIN:VCARD").find(|c| c.contains("FN:Ana Ruiz")).unwrap();
        assert!(ana.contains("ORG:Arce") && !ana.contains("ORG:Almazara"), "{card}");
    }
}
