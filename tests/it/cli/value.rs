//! Lifetime value, insights and what an account is judged by, at the shell.
use serde_json::{Value as Json, json};

use super::User;

fn priced() -> User {
    let user = User::with_book("en");
    let figures = ["--revenue", "1000000", "--margin", "10", "--retention", "90"];
    user.ok(&[&["account", "edit", "arce"][..], &figures].concat());
    user
}

fn arce(told: &Json) -> &Json {
    told["accounts"].as_array().unwrap().iter().find(|one| one["name"] == json!("Arce")).unwrap()
}

#[test]
fn the_lifetime_value_is_that_of_the_vector_and_what_is_missing_is_said() {
    let user = priced();
    let told = user.json(&["cltv"]);
    assert_eq!(arce(&told)["worth"]["value"]["amount"], json!("285008.48"), "{told}");
    assert_eq!(arce(&told)["worth"]["endless"]["amount"], json!("450000.00"), "{told}");
    let missing = told["accounts"].as_array().unwrap().iter().find(|one| one["name"] == json!("Almazara"));
    assert_eq!(
        (&missing.unwrap()["worth"], &missing.unwrap()["missing"]),
        (&json!(null), &json!("revenue-none"))
    );
    let page = user.ok(&["cltv", "arce"]);
    assert!(page.contains("Arce") && page.contains("90%"), "{page}");
}

#[test]
fn what_is_tried_is_written_only_when_it_is_saved_and_the_years_are_said_to_be_for_all() {
    let user = priced();
    let tried = ["cltv", "arce", "--retention", "80", "--growth", "5"];
    user.ok(&tried);
    assert_eq!(user.json(&["account", "show", "arce"])["retention"], json!(90));
    let kept = user.ok(&[&tried[..], &["--save"]].concat());
    assert!(kept.contains("Kept: the assumptions about Arce") && !kept.contains("all clients"), "{kept}");
    assert_eq!(user.json(&["account", "show", "arce"])["retention"], json!(80));
    let kept = user.ok(&["cltv", "arce", "--years", "8", "--save"]);
    assert!(kept.contains("8 years ahead for all clients"), "{kept}");
    let undone = user.ok(&["undo"]);
    assert!(undone.contains("years ahead of all clients"), "{undone}");
    assert_eq!(arce(&user.json(&["cltv"]))["years"], json!(5));
}

#[test]
fn what_cannot_be_tried_is_refused_with_its_reason() {
    let user = priced();
    for args in [
        &["cltv", "--years", "8"][..],
        &["cltv", "arce", "--save"],
        &["cltv", "arce", "--retention", "101"],
        &["cltv", "arce", "--growth", "60"],
        &["cltv", "almazara", "--growth", "5"],
    ] {
        user.fails(2, args);
    }
    user.fails(3, &["cltv", "nobody"]);
}

#[test]
fn nobody_stays_more_often_than_always() {
    let user = priced();
    for outside in ["101", "-1"] {
        let flag = format!("--retention={outside}");
        let refused = user.fails(1, &["account", "edit", "arce", &flag]);
        assert!(refused.contains("Arce") && refused.contains("100%"), "{refused}");
    }
    let list = user.write("clients.csv", "client;revenue;retention\nUno;10;120 %\nDos;20;70 %\n");
    assert_eq!(user.run(&["import", &list]).code, 1);
    let found = user.json(&["account", "list"]);
    let names: Vec<_> = found.as_array().unwrap().iter().map(|a| a["name"].clone()).collect();
    assert!(names.contains(&json!("Dos")) && !names.contains(&json!("Uno")), "{names:?}");
}

#[test]
fn an_insight_becomes_an_opportunity_or_an_initiative() {
    let user = priced();
    user.ok(&["insight", "add", "A second plant", "--account", "arce", "--day", "2026-11-20"]);
    user.ok(&["insight", "add", "Steel gets dearer", "--day", "2026-11-20"]);
    let said = user.ok(&["insight", "opportunity", "a second plant"]);
    assert!(said.contains("Opportunity from an insight: A second plant"), "{said}");
    let sale = user.json(&["opportunity", "show", "a second plant"]);
    assert_eq!(sale["name"], json!("A second plant"));
    let again = user.fails(1, &["insight", "opportunity", "a second plant"]);
    assert!(again.contains("already"), "{again}");
    let whose = user.fails(2, &["insight", "opportunity", "steel gets dearer"]);
    assert!(whose.contains("--account"), "{whose}");
    let plan =
        ["plan", "add", "2027", "--account", "arce", "--starts-on", "2026-11-01", "--ends-on", "2027-12-31"];
    user.ok(&plan);
    user.ok(&["objective", "add", "Grow", "--plan", "2027", "--aim", "growth", "--relevance", "one partner"]);
    let said = user.ok(&["insight", "initiative", "steel gets dearer", "grow"]);
    assert!(said.contains("Initiative from an insight: Steel gets dearer"), "{said}");
    user.fails(3, &["insight", "initiative", "nothing", "grow"]);
}

