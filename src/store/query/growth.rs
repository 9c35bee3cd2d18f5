//! Care and insights of the key accounts or of one.
use std::collections::HashMap;

use chrono::NaiveDate;

use super::looked_after::IN_SCOPE;
use super::sales::money;
use super::terms::Terms;
use super::{Scope, day, text};
use crate::domain::Id;
use crate::domain::care::Given;
use crate::domain::cltv::Cost;
use crate::domain::explain::Explain;
use crate::domain::market::{Insight, Perk};
use crate::domain::money::Money;
use crate::domain::score::Known;
use crate::store::Store;
use crate::store::fault::Fault;

/// Care for an account, and what it costs.
#[derive(Debug, Clone, PartialEq)]
pub struct Care {
    /// The resource or offer.
    pub perk: Perk,
    /// What it costs a year in the currency of sums, or why that is not known.
    pub yearly: Known,
}

/// An objective of a plan that is not over, for what begins there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenObjective {
    /// The objective.
    pub id: Id,
    /// What is to be reached.
    pub name: String,
    /// At which client.
    pub account: Id,
}

/// What was learned, and where it can lead.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Insights {
    /// The notes, the newest first; those about no client in particular are among them where all are looked at.
    pub notes: Vec<Insight>,
    /// Objectives under which an initiative can begin, by client and name.
    pub objectives: Vec<OpenObjective>,
}

impl Store {
    /// The care for the accounts of a scope: what is given now or later by its end, the nearest first; then what is over, the newest first.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn care(&self, scope: Scope, today: NaiveDate) -> Result<Vec<Care>, Fault> {
        let terms = self.terms(today)?;
        let mut perks: Vec<Perk> = self.entities(
            &format!(
                "SELECT id FROM perk WHERE account IN {IN_SCOPE}
                 ORDER BY until IS NULL, until, name COLLATE NOCASE, id"
            ),
            [scope],
        )?;
        let over = |perk: &Perk| perk.until.filter(|until| *until < today);
        perks.sort_by_key(|perk| (over(perk).is_some(), std::cmp::Reverse(over(perk))));
        let cost = |perk: Perk| {
            let yearly = yearly(perk.cost, &terms);
            Care { perk, yearly }
        };
        Ok(perks.into_iter().map(cost).collect())
    }

    /// What the care costs that is given today, by account: of one, or of all.
    pub(super) fn perk_costs(&self, scope: Scope, terms: &Terms) -> Result<HashMap<Id, Vec<Cost>>, Fault> {
        let mut statement = self.conn.prepare_cached(
            "SELECT account, id, name, cost, cost_currency, since, until FROM perk
             WHERE account IS NOT NULL AND (?1 IS NULL OR account = ?1) ORDER BY account, name COLLATE NOCASE, id",
        )?;
        let mut rows = statement.query([scope])?;
        let mut costs: HashMap<Id, Vec<Cost>> = HashMap::new();
        while let Some(r) = rows.next()? {
            if Given::between(day(r, 5)?, day(r, 6)?, terms.today) == Given::Now {
                let yearly = yearly(money(r, 3)?, terms);
                let cost = Cost { perk: r.get(1)?, name: text(r, 2)?.to_owned(), yearly };
                costs.entry(r.get(0)?).or_default().push(cost);
            }
        }
        Ok(costs)
    }

    /// What was learned about one account; of all also what is about no client in particular.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn insight_notes(&self, scope: Scope) -> Result<Insights, Fault> {
        let notes = self.entities(
            &format!(
                "SELECT id FROM insight WHERE (?1 IS NULL AND account IS NULL) OR account IN {IN_SCOPE}
                 ORDER BY day DESC, id DESC"
            ),
            [scope],
        )?;
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT o.id, o.name, p.account FROM objective o JOIN plan p ON p.id = o.plan
             WHERE o.status = 'open' AND p.status <> 'closed' AND p.account IN {IN_SCOPE}
             ORDER BY p.account, o.name COLLATE NOCASE, o.id"
        ))?;
        let objectives = statement.query_map([scope], |r| {
            Ok(OpenObjective { id: r.get(0)?, name: text(r, 1)?.to_owned(), account: r.get(2)? })
        })?;
        Ok(Insights { notes, objectives: objectives.collect::<Result<_, _>>()? })
    }
}

/// What care costs a year in the currency of sums.
fn yearly(cost: Option<Money>, terms: &Terms) -> Known {
    terms.in_sums(cost.ok_or_else(|| Explain::new("cltv-no-cost"))?)
}
