//! The list: which account is chosen, and how the user wants to see them.
use super::state::Accounts;
use super::wish::{Item, Sort};
use crate::command::{Command, Effect, LensKind};
use crate::domain::Id;
use crate::domain::choice::Tier;
use crate::domain::kind::Kind;
use crate::store::act::Act;
use crate::store::query::Query;
use crate::store::query::accounts::AccountRow;

impl Accounts {
    /// The account under the cursor of the list.
    pub(super) fn chosen(&self) -> Option<&AccountRow> {
        match self.items.get(self.list.at)? {
            Item::Account(i) => self.rows.get(*i),
            Item::Head(..) | Item::Gap => None,
        }
    }

    pub(super) fn stands_in_list(&self, row: usize) -> bool {
        matches!(self.items.get(row), Some(Item::Account(_)))
    }

    pub(super) fn take_rows(&mut self, rows: Vec<AccountRow>) -> Vec<Effect> {
        let before = self.chosen().map(|r| r.id);
        let wanted = self.wanted.filter(|w| w.0 == Kind::Account).map(|w| w.1).or(before);
        self.wanted = None;
        self.rows = rows;
        self.arrange(wanted);
        self.ask_page()
    }

    /// Makes the list anew and stands on an account, if it is there.
    pub(super) fn arrange(&mut self, wanted: Option<Id>) {
        self.items = self.wish.items(&self.rows);
        let is = |item: &Item| matches!(item, Item::Account(i) if self.rows.get(*i).map(|r| r.id) == wanted);
        if let Some(row) = self.items.iter().position(is) {
            self.list.stand(row);
        }
        let (len, items) = (self.items.len(), &self.items);
        self.list.clamp(len);
        self.list.settle(true, len, |row| matches!(items.get(row), Some(Item::Account(_))));
    }

    /// Asks for the page of the account under the cursor.
    pub(super) fn ask_page(&mut self) -> Vec<Effect> {
        let Some(id) = self.chosen().map(|r| r.id) else {
            self.page = None;
            self.lines.clear();
            self.on_page = false;
            return Vec::new();
        };
        vec![Effect::load(LensKind::Accounts, Query::Account(id))]
    }

    /// The key accounts with the one under the cursor moved by one place; `None` where it cannot move.
    pub(super) fn moved(&self, by: isize) -> Option<Effect> {
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

    pub(super) fn wish_changed(&mut self, command: Command) -> Vec<Effect> {
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
