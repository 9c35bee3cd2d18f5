//! Before a renewal, as a KAM is promised it: who decides, who is against us, whom to see next, and what is done about a gap.
use cartera::domain::choice::{BuyingRole, Stance};
use cartera::domain::fact::Fact;
use cartera::domain::field::Link;
use cartera::domain::kind::Kind;
use cartera::domain::value::Value;
use cartera::exchange::demo;
use cartera::lang::Lang;
use cartera::store::Store;
use cartera::store::act::{Act, Learned};
use cartera::store::journal::everything;
use cartera::ui::Theme;

use crate::book::{clock, today};
use crate::whole::Stage;

/// The demo book, but at Arce nobody is known to buy and nobody is a champion.
fn before_the_renewal() -> Store {
    let mut store = Store::in_memory(clock).unwrap();
    demo::build(&mut store, today(), None).unwrap();
    let arce = store.directory().unwrap().find(Kind::Account, "Arce").unwrap();
    for row in store.people(Some(arce), today()).unwrap() {
        let place = row.membership.unwrap();
        if row.roles.contains(&BuyingRole::Buyer) {
            store.perform(Act::Learn(place, Learned::Role(BuyingRole::Buyer, false)), today()).unwrap();
        }
        if row.stance == Some(Stance::Champion) {
            store.perform(Act::Learn(place, Learned::Stance(Some(Stance::Supporter))), today()).unwrap();
        }
    }
    store
}

fn at_arce(size: (u16, u16)) -> Stage {
    let mut stage = Stage::of(before_the_renewal(), Lang::En, Theme::Terminal, size);
    stage.keys("3 Tab Tab Tab");
    assert!(stage.shows("Marta Roca"), "{}", stage.screen());
    stage
}

/// The newest stance of a person and the conversation that is its cause.
fn newest_stance(store: &Store, person: i64) -> (String, Option<Link>) {
    let facts = store.records(Kind::Fact, 0, 100_000).unwrap();
    let places = store.parts(Kind::Person, person).unwrap();
    let place = places[1].head().id;
    let mut own: Vec<&Fact> = facts.iter().filter_map(|f| f.any().downcast_ref::<Fact>()).collect();
    own.retain(|f| {
        f.membership == Some(Link(place)) && f.aspect == Some(cartera::domain::choice::Aspect::Stance)
    });
    own.sort_by_key(|f| (f.on_day, f.head.id));
    let last = own.last().unwrap();
    (last.value.clone(), last.cause)
}

#[test]
fn the_strip_the_map_and_the_network_say_who_decides_who_is_against_us_and_who_leads_there() {
    for size in [(80, 24), (120, 36)] {
        let mut stage = at_arce(size);
        assert!(stage.shows("U● I● D○ B– G● ★–"), "{}", stage.screen());
        stage.keys("v");
        let map = stage.screen();
        let row = |name: &str| map.lines().find(|l| l.contains(name)).unwrap_or_default().to_owned();
        assert!(row("Mas −").starts_with(" 5"), "{map}");
        assert!(row("Soler −").starts_with(" 4"), "{map}");
        stage.keys("v v");
        assert!(stage.shows("next contact 1 of"), "{}", stage.screen());
        assert!(stage.shows("Jordi Mas, through Roca"), "{}", stage.screen());
    }
}

#[test]
fn a_gap_is_written_down_and_the_visit_is_why_the_engineer_is_a_champion() {
    let mut stage = at_arce((120, 36));
    stage.keys("g");
    assert!(stage.shows("buyer: nobody"), "{}", stage.screen());
    stage.keys("Enter Esc");
    let directory = stage.outside.store.directory().unwrap();
    assert!(directory.find(Kind::Person, "Arce · buyer").is_ok());

    stage.keys("i");
    stage.text("visit oriol ferrer today: will speak for us at the committee");
    stage.keys("Enter");
    let visit = stage.outside.store.records(Kind::Interaction, 0, 100_000).unwrap().pop().unwrap().head().id;
    let before = everything(&stage.outside.store).unwrap();
    stage.keys("/");
    stage.text("oriol");
    stage.keys("Enter +");
    let oriol = directory.find(Kind::Person, "Oriol Ferrer").unwrap();
    assert_eq!(newest_stance(&stage.outside.store, oriol), ("champion".to_owned(), Some(Link(visit))));
    assert!(stage.shows("★●"), "{}", stage.screen());
    // The history of the stance can be read, each change with its cause.
    stage.keys("Right");
    assert!(stage.shows("will speak for us"), "{}", stage.screen());
    stage.keys("Left u");
    assert_eq!(everything(&stage.outside.store).unwrap(), before);
}

#[test]
fn a_move_on_the_map_is_a_dated_fact_that_undo_takes_back() {
    let mut stage = at_arce((120, 36));
    stage.keys("v /");
    stage.text("vidal");
    stage.keys("Enter");
    let before = everything(&stage.outside.store).unwrap();
    stage.keys("Shift-Up Shift-Right");
    let xavier = stage.outside.store.directory().unwrap().find(Kind::Person, "Xavier Vidal").unwrap();
    let place = stage.outside.store.parts(Kind::Person, xavier).unwrap().remove(1);
    assert_eq!(place.get("influence"), Value::Number(4));
    assert_eq!(place.get("stance"), Value::Choice("supporter"));
    stage.keys("u u");
    assert_eq!(everything(&stage.outside.store).unwrap(), before);
}
