//! Letters that invite to a meeting become the meeting; what follows by letter moves it or calls it off.
use std::path::PathBuf;

use cartera::domain::choice::Channel;
use cartera::domain::day::{day, plus_days};
use cartera::domain::interaction::Interaction;
use cartera::domain::kind::Kind;
use cartera::domain::value::Value;
use cartera::exchange::options::Times;
use cartera::exchange::plan::{Action, Row};
use cartera::exchange::{Options, Plan};
use cartera::lang::value::Context;
use cartera::lang::{Lang, Words};
use cartera::store::Store;
use cartera::store::act::Act;

use crate::book::{book, rows, set, today};

fn letter() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/files/mail/invitation.eml");
    std::fs::read_to_string(path).unwrap().replace('\n', "\r\n")
}

fn addressed() -> Store {
    let mut store = book();
    let texts = |address: &str| Value::Texts(vec![address.to_owned()]);
    set(&mut store, Kind::Person, 1, "emails", texts("ana.ruiz@almazara.example"));
    set(&mut store, Kind::Colleague, 1, "emails", texts("pau.font@nosotros.example"));
    store
}

fn plan(store: &Store, name: &str, text: &str) -> Plan {
    let folder = tempfile::tempdir().unwrap();
    let path: PathBuf = folder.path().join(name);
    std::fs::write(&path, text).unwrap();
    let (words, directory) = (Words::new(Lang::Es), store.directory().unwrap());
    let cx = Context { words: &words, today: today(), directory: &directory, scope: None };
    let times = Times { zone: chrono_tz::Europe::Madrid, ..Times::default() };
    cartera::exchange::read(&[path], &Options::default().with_times(times), store, &cx).unwrap()
}

fn only(plan: &Plan) -> Row {
    let rows = rows(plan);
    assert_eq!(rows.len(), 1, "{rows:?}");
    rows[0].clone()
}

fn import(store: &mut Store, text: &str) -> Row {
    let plan = plan(store, "letter.eml", text);
    let row = only(&plan);
    store.perform(Act::Import(Box::new(plan.batch)), today()).unwrap();
    row
}

fn meetings(store: &Store) -> Vec<Interaction> {
    let all = store.records(Kind::Interaction, 0, 100).unwrap();
    all.iter().filter_map(|record| record.any().downcast_ref::<Interaction>()).cloned().collect()
}

#[test]
fn an_invitation_is_the_meeting_on_the_clock_of_this_machine_with_whoever_is_invited() {
    let mut store = addressed();
    assert_eq!(import(&mut store, &letter()).action, Action::Create);
    let [meeting] = &meetings(&store)[..] else { panic!("{:?}", meetings(&store)) };
    assert!(meeting.planned && meeting.channel != Some(Channel::Email));
    assert_eq!(meeting.day, Some(day(2026, 11, 26)));
    assert_eq!(meeting.time.map(|t| t.to_string()).as_deref(), Some("10:00:00"));
    assert_eq!(meeting.minutes, Some(60));
    assert_eq!((meeting.people.len(), meeting.colleagues.len()), (1, 1));
    assert!(
        meeting.text.starts_with("Revisión del TCO") && !meeting.text.contains("móvil"),
        "{}",
        meeting.text
    );
    // The same again, by letter or from the calendar itself, changes nothing.
    assert_eq!(import(&mut store, &letter()).action, Action::Same);
    let text = letter();
    let begin = text.find("BEGIN:VCALENDAR").unwrap();
    let end = text.find("--inner--").unwrap();
    assert_eq!(only(&plan(&store, "calendar.ics", text.get(begin..end).unwrap())).action, Action::Same);
}

#[test]
fn a_later_letter_moves_it_and_another_one_calls_it_off() {
    let mut store = addressed();
    import(&mut store, &letter());
    let moved = letter().replace("T090000Z", "T140000Z").replace("T100000Z", "T150000Z");
    let row = import(&mut store, &moved.replace("SEQUENCE:0", "SEQUENCE:1"));
    assert!(row.action == Action::Merge && row.why.iter().any(|why| why.key == "calendar-moved"), "{row:?}");
    assert_eq!(meetings(&store)[0].time.map(|t| t.to_string()).as_deref(), Some("15:00:00"));
    let off = letter().replace("REQUEST", "CANCEL").replace("CONFIRMED", "CANCELLED");
    let old = import(&mut store, &off);
    assert!(old.why.iter().any(|why| why.key == "calendar-older"), "{old:?}");
    let off = off.replace("SEQUENCE:0", "SEQUENCE:2");
    assert!(import(&mut store, &off).why.iter().any(|why| why.key == "calendar-called-off"));
    assert!(meetings(&store).is_empty());
}

#[test]
fn who_only_answers_or_invites_to_another_time_arranges_nothing() {
    let store = addressed();
    let left_out = |text: &str| {
        let row = only(&plan(&store, "letter.eml", text));
        (row.action, row.why[0].key.clone())
    };
    let answer = letter().replace("REQUEST", "REPLY");
    assert_eq!(left_out(&answer), (Action::Skip, "mail-invitation-answer".into()));
    let far = letter().replace("20261126", "20281126");
    assert_eq!(left_out(&far), (Action::Skip, "mail-invitation-outside".into()));
}

#[test]
fn a_calendar_that_only_hangs_on_a_letter_leaves_it_a_letter() {
    let mut store = addressed();
    set(
        &mut store,
        Kind::Settings,
        1,
        "owner_emails",
        Value::Texts(vec!["pau.font@nosotros.example".into()]),
    );
    let published = letter().replace("REQUEST", "PUBLISH");
    import(&mut store, &published);
    assert_eq!(meetings(&store)[0].channel, Some(Channel::Email));
}

#[test]
fn a_spoiled_invitation_is_refused_at_its_letter_or_read_as_one() {
    let store = addressed();
    let text = letter();
    for cut in (0..text.len()).step_by(97).filter(|at| text.is_char_boundary(*at)) {
        let plan = plan(&store, "letter.eml", text.get(..cut.max(200)).unwrap());
        assert!(rows(&plan).iter().all(|row| row.line <= 1), "{cut}: {:?}", rows(&plan));
    }
}

#[test]
fn a_series_of_which_nobody_is_known_has_one_row_that_counts_its_days() {
    let store = addressed();
    let from = plus_days(today(), -20).format("%Y%m%d").to_string();
    let calendar = format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:daily\r\nSUMMARY:Daily\r\nDTSTART:{from}T080000Z\r\n\
         DTEND:{from}T081500Z\r\nRRULE:FREQ=DAILY;COUNT=15\r\nATTENDEE:mailto:someone@else.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    );
    let row = only(&plan(&store, "daily.ics", &calendar));
    assert_eq!((row.action, row.why[0].key.as_str()), (Action::Skip, "calendar-nobody"));
    assert_eq!(row.why[1].arg("days"), Some("15"));
}
