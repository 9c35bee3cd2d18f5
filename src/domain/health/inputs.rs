//! What the health of an account is made of.
use chrono::NaiveDate;

use crate::domain::Id;
use crate::domain::cadence::as_f64;
use crate::domain::choice::{Risk, Severity};
use crate::domain::commitment::Promise;
use crate::domain::coverage::{Member, Seat};
use crate::domain::score::Known;
use crate::domain::settings::Settings;

/// An indicator that the KAM answers for.
#[derive(Debug, Clone, PartialEq)]
pub struct Indicator {
    /// The indicator.
    pub kpi: Id,
    /// Its name, for the words.
    pub name: String,
    /// Pace of a flow, attainment of a stock; why it is not known, stale ones among them (`Standing::judged`).
    pub judged: Known,
    /// Up to that day.
    pub as_of: Option<NaiveDate>,
}

/// How satisfied they said they are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reading {
    /// The reading.
    pub id: Id,
    /// When they said it.
    pub day: NaiveDate,
    /// 0–10.
    pub score: f64,
}

/// The plan of the account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    /// The plan; none where the account has no plan that covers today.
    pub id: Option<Id>,
    /// It is in force.
    pub active: bool,
    /// When it was last gone through.
    pub reviewed: Option<NaiveDate>,
}

/// Weights of the five parts, in any unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weights {
    /// Of the indicators.
    pub commercial: f64,
    /// Of the relationship.
    pub relationship: f64,
    /// Of our promises.
    pub commitments: f64,
    /// Of their satisfaction.
    pub satisfaction: f64,
    /// Of the plan.
    pub plan: f64,
}

impl Default for Weights {
    fn default() -> Self {
        Self::of(&Settings::standard())
    }
}

impl Weights {
    /// Those of the book; of the program where the book says nothing.
    pub fn of(settings: &Settings) -> Self {
        let standard = Settings::standard();
        let weight =
            |own: Option<i64>, default: Option<i64>| as_f64(own.or(default).unwrap_or_default().max(0));
        Self {
            commercial: weight(settings.weight_commercial, standard.weight_commercial),
            relationship: weight(settings.weight_relationship, standard.weight_relationship),
            commitments: weight(settings.weight_commitments, standard.weight_commitments),
            satisfaction: weight(settings.weight_satisfaction, standard.weight_satisfaction),
            plan: weight(settings.weight_plan, standard.weight_plan),
        }
    }
}

/// All that the health of one account is made of.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Inputs {
    /// How much each part counts.
    pub weights: Weights,
    /// The account's own indicators (ownership *own*).
    pub indicators: Vec<Indicator>,
    /// Its active people.
    pub members: Vec<Member>,
    /// The places of the buying centre that somebody should hold.
    pub required: Vec<Seat>,
    /// Our promises to it: open, or due within 90 days.
    pub promises: Vec<(Id, Promise)>,
    /// The newest reading of satisfaction up to today.
    pub reading: Option<Reading>,
    /// Its plan; `None` as long as nobody plans at all: the book has no plan of any account.
    pub plan: Option<Plan>,
    /// The stated risk of losing it.
    pub risk: Option<Risk>,
    /// The worst open problem.
    pub problem: Option<(Id, Severity)>,
}
