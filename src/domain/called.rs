//! What people are called where room is short: surname or initials, so that nobody is taken for somebody else.
use std::collections::{BTreeMap, BTreeSet};

use super::Id;
use super::text::fold;

/// A person's name at three lengths. Among the people it was made for no two have the same, at any length.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Called {
    /// Name and surnames.
    pub full: String,
    /// The first surname, with as much of the given name as it takes: `Roca`, `M. Roca`.
    pub short: String,
    /// Two letters, or more: `MR`, `MRo`, `MR2`.
    pub initials: String,
}

/// Belong to the word that follows.
const PARTICLES: [&str; 21] = [
    "de", "del", "la", "las", "los", "el", "von", "van", "der", "den", "ter", "zu", "da", "das", "do", "dos",
    "di", "du", "le", "san", "al",
];

/// Hold the words at both sides together.
const LINKS: [&str; 3] = ["y", "i", "e"];

/// Titles before a name.
const TITLES: [&str; 15] =
    ["dr", "dra", "don", "dona", "d", "sr", "sra", "srta", "prof", "ing", "mr", "mrs", "ms", "herr", "frau"];

/// Given names that often come second: of three words they leave one for the surname, any other leaves two.
const SECOND: [&str; 34] = [
    "maria", "jose", "luis", "carlos", "antonio", "manuel", "angel", "angeles", "javier", "pilar", "carmen",
    "teresa", "isabel", "ignacio", "miguel", "jesus", "alberto", "ramon", "pablo", "belen", "dolores",
    "rosario", "luisa", "jordi", "joan", "marc", "anne", "ann", "marie", "peter", "paul", "john", "james",
    "mar",
];

/// Given names and surnames as words.
struct Parts {
    given: String,
    surname: String,
}

impl Parts {
    fn of(name: &str) -> Self {
        let units = units(name);
        let is_second = |unit: &String| {
            let last = fold(unit.rsplit(' ').next().unwrap_or_default());
            SECOND.contains(&last.as_str()) || last.trim_end_matches('.').chars().count() == 1
        };
        match units.as_slice() {
            [] => Self { given: String::new(), surname: name.trim().to_owned() },
            [one] => Self { given: String::new(), surname: one.clone() },
            [first, second, third, ..] if is_second(second) => {
                Self { given: format!("{first} {second}"), surname: third.clone() }
            }
            [first, second, ..] => Self { given: first.clone(), surname: second.clone() },
        }
    }

    /// Ways to say it in a few letters, the shortest first; `name` is the whole.
    fn shorts(&self, name: &str) -> Vec<String> {
        let surname = self.plain_surname();
        let mut ways = vec![surname.to_owned()];
        for letters in 1..=2 {
            // The given name comes first: cut at its end the two are still told apart.
            let start: String = self.given.chars().take(letters).collect();
            if !start.is_empty() {
                ways.push(format!("{start}. {surname}"));
            }
        }
        ways.push(name.trim().to_owned());
        ways
    }

    /// The surname from its first word that is no particle on.
    fn plain_surname(&self) -> &str {
        let mut rest = self.surname.as_str();
        while let Some((first, behind)) = rest.split_once(' ') {
            if !PARTICLES.contains(&fold(first).as_str()) {
                break;
            }
            rest = behind;
        }
        rest
    }

    fn initials(&self) -> Vec<String> {
        let letters = |text: &str| -> Vec<char> { text.chars().filter(|c| c.is_alphanumeric()).collect() };
        let first = letters(&self.given).first().copied();
        let surname = letters(self.plain_surname());
        let begins = |count: usize| -> String {
            let upper = surname.first().into_iter().flat_map(|c| c.to_uppercase());
            upper.chain(surname.iter().take(count).skip(1).flat_map(|c| c.to_lowercase())).collect()
        };
        let given: String = first.into_iter().flat_map(char::to_uppercase).collect();
        let from = if given.is_empty() { 2 } else { 1 };
        // The last of the ways is the one that gets a number: the shortest once more.
        [from, from + 1, from].map(|count| format!("{given}{}", begins(count))).into()
    }
}

/// The words of a name with what belongs to them, without a title before them.
fn units(name: &str) -> Vec<String> {
    let mut words: Vec<&str> = name.split_whitespace().collect();
    while words.len() > 1 && words.first().is_some_and(|w| TITLES.contains(&fold(w).trim_end_matches('.'))) {
        words.remove(0);
    }
    let mut units: Vec<String> = Vec::new();
    let mut open = false;
    for word in words {
        let folded = fold(word);
        let links = LINKS.contains(&folded.as_str());
        match units.last_mut() {
            Some(last) if open || links => {
                last.push(' ');
                last.push_str(word);
            }
            _ => units.push(word.to_owned()),
        }
        open = links || PARTICLES.contains(&folded.as_str());
    }
    units
}

