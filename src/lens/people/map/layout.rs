//! Where everybody stands on the map: pure, from how many stand where and how long their names are.
use crate::domain::matrix::{BANDS, COLUMNS, KNOWN};

/// Columns of the screen at the left, for the scale of influence.
pub(super) const SCALE: u16 = 4;

/// Columns of the screen that set the unknown apart.
pub(super) const APART: u16 = 2;

/// A person to be placed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Dot {
    /// 0 … 4, influence 5 first.
    pub(super) band: usize,
    /// 0 … 5; 5 is not known.
    pub(super) column: usize,
    /// Columns that they take by full name, by short name and by initials, with their signs and the cursor's bar.
    pub(super) wide: [u16; 3],
}

/// How long names are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Length {
    Full,
    Short,
    Initials,
}

impl Length {
    const fn of(self, dot: &Dot) -> u16 {
        let [full, short, initials] = dot.wide;
        match self {
            Self::Full => full,
            Self::Short => short,
            Self::Initials => initials,
        }
    }
}

/// A place in lines and columns of the screen, counted from the map's own corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) x: u16,
    pub(super) y: u16,
    pub(super) wide: u16,
}

/// How the people of a cell stand in it: line by line, `across` beside each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stand {
    pub(super) length: Length,
    pub(super) across: usize,
    /// Columns for each.
    pub(super) slot: u16,
    /// Not all have room at once.
    pub(super) more: bool,
}

/// A cell: who stands in it, as it looks from elsewhere, and as it looks when the cursor is in it: then by name.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    pub(super) people: Vec<usize>,
    pub(super) resting: Stand,
    pub(super) entered: Stand,
}

/// Where everybody stands.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    /// First line and lines of each band.
    pub(super) bands: [(u16, u16); BANDS],
    /// First column of the screen and columns of each column of the matrix.
    pub(super) columns: [(u16, u16); COLUMNS],
    cells: Vec<Cell>,
    /// Cell, and place in its order, of each person.
    at: Vec<(usize, usize)>,
}

impl Plan {
    /// A plan for an area of so many columns and lines; the order of the dots is that in the cells.
    pub(super) fn new(dots: &[Dot], (wide, high): (u16, u16)) -> Self {
        let columns = columns(wide);
        let mut people: Vec<Vec<usize>> = vec![Vec::new(); BANDS * COLUMNS];
        let mut at = Vec::with_capacity(dots.len());
        for (index, dot) in dots.iter().enumerate() {
            let cell = dot.band.min(BANDS - 1) * COLUMNS + dot.column.min(COLUMNS - 1);
            if let Some(cell_people) = people.get_mut(cell) {
                at.push((cell, cell_people.len()));
                cell_people.push(index);
            }
        }
        let room = |cell: usize| columns.get(cell % COLUMNS).map_or(0, |c| c.1);
        let stacked = rows(&people, |_, cell| cell.len());
        let whole = dots.iter().all(|d| d.wide[0] <= room(d.column.min(COLUMNS - 1)))
            && stacked.iter().sum::<usize>() <= usize::from(high);
        let names = if whole { Length::Full } else { Length::Short };
        let lines_of = |length: Length| {
            rows(&people, |index, cell| cell.len().div_ceil(across(dots, cell, length, room(index)).0))
        };
        let bands = bands(&[lines_of(Length::Initials), lines_of(names), stacked], high);
        let cells = people.into_iter().enumerate().map(|(index, people)| {
            let lines = bands.get(index / COLUMNS).map_or(0, |b| usize::from(b.1));
            stand(dots, people, names, room(index), lines)
        });
        Self { bands, columns, cells: cells.collect(), at }
    }

    /// The cell of a person, counted band by band, and their place in its order.
    pub(super) fn of(&self, dot: usize) -> Option<(usize, usize)> {
        self.at.get(dot).copied()
    }

    /// A cell, counted band by band.
    pub(super) fn cell(&self, cell: usize) -> Option<&Cell> {
        self.cells.get(cell)
    }

    fn lines(&self, cell: usize) -> usize {
        self.bands.get(cell / COLUMNS).map_or(0, |b| usize::from(b.1))
    }

    /// The first line of a cell in sight while the cursor is at that place of its order.
    pub(super) fn first_line(&self, cell: usize, order: usize) -> usize {
        let Some(here) = self.cell(cell) else { return 0 };
        let (lines, across) = (self.lines(cell), here.entered.across);
        let all = here.people.len().div_ceil(across);
        (order / across).saturating_sub(lines / 2).min(all.saturating_sub(lines))
    }

