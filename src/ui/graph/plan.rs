//! Where everything of a drawing stands: labels in columns, edges as lines between them. Nothing here draws.
use super::Shape;
use super::layers::fit;
use super::order::{Columns, Item};

/// A label on the drawing, in cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Place {
    /// First column.
    pub x: u16,
    /// Row.
    pub y: u16,
    /// Columns.
    pub width: u16,
}

/// A dot of the drawing: two in a column, four in a row.
pub type Dot = (u16, u16);

/// An edge as a line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Path {
    /// Its corners.
    pub dots: Vec<Dot>,
    /// The cell of its arrow, and whether that points to the right.
    pub arrow: (u16, u16, bool),
}

/// Where everything stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// Of each point.
    pub places: Vec<Place>,
    /// Of each edge.
    pub paths: Vec<Path>,
}

/// Columns between two layers at least and at most.
const GAP: (u16, u16) = (6, 26);
/// Columns of a label at least, where it is that long, and at most.
const LABEL: (u16, u16) = (9, 24);
/// Columns between labels that stand apart.
const APART: u16 = 3;

/// A column of labels, in cells.
#[derive(Debug, Clone, Copy, Default)]
struct Band {
    x: u16,
    width: u16,
}

impl Band {
    const fn end(self) -> u16 {
        self.x + self.width
    }
}

impl Shape<'_> {
    /// The plan of a drawing of so many columns and rows; `None` where it does not have room.
    pub fn plan(&self, (wide, high): (u16, u16)) -> Option<Plan> {
        let mut layers = self.layers();
        let apart: Vec<usize> = (0..self.widths.len()).filter(|p| layers[*p].is_none()).collect();
        let below = self.below(&apart, wide)?;
        let most = (wide + GAP.0) / (LABEL.0 + GAP.0);
        // A blank row between the drawing and what stands apart.
        let joined = layers.iter().any(Option::is_some);
        let foot = below.last().map_or(0, |p| p.y + 1);
        let rows = high.checked_sub(foot + u16::from(foot > 0 && joined))?;
        let mut plan = Plan { places: vec![Place::default(); self.widths.len()], paths: Vec::new() };
        if joined {
            if !fit(&mut layers, usize::from(rows), usize::from(most)) {
                return None;
            }
            let mut columns = self.columns(&layers);
            columns.0.untangle();
            self.put(&mut plan, &layers, &columns, wide, rows)?;
        }
        for (point, place) in apart.into_iter().zip(below) {
            plan.places[point] = Place { y: place.y + high - foot, ..place };
        }
        Some(plan)
    }

    /// Rows of labels that stand apart, counted from their first; `None` where the drawing is too narrow for one.
    fn below(&self, apart: &[usize], wide: u16) -> Option<Vec<Place>> {
        let (mut x, mut y) = (0, 0);
        let mut places = Vec::new();
        for point in apart {
            let width = self.widths[*point].min(LABEL.1);
            if width > wide {
                return None;
            }
            if x + width > wide {
                (x, y) = (0, y + 1);
            }
            places.push(Place { x, y, width });
            x += width + APART;
        }
        Some(places)
    }

    /// The columns with a bend wherever an edge passes one, and of each edge its items from left to right.
    fn columns(&self, layers: &[Option<usize>]) -> (Columns, Vec<Vec<usize>>) {
        let mut columns = Columns::default();
        let mut of_point = vec![0; layers.len()];
        columns.layers = vec![Vec::new(); layers.iter().flatten().max().map_or(0, |l| l + 1)];
        for (point, layer) in layers.iter().enumerate() {
            let Some(layer) = layer else { continue };
            of_point[point] = columns.items.len();
            columns.layers[*layer].push(columns.items.len());
            columns.items.push(Item { point: Some(point) });
        }
        let mut chains = Vec::new();
        for (from, to) in self.edges {
            let (Some(a), Some(b)) = (layers[*from], layers[*to]) else {
                chains.push(Vec::new());
                continue;
            };
            let (left, right) = if a >= b { (*from, *to) } else { (*to, *from) };
            let mut chain = vec![of_point[left]];
            for layer in (a.min(b) + 1..a.max(b)).rev() {
                columns.layers[layer].push(columns.items.len());
                chain.push(columns.items.len());
                columns.items.push(Item { point: None });
            }
            chain.push(of_point[right]);
            if a != b {
                columns.joins.extend(chain.windows(2).map(|two| (two[0], two[1])));
            }
            chains.push(chain);
        }
        (columns, chains)
    }

    fn put(
        &self,
        plan: &mut Plan,
        layers: &[Option<usize>],
        (columns, chains): &(Columns, Vec<Vec<usize>>),
        wide: u16,
        rows: u16,
    ) -> Option<()> {
        let within =
            |layer| self.edges.iter().any(|(a, b)| layers[*a] == Some(layer) && layers[*b] == Some(layer));
        let margin = if within(0) { 5 } else { 0 };
        let bands = self.bands(layers, columns.layers.len(), wide.checked_sub(margin)?)?;
        let row = columns.rows(usize::from(rows));
        let y = |item: usize| u16::try_from(row[item]).unwrap_or(0);
        for (layer, items) in columns.layers.iter().enumerate() {
            for item in items {
                let Some(point) = columns.items[*item].point else { continue };
                let band = bands[layer];
                plan.places[point] =
                    Place { x: band.x, y: y(*item), width: self.widths[point].min(band.width) };
            }
        }
        for ((from, to), chain) in self.edges.iter().zip(chains) {
            let (Some(a), Some(b)) = (layers[*from], layers[*to]) else {
                plan.paths.push(Path::default());
                continue;
            };
            let ends = (plan.places[*from], plan.places[*to]);
            let path = if a == b {
                beside(ends, bands[a])
            } else {
                let turns = chain.iter().skip(1).rev().skip(1).rev();
                let passed = turns.zip((a.min(b) + 1..a.max(b)).rev());
                let passed: Vec<(Band, u16)> = passed.map(|(item, layer)| (bands[layer], y(*item))).collect();
                across(ends, (bands[a], bands[b]), &passed, a > b)
            };
            plan.paths.push(path);
        }
        Some(())
    }

    /// Column of every layer, from the right one; labels are cut as little as can be.
    fn bands(&self, layers: &[Option<usize>], count: usize, wide: u16) -> Option<Vec<Band>> {
        let gaps = u16::try_from(count.saturating_sub(1)).ok()?;
        let longest = |layer: usize| {
            let of = self.widths.iter().zip(layers).filter(|(_, l)| **l == Some(layer));
            of.map(|(w, _)| *w).max().unwrap_or(0)
        };
        let longest: Vec<u16> = (0..count).map(longest).collect();
        let sum = |cap: u16| longest.iter().map(|w| u32::from(*w.min(&cap))).sum::<u32>();
        let fits = |cap: &u16| sum(*cap) + u32::from(gaps * GAP.0) <= u32::from(wide);
        let cap = (4..=LABEL.1).rev().find(fits)?;
        let rest = wide.checked_sub(u16::try_from(sum(cap)).ok()?)?;
        let gap = rest.checked_div(gaps).unwrap_or(0).min(GAP.1);
        let mut x = 0;
        let mut bands = vec![Band::default(); count];
        for layer in (0..count).rev() {
            bands[layer] = Band { x, width: longest[layer].min(cap) };
            x += bands[layer].width + gap;
        }
        Some(bands)
    }
}

