//! All that a management report is made of: the key accounts as they stand, what is different from the last one, what may go wrong.
mod news;
mod past;
mod said;

use chrono::NaiveDate;
use rusqlite::params;

use super::account::PromiseRow;
use super::health::{AccountHealth, Parts};
use super::pipeline::Sale;
use super::plans::{PlanRow, Plans};
use super::portrait::Days;
use super::scorecard::Indicator;
use super::team::late;
use super::today::Card;
use super::today::moved::Moved;
use crate::domain::account::Account;
use crate::domain::choice::{Frequency, PlanStatus, ReportKind};
use crate::domain::day::plus_days;
use crate::domain::decision::Decision;
use crate::domain::insight::Insight;
use crate::domain::issued::Issued;
use crate::domain::kind::Kind;
use crate::domain::needs::Need;
use crate::domain::problem::Problem;
use crate::domain::review::Late;
use crate::domain::score::Known;
use crate::store::Store;
use crate::store::fault::Fault;
pub use news::{News, What};
pub use said::{Promised, Said, SaidOfSale};

/// How far back the first report looks.
const A_MONTH: i64 = 30;

/// The key accounts as a report to management tells of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Management {
    /// What moved is counted from here: the day of the last report, a day that was chosen, else a month ago.
    pub since: NaiveDate,
    /// First and last day of the time that was chosen.
    pub days: Option<Days>,
    /// The last of these days where they are over: what the book keeps of that day is told, and nothing of today.
    pub then: Option<NaiveDate>,
    /// The day of the report with which this one is compared; `None` is what the book itself knows of that day.
    pub last: Option<NaiveDate>,
    /// The key accounts, in the user's order.
    pub accounts: Vec<Managed>,
    /// Names of those that the last report told of and this one does not: they are no key accounts any more.
    pub gone: Vec<String>,
    /// Brings amounts of another currency to that of sums, by the year.
    pub rates: crate::domain::money::Rates,
}

/// A key account in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Managed {
    /// The account.
    pub account: Account,
    /// At a glance: last contact, what is late.
    pub card: Card,
    /// Its health.
    pub health: AccountHealth,
    /// Its indicators.
    pub indicators: Vec<Indicator>,
    /// Its rows of the queue.
    pub needs: Vec<Need>,
    /// What is worth a thought.
    pub insights: Vec<Insight>,
    /// Its sales, those that are over too.
    pub sales: Vec<Sale>,
    /// What the open ones are worth by their chance, in the currency of sums.
    pub weighted: Known,
    /// The plan in force.
    pub plan: Option<PlanRow>,
    /// Initiatives that are late, the latest first.
    pub late: Vec<Late>,
    /// Open problems, the worst first; then those closed since then.
    pub problems: Vec<Problem>,
    /// Open promises of both sides by due day; then those kept since then.
    pub promises: Vec<PromiseRow>,
    /// Decisions of the last months.
    pub decisions: Vec<Decision>,
    /// Health and colours that are not what they were.
    pub moved: Vec<Moved>,
    /// Records that are not what they were.
    pub news: Vec<News>,
    /// The last report did not tell of it.
    pub is_new: bool,
    /// What was said of it then, or known of it.
    pub before: Said,
    /// What is said of it now.
    pub now: Said,
}

/// How far back decisions are looked at.
const DECISIONS: i64 = 180;

impl Management {
    /// What the next report is compared with, JSON; nothing of a time that is over.
    pub fn figures(&self) -> String {
        if self.then.is_some() {
            return String::new();
        }
        let said: Vec<&Said> = self.accounts.iter().map(|a| &a.now).collect();
        // Texts and numbers can always be written.
        serde_json::to_string(&said).unwrap_or_default()
    }
}

impl Managed {
    /// Its revenue, also where some of its figures are left out.
    pub fn revenue(&self) -> Option<&Indicator> {
        self.indicators.iter().find(|one| one.revenue)
    }
}

