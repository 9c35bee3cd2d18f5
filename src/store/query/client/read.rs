//! How it is read: record by record, and of each only what may be shown.
use chrono::NaiveDate;
use rusqlite::params;

use super::super::portrait::{Days, Told};
use super::super::scorecard::Indicator;
use super::{
    Shared, SharedDecision, SharedFigure, SharedIndicator, SharedMark, SharedMate, SharedObjective,
    SharedPlan, SharedProblem, SharedPromise, SharedStep,
};
use crate::domain::Id;
use crate::domain::choice::{Aim, Channel, Choice, ObjectiveStatus, Side, Unit};
use crate::domain::client::Open;
use crate::domain::field::Record;
use crate::domain::kind::Kind;
use crate::domain::kpi::Amount;
use crate::domain::value::Value;
use crate::store::Store;
use crate::store::fault::Fault;

/// Periods of an indicator at the most: a year and the period a year ago.
const PERIODS: i32 = 13;
/// Conversations of which a client is told how many there were.
const COUNTED: [Channel; 3] = [Channel::Meeting, Channel::Visit, Channel::Video];

impl Store {
    /// What a client may see of these days.
    ///
    /// # Errors
    /// [`Fault::Missing`], and faults of the file.
    pub fn shared(&self, account: Id, told: Told, today: NaiveDate) -> Result<Shared, Fault> {
        let days = told.days(today);
        let name = Open(self.record(Kind::Account, account)?.as_ref()).text("name");
        let plan = self.plan_of(account, told, today)?.map(|plan| self.shared_plan(plan)).transpose()?;
        Ok(Shared {
            account: name,
            days: Some(days),
            plan,
            promises: self.shared_promises(account, told, today)?,
            decisions: self.shared_decisions(account, days)?,
            problems: self.shared_problems(account, told, today)?,
            indicators: self.shared_indicators(account, told, today)?,
            held: self.held_by_kind(account, days)?,
            team: self.shared_team(account, today)?,
        })
    }

