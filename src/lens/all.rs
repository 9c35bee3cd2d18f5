//! All lenses by their digit.
use super::{Lens, accounts, growth, kpis, log, people, plan, portfolio, today, views};
use crate::command::LensKind;

/// All lenses, each with its own state.
#[derive(Debug)]
pub struct Lenses {
    accounts: accounts::Accounts,
    people: people::People,
    log: log::Log,
    kpis: kpis::Kpis,
    today: today::Today,
    plan: views::Views,
    growth: views::Views,
    portfolio: portfolio::Portfolio,
}

impl Default for Lenses {
    fn default() -> Self {
        Self {
            accounts: accounts::Accounts::default(),
            people: people::People::default(),
            log: log::Log::default(),
            kpis: kpis::Kpis::default(),
            today: today::Today::default(),
            plan: plan::views(),
            growth: growth::views(),
            portfolio: portfolio::Portfolio::default(),
        }
    }
}

impl Lenses {
    /// The lens of that name.
    pub fn get(&self, kind: LensKind) -> &dyn Lens {
        match kind {
            LensKind::Today => &self.today,
            LensKind::Accounts => &self.accounts,
            LensKind::People => &self.people,
            LensKind::Log => &self.log,
            LensKind::Kpis => &self.kpis,
            LensKind::Plan => &self.plan,
            LensKind::Growth => &self.growth,
            LensKind::Portfolio => &self.portfolio,
        }
    }

    /// The lens of that name, to be changed.
    pub fn get_mut(&mut self, kind: LensKind) -> &mut dyn Lens {
        match kind {
            LensKind::Today => &mut self.today,
            LensKind::Accounts => &mut self.accounts,
            LensKind::People => &mut self.people,
            LensKind::Log => &mut self.log,
            LensKind::Kpis => &mut self.kpis,
            LensKind::Plan => &mut self.plan,
            LensKind::Growth => &mut self.growth,
            LensKind::Portfolio => &mut self.portfolio,
        }
    }
}
