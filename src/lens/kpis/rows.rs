//! Which rows and columns the grid has, and where the cursor is after they have changed.
use super::column::{columns, place_of};
use super::indicator::Indicator;
use super::order::{Filter, Sort, answers};
use super::state::{Kpis, Row};
use crate::command::Effect;
use crate::domain::period::Period;
use crate::domain::text::name_tokens;
use crate::lens::Cx;
use crate::store::query::scorecard::Indicator as Stored;

impl Kpis {
    /// The book has answered: rows and columns anew, the cursor where it was.
    pub(super) fn take(&mut self, found: Vec<Stored>, cx: &Cx<'_>) -> Vec<Effect> {
        let fresh = self.shown.replace(cx.scope) != Some(cx.scope);
        let column = self.wanted_column.take().or_else(|| self.column());
        let wanted = self.wanted.is_some();
        self.all = found.into_iter().map(Indicator::new).collect();
        self.known = true;
        self.desk.answered(fresh);
        if fresh {
            self.whole = false;
            if !self.all.iter().any(|one| self.filter.takes(one)) {
                self.filter = Filter::default();
            }
        }
        self.lay_out(column, cx);
        self.arrange(cx);
        if fresh && !wanted {
            self.desk.grid.stand(0, self.desk.grid.at().1);
            self.settle();
        }
        self.enter_again(cx);
        self.from = None;
        self.turned()
    }

    /// Makes the columns anew; the cursor stays in its period, or goes to the last one that is over.
    pub(super) fn lay_out(&mut self, stood: Option<Period>, cx: &Cx<'_>) {
        let year = cx.directory.terms.year;
        let (periods, lang) = (self.zoom.months(), cx.words.lang());
        for one in &mut self.all {
            one.written = super::figure::Row::of(one, periods, lang);
        }
        self.columns = columns(&self.all, self.zoom, year, cx.today);
        let over = year.after(year.at(cx.today, self.zoom.frequency()), -1);
        let at = place_of(stood.unwrap_or(over), &self.columns, year, cx.today);
        self.desk.grid.columns.stand(at);
    }

    /// Chooses and orders the rows anew; the cursor stays on its indicator.
    pub(super) fn arrange(&mut self, cx: &Cx<'_>) {
        let wanted = self.wanted.or_else(|| self.current().map(Indicator::id));
        let words = name_tokens(&self.desk.text);
        let fits = |one: &Indicator| self.filter.takes(one) && answers(one, &words);
        let mut shown: Vec<usize> =
            (0..self.all.len()).filter(|i| self.all.get(*i).is_some_and(fits)).collect();
        shown.sort_by(|a, b| match (self.all.get(*a), self.all.get(*b)) {
            (Some(a), Some(b)) => self.sort.compare(a, b),
            _ => std::cmp::Ordering::Equal,
        });
        if self.reversed && self.sort != Sort::Place {
            shown.reverse();
        }
        self.rows.clear();
        let mut group = None;
        for at in shown {
            let account = self.all.get(at).and_then(Indicator::account);
            if cx.scope.is_none() && self.sort == Sort::Place && group != Some(account) {
                group = Some(account);
                self.rows.push(Row::Group(account));
            }
            self.rows.push(Row::Kpi(at));
        }
        let there = (0..self.rows.len()).find(|row| self.indicator(*row).map(Indicator::id) == wanted);
        if let Some(row) = there.filter(|_| wanted.is_some()) {
            self.wanted = None;
            self.desk.grid.rows.stand(row);
        }
        self.settle();
    }

    /// Stands inside the grid, on a row where one can stand.
    pub(super) fn settle(&mut self) {
        let rows = self.rows.clone();
        self.desk.grid.clamp(self.size(), |row| matches!(rows.get(row), Some(Row::Kpi(_))));
    }
}
