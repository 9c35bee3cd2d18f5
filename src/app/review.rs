//! `w`: the weekly review. Account by account: what moved, what is owed, who waits, what is late, what to do next. Every step is an
//! act of its own, so that one can leave at any moment and `w` goes on where it was.
mod act;
mod view;

use super::commands::ask;
use super::layer::Layer;
use super::{App, Notice};
use crate::capture::own;
use crate::command::{Command, Effect, Reader};
use crate::domain::Id;
use crate::domain::commitment::Commitment;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::review::moves;
use crate::domain::score::Source;
use crate::lang::day;
use crate::lens::{Cx, Under};
use crate::report::plain;
use crate::report::review::{self as report, Section, WIDTH, What};
use crate::store::act::Act;
use crate::store::act::review::Reviewing;
use crate::store::query::Query;
use crate::store::query::review::Week;
use crate::ui::Cursor;

/// From how many rows of the screen on blank lines stand between the parts.
const AIRY: u16 = 30;

/// A line of the panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line {
    /// The title of a part.
    Head(usize),
    /// A row of a part.
    Row(usize, usize),
    /// What is said of a part without rows.
    Empty(usize),
    /// Nothing, between two parts.
    Gap,
    /// On to the next account, to the list of the moves, or the end.
    Go,
}

/// The review on the screen.
#[derive(Debug)]
pub(super) struct Weekly {
    week: Week,
    sections: Vec<Section>,
    lines: Vec<Line>,
    pub(super) cursor: Cursor,
    /// The account to be in front when the book is asked again.
    wanted: Option<Id>,
}

impl Weekly {
    /// With `tight` no blank lines stand between the parts.
    fn new(week: Week, tight: bool, cx: &Cx<'_>) -> Self {
        let sections = match &week.stop {
            Some(stop) => report::sections(&week, stop, &cx.values()),
            None => report::by_account(&week, &cx.values()),
        };
        let wanted = week.stop.as_ref().map(|s| s.account());
        let lines = lines(&sections, tight, week.agenda.is_empty());
        let mut weekly = Self { week, sections, lines, cursor: Cursor::default(), wanted };
        weekly.settle();
        weekly
    }

    /// The same review as it stands now: at the same account the cursor stays on what it stood on.
    fn renew(&mut self, now: Self) {
        let same = self.front() == now.front();
        let (at, under) = (self.cursor, self.what(self.cursor.at).cloned());
        let before: Vec<Id> = self.week.chosen.iter().map(|p| p.id).collect();
        *self = now;
        if !same {
            return;
        }
        self.cursor = at;
        let rows = 0..self.lines.len();
        let is = |row: usize, wanted: &What| self.what(row).is_some_and(|what| what.is_about(wanted));
        let found = under.as_ref().and_then(|what| rows.clone().find(|row| is(*row, what)));
        let chosen = rows
            .clone()
            .find(|row| matches!(self.what(*row), Some(What::Chosen(id)) if !before.contains(id)));
        let proposed = |row: usize| matches!(self.what(row), Some(What::Proposed(_)));
        let stand = match (&under, found, chosen) {
            // It stands among those chosen now, one row above; the next proposal is below.
            (Some(What::Proposed(_)), None, Some(_)) => Some(at.at + usize::from(proposed(at.at + 1))),
            (_, _, Some(chosen)) => Some(chosen),
            (_, found, None) => found,
        };
        if let Some(row) = stand {
            self.cursor.stand(row);
        }
        self.settle();
    }

    /// The account in front.
    fn front(&self) -> Option<Id> {
        self.week.stop.as_ref().map(|s| s.account())
    }

    /// What a row is about.
    fn what(&self, row: usize) -> Option<&What> {
        match self.lines.get(row)? {
            Line::Row(section, at) => Some(&self.sections.get(*section)?.rows.get(*at)?.what),
            Line::Head(_) | Line::Empty(_) | Line::Gap | Line::Go => None,
        }
    }

    fn stands(&self, row: usize) -> bool {
        matches!(self.lines.get(row), Some(Line::Row(..) | Line::Go))
    }

