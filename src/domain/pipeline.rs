//! Possible sales and what they are worth (§8). Amounts are in the currency of sums.
pub mod course;
pub mod coverage;

use chrono::NaiveDate;

use super::Id;
use super::choice::Stage;
use super::explain::Explain;
use super::kind::Kind;
use super::score::{Figure, Input, Known, Part, Score, count};

/// A possible sale, as these formulas see it.
#[derive(Debug, Clone, PartialEq)]
pub struct Deal {
    /// The opportunity.
    pub id: Id,
    /// Its name, for the words.
    pub name: String,
    /// How far it has come.
    pub stage: Stage,
    /// What it is worth in the currency of sums, or why that is not known.
    pub amount: Known,
    /// Chance of winning it, 0 … 1, if not that of its stage.
    pub probability: Option<f64>,
    /// When it is expected to close.
    pub closes_on: Option<NaiveDate>,
    /// When it was won or lost.
    pub closed_on: Option<NaiveDate>,
    /// On top of what the account buys anyway.
    pub incremental: bool,
}

/// Chance of winning at a stage, 0 … 1.
pub const fn probability(stage: Stage) -> f64 {
    match stage {
        Stage::Identified => 0.10,
        Stage::Qualified => 0.25,
        Stage::Proposal => 0.50,
        Stage::Negotiation => 0.75,
        Stage::Verbal => 0.90,
        Stage::Won => 1.0,
        Stage::Lost => 0.0,
    }
}

/// Neither won nor lost.
pub const fn is_open(stage: Stage) -> bool {
    match stage {
        Stage::Identified | Stage::Qualified | Stage::Proposal | Stage::Negotiation | Stage::Verbal => true,
        Stage::Won | Stage::Lost => false,
    }
}

impl Deal {
    /// Neither won nor lost.
    pub const fn is_open(&self) -> bool {
        is_open(self.stage)
    }

    /// The day on which it was won or lost, else that on which it was expected to be; of an open sale none.
    pub fn closed(&self) -> Option<NaiveDate> {
        self.closed_on.or(self.closes_on).filter(|_| !self.is_open())
    }

    /// Its own chance while it is open, else that of its stage.
    pub fn chance(&self) -> f64 {
        let own = self.probability.filter(|_| self.is_open());
        own.map_or_else(|| probability(self.stage), |p| p.clamp(0.0, 1.0))
    }

    /// What it is worth by its chance.
    ///
    /// # Errors
    /// Why its amount is not known.
    pub fn worth(&self) -> Known {
        self.amount.clone().map(|amount| amount * self.chance())
    }
}

/// Open sales by their chance: `Σ amount·p`. One whose expected close has passed is open all the same, and counts. One amount that is not known makes the sum unknown; without open sales it is 0.
pub fn weighted(deals: &[Deal]) -> Score {
    sum_of(deals.iter().filter(|d| d.is_open()))
}

/// The same of the sales flagged incremental that close between two days: what the landing of a year adds (§7). From
/// today on: what should have closed by now is not counted on for this year.
pub fn incremental(deals: &[Deal], from: NaiveDate, to: NaiveDate) -> Score {
    let within = |d: &&Deal| d.closes_on.is_some_and(|day| from <= day && day <= to);
    sum_of(deals.iter().filter(|d| d.is_open() && d.incremental).filter(within))
}

fn sum_of<'a>(deals: impl Iterator<Item = &'a Deal>) -> Score {
    let part = |deal: &Deal| {
        let input = |key, figure| {
            let input = Input::new(Explain::new(key), figure).of(Kind::Opportunity, deal.id);
            deal.closes_on.iter().fold(input, |input, day| input.on(*day))
        };
        let amount = deal.amount.clone().ok().map(|a| input("health-input-amount", Figure::Measured(a)));
        let chance = input("health-input-chance", Figure::Share(deal.chance()));
        Part {
            label: Explain::new("health-input-opportunity").with("name", &deal.name),
            weight: None,
            value: deal.worth().map(Figure::Measured),
            inputs: amount.into_iter().chain([chance]).collect(),
        }
    };
    let deals: Vec<&Deal> = deals.collect();
    let known = deals.iter().filter(|d| d.amount.is_ok()).count();
    let evidence = if deals.is_empty() { 1.0 } else { count(known) / count(deals.len()) };
    Score {
        formula: Explain::new("health-formula-pipeline"),
        value: deals.iter().map(|d| d.worth()).sum::<Known>().map(Figure::Measured),
        evidence,
        parts: deals.iter().map(|d| part(d)).collect(),
    }
}

/// Open pipeline, not weighted.
///
/// # Errors
/// Why one of the amounts is not known.
pub fn open(deals: &[Deal]) -> Known {
    deals.iter().filter(|d| d.is_open()).map(|d| d.amount.clone()).sum()
}

