//! Handing out a report: what it said is kept.
use chrono::NaiveDate;

use crate::domain::explain::Explain;
use crate::domain::issued::Issued;
use crate::store::fault::Fault;
use crate::store::{Outcome, Store};

/// Keeps a report as issued.
pub(super) fn issue(store: &mut Store, mut report: Issued, today: NaiveDate) -> Result<Outcome, Fault> {
    store.act(today, |tx| {
        let label = Explain::new("act-issued").with("name", &report.title);
        tx.insert(&mut report)?;
        Ok(label)
    })
}
