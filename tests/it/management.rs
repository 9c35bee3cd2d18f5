//! The report to management: what is different from the last issued one, and nothing else.
use cartera::domain::Id;
use cartera::domain::choice::{Nature, Ownership, PlanStatus, ReportKind, Severity, Side, Stage, Tier, Unit};
use cartera::domain::colleague::Colleague;
use cartera::domain::commitment::Commitment;
use cartera::domain::day::{day, plus_days};
use cartera::domain::decision::Decision;
use cartera::domain::directory::Directory;
use cartera::domain::field::Link;
use cartera::domain::kind::Kind;
use cartera::domain::kpi::{Amount, Kpi};
use cartera::domain::money::{Currency, Money};
use cartera::domain::opportunity::Opportunity;
use cartera::domain::period::Period;
use cartera::domain::plan::Milestone;
use cartera::domain::problem::Problem;
use cartera::domain::progress::Unwatched;
use cartera::domain::value::Value;
use cartera::lang::value::Context;
use cartera::lang::{Lang, Words};
use cartera::report::issued::issued;
use cartera::report::papers::{Made, Wanted, row};
use cartera::report::plain;
use cartera::store::Store;
use cartera::store::act::Act;
use cartera::store::act::figures::{Figure, Figures, Set};
use cartera::store::query::management::What;
use cartera::store::query::today::moved::{Move, Moved};
use chrono::NaiveDate;

use crate::book::{book, initiative, objective, plan, save, today};

