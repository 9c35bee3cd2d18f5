//! Crowds: as many plainly fictional people as a test needs, over one account or several, always the same ones.
use cartera::domain::Id;
use cartera::domain::choice::{BuyingRole, Stance};
use cartera::domain::day::plus_days;
use cartera::domain::field::{Link, Record};
use cartera::domain::person::{Membership, Person};
use cartera::domain::unit::Unit;
use cartera::store::Store;
use cartera::store::act::Act;

use crate::book::{account, clock, save, today};

use BuyingRole::{Buyer, Decider, Gatekeeper, Influencer, Initiator, User};
use Stance::{Blocker, Champion, Neutral, Sceptic, Supporter};

const ACCOUNTS: [&str; 6] = ["Almazara", "Nordwind", "Arce", "Tramuntana", "Molino", "Hansen"];

const UNITS: [&str; 3] = ["Head office", "North plant", "South plant"];

const GIVEN: [&str; 24] = [
    "Ana", "Luis", "Marta", "Jordi", "Núria", "Pere", "Carmen", "Jens", "Ulrike", "Joan", "Elena", "Óscar",
    "Irene", "Hugo", "Laia", "Bruno", "Sonia", "Iván", "Rosa", "Nils", "Petra", "Álex", "Inés", "Gil",
];

const SURNAMES: [&str; 28] = [
    "Ruiz",
    "Prieto",
    "Roca",
    "Mas",
    "Camps",
    "Puig",
    "Ortega",
    "Petersen",
    "Brandt",
    "Ferrer",
    "Soler",
    "Vidal",
    "Vogel",
    "Prat",
    "Lozano",
    "Ibarra",
    "Quiroga",
    "Santos",
    "Marín",
    "Nieto",
    "Osorio",
    "Hidalgo",
    "Bosch",
    "Cuesta",
    "Duarte",
    "Egea",
    "Fuster",
    "de la Fuente",
];

const TITLES: [&str; 8] = [
    "Managing director",
    "Purchasing",
    "Plant engineer",
    "Finance director",
    "Quality",
    "Logistics",
    "Maintenance",
    "Office of the board",
];

/// What one person in ten is, by turns.
const ROLES: [&[BuyingRole]; 10] = [
    &[Decider],
    &[User],
    &[Influencer],
    &[User],
    &[Buyer],
    &[],
    &[Gatekeeper],
    &[User],
    &[Initiator, User],
    &[],
];

const STANCES: [Option<Stance>; 13] = [
    Some(Supporter),
    None,
    Some(Neutral),
    Some(Sceptic),
    Some(Supporter),
    Some(Neutral),
    None,
    Some(Champion),
    Some(Blocker),
    Some(Neutral),
    Some(Supporter),
    None,
    Some(Sceptic),
];

/// Whom everybody of an account reports to: the first has no boss, the next four have the first, and so on; a second root stands
/// where a crowd is large.
fn boss(place: usize) -> Option<usize> {
    (!place.is_multiple_of(37)).then(|| (place - 1) / 4)
}

/// So many people over so many accounts (at most six), in turns. Numbers of people and accounts begin at 1.
///
/// Every eleventh has left from the second round of accounts on, every twenty-ninth is not known by name; what is known of
/// stances is from 10, 80 and 150 days ago.
pub fn crowd(people: usize, accounts: usize) -> Store {
    let mut store = Store::in_memory(clock).unwrap();
    let accounts: Vec<Id> = ACCOUNTS[..accounts].iter().map(|name| account(&mut store, name)).collect();
    let mut units = Vec::new();
    for account in &accounts {
        for name in UNITS {
            let unit = Unit { name: name.into(), account: Some(Link(*account)), ..Unit::default() };
            units.push(save(&mut store, unit));
        }
    }
    for (turn, chunk) in (0..people).collect::<Vec<_>>().chunks(20).enumerate() {
        let mut parts: Vec<Box<dyn Record>> = Vec::new();
        for i in chunk {
            let (person, place) = somebody(*i, &accounts, &units);
            parts.push(Box::new(person));
            parts.push(Box::new(place));
        }
        let ago = 10 + 70 * i64::try_from(turn % 3).unwrap();
        store.perform(Act::Save(parts), plus_days(today(), -ago)).unwrap();
    }
    store
}

fn somebody(i: usize, accounts: &[Id], units: &[Id]) -> (Person, Membership) {
    let (site, place) = (i % accounts.len(), i / accounts.len());
    let unknown = i % 29 == 28;
    let name = format!("{} {}", GIVEN[i % 24], SURNAMES[(i * 5 + i / 24) % 28]);
    let person = Person {
        name: if unknown { format!("Buyer of {}", SURNAMES[i % 28]) } else { name },
        placeholder: unknown,
        ..Person::default()
    };
    let number = |place: usize| i64::try_from(place * accounts.len() + site + 1).unwrap();
    let score = |i: usize| i64::try_from(i % 5 + 1).unwrap();
    let membership = Membership {
        account: Some(Link(accounts[site])),
        title: TITLES[i * 3 % 8].into(),
        unit: Some(Link(units[site * UNITS.len() + place % UNITS.len()])),
        roles: ROLES[i % 10].to_vec(),
        stance: STANCES[i * 7 % 13].filter(|_| !unknown),
        influence: (i % 3 == 1).then(|| score(i * 7 / 3)),
        interest: i.is_multiple_of(2).then(|| score(i * 3 / 2)),
        reports_to: boss(place).map(|b| Link(number(b))),
        left_on: (place % 11 == 10).then(|| plus_days(today(), -30)),
        ..Membership::default()
    };
    (person, membership)
}

#[test]
fn a_crowd_is_always_the_same_and_nobody_has_the_name_of_another() {
    let names = |store: &Store| {
        store.people(None, today()).unwrap().into_iter().map(|p| (p.name, p.reports_to)).collect::<Vec<_>>()
    };
    let one = names(&crowd(300, 4));
    assert_eq!(one, names(&crowd(300, 4)));
    let distinct: std::collections::BTreeSet<_> = one.iter().map(|p| &p.0).collect();
    assert_eq!(distinct.len(), 300);
}
