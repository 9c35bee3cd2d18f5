//! The state of the view: what it shows and how, and what its commands do.
use ratatui::layout::Rect;

use super::offer::{Pick, Wish};
use super::order::Filter;
use super::selection::Selection;
use super::{board, page, table, title};
use crate::command::{Command, Effect, LensKind, Only, Rows};
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::value::Value;
use crate::lens::{Cx, Lens, Under, Why};
use crate::report::pipeline::why;
use crate::store::query::pipeline::SalePage;
use crate::store::query::{Answer, Query};
use crate::ui::{Cursor, Page, Pen, Seen};

/// Panels, as regions and pages count them.
pub(super) const SALES: u8 = 0;
pub(super) const DETAILS: u8 = 1;

/// The possible sales.
#[derive(Debug, Default)]
pub struct Pipeline {
    pub(super) chosen: Selection,
    /// One row a sale instead of the board.
    pub(super) as_table: bool,
    /// Which rows of the table are in sight.
    pub(super) cursor: Cursor,
    /// The sale under the cursor whole, once loaded.
    pub(super) page: Option<Box<SalePage>>,
    /// The page has the keys; in a narrow screen it is all there is.
    pub(super) reading: bool,
    /// What of the page is under the cursor.
    pub(super) item: usize,
    /// Lines of the page that were turned beyond the one under the cursor.
    pub(super) turned: usize,
    /// What was offered last, by the numbers under which it comes back.
    pub(super) offered: Vec<Pick>,
    /// What was asked for last, and of which sale.
    pub(super) wish: Option<(Wish, Id)>,
}

const fn walks(command: Command) -> bool {
    command.walks() && !matches!(command, Command::PanelLeft | Command::PanelRight)
}

impl Pipeline {
    /// The page of the sale under the cursor, where it is known.
    pub(super) fn details(&self) -> Option<&SalePage> {
        let id = self.chosen.id()?;
        self.page.as_deref().filter(|page| page.sale.deal.id == id)
    }

    fn ask(&self) -> Vec<Effect> {
        self.chosen.id().map(|id| Effect::load(LensKind::Growth, Query::Sale(id))).into_iter().collect()
    }

    /// Asks for the page if another sale is under the cursor than before.
    fn moved(&mut self, before: Option<Id>) -> Vec<Effect> {
        if self.chosen.id() == before {
            return Vec::new();
        }
        (self.item, self.turned) = (0, 0);
        self.ask()
    }
}

impl Lens for Pipeline {
    fn queries(&self, cx: &Cx<'_>) -> Vec<Query> {
        vec![Query::Pipeline(cx.scope)]
    }

