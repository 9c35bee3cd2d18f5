//! The clients, the view in front, the client under the cursor.
use ratatui::layout::Rect;

use super::choose::{Asking, Pick};
use super::wish::{Only, View, Wish};
use super::{matrix, view, why};
use crate::command::{Command, Effect};
use crate::domain::Id;
use crate::domain::choice::Tier;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::text::fold;
use crate::domain::value::Value;
use crate::lens::{Cx, Lens, Under, Why};
use crate::store::query::portfolio::{self as answer, Client};
use crate::store::query::{Answer, Query};
use crate::ui::{Cursor, Page, Pen, Seen};

/// Panels in regions and pages: the clients in whichever view; how wide the matrix was.
pub(super) const LIST: u8 = 0;
pub(super) const ACROSS: u8 = 1;

/// All clients.
#[derive(Debug, Default)]
pub struct Portfolio {
    pub(super) all: Option<Box<answer::Portfolio>>,
    pub(super) view: View,
    pub(super) wish: Wish,
    /// Places of the clients shown.
    pub(super) rows: Vec<usize>,
    pub(super) list: Cursor,
    /// Columns and lines that the matrix had.
    pub(super) room: (u16, u16),
    /// What was offered last, by its numbers, and what was asked for.
    pub(super) picks: Vec<Pick>,
    pub(super) asking: Option<Asking>,
    wanted: Option<Id>,
}

impl Portfolio {
    /// The place of the client under the cursor.
    pub(super) fn place(&self) -> Option<usize> {
        self.rows.get(self.list.at).copied()
    }

    /// The client under the cursor.
    pub(super) fn current(&self) -> Option<&Client> {
        self.all.as_ref()?.clients.get(self.place()?)
    }

    /// Brings the clients into the order wished; the cursor stays on its client, or on the one wanted.
    pub(super) fn arrange(&mut self, kept: Option<Id>) {
        let Some(all) = self.all.as_deref() else { return };
        let names = || all.clients.iter().map(|c| fold(&format!("{} {}", c.name, c.sector))).collect();
        self.rows = self.wish.rows(all, self.view, &names);
        let stood = kept
            .and_then(|id| self.rows.iter().position(|at| all.clients.get(*at).is_some_and(|c| c.id == id)));
        self.list.at = stood.unwrap_or(self.list.at);
        self.list.clamp(self.rows.len());
    }

    fn rearrange(&mut self) {
        self.arrange(self.current().map(|c| c.id));
    }

    /// Whether there is a client at all.
    pub(super) fn is_empty(&self) -> bool {
        self.all.as_ref().is_none_or(|all| all.clients.is_empty())
    }

    /// Shows only some of the clients.
    pub(super) fn show_only(&mut self, only: Only) {
        self.wish.only = only;
        self.rearrange();
    }
}

impl Lens for Portfolio {
    fn queries(&self, _cx: &Cx<'_>) -> Vec<Query> {
        vec![Query::Portfolio]
    }

    fn loaded(&mut self, answer: Answer, _cx: &Cx<'_>) -> Vec<Effect> {
        if let Answer::Portfolio(all) = answer {
            let kept = self.wanted.take().or_else(|| self.current().map(|c| c.id));
            self.all = Some(all);
            self.arrange(kept);
        }
        Vec::new()
    }

    fn under(&self) -> Option<Under> {
        let client = self.current()?;
        Some(Under { account: Some(client.id), ..Under::new(Kind::Account, client.id, client.name.clone()) })
    }

    fn can(&self, command: Command, _cx: &Cx<'_>) -> bool {
        let tier = self.current().map(|c| c.tier);
        match command {
            Command::Sort | Command::SortReverse | Command::Filter => !self.is_empty(),
            Command::SetValue => tier.is_some(),
            Command::Promote => tier == Some(Tier::Standard),
            Command::Release => tier == Some(Tier::Key),
            Command::Back => !self.wish.narrowed.is_empty() || self.wish.only != Only::All,
            Command::PanelLeft | Command::PanelRight => self.view == View::Matrix && !self.rows.is_empty(),
            _ if self.view.led(command).is_some() => true,
            _ => !self.rows.is_empty() && Cursor::default().step(command, self.rows.len()),
        }
    }

    fn update(&mut self, command: Command, cx: &Cx<'_>) -> Vec<Effect> {
        if let Some(to) = self.view.led(command) {
            let kept = self.current().map(|c| c.id);
            self.view = to;
            self.arrange(kept);
            return Vec::new();
        }
        match command {
            Command::Sort => self.wish.sort_on(self.view),
            Command::SortReverse => self.wish.reversed = !self.wish.reversed,
            Command::Filter => return self.offer_filters(cx).into_iter().collect(),
            Command::SetValue => return self.offer_values(cx).into_iter().collect(),
            Command::Promote => return self.ask_why(Tier::Key).into_iter().collect(),
            Command::Release => return self.ask_why(Tier::Standard).into_iter().collect(),
            Command::Back if !self.wish.narrowed.is_empty() => self.wish.narrowed.clear(),
            Command::Back => self.wish.only = Only::All,
            _ if self.view == View::Matrix && matrix::walks(command) => {
                if let Some(row) = matrix::walk(self, command) {
                    self.list.stand(row);
                }
                return Vec::new();
            }
            _ => {
                self.list.step(command, self.rows.len());
                return Vec::new();
            }
        }
        self.rearrange();
        Vec::new()
    }

    fn narrow(&mut self, text: &str, _cx: &Cx<'_>) -> Vec<Effect> {
        text.clone_into(&mut self.wish.narrowed);
        self.rearrange();
        Vec::new()
    }

    fn narrowed(&self) -> &str {
        &self.wish.narrowed
    }

    fn stand_on(&mut self, kind: Kind, id: Id, _cx: &Cx<'_>) -> Vec<Effect> {
        if kind == Kind::Account {
            self.wanted = Some(id);
            self.arrange(Some(id));
        }
        Vec::new()
    }

    fn picked(&mut self, number: usize, cx: &Cx<'_>) -> Vec<Effect> {
        self.take_pick(number, cx)
    }

    fn answered(&mut self, value: Value, _cx: &Cx<'_>) -> Result<Vec<Effect>, Explain> {
        Ok(self.take_answer(value).into_iter().collect())
    }

    fn click(&mut self, panel: u8, row: usize, _cx: &Cx<'_>) -> Vec<Effect> {
        if panel == LIST && row < self.rows.len() {
            self.list.stand(row);
        }
        Vec::new()
    }

    fn scroll(&mut self, panel: u8, by: isize, _cx: &Cx<'_>) -> Vec<Effect> {
        if panel == LIST {
            self.list.scroll(by, self.rows.len());
        }
        Vec::new()
    }

    fn saw(&mut self, page: &Page) {
        let drawn = u16::try_from(page.height).unwrap_or(u16::MAX);
        match (page.panel, self.view) {
            (LIST, View::Matrix) => self.room.1 = drawn,
            (LIST, View::Pareto | View::Effort) => self.list.saw(page),
            (ACROSS, _) => self.room.0 = drawn,
            _ => {}
        }
    }

    fn why(&self, cx: &Cx<'_>) -> Option<Why> {
        why::why(self, cx).map(Why::of)
    }

    fn draw(&self, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
        view::draw(self, pen, area, cx)
    }
}
