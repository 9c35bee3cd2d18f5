//! What every client buys a year (§11): its own field, else the last twelve months of its revenue indicator.
use std::collections::{BTreeMap, HashMap};

use chrono::{Datelike, NaiveDate};

use super::sales::money;
use super::terms::Terms;
use super::{Scope, text_or_null};
use crate::domain::Id;
use crate::domain::choice::{Better, Choice, Computed, Frequency, Nature, Ownership, Unit};
use crate::domain::kpi::{Amount, Kpi};
use crate::domain::money::Money;
use crate::domain::period::Period;
use crate::domain::portfolio::revenue::{Origin, Revenue};
use crate::domain::score::Known;
use crate::store::Store;
use crate::store::fault::Fault;

/// How many calendar years before today's an indicator is looked at: its last year of whole periods must lie in them.
const BACK: i32 = 2;

impl Terms {
    /// The revenue of a client by its field, else by what its indicator says.
    pub(super) fn revenue(&self, written: Option<Money>, indicator: Option<Revenue>) -> Revenue {
        match written {
            Some(money) => Revenue { amount: self.in_sums(money), origin: Some(Origin::Written) },
            None => indicator.unwrap_or_else(Revenue::unknown),
        }
    }
}

impl Store {
    /// The yearly revenue of every account of a scope (`None` is all of them, key accounts or not), in the currency of sums, each
    /// with where it comes from or the reason why it is not known.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn revenues(&self, scope: Scope, today: NaiveDate) -> Result<HashMap<Id, Revenue>, Fault> {
        let terms = self.terms(today)?;
        let mut by_indicator = self.revenue_by_indicator(scope, &terms)?;
        let mut statement = self.conn.prepare_cached(
            "SELECT id, revenue, revenue_currency FROM account WHERE ?1 IS NULL OR id = ?1",
        )?;
        let mut rows = statement.query([scope])?;
        let mut found = HashMap::new();
        while let Some(r) = rows.next()? {
            let account: Id = r.get(0)?;
            found.insert(account, terms.revenue(money(r, 1)?, by_indicator.remove(&account)));
        }
        Ok(found)
    }

    /// What the revenue indicators of a scope say, by account: of each its first one in the user's order.
    pub(super) fn revenue_by_indicator(
        &self,
        scope: Scope,
        terms: &Terms,
    ) -> Result<HashMap<Id, Revenue>, Fault> {
        // Only what decides whether it is a revenue is read: a book may have thousands of indicators.
        let mut statement = self.conn.prepare_cached(
            "SELECT account, id, measure, nature, better, ownership, computed, frequency FROM kpi
             WHERE retired = 0 AND account IS NOT NULL AND (?1 IS NULL OR account = ?1)
             ORDER BY account, ifnull(position, 999), id",
        )?;
        let mut rows = statement.query([scope])?;
        let mut found = HashMap::new();
        while let Some(r) = rows.next()? {
            let account: Id = r.get(0)?;
            if found.contains_key(&account) {
                continue;
            }
            let kpi = Kpi {
                measure: named::<Unit>(r, 2)?,
                nature: named::<Nature>(r, 3)?,
                better: named::<Better>(r, 4)?,
                ownership: named::<Ownership>(r, 5)?,
                computed: named::<Computed>(r, 6)?,
                ..Kpi::default()
            };
            if kpi.is_revenue() {
                let frequency = named::<Frequency>(r, 7)?.unwrap_or(Frequency::Monthly);
                let id = r.get(1)?;
                let figures = self.figures_in_sums(id, terms)?;
                let revenue = Revenue::of_indicator(id, (terms.year, frequency), &figures, terms.today);
                found.insert(account, revenue);
            }
        }
        Ok(found)
    }

    /// The figures of an indicator in the currency of sums, each by the rate of its year.
    fn figures_in_sums(&self, kpi: Id, terms: &Terms) -> Result<BTreeMap<Period, Known>, Fault> {
        let years = Some((terms.today.year() - BACK, terms.today.year()));
        let units = |period: Period, amount: Amount| match amount {
            Amount::Money(money) => terms.rates.in_base(money, terms.year.year_of(period)),
            Amount::Plain(_) => Ok(amount.units()),
        };
        let cells = self.actuals_of(kpi, years)?;
        Ok(cells.into_iter().map(|(period, amount)| (period, units(period, amount))).collect())
    }
}

/// A column with a choice, by its name.
fn named<T: Choice>(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<Option<T>> {
    Ok(text_or_null(row, column)?.and_then(T::named))
}
