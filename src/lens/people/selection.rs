//! Whom every view shows: who is of the scope, whom filter and narrowing leave, in which order, and who is under the cursor.
mod sought;

use std::cell::OnceCell;
use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::filter::Filter;
use super::nets::Nets;
use super::order::{Grouping, Sort, sorted};
use crate::command::Command;
use crate::domain::Id;
use crate::domain::text::name_tokens;
use crate::lens::Cx;
use crate::store::query::Scope;
use crate::store::query::centre::Centre;
use crate::store::query::people::PersonRow;
use crate::ui::found;
use sought::{answers, words_of};

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
    /// In groups by part of the account.
    pub(super) by_unit: bool,
    /// To what it is narrowed.
    pub(super) text: String,
    /// The same, to be marked where it is found.
    pub(super) marks: found::Sought,
    pub(super) marked: BTreeSet<Who>,
    /// The words by which each of `all` is found, made once.
    found_by: Vec<Vec<String>>,
    /// The network of every account of the scope, made when it is first looked at.
    nets: OnceCell<Nets>,
    /// How often the rows were chosen: what a view has worked out of them is good as long as it is the same.
    chosen: u64,
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

    /// Goes on to the next person, where there is one: this one has been seen to.
    pub(super) fn pass(&mut self) {
        let at = self.at();
        self.stand(if at + 1 < self.rows.len() { at + 1 } else { at.saturating_sub(1) });
    }

    /// Stands on that person at that account; if need be everybody is shown again.
    pub(super) fn stand_at(&mut self, person: Id, account: Id, cx: &Cx<'_>) {
        let is = |row: &PersonRow| row.person == person && row.account == Some(account);
        if let Some(at) = self.rows.iter().position(is) {
            self.stand(at);
        } else {
            self.want(person);
            self.arrange(cx);
        }
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
        self.choose(cx);
        if let Some(id) = self.wanted.take() {
            if !self.rows.iter().any(|r| r.person == id) && self.all.iter().any(|r| r.person == id) {
                self.show_everybody();
                self.choose(cx);
            }
            let of = self.rows.iter().find(|r| r.person == id);
            self.kept = of.map(who).or(self.kept);
        }
        let found = [self.kept, before].into_iter().flatten().find_map(|one| self.row_of(one));
        self.at = found.unwrap_or_else(|| self.at());
    }

    /// Another number whenever the rows are others.
    pub(super) const fn chosen(&self) -> u64 {
        self.chosen
    }

    fn choose(&mut self, cx: &Cx<'_>) {
        self.chosen += 1;
        let words = name_tokens(&self.text);
        let mut rows = self.filter.taken(self, cx.today);
        if !words.is_empty() {
            let named = self.all.iter().zip(&self.found_by).filter(|(_, by)| answers(by, &words));
            let named: BTreeSet<Who> = named.map(|(row, _)| who(row)).collect();
            rows.retain(|row| named.contains(&who(row)));
        }
        self.rows = sorted(rows, (self.sort, self.reversed), self.grouping(), cx.today);
    }

    /// In which groups they stand: the queue has its own.
    pub(super) fn grouping(&self) -> Grouping {
        match self.filter {
            Filter::Queue => Grouping::Turn,
            _ if self.by_unit => Grouping::Unit,
            _ => Grouping::None,
        }
    }

    /// Those that are marked, in the order in which they are shown; those that are not shown follow.
    pub(super) fn of_marked(&self) -> Vec<&PersonRow> {
        let mut rows: Vec<_> = self.rows.iter().filter(|row| self.is_marked(row)).collect();
        let shown: BTreeSet<Who> = rows.iter().map(|row| who(row)).collect();
        rows.extend(self.all.iter().filter(|row| self.is_marked(row) && !shown.contains(&who(row))));
        rows
    }

    /// The account and the places there of everybody who is marked, if all of them are of one account: whom they report to can be
    /// picked.
    pub(super) fn places_to_lead(&self) -> Option<(Id, Vec<Id>)> {
        let marked = self.of_marked();
        let account = marked.first()?.account?;
        let places: Option<Vec<Id>> =
            marked.iter().map(|row| row.membership.filter(|_| row.account == Some(account))).collect();
        Some((account, places?))
    }

    /// Marks all that are shown; if all of them are marked already, takes their marks away.
    pub(super) fn mark_all(&mut self) {
        let shown: Vec<Who> = self.rows.iter().map(who).collect();
        let all = shown.iter().all(|one| self.marked.contains(one));
        for one in shown {
            if all {
                self.marked.remove(&one);
            } else {
                self.marked.insert(one);
            }
        }
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

    /// This order; the same once more is reversed.
    pub(super) fn order_by(&mut self, sort: Sort, cx: &Cx<'_>) {
        self.reversed = self.sort == sort && !self.reversed;
        self.sort = sort;
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
        self.found_by = rows.iter().map(words_of).collect();
        self.all = rows;
        self.nets = OnceCell::new();
        self.known = true;
        let all: BTreeSet<Who> = self.all.iter().map(who).collect();
        self.marked.retain(|one| all.contains(one));
        if fresh {
            self.at = 0;
            if self.wanted.is_none() {
                self.marked.clear();
                if self.filter.taken(self, cx.today).is_empty() {
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

    /// Takes who sways whom and what is sought; what was made of it before is made anew.
    pub(super) fn take_centre(&mut self, centre: Centre) {
        self.centre = centre;
        self.nets = OnceCell::new();
    }

    /// The network of every account of the scope.
    pub(super) fn nets(&self, today: NaiveDate) -> &Nets {
        self.nets.get_or_init(|| Nets::of(&self.all, &self.centre.edges, today))
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

    /// Shows these only, from the top, once the book has answered; the queue in its order.
    pub(super) fn only(&mut self, filter: Filter) {
        self.show_everybody();
        if filter == Filter::Queue {
            (self.sort, self.reversed) = (Sort::CatchUp, false);
        }
        self.filter = filter;
        (self.at, self.kept) = (0, None);
    }
}
