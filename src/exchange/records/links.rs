//! Which record a name or a number in a table leads to: of the book, or of what was read before. Accents, case and signs make no
//! difference; what is only nearly the name is offered, never taken.
use std::collections::{HashMap, HashSet};

use super::index::Index;
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::field::Record;
use crate::domain::kind::Kind;
use crate::domain::text::{fold, name_tokens};
use crate::domain::twins::name;
use crate::domain::value::Value;
use crate::exchange::draft::short;
use crate::exchange::figures::nearest;
use crate::exchange::join::Import;
use crate::exchange::names::bare_key;
use crate::store::fault::Fault;

/// How many names of a kind there are to choose the nearest from.
const SHOWN: usize = 20_000;

/// The names and numbers of records that were asked for.
#[derive(Default)]
pub(super) struct Known {
    names: Index,
    /// As they are shown, for offering the nearest.
    shown: HashMap<Kind, Vec<String>>,
    /// The numbers that records have in the files.
    numbers: Index,
    /// The accounts of a record.
    at: Index,
    loaded: HashSet<Kind>,
}

/// The name and the uid of a text that has both, or a uid alone.
pub(super) fn with_uid(text: &str) -> Option<(&str, &str)> {
    let is_uid = |text: &str| text.len() == 36 && uuid::Uuid::parse_str(text).is_ok();
    if is_uid(text) {
        return Some(("", text));
    }
    let (name, uid) = text.strip_suffix(')')?.rsplit_once(" (")?;
    is_uid(uid).then_some((name, uid))
}

/// A name as it is compared.
pub(in crate::exchange) fn key(kind: Kind, text: &str) -> String {
    match kind {
        Kind::Person | Kind::Colleague => name::key(text),
        _ => match name_tokens(text).join(" ") {
            words if words.is_empty() => fold(text.trim()),
            words => words,
        },
    }
}

/// Everything by which a record is known, as it is compared.
pub(in crate::exchange) fn keys(record: &dyn Record) -> Vec<String> {
    let kind = record.kind();
    let mut keys = Vec::new();
    if let Value::Text(name) = record.get("name") {
        keys.push(key(kind, &name));
        if kind == Kind::Account {
            keys.push(bare_key(&name));
        }
    }
    for field in ["aliases", "emails"] {
        if let Value::Texts(texts) = record.get(field) {
            keys.extend(texts.iter().map(|text| key(kind, text)));
        }
    }
    keys
}

/// Whether a text is a number, or a name with one that tells it from others: `#12`, `12`, `Ana Ruiz (#12)`.
pub(in crate::exchange) fn is_numbered(text: &str) -> bool {
    numbered(text).1.is_some()
}

/// A text as name and number.
fn numbered(text: &str) -> (&str, Option<Id>) {
    match text.strip_suffix(')').and_then(|t| t.rsplit_once("(#")) {
        Some((name, number)) => (name.trim(), number.parse().ok()),
        None => (text, text.trim_start_matches('#').parse().ok()),
    }
}

impl Known {
    /// Looks through all records of a kind, once.
    pub(super) fn load(&mut self, kind: Kind, import: &Import<'_>) -> Result<(), Fault> {
        if !self.loaded.insert(kind) {
            return Ok(());
        }
        if kind == Kind::Person {
            self.load(Kind::Membership, import)?;
        }
        super::join::each(kind, import, &mut |record| self.learn(record, record.head().id))
    }

    /// Takes note of a record under its names.
    pub(super) fn learn(&mut self, record: &dyn Record, id: Id) {
        let kind = record.kind();
        if let (Kind::Membership, Value::Link(person), Value::Link(account)) =
            (kind, record.get("person"), record.get("account"))
        {
            self.at.learn(&(Kind::Person, person), account);
        } else if let Value::Link(account) = record.get("account") {
            self.at.learn(&(kind, id), account);
        }
        if let Value::Text(name) = record.get("name") {
            self.show(kind, &name);
        }
        for key in keys(record) {
            self.names.learn(&(kind, key), id);
        }
    }

