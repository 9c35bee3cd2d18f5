//! The rows in memory: a stretch of the log around the cursor, however long the log is.
use crate::store::query::log::{LogPage, LogRow, Start};

/// Rows of one page.
pub(super) const PAGE: usize = 120;
/// Rows kept in memory at most.
const MOST: usize = 480;
/// How near to an end of the stretch the cursor may come before more is asked for.
const AHEAD: usize = 80;

/// A stretch of the log.
#[derive(Debug, Default)]
pub(super) struct Window {
    pub(super) rows: Vec<LogRow>,
    /// There are older rows.
    pub(super) more: bool,
    /// There are newer rows.
    pub(super) newer: bool,
    /// How many rows there are altogether, if that is known.
    pub(super) total: Option<usize>,
    /// How many rows are newer than the first, if that is known.
    pub(super) before: Option<usize>,
}

/// What a page did to the stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Change {
    /// It is another stretch.
    Replaced,
    /// What was row `n` is now row `n` plus so many.
    Shifted(isize),
}

impl Window {
    /// Takes a page: more of the same stretch, or another one.
    pub(super) fn take(&mut self, page: LogPage) -> Change {
        match &page.asked.start {
            Start::Older(place) => {
                if self.rows.last().is_none_or(|r| r.place() != *place) {
                    return Change::Shifted(0);
                }
                self.more = page.more;
                self.rows.extend(page.rows);
                let drop = self.rows.len().saturating_sub(MOST);
                self.rows.drain(..drop);
                self.newer |= drop > 0;
                self.before = self.before.map(|b| b + drop);
                Change::Shifted(-signed(drop))
            }
            Start::Newer(place) => {
                if self.rows.first().is_none_or(|r| r.place() != *place) {
                    return Change::Shifted(0);
                }
                self.newer = page.newer;
                let added = page.rows.len();
                self.rows.splice(0..0, page.rows);
                self.more |= self.rows.len() > MOST;
                self.rows.truncate(MOST);
                self.before = if self.newer { self.before.map(|b| b.saturating_sub(added)) } else { Some(0) };
                Change::Shifted(signed(added))
            }
            Start::Newest | Start::Oldest | Start::Around(_) | Start::At(_) => {
                *self = Self {
                    rows: page.rows,
                    more: page.more,
                    newer: page.newer,
                    total: page.total,
                    before: page.before,
                };
                Change::Replaced
            }
        }
    }

    /// What to ask for when the cursor stands on row `at` of the stretch.
    pub(super) fn wants(&self, at: usize) -> Option<Start> {
        if self.more && at + AHEAD > self.rows.len() {
            return self.rows.last().map(|r| Start::Older(r.place()));
        }
        if self.newer && at < AHEAD {
            return self.rows.first().map(|r| Start::Newer(r.place()));
        }
        None
    }
}

fn signed(n: usize) -> isize {
    isize::try_from(n).unwrap_or(0)
}
