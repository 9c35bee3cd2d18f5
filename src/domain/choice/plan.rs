//! The closed sets of plans and decisions.
use super::{Cell, Choice, Set, Value};

choices! {
    /// How a plan stands.
    PlanStatus "plan_status" {
        /// Being written.
        Draft = "draft",
        /// In force.
        Active = "active",
        /// Over.
        Closed = "closed",
    }
    /// What an objective is about.
    Aim "aim" {
        /// To sell more.
        Growth = "growth",
        /// To keep what we have.
        Retention = "retention",
        /// To know and be trusted by the right people.
        Relationship = "relationship",
        /// To be seen as who we want to be.
        Brand = "brand",
        /// To do the same with less.
        Efficiency = "efficiency",
    }
    /// How much something matters.
    Priority "priority" {
        /// First.
        High = "high",
        /// In its turn.
        Medium = "medium",
        /// If there is time.
        Low = "low",
    }
    /// How an objective stands.
    ObjectiveStatus "objective_status" {
        /// Not there yet.
        Open = "open",
        /// Reached.
        Reached = "reached",
        /// Given up.
        Dropped = "dropped",
    }
    /// Elements of the marketing mix.
    Mix "mix" {
        /// What is sold.
        Product = "product",
        /// For how much.
        Price = "price",
        /// Where and how it gets there.
        Place = "place",
        /// How it is made known.
        Promotion = "promotion",
        /// Who does it.
        People = "people",
        /// How it is done.
        Process = "process",
        /// By what it is seen.
        Evidence = "evidence",
        /// For what the name stands.
        Brand = "brand",
    }
    /// Decision or change.
    Turn "turn" {
        /// Somebody decided.
        Decision = "decision",
        /// Something changed.
        Change = "change",
    }
}
