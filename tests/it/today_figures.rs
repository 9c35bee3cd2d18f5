//! Today over figures: indicators, contracts and problems in the queue, on the cards, in the week.
use cartera::command::{Command, LensKind};
use cartera::domain::choice::{Better, Nature, Unit};
use cartera::domain::kind::Kind;
use cartera::domain::needs::{Cause, Need};
use cartera::domain::period::Period;
use cartera::lang::Lang;
use cartera::store::Store;
use cartera::store::act::Act;
use cartera::store::act::figures::{Figure, Figures, Set};
use cartera::ui::Theme;

use crate::book::today;
use crate::measured::{enter, indicator, measured, plain};
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
fn enter_on_an_indicator_stands_on_it_among_the_indicators() {
    let mut screen = Screen::new(measured());
    screen.keys("/");
    screen.text("net promoter");
    screen.keys("Enter Enter");
    assert!(screen.shows("Net promoter score") && !screen.shows("Needs you"), "{}", screen.screen());
    assert!(
        screen.screen().lines().any(|l| l.starts_with('▌') && l.contains("Net promoter")),
        "{}",
        screen.screen()
    );
}

#[test]
fn what_moved_since_last_time_is_said_with_its_reason_and_leads_to_its_record() {
    let mut store = measured();
    let health = |score, parts: &str| cartera::store::query::figures::Snapshot {
        account: 3,
        day: cartera::domain::day::plus_days(today(), -4),
        score: Some(score),
        evidence: 0.9,
        parts: parts.to_owned(),
    };
    let punctual = store.today(None, today()).unwrap().indicators;
    let punctual = punctual.iter().find(|i| i.figures.kpi.name == "On-time delivery").unwrap();
    let parts = format!(
        r#"{{"commercial":90.0,"relationship":80.0,"risk":-20.0,"kpis":{{"{}":0.97}}}}"#,
        punctual.figures.kpi.head.id
    );
    store.keep_snapshots(&[health(81.0, &parts)]).unwrap();
    let mut stage = Stage::open(LensKind::Today, store, Lang::En, Some(3));
    stage.give(Command::PanelRight);
    stage.give(Command::PanelRight);
    stage.give(Command::PanelRight);
    let text = stage.text((120, 40));
    assert!(text.contains("▼  Health −46 to 35: KPIs 90 → 30"), "{text}");
    assert!(text.contains("○  On-time delivery has gone off track"), "{text}");
    assert!(text.contains("Days sales outstanding Aug 26: 52, from"), "{text}");
    assert_eq!(stage.with(|lens, _| lens.under()).unwrap().kind, Kind::Account);
    stage.give(Command::Down);
    assert_eq!(stage.with(|lens, _| lens.under()).unwrap().id, punctual.figures.kpi.head.id);
    let why = stage.with(|lens, cx| lens.why(cx)).unwrap();
    assert!(why.title.starts_with("On-time delivery"), "{}", why.title);
}

#[test]
fn a_figure_that_was_changed_is_said_as_old_and_new() {
    let mut store = measured();
    store.mark_seen(cartera::domain::day::plus_days(today(), -1)).unwrap();
    let kpi = store.today(None, today()).unwrap().indicators;
    let kpi = kpi.iter().find(|i| i.revenue && i.figures.account.as_deref() == Some("Nordwind")).unwrap();
    let cell = |month, value| Figure {
        kpi: kpi.figures.kpi.head.id,
        period: Period::Month(2026, month),
        set: Set::Actual(Some(plain(value))),
    };
    for cells in [vec![cell(9, 119_000.0), cell(10, 1.0)], vec![cell(10, 201_000.0)]] {
        let figures = Figures { cells, source: "actuals.xlsx".into() };
        store.perform(Act::Figures(figures), today()).unwrap();
    }
    let words = cartera::lang::Words::new(Lang::Es);
    let directory = store.directory().unwrap();
    let cx =
        cartera::lang::value::Context { words: &words, today: today(), directory: &directory, scope: None };
    let today = store.today(None, today()).unwrap();
    let said: Vec<_> =
        today.since.moved.iter().map(|m| cartera::report::moved::says(m, &today.indicators, &cx)).collect();
    assert_eq!(said, ["Revenue oct 26: 120 k€ → 201 k€, de actuals.xlsx (+1 más)"]);
}

