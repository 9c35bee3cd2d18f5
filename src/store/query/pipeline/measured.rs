//! What the open sales of accounts are measured against.
use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Sale;
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::pipeline::coverage::Measured;
use crate::domain::pipeline::{Deal, open, won};
use crate::domain::score::Known;
use crate::store::Store;
use crate::store::fault::Fault;
use crate::store::query::Scope;
use crate::store::query::terms::Terms;

impl Store {
    /// What the open sales of each account are measured against: the target and the wins of the year of its revenue. Accounts
    /// without open sales and without a target are nothing to be measured.
    pub(super) fn measured(
        &self,
        scope: Scope,
        sales: &[Sale],
        terms: &Terms,
        today: NaiveDate,
    ) -> Result<Vec<Measured>, Fault> {
        let indicators = self.scorecard(scope, None, today)?;
        let mut targets: BTreeMap<Id, Known> = BTreeMap::new();
        for one in indicators.iter().filter(|one| one.revenue) {
            let Some(account) = one.figures.kpi.account else { continue };
            let target =
                one.standing.plan.clone().and_then(|goal| terms.in_base(goal.low, one.figures.currency));
            targets.entry(account.0).or_insert(target);
        }
        let with_sales = sales.iter().filter(|sale| sale.deal.is_open()).map(|sale| sale.account);
        let mut accounts: Vec<Id> = with_sales.chain(targets.keys().copied()).collect();
        accounts.sort_unstable();
        accounts.dedup();
        let mut measured = Vec::new();
        for account in accounts {
            let of_it: Vec<&Sale> = sales.iter().filter(|sale| sale.account == account).collect();
            let name = match of_it.first() {
                Some(sale) => sale.account_name.clone(),
                None => self.account_name(account)?,
            };
            let deals: Vec<Deal> = of_it.iter().map(|sale| sale.deal.clone()).collect();
            let closed: Vec<Deal> = deals.iter().filter(|deal| terms.in_year(deal)).cloned().collect();
            let target = targets.remove(&account).unwrap_or_else(|| Err(Explain::new("pipeline-no-revenue")));
            measured.push(Measured { account, name, open: open(&deals), target, won: won(&closed) });
        }
        Ok(measured)
    }

    pub(in crate::store::query) fn account_name(&self, account: Id) -> Result<String, Fault> {
        let mut statement = self.conn.prepare_cached("SELECT name FROM account WHERE id = ?1")?;
        Ok(statement.query_row([account], |r| r.get(0))?)
    }
}
