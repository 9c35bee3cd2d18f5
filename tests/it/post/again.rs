//! A calendar that comes in again: what was moved, left out, called off or declined in it since, and older files of it.
use cartera::domain::opportunity::Contract;
use cartera::domain::person::Person;
use chrono::NaiveDate;

use super::*;

/// A calendar of these events, each as its lines.
fn calendar(events: &[&str]) -> String {
    let one = |event: &&str| format!("BEGIN:VEVENT\n{}\nEND:VEVENT\n", event.trim());
    format!("BEGIN:VCALENDAR\nVERSION:2.0\n{}END:VCALENDAR\n", events.iter().map(one).collect::<String>())
}

/// A meeting with Ana, told by these lines beside.
fn meeting(uid: &str, start: &str, more: &str) -> String {
    format!("UID:{uid}\nDTSTART:{start}\nSUMMARY:Precios\nATTENDEE:mailto:ana.ruiz@almazara.example\n{more}")
}

/// Reads calendars on a day, without writing anything.
fn read(store: &Store, texts: &[&str], on: NaiveDate) -> Plan {
    let folder = tempfile::tempdir().unwrap();
    let files: Vec<_> = (0..texts.len()).map(|n| folder.path().join(format!("{n}.ics"))).collect();
    for (file, text) in files.iter().zip(texts) {
        std::fs::write(file, text).unwrap();
    }
    let words = Words::new(Lang::Es);
    let directory = store.directory().unwrap();
    let cx = Context { words: &words, today: on, directory: &directory, scope: None };
    cartera::exchange::read(&files, &Options::default().with_times(madrid()), store, &cx).unwrap()
}

fn write(store: &mut Store, plan: &Plan, on: NaiveDate) {
    store.perform(Act::Import(Box::new(plan.batch.clone())), on).unwrap();
    assert!(store.check().unwrap().is_empty());
}

/// Reads a calendar on a day and saves it.
fn take(store: &mut Store, text: &str, on: NaiveDate) -> Plan {
    let plan = read(store, &[text], on);
    write(store, &plan, on);
    plan
}

fn days(store: &Store) -> Vec<NaiveDate> {
    talks(store).iter().filter_map(|talk| talk.day).collect()
}

fn outside(plan: &Plan) -> Option<&str> {
    plan.files.first().and_then(|file| file.arg("outside"))
}

#[test]
fn a_meeting_that_is_planned_is_followed_out_of_the_window() {
    let mut store = addressed();
    take(&mut store, &calendar(&[&meeting("m", "20261210T090000", "SEQUENCE:0")]), today());
    let april = calendar(&[
        &meeting("m", "20270410T090000", "SEQUENCE:1"),
        &meeting("unknown", "20270410T090000", ""),
    ]);
    let plan = take(&mut store, &april, today());
    assert_eq!(days(&store), [day(2027, 4, 10)]);
    assert_eq!((plan.count(Action::Merge), outside(&plan)), (1, Some("1")));
    // Moved back while nobody looked, and long over: it is still planned, so it is followed.
    let back = calendar(&[&meeting("m", "20261211T090000", "SEQUENCE:2")]);
    take(&mut store, &back, day(2027, 9, 1));
    assert_eq!(days(&store), [day(2026, 12, 11)]);
    let held = talks(&store)[0].clone();
    set(&mut store, Kind::Interaction, held.head.id, "planned", Value::Flag(false));
    let plan = take(&mut store, &back, day(2027, 9, 1));
    assert_eq!((plan.len(), outside(&plan)), (0, Some("1")), "one that was held is nobody's business");
}

#[test]
fn a_day_of_a_series_that_is_left_out_or_no_longer_falls_on_it_goes() {
    let weekly =
        |rule: &str| calendar(&[&meeting("weekly", "20261124T090000", &format!("RRULE:FREQ=WEEKLY;{rule}"))]);
    let mut store = addressed();
    take(&mut store, &weekly("COUNT=4"), today());
    let all = [day(2026, 11, 24), day(2026, 12, 1), day(2026, 12, 8), day(2026, 12, 15)];
    assert_eq!(days(&store), all);
    let without = weekly("COUNT=4\nEXDATE:20261201T090000");
    let plan = read(&store, &[&without], today());
    assert_eq!(reasons(&rows(&plan), Action::Merge), ["calendar-called-off"]);
    write(&mut store, &plan, today());
    assert_eq!(days(&store), [all[0], all[2], all[3]]);
    assert!(read(&store, &[&without], today()).changes_nothing());
    // It ends earlier, long after the window has passed.
    take(&mut store, &weekly("UNTIL=20261209T000000"), day(2027, 8, 1));
    assert_eq!(days(&store), [all[0], all[2]]);
    // It moves to another day of the week.
    let wednesdays = calendar(&[&meeting("weekly", "20261125T090000", "RRULE:FREQ=WEEKLY;COUNT=2")]);
    take(&mut store, &wednesdays, today());
    assert_eq!(days(&store), [day(2026, 11, 25), day(2026, 12, 2)]);
    // It is a single one again.
    take(&mut store, &calendar(&[&meeting("weekly", "20261125T090000", "")]), today());
    assert_eq!(days(&store), [day(2026, 11, 25)]);
}

