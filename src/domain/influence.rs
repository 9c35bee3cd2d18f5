//! Who sways whom.
use super::choice::{Choice, Tie};
use super::field::Link;
use super::kind::Kind;
use super::value::FieldKind::{Choice as OneOf, Day, Link as To, Note};
use crate::entity;

entity! {
    /// That one person of an account sways another, or is against them (`formulas.md` §3).
    Influence {
        /// Who sways.
        person: Option<Link> => To(Kind::Person), required;
        /// Who is swayed.
        sways: Option<Link> => To(Kind::Person), required;
        /// Where.
        account: Option<Link> => To(Kind::Account), required;
        /// How much.
        tie: Option<Tie> => OneOf(Tie::SET), required;
        /// Since when it is known.
        since: Option<chrono::NaiveDate> => Day;
        /// The interaction in which it was learned; none means by hand.
        cause: Option<Link> => To(Kind::Interaction);
        /// Free text.
        notes: String => Note;
    }
}

impl Influence {
    /// A new one: between weak and strong.
    pub fn fresh() -> Self {
        Self { tie: Some(Tie::Medium), ..Self::default() }
    }
}

impl Tie {
    /// 1 weak, 2 medium, 3 strong; a conflict is not counted (`formulas.md` §3).
    pub const fn strength(self) -> Option<i64> {
        match self {
            Self::Weak => Some(1),
            Self::Medium => Some(2),
            Self::Strong => Some(3),
            Self::Conflict => None,
        }
    }
}