/// A dot in the middle of a row; of the lines between the same two labels each has its own.
const fn line(row: u16, there: bool) -> u16 {
    row * 4 + if there { 1 } else { 2 }
}

/// A line from one column to another. `rightwards` is from left to right; the corners are in the order of the edge.
fn across(
    (from, to): (Place, Place),
    (of_from, of_to): (Band, Band),
    passed: &[(Band, u16)],
    rightwards: bool,
) -> Path {
    let (left, right, of_left) = if rightwards { (from, to, of_from) } else { (to, from, of_to) };
    let arrow = if rightwards {
        (right.x.saturating_sub(1), right.y, true)
    } else {
        (left.x + left.width + 1, left.y, false)
    };
    // At the right of a label a cell is left blank, at its left stands the blank of the cursor; the next one is the arrow's.
    let start = (left.x + left.width) * 2 + if rightwards { 2 } else { 4 };
    let mut dots = vec![(start, line(left.y, rightwards))];
    dots.push((start.max(of_left.end() * 2 + 2), line(left.y, rightwards)));
    for (band, row) in passed {
        dots.push(((band.x * 2).saturating_sub(2), line(*row, rightwards)));
        dots.push((band.end() * 2 + 2, line(*row, rightwards)));
    }
    dots.push(((right.x * 2).saturating_sub(if rightwards { 3 } else { 1 }), line(right.y, rightwards)));
    if !rightwards {
        dots.reverse();
    }
    dots.dedup();
    Path { dots, arrow }
}

/// A line within a column: around at its right.
fn beside((from, to): (Place, Place), band: Band) -> Path {
    let deep = band.end() * 2 + if from.y.abs_diff(to.y) > 2 { 8 } else { 6 };
    let (start, end) = ((from.x + from.width) * 2 + 2, (to.x + to.width) * 2 + 4);
    let (above, below) = (line(from.y, true), line(to.y, false));
    let dots = vec![
        (start, above),
        (deep - 2, above),
        (deep, above.midpoint(below)),
        (deep - 2, below),
        (end, below),
    ];
    Path { dots, arrow: (to.x + to.width + 1, to.y, false) }
}
