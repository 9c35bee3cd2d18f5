//! What a report says of an account in figures: kept with it, so that the next one says what is different.
use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Managed;
use crate::domain::Id;
use crate::domain::choice::{Choice, Side, Stage};
use crate::domain::kind::Kind;
use crate::domain::pipeline::is_open;
use crate::domain::scorecard::Standing;
use crate::domain::scorecard::standing::standing;
use crate::store::Store;
use crate::store::fault::Fault;
use crate::store::query::health::Parts;
use crate::store::query::pipeline::Sale;
use crate::store::query::scorecard::Indicator;

/// By which number files know a record.
pub(super) type Uids = HashMap<(Kind, Id), String>;

/// What was said of an account. Records stand under the number by which files know them.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Said {
    /// Which account.
    pub account: String,
    /// What it was called.
    pub name: String,
    /// The company's year of which its figures speak; reports issued before it was kept do not say it.
    pub year: Option<i32>,
    /// Its health in points.
    pub health: Option<f64>,
    /// The parts of its health by name, as a snapshot keeps them.
    pub points: BTreeMap<String, f64>,
    /// How its indicators were judged: 1 is 100 %.
    pub kpis: BTreeMap<String, f64>,
    /// Revenue of the year to date, in its own currency.
    pub to_date: Option<f64>,
    /// Where the year would land.
    pub landing: Option<f64>,
    /// What the open sales were worth by their chance, in the currency of sums.
    pub pipeline: Option<f64>,
    /// How far the plan had come, 0 … 1.
    pub plan: Option<f64>,
    /// Open problems by their names.
    pub problems: BTreeMap<String, String>,
    /// Open promises.
    pub promises: BTreeMap<String, Promised>,
    /// Sales, those that were over too.
    pub sales: BTreeMap<String, SaidOfSale>,
    /// Decisions that had been taken.
    pub decisions: BTreeSet<String>,
    /// Milestones and initiatives that had been reached.
    pub reached: BTreeSet<String>,
}

/// A promise that was open.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Promised {
    /// What.
    pub text: String,
    /// Whether it was ours.
    pub ours: bool,
}

/// A sale as it stood.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SaidOfSale {
    /// What would be sold.
    pub name: String,
    /// Name of its stage.
    pub stage: String,
    /// When it was expected to close, `2026-12-01`; of a sale that was over nothing.
    pub closes_on: Option<String>,
}

impl Said {
    /// As it is to be compared with what is said now: what came in one year says nothing beside what came in another.
    pub(super) fn beside(self, now: &Self) -> Self {
        if self.year == now.year { self } else { Self { to_date: None, landing: None, ..self } }
    }

    /// As the rules of what moved want it: indicators under the numbers they have now.
    pub(super) fn parts(&self, indicators: &[Indicator]) -> Parts {
        let judged = |i: &Indicator| Some((i.figures.kpi.head.id, *self.kpis.get(&i.figures.kpi.head.uid)?));
        Parts { points: self.points.clone(), kpis: indicators.iter().filter_map(judged).collect() }
    }
}

impl Store {
    /// The numbers by which files know the records of an account: what is kept is found again also in a book that was read from a file.
    pub(super) fn uids_of(&self, of: &Managed) -> Result<Uids, Fault> {
        let milestones = of.plan.iter().flat_map(|p| &p.objectives).flat_map(|o| &o.initiatives);
        let milestones = milestones.flat_map(|i| i.milestones.iter().map(|m| m.id)).collect();
        let mut uids = Uids::default();
        for (kind, ids) in [
            (Kind::Commitment, of.promises.iter().map(|p| p.id).collect()),
            (Kind::Opportunity, of.sales.iter().map(|s| s.deal.id).collect()),
            (Kind::Milestone, milestones),
        ] {
            let ids: Vec<Id> = ids;
            let list = serde_json::to_string(&ids).unwrap_or_default();
            let sql =
                format!("SELECT id, uid FROM {} WHERE id IN (SELECT value FROM json_each(?1))", kind.name());
            let mut statement = self.conn.prepare_cached(&sql)?;
            for row in statement.query_map([list], |r| Ok((r.get(0)?, r.get(1)?)))? {
                let (id, uid): (Id, String) = row?;
                uids.insert((kind, id), uid);
            }
        }
        Ok(uids)
    }
}

