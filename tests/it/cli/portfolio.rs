//! All clients at the shell.
use serde_json::json;

use super::User;

fn prepared(lang: &'static str) -> User {
    let user = User::with_book(lang);
    for (name, revenue) in [("Uno", "520"), ("Dos", "300"), ("Tres", "130"), ("Cuatro", "50")] {
        user.ok(&["account", "add", name, "--revenue", revenue]);
    }
    user
}

#[test]
fn clients_stand_by_revenue_with_their_class() {
    let user = prepared("en");
    let found = user.json(&["pareto"]);
    let clients = found["clients"].as_array().unwrap();
    let classes: Vec<_> = clients.iter().take(4).map(|c| (c["name"].clone(), c["class"].clone())).collect();
    let wanted = [("Uno", "A"), ("Dos", "A"), ("Tres", "B"), ("Cuatro", "C")];
    assert_eq!(classes, wanted.map(|(name, class)| (json!(name), json!(class))));
    assert_eq!(found["hhi"], json!(0.3798));
    let of_a = user.json(&["pareto", "--class", "a", "--limit", "1"]);
    assert_eq!(of_a["clients"].as_array().map(Vec::len), Some(1));
    assert!(user.ok(&["pareto"]).contains("Uno"));
}

#[test]
fn a_client_is_made_a_key_account_with_the_reason_and_released_again() {
    let user = prepared("es");
    user.ok(&["account", "promote", "uno", "--why", "la mayor"]);
    assert_eq!(user.json(&["account", "show", "uno"])["tier"], json!("key"));
    user.ok(&["account", "release", "uno", "--why", "vendida"]);
    let turns = user.json(&["promotion", "list"]);
    let reasons: Vec<_> = turns.as_array().unwrap().iter().map(|t| t["reason"].clone()).collect();
    assert!(reasons.contains(&json!("la mayor")) && reasons.contains(&json!("vendida")), "{turns}");
}

#[test]
fn clients_with_what_they_buy_a_year_are_read_from_a_file() {
    let user = User::with_book("es");
    let file = user.write(
        "clientes.csv",
        "Cliente;Sector;Facturación\nOlivos Sur;Aceite;1.250.000,50\nNieve;Frío;98000\n",
    );
    user.ok(&["import", &file]);
    let found = user.json(&["pareto"]);
    assert_eq!(found["clients"][0]["name"], json!("Olivos Sur"));
    assert_eq!(found["clients"][0]["revenue"], json!({ "amount": "1250000.50", "currency": "EUR" }));
}
