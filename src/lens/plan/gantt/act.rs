//! What the keys do on the chart.
use super::Gantt;
use crate::command::{Command, Effect, FormOf};
use crate::domain::gantt::Shift;
use crate::lens::Cx;
use crate::lens::plan::preset::new_record;
use crate::lens::plan::tree::lines::Item;
use crate::report::gantt::of::Of;
use crate::report::gantt::rows::Row;
use crate::report::gantt::whole;
use crate::store::act::Act;
use crate::store::query::plans::Plans;

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
            Command::New => return self.new_part(cx).into_iter().collect(),
            Command::Done => return vec![Effect::Act(Act::Achieved(self.chosen()))],
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
            return self.new_part(cx).into_iter().collect();
        };
        if let Some(folded) = row.folded {
            self.wanted.folds.insert(subject, !folded);
            self.arrange(cx);
            return Vec::new();
        }
        let account = self.plans.as_deref().and_then(|plans| row.of.account(plans));
        vec![Effect::OpenForm(FormOf::edit(subject.0, subject.1, account))]
    }

    /// `n`: what the tree offers at the same place.
    fn new_part(&self, cx: &Cx<'_>) -> Option<Effect> {
        let plans = self.plans.as_deref()?;
        let at = self.current().and_then(|row| item(row.of, plans));
        Some(new_record(plans, at, cx))
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

    /// Marks all initiatives that are shown and not over, which are those that can be moved; or takes all marks away.
    fn mark_all(&mut self) {
        let Some(plans) = self.plans.as_deref() else { return };
        let moves = |row: &&Row| {
            matches!(row.of, Of::Initiative(..))
                && row.of.initiative(plans).is_some_and(|one| !one.standing.is_over())
        };
        let all = self.rows.iter().filter(moves).filter_map(|row| row.of.subject(plans)).collect();
        if self.marks == all {
            self.marks.clear();
        } else {
            self.marks = all;
        }
    }
}

/// What a row is, as the tree has it.
fn item(of: Of, plans: &Plans) -> Option<Item<'_>> {
    Some(match of {
        Of::Without(at) => plans.without.get(at).map(|(account, name)| Item::Without(*account, name))?,
        Of::Plan(_) => Item::Plan(of.plan(plans)?),
        Of::Objective(..) => Item::Objective(of.plan(plans)?, of.objective(plans)?),
        Of::Initiative(..) => Item::Initiative(of.plan(plans)?, of.objective(plans)?, of.initiative(plans)?),
        Of::Milestone(..) => Item::Milestone(of.plan(plans)?, of.initiative(plans)?, of.milestone(plans)?),
    })
}
