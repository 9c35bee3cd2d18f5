//! A believable fixed book of four key accounts, on Monday 23 November 2026: written as its user would, line by line.
use cartera::capture;
use cartera::domain::Id;
use cartera::domain::account::Account;
use cartera::domain::choice::{BuyingRole, Risk, Stance, Tier};
use cartera::domain::day::{day, plus_days};
use cartera::domain::field::Link;
use cartera::domain::person::{Membership, Person};
use cartera::domain::unit::Unit;
use cartera::lang::value::Context;
use cartera::lang::{Lang, Words};
use cartera::store::Store;
use cartera::store::act::Act;

use crate::book::{clock, save, today};

use BuyingRole::{Buyer, Decider, Gatekeeper, Influencer, User};

/// Accounts: name, sector, site.
const ACCOUNTS: [(&str, &str, &str); 4] = [
    ("Almazara", "olive oil", "Jaén"),
    ("Nordwind", "wind turbines", "Hamburg"),
    ("Arce", "kitchen furniture", "Vitoria"),
    ("Tramuntana", "logistics", "Girona"),
];

/// Account, name, title, roles, stance.
type Somebody = (Id, &'static str, &'static str, &'static [BuyingRole], Option<Stance>);

const PEOPLE: [Somebody; 12] = [
    (1, "Ana Ruiz", "Managing director", &[Decider], Some(Stance::Supporter)),
    (1, "Luis Prieto", "Mill manager", &[User, Influencer], Some(Stance::Champion)),
    (1, "Carmen Ortega", "Purchasing", &[Buyer], None),
    (2, "Kerstin Vogel", "Head of purchasing", &[Decider, Buyer], Some(Stance::Neutral)),
    (2, "Jens Petersen", "Plant engineer", &[User], Some(Stance::Supporter)),
    (2, "Ulrike Brandt", "Office of the board", &[Gatekeeper], None),
    (3, "María del Mar Soler", "Finance director", &[Influencer], Some(Stance::Blocker)),
    (3, "Jordi Mas", "Purchasing director", &[Decider], None),
    (3, "Marta Roca", "Quality", &[User], Some(Stance::Supporter)),
    (4, "Pere Puig", "Operations director", &[Decider], Some(Stance::Champion)),
    (4, "Núria Camps", "Fleet", &[User], Some(Stance::Neutral)),
    (4, "Joan Ferrer", "", &[], None),
];

/// What was said, as it was typed on a day so many days ago.
const LINES: [(i64, &str); 20] = [
    (61, "visit jordi: plant tour with the new line, asks for references of two furniture makers"),
    (47, "meeting ana ruiz 11:00 1h: yearly plan agreed, she wants fewer deliveries and one contact"),
    (40, "call marta roca: complaints about edges are down, she is pleased +quality"),
    (33, "video maría del mar soler 45m: budget frozen until January, compares us with two others :("),
    (26, "visit kerstin vogel 9:30 2h: audit of the warehouse passed > 28d send the list of measures"),
    (23, "mail in jens: spare parts list is out of date"),
    (19, "meeting luis prieto: pilot at the second mill starts in March +pilot < 20d he names the operators"),
    (16, "call pere puig: renewal of the fleet in spring, wants a proposal for all depots +renewal"),
    (12, "call kerstin vogel 30m: prices rise in January, wants the revised SLA first > 9d Revised SLA"),
    (11, "mail out carmen ortega: calendar of deliveries for 2027"),
    (9, "call jordi: tender opens in December < 9d purchase order number"),
    (6, "visit pere puig: depots of Figueres and Olot seen, both fit > 9d proposal for all depots"),
    (4, "call marta roca 15m: wants samples of the new edge > 5d send samples"),
    (3, "call luis prieto: operators are ready > 4d training calendar"),
    (3, "call zoe: she will call back"),
    (2, "note: price list 2027 is with legal"),
    (0, "meeting kerstin vogel next thu 10:00: quarterly review"),
    (0, "meeting pere puig next tue 12:30: proposal for all depots"),
    (0, "visit ana ruiz 2026-12-01 9:00: plan 2027"),
    (5, "video jordi 2026-11-23 16:00: prepare the tender"),
];

/// The whole book.
pub fn crowded() -> Store {
    let mut store = Store::in_memory(clock).unwrap();
    for (name, sector, site) in ACCOUNTS {
        let tier = Some(Tier::Key);
        let (name, sector, site) = (name.into(), sector.into(), site.into());
        save(&mut store, Account { name, sector, site, tier, ..Account::default() });
    }
    for name in ["Molinos del Sur", "Ferretería Olmo", "Hansen & Söhne"] {
        save(&mut store, Account { name: name.into(), tier: Some(Tier::Standard), ..Account::default() });
    }
    people(&mut store);
    judge(&mut store);
    for (ago, line) in &LINES[..15] {
        write(&mut store, *ago, line);
    }
    store.mark_seen(plus_days(today(), -3)).unwrap();
    for (ago, line) in &LINES[15..] {
        write(&mut store, *ago, line);
    }
    store
}

fn people(store: &mut Store) {
    for (account, name, title, roles, stance) in PEOPLE {
        let born = if name.starts_with("Marta") { Some(day(1979, 11, 25)) } else { None };
        let person = Person { name: name.into(), birthday: born, ..Person::default() };
        let membership = Membership {
            account: Some(Link(account)),
            title: title.into(),
            roles: roles.to_vec(),
            stance,
            ..Membership::default()
        };
        store
            .perform(Act::Save(vec![Box::new(person), Box::new(membership)]), plus_days(today(), -90))
            .unwrap();
    }
}

/// What is judged about Nordwind, and its parts.
fn judge(store: &mut Store) {
    let mut record = store.record(cartera::domain::kind::Kind::Account, 2).unwrap();
    let account = record.any().downcast_ref::<Account>().unwrap().clone();
    record = Box::new(Account {
        risk: Some(Risk::Medium),
        notes: "Frame contract until 2027.\nInvoices to the shared service centre in Kiel.".into(),
        ..account
    });
    store.perform(Act::Save(vec![record]), today()).unwrap();
    for name in ["Bremerhaven plant", "Kiel service centre"] {
        save(store, Unit { name: name.into(), account: Some(Link(2)), ..Unit::default() });
    }
}

/// Writes one line on a day before today; what lies after today is planned.
pub fn write(store: &mut Store, ago: i64, line: &str) {
    let directory = store.directory().unwrap();
    let words = Words::new(Lang::En);
    let on = plus_days(today(), -ago);
    let cx = Context { words: &words, today: on, directory: &directory, scope: None };
    let entry = capture::read(line, &cx).unwrap();
    store.perform(Act::Log(Box::new(entry), None), on).unwrap();
}
