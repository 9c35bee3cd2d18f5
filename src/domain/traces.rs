//! What betrays a person in a text, however it is spelled, and the text without it.
//!
//! Names of several words are found anywhere, in either order, with or without accents, in any case. A single word of a name is
//! found only where the person took part, and not where somebody else who took part bears it: `Ruiz` may be anybody.
mod address;
mod number;
mod reading;

use std::collections::{BTreeMap, BTreeSet};

use address::Address;
use number::Number;
use reading::{Token, key, tokens, with_plus};

/// Words of names that are words of the language too: by themselves they betray nobody.
const PARTICLES: [&str; 42] = [
    "af", "al", "am", "auf", "av", "bin", "da", "das", "de", "dei", "del", "della", "dem", "den", "der",
    "des", "di", "do", "dos", "du", "el", "ibn", "im", "la", "las", "le", "les", "lo", "los", "och", "or",
    "ter", "the", "und", "van", "vom", "von", "y", "zu", "zum", "zur", "and",
];

/// Fewest letters of a word of a name that is looked for by itself.
const SHORTEST: usize = 2;

/// What a human being goes by.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bearer {
    /// Name and other names, now and before.
    pub names: BTreeSet<String>,
    /// E-mail addresses, now and before.
    pub emails: BTreeSet<String>,
    /// Telephone numbers, now and before.
    pub phones: BTreeSet<String>,
}

impl Bearer {
    /// Takes over what another record of the same person goes by.
    pub fn join(&mut self, other: Self) {
        self.names.extend(other.names);
        self.emails.extend(other.emails);
        self.phones.extend(other.phones);
    }

    /// Whether one of the names is this one; accents and case do not matter.
    pub fn is_called(&self, name: &str) -> bool {
        let wanted = words(name);
        !wanted.is_empty() && self.names.iter().any(|n| words(n) == wanted)
    }
}

/// Where a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Near<'a> {
    /// In a record that has nothing to do with the person.
    Elsewhere,
    /// In one of a conversation, a promise … with the person; and who else took part, by place among the others.
    With(&'a BTreeSet<usize>),
}

impl Near<'_> {
    fn is_present(self, other: usize) -> bool {
        matches!(self, Self::With(present) if present.contains(&other))
    }
}

/// A name as the words that must follow each other.
type Phrase = Vec<String>;

/// What betrays one person, among others.
#[derive(Debug, Clone, Default)]
pub struct Traces {
    /// Names of several words by the first of them, the longest first.
    names: BTreeMap<String, Vec<Phrase>>,
    /// Names of one word: looked for everywhere unless something else is called so.
    alone: BTreeSet<String>,
    /// The words of the names.
    parts: BTreeSet<String>,
    /// The same with their accents.
    spelt: BTreeSet<String>,
    emails: Vec<Address>,
    phones: Vec<Number>,
    /// Names of others that have a word of ours in them, by their first word, the longest first.
    others: BTreeMap<String, Vec<(Phrase, usize)>>,
    /// The same of things: clients, units, indicators.
    things: BTreeMap<String, Vec<Phrase>>,
    /// By word, which of the others bear it.
    bearers: BTreeMap<String, BTreeSet<usize>>,
    /// Words of names of things.
    of_things: BTreeSet<String>,
}

/// The words of a name as they are compared.
fn words(name: &str) -> Phrase {
    tokens(name).into_iter().map(|t| t.key).collect()
}

