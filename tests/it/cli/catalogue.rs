//! Ready indicators at the shell.
use cartera::domain::kpi::catalogue::all;
use serde_json::json;

use super::User;

#[test]
fn the_catalogue_is_listed_whole_or_by_words_without_a_book() {
    let user = User::new();
    let whole = user.run(&["kpi", "catalogue"]);
    assert_eq!((whole.code, whole.err.as_str()), (0, ""));
    assert!(all().all(|ready| whole.out.contains(ready.key)), "{}", whole.out);
    assert!(whole.out.contains("Service and satisfaction"), "{}", whole.out);
    assert_eq!(user.json(&["kpi", "catalogue"]).as_array().map(Vec::len), Some(all().count()));

    let found = user.json(&["kpi", "catalogue", "days", "payment"]);
    assert_eq!(found.as_array().map(Vec::len), Some(1));
    assert_eq!(found[0]["key"], "days-sales-outstanding");
    let none = user.run(&["kpi", "catalogue", "zzz"]);
    assert_eq!((none.out.as_str(), none.err.as_str()), ("", "Nothing in the catalogue is called that\n"));
    let es = User::speaking("es_ES.UTF-8");
    assert!(es.ok(&["kpi", "catalogue", "cobro"]).contains("Días de cobro"));
}

#[test]
fn a_new_kpi_begins_with_a_ready_one_and_flags_change_it() {
    let user = User::with_book("en");
    let added = user.ok(&["kpi", "add", "--from", "on-time-delivery", "--account", "arce"]);
    assert_eq!(added, "Created: KPI On-time delivery (#1)\n");
    let kpi = user.json(&["kpi", "show", "1"]);
    for (field, value) in [
        ("account", json!(2)),
        ("measure", json!("percent")),
        ("nature", json!("stock")),
        ("ownership", json!("contribute")),
        ("formula", json!("Deliveries on or before the day promised, of all deliveries")),
        ("source", json!("logistics, delivery report")),
    ] {
        assert_eq!(kpi[field], value, "{field}: {kpi}");
    }
    // By its name in the language, of the portfolio, under another name and watched only.
    user.ok(&["kpi", "add", "All visits", "--from", "Visits and meetings", "--ownership", "own"]);
    let kpi = user.json(&["kpi", "show", "2"]);
    let shown = ["name", "account", "computed", "ownership"].map(|field| kpi[field].clone());
    assert_eq!(shown, [json!("All visits"), json!(null), json!("visits"), json!("own")]);
}

#[test]
fn what_the_catalogue_does_not_have_is_said_with_what_comes_near() {
    let user = User::with_book("en");
    let nothing = user.fails(3, &["kpi", "add", "--from", "zzz"]);
    assert!(nothing.contains("Nothing in the catalogue is called “zzz”"), "{nothing}");
    let several = user.fails(3, &["kpi", "add", "--from", "invoiced"]);
    assert_eq!(several, "--from: “invoiced” fits several: revenue, new-business\n");
}
