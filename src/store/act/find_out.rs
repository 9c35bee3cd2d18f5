//! A gap in a buying centre becomes a placeholder and a promise to find out who it is.
use chrono::NaiveDate;
use rusqlite::params;

use super::FindOut;
use crate::domain::choice::Side;
use crate::domain::commitment::Commitment;
use crate::domain::explain::Explain;
use crate::domain::field::Link;
use crate::domain::opportunity::Involvement;
use crate::domain::person::{Membership, Person};
use crate::store::fault::Fault;
use crate::store::{Outcome, Store, Tx};

pub(super) fn find_out(store: &mut Store, gap: FindOut, today: NaiveDate) -> Result<Outcome, Fault> {
    store.act(today, |tx| {
        not_twice(tx, &gap)?;
        if let Some(role) = gap.role {
            let mut person = Person { name: gap.name, placeholder: true, ..Person::default() };
            let person = Some(Link(tx.insert(&mut person)?));
            let account = Some(Link(gap.account));
            let mut place = Membership { person, account, roles: vec![role], ..Membership::default() };
            tx.insert(&mut place)?;
            if let Some(decision) = gap.decision {
                takes_part(tx, decision, person, role)?;
            }
        }
        let label = Explain::new("act-find-out").with("text", &gap.text).with("due", gap.due);
        let mut promise = Commitment {
            side: Some(Side::Ours),
            text: gap.text,
            account: Some(Link(gap.account)),
            due: Some(gap.due),
            ..Commitment::default()
        };
        tx.insert(&mut promise)?;
        Ok(label)
    })
}

/// Another process, or a second key, may have written it down already.
fn not_twice(tx: &Tx<'_>, gap: &FindOut) -> Result<(), Fault> {
    let sql =
        "SELECT 1 FROM commitment WHERE account = ?1 AND done_on IS NULL AND side = 'ours' AND text = ?2";
    if tx.conn().prepare_cached(sql)?.exists(params![gap.account, gap.text])? {
        return Err(Explain::new("coverage-promised-twice").with("text", &gap.text).into());
    }
    Ok(())
}

/// Only where the decision has people of its own: else those of the account stand for them.
fn takes_part(
    tx: &Tx<'_>,
    decision: crate::domain::Id,
    person: Option<Link>,
    role: crate::domain::choice::BuyingRole,
) -> Result<(), Fault> {
    let sql = "SELECT 1 FROM involvement WHERE opportunity = ?1";
    if tx.conn().prepare_cached(sql)?.exists([decision])? {
        let opportunity = Some(Link(decision));
        tx.insert(&mut Involvement { opportunity, person, roles: vec![role], ..Involvement::default() })?;
    }
    Ok(())
}
