//! The log page by page: whatever the way, every row comes once and in its order.
use cartera::domain::Id;
use cartera::domain::choice::{Channel, Direction, Side};
use cartera::domain::day::plus_days;
use cartera::domain::entry::{Entry, PromiseMade};
use cartera::store::Store;
use cartera::store::act::Act;
use cartera::store::query::log::{Balance, Filter, LogPage, LogQuery, Start};
use proptest::prelude::*;

use crate::book::{book, call_with_ana, today};

/// A book with one note for each number: so many days ago, at that hour if there is one.
fn log_of(entries: &[(i64, Option<u32>)]) -> Store {
    let mut store = book();
    for (number, (ago, hour)) in entries.iter().enumerate() {
        let entry = Entry {
            channel: Some(Channel::Call),
            day: plus_days(today(), -ago),
            time: hour.and_then(|h| chrono::NaiveTime::from_hms_opt(h, 0, 0)),
            text: format!("precios {number}"),
            account: (number % 3 == 0).then_some(1),
            ..Entry::default()
        };
        store.perform(Act::Log(Box::new(entry), None), today()).unwrap();
    }
    store
}

fn ask(store: &Store, filter: &Filter, scope: Option<Id>, start: Start, limit: usize) -> LogPage {
    store.log(&LogQuery { scope, filter: filter.clone(), start, limit, head: None }).unwrap()
}

fn ids(page: &LogPage) -> Vec<Id> {
    page.rows.iter().map(|r| r.id).collect()
}

/// All rows, walking older from the newest; and newer from the oldest.
fn walk(store: &Store, filter: &Filter, scope: Option<Id>, limit: usize) -> (Vec<Id>, Vec<Id>) {
    let mut down = Vec::new();
    let mut page = ask(store, filter, scope, Start::Newest, limit);
    assert!(!page.newer);
    loop {
        down.extend(ids(&page));
        let Some(last) = page.rows.last().filter(|_| page.more) else { break };
        page = ask(store, filter, scope, Start::Older(last.place()), limit);
        assert!(page.newer);
    }
    let mut up = Vec::new();
    let mut page = ask(store, filter, scope, Start::Oldest, limit);
    assert!(!page.more);
    loop {
        up.splice(0..0, ids(&page));
        let Some(first) = page.rows.first().filter(|_| page.newer) else { break };
        page = ask(store, filter, scope, Start::Newer(first.place()), limit);
    }
    (down, up)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn walking_either_way_meets_every_row_once(
        entries in proptest::collection::vec((0..5i64, proptest::option::of(8..12u32)), 0..30),
        limit in 1..9usize,
        words in prop_oneof![Just(""), Just("precios")],
        scope in prop_oneof![Just(None), Just(Some(1))],
    ) {
        let store = log_of(&entries);
        let filter = Filter { words: words.into(), ..Filter::default() };
        let whole = ids(&ask(&store, &filter, scope, Start::Newest, 100));
        let (down, up) = walk(&store, &filter, scope, limit);
        prop_assert_eq!(&down, &whole);
        prop_assert_eq!(&up, &whole);
        for (at, row) in ask(&store, &filter, scope, Start::Newest, 100).rows.iter().enumerate() {
            let page = ask(&store, &filter, scope, Start::Around(row.place()), limit);
            prop_assert!(page.position(row.id).is_some());
            if words.is_empty() {
                prop_assert_eq!(page.before, Some(at - page.position(row.id).unwrap()));
                prop_assert_eq!(page.total, Some(whole.len()));
            }
        }
    }
}

#[test]
fn rows_without_words_to_find_come_by_day_time_and_number() {
    let store = log_of(&[(1, None), (0, Some(9)), (0, None), (0, Some(11)), (1, None)]);
    assert_eq!(ids(&ask(&store, &Filter::default(), None, Start::Newest, 9)), [4, 2, 3, 5, 1]);
}

