//! What the log shows and where its cursor stands.
use ratatui::layout::Rect;

use super::ask::Choice;
use super::list::Scroll;
use super::view;
use super::window::{Change, Window};
use super::{cells, heads};
use crate::capture::seek::{self, Sought};
use crate::command::{Command, Effect, LensKind, Only, Rows};
use crate::domain::Id;
use crate::domain::kind::Kind;
use crate::lang::value::Context;
use crate::lens::{Cx, Lens, Under, Why};
use crate::store::query::log::{Filter, Head, LogPage, LogQuery, LogRow, Start};
use crate::store::query::{Answer, Query, Scope};
use crate::ui::listing::Listing;
use crate::ui::{Page, Pen, Seen, found};

/// Panels of the lens, as regions and pages count them.
pub(super) const LIST: u8 = 0;
pub(super) const PREVIEW: u8 = 1;

/// More rows than this no clipboard takes.
const MOST: usize = 2_500;

/// Where the cursor goes when another stretch of the log comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Goal {
    /// Where it is.
    #[default]
    Stay,
    Top,
    Bottom,
    On(Id),
}

/// The log.
#[derive(Debug, Default)]
pub struct Log {
    /// What is looked for, as typed and as understood.
    pub(super) text: String,
    pub(super) sought: Sought,
    pub(super) marks: found::Sought,
    pub(super) choice: Choice,
    pub(super) head: Head,
    pub(super) window: Window,
    pub(super) scroll: Scroll,
    /// The preview has the keys; in a narrow screen it is all there is.
    pub(super) reading: bool,
    /// The promise of the preview under the cursor.
    pub(super) promise: usize,
    /// First line of the text in the preview.
    pub(super) text_from: usize,
    pub(super) goal: Goal,
    /// What the rows answer; `None` before the first answer.
    pub(super) shown: Option<(Scope, Filter)>,
}

impl Log {
    fn take(&mut self, mut page: LogPage, cx: &Cx<'_>) {
        if page.asked.scope != cx.scope || page.asked.filter != self.filter() {
            return;
        }
        let asked = (page.asked.scope, page.asked.filter.clone());
        let same = self.shown.replace(asked.clone()) == Some(asked);
        let current = self.current().map(|r| r.id);
        let planned = self.planned().len();
        if let Some(head) = page.head.take() {
            self.head = head;
        }
        match self.window.take(page) {
            Change::Shifted(by) => {
                if let Some(row) = self.scroll.at.checked_sub(planned) {
                    self.scroll.at = row.saturating_add_signed(by) + self.planned().len();
                }
            }
            Change::Replaced => {
                let goal = std::mem::take(&mut self.goal);
                self.replaced(if same { goal } else { goal.or(Goal::Top) }, current);
            }
        }
        self.scroll.at = self.scroll.at.min(self.len().saturating_sub(1));
    }

    /// Puts the cursor where it belongs in another stretch.
    fn replaced(&mut self, goal: Goal, current: Option<Id>) {
        let last = self.len().saturating_sub(1);
        let find = |log: &Self, id: Id| (0..log.len()).find(|at| log.row(*at).is_some_and(|r| r.id == id));
        match goal {
            Goal::Stay => {
                let at = current.and_then(|id| find(self, id)).unwrap_or(self.scroll.at.min(last));
                if current != self.row(at).map(|r| r.id) {
                    (self.promise, self.text_from) = (0, 0);
                }
                self.scroll.at = at;
                let promises = self.current().map_or(0, |r| r.promises.len());
                self.promise = self.promise.min(promises.saturating_sub(1));
            }
            Goal::Top => self.place(0, 1),
            Goal::Bottom => self.place(last, usize::MAX),
            Goal::On(id) => {
                if find(self, id).is_none() && self.head.planned.iter().any(|r| r.id == id) {
                    self.choice = Choice::Planned;
                    self.window = Window::default();
                    self.shown = self.shown.take().map(|(scope, _)| (scope, self.filter()));
                }
                self.place(find(self, id).unwrap_or(0), self.scroll.height / 3);
            }
        }
    }

    /// Another height shows more or fewer planned rows above: the cursor stays on its row.
    fn keep_row(&mut self, before: usize) {
        if let Some(row) = self.scroll.at.checked_sub(before) {
            self.scroll.at = row + self.planned().len();
        }
    }

    fn place(&mut self, at: usize, below: usize) {
        (self.scroll.at, self.scroll.below) = (at, below);
        (self.promise, self.text_from) = (0, 0);
    }
}

impl Goal {
    fn or(self, other: Self) -> Self {
        if self == Self::Stay { other } else { self }
    }
}

impl Lens for Log {
    fn queries(&self, cx: &Cx<'_>) -> Vec<Query> {
        vec![self.query(cx, self.again(cx))]
    }

    fn loaded(&mut self, answer: Answer, cx: &Cx<'_>) -> Vec<Effect> {
        if let Answer::Log(page) = answer {
            self.take(*page, cx);
        }
        Vec::new()
    }

