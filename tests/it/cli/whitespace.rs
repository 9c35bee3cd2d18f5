//! White space and competitors at the shell.
use serde_json::json;

use super::User;

fn prepared(lang: &'static str) -> User {
    let user = User::with_book(lang);
    user.ok(&["unit", "add", "Jaén", "--account", "almazara"]);
    user.ok(&["unit", "add", "Córdoba", "--account", "almazara"]);
    user.ok(&["offering", "add", "Servicio"]);
    user.ok(&["offering", "add", "Telemetría"]);
    user.ok(&["competitor", "add", "Elevación Tormes"]);
    user
}

const CELL: [&str; 8] =
    ["whitespace", "set", "--account", "almazara", "--offering", "servicio", "--unit", "jaen"];

#[test]
fn a_cell_is_set_by_its_place_and_keeps_what_is_not_mentioned() {
    let user = prepared("en");
    user.ok(&[&CELL[..], &["--total", "60000", "--competitor", "tormes", "--ends", "2027-02-28"]].concat());
    user.ok(&[&CELL[..], &["--total", "70000"]].concat());
    let found = user.json(&["whitespace", "grid", "almazara"]);
    let cells = &found["accounts"][0]["cells"];
    assert_eq!(cells.as_array().unwrap().len(), 4, "{cells}");
    let cell = cells.as_array().unwrap().iter().find(|c| c["state"] == "competitor").unwrap();
    assert_eq!(cell["gap"], json!({ "amount": "70000.00", "currency": "EUR" }));
    assert_eq!(
        (&cell["competitor_name"], &cell["ends_on"]),
        (&json!("Elevación Tormes"), &json!("2027-02-28"))
    );
    assert_eq!(cell["probability"], json!(0.2));
    assert_eq!(found["accounts"][0]["scores"]["knowledge"]["value"], json!(0.25));
    user.ok(&[&CELL[..], &["--clear"]].concat());
    assert_eq!(user.json(&["whitespace", "list"]), json!([]));
    user.ok(&["undo"]);
    assert_eq!(user.json(&["whitespace", "list"]).as_array().unwrap().len(), 1);
}

#[test]
fn the_grid_shows_who_serves_what_and_the_radar_what_is_about_to_end() {
    let user = prepared("es");
    user.ok(&[&CELL[..], &["--total", "60000", "--competitor", "tormes", "--ends", "28/02/2027"]].concat());
    let grid = user.ok(&["whitespace", "grid", "almazara", "--show", "total"]);
    assert!(grid.contains("Gasto total, k€") && grid.contains("60 ■"), "{grid}");
    assert!(grid.contains("hueco ≥ 60 k€ al año · penetración 0 %"), "{grid}");
    let why = user.ok(&["whitespace", "grid", "almazara", "--why"]);
    assert!(why.contains("Esperado, Almazara") && why.contains("12.000 €"), "{why}");
    let radar = user.ok(&["competitor", "radar"]);
    assert!(radar.contains("28 feb 2027") && radar.contains("97 d"), "{radar}");
    assert!(radar.contains("Almazara Jaén · Servicio") && radar.contains("aún sin oportunidad"), "{radar}");
    let none = user.ok(&["competitor", "radar", "--months", "3"]);
    assert!(none.contains("No consta que acabe"), "{none}");
}

#[test]
fn what_makes_no_sense_is_refused() {
    let user = prepared("en");
    user.ok(&["unit", "add", "Hamburg", "--account", "arce"]);
    let refused = user.run(&[
        "whitespace",
        "set",
        "--account",
        "almazara",
        "--offering",
        "servicio",
        "--unit",
        "hamburg",
        "--total",
        "1",
    ]);
    assert_eq!(refused.code, 1, "{refused:?}");
    assert!(refused.err.contains("Hamburg is not part of Almazara"), "{refused:?}");
    let nothing = user.run(&CELL);
    assert_eq!(nothing.code, 2, "{nothing:?}");
    assert!(nothing.err.contains("--state, --competitor"), "{nothing:?}");
    let axis = user.run(&["whitespace", "grid", "--show", "colour"]);
    assert!(axis.code == 2 && axis.err.contains("gap, ours, total, ends"), "{axis:?}");
    let again = user.run(&[&CELL[..], &["--state", "unknown"]].concat());
    assert!(again.code == 1 && again.err.contains("That is how it stands already"), "{again:?}");
}
