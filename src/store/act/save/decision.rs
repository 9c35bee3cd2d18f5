//! What is looked at when a decision, or that somebody was told of it, is written down.
use super::name;
use crate::domain::decision::{Decision, Telling};
use crate::domain::explain::Explain;
use crate::domain::field::{Link, Record};
use crate::domain::kind::Kind;
use crate::store::Tx;
use crate::store::act::rules::Around;
use crate::store::act::told::concern;
use crate::store::fault::Fault;

/// A new decision that names nobody concerns whom decisions at the account usually concern, where `usual` is asked for; one person
/// or colleague is told, once.
pub(in crate::store::act) fn before_writing(
    tx: &Tx<'_>,
    part: &mut dyn Record,
    usual: bool,
) -> Result<(), Fault> {
    if let Some(decision) = part.any().downcast_ref::<Decision>() {
        let nobody = decision.people.is_empty() && decision.colleagues.is_empty();
        if usual && nobody {
            let mut decision = decision.clone();
            concern(tx, &mut decision, Vec::new())?;
            for field in ["people", "colleagues"] {
                part.set(field, Record::get(&decision, field))?;
            }
        }
        return Ok(());
    }
    once(tx, part)
}

/// One person or colleague is told of a decision, once.
pub(in crate::store::act) fn once(around: &impl Around, part: &dyn Record) -> Result<(), Fault> {
    let Some(telling) = part.any().downcast_ref::<Telling>() else { return Ok(()) };
    let Some(Link(decision)) = telling.decision else { return Ok(()) };
    let (kind, id) = match (telling.person, telling.colleague) {
        (Some(Link(id)), None) => (Kind::Person, id),
        (None, Some(Link(id))) => (Kind::Colleague, id),
        (Some(_), Some(_)) | (None, None) => return Err(Explain::new("decision-told-nobody").into()),
    };
    if around.is_told(decision, (kind, id), telling.head.id)? {
        let twice = Explain::new("decision-told-twice").with("name", name(around, kind, id)?);
        return Err(twice.with("decision", name(around, Kind::Decision, decision)?).into());
    }
    Ok(())
}
