//! By what records are found again: names, addresses, numbers. Kept as numbers of eight bytes each that stand for them, in the file;
//! a sieve in memory answers most questions about what is not there.
use std::hash::{BuildHasher, Hash, Hasher, RandomState};

use rusqlite::params;

use super::Stage;
use crate::domain::Id;
use crate::store::fault::Fault;

/// What is known of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Topic {
    /// Name or alias of an account.
    Account,
    /// The same without its legal form.
    Bare,
    /// An account by the name that the user said is another one.
    Said,
    /// Name of a part of an account.
    Unit,
    /// A person's address.
    Email,
    /// A colleague's address.
    Colleague,
    /// Name of a person.
    Person,
    /// Name of a person at an account.
    At,
    /// Name and telephone of a person.
    Phone,
    /// The places of a person at an account.
    Place,
    /// The accounts of a person.
    Accounts,
    /// The uid of a record of a kind.
    Uid,
    /// What there is only one of: a figure, a rate.
    Only,
    /// By what a calendar or a mailbox knows a conversation.
    Source,
}

/// How many bits the sieve has.
const BITS: usize = 1 << 23;

/// Says of most keys that are not known that they are not, without a look into the file.
pub(super) struct Sieve {
    bits: Vec<u64>,
    hash: RandomState,
}

impl Default for Sieve {
    fn default() -> Self {
        Self { bits: vec![0; BITS / 64], hash: RandomState::new() }
    }
}

impl Sieve {
    /// The number that stands for what is known. Nobody can choose two texts that get the same: the numbers are others every time.
    fn key(&self, topic: Topic, of: &dyn Fn(&mut dyn Hasher)) -> i64 {
        let mut hasher = self.hash.build_hasher();
        topic.hash(&mut hasher);
        of(&mut hasher);
        hasher.finish().cast_signed()
    }

    fn places(key: i64) -> [usize; 2] {
        let key = key.cast_unsigned();
        let place = |bits: u64| usize::try_from(bits).unwrap_or(0) % BITS;
        [place(key & 0xffff_ffff), place(key >> 32)]
    }

    fn add(&mut self, key: i64) {
        for place in Self::places(key) {
            if let Some(word) = self.bits.get_mut(place / 64) {
                *word |= 1 << (place % 64);
            }
        }
    }

    fn may_have(&self, key: i64) -> bool {
        Self::places(key)
            .iter()
            .all(|place| self.bits.get(place / 64).is_some_and(|word| word >> (place % 64) & 1 == 1))
    }
}

impl Stage {
    /// Notes that a record is known by that.
    ///
    /// # Errors
    /// Where the disk is full.
    pub fn learn(&self, topic: Topic, of: &impl Hash, id: Id) -> Result<(), Fault> {
        let key = self.key(topic, of);
        self.sieve.borrow_mut().add(key);
        let sql = "INSERT OR IGNORE INTO known(key, id) VALUES (?1, ?2)";
        self.conn.prepare_cached(sql)?.execute(params![key, id])?;
        Ok(())
    }

    /// The records that are known by that: those of the book first, then the new ones, each in the order in which they came.
    ///
    /// # Errors
    /// A fault of the stage.
    pub fn known(&self, topic: Topic, of: &impl Hash) -> Result<Vec<Id>, Fault> {
        let key = self.key(topic, of);
        if !self.sieve.borrow().may_have(key) {
            return Ok(Vec::new());
        }
        let mut statement = self.conn.prepare_cached("SELECT id FROM known WHERE key = ?1")?;
        let mut ids = statement.query_map([key], |r| r.get(0))?.collect::<Result<Vec<Id>, _>>()?;
        ids.sort_unstable_by_key(|id| (*id < 0, id.abs()));
        Ok(ids)
    }

    /// Forgets that a record is known by that.
    ///
    /// # Errors
    /// A fault of the stage.
    pub fn unlearn(&self, topic: Topic, of: &impl Hash, id: Id) -> Result<(), Fault> {
        let sql = "DELETE FROM known WHERE key = ?1 AND id = ?2";
        self.conn.prepare_cached(sql)?.execute(params![self.key(topic, of), id])?;
        Ok(())
    }

    fn key(&self, topic: Topic, of: &impl Hash) -> i64 {
        self.sieve.borrow().key(topic, &|mut hasher| of.hash(&mut hasher))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_learned_is_known_in_the_order_in_which_it_came() {
        let stage = Stage::new().unwrap();
        for id in [-2, 7, -1, 3, 7] {
            stage.learn(Topic::Email, &"ana@x.es", id).unwrap();
        }
        assert_eq!(stage.known(Topic::Email, &"ana@x.es").unwrap(), [3, 7, -1, -2]);
        assert_eq!(stage.known(Topic::Person, &"ana@x.es").unwrap(), [0; 0]);
        assert_eq!(stage.known(Topic::Email, &"eva@x.es").unwrap(), [0; 0]);
        stage.unlearn(Topic::Email, &"ana@x.es", 7).unwrap();
        assert_eq!(stage.known(Topic::Email, &"ana@x.es").unwrap(), [3, -1, -2]);
        stage.learn(Topic::At, &("ana", 4), 1).unwrap();
        assert_eq!(stage.known(Topic::At, &("ana", 4)).unwrap(), [1]);
        assert_eq!(stage.known(Topic::At, &("ana", 5)).unwrap(), [0; 0]);
    }
}
