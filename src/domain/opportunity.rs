//! A possible sale, and a contract.
use super::choice::{Choice, Stage};
use super::field::Link;
use super::kind::Kind;
use super::money::Money;
use super::value::FieldKind::{
    Choice as OneOf, Count, Day, Flag, Link as To, Money as Amount, Note, Percent, Text, Texts,
};
use crate::entity;

entity! {
    /// A possible sale.
    Opportunity {
        /// What could be sold.
        name: String => Text, required;
        /// To whom.
        account: Option<Link> => To(Kind::Account), required;
        /// What it is worth.
        amount: Option<Money> => Amount;
        /// How far it has come.
        stage: Option<Stage> => OneOf(Stage::SET), required;
        /// Chance of winning it, if not that of its stage.
        probability: Option<i64> => Percent;
        /// When it is expected to close.
        closes_on: Option<chrono::NaiveDate> => Day;
        /// On top of what the account buys anyway: it enters the landing.
        incremental: bool => Flag;
        /// What is to be done next.
        next_step: String => Text;
        /// How many times the expected close was put off.
        pushes: Option<i64> => Count(0, 999), kept;
        /// Free text.
        notes: String => Note;
    }
}

impl Opportunity {
    /// A new one: only identified.
    pub fn fresh() -> Self {
        Self { stage: Some(Stage::Identified), ..Self::default() }
    }

    /// Neither won nor lost.
    pub fn is_open(&self) -> bool {
        self.stage.is_none_or(super::pipeline::is_open)
    }
}

entity! {
    /// What is agreed for some time.
    Contract {
        /// What about.
        name: String => Text, required;
        /// With whom.
        account: Option<Link> => To(Kind::Account), required;
        /// What it is worth a year.
        value: Option<Money> => Amount;
        /// First day.
        starts_on: Option<chrono::NaiveDate> => Day;
        /// Last day.
        ends_on: Option<chrono::NaiveDate> => Day;
        /// Days before the end by which notice must be given.
        notice_days: Option<i64> => Count(0, 999);
        /// It goes on unless somebody gives notice.
        renews: bool => Flag;
        /// The sale that renews or replaces it.
        opportunity: Option<Link> => To(Kind::Opportunity);
        /// Documents, web pages.
        links: Vec<String> => Texts;
        /// Free text.
        notes: String => Note;
    }
}

impl Contract {
    /// The last day on which notice can be given.
    pub fn notice_by(&self) -> Option<chrono::NaiveDate> {
        Some(super::day::plus_days(self.ends_on?, -self.notice_days?))
    }
}
