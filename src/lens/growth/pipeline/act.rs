//! What the commands of the view do.
use super::order::Filter;
use super::page;
use super::selection::Lane;
use super::state::Pipeline;
use crate::command::{Command, Effect, FormOf};
use crate::domain::choice::{Choice, Stage};
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::pipeline::course::{earlier, later};
use crate::domain::value::Value;
use crate::lens::Cx;
use crate::store::act::Act;
use crate::ui::Cursor;

impl Pipeline {
    /// The sale comes to the stage before or after its own.
    fn step(&self, command: Command) -> Vec<Effect> {
        let Some(sale) = self.chosen.current() else { return Vec::new() };
        let forward = matches!(command, Command::Later | Command::MoveRight);
        let stage = sale.deal.stage;
        let to = if forward { later(stage) } else { earlier(stage, &sale.moments) };
        let end = match stage {
            Stage::Won => "pipeline-is-won",
            Stage::Lost => "pipeline-is-lost",
            _ => "pipeline-is-first",
        };
        vec![match to {
            Some(to) => Effect::Act(Act::Stage(sale.deal.id, to, None)),
            None => Effect::Notify(Explain::new(end).with("name", &sale.deal.name)),
        }]
    }

    /// To the next lane in which there is something, at about the same height.
    fn aside(&mut self, right: bool) {
        let lanes = self.chosen.lanes();
        let Some(stage) = self.chosen.current().map(|sale| sale.deal.stage) else { return };
        let (lane, row) = (Lane::of(stage), self.chosen.at());
        let height = lanes.get(lane).and_then(|rows| rows.iter().position(|r| *r == row)).unwrap_or(0);
        let filled = |at: &usize| lanes.get(*at).is_some_and(|rows| !rows.is_empty());
        let next = if right { (lane + 1..lanes.len()).find(filled) } else { (0..lane).rev().find(filled) };
        let rows = next.and_then(|at| lanes.get(at));
        if let Some(row) = rows.and_then(|rows| rows.get(height).or(rows.last())) {
            self.chosen.stand(*row);
        }
    }

    /// Up and down: in the lane, or in the table.
    pub(super) fn walk(&mut self, command: Command) {
        let row = self.chosen.at();
        if self.as_table {
            self.cursor.stand(row);
            self.cursor.step(command, self.chosen.rows.len());
            self.chosen.stand(self.cursor.at);
            return;
        }
        let lanes = self.chosen.lanes();
        let Some(lane) = lanes.iter().find(|rows| rows.contains(&row)) else { return };
        let mut cursor = Cursor::default();
        cursor.stand(lane.iter().position(|r| *r == row).unwrap_or(0));
        cursor.step(command, lane.len());
        if let Some(row) = lane.get(cursor.at) {
            self.chosen.stand(*row);
        }
    }

    /// One layer up: out of the page, then the search, the filter.
    fn back(&mut self, cx: &Cx<'_>) {
        if self.reading {
            self.reading = false;
        } else if !self.chosen.text.is_empty() {
            self.chosen.narrow("", cx);
        } else if self.chosen.filter != Filter::Current {
            self.chosen.filter = Filter::Current;
            self.chosen.arrange(cx);
        }
    }

    /// `n`: on the page somebody's part in the sale, else a sale in the stage and of the account of the one under the cursor.
    fn new_record(&self, cx: &Cx<'_>) -> Effect {
        let sale = self.chosen.current();
        if let Some(sale) = sale.filter(|_| self.reading) {
            let preset = vec![("opportunity", Value::Link(sale.deal.id))];
            let form = FormOf::new(Kind::Involvement, Some(sale.account));
            return Effect::OpenForm(FormOf { preset, ..form });
        }
        let account = cx.scope.or_else(|| sale.map(|sale| sale.account));
        let mut form = FormOf::new(Kind::Opportunity, account);
        form.preset.extend(account.map(|id| ("account", Value::Link(id))));
        let stage = sale.filter(|sale| sale.deal.is_open() && !self.as_table).map(|sale| sale.deal.stage);
        form.preset.extend(stage.map(|stage| ("stage", Value::Choice(stage.name()))));
        Effect::OpenForm(form)
    }

    pub(super) fn act(&mut self, command: Command, cx: &Cx<'_>) -> Vec<Effect> {
        match command {
            Command::Open if self.reading => return page::open(self),
            Command::Open => self.reading = true,
            Command::PanelLeft if self.reading => self.reading = false,
            Command::PanelRight if self.as_table => self.reading = true,
            Command::PanelLeft | Command::PanelRight => self.aside(command == Command::PanelRight),
            Command::Axis => (self.as_table, self.reading) = (!self.as_table, false),
            Command::Sort => {
                self.chosen.sort = self.chosen.sort.next(cx.scope.is_none());
                self.chosen.reversed = false;
                self.chosen.arrange(cx);
            }
            Command::SortReverse => {
                self.chosen.reversed = !self.chosen.reversed;
                self.chosen.arrange(cx);
            }
            Command::Filter => return vec![self.offer_filters(cx)],
            Command::SetValue => return self.offer_values(cx),
            Command::Earlier | Command::Later | Command::MoveLeft | Command::MoveRight => {
                return self.step(command);
            }
            Command::Done => {
                let won = self.chosen.id().map(|id| Effect::Act(Act::Stage(id, Stage::Won, None)));
                return won.into_iter().collect();
            }
            Command::New => return vec![self.new_record(cx)],
            Command::Back => self.back(cx),
            command if self.reading => page::walk(self, command),
            command => self.walk(command),
        }
        Vec::new()
    }
}
