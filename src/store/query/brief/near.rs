//! What a brief picks out of the page of the account: what is off track, late, open or about to end.
use chrono::NaiveDate;

use super::Brief;
use crate::domain::care::IN_SIGHT;
use crate::domain::day::days_between;
use crate::domain::insight::Rival;
use crate::domain::market::Perk;
use crate::domain::opportunity::{Contract, Opportunity};
use crate::domain::problem::Problem;
use crate::domain::scorecard::Rag;
use crate::store::Store;
use crate::store::fault::Fault;
use crate::store::query::account::AccountPage;
use crate::store::query::plans::{InitiativeRow, MilestoneRow, PlanRow};
use crate::store::query::scorecard::Indicator;

/// A contract that ends in so many days is spoken of.
const ENDING: i64 = 180;

impl Brief {
    /// The indicators of the account.
    pub fn indicators(&self) -> &[Indicator] {
        self.page.as_ref().map_or(&[], |p| &p.checkup.indicators)
    }

    /// Indicators off track, then those at risk.
    pub fn off(&self) -> Vec<&Indicator> {
        let all = || self.page.iter().flat_map(|p| &p.checkup.indicators);
        let like = |rag: Rag| all().filter(move |i| i.standing.rag == rag);
        like(Rag::Off).chain(like(Rag::AtRisk)).collect()
    }

    /// Problems that are open, the worst first.
    pub fn problems(&self, today: NaiveDate) -> Vec<&Problem> {
        let all = self.page.iter().flat_map(|p| &p.affairs.problems);
        all.filter(|p| p.closed_on.is_none_or(|on| on > today)).collect()
    }

    /// Contracts that end, or can be given notice of, within 180 days.
    pub fn ending(&self, today: NaiveDate) -> Vec<&Contract> {
        let near = |c: &&Contract| {
            let on = if c.renews { c.notice_by() } else { c.ends_on };
            on.is_some_and(|on| (0..=ENDING).contains(&days_between(today, on)))
        };
        self.page.iter().flat_map(|p| &p.affairs.contracts).filter(near).collect()
    }

    /// Initiatives of the plan in force that are late, or of which something is, the most urgent first.
    pub fn late(&self) -> Vec<&InitiativeRow> {
        let open = self.page.iter().flat_map(|p| &p.plan).flat_map(PlanRow::open);
        open.filter(|row| row.standing.is_late()).collect()
    }

    /// The milestone that comes next in the plan in force, with its initiative.
    pub fn next_milestone(&self, today: NaiveDate) -> Option<(&MilestoneRow, &InitiativeRow)> {
        let open = self.page.iter().flat_map(|p| &p.plan).flat_map(PlanRow::open);
        let ahead = |m: &MilestoneRow| m.done_on.is_none() && m.due.is_some_and(|due| due >= today);
        let all = open.flat_map(|row| row.milestones.iter().map(move |one| (one, row)));
        all.filter(|(one, _)| ahead(one)).min_by_key(|(one, _)| (one.due, one.id))
    }

    /// Open sales, by their expected close.
    pub fn sales(&self) -> &[Opportunity] {
        self.page.as_ref().map_or(&[], |p| &p.affairs.opportunities)
    }
}

impl Store {
    /// What ends soon at the account and is no contract of ours: contracts of competitors, and care.
    pub(super) fn ending_at(
        &self,
        page: Option<&AccountPage>,
        today: NaiveDate,
    ) -> Result<(Vec<Rival>, Vec<Perk>), Fault> {
        let Some(page) = page else { return Ok(Default::default()) };
        let account = page.account.head.id;
        let mut rivals = self.rivals(account)?;
        rivals.retain(|rival| (0..=ENDING).contains(&days_between(today, rival.ends)));
        let mut care: Vec<Perk> = self.care(Some(account), today)?.into_iter().map(|of| of.perk).collect();
        care.retain(|perk| perk.days_left(today).is_some_and(|days| days <= IN_SIGHT));
        Ok((rivals, care))
    }
}
