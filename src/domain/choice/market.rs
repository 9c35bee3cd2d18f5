//! The closed sets of white space, insights and care.
use super::{Cell, Choice, Set, Value};

choices! {
    /// Who serves a part of an account with an offering.
    CellState "cell_state" {
        /// Nobody knows.
        Unknown = "unknown",
        /// They do it themselves.
        InHouse = "in_house",
        /// A competitor.
        Competitor = "competitor",
        /// We.
        Ours = "ours",
        /// They do not want it.
        NotWanted = "not_wanted",
        /// They could not use it.
        NotApplicable = "not_applicable",
    }
    /// What an insight is about.
    Topic "topic" {
        /// The client.
        Client = "client",
        /// The market.
        Market = "market",
        /// A competitor.
        Competitor = "competitor",
        /// What they say of us.
        Feedback = "feedback",
        /// Ourselves.
        Internal = "internal",
    }
    /// How sure something is.
    Confidence "confidence" {
        /// Hearsay.
        Low = "low",
        /// Somebody said so.
        Medium = "medium",
        /// Seen, or from two sources.
        High = "high",
    }
    /// What is given.
    PerkKind "perk_kind" {
        /// People, stock, a line: for them alone.
        Resource = "resource",
        /// An offer made for them.
        Offer = "offer",
    }
}
