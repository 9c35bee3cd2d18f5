//! What is looked at when a cell of the white space is written: its amounts, that its part is one of the account, and that it is
//! kept once.
use super::name;
use crate::domain::explain::Explain;
use crate::domain::field::Record;
use crate::domain::kind::Kind;
use crate::domain::market::WhiteSpace;
use crate::domain::value::Value;
use crate::store::act::rules::Around;
use crate::store::fault::Fault;

/// Checks a cell by itself.
///
/// # Errors
/// What [`WhiteSpace::check`] refuses.
pub(in crate::store::act) fn holds(part: &dyn Record) -> Result<(), Explain> {
    part.any().downcast_ref::<WhiteSpace>().map_or(Ok(()), WhiteSpace::check)
}

/// Checks a cell before it is written.
///
/// # Errors
/// Refused: what [`WhiteSpace::check`] refuses, `whitespace-unit` for a part of another account, `whitespace-twice` for a cell that
/// is kept already; and faults of the file.
pub(in crate::store::act) fn before_writing(
    around: &impl Around,
    part: &dyn Record,
    new: bool,
) -> Result<(), Fault> {
    let Some(own) = part.any().downcast_ref::<WhiteSpace>() else { return Ok(()) };
    own.check()?;
    let Some(place) = own.place() else { return Ok(()) };
    let stays = !new && {
        let before = around.record(Kind::WhiteSpace, own.head.id)?;
        before.any().downcast_ref::<WhiteSpace>().and_then(WhiteSpace::place) == Some(place)
    };
    if stays {
        return Ok(());
    }
    let names = |key: &str| -> Result<Explain, Fault> {
        let of = place.unit.map_or((Kind::Account, place.account), |unit| (Kind::Unit, unit));
        let why = Explain::new(key).with("unit", name(around, of.0, of.1)?);
        let why = why.with("account", name(around, Kind::Account, place.account)?);
        Ok(why.with("offering", name(around, Kind::Offering, place.offering)?))
    };
    if let Some(unit) = place.unit
        && around.record(Kind::Unit, unit)?.get("account") != Value::Link(place.account)
    {
        return Err(names("whitespace-unit")?.into());
    }
    if around.is_kept(place, own.head.id)? {
        return Err(names("whitespace-twice")?.into());
    }
    Ok(())
}