/// What has been won.
///
/// # Errors
/// Why one of the amounts is not known.
pub fn won(deals: &[Deal]) -> Known {
    deals.iter().filter(|d| d.stage == Stage::Won).map(|d| d.amount.clone()).sum()
}

/// `open pipeline / (target − won)`: how many times the remaining gap.
///
/// # Errors
/// `health-no-gap` where the target is reached.
pub fn coverage(open: f64, target: f64, won: f64) -> Known {
    let gap = target - won;
    if gap > 0.0 { Ok(open / gap) } else { Err(Explain::new("health-no-gap")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::day;
    use proptest::prelude::*;

    fn deal(amount: f64, stage: Stage) -> Deal {
        Deal {
            id: 1,
            name: "line 4".to_owned(),
            stage,
            amount: Ok(amount),
            probability: None,
            closes_on: None,
            closed_on: None,
            incremental: false,
        }
    }

    fn vector() -> Vec<Deal> {
        vec![deal(50.0, Stage::Identified), deal(120.0, Stage::Proposal), deal(80.0, Stage::Negotiation)]
    }

    #[test]
    fn the_vectors_of_section_8() {
        assert!((weighted(&vector()).amount().unwrap() - 125.0).abs() < 1e-9);
        assert!((coverage(open(&vector()).unwrap(), 360.0, 0.0).unwrap() - 0.69).abs() < 0.005);
        let chances = Stage::ALL.iter().map(|s| probability(*s));
        assert_eq!(chances.collect::<Vec<_>>(), [0.10, 0.25, 0.50, 0.75, 0.90, 1.0, 0.0]);
    }

    #[test]
    fn what_is_won_or_lost_is_no_pipeline() {
        let mut deals = vector();
        deals.extend([deal(500.0, Stage::Won), deal(900.0, Stage::Lost)]);
        assert!((weighted(&deals).amount().unwrap() - 125.0).abs() < 1e-9);
        assert_eq!((open(&deals), won(&deals)), (Ok(250.0), Ok(500.0)));
        assert!((coverage(250.0, 860.0, 500.0).unwrap() - 0.694).abs() < 0.001);
        assert_eq!(coverage(250.0, 500.0, 500.0).unwrap_err().key, "health-no-gap");
        assert_eq!(weighted(&[]).amount(), Some(0.0));
    }

    #[test]
    fn an_own_chance_wins_while_the_sale_is_open() {
        let own = |stage| Deal { probability: Some(0.4), ..deal(100.0, stage) }.chance();
        assert_eq!((own(Stage::Verbal), own(Stage::Won), own(Stage::Lost)), (0.4, 1.0, 0.0));
    }

    #[test]
    fn a_sale_closed_when_it_was_decided_and_not_when_that_was_expected() {
        let expected = Deal { closes_on: Some(day(2026, 3, 1)), ..deal(1.0, Stage::Won) };
        assert_eq!(expected.closed(), Some(day(2026, 3, 1)));
        assert_eq!(Deal { closed_on: Some(day(2026, 5, 1)), ..expected }.closed(), Some(day(2026, 5, 1)));
        assert_eq!(Deal { closes_on: Some(day(2026, 3, 1)), ..deal(1.0, Stage::Verbal) }.closed(), None);
    }

    #[test]
    fn only_what_is_incremental_and_closes_in_the_year_enters_the_landing() {
        let mut deals = vector();
        for (deal, closes) in deals.iter_mut().zip([day(2026, 1, 1), day(2026, 12, 31), day(2027, 1, 1)]) {
            (deal.incremental, deal.closes_on) = (true, Some(closes));
        }
        let of = |deals: &[Deal]| incremental(deals, day(2026, 1, 1), day(2026, 12, 31)).amount().unwrap();
        assert!((of(&deals) - 65.0).abs() < 1e-9);
        deals[1].incremental = false;
        assert!((of(&deals) - 5.0).abs() < 1e-9);
        deals[0].closes_on = None;
        assert!(of(&deals).abs() < 1e-9);
    }

    #[test]
    fn an_amount_that_is_not_known_makes_the_sum_unknown() {
        let mut deals = vector();
        deals[0].amount = Err(Explain::new("money-no-rate"));
        let score = weighted(&deals);
        assert_eq!(score.value.unwrap_err().key, "money-no-rate");
        assert!((score.evidence - 2.0 / 3.0).abs() < 1e-9);
    }

    proptest! {
        #[test]
        fn the_weighted_pipeline_never_exceeds_the_open_one(seed in proptest::collection::vec((0.0..1e6_f64, 0..7_usize), 0..12)) {
            let deals: Vec<_> = seed.iter().map(|(a, s)| deal(*a, Stage::ALL[*s])).collect();
            let score = weighted(&deals);
            prop_assert!(score.amount().unwrap() <= open(&deals).unwrap() + 1e-6);
            prop_assert!((0.0..=1.0).contains(&score.evidence));
        }
    }
}
