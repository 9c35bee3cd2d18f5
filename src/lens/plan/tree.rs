//! The plans as a tree: objectives, initiatives, and the milestones and promises that hang on them, each with who does it, until
//! when, how far it has come and how it stands. Beside it, or with ⏎, the page of what is under the cursor.
mod act;
mod draw;
mod filter;
pub(super) mod lines;
mod offer;
mod order;
mod row;

use std::collections::HashMap;

use chrono::NaiveDate;
use ratatui::layout::Rect;

use crate::command::{Command, Effect};
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::plan::share::of_initiative;
use crate::domain::value::Value;
use crate::lens::{Cx, Lens, Under, Why};
use crate::report::plan::late_and_open;
use crate::report::score::{Measure, blocks};
use crate::store::query::plans::Plans;
use crate::store::query::{Answer, Query};
use crate::ui::found::Sought;
use crate::ui::{Cursor, Page, Pen, Role, Seen, Span};
use filter::Filter;
use lines::{Item, Key, Line, Wish, above, find, lines};
use offer::Pick;
use order::Order;

/// Panels in regions and pages: the tree, the page beside it.
const LIST: u8 = 0;
const DETAIL: u8 = 1;

/// The view.
#[derive(Debug, Default)]
pub struct Tree {
    /// As they were asked for.
    given: Plans,
    /// In the order in which they stand.
    plans: Plans,
    order: Order,
    today: Option<NaiveDate>,
    /// What is under the cursor.
    at: Option<Key>,
    cursor: Cursor,
    /// Lines that the last drawing had room for.
    height: usize,
    /// What was folded or unfolded by hand; everything else as its state and the room say.
    folds: HashMap<Key, bool>,
    filter: Filter,
    narrowed: String,
    sought: Sought,
    /// The keys go to the page.
    reading: bool,
    /// The first line of the page.
    first: usize,
    offered: Vec<Pick>,
    /// The initiative whose progress was asked for.
    asked: Option<Id>,
}