/// What is said of an account today.
pub(super) fn now(of: &Managed, uids: &Uids) -> Said {
    let parts = Parts::of(&of.health.health, &of.health.inputs);
    let uid = |id: &Id| of.indicators.iter().find(|i| i.figures.kpi.head.id == *id);
    let kpis = parts.kpis.iter().filter_map(|(id, v)| Some((uid(id)?.figures.kpi.head.uid.clone(), *v)));
    let (to_date, landing) = told(of).map_or((None, None), |one| figures(&one.standing));
    Said {
        year: told(of).map(|one| year_of(one, &one.standing)),
        health: of.health.health.score.amount(),
        points: parts.points.clone(),
        kpis: kpis.collect(),
        to_date,
        landing,
        pipeline: of.weighted.as_ref().ok().copied(),
        plan: of.plan.as_ref().and_then(|plan| plan.score.amount()),
        ..records(of, uids, None)
    }
}

/// What the book knows of how an account stood on a day: dated records and figures. What has no day counts as known.
pub(super) fn known_on(of: &Managed, uids: &Uids, day: NaiveDate) -> Said {
    let then = told(of).map(|one| (one, standing(&one.series.known_on(day), day)));
    let (to_date, landing) = then.as_ref().map(|(_, then)| figures(then)).unwrap_or_default();
    let year = then.as_ref().map(|(one, then)| year_of(one, then));
    Said { year, to_date, landing, ..records(of, uids, Some(day)) }
}

/// The revenue of an account, where all its figures are known: a sum that leaves some out is compared with nothing.
fn told(of: &Managed) -> Option<&Indicator> {
    of.revenue().filter(|one| one.left_out.is_none())
}

/// The company's year of which an indicator speaks.
fn year_of(one: &Indicator, standing: &Standing) -> i32 {
    one.series.year.year_of(standing.year)
}

/// What has come and where it will land.
fn figures(of: &Standing) -> (Option<f64>, Option<f64>) {
    let landing = of.landing.as_ref().ok().and_then(|l| l.value().as_ref().ok().copied());
    (of.to_date.as_ref().ok().copied(), landing)
}

/// The records of an account as they stood on a day, else today.
fn records(of: &Managed, uids: &Uids, day: Option<NaiveDate>) -> Said {
    // Whether something dated has happened by then.
    let by = |on: Option<NaiveDate>| on.is_some_and(|on| day.is_none_or(|day| on <= day));
    let uid = |kind: Kind, id: Id| uids.get(&(kind, id)).cloned();
    let problems = of.problems.iter().filter(|p| by(p.opened_on) && !by(p.closed_on));
    let promises = of.promises.iter().filter(|p| !by(p.done_on)).filter_map(|p| {
        let text = p.text.lines().next().unwrap_or_default().to_owned();
        Some((uid(Kind::Commitment, p.id)?, Promised { text, ours: p.side == Side::Ours }))
    });
    let sales = of.sales.iter().filter_map(|s| Some((uid(Kind::Opportunity, s.deal.id)?, sale_on(s, day)?)));
    let initiatives = of.plan.iter().flat_map(|p| &p.objectives).flat_map(|o| &o.initiatives);
    let reached = initiatives.flat_map(|row| {
        let own = Some(row.initiative.head.uid.clone()).filter(|_| by(row.initiative.done_on));
        let milestones = row.milestones.iter().filter(|m| by(m.done_on));
        own.into_iter().chain(milestones.filter_map(|m| uid(Kind::Milestone, m.id))).collect::<Vec<_>>()
    });
    Said {
        account: of.account.head.uid.clone(),
        name: of.account.name.clone(),
        problems: problems.map(|p| (p.head.uid.clone(), p.name.clone())).collect(),
        promises: promises.collect(),
        sales: sales.collect(),
        decisions: of.decisions.iter().filter(|d| by(d.decided_on)).map(|d| d.head.uid.clone()).collect(),
        reached: reached.collect(),
        ..Said::default()
    }
}

/// A sale as it stood on a day; nothing where it was not known then.
fn sale_on(of: &Sale, day: Option<NaiveDate>) -> Option<SaidOfSale> {
    let said = |stage: Stage, closes_on: Option<NaiveDate>| SaidOfSale {
        name: of.deal.name.clone(),
        stage: stage.name().to_owned(),
        // The day on which a sale was won is no day that can be put off.
        closes_on: closes_on.filter(|_| is_open(stage)).map(|on| on.to_string()),
    };
    match day.filter(|_| !of.moments.is_empty()) {
        None => Some(said(of.deal.stage, of.deal.closes_on)),
        Some(day) => {
            let then = of.moments.iter().rev().find(|moment| moment.day <= day)?;
            Some(said(then.stage, then.closes_on))
        }
    }
}
