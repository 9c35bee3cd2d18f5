//! Lines from what must be finished first to what comes after it.
use std::collections::BTreeMap;
use std::ops::Range;

use super::paint::{Bar, Mark, Sign, State, Tone};
use super::scale::Scale;

/// What must be finished before what, as rows of the chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// The row that must be finished.
    pub before: usize,
    /// The row that waits for it.
    pub after: usize,
}

/// Directions in which a line leaves its cell.
pub(super) const UP: u8 = 1;
pub(super) const DOWN: u8 = 2;
pub(super) const LEFT: u8 = 4;
pub(super) const RIGHT: u8 = 8;

impl Bar {
    /// It begins before the other is over, although it should wait for it.
    pub fn collides_with(&self, before: &Self) -> bool {
        let over = |state| matches!(state, State::Done | State::Dropped);
        !over(self.state) && !over(before.state) && self.span.from <= before.span.to
    }
}

/// Row and cell.
type Place = (usize, i64);

/// The lines as they are collected: what is drawn in each cell.
#[derive(Default)]
struct Web {
    cells: BTreeMap<Place, Mark>,
}

impl Web {
    /// One more line through a cell; the more urgent meaning stays.
    fn line(&mut self, at: Place, ways: u8, tone: Tone) {
        let mark = self.cells.entry(at).or_insert(Mark { sign: Sign::Line(0), tone });
        if let Sign::Line(there) = mark.sign {
            mark.sign = Sign::Line(there | ways);
        }
        mark.tone = mark.tone.max(tone);
    }

    /// The point of an arrow; it lies above all lines.
    fn point(&mut self, at: Place, way: u8, tone: Tone) {
        self.cells.insert(at, Mark { sign: Sign::Arrow(way), tone });
    }

    /// From the end of the first bar to the beginning of the second, past the rows between them.
    fn link(&mut self, scale: &Scale, (r0, before): (usize, &Bar), (r1, after): (usize, &Bar), tone: Tone) {
        let column = scale.cell(before.span.to) + 1;
        let (begin, end) = (scale.cell(after.span.from), scale.cell(after.span.to));
        let (leaves, comes) = if r1 > r0 { (DOWN, UP) } else { (UP, DOWN) };
        self.line((r0, column), LEFT | leaves, tone);
        let between = r0.min(r1) + 1..r0.max(r1);
        for row in between.clone() {
            self.line((row, column), UP | DOWN, tone);
        }
        if column < begin {
            self.line((r1, column), comes | RIGHT, tone);
            self.across(r1, column + 1..begin - 1, tone);
            self.point((r1, begin - 1), RIGHT, tone);
        } else if column > end {
            self.line((r1, column), comes | LEFT, tone);
            self.across(r1, end + 2..column, tone);
            self.point((r1, end + 1), LEFT, tone);
        } else if !between.is_empty() {
            let last = if r1 > r0 { r1 - 1 } else { r1 + 1 };
            self.point((last, column), leaves, tone);
        }
    }

    fn across(&mut self, row: usize, cells: Range<i64>, tone: Tone) {
        for cell in cells {
            self.line((row, cell), LEFT | RIGHT, tone);
        }
    }
}

/// All lines that go through the rows of `window`, by row and cell; a line that touches the row `lit` stands out, one whose
/// bars collide warns.
pub(super) fn web(
    scale: &Scale,
    rows: &[Option<Bar>],
    links: &[Link],
    lit: Option<usize>,
    window: &Range<usize>,
) -> Vec<(usize, usize, Mark)> {
    let bar = |row: usize| rows.get(row).and_then(Option::as_ref).map(|bar| (row, bar));
    let mut web = Web::default();
    for link in links.iter().filter(|link| link.before != link.after) {
        let rows = link.before.min(link.after)..link.before.max(link.after) + 1;
        if rows.end <= window.start || rows.start >= window.end {
            continue;
        }
        let Some((before, after)) = bar(link.before).zip(bar(link.after)) else { continue };
        let tone = match (after.1.collides_with(before.1), lit) {
            (true, _) => Tone::Warn,
            (false, Some(lit)) if lit == link.before || lit == link.after => Tone::Lit,
            (false, _) => Tone::Quiet,
        };
        web.link(scale, before, after, tone);
    }
    let shown = |(row, cell): Place| {
        let cell = usize::try_from(cell).ok().filter(|cell| *cell < scale.cells)?;
        window.contains(&row).then_some((row, cell))
    };
    let cells = web.cells.into_iter();
    cells.filter_map(|(at, mark)| shown(at).map(|(row, cell)| (row, cell, mark))).collect()
}
