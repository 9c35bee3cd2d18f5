//! Who of ours knows whom of theirs: the matrix of both sides, with the last touch.
use std::cmp::Reverse;
use std::collections::HashMap;

use chrono::NaiveDate;

use super::Id;
use super::text::fold;

/// How well one of ours knows one of theirs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Met {
    /// Last held conversation of both.
    pub last: NaiveDate,
    /// Held conversations of both, at least 1.
    pub count: usize,
}

/// A member of our team who has met somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acquaintance {
    /// The colleague.
    pub colleague: Id,
    /// Their name.
    pub name: String,
    /// How well.
    pub met: Met,
}

/// One of theirs, with whom of ours they have met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theirs {
    /// The person.
    pub person: Id,
    /// Their name.
    pub name: String,
    /// The client.
    pub account: Option<Id>,
    /// Its name.
    pub account_name: String,
    /// Influence weight, 1–5.
    pub weight: i64,
    /// For each of [`Circles::colleagues`], in the same order; `None` is never.
    pub met: Vec<Option<Met>>,
}

impl Theirs {
    /// The last conversation with anybody of the team.
    pub fn last(&self) -> Option<NaiveDate> {
        self.met.iter().flatten().map(|met| met.last).max()
    }
}

/// Our people × theirs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Circles {
    /// Number and name of ours who have met anybody, whoever met somebody last first.
    pub colleagues: Vec<(Id, String)>,
    /// Theirs whom somebody of the team has met, the freshest first.
    pub known: Vec<Theirs>,
    /// Theirs whom nobody of the team has met, the weightiest first.
    pub unknown: Vec<Theirs>,
}

impl Circles {
    /// Puts the people of a scope, each once, and who met them into the matrix.
    pub fn of(people: Vec<Theirs>, pairs: &[(Id, Acquaintance)]) -> Self {
        let mut newest: HashMap<Id, (NaiveDate, &str)> = HashMap::new();
        let mut cells: HashMap<(Id, Id), Met> = HashMap::new();
        for (person, one) in pairs {
            let of = newest.entry(one.colleague).or_insert((one.met.last, &one.name));
            of.0 = of.0.max(one.met.last);
            cells.insert((*person, one.colleague), one.met);
        }
        let mut ours: Vec<_> = newest.into_iter().collect();
        ours.sort_by_cached_key(|(id, (last, name))| (Reverse(*last), fold(name), *id));
        let colleagues: Vec<(Id, String)> =
            ours.into_iter().map(|(id, (_, name))| (id, name.to_owned())).collect();
        let filled = people.into_iter().map(|theirs| {
            let met = colleagues.iter().map(|(id, _)| cells.get(&(theirs.person, *id)).copied()).collect();
            Theirs { met, ..theirs }
        });
        let (mut known, mut unknown): (Vec<_>, Vec<_>) = filled.partition(|t| t.last().is_some());
        known.sort_by_cached_key(|t| (Reverse(t.last()), Reverse(t.weight), fold(&t.name), t.person));
        unknown.sort_by_cached_key(|t| (Reverse(t.weight), fold(&t.name), t.person));
        Self { colleagues, known, unknown }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::day;

    fn theirs(person: Id, weight: i64) -> Theirs {
        let name = format!("person {person}");
        Theirs { person, name, account: Some(1), account_name: "Arce".into(), weight, met: Vec::new() }
    }

    fn met(person: Id, colleague: Id, on: u32, count: usize) -> (Id, Acquaintance) {
        let met = Met { last: day(2026, 11, on), count };
        (person, Acquaintance { colleague, name: format!("colleague {colleague}"), met })
    }

    #[test]
    fn the_freshest_come_first_on_both_sides_and_whom_nobody_knows_stands_apart() {
        let people = vec![theirs(1, 5), theirs(2, 2), theirs(3, 1), theirs(4, 4)];
        let circles = Circles::of(people, &[met(1, 7, 3, 2), met(1, 8, 5, 1), met(2, 7, 20, 9)]);
        let ours: Vec<_> = circles.colleagues.iter().map(|c| c.0).collect();
        assert_eq!(ours, [7, 8], "colleague 7 met somebody on the 20th");
        let known: Vec<_> = circles.known.iter().map(|t| t.person).collect();
        assert_eq!(known, [2, 1]);
        assert_eq!(circles.known[0].met, [Some(Met { last: day(2026, 11, 20), count: 9 }), None]);
        let unknown: Vec<_> = circles.unknown.iter().map(|t| t.person).collect();
        assert_eq!(unknown, [4, 3], "the weightiest first");
    }

    #[test]
    fn without_conversations_nobody_is_known() {
        let circles = Circles::of(vec![theirs(1, 5)], &[]);
        assert!(circles.colleagues.is_empty() && circles.known.is_empty());
        assert_eq!(circles.unknown.len(), 1);
    }
}
