//! Records by fuzzy name, for fields that lead to one.
use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use crate::domain::Id;
use crate::domain::directory::Name;
use crate::domain::kind::Kind;
use crate::lang::value::Context;

/// How many candidates are offered at once.
const MOST: usize = 6;

/// A record that the typed text may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Candidate {
    /// One there is.
    Known {
        /// Its number.
        id: Id,
        /// Its name.
        name: String,
        /// Where it belongs, for telling namesakes apart.
        remark: String,
    },
    /// One to be created with that name.
    New(String),
}

/// The records of `kind` that `text` may mean, best first, those of the scope before others; then the offer to create one,
/// unless the text is a name already.
pub(super) fn candidates(kind: Kind, text: &str, cx: &Context<'_>) -> Vec<Candidate> {
    let text = text.trim();
    let mut matcher = Matcher::new(Config::DEFAULT);
    let pattern = Pattern::parse(text, CaseMatching::Ignore, Normalization::Smart);
    let mut buffer = Vec::new();
    let mut found: Vec<(bool, u32, &Name)> = Vec::new();
    for name in cx.directory.of(kind) {
        let here = cx.scope.is_some_and(|s| name.accounts.contains(&s));
        let names = std::iter::once(&name.name).chain(&name.aliases);
        let best = names.filter_map(|n| pattern.score(Utf32Str::new(n, &mut buffer), &mut matcher)).max();
        found.extend(best.map(|score| (here, score, name)));
    }
    found.sort_by_key(|(here, score, name)| (!here, std::cmp::Reverse(*score), name.name.clone()));
    let mut offered: Vec<_> = found.into_iter().take(MOST).map(|(_, _, name)| known(name, cx)).collect();
    let is_name = cx.directory.matching(kind, text).iter().any(|n| n.name.eq_ignore_ascii_case(text));
    if can_create(kind) && !text.is_empty() && !is_name {
        offered.push(Candidate::New(text.to_owned()));
    }
    offered
}

fn known(name: &Name, cx: &Context<'_>) -> Candidate {
    let accounts = name.accounts.iter().filter(|_| name.kind != Kind::Account);
    let remark = accounts.map(|a| cx.directory.name(Kind::Account, *a)).collect::<Vec<_>>().join(", ");
    Candidate::Known { id: name.id, name: name.name.clone(), remark }
}

/// What a name alone is enough for.
const fn can_create(kind: Kind) -> bool {
    matches!(kind, Kind::Account | Kind::Person | Kind::Colleague)
}