    fn settle(&mut self) {
        let stands: Vec<bool> = (0..self.lines.len()).map(|row| self.stands(row)).collect();
        self.cursor.clamp(stands.len());
        self.cursor.settle(true, stands.len(), |row| stands.get(row) == Some(&true));
    }

    /// Moves over what nobody can stand on.
    pub(super) fn step(&mut self, command: Command) {
        let stands: Vec<bool> = (0..self.lines.len()).map(|row| self.stands(row)).collect();
        self.cursor.step_over(command, stands.len(), |row| stands.get(row) == Some(&true));
    }

    /// The record of a row, as commands on records take it.
    fn under(&self, row: usize) -> Option<Under> {
        let Some(Source::Record(kind, id)) = report::source(self.what(row)?) else { return None };
        let Some(Line::Row(section, at)) = self.lines.get(row) else { return None };
        let title = self.sections.get(*section)?.rows.get(*at)?.text.clone();
        let person = (kind == Kind::Person).then_some(id);
        Some(Under { account: self.front(), person, ..Under::new(kind, id, title) })
    }

    /// What the review so far is, as text.
    fn text(&self, cx: &Cx<'_>) -> String {
        plain::render(&report::finished(&self.week, &cx.values()), Some(WIDTH))
    }
}

/// The lines of the parts, and below them the one that goes on.
fn lines(sections: &[Section], tight: bool, nothing: bool) -> Vec<Line> {
    let mut lines = Vec::new();
    for (at, section) in sections.iter().enumerate() {
        lines.push(Line::Head(at));
        lines.extend((0..section.rows.len()).map(|row| Line::Row(at, row)));
        if section.rows.is_empty() {
            lines.push(Line::Empty(at));
        }
        if !tight {
            lines.push(Line::Gap);
        }
    }
    if !nothing {
        lines.push(Line::Go);
    }
    lines
}

/// The act by which a move in one's own words is chosen.
pub(super) fn in_words(account: Id, text: &str, cx: &Cx<'_>) -> Effect {
    choosing(own::promise(text, account, moves::due(cx.today), &cx.values()))
}

/// How what was typed is understood: what is promised, and by when.
pub(super) fn read_as(account: Id, text: &str, cx: &Cx<'_>) -> String {
    let promise = own::promise(text, account, moves::due(cx.today), &cx.values());
    let due = promise.due.map(|due| day::near(due, cx.today, cx.words));
    [Some(promise.text), due].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The act by which a move is chosen.
fn choosing(promise: Commitment) -> Effect {
    Effect::Act(Act::Review(Reviewing::Chosen(Box::new(promise))))
}

/// Asks for the review; it opens when it is there.
pub(super) fn ask_review() -> Vec<Effect> {
    vec![ask(Reader::Review, Query::Review(None))]
}

impl App {
    /// It came, or came again.
    pub(super) fn show_review(&mut self, week: Week) {
        let cx = self.world.cx();
        let now = Weekly::new(week, self.size.1 < AIRY, &cx);
        let open = self.layers.iter_mut().find_map(|l| if let Layer::Weekly(w) = l { Some(w) } else { None });
        match open {
            Some(open) => open.renew(now),
            None => self.layers.push(Layer::Weekly(Box::new(now))),
        }
    }

    /// It is left before its end: said how it is gone on with.
    pub(super) fn leave_review(&mut self) {
        let Some(Layer::Weekly(open)) = self.layers.pop() else { return };
        let begun = open.week.review.is_some() && !open.week.is_finished();
        if begun {
            let key = self.world.cx().key(Command::WeeklyReview);
            let left = open.week.agenda.len() - open.week.done();
            let said = Explain::new("review-left").with("key", key).with("left", left);
            self.notice = Some(Notice::Said(said));
        }
    }

    /// Asks again for the review that is open: the book has changed.
    pub(super) fn review_again(&self) -> Option<Effect> {
        let open = self.layers.iter().find_map(|l| if let Layer::Weekly(w) = l { Some(w) } else { None })?;
        Some(ask(Reader::Review, Query::Review(open.wanted)))
    }
}