    /// Who is in sight in a cell and where, and how many are not; `order` is where the cursor is if it is in this cell.
    pub(super) fn shown(&self, cell: usize, order: Option<usize>) -> (Vec<(usize, Place)>, usize) {
        let Some(here) = self.cell(cell) else { return (Vec::new(), 0) };
        let stand = if order.is_some() { here.entered } else { here.resting };
        let first = order.map_or(0, |order| self.first_line(cell, order));
        let (lines, across) = (self.lines(cell), stand.across);
        let (x, top) = (
            self.columns.get(cell % COLUMNS).map_or(0, |c| c.0),
            self.bands.get(cell / COLUMNS).map_or(0, |b| b.0),
        );
        let shown = here.people.iter().enumerate().skip(first * across).take(lines * across);
        let mut placed: Vec<_> = shown
            .map(|(order, person)| {
                let (line, slot) = (order / across - first, order % across);
                let x = x + u16::try_from(slot).unwrap_or(0) * stand.slot;
                (*person, Place { x, y: top + u16::try_from(line).unwrap_or(0), wide: stand.slot })
            })
            .collect();
        if placed.len() < here.people.len() {
            // The last line makes room for the sign of more: its first stays, cut if need be.
            let wide = self.columns.get(cell % COLUMNS).map_or(0, |c| c.1);
            let end = x + wide.saturating_sub(sign_of_more(here.people.len()));
            let last = placed.last().map_or(0, |(_, place)| place.y);
            placed.retain(|(_, place)| place.y < last || place.x == x || place.x + place.wide <= end);
            if let Some((_, place)) = placed.iter_mut().find(|(_, place)| place.y == last) {
                place.wide = place.wide.min(end.saturating_sub(x)).max(1);
            }
        }
        let hidden = here.people.len() - placed.len();
        (placed, hidden)
    }
}

/// The columns of the matrix on the screen: five of the same width, and the unknown apart with what is left.
fn columns(wide: u16) -> [(u16, u16); COLUMNS] {
    // Rounded up: one column less for the unknown is better than one less for each of the others.
    let each = (wide + 1).saturating_sub(SCALE + APART) / 6;
    let mut columns = [(0, 0); COLUMNS];
    let mut x = SCALE;
    for (index, column) in columns.iter_mut().enumerate() {
        let apart = index == KNOWN;
        let from = if apart { x + APART } else { x };
        let room = if apart { wide.saturating_sub(from) } else { each };
        // One blank stays between two columns.
        *column = (from, room.saturating_sub(1));
        x = from + each;
    }
    columns
}

/// The most lines that a cell of each band needs.
fn rows(people: &[Vec<usize>], lines: impl Fn(usize, &[usize]) -> usize) -> [usize; BANDS] {
    let mut most = [0; BANDS];
    for (index, cell) in people.iter().enumerate() {
        if let Some(band) = most.get_mut(index / COLUMNS) {
            *band = lines(index, cell).max(*band);
        }
    }
    most
}

/// How many stand beside each other at that length, and in how many columns each.
fn across(dots: &[Dot], people: &[usize], length: Length, room: u16) -> (usize, u16) {
    let widest = people.iter().filter_map(|i| dots.get(*i)).map(|d| length.of(d)).max().unwrap_or(1);
    let slot = widest.clamp(1, room.max(1));
    (usize::from((room / slot).max(1)), slot)
}

/// How the people of a cell stand in so many lines.
fn stand(dots: &[Dot], people: Vec<usize>, names: Length, room: u16, lines: usize) -> Cell {
    let count = people.len();
    let of = |length, room, more| {
        let (across, slot) = across(dots, &people, length, room);
        Stand { length, across, slot, more }
    };
    // Names below each other look best; beside each other where they must.
    let (by_name, by_initials) = (of(names, room, false), of(Length::Initials, room, false));
    let alone = Stand { across: 1, slot: room.max(1), ..by_name };
    let enough = [alone, by_name].into_iter().find(|s| count <= lines * s.across);
    if let Some(stand) = enough {
        return Cell { people, resting: stand, entered: stand };
    }
    let all = count <= lines * by_initials.across;
    let resting = if all { by_initials } else { Stand { more: true, ..by_initials } };
    // Where the cursor walks nobody gives way to the sign of more: each line has room for it, or is one name cut.
    let entered = of(names, room.saturating_sub(sign_of_more(count)), true);
    let entered = if entered.across > 1 { entered } else { Stand { slot: room.max(1), ..entered } };
    Cell { people, resting, entered }
}

/// Columns of the `+7` at the end of a cell's last line, with a blank before it.
fn sign_of_more(count: usize) -> u16 {
    2 + u16::try_from(count.to_string().len()).unwrap_or(3)
}

