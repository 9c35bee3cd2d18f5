//! An account becomes a key account, or is one no longer: with the day and why.
use chrono::NaiveDate;

use super::save::name;
use crate::domain::Id;
use crate::domain::choice::{Choice, Tier};
use crate::domain::explain::Explain;
use crate::domain::field::{Link, Record};
use crate::domain::kind::Kind;
use crate::domain::review::Promotion;
use crate::domain::text::clean;
use crate::domain::value::Value;
use crate::store::fault::Fault;
use crate::store::{Outcome, Store, Tx};

/// Makes an account a key account, or releases it.
///
/// # Errors
/// `portfolio-tier-same` for one that is so already.
pub(super) fn tier(
    store: &mut Store,
    account: Id,
    tier: Tier,
    reason: &str,
    today: NaiveDate,
) -> Result<Outcome, Fault> {
    store.act(today, |tx| {
        let mut record = tx.record(Kind::Account, account)?;
        let name = name(tx, Kind::Account, account)?;
        if of(record.as_ref()) == tier {
            return Err(Explain::new("portfolio-tier-same")
                .with("name", name)
                .with("tier", tier.name())
                .into());
        }
        record.set("tier", Value::Choice(tier.name()))?;
        tx.update(record.as_mut())?;
        write(tx, account, tier, &clean(reason), today)?;
        let key = match tier {
            Tier::Key => "act-promoted",
            Tier::Standard => "act-released",
        };
        Ok(Explain::new(key).with("name", name))
    })
}

/// What an account was before it is written by a form, a flag or a file, for [`after_writing`]; `None` of other kinds. A new one
/// was nothing but standard.
pub(super) fn before_writing(tx: &Tx<'_>, part: &dyn Record, new: bool) -> Result<Option<Tier>, Fault> {
    if part.kind() != Kind::Account {
        return Ok(None);
    }
    if new {
        return Ok(Some(Tier::Standard));
    }
    Ok(Some(of(tx.record(Kind::Account, part.head().id)?.as_ref())))
}

/// Notes that an account is a key account now, or one no longer: the history has every change, whoever made it.
pub(super) fn after_writing(
    tx: &Tx<'_>,
    part: &dyn Record,
    before: Option<Tier>,
    today: NaiveDate,
) -> Result<(), Fault> {
    let after = of(part);
    if before.is_none_or(|before| before == after) {
        return Ok(());
    }
    write(tx, part.head().id, after, "", today)
}

/// The tier of an account; an empty one counts as standard.
fn of(record: &dyn Record) -> Tier {
    match record.get("tier") {
        Value::Choice(name) => Tier::named(name).unwrap_or(Tier::Standard),
        _ => Tier::Standard,
    }
}

fn write(tx: &Tx<'_>, account: Id, tier: Tier, reason: &str, today: NaiveDate) -> Result<(), Fault> {
    let mut promotion = Promotion {
        account: Some(Link(account)),
        tier: Some(tier),
        day: Some(today),
        reason: reason.to_owned(),
        ..Promotion::default()
    };
    tx.insert(&mut promotion).map(|_| ())
}
