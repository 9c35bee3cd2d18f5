//! What the keys do on the chart.
use super::Gantt;
use crate::command::{Command, Effect, FormOf};
use crate::domain::gantt::Shift;
use crate::domain::kind::Kind;
use crate::domain::value::Value;
use crate::lens::Cx;
use crate::report::gantt::of::Of;
use crate::report::gantt::rows::Row;
use crate::report::gantt::whole;
use crate::store::act::Act;

/// By how much a command moves a bar.
const fn shift(command: Command) -> Option<Shift> {
    match command {
        Command::Earlier => Some(Shift::Whole(-7)),
        Command::Later => Some(Shift::Whole(7)),
        Command::MoveLeft => Some(Shift::Whole(-1)),
        Command::MoveRight => Some(Shift::Whole(1)),
        Command::MoveUp => Some(Shift::End(-1)),
        Command::MoveDown => Some(Shift::End(1)),
        _ => None,
    }
}

impl Gantt {
    /// Whether it does this itself now.
    pub(super) fn does(&self, command: Command, _cx: &Cx<'_>) -> bool {
        let row = self.current();
        match command {
            Command::ZoomIn => self.zoom.closer().is_some() && row.is_some(),
            Command::ZoomOut => self.zoom.further().is_some() && row.is_some(),
            Command::PanelLeft
            | Command::PanelRight
            | Command::Up
            | Command::Down
            | Command::PageUp
            | Command::PageDown
            | Command::First
            | Command::Last
            | Command::Open => row.is_some(),
            Command::Filter | Command::New => self.plans.is_some(),
            Command::Mark => row.is_some_and(Row::is_bar),
            Command::MarkAll => self.rows.iter().any(Row::is_bar),
            Command::Done => !self.marks.is_empty(),
            Command::Back => !self.marks.is_empty() || self.wanted.is_narrowed(),
            command => {
                let moves = !self.marks.is_empty() || row.is_some_and(Row::is_bar);
                shift(command).is_some() && moves
            }
        }
    }

