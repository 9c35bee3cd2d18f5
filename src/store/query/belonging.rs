//! Which records hang on an account: by their own field, else by what they are a part of, however far that is.
use std::collections::HashSet;

use crate::domain::Id;
use crate::domain::kind::Kind;
use crate::domain::value::FieldKind;
use crate::store::Store;
use crate::store::fault::Fault;
use crate::store::records::far_end;

impl Store {
    /// The records of a kind that hang on an account; of a kind that belongs to none there are none. A person does by a place they have
    /// or had there, a colleague by being in its team.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn hanging_on(&self, kind: Kind, account: Id) -> Result<HashSet<Id>, Fault> {
        let Some(sql) = numbers(kind) else { return Ok(HashSet::new()) };
        let mut statement = self.conn.prepare_cached(&sql)?;
        Ok(statement.query_map([account], |r| r.get(0))?.collect::<Result<_, _>>()?)
    }
}

/// A statement for the numbers of the records of a kind that hang on the account `?1`, made from the field table.
fn numbers(kind: Kind) -> Option<String> {
    let name = kind.name();
    match kind {
        Kind::Account => return Some("SELECT id FROM account WHERE id = ?1".to_owned()),
        Kind::Person => return Some("SELECT person FROM membership WHERE account = ?1".to_owned()),
        Kind::Colleague => return Some("SELECT colleague FROM assignment WHERE account = ?1".to_owned()),
        _ => {}
    }
    for spec in kind.specs() {
        match spec.kind {
            FieldKind::Link(Kind::Account) if spec.name == "account" => {
                return Some(format!("SELECT id FROM {name} WHERE account = ?1"));
            }
            FieldKind::Links(Kind::Account) => {
                let (table, far) = (format!("{name}_{}", spec.name), far_end(kind, Kind::Account));
                return Some(format!("SELECT \"{name}\" FROM {table} WHERE \"{far}\" = ?1"));
            }
            _ => {}
        }
    }
    // A part belongs where what it is a part of does: the first record that it cannot be without.
    let parent = kind.specs().into_iter().find_map(|spec| match spec.kind {
        FieldKind::Link(to) if spec.required && to != kind => Some((spec.name, to)),
        _ => None,
    });
    let (column, to) = parent?;
    Some(format!("SELECT id FROM {name} WHERE \"{column}\" IN ({})", numbers(to)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_of_no_client_hangs_on_none() {
        let none: Vec<&str> =
            Kind::ALL.into_iter().filter(|k| numbers(*k).is_none()).map(Kind::name).collect();
        assert_eq!(none, ["competitor", "offering", "rate", "settings"]);
    }

    #[test]
    fn a_fact_hangs_on_the_account_of_the_place() {
        let sql =
            "SELECT id FROM fact WHERE \"membership\" IN (SELECT id FROM membership WHERE account = ?1)";
        assert_eq!(numbers(Kind::Fact).as_deref(), Some(sql));
    }
}
