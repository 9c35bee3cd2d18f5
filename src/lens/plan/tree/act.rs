//! What the tree does itself: moving, folding, reading, sorting and completing.
use super::lines::{Item, Key, Line};
use super::order::Sort;
use super::{Filter, Tree};
use crate::command::{Command, Effect};
use crate::domain::kind::Kind;
use crate::domain::value::Value;
use crate::lens::plan::preset::new_record;
use crate::lens::{Cx, offer};
use crate::report::plain::render;
use crate::store::act::Act;
use crate::ui::Cursor;

/// Columns of a page that is copied.
const PAGE: usize = 100;

impl Tree {
    /// Whether the tree does this itself now.
    pub(super) fn does(&self, command: Command, cx: &Cx<'_>) -> bool {
        let shown = !self.is_empty();
        let moves = Cursor::default().step(command, 1);
        match command {
            Command::New => cx.scope.is_some() || !self.plans.without.is_empty() || shown,
            Command::Filter => !self.plans.plans.is_empty() && !self.reading,
            Command::Back => self.reading || !self.narrowed.is_empty() || self.filter != Filter::All,
            _ if !shown => false,
            Command::Open => !self.reading || self.is_without(),
            Command::PanelLeft => self.reading || self.with_line(|line| line.open || line.parent.is_some()),
            Command::PanelRight => !self.reading && !self.is_without(),
            Command::Sort => !self.reading && !self.plans.plans.is_empty(),
            Command::SortReverse => !self.reading && self.order.sort != Sort::Plan,
            Command::Done => self.at_kind() == Some(Kind::Plan),
            Command::SetValue => self.can_set(),
            Command::Copy => !self.is_without(),
            Command::CopyPlan => self.with_item(|item| item.plan().is_some()) == Some(true),
            Command::Edit | Command::Delete | Command::History | Command::EditNote if self.is_without() => {
                false
            }
            _ => moves,
        }
    }

    fn with_line(&self, work: impl FnOnce(&Line<'_>) -> bool) -> bool {
        let lines = self.lines(self.height);
        self.here(&lines).and_then(|at| lines.get(at)).is_some_and(work)
    }

    /// The kind of what is under the cursor.
    fn at_kind(&self) -> Option<Kind> {
        self.with_item(|item| item.key().0)
    }

    /// Whether the cursor stands on an account that has no plan.
    pub(super) fn is_without(&self) -> bool {
        self.at_kind() == Some(Kind::Account)
    }

    /// Does a command that it does.
    pub(super) fn act(&mut self, command: Command, cx: &Cx<'_>) -> Vec<Effect> {
        match command {
            Command::New => return vec![self.new_record(cx)],
            Command::Filter => return vec![self.offer_filters(cx)],
            Command::SetValue => return self.offer_values(cx),
            Command::Done => return self.complete(cx),
            Command::CopyPlan => {
                let plan = self.with_item(|item| item.plan().map(|p| p.plan.head.id)).flatten();
                return plan.map(|id| Effect::Act(Act::CopyPlan(id, None))).into_iter().collect();
            }
            Command::Copy => return vec![Effect::Copy(render(&self.blocks(cx), Some(PAGE)))],
            Command::Open if self.is_without() => return vec![self.new_record(cx)],
            Command::Sort | Command::SortReverse => self.sort(command, cx),
            Command::Open => self.reading = true,
            Command::Back => self.back(),
            Command::PanelLeft if self.reading => self.reading = false,
            Command::PanelLeft => self.fold(),
            Command::PanelRight => self.unfold(),
            command if self.reading => self.turn(command),
            command => self.step(command),
        }
        Vec::new()
    }

    /// One layer up: out of the page, then everything is shown again.
    fn back(&mut self) {
        if self.reading {
            self.reading = false;
        } else {
            self.filter = Filter::All;
            self.narrowed.clear();
            self.sought = crate::ui::found::Sought::default();
        }
    }

    fn step(&mut self, command: Command) {
        self.keep_open();
        let (at, key) = {
            let lines = self.lines(self.height);
            let mut cursor = self.cursor;
            cursor.stand(self.here(&lines).unwrap_or(0));
            cursor
                .step_over(command, lines.len(), |at| lines.get(at).is_some_and(|line| line.item.is_some()));
            (cursor.at, lines.get(cursor.at).and_then(|line| line.item).map(Item::key))
        };
        self.cursor.stand(at);
        if key.is_some() {
            self.stand(key);
        }
    }

    /// Turns the page by lines; drawing stops at its end.
    const fn turn(&mut self, command: Command) {
        let page = if self.height > 2 { self.height - 1 } else { 1 };
        self.first = match command {
            Command::Up => self.first.saturating_sub(1),
            Command::Down => self.first.saturating_add(1),
            Command::PageUp => self.first.saturating_sub(page),
            Command::PageDown => self.first.saturating_add(page),
            Command::First => 0,
            Command::Last => usize::MAX / 2,
            _ => self.first,
        };
    }

    /// Folds what is below the cursor away, or goes to what its row is a part of.
    fn fold(&mut self) {
        let found: Option<(Key, bool, Option<Key>)> = {
            let lines = self.lines(self.height);
            let line = self.here(&lines).and_then(|at| lines.get(at));
            line.and_then(|line| Some((line.item?.key(), line.open, line.parent)))
        };
        let free = self.filter == Filter::All && self.narrowed.is_empty();
        match found {
            Some((key, true, _)) if free => {
                self.folds.insert(key, true);
                self.stand(Some(key));
            }
            Some((_, _, Some(parent))) => {
                self.keep_open();
                self.stand(Some(parent));
            }
            _ => {}
        }
    }

    /// Unfolds what is below the cursor; where nothing is folded, its page is read.
    fn unfold(&mut self) {
        let lines = self.lines(self.height);
        let line = self.here(&lines).and_then(|at| lines.get(at));
        let folded = line.filter(|line| line.folded > 0).and_then(|line| line.item).map(Item::key);
        match folded {
            Some(key) => {
                self.folds.insert(key, false);
            }
            None => self.reading = true,
        }
    }

    /// `x` on a plan: it has been gone through today.
    fn complete(&self, cx: &Cx<'_>) -> Vec<Effect> {
        let plan = self.with_item(|item| item.plan().map(|p| p.plan.head.id)).flatten();
        let reviewed = |id| offer::set(Kind::Plan, id, "reviewed_on", Value::Day(cx.today));
        plan.map(reviewed).into_iter().collect()
    }

    /// `n`: what belongs below the cursor, or beside it.
    fn new_record(&self, cx: &Cx<'_>) -> Effect {
        let offered = self.with_item(|item| new_record(&self.plans, Some(item), cx));
        offered.unwrap_or_else(|| new_record(&self.plans, None, cx))
    }
}
