//! Lifetime value of a client (`formulas.md` §9). Amounts are in the currency of sums, shares are 1 for 100 %.
mod why;

use super::Id;
use super::explain::Explain;
use super::score::{Input, Known};

/// By how much the chance that they stay is moved for the range, in both directions.
pub const AROUND: f64 = 0.05;

/// Most years that are looked ahead.
pub const MOST_YEARS: u32 = 30;

/// On what a lifetime value rests beside the yearly margin.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Assumptions {
    /// Chance per year that they stay, 0 … 1.
    pub retention: f64,
    /// How much the margin grows a year; not below −1.
    pub growth: f64,
    /// Interest by which later years count less; above −1.
    pub discount: f64,
    /// Years looked ahead, 1 … [`MOST_YEARS`].
    pub years: u32,
}

impl Assumptions {
    /// The same, moved into what the formula can take.
    #[must_use]
    pub fn clamped(self) -> Self {
        Self {
            retention: self.retention.clamp(0.0, 1.0),
            growth: self.growth.max(-1.0),
            discount: self.discount.max(-0.99),
            years: self.years.clamp(1, MOST_YEARS),
        }
    }

    /// The same with another chance that they stay.
    #[must_use]
    pub fn staying(self, retention: f64) -> Self {
        Self { retention, ..self }.clamped()
    }

    /// What each of the years ahead is worth today of a yearly margin: `m(1+g)^(t−1) r^t/(1+i)^t`.
    pub fn course(self, margin: f64) -> impl Iterator<Item = f64> {
        let Self { retention, growth, discount, years } = self.clamped();
        let first = margin * retention / (1.0 + discount);
        let step = (1.0 + growth) * retention / (1.0 + discount);
        std::iter::successors(Some(first), move |term| Some(term * step))
            .take(usize::try_from(years).unwrap_or(1))
    }

    /// `CLV_N`: the sum of the course.
    pub fn value(self, margin: f64) -> f64 {
        self.course(margin).sum()
    }

    /// Without end and without growth: `m·r/(1+i−r)`.
    ///
    /// # Errors
    /// `cltv-endless-unknown` where that would never stop growing.
    pub fn endless(self, margin: f64) -> Known {
        let Self { retention, discount, .. } = self.clamped();
        let rest = 1.0 + discount - retention;
        // Rates are shares of ten thousand at the finest: what is smaller is nothing, rounded.
        if rest <= 1e-9 { Err(Explain::new("cltv-endless-unknown")) } else { Ok(margin * retention / rest) }
    }

    /// What one a year is worth today over the years: `Σ 1/(1+i)^t`.
    pub fn annuity(self) -> f64 {
        Self { retention: 1.0, growth: 0.0, ..self }.value(1.0)
    }

    /// The value with the chance that they stay [`AROUND`] lower and higher, the lower value first.
    pub fn range(self, margin: f64) -> (f64, f64) {
        let [a, b] = [-AROUND, AROUND].map(|by| self.staying(self.retention + by).value(margin));
        (a.min(b), a.max(b))
    }
}

/// What is tried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lever {
    /// The chance that they stay, by points.
    Retention,
    /// The growth, by points.
    Growth,
    /// The horizon, by years.
    Years,
}

impl Lever {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Retention, Self::Growth, Self::Years];
}

/// The least and the most that growth is tried out with.
const GROWTHS: (f64, f64) = (-0.5, 0.5);

impl Assumptions {
    /// The same with one of them moved by so many points or years, as far as that makes sense.
    #[must_use]
    pub fn moved(self, lever: Lever, steps: i32) -> Self {
        let by = f64::from(steps) / 100.0;
        // Points are whole: a hundred steps of one come back to where they began.
        let point = |share: f64| ((share + by) * 1e6).round() / 1e6;
        let (least, most) = GROWTHS;
        match lever {
            Lever::Retention => self.staying(point(self.retention)),
            Lever::Growth => Self { growth: point(self.growth).clamp(least, most), ..self },
            Lever::Years => Self { years: self.years.saturating_add_signed(steps), ..self }.clamped(),
        }
    }
}

