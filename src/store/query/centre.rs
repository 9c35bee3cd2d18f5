//! The buying centres of accounts and of open sales: who should be there, who is, and who sways whom.
use chrono::NaiveDate;
use rusqlite::params;

use super::health::member;
use super::people::PersonRow;
use super::{Scope, day, text, texts};
use crate::domain::Id;
use crate::domain::choice::{BuyingRole, Choice, Stage, Tie};
use crate::domain::coverage::{Member, Seat, Survey, required_of};
use crate::domain::pipeline::is_open;
use crate::domain::settings::Settings;
use crate::store::Store;
use crate::store::fault::Fault;

/// That somebody sways somebody, or is against them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edge {
    /// Its number.
    pub id: Id,
    /// Where.
    pub account: Id,
    /// Who sways.
    pub person: Id,
    /// Who is swayed.
    pub sways: Id,
    /// How much.
    pub tie: Tie,
    /// Since when it is known.
    pub since: Option<NaiveDate>,
    /// The interaction in which it was learned.
    pub cause: Option<Id>,
}

/// The buying centre of an open sale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The sale.
    pub id: Id,
    /// Whose.
    pub account: Id,
    /// What could be sold.
    pub name: String,
    /// The places that somebody should hold.
    pub required: Vec<Seat>,
    /// Who has a part in it, with their roles there; without roles of their own those at the account. Nobody who is there: it
    /// is not known yet, and the people of the account stand for them.
    pub parts: Vec<(Id, Vec<BuyingRole>)>,
}

/// What is known of the buying centres of a scope.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Centre {
    /// Who sways whom.
    pub edges: Vec<Edge>,
    /// Of each account the places that somebody should hold.
    pub required: Vec<(Id, Vec<Seat>)>,
    /// The open sales.
    pub decisions: Vec<Decision>,
}

/// Whose buying centre is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// That of an account.
    Account(Id),
    /// That of an open sale.
    Decision(Id),
}

impl Centre {
    /// Its places, who enters its figures, and who is being looked for; `rows` are the people of its account at least. Nothing
    /// for a sale that is not open.
    pub fn survey(&self, whose: Whose, rows: &[PersonRow]) -> Option<Survey> {
        let decision = match whose {
            Whose::Account(_) => None,
            Whose::Decision(id) => Some(self.decisions.iter().find(|d| d.id == id)?),
        };
        let (account, required) = match (whose, decision) {
            (_, Some(decision)) => (decision.account, decision.required.as_slice()),
            (Whose::Account(id) | Whose::Decision(id), None) => (id, self.required(id)),
        };
        let here = rows.iter().filter(|p| p.account == Some(account) && p.left_on.is_none());
        let mut found: Vec<(Member, bool)> = here.map(|p| (member(p), p.placeholder)).collect();
        // As long as nobody who is there has a part in it, all of them stand for it.
        let has_part = |parts: &&[(Id, Vec<BuyingRole>)]| {
            found.iter().any(|(member, _)| parts.iter().any(|(person, _)| *person == member.person))
        };
        let parts = decision.map(|d| d.parts.as_slice()).filter(has_part);
        if let Some(parts) = parts {
            found.retain_mut(|(member, _)| {
                let part = parts.iter().find(|(person, _)| *person == member.person);
                if let Some((_, roles)) = part.filter(|(_, roles)| !roles.is_empty()) {
                    member.roles.clone_from(roles);
                }
                part.is_some()
            });
        }
        let (sought, known): (Vec<_>, Vec<_>) = found.into_iter().partition(|(_, placeholder)| *placeholder);
        let alone = |all: Vec<(Member, bool)>| all.into_iter().map(|(member, _)| member).collect();
        Some(Survey::new(alone(known), &alone(sought), required))
    }

    /// The places that somebody should hold at an account.
    pub fn required(&self, account: Id) -> &[Seat] {
        self.required.iter().find(|(id, _)| *id == account).map_or(&[], |(_, seats)| seats)
    }
}

impl Store {
    /// The buying centres of a scope; without one of all accounts.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn centre(&self, scope: Scope) -> Result<Centre, Fault> {
        let settings = self.settings()?;
        let roles = |row: &rusqlite::Row<'_>, column| -> rusqlite::Result<Vec<BuyingRole>> {
            Ok(texts(row, column)?.iter().filter_map(|name| BuyingRole::named(name)).collect())
        };
        let sql = "SELECT id, required_roles FROM account WHERE ?1 IS NULL OR id = ?1";
        let mut statement = self.conn.prepare_cached(sql)?;
        let required =
            statement.query_map([scope], |r| Ok((r.get(0)?, required_of(&roles(r, 1)?, &settings))))?;
        let mut centre = Centre { required: required.collect::<Result<_, _>>()?, ..Centre::default() };
        centre.edges = self.edges(scope)?;
        let sql = "SELECT id, account, name, stage, required_roles FROM opportunity
            WHERE ?1 IS NULL OR account = ?1 ORDER BY closes_on IS NULL, closes_on, id";
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query([scope])?;
        while let Some(r) = rows.next()? {
            if !Stage::named(text(r, 3)?).is_none_or(is_open) {
                continue;
            }
            let (id, account): (Id, Id) = (r.get(0)?, r.get(1)?);
            let own = roles(r, 4)?;
            let required =
                if own.is_empty() { centre.required(account).to_vec() } else { required_of(&own, &settings) };
            let parts = self.parts_in(id)?;
            centre.decisions.push(Decision { id, account, name: text(r, 2)?.to_owned(), required, parts });
        }
        Ok(centre)
    }

    /// The places that somebody should hold at an account.
    ///
    /// # Errors
    /// A fault of the file.
    pub(super) fn required_at(&self, account: Id, settings: &Settings) -> Result<Vec<Seat>, Fault> {
        let sql = "SELECT required_roles FROM account WHERE id = ?1";
        let own = self.conn.prepare_cached(sql)?.query_row([account], |r| texts(r, 0))?;
        let own: Vec<_> = own.iter().filter_map(|name| BuyingRole::named(name)).collect();
        Ok(required_of(&own, settings))
    }

    /// Who sways whom in a scope.
    ///
    /// # Errors
    /// A fault of the file.
    pub(super) fn edges(&self, scope: Scope) -> Result<Vec<Edge>, Fault> {
        let sql = "SELECT id, account, person, sways, tie, since, cause FROM influence
            WHERE ?1 IS NULL OR account = ?1 ORDER BY id";
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query([scope])?;
        let mut edges = Vec::new();
        while let Some(r) = rows.next()? {
            let Some(tie) = Tie::named(text(r, 4)?) else { continue };
            edges.push(Edge {
                id: r.get(0)?,
                account: r.get(1)?,
                person: r.get(2)?,
                sways: r.get(3)?,
                tie,
                since: day(r, 5)?,
                cause: r.get(6)?,
            });
        }
        Ok(edges)
    }

    fn parts_in(&self, sale: Id) -> Result<Vec<(Id, Vec<BuyingRole>)>, Fault> {
        let sql = "SELECT person, roles FROM involvement WHERE opportunity = ?1 ORDER BY id";
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query_map(params![sale], |r| {
            let roles = texts(r, 1)?;
            Ok((r.get(0)?, roles.iter().filter_map(|name| BuyingRole::named(name)).collect()))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
