//! The scorecard and what explains it: health, indicators, what is worth a thought.
use serde_json::{Value as Json, json};

use super::User;

/// The end of a month from an empty book: an indicator, its target, its figures.
fn story(lang: &'static str) -> User {
    let user = User::with_book(lang);
    for args in [
        vec!["kpi", "add", "Revenue", "--account", "arce", "--measure", "money"],
        vec!["kpi", "target", "arce", "revenue", "2026", "1200k"],
        vec![
            "kpi", "set", "arce", "revenue", "ene=90k", "feb=90k", "mar=90k", "abr=90k", "may=90k",
            "jun=90k", "jul=90k",
        ],
        vec!["kpi", "set", "arce", "revenue", "ago=100k", "sep=90k", "oct=80k"],
        vec!["kpi", "add", "NPS", "--account", "arce", "--nature", "stock", "--measure", "score"],
        vec!["reading", "add", "--account", "arce", "--day", "2026-10-07", "--score", "6"],
        vec!["problem", "add", "Late pallets", "--account", "arce", "--severity", "high"],
    ] {
        user.ok(&args);
    }
    user
}

fn arce(user: &User) -> Json {
    let card = user.json(&["scorecard"]);
    assert_eq!(card["day"], json!("2026-11-23"));
    let accounts = card["accounts"].as_array().unwrap();
    accounts.iter().find(|a| a["name"] == "Arce").unwrap().clone()
}

