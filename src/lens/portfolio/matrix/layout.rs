//! Where dots and their names stand: pure. Who comes first has room first, key accounts before all others.

/// A client to be placed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Dot {
    /// Column and line of the dot, counted from the plot's corner.
    pub(super) x: u16,
    pub(super) y: u16,
    /// Columns of its name.
    pub(super) wide: u16,
    /// Before the others.
    pub(super) first: bool,
}

/// A client that has room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Placed {
    /// First column and line of what is drawn.
    pub(super) x: u16,
    pub(super) y: u16,
    /// Columns that it takes.
    pub(super) wide: u16,
    /// Its name stands beside the dot.
    pub(super) named: bool,
    /// The name stands at the left of it.
    pub(super) left: bool,
}

impl Placed {
    /// The dot with its name, whatever else stands there.
    pub(super) fn beside(dot: Dot, columns: u16) -> Self {
        let wide = dot.wide + 2;
        let left = dot.x + wide > columns;
        let x = if left { (dot.x + 1).saturating_sub(wide) } else { dot.x };
        Self { x, y: dot.y, wide, named: true, left }
    }
}

/// The places of all dots in a plot of so many columns and lines; `None` for one that has no room at all.
pub(super) fn place(dots: &[Dot], (columns, lines): (u16, u16)) -> Vec<Option<Placed>> {
    let mut taken = vec![false; usize::from(columns) * usize::from(lines)];
    let mut placed = vec![None; dots.len()];
    let mut order: Vec<usize> = (0..dots.len()).collect();
    order.sort_by_key(|at| (!dots[*at].first, *at));
    // Names first for who comes first; then the bare dots of those who had no room for theirs.
    for named in [true, false] {
        for at in &order {
            let (Some(dot), Some(slot)) = (dots.get(*at), placed.get_mut(*at)) else { continue };
            if slot.is_none() {
                *slot =
                    tries(*dot, named, columns).into_iter().find(|p| is_free(&taken, *p, (columns, lines)));
                take(&mut taken, *slot, columns);
            }
        }
    }
    placed
}

/// Where a dot may stand, the best first: on its own line, else one above or below.
fn tries(dot: Dot, named: bool, columns: u16) -> Vec<Placed> {
    let lines = [Some(dot.y), dot.y.checked_sub(1), Some(dot.y + 1)];
    let at = |y: u16| {
        if !named {
            return vec![Placed { x: dot.x, y, wide: 1, named, left: false }];
        }
        let right = Placed { x: dot.x, y, wide: dot.wide + 2, named, left: false };
        let left = dot.x.checked_sub(dot.wide + 1).map(|x| Placed { x, left: true, ..right });
        let fits = dot.x + dot.wide + 2 <= columns;
        Some(right).filter(|_| fits).into_iter().chain(left).collect()
    };
    lines.into_iter().flatten().flat_map(at).collect()
}

/// Its cells and one at each side of them.
fn cells(placed: Placed, (columns, lines): (u16, u16)) -> Option<std::ops::Range<usize>> {
    if placed.y >= lines || placed.x + placed.wide > columns {
        return None;
    }
    let line = usize::from(placed.y) * usize::from(columns);
    let from = if placed.named { placed.x.saturating_sub(1) } else { placed.x };
    let to = if placed.named { (placed.x + placed.wide + 1).min(columns) } else { placed.x + placed.wide };
    Some(line + usize::from(from)..line + usize::from(to))
}

fn is_free(taken: &[bool], placed: Placed, size: (u16, u16)) -> bool {
    cells(placed, size).and_then(|cells| taken.get(cells)).is_some_and(|cells| cells.iter().all(|t| !t))
}

fn take(taken: &mut [bool], placed: Option<Placed>, columns: u16) {
    let Some(placed) = placed else { return };
    let line = usize::from(placed.y) * usize::from(columns);
    let from = line + usize::from(placed.x);
    if let Some(cells) = taken.get_mut(from..from + usize::from(placed.wide)) {
        cells.fill(true);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn dot(x: u16, y: u16, wide: u16) -> Dot {
        Dot { x, y, wide, first: false }
    }

    #[test]
    fn a_name_stands_at_the_right_and_near_the_edge_at_the_left() {
        let placed = place(&[dot(2, 1, 6), dot(38, 3, 6)], (40, 5));
        assert_eq!(placed[0], Some(Placed { x: 2, y: 1, wide: 8, named: true, left: false }));
        assert_eq!(placed[1], Some(Placed { x: 31, y: 3, wide: 8, named: true, left: true }));
    }

    #[test]
    fn two_at_one_place_give_way_and_a_key_account_stays() {
        let key = Dot { first: true, ..dot(5, 2, 4) };
        let placed = place(&[dot(5, 2, 4), key], (12, 5));
        assert_eq!(placed[1].map(|p| p.y), Some(2));
        assert_eq!(placed[0].map(|p| p.y), Some(1));
    }

    proptest! {
        #[test]
        fn nothing_overlaps_and_nothing_leaves_the_plot(
            seed in proptest::collection::vec((0..40_u16, 0..12_u16, 0..20_u16, any::<bool>()), 0..60),
        ) {
            let dots: Vec<Dot> = seed.iter().map(|(x, y, wide, first)| Dot { x: *x, y: *y, wide: *wide, first: *first }).collect();
            let placed: Vec<Placed> = place(&dots, (40, 12)).into_iter().flatten().collect();
            for (at, one) in placed.iter().enumerate() {
                prop_assert!(one.y < 12 && one.x + one.wide <= 40);
                for other in placed.iter().skip(at + 1).filter(|o| o.y == one.y) {
                    prop_assert!(one.x + one.wide <= other.x || other.x + other.wide <= one.x);
                }
            }
        }
    }
}
