//! White space and competitors on the screen: looked at, walked through, entered into, pasted into.
use cartera::command::{Command, LensKind, Msg};
use cartera::domain::Id;
use cartera::domain::choice::CellState;
use cartera::domain::day::day;
use cartera::domain::field::Link;
use cartera::domain::market::{Competitor, Offering};
use cartera::domain::money::{Currency, Money};
use cartera::domain::opportunity::Opportunity;
use cartera::domain::unit::Unit;
use cartera::domain::whitespace::Place;
use cartera::lang::Lang;
use cartera::store::Store;
use cartera::store::act::Act;
use cartera::store::act::white::{Change, Set};
use cartera::store::query::whitespace::CellRow;
use cartera::ui::Theme;

use crate::book::{account, book, clock, save, today};
use crate::stage::Stage;
use crate::whole;

const SMALL: (u16, u16) = (80, 24);
const MIDDLE: (u16, u16) = (120, 36);

fn euros(units: i64) -> Money {
    Money { minor: units * 100, currency: Currency::default() }
}

fn offering(store: &mut Store, name: &str) -> Id {
    save(store, Offering { name: name.into(), ..Offering::default() })
}

fn unit(store: &mut Store, name: &str, account: Id) -> Id {
    save(store, Unit { name: name.into(), account: Some(Link(account)), ..Unit::default() })
}

/// Almazara with two plants, three offerings and two competitors; Nordwind without parts.
fn white() -> Store {
    let mut store = book();
    let (jaen, cordoba) = (unit(&mut store, "Jaén", 1), unit(&mut store, "Córdoba", 1));
    let (rent, service) = (offering(&mut store, "Renting de carretillas"), offering(&mut store, "Servicio"));
    let data = offering(&mut store, "Telemetría");
    let tormes = save(
        &mut store,
        Competitor {
            name: "Elevación Tormes".into(),
            aliases: vec!["Tormes".into()],
            strengths: "Precio de entrada.".into(),
            weaknesses: "Sin servicio nocturno.".into(),
            ..Competitor::default()
        },
    );
    save(&mut store, Competitor { name: "Kaia".into(), ..Competitor::default() });
    let at = |offering, unit| Place { offering, account: 1, unit: Some(unit) };
    let changes = [
        (at(rent, jaen), vec![Set::Ours(Some(euros(80_000))), Set::Total(Some(euros(100_000)))]),
        (
            at(service, jaen),
            vec![
                Set::Total(Some(euros(60_000))),
                Set::Rival(Some(tormes)),
                Set::Ends(Some(day(2027, 2, 28))),
            ],
        ),
        (at(rent, cordoba), vec![Set::State(CellState::InHouse), Set::Total(Some(euros(40_000)))]),
        (at(data, cordoba), vec![Set::State(CellState::NotApplicable)]),
    ];
    let all =
        changes.into_iter().flat_map(|(place, sets)| sets.into_iter().map(move |set| Change { place, set }));
    store.perform(Act::White(all.collect()), today()).unwrap();
    store
}

fn cell(store: &Store, offering: Id, unit: Id) -> CellRow {
    let book = store.white_space(Some(1), today()).unwrap();
    book.cells()
        .find(|r| r.cell.place.offering == offering && r.cell.place.unit == Some(unit))
        .unwrap()
        .clone()
}

/// The grid of Almazara on a whole screen, the cursor on its first cell.
fn grid(store: Store) -> whole::Stage {
    let mut stage = whole::Stage::of(store, Lang::En, Theme::Terminal, MIDDLE);
    stage.keys("Tab 7 v");
    assert!(
        stage.shows("gap ≥ €120k a year · penetration 20% · wallet 40% · 60% known"),
        "{}",
        stage.screen()
    );
    stage
}

#[test]
fn who_serves_a_cell_is_chosen_from_a_menu_and_undone() {
    let mut stage = grid(white());
    assert!(stage.shows("Renting de carretillas · Córdoba  □ in-house"), "{}", stage.screen());
    stage.keys("c");
    assert!(stage.shows("competitor ■ …") && stage.shows("not applicable –"), "{}", stage.screen());
    stage.keys("c");
    assert!(stage.shows("Which competitor") && stage.shows("not known which"), "{}", stage.screen());
    stage.keys("k");
    assert!(stage.shows("Renting de carretillas · Córdoba  ■ Kaia"), "{}", stage.screen());
    assert_eq!(cell(&stage.outside.store, 1, 2).cell.competitor, Some(2));
    stage.keys("u");
    assert!(stage.shows("Undone: a white-space cell of Renting de carretillas"), "{}", stage.screen());
    assert_eq!(cell(&stage.outside.store, 1, 2).cell.state, CellState::InHouse);
}

