//! Which records get a note, and in which file it stands.
use std::collections::HashMap;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::name;
use super::shelf::{Found, Shelf};
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::note::Subject;
use crate::domain::text::fold;
use crate::domain::value::Value;
use crate::store::Store;
use crate::store::fault::Fault;

/// Every record that may have a note.
pub(super) fn uids(store: &Store) -> Result<Vec<(Kind, Id, String)>, Explain> {
    let of = |kind: Kind| -> Result<_, Fault> {
        Ok(store.uids(kind)?.into_iter().map(move |(id, uid)| (kind, id, uid)))
    };
    let all = of(Kind::Account).and_then(|accounts| Ok(accounts.chain(of(Kind::Person)?).collect()));
    all.map_err(|fault| fault.explain())
}

/// The records that get a note, accounts first; who stands for somebody not known yet gets none.
pub(super) fn subjects(
    store: &Store,
    account: Option<Id>,
    today: NaiveDate,
) -> Result<Vec<Subject>, Explain> {
    let mut people = store.people(account, today).map_err(|fault| fault.explain())?;
    // Of somebody with several places the one they still have comes first.
    people.sort_by_key(|row| (row.person, row.left_on.is_some(), row.membership));
    people.dedup_by_key(|row| row.person);
    let people: HashMap<Id, _> =
        people.into_iter().filter(|p| !p.placeholder).map(|p| (p.person, p)).collect();
    let mut subjects = Vec::new();
    for (kind, id, uid) in uids(store)? {
        let row = people.get(&id).filter(|_| kind == Kind::Person);
        if kind == Kind::Account && account.is_none_or(|of| of == id) {
            let record = store.record(kind, id).map_err(|fault| fault.explain())?;
            let name = record.get("name");
            let name = if let Value::Text(name) = name { name } else { String::new() };
            subjects.push(Subject { kind, id, uid, name, place: None, beside: String::new() });
        } else if let Some(row) = row {
            let (name, beside) = (row.name.clone(), row.account_name.clone());
            subjects.push(Subject { kind, id, uid, name, place: row.membership, beside });
        }
    }
    Ok(subjects)
}

/// A record with the file of its note.
pub(super) struct Placed {
    /// The record.
    pub subject: Subject,
    /// Its note, if there is one.
    pub found: Option<Found>,
    /// Where it is to stand.
    pub path: PathBuf,
}

/// Gives every record its file: the one it has, unless its record is called otherwise now and the user has not named it.
pub(super) fn places(subjects: Vec<Subject>, folder: &Path, shelf: &mut Shelf) -> Vec<Placed> {
    let place = |subject: Subject| {
        let found = shelf.notes.get(&subject.uid).cloned();
        let folder = found.as_ref().and_then(|found| found.path.parent()).unwrap_or(folder);
        let before = found.as_ref().map(|found| (found, found.stem()));
        let renamed = before.as_ref().is_some_and(|(found, stem)| {
            let name = found.name.as_ref().filter(|name| **name != subject.name);
            name.is_some_and(|name| name::is_given(stem, name))
        });
        let path = match &before {
            Some((found, _)) if !renamed => found.path.clone(),
            before => {
                // Its own name is no other's.
                let own = before.as_ref().map(|(_, stem)| fold(stem));
                let stem = name::free(&subject, |name| {
                    let others = usize::from(own.as_deref() == Some(name));
                    shelf.taken.get(name).copied().unwrap_or_default() > others
                });
                *shelf.taken.entry(fold(&stem)).or_default() += 1;
                folder.join(format!("{stem}.md"))
            }
        };
        Placed { subject, found, path }
    };
    subjects.into_iter().map(place).collect()
}

impl Placed {
    /// The name by which it is linked to.
    pub(super) fn stem(&self) -> String {
        self.path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
    }
}
