//! The page: on which line the cursor stands, and where it goes.
use super::lines::{Line, lines};
use super::record::record_of;
use super::state::{Accounts, LEFT, RIGHT, WHOLE};
use crate::command::Command;
use crate::domain::Id;
use crate::domain::kind::Kind;
use crate::store::query::account::AccountPage;
use crate::ui::Cursor;

impl Accounts {
    pub(super) fn take_page(&mut self, page: Box<AccountPage>) {
        let same = self.page.as_ref().is_some_and(|p| p.account.head.id == page.account.head.id);
        let stood = self.lines.get(self.at).copied();
        let before = self.wanted.take().or_else(|| self.record_at().filter(|_| same));
        self.lines = lines(&page);
        let stays = same && self.lines.get(self.at).copied() == stood && self.record_of(&page) == before;
        let found = self.lines.iter().position(|l| before.is_some() && record_of(&page, *l) == before);
        self.page = Some(page);
        if !same {
            self.scrolled = Default::default();
        }
        if !stays {
            self.at = found.unwrap_or(if same { self.at } else { 0 });
        }
        self.settle_line();
    }

    fn record_of(&self, page: &AccountPage) -> Option<(Kind, Id)> {
        record_of(page, *self.lines.get(self.at)?)
    }

    pub(super) fn record_at(&self) -> Option<(Kind, Id)> {
        record_of(self.page.as_deref()?, *self.lines.get(self.at)?)
    }

    /// The line under the cursor is one on which it may stand.
    pub(super) fn settle_line(&mut self) {
        let mut cursor = Cursor::default();
        cursor.stand(self.at);
        cursor.clamp(self.lines.len());
        let lines = &self.lines;
        cursor.settle(true, lines.len(), |i| lines.get(i).is_some_and(|l| l.stands()));
        self.at = cursor.at;
    }

    /// The lines that the cursor walks through: of two columns those of its own.
    pub(super) fn walk(&self) -> Vec<usize> {
        let right = self.lines.get(self.at).is_some_and(|l| l.section().right());
        let of_column = |l: &Line| !self.columns || l.section().right() == right;
        let lines = self.lines.iter().enumerate();
        lines.filter(|(_, l)| l.stands() && of_column(l)).map(|(i, _)| i).collect()
    }

    pub(super) fn step_page(&mut self, command: Command) -> bool {
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

    pub(super) fn side(&self, right: bool) -> Option<usize> {
        self.lines.iter().position(|l| l.stands() && l.section().right() == right)
    }

    /// Goes to the panel at the left or right, if there is one: list, left column, right column.
    pub(super) fn panel(&mut self, command: Command) -> bool {
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
}
