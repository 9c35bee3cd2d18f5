//! Which account, which row, and what the keys do.
use ratatui::layout::Rect;

use super::lines::{Line, lines, record};
use super::list::{Item, Sort, Wish};
use super::view;
use crate::command::{Command, Effect, FormOf, LensKind};
use crate::domain::Id;
use crate::domain::choice::{Choice, Side, Tier};
use crate::domain::kind::Kind;
use crate::domain::value::Value;
use crate::lens::{Cx, Lens, Place, Under, Why};
use crate::store::act::Act;
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
    /// The line of the page under the cursor.
    pub(super) at: usize,
    /// Where each drawing of the page has scrolled to: whole, left, right.
    pub(super) scrolled: [Cursor; 3],
    /// The keys go to the page.
    pub(super) on_page: bool,
    /// The page was drawn in two columns.
    columns: bool,
    /// The page was drawn at all.
    drawn: bool,
    scope: Option<Id>,
    wanted: Option<(Kind, Id)>,
}

impl Accounts {
    /// The account under the cursor of the list.
    pub(super) fn chosen(&self) -> Option<&AccountRow> {
        match self.items.get(self.list.at)? {
            Item::Account(i) => self.rows.get(*i),
            Item::Head(..) | Item::Gap => None,
        }
    }

    fn stands_in_list(&self, row: usize) -> bool {
        matches!(self.items.get(row), Some(Item::Account(_)))
    }

    fn take_rows(&mut self, rows: Vec<AccountRow>) -> Vec<Effect> {
        let before = self.chosen().map(|r| r.id);
        let wanted = self.wanted.filter(|w| w.0 == Kind::Account).map(|w| w.1).or(before);
        self.wanted = None;
        self.rows = rows;
        self.arrange(wanted);
        self.ask_page()
    }

    /// Makes the list anew and stands on an account, if it is there.
    fn arrange(&mut self, wanted: Option<Id>) {
        self.items = self.wish.items(&self.rows);
        let is = |item: &Item| matches!(item, Item::Account(i) if self.rows.get(*i).map(|r| r.id) == wanted);
        if let Some(row) = self.items.iter().position(is) {
            self.list.stand(row);
        }
        let (len, items) = (self.items.len(), &self.items);
        self.list.clamp(len);
        self.list.settle(true, len, |row| matches!(items.get(row), Some(Item::Account(_))));
    }

    fn take_page(&mut self, page: Box<AccountPage>) {
        let same = self.page.as_ref().is_some_and(|p| p.account.head.id == page.account.head.id);
        let before = self.wanted.take().or_else(|| self.record_at().filter(|_| same));
        self.lines = lines(&page);
        let found = self.lines.iter().position(|l| before.is_some() && record(&page, *l) == before);
        self.page = Some(page);
        if !same {
            self.scrolled = Default::default();
        }
        self.at = found.unwrap_or(if same { self.at } else { 0 });
        self.settle_line();
    }

    fn record_at(&self) -> Option<(Kind, Id)> {
        record(self.page.as_deref()?, *self.lines.get(self.at)?)
    }

    /// The line under the cursor is one on which it may stand.
    fn settle_line(&mut self) {
        let mut cursor = Cursor::default();
        cursor.stand(self.at);
        cursor.clamp(self.lines.len());
        let lines = &self.lines;
        cursor.settle(true, lines.len(), |i| lines.get(i).is_some_and(|l| l.stands()));
        self.at = cursor.at;
    }

    /// Asks for the page of the account under the cursor.
    fn ask_page(&mut self) -> Vec<Effect> {
        let Some(id) = self.chosen().map(|r| r.id) else {
            self.page = None;
            self.lines.clear();
            self.on_page = false;
            return Vec::new();
        };
        vec![Effect::load(LensKind::Accounts, Query::Account(id))]
    }

    /// Whether the keys go to the page: always with a scope.
    pub(super) const fn in_page(&self) -> bool {
        self.on_page || self.scope.is_some()
    }

    /// The lines that the cursor walks through: of two columns those of its own.
    fn walk(&self) -> Vec<usize> {
        let right = self.lines.get(self.at).is_some_and(|l| l.section().right());
        let of_column = |l: &Line| !self.columns || l.section().right() == right;
        let lines = self.lines.iter().enumerate();
        lines.filter(|(_, l)| l.stands() && of_column(l)).map(|(i, _)| i).collect()
    }

    fn step_page(&mut self, command: Command) -> bool {
        let walk = self.walk();
        let Some(place) = walk.iter().position(|i| *i == self.at) else { return false };
        let mut cursor = self.scrolled[usize::from(self.column() - WHOLE)];
        cursor.stand(place);
        let moved = cursor.step(command, walk.len());
        self.at = walk.get(cursor.at).copied().unwrap_or(self.at);
        moved
    }

    /// The panel in which the cursor of the page stands.
    pub(super) fn column(&self) -> u8 {
        match (self.columns, self.lines.get(self.at).is_some_and(|l| l.section().right())) {
            (false, _) => WHOLE,
            (true, false) => LEFT,
            (true, true) => RIGHT,
        }
    }