/// What care costs a year.
#[derive(Debug, Clone, PartialEq)]
pub struct Cost {
    /// The exclusive resource or tailored offer.
    pub perk: Id,
    /// Its name, for the words.
    pub name: String,
    /// What it costs a year, or why that is not known.
    pub yearly: Known,
}

/// What could be sold to them, and is not.
#[derive(Debug, Clone, PartialEq)]
pub struct Gap {
    /// The cell of the white space.
    pub cell: Id,
    /// What and where, for the words.
    pub name: String,
    /// What they spend on it a year, and not with us; or why that is not known.
    pub amount: Known,
    /// Chance of winning it, 0 … 1.
    pub chance: f64,
}

/// A client, as the formula sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct Client {
    /// Which.
    pub account: Id,
    /// What they buy from us a year, or why that is not known.
    pub revenue: Known,
    /// From where that is known, for `=`.
    pub revenue_from: Vec<Input>,
    /// Their contribution margin, if somebody has said it.
    pub margin: Option<f64>,
    /// Chance per year that they stay, if somebody has said it.
    pub retention: Option<f64>,
    /// How much what they buy grows a year; not said is 0.
    pub growth: Option<f64>,
    /// Interest of the book.
    pub discount: f64,
    /// Years of the book.
    pub years: u32,
    /// What care costs now.
    pub perks: Vec<Cost>,
    /// What could still be sold to them.
    pub gaps: Vec<Gap>,
}

/// What a client is worth under some assumptions.
#[derive(Debug, Clone, PartialEq)]
pub struct Worth {
    /// On what it rests.
    pub assumed: Assumptions,
    /// Yearly contribution margin after the cost of care.
    pub contribution: f64,
    /// `CLV_N`.
    pub value: f64,
    /// The value with the chance that they stay five points lower and higher.
    pub range: (f64, f64),
    /// Without end and growth, or why that is not known.
    pub endless: Known,
    /// What the gaps add.
    pub from_gaps: f64,
}

impl Worth {
    /// Lifetime potential: the value and what the gaps add.
    pub fn potential(&self) -> f64 {
        self.value + self.from_gaps
    }
}

impl Client {
    /// What care costs a year, as far as that is known.
    pub fn care(&self) -> f64 {
        self.perks.iter().filter_map(|perk| perk.yearly.as_ref().ok()).sum()
    }

    /// Yearly contribution margin: revenue × margin − cost of care. What nobody has priced costs nothing, and says so.
    ///
    /// # Errors
    /// Why revenue or margin are not known.
    pub fn contribution(&self) -> Known {
        let revenue = self.revenue.clone()?;
        Ok(revenue * self.share()? - self.care())
    }

    fn share(&self) -> Known {
        self.margin.ok_or_else(|| Explain::new("cltv-no-margin"))
    }

    /// What was said of them; growth that nobody has said is none.
    ///
    /// # Errors
    /// `cltv-no-retention` where nobody has said how likely they stay.
    pub fn assumptions(&self) -> Known<Assumptions> {
        let retention = self.retention.ok_or_else(|| Explain::new("cltv-no-retention"))?;
        Ok(self.tried(retention))
    }

    /// Assumptions to begin to try things with: what was said, and `retention` where nobody has said it.
    pub fn to_try(&self, retention: f64) -> Assumptions {
        self.tried(self.retention.unwrap_or(retention))
    }

    fn tried(&self, retention: f64) -> Assumptions {
        let growth = self.growth.unwrap_or(0.0);
        Assumptions { retention, growth, discount: self.discount, years: self.years }.clamped()
    }

    /// What they are worth under these assumptions.
    ///
    /// # Errors
    /// Why the yearly margin is not known.
    pub fn worth(&self, assumed: Assumptions) -> Known<Worth> {
        let contribution = self.contribution()?;
        let assumed = assumed.clamped();
        Ok(Worth {
            assumed,
            contribution,
            value: assumed.value(contribution),
            range: assumed.range(contribution),
            endless: assumed.endless(contribution),
            from_gaps: self.gaps_a_year()? * assumed.annuity(),
        })
    }

    /// What they are worth as far as is known of them.
    ///
    /// # Errors
    /// What is not known: revenue, margin, or how likely they stay.
    pub fn stands(&self) -> Known<Worth> {
        // Revenue and margin first: without them there is nothing to be kept.
        self.contribution()?;
        self.worth(self.assumptions()?)
    }

