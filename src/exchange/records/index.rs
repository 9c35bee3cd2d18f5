//! Which records are known by a text or a number, in little room: of what they are known by only a number is kept that stands for it.
use std::collections::HashMap;
use std::hash::{BuildHasher, Hash, RandomState};

use crate::domain::Id;

/// Records by what they are known by.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// The numbers are others every time: nobody can choose two texts that get the same.
    hash: RandomState,
    ids: HashMap<u64, Ids>,
}

/// Mostly there is one.
#[derive(Debug)]
enum Ids {
    One(Id),
    Several(Vec<Id>),
}

impl Index {
    /// Takes note that a record is known by that.
    pub(super) fn learn(&mut self, by: &impl Hash, id: Id) {
        let ids = self.ids.entry(self.hash.hash_one(by)).or_insert(Ids::One(id));
        match ids {
            Ids::One(one) if *one == id => {}
            Ids::One(one) => *ids = Ids::Several(vec![*one, id]),
            Ids::Several(all) if all.contains(&id) => {}
            Ids::Several(all) => all.push(id),
        }
    }

    /// The records that are known by that, in the order in which they came.
    pub(super) fn known(&self, by: &impl Hash) -> &[Id] {
        match self.ids.get(&self.hash.hash_one(by)) {
            None => &[],
            Some(Ids::One(one)) => std::slice::from_ref(one),
            Some(Ids::Several(all)) => all,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_learned_is_known_once_in_the_order_in_which_it_came() {
        let mut index = Index::default();
        for id in [3, 3, -1, 3, -1, 7] {
            index.learn(&"ana", id);
        }
        index.learn(&("ana", 4), 9);
        assert_eq!((index.known(&"ana"), index.known(&("ana", 4))), (&[3, -1, 7][..], &[9][..]));
        assert_eq!(index.known(&"eva"), &[0; 0]);
    }
}
