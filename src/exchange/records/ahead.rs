//! Links to records of the same kind, which may stand further down.
use super::leads::Lead;
use super::links::Known;
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::value::{FieldKind, Value};
use crate::exchange::join::{Import, kept, title};
use crate::store::fault::Fault;

/// A link to a record of the same kind, which may stand further down.
pub(super) struct Ahead {
    pub(super) id: Id,
    pub(super) lead: Lead,
    /// The row of the plan that tells of it.
    pub(super) row: u64,
}

/// Sets a link to a record of the same kind, unless it leads back to where it began.
pub(super) fn lead(kind: Kind, ahead: &Ahead, known: &Known, import: &mut Import<'_>) -> Result<(), Fault> {
    let here =
        if let Value::Link(id) = import.shelf.get(kind, ahead.id)?.get("account") { Some(id) } else { None };
    let (spec, field) = (ahead.lead.spec, ahead.lead.spec.name);
    let mut ids = Vec::new();
    for target in ahead.lead.targets(kind, here, known, import)? {
        let why = match target {
            Ok(to) if leads_back(kind, ahead, to, import)? => Explain::new("import-circle")
                .with("kind", kind.name())
                .with("field", field)
                .with("text", title(import.shelf.get(kind, to)?.as_ref())),
            Ok(to) => {
                ids.push(to);
                continue;
            }
            Err(why) => why,
        };
        import.retell(ahead.row, |row| row.why.push(why))?;
    }
    let value = match spec.kind {
        _ if ids.is_empty() => return Ok(()),
        FieldKind::Link(_) => ids.first().map_or(Value::Empty, |id| Value::Link(*id)),
        _ => Value::Links(ids),
    };
    let mut led = import.shelf.get(kind, ahead.id)?;
    if led.get(field).is_empty() {
        led.set(field, value.clone())?;
        if let Some(why) = import.broken(led.as_mut(), ahead.id < 0)? {
            return import.retell(ahead.row, |row| row.why.push(why));
        }
    }
    let set = import.shelf.change(kind, ahead.id, |record| {
        let free = record.get(field).is_empty();
        if free {
            record.set(field, value.clone())?;
        }
        Ok((free, free || record.get(field) == value))
    })?;
    if !set {
        import.retell(ahead.row, |row| row.why.push(kept((kind, field))))?;
    }
    Ok(())
}

/// Whether a line of parts or of what follows what would end where it began.
fn leads_back(kind: Kind, ahead: &Ahead, to: Id, import: &Import<'_>) -> Result<bool, Fault> {
    let mut looked = vec![to];
    let mut next = 0;
    while let Some(at) = looked.get(next).copied() {
        if at == ahead.id {
            return Ok(true);
        }
        next += 1;
        let more = match import.shelf.get(kind, at)?.get(ahead.lead.spec.name) {
            Value::Link(id) => vec![id],
            Value::Links(ids) => ids,
            _ => Vec::new(),
        };
        looked.extend(more.into_iter().filter(|id| !looked.contains(id)).collect::<Vec<_>>());
    }
    Ok(false)
}
