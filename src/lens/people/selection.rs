//! Whom every view shows: who is of the scope, whom filter and narrowing leave, in which order, and who is under the cursor.
use std::collections::BTreeSet;

use super::order::{Filter, Sort, sort};
use crate::command::Command;
use crate::domain::Id;
use crate::domain::text::{fold, name_tokens};
use crate::lens::Cx;
use crate::store::query::Scope;
use crate::store::query::centre::Centre;
use crate::store::query::people::PersonRow;
use crate::ui::found;

/// A person at an account, or without one: person and membership.
pub(super) type Who = (Id, Option<Id>);

/// Who a row is.
pub(super) const fn who(row: &PersonRow) -> Who {
    (row.person, row.membership)
}

/// The people in front of the user.
#[derive(Debug, Default)]
pub(super) struct Selection {
    /// Everybody of the scope.
    pub(super) all: Vec<PersonRow>,
    /// Those that are shown, in their order.
    pub(super) rows: Vec<PersonRow>,
    /// Who sways whom, which roles somebody should hold, and open sales.
    pub(super) centre: Centre,
    /// Whether the book has answered.
    pub(super) known: bool,
    pub(super) sort: Sort,
    pub(super) reversed: bool,
    pub(super) filter: Filter,
    /// To what it is narrowed.
    pub(super) text: String,
    /// The same, to be marked where it is found.
    pub(super) marks: found::Sought,
    pub(super) marked: BTreeSet<Who>,
    at: usize,
    /// On whom the user stood last: they are found again as soon as they are among the rows.
    kept: Option<Who>,
    wanted: Option<Id>,
    scope: Option<Scope>,
}

impl Selection {
    /// The row under the cursor.
    pub(super) fn at(&self) -> usize {
        self.at.min(self.rows.len().saturating_sub(1))
    }

    /// The person under the cursor.
    pub(super) fn current(&self) -> Option<&PersonRow> {
        self.rows.get(self.at())
    }

    /// Who is under the cursor.
    pub(super) fn who(&self) -> Option<Who> {
        self.current().map(who)
    }

    /// Stands on a row, because the user wants it.
    pub(super) fn stand(&mut self, row: usize) {
        self.at = row.min(self.rows.len().saturating_sub(1));
        self.kept = self.who();
    }

    /// The account whose people these are; `None` is all.
    pub(super) fn scope(&self) -> Scope {
        self.scope.flatten()
    }

    pub(super) fn is_marked(&self, row: &PersonRow) -> bool {
        self.marked.contains(&who(row))
    }

    /// Marks the person under the cursor, or takes the mark away.
    pub(super) fn mark(&mut self) {
        if let Some(one) = self.who()
            && !self.marked.remove(&one)
        {
            self.marked.insert(one);
        }
    }

    /// Whether some are left out.
    pub(super) fn is_narrowed(&self) -> bool {
        !self.text.is_empty() || self.filter != Filter::All
    }

    /// Chooses and orders the rows anew; the cursor stays on its person, or goes back to whom the user chose last.
    pub(super) fn arrange(&mut self, cx: &Cx<'_>) {
        let before = self.who();
        self.choose();
        if let Some(id) = self.wanted.take() {
            if !self.rows.iter().any(|r| r.person == id) && self.all.iter().any(|r| r.person == id) {
                self.show_everybody();
                self.choose();
            }
            let of = self.rows.iter().find(|r| r.person == id);
            self.kept = of.map(who).or(self.kept);
        }
        sort(&mut self.rows, self.sort, self.reversed, cx.today);
        let found = [self.kept, before].into_iter().flatten().find_map(|one| self.row_of(one));
        self.at = found.unwrap_or_else(|| self.at());
    }

    fn choose(&mut self) {
        let words = name_tokens(&self.text);
        let fits = |row: &&PersonRow| self.filter.takes(row) && answers(row, &words);
        self.rows = self.all.iter().filter(fits).cloned().collect();
    }

    /// The row of a person, if need be at another account.
    fn row_of(&self, one: Who) -> Option<usize> {
        let exactly = self.rows.iter().position(|r| who(r) == one);
        exactly.or_else(|| self.rows.iter().position(|r| r.person == one.0))
    }

    /// The next order, or the same one reversed.
    pub(super) fn order(&mut self, command: Command, cx: &Cx<'_>) {
        if command == Command::SortReverse {
            self.reversed = !self.reversed;
        } else {
            self.sort = self.sort.next(cx.scope.is_none());
            self.reversed = false;
        }
        self.arrange(cx);
    }

    /// Shows these only: from the top, unless the person under the cursor is one of them.
    pub(super) fn filter_by(&mut self, filter: Filter, cx: &Cx<'_>) {
        self.filter = filter;
        self.arrange(cx);
        if self.kept.is_none_or(|one| self.row_of(one).is_none()) {
            self.at = 0;
        }
    }

    /// Takes everybody of the scope; says whether it is another scope than before.
    pub(super) fn take(&mut self, rows: Vec<PersonRow>, cx: &Cx<'_>) -> bool {
        let fresh = self.scope.replace(cx.scope) != Some(cx.scope);
        self.all = rows;
        self.known = true;
        let all: BTreeSet<Who> = self.all.iter().map(who).collect();
        self.marked.retain(|one| all.contains(one));
        if fresh {
            self.at = 0;
            if self.wanted.is_none() {
                self.marked.clear();
                if !self.all.iter().any(|row| self.filter.takes(row)) {
                    self.filter = Filter::default();
                }
            }
            if cx.scope.is_some() && self.sort == Sort::Account {
                self.sort = Sort::default();
            }
        }
        self.arrange(cx);
        fresh
    }

    /// Shows whose name, title, unit or account has these beginnings of words; empty is everybody.
    pub(super) fn narrow(&mut self, text: &str, cx: &Cx<'_>) {
        text.clone_into(&mut self.text);
        self.marks = found::Sought::new([text]);
        self.arrange(cx);
    }

    /// Neither filtered nor narrowed.
    fn show_everybody(&mut self) {
        self.text.clear();
        self.marks = found::Sought::default();
        self.filter = Filter::All;
    }

    /// Stands on this person once the book has answered.
    pub(super) const fn want(&mut self, person: Id) {
        self.wanted = Some(person);
    }

    /// Shows these only, from the top, once the book has answered.
    pub(super) fn only(&mut self, filter: Filter) {
        self.show_everybody();
        self.filter = filter;
        (self.at, self.kept) = (0, None);
    }
}

/// Whether every word begins a word of the name, the title, the unit or the account.
fn answers(row: &PersonRow, words: &[String]) -> bool {
    if words.is_empty() {
        return true;
    }
    let texts = [&row.name, &row.title, &row.unit, &row.account_name].map(|t| fold(t));
    let tokens: Vec<String> = texts.iter().flat_map(|t| name_tokens(t)).collect();
    words.iter().all(|word| tokens.iter().any(|t| t.starts_with(word.as_str())))
}
