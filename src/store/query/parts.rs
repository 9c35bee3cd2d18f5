//! What one form edits together.
use crate::domain::Id;
use crate::domain::field::Record;
use crate::domain::kind::Kind;
use crate::store::Store;
use crate::store::fault::Fault;

impl Store {
    /// A record, and of a person also the memberships: what one form edits together.
    ///
    /// # Errors
    /// [`Fault::Missing`], and faults of the file.
    pub fn parts(&self, kind: Kind, id: Id) -> Result<Vec<Box<dyn Record>>, Fault> {
        let mut parts = vec![self.record(kind, id)?];
        if kind == Kind::Person {
            let mut statement = self.conn.prepare_cached(
                "SELECT id FROM membership WHERE person = ?1 ORDER BY left_on IS NOT NULL, id",
            )?;
            let ids = statement.query_map([id], |r| r.get(0))?.collect::<Result<Vec<Id>, _>>()?;
            for id in ids {
                parts.push(self.record(Kind::Membership, id)?);
            }
        }
        Ok(parts)
    }
}
