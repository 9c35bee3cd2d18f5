use proptest::prelude::*;

use super::*;
use crate::domain::day::{day, plus_days};
use crate::domain::score::Figure;

const ANA: Id = 1;
const LUIS: Id = 2;
const JORDI: Id = 3;
const EVA: Id = 4;

fn today() -> NaiveDate {
    day(2026, 11, 23)
}

/// Somebody seen today, whose stance is known to be good.
fn node(person: Id, w: i64) -> Node {
    Node {
        person,
        name: format!("P{person}"),
        weight: Weight { w, assumed: false },
        stance: Some(Stance::Supporter),
        decider: false,
        last: Some(today()),
        cadence: 30,
        do_not_contact: false,
        not_before: None,
        placeholder: false,
    }
}

fn decider(person: Id, stance: Option<Stance>) -> Node {
    Node { decider: true, stance, ..node(person, 5) }
}

/// Edges as person, swayed, tie; numbered from 1.
fn edges(all: &[(Id, Id, Tie)]) -> Vec<Sway> {
    (1..)
        .zip(all)
        .map(|(id, (person, sways, tie))| Sway { id, person: *person, sways: *sways, tie: *tie })
        .collect()
}

fn network(people: Vec<Node>, all: &[(Id, Id, Tie)]) -> Network {
    Network::new(people, &edges(all))
}

fn reach(network: &Network, person: Id) -> f64 {
    network.reach(person).unwrap()
}

#[track_caller]
fn near(found: f64, wanted: f64) {
    assert!((found - wanted).abs() < 0.0006, "{found} instead of {wanted}");
}

#[test]
fn the_first_vector_of_section_3() {
    let people = vec![decider(JORDI, None), node(ANA, 4), node(LUIS, 2)];
    let n = network(people, &[(ANA, JORDI, Tie::Weak), (LUIS, JORDI, Tie::Strong)]);
    near(reach(&n, JORDI), 5.0);
    near(reach(&n, ANA), 4.607);
    near(reach(&n, LUIS), 3.821);
}

#[test]
fn the_chain_of_section_3() {
    let people = vec![node(LUIS, 2), node(ANA, 4), decider(JORDI, None)];
    let n = network(people, &[(LUIS, ANA, Tie::Strong), (ANA, JORDI, Tie::Strong)]);
    near(reach(&n, LUIS), 4.603);
    near(reach(&n, ANA), 6.125);
    near(reach(&n, JORDI), 5.0);
}

#[test]
fn without_edges_reach_is_the_weight() {
    let n = network(vec![node(ANA, 4), node(LUIS, 2)], &[]);
    assert_eq!((reach(&n, ANA), reach(&n, LUIS)), (4.0, 2.0));
    assert_eq!(n.ranked().iter().map(|(node, _)| node.person).collect::<Vec<_>>(), [ANA, LUIS]);
    assert_eq!(n.reach(99), None);
}

#[test]
fn a_conflict_an_edge_to_oneself_and_one_to_a_stranger_count_for_nothing() {
    let all = [(ANA, LUIS, Tie::Conflict), (ANA, ANA, Tie::Strong), (ANA, 99, Tie::Strong)];
    let n = network(vec![node(ANA, 4), node(LUIS, 2)], &all);
    near(reach(&n, ANA), 4.0);
    assert_eq!(n.edges().len(), 1, "the conflict is drawn");
}

#[test]
fn of_repeated_edges_the_strongest_counts_and_a_conflict_is_drawn_beside_it() {
    let once = network(vec![node(ANA, 4), node(LUIS, 2)], &[(ANA, LUIS, Tie::Strong)]);
    let all = [
        (ANA, LUIS, Tie::Weak),
        (ANA, LUIS, Tie::Strong),
        (ANA, LUIS, Tie::Conflict),
        (ANA, LUIS, Tie::Medium),
    ];
    let often = network(vec![node(ANA, 4), node(LUIS, 2)], &all);
    near(reach(&once, ANA), reach(&often, ANA));
    let ties: Vec<_> = often.sways(ANA).iter().map(|edge| edge.tie).collect();
    assert_eq!(ties, [Tie::Strong, Tie::Conflict]);
    assert!(often.sways(LUIS).is_empty());
    assert_eq!(often.swayed_by(LUIS).len(), 2);
}

