//! Somebody works for another client now. What was known of them at the old place stays there, with its days.
use chrono::NaiveDate;

use super::place::{about, can_end, end, not_ahead, open_place, place};
use super::save::name;
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::person::Membership;
use crate::store::fault::Fault;
use crate::store::{Outcome, Store, Tx};

/// Ends the place `from` on the day on which the new one begins (today unless it says another), and writes the new one. What the
/// new place says of stance, roles and weight becomes facts of that day. Without `from` only the new place is written.
pub(super) fn relocate(
    store: &mut Store,
    from: Option<Id>,
    mut to: Membership,
    today: NaiveDate,
) -> Result<Outcome, Fault> {
    store.act(today, |tx| {
        let (person, account) = (end(to.person, "person")?, end(to.account, "account")?);
        let on = *to.since.get_or_insert(today);
        not_ahead(tx, on)?;
        if open_place(tx, person, account)?.is_some() {
            return Err(about(tx, "life-there-already", person, account)?.into());
        }
        tx.note(Kind::Person, person);
        let (mut left, mut stay) = ("none".to_owned(), 0);
        if let Some(from) = from {
            let mut old = place(tx, from)?;
            can_end(tx, &old, on)?;
            let behind = end(old.account, "account")?;
            left = name(tx, Kind::Account, behind)?;
            stay = promises(tx, person, behind)?;
            old.left_on = Some(on);
            // A holiday is the person's, not the place's.
            to.not_before = to.not_before.or(old.not_before);
            tx.update(&mut old)?;
        }
        let known = to.clone();
        (to.roles, to.stance, to.influence, to.interest) = (Vec::new(), None, None, None);
        to.head.id = tx.insert(&mut to)?;
        tx.learn_on(&Membership { head: to.head, ..known }, on)?;
        let label = Explain::new("act-moved").with("name", name(tx, Kind::Person, person)?);
        let label = label.with("account", name(tx, Kind::Account, account)?);
        Ok(label.with("from", left).with("promises", stay))
    })
}

/// How many open promises of both sides with the person stay with the account they leave.
fn promises(tx: &Tx<'_>, person: Id, account: Id) -> Result<i64, Fault> {
    let sql = "SELECT count(*) FROM commitment WHERE counterpart = ?1 AND account = ?2 AND done_on IS NULL";
    Ok(tx.conn().prepare_cached(sql)?.query_row([person, account], |r| r.get(0))?)
}
