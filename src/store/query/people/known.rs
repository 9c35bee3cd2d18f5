//! What is known of each place at an account: the newest fact of every aspect, every role that is not over.
use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::Connection;

use super::Of;
use crate::domain::Id;
use crate::domain::choice::{Aspect, BuyingRole, Choice, Stance};
use crate::store::fault::Fault;
use crate::store::query::day;

/// What the facts of a membership say now.
#[derive(Debug, Clone, Default)]
pub(super) struct Known {
    pub roles: Vec<BuyingRole>,
    pub stance: Option<Stance>,
    pub stance_on: Option<NaiveDate>,
    pub influence: Option<(i64, NaiveDate)>,
    pub interest: Option<(i64, NaiveDate)>,
}

/// What is known of the memberships of these people.
pub(super) fn known(conn: &Connection, of: Of) -> Result<HashMap<Id, Known>, Fault> {
    let clause = match of {
        Of::Everybody | Of::Today(_) => "?1 >= 0",
        Of::Account(_) => "f.membership IN (SELECT id FROM membership WHERE account = ?1)",
        Of::Person(_) => "f.membership IN (SELECT id FROM membership WHERE person = ?1)",
    };
    let mut statement = conn.prepare_cached(&format!(
        "SELECT f.membership, f.aspect, ifnull(f.value, ''), f.ended, f.on_day FROM fact f
         WHERE {clause} ORDER BY f.on_day, f.id"
    ))?;
    let mut all: HashMap<Id, Known> = HashMap::new();
    let mut rows = statement.query([of.id()])?;
    while let Some(r) = rows.next()? {
        let known = all.entry(r.get(0)?).or_default();
        let (aspect, value): (String, String) = (r.get(1)?, r.get(2)?);
        match Aspect::named(&aspect) {
            Some(Aspect::Stance) => {
                known.stance = Stance::named(&value);
                known.stance_on = day(r, 4)?;
            }
            Some(Aspect::Influence) => known.influence = value.parse().ok().zip(day(r, 4)?),
            Some(Aspect::Interest) => known.interest = value.parse().ok().zip(day(r, 4)?),
            Some(Aspect::Role) => {
                let Some(role) = BuyingRole::named(&value) else { continue };
                known.roles.retain(|held| *held != role);
                if !r.get::<_, bool>(3)? {
                    known.roles.push(role);
                }
            }
            None => {}
        }
    }
    Ok(all)
}
