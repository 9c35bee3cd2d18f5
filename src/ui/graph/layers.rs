//! In which column of a drawing everybody stands: goals at the right, the others by how many edges they are away from one.
use std::cmp::Reverse;

use super::Shape;

impl Shape<'_> {
    fn count(&self) -> usize {
        self.widths.len()
    }

    fn is_joined(&self, point: usize) -> bool {
        self.edges.iter().any(|(from, to)| *from == point || *to == point)
    }

    /// The layer of each point, counted from the right; `None` stands apart: it is no goal and has no edge.
    pub(super) fn layers(&self) -> Vec<Option<usize>> {
        let mut layers: Vec<Option<usize>> = self.goals.iter().map(|goal| goal.then_some(0)).collect();
        let beside = usize::from(layers.iter().any(Option::is_some));
        self.spread(&mut layers);
        // What has no edge to a goal hangs on the point most swayed of it.
        while let Some(root) = self.root(&layers) {
            layers[root] = Some(beside);
            self.spread(&mut layers);
        }
        layers
    }

    /// Of the points that have edges and no layer yet, the one to which most lead.
    fn root(&self, layers: &[Option<usize>]) -> Option<usize> {
        let led = |point: usize| {
            let to = self.edges.iter().filter(|edge| edge.1 == point).count();
            let from = self.edges.iter().filter(|edge| edge.0 == point).count();
            (to, Reverse(from), Reverse(point))
        };
        (0..self.count()).filter(|p| layers[*p].is_none() && self.is_joined(*p)).max_by_key(|p| led(*p))
    }

    /// From what has a layer to what sways it, as far as that goes; then to whatever else is joined to it, one layer at a time.
    fn spread(&self, layers: &mut [Option<usize>]) {
        loop {
            let forwards = self.next_to(layers, false);
            let found = forwards.or_else(|| self.next_to(layers, true));
            let Some((point, layer)) = found else { return };
            layers[point] = Some(layer);
        }
    }

    /// The point without a layer that is nearest to the right, and its layer.
    fn next_to(&self, layers: &[Option<usize>], either_way: bool) -> Option<(usize, usize)> {
        let one =
            |from: usize, to: usize| layers[to].filter(|_| layers[from].is_none()).map(|l| (from, l + 1));
        let mut found: Vec<(usize, usize)> =
            self.edges.iter().filter_map(|(from, to)| one(*from, *to)).collect();
        if either_way {
            found.extend(self.edges.iter().filter_map(|(from, to)| one(*to, *from)));
        }
        found.into_iter().min_by_key(|(point, layer)| (*layer, *point))
    }
}

/// Moves points to the left until no layer has more than `rows`, and back to the right where there are more than `most` layers.
/// `false` where there is no room for all.
pub(super) fn fit(layers: &mut [Option<usize>], rows: usize, most: usize) -> bool {
    let all = layers.iter().flatten().count();
    if rows == 0 || most == 0 || all > rows * most {
        return false;
    }
    for layer in layers.iter_mut().flatten() {
        *layer = (*layer).min(most - 1);
    }
    let members = |layers: &[Option<usize>], of: usize| -> Vec<usize> {
        (0..layers.len()).filter(|p| layers[*p] == Some(of)).collect()
    };
    for of in 0..most.saturating_sub(1) {
        for point in members(layers, of).into_iter().skip(rows) {
            layers[point] = Some(of + 1);
        }
    }
    for of in (1..most).rev() {
        for point in members(layers, of).into_iter().skip(rows) {
            layers[point] = Some(of - 1);
        }
    }
    // A layer that nobody stands in takes no room.
    let used: Vec<usize> = (0..most).filter(|of| layers.contains(&Some(*of))).collect();
    for layer in layers.iter_mut().flatten() {
        *layer = used.iter().position(|of| of == layer).unwrap_or(*layer);
    }
    true
}
