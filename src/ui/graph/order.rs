//! In which row everybody stands: an order of each column in which few edges cross, and rows near those they are joined to.

/// A place in a column: a point, or the bend of an edge that passes by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Item {
    /// Which point; `None` for a bend.
    pub point: Option<usize>,
}

/// The columns with the edges from each to the next one at its right.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Columns {
    /// All items, by number.
    pub items: Vec<Item>,
    /// Items of each layer, counted from the right, from top to bottom.
    pub layers: Vec<Vec<usize>>,
    /// Pairs of items of neighbouring layers, the left one first.
    pub joins: Vec<(usize, usize)>,
}

/// How often the columns are gone through.
const ROUNDS: usize = 12;

impl Columns {
    /// Orders each column so that few edges cross.
    pub(super) fn untangle(&mut self) {
        let mut best = (self.crossings(), self.layers.clone());
        for round in 0..ROUNDS {
            if best.0 == 0 {
                break;
            }
            let order: Vec<usize> = if round % 2 == 0 {
                (1..self.layers.len()).collect()
            } else {
                (0..self.layers.len().saturating_sub(1)).rev().collect()
            };
            for layer in order {
                let beside = if round % 2 == 0 { layer - 1 } else { layer + 1 };
                self.sort_beside(layer, beside);
            }
            let crossings = self.crossings();
            if crossings < best.0 {
                best = (crossings, self.layers.clone());
            }
        }
        self.layers = best.1;
    }

    /// Puts the items of a column where the middle of their neighbours in another is.
    fn sort_beside(&mut self, layer: usize, beside: usize) {
        let at = |item: usize| self.layers[beside].iter().position(|i| *i == item);
        let middle = |item: usize, now: usize| {
            let ats: Vec<f64> = self.neighbours(item).filter_map(at).map(number).collect();
            if ats.is_empty() { number(now) } else { ats.iter().sum::<f64>() / number(ats.len()) }
        };
        let mut keyed: Vec<(f64, usize)> =
            self.layers[layer].iter().enumerate().map(|(now, item)| (middle(*item, now), *item)).collect();
        keyed.sort_by(|a, b| a.0.total_cmp(&b.0));
        self.layers[layer] = keyed.into_iter().map(|(_, item)| item).collect();
    }

    fn neighbours(&self, item: usize) -> impl Iterator<Item = usize> {
        self.joins.iter().filter_map(move |(left, right)| match item {
            i if i == *left => Some(*right),
            i if i == *right => Some(*left),
            _ => None,
        })
    }

    /// How many pairs of edges cross.
    pub(super) fn crossings(&self) -> usize {
        let mut place = vec![(0, 0); self.items.len()];
        for (layer, items) in self.layers.iter().enumerate() {
            for (row, item) in items.iter().enumerate() {
                place[*item] = (layer, row);
            }
        }
        let crosses = |a: &(usize, usize), b: &(usize, usize)| {
            let (al, ar, bl, br) = (place[a.0], place[a.1], place[b.0], place[b.1]);
            al.0 == bl.0 && ((al.1 < bl.1 && ar.1 > br.1) || (al.1 > bl.1 && ar.1 < br.1))
        };
        let pairs =
            self.joins.iter().enumerate().flat_map(|(i, a)| self.joins[i + 1..].iter().map(move |b| (a, b)));
        pairs.filter(|(a, b)| crosses(a, b)).count()
    }

    /// The row of every item, 0 … rows − 1: points of a column never share one.
    pub(super) fn rows(&self, rows: usize) -> Vec<usize> {
        let mut found = vec![0; self.items.len()];
        for items in &self.layers {
            let step = number(rows) / number(items.len());
            let even: Vec<f64> = (0..items.len()).map(|i| (number(i) + 0.5) * step - 0.5).collect();
            self.put(items, &even, rows, &mut found);
        }
        for round in 0..4 {
            let layers: Vec<&Vec<usize>> = if round % 2 == 0 {
                self.layers.iter().collect()
            } else {
                self.layers.iter().rev().collect()
            };
            for items in layers {
                let wanted = |item: &usize| {
                    let near: Vec<f64> = self.neighbours(*item).map(|i| number(found[i])).collect();
                    if near.is_empty() {
                        number(found[*item])
                    } else {
                        near.iter().sum::<f64>() / number(near.len())
                    }
                };
                let wanted: Vec<f64> = items.iter().map(wanted).collect();
                self.put(items, &wanted, rows, &mut found);
            }
        }
        found
    }

    /// Gives the items of a column rows in their order, each as near as can be to what it wants.
    fn put(&self, items: &[usize], wanted: &[f64], rows: usize, found: &mut [usize]) {
        let offsets = self.offsets(items, rows);
        let slack = rows.saturating_sub(1).saturating_sub(offsets.last().copied().unwrap_or(0));
        let free: Vec<f64> = wanted.iter().zip(&offsets).map(|(w, offset)| w - number(*offset)).collect();
        for ((item, offset), at) in items.iter().zip(&offsets).zip(rising(&free)) {
            found[*item] = (whole(at).min(slack) + offset).min(rows.saturating_sub(1));
        }
    }

    /// How far below the first of them each must stand at least: three rows for points where there is room, then two, then one;
    /// bends give way before points do.
    fn offsets(&self, items: &[usize], rows: usize) -> Vec<usize> {
        let is_point = |item: usize| self.items[item].point.is_some();
        let wishes: [fn(bool, bool) -> usize; 4] = [
            |above, below| if above && below { 3 } else { 2 },
            |above, below| if above && below { 2 } else { 1 },
            |above, below| usize::from(above || below),
            |above, _| usize::from(above),
        ];
        let mut offsets = Vec::new();
        for (wish, gap) in wishes.into_iter().enumerate() {
            let mut at = 0;
            offsets.clear();
            for (index, item) in items.iter().enumerate() {
                if let Some(above) = index.checked_sub(1) {
                    at += gap(is_point(items[above]), is_point(*item));
                }
                offsets.push(at);
            }
            if at < rows {
                return offsets;
            }
            if wish == 1 && (2..=rows).contains(&items.len()) {
                // Two rows are too many, one has room: what is left over is spread among them.
                let last = items.len() - 1;
                return (0..items.len()).map(|index| index * (rows - 1) / last).collect();
            }
        }
        // Bends before the first point may leave it too few: then only points are counted.
        let mut points = 0;
        for (offset, item) in offsets.iter_mut().zip(items) {
            *offset = points.min(rows.saturating_sub(1));
            points += usize::from(is_point(*item));
        }
        offsets
    }
}

/// The nearest numbers that never fall.
fn rising(wanted: &[f64]) -> Vec<f64> {
    let mut blocks: Vec<(f64, usize)> = Vec::new();
    for value in wanted {
        let mut block = (*value, 1);
        while let Some(before) =
            blocks.pop_if(|before| before.0 / number(before.1) > block.0 / number(block.1))
        {
            block = (block.0 + before.0, block.1 + before.1);
        }
        blocks.push(block);
    }
    blocks.iter().flat_map(|(sum, count)| std::iter::repeat_n(sum / number(*count), *count)).collect()
}

fn number(n: usize) -> f64 {
    crate::domain::score::count(n)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "rows of a screen, made positive"
)]
fn whole(n: f64) -> usize {
    n.max(0.0).round() as usize
}
