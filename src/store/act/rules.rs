//! What a record must keep to when it is written, whoever writes it: a form, an import, or an import that only says what it would do.
use rusqlite::{Connection, params};

use super::save::{decision, figures, plan, whitespace};
use crate::domain::Id;
use crate::domain::account::Account;
use crate::domain::field::Record;
use crate::domain::kind::Kind;
use crate::domain::whitespace::Place;
use crate::store::fault::Fault;
use crate::store::records::load;
use crate::store::{Store, Tx};

/// What the rules look at beside the record: the book, or the book with what an import is going to add.
pub trait Around {
    /// A record.
    ///
    /// # Errors
    /// [`Fault::Missing`], and faults of the file.
    fn record(&self, kind: Kind, id: Id) -> Result<Box<dyn Record>, Fault>;

    /// The plans of an account, in the order of their numbers.
    ///
    /// # Errors
    /// A fault of the file.
    fn plans_of(&self, account: Id) -> Result<Vec<Box<dyn Record>>, Fault>;

    /// Whether another record than `but` keeps a cell of the white space.
    ///
    /// # Errors
    /// A fault of the file.
    fn is_kept(&self, place: Place, but: Id) -> Result<bool, Fault>;

    /// Whether another record than `but` says that somebody was told of a decision.
    ///
    /// # Errors
    /// A fault of the file.
    fn is_told(&self, decision: Id, whom: (Kind, Id), but: Id) -> Result<bool, Fault>;

    /// How many targets and actuals an indicator has.
    ///
    /// # Errors
    /// A fault of the file.
    fn count_figures(&self, kpi: Id) -> Result<usize, Fault>;
}

/// Whether there are rules for records of a kind beyond what must be filled in.
pub const fn are_for(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Account
            | Kind::Commitment
            | Kind::Initiative
            | Kind::Kpi
            | Kind::Objective
            | Kind::Opportunity
            | Kind::Plan
            | Kind::Settings
            | Kind::Telling
            | Kind::WhiteSpace
    )
}

/// Checks a record by itself: its days, shares and thresholds.
///
/// # Errors
/// Refused: the rule that it breaks; and faults of the file.
pub fn holds(around: &impl Around, record: &dyn Record, new: bool) -> Result<(), Fault> {
    if let Some(account) = record.any().downcast_ref::<Account>() {
        account.check()?;
    }
    figures::sound(around, record, new)?;
    plan::holds(record)?;
    Ok(whitespace::holds(record)?)
}

/// Checks a record by itself and beside what is there: a promise without an account gets that of its initiative.
///
/// # Errors
/// Refused: the rule that it breaks; and faults of the file.
pub fn sound(around: &impl Around, record: &mut dyn Record, new: bool) -> Result<(), Fault> {
    holds(around, record, new)?;
    plan::before_writing(around, record)?;
    whitespace::before_writing(around, record, new)?;
    decision::once(around, record)
}

/// What sees a book.
trait Book {
    fn conn(&self) -> &Connection;
}

impl Book for Tx<'_> {
    fn conn(&self) -> &Connection {
        Tx::conn(self)
    }
}

impl Book for Store {
    fn conn(&self) -> &Connection {
        &self.conn
    }
}

impl<B: Book> Around for B {
    fn record(&self, kind: Kind, id: Id) -> Result<Box<dyn Record>, Fault> {
        load(self.conn(), kind, id)
    }

    fn plans_of(&self, account: Id) -> Result<Vec<Box<dyn Record>>, Fault> {
        let mut statement =
            self.conn().prepare_cached("SELECT id FROM plan WHERE account = ?1 ORDER BY id")?;
        let ids = statement.query_map([account], |r| r.get(0))?.collect::<Result<Vec<Id>, _>>()?;
        ids.into_iter().map(|id| self.record(Kind::Plan, id)).collect()
    }

    fn is_kept(&self, place: Place, but: Id) -> Result<bool, Fault> {
        let sql = "SELECT 1 FROM whitespace WHERE account = ?1 AND offering = ?2 AND unit IS ?3 AND id <> ?4";
        let found = params![place.account, place.offering, place.unit, but];
        Ok(self.conn().prepare_cached(sql)?.exists(found)?)
    }

    fn is_told(&self, decision: Id, (kind, id): (Kind, Id), but: Id) -> Result<bool, Fault> {
        let sql =
            "SELECT 1 FROM telling WHERE decision = ?1 AND (person IS ?2 AND colleague IS ?3) AND id <> ?4";
        let of = |wanted| (kind == wanted).then_some(id);
        let known = params![decision, of(Kind::Person), of(Kind::Colleague), but];
        Ok(self.conn().prepare_cached(sql)?.exists(known)?)
    }

    fn count_figures(&self, kpi: Id) -> Result<usize, Fault> {
        let sql = "SELECT (SELECT count(*) FROM actual WHERE kpi = ?1) + (SELECT count(*) FROM target WHERE kpi = ?1)";
        Ok(self.conn().prepare_cached(sql)?.query_row([kpi], |r| r.get(0))?)
    }
}
