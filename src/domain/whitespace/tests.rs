use proptest::prelude::*;

use super::*;
use crate::domain::day::day;
use crate::domain::score::Score;

const STANDARD: Chances = Chances { competitor: 0.2, in_house: 0.1, ours: 0.5 };

fn cell(state: CellState, ours: Option<f64>, total: Option<f64>) -> Cell {
    Cell {
        place: Place { offering: 1, account: 1, unit: None },
        id: Some(1),
        offering: "Maintenance".to_owned(),
        unit: "Jaén".to_owned(),
        state,
        ours: ours.map(Ok),
        total: total.map(Ok),
        competitor: None,
        ends_on: None,
        probability: None,
    }
}

/// Two are ours, one a competitor's, one in house, one unknown, one not wanted, one not applicable.
fn account() -> Vec<Cell> {
    vec![
        cell(CellState::Ours, Some(60.0), Some(100.0)),
        cell(CellState::Ours, Some(40.0), Some(40.0)),
        cell(CellState::Competitor, None, Some(200.0)),
        cell(CellState::InHouse, Some(10.0), Some(60.0)),
        cell(CellState::Unknown, None, Some(999.0)),
        cell(CellState::NotWanted, None, Some(500.0)),
        cell(CellState::NotApplicable, None, None),
    ]
}

#[track_caller]
fn near(score: &Score, want: f64) {
    let found = score.amount().unwrap_or(f64::NAN);
    assert!((found - want).abs() < 1e-9, "{found} instead of {want}");
}

#[test]
fn the_gap_is_what_others_serve_and_unknown_cells_are_counted_not_valued() {
    let cells = account();
    // 40 + 0 + 200 + 50.
    let found = gap(&cells);
    near(&found, 290.0);
    assert_eq!(found.parts.len(), 4);
    // Of six that are applicable only the unknown one is not known.
    assert!((found.evidence - 5.0 / 6.0).abs() < 1e-9);
}

#[test]
fn what_they_spend_with_us_beyond_the_whole_leaves_no_gap() {
    assert_eq!(cell(CellState::Ours, Some(80.0), Some(50.0)).gap(), Some(Ok(0.0)));
    assert_eq!(cell(CellState::NotWanted, None, Some(50.0)).gap(), None);
    assert_eq!(cell(CellState::Unknown, None, Some(50.0)).gap(), None);
}

#[test]
fn an_amount_that_is_missing_says_so_and_lowers_the_evidence() {
    let cells = [cell(CellState::Competitor, None, None), cell(CellState::Ours, None, Some(10.0))];
    assert_eq!(cells[0].gap(), Some(Err(Explain::new("whitespace-no-total"))));
    assert_eq!(cells[1].gap(), Some(Err(Explain::new("whitespace-no-ours"))));
    let found = gap(&cells);
    assert_eq!(found.value, Err(Explain::new("whitespace-no-spend")));
    assert!(found.evidence.abs() < 1e-9);
    assert_eq!(gap(&[]).value, Err(Explain::new("whitespace-no-cells")));
}

#[test]
fn the_wallet_is_ours_of_all_that_somebody_serves() {
    // 60 + 40 + 0 + 10 of 100 + 40 + 200 + 60.
    near(&wallet(&account()), 110.0 / 400.0);
    let nothing = [cell(CellState::Ours, Some(0.0), Some(0.0))];
    assert_eq!(wallet(&nothing).value, Err(Explain::new("whitespace-spend-nothing")));
}

#[test]
fn penetration_and_knowledge_count_cells_that_are_applicable() {
    near(&penetration(&account()), 2.0 / 6.0);
    near(&knowledge(&account()), 5.0 / 6.0);
    let useless = [cell(CellState::NotApplicable, None, None)];
    assert!(penetration(&useless).value.is_err() && knowledge(&[]).value.is_err());
}

#[test]
fn a_cell_has_the_chance_of_its_state_unless_it_has_its_own() {
    let own = Cell { probability: Some(0.7), ..cell(CellState::Competitor, None, Some(100.0)) };
    assert_eq!(own.chance(STANDARD), Some(0.7));
    let chances = CellState::ALL.iter().map(|s| cell(*s, None, None).chance(STANDARD));
    assert_eq!(
        chances.collect::<Vec<_>>(),
        [None, Some(0.1), Some(0.2), Some(0.5), None, None],
        "unknown, in house, competitor, ours, not wanted, not applicable"
    );
    // 40 × .5 + 0 × .5 + 200 × .2 + 50 × .1.
    near(&expected(&account(), STANDARD), 65.0);
}

#[test]
fn the_book_of_a_new_user_has_the_chances_of_the_formulas() {
    assert_eq!(Chances::of(&Settings::default()), STANDARD);
}

