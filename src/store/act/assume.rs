//! Keeping what was tried out with the lifetime value of a client.
use chrono::NaiveDate;

use crate::domain::Id;
use crate::domain::cltv::Assumptions;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::settings::Settings;
use crate::domain::value::{SCALE, Value};
use crate::store::fault::Fault;
use crate::store::{Outcome, Store, Tx};

/// Retention and growth become those of the account, the years those of the book; what is so already is left untouched.
pub(super) fn assume(
    store: &mut Store,
    account: Id,
    tried: Assumptions,
    today: NaiveDate,
) -> Result<Outcome, Fault> {
    store.act(today, |tx| {
        let name = super::save::name(tx, Kind::Account, account)?;
        let of_account = [("retention", percent(tried.retention)), ("growth", percent(tried.growth))];
        let changed = set(tx, Kind::Account, account, &of_account)?;
        // The years are one setting for all clients: an act that changes them says so.
        let years = i64::from(tried.years);
        if years != ahead(tx)? && set(tx, Kind::Settings, 1, &[("cltv_years", years)])? {
            return Ok(Explain::new("act-assumed-book").with("name", name).with("years", tried.years));
        }
        if !changed {
            return Err(Explain::new("act-nothing-to-save").into());
        }
        Ok(Explain::new("act-assumed").with("name", name))
    })
}

/// How many years ahead the book looks; an empty setting is the usual one, and stays empty.
fn ahead(tx: &Tx<'_>) -> Result<i64, Fault> {
    match tx.record(Kind::Settings, 1)?.get("cltv_years") {
        Value::Number(years) => Ok(years),
        _ => Ok(Settings::standard().cltv_years.unwrap_or_default()),
    }
}

fn set(tx: &Tx<'_>, kind: Kind, id: Id, wanted: &[(&str, i64)]) -> Result<bool, Fault> {
    let mut record = tx.record(kind, id)?;
    let mut changed = false;
    for (field, number) in wanted {
        let value = Value::Number(*number);
        // Growth that nobody has said is none, and stays unsaid.
        let unsaid = *field == "growth" && *number == 0 && record.get(field).is_empty();
        if record.get(field) != value && !unsaid {
            record.set(field, value)?;
            changed = true;
        }
    }
    if changed {
        tx.update(record.as_mut())?;
    }
    Ok(changed)
}

/// A share as a percentage of scale 4.
#[expect(clippy::cast_possible_truncation, reason = "shares of a few ten thousand")]
#[expect(clippy::cast_precision_loss, reason = "the scale is ten thousand")]
fn percent(share: f64) -> i64 {
    (share * 100.0 * SCALE as f64).round() as i64
}
