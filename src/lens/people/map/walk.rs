//! From person to person on the map.
use super::layout::Plan;
use crate::domain::matrix::{BANDS, COLUMNS};

/// Where to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Toward {
    Up,
    Down,
    Left,
    Right,
}

impl Toward {
    /// All directions.
    #[cfg(test)]
    const ALL: [Self; 4] = [Self::Up, Self::Down, Self::Left, Self::Right];
}

/// The nearest person in that direction: first in the same cell, then in the same column or the nearest one. Left and right pass
/// over no column in which somebody stands, up and down over no cell of the column, so that everybody is reached.
pub(super) fn walk(plan: &Plan, from: usize, toward: Toward) -> Option<usize> {
    let (cell, order) = plan.of(from)?;
    let here = plan.cell(cell)?;
    let (across, count) = (here.entered.across, here.people.len());
    let (line, slot) = (order / across, order % across);
    let last = (count - 1) / across;
    let inside = match toward {
        Toward::Up => order.checked_sub(across),
        Toward::Down => (line < last).then(|| (order + across).min(count - 1)),
        Toward::Left => (slot > 0).then(|| order - 1),
        Toward::Right => (slot + 1 < across && order + 1 < count).then_some(order + 1),
    };
    if let Some(order) = inside {
        return here.people.get(order).copied();
    }
    let next = neighbour(plan, cell, toward)?;
    let line = line - plan.first_line(cell, order);
    plan.cell(next)?.people.get(entry(plan, (cell, line, slot), next, toward)?).copied()
}

/// The next cell in which somebody stands.
fn neighbour(plan: &Plan, cell: usize, toward: Toward) -> Option<usize> {
    let (band, column) = (cell / COLUMNS, cell % COLUMNS);
    let filled = |other: &usize| plan.cell(*other).is_some_and(|c| !c.people.is_empty());
    let cells = (0..BANDS * COLUMNS).filter(filled);
    let ahead = |other: &usize| match toward {
        Toward::Up => other / COLUMNS < band,
        Toward::Down => other / COLUMNS > band,
        Toward::Left => other % COLUMNS < column,
        Toward::Right => other % COLUMNS > column,
    };
    cells.filter(ahead).min_by_key(|other| {
        let down = (other / COLUMNS).abs_diff(band);
        let aside = (other % COLUMNS).abs_diff(column);
        match toward {
            Toward::Up | Toward::Down if aside == 0 => (0, down, 0),
            Toward::Up | Toward::Down => (1, down, aside),
            Toward::Left | Toward::Right => (0, aside, down),
        }
    })
}

/// At which place of its order a cell is entered, coming from a cell, a line in sight and a slot.
fn entry(
    plan: &Plan,
    (from, line, slot): (usize, usize, usize),
    next: usize,
    toward: Toward,
) -> Option<usize> {
    let cell = plan.cell(next)?;
    let (across, count) = (cell.entered.across, cell.people.len());
    let last = count.checked_sub(1)? / across;
    let (band, came) = (next / COLUMNS, from / COLUMNS);
    let line = match toward {
        Toward::Up => last,
        Toward::Down => 0,
        Toward::Left | Toward::Right if band == came => line.min(last),
        Toward::Left | Toward::Right => {
            if band > came {
                0
            } else {
                last
            }
        }
    };
    let slot = match toward {
        Toward::Up | Toward::Down => slot.min(across - 1),
        Toward::Left => across - 1,
        Toward::Right => 0,
    };
    Some((line * across + slot).min(count - 1))
}

/// The next band up or down in which somebody stands, in the nearest column; its first person.
pub(super) fn leap(plan: &Plan, from: usize, down: bool) -> Option<usize> {
    let (cell, _) = plan.of(from)?;
    let next = neighbour_band(plan, cell, down)?;
    plan.cell(next)?.people.first().copied()
}

fn neighbour_band(plan: &Plan, cell: usize, down: bool) -> Option<usize> {
    let (band, column) = (cell / COLUMNS, cell % COLUMNS);
    let ahead = |other: &usize| if down { other / COLUMNS > band } else { other / COLUMNS < band };
    let filled = |other: &usize| plan.cell(*other).is_some_and(|c| !c.people.is_empty());
    (0..BANDS * COLUMNS)
        .filter(ahead)
        .filter(filled)
        .min_by_key(|other| ((other / COLUMNS).abs_diff(band), (other % COLUMNS).abs_diff(column)))
}

/// The first or the last person in reading order.
pub(super) fn end(plan: &Plan, last: bool) -> Option<usize> {
    let mut cells = (0..BANDS * COLUMNS).filter_map(|c| plan.cell(c)).filter(|c| !c.people.is_empty());
    if last { cells.next_back()?.people.last().copied() } else { cells.next()?.people.first().copied() }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::super::layout::Dot;
    use super::*;

    fn plan(spots: &[(usize, usize)], area: (u16, u16)) -> Plan {
        let dots: Vec<_> = spots
            .iter()
            .map(|(band, column)| Dot { band: *band, column: *column, wide: [16, 9, 4] })
            .collect();
        Plan::new(&dots, area)
    }

    #[test]
    fn arrows_go_through_a_cell_and_then_to_the_next_one() {
        // Two in one cell, one below them, one to the right, one unknown.
        let plan = plan(&[(0, 2), (0, 2), (3, 2), (0, 4), (2, 5)], (80, 20));
        assert_eq!(walk(&plan, 0, Toward::Down), Some(1));
        assert_eq!(walk(&plan, 1, Toward::Down), Some(2));
        assert_eq!(walk(&plan, 2, Toward::Up), Some(1));
        assert_eq!(walk(&plan, 1, Toward::Right), Some(3));
        assert_eq!(walk(&plan, 3, Toward::Right), Some(4));
        assert_eq!(walk(&plan, 4, Toward::Right), None);
        assert_eq!(walk(&plan, 4, Toward::Left), Some(3));
        assert_eq!((end(&plan, false), end(&plan, true)), (Some(0), Some(2)));
        assert_eq!(leap(&plan, 0, true), Some(4));
    }

    proptest! {
        #[test]
        fn everybody_is_reached_by_arrows_from_everywhere(
            spots in proptest::collection::vec((0..BANDS, 0..COLUMNS), 1..120),
            wide in 50u16..180, high in 8u16..40, start in 0usize..120,
        ) {
            let plan = plan(&spots, (wide, high));
            let mut reached = BTreeSet::from([start % spots.len()]);
            let mut open: Vec<usize> = reached.iter().copied().collect();
            while let Some(from) = open.pop() {
                for toward in Toward::ALL {
                    open.extend(walk(&plan, from, toward).filter(|to| reached.insert(*to)));
                }
            }
            prop_assert_eq!(reached.len(), spots.len());
        }
    }
}
