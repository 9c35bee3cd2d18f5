//! Figures at the shell: the end of a month, lists that matter, what is refused.
use serde_json::json;

use super::User;

/// A user with a monthly revenue (1) and a punctuality (2) at Arce, both with their targets of the year.
fn month_end(lang: &'static str) -> User {
    let user = User::with_book(lang);
    for args in [
        vec!["kpi", "add", "Revenue", "--account", "arce", "--measure", "money"],
        vec![
            "kpi",
            "add",
            "On-time delivery",
            "--account",
            "arce",
            "--measure",
            "percent",
            "--nature",
            "stock",
        ],
        vec!["kpi", "target", "arce", "revenue", "2026", "1M"],
        vec!["kpi", "target", "arce", "on-time", "2026", "95"],
    ] {
        user.ok(&args);
    }
    user
}

#[test]
fn the_end_of_a_month_is_one_act_each_said_as_old_and_new() {
    let user = month_end("en");
    let first = user.ok(&["kpi", "set", "arce", "rev", "sep=70k", "oct=80,000"]);
    assert!(first.starts_with("Revenue  Arce\nSep 26  –  →  €70,000\nOct 26  –  →  €80,000\n"), "{first}");
    let again = user.json(&["kpi", "set", "1", "oct", "820k"]);
    assert_eq!(again["cells"][0]["before"], json!({ "amount": "80000.00", "currency": "EUR" }));
    assert_eq!(again["cells"][0]["after"], json!({ "amount": "820000.00", "currency": "EUR" }));
    let said = user.ok(&["kpi", "set", "arce", "rev", "2026-10", "82k"]);
    assert!(said.contains("€820,000  →  €82,000"), "{said}");
    assert!(said.contains("changes tenfold or more"), "a decimal mark was lost: {said}");
    let grown = user.ok(&["kpi", "set", "arce", "rev", "2026-10", "9k"]);
    assert!(!grown.contains("tenfold"), "{grown}");
    user.ok(&["kpi", "set", "arce", "rev", "2026-10", "8.2k"]);
    let odd = user.ok(&["kpi", "set", "arce", "rev", "2026-10", "90k"]);
    assert!(odd.contains("changes tenfold or more"), "{odd}");
    assert_eq!(user.ok(&["undo"]), "Undone: a figure of Revenue\n");
    let october = &user.json(&["kpi", "show", "arce", "rev"])["periods"];
    let october = october.as_array().unwrap().iter().find(|p| p["period"] == "2026-10").unwrap().clone();
    assert_eq!(october["actual"], json!({ "amount": "8200.00", "currency": "EUR" }));
    assert_eq!(october["entered_actual"]["entered_on"], json!("2026-11-23"));
}

#[test]
fn the_end_of_a_month_in_spanish() {
    let user = month_end("es_ES.UTF-8");
    let set = user.ok(&["kpi", "set", "arce", "on-time", "oct=87,5", "2026-09=91 %"]);
    assert!(set.starts_with("On-time delivery  Arce\noct 26  –  →  87,5 %\nsep 26  –  →    91 %\n"), "{set}");
    assert!(set.contains("◐ en riesgo, cumplimiento 92 %, hasta el 31 oct 2026"), "{set}");
    let card = user.ok(&["scorecard", "--account", "arce"]);
    assert!(card.starts_with("Cuadro de mando  lun 23 nov 2026  S48\n"), "{card}");
    assert!(card.contains("◐ en riesgo") && card.contains("no hay dato de 2026"), "{card}");
    assert_eq!(user.ok(&["undo"]), "Deshecho: 2 cifras (On-time delivery)\n");
}

#[test]
fn the_scorecard_has_every_figure_or_the_reason_why_there_is_none() {
    let user = month_end("en");
    let months: Vec<String> = (1..=10).map(|m| format!("2026-{m:02}=80k")).collect();
    let mut args = vec!["kpi", "set", "arce", "revenue"];
    args.extend(months.iter().map(String::as_str));
    user.ok(&args);
    let card = user.json(&["scorecard"]);
    let arce = card["accounts"].as_array().unwrap().iter().find(|a| a["name"] == "Arce").unwrap();
    let (revenue, on_time) = (&arce["kpis"][0], &arce["kpis"][1]);
    assert_eq!((&revenue["pace"], &revenue["rag"]), (&json!(0.96), &json!("on_track")));
    assert_eq!(revenue["as_of"], json!("2026-10-31"));
    let landing = &revenue["landing"];
    assert_eq!(landing["method"], json!("trailing-3"));
    assert_eq!(landing["value"], json!({ "amount": "960000.00", "currency": "EUR" }));
    assert_eq!(landing["gap"], json!({ "amount": "40000.00", "currency": "EUR" }));
    assert_eq!(landing["required"], json!({ "amount": "100000.00", "currency": "EUR" }));
    let seasonal = &landing["methods"][2];
    assert_eq!((&seasonal["method"], &seasonal["value"]), (&json!("seasonal"), &json!(null)));
    assert_eq!(seasonal["why"]["value"], json!("the figures of 2025 are not complete"));
    assert_eq!((&on_time["rag"], &on_time["attainment"]), (&json!("unknown"), &json!(null)));
    assert_eq!(on_time["why"]["attainment"], json!("no figure for 2026"));
    assert_eq!(on_time["why"]["landing"], json!("a level has no landing"));
    let page = user.ok(&["scorecard", "--account", "arce"]);
    assert!(page.contains("€960k*"), "{page}");
    assert!(page.contains("On-time delivery  no figure for 2026"), "{page}");
}