#[test]
fn a_placeholder_is_drawn_and_not_counted() {
    let people = vec![node(ANA, 4), Node { placeholder: true, ..decider(JORDI, None) }];
    let n = network(people, &[(ANA, JORDI, Tie::Strong)]);
    assert_eq!((n.reach(ANA), n.reach(JORDI)), (Some(4.0), None));
    assert_eq!((n.edges().len(), n.ranked().len()), (1, 1));
    assert!(n.ways(ANA).is_empty());
    assert!(next_contacts(&n, today()).iter().all(|next| next.person == ANA && next.way.is_none()));
}

#[test]
fn the_way_is_the_one_with_the_fewest_edges_then_the_strongest_then_over_the_weightiest() {
    let people = || vec![node(ANA, 3), node(LUIS, 2), node(EVA, 4), decider(JORDI, None)];
    let way = |all: &[(Id, Id, Tie)]| {
        let n = network(people(), all);
        n.ways(ANA).first().map(|way| way.steps.iter().map(|s| s.person).collect::<Vec<_>>())
    };
    let over = |luis, eva| {
        [(ANA, LUIS, luis), (LUIS, JORDI, Tie::Medium), (ANA, EVA, eva), (EVA, JORDI, Tie::Medium)]
    };
    assert_eq!(way(&over(Tie::Strong, Tie::Weak)).unwrap(), [LUIS, JORDI]);
    assert_eq!(way(&over(Tie::Medium, Tie::Medium)).unwrap(), [EVA, JORDI]);
    let mut direct = over(Tie::Strong, Tie::Strong).to_vec();
    direct.push((ANA, JORDI, Tie::Weak));
    assert_eq!(way(&direct).unwrap(), [JORDI]);
    assert_eq!(way(&[(JORDI, ANA, Tie::Strong)]), None);
    assert_eq!(way(&[(ANA, JORDI, Tie::Conflict)]), None);
}

#[test]
fn there_is_a_way_to_each_decider_the_nearest_first() {
    let people = vec![node(ANA, 3), decider(EVA, None), decider(JORDI, Some(Stance::Champion))];
    let n = network(people, &[(ANA, EVA, Tie::Weak), (EVA, JORDI, Tie::Weak)]);
    let to: Vec<_> = n.ways(ANA).iter().map(|way| (way.decider, way.steps.len())).collect();
    assert_eq!(to, [(EVA, 1), (JORDI, 2)]);
    assert_eq!(n.ways(ANA)[1].through().collect::<Vec<_>>(), [EVA]);
    assert_eq!(n.ways(EVA).len(), 1);
    assert!(n.ways(JORDI).is_empty());
}

#[test]
fn a_circle_before_the_decider_does_not_hold_the_way_up() {
    let people = vec![node(ANA, 3), node(LUIS, 3), node(EVA, 3), decider(JORDI, None)];
    let all = [
        (ANA, LUIS, Tie::Strong),
        (LUIS, ANA, Tie::Strong),
        (LUIS, EVA, Tie::Strong),
        (EVA, LUIS, Tie::Strong),
        (EVA, JORDI, Tie::Weak),
    ];
    let n = network(people, &all);
    assert_eq!(n.ways(ANA)[0].steps.iter().map(|s| s.person).collect::<Vec<_>>(), [LUIS, EVA, JORDI]);
}

#[test]
fn the_next_contact_is_reach_times_lateness_times_the_way() {
    let late = Node { last: Some(plus_days(today(), -45)), ..node(LUIS, 2) };
    let people = vec![node(ANA, 4), late, decider(JORDI, Some(Stance::Neutral))];
    let n = network(people, &[(LUIS, ANA, Tie::Strong), (ANA, JORDI, Tie::Strong)]);
    let all = next_contacts(&n, today());
    let of = |person| all.iter().find(|next| next.person == person).unwrap();
    near(of(LUIS).value, 4.603 * 1.5 * 1.5);
    near(of(ANA).value, 6.125 * 1.0 * 1.5);
    near(of(JORDI).value, 5.0 * 1.0 * 1.5);
    assert_eq!(all.iter().map(|next| next.person).collect::<Vec<_>>(), [LUIS, ANA, JORDI]);
    assert!(all.windows(2).all(|two| two[0].value >= two[1].value));
}