    fn loaded(&mut self, answer: Answer, cx: &Cx<'_>) -> Vec<Effect> {
        match answer {
            Answer::Pipeline(known) => {
                let before = self.chosen.id();
                self.chosen.take(known, cx);
                if self.chosen.id() != before {
                    (self.item, self.turned) = (0, 0);
                }
                self.reading &= self.chosen.current().is_some();
                self.ask()
            }
            Answer::Sale(page) => {
                self.page = Some(page);
                self.item = self.item.min(page::items(self).len().saturating_sub(1));
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    fn under(&self) -> Option<Under> {
        if let Some(under) = page::under(self).filter(|_| self.reading) {
            return Some(under);
        }
        let sale = self.chosen.current()?;
        let under = Under::new(Kind::Opportunity, sale.deal.id, sale.deal.name.clone());
        Some(Under { account: Some(sale.account), ..under })
    }

    fn records(&self, _cx: &Cx<'_>) -> Option<Rows> {
        let sales = (0..self.chosen.rows.len()).filter_map(|row| self.chosen.sale(row));
        Some(Rows::Records(Kind::Opportunity, sales.map(|sale| sale.deal.id).collect()))
    }

    fn can(&self, command: Command, _cx: &Cx<'_>) -> bool {
        let sale = self.chosen.current();
        let item = self.reading && !page::items(self).is_empty();
        match command {
            Command::Open if self.reading => item,
            Command::New => true,
            Command::Axis | Command::Filter => !self.chosen.all().is_empty(),
            Command::Sort | Command::SortReverse => self.chosen.rows.len() > 1,
            Command::Done => !self.reading && sale.is_some_and(|sale| sale.deal.is_open()),
            Command::Back => {
                self.reading || !self.chosen.text.is_empty() || self.chosen.filter != Filter::Current
            }
            Command::Open
            | Command::SetValue
            | Command::PanelLeft
            | Command::PanelRight
            | Command::Earlier
            | Command::Later
            | Command::MoveLeft
            | Command::MoveRight => sale.is_some(),
            command => walks(command) && sale.is_some(),
        }
    }

    fn word(&self, command: Command) -> Option<&'static str> {
        match command {
            Command::Done => Some("pipeline-key-won"),
            Command::Axis if self.as_table => Some("pipeline-key-board"),
            Command::Axis => Some("pipeline-key-table"),
            Command::Earlier => Some("pipeline-key-earlier"),
            Command::Later => Some("pipeline-key-later"),
            _ => None,
        }
    }

    fn update(&mut self, command: Command, cx: &Cx<'_>) -> Vec<Effect> {
        let before = self.chosen.id();
        let mut effects = self.act(command, cx);
        effects.extend(self.moved(before));
        effects
    }

    fn narrow(&mut self, text: &str, cx: &Cx<'_>) -> Vec<Effect> {
        let before = self.chosen.id();
        self.reading = false;
        self.chosen.narrow(text, cx);
        self.moved(before)
    }

    fn narrowed(&self) -> &str {
        &self.chosen.text
    }

    fn stand_on(&mut self, kind: Kind, id: Id, _cx: &Cx<'_>) -> Vec<Effect> {
        if kind == Kind::Opportunity {
            self.chosen.want(id);
        }
        Vec::new()
    }

    fn only(&mut self, _only: Only) {}

    fn picked(&mut self, number: usize, cx: &Cx<'_>) -> Vec<Effect> {
        let before = self.chosen.id();
        let mut effects = self.take_pick(number, cx);
        effects.extend(self.moved(before));
        effects
    }

    fn answered(&mut self, value: Value, _cx: &Cx<'_>) -> Result<Vec<Effect>, Explain> {
        Ok(self.take_answer(value))
    }

    fn click_head(&mut self, _panel: u8, column: usize, cx: &Cx<'_>) -> Vec<Effect> {
        let before = self.chosen.id();
        if let Some(sort) = table::sort_of(column) {
            self.chosen.reversed = self.chosen.sort == sort && !self.chosen.reversed;
            self.chosen.sort = sort;
            self.chosen.arrange(cx);
        }
        self.moved(before)
    }

    fn click(&mut self, panel: u8, row: usize, _cx: &Cx<'_>) -> Vec<Effect> {
        self.reading = panel == DETAILS;
        if self.reading {
            self.item = row;
            return Vec::new();
        }
        let before = self.chosen.id();
        self.chosen.stand(row);
        self.moved(before)
    }

    fn scroll(&mut self, panel: u8, by: isize, _cx: &Cx<'_>) -> Vec<Effect> {
        if panel == DETAILS || self.reading {
            self.turned = self.turned.saturating_add_signed(by);
            return Vec::new();
        }
        let before = self.chosen.id();
        if self.as_table {
            self.cursor.stand(self.chosen.at());
            self.cursor.scroll(by, self.chosen.rows.len());
            self.chosen.stand(self.cursor.at);
        } else {
            for _ in 0..by.unsigned_abs() {
                self.walk(if by < 0 { Command::Up } else { Command::Down });
            }
        }
        self.moved(before)
    }

    fn saw(&mut self, page: &Page) {
        match page.panel {
            DETAILS => self.turned = self.turned.min(page.first),
            _ => self.cursor.saw(page),
        }
    }

    fn why(&self, cx: &Cx<'_>) -> Option<Why> {
        let known = self.chosen.known.as_ref().filter(|known| !known.sales.is_empty())?;
        Some(Why::of(why(known, self.chosen.current(), &cx.values())))
    }

    fn draw(&self, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
        let Some(known) = &self.chosen.known else { return Seen::default() };
        let beside = if self.as_table { page::BESIDE_TABLE } else { page::BESIDE_BOARD };
        if self.reading && area.width < beside {
            return page::draw(self, pen, area, cx);
        }
        let body = title::draw(self, known, pen, area, cx);
        if self.chosen.rows.is_empty() {
            title::nothing(self, pen, body, cx);
            return Seen::default();
        }
        let (left, right) = if area.width < beside {
            (Rect { width: body.width.saturating_sub(1), ..body }, None)
        } else {
            let (left, right) = crate::ui::panel::split(pen, body, 66);
            (left, Some(right))
        };
        let mut seen = if self.as_table || pen.is_taking() {
            table::draw(self, pen, left, cx)
        } else {
            board::draw(self, pen, left, right.is_none(), cx)
        };
        if let Some(right) = right {
            seen.add(page::draw(self, pen, right, cx));
        }
        seen
    }
}
