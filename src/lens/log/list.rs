//! The list as lines: what is planned, then day by day; and which of them are on the screen.
use chrono::NaiveDate;

use super::state::Log;
use crate::command::Command;
use crate::store::query::log::LogRow;

/// How many planned rows stand above the log before they must be asked for: fewer in a low screen.
const PLANNED: [usize; 2] = [3, 5];
/// From how many lines on a screen is not low.
const LOW: usize = 22;

/// A line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    /// Head of what is planned.
    Planned,
    /// A row, counted from the first planned one.
    Row(usize),
    /// Nothing.
    Gap,
    /// Head of a day.
    Day(NaiveDate),
}

/// Where the list stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Scroll {
    /// The selected row, counted from the first planned one.
    pub(super) at: usize,
    /// How many lines it stands below the top of the list.
    pub(super) below: usize,
    /// Lines the list had when it was last drawn.
    pub(super) height: usize,
}

impl Log {
    /// What is planned, as far as it stands above the log.
    pub(super) fn planned(&self) -> &[LogRow] {
        let all = &self.head.planned;
        let shown = match self.choice {
            _ if !self.browses() || self.window.newer => 0,
            super::ask::Choice::All => PLANNED[usize::from(self.scroll.height >= LOW)],
            super::ask::Choice::Planned => all.len(),
            super::ask::Choice::ToSort | super::ask::Choice::Promises => 0,
        };
        all.get(..shown).unwrap_or(all)
    }

    /// How many rows there are to stand on.
    pub(super) fn len(&self) -> usize {
        self.planned().len() + self.window.rows.len()
    }

    /// A row, counted from the first planned one.
    pub(super) fn row(&self, at: usize) -> Option<&LogRow> {
        let planned = self.planned();
        planned.get(at).or_else(|| self.window.rows.get(at.checked_sub(planned.len())?))
    }

    /// The row under the cursor.
    pub(super) fn current(&self) -> Option<&LogRow> {
        self.row(self.scroll.at.min(self.len().saturating_sub(1)))
    }

    /// The whole stretch in memory as lines.
    pub(super) fn lines(&self) -> Vec<Line> {
        let planned = self.planned().len();
        let mut lines = Vec::with_capacity(self.len() * 2);
        if planned > 0 {
            lines.push(Line::Planned);
            lines.extend((0..planned).map(Line::Row));
            if !self.window.rows.is_empty() {
                lines.push(Line::Gap);
            }
        }
        let mut day = None;
        for (index, row) in self.window.rows.iter().enumerate() {
            if day != Some(row.day) {
                if day.is_some() && self.scroll.height >= AIRY {
                    lines.push(Line::Gap);
                }
                lines.push(Line::Day(row.day));
                day = Some(row.day);
            }
            lines.push(Line::Row(planned + index));
        }
        lines
    }

    /// Moves the cursor as the command says, within what is in memory; `false` if it does not move.
    pub(super) fn step(&mut self, command: Command) -> bool {
        let last = self.len().saturating_sub(1);
        let at = self.scroll.at.min(last);
        let to = match command {
            Command::Up => at.saturating_sub(1),
            Command::Down => (at + 1).min(last),
            Command::First => 0,
            Command::Last => last,
            Command::PageUp => self.page(at, false),
            Command::PageDown => self.page(at, true),
            _ => return false,
        };
        self.stand(to);
        true
    }

    /// Stands on row `to`; the list moves only at its edges.
    pub(super) fn stand(&mut self, to: usize) {
        let lines = self.lines();
        let line = |at: usize| lines.iter().position(|l| *l == Line::Row(at)).unwrap_or(0);
        let (from, to_line) = (line(self.scroll.at), line(to));
        let below = (self.scroll.below + to_line).saturating_sub(from);
        // One line stays above for the head of the day, and at the ends of the list everything that is there.
        self.scroll.below = below.clamp(1, self.scroll.height.saturating_sub(1).max(1));
        if to != self.scroll.at {
            self.promise = 0;
            self.text_from = 0;
        }
        self.scroll.at = to;
    }

    /// The row about one screen away.
    fn page(&self, at: usize, down: bool) -> usize {
        let lines = self.lines();
        let here = lines.iter().position(|l| *l == Line::Row(at)).unwrap_or(0);
        let reach = self.scroll.height.saturating_sub(2).max(1);
        let row = |l: &Line| match l {
            Line::Row(row) => Some(*row),
            Line::Planned | Line::Gap | Line::Day(_) => None,
        };
        if down {
            let mut rows = lines.iter().skip(here + 1).take(reach).filter_map(row);
            rows.next_back().unwrap_or((at + 1).min(self.len().saturating_sub(1)))
        } else {
            lines.iter().take(here).skip(here.saturating_sub(reach)).find_map(row).unwrap_or(0)
        }
    }

    /// The first line to draw in `height` lines.
    pub(super) fn top(&self, lines: &[Line], height: usize) -> usize {
        let at = self.scroll.at.min(self.len().saturating_sub(1));
        let here = lines.iter().position(|l| *l == Line::Row(at)).unwrap_or(0);
        let below = self.scroll.below.clamp(1, height.saturating_sub(1).max(1));
        here.saturating_sub(below).min(lines.len().saturating_sub(height))
    }
}

/// From how many lines on there is an empty one between two days.
const AIRY: usize = 36;
