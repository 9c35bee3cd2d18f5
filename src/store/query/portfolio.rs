//! All clients (§11): what they buy, what they deserve, and what they take. The scope has no say in it.
mod time;

use std::collections::HashMap;

use chrono::NaiveDate;

use super::people::PersonRow;
use super::sales::money;
use super::terms::Terms;
use super::{day, text, text_or_null, texts};
use crate::domain::Id;
use crate::domain::choice::{BuyingRole, CellState, Choice, Tier};
use crate::domain::coverage::{Member, required_of};
use crate::domain::explain::Explain;
use crate::domain::health::relationship;
use crate::domain::kpi::Amount;
use crate::domain::money::Currency;
use crate::domain::portfolio::effort::{self, Effort, Time, Totals};
use crate::domain::portfolio::revenue::Revenue;
use crate::domain::portfolio::valuation::{Judged, Quadrant, Weights, valuation};
use crate::domain::portfolio::{Load, Pareto, Place, of_company, pareto};
use crate::domain::score::Known;
use crate::domain::settings::Settings;
use crate::domain::whitespace::{Cell, Gaps, Place as CellPlace};
use crate::store::Store;
use crate::store::fault::Fault;

/// A client among all of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Client {
    /// The account.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// Key or standard.
    pub tier: Tier,
    /// What they do.
    pub sector: String,
    /// What they buy a year.
    pub revenue: Revenue,
    /// Size, potential and reference.
    pub judged: Judged,
    /// What it deserves, 1–5; `None` unless everything that counts is judged.
    pub valuation: Option<f64>,
    /// Contribution margin, 0 … 1.
    pub margin: Option<f64>,
    /// What the care costs a year that is given now, in the currency of sums, as far as that is known.
    pub care: f64,
    /// What could still be sold to them a year, in the currency of sums.
    pub gaps: Gaps,
    /// The relationship part of the health, 0–100; `None` where we know nobody there.
    pub relationship: Option<Known>,
    /// The time of the last twelve months.
    pub time: Time,
}

impl Client {
    /// Its yearly margin after the cost of care (§9) in the currency of sums.
    ///
    /// # Errors
    /// Why the revenue is not known, or `portfolio-no-margin`.
    pub fn yearly_margin(&self) -> Known {
        let margin = self.margin.ok_or_else(|| Explain::new("portfolio-no-margin"));
        Ok(self.revenue.amount.clone()? * margin? - self.care)
    }

    /// What could still be won a year, as margin; cells whose amounts are not known add nothing.
    ///
    /// # Errors
    /// `portfolio-no-margin` where there is something to be won.
    pub fn gap_margin(&self) -> Known {
        if self.gaps.known == 0 {
            return Ok(0.0);
        }
        Ok(self.gaps.sum * self.margin.ok_or_else(|| Explain::new("portfolio-no-margin"))?)
    }

    /// Both together; `None` where one of them is not known. Without the reason, so that thousands are quickly asked.
    fn worth(&self) -> Option<f64> {
        Some((self.revenue.amount.as_ref().ok()? + self.gaps.sum) * self.margin? - self.care)
    }

    /// Star, strategic, status or streamline; `None` where it is not judged, or the relationship not known.
    pub fn quadrant(&self) -> Option<Quadrant> {
        Some(Quadrant::of(self.valuation?, *self.relationship.as_ref()?.as_ref().ok()?))
    }

    /// Why the relationship is not known, or its points.
    ///
    /// # Errors
    /// `health-nobody`.
    pub fn closeness(&self) -> Known {
        self.relationship.clone().unwrap_or_else(|| Err(Explain::new("health-nobody")))
    }
}

/// When an account was made a key account or released, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// The record.
    pub id: Id,
    /// What it has been since.
    pub tier: Tier,
    /// Since when.
    pub day: NaiveDate,
    /// Why; may be empty.
    pub reason: String,
}

