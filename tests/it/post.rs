//! Calendars and letters, as the programs that people use write them, read into a book.
mod again;

use std::path::PathBuf;

use cartera::domain::Id;
use cartera::domain::day::day;
use cartera::domain::field::Record;
use cartera::domain::interaction::Interaction;
use cartera::domain::kind::Kind;
use cartera::domain::settings::Settings;
use cartera::domain::value::Value;
use cartera::exchange::options::Times;
use cartera::exchange::plan::{Action, Row};
use cartera::exchange::{Options, Plan};
use cartera::lang::value::Context;
use cartera::lang::{Lang, Words};
use cartera::store::Store;
use cartera::store::act::Act;

use crate::book::{book, rows, set, today};

fn file(name: &str) -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/files")).join(name)
}

fn reached_at(store: &mut Store, kind: Kind, id: Id, address: &str) {
    set(store, kind, id, "emails", Value::Texts(vec![address.to_owned()]));
}

/// The people of the test book, with addresses.
fn addressed() -> Store {
    let mut store = book();
    let people = [
        "ana.ruiz@almazara.example",
        "mar.soler@arce.example",
        "jordi.mas@arce.example",
        "kerstin.vogel@nordwind.example",
    ];
    for (id, address) in (1..).zip(people) {
        reached_at(&mut store, Kind::Person, id, address);
    }
    reached_at(&mut store, Kind::Colleague, 1, "pau.font@nosotros.example");
    store
}

fn plan_as(store: &Store, files: &[PathBuf], times: Times) -> Plan {
    let words = Words::new(Lang::Es);
    let directory = store.directory().unwrap();
    let cx = Context { words: &words, today: today(), directory: &directory, scope: None };
    cartera::exchange::read(files, &Options::default().with_times(times), store, &cx).unwrap()
}

fn madrid() -> Times {
    Times { zone: chrono_tz::Europe::Madrid, ..Times::default() }
}

fn import(store: &mut Store, names: &[&str]) -> Vec<Row> {
    let files: Vec<_> = names.iter().map(|name| file(name)).collect();
    let plan = plan_as(store, &files, madrid());
    let rows = rows(&plan);
    store.perform(Act::Import(Box::new(plan.batch)), today()).unwrap();
    assert!(store.check().unwrap().is_empty());
    rows
}

fn talks(store: &Store) -> Vec<Interaction> {
    let all = store.records(Kind::Interaction, 0, 1_000).unwrap();
    let mut all: Vec<_> = all.iter().filter_map(|r| r.any().downcast_ref::<Interaction>().cloned()).collect();
    all.sort_by_key(|t| (t.day, t.time));
    all
}

/// Day, time, channel, account, people, colleagues and first line.
fn shown(store: &Store) -> Vec<String> {
    let one = |t: &Interaction| {
        let time = t.time.map(|t| t.format(" %H:%M").to_string()).unwrap_or_default();
        let ids = |links: &[cartera::domain::field::Link]| {
            links.iter().map(|l| l.0.to_string()).collect::<Vec<_>>().join(",")
        };
        let channel = format!("{:?}", t.channel.unwrap()).to_lowercase();
        let minutes = t.minutes.map(|m| format!(" {m}m")).unwrap_or_default();
        let name = t.text.lines().next().unwrap_or_default();
        let planned = if t.planned { "planned " } else { "" };
        let account = t.account.map(|a| a.0).unwrap_or_default();
        format!(
            "{}{time}{minutes} {planned}{channel} @{account} {}/{} {name}",
            t.day.unwrap(),
            ids(&t.people),
            ids(&t.colleagues)
        )
    };
    talks(store).iter().map(one).collect()
}

fn count(rows: &[Row], action: Action) -> usize {
    rows.iter().filter(|r| r.action == action).count()
}

fn reasons(rows: &[Row], action: Action) -> Vec<&str> {
    rows.iter().filter(|r| r.action == action).filter_map(|r| r.why.first()).map(|w| w.key.as_str()).collect()
}

