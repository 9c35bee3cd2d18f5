//! A sale comes to another stage.
use chrono::NaiveDate;

use super::save::{name_of, sale};
use crate::domain::Id;
use crate::domain::choice::{Choice, Stage};
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::text::clean_line;
use crate::domain::value::Value;
use crate::store::fault::Fault;
use crate::store::{Outcome, Store};

/// Moves the sale to that stage. `why` it was lost is kept only of one that is: an empty one empties
/// it, and without one what was said before stays.
pub(super) fn stage(
    store: &mut Store,
    sale: Id,
    to: Stage,
    why: Option<&str>,
    today: NaiveDate,
) -> Result<Outcome, Fault> {
    store.act(today, |tx| {
        let mut record = tx.record(Kind::Opportunity, sale)?;
        record.set("stage", Value::Choice(to.name()))?;
        if let Some(why) = why.filter(|_| to == Stage::Lost).map(clean_line) {
            record.set("lost_reason", if why.is_empty() { Value::Empty } else { Value::Text(why) })?;
        }
        sale::before_writing(tx, record.as_mut(), false)?;
        tx.update(record.as_mut())?;
        let name = name_of(tx, record.as_ref())?;
        Ok(Explain::new("act-stage").with("name", name).with("stage", to.name()))
    })
}