impl Traces {
    /// What betrays `own`, where there are these other people and these names of things.
    pub fn new<'a>(own: &Bearer, others: &[Bearer], things: impl IntoIterator<Item = &'a str>) -> Self {
        let mut traces = Self::default();
        for name in &own.names {
            traces.add_name(&words(name));
            traces.spelt.extend(tokens(name).iter().map(|t| reading::spelling(name, t)));
        }
        for (who, other) in others.iter().enumerate() {
            for name in &other.names {
                traces.add_other(&words(name), who);
            }
        }
        for thing in things {
            traces.add_thing(&words(thing));
        }
        let shared = |is_theirs: &dyn Fn(&Bearer) -> bool| -> BTreeSet<usize> {
            others.iter().enumerate().filter(|(_, o)| is_theirs(o)).map(|(who, _)| who).collect()
        };
        for email in &own.emails {
            let same = |o: &Bearer| o.emails.iter().any(|e| key(e) == key(email));
            traces.emails.extend(Address::new(email, shared(&same)));
        }
        for phone in &own.phones {
            let same = |o: &Bearer| o.phones.iter().any(|p| Number::same(p, phone));
            traces.phones.extend(Number::new(phone, shared(&same)));
        }
        traces.longest_first();
        traces
    }

    fn add_name(&mut self, name: &[String]) {
        let parts = name.iter().filter(|w| w.chars().count() >= SHORTEST && !PARTICLES.contains(&w.as_str()));
        self.parts.extend(parts.filter(|w| !w.chars().all(|c| c.is_ascii_digit())).cloned());
        match name {
            [] => {}
            [one] => {
                self.alone.insert(one.clone());
            }
            [first, ..] => {
                self.alone.insert(name.concat());
                self.names.entry(first.clone()).or_default().push(name.to_vec());
                // Surnames first, as in lists: `Ruiz, Ana`.
                for at in 1..name.len() {
                    let turned: Phrase = name.iter().cycle().skip(at).take(name.len()).cloned().collect();
                    self.names.entry(turned[0].clone()).or_default().push(turned);
                }
            }
        }
    }

    fn is_ours(&self, name: &[String]) -> bool {
        name.iter().any(|w| self.parts.contains(w) || self.alone.contains(w))
    }

    fn add_other(&mut self, name: &[String], who: usize) {
        for word in name {
            self.bearers.entry(word.clone()).or_default().insert(who);
        }
        if let Some(first) = name.first().filter(|_| self.is_ours(name)) {
            self.others.entry(first.clone()).or_default().push((name.to_vec(), who));
        }
    }

    fn add_thing(&mut self, name: &[String]) {
        if let Some(first) = name.first().filter(|_| self.is_ours(name)) {
            self.of_things.extend(name.iter().cloned());
            self.things.entry(first.clone()).or_default().push(name.to_vec());
        }
    }

    fn longest_first(&mut self) {
        self.names.values_mut().for_each(|all| all.sort_by_key(|p| std::cmp::Reverse(p.len())));
        self.others.values_mut().for_each(|all| all.sort_by_key(|(p, _)| std::cmp::Reverse(p.len())));
        self.things.values_mut().for_each(|all| all.sort_by_key(|p| std::cmp::Reverse(p.len())));
    }

    /// The text with `someone` in the place of all that betrays the person; `None` if nothing does.
    pub fn without(&self, text: &str, near: Near<'_>, someone: &str) -> Option<String> {
        let found = tokens(text);
        let mut places: Vec<(usize, usize)> = Vec::new();
        let mut at = 0;
        while at < found.len() {
            match self.at(text, &found, at, near) {
                Step::Past(count) => at += count.max(1),
                Step::Found(count) => {
                    let last = found[(at + count.max(1) - 1).min(found.len() - 1)].end;
                    places.push((with_plus(text, found[at].start), last));
                    at += count.max(1);
                }
            }
        }
        (!places.is_empty()).then(|| replaced(text, &places, someone))
    }

    /// What begins at a word of a text.
    fn at(&self, text: &str, found: &[Token], at: usize, near: Near<'_>) -> Step {
        let rest = &found[at..];
        let address = |a: &&Address| lifted(a.shared(), near) && a.begins(text, rest);
        if let Some(count) = self.emails.iter().filter(address).map(Address::len).max() {
            return Step::Found(count);
        }
        let number = |n: &Number| if lifted(n.shared(), near) { n.begins(text, rest) } else { None };
        if let Some(count) = self.phones.iter().filter_map(number).max() {
            return Step::Found(count);
        }
        let Some((word, token)) = rest.first().map(|t| (&t.key, t)) else { return Step::Past(1) };
        let name = longest(self.names.get(word).into_iter().flatten(), rest);
        let other = self.others.get(word).into_iter().flatten();
        let other = longest(other.filter(|(p, who)| self.keeps(p, *who, near)).map(|(p, _)| p), rest);
        if other > 0 && other >= name {
            return Step::Past(other);
        }
        if name > 0 {
            return Step::Found(name);
        }
        if self.is_another_word(text, token) {
            return Step::Past(1);
        }
        let thing = longest(self.things.get(word).into_iter().flatten(), rest);
        match near {
            Near::Elsewhere => {
                let borne = self.bearers.contains_key(word) || self.of_things.contains(word);
                if self.alone.contains(word) && !borne { Step::Found(1) } else { Step::Past(1) }
            }
            Near::With(_) if thing > 0 => Step::Past(thing),
            Near::With(present) => {
                let ours = self.parts.contains(word) || self.alone.contains(word);
                let theirs = self.bearers.get(word).is_some_and(|who| !who.is_disjoint(present));
                if ours && !theirs { Step::Found(1) } else { Step::Past(1) }
            }
        }
    }

    /// Whether a word bears an accent that the name has not: accents are left out when one types in haste, never put in. Whose
    /// surname is `Mas` is not meant by every `más`.
    fn is_another_word(&self, text: &str, token: &Token) -> bool {
        reading::is_accented(text, token) && !self.spelt.contains(&reading::spelling(text, token))
    }

    /// Whether a name of somebody else keeps its words: not where the person goes by the very same, took part, and they did not.
    fn keeps(&self, name: &[String], who: usize, near: Near<'_>) -> bool {
        let same = match name {
            [one] => self.parts.contains(one) || self.alone.contains(one),
            [first, ..] => self.names.get(first).is_some_and(|all| all.iter().any(|p| p == name)),
            [] => true,
        };
        !same || near == Near::Elsewhere || near.is_present(who)
    }
}

