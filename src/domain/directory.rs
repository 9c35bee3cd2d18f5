//! Who is who: every name of the book in memory, for capture, forms, palette and shell.
use super::Id;
use super::explain::Explain;
use super::kind::Kind;
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
}

/// All accounts, units, people and colleagues by name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Directory {
    /// Every name, sorted by kind and folded name.
    pub names: Vec<Name>,
}

impl Directory {
    /// A directory of these names.
    pub fn new(mut names: Vec<Name>) -> Self {
        names.sort_by_cached_key(|n| (n.kind, fold(&n.name), n.id));
        Self { names }
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
        let exact: Vec<_> = self.of(kind).filter(|n| n.answers_exactly(&wanted)).collect();
        if !exact.is_empty() || wanted.is_empty() {
            return exact;
        }
        let words = name_tokens(&wanted);
        self.of(kind).filter(|n| !words.is_empty() && n.answers_by_prefixes(&words)).collect()
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

impl Name {
    fn answers_exactly(&self, folded: &str) -> bool {
        fold(&self.name) == folded
            || self.aliases.iter().any(|a| fold(a) == folded)
            || self.emails.iter().any(|e| fold(e) == folded)
    }

    fn answers_by_prefixes(&self, words: &[String]) -> bool {
        std::iter::once(&self.name).chain(&self.aliases).any(|name| {
            let mut left = name_tokens(name);
            words.iter().all(|w| {
                let at = left.iter().position(|t| t.starts_with(w.as_str()));
                at.map(|i| left.remove(i)).is_some()
            })
        })
    }
}
