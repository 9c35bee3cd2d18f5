//! Today over figures: indicators, contracts and problems in the queue, on the cards, in the week.
use cartera::command::{Command, LensKind};
use cartera::domain::kind::Kind;
use cartera::domain::needs::{Cause, Need};
use cartera::lang::Lang;
use cartera::store::Store;
use cartera::store::act::Act;
use cartera::ui::Theme;

use crate::book::today;
use crate::measured::measured;
use crate::stage::Stage;
use crate::whole::Stage as Screen;

const SMALL: (u16, u16) = (80, 24);
const MIDDLE: (u16, u16) = (120, 36);

fn needs(store: &Store) -> Vec<Need> {
    store.today(None, today()).unwrap().needs
}

fn need(store: &Store, cause: Cause) -> Need {
    needs(store).into_iter().find(|n| n.cause == cause).unwrap()
}

#[test]
fn what_finance_measures_stands_beside_people_and_promises() {
    for (lang, code) in [(Lang::En, "en"), (Lang::Es, "es")] {
        let mut stage = Stage::open(LensKind::Today, measured(), lang, None);
        insta::assert_snapshot!(format!("figures_80x24_{code}"), stage.styled(SMALL, Theme::Terminal));
        insta::assert_snapshot!(format!("figures_120x36_{code}"), stage.styled(MIDDLE, Theme::Terminal));
        insta::assert_snapshot!(format!("figures_80x24_{code}_mono"), stage.styled(SMALL, Theme::Mono));
        insta::assert_snapshot!(format!("figures_200x50_{code}"), stage.text((200, 50)));
    }
}

#[test]
fn indicators_contracts_and_problems_are_in_the_queue_by_what_they_are() {
    let store = measured();
    let found: Vec<_> = needs(&store).iter().map(|n| (n.cause, n.title.clone())).collect();
    let has = |cause, title: &str| assert!(found.contains(&(cause, title.to_owned())), "{title}: {found:?}");
    has(Cause::NewlyRed, "Net promoter score");
    has(Cause::OffTrack, "On-time delivery");
    has(Cause::StaleFigures, "Days sales outstanding");
    has(Cause::GettingWorse, "Share of wallet");
    has(Cause::SevereProblem, "Deliveries six weeks late");
    has(Cause::EndSoon, "Lease of 42 forklifts");
    has(Cause::NoticeLater, "Frame contract");
    assert!(!found.iter().any(|(_, title)| title == "Steel price"), "what is only watched waits for nobody");
}

#[test]
fn a_problem_is_closed_on_its_row_and_opened_again_by_undo() {
    let mut screen = Screen::new(measured());
    screen.keys("/");
    screen.text("six weeks");
    screen.keys("Enter x");
    assert!(screen.shows("Closed: Deliveries six weeks late"), "{}", screen.screen());
    assert!(needs(&screen.outside.store).iter().all(|n| n.cause != Cause::SevereProblem));
    screen.keys("u");
    need(&screen.outside.store, Cause::SevereProblem);
}

#[test]
fn a_snoozed_row_leaves_the_queue_until_its_day_and_comes_back_by_undo() {
    for (typed, cause) in [
        ("net promoter", Cause::NewlyRed),
        ("forklifts", Cause::EndSoon),
        ("six weeks", Cause::SevereProblem),
        ("sales outstanding", Cause::StaleFigures),
        ("wallet", Cause::GettingWorse),
    ] {
        let mut screen = Screen::new(measured());
        screen.keys("/");
        screen.text(typed);
        screen.keys("Enter z Enter");
        assert!(screen.shows("Put off until 30 Nov 2026"), "{typed}: {}", screen.screen());
        let store = &screen.outside.store;
        assert!(needs(store).iter().all(|n| n.cause != cause), "{typed}");
        let later = cartera::domain::day::plus_days(today(), 7);
        let back = store.today(None, later).unwrap().needs;
        assert!(back.iter().any(|n| n.cause.topic() == cause.topic()), "{typed}");
        screen.keys("u");
        need(&screen.outside.store, cause);
    }
}

#[test]
fn snoozing_again_moves_the_day_of_the_same_mute() {
    let mut store = measured();
    let wanted = need(&store, Cause::NewlyRed);
    for days in [7, 14] {
        let mute = cartera::domain::mute::Mute {
            account: wanted.account.map(cartera::domain::field::Link),
            topic: wanted.cause.topic().unwrap().into(),
            subject: Some(wanted.subject.1),
            until: Some(cartera::domain::day::plus_days(today(), days)),
            ..cartera::domain::mute::Mute::default()
        };
        store.perform(Act::Mute(Box::new(mute), wanted.title.clone()), today()).unwrap();
    }
    let mutes = store.records(Kind::Mute, 0, 9).unwrap();
    assert_eq!(mutes.len(), 1);
    let until = cartera::domain::value::Value::Day(cartera::domain::day::plus_days(today(), 14));
    assert_eq!(mutes[0].get("until"), until);
}

#[test]
fn why_a_row_is_there_is_said_in_figures_dates_and_records() {
    for (lang, code) in [(Lang::En, "en"), (Lang::Es, "es")] {
        let mut text = String::new();
        for cause in [Cause::NewlyRed, Cause::OffTrack, Cause::SevereProblem, Cause::NoticeLater] {
            let store = measured();
            let need = need(&store, cause);
            let row = cartera::store::query::behind::Row {
                subject: Some(need.subject),
                account: need.account,
                person: None,
            };
            let behind = store.behind(row, today()).unwrap();
            let (words, directory) = (cartera::lang::Words::new(lang), store.directory().unwrap());
            let cx = cartera::lang::value::Context {
                words: &words,
                today: today(),
                directory: &directory,
                scope: None,
            };
            let indicators = store.today(None, today()).unwrap().indicators;
            let blocks = cartera::report::need::explain(&need, &indicators, &behind, &cx);
            text += &cartera::report::plain::render(&blocks, Some(100));
            text += "\n────\n";
        }
        insta::assert_snapshot!(format!("figures_why_{code}"), text);
    }
}

#[test]
fn enter_opens_the_contract_and_the_problem() {
    for (typed, shown) in [("forklifts", "Lease of 42 forklifts"), ("six weeks", "Signed plan of deliveries")]
    {
        let mut screen = Screen::new(measured());
        screen.keys("/");
        screen.text(typed);
        screen.keys("Enter Enter");
        assert!(screen.shows(shown) && screen.shows("Ctrl-S"), "{}", screen.screen());
    }
}

#[test]
fn it_is_drawn_at_every_size() {
    let sizes = (1..=300).step_by(29).flat_map(|w| (1..=100).step_by(11).map(move |h| (w, h)));
    let mut stage = Stage::open(LensKind::Today, measured(), Lang::Es, None);
    for size in sizes {
        stage.text(size);
        stage.give(Command::Down);
    }
}
