//! Texts that wait for their turn, in piles: records of a document whose kinds stand in any order, rows of tables that lead to others.
use rusqlite::{OptionalExtension, Row, params};

use super::Stage;
use crate::domain::Id;
use crate::store::fault::Fault;

/// Texts that wait together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pile(u64);

/// A text that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Its place among all that are held.
    pub n: u64,
    /// The line where it stands.
    pub line: usize,
    /// The text.
    pub body: String,
    /// The record that it became, and whether that is new.
    pub became: Option<(Id, bool)>,
}

impl Stage {
    /// A new pile.
    pub fn pile(&self) -> Pile {
        self.piles.set(self.piles.get() + 1);
        Pile(self.piles.get())
    }

    /// Holds a text until its turn comes.
    ///
    /// # Errors
    /// Where the disk is full.
    pub fn hold(&self, pile: Pile, line: usize, body: &str) -> Result<(), Fault> {
        let n = self.held.get() + 1;
        self.held.set(n);
        let sql = "INSERT INTO held(pile, n, line, body) VALUES (?1, ?2, ?3, ?4)";
        self.conn.prepare_cached(sql)?.execute(params![pile.0, n, line, body])?;
        Ok(())
    }

    /// The next text of a pile after the `n`th.
    ///
    /// # Errors
    /// A fault of the stage.
    pub fn held(&self, pile: Pile, after: u64) -> Result<Option<Held>, Fault> {
        let sql = "SELECT n, line, body, id, is_new FROM held WHERE pile = ?1 AND n > ?2 ORDER BY n LIMIT 1";
        let mut statement = self.conn.prepare_cached(sql)?;
        let held = |r: &Row<'_>| {
            let became = r.get::<_, Option<Id>>(3)?.zip(r.get(4)?);
            Ok(Held { n: r.get(0)?, line: r.get(1)?, body: r.get(2)?, became })
        };
        Ok(statement.query_row(params![pile.0, after], held).optional()?)
    }

    /// Takes note of what a held text became.
    ///
    /// # Errors
    /// Where the disk is full.
    pub fn became(&self, pile: Pile, n: u64, (id, is_new): (Id, bool)) -> Result<(), Fault> {
        let sql = "UPDATE held SET id = ?3, is_new = ?4 WHERE pile = ?1 AND n = ?2";
        self.conn.prepare_cached(sql)?.execute(params![pile.0, n, id, is_new])?;
        Ok(())
    }

    /// Lets go of a pile.
    ///
    /// # Errors
    /// A fault of the stage.
    pub fn let_go(&self, pile: Pile) -> Result<(), Fault> {
        self.conn.prepare_cached("DELETE FROM held WHERE pile = ?1")?.execute([pile.0])?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_pile_is_gone_through_in_its_order_and_let_go_alone() {
        let stage = Stage::new().unwrap();
        let (one, other) = (stage.pile(), stage.pile());
        for (pile, text) in [(one, "a"), (other, "x"), (one, "b")] {
            stage.hold(pile, 7, text).unwrap();
        }
        let all = |pile| {
            let (mut all, mut after) = (Vec::new(), 0);
            while let Some(held) = stage.held(pile, after).unwrap() {
                after = held.n;
                all.push((held.body, held.became));
            }
            all
        };
        stage.became(one, 3, (-5, true)).unwrap();
        assert_eq!(all(one), [("a".to_owned(), None), ("b".to_owned(), Some((-5, true)))]);
        stage.let_go(one).unwrap();
        assert_eq!((all(one).len(), all(other)), (0, vec![("x".to_owned(), None)]));
    }
}
