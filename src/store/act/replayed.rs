//! What undo and redo are called.
use crate::domain::explain::Explain;
use crate::store::Outcome;
use crate::store::fault::Fault;
use crate::store::journal::Entry;

/// Undo and redo name what they did: `act-undone` with the key of the act as argument `of`, and its arguments.
pub(super) fn named(entry: Option<Entry>, done: &str, nothing: &str) -> Result<Outcome, Fault> {
    let Some(entry) = entry else { return Err(Explain::new(nothing).into()) };
    let mut label = Explain::new(done).with("of", &entry.label.key);
    label.args.extend(entry.label.args);
    Ok(Outcome { entry: Some(entry.id), label, touched: Vec::new() })
}
