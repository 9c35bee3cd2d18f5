//! The indicators of the demo with their targets and actuals.
use std::collections::HashMap;

use toml::{Table, Value as Toml};

use super::super::cell::{amount, text, working_day};
use super::super::{Reader, broken, number, tables};
use super::line::{Anchor, Figures, Line};
use crate::domain::Id;
use crate::domain::choice::{Choice, Frequency, Unit};
use crate::domain::day::plus_days;
use crate::domain::explain::Explain;
use crate::domain::field::{Head, Link};
use crate::domain::kind::Kind;
use crate::domain::kpi::{Actual, Target};
use crate::domain::period::Period;

pub(super) const KPIS: &str = include_str!("../../../../../assets/demo/kpis.toml");

/// Days after the end of a period on which finance has closed it.
const CLOSED: i64 = 6;
/// Days before a year begins on which its budget is there.
const BUDGET: i64 = 19;

/// An indicator whose figures are still to be written.
struct Told {
    kpi: Id,
    unit: Unit,
    anchor: Anchor,
    line: Line,
    figures: Figures,
}

impl Reader {
    /// Reads all indicators first: a sum needs the figures of others.
    pub(super) fn indicators(&mut self) -> Result<(), Explain> {
        let file: Table = KPIS.parse().map_err(broken)?;
        let mut all = Vec::new();
        let mut by_key = HashMap::new();
        for (row, id) in tables(&file, Kind::Kpi.name()).iter().zip(1..) {
            let told = self.indicator(row, id)?;
            by_key.insert(text(row, "key").to_owned(), told.figures.clone());
            all.push(told);
        }
        let (mut targets, mut actuals) = (0, 0);
        for mut told in all {
            for key in &told.line.sum {
                let others = by_key.get(key).ok_or_else(|| broken(key))?;
                for (period, figure) in &mut told.figures {
                    *figure += others.get(period).copied().unwrap_or_default();
                }
            }
            self.targets(&told, &mut targets)?;
            self.actuals(&told, &mut actuals)?;
        }
        Ok(())
    }

    fn indicator(&mut self, row: &Table, id: usize) -> Result<Told, Explain> {
        let record = self.figure(Kind::Kpi, row, id, &Line::COLUMNS)?;
        self.book.figures.push(record);
        let line: Line = Toml::Table(row.clone()).try_into().map_err(broken)?;
        let year = self.book.settings.company_year();
        let frequency = Frequency::named(text(row, "frequency")).unwrap_or(Frequency::Monthly);
        let this = year.year_of(self.period(Frequency::Yearly, 0));
        let anchor = Anchor { year, last: self.period(frequency, -1), this };
        let unit = Unit::named(text(row, "measure")).unwrap_or(Unit::Number);
        let figures = line.actuals(anchor)?;
        Ok(Told { kpi: number(id), unit, anchor, line, figures })
    }

    fn targets(&mut self, told: &Told, ids: &mut usize) -> Result<(), Explain> {
        for (period, figure) in told.line.targets(told.anchor) {
            let year = told.anchor.year.year_of(period);
            let day = plus_days(told.anchor.year.first_day(Period::Year(year)), -BUDGET);
            let day = working_day(day, self.today);
            let target = Target {
                head: self.next(ids, day),
                kpi: Some(Link(told.kpi)),
                period: Some(period),
                value: Some(amount(figure, told.unit)?),
                high: told.line.high.map(|high| amount(high, told.unit)).transpose()?,
                source: format!("presupuesto-{year}.xlsx"),
                entered_on: Some(day),
                entered_by: self.book.settings.owner.clone(),
            };
            self.book.figures.push(Box::new(target));
        }
        Ok(())
    }

    fn actuals(&mut self, told: &Told, ids: &mut usize) -> Result<(), Explain> {
        for (period, figure) in &told.figures {
            let day = plus_days(told.anchor.year.last_day(*period), CLOSED);
            let day = working_day(day, self.today).min(self.today);
            let actual = Actual {
                head: self.next(ids, day),
                kpi: Some(Link(told.kpi)),
                period: Some(*period),
                value: Some(amount(*figure, told.unit)?),
                source: told.line.file(*period),
                entered_on: Some(day),
                entered_by: self.book.settings.owner.clone(),
                ..Actual::default()
            };
            self.book.figures.push(Box::new(actual));
        }
        Ok(())
    }

    fn next(&mut self, ids: &mut usize, made: chrono::NaiveDate) -> Head {
        *ids += 1;
        Head { id: number(*ids), uid: self.chance.uid(made), ..Head::default() }
    }
}