#[test]
fn a_google_calendar_becomes_meetings_to_confirm_on_the_clock_of_this_machine() {
    let mut store = addressed();
    let rows = import(&mut store, &["calendar/google.ics"]);
    let shown = shown(&store);
    assert!(
        shown.contains(&"2026-11-26 10:00 60m planned video @1 1/1 Renovación, segunda ronda".to_owned()),
        "{shown:#?}"
    );
    assert!(shown.contains(&"2026-12-01 planned event @3 4/ Feria de Hannover".to_owned()), "{shown:#?}");
    let weekly: Vec<_> =
        shown.iter().filter(|s| s.contains("Seguimiento")).map(|s| s.get(..22).unwrap()).collect();
    // Every Monday of the window but the 16th; the 23rd is held a day later.
    assert_eq!(weekly.len(), 7 - 1 + 13, "{weekly:#?}");
    assert!(
        weekly.contains(&"2026-11-24 11:30 30m p") && weekly.contains(&"2026-10-26 17:00 30m p"),
        "{weekly:#?}"
    );
    assert!(
        !weekly.iter().any(|w| w.starts_with("2026-11-16") || w.starts_with("2026-11-23")),
        "{weekly:#?}"
    );
    assert_eq!(reasons(&rows, Action::Skip), ["calendar-alone"]);
    let renewal = talks(&store).into_iter().find(|t| t.text.starts_with("Renovación")).unwrap();
    assert_eq!(renewal.text, "Renovación, segunda ronda\n\nPrecios de 2027\ny plazos");
    assert_eq!(renewal.links, ["https://meet.google.com/abc-defg-hij"]);
    assert_eq!(renewal.source, "4kq2r7p0v3c1m5o8s9t6u2w4xy@google.com");
}

#[test]
fn outlook_apple_and_thunderbird_are_read_with_their_oddities() {
    let mut store = addressed();
    let rows =
        import(&mut store, &["calendar/outlook.ics", "calendar/apple.ics", "calendar/thunderbird.ics"]);
    assert_eq!(
        shown(&store),
        [
            "2026-09-15 11:00 120m planned visit @2 2/ Visita a la planta",
            "2026-10-20 11:00 120m planned visit @2 2/ Visita a la planta",
            "2026-11-17 11:00 120m planned visit @2 2/ Visita a la planta",
            "2026-11-25 14:30 90m planned meeting @3 4/ Comida",
            "2026-12-02 10:00 60m planned video @1 1/1 Revisión del contrato",
            "2026-12-03 14:00 60m planned call @3 4/ Llamada con Kerstin",
            "2026-12-15 11:00 120m planned visit @2 2/ Visita a la planta",
        ]
    );
    let told: Vec<_> =
        rows.iter().flat_map(|r| r.why.iter()).filter(|w| w.key == "calendar-strangers").collect();
    assert_eq!(told[0].arg("text"), Some("Desconocida, Eva"));
    let refused: Vec<_> = rows.iter().filter(|r| r.action == Action::Refuse).collect();
    assert_eq!((refused.len(), refused[0].line, refused[0].why[0].key.as_str()), (1, 17, "calendar-cut"));
}

#[test]
fn the_same_calendar_again_changes_nothing_wherever_the_machine_is() {
    let mut store = addressed();
    import(&mut store, &["calendar/google.ics"]);
    let before = cartera::store::journal::everything(&store).unwrap();
    for zone in [chrono_tz::Europe::Madrid, chrono_tz::Europe::Madrid] {
        let plan = plan_as(&store, &[file("calendar/google.ics")], Times { zone, ..Times::default() });
        assert!(plan.changes_nothing(), "{zone}");
    }
    let there = plan_as(
        &store,
        &[file("calendar/google.ics")],
        Times { zone: chrono_tz::Asia::Tokyo, ..Times::default() },
    );
    assert_eq!(there.count(Action::Create), 0, "seen from another zone it is the same meeting");
    assert_eq!(cartera::store::journal::everything(&store).unwrap(), before);
}

