//! A possible sale, and a contract.
use chrono::NaiveDate;

use super::choice::{BuyingRole, Choice, Stage};
use super::day::days_between;
use super::explain::Explain;
use super::field::Link;
use super::kind::Kind;
use super::money::Money;
use super::value::FieldKind::{
    Choice as OneOf, Choices, Count, Day, Flag, Link as To, Money as Amount, Note, Percent, Text, Texts,
};
use super::value::SCALE;
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
        closes_on: Option<NaiveDate> => Day;
        /// On top of what the account buys anyway: it enters the landing.
        incremental: bool => Flag;
        /// What is to be done next.
        next_step: String => Text;
        /// How many times the expected close was put off.
        pushes: Option<i64> => Count(0, 999), kept;
        /// What would be sold.
        offering: Option<Link> => To(Kind::Offering);
        /// To which part of the account.
        unit: Option<Link> => To(Kind::Unit);
        /// Who else is after it, or won it.
        competitor: Option<Link> => To(Kind::Competitor);
        /// Why it was lost.
        lost_reason: String => Text;
        /// When it was won or lost.
        closed_on: Option<NaiveDate> => Day;
        /// Roles that somebody should hold in this decision; empty is those of the account.
        required_roles: Vec<BuyingRole> => Choices(BuyingRole::SET);
        /// Free text.
        notes: String => Note;
    }
}

entity! {
    /// That a person sits in the buying centre of one possible sale.
    Involvement {
        /// Of which sale.
        opportunity: Option<Link> => To(Kind::Opportunity), required;
        /// Who.
        person: Option<Link> => To(Kind::Person), required;
        /// Their roles in this decision; empty is those that they hold at the account.
        roles: Vec<BuyingRole> => Choices(BuyingRole::SET);
        /// Free text.
        notes: String => Note;
    }
}

entity! {
    /// How a possible sale stood from a day on: its history of stages and expected closes, written by the program.
    Step {
        /// Of which sale.
        opportunity: Option<Link> => To(Kind::Opportunity), required, kept;
        /// Since when.
        day: Option<NaiveDate> => Day, required, kept;
        /// How far it had come.
        stage: Option<Stage> => OneOf(Stage::SET), required, kept;
        /// When it was expected to close.
        closes_on: Option<NaiveDate> => Day, kept;
        /// What it was worth.
        amount: Option<Money> => Amount, kept;
    }
}

impl Opportunity {
    /// A new one: only identified.
    pub fn fresh() -> Self {
        Self { stage: Some(Stage::Identified), ..Self::default() }
    }

    /// Whether its chance is one.
    ///
    /// # Errors
    /// `opportunity-probability` below 0 % and above 100 %.
    pub fn check(&self) -> Result<(), Explain> {
        let fits = self.probability.is_none_or(|p| (0..=100 * SCALE).contains(&p));
        if fits { Ok(()) } else { Err(Explain::new("opportunity-probability").with("name", &self.name)) }
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
        starts_on: Option<NaiveDate> => Day;
        /// Last day.
        ends_on: Option<NaiveDate> => Day;
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
    pub fn notice_by(&self) -> Option<NaiveDate> {
        Some(super::day::plus_days(self.ends_on?, -self.notice_days?))
    }

    /// How long it runs; `None` without an end.
    pub fn term(&self) -> Option<Term> {
        Some(Term { ends: self.ends_on?, notice: self.notice_by(), renews: self.renews })
    }
}

/// How long a contract runs, and how it goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// Its last day.
    pub ends: NaiveDate,
    /// The last day to give notice.
    pub notice: Option<NaiveDate>,
    /// It goes on unless somebody gives notice.
    pub renews: bool,
}

/// A day of a contract on which something has to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Deadline {
    /// The last day to give notice.
    Notice(NaiveDate),
    /// It ends.
    End(NaiveDate),
}

/// Days ahead from which the next day of a contract is near.
pub const NEAR: i64 = 30;

/// Days after its end for which a contract that was not renewed is still spoken of.
pub const LAPSED: i64 = 90;

impl Deadline {
    /// The day itself.
    pub const fn day(self) -> NaiveDate {
        match self {
            Self::Notice(day) | Self::End(day) => day,
        }
    }
}

impl Term {
    /// Its days in their order. What renews by itself does not end; without days of notice its end is all that is known.
    pub fn days(self) -> impl Iterator<Item = Deadline> {
        let end = !self.renews || self.notice.is_none();
        let end = end.then_some(Deadline::End(self.ends));
        self.notice.map(Deadline::Notice).into_iter().chain(end)
    }

    /// The nearest of its days that still lie ahead, today among them.
    pub fn next(self, today: NaiveDate) -> Option<Deadline> {
        self.days().find(|deadline| deadline.day() >= today)
    }

    /// Whether its next day is at most 30 days ahead.
    pub fn is_near(self, today: NaiveDate) -> bool {
        self.next(today).is_some_and(|next| days_between(today, next.day()) <= NEAR)
    }

    /// Whether it ended in the last 90 days and does not go on by itself.
    pub fn has_lapsed(self, today: NaiveDate) -> bool {
        !self.renews && (1..=LAPSED).contains(&days_between(self.ends, today))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::{day, plus_days};

    #[test]
    fn a_chance_is_between_nothing_and_certain() {
        let of =
            |percent: i64| Opportunity { probability: Some(percent * SCALE), ..Opportunity::fresh() }.check();
        assert_eq!((of(0), of(100)), (Ok(()), Ok(())));
        assert!([-1, 101, 150].iter().all(|p| of(*p).is_err()));
    }

    #[test]
    fn a_contract_waits_for_its_next_day_and_has_lapsed_once_it_is_over() {
        let today = day(2026, 11, 23);
        let term = |ends, notice: Option<i64>, renews| Term {
            ends: plus_days(today, ends),
            notice: notice.map(|n| plus_days(today, n)),
            renews,
        };
        assert_eq!(term(90, Some(0), true).next(today), Some(Deadline::Notice(today)));
        assert_eq!(term(90, Some(-1), true).next(today), None);
        assert_eq!(term(0, Some(-90), false).next(today), Some(Deadline::End(today)));
        // It renews, and nobody said until when that can be stopped: its end is the only day there is.
        assert!(term(30, None, true).is_near(today) && !term(31, None, true).is_near(today));
        assert!(term(-1, None, false).has_lapsed(today) && term(-90, Some(-120), false).has_lapsed(today));
        assert!(!term(0, None, false).has_lapsed(today) && !term(-91, None, false).has_lapsed(today));
        assert!(!term(-1, None, true).has_lapsed(today));
    }
}
