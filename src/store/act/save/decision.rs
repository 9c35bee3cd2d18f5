//! What is looked at when a decision, or that somebody was told of it, is written down.
use rusqlite::params;

use super::name;
use crate::domain::decision::{Decision, Telling};
use crate::domain::explain::Explain;
use crate::domain::field::{Link, Record};
use crate::domain::kind::Kind;
use crate::store::Tx;
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
    part.any().downcast_ref::<Telling>().map_or(Ok(()), |telling| once(tx, telling))
}

fn once(tx: &Tx<'_>, telling: &Telling) -> Result<(), Fault> {
    let Some(Link(decision)) = telling.decision else { return Ok(()) };
    let (kind, id) = match (telling.person, telling.colleague) {
        (Some(Link(id)), None) => (Kind::Person, id),
        (None, Some(Link(id))) => (Kind::Colleague, id),
        (Some(_), Some(_)) | (None, None) => return Err(Explain::new("decision-told-nobody").into()),
    };
    let sql = "SELECT 1 FROM telling WHERE decision = ?1 AND (person IS ?2 AND colleague IS ?3) AND id <> ?4";
    let of = |wanted| (kind == wanted).then_some(id);
    let known = params![decision, of(Kind::Person), of(Kind::Colleague), telling.head.id];
    if tx.conn().prepare_cached(sql)?.exists(known)? {
        let twice = Explain::new("decision-told-twice").with("name", name(tx, kind, id)?);
        return Err(twice.with("decision", name(tx, Kind::Decision, decision)?).into());
    }
    Ok(())
}