/// Whether what is shared with others means the person here: nobody shares it, or the person took part and none of them.
fn lifted(shared: &BTreeSet<usize>, near: Near<'_>) -> bool {
    match near {
        Near::Elsewhere => shared.is_empty(),
        Near::With(present) => shared.is_disjoint(present),
    }
}

/// How a reader goes on.
enum Step {
    /// So many words stay.
    Past(usize),
    /// So many words betray the person.
    Found(usize),
}

/// How many words the longest of the phrases takes that the words begin with; 0 for none.
fn longest<'a>(phrases: impl Iterator<Item = &'a Phrase>, rest: &[Token]) -> usize {
    let begins = |p: &&Phrase| {
        rest.len() >= p.len()
            && p.iter().zip(rest).all(|(w, t)| *w == t.key)
            && reading::is_together(&rest[..p.len()])
    };
    phrases.filter(begins).map(Vec::len).max().unwrap_or(0)
}

/// The text with one `someone` for places that only blanks keep apart.
fn replaced(text: &str, places: &[(usize, usize)], someone: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for (index, (start, end)) in places.iter().enumerate() {
        let gap = text.get(from..*start).unwrap_or_default();
        if index == 0 || !gap.chars().all(char::is_whitespace) {
            out.push_str(gap);
            out.push_str(someone);
        }
        from = *end;
    }
    out.push_str(text.get(from..).unwrap_or_default());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bearer(names: &[&str], emails: &[&str], phones: &[&str]) -> Bearer {
        let set = |all: &[&str]| all.iter().map(|t| (*t).to_owned()).collect();
        Bearer { names: set(names), emails: set(emails), phones: set(phones) }
    }

    fn ana() -> Traces {
        let own = bearer(&["Ana García", "Anita"], &["ana.g@arce.es"], &["+34 600 12 34 56"]);
        let others = [bearer(&["Luis García"], &[], &[]), bearer(&["Ana García Pérez"], &[], &[])];
        Traces::new(&own, &others, ["García e Hijos", "Arce"])
    }

    fn elsewhere(text: &str) -> String {
        ana().without(text, Near::Elsewhere, "someone").unwrap_or_else(|| text.to_owned())
    }

    fn with(text: &str, present: &[usize]) -> String {
        let present = present.iter().copied().collect();
        ana().without(text, Near::With(&present), "someone").unwrap_or_else(|| text.to_owned())
    }

    #[test]
    fn a_full_name_is_found_in_every_spelling() {
        for text in [
            "Ana García",
            "ANA GARCÍA",
            "ana garcia",
            "García, Ana",
            "Ana\nGarci\u{301}a",
            "ana-garcia",
            "anagarcia",
        ] {
            assert_eq!(elsewhere(&format!("con {text}.")), "con someone.", "{text}");
        }
        assert_eq!(elsewhere("Anabel García"), "Anabel García", "another name");
    }

    #[test]
    fn a_word_with_an_accent_that_the_name_has_not_is_another_word() {
        let mas = Traces::new(&bearer(&["Jordi Mas"], &[], &[]), &[], []);
        let present = BTreeSet::new();
        let near = Near::With(&present);
        assert_eq!(
            mas.without("dos ofertas más, dice Mas", near, "alguien").unwrap(),
            "dos ofertas más, dice alguien"
        );
        assert_eq!(mas.without("Más plazo", near, "alguien"), None);
        assert_eq!(with("garcia y García", &[]), "someone y someone");
    }

    #[test]
    fn addresses_and_numbers_go_too() {
        assert_eq!(elsewhere("a ana.g@arce.es y ya"), "a someone y ya");
        for phone in ["+34 600 12 34 56", "600123456", "0034600123456", "600-123-456", "600.12.34.56"] {
            assert_eq!(elsewhere(&format!("tel {phone}, hoy")), "tel someone, hoy", "{phone}");
        }
        assert_eq!(elsewhere("2026 600 123 4567"), "2026 600 123 4567");
    }

    #[test]
    fn a_single_word_is_the_person_only_where_they_took_part() {
        assert_eq!(elsewhere("García quiere precio"), "García quiere precio");
        assert_eq!(with("García quiere precio", &[]), "someone quiere precio");
        assert_eq!(with("García quiere precio, Ana no", &[0]), "García quiere precio, someone no");
        assert_eq!(elsewhere("con anita"), "con someone");
    }

    #[test]
    fn names_of_others_stay_whole() {
        assert_eq!(elsewhere("Luis García y Ana García"), "Luis García y someone");
        assert_eq!(with("Luis García y Ana", &[]), "Luis García y someone");
        assert_eq!(with("Ana García Pérez", &[]), "Ana García Pérez");
        assert_eq!(with("visita a García e Hijos", &[]), "visita a García e Hijos");
    }

    #[test]
    fn who_has_the_very_same_name_keeps_it() {
        let traces = Traces::new(&bearer(&["Ana Ruiz"], &[], &[]), &[bearer(&["Ana Ruiz"], &[], &[])], []);
        let present = |ids: &[usize]| ids.iter().copied().collect::<BTreeSet<_>>();
        assert_eq!(traces.without("Ana Ruiz", Near::Elsewhere, "x"), None);
        assert_eq!(traces.without("Ana Ruiz", Near::With(&present(&[])), "x"), Some("x".into()));
        assert_eq!(traces.without("Ana Ruiz", Near::With(&present(&[0])), "x"), None);
    }

    #[test]
    fn particles_betray_nobody_and_neighbours_become_one() {
        let traces = Traces::new(&bearer(&["María del Mar Soler"], &[], &[]), &[], []);
        let near = BTreeSet::new();
        let with = |t: &str| traces.without(t, Near::With(&near), "alguien");
        assert_eq!(with("precios del contrato"), None);
        assert_eq!(with("María Soler: precios"), Some("alguien: precios".into()));
    }

    #[test]
    fn a_name_that_a_client_bears_too_is_not_taken_from_the_client() {
        let traces = Traces::new(&bearer(&["Mercedes"], &[], &[]), &[], ["Mercedes"]);
        assert_eq!(traces.without("Mercedes", Near::Elsewhere, "x"), None);
    }
}
