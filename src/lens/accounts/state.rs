//! Which account, which row, and what the keys do.
use ratatui::layout::Rect;

use super::lines::Line;
use super::view;
use super::why::why;
use super::wish::{Item, Wish};
use crate::command::{Command, Effect, Rows};
use crate::domain::Id;
use crate::domain::kind::Kind;
use crate::lens::{Cx, Lens, Under, Why};
use crate::store::query::account::AccountPage;
use crate::store::query::accounts::AccountRow;
use crate::store::query::{Answer, Query};
use crate::ui::{Cursor, Page, Pen, Seen};

/// Panels in regions and pages: the list, the page in one column, its left and its right column.
pub(super) const LIST: u8 = 0;
pub(super) const WHOLE: u8 = 1;
pub(super) const LEFT: u8 = 2;
pub(super) const RIGHT: u8 = 3;

/// Accounts.
#[derive(Debug, Default)]
pub struct Accounts {
    pub(super) rows: Vec<AccountRow>,
    pub(super) items: Vec<Item>,
    pub(super) list: Cursor,
    pub(super) wish: Wish,
    pub(super) page: Option<Box<AccountPage>>,
    pub(super) lines: Vec<Line>,
    /// The sentences of what is worth a thought.
    pub(super) told: Vec<String>,
    /// The line of the page under the cursor.
    pub(super) at: usize,
    /// Where each drawing of the page has scrolled to: whole, left, right.
    pub(super) scrolled: [Cursor; 3],
    /// The keys go to the page.
    pub(super) on_page: bool,
    /// The page was drawn in two columns.
    pub(super) columns: bool,
    /// The page was drawn at all.
    pub(super) drawn: bool,
    pub(super) scope: Option<Id>,
    pub(super) wanted: Option<(Kind, Id)>,
}

impl Accounts {
    /// Whether the keys go to the page: always with a scope.
    pub(super) const fn in_page(&self) -> bool {
        self.on_page || self.scope.is_some()
    }
}

impl Lens for Accounts {
    fn queries(&self, cx: &Cx<'_>) -> Vec<Query> {
        match cx.scope {
            Some(id) => vec![Query::Account(id)],
            None => vec![Query::Accounts],
        }
    }

