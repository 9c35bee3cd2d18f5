//! Who may be in the book twice: pairs of people who may be one human being, with the reasons.
//!
//! Never everybody is compared with everybody: only those who share an address, a number, or two beginnings of their names.
pub mod name;
pub mod phone;

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;

use super::Id;
use super::explain::Explain;
use super::text::fold;
use name::{Likeness, likeness, words};

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

/// What is known of a person by which they may be known again.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Human {
    /// Their number.
    pub id: Id,
    /// Their name, then their other names.
    pub names: Vec<String>,
    /// E-mail addresses.
    pub emails: Vec<String>,
    /// Telephone numbers.
    pub phones: Vec<String>,
    /// Day of birth.
    pub birthday: Option<NaiveDate>,
    /// Where they are or were: number and name of the client.
    pub accounts: Vec<(Id, String)>,
}

/// How sure it is that two are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// Worth a look.
    Possible,
    /// More often than not.
    Likely,
    /// Nothing speaks against it.
    Certain,
}

impl Certainty {
    /// Name in JSON, and end of the key of its words (`twins-<name>`).
    pub const fn name(self) -> &'static str {
        match self {
            Self::Possible => "possible",
            Self::Likely => "likely",
            Self::Certain => "certain",
        }
    }
}

/// What speaks for two being one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// The same address.
    Email(String),
    /// The same number, as the first of them has it.
    Phone(String),
    /// The names are alike.
    Name(Likeness),
    /// Another name of one of them is like a name of the other.
    Alias(String),
    /// The same day of birth.
    Birthday(NaiveDate),
    /// Both are or were at that client.
    Account(String),
}

impl Reason {
    /// In words.
    pub fn explain(&self) -> Explain {
        match self {
            Self::Email(email) => Explain::new("twins-email").with("email", email),
            Self::Phone(phone) => Explain::new("twins-phone").with("phone", phone),
            Self::Name(like) => Explain::new(like.key()),
            Self::Alias(alias) => Explain::new("twins-alias").with("alias", alias),
            Self::Birthday(day) => Explain::new("twins-birthday").with("day", day),
            Self::Account(account) => Explain::new("twins-account").with("account", account),
        }
    }
}

/// Two people who may be one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Twins {
    /// The one with the smaller number.
    pub first: Id,
    /// The other.
    pub second: Id,
    /// How sure it is.
    pub certainty: Certainty,
    /// What speaks for it, the strongest first.
    pub reasons: Vec<Reason>,
}

/// Under which topic it is noted that two are not one: by their uids, which are the same in every book.
pub fn topic(a: &str, b: &str) -> String {
    let (first, second) = if a <= b { (a, b) } else { (b, a) };
    format!("{TOPIC} {first} {second}")
}

/// The uids of the two of whom a topic says that they are not one.
pub fn pair_of(topic: &str) -> Option<[&str; 2]> {
    let (first, second) = topic.strip_prefix(TOPIC)?.trim_start().split_once(' ')?;
    Some([first, second])
}

const TOPIC: &str = "twins";

/// The pairs that may be one person, the surest first.
pub fn candidates(people: &[Human]) -> Vec<Twins> {
    let all: Vec<Known<'_>> = people.iter().map(Known::of).collect();
    let index = Index::of(&all);
    let mut found: Vec<Twins> = index.pairs().into_iter().filter_map(|(a, b)| index.judge(a, b)).collect();
    found.sort_by_key(|t| {
        (std::cmp::Reverse(t.certainty), std::cmp::Reverse(t.reasons.len()), t.first, t.second)
    });
    found
}

/// A person made ready for comparing.
struct Known<'a> {
    human: &'a Human,
    /// The words of every name, and the alias they come from.
    names: Vec<(Vec<String>, Option<&'a str>)>,
    emails: Vec<String>,
    phones: Vec<String>,
}

