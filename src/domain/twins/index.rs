//! Who shares an address, a number or two beginnings of a name with whom.
use std::collections::{BTreeSet, HashMap};

use super::evidence::{Evidence, Match};
use super::name::{Likeness, likeness, words};
use super::{Human, Reason, Twins, phone};
use crate::domain::Id;
use crate::domain::text::fold;

/// An address or number that more people have is the company's.
const SHARED: usize = 3;

/// A beginning of a name that more people share tells nobody from anybody.
const COMMON: usize = 60;

/// Names before the `@` that belong to an office.
const OFFICES: [&str; 22] = [
    "info",
    "contact",
    "contacto",
    "office",
    "oficina",
    "admin",
    "administracion",
    "administration",
    "compras",
    "purchasing",
    "einkauf",
    "ventas",
    "sales",
    "vertrieb",
    "comercial",
    "hello",
    "hola",
    "mail",
    "recepcion",
    "secretaria",
    "facturacion",
    "team",
];

/// A person made ready for comparing.
pub(super) struct Known<'a> {
    human: &'a Human,
    /// The words of every name, and the alias they come from.
    names: Vec<(Vec<String>, Option<&'a str>)>,
    emails: Vec<String>,
    phones: Vec<String>,
}

impl<'a> Known<'a> {
    pub(super) fn of(human: &'a Human) -> Self {
        let own = human.names.first().map(|n| words(n)).unwrap_or_default();
        let mut names = Vec::new();
        for alias in human.names.iter().skip(1) {
            let mut words = words(alias);
            if words.len() == 1 {
                // A nickname stands in the place of the first name.
                words.extend(own.iter().skip(1).cloned());
            }
            names.push((words, Some(alias.as_str())));
        }
        names.insert(0, (own, None));
        let phones = human.phones.iter().filter(|p| phone::is_whole(p));
        Self {
            human,
            names,
            emails: human.emails.iter().map(|e| fold(e.trim())).filter(|e| e.contains('@')).collect(),
            phones: phones.map(|p| phone::key(p)).collect(),
        }
    }
}

/// Who shares what.
pub(super) struct Index<'a> {
    all: &'a [Known<'a>],
    emails: HashMap<&'a str, Vec<usize>>,
    phones: HashMap<&'a str, Vec<usize>>,
    /// A word of a name and the initial of another word of it.
    names: HashMap<(&'a str, char), Vec<usize>>,
    /// First names at a client.
    given: HashMap<(Id, &'a str), Vec<usize>>,
}

impl<'a> Index<'a> {
    pub(super) fn of(all: &'a [Known<'a>]) -> Self {
        let mut index = Self {
            all,
            emails: HashMap::new(),
            phones: HashMap::new(),
            names: HashMap::new(),
            given: HashMap::new(),
        };
        for (at, known) in all.iter().enumerate() {
            known.emails.iter().for_each(|e| add(&mut index.emails, e.as_str(), at));
            known.phones.iter().for_each(|p| add(&mut index.phones, p.as_str(), at));
            for (words, _) in &known.names {
                for (account, _) in &known.human.accounts {
                    if let Some(given) = words.first() {
                        add(&mut index.given, (*account, given.as_str()), at);
                    }
                }
                index.learn(words, at);
            }
        }
        index
    }

    fn learn(&mut self, words: &'a [String], at: usize) {
        for (i, word) in words.iter().enumerate().filter(|(_, w)| w.chars().count() > 1) {
            for (_, other) in words.iter().enumerate().filter(|(j, _)| *j != i) {
                if let Some(initial) = other.chars().next() {
                    add(&mut self.names, (word.as_str(), initial), at);
                }
            }
        }
    }

    /// Who is worth comparing with whom.
    pub(super) fn pairs(&self) -> BTreeSet<(usize, usize)> {
        let few = |all: &HashMap<_, Vec<usize>>| -> Vec<Vec<usize>> {
            all.values().filter(|at| at.len() <= SHARED).cloned().collect()
        };
        let mut blocks = few(&self.emails);
        blocks.extend(few(&self.phones));
        blocks.extend(self.names.values().filter(|at| at.len() <= COMMON).cloned());
        // Somebody without a surname is like the only one of that first name there, not like each of several.
        blocks.extend(self.given.values().filter(|at| at.len() == 2).cloned());
        let mut pairs = BTreeSet::new();
        for block in blocks {
            for (i, a) in block.iter().enumerate() {
                pairs.extend(block.iter().skip(i + 1).map(|b| (*a.min(b), *a.max(b))));
            }
        }
        pairs
    }

    pub(super) fn judge(&self, a: usize, b: usize) -> Option<Twins> {
        let (a, b) = (self.all.get(a)?, self.all.get(b)?);
        let few = |shared: Option<&Vec<usize>>| shared.is_some_and(|at| at.len() <= SHARED);
        let mail = a.emails.iter().find(|e| b.emails.contains(e) && few(self.emails.get(e.as_str())));
        let line = a.phones.iter().find(|p| b.phones.contains(p) && few(self.phones.get(p.as_str())));
        let written = line.and_then(|l| a.human.phones.iter().find(|p| phone::key(p) == *l));
        let names = alike(a, b);
        let born = a.human.birthday.zip(b.human.birthday);
        let place = a.human.accounts.iter().find(|p| b.human.accounts.contains(p));
        let nowhere = a.human.accounts.is_empty() || b.human.accounts.is_empty();
        let evidence = Evidence {
            mail: mail.map(|m| if is_office(m) { Match::Shared } else { Match::Own }),
            phone: line.is_some(),
            born: born.map(|(a, b)| a == b),
            here: place.is_some() || nowhere,
            words: a.names.iter().chain(&b.names).map(|n| n.0.len()).min().unwrap_or(0),
        };
        let certainty = evidence.certainty(names.map(|(like, _)| like))?;
        let reason = names.map(|(like, alias)| match alias {
            Some(alias) => Reason::Alias(alias.to_owned()),
            None => Reason::Name(like),
        });
        let reasons = [
            mail.cloned().map(Reason::Email),
            written.cloned().map(Reason::Phone),
            reason,
            born.filter(|(a, b)| a == b).map(|(day, _)| Reason::Birthday(day)),
            place.map(|(_, name)| Reason::Account(name.clone())),
        ];
        let (first, second) = (a.human.id.min(b.human.id), a.human.id.max(b.human.id));
        Some(Twins { first, second, certainty, reasons: reasons.into_iter().flatten().collect() })
    }
}

fn add<K: std::hash::Hash + Eq>(index: &mut HashMap<K, Vec<usize>>, key: K, at: usize) {
    let all = index.entry(key).or_default();
    if all.last() != Some(&at) {
        all.push(at);
    }
}

fn is_office(mail: &str) -> bool {
    mail.split_once('@').is_some_and(|(who, _)| OFFICES.contains(&who))
}

/// The greatest likeness of their names, and the alias that has it.
fn alike<'a>(a: &Known<'a>, b: &Known<'a>) -> Option<(Likeness, Option<&'a str>)> {
    let pairs = a.names.iter().flat_map(|x| b.names.iter().map(move |y| (x, y)));
    let found = pairs.filter_map(|(x, y)| Some((likeness(&x.0, &y.0)?, x.1.or(y.1))));
    found.min_by_key(|(like, alias)| (*like, alias.is_some()))
}