#[test]
fn a_list_of_indicators_says_how_they_stand() {
    let user = month_end("en");
    user.ok(&["kpi", "set", "arce", "on-time", "oct", "87"]);
    let list = user.ok(&["kpi", "list"]);
    assert_eq!(
        list.lines().next().unwrap().split_whitespace().collect::<Vec<_>>(),
        ["No", "Name", "Account", "As", "of", "Actual", "Target", "%", "State", "Landing"]
    );
    assert!(list.contains("On-time delivery  Arce     Oct 26     87%     95%  92%  ◐ at risk"), "{list}");
    assert_eq!(user.json(&["kpi", "list"])[1]["standing"]["rag"], json!("at_risk"));
    let show = user.ok(&["kpi", "show", "arce", "on-time"]);
    assert!(show.contains("Oct 26     87%     95%        -8%  92%  ◐  today"), "{show}");
    user.ok(&["kpi", "edit", "arce", "on-time", "--retired"]);
    assert!(!user.ok(&["kpi", "list"]).contains("On-time"));
    assert!(user.ok(&["kpi", "list", "--all"]).contains("On-time"));
}

#[test]
fn a_figure_that_is_refused_says_where_and_what_would_be_accepted() {
    let user = month_end("en");
    let kpi = |verb: &'static str, args: &[&'static str]| [&["kpi", verb], args].concat();
    let set = |args: &[&'static str]| kpi("set", args);
    let value = user.fails(2, &set(&["arce", "rev", "oct=80k", "nov=lots"]));
    assert_eq!(value, "Nov 26: “lots” is no amount. Accepted: 1,234.50, 120k, 1.2M, 500 USD\n");
    let period = user.fails(2, &set(&["arce", "rev", "someday=5"]));
    assert!(period.starts_with("“someday” is no period. Accepted: nov 2026"), "{period}");
    assert!(user.fails(2, &set(&["arce", "rev", "oct=5", "2026-10=6"])).contains("twice"));
    assert!(user.fails(2, &set(&["arce", "rev", "oct"])).starts_with("Accepted: cartera kpi set"));
    assert!(user.fails(1, &set(&["arce", "rev", "Q4", "5"])).contains("Revenue is measured by the month"));
    assert!(user.fails(1, &set(&["arce", "rev", "oct", "5 USD"])).contains("EUR"));
    // Nothing of a refused line is written.
    assert_eq!(user.json(&["kpi", "show", "arce", "rev"])["standing"]["rag"], json!("unknown"));
    assert!(
        user.fails(2, &kpi("target", &["arce", "rev", "2026", "5", "9"])).contains("Accepted: one value")
    );
}

#[test]
fn an_indicator_is_looked_for_in_its_account() {
    let user = month_end("en");
    user.ok(&["kpi", "add", "Revenue", "--account", "almazara", "--measure", "money"]);
    user.ok(&["kpi", "add", "New offerings"]);
    let several = user.fails(3, &["kpi", "set", "revenue", "oct", "5"]);
    assert!(
        several.contains("Revenue, Almazara (#3)") && several.contains("Revenue, Arce (#1)"),
        "{several}"
    );
    let nothing = user.fails(3, &["kpi", "show", "almazara", "on-time"]);
    assert!(nothing.contains("There are: Revenue, Almazara (#3)"), "{nothing}");
    assert!(user.fails(3, &["kpi", "set", "nowhere", "rev", "oct", "5"]).contains("nowhere"));
    assert!(user.ok(&["kpi", "set", "-", "new", "oct", "3"]).starts_with("New offerings  Portfolio\n"));
    assert!(user.ok(&["kpi", "set", "new", "oct", "-"]).contains("3  →  –"));
    let same = user.run(&["kpi", "set", "new", "oct", "-"]);
    assert_eq!((same.code, same.out.as_str(), same.err.as_str()), (0, "", "Nothing changed\n"));
}

