//! Names in a line: who answers to some words.
use crate::domain::Id;
use crate::domain::directory::{Directory, Folded, Name};
use crate::domain::kind::Kind;
use crate::domain::text::fold;

/// Most candidates offered for a tie.
const CANDIDATES: usize = 9;

/// How well words fit a name, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// They are the whole name or alias.
    Whole,
    /// Each is a word of it.
    Words,
    /// Each begins a word of it.
    Beginnings,
}

/// Who answers, best first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Answer {
    /// How well the best fits.
    pub fit: Fit,
    /// Those who could be meant.
    pub candidates: Vec<(Kind, Id)>,
    /// Whether the first of them is meant beyond doubt.
    pub certain: bool,
}

/// The names of the book, those of the scope first.
#[derive(Debug, Clone, Copy)]
pub(super) struct Names<'a> {
    pub directory: &'a Directory,
    pub scope: Option<Id>,
}

/// Someone of whom the first word could be the name.
pub(super) type Possible<'a> = (&'a Name, &'a Folded);

impl<'a> Names<'a> {
    /// Those of some kinds of whose name a word begins with `first`, or whose e-mail address it is.
    pub fn beginning(&self, first: &str, kinds: &[Kind]) -> Vec<Possible<'a>> {
        let begins = |f: &Folded| f.tokens.iter().flatten().any(|t| t.starts_with(first));
        self.directory.folded().filter(|(n, f)| kinds.contains(&n.kind) && begins(f)).collect()
    }

    /// Who of those possible answers to all the words; beginnings shorter than `shortest` letters do not count.
    pub fn answer(&self, possible: &[Possible<'a>], words: &[&str], shortest: usize) -> Option<Answer> {
        let mut found: Vec<((Fit, bool), &Name)> = Vec::new();
        for (name, folded) in possible {
            let fit = folded.tokens.iter().filter_map(|tokens| fit(words, tokens, shortest)).min();
            if let Some(fit) = fit {
                found.push(((fit, !self.is_near(name)), name));
            }
        }
        found.sort_by_key(|(rank, _)| *rank);
        let (best, _) = *found.first()?;
        let certain = found.iter().filter(|(rank, _)| *rank == best).count() == 1;
        let candidates = found.iter().take(CANDIDATES).map(|(_, n)| (n.kind, n.id)).collect();
        Some(Answer { fit: best.0, candidates, certain })
    }

    /// Who has this e-mail address.
    pub fn by_email(&self, address: &str, kinds: &[Kind]) -> Option<Answer> {
        let address = fold(address);
        let has = |f: &Folded| f.emails.contains(&address);
        let found = self.directory.folded().filter(|(n, f)| kinds.contains(&n.kind) && has(f));
        let candidates: Vec<_> = found.take(CANDIDATES).map(|(n, _)| (n.kind, n.id)).collect();
        let certain = candidates.len() == 1;
        (!candidates.is_empty()).then_some(Answer { fit: Fit::Whole, candidates, certain })
    }

    fn is_near(&self, name: &Name) -> bool {
        self.scope.is_none_or(|scope| name.accounts.contains(&scope))
    }
}

fn fit(words: &[&str], tokens: &[String], shortest: usize) -> Option<Fit> {
    if words.len() == tokens.len() && words.iter().zip(tokens).all(|(w, t)| w == t) {
        return Some(Fit::Whole);
    }
    // most names fall here, before anything is allocated
    if !words.iter().all(|w| tokens.iter().any(|t| t.starts_with(w))) {
        return None;
    }
    let mut left: Vec<&str> = tokens.iter().map(String::as_str).collect();
    let mut begun = Vec::new();
    for word in words {
        match left.iter().position(|t| t == word) {
            Some(at) => {
                left.remove(at);
            }
            None => begun.push(*word),
        }
    }
    if begun.is_empty() {
        return Some(Fit::Words);
    }
    begun
        .iter()
        .all(|word| word.chars().count() >= shortest && take_beginning(&mut left, word))
        .then_some(Fit::Beginnings)
}

fn take_beginning(left: &mut Vec<&str>, word: &str) -> bool {
    left.iter().position(|t| t.starts_with(word)).map(|at| left.remove(at)).is_some()
}
