//! What speaks for and against two being one, weighed.
use super::Certainty::{self, Certain, Likely, Possible};
use super::name::Likeness;

/// Whose an address is that both have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Match {
    /// Somebody's own.
    Own,
    /// An office's.
    Shared,
}

/// What speaks for and against, beside the names.
#[derive(Debug, Clone, Copy)]
pub(super) struct Evidence {
    /// The same address.
    pub(super) mail: Option<Match>,
    /// The same number.
    pub(super) phone: bool,
    /// Whether the days of birth are the same, where both are known.
    pub(super) born: Option<bool>,
    /// Both are at one client, or one of them is nowhere.
    pub(super) here: bool,
    /// How many words the shortest name has.
    pub(super) words: usize,
}

impl Evidence {
    /// How sure it is that two with these names are one; `None` if it is not worth saying.
    pub(super) fn certainty(&self, like: Option<Likeness>) -> Option<Certainty> {
        let own_mail = self.mail == Some(Match::Own);
        if self.born == Some(false) {
            return (own_mail && like.is_some()).then_some(Possible);
        }
        let Some(like) = like else { return own_mail.then_some(Likely) };
        let whole = matches!(like, Likeness::Same | Likeness::Turned);
        let known = self.mail.is_some() || self.phone || self.born == Some(true);
        match like {
            _ if own_mail => Some(Certain),
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
