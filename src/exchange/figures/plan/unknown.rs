//! Names that the book does not have, and what could be made of them.
use std::sync::Arc;

use super::{Entry, Hit, Planner};
use crate::domain::choice::{Frequency, Unit};
use crate::exchange::figures::value::{currency_of, has_percent_sign};
use crate::exchange::figures::{Plan, Planned, State, Unknown};
use crate::lang::figure::currency;

impl Planner<'_> {
    /// Notes a name that the book does not have, and what its figures look like.
    pub(super) fn count_unknown(&self, entry: &Entry, planned: &Planned, plan: &mut Plan) {
        let State::Refused(why) = &planned.state else { return };
        let (list, name) = match (why.key.as_str(), &entry.account, &entry.kpi) {
            ("figures-account-unknown", Some(name), _) => (&mut plan.accounts, name),
            ("figures-kpi-unknown", _, Some(name)) => (&mut plan.kpis, name),
            _ => return,
        };
        let of_kpi = why.key == "figures-kpi-unknown";
        let account = entry.account.clone().filter(|_| of_kpi);
        let cell = self.cell(entry);
        let known = list.iter().position(|u| u.name == *name && u.account == account);
        let at = known.unwrap_or_else(|| {
            list.push(self.unknown(name.clone(), account, of_kpi));
            list.len() - 1
        });
        let Some(unknown) = list.get_mut(at) else { return };
        unknown.cells += 1;
        if let Some(period) = entry.when.period {
            unknown.frequency = unknown.frequency.min(period.frequency());
        }
        unknown.currency =
            unknown.currency.or_else(|| currency_of(cell)).or_else(|| currency(entry.currency.as_deref()?));
        unknown.measure = match (has_percent_sign(cell), unknown.currency) {
            (true, _) => Unit::Percent,
            (false, Some(_)) => Unit::Money,
            (false, None) => unknown.measure,
        };
    }

    fn unknown(&self, name: Arc<str>, account: Option<Arc<str>>, of_kpi: bool) -> Unknown {
        let at = match account.as_deref().map(|a| self.names.account(a)) {
            Some(Hit::One(id)) => Some(id),
            Some(Hit::Several | Hit::None) | None => None,
        };
        let nearest =
            if of_kpi { self.names.near_indicators(&name, at) } else { self.names.near_accounts(&name) };
        Unknown {
            name,
            account,
            at,
            measure: Unit::Number,
            currency: None,
            frequency: Frequency::Yearly,
            nearest,
            cells: 0,
        }
    }
}
