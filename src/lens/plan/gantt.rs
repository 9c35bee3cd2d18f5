//! The plans as bars on a line of time. Arrows up and down walk through the rows, left and right through time; `<` `>` and the
//! shifted arrows move the bar under the cursor, or all that are marked.
mod act;
mod draw;
mod foot;
mod line;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use ratatui::layout::Rect;

use crate::command::{Command, Effect};
use crate::domain::Id;
use crate::domain::gantt::{Link, Scale, Zoom};
use crate::domain::kind::Kind;
use crate::lens::{Cx, Lens, Mode, Under, Why};
use crate::report::gantt::rows::{Row, rows};
use crate::report::gantt::wanted::{Only, Wanted};
use crate::report::gantt::whole;
use crate::store::query::plans::Plans;
use crate::store::query::{Answer, Query, Scope};
use crate::ui::{Cursor, Page, Pen, Seen, Span, found};

/// Panels of the view, as regions and pages count them; the second one says how wide the chart was drawn.
const ROWS: u8 = 0;
const ACROSS: u8 = 1;

/// The chart.
#[derive(Debug, Default)]
pub struct Gantt {
    plans: Option<Box<Plans>>,
    rows: Vec<Row>,
    links: Vec<Link>,
    wanted: Wanted,
    /// The words of the narrowing, to be marked in names.
    sought: found::Sought,
    cursor: Cursor,
    zoom: Zoom,
    /// The first day in sight, once the user has walked through time.
    first: Option<NaiveDate>,
    /// The day that is to be in sight else; today if none.
    focus: Option<NaiveDate>,
    /// Cells of the chart as it was drawn last.
    cells: usize,
    /// What was marked, to be moved together.
    marks: BTreeSet<(Kind, Id)>,
    /// Where to stand once it is there.
    aim: Option<(Kind, Id)>,
    shown: Option<Scope>,
}

impl Gantt {
    /// The row under the cursor.
    fn current(&self) -> Option<&Row> {
        self.rows.get(self.cursor.at)
    }

    fn subject(&self, row: &Row) -> Option<(Kind, Id)> {
        row.of.subject(self.plans.as_deref()?)
    }

    /// The record under the cursor.
    fn here(&self) -> Option<(Kind, Id)> {
        self.subject(self.current()?)
    }

    /// The days in sight in so many cells.
    fn scale(&self, cells: usize, cx: &Cx<'_>) -> Scale {
        let focus = self.focus.unwrap_or(cx.today);
        Scale::new(self.zoom, whole(&self.rows, &cx.values()), self.first, focus, cells)
    }

    /// Makes the rows anew; the cursor stays on its record.
    fn arrange(&mut self, cx: &Cx<'_>) {
        let wanted = self.aim.or_else(|| self.here());
        let Some(plans) = self.plans.as_deref() else { return };
        (self.rows, self.links) = rows(plans, &self.wanted, &cx.values());
        let found =
            wanted.and_then(|one| self.rows.iter().position(|row| row.of.subject(plans) == Some(one)));
        if let Some(at) = found {
            self.cursor.stand(at);
            self.aim = None;
        }
        self.cursor.clamp(self.rows.len());
        // What nobody sees is not moved.
        let shown: BTreeSet<_> = self.rows.iter().filter_map(|row| row.of.subject(plans)).collect();
        self.marks.retain(|one| shown.contains(one));
    }

    /// Walks through time until something of the bar under the cursor is in sight.
    fn look(&mut self, cx: &Cx<'_>) {
        let Some(bar) = self.current().and_then(|row| row.bar.as_ref()) else { return };
        let (from, seen) = (bar.span.from, self.scale(self.cells.max(1), cx).span());
        if bar.span.to < seen.from || from > seen.to {
            self.first = None;
            self.focus = Some(from);
        }
    }

    /// Shows a record that is hidden: unfolds what it stands in, and shows all where it is not among what is shown.
    fn reveal(&mut self, (kind, id): (Kind, Id), cx: &Cx<'_>) {
        let Some(plans) = self.plans.as_deref() else { return };
        let mut open = Vec::new();
        for (plan, objective, initiative) in plans.initiatives() {
            let holds = initiative.milestones.iter().any(|m| kind == Kind::Milestone && m.id == id);
            let promised = initiative.promises.iter().any(|p| kind == Kind::Commitment && p.id == id);
            let number = initiative.initiative.head.id;
            if holds || promised || (kind == Kind::Initiative && number == id) {
                open.push((Kind::Plan, plan.plan.head.id));
                open.push((Kind::Objective, objective.objective.head.id));
                if holds {
                    open.push((Kind::Initiative, number));
                }
                // A promise has no row: its initiative has.
                self.aim = Some(if promised { (Kind::Initiative, number) } else { (kind, id) });
            }
        }
        for plan in &plans.plans {
            if kind == Kind::Objective && plan.objectives.iter().any(|o| o.objective.head.id == id) {
                open.push((Kind::Plan, plan.plan.head.id));
            }
        }
        self.wanted.folds.extend(open.into_iter().map(|one| (one, false)));
        self.arrange(cx);
        if self.aim.is_some() && self.wanted.is_narrowed() {
            self.show_all(cx);
        }
        self.look(cx);
    }

