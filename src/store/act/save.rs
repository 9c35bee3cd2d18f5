//! Saving the parts of a form in one act.
pub(super) mod decision;
pub(super) mod figures;
pub(super) mod influence;
mod involvement;
pub(super) mod plan;
pub(super) mod sale;
pub(super) mod whitespace;

use chrono::NaiveDate;

use super::rules::Around;
use super::tier;
use crate::domain::Id;
use crate::domain::account::Account;
use crate::domain::explain::Explain;
use crate::domain::field::Record;
use crate::domain::kind::{Kind, Title};
use crate::domain::value::Value;
use crate::store::fault::Fault;
use crate::store::{Outcome, Store, Tx};

/// Writes the parts: new ones are inserted, others updated. The first part names the act; several of one kind do it together.
/// What is not said of a new decision is as usual, unless all of it was said.
pub(super) fn save(
    store: &mut Store,
    mut parts: Vec<Box<dyn Record>>,
    all_said: bool,
    today: NaiveDate,
) -> Result<Outcome, Fault> {
    store.act(today, |tx| {
        let kind = parts.first().map(|p| p.kind());
        let alike = parts.iter().all(|p| Some(p.kind()) == kind);
        let mut key = None;
        let mut names = Vec::new();
        let mut person = None;
        let mut moved = None;
        for part in &mut parts {
            let new = part.head().id == 0;
            if part.kind() == Kind::Membership && part.get("person").is_empty() {
                part.set("person", person.map_or(Value::Empty, Value::Link))?;
            }
            figures::before_writing(tx, part.as_mut(), new)?;
            influence::before_writing(tx, part.as_ref(), new)?;
            involvement::before_writing(tx, part.as_ref(), new)?;
            decision::before_writing(tx, part.as_mut(), new && !all_said)?;
            whitespace::before_writing(tx, part.as_ref(), new)?;
            plan::before_writing(tx, part.as_mut())?;
            let tier = tier::before_writing(tx, part.as_ref(), new)?;
            if let Some(account) = part.any().downcast_ref::<Account>() {
                account.check()?;
            }
            moved = moved.or(figures::year_moved(tx, part.as_ref())?);
            write(tx, part.as_mut(), new)?;
            tier::after_writing(tx, part.as_ref(), tier, today)?;
            if new {
                sale::begins(tx, part.as_ref())?;
            }
            if part.kind() == Kind::Person {
                person = Some(part.head().id);
            }
            if key.is_none() || alike {
                names.push(name_of(tx, part.as_ref())?);
            }
            key.get_or_insert(if new { "act-created" } else { "act-changed" });
        }
        let (Some(kind), Some(key)) = (kind, key) else {
            return Err(Explain::new("act-nothing-to-save").into());
        };
        let changed = Explain::new(key).with("kind", kind.name()).with("name", few(names));
        Ok(moved.map_or(changed, |count| Explain::new("act-year-moved").with("count", count)))
    })
}

fn write(tx: &Tx<'_>, part: &mut dyn Record, new: bool) -> Result<(), Fault> {
    if new { tx.insert(part).map(|_| ()) } else { tx.update(part) }
}

/// How many names a label has room for.
const FEW: usize = 3;

/// The names as labels have them: `none` instead of nothing, the first of many.
pub(super) fn few(mut names: Vec<String>) -> String {
    names.retain(|n| !n.is_empty());
    let more = names.len() > FEW;
    names.truncate(FEW);
    if more {
        names.push("…".to_owned());
    }
    if names.is_empty() { "none".to_owned() } else { names.join(", ") }
}

/// What a record is called in labels: its name, its text, or that of the person it is about.
pub(super) fn name_of(tx: &impl Around, record: &dyn Record) -> Result<String, Fault> {
    let text = |field| match record.get(field) {
        Value::Text(text) => {
            Some(text.lines().next().unwrap_or_default().chars().take(60).collect::<String>())
        }
        _ => None,
    };
    match record.kind().row().title {
        Title::Fields(fields) => Ok(fields.iter().find_map(|field| text(field)).unwrap_or_default()),
        Title::Of(field, kind) => match record.get(field) {
            Value::Link(id) => name(tx, kind, id),
            _ => Ok(String::new()),
        },
    }
}

/// The name of an account, person or colleague.
pub(super) fn name(tx: &impl Around, kind: Kind, id: Id) -> Result<String, Fault> {
    name_of(tx, tx.record(kind, id)?.as_ref())
}