#[test]
fn a_band_has_both_ends() {
    let user = month_end("en");
    user.ok(&[
        "kpi",
        "add",
        "Stock",
        "--account",
        "arce",
        "--measure",
        "days",
        "--nature",
        "stock",
        "--better",
        "band",
    ]);
    assert!(user.ok(&["kpi", "target", "arce", "stock", "2026", "10", "20"]).contains("–  →  10 d..20 d"));
    assert!(user.ok(&["kpi", "set", "arce", "stock", "oct", "25"]).contains("○ off track, attainment 50%"));
    let again = user.json(&["kpi", "target", "arce", "stock", "2026", "12..20"]);
    assert_eq!(again["cells"][0]["after"], json!({ "low": 12, "high": 20 }));
    assert!(user.fails(2, &["kpi", "target", "arce", "stock", "2026", "10"]).contains("both ends"));
    assert!(user.fails(2, &["kpi", "target", "arce", "stock", "2026", "20", "10"]).contains("above"));
}

#[test]
fn lists_show_what_is_open_first_and_what_is_over_only_when_asked() {
    let user = User::with_book("en");
    let add = |args: &[&str]| user.ok(args);
    for (name, ends, renews) in
        [("Old", "2026-01-31", "no"), ("Later", "2027-06-30", "no"), ("Soon", "2027-01-15", "yes")]
    {
        add(&[
            "contract",
            "add",
            name,
            "--account",
            "arce",
            "--ends-on",
            ends,
            "--notice-days",
            "30",
            "--renews",
            renews,
        ]);
    }
    let contracts = add(&["contract", "list"]);
    let names: Vec<_> = contracts.lines().skip(1).map(|l| l.split_whitespace().nth(1).unwrap()).collect();
    assert_eq!(names, ["Soon", "Later"]);
    assert!(contracts.lines().nth(1).unwrap().ends_with("15 Jan 2027  16 Dec"), "{contracts}");
    assert_eq!(user.json(&["contract", "list", "--all"]).as_array().unwrap().len(), 3);
    assert_eq!(user.json(&["contract", "show", "soon"])["name"], json!("Soon"));
    let soon = add(&["contract", "show", "soon"]);
    assert!(
        soon.starts_with("Soon  #3\n") && soon.contains("Notice by         16 Dec 2026  16 Dec"),
        "{soon}"
    );

    add(&[
        "problem",
        "add",
        "Late pallets",
        "--account",
        "arce",
        "--severity",
        "low",
        "--opened-on",
        "2026-11-16",
    ]);
    add(&[
        "problem",
        "add",
        "Wrong invoice",
        "--account",
        "arce",
        "--severity",
        "high",
        "--opened-on",
        "yesterday",
    ]);
    add(&["problem", "add", "Broken seal", "--account", "arce", "--opened-on", "yesterday"]);
    assert_eq!(user.ok(&["done", "broken", "seal"]), "Closed: Broken seal\n");
    let problems = add(&["problem", "list", "--all"]);
    let names: Vec<_> = problems.lines().skip(1).map(|l| l.split_whitespace().nth(1).unwrap()).collect();
    assert_eq!(names, ["Wrong", "Late", "Broken"]);
    assert!(problems.contains("closed today"), "{problems}");
    assert_eq!(user.json(&["problem", "list"]).as_array().unwrap().len(), 2);

    add(&["opportunity", "add", "Renewal", "--account", "arce", "--stage", "proposal", "--amount", "120k"]);
    add(&["opportunity", "add", "Lost one", "--account", "arce", "--stage", "lost"]);
    let sales = add(&["opportunity", "list"]);
    add(&["opportunity", "add", "Fleet", "--account", "arce", "--stage", "qualified", "--amount", "9k"]);
    let by_amount = user.json(&["opportunity", "list", "--sort", "amount"]);
    assert_eq!((&by_amount[0]["name"], &by_amount[1]["name"]), (&json!("Fleet"), &json!("Renewal")));
    assert!(add(&["opportunity", "show", "renewal"]).contains("Weighted  €60,000"));
    add(&["rate", "add", "--currency", "usd", "--year", "2026", "--rate", "0.92"]);
    assert!(add(&["rate", "list"]).contains("USD       2026  0.92"));
    assert_eq!(user.json(&["rate", "show", "usd"])["rate"], json!(0.92));
    assert!(sales.contains("€120,000") && sales.contains("50%") && !sales.contains("Lost one"), "{sales}");
}

#[test]
fn a_problem_is_closed_and_opened_again_by_name_or_number() {
    let user = User::with_book("en");
    user.ok(&["problem", "add", "Late pallets", "--account", "arce"]);
    user.ok(&["task", "add", "send pallets list", "--account", "arce"]);
    // A promise with these words comes first.
    assert_eq!(user.ok(&["done", "pallets"]), "Done: send pallets list\n");
    assert_eq!(user.json(&["done", "problem:1"])[0]["closed_on"], json!("2026-11-23"));
    assert!(user.fails(1, &["done", "problem", "late"]).contains("closed already"));
    assert_eq!(user.ok(&["done", "--reopen", "problem", "1"]), "Open again: Late pallets\n");
    assert_eq!(user.ok(&["undo"]), "Undone: “Late pallets” open again\n");
    assert!(user.fails(3, &["done", "no", "such", "thing"]).contains("no such thing"));
}
