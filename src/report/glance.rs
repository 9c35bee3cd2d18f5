//! What a card of Today says of an account's health and figures, for the screen and the shell.
use super::need::decimal;
use super::need::follow::short;
use crate::domain::Id;
use crate::domain::choice::Ownership;
use crate::domain::period::Period;
use crate::domain::score::Trend;
use crate::domain::scorecard::Rag;
use crate::lang::value::Context;
use crate::report::indicator;
use crate::store::query::health::AccountHealth;
use crate::store::query::scorecard::Indicator;
use crate::store::query::today::Today;

/// Bars of the line of months.
pub const MONTHS: usize = 12;

/// Signs of indicators at most.
pub const DOTS: usize = 6;

/// An account on its card.
#[derive(Debug, Clone, Copy)]
pub struct Glance<'a> {
    /// Its health, where it is known at all.
    pub health: Option<&'a AccountHealth>,
    /// What it brings: its first own flow of money.
    pub revenue: Option<&'a Indicator>,
    account: Id,
    indicators: &'a [Indicator],
}

impl<'a> Glance<'a> {
    /// An account of the answer.
    pub fn of(today: &'a Today, account: Id) -> Self {
        let mut glance = Self {
            health: today.healths.iter().find(|h| h.account == account),
            revenue: None,
            account,
            indicators: &today.indicators,
        };
        glance.revenue = glance.own().find(|i| i.revenue);
        glance
    }

    /// Its own indicators, in their order.
    pub fn own(self) -> impl Iterator<Item = &'a Indicator> {
        self.indicators.iter().filter(move |i| {
            let kpi = &i.figures.kpi;
            kpi.account.is_some_and(|a| a.0 == self.account) && kpi.ownership == Some(Ownership::Own)
        })
    }

    /// The health in points, with a question mark where too little of it is known.
    pub fn points(self, cx: &Context<'_>) -> Option<String> {
        let health = self.health?;
        let points = decimal(health.health.score.amount()?, 0, cx);
        Some(if health.health.band.is_some() { points } else { format!("{points}?") })
    }

    /// Which way the health has gone in 30 days: 1 up, 0 level, −1 down.
    pub fn direction(self) -> Option<i8> {
        let since = self.health?.since.as_ref().ok()?;
        Some(match since.trend {
            Trend::Up => 1,
            Trend::Flat => 0,
            Trend::Down => -1,
        })
    }

    /// Share of the year's target that has come: 1 is all of it. Not of figures some of which were left out for want of a rate.
    pub fn share(self) -> Option<f64> {
        let one = self.revenue.filter(|one| one.left_out.is_none())?;
        let (to_date, plan) = (one.standing.to_date.as_ref().ok()?, one.standing.plan.as_ref().ok()?);
        (plan.low > 0.0).then(|| to_date / plan.low)
    }

    /// Share of the year's target that was expected by the day of the newest figures: 1 is all of it.
    pub fn expected(self) -> Option<f64> {
        let standing = &self.revenue?.standing;
        let (pace, plan) = (standing.pace.as_ref().ok()?, standing.plan.as_ref().ok()?);
        let expected = pace.expected.as_ref().ok()?;
        (plan.low > 0.0).then(|| expected.low / plan.low)
    }

    /// `78 %` and `of 1,20 M€`; without a target only what has come.
    pub fn to_date(self, cx: &Context<'_>) -> Option<(String, String)> {
        let one = self.revenue.filter(|one| one.left_out.is_none())?;
        match (self.share(), &one.standing.plan) {
            (Some(share), Ok(plan)) => {
                let target = short(one, plan.low, cx);
                Some((indicator::share(share, cx), cx.words.with("glance-of", &[("target", &target)])))
            }
            _ => one.standing.to_date.as_ref().ok().map(|v| (short(one, *v, cx), String::new())),
        }
    }

    /// Its newest twelve periods; those without a figure are holes.
    pub fn months(self) -> Vec<Option<f64>> {
        let one = self.revenue.filter(|one| one.left_out.is_none());
        one.map(|one| newest(one, MONTHS)).unwrap_or_default()
    }

    /// How its own indicators stand, in their order; where there are more than have room, the worst of them.
    pub fn dots(self) -> Vec<&'a Rag> {
        let all: Vec<&Rag> = self.own().map(|i| &i.standing.rag).collect();
        let mut worst: Vec<usize> = (0..all.len()).collect();
        worst.sort_by_key(|i| all[*i].concern());
        worst.truncate(DOTS);
        worst.sort_unstable();
        worst.into_iter().map(|i| all[i]).collect()
    }
}

/// The newest figures of an indicator, one a period, oldest first.
pub fn newest(one: &Indicator, bars: usize) -> Vec<Option<f64>> {
    let Some((last, _)) = one.standing.newest else { return Vec::new() };
    let back = |n: usize| -> Period { one.series.year.after(last, -i32::try_from(n).unwrap_or(0)) };
    (0..bars).rev().map(|n| one.series.actual(back(n))).skip_while(Option::is_none).collect()
}
