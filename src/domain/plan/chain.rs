//! What must be finished before what: no initiative may wait for itself.
use std::collections::HashSet;

use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;

/// What would close if `start` came after each of `after`: everything on the way, from `start` over what it waits for back to
/// `start`. `before` says what something waits for itself. It ends whatever circles there are among the others.
///
/// # Errors
/// Those of `before`.
pub fn circle<E>(
    start: Id,
    after: &[Id],
    mut before: impl FnMut(Id) -> Result<Vec<Id>, E>,
) -> Result<Option<Vec<Id>>, E> {
    let mut seen = HashSet::new();
    let mut open: Vec<Vec<Id>> = after.iter().rev().map(|id| vec![start, *id]).collect();
    while let Some(way) = open.pop() {
        let Some(at) = way.last().copied() else { continue };
        if at == start {
            return Ok(Some(way));
        }
        if seen.insert(at) {
            let further = |next| way.iter().copied().chain([next]).collect();
            open.extend(before(at)?.into_iter().rev().map(further));
        }
    }
    Ok(None)
}

/// Why such a wait is refused; the names are those of the way, the first one again at its end.
pub fn refusal(names: &[String]) -> Explain {
    Explain::new("org-circle").with("kind", Kind::Initiative.name()).with("chain", names.join("\n"))
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;
    use std::convert::Infallible;

    use proptest::prelude::*;

    use super::*;

    fn way(waits: &HashMap<Id, Vec<Id>>, start: Id, after: &[Id]) -> Option<Vec<Id>> {
        let Ok(way) =
            circle::<Infallible>(start, after, |id| Ok(waits.get(&id).cloned().unwrap_or_default()));
        way
    }

    #[test]
    fn the_way_back_is_named() {
        let waits = HashMap::from([(2, vec![1]), (3, vec![9, 2]), (8, vec![9]), (9, vec![8])]);
        assert_eq!(way(&waits, 1, &[3]), Some(vec![1, 3, 2, 1]));
        assert_eq!(way(&waits, 1, &[1]), Some(vec![1, 1]));
        assert_eq!(way(&waits, 4, &[3, 1]), None);
        assert_eq!(way(&waits, 5, &[8]), None, "a circle of others ends the way too");
    }

    proptest! {
        #[test]
        fn what_is_accepted_never_makes_a_circle(changes in prop::collection::vec((1..9i64, prop::collection::vec(1..9i64, 0..4)), 0..60)) {
            let mut waits: HashMap<Id, Vec<Id>> = HashMap::new();
            for (id, after) in changes {
                if way(&waits, id, &after).is_none() {
                    waits.insert(id, after);
                }
            }
            // What waits for nothing that is left can be done; in the end nothing is left.
            let mut left: Vec<Id> = (1..9).collect();
            loop {
                let ready = left.iter().position(|id| waits.get(id).is_none_or(|w| w.iter().all(|w| !left.contains(w))));
                match ready {
                    Some(at) => { left.remove(at); }
                    None => break,
                }
            }
            prop_assert!(left.is_empty(), "{left:?} wait for each other: {waits:?}");
        }
    }
}
