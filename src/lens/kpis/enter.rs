//! Entering figures: a digit types, ⏎ takes it and goes down, each figure is an act of its own.
use super::indicator::{Axis, Indicator};
use super::state::{Kpis, Row};
use super::{doubt, figure};
use crate::command::{Command, Effect};
use crate::domain::choice::Unit;
use crate::domain::explain::Explain;
use crate::domain::kpi::Amount;
use crate::domain::period::Period;
use crate::lang::{Lang, money, number, period};
use crate::lens::{Cx, Told};
use crate::store::act::Act;
use crate::store::act::figures::{Figure, Figures, Set};
use crate::ui::grid::{Entry, Step};

/// A figure as it is entered, of a band's target both ends; `None` empties the cell.
type Entered = Option<(Amount, Option<Amount>)>;

impl Kpis {
    /// Begins to enter at the cell under the cursor, or says why nothing can be entered there.
    pub(super) fn enter(&mut self, cx: &Cx<'_>) -> Vec<Effect> {
        if self.axis == Axis::Deviation {
            self.axis = Axis::Actual;
        }
        match self.here() {
            Ok(_) => self.desk.grid.enter(&self.text_here(cx.words.lang())),
            Err(why) => return vec![Effect::Notify(why)],
        }
        Vec::new()
    }

    /// The book has answered: a cell in which nothing was typed shows how it stands now.
    pub(super) fn enter_again(&mut self, cx: &Cx<'_>) {
        if self.desk.grid.entry().is_some_and(|entry| entry.typed().is_none()) {
            if self.here().is_ok() {
                self.desk.grid.enter(&self.text_here(cx.words.lang()));
            } else {
                self.desk.grid.leave();
            }
        }
    }

    /// Takes what was typed and goes on to the next cell in which something can be entered.
    pub(super) fn take_and(&mut self, step: Step, cx: &Cx<'_>) -> Vec<Effect> {
        let Ok(effects) = self.take_typed(cx) else { return Vec::new() };
        let before = self.desk.grid.at();
        let typed = self.desk.grid.entry().map(|e| e.edit.text().to_owned()).unwrap_or_default();
        self.go(step);
        let text = if self.desk.grid.at() == before { typed } else { self.text_here(cx.words.lang()) };
        self.desk.grid.enter(&text);
        effects.into_iter().chain(self.turned()).collect()
    }

    /// What deleting would take away: a figure, those of a block, or the indicator with all of them.
    pub(super) fn would_go(&self, cx: &Cx<'_>) -> Option<Explain> {
        let one = self.current()?;
        if self.desk.grid.is_on_name() {
            let figures = one.figures.actuals.len() + one.figures.targets.len();
            return Some(Explain::new("kpis-going-kpi").with("title", one.name()).with("figures", figures));
        }
        if self.desk.grid.is_marking() {
            let cells = self.desk.grid.block().cells();
            return Some(Explain::new("kpis-going-cells").with("count", cells));
        }
        let when = period::show(self.column()?, one.series.year, cx.words);
        Some(Explain::new("kpis-going-cell").with("title", one.name()).with("when", when))
    }

    /// Empties the cell, or all cells of the marked block that have something entered, as one act.
    pub(super) fn clear_block(&mut self, cx: &Cx<'_>) -> Vec<Effect> {
        if self.axis == Axis::Deviation {
            let key = cx.key(Command::Axis);
            return vec![Effect::Notify(Explain::new("kpis-clear-deviation").with("key", key))];
        }
        if !self.desk.grid.is_marking() {
            return self.clear_cell(cx);
        }
        let block = self.desk.grid.block();
        let mut cells = Vec::new();
        for row in block.rows {
            let Some(one) = self.indicator(row) else { continue };
            let columns = block.columns.clone().filter_map(|c| self.columns.get(c));
            let periods = columns.filter_map(|column| one.enters(self.axis, *column).ok());
            let there = periods.filter(|period| one.entered(self.axis, *period).is_some());
            cells.extend(there.map(|period| Figure { kpi: one.id(), period, set: self.set(None) }));
        }
        self.desk.grid.unmark();
        if cells.is_empty() {
            return vec![Effect::Notify(Explain::new("kpis-block-empty"))];
        }
        vec![Effect::Act(Act::Figures(Figures { cells, source: String::new() }))]
    }