    fn show(&mut self, kind: Kind, name: &str) {
        let shown = self.shown.entry(kind).or_default();
        if shown.len() < SHOWN {
            shown.push(name.to_owned());
        }
    }

    /// Takes note of the number that a record has in the files.
    pub(super) fn number(&mut self, kind: Kind, number: Id, id: Id) {
        self.numbers.learn(&(kind, number), id);
    }

    /// The record that a text leads to; of several of a name the only one at `here`.
    pub(super) fn find(
        &self,
        kind: Kind,
        text: &str,
        here: Option<Id>,
        import: &Import<'_>,
    ) -> Result<Id, Explain> {
        // `Arce (0193…)` is known by its uid, whatever it is called by now; what stands beside a uid is never a number.
        if let Some((name, uid)) = with_uid(text) {
            return match import.of_uid(kind, uid).map_err(|fault| fault.explain())? {
                Some(id) => Ok(id),
                None => self.of_name(kind, name, here),
            };
        }
        // `Ana Ruiz (#12)` names one of several; in another book that number is somebody else's.
        let (name, number) = numbered(text);
        let named = self.named(kind, name);
        if let Some(number) = number {
            let of_file = self.numbers.known(&(kind, number)).first().copied();
            let only = name == text;
            let fits = |id: &Id| only || named.contains(id);
            if let Some(id) = of_file.filter(fits) {
                return Ok(id);
            }
            let there = number > 0 && import.shelf.store.record(kind, number).is_ok();
            if (named.is_empty() || !only) && there && fits(&number) {
                return Ok(number);
            }
        }
        self.of_name(kind, name, here)
    }

    /// The record of a name; of several the only one at `here`.
    fn of_name(&self, kind: Kind, name: &str, here: Option<Id>) -> Result<Id, Explain> {
        match self.named(kind, name) {
            [] => Err(self.unknown(kind, name)),
            [one] => Ok(*one),
            several => {
                let at = |id: &&Id| here.is_some_and(|here| self.at.known(&(kind, **id)).contains(&here));
                let mut near = several.iter().filter(at);
                match (near.next(), near.next()) {
                    (Some(one), None) => Ok(*one),
                    _ => Err(ambiguous(kind, name, several)),
                }
            }
        }
    }

    /// Whether a text may well be that record: it is one of its names, or a number, which is another one in another book.
    pub(super) fn answers(&self, kind: Kind, text: &str, id: Id) -> bool {
        !kind.has_names() || is_numbered(text) || self.named(kind, text).contains(&id)
    }

    fn named(&self, kind: Kind, name: &str) -> &[Id] {
        match self.names.known(&(kind, key(kind, name))) {
            [] if kind == Kind::Account => self.names.known(&(kind, bare_key(name))),
            exact => exact,
        }
    }

    fn unknown(&self, kind: Kind, name: &str) -> Explain {
        if !kind.has_names() {
            return Explain::new("import-link-number").with("kind", kind.name()).with("text", short(name));
        }
        let shown = self.shown.get(&kind).into_iter().flatten().map(String::as_str);
        let near = nearest(name, shown).join(", ");
        let near = if near.is_empty() { "none".to_owned() } else { near };
        Explain::new("import-link-none")
            .with("kind", kind.name())
            .with("text", short(name))
            .with("nearest", near)
    }
}

fn ambiguous(kind: Kind, name: &str, ids: &[Id]) -> Explain {
    let numbers = ids.iter().take(5).filter(|id| **id > 0).map(|id| format!("{name} (#{id})"));
    let candidates = numbers.collect::<Vec<_>>().join(", ");
    Explain::new("name-ambiguous")
        .with("kind", kind.name())
        .with("name", short(name))
        .with("candidates", candidates)
}