fn with<T>(store: &Store, lang: Lang, on: NaiveDate, f: impl FnOnce(&Context<'_>) -> T) -> T {
    let (words, directory): (Words, Directory) = (Words::new(lang), store.directory().unwrap());
    f(&Context { words: &words, today: on, directory: &directory, scope: None })
}

fn made(store: &Store, wanted: &Wanted, lang: Lang, on: NaiveDate) -> Made {
    let row = row(wanted.kind).unwrap();
    let answers = store.ask_all(&row.queries(wanted), on, &Unwatched).unwrap();
    with(store, lang, on, |cx| row.make(wanted, &answers, cx).unwrap())
}

fn text(store: &Store, lang: Lang, on: NaiveDate) -> String {
    let made = made(store, &Wanted::new(ReportKind::Management), lang, on);
    format!("{}\n{}\n{}", made.paper.title, made.paper.subtitle, plain::render(&made.paper.blocks, None))
}

fn issue(store: &mut Store, on: NaiveDate) {
    let wanted = Wanted::new(ReportKind::Management);
    let made = made(store, &wanted, Lang::En, on);
    let kept = with(store, Lang::En, on, |cx| issued(&wanted, &made, cx));
    store.perform(Act::Issue(Box::new(kept)), on).unwrap();
}

/// What the report of a day says of an account beside its figures.
fn news(store: &Store, account: Id, on: NaiveDate) -> Vec<What> {
    let all = store.management(None, on).unwrap();
    let one = all.accounts.iter().find(|a| a.account.head.id == account).unwrap();
    one.news.iter().map(|n| n.what.clone()).collect()
}

fn enter(store: &mut Store, kpi: Id, month: u32, actual: bool, units: i64) {
    let amount = Some(Amount::Money(Money { minor: units * 100, currency: Currency::default() }));
    let set = if actual { Set::Actual(amount) } else { Set::Target(amount.map(|low| (low, None))) };
    let period = if actual { Period::Month(2026, month) } else { Period::Year(2026) };
    let cells = vec![Figure { kpi, period, set }];
    store.perform(Act::Figures(Figures { cells, source: String::new() }), today()).unwrap();
}

/// Almazara with revenue up to September, a sale, a promise of either side and a plan.
fn prepared() -> Store {
    let mut store = book();
    let kpi = Kpi {
        name: "Revenue".into(),
        account: Some(Link(1)),
        measure: Some(Unit::Money),
        nature: Some(Nature::Flow),
        ownership: Some(Ownership::Own),
        ..Kpi::fresh()
    };
    let kpi = save(&mut store, kpi);
    enter(&mut store, kpi, 0, false, 1_200_000);
    for month in 1..=9 {
        enter(&mut store, kpi, month, true, 100_000);
    }
    let sale = Opportunity { name: "Line 4".into(), account: Some(Link(1)), ..Opportunity::fresh() };
    save(
        &mut store,
        Opportunity { stage: Some(Stage::Proposal), closes_on: Some(day(2026, 12, 10)), ..sale },
    );
    for (side, text) in [(Side::Ours, "send TCO"), (Side::Theirs, "name the buyer")] {
        let due = Some(day(2026, 12, 1));
        let of = Commitment {
            side: Some(side),
            text: text.into(),
            account: Some(Link(1)),
            due,
            ..Commitment::default()
        };
        save(&mut store, of);
    }
    let plan = plan(&mut store, 1, "Almazara 2026", PlanStatus::Active);
    let objective = objective(&mut store, plan);
    let term = (day(2026, 3, 1), day(2026, 12, 20));
    let initiative = initiative(&mut store, objective, "Night service", None, term);
    let milestone = Milestone {
        name: "Pilot signed".into(),
        initiative: Some(Link(initiative)),
        due: Some(day(2026, 12, 4)),
        ..Milestone::default()
    };
    save(&mut store, milestone);
    store
}

#[test]
fn the_report_tells_what_is_different_from_the_last_issued_one_and_nothing_else() {
    let mut store = prepared();
    issue(&mut store, today());
    assert_eq!(news(&store, 1, today()), []);
    assert!(text(&store, Lang::En, today()).contains("Nothing that counts has moved."));

    let problem = Problem {
        name: "Second delivery late".into(),
        account: Some(Link(1)),
        severity: Some(Severity::High),
        opened_on: Some(day(2026, 11, 2)),
        next_step: "bring the signed plan".into(),
        ..Problem::default()
    };
    let problem = save(&mut store, problem);
    let why = "lithium hides the rate".to_owned();
    let decided_on = Some(day(2026, 11, 20));
    let of = Decision {
        name: "Lithium apart".into(),
        account: Some(Link(1)),
        decided_on,
        why: why.clone(),
        ..Decision::fresh()
    };
    save(&mut store, of);
    enter(&mut store, 1, 10, true, 20_000);
    for act in
        [Act::Stage(1, Stage::Won, None), Act::Done(vec![1]), Act::Achieved(vec![(Kind::Milestone, 1)])]
    {
        store.perform(act, today()).unwrap();
    }
    let found = news(&store, 1, today());
    assert!(matches!(found[0], What::Landing { before, now, .. } if before > now), "{found:?}");
    let expected = [
        What::Opened("Second delivery late".into(), "bring the signed plan".into()),
        What::Stage { name: "Line 4".into(), before: Stage::Proposal, now: Stage::Won, why: String::new() },
        What::Reached("Pilot signed".into()),
        What::Decided("Lithium apart".into(), why),
        What::Promises { ours: true, kept: vec!["send TCO".into()], made: Vec::new() },
    ];
    assert_eq!(found[1..], expected);
    assert_eq!(news(&store, 2, today()), [], "nothing happened at the others");

    issue(&mut store, plus_days(today(), 1));
    store.perform(Act::Closed(vec![problem]), plus_days(today(), 2)).unwrap();
    let after = news(&store, 1, plus_days(today(), 2));
    assert_eq!(after, [What::Closed("Second delivery late".into())]);
    let said = text(&store, Lang::En, plus_days(today(), 2));
    assert!(said.contains("since the report of 24 Nov 2026"), "{said}");
    store.perform(Act::Undo, plus_days(today(), 2)).unwrap();
    store.perform(Act::Undo, plus_days(today(), 2)).unwrap();
    assert_eq!(news(&store, 1, today()).len(), 6, "without the second report the first one counts again");
}

#[test]
fn a_report_is_compared_with_the_last_one_also_in_a_book_read_from_a_file() {
    let mut store = prepared();
    // A record that is gone leaves a gap in the numbers.
    store.perform(Act::Delete(Kind::Commitment, vec![1]), today()).unwrap();
    issue(&mut store, today());
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.json");
    let mut bytes = Vec::new();
    cartera::exchange::export(&store, &mut bytes).unwrap();
    std::fs::write(&path, bytes).unwrap();
    let mut other = Store::in_memory(crate::book::clock).unwrap();
    let plan = with(&other, Lang::En, today(), |cx| {
        cartera::exchange::read(&[path], &cartera::exchange::Options::default(), &other, cx).unwrap()
    });
    other.perform(Act::Import(Box::new(plan.batch)), today()).unwrap();
    assert_eq!(news(&other, 1, today()), []);
    other.perform(Act::Stage(1, Stage::Lost, Some("price".into())), today()).unwrap();
    let lost =
        What::Stage { name: "Line 4".into(), before: Stage::Proposal, now: Stage::Lost, why: "price".into() };
    assert_eq!(news(&other, 1, today()), [lost]);
}

#[test]
fn the_first_report_counts_from_a_month_ago_by_the_days_of_the_records() {
    let mut store = prepared();
    for (name, opened) in [("old", day(2026, 10, 1)), ("new", day(2026, 11, 10))] {
        let of = Problem {
            name: name.into(),
            account: Some(Link(1)),
            severity: Some(Severity::Low),
            opened_on: Some(opened),
            ..Problem::default()
        };
        save(&mut store, of);
    }
    let opened: Vec<_> =
        news(&store, 1, today()).into_iter().filter(|what| matches!(what, What::Opened(..))).collect();
    assert_eq!(opened, [What::Opened("new".into(), String::new())]);
    let mut wanted = Wanted::new(ReportKind::Management);
    wanted.term = Some((day(2026, 9, 1), day(2026, 9, 30)));
    let since = made(&store, &wanted, Lang::En, today());
    assert!(since.paper.subtitle.ends_with("1 Sep 2026 – 30 Sep 2026"), "{}", since.paper.subtitle);
}

#[test]
fn what_is_asked_for_is_what_others_owe_and_ones_own_words_come_first() {
    let mut store = prepared();
    let laia = save(&mut store, Colleague { name: "Laia Serra".into(), ..Colleague::default() });
    let late = Commitment {
        side: Some(Side::Ours),
        text: "revised SLA".into(),
        account: Some(Link(1)),
        owner: Some(Link(laia)),
        due: Some(day(2026, 11, 20)),
        ..Commitment::default()
    };
    save(&mut store, late);
    let wanted =
        Wanted { asks: vec!["a loan truck =1+1".into(), "  ".into()], ..Wanted::new(ReportKind::Management) };
    let made = made(&store, &wanted, Lang::En, today());
    let said = plain::render(&made.paper.blocks, None);
    let (own, colleague) = (said.find("1  a loan truck =1+1"), said.find("2  Laia Serra: revised SLA"));
    assert!(own.is_some() && own < colleague, "{said}");
    assert!(!said.contains("3  "), "what I owe myself is asked of nobody: {said}");
}

#[test]
fn both_languages_say_the_same_in_as_many_rows() {
    let mut store = prepared();
    store.perform(Act::Stage(1, Stage::Negotiation, None), today()).unwrap();
    let [en, es] =
        Lang::ALL.map(|lang| made(&store, &Wanted::new(ReportKind::Management), lang, today()).paper);
    let shape = |paper: &cartera::report::paper::Paper| {
        let rows = |block: &cartera::report::Block| match block {
            cartera::report::Block::Table(table) => table.rows.len(),
            _ => 0,
        };
        paper.blocks.iter().map(rows).collect::<Vec<_>>()
    };
    assert_eq!(shape(&en), shape(&es));
    assert_eq!((en.title.as_str(), es.title.as_str()), ("Management report", "Informe de dirección"));
    let unknown = |text: &str| text.contains("management-") || text.contains("handout-");
    assert!(!unknown(&plain::render(&es.blocks, None)) && !unknown(&plain::render(&en.blocks, None)));
}

#[test]
fn accounts_that_came_and_went_since_the_last_report_are_named() {
    let mut store = prepared();
    issue(&mut store, today());
    store.perform(Act::Tier(2, Tier::Standard, String::new()), today()).unwrap();
    crate::book::account(&mut store, "Tramuntana");
    let said = text(&store, Lang::En, today());
    assert!(said.contains("No key accounts any more: Arce."), "{said}");
    assert!(said.contains("Tramuntana  New among the key accounts"), "{said}");
    issue(&mut store, today());
    let said = text(&store, Lang::En, today());
    assert!(!said.contains("New among") && !said.contains("any more"), "{said}");
}

#[test]
fn figures_that_cannot_be_read_are_no_figures() {
    let mut store = prepared();
    issue(&mut store, today());
    let mut record = store.record(Kind::Issued, 1).unwrap();
    record.set("figures", Value::Text("{not json".into())).unwrap();
    store.perform(Act::Save(vec![record]), today()).unwrap();
    assert_eq!(news(&store, 1, today()), []);
}

#[test]
fn a_book_without_key_accounts_says_what_to_do() {
    let store = Store::in_memory(crate::book::clock).unwrap();
    let said = text(&store, Lang::En, today());
    assert!(said.contains("Set the tier of the clients"), "{said}");
}

#[test]
fn the_issued_reports_of_the_demo_open() {
    let mut store = Store::in_memory(crate::book::clock).unwrap();
    cartera::exchange::demo::build(&mut store, today(), None).unwrap();
    let rows = store.issued().unwrap();
    assert!(!rows.is_empty());
    for row in rows {
        let record = store.record(Kind::Issued, row.id).unwrap();
        let of = record.any().downcast_ref().unwrap();
        assert!(!cartera::report::issued::reopen(of).unwrap().blocks.is_empty());
    }
}

#[test]
fn right_after_a_report_nothing_has_moved_whatever_the_book() {
    let mut store = Store::in_memory(crate::book::clock).unwrap();
    cartera::exchange::demo::build(&mut store, today(), None).unwrap();
    issue(&mut store, today());
    let all = store.management(None, today()).unwrap();
    assert_eq!(all.accounts.len(), 4);
    for one in &all.accounts {
        assert_eq!((&one.news, &one.moved), (&Vec::new(), &Vec::new()), "{}", one.account.name);
    }
    let said = text(&store, Lang::Es, today());
    assert!(said.contains("No se ha movido nada que cuente."), "{said}");
}

/// Revenue of a month of any year.
fn entered(store: &mut Store, period: Period, units: i64) {
    let amount = Amount::Money(Money { minor: units * 100, currency: Currency::default() });
    let cells = vec![Figure { kpi: 1, period, set: Set::Actual(Some(amount)) }];
    store.perform(Act::Figures(Figures { cells, source: String::new() }), today()).unwrap();
}

#[test]
fn figures_of_one_year_are_not_compared_with_those_of_another() {
    let mut store = prepared();
    issue(&mut store, today());
    entered(&mut store, Period::Month(2027, 1), 150_000);
    let later = day(2027, 2, 10);
    let changed = |store: &Store| {
        let all = store.management(None, later).unwrap();
        let one = all.accounts.iter().find(|a| a.account.head.id == 1).unwrap();
        assert_eq!(one.now.to_date, Some(150_000.0), "it speaks of 2027");
        let landing = one.news.iter().any(|n| matches!(n.what, What::Landing { .. }));
        (one.before.to_date, one.before.landing, landing)
    };
    assert_eq!(changed(&store), (None, None, false));
    let said = text(&store, Lang::En, later);
    assert!(!said.contains('−') || !said.contains("−€750k"), "{said}");
    // A report that was issued before the year was kept speaks of the year of its day.
    let mut record = store.record(Kind::Issued, 1).unwrap();
    let Value::Text(figures) = record.get("figures") else { panic!("figures are a text") };
    let mut old: serde_json::Value = serde_json::from_str(&figures).unwrap();
    for said in old.as_array_mut().unwrap() {
        said.as_object_mut().unwrap().remove("year").unwrap();
    }
    record.set("figures", Value::Text(old.to_string())).unwrap();
    store.perform(Act::Save(vec![record]), today()).unwrap();
    assert_eq!(changed(&store), (None, None, false));
    entered(&mut store, Period::Month(2026, 10), 90_000);
    let all = store.management(None, plus_days(today(), 1)).unwrap();
    assert_eq!(
        (all.accounts[0].before.to_date, all.accounts[0].now.to_date),
        (Some(900_000.0), Some(990_000.0))
    );
}

#[test]
fn the_same_move_has_one_figure_in_the_scorecard_and_below_it() {
    let store = prepared();
    let mut of = store.management(None, today()).unwrap();
    let one = &mut of.accounts[0];
    (one.before.health, one.now.health) = (Some(69.4), Some(60.6));
    let what = Move::Health { before: 69.4, now: 60.6, because: None };
    one.moved = vec![Moved { subject: (Kind::Account, 1), account: Some(1), what }];
    let said = with(&store, Lang::En, today(), |cx| {
        plain::render(&cartera::report::management::paper(&of, &[], cx).blocks, None)
    });
    assert_eq!(said.matches("−8").count(), 2, "{said}");
    assert!(!said.contains("−9"), "{said}");
}

#[test]
fn a_report_of_a_time_that_is_over_tells_nothing_of_what_came_after_it() {
    let mut store = prepared();
    let opened = |name: &str, on| Problem {
        name: name.into(),
        account: Some(Link(1)),
        severity: Some(Severity::High),
        opened_on: Some(on),
        ..Problem::default()
    };
    save(&mut store, opened("in the second quarter", day(2026, 5, 4)));
    save(&mut store, opened("long after it", day(2026, 10, 4)));
    let wanted =
        Wanted { term: Some((day(2026, 4, 1), day(2026, 6, 30))), ..Wanted::new(ReportKind::Management) };
    let of = made(&store, &wanted, Lang::En, today());
    let said = plain::render(&of.paper.blocks, None);
    assert!(of.paper.subtitle.ends_with("1 Apr 2026 – 30 Jun 2026"), "{}", of.paper.subtitle);
    assert!(said.contains("As things stood on 30 Jun 2026"), "{said}");
    assert!(said.contains("in the second quarter") && !said.contains("long after it"), "{said}");
    assert!(said.contains("€600k") && !said.contains("€900k"), "six months had come in: {said}");
    assert!(!said.contains("Risks") && !said.contains("What I need"), "nothing of today: {said}");
    assert_eq!((of.figures.as_str(), of.term), ("", wanted.term), "the next report is not compared with it");
    let asked = Wanted { asks: vec!["a loan truck".into()], ..wanted };
    assert!(
        plain::render(&made(&store, &asked, Lang::En, today()).paper.blocks, None).contains("a loan truck")
    );
}
