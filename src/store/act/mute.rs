//! What keeps quiet until a day: rows of *Needs you* that are no promise and no person, and insights.
use chrono::NaiveDate;
use rusqlite::{OptionalExtension, params};

use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::field::{Link, Record};
use crate::domain::kind::Kind;
use crate::domain::mute::Mute;
use crate::store::fault::Fault;
use crate::store::{Outcome, Store};

/// Mutes a topic of a client or of one record; `name` is what the act is called by. What is muted already gets its new day.
pub(super) fn mute(store: &mut Store, mute: &Mute, name: &str, today: NaiveDate) -> Result<Outcome, Fault> {
    store.act(today, |tx| {
        let account = mute.account.map(|Link(id)| id);
        let there: Option<Id> = tx
            .conn()
            .prepare_cached(
                "SELECT id FROM mute WHERE topic = ?1 AND account IS ?2 AND subject IS ?3 ORDER BY id LIMIT 1",
            )?
            .query_row(params![mute.topic, account, mute.subject], |r| r.get(0))
            .optional()?;
        if let Some(id) = there {
            let mut record = tx.record(Kind::Mute, id)?;
            record.set("until", mute.get("until"))?;
            tx.update(record.as_mut())?;
        } else {
            tx.insert(&mut mute.clone())?;
        }
        let until = mute.until.map(|until| until.to_string()).unwrap_or_default();
        Ok(Explain::new("act-snoozed").with("name", name).with("until", until))
    })
}