/// All clients.
#[derive(Debug, Clone, PartialEq)]
pub struct Portfolio {
    /// Every client, in the order of their numbers.
    pub clients: Vec<Client>,
    /// Who makes the revenue; its numbers are places in `clients`.
    pub pareto: Pareto,
    /// Weights of size, potential and reference.
    pub weights: Weights,
    /// The currency of sums.
    pub currency: Currency,
    /// What the company sells a year, in the currency of sums; `None` where nobody has said it.
    pub company: Option<Known>,
    /// The time of all clients, and the worth of those of whom it is known.
    pub totals: Totals,
    /// The first day whose conversations count as time.
    pub since: NaiveDate,
    /// When accounts were made key accounts or released, newest first.
    pub turns: HashMap<Id, Vec<Turn>>,
}

impl Portfolio {
    /// The place of a client by its revenue.
    pub fn place(&self, client: usize) -> Option<Place> {
        self.pareto.places.get(client).copied().flatten()
    }

    /// What a client takes against what it is worth.
    pub fn effort(&self, client: &Client) -> Option<Effort> {
        self.totals.effort(client.time, client.worth())
    }

    /// The same for `=`, with the reasons.
    pub fn effort_of(&self, client: &Client) -> effort::Client {
        effort::Client {
            account: client.id,
            time: client.time,
            margin: client.yearly_margin(),
            gap: client.gap_margin(),
            cells: client.gaps,
        }
    }

    /// Whether one person looks after the right number of key accounts.
    pub fn load(&self) -> Load {
        Load::of(self.clients.iter().filter(|c| c.tier == Tier::Key).count())
    }

    /// What the clients of a tier, or all of them, buy a year, as far as it is known, in the currency of sums.
    pub fn sum(&self, tier: Option<Tier>) -> f64 {
        let of_tier = self.clients.iter().filter(|c| tier.is_none_or(|tier| c.tier == tier));
        of_tier.filter_map(|c| c.revenue.amount.as_ref().ok()).sum()
    }

    /// What an amount is of the company's turnover, 0 … 1.
    ///
    /// # Errors
    /// `portfolio-no-company`, or why it is not known in the currency of sums.
    pub fn of_company(&self, amount: f64) -> Known {
        of_company(amount, self.company.as_ref())
    }
}

const SQL: &str = "SELECT id, name, tier, sector, revenue, revenue_currency, size, potential, reference, margin, required_roles
FROM account ORDER BY id";

