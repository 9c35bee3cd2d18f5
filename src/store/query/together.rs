//! Several questions about one moment.
use chrono::NaiveDate;

use super::{Answer, Query};
use crate::domain::progress::{Stage, Step, Watch};
use crate::store::Store;
use crate::store::fault::Fault;

impl Store {
    /// The answers to some questions, in their order and all of one moment, whatever other processes write meanwhile.
    ///
    /// # Errors
    /// As [`Store::ask`], and that it was stopped.
    pub fn ask_all(
        &self,
        queries: &[Query],
        today: NaiveDate,
        watch: &dyn Watch,
    ) -> Result<Vec<Answer>, Fault> {
        let _still = self.hold_still()?;
        let mut answers = Vec::with_capacity(queries.len());
        let total = u64::try_from(queries.len()).unwrap_or(u64::MAX);
        for (query, done) in queries.iter().zip(0..) {
            watch.at(Step::new(Stage::Making, done, total))?;
            answers.push(self.ask(query, today)?);
        }
        Ok(answers)
    }
}