    /// Leaves nothing out any more.
    fn show_all(&mut self, cx: &Cx<'_>) {
        self.wanted.only = Only::All;
        self.wanted.text.clear();
        self.sought = found::Sought::default();
        self.arrange(cx);
    }

    /// Takes the plans as they are now.
    fn take(&mut self, plans: Box<Plans>, cx: &Cx<'_>) {
        if self.shown != Some(cx.scope) {
            self.shown = Some(cx.scope);
            (self.first, self.focus) = (None, None);
            self.marks.clear();
        }
        // The old rows belong to the old plans: what stands under the cursor is asked of them before.
        let here = self.here();
        self.plans = Some(plans);
        self.aim = self.aim.or(here);
        self.arrange(cx);
        if let Some(aim) = self.aim {
            self.reveal(aim, cx);
        }
        self.aim = None;
        self.look(cx);
    }
}

impl Lens for Gantt {
    fn queries(&self, cx: &Cx<'_>) -> Vec<Query> {
        vec![Query::Plans(cx.scope)]
    }

    fn loaded(&mut self, answer: Answer, cx: &Cx<'_>) -> Vec<Effect> {
        if let Answer::Plans(plans) = answer {
            self.take(plans, cx);
        }
        Vec::new()
    }

    fn under(&self) -> Option<Under> {
        let row = self.current()?;
        let (kind, id) = self.subject(row)?;
        let account = row.of.account(self.plans.as_deref()?);
        Some(Under { account, ..Under::new(kind, id, row.name.clone()) })
    }

    fn can(&self, command: Command, cx: &Cx<'_>) -> bool {
        self.does(command, cx)
    }

    fn mode(&self) -> Mode {
        Mode::Grid
    }

    fn word(&self, command: Command) -> Option<&'static str> {
        self.called(command)
    }

    fn remark(&self, cx: &Cx<'_>) -> Vec<Span> {
        line::remark(self, cx)
    }

    fn update(&mut self, command: Command, cx: &Cx<'_>) -> Vec<Effect> {
        self.act(command, cx)
    }

    fn narrow(&mut self, text: &str, cx: &Cx<'_>) -> Vec<Effect> {
        if text != self.wanted.text {
            text.clone_into(&mut self.wanted.text);
            self.sought = found::Sought::new([text]);
            self.arrange(cx);
            self.look(cx);
        }
        Vec::new()
    }

    fn narrowed(&self) -> &str {
        &self.wanted.text
    }

    fn stand_on(&mut self, kind: Kind, id: Id, cx: &Cx<'_>) -> Vec<Effect> {
        if matches!(
            kind,
            Kind::Plan | Kind::Objective | Kind::Initiative | Kind::Milestone | Kind::Commitment
        ) {
            self.aim = Some((kind, id));
            self.reveal((kind, id), cx);
        }
        Vec::new()
    }

    fn click(&mut self, _panel: u8, row: usize, cx: &Cx<'_>) -> Vec<Effect> {
        self.cursor.stand(row.min(self.rows.len().saturating_sub(1)));
        self.look(cx);
        Vec::new()
    }

    fn scroll(&mut self, _panel: u8, by: isize, cx: &Cx<'_>) -> Vec<Effect> {
        self.cursor.scroll(by, self.rows.len());
        self.look(cx);
        Vec::new()
    }

    fn saw(&mut self, page: &Page) {
        match page.panel {
            ACROSS => self.cells = page.height,
            _ => self.cursor.saw(page),
        }
    }

    fn why(&self, cx: &Cx<'_>) -> Option<Why> {
        foot::why(self, cx)
    }

    fn draw(&self, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
        draw::draw(self, pen, area, cx)
    }
}

impl Gantt {
    /// What is done to a bar is done to these: what is marked, else what is under the cursor.
    fn chosen(&self) -> Vec<(Kind, Id)> {
        if self.marks.is_empty() {
            self.here().into_iter().collect()
        } else {
            self.marks.iter().copied().collect()
        }
    }
}