impl Tree {
    /// The lines in so much room.
    fn lines(&self, height: usize) -> Vec<Line<'_>> {
        let (folds, filter, narrowed) = (&self.folds, self.filter, self.narrowed.as_str());
        let wish = Wish { folds, filter, narrowed, height, at: self.at };
        lines(&self.plans, wish, self.today.unwrap_or_default())
    }

    /// The line under the cursor: that of the record it stands on, else the nearest.
    fn here(&self, lines: &[Line<'_>]) -> Option<usize> {
        let is = |line: &Line<'_>| line.item.map(Item::key).is_some_and(|key| self.at == Some(key));
        let found = lines.iter().position(is);
        found.or_else(|| {
            let mut cursor = self.cursor;
            cursor.clamp(lines.len());
            cursor.settle(true, lines.len(), |at| lines.get(at).is_some_and(|line| line.item.is_some()));
            lines.get(cursor.at)?.item.map(|_| cursor.at)
        })
    }

    /// What is under the cursor.
    fn with_item<T>(&self, work: impl FnOnce(Item<'_>) -> T) -> Option<T> {
        // Every command of the footer asks this: while nothing is left out, the line of the cursor needs no lines to be made.
        if let Some(item) = self.at.filter(|_| self.is_whole()).and_then(|at| find(&self.plans, at)) {
            return Some(work(item));
        }
        let lines = self.lines(self.height);
        let item = self.here(&lines).and_then(|at| lines.get(at)?.item)?;
        Some(work(item))
    }

    /// Whether nothing is left out by a filter or by words.
    fn is_whole(&self) -> bool {
        self.filter == Filter::All && self.narrowed.trim().is_empty()
    }

    /// Whether nothing is shown.
    fn is_empty(&self) -> bool {
        if self.is_whole() {
            return self.plans.plans.is_empty() && self.plans.without.is_empty();
        }
        !self.lines(self.height).iter().any(|line| line.item.is_some())
    }

    /// Stands on a record, its page at its top.
    fn stand(&mut self, key: Option<Key>) {
        if self.at != key {
            (self.at, self.first) = (key, 0);
        }
    }

    /// What is unfolded only because the cursor stands below it stays so once the cursor goes on.
    fn keep_open(&mut self) {
        if let Some(at) = self.at {
            for key in above(&self.plans, at) {
                self.folds.insert(key, false);
            }
        }
    }

    /// How many plans, what is late, and what is shown of them.
    fn counts(&self, cx: &Cx<'_>) -> Vec<Span> {
        let open: Vec<_> = self.plans.plans.iter().filter(|p| p.plan.is_open()).collect();
        if open.is_empty() {
            return Vec::new();
        }
        let (late, todo) = open.iter().map(|p| late_and_open(p)).fold((0, 0), |a, b| (a.0 + b.0, a.1 + b.1));
        let plans = cx.words.with("plan-plans", &[("count", &open.len().to_string())]);
        let todo = cx.words.with("plan-open", &[("count", &todo.to_string())]);
        let mut spans = vec![Span::muted(format!("{plans} · {todo}"))];
        if late > 0 {
            let late = cx.words.with("plan-late", &[("count", &late.to_string())]);
            spans.push(Span::muted(" · "));
            spans.push(Span::new(format!("! {late}"), Role::Bad));
        }
        if self.filter != Filter::All {
            let only = cx.words.with("plan-only", &[("what", &self.filter.words(cx))]);
            spans.push(Span::new(format!("  {only}"), Role::Accent));
        }
        if !self.narrowed.is_empty() {
            spans.push(Span::new(format!("  /{}", self.narrowed), Role::Accent));
        }
        spans
    }
}

impl Lens for Tree {
    fn queries(&self, cx: &Cx<'_>) -> Vec<Query> {
        vec![Query::Plans(cx.scope)]
    }

    fn loaded(&mut self, answer: Answer, cx: &Cx<'_>) -> Vec<Effect> {
        if let Answer::Plans(plans) = answer {
            (self.given, self.today) = (*plans, Some(cx.today));
            self.plans = self.order.of(&self.given, &cx.values());
            let at = {
                let lines = self.lines(self.height);
                self.here(&lines).map(|at| (at, lines.get(at).and_then(|l| l.item).map(Item::key)))
            };
            if let Some((at, key)) = at {
                self.cursor.stand(at);
                self.stand(key);
            }
        }
        Vec::new()
    }

    fn under(&self) -> Option<Under> {
        self.with_item(|item| {
            let (kind, id) = item.key();
            let person = match item {
                Item::Promise(_, _, p) => p.counterpart.as_ref().map(|c| c.0),
                item => item.initiative().and_then(|i| i.initiative.theirs).map(|l| l.0),
            };
            let title = match item {
                Item::Plan(p) => format!("{} · {}", p.account_name, p.plan.name),
                item => item.name().to_owned(),
            };
            Under { account: Some(item.account()), person, ..Under::new(kind, id, title) }
        })
    }

    fn can(&self, command: Command, cx: &Cx<'_>) -> bool {
        self.does(command, cx)
    }

    fn remark(&self, cx: &Cx<'_>) -> Vec<Span> {
        self.counts(cx)
    }

    fn word(&self, command: Command) -> Option<&'static str> {
        let on_plan = || matches!(self.at, Some((Kind::Plan, _)));
        (command == Command::Done && on_plan()).then_some("plan-set-reviewed")
    }

    fn update(&mut self, command: Command, cx: &Cx<'_>) -> Vec<Effect> {
        self.act(command, cx)
    }

    fn narrow(&mut self, text: &str, _cx: &Cx<'_>) -> Vec<Effect> {
        text.clone_into(&mut self.narrowed);
        self.sought = Sought::new([text]);
        self.reading = false;
        Vec::new()
    }

    fn narrowed(&self) -> &str {
        &self.narrowed
    }

    fn stand_on(&mut self, kind: Kind, id: Id, _cx: &Cx<'_>) -> Vec<Effect> {
        let of_account =
            || self.plans.plans.iter().find(|p| p.account == id).map(|p| (Kind::Plan, p.plan.head.id));
        match kind {
            Kind::Plan | Kind::Objective | Kind::Initiative | Kind::Milestone | Kind::Commitment => {
                self.stand(Some((kind, id)));
            }
            Kind::Account => {
                let key = of_account().or(Some((kind, id)));
                self.stand(key);
            }
            _ => {}
        }
        Vec::new()
    }

    fn picked(&mut self, number: usize, cx: &Cx<'_>) -> Vec<Effect> {
        self.take_pick(number, cx)
    }

    fn answered(&mut self, value: Value, _cx: &Cx<'_>) -> Result<Vec<Effect>, Explain> {
        Ok(self
            .asked
            .take()
            .map(|id| crate::lens::offer::set(Kind::Initiative, id, "progress", value))
            .into_iter()
            .collect())
    }

    fn click(&mut self, panel: u8, row: usize, _cx: &Cx<'_>) -> Vec<Effect> {
        self.reading = panel == DETAIL;
        if panel == LIST {
            let key = self.lines(self.height).get(row).and_then(|line| line.item).map(Item::key);
            if key.is_some() {
                self.keep_open();
                self.cursor.stand(row);
                self.stand(key);
            }
        }
        Vec::new()
    }

    fn scroll(&mut self, panel: u8, by: isize, cx: &Cx<'_>) -> Vec<Effect> {
        if panel == DETAIL {
            self.first = self.first.saturating_add_signed(by);
            return Vec::new();
        }
        self.reading = false;
        for _ in 0..by.unsigned_abs() {
            self.act(if by > 0 { Command::Down } else { Command::Up }, cx);
        }
        Vec::new()
    }

    fn saw(&mut self, page: &Page) {
        if page.panel == DETAIL {
            self.first = page.first;
        } else {
            self.cursor.saw(page);
            self.height = page.height;
        }
    }

    fn why(&self, cx: &Cx<'_>) -> Option<Why> {
        let measure = Measure::of_sums(&cx.values());
        let explained = |title: &str, score: &_| Why::of(blocks(title, score, measure, &cx.values()));
        self.with_item(|item| match item {
            Item::Plan(p) => Some(explained(&p.plan.name, &p.score)),
            Item::Objective(_, o) => Some(explained(&o.objective.name, &o.score)),
            Item::Initiative(_, _, i) | Item::Milestone(_, i, _) | Item::Promise(_, i, _) => {
                Some(explained(&i.initiative.name, &of_initiative(&i.course, cx.today)))
            }
            Item::Without(..) => None,
        })
        .flatten()
    }

    fn draw(&self, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
        self.draw_all(pen, area, cx)
    }
}