#[test]
fn amounts_and_ends_of_contracts_are_entered_as_in_the_grid_of_kpis() {
    let mut stage = grid(white());
    stage.keys("a a");
    assert!(stage.shows("Spent in all, k€"), "{}", stage.screen());
    stage.keys("Enter");
    assert!(stage.shows("Entering: Spent in all"), "{}", stage.screen());
    stage.text("45k");
    stage.keys("Enter");
    assert_eq!(cell(&stage.outside.store, 1, 2).total, Some(euros(45_000)));
    stage.text("lots");
    stage.keys("Enter");
    assert!(stage.shows("“lots” is neither an amount or day, nor who serves it"), "{}", stage.screen());
    stage.keys("Esc a Home Right Right");
    assert!(stage.shows("Contract ends"), "{}", stage.screen());
    stage.keys("Enter");
    stage.text("31/03/2028");
    stage.keys("Enter Esc");
    let found = cell(&stage.outside.store, 2, 1);
    assert_eq!(found.cell.ends_on, Some(day(2028, 3, 31)), "{}", stage.screen());
}

#[test]
fn what_is_spent_with_us_beyond_the_whole_is_said_and_kept() {
    let mut stage = grid(white());
    stage.keys("a Down Enter");
    stage.text("120000");
    stage.keys("Enter");
    assert!(stage.shows("more is spent with us than in all"), "{}", stage.screen());
    assert_eq!(cell(&stage.outside.store, 1, 1).ours, Some(euros(120_000)));
}

#[test]
fn a_block_is_set_and_taken_away_as_one_act() {
    let mut stage = grid(white());
    stage.keys("Shift-Down L c n");
    let states = |stage: &whole::Stage| {
        [(1, 1), (1, 2), (2, 1), (2, 2)].map(|(o, u)| cell(&stage.outside.store, o, u).cell.state)
    };
    assert_eq!(states(&stage), [CellState::NotWanted; 4], "{}", stage.screen());
    stage.keys("u");
    assert_eq!(cell(&stage.outside.store, 2, 1).cell.ends_on, Some(day(2027, 2, 28)));
    stage.keys("Home Shift-Up L Del");
    assert!(stage.shows("4 cells"), "{}", stage.screen());
    stage.keys("Del");
    assert_eq!(states(&stage), [CellState::Unknown; 4], "{}", stage.screen());
    stage.keys("u");
    assert_eq!(cell(&stage.outside.store, 1, 1).ours, Some(euros(80_000)));
}

#[test]
fn cells_of_a_spreadsheet_are_looked_at_before_they_are_saved() {
    let mut stage = grid(white());
    stage.tell(Msg::Pasted("\tServicio\tTelemetría\nJaén\t70000\tKaia\nCórdoba\tnonsense\t\n".to_owned()));
    assert!(stage.shows("Pasted: 2 cells to save"), "{}", stage.screen());
    assert!(stage.shows("€60,000") && stage.shows("“nonsense” is neither"), "{}", stage.screen());
    stage.keys("Enter");
    let store = &stage.outside.store;
    assert_eq!(cell(store, 2, 1).total, Some(euros(70_000)));
    assert_eq!(cell(store, 3, 1).cell.competitor, Some(2));
    stage.keys("u");
    assert_eq!(cell(&stage.outside.store, 2, 1).total, Some(euros(60_000)));
}

#[test]
fn a_sale_begins_with_what_its_cell_knows_and_stands_beside_it() {
    let mut stage = grid(white());
    stage.keys("Down Right n");
    assert!(stage.shows("opportunity") && stage.shows("offering"), "{}", stage.screen());
    stage.keys("Enter");
    assert!(stage.shows("Servicio · Jaén") && stage.shows("€60,000"), "{}", stage.screen());
    assert!(stage.shows("Elevación Tormes"), "{}", stage.screen());
    stage.keys("Ctrl-S");
    assert!(stage.shows("Opportunity: Servicio · Jaén, identified, €60,000"), "{}", stage.screen());
}

#[test]
fn why_shows_the_gap_of_a_cell_and_the_figures_of_a_part() {
    let mut stage = grid(white());
    stage.keys("Down =");
    assert!(stage.shows("Gap, Renting de carretillas · Jaén"), "{}", stage.screen());
    assert!(stage.shows("€20,000") && stage.shows("spent in all"), "{}", stage.screen());
    assert!(stage.shows("Expected, Renting") && stage.shows("€10,000"), "{}", stage.screen());
    stage.keys("Esc Home Left =");
    assert!(stage.shows("Gap, Jaén"), "{}", stage.screen());
}

#[test]
fn a_filter_leaves_what_is_to_be_won_and_a_search_finds_offerings_and_parts() {
    let mut stage = grid(white());
    stage.keys("f");
    assert!(stage.shows("to be won") && !stage.shows("Telemetría"), "{}", stage.screen());
    stage.keys("Esc /");
    stage.text("cordo");
    stage.keys("Enter");
    assert!(stage.shows("Córdoba") && !stage.shows("Jaén"), "{}", stage.screen());
    stage.keys("Esc /");
    stage.text("telem");
    stage.keys("Enter");
    assert!(stage.shows("Jaén") && !stage.shows("carretillas ·"), "{}", stage.screen());
}

