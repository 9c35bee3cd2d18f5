//! The page of an account: what stands on it of figures, and what its keys do.
use cartera::command::{Command, Effect, LensKind, Only};
use cartera::domain::Id;
use cartera::domain::choice::{Better, Nature, Severity, Side, Stage as SaleStage, Trouble, Unit};
use cartera::domain::commitment::Commitment;
use cartera::domain::day::{day, plus_days};
use cartera::domain::field::Link;
use cartera::domain::kind::Kind;
use cartera::domain::kpi::{Actual, Amount, Kpi, Target};
use cartera::domain::money::{Currency, Money};
use cartera::domain::opportunity::{Contract, Opportunity};
use cartera::domain::period::Period;
use cartera::domain::problem::{Problem, Reading};
use cartera::domain::score::Source;
use cartera::domain::value::{SCALE, Value};
use cartera::lang::Lang;
use cartera::report::Block;
use cartera::report::plain::render;
use cartera::store::Store;
use cartera::store::act::Act;
use cartera::store::query::figures::Snapshot;
use cartera::ui::Theme;

use crate::book::{save, today};
use crate::kam::crowded;
use crate::stage::Stage;
use crate::whole::Stage as Screen;

const SMALL: (u16, u16) = (80, 24);
const MIDDLE: (u16, u16) = (120, 36);
const LARGE: (u16, u16) = (200, 50);

/// Nordwind: the account of this page.
const NORDWIND: Id = 2;

fn euros(units: i64) -> Money {
    Money { minor: units * 100, currency: Currency::default() }
}

fn kpi(store: &mut Store, kpi: Kpi, months: &[i64], year: Amount) {
    let money = kpi.measure == Some(Unit::Money);
    let id = save(store, Kpi { account: Some(Link(NORDWIND)), ..kpi });
    for (month, value) in (1..).zip(months) {
        let value = if money { Amount::Money(euros(*value)) } else { Amount::Plain(value * SCALE) };
        let period = Some(Period::Month(2026, month));
        save(store, Actual { kpi: Some(Link(id)), period, value: Some(value), ..Actual::default() });
    }
    let period = Some(Period::Year(2026));
    save(store, Target { kpi: Some(Link(id)), period, value: Some(year), ..Target::default() });
}

/// Figures for one account of the crowded book, and the health of its last months.
fn judged() -> Store {
    let mut store = crowded();
    let revenue = Kpi { name: "Revenue".into(), measure: Some(Unit::Money), ..Kpi::fresh() };
    kpi(&mut store, revenue, &[190_000; 10], Amount::Money(euros(2_400_000)));
    let delivery = Kpi {
        name: "On-time delivery".into(),
        measure: Some(Unit::Percent),
        nature: Some(Nature::Stock),
        ..Kpi::fresh()
    };
    kpi(&mut store, delivery, &[96, 95, 91, 84, 80, 82, 79, 78, 77, 76], Amount::Plain(95 * SCALE));
    let visits = Kpi { name: "Complaints".into(), better: Some(Better::Lower), ..Kpi::fresh() };
    kpi(&mut store, visits, &[1, 0, 2, 0, 0, 1, 0, 0], Amount::Plain(12 * SCALE));
    let account = Some(Link(NORDWIND));
    save(
        &mut store,
        Problem {
            name: "Blades arrive late".into(),
            account,
            trouble: Some(Trouble::Delivery),
            severity: Some(Severity::Medium),
            opened_on: Some(plus_days(today(), -20)),
            next_step: "new carrier".into(),
            due: Some(plus_days(today(), -2)),
            ..Problem::default()
        },
    );
    save(
        &mut store,
        Opportunity {
            name: "Service of the northern park".into(),
            account,
            amount: Some(euros(120_000)),
            stage: Some(SaleStage::Proposal),
            closes_on: Some(plus_days(today(), 40)),
            ..Opportunity::default()
        },
    );
    save(
        &mut store,
        Contract {
            name: "Frame contract".into(),
            account,
            value: Some(euros(2_000_000)),
            ends_on: Some(plus_days(today(), 110)),
            notice_days: Some(90),
            ..Contract::default()
        },
    );
    save(
        &mut store,
        Reading {
            account,
            day: Some(plus_days(today(), -40)),
            score: Some(6),
            person: Some(Link(4)),
            ..Reading::default()
        },
    );
    let kept = |months: i64, score: f64| Snapshot {
        account: NORDWIND,
        day: plus_days(today(), -30 * months),
        score: Some(score),
        evidence: 0.9,
        parts: "{}".into(),
    };
    let course = [(6, 70.0), (5, 72.0), (4, 66.0), (3, 60.0), (2, 58.0), (1, 55.0)];
    store.keep_snapshots(&course.map(|(months, score)| kept(months, score))).unwrap();
    store
}