#[test]
fn the_next_list_of_clients_brings_their_figures_up_to_date_and_changes_nothing_twice() {
    let user = User::with_book("en");
    let list = |name: &str, rows: &str| user.write(name, format!("client;revenue;margin\n{rows}"));
    let first = list("2026.csv", "Arce;1250000;12 %\nUno;98000;\n");
    user.ok(&["import", &first]);
    let next = list("2027.csv", "Arce;1400000;11 %\nUno;98000;\nArce;7;\n");
    let dry = user.ok(&["import", &next, "--dry-run"]);
    assert!(dry.contains("€1,250,000 → €1,400,000") && dry.contains("12% → 11%"), "{dry}");
    let rows = user.json(&["import", &next, "--dry-run"]);
    let changed = &rows["rows"][0]["changes"][0];
    assert_eq!(changed["field"], json!("account.revenue"));
    assert_eq!(
        (&changed["old"]["amount"], &changed["new"]["amount"]),
        (&json!("1250000.00"), &json!("1400000.00"))
    );
    let revenue = || user.json(&["account", "show", "arce"])["revenue"]["amount"].clone();
    assert_eq!(revenue(), json!("1250000.00"), "a dry run writes nothing");
    user.ok(&["import", &next]);
    assert_eq!(revenue(), json!("1400000.00"), "of two rows about one client the first counts");
    let again = user.json(&["import", &next, "--dry-run"]);
    assert_eq!((&again["merge"], &again["create"]), (&json!(0), &json!(0)), "{again}");
    user.ok(&["undo"]);
    assert_eq!(revenue(), json!("1250000.00"));
}

#[test]
fn a_list_of_contacts_leaves_the_figures_of_their_companies_as_they_are() {
    let user = priced();
    let contacts =
        user.write("contacts.csv", "name;company;e-mail;revenue\nEva Sanz;Arce;eva@arce.example;5\n");
    user.ok(&["import", &contacts, "--map", "revenue=account.revenue"]);
    assert_eq!(user.json(&["account", "show", "arce"])["revenue"]["amount"], json!("1000000.00"));
}

#[test]
fn lists_of_clients_say_how_they_are_judged_under_usual_headings() {
    for (lang, headings) in [
        ("en", "client;client type;company size;growth potential;prestige;growth rate;retention rate"),
        (
            "es",
            "cliente;tipo de cliente;dimensión;potencial de compra;valor de referencia;crecimiento anual;tasa de retención",
        ),
    ] {
        let user = User::with_book(lang);
        let key = if lang == "en" { "key" } else { "clave" };
        let list = user.write("clients.csv", format!("{headings}\nUno;{key};4;5;3;2 %;88 %\n"));
        user.ok(&["import", &list]);
        let one = user.json(&["account", "show", "uno"]);
        assert_eq!(
            (&one["tier"], &one["size"], &one["potential"]),
            (&json!("key"), &json!(4), &json!(5)),
            "{one}"
        );
        assert_eq!(
            (&one["reference"], &one["growth"], &one["retention"]),
            (&json!(3), &json!(2), &json!(88))
        );
    }
}

#[test]
fn whoever_becomes_a_key_account_has_it_in_the_history_however_it_was_made() {
    let user = User::with_book("en");
    user.ok(&["account", "add", "Uno", "--tier", "key"]);
    user.ok(&["account", "add", "Dos"]);
    let list = user.write("clients.csv", "client;tier\nDos;key\nTres;key\nCuatro;standard\n");
    user.ok(&["import", &list]);
    let turns = user.json(&["promotion", "list"]);
    let mut accounts: Vec<_> = turns.as_array().unwrap().iter().map(|t| t["account"].to_string()).collect();
    accounts.sort_unstable();
    // Almazara and Arce, whom the shell made, Uno, Dos, Tres.
    assert_eq!(accounts.len(), 5, "{turns}");
    accounts.dedup();
    assert_eq!(accounts.len(), 5, "{turns}");
    user.ok(&["undo"]);
    assert_eq!(user.json(&["promotion", "list"]).as_array().unwrap().len(), 3);
}

#[test]
fn a_book_that_comes_back_brings_its_history_of_key_accounts_and_no_second_one() {
    let user = User::with_book("en");
    let turns = user.json(&["promotion", "list"]).as_array().unwrap().len();
    let book = user.path("book.json").display().to_string();
    user.ok(&["export", "--output", &book]);
    user.ok(&["--file", "new.cartera", "import", &book]);
    assert_eq!(user.json(&["--file", "new.cartera", "promotion", "list"]).as_array().unwrap().len(), turns);
}

#[test]
fn the_reason_of_a_lost_sale_can_be_emptied() {
    let user = User::with_book("en");
    user.ok(&["opportunity", "add", "Line 4", "--account", "arce"]);
    user.ok(&["opportunity", "stage", "line 4", "lost", "--reason", "price"]);
    let reason = || user.json(&["opportunity", "show", "line 4"])["lost_reason"].clone();
    user.ok(&["opportunity", "stage", "line 4", "proposal"]);
    user.ok(&["opportunity", "stage", "line 4", "lost"]);
    assert_eq!(reason(), json!("price"), "what nobody speaks of stays");
    user.ok(&["opportunity", "stage", "line 4", "lost", "--reason", ""]);
    assert!(reason().is_null() || reason() == json!(""), "{}", reason());
}
