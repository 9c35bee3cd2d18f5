//! Nothing on the way of a key reads the whole log: SQLite's plans of every statement say so.
use std::sync::{Arc, Mutex};

use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::trace::{TraceEvent, TraceEventCodes};

use super::Store;
use super::act::Act;
use super::act::figures::{Figure, Figures, Set};
use super::query::brief::BriefOf;
use super::query::log::{Filter, LogQuery, Start};
use super::query::{Query, behind};
use crate::domain::account::Account;
use crate::domain::choice::{Channel, Computed, Side, Tier, Unit};
use crate::domain::day::day;
use crate::domain::entry::{Entry, PromiseMade};
use crate::domain::field::{Link, Record};
use crate::domain::kind::Kind;
use crate::domain::kpi::{Amount, Kpi};
use crate::domain::opportunity::{Contract, Opportunity};
use crate::domain::period::CompanyYear;
use crate::domain::period::Period;
use crate::domain::person::{Membership, Person};
use crate::domain::problem::Problem;

/// Tables that grow with the log, by every name that statements give them.
const LONG: [&str; 13] = [
    "interaction",
    "i",
    "interaction_people",
    "interaction_colleagues",
    "x",
    "touch",
    "met",
    "tally",
    "t",
    "commitment",
    "change",
    "entry",
    "c",
];

/// Indexes of few rows, however long the log.
const SHORT: [&str; 4] = ["interaction_planned", "interaction_to_sort", "entry_undone", "commitment_open"];

/// Indexes that are walked in the order in which rows are wanted, for as many rows as the limit says.
const IN_ORDER: [&str; 2] = ["interaction_order", "interaction_account"];

fn clock() -> NaiveDateTime {
    today().and_hms_opt(9, 0, 0).unwrap()
}

fn today() -> NaiveDate {
    day(2026, 11, 23)
}

fn call() -> Act {
    let promise = PromiseMade {
        side: Side::Ours,
        text: "enviar TCO".into(),
        due: Some(day(2026, 11, 27)),
        owner: None,
        counterpart: None,
    };
    let entry = Entry {
        channel: Some(Channel::Call),
        day: today(),
        account: Some(1),
        people: vec![1],
        text: "precios altos".into(),
        tags: vec!["renovación".into()],
        promises: vec![promise],
        ..Entry::default()
    };
    Act::Log(Box::new(entry), None)
}

fn book() -> Store {
    let mut store = Store::in_memory(clock).unwrap();
    let account = Account { name: "Almazara".into(), tier: Some(Tier::Key), ..Account::default() };
    let person = Person { name: "Ana Ruiz".into(), ..Person::default() };
    let membership = Membership { account: Some(Link(1)), ..Membership::default() };
    for parts in [vec![Box::new(account) as _], vec![Box::new(person) as _, Box::new(membership) as _]] {
        store.perform(Act::Save(parts), today()).unwrap();
    }
    store.perform(call(), today()).unwrap();
    store.mark_seen(day(2026, 11, 20)).unwrap();
    measure(&mut store);
    store
}

/// An indicator with a figure, a contract, a problem and a sale.
fn measure(store: &mut Store) {
    let account = Some(Link(1));
    let kpi = Kpi { name: "Revenue".into(), account, measure: Some(Unit::Number), ..Kpi::fresh() };
    let contract =
        Contract { name: "Frame".into(), account, ends_on: Some(day(2026, 12, 20)), ..Contract::default() };
    let opened_on = Some(day(2026, 11, 1));
    let problem = Problem { name: "Late".into(), account, opened_on, ..Problem::fresh() };
    let sale = Opportunity { name: "Line 4".into(), account, ..Opportunity::fresh() };
    for record in [Box::new(kpi) as Box<dyn Record>, Box::new(contract), Box::new(problem), Box::new(sale)] {
        store.perform(Act::Save(vec![record]), today()).unwrap();
    }
    let set = Set::Actual(Some(Amount::Plain(10_000)));
    let cells = vec![Figure { kpi: 1, period: Period::Month(2026, 10), set }];
    store.perform(Act::Figures(Figures { cells, source: String::new() }), today()).unwrap();
}