    /// `Σ gap × margin × p`; gaps whose amount is not known add nothing.
    fn gaps_a_year(&self) -> Known {
        let share = self.share()?;
        let worth = |gap: &Gap| gap.amount.as_ref().ok().map(|amount| amount * share * gap.chance);
        Ok(self.gaps.iter().filter_map(worth).sum())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::score::Figure;
    use proptest::prelude::*;

    fn assumed(retention: f64, growth: f64, years: u32) -> Assumptions {
        Assumptions { retention, growth, discount: 0.1, years }
    }

    fn client() -> Client {
        Client {
            account: 1,
            revenue: Ok(1_000_000.0),
            revenue_from: Vec::new(),
            margin: Some(0.12),
            retention: Some(0.9),
            growth: None,
            discount: 0.1,
            years: 5,
            perks: vec![
                Cost { perk: 3, name: "engineer".to_owned(), yearly: Ok(20_000.0) },
                Cost { perk: 4, name: "stock".to_owned(), yearly: Err(Explain::new("cltv-no-cost")) },
            ],
            gaps: vec![
                Gap { cell: 7, name: "oils".to_owned(), amount: Ok(50_000.0), chance: 0.2 },
                Gap {
                    cell: 8,
                    name: "soaps".to_owned(),
                    amount: Err(Explain::new("money-no-rate")),
                    chance: 0.5,
                },
            ],
        }
    }

    fn close(found: f64, want: f64) {
        assert!((found - want).abs() < 0.005, "{found} is not {want}");
    }

    #[test]
    fn the_vectors_of_the_formula_hold() {
        close(assumed(0.9, 0.0, 5).endless(100_000.0).unwrap(), 450_000.0);
        close(assumed(0.9, 0.0, 5).value(100_000.0), 285_008.48);
        close(assumed(0.9, 0.05, 5).value(100_000.0), 308_934.66);
    }

    #[test]
    fn who_never_leaves_and_costs_no_interest_has_no_endless_value() {
        let free = Assumptions { discount: 0.0, ..assumed(1.0, 0.0, 5) };
        assert_eq!(free.endless(100.0), Err(Explain::new("cltv-endless-unknown")));
        close(free.value(100.0), 500.0);
    }

    #[test]
    fn the_range_stays_between_never_and_always() {
        let (low, high) = assumed(0.98, 0.0, 5).range(100.0);
        close(low, assumed(0.93, 0.0, 5).value(100.0));
        close(high, assumed(1.0, 0.0, 5).value(100.0));
        let (low, high) = assumed(0.9, 0.0, 5).range(-100.0);
        assert!(low < high);
    }

    #[test]
    fn what_is_tried_moves_by_points_and_stops_where_it_makes_no_sense() {
        let a = assumed(0.9, 0.0, 5);
        close(a.moved(Lever::Retention, 5).retention, 0.95);
        close(a.moved(Lever::Retention, 50).retention, 1.0);
        close(a.moved(Lever::Growth, -3).growth, -0.03);
        close(a.moved(Lever::Growth, 900).growth, 0.5);
        assert_eq!(a.moved(Lever::Years, -9).years, 1);
        assert_eq!(a.moved(Lever::Years, 99).years, MOST_YEARS);
        for lever in Lever::ALL {
            assert_eq!(a.moved(lever, 2).moved(lever, -2), a, "{lever:?}");
        }
    }

    #[test]
    fn care_is_taken_off_the_margin_and_what_has_no_price_costs_nothing() {
        let worth = client().stands().unwrap();
        close(worth.contribution, 100_000.0);
        close(worth.value, 285_008.48);
    }

    #[test]
    fn the_gaps_add_their_chance_over_the_years() {
        let worth = client().stands().unwrap();
        // 50 000 × 12 % × 20 % a year, over five years at 10 %: 1 200 × 3.790787.
        close(worth.from_gaps, 4_548.94);
        close(worth.potential(), 289_557.42);
    }

    #[test]
    fn what_is_missing_is_named_the_revenue_first() {
        let no = Client { revenue: Err(Explain::new("revenue-none")), margin: None, ..client() };
        assert_eq!(no.stands().unwrap_err().key, "revenue-none");
        assert_eq!(
            Client { margin: None, retention: None, ..client() }.stands().unwrap_err().key,
            "cltv-no-margin"
        );
        let unsaid = Client { retention: None, ..client() };
        assert_eq!(unsaid.stands().unwrap_err().key, "cltv-no-retention");
        // To try things out it is enough to know the margin.
        close(unsaid.worth(unsaid.to_try(0.9)).unwrap().value, 285_008.48);
    }

    #[test]
    fn every_assumption_stands_beside_the_number() {
        let score = client().why();
        assert_eq!(score.amount().map(f64::round), Some(285_008.0));
        let labels: Vec<_> = score.parts.iter().map(|part| part.label.key.as_str()).collect();
        let want = [
            "cltv-part-revenue",
            "cltv-part-margin",
            "cltv-part-care",
            "cltv-part-contribution",
            "cltv-part-retention",
            "cltv-part-growth",
            "cltv-part-discount",
            "cltv-part-years",
            "cltv-part-low",
            "cltv-part-high",
            "cltv-part-endless",
            "cltv-part-gaps",
            "cltv-part-potential",
        ];
        assert_eq!(labels, want);
        let gaps = &score.parts[11];
        assert_eq!(gaps.inputs.len(), 2);
        assert!(matches!(gaps.inputs[1].figure, Figure::Words(_)), "a gap without an amount says why");
        // Growth was assumed: one of four is not known.
        close(score.evidence, 0.75);
    }

    #[test]
    fn a_client_of_whom_nothing_is_known_says_what_is_missing_part_by_part() {
        let nothing =
            Client { revenue: Err(Explain::new("revenue-none")), margin: None, retention: None, ..client() };
        let score = nothing.why();
        assert!(score.value.is_err());
        let unknown = score.parts.iter().filter(|part| part.value.is_err()).count();
        assert_eq!((unknown, score.evidence), (9, 0.0));
    }

    prop_compose! {
        fn any_assumed()(r in 0.0..=1.0_f64, g in -0.5..0.5_f64, i in 0.0..0.5_f64, n in 1..=MOST_YEARS) -> Assumptions {
            Assumptions { retention: r, growth: g, discount: i, years: n }
        }
    }

    proptest! {
        #[test]
        fn who_stays_more_likely_is_worth_no_less(a in any_assumed(), more in 0.0..1.0_f64, m in 0.0..1e9_f64) {
            prop_assert!(a.staying(a.retention + more).value(m) >= a.value(m) - 1e-6 * m.max(1.0));
        }

        #[test]
        fn the_value_lies_in_its_range_and_is_the_sum_of_its_years(a in any_assumed(), m in -1e9..1e9_f64) {
            let (low, high) = a.range(m);
            let slack = 1e-6 * m.abs().max(1.0);
            prop_assert!(low - slack <= a.value(m) && a.value(m) <= high + slack);
            prop_assert_eq!(a.course(m).count(), usize::try_from(a.years).unwrap());
        }

        #[test]
        fn more_years_are_never_worth_less(a in any_assumed(), m in 0.0..1e9_f64) {
            let longer = Assumptions { years: a.years + 1, ..a };
            prop_assert!(longer.value(m) >= a.value(m) - 1e-6);
        }

        #[test]
        fn without_growth_no_number_of_years_exceeds_the_endless_value(a in any_assumed(), m in 0.0..1e9_f64) {
            let flat = Assumptions { growth: 0.0, ..a };
            if let Ok(endless) = flat.endless(m) {
                prop_assert!(flat.value(m) <= endless * (1.0 + 1e-9) + 1e-6);
            }
        }

        #[test]
        fn a_client_with_more_to_be_won_has_no_smaller_potential(a in any_assumed(), gap in 0.0..1e9_f64, p in 0.0..=1.0_f64) {
            let before = client().worth(a).unwrap().potential();
            let mut more = client();
            more.gaps.push(Gap { cell: 9, name: String::new(), amount: Ok(gap), chance: p });
            prop_assert!(more.worth(a).unwrap().potential() >= before - 1e-6);
        }
    }
}
