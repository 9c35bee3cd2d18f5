//! What is computed of people: deciders met, and coverage.
use std::collections::{BTreeMap, HashSet};

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, params};

use super::{Asked, Figures};
use crate::domain::Id;
use crate::domain::choice::{BuyingRole, Choice};
use crate::domain::coverage::coverage;
use crate::domain::period::Period;
use crate::domain::scorecard::computed::{Made, deciders_met};
use crate::store::Store;
use crate::store::fault::Fault;
use crate::store::query::day;
use crate::store::query::health::{Parts, member};

/// Somebody who is or was a decider.
#[derive(Debug, Default)]
struct Decider {
    since: Option<NaiveDate>,
    left_on: Option<NaiveDate>,
    /// When it was learned that they are one, or are one no longer; by day.
    learned: Vec<(NaiveDate, bool)>,
}

impl Decider {
    /// Whether they were a decider of the account in a period. What was learned first is taken to have been so before.
    fn is_one(&self, first: NaiveDate, last: NaiveDate) -> bool {
        let there =
            self.since.is_none_or(|since| since <= last) && self.left_on.is_none_or(|left| left >= first);
        let known = self.learned.iter().rev().find(|(day, _)| *day <= last).or_else(|| self.learned.first());
        there && known.is_some_and(|(_, is)| *is)
    }
}

/// Where the parts of a stored snapshot keep coverage.
const COVERAGE: &str = "coverage";

impl Store {
    /// Coverage of the active people (§4): as of today for the newest period, for earlier ones what was stored last in them.
    /// What several accounts had together was not stored.
    pub(super) fn coverage_known(&self, asked: &Asked<'_>) -> Result<Figures, Fault> {
        let mut figures = Figures::new();
        let mut members = Vec::new();
        for account in &asked.accounts {
            let people = self.people_briefly(Some(*account), asked.today)?;
            members.extend(people.iter().filter(|p| p.is_active()).map(member));
        }
        figures.insert(asked.period(asked.today), Made::of(&coverage(&members)));
        if let [account] = asked.accounts.as_slice() {
            for period in asked.periods.iter().rev().skip(1) {
                let stored = self.stored_coverage(*account, *period, asked)?;
                figures.extend(stored.map(|points| (*period, Made::plain(points))));
            }
        }
        Ok(figures)
    }

    /// Coverage as the last snapshot of a period has it.
    fn stored_coverage(&self, account: Id, period: Period, asked: &Asked<'_>) -> Result<Option<f64>, Fault> {
        let mut statement = self.conn.prepare_cached(
            "SELECT parts FROM snapshot WHERE account = ?1 AND day BETWEEN ?2 AND ?3 ORDER BY day DESC LIMIT 1",
        )?;
        let (first, last) = (asked.year.first_day(period), asked.year.last_day(period));
        let parts: Option<String> = statement
            .query_row(params![account, first.to_string(), last.to_string()], |r| r.get(0))
            .optional()?;
        Ok(parts.and_then(|parts| Parts::read(&parts).points.get(COVERAGE).copied()))
    }

    /// Share of the deciders with a meeting, visit or video in each period.
    pub(super) fn deciders_met(&self, asked: &Asked<'_>) -> Result<Figures, Fault> {
        let mut deciders: Vec<(Id, Decider, HashSet<Period>)> = Vec::new();
        for account in &asked.accounts {
            for (person, decider) in self.deciders(*account)? {
                let met = self.met(person, asked)?;
                deciders.push((person, decider, met));
            }
        }
        let share = |period: &Period| {
            let (first, last) = (asked.year.first_day(*period), asked.until(*period));
            let of = || deciders.iter().filter(|(_, d, _)| d.is_one(first, last));
            let all: HashSet<Id> = of().map(|(person, ..)| *person).collect();
            let met: HashSet<Id> = of().filter(|(.., met)| met.contains(period)).map(|(p, ..)| *p).collect();
            let counts = [("scorecard-input-met", met.len()), ("scorecard-input-deciders", all.len())];
            (*period, Made::share(deciders_met(met.len(), all.len()), counts))
        };
        Ok(asked.periods.iter().map(share).collect())
    }

    fn deciders(&self, account: Id) -> Result<BTreeMap<Id, Decider>, Fault> {
        let mut statement = self.conn.prepare_cached(
            "SELECT m.person, m.since, m.left_on, f.on_day, f.ended FROM membership m
             JOIN fact f ON f.membership = m.id AND f.aspect = 'role' AND f.value = ?2
             WHERE m.account = ?1 ORDER BY f.on_day, f.id",
        )?;
        let mut rows = statement.query(params![account, BuyingRole::Decider.name()])?;
        let mut deciders: BTreeMap<Id, Decider> = BTreeMap::new();
        while let Some(r) = rows.next()? {
            let decider = deciders.entry(r.get(0)?).or_default();
            (decider.since, decider.left_on) = (day(r, 1)?, day(r, 2)?);
            decider.learned.extend(day(r, 3)?.map(|on| (on, !r.get::<_, bool>(4).unwrap_or(false))));
        }
        Ok(deciders)
    }

    /// The periods in which somebody was met face to face or by video.
    fn met(&self, person: Id, asked: &Asked<'_>) -> Result<HashSet<Period>, Fault> {
        let mut statement = self.conn.prepare_cached(
            "SELECT DISTINCT substr(day, 1, 7) || '-01' FROM touch
             WHERE person = ?1 AND day BETWEEN ?2 AND ?3 AND channel IN ('meeting', 'visit', 'video')",
        )?;
        let mut rows = statement.query(params![person, asked.from().to_string(), asked.today.to_string()])?;
        let mut met = HashSet::new();
        while let Some(r) = rows.next()? {
            met.extend(day(r, 0)?.map(|day| asked.period(day)));
        }
        Ok(met)
    }
}