/// The newest figure of the first indicator of revenue, as Today has it.
fn newest(store: &Store, on: chrono::NaiveDate) -> Option<f64> {
    let today = store.today(None, on).unwrap();
    today.indicators.iter().find(|i| i.revenue).and_then(|i| i.standing.newest).map(|(_, v)| v)
}

#[test]
fn what_was_worked_out_is_worked_out_anew_after_an_act_of_anybody_and_on_another_day() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.cartera");
    let mut here = Store::open(&path, crate::book::clock).unwrap();
    let account = crate::book::account(&mut here, "Arce");
    let kpi = indicator(&mut here, account, "Revenue", Unit::Money, Better::Higher, Nature::Flow);
    enter(&mut here, kpi, 1200.0, &[(2026, 9, 100.0)]);
    assert_eq!(newest(&here, today()), Some(100.0));
    let mut elsewhere = Store::open(&path, crate::book::clock).unwrap();
    enter(&mut elsewhere, kpi, 1200.0, &[(2026, 10, 90.0), (2026, 12, 5.0)]);
    assert_eq!(newest(&here, today()), Some(90.0));
    assert_eq!(newest(&here, cartera::domain::day::day(2026, 12, 1)), Some(5.0));
    here.perform(Act::Undo, today()).unwrap();
    assert_eq!(newest(&here, today()), Some(100.0));
}

#[test]
fn amounts_of_a_currency_without_its_rate_make_no_gauge_and_the_reason_is_told() {
    let mut store = measured();
    let kpi = store.today(None, today()).unwrap().indicators;
    let revenue = kpi.iter().find(|i| i.revenue).unwrap().figures.kpi.head.id;
    // Its figures are kept in euros; from now on it is shown in dollars.
    let mut record = store.record(Kind::Kpi, revenue).unwrap();
    record.set("currency", cartera::domain::value::Value::Text("USD".into())).unwrap();
    store.perform(Act::Save(vec![record]), today()).unwrap();
    let mut stage = Stage::open(LensKind::Today, store, Lang::En, Some(1));
    stage.give(Command::PanelRight);
    let card = stage.text(SMALL);
    assert!(!card.contains("78% of"), "{card}");
    let why = stage.with(|lens, cx| lens.why(cx)).unwrap();
    let said = cartera::report::plain::render(&why.blocks, Some(100));
    assert!(said.contains("USD"), "{said}");
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

#[test]
fn what_changed_since_last_time_is_told_all_day_however_often_one_looks() {
    use cartera::domain::day::plus_days;
    let mut store = measured();
    store.mark_seen(plus_days(today(), -1)).unwrap();
    let kpi = store.today(None, today()).unwrap().indicators;
    let kpi = kpi.iter().find(|i| i.revenue).unwrap().figures.kpi.head.id;
    let cells = vec![Figure { kpi, period: Period::Month(2026, 10), set: Set::Actual(Some(plain(7.0))) }];
    store.perform(Act::Figures(Figures { cells, source: "actuals.xlsx".into() }), today()).unwrap();
    let told = |store: &Store, on| store.today(None, on).unwrap().since.moved.len();
    let first = told(&store, today());
    assert!(first > 0);
    for _ in 0..3 {
        store.mark_seen(today()).unwrap();
        assert_eq!(told(&store, today()), first);
    }
    let since = store.today(None, plus_days(today(), 1)).unwrap().since;
    assert_eq!(
        (since.day, since.acts.len()),
        (Some(today()), 0),
        "another day tells what came after this one"
    );
}
