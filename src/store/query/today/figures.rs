//! Indicators, problems and contracts of Today, and what each client is of the revenue.
use std::collections::HashMap;

use chrono::NaiveDate;

use crate::domain::Id;
use crate::domain::care::IN_SIGHT;
use crate::domain::choice::{Choice, Ownership, Severity};
use crate::domain::day::{monday, plus_days};
use crate::domain::money::Rates;
use crate::domain::needs::{Ending, EndingCare, Followed, OpenMilestone, OpenProblem, Share, State, shares};
use crate::domain::opportunity::{LAPSED, Term};
use crate::domain::scorecard::Rag;
use crate::store::Store;
use crate::store::fault::Fault;
use crate::store::query::day;
use crate::store::query::scorecard::Indicator;

/// How far ahead contracts are looked at: the longest notice before what is in sight.
const AHEAD: i64 = 999 + 90;

impl Store {
    /// What each of these clients is of their revenue: the year to date of each one's own revenue, in the currency of sums.
    pub(super) fn shares_of(
        &self,
        accounts: &[Id],
        indicators: &[Indicator],
    ) -> Result<HashMap<Id, Share>, Fault> {
        let rates = self.rates(&self.settings()?)?;
        let revenues: Vec<_> = accounts.iter().map(|a| (*a, revenue(*a, indicators, &rates))).collect();
        Ok(shares(&revenues))
    }

    pub(super) fn open_problems(&self) -> Result<Vec<OpenProblem>, Fault> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id, account, name, severity, due FROM problem WHERE closed_on IS NULL ORDER BY due, id",
        )?;
        let rows = statement.query_map([], |r| {
            Ok(OpenProblem {
                id: r.get(0)?,
                account: r.get(1)?,
                name: r.get(2)?,
                severe: Severity::named(&r.get::<_, String>(3)?) == Some(Severity::High),
                due: day(r, 4)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Contracts that have not ended, or not long ago, but those whose renewal is won.
    pub(super) fn ending_contracts(&self, today: NaiveDate) -> Result<Vec<Ending>, Fault> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id, account, name, ends_on, notice_days, renews FROM contract
             WHERE ends_on BETWEEN ?1 AND ?2
                AND NOT EXISTS (SELECT 1 FROM opportunity o WHERE o.id = contract.opportunity AND o.stage = 'won')
             ORDER BY ends_on, id",
        )?;
        let rows = statement.query_map(
            [plus_days(today, -LAPSED).to_string(), plus_days(today, AHEAD).to_string()],
            |r| {
                let (ends, days) = (day(r, 3)?.unwrap_or(today), r.get::<_, Option<i64>>(4)?);
                Ok(Ending {
                    id: r.get(0)?,
                    account: r.get(1)?,
                    name: r.get(2)?,
                    term: Term { ends, notice: days.map(|days| plus_days(ends, -days)), renews: r.get(5)? },
                })
            },
        )?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Care given to clients alone that ends within what is in sight.
    pub(super) fn ending_care(&self, today: NaiveDate) -> Result<Vec<EndingCare>, Fault> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id, account, name, until FROM perk WHERE until BETWEEN ?1 AND ?2 ORDER BY until, id",
        )?;
        let rows = statement.query_map([today.to_string(), plus_days(today, IN_SIGHT).to_string()], |r| {
            Ok(EndingCare {
                id: r.get(0)?,
                account: r.get(1)?,
                name: r.get(2)?,
                ends: day(r, 3)?.unwrap_or(today),
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Milestones of active plans that are not reached, up to two weeks after this week's Monday.
    pub(super) fn open_milestones(&self, today: NaiveDate) -> Result<Vec<OpenMilestone>, Fault> {
        let mut statement = self.conn.prepare_cached(
            "SELECT milestone.id, plan.account, milestone.name, milestone.due
             FROM milestone INDEXED BY milestone_open JOIN initiative ON initiative.id = milestone.initiative
                JOIN objective ON objective.id = initiative.objective JOIN plan ON plan.id = objective.plan
             WHERE milestone.done_on IS NULL AND milestone.due < ?1 AND initiative.done_on IS NULL
                AND initiative.dropped = 0 AND objective.status = 'open' AND plan.status = 'active'
             ORDER BY milestone.due, milestone.id",
        )?;
        let until = plus_days(monday(today), 14).to_string();
        let rows = statement.query_map([until], |r| {
            Ok(OpenMilestone {
                id: r.get(0)?,
                account: r.get(1)?,
                name: r.get(2)?,
                due: day(r, 3)?.unwrap_or(today),
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// What is muted today: topic and number of the record.
    pub(super) fn muted(&self, today: NaiveDate) -> Result<Vec<(String, Id)>, Fault> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT topic, subject FROM mute WHERE until > ?1 AND subject IS NOT NULL")?;
        let rows = statement.query_map([today.to_string()], |r| Ok((r.get(0)?, r.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

fn revenue(account: Id, indicators: &[Indicator], rates: &Rates) -> Option<f64> {
    let mut own = indicators.iter().filter(|i| i.revenue);
    let of = own.find(|i| i.figures.kpi.account.is_some_and(|a| a.0 == account))?;
    let (to_date, year) = (of.standing.to_date.as_ref().ok()?, of.standing.year);
    let rate = rates.rate(of.figures.currency, of.series.year.year_of(year)).ok()?;
    Some(to_date * rate)
}

/// What the queue is told of an indicator: only of one that needs somebody.
pub(super) fn followed(indicator: &Indicator, today: NaiveDate) -> Option<Followed> {
    let (kpi, series, standing) = (&indicator.figures.kpi, &indicator.series, &indicator.standing);
    let (newest, _) = standing.newest?;
    let as_of = standing.as_of.clone().ok()?;
    let (state, since) = match standing.rag {
        Rag::Off => {
            let before = i32::try_from(standing.off_for.saturating_sub(1)).unwrap_or(0);
            (State::Off(standing.off_for), series.year.last_day(series.year.after(newest, -before)))
        }
        Rag::Stale => (State::Stale, series.fresh_until(as_of)),
        Rag::OnTrack | Rag::AtRisk | Rag::Unknown(_) if standing.worse() => (State::Worse, as_of),
        Rag::OnTrack | Rag::AtRisk | Rag::Unknown(_) => return None,
    };
    let watched = kpi.ownership == Some(Ownership::Monitor);
    (!watched).then(|| Followed {
        kpi: kpi.head.id,
        account: kpi.account.map(|a| a.0),
        name: kpi.name.clone(),
        state,
        since: since.min(today),
    })
}
