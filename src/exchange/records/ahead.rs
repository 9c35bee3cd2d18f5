//! Links to records of the same kind, which may stand further down.
use super::links::Known;
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::value::{FieldKind, Value};
use crate::exchange::draft::short;
use crate::exchange::join::{Import, kept};
use crate::store::fault::Fault;

/// A link to a record of the same kind, which may stand further down.
pub(super) struct Ahead {
    pub(super) id: Id,
    pub(super) field: &'static str,
    pub(super) names: Vec<String>,
    /// The row of the plan that tells of it.
    pub(super) row: u64,
}

/// Sets a link to a record of the same kind, unless it leads back to where it began.
pub(super) fn lead(kind: Kind, ahead: &Ahead, known: &Known, import: &mut Import<'_>) -> Result<(), Fault> {
    let here =
        if let Value::Link(id) = import.shelf.get(kind, ahead.id)?.get("account") { Some(id) } else { None };
    let Some(spec) = kind.specs().into_iter().find(|s| s.name == ahead.field) else { return Ok(()) };
    let mut ids = Vec::new();
    for name in &ahead.names {
        let why = match known.find(kind, name, here, import) {
            Ok(to) if leads_back(kind, ahead, to, import)? => Explain::new("import-circle")
                .with("kind", kind.name())
                .with("field", ahead.field)
                .with("text", short(name)),
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
    if led.get(ahead.field).is_empty() {
        led.set(ahead.field, value.clone())?;
        if let Some(why) = import.broken(led.as_mut(), ahead.id < 0)? {
            return import.retell(ahead.row, |row| row.why.push(why));
        }
    }
    let set = import.shelf.change(kind, ahead.id, |record| {
        let free = record.get(ahead.field).is_empty();
        if free {
            record.set(ahead.field, value.clone())?;
        }
        Ok((free, free || record.get(ahead.field) == value))
    })?;
    if !set {
        import.retell(ahead.row, |row| row.why.push(kept((kind, ahead.field))))?;
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
        let more = match import.shelf.get(kind, at)?.get(ahead.field) {
            Value::Link(id) => vec![id],
            Value::Links(ids) => ids,
            _ => Vec::new(),
        };
        looked.extend(more.into_iter().filter(|id| !looked.contains(id)).collect::<Vec<_>>());
    }
    Ok(false)
}