fn page(lang: Lang) -> Stage {
    Stage::open(LensKind::Accounts, judged(), lang, Some(NORDWIND))
}

fn under(stage: &mut Stage) -> Option<(Kind, String)> {
    stage.with(|lens, _| lens.under()).map(|u| (u.kind, u.title))
}

/// Stands on the record of a kind, the newest one.
fn stand(stage: &mut Stage, kind: Kind, id: Id) {
    stage.with(|lens, cx| lens.stand_on(kind, id, cx));
    stage.load();
}

/// Goes down until the row under the cursor begins like this.
fn walk_to(stage: &mut Stage, begins: &str) {
    stage.give(Command::First);
    for _ in 0..80 {
        if under(stage).is_some_and(|(_, title)| title.starts_with(begins)) {
            return;
        }
        stage.give(Command::Down);
    }
    panic!("{begins}");
}

#[test]
fn the_page_in_both_languages_and_at_all_sizes() {
    for (lang, code) in [(Lang::En, "en"), (Lang::Es, "es")] {
        let mut stage = page(lang);
        insta::assert_snapshot!(format!("judged_80x24_{code}"), stage.styled(SMALL, Theme::Terminal));
        insta::assert_snapshot!(format!("judged_120x36_{code}"), stage.styled(MIDDLE, Theme::Terminal));
        insta::assert_snapshot!(format!("judged_120x36_{code}_mono"), stage.styled(MIDDLE, Theme::Mono));
        insta::assert_snapshot!(format!("judged_200x50_{code}"), stage.text(LARGE));
    }
}

#[test]
fn the_list_says_how_each_key_account_stands() {
    let mut stage = Stage::open(LensKind::Accounts, judged(), Lang::En, None);
    insta::assert_snapshot!("judged_list_120x36", stage.text(MIDDLE));
    stage.give(Command::Sort);
    stage.give(Command::Sort);
    assert!(stage.text(LARGE).contains("health ↓"));
    let order: Vec<_> =
        stage.text(SMALL).lines().skip(1).map(|l| l.chars().take(12).collect::<String>()).collect();
    assert!(order[0].contains("Nordwind"), "the least healthy first: {order:?}");
}

#[test]
fn a_part_of_the_health_leads_to_what_it_is_made_of() {
    let mut stage = page(Lang::En);
    stage.give(Command::Down);
    stage.give(Command::Open);
    assert_eq!(under(&mut stage), Some((Kind::Kpi, "Revenue".into())));
    stage.give(Command::First);
    for _ in 0..4 {
        stage.give(Command::Down);
    }
    stage.give(Command::Open);
    assert_eq!(under(&mut stage), Some((Kind::Reading, "6".into())));
}

#[test]
fn each_insight_has_one_key_that_acts() {
    let mut stage = page(Lang::En);
    walk_to(&mut stage, "Complaints has no figure");
    let effects = stage.give(Command::Open);
    let [Effect::Only(LensKind::Kpis, Only::Period(period)), Effect::Go { lens, scope, record }] =
        effects.as_slice()
    else {
        panic!("{effects:?}")
    };
    assert_eq!((*period, *lens, *scope), (Period::Month(2026, 9), LensKind::Kpis, Some(NORDWIND)));
    assert_eq!(*record, Some((Kind::Kpi, 3)));
    walk_to(&mut stage, "The one key player");
    let effects = stage.give(Command::Open);
    assert!(matches!(effects.as_slice(), [Effect::Go { lens: LensKind::People, .. }]), "{effects:?}");
    walk_to(&mut stage, "Nobody is known as ");
    let effects = stage.give(Command::Open);
    let [Effect::OpenForm(form)] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!(form.kind, Kind::Person);
    assert!(form.preset.contains(&("roles", Value::Choices(vec!["influencer"]))), "{form:?}");
}

