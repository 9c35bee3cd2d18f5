//! What the tree does itself: moving, folding, reading, completing, and what a new record begins with.
use chrono::{Datelike, NaiveDate};

use super::lines::{Item, Key, Line};
use super::{Filter, Tree};
use crate::command::{Command, Effect, FormOf};
use crate::domain::Id;
use crate::domain::choice::{Choice, Side};
use crate::domain::day::{day, plus_days, plus_months};
use crate::domain::kind::Kind;
use crate::domain::plan::term::LEAST;
use crate::domain::value::Value;
use crate::lens::{Cx, offer};
use crate::report::plain::render;
use crate::store::act::Act;
use crate::ui::Cursor;

/// Days until a promise that is proposed falls due.
const A_WEEK: i64 = 7;

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

    /// `n`: what belongs below the cursor first, then what belongs beside it.
    fn new_record(&self, cx: &Cx<'_>) -> Effect {
        let offered = self.with_item(|item| match item {
            Item::Without(account, _) => vec![self.new_plan(Some(account), cx)],
            Item::Plan(p) => vec![objective(p.plan.head.id, p.account), self.new_plan(Some(p.account), cx)],
            Item::Objective(p, o) => vec![
                initiative(item, o.objective.head.id, cx),
                objective(p.plan.head.id, p.account),
                self.new_plan(Some(p.account), cx),
            ],
            Item::Initiative(p, o, i) => vec![
                milestone(p.account, i.initiative.head.id, i.initiative.ends_on),
                promise(p.account, i.initiative.head.id, cx),
                initiative(item, o.objective.head.id, cx),
                objective(p.plan.head.id, p.account),
            ],
            Item::Milestone(p, i, _) | Item::Promise(p, i, _) => {
                let of = i.initiative.head.id;
                let objective = i.initiative.objective.map_or(0, |l| l.0);
                let mut forms =
                    vec![milestone(p.account, of, i.initiative.ends_on), promise(p.account, of, cx)];
                if matches!(item, Item::Promise(..)) {
                    forms.swap(0, 1);
                }
                forms.push(initiative(item, objective, cx));
                forms
            }
        });
        let mut forms = offered.unwrap_or_else(|| vec![self.new_plan(cx.scope, cx)]);
        match forms.len() {
            1 => Effect::OpenForm(forms.remove(0)),
            _ => Effect::Offer(forms, 0),
        }
    }

    /// A plan of a year: after the last one of the account, else from this month on.
    fn new_plan(&self, account: Option<Id>, cx: &Cx<'_>) -> FormOf {
        let of = self.plans.plans.iter().filter(|p| Some(p.account) == account);
        let last = of.filter_map(|p| p.plan.ends_on).max().map(|end| plus_days(end, 1));
        let from =
            last.filter(|d| *d >= cx.today).unwrap_or_else(|| day(cx.today.year(), cx.today.month(), 1));
        let to = plus_days(plus_months(from, LEAST), -1);
        let name = if from.year() == to.year() {
            to.year().to_string()
        } else {
            format!("{}/{:02}", from.year(), to.year().rem_euclid(100))
        };
        let mut preset =
            vec![("name", Value::Text(name)), ("starts_on", Value::Day(from)), ("ends_on", Value::Day(to))];
        preset.extend(account.map(|id| ("account", Value::Link(id))));
        FormOf { preset, ..FormOf::new(Kind::Plan, account) }
    }
}

fn form(kind: Kind, account: Id, preset: Vec<(&'static str, Value)>) -> FormOf {
    FormOf { preset, ..FormOf::new(kind, Some(account)) }
}

fn objective(plan: Id, account: Id) -> FormOf {
    form(Kind::Objective, account, vec![("plan", Value::Link(plan))])
}

/// From today, or from the first day of its plan, to the end of it.
fn initiative(item: Item<'_>, objective: Id, cx: &Cx<'_>) -> FormOf {
    let mut preset = vec![("objective", Value::Link(objective))];
    if let Some((from, to)) = item.plan().and_then(|p| p.plan.days()) {
        let from = from.max(cx.today).min(to);
        preset.extend([("starts_on", Value::Day(from)), ("ends_on", Value::Day(to))]);
    }
    form(Kind::Initiative, item.account(), preset)
}

fn milestone(account: Id, initiative: Id, due: Option<NaiveDate>) -> FormOf {
    let mut preset = vec![("initiative", Value::Link(initiative))];
    preset.extend(due.map(|due| ("due", Value::Day(due))));
    form(Kind::Milestone, account, preset)
}

fn promise(account: Id, initiative: Id, cx: &Cx<'_>) -> FormOf {
    let preset = vec![
        ("account", Value::Link(account)),
        ("side", Value::Choice(Side::Ours.name())),
        ("initiative", Value::Link(initiative)),
        ("due", Value::Day(plus_days(cx.today, A_WEEK))),
    ];
    form(Kind::Commitment, account, preset)
}
