//! What there is only one of in a book, and what is of one book only.
use super::{Incoming, linked};
use crate::domain::Id;
use crate::domain::kind::Kind;
use crate::domain::value::Value;
use crate::exchange::join::Import;
use crate::store::fault::Fault;
use crate::store::stage::Topic;

/// What keeps quiet knows the record it is about by its number, and in another book that is another record.
pub(super) fn is_elsewhere(new: &Incoming, import: &Import<'_>) -> Result<bool, Fault> {
    let about = new.record.kind() == Kind::Mute && !new.record.get("subject").is_empty();
    Ok(about && import.shelf.store.id_of_uid(Kind::Mute, &new.record.head().uid)?.is_none())
}

/// What there is only one of, as a text: the figure of an indicator in a period, the rate of a currency in a year.
pub(super) fn only_one(new: &Incoming, import: &Import<'_>) -> Result<Option<String>, Fault> {
    let kpi = match new.links.iter().find(|(field, ..)| *field == "kpi") {
        Some((_, to, uids)) => linked(*to, uids, import)?,
        None => None,
    };
    Ok(match (new.record.kind(), kpi, new.record.get("period")) {
        (Kind::Target | Kind::Actual, Some(Value::Link(kpi)), Value::Period(period)) => {
            Some(format!("{kpi} {period}"))
        }
        (Kind::Rate, ..) => match (new.record.get("currency"), new.record.get("year")) {
            (Value::Text(currency), Value::Number(year)) => Some(format!("{currency} {year}")),
            _ => None,
        },
        _ => None,
    })
}

/// The record that stands where this one would: of a document, or of the book.
pub(super) fn twin(kind: Kind, only: Option<&str>, import: &Import<'_>) -> Result<Option<Id>, Fault> {
    let Some(only) = only else { return Ok(None) };
    if let Some(id) = import.shelf.stage.known(Topic::Only, &(kind, only))?.first() {
        return Ok(Some(*id));
    }
    let (first, second) = only.split_once(' ').unwrap_or_default();
    import.shelf.store.id_of_twin(kind, first, second)
}