#[test]
fn what_they_owe_becomes_a_promise_to_ask_for_it() {
    let mut store = judged();
    let owed = Commitment {
        side: Some(Side::Theirs),
        text: "order number".into(),
        account: Some(Link(3)),
        due: Some(plus_days(today(), -9)),
        ..Commitment::default()
    };
    save(&mut store, owed);
    let mut stage = Stage::open(LensKind::Accounts, store, Lang::En, Some(3));
    walk_to(&mut stage, "They owe");
    let effects = stage.give(Command::Open);
    let [Effect::OpenForm(form)] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!((form.kind, form.account), (Kind::Commitment, Some(3)));
    assert!(form.preset.contains(&("side", Value::Choice("ours"))));
    assert!(form.preset.contains(&("due", Value::Day(plus_days(today(), 7)))));
    let text = form.preset.iter().find(|(field, _)| *field == "text").map(|(_, v)| v.clone());
    assert_eq!(text, Some(Value::Text("Ask for: order number".into())));
}

#[test]
fn an_insight_is_muted_by_its_rule_and_its_record() {
    let mut stage = page(Lang::En);
    walk_to(&mut stage, "Complaints has no figure");
    let told = stage.with(|lens, _| lens.under()).unwrap();
    assert_eq!((told.topic, told.kind, told.id), (Some("indicator-stale"), Kind::Kpi, 3));
    assert_eq!(told.account, Some(NORDWIND));
}

#[test]
fn every_figure_says_how_it_is_made_and_leads_to_its_records() {
    let mut stage = page(Lang::En);
    let sources = |blocks: &[Block]| {
        let tables = blocks.iter().filter_map(|b| if let Block::Table(t) = b { Some(t) } else { None });
        tables.flat_map(|t| t.rows.iter().filter_map(|r| r.source)).collect::<Vec<_>>()
    };
    let mut why = |kind, id| {
        stand(&mut stage, kind, id);
        stage.with(|lens, cx| lens.why(cx)).unwrap().blocks
    };
    let health = why(Kind::Account, NORDWIND);
    for source in [
        Source::Record(Kind::Kpi, 1),
        Source::Record(Kind::Reading, 1),
        Source::Record(Kind::Problem, 1),
        Source::Record(Kind::Person, 4),
    ] {
        assert!(sources(&health).contains(&source), "{source:?}");
    }
    insta::assert_snapshot!("judged_why_health", render(&health, Some(90)));
    let revenue = why(Kind::Kpi, 1);
    assert!(sources(&revenue).contains(&Source::Cell(1, Period::Month(2026, 10))));
    let sales = why(Kind::Opportunity, 1);
    assert!(sources(&sales).contains(&Source::Record(Kind::Opportunity, 1)));
    assert!(render(&sales, None).contains("€60,000"), "{}", render(&sales, None));
}

#[test]
fn an_insight_shows_the_figures_behind_it() {
    let mut stage = page(Lang::En);
    walk_to(&mut stage, "The one key player");
    let why = stage.with(|lens, cx| lens.why(cx)).unwrap();
    assert!(why.title.starts_with("The one key player"), "{why:?}");
    assert!(render(&why.blocks, None).contains("Kerstin Vogel"));
}

#[test]
fn a_closed_problem_stays_ticked_and_is_opened_again() {
    let mut stage = page(Lang::En);
    stage.store.perform(Act::Closed(vec![1]), today()).unwrap();
    stage.load();
    let text = stage.text(LARGE);
    assert!(text.contains("✓ Blades arrive late") && text.contains("closed today"), "{text}");
    assert!(!text.contains("worst open problem"));
    stand(&mut stage, Kind::Problem, 1);
    assert_eq!(under(&mut stage), Some((Kind::Problem, "Blades arrive late".into())));
    stage.store.perform(Act::Closed(vec![1]), today()).unwrap();
    stage.load();
    assert!(stage.text(LARGE).contains("! Blades arrive late"));
}

#[test]
fn a_contract_is_urgent_when_its_notice_is_near_and_quiet_when_it_has_ended() {
    let mut stage = page(Lang::En);
    assert!(stage.text(LARGE).contains("! Frame contract"), "20 days are left to give notice");
    for (ends, says) in [(day(2026, 11, 1), "ended 1 Nov"), (day(2026, 6, 1), "None yet.")] {
        let mut record = stage.store.record(Kind::Contract, 1).unwrap();
        record.set("ends_on", Value::Day(ends)).unwrap();
        stage.store.perform(Act::Save(vec![record]), today()).unwrap();
        stage.load();
        assert!(stage.text(LARGE).contains(says), "{says}");
    }
}

/// The whole screen on the page of Nordwind.
fn screen() -> Screen {
    let mut screen = Screen::of(judged(), Lang::En, Theme::Terminal, MIDDLE);
    screen.keys("2 Tab");
    while !screen.shows("▏Nordwind▕") {
        screen.keys("Tab");
    }
    screen
}