#[test]
fn a_day_that_an_earlier_file_of_the_same_import_has_is_left_out_by_a_later_one() {
    let series = |more: &str| {
        calendar(&[&meeting("w", "20261124T090000", &format!("RRULE:FREQ=WEEKLY;COUNT=2{more}"))])
    };
    let mut store = addressed();
    let plan = read(&store, &[&series(""), &series("\nEXDATE:20261201T090000")], today());
    write(&mut store, &plan, today());
    assert_eq!(days(&store), [day(2026, 11, 24)]);
}

#[test]
fn a_rule_that_is_not_understood_takes_no_day_away() {
    let mut store = addressed();
    take(&mut store, &calendar(&[&meeting("w", "20261124T090000", "RRULE:FREQ=WEEKLY;COUNT=3")]), today());
    take(&mut store, &calendar(&[&meeting("w", "20261124T090000", "RRULE:FREQ=HOURLY")]), today());
    assert_eq!(days(&store).len(), 3);
}

#[test]
fn an_older_file_does_not_take_back_what_a_newer_one_told() {
    let first = calendar(&[&meeting("m", "20261201T090000", "SEQUENCE:0")]);
    let second = calendar(&[&meeting("m", "20261202T090000", "SEQUENCE:2")]);
    let mut store = addressed();
    take(&mut store, &first, today());
    take(&mut store, &second, today());
    let plan = take(&mut store, &first, today());
    assert_eq!(days(&store), [day(2026, 12, 2)]);
    assert_eq!(reasons(&rows(&plan), Action::Same), ["calendar-older"]);
    let off = calendar(&[&meeting("m", "20261201T090000", "SEQUENCE:1\nSTATUS:CANCELLED")]);
    take(&mut store, &off, today());
    assert_eq!(days(&store), [day(2026, 12, 2)], "called off before it was called again");
    // Of several files of one import too, whichever comes first.
    let last = calendar(&[&meeting("m", "20261201T090000", "SEQUENCE:3\nSTATUS:CANCELLED")]);
    for files in [[&last, &second], [&second, &last]] {
        let plan = read(&store, &files.map(String::as_str), today());
        assert_eq!((plan.batch.called_off.len(), plan.count(Action::Create)), (1, 0));
    }
    let mut empty = addressed();
    let plan = read(&empty, &[&last, &second], today());
    write(&mut empty, &plan, today());
    assert_eq!(days(&empty), [] as [NaiveDate; 0]);
}

#[test]
fn without_a_number_the_day_of_the_last_change_says_which_file_is_older() {
    let told = |start: &str, stamp: &str| {
        calendar(&[&meeting("m", start, &format!("DTSTAMP:20261122T090000Z\nLAST-MODIFIED:{stamp}"))])
    };
    let mut store = addressed();
    take(&mut store, &told("20261202T090000", "20261122T080000Z"), today());
    take(&mut store, &told("20261201T090000", "20261120T080000Z"), today());
    assert_eq!(days(&store), [day(2026, 12, 2)]);
    take(&mut store, &told("20261203T090000", "20261122T080001Z"), today());
    assert_eq!(days(&store), [day(2026, 12, 3)]);
}

#[test]
fn a_meeting_that_the_user_declined_is_none() {
    let invited = |answer: &str| {
        let me = format!("ATTENDEE;PARTSTAT={answer}:mailto:yo@nosotros.example");
        calendar(&[&meeting("m", "20261201T090000", &me)])
    };
    let mut store = addressed();
    set(&mut store, Kind::Settings, 1, "owner_emails", Value::Texts(vec!["yo@nosotros.example".into()]));
    let plan = take(&mut store, &invited("DECLINED"), today());
    assert_eq!(reasons(&rows(&plan), Action::Skip), ["calendar-declined"]);
    take(&mut store, &invited("ACCEPTED"), today());
    assert_eq!(days(&store), [day(2026, 12, 1)]);
    let plan = take(&mut store, &invited("DECLINED"), today());
    assert_eq!(reasons(&rows(&plan), Action::Merge), ["calendar-declined-off"]);
    assert!(days(&store).is_empty());
}

#[test]
fn what_was_held_while_the_preview_was_open_is_neither_called_off_nor_moved() {
    for changed in ["20261201T090000\nSTATUS:CANCELLED", "20261202T090000"] {
        let mut store = addressed();
        take(&mut store, &calendar(&[&meeting("m", "20261201T090000", "")]), today());
        let plan = read(&store, &[&calendar(&[&meeting("m", changed, "")])], today());
        assert!(!plan.changes_nothing());
        let id = talks(&store)[0].head.id;
        set(&mut store, Kind::Interaction, id, "planned", Value::Flag(false));
        write(&mut store, &plan, today());
        assert_eq!(days(&store), [day(2026, 12, 1)], "{changed}");
    }
    let mut store = addressed();
    take(&mut store, &calendar(&[&meeting("m", "20261201T090000", "")]), today());
    let plan = read(&store, &[&calendar(&[&meeting("m", "20261202T090000", "")])], today());
    let id = talks(&store)[0].head.id;
    store.perform(Act::Delete(Kind::Interaction, vec![id]), today()).unwrap();
    write(&mut store, &plan, today());
    assert!(days(&store).is_empty(), "what was deleted meanwhile stays so");
}