#[test]
fn a_meeting_that_was_moved_moves_unless_it_was_held() {
    let mut store = addressed();
    import(&mut store, &["calendar/google.ics"]);
    let rows = import(&mut store, &["calendar/google_moved.ics"]);
    assert_eq!((count(&rows, Action::Merge), count(&rows, Action::Create)), (1, 0));
    let moved = rows.iter().find(|r| r.action == Action::Merge).unwrap();
    let words = Words::new(Lang::Es);
    assert!(
        words.say(&moved.why[0]).contains("pasa del 26 nov 2026 10:00 al 27 nov 2026 09:00"),
        "{:?}",
        moved.why
    );
    let find = |store: &Store| talks(store).into_iter().find(|t| t.text.starts_with("Renovación")).unwrap();
    let mut held = find(&store);
    assert_eq!((held.day, held.minutes), (Some(day(2026, 11, 27)), Some(30)));
    held.planned = false;
    held.text = "Renovación: hecho".into();
    store.perform(Act::Save(vec![held.clone().boxed()]), today()).unwrap();
    import(&mut store, &["calendar/google.ics"]);
    import(&mut store, &["calendar/google_cancelled.ics"]);
    let after = find(&store);
    assert_eq!(
        (after.day, after.text.as_str(), after.planned),
        (Some(day(2026, 11, 27)), "Renovación: hecho", false)
    );
}

#[test]
fn a_planned_meeting_that_is_called_off_goes_and_undo_brings_it_back() {
    let mut store = addressed();
    let rows = import(&mut store, &["calendar/google_cancelled.ics"]);
    assert!(reasons(&rows, Action::Skip).contains(&"calendar-cancelled"));
    let mut store = addressed();
    import(&mut store, &["calendar/google.ics"]);
    let before = talks(&store).len();
    let rows = import(&mut store, &["calendar/google_cancelled.ics"]);
    assert_eq!(reasons(&rows, Action::Merge), ["calendar-called-off"]);
    assert_eq!(talks(&store).len(), before - 1);
    store.perform(Act::Undo, today()).unwrap();
    assert_eq!(talks(&store).len(), before);
}

#[test]
fn of_several_files_the_last_one_that_tells_of_a_meeting_counts() {
    let files = ["calendar/google.ics", "calendar/google_cancelled.ics", "calendar/google_moved.ics"];
    let find = |store: &Store| {
        talks(store).into_iter().filter(|t| t.text.starts_with("Renovación")).collect::<Vec<_>>()
    };
    let mut store = addressed();
    import(&mut store, &files);
    assert_eq!(find(&store).iter().map(|t| t.day).collect::<Vec<_>>(), [Some(day(2026, 11, 27))]);
    let mut there = addressed();
    import(&mut there, &files[..1]);
    import(&mut there, &files[1..]);
    assert_eq!(find(&there).iter().map(|t| t.day).collect::<Vec<_>>(), [Some(day(2026, 11, 27))]);
    import(&mut there, &[files[1], files[1]]);
    assert!(find(&there).is_empty());
}

#[test]
fn letters_become_conversations_with_their_direction_and_without_what_they_quote() {
    let mut store = addressed();
    let rows = import(&mut store, &["mail/gmail.eml", "mail/outlook.eml", "mail/automatic.eml"]);
    assert_eq!(
        shown(&store),
        ["2026-11-20 18:40 email @3 4/1 Plazos", "2026-11-23 08:15 email @1 1,3/1 Oferta 2027 – precios",]
    );
    assert_eq!(reasons(&rows, Action::Skip), ["mail-automatic"]);
    let all = talks(&store);
    let direction = |at: usize| format!("{:?}", all[at].direction.unwrap());
    assert_eq!((direction(0), direction(1)), ("Out".to_owned(), "In".to_owned()));
    assert_eq!(all[0].text, "Plazos\n\nKerstin, mañana te llamo.");
    assert_eq!(
        all[1].text,
        "Oferta 2027 – precios\n\nHola, Pau:\n\nLos precios están bien, falta el plazo de entrega.\n\nAdjuntos: condiciones.pdf"
    );
    assert_eq!(all[1].source, "mail:CAF1234+ana@mail.gmail.com");
    let again = import(&mut store, &["mail/gmail.eml", "mail/gmail.eml"]);
    assert_eq!((count(&again, Action::Same), talks(&store).len()), (2, 2));
}

