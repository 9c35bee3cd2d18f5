//! In which order indicators stand, and which of them.
use std::cmp::Ordering;

use super::indicator::Indicator;
use crate::domain::choice::Ownership;
use crate::domain::scorecard::Rag;
use crate::domain::text::{fold, name_tokens};

/// An order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Sort {
    /// By account, each in the user's order.
    #[default]
    Place,
    /// Furthest off first.
    Worst,
    /// By name.
    Name,
}

impl Sort {
    pub(super) const fn next(self) -> Self {
        match self {
            Self::Place => Self::Worst,
            Self::Worst => Self::Name,
            Self::Name => Self::Place,
        }
    }

    /// End of the key of its words.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Worst => "worst",
            Self::Name => "name",
        }
    }

    pub(super) fn compare(self, a: &Indicator, b: &Indicator) -> Ordering {
        match self {
            Self::Place => Ordering::Equal,
            Self::Worst => {
                let key = |one: &Indicator| one.standing.judged().clone().unwrap_or(f64::INFINITY);
                let concern = a.standing.rag.concern().cmp(&b.standing.rag.concern());
                concern.then(key(a).total_cmp(&key(b)))
            }
            Self::Name => fold(a.name()).cmp(&fold(b.name())),
        }
    }
}

/// Which indicators.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Filter {
    /// All.
    #[default]
    All,
    /// Off track or at risk.
    NotOnTrack,
    /// Their newest figure is too old.
    Stale,
    /// Without a figure or a target.
    Unknown,
    /// Those I answer for.
    Own,
    /// Those that are typed, not computed.
    Typed,
}

impl Filter {
    const ALL: [Self; 6] = [Self::All, Self::NotOnTrack, Self::Stale, Self::Unknown, Self::Own, Self::Typed];

    pub(super) fn takes(self, one: &Indicator) -> bool {
        match self {
            Self::All => true,
            Self::NotOnTrack => matches!(one.standing.rag, Rag::Off | Rag::AtRisk),
            Self::Stale => one.standing.rag == Rag::Stale,
            Self::Unknown => matches!(one.standing.rag, Rag::Unknown(_)),
            Self::Own => one.figures.kpi.ownership == Some(Ownership::Own),
            Self::Typed => one.figures.kpi.computed.is_none(),
        }
    }

    /// The next filter that leaves something, and not everything.
    pub(super) fn next(self, all: &[Indicator]) -> Self {
        let at = Self::ALL.iter().position(|f| *f == self).unwrap_or(0);
        let mut rest = Self::ALL.into_iter().skip(at + 1);
        let parts = |f: &Self| all.iter().any(|one| f.takes(one)) && !all.iter().all(|one| f.takes(one));
        rest.find(parts).unwrap_or_default()
    }

    /// End of the key of its words.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::NotOnTrack => "not-on-track",
            Self::Stale => "stale",
            Self::Unknown => "unknown",
            Self::Own => "own",
            Self::Typed => "typed",
        }
    }
}

/// Whether every word begins a word of the name, the account or the source.
pub(super) fn answers(one: &Indicator, words: &[String]) -> bool {
    if words.is_empty() {
        return true;
    }
    let account = one.figures.account.as_deref().unwrap_or_default();
    let texts = [one.name(), account, &one.figures.kpi.source];
    let tokens: Vec<String> = texts.into_iter().flat_map(name_tokens).collect();
    words.iter().all(|word| tokens.iter().any(|t| t.starts_with(word.as_str())))
}
