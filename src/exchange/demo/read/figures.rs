//! The lists of the demo: ties between people, sales, contracts, problems, readings, rates, then what refers to them: plans and
//! growth; indicators have a file of their own.
mod indicators;
mod line;

use toml::{Table, Value as Toml};

use super::{Reader, broken, number, tables, value};
use crate::domain::choice::Frequency;
use crate::domain::explain::Explain;
use crate::domain::field::Record;
use crate::domain::kind::Kind;
use crate::domain::period::Period;
use crate::domain::value::Value;

const FIGURES: &str = include_str!("../../../../assets/demo/figures.toml");
const TIES: &str = include_str!("../../../../assets/demo/ties.toml");
const PLAN: &str = include_str!("../../../../assets/demo/plan.toml");
const GROWTH: &str = include_str!("../../../../assets/demo/growth.toml");

impl Reader {
    /// Notes the short names of all lists: promises and initiatives refer to records that are read later.
    pub(super) fn names_of_lists(&mut self) -> Result<(), Explain> {
        for text in [FIGURES, TIES, indicators::KPIS, GROWTH, PLAN] {
            let file: Table = text.parse().map_err(broken)?;
            for kind in Kind::ALL {
                for (row, id) in tables(&file, kind.name()).iter().zip(1..) {
                    if row.contains_key("key") {
                        self.keys.add(kind, row, id)?;
                    }
                }
            }
        }
        Ok(())
    }

    /// Every table of a file is a list of the records of its kind.
    pub(super) fn figures(&mut self) -> Result<(), Explain> {
        for text in [FIGURES, TIES] {
            self.lists(&text.parse().map_err(broken)?)?;
        }
        self.indicators()?;
        for text in [GROWTH, PLAN] {
            self.lists(&text.parse().map_err(broken)?)?;
        }
        Ok(())
    }

    fn lists(&mut self, file: &Table) -> Result<(), Explain> {
        for kind in Kind::ALL {
            for (row, id) in tables(file, kind.name()).iter().zip(1..) {
                let mut record = self.figure(kind, row, id, &[])?;
                if kind == Kind::Rate {
                    let Period::Year(this) = self.period(Frequency::Yearly, 0) else { continue };
                    let ago = row.get("year").and_then(Toml::as_integer).unwrap_or(0);
                    record.set("year", Value::Number(i64::from(this) + ago))?;
                }
                self.book.figures.push(record);
            }
        }
        Ok(())
    }

    /// A record of those columns; the columns of `besides` are for the caller, others than those are a mistake.
    fn figure(
        &mut self,
        kind: Kind,
        row: &Table,
        id: usize,
        besides: &[&str],
    ) -> Result<Box<dyn Record>, Explain> {
        let mut record = kind.blank();
        record.head_mut().id = number(id);
        record.head_mut().uid = self.chance.uid(self.founded());
        let specs = kind.specs();
        for (name, raw) in row {
            match specs.iter().find(|s| s.name == name) {
                Some(spec) => record.set(spec.name, value(spec, raw, &self.keys, self.today)?)?,
                None if name == "key" || besides.contains(&name.as_str()) => {}
                None => return Err(broken(format!("{} {name}", kind.name()))),
            }
        }
        Ok(record)
    }

    /// The period of that length so many steps from the one in which today lies.
    fn period(&self, frequency: Frequency, steps: i32) -> Period {
        let year = self.book.settings.company_year();
        year.after(year.at(self.today, frequency), steps)
    }
}
