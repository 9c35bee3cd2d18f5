//! What was held or taken away since the files were read: an import neither moves nor takes it.
use crate::domain::Id;
use crate::domain::field::Record;
use crate::domain::kind::Kind;
use crate::domain::value::Value;
use crate::store::Tx;
use crate::store::fault::Fault;

/// A planned conversation that was called off goes, if it is still planned.
pub(super) fn call_off(tx: &Tx<'_>, id: Id) -> Result<(), Fault> {
    match tx.record(Kind::Interaction, id) {
        Ok(there) if there.get("planned") == Value::Flag(true) => tx.delete(Kind::Interaction, id),
        Ok(_) | Err(Fault::Missing { .. }) => Ok(()),
        Err(fault) => Err(fault),
    }
}

/// Whether a record is left as it is: a conversation that was planned when the files were read and no longer is.
pub(super) fn is_left(tx: &Tx<'_>, record: &dyn Record) -> Result<bool, Fault> {
    let planned = Value::Flag(true);
    if record.kind() != Kind::Interaction || record.get("planned") != planned {
        return Ok(false);
    }
    match tx.record(Kind::Interaction, record.head().id) {
        Ok(there) => Ok(there.head().version != record.head().version && there.get("planned") != planned),
        Err(Fault::Missing { .. }) => Ok(true),
        Err(fault) => Err(fault),
    }
}
