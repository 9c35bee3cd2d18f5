//! The rows of an org chart: what is folded away, who stands there only for those below them, and the lines between them.
use super::{Branch, Forest};

/// What stands before a person, level by level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Guide {
    /// Nothing: the level above has ended.
    Blank,
    /// The line of somebody who comes further down.
    Bar,
    /// The line to this person, going on.
    Tee,
    /// The line to this person, the last one.
    Corner,
}

/// A row of the chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Which branch.
    pub branch: usize,
    /// One for each level below the top.
    pub guides: Vec<Guide>,
    /// How many of those below are folded away.
    pub folded: usize,
    /// Nobody asked for this person: they stand here for those below them.
    pub aside: bool,
}

impl Forest {
    /// The rows of the chart: without those below a `folded` person, and where only some are `wanted` those and everybody
    /// above them.
    pub fn shown(&self, folded: impl Fn(&Branch) -> bool, wanted: impl Fn(&Branch) -> bool) -> Vec<Shown> {
        let wanted: Vec<bool> = self.branches.iter().map(wanted).collect();
        let mut kept = wanted.clone();
        for (at, branch) in self.branches.iter().enumerate().rev() {
            if let (true, Some(boss)) = (kept[at], branch.boss) {
                kept[boss] = true;
            }
        }
        let mut rows = Vec::new();
        let mut at = 0;
        while let Some(branch) = self.branches.get(at) {
            let below = at + 1..at + 1 + branch.below;
            let hidden = if branch.below > 0 && kept[at] && folded(branch) {
                wanted[below.clone()].iter().filter(|w| **w).count()
            } else {
                0
            };
            if kept[at] {
                let aside = !wanted[at];
                rows.push(Shown { branch: at, guides: Vec::new(), folded: hidden, aside });
            }
            at = if hidden > 0 || !kept[at] { below.end } else { at + 1 };
        }
        self.guide(&mut rows);
        rows
    }

    /// Draws the lines, from below: a level is open while somebody of it comes further down.
    fn guide(&self, rows: &mut [Shown]) {
        let mut open: Vec<bool> = Vec::new();
        for row in rows.iter_mut().rev() {
            let depth = self.branches.get(row.branch).map_or(0, |b| b.depth);
            open.resize(depth + 1, false);
            row.guides = (1..=depth)
                .map(|level| match (level == depth, open[level]) {
                    (true, true) => Guide::Tee,
                    (true, false) => Guide::Corner,
                    (false, true) => Guide::Bar,
                    (false, false) => Guide::Blank,
                })
                .collect();
            open[depth] = true;
        }
    }
}