    /// Empties the cell that is being entered.
    pub(super) fn clear(&mut self, cx: &Cx<'_>) -> Vec<Effect> {
        let Ok((one, period)) = self.here() else { return Vec::new() };
        let there = one.entered(self.axis, period).is_some();
        let effects = if there { self.clear_cell(cx) } else { Vec::new() };
        self.desk.grid.enter("");
        effects
    }

    /// Empties the cell under the cursor, or says why there is nothing to empty.
    fn clear_cell(&mut self, cx: &Cx<'_>) -> Vec<Effect> {
        let (one, period) = match self.here() {
            Ok(here) => here,
            Err(why) => return vec![Effect::Notify(why)],
        };
        let Some((old, _)) = one.entered(self.axis, period) else {
            let keys = [Command::First, Command::Delete].map(|c| cx.key(c));
            let why = Explain::new("kpis-cell-empty").with("home", &keys[0]).with("key", &keys[1]);
            return vec![Effect::Notify(why)];
        };
        let what = Explain::new("kpis-emptied")
            .with("name", one.name())
            .with("when", period::show(period, one.series.year, cx.words))
            .with("old", figure::full(one, old.units(), cx.words));
        let effect = self.act_of(one, period, None);
        self.desk.said = Some(Told { what, odd: false });
        vec![effect]
    }

    /// Stands on a cell that was clicked; what was typed before is taken first, and stays where it cannot be.
    pub(super) fn stand_at(&mut self, row: usize, column: usize, cx: &Cx<'_>) -> Vec<Effect> {
        let entering = self.desk.grid.entry().is_some();
        if (entering && self.desk.grid.at() == (row, column)) || !self.stands(row) {
            return Vec::new();
        }
        let Ok(effects) = self.take_typed(cx) else { return Vec::new() };
        self.desk.grid.unmark();
        self.desk.grid.stand(row, column);
        if entering {
            if self.here().is_ok() {
                self.desk.grid.enter(&self.text_here(cx.words.lang()));
            } else {
                self.desk.grid.leave();
            }
        }
        effects.into_iter().chain(self.turned()).collect()
    }

    /// The indicator and the period in which something is entered under the cursor.
    fn here(&self) -> Result<(&Indicator, Period), Explain> {
        let (one, column) = self.current().zip(self.column()).ok_or_else(|| Explain::new("kpis-nothing"))?;
        Ok((one, one.enters(self.axis, column)?))
    }

    /// What stands in the cell under the cursor, as it is edited.
    fn text_here(&self, lang: Lang) -> String {
        let Ok((one, period)) = self.here() else { return String::new() };
        let Some((value, high)) = one.entered(self.axis, period) else { return String::new() };
        let value = figure::plain(value, lang);
        match high.filter(|_| one.is_band()) {
            Some(high) => format!("{value}..{}", figure::plain(high, lang)),
            None => value,
        }
    }

    /// Moves to the next cell in a direction in which something can be entered; stays where there is none.
    fn go(&mut self, step: Step) {
        let before = self.desk.grid.at();
        let rows = self.rows.clone();
        loop {
            let from = self.desk.grid.at();
            self.desk.grid.step(step, self.size(), |row| matches!(rows.get(row), Some(Row::Kpi(_))));
            if self.desk.grid.at() == from {
                self.desk.grid.stand(before.0, before.1);
                return;
            }
            if self.here().is_ok() {
                return;
            }
        }
    }

