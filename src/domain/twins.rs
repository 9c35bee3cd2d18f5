//! Who may be in the book twice: pairs of people who may be one human being, with the reasons.
//!
//! Never everybody is compared with everybody: only those who share an address, a number, or two beginnings of their names.
mod evidence;
mod index;
pub mod name;
pub mod phone;

use chrono::NaiveDate;

use super::Id;
use super::explain::Explain;
use index::{Index, Known};
use name::Likeness;

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
    /// Name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Possible => "possible",
            Self::Likely => "likely",
            Self::Certain => "certain",
        }
    }

    /// Key of its words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Possible => "twins-possible",
            Self::Likely => "twins-likely",
            Self::Certain => "twins-certain",
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

#[cfg(test)]
mod tests;