#[test]
fn the_scorecard_says_how_an_account_is_and_why() {
    let user = story("en");
    let arce = arce(&user);
    let health = &arce["health"];
    let part = |name: &str| {
        let parts = health["parts"].as_array().unwrap();
        parts.iter().find(|p| p["name"] == name).unwrap_or(&Json::Null).clone()
    };
    // 90 % of what was expected is 80 points; nobody was seen; six of ten; a severe problem takes 20 off.
    assert_eq!(
        (part("commercial")["value"].clone(), part("satisfaction")["value"].clone()),
        (json!(80), json!(60))
    );
    assert_eq!(part("relationship")["value"], json!(0));
    assert_eq!(
        (part("plan")["value"].clone(), part("plan")["why"].clone()),
        (json!(null), json!("no plan yet"))
    );
    assert_eq!(
        (part("risk")["value"].clone(), part("risk")["inputs"][0]["kind"].clone()),
        (json!(-20), json!("problem"))
    );
    assert_eq!(
        (&health["value"], &health["evidence"], &health["band"]),
        (&json!(24), &json!(0.75), &json!("off_track"))
    );
    assert_eq!(health["since_why"], json!("no health is kept from a month ago"));
    assert_eq!(health["course"].as_array().unwrap().len(), 12);
    let rules: Vec<_> = arce["insights"].as_array().unwrap().iter().map(|i| i["rule"].clone()).collect();
    assert_eq!(rules, ["no-decider", "nobody-against", "single-threaded", "missing-role", "rate-beyond"]);
    let rate = &arce["insights"][4];
    assert_eq!(
        (&rate["kind"], &rate["id"], &rate["act"]["does"]),
        (&json!("kpi"), &json!(1), &json!("open"))
    );
    let page = user.ok(&["scorecard", "--account", "arce"]);
    for words in [
        "Arce  health 24\n",
        "KPIs             ████████░░  80",
        "Worth a thought\n·  Nobody is named as the decider",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
}

#[test]
fn every_figure_is_explained_by_what_it_is_made_of() {
    let user = story("en");
    let health = user.json(&["explain", "account", "arce"]);
    assert_eq!(health["health"], arce(&user)["health"]);
    assert!(user.ok(&["explain", "account", "arce"]).starts_with("Health of Arce  24\n"));
    let headline = user.json(&["explain", "kpi", "arce", "revenue"]);
    assert_eq!(headline["headline"]["value"], json!(0.9));
    let to_date = &headline["headline"]["parts"][0];
    assert_eq!(to_date["value"], json!({ "amount": "900000.00", "currency": "EUR" }));
    assert_eq!(
        (&to_date["inputs"][0]["when"], &to_date["inputs"][0]["kind"]),
        (&json!("2026-01"), &json!("kpi"))
    );
    assert_eq!(headline["landing"]["parts"][1]["name"], json!("trailing-3"));
    let cell = user.json(&["explain", "kpi:1", "oct"]);
    assert_eq!((&cell["period"], &cell["score"]["value"]), (&json!("2026-10"), &json!(0.8)));
    assert_eq!(cell["cell"]["entered_actual"]["entered_on"], json!("2026-11-23"));
    let page = user.ok(&["explain", "kpi", "arce", "revenue", "oct"]);
    assert!(page.starts_with("Revenue · Arce · October 2026  80%\n") && page.contains("today"), "{page}");
    let person = user.json(&["explain", "person", "jordi"]);
    assert_eq!(person["places"][0]["strength"], json!(0.0));
    assert_eq!(person["coverage"][0]["score"]["parts"][0]["inputs"][0]["value"], json!("never met"));
    let page = user.ok(&["explain", "person", "jordi", "mas"]);
    assert!(page.contains("Never touched: 0") && page.contains("Coverage of Arce  0"), "{page}");
}

#[test]
fn what_cannot_be_explained_says_what_can() {
    let user = story("en");
    assert!(user.fails(2, &["explain", "foo"]).contains("Accepted: account NAME"));
    assert!(user.fails(2, &["explain", "account"]).contains("Accepted: account NAME"));
    user.fails(3, &["explain", "account", "nowhere"]);
    user.fails(3, &["explain", "kpi", "arce", "margin"]);
    assert!(user.fails(2, &["explain", "kpi", "arce", "revenue", "someday"]).contains("is no period"));
    user.ok(&["kpi", "edit", "arce", "nps", "--retired"]);
    assert!(user.fails(1, &["explain", "kpi", "arce", "nps"]).contains("no longer followed"));
}

#[test]
fn undo_takes_the_figures_back_and_the_scorecard_with_them() {
    let user = story("es_ES.UTF-8");
    let before = arce(&user);
    user.ok(&["kpi", "set", "arce", "revenue", "nov", "-12,5k"]);
    assert_ne!(arce(&user), before);
    assert_eq!(user.ok(&["undo"]), "Deshecho: una cifra de Revenue\n");
    assert_eq!(arce(&user), before);
    let page = user.ok(&["scorecard", "--account", "arce"]);
    assert!(page.contains("Arce  salud 24\n") && page.contains("◐ en riesgo"), "{page}");
    assert!(user.ok(&["explain", "cuenta", "arce"]).contains("aún no hay plan"));
    assert!(user.ok(&["explain", "indicador", "arce", "rev", "T4"]).contains("T4 2026"));
    assert!(user.ok(&["explain", "persona", "jordi"]).contains("Cobertura de Arce"));
}

#[test]
fn a_day_that_was_named_leaves_no_health_behind() {
    let user = story("en");
    let on = |day: &str| {
        let asked = user.command().args(["--on", day, "scorecard", "--json"]).output().unwrap();
        assert!(asked.status.success());
    };
    on("2026-10-24");
    on("2026-11-23");
    assert_eq!(arce(&user)["health"]["since"], Json::Null);
}

#[test]
fn every_member_of_the_answer_is_documented() {
    let page = include_str!("../../../docs/COMMANDS.md");
    let (_, page) = page.split_once("## What scorecard --json answers").unwrap();
    let arce = arce(&story("en"));
    let kpi = &arce["kpis"][0];
    for object in
        [&arce, kpi, &kpi["landing"], &kpi["landing"]["methods"][0], &arce["health"], &arce["insights"][0]]
    {
        for name in object.as_object().unwrap().keys() {
            assert!(page.contains(&format!("`{name}`")), "{name}");
        }
    }
}