impl Store {
    /// The key accounts for a report to management, of the days that were chosen; else what moved is counted from the last report up
    /// to today.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn management(&self, days: Option<Days>, today: NaiveDate) -> Result<Management, Fault> {
        let last = match days {
            Some(_) => None,
            None => self.last_issued(ReportKind::Management, None, today)?,
        };
        let issued = last.as_ref().and_then(|last| last.day);
        let said = last.as_ref().map(|last| self.said_by(last)).transpose()?.unwrap_or_default();
        let from = days.map(|days| days.0).or(issued).unwrap_or_else(|| plus_days(today, -A_MONTH));
        let then = days.map(|days| days.1).filter(|last| *last < today);
        let time = Time { since: from.min(today), then, today };
        let mut all = self.today(None, today)?;
        if let Some(day) = then {
            all.indicators = self.indicators_on(None, day, today)?.into();
        }
        let mut sales = self.pipeline(None, today)?.sales;
        let mut plans = self.plans(None, today)?.plans;
        let mut accounts = Vec::with_capacity(all.cards.len());
        for card in &all.cards {
            let Some(account) = self.one::<Account>(Kind::Account, card.account)? else { continue };
            let id = account.head.id;
            let own = |i: &&Indicator| i.figures.kpi.account.is_some_and(|a| a.0 == id);
            let begun = Begun {
                card: card.clone(),
                indicators: all.indicators.iter().filter(own).cloned().collect(),
                needs: all.needs.iter().filter(|n| n.account == Some(id)).cloned().collect(),
                sales: sales.extract_if(.., |sale| sale.account == id).collect(),
                plans: Plans {
                    plans: plans.extract_if(.., |p| p.account == id).collect(),
                    ..Plans::default()
                },
                account,
            };
            let before = said.iter().find(|s| s.account == begun.account.head.uid).cloned();
            let is_new = issued.is_some() && before.is_none() && !said.is_empty();
            accounts.push(Managed { is_new, ..self.managed(begun, before, time)? });
        }
        let told = |said: &&Said| accounts.iter().any(|a| a.account.head.uid == said.account);
        let gone = said.iter().filter(|said| !told(said)).map(|said| said.name.clone()).collect();
        let rates = self.rates(&self.settings()?)?;
        Ok(Management { since: time.since, days, then, last: issued, accounts, gone, rates })
    }

    /// One account; `before` is what the last report said of it, else what the book itself knows of that day counts.
    fn managed(&self, begun: Begun, before: Option<Said>, time: Time) -> Result<Managed, Fault> {
        let Time { since, today, .. } = time;
        let id = begun.account.head.id;
        let people = self.people(Some(id), today)?;
        let healths = self.healths_of(&[id], &people, &begun.indicators, today)?;
        let none = || Fault::Missing { kind: Kind::Account, id };
        let health = healths.into_iter().next().ok_or_else(none)?;
        let insights = self.insights(&health.inputs, id, &begun.indicators, None, today)?;
        let day = since.to_string();
        let problems: Vec<Problem> = self.entities(
            "SELECT id FROM problem WHERE account = ?1 AND (closed_on IS NULL OR closed_on >= ?2)
             ORDER BY closed_on IS NOT NULL, CASE severity WHEN 'high' THEN 0 WHEN 'medium' THEN 1 ELSE 2 END,
                 due IS NULL, due, id",
            params![id, day],
        )?;
        let earliest = since.min(plus_days(today, -DECISIONS)).to_string();
        let decisions: Vec<Decision> = self.entities(
            "SELECT id FROM decision WHERE account = ?1 AND decided_on >= ?2 ORDER BY decided_on, id",
            params![id, earliest],
        )?;
        let late = late(&begun.plans, today);
        let mut plans = begun.plans.plans.into_iter();
        let plan = plans.find(|p| p.plan.status == Some(PlanStatus::Active));
        let worth: Known = begun.sales.iter().filter(|s| s.deal.is_open()).map(|s| s.deal.worth()).sum();
        let mut managed = Managed {
            account: begun.account,
            card: begun.card,
            health,
            indicators: begun.indicators,
            needs: begun.needs,
            insights,
            sales: begun.sales,
            weighted: worth,
            plan,
            late,
            problems,
            promises: self.promises_since(id, since)?,
            decisions,
            moved: Vec::new(),
            news: Vec::new(),
            is_new: false,
            before: Said::default(),
            now: Said::default(),
        };
        if let Some(day) = time.then {
            self.stood(&mut managed, day)?;
        }
        self.compare(&mut managed, before, time)?;
        if time.then.is_some() {
            managed.forget_today();
        }
        Ok(managed)
    }

    /// Sets what is said of an account against what was.
    fn compare(&self, managed: &mut Managed, before: Option<Said>, time: Time) -> Result<(), Fault> {
        let (uids, since) = (self.uids_of(managed)?, time.since);
        managed.now = said::now(managed, &uids);
        if let Some(day) = time.then {
            let Said { health, .. } = managed.now;
            managed.now = Said { health, ..said::known_on(managed, &uids, day) };
        }
        let (then, parts) = if let Some(said) = before {
            let parts = said.parts(&managed.indicators);
            (said, Some(parts))
        } else {
            let known = self.snapshot_at(managed.account.head.id, since)?;
            let health = known.as_ref().and_then(|(health, _)| *health);
            let then = Said { health, ..said::known_on(managed, &uids, since) };
            (then, known.map(|(_, parts)| parts))
        };
        let then = then.beside(&managed.now);
        managed.moved = parts.map(|parts| moved(managed, then.health, &parts)).unwrap_or_default();
        managed.news = news::news(&then, managed, &uids);
        managed.before = then;
        Ok(())
    }

    /// What a report said; nothing where it is not to be read. One that does not say its year speaks of that of its day.
    fn said_by(&self, of: &Issued) -> Result<Vec<Said>, Fault> {
        let mut said: Vec<Said> = serde_json::from_str(&of.figures).unwrap_or_default();
        let year = self.settings()?.company_year();
        let year = of.day.map(|day| year.year_of(year.at(day, Frequency::Yearly)));
        for one in &mut said {
            one.year = one.year.or(year);
        }
        Ok(said)
    }
}

/// An account before it is looked at more closely.
struct Begun {
    account: Account,
    card: Card,
    indicators: Vec<Indicator>,
    needs: Vec<Need>,
    sales: Vec<Sale>,
    plans: Plans,
}

/// Of which time a report tells.
#[derive(Debug, Clone, Copy)]
struct Time {
    since: NaiveDate,
    /// Its last day, where that is over.
    then: Option<NaiveDate>,
    today: NaiveDate,
}

/// Health and colours that are not what they were.
fn moved(of: &Managed, health: Option<f64>, parts: &Parts) -> Vec<Moved> {
    let turned = of.indicators.iter().filter_map(|one| super::today::moved::has_turned(one, parts));
    super::today::moved::health_moved(&of.health, health, parts).into_iter().chain(turned).collect()
}
