//! Two people who are marked are merged with each other.
use super::selection::Selection;
use crate::command::{Ask, Effect, Pace, Reader};
use crate::domain::Id;
use crate::store::query::Query;

/// Who stays and who goes if exactly two people are marked: the one with the stronger relationship stays, else the one who came
/// into the book first.
pub(super) fn pair(chosen: &Selection) -> Option<(Id, Id)> {
    let mut people: Vec<Id> = chosen.marked.iter().map(|(person, _)| *person).collect();
    people.dedup();
    let [first, second] = people.as_slice() else { return None };
    let strength = |person: Id| {
        let rows = chosen.all.iter().filter(|row| row.person == person);
        rows.map(|row| row.strength.score).fold(0.0, f64::max)
    };
    let turned = strength(*second) > strength(*first);
    Some(if turned { (*second, *first) } else { (*first, *second) })
}

/// Asks how the two would be as one.
pub(super) fn compare((kept, gone): (Id, Id)) -> Effect {
    let (reader, query) = (Reader::Merging(kept, gone), Query::Merging(kept, gone));
    Effect::Load(Ask { reader, query, pace: Pace::Now })
}