#[test]
fn every_part_has_a_cell_of_every_offering_that_is_sold() {
    let place = |offering, unit| Place { offering, account: 7, unit };
    let filled = [place(1, Some(11)), place(3, Some(12)), place(2, None)];
    let offerings = [(1, true), (2, true), (3, false), (4, false)];
    let found = places(7, &offerings, &[11, 12], &filled);
    assert_eq!(
        found,
        [
            (place(1, Some(11)), Some(0)),
            (place(1, Some(12)), None),
            // Kept for the whole: its parts have none.
            (place(2, None), Some(2)),
            // No longer sold: only what there is.
            (place(3, Some(12)), Some(1)),
        ]
    );
    assert_eq!(places(7, &[(1, true)], &[], &[]), [(place(1, None), None)]);
}

#[test]
fn an_amount_is_not_negative_and_a_chance_is_one() {
    let money = |minor| {
        Some(crate::domain::money::Money { minor, currency: crate::domain::money::Currency::default() })
    };
    let of =
        |ours, p: Option<i64>| WhiteSpace { ours, probability: p.map(|p| p * SCALE), ..WhiteSpace::fresh() };
    assert!(of(money(-1), None).check().is_err() && of(None, Some(101)).check().is_err());
    assert!(of(money(0), Some(0)).check().is_ok() && of(None, Some(100)).check().is_ok());
    assert_eq!(WhiteSpace::fresh().place(), None);
}

#[test]
fn the_radar_shows_ends_ahead_of_what_competitors_have() {
    let today = day(2026, 11, 23);
    let ends = |state, on| Cell { ends_on: Some(on), ..cell(state, None, None) };
    let cells = [
        ends(CellState::Competitor, day(2027, 6, 30)),
        ends(CellState::Competitor, day(2026, 11, 22)),
        ends(CellState::Competitor, today),
        ends(CellState::Ours, day(2027, 1, 1)),
        ends(CellState::Competitor, day(2028, 6, 1)),
        cell(CellState::Competitor, None, None),
    ];
    let found: Vec<_> = radar(&cells, today, RADAR).iter().filter_map(|c| c.ends_on).collect();
    assert_eq!(found, [today, day(2027, 6, 30)]);
}

fn any_cell() -> impl Strategy<Value = Cell> {
    let amount = || proptest::option::of(0.0..1e6_f64);
    let state = (0..CellState::ALL.len()).prop_map(|at| CellState::ALL[at]);
    (state, amount(), amount(), proptest::option::of(-1.0..2.0_f64))
        .prop_map(|(state, ours, total, p)| Cell { probability: p, ..cell(state, ours, total) })
}

proptest! {
    #[test]
    fn shares_stay_between_none_and_all(cells in proptest::collection::vec(any_cell(), 0..20)) {
        for score in [penetration(&cells), knowledge(&cells)] {
            prop_assert!(score.amount().is_none_or(|share| (0.0..=1.0).contains(&share)));
        }
        for score in [gap(&cells), wallet(&cells), expected(&cells, STANDARD)] {
            prop_assert!((0.0..=1.0).contains(&score.evidence));
            prop_assert!(score.amount().is_none_or(|amount| amount >= 0.0));
        }
    }

    #[test]
    fn what_can_be_counted_on_is_never_more_than_the_gap(cells in proptest::collection::vec(any_cell(), 0..20)) {
        let (all, sure) = (gap(&cells).amount(), expected(&cells, STANDARD).amount());
        prop_assert_eq!(all.is_some(), sure.is_some());
        prop_assert!(sure.unwrap_or(0.0) <= all.unwrap_or(0.0) + 1e-6);
    }

    #[test]
    fn the_order_of_cells_changes_nothing(cells in proptest::collection::vec(any_cell(), 0..20)) {
        let turned: Vec<Cell> = cells.iter().rev().cloned().collect();
        for (a, b) in [
            (gap(&cells), gap(&turned)),
            (wallet(&cells), wallet(&turned)),
            (penetration(&cells), penetration(&turned)),
            (knowledge(&cells), knowledge(&turned)),
        ] {
            let apart = a.amount().unwrap_or(-1.0) - b.amount().unwrap_or(-1.0);
            prop_assert!(apart.abs() < 1e-6);
        }
    }

    #[test]
    fn learning_of_a_cell_never_lowers_what_is_known(mut cells in proptest::collection::vec(any_cell(), 1..20), at in 0..20_usize) {
        let at = at % cells.len();
        cells[at].state = CellState::Unknown;
        let mut after = cells.clone();
        after[at].state = CellState::Competitor;
        prop_assert!(knowledge(&after).amount() >= knowledge(&cells).amount());
    }
}
