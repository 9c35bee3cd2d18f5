//! The figures of the demo: indicators, sales, contracts, problems, readings.
use toml::Table;

use super::{Reader, broken, number, tables, value};
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;

const FIGURES: &str = include_str!("../../../../assets/demo/figures.toml");

impl Reader {
    /// Every table of the figures is a list of the records of its kind.
    pub(super) fn figures(&mut self) -> Result<(), Explain> {
        let file: Table = FIGURES.parse().map_err(broken)?;
        for kind in Kind::ALL {
            for (row, id) in tables(&file, kind.name()).iter().zip(1..) {
                if row.contains_key("key") {
                    self.keys.add(kind, row, id)?;
                }
                let mut record = kind.blank();
                record.head_mut().id = number(id);
                record.head_mut().uid = self.chance.uid(self.founded());
                for spec in kind.specs() {
                    if let Some(raw) = row.get(spec.name) {
                        record.set(spec.name, value(spec, raw, &self.keys, self.today)?)?;
                    }
                }
                self.book.figures.push(record);
            }
        }
        Ok(())
    }
}
