//! Several questions about one moment.
use chrono::NaiveDate;

use super::{Answer, Query};
use crate::store::Store;
use crate::store::fault::Fault;

impl Store {
    /// The answers to some questions, in their order and all of one moment, whatever other processes write meanwhile. `goes_on` is
    /// told how many are answered; where it says no, there is no answer at all.
    ///
    /// # Errors
    /// As [`Store::ask`].
    pub fn ask_all(
        &self,
        queries: &[Query],
        today: NaiveDate,
        mut goes_on: impl FnMut(usize) -> bool,
    ) -> Result<Option<Vec<Answer>>, Fault> {
        let _still = self.hold_still()?;
        let mut answers = Vec::with_capacity(queries.len());
        for query in queries {
            if !goes_on(answers.len()) {
                return Ok(None);
            }
            answers.push(self.ask(query, today)?);
        }
        Ok(Some(answers))
    }
}
