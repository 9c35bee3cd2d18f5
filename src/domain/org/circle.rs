//! No line may lead back to where it began: nobody is their own boss's boss, no account or unit is part of itself.
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::field::Record;
use crate::domain::kind::Kind;
use crate::domain::value::Value;

/// What would close if a line led from `from` to `to`: everything on the way, from `from` over `to` back to `from`. `up` says
/// where the line goes on. `None` where the way ends, or turns in a circle that `from` is no part of.
///
/// # Errors
/// Those of `up`.
pub fn closes<E>(
    from: Id,
    to: Id,
    mut up: impl FnMut(Id) -> Result<Option<Id>, E>,
) -> Result<Option<Vec<Id>>, E> {
    let mut way = vec![from, to];
    let mut at = to;
    while at != from {
        match up(at)? {
            // `from` is on the way already: that is what is looked for.
            Some(next) if next != from && way.contains(&next) => return Ok(None),
            Some(next) => at = next,
            None => return Ok(None),
        }
        way.push(at);
    }
    Ok(Some(way))
}

/// Nobody reports to themselves, is reached through themselves or comes after themselves; no account or unit is part of itself.
///
/// # Errors
/// `field-itself`.
pub fn not_to_itself(record: &dyn Record) -> Result<(), Explain> {
    let (itself, fields): (_, &[&str]) = match record.kind() {
        Kind::Membership => (record.get("person"), &["reports_to", "reached_via", "successor"]),
        Kind::Account | Kind::Unit => (Value::Link(record.head().id), &["part_of"]),
        _ => return Ok(()),
    };
    let wrong = fields.iter().find(|f| !itself.is_empty() && record.get(f) == itself);
    let refuse = |field| Explain::new("field-itself").with("kind", record.kind().name()).with("field", field);
    wrong.map_or(Ok(()), |field| Err(refuse(field)))
}

/// Why such a line is refused; the names are those of the way, the first one again at its end.
pub fn refusal(kind: Kind, names: &[String]) -> Explain {
    Explain::new("org-circle").with("kind", kind.name()).with("chain", names.join("\n"))
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;
    use std::convert::Infallible;

    use proptest::prelude::*;

    use super::*;
    use crate::domain::org::{Forest, Post};

    fn way(bosses: &HashMap<Id, Id>, from: Id, to: Id) -> Option<Vec<Id>> {
        let Ok(way) = closes::<Infallible>(from, to, |id| Ok(bosses.get(&id).copied()));
        way
    }

    #[test]
    fn the_way_back_is_named_over_any_number_of_steps() {
        let bosses = HashMap::from([(2, 1), (3, 2), (4, 3), (8, 9), (9, 8)]);
        assert_eq!(way(&bosses, 1, 4), Some(vec![1, 4, 3, 2, 1]));
        assert_eq!(way(&bosses, 1, 2), Some(vec![1, 2, 1]));
        assert_eq!(way(&bosses, 1, 1), Some(vec![1, 1]));
        assert_eq!(way(&bosses, 4, 1), None);
        assert_eq!(way(&bosses, 5, 4), None);
        assert_eq!(way(&bosses, 5, 8), None, "a circle of others ends the way too");
    }

    proptest! {
        #[test]
        fn what_is_accepted_never_makes_a_circle(changes in prop::collection::vec((1..12i64, 0..12i64), 0..80)) {
            let mut bosses = HashMap::new();
            for (person, boss) in changes {
                if boss == 0 {
                    bosses.remove(&person);
                } else if way(&bosses, person, boss).is_none() {
                    bosses.insert(person, boss);
                }
                let post = |person| Post { person, reports_to: bosses.get(&person).copied(), ..Post::default() };
                let posts: Vec<_> = (1..12).map(post).collect();
                prop_assert_eq!(Forest::of(&posts).circles, Vec::<Vec<Id>>::new());
            }
        }
    }
}