    fn loaded(&mut self, answer: Answer, cx: &Cx<'_>) -> Vec<Effect> {
        if self.scope != cx.scope {
            // Coming back from an account, the list stands on it.
            let left = self.scope.map(|id| (Kind::Account, id)).filter(|_| cx.scope.is_none());
            self.wanted = self.wanted.or(left);
            self.scope = cx.scope;
            self.on_page = false;
        }
        match answer {
            Answer::Accounts(rows) if cx.scope.is_none() => self.take_rows(rows),
            Answer::Account(page) => {
                let id = page.account.head.id;
                if cx.scope.or_else(|| self.chosen().map(|r| r.id)) == Some(id) {
                    self.told = page.checkup.insights.iter().map(|i| cx.words.say(&i.explain)).collect();
                    self.take_page(page);
                }
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    fn under(&self) -> Option<Under> {
        if self.in_page() {
            return self.under_page();
        }
        let row = self.chosen()?;
        Some(Under { account: Some(row.id), ..Under::new(Kind::Account, row.id, row.name.clone()) })
    }

    fn records(&self, _cx: &Cx<'_>) -> Option<Rows> {
        let id = |item: &Item| match item {
            Item::Account(at) => self.rows.get(*at).map(|row| row.id),
            Item::Head(..) | Item::Gap => None,
        };
        Some(Rows::Records(Kind::Account, self.items.iter().filter_map(id).collect()))
    }

    fn can(&self, command: Command, _cx: &Cx<'_>) -> bool {
        match command {
            Command::New => true,
            Command::Open if self.in_page() => {
                matches!(
                    self.lines.get(self.at),
                    Some(
                        Line::Empty(_)
                            | Line::Title
                            | Line::Fact(_)
                            | Line::Note(_)
                            | Line::Part(_)
                            | Line::Insight(_)
                    )
                )
            }
            Command::Open => self.chosen().is_some(),
            Command::Sort | Command::SortReverse | Command::Filter => {
                !self.in_page() && !self.rows.is_empty()
            }
            Command::MoveUp => self.moved(-1).is_some(),
            Command::MoveDown => self.moved(1).is_some(),
            Command::Back => self.in_page() || !self.wish.narrowed.is_empty(),
            Command::PanelLeft => self.in_page() && (self.column() == RIGHT || self.scope.is_none()),
            Command::PanelRight if self.in_page() => self.column() == LEFT && self.side(true).is_some(),
            Command::PanelRight => self.drawn && self.page.is_some(),
            _ => {
                let len = if self.in_page() { self.walk().len() } else { self.items.len() };
                len > 0 && Cursor::default().step(command, len)
            }
        }
    }

    fn update(&mut self, command: Command, cx: &Cx<'_>) -> Vec<Effect> {
        match command {
            Command::New => vec![self.new_record()],
            Command::Open => self.open(cx),
            Command::Sort | Command::SortReverse | Command::Filter => self.wish_changed(command),
            Command::MoveUp | Command::MoveDown => {
                let by = if command == Command::MoveUp { -1 } else { 1 };
                self.moved(by).into_iter().collect()
            }
            Command::Back if self.scope.is_some() => vec![Effect::Scope(None)],
            Command::Back if self.on_page => {
                self.on_page = false;
                Vec::new()
            }
            Command::Back => self.narrow("", cx),
            Command::PanelLeft | Command::PanelRight => {
                self.panel(command);
                Vec::new()
            }
            _ if self.in_page() => {
                self.step_page(command);
                Vec::new()
            }
            _ => {
                let items = &self.items;
                let stands = |row: usize| matches!(items.get(row), Some(Item::Account(_)));
                self.list.step_over(command, items.len(), stands);
                self.ask_page()
            }
        }
    }

    fn narrow(&mut self, text: &str, _cx: &Cx<'_>) -> Vec<Effect> {
        if self.scope.is_some() {
            return Vec::new();
        }
        let kept = self.chosen().map(|r| r.id);
        self.on_page = false;
        text.clone_into(&mut self.wish.narrowed);
        self.arrange(kept);
        self.ask_page()
    }

    fn narrowed(&self) -> &str {
        &self.wish.narrowed
    }

    fn stand_on(&mut self, kind: Kind, id: Id, _cx: &Cx<'_>) -> Vec<Effect> {
        self.wanted = Some((kind, id));
        Vec::new()
    }

    fn click(&mut self, panel: u8, row: usize, _cx: &Cx<'_>) -> Vec<Effect> {
        if panel == LIST {
            self.on_page = false;
            if self.stands_in_list(row) {
                self.list.stand(row);
            }
            return self.ask_page();
        }
        if self.page.is_some() && panel <= RIGHT {
            self.on_page = true;
            if self.lines.get(row).is_some_and(|l| l.stands()) {
                self.at = row;
            }
        }
        Vec::new()
    }

    fn scroll(&mut self, panel: u8, by: isize, _cx: &Cx<'_>) -> Vec<Effect> {
        if panel == LIST && self.scope.is_none() {
            let (len, items) = (self.items.len(), &self.items);
            self.list.scroll(by, len);
            self.list.settle(by > 0, len, |row| matches!(items.get(row), Some(Item::Account(_))));
            self.on_page = false;
            return self.ask_page();
        }
        self.on_page = self.page.is_some();
        for _ in 0..by.unsigned_abs() {
            self.step_page(if by > 0 { Command::Down } else { Command::Up });
        }
        Vec::new()
    }

    fn saw(&mut self, page: &Page) {
        match page.panel {
            LIST => {
                self.list.saw(page);
                self.drawn = false;
            }
            WHOLE | LEFT | RIGHT => {
                self.scrolled[usize::from(page.panel - WHOLE)].saw(page);
                self.drawn = true;
                self.columns = page.panel != WHOLE;
            }
            _ => {}
        }
    }

    fn why(&self, cx: &Cx<'_>) -> Option<Why> {
        let page = self.page.as_deref().filter(|_| self.in_page())?;
        why(page, *self.lines.get(self.at)?, cx).map(Why::of)
    }

    fn draw(&self, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
        view::draw(self, pen, area, cx)
    }
}
