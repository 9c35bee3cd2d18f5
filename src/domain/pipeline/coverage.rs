//! Whether the open sales are enough for what is missing: of one account, and of several together (§8).
use super::coverage;
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::score::{Figure, Input, Known, Part, Score, count};

/// What the open sales of an account are measured against, in the currency of sums.
#[derive(Debug, Clone, PartialEq)]
pub struct Measured {
    /// The account.
    pub account: Id,
    /// Its name, for the words.
    pub name: String,
    /// Its open sales, not weighted.
    pub open: Known,
    /// What it is to bring in the year.
    pub target: Known,
    /// What was won in the year.
    pub won: Known,
}

impl Measured {
    fn sums(&self) -> Known<[f64; 3]> {
        Ok([self.open.clone()?, self.target.clone()?, self.won.clone()?])
    }

    fn part(&self) -> Part {
        let input = |key, known: &Known| {
            let figure = known.clone().ok().map(Figure::Measured);
            figure.map(|figure| Input::new(Explain::new(key), figure))
        };
        let inputs = [
            input("pipeline-input-open", &self.open),
            input("pipeline-input-target", &self.target),
            input("pipeline-input-won", &self.won),
        ];
        let mut inputs: Vec<Input> = inputs.into_iter().flatten().collect();
        if let Some(first) = inputs.first_mut() {
            *first = first.clone().of(Kind::Account, self.account);
        }
        Part {
            label: Explain::new("pipeline-part-account").with("name", &self.name),
            weight: None,
            value: self.sums().and_then(times).map(Figure::Plain),
            inputs,
        }
    }
}

fn times([open, target, won]: [f64; 3]) -> Known {
    coverage(open, target, won)
}

/// `Σ open pipeline / (Σ target − Σ won)` over the accounts of which all three are known; the evidence is their share. An account
/// without a target is left out; one whose open sales are not all known makes the whole unknown: what is not known must not make
/// it look better. Of one account the reason why it is not known is that of the score.
pub fn covered(accounts: &[Measured]) -> Score {
    let all: Vec<Known<[f64; 3]>> = accounts.iter().map(Measured::sums).collect();
    let known: Vec<[f64; 3]> = all.iter().flatten().copied().collect();
    let sums = known.iter().fold([0.0; 3], |sum, one| std::array::from_fn(|i| sum[i] + one[i]));
    let hidden =
        accounts.iter().filter(|a| a.target.is_ok() && a.won.is_ok()).find_map(|a| a.open.clone().err());
    let why = || match all.as_slice() {
        [Err(why)] => why.clone(),
        _ => Explain::new("pipeline-no-target"),
    };
    Score {
        formula: Explain::new("pipeline-formula-coverage"),
        value: match hidden {
            Some(why) => Err(why),
            None if known.is_empty() => Err(why()),
            None => times(sums).map(Figure::Plain),
        },
        evidence: if all.is_empty() { 0.0 } else { count(known.len()) / count(all.len()) },
        parts: accounts.iter().map(Measured::part).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn account(open: f64, target: Known, won: f64) -> Measured {
        Measured { account: 1, name: "Arce".to_owned(), open: Ok(open), target, won: Ok(won) }
    }

    fn unknown() -> Known {
        Err(Explain::new("scorecard-no-target"))
    }

    #[test]
    fn the_vector_of_section_8() {
        let score = covered(&[account(250.0, Ok(360.0), 0.0)]);
        assert!((score.amount().unwrap() - 0.69).abs() < 0.005);
        assert!((score.evidence - 1.0).abs() < 1e-9);
    }

    #[test]
    fn several_accounts_are_added_up_before_they_are_divided() {
        let score = covered(&[account(100.0, Ok(300.0), 100.0), account(50.0, Ok(150.0), 50.0)]);
        assert!((score.amount().unwrap() - 0.5).abs() < 1e-9);
        assert_eq!(score.parts.len(), 2);
    }

    #[test]
    fn an_account_without_a_target_is_left_out_and_said() {
        let score = covered(&[account(100.0, Ok(200.0), 0.0), account(900.0, unknown(), 0.0)]);
        assert!((score.amount().unwrap() - 0.5).abs() < 1e-9 && (score.evidence - 0.5).abs() < 1e-9);
        assert_eq!(score.parts[1].value.as_ref().unwrap_err().key, "scorecard-no-target");
        assert_eq!(covered(&[account(9.0, unknown(), 0.0)]).value.unwrap_err().key, "scorecard-no-target");
        assert_eq!(covered(&[]).value.unwrap_err().key, "pipeline-no-target");
    }

    #[test]
    fn a_sale_without_an_amount_never_makes_it_look_better() {
        let hidden = Measured { open: Err(Explain::new("health-no-amount")), ..account(0.0, Ok(300.0), 0.0) };
        let score = covered(&[account(100.0, Ok(200.0), 0.0), hidden]);
        assert_eq!(score.value.unwrap_err().key, "health-no-amount");
    }

    #[test]
    fn where_the_target_is_reached_nothing_is_missing() {
        let score = covered(&[account(100.0, Ok(300.0), 300.0)]);
        assert_eq!(score.value.unwrap_err().key, "health-no-gap");
    }

    proptest! {
        #[test]
        fn coverage_rises_with_what_is_open_and_not_with_the_order(
            sums in proptest::collection::vec((0.0..1e6_f64, 1.0..1e6_f64), 1..8), more in 1.0..1e5_f64,
        ) {
            let mut accounts: Vec<_> = sums.iter().map(|(open, target)| account(*open, Ok(*target), 0.0)).collect();
            let before = covered(&accounts).amount().unwrap();
            accounts.reverse();
            prop_assert!((covered(&accounts).amount().unwrap() - before).abs() < 1e-6 * before.max(1.0));
            accounts[0].open = accounts[0].open.clone().map(|open| open + more);
            prop_assert!(covered(&accounts).amount().unwrap() > before);
        }
    }
}
