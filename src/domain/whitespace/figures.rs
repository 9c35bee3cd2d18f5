//! The figures of some cells: what is to be won, our share of the wallet, where we are, and how much is known.
use super::{Cell, Chances, is_applicable, is_served};
use crate::domain::choice::CellState;
use crate::domain::explain::Explain;
use crate::domain::score::{Figure, Input, Known, Part, Score, count};

/// How much is known of what figures of cells are made of: 1 where nothing could be missing.
fn evidence(cells: &[Cell]) -> f64 {
    let applicable: Vec<&Cell> = cells.iter().filter(|c| is_applicable(c.state)).collect();
    let known = applicable.iter().filter(|c| c.is_known()).count();
    if applicable.is_empty() { 1.0 } else { count(known) / count(applicable.len()) }
}

/// What could still be won a year: `Σ gap` over the cells whose amounts are known. How many of the others there are shows in
/// the evidence, and each stands among the parts with its reason.
pub fn gap(cells: &[Cell]) -> Score {
    let served = || cells.iter().filter_map(|cell| Some((cell, cell.gap()?)));
    let known: Vec<f64> = served().filter_map(|(_, gap)| gap.ok()).collect();
    let part = |(cell, gap): (&Cell, Known)| {
        let amount =
            |key: &str, amount: Known| Some(cell.input(Explain::new(key), Figure::Measured(amount.ok()?)));
        let inputs = [
            amount("whitespace-input-total", cell.spent()),
            amount("whitespace-input-ours", cell.spent_with_us()),
        ];
        Part {
            label: cell.label(),
            weight: None,
            value: gap.map(Figure::Measured),
            inputs: inputs.into_iter().flatten().collect(),
        }
    };
    Score {
        formula: Explain::new("whitespace-formula-gap"),
        value: if known.is_empty() {
            Err(Explain::new(if cells.is_empty() { "whitespace-no-cells" } else { "whitespace-no-spend" }))
        } else {
            Ok(Figure::Measured(known.iter().sum()))
        },
        evidence: evidence(cells),
        parts: served().map(part).collect(),
    }
}

/// What of it can be counted on a year: `Σ gap·p`, each cell with its chance.
pub fn expected(cells: &[Cell], chances: Chances) -> Score {
    let all: Vec<(&Cell, Known, f64)> =
        cells.iter().filter_map(|c| Some((c, c.gap()?, c.chance(chances)?))).collect();
    let known: Vec<f64> =
        all.iter().filter_map(|(_, gap, chance)| Some(gap.as_ref().ok()? * chance)).collect();
    let part = |(cell, gap, chance): &(&Cell, Known, f64)| {
        let amount = gap
            .as_ref()
            .ok()
            .map(|gap| cell.input(Explain::new("whitespace-input-gap"), Figure::Measured(*gap)));
        let chance_input = cell.input(Explain::new("health-input-chance"), Figure::Share(*chance));
        Part {
            label: cell.label(),
            weight: None,
            value: gap.clone().map(|gap| Figure::Measured(gap * chance)),
            inputs: amount.into_iter().chain([chance_input]).collect(),
        }
    };
    Score {
        formula: Explain::new("whitespace-formula-expected"),
        value: if known.is_empty() {
            Err(Explain::new("whitespace-no-spend"))
        } else {
            Ok(Figure::Measured(known.iter().sum()))
        },
        evidence: evidence(cells),
        parts: all.iter().map(part).collect(),
    }
}

/// Our share of wallet: `Σ ours / Σ total` over the cells in which somebody serves and both are known.
pub fn wallet(cells: &[Cell]) -> Score {
    let known: Vec<(&Cell, f64, f64)> = cells
        .iter()
        .filter(|c| is_served(c.state))
        .filter_map(|c| Some((c, c.spent_with_us().ok()?, c.spent().ok()?)))
        .collect();
    let (ours, total) = known.iter().fold((0.0, 0.0), |(o, t), (_, ours, total)| (o + ours, t + total));
    let inputs = |pick: fn(&(&Cell, f64, f64)) -> f64| -> Vec<Input> {
        known.iter().map(|one| one.0.named(Figure::Measured(pick(one)))).collect()
    };
    let value = if known.is_empty() {
        Err(Explain::new("whitespace-no-spend"))
    } else if total > 0.0 {
        Ok(Figure::Share(ours / total))
    } else {
        Err(Explain::new("whitespace-spend-nothing"))
    };
    Score {
        formula: Explain::new("whitespace-formula-wallet"),
        value,
        evidence: evidence(cells),
        parts: vec![
            Part::plain("whitespace-input-ours", Ok(Figure::Measured(ours)), inputs(|one| one.1)),
            Part::plain("whitespace-input-total", Ok(Figure::Measured(total)), inputs(|one| one.2)),
        ],
    }
}

/// Where we are: cells that are ours of those that are applicable. Known whatever is spent there; an unknown cell counts as
/// not ours.
pub fn penetration(cells: &[Cell]) -> Score {
    let ours = counted(cells, |c| c.state == CellState::Ours);
    let part = ("whitespace-part-ours", "whitespace-is-ours", ours);
    ratio(cells, "whitespace-formula-penetration", part, |ours, all| ours / all)
}

/// How much we know: `1 − unknown / applicable`.
pub fn knowledge(cells: &[Cell]) -> Score {
    let unknown = counted(cells, |c| c.state == CellState::Unknown);
    let part = ("whitespace-part-unknown", "whitespace-is-unknown", unknown);
    ratio(cells, "whitespace-formula-knowledge", part, |unknown, all| 1.0 - unknown / all)
}

fn counted(cells: &[Cell], of: impl Fn(&Cell) -> bool) -> Vec<&Cell> {
    cells.iter().filter(|c| of(c)).collect()
}

fn ratio(
    cells: &[Cell],
    formula: &str,
    (key, word, some): (&str, &str, Vec<&Cell>),
    share: impl Fn(f64, f64) -> f64,
) -> Score {
    let all = cells.iter().filter(|c| is_applicable(c.state)).count();
    let named = |cell: &&Cell| cell.named(Figure::Words(Explain::new(word)));
    let value = if all == 0 {
        Err(Explain::new("whitespace-no-cells"))
    } else {
        Ok(Figure::Share(share(count(some.len()), count(all))))
    };
    Score {
        formula: Explain::new(formula),
        value,
        evidence: 1.0,
        parts: vec![
            Part::plain(key, Ok(Figure::Count(some.len())), some.iter().map(named).collect()),
            Part::plain("whitespace-part-applicable", Ok(Figure::Count(all)), Vec::new()),
        ],
    }
}