/// What to call each of these people, in their order. A person may stand there several times, and is called the same.
pub fn called(people: &[(Id, &str)]) -> Vec<Called> {
    let parts: Vec<Parts> = people.iter().map(|(_, name)| Parts::of(name)).collect();
    let ids: Vec<Id> = people.iter().map(|(id, _)| *id).collect();
    let full = distinct(&ids, people.iter().map(|(_, name)| vec![name.trim().to_owned()]).collect());
    let short = distinct(&ids, parts.iter().zip(people).map(|(p, (_, name))| p.shorts(name)).collect());
    let initials = distinct(&ids, parts.iter().map(Parts::initials).collect());
    let three = full.into_iter().zip(short).zip(initials);
    three.map(|((full, short), initials)| Called { full, short, initials }).collect()
}

/// The first way of each that nobody else has among their ways of that rank; where there is none, the last with a number.
fn distinct(ids: &[Id], ways: Vec<Vec<String>>) -> Vec<String> {
    let mut owners: BTreeMap<String, BTreeSet<Id>> = BTreeMap::new();
    for (id, ways) in ids.iter().zip(&ways) {
        for way in ways {
            owners.entry(fold(way)).or_default().insert(*id);
        }
    }
    let mut taken: BTreeMap<String, Id> = BTreeMap::new();
    let mut chosen = Vec::with_capacity(ways.len());
    for (id, ways) in ids.iter().zip(ways) {
        let alone = |way: &&String| owners.get(&fold(way)).is_none_or(|ids| ids.len() == 1);
        let mut free = |way: &str| *taken.entry(fold(way)).or_insert(*id) == *id;
        let last = ways.last().cloned().unwrap_or_default();
        let way = ways.iter().find(alone).filter(|way| free(way)).cloned();
        chosen.push(way.unwrap_or_else(|| {
            let gap = if last.contains(' ') { " " } else { "" };
            let numbered =
                (1..).map(|n: usize| if n == 1 { last.clone() } else { format!("{last}{gap}{n}") });
            numbered.into_iter().find(|way| free(way)).unwrap_or_default()
        }));
    }
    chosen
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shorts(names: &[&str]) -> Vec<String> {
        let people: Vec<_> = names.iter().zip(1..).map(|(name, id)| (id, *name)).collect();
        called(&people).into_iter().map(|c| c.short).collect()
    }

    fn initials(names: &[&str]) -> Vec<String> {
        let people: Vec<_> = names.iter().zip(1..).map(|(name, id)| (id, *name)).collect();
        called(&people).into_iter().map(|c| c.initials).collect()
    }

    #[test]
    fn the_first_surname_is_found_behind_given_names_particles_and_titles() {
        assert_eq!(
            shorts(&[
                "María del Mar Soler",
                "Ana Ruiz García",
                "José Luis Mas Pla",
                "Dra. Núria de la Fuente"
            ]),
            ["Soler", "Ruiz", "Mas", "Fuente"]
        );
        assert_eq!(shorts(&["Jordi Mas i Puig", "Kerstin Vogel", "Zoe"]), ["Mas i Puig", "Vogel", "Zoe"]);
    }

    #[test]
    fn two_of_the_same_surname_are_told_apart_by_as_little_as_it_takes() {
        assert_eq!(shorts(&["Marta Roca", "Pere Roca"]), ["M. Roca", "P. Roca"]);
        assert_eq!(shorts(&["Marta Roca", "Mireia Roca"]), ["Ma. Roca", "Mi. Roca"]);
        assert_eq!(shorts(&["Marta Roca", "Marc Roca"]), ["Marta Roca", "Marc Roca"]);
        assert_eq!(shorts(&["Marta Roca", "Marta Roca"]), ["Marta Roca", "Marta Roca 2"]);
    }

    #[test]
    fn a_person_at_two_accounts_is_called_the_same_in_both() {
        let both = called(&[(1, "Marta Roca"), (2, "Pere Puig"), (1, "Marta Roca")]);
        assert_eq!(both[0], both[2]);
        assert_eq!(both[0].short, "Roca");
    }

    #[test]
    fn initials_grow_until_nobody_shares_them() {
        assert_eq!(
            initials(&["Ana Ruiz", "Pere Puig", "Núria de la Fuente", "Zoe"]),
            ["AR", "PP", "NF", "Zo"]
        );
        assert_eq!(initials(&["Ana Ruiz", "Alba Roca"]), ["ARu", "ARo"]);
        assert_eq!(initials(&["Ana Ruiz", "Ana Ruiz"]), ["AR", "AR2"]);
    }

    proptest! {
        #[test]
        fn no_two_people_are_called_the_same_at_any_length(
            names in proptest::collection::vec("[ABab]{1,2} ?[ABab]{0,2}( de)? ?[ABñ]{0,2}", 0..30),
        ) {
            let people: Vec<_> = names.iter().zip(1..).map(|(name, id)| (id, name.as_str())).collect();
            let all = called(&people);
            for of in [|c: &Called| c.full.clone(), |c: &Called| c.short.clone(), |c: &Called| c.initials.clone()] {
                let distinct: BTreeSet<_> = all.iter().map(|c| fold(&of(c))).collect();
                prop_assert_eq!(distinct.len(), people.len());
            }
        }
    }
}