/// Every statement that runs while `work` does.
fn statements(store: &mut Store, work: impl FnOnce(&mut Store)) -> Vec<String> {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let sink = Arc::clone(&seen);
    let listener = move |event: TraceEvent<'_>| {
        if let TraceEvent::Stmt(_, sql) = event {
            sink.lock().unwrap().push(sql.to_owned());
        }
    };
    store.conn.trace_v2(TraceEventCodes::SQLITE_TRACE_STMT, Some(listener)).unwrap();
    work(store);
    store.conn.trace_v2(TraceEventCodes::empty(), None::<fn(TraceEvent<'_>)>).unwrap();
    let mut all = seen.lock().unwrap().clone();
    // Statements of triggers are named as comments and are part of the plan of what fires them.
    all.retain(|sql| !sql.starts_with("--") && !sql.contains("PRAGMA"));
    all.sort();
    all.dedup();
    all
}

/// The steps of a statement's plan.
fn plan(store: &Store, sql: &str) -> Vec<String> {
    let mut statement = store.conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
    let count = statement.parameter_count();
    let nothing = rusqlite::params_from_iter(vec![rusqlite::types::Null; count]);
    let steps = statement.query_map(nothing, |r| r.get::<_, String>(3)).unwrap();
    steps.map(Result::unwrap).collect()
}

/// Those steps that read a long table from end to end.
fn long_walks(store: &Store, sql: &str) -> Vec<String> {
    let walks_far = |step: &String| {
        let mut words = step.split_whitespace();
        let scans = words.next() == Some("SCAN") && words.next().is_some_and(|table| LONG.contains(&table));
        let uses = |indexes: &[&str]| indexes.iter().any(|i| words.clone().any(|w| w == *i));
        // The newest acts are the last rows of their table.
        let in_order = uses(&IN_ORDER) || *step == "SCAN entry";
        scans && !uses(&SHORT) && !(in_order && sql.contains("LIMIT"))
    };
    plan(store, sql).into_iter().filter(walks_far).collect()
}

/// Checks every statement of `work`, but those that contain one of `but`.
fn walks_nowhere_far(work: impl FnOnce(&mut Store), but: &[&str]) {
    let mut store = book();
    let all = statements(&mut store, work);
    assert!(!all.is_empty());
    for sql in all.iter().filter(|sql| !but.iter().any(|b| sql.contains(b))) {
        assert_eq!(long_walks(&store, sql), [""; 0], "{sql}");
    }
}

#[test]
fn a_walk_through_the_log_would_be_noticed() {
    let store = book();
    assert_eq!(long_walks(&store, "SELECT sum(minutes) FROM interaction").len(), 1);
    assert_eq!(long_walks(&store, "SELECT * FROM touch WHERE day > '2026'").len(), 1);
    assert_eq!(long_walks(&store, "SELECT * FROM touch WHERE person = 1"), [""; 0]);
}

#[test]
fn questions_of_the_first_screens_do_not_read_the_log() {
    for query in [
        Query::Directory,
        Query::Today(None),
        Query::Today(Some(1)),
        Query::WhiteSpace(None),
        Query::WhiteSpace(Some(1)),
        Query::Behind(behind::Row::default()),
        Query::Accounts,
        Query::Portfolio,
        Query::Brief(BriefOf::Account(1)),
        Query::Brief(BriefOf::Person(1, None)),
        Query::Brief(BriefOf::Meeting(1)),
        Query::Account(1),
        Query::People(None),
        Query::People(Some(1)),
        Query::Circles(None),
        Query::Circles(Some(1)),
        Query::Person(1, Some(1)),
        Query::Plans(None),
        Query::Plans(Some(1)),
        Query::Pipeline(None),
        Query::Pipeline(Some(1)),
        Query::Sale(1),
        Query::Review(None),
        Query::Team(None),
        Query::Record(Kind::Interaction, 1),
        Query::Record(Kind::Person, 1),
        Query::History(Kind::Interaction, 1),
        Query::Journal,
        Query::UndoState,
    ] {
        // The page of an account has a page of its log, and with it how many rows there are.
        walks_nowhere_far(|store| drop(store.ask(&query, today()).unwrap()), &[TOTAL]);
    }
}

#[test]
fn the_health_of_a_day_is_kept_without_reading_the_log() {
    walks_nowhere_far(|store| store.keep_health(today()).unwrap(), &[]);
}

#[test]
fn computed_indicators_do_not_read_the_log() {
    for computed in Computed::ALL {
        for account in [None, Some(Link(1))] {
            let kpi = Kpi { computed: Some(*computed), account, ..Kpi::fresh() };
            let year = CompanyYear::default();
            walks_nowhere_far(|store| drop(store.computed_actuals(&kpi, year, today()).unwrap()), &[]);
        }
    }
}

/// How many rows the log has is counted, once after each act.
const TOTAL: &str = "SELECT (SELECT count(*) FROM interaction WHERE";

#[test]
fn pages_of_the_log_read_no_more_than_the_page() {
    let filters = [
        Filter::default(),
        Filter { planned: Some(false), ..Filter::default() },
        Filter { planned: Some(true), ..Filter::default() },
        Filter { to_sort: true, ..Filter::default() },
        Filter { words: "precios".into(), ..Filter::default() },
        Filter { words: "precios".into(), with: vec![1], to_sort: true, ..Filter::default() },
        Filter { with: vec![1], ..Filter::default() },
        Filter { from: vec![1], ..Filter::default() },
        Filter { tags: vec!["ren".into()], ..Filter::default() },
        Filter { since: Some(today()), ..Filter::default() },
        Filter { open_promises: true, ..Filter::default() },
    ];
    for filter in filters {
        for scope in [None, Some(1)] {
            let first =
                LogQuery { filter: filter.clone(), scope, head: Some(today()), ..LogQuery::default() };
            walks_nowhere_far(
                |store| {
                    let place = store.log(&LogQuery::default()).unwrap().rows[0].place();
                    for start in [
                        Start::Newest,
                        Start::Oldest,
                        Start::Older(place.clone()),
                        Start::Newer(place.clone()),
                        Start::Around(place.clone()),
                    ] {
                        store.log(&LogQuery { start, ..first.clone() }).unwrap();
                    }
                },
                &[TOTAL],
            );
        }
    }
}

#[test]
fn the_few_planned_and_unsorted_rows_have_an_index_of_their_own() {
    for (filter, index) in [
        (Filter { planned: Some(true), ..Filter::default() }, SHORT[0]),
        (Filter { to_sort: true, ..Filter::default() }, SHORT[1]),
    ] {
        for scope in [None, Some(1)] {
            let mut store = book();
            let query = LogQuery { filter: filter.clone(), scope, ..LogQuery::default() };
            let all = statements(&mut store, |store| drop(store.log(&query).unwrap()));
            let page = all.iter().find(|sql| sql.starts_with("SELECT i.id FROM interaction")).unwrap();
            let steps = plan(&store, page);
            assert!(steps.iter().any(|step| step.contains(index)), "{steps:?}");
        }
    }
}

#[test]
fn what_is_written_does_not_read_the_log() {
    let logged = |store: &mut Store| {
        store.perform(call(), today()).unwrap();
        store.perform(Act::Contacted(1, Some(1)), today()).unwrap();
        store.perform(Act::Done(vec![1]), today()).unwrap();
        store.perform(Act::Undo, today()).unwrap();
        store.perform(Act::Redo, today()).unwrap();
        store.perform(Act::Delete(Kind::Interaction, vec![1]), today()).unwrap();
    };
    walks_nowhere_far(logged, &[]);
}

#[test]
fn what_is_written_prepares_each_statement_once() {
    let mut store = book();
    let distinct = statements(&mut store, |store| drop(store.perform(call(), today()).unwrap()));
    // Fewer than the cache of the connection holds, so that the second call prepares nothing.
    assert!(distinct.len() < 64, "{} statements: {distinct:#?}", distinct.len());
}