    /// What a command is called here, where that is not its own name.
    pub(super) fn called(&self, command: Command) -> Option<&'static str> {
        match command {
            Command::Earlier => Some("gantt-word-earlier"),
            Command::Later => Some("gantt-word-later"),
            Command::Open => {
                Some(if self.current()?.folded? { "gantt-word-unfold" } else { "gantt-word-fold" })
            }
            _ => None,
        }
    }

    /// Does it.
    pub(super) fn act(&mut self, command: Command, cx: &Cx<'_>) -> Vec<Effect> {
        if let Some(shift) = shift(command) {
            return vec![Effect::Act(Act::Reschedule(self.chosen(), shift))];
        }
        match command {
            Command::ZoomIn => self.zoom_to(self.zoom.closer(), cx),
            Command::ZoomOut => self.zoom_to(self.zoom.further(), cx),
            Command::PanelLeft => self.walk(-1, cx),
            Command::PanelRight => self.walk(1, cx),
            Command::Open => return self.open(cx),
            Command::New => return self.new_part().into_iter().collect(),
            Command::Done => return self.achieved(),
            Command::Filter => {
                self.wanted.only = self.wanted.only.next();
                self.arrange(cx);
            }
            Command::Mark => self.mark(),
            Command::MarkAll => self.mark_all(),
            Command::Back if !self.marks.is_empty() => self.marks.clear(),
            Command::Back => self.show_all(cx),
            command => {
                self.cursor.step(command, self.rows.len());
                self.look(cx);
            }
        }
        Vec::new()
    }

    /// The bar under the cursor stays in sight, where today cuts it or where it begins.
    fn zoom_to(&mut self, zoom: Option<crate::domain::gantt::Zoom>, cx: &Cx<'_>) {
        let Some(zoom) = zoom else { return };
        self.zoom = zoom;
        self.first = None;
        let bar = self.current().and_then(|row| row.bar.as_ref()).map(|bar| bar.span);
        let day =
            bar.map(|span| if span.from <= cx.today && cx.today <= span.to { cx.today } else { span.from });
        self.focus = day;
    }

    /// One step through time, as far as there is something to be seen.
    fn walk(&mut self, by: i32, cx: &Cx<'_>) {
        let (scale, all) = (self.scale(self.cells.max(1), cx), whole(&self.rows, &cx.values()));
        let seen = scale.span();
        let more = if by < 0 { seen.from > all.from } else { seen.to < all.to };
        if more {
            self.first = Some(self.zoom.step().step(scale.first, by));
        }
    }

    /// Folds or unfolds a row; one that has nothing below it opens its form.
    fn open(&mut self, cx: &Cx<'_>) -> Vec<Effect> {
        let Some(row) = self.current() else { return Vec::new() };
        let Some(subject) = self.subject(row) else {
            return self.new_part().into_iter().collect();
        };
        if let Some(folded) = row.folded {
            self.wanted.folds.insert(subject, !folded);
            self.arrange(cx);
            return Vec::new();
        }
        let account = self.plans.as_deref().and_then(|plans| row.of.account(plans));
        vec![Effect::OpenForm(FormOf::edit(subject.0, subject.1, account))]
    }

    /// What comes below the row: an objective of a plan, an initiative of an objective, a milestone of an initiative. Where there
    /// is no plan, a plan.
    fn new_part(&self) -> Option<Effect> {
        let plans = self.plans.as_deref()?;
        let form = |kind, row: Option<&Row>, preset| {
            let account = row.and_then(|row| row.of.account(plans));
            FormOf { preset, ..FormOf::new(kind, account) }
        };
        let row = self.current();
        let link = |(_, id)| Value::Link(id);
        let Some(of) = row.map(|row| row.of) else {
            return Some(Effect::OpenForm(form(Kind::Plan, None, Vec::new())));
        };
        let below = match of {
            Of::Without(_) => {
                let account = of.account(plans).map(|id| ("account", Value::Link(id)));
                form(Kind::Plan, row, account.into_iter().collect())
            }
            Of::Plan(_) => form(Kind::Objective, row, vec![("plan", link(of.subject(plans)?))]),
            Of::Objective(..) => form(Kind::Initiative, row, vec![("objective", link(of.subject(plans)?))]),
            Of::Initiative(..) | Of::Milestone(..) => {
                let initiative = of.initiative(plans)?.initiative.head.id;
                let promise = form(Kind::Commitment, row, vec![("initiative", Value::Link(initiative))]);
                let objective = of.objective(plans)?.objective.head.id;
                let beside = form(Kind::Initiative, row, vec![("objective", Value::Link(objective))]);
                let milestone = form(Kind::Milestone, row, vec![("initiative", Value::Link(initiative))]);
                return Some(Effect::Offer(vec![milestone, promise, beside], 0));
            }
        };
        Some(Effect::OpenForm(below))
    }

    /// Marks the row and goes to the next one.
    fn mark(&mut self) {
        if let Some(one) = self.here()
            && !self.marks.remove(&one)
        {
            self.marks.insert(one);
        }
        self.cursor.step(Command::Down, self.rows.len());
    }

    /// Marks all initiatives that are shown, or takes all marks away.
    fn mark_all(&mut self) {
        let initiatives = self.rows.iter().filter(|row| matches!(row.of, Of::Initiative(..)));
        let all = initiatives.filter_map(|row| self.subject(row)).collect();
        if self.marks == all {
            self.marks.clear();
        } else {
            self.marks = all;
        }
    }

    /// What is marked of the kind under the cursor is reached today.
    fn achieved(&self) -> Vec<Effect> {
        let Some((kind, _)) = self.here() else { return Vec::new() };
        let ids = self.chosen().into_iter().filter(|one| one.0 == kind).map(|one| one.1).collect();
        vec![Effect::Act(Act::Achieved(kind, ids))]
    }
}
