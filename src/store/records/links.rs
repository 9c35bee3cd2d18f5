//! What leads to a record: found by the field tables, so that no field is forgotten.
use std::collections::BTreeSet;

use rusqlite::{Connection, params_from_iter};

use super::{far_end, load};
use crate::domain::Id;
use crate::domain::field::{Record, Spec};
use crate::domain::kind::Kind;
use crate::domain::value::{FieldKind, Value};
use crate::store::Tx;
use crate::store::fault::Fault;

/// Every field that leads to a record of that kind, with the kind it belongs to.
pub(in crate::store) fn links_to(kind: Kind) -> impl Iterator<Item = (Kind, &'static Spec)> {
    let leads = move |s: &Spec| matches!(s.kind, FieldKind::Link(to) | FieldKind::Links(to) if to == kind);
    Kind::ALL
        .into_iter()
        .flat_map(move |of| of.specs().into_iter().filter(move |s| leads(s)).map(move |spec| (of, spec)))
}

/// The records that lead to one, each once.
pub(in crate::store) fn leading_to(
    conn: &Connection,
    kind: Kind,
    id: Id,
) -> Result<BTreeSet<(Kind, Id)>, Fault> {
    let mut all = BTreeSet::new();
    for (of, spec) in links_to(kind) {
        let (owner, field) = (of.name(), spec.name);
        let sql = match spec.kind {
            FieldKind::Links(_) => {
                format!("SELECT {owner} FROM {owner}_{field} WHERE {} = ?1", far_end(of, kind))
            }
            _ => format!("SELECT id FROM {owner} WHERE \"{field}\" = ?1"),
        };
        let mut statement = conn.prepare_cached(&sql)?;
        for row in statement.query_map([id], |r| r.get(0))? {
            all.insert((of, row?));
        }
    }
    Ok(all)
}

impl Tx<'_> {
    /// Makes everything that leads to one record lead to another of its kind, and gives the records changed. What would lead to
    /// itself does not: a link that may be empty is, a tie between two goes.
    pub(in crate::store) fn relink(
        &self,
        kind: Kind,
        from: Id,
        to: Id,
    ) -> Result<BTreeSet<(Kind, Id)>, Fault> {
        let mut changed = BTreeSet::new();
        for (of, id) in leading_to(self.conn, kind, from)? {
            let mut record = load(self.conn, of, id)?;
            for spec in of.specs() {
                match record.get(spec.name) {
                    Value::Link(l) if l == from && leads(spec, kind) => {
                        record.set(spec.name, Value::Link(to))?;
                    }
                    Value::Links(mut all) if leads(spec, kind) && all.contains(&from) => {
                        all.retain(|l| *l != to);
                        all.iter_mut().filter(|l| **l == from).for_each(|l| *l = to);
                        record.set(spec.name, Value::Links(all))?;
                    }
                    _ => {}
                }
            }
            if is_tie_to_itself(record.as_ref(), kind) {
                self.delete(of, id)?;
                continue;
            }
            not_to_itself(record.as_mut(), kind)?;
            self.update(record.as_mut())?;
            changed.insert((of, id));
        }
        Ok(changed)
    }

    /// Records of the same kind that tie the same records together: those whose required links, one of them to `kind`, are all
    /// the same, as two tellings of one person. Kinds that have only one such link, or that may stand twice, have none; who sways whom has its own question
    /// (`act::save::influence`).
    pub(in crate::store) fn doubles(&self, record: &dyn Record, kind: Kind) -> Result<Vec<Id>, Fault> {
        let of = record.kind();
        let ties: Vec<_> = tied(of).collect();
        if matches!(of, Kind::Membership | Kind::Influence)
            || ties.len() < 2
            || !ties.iter().any(|s| leads(s, kind))
        {
            return Ok(Vec::new());
        }
        let clauses: Vec<_> = ties.iter().map(|s| format!("\"{}\" = ?", s.name)).collect();
        let sql =
            format!("SELECT id FROM {} WHERE {} AND id <> ? ORDER BY id", of.name(), clauses.join(" AND "));
        let mut ends: Vec<Id> = ties.iter().filter_map(|s| link(record, s)).collect();
        if ends.len() < ties.len() {
            return Ok(Vec::new());
        }
        ends.push(record.head().id);
        let mut statement = self.conn.prepare_cached(&sql)?;
        let ids = statement.query_map(params_from_iter(ends), |r| r.get(0))?;
        Ok(ids.collect::<Result<_, _>>()?)
    }
}

/// Whether a field leads to that kind.
fn leads(spec: &Spec, kind: Kind) -> bool {
    matches!(spec.kind, FieldKind::Link(to) | FieldKind::Links(to) if to == kind)
}

/// The links without which a record of the kind is none.
fn required(kind: Kind) -> impl Iterator<Item = &'static Spec> {
    kind.specs().into_iter().filter(|s| s.required && matches!(s.kind, FieldKind::Link(_)))
}

/// The links that say what a record ties together: the required ones; of somebody told also who it was.
fn tied(kind: Kind) -> impl Iterator<Item = &'static Spec> {
    let hearer = move |s: &&Spec| kind == Kind::Telling && s.name == "person";
    required(kind).chain(kind.specs().into_iter().filter(hearer))
}

fn link(record: &dyn Record, spec: &Spec) -> Option<Id> {
    if let Value::Link(id) = record.get(spec.name) { Some(id) } else { None }
}

/// Whether both ends of a tie between two of a kind are one.
fn is_tie_to_itself(record: &dyn Record, kind: Kind) -> bool {
    let ends: Vec<_> =
        required(record.kind()).filter(|s| leads(s, kind)).filter_map(|s| link(record, s)).collect();
    ends.iter().enumerate().any(|(at, end)| ends.iter().skip(at + 1).any(|other| other == end))
}

/// Nobody is their own boss, successor or way in.
fn not_to_itself(record: &mut dyn Record, kind: Kind) -> Result<(), Fault> {
    let of = record.kind();
    let ends: Vec<_> = required(of).filter(|s| leads(s, kind)).filter_map(|s| link(record, s)).collect();
    for spec in of.specs().into_iter().filter(|s| !s.required && leads(s, kind)) {
        if link(record, spec).is_some_and(|l| ends.contains(&l)) {
            record.set(spec.name, Value::Empty)?;
        }
    }
    Ok(())
}
