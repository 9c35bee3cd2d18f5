//! The demo book: the same every time, coherent, and worth looking at on any day.
use std::collections::BTreeSet;

use cartera::domain::choice::{Channel, Choice};
use cartera::domain::day::{day, days_between, plus_days};
use cartera::domain::kind::Kind;
use cartera::domain::needs::Cause;
use cartera::domain::text::clean;
use cartera::domain::value::Value;
use cartera::exchange::demo::build;
use cartera::store::Store;
use cartera::store::fault::Fault;
use cartera::store::journal::everything;
use cartera::store::query::log::{Filter, LogQuery};
use chrono::NaiveDate;

use crate::book::{clock, today};

fn demo(today: NaiveDate, interactions: Option<usize>) -> Store {
    let mut store = Store::in_memory(clock).unwrap();
    build(&mut store, today, interactions).unwrap();
    store
}

fn count(store: &Store, kind: Kind) -> usize {
    store.records(kind, 0, usize::MAX >> 1).unwrap().len()
}

fn found(store: &Store, words: &str) -> usize {
    let filter = Filter { words: words.into(), ..Filter::default() };
    store.log(&LogQuery { filter, ..LogQuery::default() }).unwrap().rows.len()
}

#[test]
fn the_same_day_gives_the_same_book() {
    for size in [None, Some(700)] {
        assert_eq!(
            everything(&demo(today(), size)).unwrap(),
            everything(&demo(today(), size)).unwrap(),
            "{size:?}"
        );
    }
    assert_ne!(
        everything(&demo(today(), None)).unwrap(),
        everything(&demo(plus_days(today(), 1), None)).unwrap()
    );
}

#[test]
fn the_demo_is_sound_and_of_the_size_told() {
    let store = demo(today(), None);
    assert_eq!(store.check().unwrap(), []);
    assert_eq!(count(&store, Kind::Account), 12);
    assert!((45..=48).contains(&count(&store, Kind::Person)), "{}", count(&store, Kind::Person));
    assert_eq!(count(&store, Kind::Colleague), 5);
    assert!((240..=270).contains(&count(&store, Kind::Interaction)), "{}", count(&store, Kind::Interaction));
    for kind in Kind::ALL {
        assert!(count(&store, kind) > 0, "{}", kind.name());
    }
    let channels: BTreeSet<_> = store
        .records(Kind::Interaction, 0, 1000)
        .unwrap()
        .iter()
        .map(|i| if let Value::Choice(name) = i.get("channel") { name } else { "" })
        .collect();
    assert_eq!(channels, Channel::ALL.iter().map(|c| c.name()).collect());
}

#[test]
fn today_is_interesting_on_every_day_of_the_week() {
    let leap = day(2028, 2, 26);
    for today in (0..7).flat_map(|n| [plus_days(today(), n), plus_days(leap, n)]) {
        let store = demo(today, None);
        let seen = store.today(None, today).unwrap();
        let causes: Vec<_> = seen.needs.iter().map(|n| n.cause).collect();
        let bands: BTreeSet<_> = causes.iter().map(|c| c.band()).collect();
        assert_eq!(bands, BTreeSet::from([1, 2, 3, 4]), "{today}");
        assert!((15..=24).contains(&causes.len()), "{today}: {causes:?}");
        for cause in [
            Cause::OursOverdue,
            Cause::KeyPlayer,
            Cause::OursToday,
            Cause::TheirsOverdue,
            Cause::Held,
            Cause::ToPrepare,
            Cause::Birthday,
            Cause::NewlyRed,
            Cause::OffTrack,
            Cause::StaleFigures,
            Cause::SevereProblem,
            Cause::GettingWorse,
            Cause::ToSort,
        ] {
            assert!(causes.contains(&cause), "{today}: {cause:?} of {causes:?}");
        }
        let names: Vec<_> = seen.cards.iter().map(|c| c.name.as_str()).collect();
        assert_eq!(names, ["Almazara", "Nordwind", "Arce", "Tramuntana"]);
        let lasts: BTreeSet<_> = seen.cards.iter().map(|c| c.last).collect();
        assert!(lasts.len() >= 3, "{today}: {lasts:?}");
        assert!(seen.cards.iter().all(|c| c.last.is_some_and(|last| days_between(last, today) <= 20)));
        assert_eq!(seen.since.acts.len(), 3, "{today}");
        assert!(seen.week.len() >= 5, "{today}");
    }
}