    /// The act of what was typed, if it changes anything. `Err` where it is no figure: that is said beside the cell.
    fn take_typed(&mut self, cx: &Cx<'_>) -> Result<Vec<Effect>, ()> {
        let Some(typed) = self.desk.grid.entry().and_then(Entry::typed).map(str::to_owned) else {
            return Ok(Vec::new());
        };
        let read = self.here().and_then(|(one, period)| {
            let found = read(one, self.axis, &typed, cx.words.lang())?;
            let changed = one.entered(self.axis, period) != found;
            Ok(changed.then(|| (self.act_of(one, period, found), self.entered(one, period, found, cx))))
        });
        match read {
            Ok(Some((act, told))) => {
                let (row, column) = self.desk.grid.at();
                self.desk.sent = Some((row, column, typed));
                self.desk.said = Some(told);
                Ok(vec![act])
            }
            Ok(None) => {
                self.desk.sent = None;
                Ok(Vec::new())
            }
            Err(why) => {
                self.desk.grid.refuse(cx.words.say(&why));
                Err(())
            }
        }
    }

    /// What is said of a figure that is entered: which, for when, what was there, and what is odd about it.
    fn entered(&self, one: &Indicator, period: Period, new: Entered, cx: &Cx<'_>) -> Told {
        let words = cx.words;
        let shown = |(low, high): (Amount, Option<Amount>)| {
            let low = figure::full(one, low.units(), words);
            high.map_or_else(|| low.clone(), |h| format!("{low}–{}", figure::full(one, h.units(), words)))
        };
        let none = || "none".to_owned();
        let old = one.entered(self.axis, period);
        let odd = new.and_then(|(new, _)| doubt::doubt(one, self.axis, period, new, words));
        let key = if new.is_some() { "kpis-entered" } else { "kpis-emptied" };
        let what = Explain::new(key)
            .with("name", one.name())
            .with("figure", new.map_or_else(none, shown))
            .with("when", period::show(period, one.series.year, words))
            .with("old", old.map_or_else(none, shown))
            .with("doubt", odd.as_ref().map_or_else(none, |why| words.say(why)));
        Told { what, odd: odd.is_some() }
    }

    fn act_of(&self, one: &Indicator, period: Period, found: Option<(Amount, Option<Amount>)>) -> Effect {
        let cells = vec![Figure { kpi: one.id(), period, set: self.set(found) }];
        Effect::Act(Act::Figures(Figures { cells, source: String::new() }))
    }

    const fn set(&self, found: Option<(Amount, Option<Amount>)>) -> Set {
        match (self.axis, found) {
            (Axis::Target, found) => Set::Target(found),
            (Axis::Actual | Axis::Deviation, Some((amount, _))) => Set::Actual(Some(amount)),
            (Axis::Actual | Axis::Deviation, None) => Set::Actual(None),
        }
    }
}

/// What a typed text means for an indicator: a figure, of a band's target both ends, nothing where it is empty.
fn read(
    one: &Indicator,
    axis: Axis,
    text: &str,
    lang: Lang,
) -> Result<Option<(Amount, Option<Amount>)>, Explain> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let ends = ["..", "–", " - ", "/"].into_iter().find_map(|mark| text.split_once(mark));
    match ends.filter(|_| axis == Axis::Target && one.is_band()) {
        Some((low, high)) => Ok(Some((amount(one, low, lang)?, Some(amount(one, high, lang)?)))),
        None => Ok(Some((amount(one, text, lang)?, None))),
    }
}

fn amount(one: &Indicator, text: &str, lang: Lang) -> Result<Amount, Explain> {
    let text = text.trim();
    let refuse = |key: &str| Explain::new(key).with("text", text);
    match one.unit() {
        Unit::Money => {
            let found = money::parse(lang, text, one.currency());
            let found = found.ok_or_else(|| refuse("value-money-unreadable"))?;
            if found.currency == one.currency() {
                return Ok(Amount::Money(found));
            }
            Err(Explain::new("figure-currency").with("name", one.name()).with("currency", one.currency()))
        }
        Unit::Percent => {
            let found = number::parse_scaled(lang, text.trim_end_matches('%'));
            found.map(Amount::Plain).ok_or_else(|| refuse("value-percent-unreadable"))
        }
        Unit::Number | Unit::Days | Unit::Score => {
            let found = number::parse_scaled(lang, text);
            found.map(Amount::Plain).ok_or_else(|| refuse("value-decimal-unreadable"))
        }
    }
}