#[test]
fn a_decider_who_is_for_us_or_four_edges_away_adds_nothing() {
    let chain = |length: Id| -> Vec<(Id, Id, Tie)> { (1..length).map(|i| (i, i + 1, Tie::Medium)).collect() };
    let people = |length: Id, stance| -> Vec<Node> {
        (1..=length).map(|i| if i == length { decider(i, stance) } else { node(i, 2) }).collect()
    };
    let first = |length, stance| {
        let n = network(people(length, stance), &chain(length));
        next_contacts(&n, today()).into_iter().find(|next| next.person == 1).unwrap()
    };
    assert_eq!(first(4, None).way.unwrap().steps.len(), 3);
    assert_eq!(first(5, None).way, None);
    assert_eq!(first(3, Some(Stance::Supporter)).way, None);
    assert!(first(3, Some(Stance::Blocker)).way.is_some());
    assert!((first(5, None).on_the_way() - 1.0).abs() < f64::EPSILON);
}

#[test]
fn who_is_not_to_be_contacted_is_never_proposed_but_passes_on_what_they_sway() {
    let silent = Node { do_not_contact: true, ..node(LUIS, 2) };
    let away = Node { not_before: Some(plus_days(today(), 1)), ..node(EVA, 2) };
    let back = Node { not_before: Some(today()), ..node(ANA, 2) };
    let people = vec![back, silent, away, decider(JORDI, None)];
    let n = network(people, &[(ANA, LUIS, Tie::Strong), (LUIS, JORDI, Tie::Strong), (EVA, JORDI, Tie::Weak)]);
    let mut proposed: Vec<_> = next_contacts(&n, today()).iter().map(|next| next.person).collect();
    proposed.sort_unstable();
    assert_eq!(proposed, [ANA, JORDI]);
    assert!(reach(&n, ANA) > 2.0);
    assert_eq!(n.ways(ANA).len(), 1);
}

fn keys(next: &Next) -> Vec<String> {
    next.reason.iter().map(ToString::to_string).collect()
}

#[test]
fn the_reason_says_how_late_how_many_and_whom_they_lead_to() {
    let late = Node { last: Some(plus_days(today(), -67)), ..node(ANA, 4) };
    let never = Node { last: None, ..node(LUIS, 2) };
    let people = vec![late, never, decider(JORDI, None), node(EVA, 1)];
    let n = network(people, &[(ANA, JORDI, Tie::Strong), (ANA, LUIS, Tie::Weak), (LUIS, ANA, Tie::Weak)]);
    let all = next_contacts(&n, today());
    let of = |person| keys(all.iter().find(|next| next.person == person).unwrap());
    assert_eq!(
        of(ANA),
        [
            "network-reason-late days=37",
            "network-reason-sways count=2",
            "network-reason-way name=P3 stance=unknown"
        ]
    );
    assert_eq!(
        of(LUIS),
        [
            "network-reason-never",
            "network-reason-sways count=1",
            "network-reason-way-through through=P1 name=P3 stance=unknown"
        ]
    );
    assert_eq!(of(JORDI), ["network-reason-decides stance=unknown"]);
    assert_eq!(of(EVA), ["network-reason-weight weight=1"]);
}

#[test]
fn reach_explains_itself_by_its_own_weight_and_what_comes_through_others() {
    let people = vec![node(LUIS, 2), node(ANA, 4), decider(JORDI, None)];
    let n = network(people, &[(LUIS, ANA, Tie::Strong), (ANA, JORDI, Tie::Strong)]);
    let why = n.why_reach(LUIS).unwrap();
    let amounts: Vec<f64> = why.parts.iter().filter_map(|p| p.value.as_ref().ok()?.amount()).collect();
    near(amounts[0], 2.0);
    near(amounts[1], 2.603);
    assert_eq!(why.parts[1].label.arg("name"), Some("P1"));
    near(amounts.iter().sum(), reach(&n, LUIS));
}

