//! What is looked at when an indicator, a sale, a person or the settings are saved.
use super::sale;
use crate::domain::choice::Unit;
use crate::domain::explain::Explain;
use crate::domain::field::Record;
use crate::domain::kind::Kind;
use crate::domain::kpi::{Kpi, check};
use crate::domain::opportunity::Opportunity;
use crate::domain::settings::Settings;
use crate::domain::value::Value;
use crate::store::Tx;
use crate::store::act::rules::Around;
use crate::store::fault::Fault;

/// Completes and checks a record before it is written over what was there.
pub(in crate::store::act) fn before_writing(
    tx: &Tx<'_>,
    part: &mut dyn Record,
    new: bool,
) -> Result<(), Fault> {
    sound(tx, part, new)?;
    match part.kind() {
        Kind::Opportunity => sale::before_writing(tx, part, new),
        Kind::Person if !new => now_known(tx, part),
        _ => Ok(()),
    }
}

/// Checks an indicator, a sale or the settings.
///
/// # Errors
/// Refused: what does not hold together, and an indicator whose figures would mean something else; and faults of the file.
pub(in crate::store::act) fn sound(around: &impl Around, part: &dyn Record, new: bool) -> Result<(), Fault> {
    match part.kind() {
        Kind::Kpi => indicator(around, part, new),
        Kind::Opportunity => Ok(part.any().downcast_ref().map_or(Ok(()), Opportunity::check)?),
        Kind::Settings => settings(part),
        _ => Ok(()),
    }
}

/// A placeholder that is given another name is somebody.
fn now_known(tx: &Tx<'_>, part: &mut dyn Record) -> Result<(), Fault> {
    let stands_in = |record: &dyn Record| record.get("placeholder") == Value::Flag(true);
    if stands_in(part) {
        let before = tx.record(Kind::Person, part.head().id)?;
        if stands_in(before.as_ref()) && before.get("name") != part.get("name") {
            part.set("placeholder", Value::Flag(false))?;
        }
    }
    Ok(())
}

/// Thresholds of the settings, those that are not set being the usual ones.
fn usual(settings: Option<&Settings>) -> (i64, i64) {
    let standard = Settings::standard();
    let or = |own: Option<i64>, usual: Option<i64>| own.or(usual).unwrap_or(0);
    (
        or(settings.and_then(|s| s.kpi_green), standard.kpi_green),
        or(settings.and_then(|s| s.kpi_amber), standard.kpi_amber),
    )
}

fn settings(part: &dyn Record) -> Result<(), Fault> {
    let (green, amber) = usual(part.any().downcast_ref());
    Ok(check::thresholds(green, amber)?)
}

/// How many figures of years and quarters mean other months from now on, where the settings move the company's year.
pub(super) fn year_moved(tx: &Tx<'_>, part: &dyn Record) -> Result<Option<usize>, Fault> {
    if part.kind() != Kind::Settings
        || tx.record(Kind::Settings, 1)?.get("company_year_start") == part.get("company_year_start")
    {
        return Ok(None);
    }
    let sql = "SELECT (SELECT count(*) FROM target WHERE period NOT LIKE '____-__')
        + (SELECT count(*) FROM actual WHERE period NOT LIKE '____-__')";
    let count: usize = tx.conn().prepare_cached(sql)?.query_row([], |r| r.get(0))?;
    Ok(Some(count).filter(|count| *count > 0))
}

/// It must hold together, and what was entered must stay what it is: figures are of periods of its frequency, in its measure.
fn indicator(around: &impl Around, part: &dyn Record, new: bool) -> Result<(), Fault> {
    let Some(kpi) = part.any().downcast_ref::<Kpi>() else { return Ok(()) };
    let settings = around.record(Kind::Settings, 1)?;
    let (green, amber) = usual(settings.any().downcast_ref());
    kpi.check(green, amber)?;
    if new {
        return Ok(());
    }
    let before = around.record(Kind::Kpi, kpi.head.id)?;
    let Some(before) = before.any().downcast_ref::<Kpi>() else { return Ok(()) };
    let money = |kpi: &Kpi| kpi.measure == Some(Unit::Money);
    if kpi.frequency == before.frequency && money(kpi) == money(before) {
        return Ok(());
    }
    let count = around.count_figures(kpi.head.id)?;
    let refused = Explain::new("kpi-has-figures").with("name", &kpi.name).with("count", count);
    if count == 0 { Ok(()) } else { Err(refused.into()) }
}