#[test]
fn filters_find_people_tags_open_promises_and_what_is_to_be_sorted_out() {
    let mut store = log_of(&[(3, None)]);
    let mut entry = call_with_ana();
    entry.direction = Some(Direction::Out);
    store.perform(Act::Log(Box::new(entry), None), today()).unwrap();
    let found = |filter: Filter| -> Vec<Id> { ids(&ask(&store, &filter, None, Start::Newest, 9)) };
    assert_eq!(found(Filter { with: vec![1], ..Filter::default() }), [2]);
    assert_eq!(found(Filter { from: vec![1], ..Filter::default() }), Vec::<Id>::new());
    assert_eq!(found(Filter { tags: vec!["RENOVACION".into()], ..Filter::default() }), [2]);
    assert_eq!(found(Filter { tags: vec!["renov".into()], ..Filter::default() }), [2]);
    assert_eq!(found(Filter { tags: vec!["precios".into()], ..Filter::default() }), Vec::<Id>::new());
    assert_eq!(found(Filter { since: Some(plus_days(today(), -2)), ..Filter::default() }), [2]);
    assert_eq!(found(Filter { open_promises: true, ..Filter::default() }), [2]);
    assert_eq!(found(Filter { open_promises: true, words: "precios".into(), ..Filter::default() }), [2]);
    assert_eq!(found(Filter { to_sort: true, ..Filter::default() }), Vec::<Id>::new());
    assert_eq!(found(Filter { nothing: true, ..Filter::default() }), Vec::<Id>::new());
}

#[test]
fn what_is_planned_stands_above_the_log_and_an_entry_sorted_out_loses_its_mark() {
    let mut store = log_of(&[(3, None)]);
    for ahead in [4, 1] {
        let planned = Entry { day: plus_days(today(), ahead), planned: true, ..call_with_ana() };
        store.perform(Act::Log(Box::new(planned), None), today()).unwrap();
    }
    let odd = Entry { to_sort: true, day: today(), text: "zoe".into(), ..Entry::default() };
    store.perform(Act::Log(Box::new(odd), None), today()).unwrap();
    let head = |store: &Store| {
        let query = LogQuery { head: Some(today()), ..LogQuery::default() };
        store.log(&query).unwrap().head.unwrap()
    };
    assert_eq!(head(&store).planned.iter().map(|r| r.id).collect::<Vec<_>>(), [3, 2]);
    assert_eq!(head(&store).to_sort, 1);
    store.perform(Act::Sorted(vec![4]), today()).unwrap();
    assert_eq!(head(&store).to_sort, 0);
    store.perform(Act::Undo, today()).unwrap();
    assert_eq!(head(&store).to_sort, 1);
}

#[test]
fn the_balance_counts_ninety_days_without_notes_and_what_is_planned() {
    let mut store = book();
    let mut log = |channel, direction, ago: i64| {
        let entry = Entry {
            channel: Some(channel),
            direction,
            day: plus_days(today(), -ago),
            account: Some(1),
            planned: ago < 0,
            ..Entry::default()
        };
        store.perform(Act::Log(Box::new(entry), None), today()).unwrap();
    };
    log(Channel::Email, Some(Direction::In), 0);
    log(Channel::Email, Some(Direction::In), 89);
    log(Channel::Email, Some(Direction::In), 90);
    log(Channel::Email, None, 1);
    log(Channel::Note, Some(Direction::Out), 1);
    log(Channel::Call, Some(Direction::Out), 1);
    log(Channel::Meeting, None, 1);
    log(Channel::Meeting, None, -1);
    let query = LogQuery { head: Some(today()), scope: Some(1), ..LogQuery::default() };
    let balance = store.log(&query).unwrap().head.unwrap().balance;
    assert_eq!(balance, Balance { inbound: 2, outbound: 1, both: 1 });
}

#[test]
fn the_page_of_a_person_has_facts_with_causes_promises_and_the_last_conversations() {
    let mut store = book();
    store.perform(Act::Log(Box::new(call_with_ana()), None), today()).unwrap();
    let theirs = PromiseMade {
        side: Side::Theirs,
        text: "manda volúmenes".into(),
        due: None,
        owner: None,
        counterpart: Some(1),
    };
    let planned =
        Entry { day: plus_days(today(), 2), planned: true, promises: vec![theirs], ..call_with_ana() };
    store.perform(Act::Log(Box::new(planned), None), today()).unwrap();
    let page = store.person_page(1, Some(1), today()).unwrap();
    assert_eq!(page.person.name, "Ana Ruiz");
    assert_eq!(
        page.promises.iter().map(|p| p.text.as_str()).collect::<Vec<_>>(),
        ["enviar TCO", "manda volúmenes"]
    );
    assert_eq!(page.log.iter().map(|r| r.id).collect::<Vec<_>>(), [2, 1]);
    let stance = page.facts.iter().find(|f| f.value == "neutral").unwrap();
    assert_eq!(stance.cause.as_ref().map(|c| c.id), Some(2));
    let role = page.facts.iter().find(|f| f.value == "decider").unwrap();
    assert_eq!((role.on, role.cause.is_none()), (today(), true));
}
