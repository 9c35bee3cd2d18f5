//! All that is held about a person: the right of access. Read from the field tables, so that whatever comes to lead to a person
//! is in it by itself. It reads much, and only the shell asks for it.
use std::collections::BTreeSet;
use std::path::Path;

use rusqlite::params;

use crate::domain::Id;
use crate::domain::field::Record;
use crate::domain::kind::Kind;
use crate::domain::value::FieldKind;
use crate::store::Store;
use crate::store::backup::Backup;
use crate::store::fault::Fault;
use crate::store::forget::Text;
use crate::store::journal::Entry;
use crate::store::records::far_end;

/// All that is held about a person.
#[derive(Debug, Clone)]
pub struct Dossier {
    /// Who they are.
    pub person: Box<dyn Record>,
    /// Every record that leads to them, or to one that is theirs.
    pub linked: Vec<Linked>,
    /// Colleagues who met them: number, name, how often, and the last day.
    pub colleagues: Vec<(Id, String, usize, String)>,
    /// Texts elsewhere that name them.
    pub mentions: Vec<Text>,
    /// The acts that changed any of it, newest first, each with the name of the program run that did it.
    pub acts: Vec<(Entry, String)>,
    /// Drafts that name them.
    pub drafts: Vec<String>,
    /// Copies of the book that hold them.
    pub backups: Vec<Backup>,
}

/// A record that leads to somebody.
#[derive(Debug, Clone)]
pub struct Linked {
    /// The fields that do.
    pub fields: Vec<&'static str>,
    /// All of it.
    pub record: Box<dyn Record>,
}

impl Store {
    /// All that is held about a person; `drafts` is the folder of what was typed and not saved.
    ///
    /// # Errors
    /// [`Fault::Missing`], and faults of the files.
    pub fn dossier(&self, id: Id, drafts: Option<&Path>) -> Result<Dossier, Fault> {
        let person = self.record(Kind::Person, id)?;
        let known = self.who_is(id)?;
        let linked = self.linked(id)?;
        let rows: Vec<(Kind, Id)> = linked.iter().map(|l| (l.record.kind(), l.record.head().id)).collect();
        let mut mentions = self.mentions(&known)?;
        // What leads to them is there already, whole.
        mentions.retain(|m| !rows.contains(&(m.kind, m.id)));
        Ok(Dossier {
            colleagues: self.colleagues_who_met(id)?,
            acts: self.acts_on(std::iter::once((Kind::Person, id)).chain(rows))?,
            drafts: drafts.map(|folder| self.drafts_with(&known, folder)).transpose()?.unwrap_or_default(),
            backups: self.copies_with(&known)?,
            person,
            linked,
            mentions,
        })
    }

    fn linked(&self, person: Id) -> Result<Vec<Linked>, Fault> {
        let mut found: Vec<(Kind, Id, &'static str)> = Vec::new();
        self.leading_to(Kind::Person, &[person], &mut found)?;
        // What must have a person is a part of theirs: what leads to it is about them too.
        for kind in Kind::ALL {
            let is_part = kind.specs().iter().any(|s| s.required && s.kind == FieldKind::Link(Kind::Person));
            let ids: Vec<Id> =
                found.iter().filter(|(of, ..)| is_part && *of == kind).map(|(_, id, _)| *id).collect();
            self.leading_to(kind, &ids, &mut found)?;
        }
        let mut linked: Vec<Linked> = Vec::new();
        found.sort_by_key(|(kind, id, _)| (Kind::ALL.iter().position(|k| k == kind), *id));
        for (kind, id, field) in found {
            match linked.last_mut().filter(|l| l.record.kind() == kind && l.record.head().id == id) {
                Some(same) if same.fields.contains(&field) => {}
                Some(same) => same.fields.push(field),
                None => linked.push(Linked { fields: vec![field], record: self.record(kind, id)? }),
            }
        }
        Ok(linked)
    }

    /// Every record with a field that leads to one of these.
    fn leading_to(
        &self,
        to: Kind,
        ids: &[Id],
        found: &mut Vec<(Kind, Id, &'static str)>,
    ) -> Result<(), Fault> {
        if ids.is_empty() {
            return Ok(());
        }
        let list = serde_json::to_string(ids).unwrap_or_default();
        for kind in Kind::ALL {
            for spec in kind.specs() {
                let name = kind.name();
                let (column, table, field) = match spec.kind {
                    FieldKind::Link(of) if of == to => ("id", name.to_owned(), spec.name),
                    FieldKind::Links(of) if of == to => {
                        (name, format!("{name}_{}", spec.name), far_end(kind, to))
                    }
                    _ => continue,
                };
                let sql = format!(
                    "SELECT {column} FROM {table} WHERE \"{field}\" IN (SELECT value FROM json_each(?1)) ORDER BY 1"
                );
                let mut statement = self.conn.prepare(&sql)?;
                for id in statement.query_map([&list], |r| r.get(0))? {
                    found.push((kind, id?, spec.name));
                }
            }
        }
        Ok(())
    }

    fn colleagues_who_met(&self, person: Id) -> Result<Vec<(Id, String, usize, String)>, Fault> {
        let mut statement = self.conn.prepare_cached(
            "SELECT c.id, c.name, count(*), max(m.day) FROM met m JOIN colleague c ON c.id = m.colleague
             WHERE m.person = ?1 GROUP BY c.id ORDER BY max(m.day) DESC, c.id",
        )?;
        let rows = statement.query_map([person], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn acts_on(&self, rows: impl Iterator<Item = (Kind, Id)>) -> Result<Vec<(Entry, String)>, Fault> {
        let mut ids: BTreeSet<Id> = BTreeSet::new();
        let mut statement =
            self.conn.prepare_cached("SELECT DISTINCT entry FROM change WHERE tbl = ?1 AND row = ?2")?;
        for (kind, id) in rows {
            for entry in statement.query_map(params![kind.name(), id], |r| r.get(0))? {
                ids.insert(entry?);
            }
        }
        let mut origin = self.conn.prepare_cached("SELECT origin FROM entry WHERE id = ?1")?;
        let mut acts = Vec::new();
        for id in ids.into_iter().rev() {
            let Some(entry) = self.journal(Some(id + 1), 1)?.pop() else { continue };
            acts.push((entry, origin.query_row([id], |r| r.get(0))?));
        }
        Ok(acts)
    }

    /// How much there is to forget of somebody, told before they are.
    ///
    /// # Errors
    /// [`Fault::Missing`], and faults of the file.
    pub fn held(&self, person: Id) -> Result<Held, Fault> {
        let known = self.who_is(person)?;
        let taken = self.holds(&known)?;
        Ok(Held { person, name: known.name, taken, backups: self.list_backups()?.len() })
    }
}

/// How much there is to forget of somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Who.
    pub person: Id,
    /// Their full name.
    pub name: String,
    /// What the book holds.
    pub taken: crate::store::forget::Taken,
    /// How many copies of the book there are.
    pub backups: usize,
}