#[test]
fn the_factors_of_a_next_contact_multiply_to_its_value() {
    let people = vec![Node { last: None, ..node(ANA, 4) }, decider(JORDI, None)];
    let n = network(people, &[(ANA, JORDI, Tie::Weak)]);
    for next in next_contacts(&n, today()) {
        let why = n.why_next(&next, today()).unwrap();
        let product: f64 = why.parts.iter().filter_map(|p| p.value.as_ref().ok()?.amount()).product();
        near(product, next.value);
        assert!(matches!(why.value, Ok(Figure::Plain(v)) if (v - next.value).abs() < 1e-12));
    }
}

#[test]
fn three_hundred_people_and_a_thousand_edges_are_ranked() {
    let people: Vec<Node> = (1..=300)
        .map(|i| Node { decider: i % 10 == 0, stance: None, last: None, ..node(i, i % 5 + 1) })
        .collect();
    let all: Vec<_> = (0..1000)
        .map(|i| (i * 7 % 300 + 1, i * 13 % 297 + 2, Tie::ALL[usize::try_from(i % 3).unwrap()]))
        .collect();
    let n = network(people, &all);
    assert_eq!(next_contacts(&n, today()).len(), 300);
}

fn any_network() -> impl Strategy<Value = (Vec<Node>, Vec<Sway>)> {
    let person = (1..=5_i64, any::<bool>(), 0..10_u8, proptest::option::of(0..200_i64));
    let tie = (0..12_i64, 0..12_i64, 0..4_usize);
    (proptest::collection::vec(person, 1..12), proptest::collection::vec(tie, 0..60)).prop_map(
        |(people, ties)| {
            let people = (0..).zip(people).map(|(id, (w, decider, odd, ago))| Node {
                decider,
                stance: (odd > 4).then_some(Stance::Neutral),
                placeholder: odd == 0,
                do_not_contact: odd == 1,
                last: ago.map(|d| plus_days(today(), -d)),
                ..node(id, w)
            });
            let ties: Vec<_> = ties.into_iter().map(|(a, b, tie)| (a, b, Tie::ALL[tie])).collect();
            (people.collect(), edges(&ties))
        },
    )
}

proptest! {
    #[test]
    fn reach_settles_is_at_least_the_weight_and_is_the_sum_of_its_parts((people, ties) in any_network()) {
        let n = Network::new(people, &ties);
        let weights: i64 = n.nodes().iter().map(|p| p.weight.w).sum();
        for (node, reach) in n.ranked() {
            prop_assert!(reach >= as_f64(node.weight.w));
            prop_assert!(reach <= as_f64(weights) / (1.0 - PASSED_ON) + 1e-6);
            let why = n.why_reach(node.person).unwrap();
            let sum: f64 = why.parts.iter().filter_map(|p| p.value.as_ref().ok()?.amount()).sum();
            prop_assert!((sum - reach).abs() < 1e-6, "{sum} {reach}");
        }
    }

    #[test]
    fn the_order_in_which_edges_were_written_changes_nothing((people, ties) in any_network()) {
        let turned: Vec<_> = ties.iter().rev().copied().collect();
        let (a, b) = (Network::new(people.clone(), &ties), Network::new(people, &turned));
        prop_assert_eq!(a.edges(), b.edges());
        prop_assert_eq!(next_contacts(&a, today()), next_contacts(&b, today()));
    }

    #[test]
    fn the_nearest_is_the_first_of_all_ways_and_the_others_are_counted((people, ties) in any_network()) {
        let n = Network::new(people, &ties);
        let nearest = n.nearest();
        for node in n.nodes() {
            let ways = n.ways(node.person);
            let near = nearest.get(&node.person);
            prop_assert_eq!(near.map(|near| &near.way), ways.first());
            prop_assert_eq!(near.map_or(0, |near| near.others + 1), ways.len());
        }
    }

    #[test]
    fn every_way_goes_over_edges_that_count_and_ends_at_its_decider((people, ties) in any_network()) {
        let n = Network::new(people, &ties);
        for node in n.nodes() {
            for way in n.ways(node.person) {
                let mut at = node.person;
                for step in &way.steps {
                    let edge = n.edges().iter().find(|e| e.id == step.edge).unwrap();
                    prop_assert_eq!((edge.person, edge.sways, edge.tie.strength()), (at, step.person, Some(step.strength)));
                    at = step.person;
                }
                prop_assert_eq!(at, way.decider);
                prop_assert!(n.node(at).unwrap().decider);
            }
        }
    }
}
