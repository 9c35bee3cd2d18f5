//! The short names by which the demo files refer to each other.
use std::collections::HashMap;

use chrono::NaiveDate;
use toml::Table;

use super::{broken, cell, number};
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;

/// Which record a short name stands for.
#[derive(Debug, Default)]
pub struct Keys {
    ids: HashMap<(Kind, String), Id>,
    days: HashMap<String, NaiveDate>,
    places: Vec<(Id, Id, Id)>,
}

impl Keys {
    /// Notes the short name of a table.
    ///
    /// # Errors
    /// `error-demo` for a table without a short name, or a name taken twice.
    pub fn add(&mut self, kind: Kind, row: &Table, id: usize) -> Result<(), Explain> {
        let key = cell::text(row, "key");
        let before = self.ids.insert((kind, key.to_owned()), number(id));
        if key.is_empty() || before.is_some() {
            Err(broken(format!("{} {key}", kind.name())))
        } else {
            Ok(())
        }
    }

    /// Notes the short name of an interaction, if it has one.
    pub fn remember(&mut self, key: &str, id: Id, day: Option<NaiveDate>) {
        if !key.is_empty() {
            self.ids.insert((Kind::Interaction, key.to_owned()), id);
            self.days.extend(day.map(|day| (key.to_owned(), day)));
        }
    }

    /// Notes a membership: person, account, its number.
    pub fn place(&mut self, person: Id, account: Id, membership: Id) {
        self.places.push((person, account, membership));
    }

    /// The number behind a short name.
    ///
    /// # Errors
    /// `error-demo` for a name that nobody has.
    pub fn id(&self, kind: Kind, key: &str) -> Result<Id, Explain> {
        let found = self.ids.get(&(kind, key.to_owned())).copied();
        found.ok_or_else(|| broken(format!("{} {key}", kind.name())))
    }

    /// The day of the interaction of that short name.
    pub fn day_of(&self, key: &str) -> Option<NaiveDate> {
        self.days.get(key).copied()
    }

    /// The membership of a person at an account.
    pub fn membership(&self, person: Id, account: Id) -> Option<Id> {
        self.places.iter().find(|(p, a, _)| (*p, *a) == (person, account)).map(|(.., m)| *m)
    }

    /// The first account of a person.
    pub fn first_account(&self, person: Id) -> Option<Id> {
        self.places.iter().find(|(p, ..)| *p == person).map(|(_, a, _)| *a)
    }
}