impl Store {
    /// Every client with what it buys, deserves and takes.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn portfolio(&self, today: NaiveDate) -> Result<Portfolio, Fault> {
        let terms = self.terms(today)?;
        let settings = &terms.settings;
        let mut by_indicator = self.revenue_by_indicator(None, &terms)?;
        let (mut gaps, mut times) = (self.gaps(&terms)?, self.times(today)?);
        let perks = self.perk_costs(None, &terms)?;
        let care =
            |id| perks.get(&id).into_iter().flatten().filter_map(|cost| cost.yearly.as_ref().ok()).sum();
        let mut members = members(&self.people_briefly(None, today)?);
        let weights = Weights::of(settings);
        let mut clients = Vec::new();
        let mut statement = self.conn.prepare_cached(SQL)?;
        let mut rows = statement.query([])?;
        while let Some(r) = rows.next()? {
            let id = r.get(0)?;
            let judged = Judged { size: r.get(6)?, potential: r.get(7)?, reference: r.get(8)? };
            let people = members.remove(&id);
            clients.push(Client {
                id,
                name: text(r, 1)?.to_owned(),
                tier: text_or_null(r, 2)?.and_then(Tier::named).unwrap_or(Tier::Standard),
                sector: text(r, 3)?.to_owned(),
                revenue: terms.revenue(money(r, 4)?, by_indicator.remove(&id)),
                judged,
                valuation: valuation(judged, weights),
                margin: r.get::<_, Option<i64>>(9)?.map(|percent| Amount::Plain(percent).units() / 100.0),
                care: care(id),
                gaps: gaps.remove(&id).unwrap_or_default(),
                relationship: people.map(|people| close(r, &people, settings)).transpose()?,
                time: times.remove(&id).unwrap_or_default(),
            });
        }
        let revenues: Vec<Option<i64>> = clients.iter().map(|c| minor(&c.revenue, &terms)).collect();
        let company = settings.company_revenue.map(|money| terms.in_sums(money));
        Ok(Portfolio {
            pareto: pareto(&revenues),
            weights,
            currency: terms.rates.base,
            company,
            totals: Totals::of(clients.iter().map(|c| (c.time, c.worth()))),
            since: time::since(today),
            turns: self.turns()?,
            clients,
        })
    }

    /// What could still be sold a year, by account: of every cell of the white space that somebody serves (§9), but of what is no
    /// longer sold.
    fn gaps(&self, terms: &Terms) -> Result<HashMap<Id, Gaps>, Fault> {
        let mut statement = self.conn.prepare_cached(
            "SELECT w.account, w.state, w.total, w.total_currency, w.ours, w.ours_currency, w.offering
             FROM whitespace w JOIN offering o ON o.id = w.offering WHERE o.retired = 0",
        )?;
        let mut rows = statement.query([])?;
        let mut gaps: HashMap<Id, Gaps> = HashMap::new();
        while let Some(r) = rows.next()? {
            let account = r.get(0)?;
            let in_sums = |money| Some(terms.in_sums(money?));
            let cell = Cell {
                state: CellState::named(text(r, 1)?).unwrap_or(CellState::Unknown),
                total: in_sums(money(r, 2)?),
                ours: in_sums(money(r, 4)?),
                ..Cell::empty(CellPlace { offering: r.get(6)?, account, unit: None })
            };
            if let Some(gap) = cell.gap() {
                gaps.entry(account).or_default().add(&gap);
            }
        }
        Ok(gaps)
    }

    fn turns(&self) -> Result<HashMap<Id, Vec<Turn>>, Fault> {
        let mut statement = self.conn.prepare_cached(
            "SELECT account, id, tier, day, reason FROM promotion ORDER BY day DESC, id DESC",
        )?;
        let mut rows = statement.query([])?;
        let mut turns: HashMap<Id, Vec<Turn>> = HashMap::new();
        while let Some(r) = rows.next()? {
            let (Some(tier), Some(day)) = (Tier::named(text(r, 2)?), day(r, 3)?) else { continue };
            let turn = Turn { id: r.get(1)?, tier, day, reason: text(r, 4)?.to_owned() };
            turns.entry(r.get(0)?).or_default().push(turn);
        }
        Ok(turns)
    }
}

/// The active people of each account.
fn members(people: &[PersonRow]) -> HashMap<Id, Vec<Member>> {
    let mut found: HashMap<Id, Vec<Member>> = HashMap::new();
    for person in people.iter().filter(|p| p.is_active()) {
        if let Some(account) = person.account {
            found.entry(account).or_default().push(super::health::member(person));
        }
    }
    found
}

/// The relationship part of the health of an account with these people (§10).
fn close(row: &rusqlite::Row<'_>, people: &[Member], settings: &Settings) -> rusqlite::Result<Known> {
    let own: Vec<BuyingRole> = texts(row, 10)?.iter().filter_map(|name| BuyingRole::named(name)).collect();
    Ok(relationship(people, &required_of(&own, settings)))
}

/// A revenue in whole minor units of the currency of sums, in which classes are decided.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the revenue of a client is far below 2^63 cents; beyond it saturates"
)]
fn minor(revenue: &Revenue, terms: &Terms) -> Option<i64> {
    let decimals = i32::try_from(terms.rates.base.decimals()).unwrap_or(2);
    revenue.amount.as_ref().ok().map(|units| (units * 10_f64.powi(decimals)).round() as i64)
}