impl<'a> Known<'a> {
    fn of(human: &'a Human) -> Self {
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
struct Index<'a> {
    all: &'a [Known<'a>],
    emails: HashMap<&'a str, Vec<usize>>,
    phones: HashMap<&'a str, Vec<usize>>,
    /// A word of a name and the initial of another word of it.
    names: HashMap<(&'a str, char), Vec<usize>>,
    /// First names at a client.
    given: HashMap<(Id, &'a str), Vec<usize>>,
}

impl<'a> Index<'a> {
    fn of(all: &'a [Known<'a>]) -> Self {
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
    fn pairs(&self) -> BTreeSet<(usize, usize)> {
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

    fn judge(&self, a: usize, b: usize) -> Option<Twins> {
        let (a, b) = (self.all.get(a)?, self.all.get(b)?);
        let mut reasons = Vec::new();
        let few = |shared: Option<&Vec<usize>>| shared.is_some_and(|at| at.len() <= SHARED);
        let mail = a.emails.iter().find(|e| b.emails.contains(e) && few(self.emails.get(e.as_str())));
        reasons.extend(mail.cloned().map(Reason::Email));
        let line = a.phones.iter().find(|p| b.phones.contains(p) && few(self.phones.get(p.as_str())));
        let as_written = line.and_then(|l| a.human.phones.iter().find(|p| phone::key(p) == *l));
        reasons.extend(as_written.cloned().map(Reason::Phone));
        let like = alike(a, b);
        reasons.extend(like.map(|(like, alias)| match alias {
            Some(alias) => Reason::Alias(alias.to_owned()),
            None => Reason::Name(like),
        }));
        let born = a.human.birthday.zip(b.human.birthday);
        reasons.extend(born.filter(|(a, b)| a == b).map(|(day, _)| Reason::Birthday(day)));
        let place = a.human.accounts.iter().find(|p| b.human.accounts.contains(p));
        reasons.extend(place.map(|(_, name)| Reason::Account(name.clone())));
        let evidence = Evidence {
            own_mail: mail.is_some_and(|m| !is_office(m)),
            mail: mail.is_some(),
            phone: line.is_some(),
            born: born.map(|(a, b)| a == b),
            here: place.is_some() || a.human.accounts.is_empty() || b.human.accounts.is_empty(),
            words: like.map_or(0, |_| a.names.iter().chain(&b.names).map(|n| n.0.len()).min().unwrap_or(0)),
        };
        let certainty = evidence.certainty(like.map(|(like, _)| like))?;
        let (first, second) = (a.human.id.min(b.human.id), a.human.id.max(b.human.id));
        Some(Twins { first, second, certainty, reasons })
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

/// What speaks for and against, beside the names.
struct Evidence {
    own_mail: bool,
    mail: bool,
    phone: bool,
    /// Whether the days of birth are the same, where both are known.
    born: Option<bool>,
    /// Both are at one client, or one of them is nowhere.
    here: bool,
    /// How many words the shortest name has.
    words: usize,
}

impl Evidence {
    /// How sure it is that two with these names are one; `None` if it is not worth saying.
    fn certainty(&self, like: Option<Likeness>) -> Option<Certainty> {
        use Certainty::{Certain, Likely, Possible};
        if self.born == Some(false) {
            return (self.own_mail && like.is_some()).then_some(Possible);
        }
        let Some(like) = like else { return self.own_mail.then_some(Likely) };
        let whole = matches!(like, Likeness::Same | Likeness::Turned);
        let known = self.mail || self.phone || self.born == Some(true);
        match like {
            _ if self.own_mail => Some(Certain),
            Likeness::Same | Likeness::Turned | Likeness::Shorter | Likeness::Initials if known => {
                Some(if whole { Certain } else { Likely })
            }
            Likeness::Given => (known || self.here).then_some(Possible),
            Likeness::Same | Likeness::Turned => {
                Some(if self.here || self.words > 2 { Likely } else { Possible })
            }
            Likeness::Shorter => Some(if self.here { Likely } else { Possible }),
            Likeness::Initials => self.here.then_some(Possible),
        }
    }
}

#[cfg(test)]
mod tests;
