//! Who is who: every name of the book in memory, for capture, forms, palette and shell.
use chrono::NaiveDate;

use super::Id;
use super::explain::Explain;
use super::kind::Kind;
use super::money::Currency;
use super::period::CompanyYear;
use super::text::{fold, name_tokens};

/// One name of the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// Kind of the record.
    pub kind: Kind,
    /// Its number.
    pub id: Id,
    /// As shown.
    pub name: String,
    /// Other names it goes by.
    pub aliases: Vec<String>,
    /// E-mail addresses.
    pub emails: Vec<String>,
    /// The accounts it belongs to: of a person those of their open memberships, of a unit its own, of an account itself.
    pub accounts: Vec<Id>,
    /// An account looked after by this KAM.
    pub key: bool,
    /// Place among the tabs.
    pub position: i64,
    /// A person who asked not to be contacted: may still be named, but not without a word.
    pub asked_not: bool,
    /// A person not to be contacted before that day at some place of theirs.
    pub not_before: Option<NaiveDate>,
}

impl Name {
    /// A name without anything beside it; an account belongs to itself.
    pub fn of(kind: Kind, id: Id, name: impl Into<String>) -> Self {
        Self {
            kind,
            id,
            name: name.into(),
            aliases: Vec::new(),
            emails: Vec::new(),
            accounts: if kind == Kind::Account { vec![id] } else { Vec::new() },
            key: false,
            position: 0,
            asked_not: false,
            not_before: None,
        }
    }
}

/// What figures of the book are in where they do not say it themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Terms {
    /// Currency of amounts.
    pub currency: Currency,
    /// The company's year.
    pub year: CompanyYear,
}

/// Everything of the book that has a name: accounts, units, people, colleagues, indicators, opportunities.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Directory {
    /// What figures are in.
    pub terms: Terms,
    /// Whose book it is; may be empty.
    pub owner: String,
    /// Every name, sorted by kind and folded name.
    pub names: Vec<Name>,
    folded: Vec<Folded>,
}

/// A name and its aliases as they are compared. Made once: capture looks them all up at every key.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Folded {
    /// Name first, then the aliases.
    pub names: Vec<String>,
    /// The words of each of them.
    pub tokens: Vec<Vec<String>>,
    /// E-mail addresses.
    pub emails: Vec<String>,
}

impl Directory {
    /// A directory of these names.
    pub fn new(mut names: Vec<Name>) -> Self {
        names.sort_by_cached_key(|n| (n.kind, fold(&n.name), n.id));
        let folded = names.iter().map(Folded::new).collect();
        Self { names, folded, ..Self::default() }
    }

    /// Every name with its folded form.
    pub fn folded(&self) -> impl Iterator<Item = (&Name, &Folded)> {
        self.names.iter().zip(&self.folded)
    }

    /// The names of one kind.
    pub fn of(&self, kind: Kind) -> impl Iterator<Item = &Name> {
        self.names.iter().filter(move |n| n.kind == kind)
    }

    /// The record's name, if it is known.
    pub fn get(&self, kind: Kind, id: Id) -> Option<&Name> {
        self.names.iter().find(|n| n.kind == kind && n.id == id)
    }

    /// The record's name as text; `#id` for one that has none.
    pub fn name(&self, kind: Kind, id: Id) -> String {
        self.get(kind, id).map_or_else(|| format!("#{id}"), |n| n.name.clone())
    }

    /// The key accounts in the user's order.
    pub fn key_accounts(&self) -> Vec<&Name> {
        let mut keys: Vec<_> = self.of(Kind::Account).filter(|n| n.key).collect();
        keys.sort_by_key(|n| (n.position, n.id));
        keys
    }

    /// All records of a kind whose name or alias answers to `text`: the exact name if there is one, else those of which every
    /// word of `text` begins a different word of the name. An e-mail address answers exactly.
    pub fn matching(&self, kind: Kind, text: &str) -> Vec<&Name> {
        let wanted = fold(text.trim());
        let answering = |answers: &dyn Fn(&Folded) -> bool| -> Vec<&Name> {
            self.folded().filter(|(n, f)| n.kind == kind && answers(f)).map(|(n, _)| n).collect()
        };
        let exact = answering(&|f| f.answers_exactly(&wanted));
        if !exact.is_empty() || wanted.is_empty() {
            return exact;
        }
        let words = name_tokens(&wanted);
        answering(&|f| !words.is_empty() && f.answers_by_prefixes(&words))
    }

    /// The one record of a kind meant by a number (`12`, `#12`) or a name.
    ///
    /// # Errors
    /// `name-unknown`, or `name-ambiguous` with the candidates.
    pub fn find(&self, kind: Kind, text: &str) -> Result<Id, Explain> {
        let text = text.trim();
        let found = self.matching(kind, text);
        if let [one] = found.as_slice() {
            return Ok(one.id);
        }
        if let Ok(id) = text.trim_start_matches('#').parse::<Id>()
            && let Some(name) = self.get(kind, id)
        {
            return Ok(name.id);
        }
        let explain = |key| Explain::new(key).with("kind", kind.name()).with("name", text);
        if found.is_empty() {
            return Err(explain("name-unknown"));
        }
        let candidates: Vec<_> = found.iter().take(5).map(|n| format!("{} (#{})", n.name, n.id)).collect();
        Err(explain("name-ambiguous").with("candidates", candidates.join(", ")))
    }
}

impl Folded {
    fn new(name: &Name) -> Self {
        let all = || std::iter::once(&name.name).chain(&name.aliases);
        Self {
            names: all().map(|n| fold(n)).collect(),
            tokens: all().map(|n| name_tokens(n)).collect(),
            emails: name.emails.iter().map(|e| fold(e)).collect(),
        }
    }

    fn answers_exactly(&self, folded: &str) -> bool {
        self.names.iter().chain(&self.emails).any(|n| n == folded)
    }

    fn answers_by_prefixes(&self, words: &[String]) -> bool {
        self.tokens.iter().any(|tokens| {
            let mut left: Vec<&String> = tokens.iter().collect();
            words.iter().all(|w| {
                let at = left.iter().position(|t| t.starts_with(w.as_str()));
                at.map(|i| left.remove(i)).is_some()
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_belongs_to_itself_and_a_person_to_nobody_yet() {
        assert_eq!(Name::of(Kind::Account, 7, "Arce").accounts, [7]);
        assert_eq!(Name::of(Kind::Person, 7, "Ana").accounts, [0; 0]);
    }
}
