use std::collections::BTreeSet;

use super::*;
use crate::domain::day::day;

fn human(id: Id, name: &str) -> Human {
    Human { id, names: vec![name.to_owned()], ..Human::default() }
}

fn at(mut human: Human, account: Id) -> Human {
    human.accounts.push((account, format!("Account {account}")));
    human
}

fn with(mut human: Human, emails: &[&str], phones: &[&str]) -> Human {
    human.emails = emails.iter().map(|t| (*t).to_owned()).collect();
    human.phones = phones.iter().map(|t| (*t).to_owned()).collect();
    human
}

fn alias(mut human: Human, alias: &str) -> Human {
    human.names.push(alias.to_owned());
    human
}

/// How sure it is that the two are one.
fn sure(a: Human, b: Human) -> Option<Certainty> {
    candidates(&[a, b]).first().map(|t| t.certainty)
}

#[test]
fn one_address_is_one_person() {
    let ana = with(human(1, "Ana Ruiz"), &["other@x.es", "ana@arce.es"], &[]);
    let found = candidates(&[ana.clone(), with(human(2, "A. Ruiz"), &["ANA@Arce.es "], &[])]);
    assert_eq!((found[0].first, found[0].second, found[0].certainty), (1, 2, Certainty::Certain));
    assert_eq!(found[0].reasons, [Reason::Email("ana@arce.es".into()), Reason::Name(Likeness::Initials)]);
    assert_eq!(sure(ana, with(human(2, "Compras Arce"), &["ana@arce.es"], &[])), Some(Certainty::Likely));
}

#[test]
fn the_address_of_an_office_is_nobodys() {
    let office = |id, name| with(at(human(id, name), 1), &["compras@arce.es"], &[]);
    assert_eq!(sure(office(1, "Ana Ruiz"), office(2, "Jordi Mas")), None);
    assert_eq!(sure(office(1, "Ana Ruiz"), office(2, "A. Ruiz")), Some(Certainty::Likely));
}

#[test]
fn one_number_and_one_name_are_one_person() {
    let phone = |id, name, number: &str| with(human(id, name), &[], &[number]);
    let ana = || phone(1, "Ana Ruiz", "600 111 222");
    assert_eq!(sure(ana(), phone(2, "Ruiz, Ana", "+34600111222")), Some(Certainty::Certain));
    assert_eq!(sure(ana(), phone(2, "A. Ruiz", "0034 600 11 12 22")), Some(Certainty::Likely));
    assert_eq!(sure(ana(), phone(2, "Jordi Mas", "600 111 222")), None, "a family, an office");
}

#[test]
fn the_number_of_the_company_is_no_evidence() {
    let names = ["Ana", "Eva", "Leo", "Ivo", "Zoe"];
    let office: Vec<Human> = (1..=20)
        .zip(names.iter().cycle())
        .map(|(n, given)| {
            let name = format!("{given} Apellido{n}");
            with(at(human(n, &name), 1), &["hola@arce.es"], &["971 000 111"])
        })
        .collect();
    assert_eq!(candidates(&office), []);
}

#[test]
fn father_and_son_are_two() {
    let born = |id, name, year| Human { birthday: Some(day(year, 3, 1)), ..at(human(id, name), 1) };
    assert_eq!(sure(at(human(1, "Jordi Mas"), 1), at(human(2, "Pere Mas"), 1)), None);
    assert_eq!(sure(born(1, "Juan Ruiz", 1950), born(2, "Juan Ruiz", 1980)), None);
    assert_eq!(sure(born(1, "Juan Ruiz", 1950), born(2, "J. Ruiz", 1950)), Some(Certainty::Likely));
    assert_eq!(sure(at(human(1, "Juan Ruiz"), 1), at(human(2, "Juan Ruiz hijo"), 1)), None);
}

#[test]
fn a_name_weighs_more_where_both_work() {
    let here = |id, name| at(human(id, name), 1);
    let there = |id, name| at(human(id, name), 2);
    assert_eq!(sure(here(1, "Ana Ruiz"), here(2, "ANA RUÍZ")), Some(Certainty::Likely));
    assert_eq!(sure(here(1, "Ana Ruiz"), there(2, "Ana Ruiz")), Some(Certainty::Possible));
    assert_eq!(sure(here(1, "Ana Ruiz"), human(2, "Ruiz Ana")), Some(Certainty::Likely), "of nobody");
    assert_eq!(sure(here(1, "Ana Ruiz Soler"), there(2, "Ana Ruiz Soler")), Some(Certainty::Likely));
    assert_eq!(sure(here(1, "Ana Ruiz"), here(2, "Ana Ruiz Soler")), Some(Certainty::Likely));
    assert_eq!(sure(here(1, "Ana Ruiz"), there(2, "Ana Ruiz Soler")), Some(Certainty::Possible));
    assert_eq!(sure(here(1, "A. Ruiz"), here(2, "Ana Ruiz")), Some(Certainty::Possible));
    assert_eq!(sure(here(1, "A. Ruiz"), there(2, "Ana Ruiz")), None);
}

#[test]
fn a_first_name_is_the_only_one_there() {
    let here = |id, name| at(human(id, name), 1);
    assert_eq!(sure(here(1, "Marta"), here(2, "Marta Roca")), Some(Certainty::Possible));
    assert_eq!(candidates(&[here(1, "Marta"), here(2, "Marta Roca"), here(3, "Marta Gil")]), []);
    assert_eq!(sure(here(1, "Marta"), at(human(2, "Marta Roca"), 2)), None);
}

#[test]
fn a_nickname_stands_for_the_first_name() {
    let josep = || alias(at(human(1, "Josep Mas"), 1), "Pep");
    let found = candidates(&[josep(), at(human(2, "Pep Mas"), 1)]);
    assert_eq!(found[0].reasons, [Reason::Alias("Pep".into()), Reason::Account("Account 1".into())]);
    assert_eq!(sure(josep(), at(human(2, "Pep Gil"), 1)), None);
    assert_eq!(sure(alias(human(1, "Ana Ruiz"), "Ana Gil"), human(2, "Ana Gil")), Some(Certainty::Likely));
}

#[test]
fn the_surest_come_first() {
    let all = [
        at(human(1, "Eva Gil"), 1),
        at(human(2, "Eva Gil"), 2),
        with(human(3, "Ana Ruiz"), &["ana@arce.es"], &[]),
        with(human(4, "Ana Ruiz"), &["ana@arce.es"], &[]),
    ];
    let order: Vec<_> = candidates(&all).iter().map(|t| (t.first, t.second)).collect();
    assert_eq!(order, [(3, 4), (1, 2)]);
}

#[test]
fn a_name_that_everybody_has_finds_nobody() {
    let all: Vec<Human> = (0..2_000).map(|n| at(human(n + 1, "María García"), n % 40)).collect();
    assert_eq!(candidates(&all), []);
}

proptest::proptest! {
    #[test]
    fn who_comes_first_makes_no_difference(names in proptest::collection::vec("(Ana|A\\.|Luis|Eva) (Ruiz|R\\.|Gil|Mas)( Soler| Gil)?", 2..12)) {
        let people: Vec<Human> = (1..).zip(&names).map(|(id, name)| at(human(id, name), 1)).collect();
        let mut turned = people.clone();
        turned.reverse();
        let pairs = |all: &[Human]| candidates(all).iter().map(|t| (t.first, t.second, t.certainty)).collect::<BTreeSet<_>>();
        proptest::prop_assert_eq!(pairs(&people), pairs(&turned));
    }
}