    /// The records that a statement finds for a number, one after the other.
    fn each(&self, kind: Kind, sql: &str, id: Id) -> Result<Vec<Box<dyn Record>>, Fault> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let ids = statement.query_map([id], |r| r.get(0))?.collect::<Result<Vec<Id>, _>>()?;
        ids.into_iter().map(|id| self.record(kind, id)).collect()
    }

    /// What somebody is called; nothing without them.
    fn called(&self, kind: Kind, id: Option<Id>) -> Result<String, Fault> {
        id.map_or_else(|| Ok(String::new()), |id| Ok(Open(self.record(kind, id)?.as_ref()).text("name")))
    }

    fn shared_plan(&self, plan: Id) -> Result<SharedPlan, Fault> {
        let record = self.record(Kind::Plan, plan)?;
        let open = Open(record.as_ref());
        let mut objectives = Vec::new();
        for record in
            self.each(Kind::Objective, "SELECT id FROM objective WHERE plan = ?1 ORDER BY id", plan)?
        {
            let of = Open(record.as_ref());
            let status = of.choice("status").and_then(ObjectiveStatus::named);
            // How we stand with their people is no business of theirs.
            let ours_alone = of.choice("aim").and_then(Aim::named) == Some(Aim::Relationship);
            if ours_alone || status == Some(ObjectiveStatus::Dropped) {
                continue;
            }
            objectives.push(SharedObjective {
                name: of.text("name"),
                relevance: of.text("relevance"),
                reached: status == Some(ObjectiveStatus::Reached),
                steps: self.shared_steps(record.head().id)?,
            });
        }
        Ok(SharedPlan {
            name: open.text("name"),
            days: open.day("starts_on").zip(open.day("ends_on")),
            goals: open.text("goals"),
            proposition: open.text("proposition"),
            objectives,
        })
    }

    fn shared_steps(&self, objective: Id) -> Result<Vec<SharedStep>, Fault> {
        let sql =
            "SELECT id FROM initiative WHERE objective = ?1 AND dropped = 0 ORDER BY starts_on, ends_on, id";
        let mut steps = Vec::new();
        for record in self.each(Kind::Initiative, sql, objective)? {
            let of = Open(record.as_ref());
            let sql = "SELECT id FROM milestone WHERE initiative = ?1 ORDER BY due, id";
            let marks = self.each(Kind::Milestone, sql, record.head().id)?;
            let mark = |record: &dyn Record| {
                let of = Open(record);
                SharedMark { name: of.text("name"), due: of.day("due"), done_on: of.day("done_on") }
            };
            steps.push(SharedStep {
                name: of.text("name"),
                theirs: self.called(Kind::Person, of.link("theirs"))?,
                owner: self.called(Kind::Colleague, of.link("owner"))?,
                days: of.day("starts_on").zip(of.day("ends_on")),
                done_on: of.day("done_on"),
                marks: marks.iter().map(|one| mark(one.as_ref())).collect(),
            });
        }
        Ok(steps)
    }

    /// Promises made to somebody of theirs or by them. What was chosen in a review of our own is no promise to anybody yet.
    fn shared_promises(
        &self,
        account: Id,
        told: Told,
        today: NaiveDate,
    ) -> Result<Vec<SharedPromise>, Fault> {
        let sql = "SELECT id FROM commitment WHERE account = ?1 AND counterpart IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM review_moves m WHERE m.commitment = commitment.id)
            ORDER BY done_on IS NOT NULL, due IS NULL, due, id";
        let mut promises = Vec::new();
        for record in self.each(Kind::Commitment, sql, account)? {
            let of = Open(record.as_ref());
            let (due, done_on) = (of.day("due"), of.day("done_on"));
            let Some(side) = of.choice("side").and_then(Side::named) else { continue };
            if told.has_promise((due, done_on), today) {
                promises.push(SharedPromise {
                    side,
                    text: of.text("text"),
                    with: self.called(Kind::Person, of.link("counterpart"))?,
                    owner: self.called(Kind::Colleague, of.link("owner"))?,
                    due,
                    done_on,
                });
            }
        }
        Ok(promises)
    }

    /// Decisions that somebody of theirs took or has been told of.
    fn shared_decisions(&self, account: Id, days: Days) -> Result<Vec<SharedDecision>, Fault> {
        let sql = "SELECT id FROM decision d WHERE account = ?1
            AND (EXISTS (SELECT 1 FROM telling t WHERE t.decision = d.id AND t.person IS NOT NULL)
              OR EXISTS (SELECT 1 FROM decision_decided_by b WHERE b.decision = d.id))
            ORDER BY decided_on DESC, id DESC";
        let of = |record: &dyn Record| {
            let of = Open(record);
            let on = of.day("decided_on").filter(|on| is_within(Some(*on), days))?;
            Some(SharedDecision {
                name: of.text("name"),
                on: Some(on),
                consequences: of.text("consequences"),
            })
        };
        Ok(self.each(Kind::Decision, sql, account)?.iter().filter_map(|one| of(one.as_ref())).collect())
    }

    fn shared_problems(
        &self,
        account: Id,
        told: Told,
        today: NaiveDate,
    ) -> Result<Vec<SharedProblem>, Fault> {
        let sql = "SELECT id FROM problem WHERE account = ?1 ORDER BY closed_on IS NOT NULL, opened_on, id";
        let of = |record: &dyn Record| {
            let of = Open(record);
            let (opened_on, closed_on) = (of.day("opened_on"), of.day("closed_on"));
            let lasted = told.has_lasted((opened_on, closed_on), today);
            lasted.then(|| SharedProblem { name: of.text("name"), opened_on, due: of.day("due"), closed_on })
        };
        Ok(self.each(Kind::Problem, sql, account)?.iter().filter_map(|one| of(one.as_ref())).collect())
    }

    /// Indicators that are still followed and that somebody said may be shown: figures and targets of their newest periods.
    fn shared_indicators(
        &self,
        account: Id,
        told: Told,
        today: NaiveDate,
    ) -> Result<Vec<SharedIndicator>, Fault> {
        let shared = |one: &Indicator| Open(&one.figures.kpi).flag("shared");
        let all = match told.over(today) {
            Some(last) => self.indicators_on(Some(account), last, today)?,
            None => self.indicators_of(account, today)?,
        };
        Ok(all.iter().filter(|one| shared(one)).filter_map(shared_indicator).collect())
    }

    fn held_by_kind(&self, account: Id, (from, until): Days) -> Result<Vec<(Channel, usize)>, Fault> {
        let sql =
            "SELECT count(*) FROM interaction WHERE account = ?1 AND planned = 0 AND day >= ?2 AND day <= ?3
            AND channel = ?4";
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut found = Vec::new();
        for channel in COUNTED {
            let days = params![account, from.to_string(), until.to_string(), channel.name()];
            found.push((channel, statement.query_row(days, |r| r.get(0))?));
        }
        found.retain(|(_, count)| *count > 0);
        Ok(found)
    }

    fn shared_team(&self, account: Id, today: NaiveDate) -> Result<Vec<SharedMate>, Fault> {
        let sql = "SELECT id FROM assignment WHERE account = ?1 ORDER BY id";
        let mut team = Vec::new();
        for record in self.each(Kind::Assignment, sql, account)? {
            let of = Open(record.as_ref());
            let Some(colleague) = of.link("colleague") else { continue };
            let who = self.record(Kind::Colleague, colleague)?;
            let who = Open(who.as_ref());
            let begun = of.day("since").is_none_or(|on| on <= today);
            let over = of.day("until").is_some_and(|on| on < today) || who.flag("left");
            if begun && !over {
                let function = Some(of.text("function")).filter(|f| !f.is_empty());
                team.push(SharedMate {
                    name: who.text("name"),
                    function: function.unwrap_or_else(|| who.text("function")),
                    email: who.first("emails"),
                    phone: who.first("phones"),
                });
            }
        }
        Ok(team)
    }
}