#[test]
fn the_story_of_arce_can_be_read_from_the_screen() {
    let store = demo(today(), None);
    let seen = store.today(None, today()).unwrap();
    let people = store.people(None, today()).unwrap();
    let name = |id| people.iter().find(|p| Some(p.person) == id).map_or("", |p| p.name.as_str());
    let late: Vec<_> =
        seen.needs.iter().filter(|n| n.cause == Cause::KeyPlayer).map(|n| name(n.person)).collect();
    assert_eq!(late, ["Jordi Mas", "Marta Roca"]);
    let ours = seen.needs.iter().find(|n| n.cause == Cause::OursOverdue).unwrap();
    assert!(ours.title.contains("SLA"), "{}", ours.title);
    let gone: Vec<_> = people.iter().filter(|p| p.left_on.is_some()).map(|p| p.name.as_str()).collect();
    assert_eq!(gone, ["Francisco Jurado"]);
    let quiet: Vec<_> = people.iter().filter(|p| p.do_not_contact).map(|p| p.name.as_str()).collect();
    assert_eq!(quiet, ["Gemma Casals"]);
    assert_eq!(people.iter().filter(|p| p.name == "Piet Hansen").count(), 2);
    let ana = people.iter().find(|p| p.name == "Ana Ruiz").unwrap();
    assert!(ana.strength.score > 60.0, "{}", ana.strength.score);
}

#[test]
fn search_finds_what_was_said_without_accents() {
    let store = demo(today(), None);
    for words in ["telemetria", "TCO", "sla sunday", "penaliz", "vogel", "jürgen", "almazara litio"] {
        assert!(found(&store, words) > 0, "{words}");
    }
    assert_eq!(found(&store, "zeppelin"), 0);
}

#[test]
fn what_was_done_since_last_time_is_undone_and_nothing_before() {
    let mut store = demo(today(), None);
    let acts = (0..10).filter(|_| store.undo().unwrap().is_some()).count();
    assert_eq!(acts, 3);
    assert!(count(&store, Kind::Interaction) > 240);
    assert!(store.search_agrees().unwrap());
}

#[test]
fn every_text_is_clean_and_every_address_invented() {
    let store = demo(today(), Some(2000));
    for kind in Kind::ALL {
        for record in store.records(kind, 0, 10_000).unwrap() {
            for spec in kind.specs() {
                let texts = match record.get(spec.name) {
                    Value::Text(text) => vec![text],
                    Value::Texts(texts) => texts,
                    _ => Vec::new(),
                };
                for text in texts {
                    assert_eq!(clean(&text), text, "{} {}", kind.name(), spec.name);
                    assert_eq!(text.trim(), text, "{} {}", kind.name(), spec.name);
                    if spec.name == "emails" {
                        assert!(text.ends_with(".example") || text.ends_with("@example.org"), "{text}");
                    }
                }
            }
        }
    }
}

#[test]
fn a_scaled_book_has_the_counts_promised() {
    let open = |store: &Store| {
        let all = store.records(Kind::Commitment, 0, 10_000).unwrap();
        all.iter().filter(|c| c.get("done_on").is_empty()).count()
    };
    let (small, store) = (demo(today(), None), demo(today(), Some(2000)));
    assert_eq!(count(&store, Kind::Interaction), 2000);
    assert_eq!(count(&store, Kind::Person), 400);
    assert_eq!(count(&store, Kind::Commitment), 200);
    assert_eq!(open(&store), open(&small));
    assert_eq!(store.check().unwrap(), []);
    let first = store.log(&LogQuery { limit: 3000, ..LogQuery::default() }).unwrap().rows.pop().unwrap();
    assert!((3640..3660).contains(&days_between(first.day, today())), "{}", first.day);
    let bands: BTreeSet<_> =
        store.today(None, today()).unwrap().needs.iter().map(|n| n.cause.band()).collect();
    assert_eq!(bands, BTreeSet::from([1, 2, 3, 4]));
}

#[test]
fn a_book_of_any_size_has_exactly_that_many_interactions() {
    for n in [0, 1, 2, 10, 257, 259, 300, 900] {
        let store = demo(today(), Some(n));
        assert_eq!(count(&store, Kind::Interaction), n, "{n}");
        assert_eq!(store.check().unwrap(), [], "{n}");
    }
}

#[test]
fn the_demo_is_not_poured_over_a_book_in_use() {
    let mut store = crate::book::book();
    let before = everything(&store).unwrap();
    let refused = build(&mut store, today(), None);
    assert!(matches!(refused, Err(Fault::Refused(e)) if e.key == "store-not-empty"));
    assert_eq!(everything(&store).unwrap(), before);
}
