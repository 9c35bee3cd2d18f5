//! Month end on the shell: finance's file into the book.
use super::User;

fn user(lang: &'static str) -> User {
    let user = User::with_book(lang);
    for (name, measure) in [("Ingresos", "money"), ("Incidencias", "number")] {
        let kpi = ["kpi", "add", "--name", name, "--account", "Arce", "--measure", measure];
        let rest = ["--better", "higher", "--nature", "flow", "--frequency", "monthly", "--ownership", "own"];
        user.ok(&[&kpi[..], &rest].concat());
    }
    user
}

#[test]
fn a_dry_run_shows_old_and_new_and_writes_nothing() {
    let user = user("es_ES.UTF-8");
    let file = user.write("cierre.csv", "Cuenta;Indicador;oct 26;nov 26\nArce;Ingresos;1.234,56;(12,50) €\n");
    let dry = user.run(&["import", &file, "--dry-run"]);
    assert_eq!(dry.code, 0);
    assert!(dry.out.contains("· nueva · Arce · Ingresos · oct 26 · 1234,56 €\n"), "{}", dry.out);
    assert!(
        dry.out.ends_with("Cifras: nuevas 2 · cambiadas 0 · sin cambios 0 · fuera 0 · por mirar 1\n"),
        "{}",
        dry.out
    );
    let done = user.ok(&["import", &file]);
    assert_eq!(done, "Cifras: nuevas 2 · cambiadas 0 · sin cambios 0 · fuera 0 · por mirar 1\n");
    let again = user.ok(&["import", &file]);
    assert_eq!(again, "Cifras: nuevas 0 · cambiadas 0 · sin cambios 2 · fuera 0\n");
    assert_eq!(user.ok(&["undo"]), "Deshecho: 2 cifras (Ingresos)\n");
}

#[test]
fn what_cannot_be_taken_is_told_and_the_rest_is_taken() {
    let user = user("en_US.UTF-8");
    let file = user
        .write("f.csv", "Account,KPI,Nov 26\nArce,Ingresos,12.50\nArce,Incidencia,3\nArce,Incidencias,abc\n");
    let done = user.run(&["import", &file]);
    assert_eq!(
        (done.code, done.out.as_str()),
        (1, "Figures: new 1 · changed 0 · as they were 0 · left out 2\n")
    );
    assert!(done.err.contains(
        "There is no KPI “Incidencia” at Arce (one cell). Nearest: Incidencias · --create makes it"
    ));
    assert!(
        done.err.contains("f.csv:4 · left out · Arce · Incidencias · Nov 26 · “abc” is no number"),
        "{}",
        done.err
    );
}

#[test]
fn a_decimal_mark_that_nothing_proves_is_asked_for_and_remembered() {
    let user = user("en_US.UTF-8");
    let file = user.write("f.csv", "Account;KPI;Nov 26\nArce;Incidencias;1.234\n");
    let asked = user.run(&["import", &file]);
    assert_eq!(asked.code, 1);
    assert!(
        asked.err.contains("Nothing says what begins the decimals in Nov 26: 1.234 can be 1,234 or 1.234."),
        "{}",
        asked.err
    );
    assert_eq!(user.run(&["import", &file, "--decimal", "x"]).code, 2);
    assert!(user.ok(&["import", &file, "--decimal", ","]).starts_with("Figures: new 1"));
    let next = user.write("g.csv", "Account;KPI;Dec 26\nArce;Incidencias;1.300\n");
    let json = user.json(&["import", &next]);
    assert_eq!(json["figures"]["cells"][0]["new"], "1300");
    assert_eq!(json["figures"]["cells"][0]["place"], "2");
}