    fn under(&self) -> Option<Under> {
        let row = self.current()?;
        if let Some(promise) = row.promises.get(self.promise).filter(|_| self.reading) {
            return Some(Under {
                account: promise.account,
                person: promise.counterpart.as_ref().map(|c| c.0),
                ..Under::new(Kind::Commitment, promise.id, promise.text.clone())
            });
        }
        Some(Under {
            account: row.account.as_ref().map(|a| a.0),
            person: row.people.first().map(|p| p.0),
            planned: row.planned,
            ..Under::new(Kind::Interaction, row.id, title(row))
        })
    }

    fn records(&self, cx: &Cx<'_>) -> Option<Rows> {
        let Query::Log(query) = self.query(cx, Start::Newest) else { return None };
        Some(Rows::Talks(query))
    }

    fn rest(&self, cx: &Cx<'_>) -> Option<Query> {
        let Query::Log(query) = self.query(cx, Start::Newest) else { return None };
        let all = self.window.more || self.window.newer;
        all.then_some(Query::Log(LogQuery { limit: MOST, head: None, ..query }))
    }

    fn listed(&self, answer: &Answer, cx: &Cx<'_>) -> Option<Listing> {
        let Answer::Log(page) = answer else { return None };
        let rows = self.planned().iter().chain(&page.rows).map(|row| cells(row, cx.words)).collect();
        Some(Listing { heads: heads(cx.words), rows, focused: true, more: page.more })
    }

    fn can(&self, command: Command, cx: &Cx<'_>) -> bool {
        self.does(command, cx)
    }

    fn update(&mut self, command: Command, cx: &Cx<'_>) -> Vec<Effect> {
        self.act(command, cx)
    }

    fn narrow(&mut self, text: &str, cx: &Cx<'_>) -> Vec<Effect> {
        if text == self.text {
            return Vec::new();
        }
        text.clone_into(&mut self.text);
        let context = Context { words: cx.words, today: cx.today, directory: cx.directory, scope: cx.scope };
        self.sought = seek::seek(text, &context);
        let Filter { words, tags, .. } = &self.sought.filter;
        self.marks = found::Sought::new(std::iter::once(words).chain(tags).map(String::as_str));
        self.goal = Goal::Top;
        self.reading = false;
        let query = self.query(cx, Start::Newest);
        vec![if self.browses() {
            Effect::load(LensKind::Log, query)
        } else {
            Effect::seek(LensKind::Log, query)
        }]
    }

    fn narrowed(&self) -> &str {
        &self.text
    }

    fn stand_on(&mut self, kind: Kind, id: Id, _cx: &Cx<'_>) -> Vec<Effect> {
        if kind == Kind::Interaction {
            (self.text, self.sought, self.choice) = (String::new(), Sought::default(), Choice::All);
            self.marks = found::Sought::default();
            self.reading = false;
            self.goal = Goal::On(id);
        }
        Vec::new()
    }

    fn only(&mut self, only: Only) {
        if only == Only::ToSort {
            (self.text, self.sought, self.choice) = (String::new(), Sought::default(), Choice::ToSort);
            self.marks = found::Sought::default();
            self.window = Window::default();
            self.reading = false;
            self.goal = Goal::Top;
        }
    }

    fn click(&mut self, panel: u8, row: usize, cx: &Cx<'_>) -> Vec<Effect> {
        self.reading = panel != LIST;
        if self.reading {
            self.promise = row;
            return Vec::new();
        }
        self.stand(row.min(self.len().saturating_sub(1)));
        self.reach(cx)
    }

    fn scroll(&mut self, panel: u8, by: isize, cx: &Cx<'_>) -> Vec<Effect> {
        if panel == PREVIEW || self.reading {
            self.text_from = self.text_from.saturating_add_signed(by);
            return Vec::new();
        }
        self.stand(self.scroll.at.saturating_add_signed(by).min(self.len().saturating_sub(1)));
        self.reach(cx)
    }

    fn saw(&mut self, page: &Page) {
        match page.panel {
            LIST => {
                let before = self.planned().len();
                (self.scroll.below, self.scroll.height) = (page.first, page.height);
                self.keep_row(before);
            }
            _ => self.text_from = page.first,
        }
    }

    fn why(&self, cx: &Cx<'_>) -> Option<Why> {
        self.why_here(cx)
    }

    fn draw(&self, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
        view::draw(self, pen, area, cx)
    }
}

/// What a conversation is called: its text, else who took part, else the line as it was typed.
fn title(row: &LogRow) -> String {
    let people = || row.people.iter().map(|p| p.1.as_str()).collect::<Vec<_>>().join(", ");
    let text = crate::ui::markdown::first_line(&row.text, 80);
    [text, people(), row.raw.clone()].into_iter().find(|t| !t.is_empty()).unwrap_or_default()
}
