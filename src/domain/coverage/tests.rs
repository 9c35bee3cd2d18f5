use super::*;
use crate::domain::day::{day, plus_days};
use crate::domain::settings::Settings;
use BuyingRole::{Buyer, Decider, Gatekeeper, Influencer, User};
use Held::{Covered, Gap, Named};
use proptest::prelude::*;

fn today() -> NaiveDate {
    day(2026, 11, 23)
}

fn member(person: Id, role: BuyingRole, w: i64, contact: Contact) -> Member {
    Member {
        person,
        name: format!("person {person}"),
        w,
        contact,
        last: None,
        stance: None,
        roles: vec![role],
        strength: 0.0,
        touches: 0,
        do_not_contact: false,
        not_before: None,
    }
}

/// The four of section 4.
fn four() -> Vec<Member> {
    vec![
        member(1, Decider, 5, Contact::Never),
        member(2, Influencer, 4, Contact::Fresh),
        member(3, User, 2, Contact::Fresh),
        member(4, Gatekeeper, 3, Contact::Due),
    ]
}

fn stances(members: &mut [Member], scores: &[i64]) {
    for (member, score) in members.iter_mut().zip(scores) {
        member.stance = Stance::of_score(*score).map(|s| (s, today()));
    }
}

fn near(score: &Score, value: f64) {
    let amount = score.amount().unwrap();
    assert!((amount - value).abs() < 0.005, "{amount} is not {value}");
}

#[test]
fn the_vectors_of_section_4() {
    let mut members = four();
    near(&coverage(&members), 53.57);
    stances(&mut members, &[1, 1, 0, -1]);
    near(&support(&members), 60.71);
    assert!((support(&members).evidence - 1.0).abs() < 1e-9);
}

#[test]
fn an_unknown_stance_is_not_neutral() {
    let mut members = four();
    assert_eq!(support(&members).value.unwrap_err().key, "health-no-stance");
    stances(&mut members, &[1]);
    let score = support(&members);
    near(&score, 75.0);
    assert!((score.evidence - 5.0 / 14.0).abs() < 1e-9);
    assert_eq!(support(&[]).value.unwrap_err().key, "health-nobody");
    assert_eq!(coverage(&[]).value.unwrap_err().key, "health-nobody");
}

#[test]
fn a_role_is_a_gap_named_or_covered() {
    let mut members = four();
    let held = |members: &[Member]| -> Vec<Held> {
        buying_centre(members, &required(&Settings::default())).iter().map(|p| p.held).collect()
    };
    assert_eq!(held(&members), [Covered, Covered, Named, Gap, Covered, Gap]);
    near(&role_coverage(&buying_centre(&members, &required(&Settings::default()))), 50.0);
    stances(&mut members, &[2]);
    members[3].roles.push(Buyer);
    assert_eq!(held(&members), [Covered, Covered, Named, Covered, Covered, Named]);
    assert_eq!(role_coverage(&[]).value.unwrap_err().key, "health-no-roles-required");
}

#[test]
fn the_book_says_which_roles_are_asked_for() {
    let settings = Settings { required_roles: vec![Decider], ..Settings::default() };
    assert_eq!(required(&settings), [Seat::Role(Decider), Seat::Champion]);
    assert_eq!(required(&Settings::default()).len(), 6);
}

#[test]
fn threads_are_people_with_strength_above_30() {
    let mut members = four();
    assert_eq!(threads(&members), Threads { people: vec![], rag: Rag::Off });
    for (i, strength) in [30.0, 30.1, 90.0].into_iter().enumerate() {
        members[i].strength = strength;
    }
    assert_eq!(threads(&members), Threads { people: vec![3, 2], rag: Rag::AtRisk });
    members[0].strength = 31.0;
    assert_eq!(threads(&members).rag, Rag::OnTrack);
    assert_eq!(threads(&[]).rag, Rag::Unknown(Explain::new("health-nobody")));
}

#[test]
fn dependency_turns_amber_above_60_and_red_above_80_percent() {
    let mut members = four();
    assert_eq!(dependency(&members).unwrap_err().key, "health-no-touches");
    for (first, rag) in [(6, Rag::OnTrack), (7, Rag::AtRisk), (8, Rag::AtRisk), (9, Rag::Off)] {
        members[0].touches = first;
        members[1].touches = 10 - first;
        let on = dependency(&members).unwrap();
        assert_eq!((on.person, on.rag), (1, rag), "{first}");
        assert!((on.share - count(first) / 10.0).abs() < 1e-9);
    }
}

#[test]
fn a_stance_is_stale_after_120_days() {
    let mut m = member(1, User, 2, Contact::Fresh);
    assert_eq!(m.stance_stale(today()), None);
    for (ago, stale) in [(120, None), (121, Some(121)), (142, Some(142))] {
        m.stance = Some((Stance::Neutral, plus_days(today(), -ago)));
        assert_eq!(m.stance_stale(today()), stale);
    }
}

proptest! {
    #[test]
    fn scores_stay_on_their_scale(seed in proptest::collection::vec((1..6_i64, 0..4_usize, -3..3_i64), 0..12)) {
        let contacts = [Contact::Fresh, Contact::Due, Contact::Overdue, Contact::Never];
        let mut members: Vec<_> = (1..).zip(&seed).map(|(id, (w, c, _))| member(id, User, *w, contacts[*c])).collect();
        let scores: Vec<i64> = seed.iter().map(|s| s.2).collect();
        stances(&mut members, &scores);
        for score in [coverage(&members), support(&members), role_coverage(&buying_centre(&members, &required(&Settings::default())))] {
            prop_assert!((0.0..=1.0).contains(&score.evidence));
            prop_assert!(score.amount().is_none_or(|v| (-1e-9..=100.0 + 1e-9).contains(&v)));
        }
    }
}