    fn side(&self, right: bool) -> Option<usize> {
        self.lines.iter().position(|l| l.stands() && l.section().right() == right)
    }

    /// Goes to the panel at the left or right, if there is one: list, left column, right column.
    fn panel(&mut self, command: Command) -> bool {
        let to_right = command == Command::PanelRight;
        if !self.in_page() {
            self.on_page = to_right && self.drawn && self.page.is_some();
            return self.on_page;
        }
        match (self.column(), to_right) {
            (LEFT, true) | (RIGHT, false) => {
                let other = self.side(to_right);
                self.at = other.unwrap_or(self.at);
                other.is_some()
            }
            (_, false) if self.scope.is_none() => {
                self.on_page = false;
                true
            }
            _ => false,
        }
    }

    /// The key accounts with the one under the cursor moved by one place; `None` where it cannot move.
    fn moved(&self, by: isize) -> Option<Effect> {
        if self.in_page() || self.wish.sort != Sort::Own || self.wish.reversed {
            return None;
        }
        let moved = self.chosen().filter(|r| r.tier == Tier::Key)?.id;
        let mut keys: Vec<Id> = self.rows.iter().filter(|r| r.tier == Tier::Key).map(|r| r.id).collect();
        let from = keys.iter().position(|k| *k == moved)?;
        let to = from.checked_add_signed(by).filter(|to| *to < keys.len())?;
        keys.swap(from, to);
        Some(Effect::Act(Act::Arrange(keys, moved)))
    }

    fn new_record(&self) -> Effect {
        let Some(account) = self.page.as_ref().map(|p| p.account.head.id).filter(|_| self.in_page()) else {
            return Effect::OpenForm(FormOf::new(Kind::Account, None));
        };
        let section = self.lines.get(self.at).map(|l| l.section());
        let kind = section.map_or(Kind::Person, super::lines::Section::kind);
        let mut preset = vec![("account", Value::Link(account))];
        let side = match section {
            Some(super::lines::Section::Ours) => Some(Side::Ours),
            Some(super::lines::Section::Theirs) => Some(Side::Theirs),
            _ => None,
        };
        preset.extend(side.map(|s| ("side", Value::Choice(s.name()))));
        Effect::OpenForm(FormOf { preset, ..FormOf::new(kind, Some(account)) })
    }

    fn open(&self) -> Vec<Effect> {
        if !self.in_page() {
            let scope = self.chosen().map(|r| r.id);
            return vec![Effect::Go { lens: LensKind::Accounts, scope, record: None }];
        }
        match (self.lines.get(self.at), &self.page) {
            (Some(Line::Empty(_)), _) => vec![self.new_record()],
            (Some(Line::Title), Some(page)) => {
                let id = page.account.head.id;
                vec![Effect::OpenForm(FormOf::edit(Kind::Account, id, Some(id)))]
            }
            _ => Vec::new(),
        }
    }

    fn under_page(&self) -> Option<Under> {
        let page = self.page.as_deref()?;
        let line = *self.lines.get(self.at)?;
        let (kind, id) = record(page, line)?;
        let account = Some(page.account.head.id);
        let under = match line {
            Line::Person(i) => {
                let person = page.people.get(i)?;
                let place = person.membership.map(|membership| Place {
                    membership,
                    stance: person.stance,
                    roles: person.roles.clone(),
                });
                Under { person: Some(id), place, ..Under::new(kind, id, person.name.clone()) }
            }
            Line::Promise(_, i) => {
                let promise = page.promises.get(i)?;
                let person = promise.counterpart.as_ref().map(|c| c.0);
                Under { person, ..Under::new(kind, id, promise.text.clone()) }
            }
            Line::Talk(planned, i) => {
                let talk = page.log.get(i)?;
                let person = talk.people.first().map(|p| p.0);
                Under { person, planned, ..Under::new(kind, id, talk.text.clone()) }
            }
            Line::Unit(i) => Under::new(kind, id, page.units.get(i)?.1.clone()),
            _ => Under::new(kind, id, page.account.name.clone()),
        };
        Some(Under { account, ..under })
    }

    fn wish_changed(&mut self, command: Command) -> Vec<Effect> {
        let kept = self.chosen().map(|r| r.id);
        match command {
            Command::Sort => {
                self.wish.sort = self.wish.sort.next();
                self.wish.reversed = false;
            }
            Command::SortReverse => self.wish.reversed = !self.wish.reversed,
            _ => self.wish.show = self.wish.show.next(),
        }
        self.arrange(kept);
        self.ask_page()
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

    fn can(&self, command: Command, _cx: &Cx<'_>) -> bool {
        match command {
            Command::New => true,
            Command::Open if self.in_page() => {
                matches!(self.lines.get(self.at), Some(Line::Empty(_) | Line::Title))
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
            Command::Open => self.open(),
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

    fn why(&self, _cx: &Cx<'_>) -> Option<Why> {
        None
    }

    fn draw(&self, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
        view::draw(self, pen, area, cx)
    }
}