/// Goes down the page until the row with the bar has these words.
fn down_to(screen: &mut Screen, words: &str) {
    let here = |screen: &mut Screen| {
        let text = screen.screen();
        text.lines().flat_map(|l| l.split('│')).any(|row| row.contains('▌') && row.contains(words))
    };
    screen.keys("Home");
    for _ in 0..60 {
        if here(screen) {
            return;
        }
        screen.keys("Down");
    }
    screen.keys("Right Home");
    for _ in 0..60 {
        if here(screen) {
            return;
        }
        screen.keys("Down");
    }
    panic!("{words}\n{}", screen.screen());
}

#[test]
fn an_insight_is_muted_until_a_day_and_undo_brings_it_back() {
    let mut screen = screen();
    down_to(&mut screen, "Nobody is known as");
    screen.keys("z");
    assert!(screen.shows("Snooze: Nobody is known as"), "{}", screen.screen());
    screen.keys("Enter");
    assert!(screen.shows("Put off until 30 Nov 2026"), "{}", screen.screen());
    assert!(!screen.shows("· Nobody is known as"), "{}", screen.screen());
    screen.keys("u");
    assert!(screen.shows("· Nobody is known as"), "{}", screen.screen());
    down_to(&mut screen, "Nobody is known as");
    screen.keys("Del Del");
    assert_eq!(
        screen.outside.store.directory().unwrap().of(Kind::Account).count(),
        7,
        "nothing is deleted with it"
    );
}

#[test]
fn the_key_of_an_insight_opens_the_cell_that_waits() {
    let mut screen = screen();
    down_to(&mut screen, "Complaints has no figure");
    screen.keys("Enter");
    assert!(screen.shows("Complaints"), "{}", screen.screen());
    screen.keys("=");
    assert!(screen.shows("Complaints · Nordwind · September 2026"), "{}", screen.screen());
}

#[test]
fn the_explanation_of_the_health_leads_to_a_person_a_reading_and_a_cell() {
    let mut screen = screen();
    screen.keys("=");
    assert!(screen.shows("Health of Nordwind · 50"), "{}", screen.screen());
    // Three indicators, the promise, the reading, the problem, then the people.
    screen.keys("Down Down Down Down Enter");
    assert!(screen.shows("Satisfaction reading"), "{}", screen.screen());
    screen.keys("Esc = Down Down Down Down Down Down Enter");
    assert!(screen.shows("Kerstin Vogel") && screen.shows("3 People"), "{}", screen.screen());
    screen.keys("2 Home = Enter");
    assert!(screen.shows("Revenue"), "{}", screen.screen());
    screen.keys("= Enter");
    assert!(screen.shows("5 KPIs"), "{}", screen.screen());
}

#[test]
fn what_can_be_added_is_offered_and_the_form_begins_with_what_is_known() {
    let mut screen = screen();
    screen.keys("n");
    for kind in ["commitment", "person", "KPI", "opportunity", "contract", "problem", "satisfaction reading"]
    {
        assert!(screen.shows(kind), "{kind}\n{}", screen.screen());
    }
    screen.text("r");
    screen.keys("Ctrl-S");
    // The letter of problem is r: commitment, person, opportunity have taken those before.
    assert!(screen.shows("Nordwind") && screen.shows("23 Nov 2026"), "{}", screen.screen());
}

#[test]
fn a_problem_is_closed_and_opened_again_by_the_same_key() {
    let mut screen = screen();
    down_to(&mut screen, "Blades arrive late");
    screen.keys("x");
    assert!(
        screen.shows("Closed: Blades arrive late") && screen.shows("closed today"),
        "{}",
        screen.screen()
    );
    screen.keys("x");
    assert!(screen.shows("Open again: Blades arrive late"), "{}", screen.screen());
    screen.keys("u");
    assert!(screen.shows("closed today"), "{}", screen.screen());
}

#[test]
fn the_palette_makes_what_has_no_lens_of_its_own() {
    for (typed, says) in [
        ("new problem", "23 Nov 2026"),
        ("new satisfaction", "23 Nov 2026"),
        ("new contract", "23 Nov 2026"),
        ("new opportunity", "identified"),
        ("new exchange", "2026"),
    ] {
        let mut screen = screen();
        screen.keys(":");
        screen.text(typed);
        screen.keys("Enter");
        assert!(screen.shows(says), "{typed}\n{}", screen.screen());
    }
}