/// The newest periods with a figure; nothing without one.
fn shared_indicator(one: &Indicator) -> Option<SharedIndicator> {
    let of = Open(&one.figures.kpi);
    let unit = of.choice("measure").and_then(Unit::named).unwrap_or(Unit::Number);
    let currency = one.figures.currency;
    let amount = |units: f64| Amount::of_units(units, (unit == Unit::Money).then_some(currency));
    let (newest, _) = one.standing.newest?;
    let figure = |back: i32| {
        let period = one.series.year.after(newest, -back);
        let target = one.series.goal(period).ok().map(|goal| amount(goal.low));
        SharedFigure { period, actual: one.series.actual(period).map(amount), target }
    };
    let figures = (0..PERIODS).rev().map(figure).skip_while(|figure| figure.actual.is_none()).collect();
    Some(SharedIndicator { name: of.text("name"), unit, currency, figures })
}

fn is_within(day: Option<NaiveDate>, (from, until): Days) -> bool {
    day.is_some_and(|day| (from..=until).contains(&day))
}

impl Open<'_> {
    fn text(&self, field: &str) -> String {
        match self.get(field) {
            Value::Text(text) => text,
            _ => String::new(),
        }
    }

    fn first(&self, field: &str) -> String {
        match self.get(field) {
            Value::Texts(texts) => texts.into_iter().next().unwrap_or_default(),
            _ => String::new(),
        }
    }

    fn day(&self, field: &str) -> Option<NaiveDate> {
        match self.get(field) {
            Value::Day(day) => Some(day),
            _ => None,
        }
    }

    fn link(&self, field: &str) -> Option<Id> {
        match self.get(field) {
            Value::Link(id) => Some(id),
            _ => None,
        }
    }

    fn choice(&self, field: &str) -> Option<&'static str> {
        match self.get(field) {
            Value::Choice(name) => Some(name),
            _ => None,
        }
    }

    fn flag(&self, field: &str) -> bool {
        self.get(field) == Value::Flag(true)
    }
}