#[test]
fn a_mailbox_is_read_letter_by_letter() {
    let mut store = addressed();
    let rows = import(&mut store, &["mail/thunderbird.mbox"]);
    let all = talks(&store);
    assert_eq!(all.len(), 2);
    assert_eq!(
        all[0].text,
        "Visita\n\nNos vemos el martes.\n\nFrom now on, llamad antes.\nFrom Arce con cariño."
    );
    assert_eq!(all[1].text, "Pedido\n\nJordi, confirmo.");
    assert_eq!(reasons(&rows, Action::Skip), ["calendar-nobody"]);
    assert!(rows.iter().any(|r| r.why.iter().any(|w| w.key == "mail-ours-assumed")));
}

#[test]
fn once_the_user_said_their_addresses_nobody_else_is_taken_for_them() {
    let mut store = addressed();
    let mut settings = store.record(Kind::Settings, 1).unwrap();
    settings.set("owner_emails", Value::Texts(vec!["otra@nosotros.example".into()])).unwrap();
    store.perform(Act::Save(vec![settings]), today()).unwrap();
    let rows = import(&mut store, &["mail/thunderbird.mbox"]);
    assert!(reasons(&rows, Action::Skip).contains(&"mail-stranger"));
    let saved = store.settings().unwrap();
    assert_eq!(saved.owner_emails, ["otra@nosotros.example"]);
    assert_eq!(Settings::default().owner_emails, [""; 0]);
}

#[test]
fn the_window_says_which_days_are_taken() {
    let store = addressed();
    let times = madrid().with_window("0,7").unwrap();
    let plan = plan_as(&store, &[file("calendar/google.ics")], times);
    // Tomorrow's and next Monday's weekly meeting, and the renewal.
    assert_eq!(plan.count(Action::Create), 3);
    assert_eq!(madrid().with_window("x").unwrap_err().key, "calendar-window-unreadable");
}

#[test]
fn a_calendar_that_cartera_wrote_moves_what_was_moved_and_brings_nothing_in() {
    let mut store = addressed();
    store.perform(Act::Log(Box::new(crate::book::call_with_ana()), None), today()).unwrap();
    let lunch = Interaction {
        channel: Some(cartera::domain::choice::Channel::Meeting),
        day: Some(day(2026, 11, 25)),
        time: chrono::NaiveTime::from_hms_opt(14, 30, 0),
        text: "Comida".into(),
        planned: true,
        ..Interaction::default()
    };
    crate::book::save(&mut store, lunch);
    let words = Words::new(Lang::Es);
    let directory = store.directory().unwrap();
    let cx = Context { words: &words, today: today(), directory: &directory, scope: None };
    let mut bytes = Vec::new();
    cartera::exchange::out::calendar::write(&store, None, &cx, &mut bytes).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ours.ics");
    std::fs::write(&path, &text).unwrap();
    assert!(plan_as(&store, std::slice::from_ref(&path), madrid()).changes_nothing());
    std::fs::write(&path, text.replace("20261127", "20261130").replace("20261125T143000", "20261126T150000"))
        .unwrap();
    let plan = plan_as(&store, &[path], madrid());
    let told: Vec<_> = rows(&plan).into_iter().map(|r| (r.action, r.kind, r.name, r.why)).collect();
    assert_eq!((plan.count(Action::Merge), plan.count(Action::Create)), (2, 0), "{told:#?}\n{text}");
    store.perform(Act::Import(Box::new(plan.batch)), today()).unwrap();
    assert_eq!(store.record(Kind::Commitment, 1).unwrap().get("due"), Value::Day(day(2026, 11, 30)));
    assert!(shown(&store).iter().any(|s| s.starts_with("2026-11-26 15:00")), "{:?}", shown(&store));
}
