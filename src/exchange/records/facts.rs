//! What tables say of people twice: a place shows the present stance, roles, influence and interest, a table of facts says since when
//! each has been known and from where. What the facts say the place need not say again, or it would be learned once more today.
use std::collections::BTreeMap;

use crate::domain::Id;
use crate::domain::choice::{Aspect, Choice};
use crate::domain::kind::Kind;
use crate::domain::value::Value;
use crate::exchange::join::Import;
use crate::store::fault::Fault;

/// The field of a place that shows what is known of a matter.
fn field(aspect: &str) -> Option<&'static str> {
    Some(match Aspect::named(aspect)? {
        Aspect::Stance => "stance",
        Aspect::Role => "roles",
        Aspect::Influence => "influence",
        Aspect::Interest => "interest",
    })
}

/// Takes from places what new facts say of them.
pub(super) fn settle(import: &Import<'_>) -> Result<(), Fault> {
    let mut told: BTreeMap<(Id, &'static str), Vec<String>> = BTreeMap::new();
    import.shelf.stage.each_new(Kind::Fact, |new| {
        let fact = new.record;
        if let (Value::Link(place), Value::Choice(aspect)) = (fact.get("membership"), fact.get("aspect"))
            && let Some(field) = field(aspect)
        {
            let value = if let Value::Text(value) = fact.get("value") { value } else { String::new() };
            told.entry((place, field)).or_default().push(value);
        }
        Ok(())
    })?;
    for ((place, field), values) in told {
        let before = if place > 0 {
            import.shelf.store.record(Kind::Membership, place)?.get(field)
        } else {
            Value::Empty
        };
        import.shelf.change(Kind::Membership, place, |record| {
            let now = record.get(field);
            let left = match &now {
                Value::Choices(roles) => without(roles, &values, &before),
                _ => before,
            };
            let changed = left != now;
            if changed {
                record.set(field, left)?;
            }
            Ok((changed, ()))
        })?;
    }
    Ok(())
}

/// The roles without those that facts tell of, but with those that the book has.
fn without(roles: &[&'static str], told: &[String], before: &Value) -> Value {
    let there = if let Value::Choices(there) = before { there.as_slice() } else { &[] };
    let left = roles.iter().copied().filter(|role| there.contains(role) || !told.iter().any(|t| t == role));
    match left.collect::<Vec<_>>() {
        none if none.is_empty() => Value::Empty,
        left => Value::Choices(left),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_matter_is_a_field_of_a_place() {
        for aspect in Aspect::ALL {
            let field = field(aspect.name()).unwrap();
            assert!(Kind::Membership.specs().iter().any(|s| s.name == field), "{field}");
        }
    }

    #[test]
    fn a_role_that_no_fact_tells_of_stays() {
        let told = ["user".to_owned()];
        assert_eq!(without(&["user", "buyer"], &told, &Value::Empty), Value::Choices(vec!["buyer"]));
        assert_eq!(without(&["user"], &told, &Value::Empty), Value::Empty);
        assert_eq!(without(&["user"], &told, &Value::Choices(vec!["user"])), Value::Choices(vec!["user"]));
    }
}