#[test]
fn an_offering_no_longer_sold_is_only_shown_when_asked_for_and_counts_for_nothing() {
    let mut store = white();
    let old = save(&mut store, Offering { name: "Ocasión".into(), retired: true, ..Offering::default() });
    let place = Place { offering: old, account: 1, unit: Some(1) };
    let change = Change { place, set: Set::Total(Some(euros(500_000))) };
    let rival = Change { place, set: Set::Rival(None) };
    store.perform(Act::White(vec![change, rival]), today()).unwrap();
    let mut stage = grid(store);
    assert!(!stage.shows("Ocasión"), "{}", stage.screen());
    stage.keys("f f f f");
    assert!(stage.shows("Ocasión") && stage.shows("gap ≥ €120k"), "{}", stage.screen());
}

#[test]
fn the_view_follows_the_record_from_the_radar_into_the_grid() {
    let mut stage = whole::Stage::of(white(), Lang::En, Theme::Terminal, MIDDLE);
    stage.keys("Tab 7 v v");
    assert!(stage.shows("Contracts that end") && stage.shows("Precio de entrada."), "{}", stage.screen());
    assert!(stage.shows("no opportunity yet"), "{}", stage.screen());
    stage.keys("Right Enter");
    assert!(
        stage.shows("Servicio · Jaén  ■ Elevación Tormes  until 28 Feb 2027, 97 d left"),
        "{}",
        stage.screen()
    );
    stage.keys("v");
    assert!(stage.shows("Competitors  2, by what they hold"), "{}", stage.screen());
}

#[test]
fn a_sale_begins_on_the_radar_against_its_competitor() {
    let mut stage = whole::Stage::of(white(), Lang::En, Theme::Terminal, MIDDLE);
    stage.keys("Tab 7 v v Right n Ctrl-S");
    let record = stage.outside.store.record(cartera::domain::kind::Kind::Opportunity, 1).unwrap();
    let sale = record.any().downcast_ref::<Opportunity>().unwrap().clone();
    assert_eq!((sale.competitor, sale.offering, sale.unit), (Some(Link(1)), Some(Link(2)), Some(Link(1))));
    assert_eq!(sale.closes_on, Some(day(2027, 2, 28)));
    assert!(stage.shows("Servicio · Jaén, ident"), "{}", stage.screen());
}

/// An account with a dozen parts and two dozen offerings, most of them filled in.
fn crowded() -> Store {
    let mut store = Store::in_memory(clock).unwrap();
    let account = account(&mut store, "Consorcio Portuario del Mediterráneo");
    let units: Vec<Id> =
        (1..=12).map(|n| unit(&mut store, &format!("Terminal de contenedores {n}"), account)).collect();
    let offerings: Vec<Id> =
        (1..=24).map(|n| offering(&mut store, &format!("Servicio integral número {n}"))).collect();
    let states = CellState::ALL;
    let places = offerings.iter().flat_map(|o| units.iter().map(move |u| (*o, *u)));
    let changes = places.enumerate().flat_map(|(at, (offering, unit))| {
        let place = Place { offering, account, unit: Some(unit) };
        let total = i64::try_from(at * 7919 % 3_000_000).unwrap();
        [Set::State(states[at % states.len()]), Set::Total(Some(euros(total)))]
            .map(|set| Change { place, set })
    });
    store.perform(Act::White(changes.collect()), today()).unwrap();
    store
}

#[test]
fn every_state_of_both_views_in_both_languages() {
    let views = [("whitespace", Command::GrowthWhitespace), ("competitors", Command::GrowthCompetitors)];
    for (name, view) in views {
        for lang in Lang::ALL {
            for (size, at) in [(SMALL, "80x24"), (MIDDLE, "120x36")] {
                let code = if lang == Lang::En { "en" } else { "es" };
                let shot = |state: &str, store: Store, scope: Option<Id>| {
                    let mut stage = Stage::open(LensKind::Growth, store, lang, scope);
                    stage.give(view);
                    insta::assert_snapshot!(format!("{name}_{state}_{at}_{code}"), stage.text(size));
                };
                shot("empty", book(), None);
                shot("of_one", white(), Some(1));
                shot("crowded", crowded(), None);
                let mut demo = Store::in_memory(clock).unwrap();
                cartera::exchange::demo::build(&mut demo, today(), None).unwrap();
                shot("demo", demo, None);
            }
        }
    }
}

#[test]
fn the_colours_stand_beside_signs() {
    let mut stage = Stage::open(LensKind::Growth, white(), Lang::En, Some(1));
    stage.give(Command::GrowthWhitespace);
    insta::assert_snapshot!("whitespace_colours", stage.styled(SMALL, Theme::Terminal));
    insta::assert_snapshot!("whitespace_mono", stage.styled(SMALL, Theme::Mono));
}

#[test]
fn every_size_is_drawn_without_a_panic() {
    for view in [Command::GrowthWhitespace, Command::GrowthCompetitors] {
        let mut stage = Stage::open(LensKind::Growth, crowded(), Lang::Es, None);
        stage.give(view);
        for size in [(1, 6), (3, 9), (20, 8), (79, 10), (80, 24), (99, 30), (300, 90)] {
            stage.text(size);
        }
    }
}
