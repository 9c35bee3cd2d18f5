//! A calendar that went out brings back what it holds: the days and times of promises, milestones, birthdays, contracts and meetings.
use std::path::Path;

use cartera::domain::choice::{Channel, PlanStatus, Side};
use cartera::domain::commitment::Commitment;
use cartera::domain::day::{day, plus_days};
use cartera::domain::field::Link;
use cartera::domain::interaction::Interaction;
use cartera::domain::kind::Kind;
use cartera::domain::opportunity::Contract;
use cartera::domain::plan::Milestone;
use cartera::domain::value::Value;
use cartera::exchange::Options;
use cartera::exchange::out::calendar;
use cartera::exchange::plan::Action;
use cartera::lang::value::Context;
use cartera::lang::{Lang, Words};
use cartera::store::Store;
use cartera::store::act::Act;
use chrono::NaiveTime;
use proptest::prelude::*;

use crate::book::{clock, fill, initiative, objective, plan, save, set, today};

/// What a calendar says of each of the records: their numbers are 1.
#[derive(Debug, Clone)]
struct Said {
    promise: i64,
    milestone: i64,
    birthday: (u32, u32),
    ends: i64,
    notice: i64,
    meeting: i64,
    at: Option<(u32, u32, i64)>,
}

prop_compose! {
    fn said()(
        promise in -40..400_i64,
        milestone in -40..400_i64,
        birthday in (1..=12_u32, 1..=28_u32),
        ends in 400..900_i64,
        notice in 1..365_i64,
        meeting in 1..400_i64,
        at in prop::option::of((0..24_u32, 0..60_u32, 5..600_i64)),
    ) -> Said {
        Said { promise, milestone, birthday, ends, notice, meeting, at }
    }
}

/// A book with one record of each kind that a calendar shows.
fn prepared(path: &Path) -> Store {
    let mut store = Store::open(path, clock).unwrap();
    fill(&mut store);
    let link = Some(Link(1));
    let text = "revised SLA; two shifts".to_owned();
    save(&mut store, Commitment { side: Some(Side::Ours), text, account: link, ..Commitment::default() });
    let of = plan(&mut store, 1, "2026", PlanStatus::Active);
    let of = objective(&mut store, of);
    let of = initiative(&mut store, of, "Night service", None, (today(), plus_days(today(), 500)));
    save(
        &mut store,
        Milestone {
            name: "Pilot, signed".into(),
            initiative: Some(Link(of)),
            due: Some(today()),
            ..Milestone::default()
        },
    );
    save(&mut store, Contract { name: "Renting".into(), account: link, ..Contract::default() });
    let meeting = Interaction {
        channel: Some(Channel::Meeting),
        day: Some(plus_days(today(), 1)),
        account: link,
        people: vec![Link(1)],
        planned: true,
        ..Interaction::default()
    };
    save(&mut store, meeting);
    store
}

fn say(store: &mut Store, said: &Said) {
    let on = |days: i64| Value::Day(plus_days(today(), days));
    let time = said.at.and_then(|(hour, minute, _)| NaiveTime::from_hms_opt(hour, minute, 0));
    let (month, born) = said.birthday;
    for (kind, field, value) in [
        (Kind::Commitment, "due", on(said.promise)),
        (Kind::Milestone, "due", on(said.milestone)),
        (Kind::Person, "birthday", Value::Day(day(1980, month, born))),
        (Kind::Contract, "ends_on", on(said.ends)),
        (Kind::Contract, "notice_days", Value::Number(said.notice)),
        (Kind::Interaction, "day", on(said.meeting)),
        (Kind::Interaction, "time", time.map_or(Value::Empty, Value::Time)),
        (Kind::Interaction, "minutes", said.at.map_or(Value::Empty, |(.., minutes)| Value::Number(minutes))),
    ] {
        set(store, kind, 1, field, value);
    }
}

fn with_cx<T>(store: &Store, then: impl FnOnce(&Context<'_>) -> T) -> T {
    let (words, directory) = (Words::new(Lang::Es), store.directory().unwrap());
    then(&Context { words: &words, today: today(), directory: &directory, scope: None })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn a_calendar_brings_back_every_field_that_it_holds(before in said(), after in said()) {
        let folder = tempfile::tempdir().unwrap();
        let (here, there) = (folder.path().join("here.cartera"), folder.path().join("there.cartera"));
        let mut store = prepared(&here);
        say(&mut store, &before);
        drop(store);
        std::fs::copy(&here, &there).unwrap();
        let mut moved = Store::open(&there, clock).unwrap();
        say(&mut moved, &after);
        let mut text = Vec::new();
        with_cx(&moved, |cx| calendar::write(&moved, None, cx, &mut text).unwrap());
        let file = folder.path().join("moved.ics");
        std::fs::write(&file, &text).unwrap();

        let mut store = Store::open(&here, clock).unwrap();
        let read = |store: &Store| {
            let files = [file.clone()];
            with_cx(store, |cx| cartera::exchange::read(&files, &Options::default(), store, cx).unwrap())
        };
        let plan = read(&store);
        prop_assert_eq!(plan.count(Action::Refuse) + plan.count(Action::Create), 0);
        store.perform(Act::Import(Box::new(plan.batch)), today()).unwrap();
        // A meeting of no hour is a whole day in the file: how long it takes is not told there, and stays as it was.
        let told = |field: &str| field != "minutes" || after.at.is_some();
        for (kind, field, _) in calendar::FIELDS.iter().filter(|(_, field, _)| told(field)) {
            let value = |store: &Store| store.record(*kind, 1).unwrap().get(field);
            prop_assert_eq!(value(&store), value(&moved), "{:?} {} {}", kind, field, String::from_utf8_lossy(&text));
        }
        prop_assert!(read(&store).changes_nothing());
    }
}