/// The calendar that cartera writes of a book.
fn exported(store: &Store) -> String {
    let words = Words::new(Lang::Es);
    let directory = store.directory().unwrap();
    let cx = Context { words: &words, today: today(), directory: &directory, scope: None };
    let mut bytes = Vec::new();
    cartera::exchange::out::calendar::write(store, None, &cx, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

fn contract(store: &mut Store) -> Id {
    let contract = Contract {
        name: "Suministro".into(),
        account: Some(cartera::domain::field::Link(1)),
        ends_on: Some(day(2027, 6, 30)),
        notice_days: Some(90),
        ..Contract::default()
    };
    crate::book::save(store, contract)
}

fn term(store: &Store, id: Id) -> (Value, Value) {
    let contract = store.record(Kind::Contract, id).unwrap();
    (contract.get("ends_on"), contract.get("notice_days"))
}

#[test]
fn the_end_of_a_contract_moves_once_and_its_days_of_notice_stay() {
    for keeps_ours in [true, false] {
        let mut store = addressed();
        let id = contract(&mut store);
        let text = exported(&store);
        assert!(text.contains("X-CARTERA-ENDS:2027-06-30\r\n"), "{text}");
        let text = if keeps_ours { text } else { text.replace("X-CARTERA-ENDS:2027-06-30\r\n", "") };
        assert!(read(&store, &[&text], today()).changes_nothing());
        let moved = text.replace("DATE:20270630", "DATE:20270730");
        let plan = take(&mut store, &moved, today());
        assert_eq!(plan.count(Action::Merge), 1, "{keeps_ours}");
        let after = (Value::Day(day(2027, 7, 30)), Value::Number(90));
        assert_eq!(term(&store, id), after, "{keeps_ours}");
        let again = read(&store, &[&moved], today());
        assert!(again.changes_nothing(), "{keeps_ours}: {:#?}", rows(&again));
    }
}

#[test]
fn the_last_day_of_notice_moves_alone_or_with_the_end_and_the_same_file_again_changes_nothing() {
    // 1 April is ninety days before 30 June.
    for (end, days) in [("20270630", 75), ("20270715", 90), ("20270730", 105)] {
        let mut store = addressed();
        let id = contract(&mut store);
        let text = exported(&store)
            .replace("DATE:20270401", "DATE:20270416")
            .replace("DATE:20270630", &format!("DATE:{end}"));
        take(&mut store, &text, today());
        assert_eq!(term(&store, id).1, Value::Number(days), "{end}");
        assert!(read(&store, &[&text], today()).changes_nothing(), "{end}");
    }
}

#[test]
fn a_birthday_of_a_later_year_is_no_other_one() {
    let mut store = addressed();
    set(&mut store, Kind::Person, 1, "birthday", Value::Day(day(1980, 4, 15)));
    let born = |store: &Store| {
        let person = store.record(Kind::Person, 1).unwrap();
        person.any().downcast_ref::<Person>().unwrap().birthday
    };
    let text = exported(&store);
    assert!(read(&store, &[&text.replace("DATE:19800415", "DATE:20270415")], today()).changes_nothing());
    take(&mut store, &text.replace("DATE:19800415", "DATE:20270416"), today());
    assert_eq!(born(&store), Some(day(1980, 4, 16)));
}

#[test]
fn a_letter_moves_what_is_planned_out_of_the_window_and_one_that_adds_a_day_takes_none_away() {
    let letter = |method: &str, events: &[&str]| {
        let events = calendar(events).replace("VERSION:2.0\n", &format!("VERSION:2.0\nMETHOD:{method}\n"));
        format!(
            "From: Ana <ana.ruiz@almazara.example>\nTo: pau.font@nosotros.example\nSubject: Precios\n\
             Date: Mon, 23 Nov 2026 09:00:00 +0100\nMessage-ID: <{method}@x>\nMIME-Version: 1.0\n\
             Content-Type: text/calendar; method={method}; charset=utf-8\n\n{events}"
        )
    };
    let mut store = addressed();
    take(&mut store, &calendar(&[&meeting("m", "20261210T090000", "SEQUENCE:0")]), today());
    take(&mut store, &letter("REQUEST", &[&meeting("m", "20270410T090000", "SEQUENCE:1")]), today());
    assert_eq!(days(&store), [day(2027, 4, 10)]);
    let mut store = addressed();
    let series = meeting("w", "20261124T090000", "RRULE:FREQ=WEEKLY;COUNT=2");
    take(&mut store, &calendar(&[&series]), today());
    take(&mut store, &letter("ADD", &[&meeting("w", "20261203T090000", "")]), today());
    assert_eq!(days(&store), [day(2026, 11, 24), day(2026, 12, 1), day(2026, 12, 3)]);
}
