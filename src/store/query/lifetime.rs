//! What clients are worth over the years: all that the formula of §9 is made of, of the key accounts or of one.
use std::collections::HashMap;

use chrono::NaiveDate;

use super::Scope;
use super::looked_after::IN_SCOPE;
use super::terms::Terms;
use super::whitespace::WhiteBook;
use crate::domain::Id;
use crate::domain::account::Account;
use crate::domain::cltv::{Client, Cost, Gap, MOST_YEARS};
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::kpi::Amount;
use crate::domain::portfolio::revenue::{Origin, Revenue};
use crate::domain::score::{Figure, Input};
use crate::domain::settings::Settings;
use crate::domain::whitespace::{Cell, Chances};
use crate::store::Store;
use crate::store::fault::Fault;

/// A client and what is known of its worth.
#[derive(Debug, Clone, PartialEq)]
pub struct Lifetime {
    /// Its name.
    pub name: String,
    /// What the formula takes.
    pub client: Client,
}

/// What all clients share.
struct Shared {
    terms: Terms,
    white: WhiteBook,
    revenues: HashMap<Id, Revenue>,
    perks: HashMap<Id, Vec<Cost>>,
}

impl Store {
    /// What each client of a scope is worth is made of, in the order of the tabs.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn lifetimes(&self, scope: Scope, today: NaiveDate) -> Result<Vec<Lifetime>, Fault> {
        let terms = self.terms(today)?;
        let (white, revenues) = (self.white_space(scope, today)?, self.revenues(scope, today)?);
        let shared = Shared { perks: self.perk_costs(scope, &terms)?, terms, white, revenues };
        let accounts: Vec<Account> = self.entities(
            &format!(
                "SELECT id FROM account WHERE id IN {IN_SCOPE}
                 ORDER BY ifnull(position, 999), name COLLATE NOCASE, id"
            ),
            [scope],
        )?;
        Ok(accounts.iter().map(|account| lifetime(account, &shared)).collect())
    }
}

fn lifetime(account: &Account, shared: &Shared) -> Lifetime {
    let (id, settings) = (account.head.id, &shared.terms.settings);
    let standard = Settings::standard();
    let years = settings.cltv_years.or(standard.cltv_years);
    let discount = settings.discount.or(standard.discount);
    let revenue = shared.revenues.get(&id).cloned().unwrap_or_else(Revenue::unknown);
    let client = Client {
        account: id,
        revenue_from: source(&revenue, id).into_iter().collect(),
        revenue: revenue.amount,
        margin: share(account.margin),
        retention: share(account.retention),
        growth: share(account.growth),
        discount: share(discount).unwrap_or(0.0),
        years: years.and_then(|n| u32::try_from(n).ok()).unwrap_or(1).clamp(1, MOST_YEARS),
        perks: shared.perks.get(&id).cloned().unwrap_or_default(),
        gaps: gaps(&shared.white.counted(id), shared.white.chances),
    };
    Lifetime { name: account.name.clone(), client }
}

/// A percentage of scale 4 as a share.
fn share(percent: Option<i64>) -> Option<f64> {
    percent.map(|p| Amount::Plain(p).units() / 100.0)
}

/// Where what they buy a year stands: at the account, or in which periods of which indicator.
fn source(revenue: &Revenue, account: Id) -> Option<Input> {
    let figure = Figure::Measured(*revenue.amount.as_ref().ok()?);
    Some(match revenue.origin? {
        Origin::Written => Input::new(Explain::new("cltv-part-revenue"), figure).of(Kind::Account, account),
        Origin::Indicator(kpi, _, last) => {
            Input::new(Explain::new("cltv-input-indicator"), figure).within(last).of(Kind::Kpi, kpi)
        }
    })
}

/// What they spend and not with us, where somebody serves it.
fn gaps(cells: &[Cell], chances: Chances) -> Vec<Gap> {
    let gap = |cell: &Cell| {
        let amount = cell.gap().filter(|gap| *gap != Ok(0.0))?;
        // The account as a whole needs no name beside itself.
        let unit = cell.place.unit.map(|_| format!(", {}", cell.unit)).unwrap_or_default();
        let name = format!("{}{unit}", cell.offering);
        Some(Gap { cell: cell.id?, name, amount, chance: cell.chance(chances)? })
    };
    cells.iter().filter_map(gap).collect()
}
