//! What clients are worth and take, and of what: the figures behind the portfolio.
use cartera::domain::Id;
use cartera::domain::account::Account;
use cartera::domain::choice::{CellState, Channel, PerkKind, Tier};
use cartera::domain::day::plus_days;
use cartera::domain::field::Link;
use cartera::domain::interaction::Interaction;
use cartera::domain::kind::Kind;
use cartera::domain::market::{Competitor, Offering, Perk, WhiteSpace};
use cartera::domain::money::{Currency, Money};
use cartera::domain::portfolio::effort;
use cartera::domain::value::SCALE;
use cartera::report::competitor::ahead;
use cartera::store::Store;
use cartera::store::query::portfolio::Client;

use crate::book::{clock, save, today};
use crate::whole;

fn euros(units: i64) -> Money {
    Money { minor: units * 100, currency: Currency::default() }
}

fn client(store: &mut Store, name: &str, revenue: Option<Money>) -> Id {
    let margin = Some(10 * SCALE);
    save(store, Account { name: name.into(), tier: Some(Tier::Key), revenue, margin, ..Account::default() })
}

fn offering(store: &mut Store, name: &str, retired: bool) -> Id {
    save(store, Offering { name: name.into(), retired, ..Offering::default() })
}

fn cell(store: &mut Store, offering: Id, account: Id, total: Option<Money>) -> Id {
    let cell = WhiteSpace {
        offering: Some(Link(offering)),
        account: Some(Link(account)),
        state: Some(CellState::Competitor),
        total,
        ends_on: Some(plus_days(today(), 60)),
        ..WhiteSpace::default()
    };
    save(store, cell)
}

fn talk(store: &mut Store, account: Id, minutes: i64) {
    let talk = Interaction {
        account: Some(Link(account)),
        channel: Some(Channel::Meeting),
        minutes: Some(minutes),
        day: Some(today()),
        ..Interaction::default()
    };
    save(store, talk);
}

fn of<'a>(clients: &'a [Client], name: &str) -> &'a Client {
    clients.iter().find(|client| client.name == name).unwrap()
}

fn close(found: f64, want: f64) {
    assert!((found - want).abs() < 1e-6, "{found} is not {want}");
}

#[test]
fn a_cell_without_a_rate_adds_nothing_to_the_gap_and_makes_it_less_certain() {
    let mut store = Store::in_memory(clock).unwrap();
    let arce = client(&mut store, "Arce", Some(euros(1_000_000)));
    let (oils, soaps) = (offering(&mut store, "Oils", false), offering(&mut store, "Soaps", false));
    cell(&mut store, oils, arce, Some(euros(50_000)));
    let yen = Money { minor: 900_000, currency: Currency::of("JPY").unwrap() };
    cell(&mut store, soaps, arce, Some(yen));
    let all = store.portfolio(today()).unwrap();
    let one = of(&all.clients, "Arce");
    assert_eq!((one.gaps.known, one.gaps.unknown), (1, 1));
    close(one.gap_margin().unwrap(), 5_000.0);
    // The same cells count the same in the white space.
    let white = store.white_space(None, today()).unwrap();
    let gap = cartera::domain::whitespace::gap(&white.counted(arce));
    close(gap.amount().unwrap(), one.gaps.sum);
    talk(&mut store, arce, 60);
    let all = store.portfolio(today()).unwrap();
    let why = effort::explained(&all.effort_of(of(&all.clients, "Arce")), all.totals);
    close(why.evidence, 2.0 / 3.0);
    close(why.amount().unwrap(), 1.0);
}

#[test]
fn the_share_of_the_time_is_of_all_logged_minutes_also_of_clients_of_unknown_worth() {
    let mut store = Store::in_memory(clock).unwrap();
    let (arce, bruma) = (client(&mut store, "Arce", Some(euros(100))), client(&mut store, "Bruma", None));
    talk(&mut store, arce, 60);
    talk(&mut store, bruma, 180);
    let all = store.portfolio(today()).unwrap();
    let effort = all.effort(of(&all.clients, "Arce")).unwrap();
    close(effort.of_time, 0.25);
    close(effort.of_worth, 1.0);
    let bruma = of(&all.clients, "Bruma");
    assert_eq!(all.effort(bruma), None);
    close(all.totals.of_time(bruma.time).unwrap(), 0.75);
}

#[test]
fn the_yearly_margin_is_after_the_cost_of_care_that_is_given_now() {
    let mut store = Store::in_memory(clock).unwrap();
    let arce = client(&mut store, "Arce", Some(euros(1_000_000)));
    let perk = |name: &str, until: i64| Perk {
        name: name.into(),
        account: Some(Link(arce)),
        sort: Some(PerkKind::Offer),
        cost: Some(euros(20_000)),
        until: Some(plus_days(today(), until)),
        ..Perk::default()
    };
    save(&mut store, perk("Night engineer", 100));
    save(&mut store, perk("Old discount", -1));
    let all = store.portfolio(today()).unwrap();
    close(of(&all.clients, "Arce").yearly_margin().unwrap(), 80_000.0);
    close(all.totals.worth, 80_000.0);
    let lifetime = &store.lifetimes(None, today()).unwrap()[0];
    close(lifetime.client.contribution().unwrap(), 80_000.0);
}

#[test]
fn what_is_no_longer_sold_is_no_reason_to_speak_of_a_competitor() {
    let mut store = Store::in_memory(clock).unwrap();
    let arce = client(&mut store, "Arce", None);
    save(&mut store, Competitor { name: "Tormes".into(), ..Competitor::default() });
    let (sold, old) = (offering(&mut store, "Oils", false), offering(&mut store, "Soaps", true));
    let near = cell(&mut store, sold, arce, None);
    let retired = cell(&mut store, old, arce, None);
    let white = store.white_space(None, today()).unwrap();
    let found: Vec<_> = ahead(&white, 180, today()).iter().filter_map(|row| row.cell.id).collect();
    assert_eq!(found, [near]);
    let told = store.account_page(arce, today()).unwrap().checkup.insights;
    let about = |id| told.iter().any(|one| one.subject == (Kind::WhiteSpace, id));
    assert!(about(near) && !about(retired), "{told:?}");
}

#[test]
fn who_is_valued_exactly_3_may_deserve_to_be_a_key_account() {
    let mut store = Store::in_memory(clock).unwrap();
    for (name, points, revenue) in [("Grande", 1, 900_000), ("Medio", 3, 5_000), ("Poco", 2, 4_000)] {
        let points = Some(points);
        let judged = Account { size: points, potential: points, reference: points, ..Account::default() };
        save(&mut store, Account { name: name.into(), revenue: Some(euros(revenue)), ..judged });
    }
    let mut stage = whole::Stage::new(store);
    stage.keys("8 f");
    stage.keys("w");
    assert!(stage.shows("Medio") && !stage.shows("Poco"), "{}", stage.screen());
}
