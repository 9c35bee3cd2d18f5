//! Closed sets: every value has a name, the same in the file, in JSON and as key of its words.
use super::field::Cell;
use super::value::Value;

/// A closed set without its type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Set {
    /// Name of the set: its words are `choice-<set>-<value>`.
    pub name: &'static str,
    /// Names of its values, in the order in which menus show them.
    pub values: &'static [&'static str],
}

/// An enum that is a closed set.
pub trait Choice: Copy + Sized + 'static {
    /// The set without its type.
    const SET: Set;
    /// Name of the value.
    fn name(self) -> &'static str;
    /// The value of that name.
    fn named(name: &str) -> Option<Self>;
}

macro_rules! choices {
    ($($(#[$doc:meta])* $ty:ident $set:literal { $($(#[$vdoc:meta])* $variant:ident = $name:literal),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $ty { $($(#[$vdoc])* $variant),+ }
        impl $ty {
            /// Every value.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
        }
        impl Choice for $ty {
            const SET: Set = Set { name: $set, values: &[$($name),+] };
            fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }
            fn named(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$variant),)+ _ => None }
            }
        }
        impl Cell for Option<$ty> {
            fn to_value(&self) -> Value {
                self.map_or(Value::Empty, |c| Value::Choice(c.name()))
            }
            fn from_value(value: Value) -> Option<Self> {
                match value {
                    Value::Empty => Some(None),
                    Value::Choice(n) => Some(Some($ty::named(n)?)),
                    _ => None,
                }
            }
        }
        impl Cell for Vec<$ty> {
            fn to_value(&self) -> Value {
                if self.is_empty() { Value::Empty } else { Value::Choices(self.iter().map(|c| c.name()).collect()) }
            }
            fn from_value(value: Value) -> Option<Self> {
                match value {
                    Value::Empty => Some(Self::new()),
                    Value::Choices(names) => names.into_iter().map($ty::named).collect(),
                    _ => None,
                }
            }
        }
    )+};
}

mod figures;
mod market;
mod plan;
mod report;

pub use figures::{Better, Computed, Frequency, Nature, Ownership, Severity, Spread, Stage, Trouble, Unit};
pub use market::{CellState, Confidence, PerkKind, Topic};
pub use plan::{Aim, Mix, ObjectiveStatus, PlanStatus, Priority, Turn};
pub use report::ReportKind;

choices! {
    /// Whether this KAM looks after the account.
    Tier "tier" {
        /// Looked after by this KAM.
        Key = "key",
        /// Another client of the company.
        Standard = "standard",
    }
    /// Stated risk of losing the account.
    Risk "risk" {
        /// Lowers health by 5.
        Low = "low",
        /// Lowers health by 10.
        Medium = "medium",
        /// Lowers health by 20.
        High = "high",
    }
    /// Why an account is a key account.
    WhyKey "why_key" {
        /// For what it buys.
        Revenue = "revenue",
        /// For its name.
        Prestige = "prestige",
        /// For both.
        Both = "both",
    }
    /// Place in the buying centre.
    BuyingRole "role" {
        /// Uses what we sell.
        User = "user",
        /// Sways the decision.
        Influencer = "influencer",
        /// Takes the decision.
        Decider = "decider",
        /// Negotiates and orders.
        Buyer = "buyer",
        /// Lets us in or not.
        Gatekeeper = "gatekeeper",
        /// Raised the need.
        Initiator = "initiator",
        /// A role with a name of its own.
        Other = "other",
    }
    /// Attitude to us. Unknown is no value at all.
    Stance "stance" {
        /// +2.
        Champion = "champion",
        /// +1.
        Supporter = "supporter",
        /// 0.
        Neutral = "neutral",
        /// −1.
        Sceptic = "sceptic",
        /// −2.
        Blocker = "blocker",
    }
    /// What a fact is about.
    Aspect "aspect" {
        /// Attitude to us.
        Stance = "stance",
        /// Place in the buying centre.
        Role = "role",
        /// Weight 1–5.
        Influence = "influence",
        /// How much what we do matters to them, 1–5.
        Interest = "interest",
    }
    /// How one person sways another.
    Tie "tie" {
        /// Now and then.
        Weak = "weak",
        /// Mostly.
        Medium = "medium",
        /// As good as always.
        Strong = "strong",
        /// They are against each other: drawn, never counted.
        Conflict = "conflict",
    }
    /// Kind of an interaction.
    Channel "channel" {
        /// Face to face.
        Meeting = "meeting",
        /// By video.
        Video = "video",
        /// By telephone.
        Call = "call",
        /// By e-mail.
        Email = "email",
        /// At their place or ours.
        Visit = "visit",
        /// Fair, dinner, conference.
        Event = "event",
        /// Chat, text message.
        Message = "message",
        /// Written for oneself; never a touch.
        Note = "note",
    }
    /// Who spoke to whom.
    Direction "direction" {
        /// From them to us.
        In = "in",
        /// From us to them.
        Out = "out",
        /// Both ways.
        Both = "both",
    }
    /// How it felt.
    Sentiment "sentiment" {
        /// `:)`
        Good = "good",
        /// Neither.
        Neutral = "neutral",
        /// `:(`
        Bad = "bad",
    }
    /// Who owes.
    Side "side" {
        /// We owe them.
        Ours = "ours",
        /// They owe us.
        Theirs = "theirs",
    }
}

impl Stance {
    /// −2 … +2.
    pub const fn score(self) -> i64 {
        match self {
            Self::Champion => 2,
            Self::Supporter => 1,
            Self::Neutral => 0,
            Self::Sceptic => -1,
            Self::Blocker => -2,
        }
    }

    /// The stance of a score; `None` outside −2 … +2.
    pub const fn of_score(score: i64) -> Option<Self> {
        match score {
            2 => Some(Self::Champion),
            1 => Some(Self::Supporter),
            0 => Some(Self::Neutral),
            -1 => Some(Self::Sceptic),
            -2 => Some(Self::Blocker),
            _ => None,
        }
    }
}