/// First line and lines of each band. First every band has one line, then what is needed so that nobody is hidden, then for
/// names, then for names below each other, then a blank below; each time in equal shares. What is left makes all equally high.
fn bands(needs: &[[usize; BANDS]; 3], high: u16) -> [(u16, u16); BANDS] {
    let mut lines = [1; BANDS];
    let mut left = usize::from(high).saturating_sub(BANDS);
    let [.., stacked] = needs;
    let airy = stacked.map(|n| n + 1);
    for need in needs.iter().chain([&airy]) {
        while left > 0 {
            let short = (0..BANDS).rev().filter(|b| need[*b] > lines[*b]);
            let Some(band) = short.max_by_key(|b| need[*b] * 100 / lines[*b]) else { break };
            lines[band] += 1;
            left -= 1;
        }
    }
    while left > 0 {
        let Some(band) = (0..BANDS).min_by_key(|b| lines[*b]) else { break };
        lines[band] += 1;
        left -= 1;
    }
    let mut top = 0;
    lines.map(|n| {
        let n = u16::try_from(n).unwrap_or(1);
        top += n;
        (top - n, n)
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn dot(band: usize, column: usize, short: u16) -> Dot {
        Dot { band, column, wide: [short + 7, short, 4] }
    }

    /// Who is seen somewhere, with the cursor on `current`; panics where two overlap or somebody leaves their cell.
    fn seen(plan: &Plan, current: Option<usize>, (wide, high): (u16, u16)) -> BTreeSet<usize> {
        let mut taken = BTreeSet::new();
        let mut seen = BTreeSet::new();
        for cell in 0..BANDS * COLUMNS {
            let order =
                current.and_then(|c| plan.of(c)).filter(|(at, _)| *at == cell).map(|(_, order)| order);
            let (shown, hidden) = plan.shown(cell, order);
            assert_eq!(shown.len() + hidden, plan.cell(cell).unwrap().people.len());
            for (person, place) in shown {
                assert!(seen.insert(person));
                let (x, w) = plan.columns[cell % COLUMNS];
                let (y, h) = plan.bands[cell / COLUMNS];
                assert!(place.x >= x && place.x + place.wide <= x + w && x + w <= wide, "{place:?} {x} {w}");
                assert!(place.y >= y && place.y < y + h && y + h <= high, "{place:?} {y} {h}");
                for column in place.x..place.x + place.wide {
                    assert!(taken.insert((column, place.y)), "{person} overlaps");
                }
            }
        }
        seen
    }

    #[test]
    fn bands_are_as_high_as_they_need_and_fill_the_map() {
        let dots: Vec<_> = (0..6).map(|_| dot(1, 2, 8)).chain([dot(4, 0, 8)]).collect();
        let plan = Plan::new(&dots, (80, 14));
        assert_eq!(plan.bands.map(|b| b.1), [2, 7, 2, 1, 2]);
        assert_eq!(plan.bands[4], (12, 2));
        let one = Plan::new(&dots[..1], (80, 15));
        assert_eq!(one.bands.map(|b| b.1), [3; BANDS]);
    }

    #[test]
    fn a_crowd_is_seen_by_initials_from_afar_and_by_name_from_within() {
        let dots: Vec<_> = (0..18).map(|_| dot(2, 2, 8)).collect();
        let plan = Plan::new(&dots, (80, 13));
        let cell = plan.cell(2 * COLUMNS + 2).unwrap();
        assert_eq!((cell.resting.length, cell.entered.length), (Length::Initials, Length::Short));
        assert!(!cell.resting.more && cell.entered.more);
        let (shown, hidden) = plan.shown(2 * COLUMNS + 2, Some(16));
        assert!(shown.iter().any(|(person, _)| *person == 16));
        assert_eq!(shown.len() + hidden, 18);
    }

    proptest! {
        #[test]
        fn nobody_overlaps_leaves_their_cell_or_is_lost(
            spots in proptest::collection::vec((0..BANDS, 0..COLUMNS, 4u16..22), 1..320),
            wide in 50u16..180, high in 8u16..60, current in 0usize..320,
        ) {
            let dots: Vec<_> = spots.iter().map(|(b, c, w)| dot(*b, *c, *w)).collect();
            let plan = Plan::new(&dots, (wide, high));
            let current = current % dots.len();
            prop_assert!(seen(&plan, Some(current), (wide, high)).contains(&current));
            seen(&plan, None, (wide, high));
            if dots.len() < 12 && high > 12 * 5 {
                prop_assert_eq!(seen(&plan, None, (wide, high)).len(), dots.len());
            }
            prop_assert_eq!(plan.at.len(), dots.len());
        }
    }
}
