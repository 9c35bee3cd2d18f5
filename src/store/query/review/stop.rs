//! One account in front of a review: what moved, what is owed, who waits, what is late, what could be done next.
use std::cmp::Reverse;

use chrono::NaiveDate;
use rusqlite::params;

use super::super::account::AccountPage;
use super::super::brief::Changed;
use super::super::day;
use super::super::network::network_of;
use super::super::plans::Plans;
use super::super::team::{late, running};
use crate::domain::Id;
use crate::domain::choice::{PlanStatus, Side};
use crate::domain::day::plus_days;
use crate::domain::kind::Kind;
use crate::domain::needs::Need;
use crate::domain::network::next_contacts;
use crate::domain::plan::Plan;
use crate::domain::review::Late;
use crate::domain::review::moves::{Ahead, Inputs, Move, Sale, moves};
use crate::store::Store;
use crate::store::fault::Fault;

/// How far back the first review of an account looks.
const A_WEEK: i64 = 7;

/// An account in front of a review.
#[derive(Debug, Clone, PartialEq)]
pub struct Stop {
    /// Its page: people, promises, health, indicators.
    pub page: AccountPage,
    /// What moved is counted from this day on.
    pub since: NaiveDate,
    /// Whether that is the day of a review; else it is a week ago.
    pub reviewed: bool,
    /// What changed since then.
    pub changes: Vec<Changed>,
    /// What was finished in the plan since then.
    pub reached: Vec<Reached>,
    /// How many conversations were held since then.
    pub talks: usize,
    /// The rows of the queue that are the account's.
    pub needs: Vec<Need>,
    /// Initiatives that are late, the latest first.
    pub late: Vec<Late>,
    /// The plan in force.
    pub plan: Option<Plan>,
    /// What could be done next.
    pub moves: Vec<Move>,
}

/// A milestone or an initiative that was finished.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reached {
    /// What.
    pub record: (Kind, Id),
    /// As it is called.
    pub name: String,
    /// When.
    pub on: NaiveDate,
}

impl Stop {
    /// Its number.
    pub const fn account(&self) -> Id {
        self.page.account.head.id
    }
}

impl Store {
    /// What a review looks at, at an account; `own` is the number of the review itself.
    pub(super) fn stop(&self, account: Id, own: Id, today: NaiveDate) -> Result<Stop, Fault> {
        let page = self.account_page(account, today)?;
        let reviewed = self.reviewed_before(account, own, today)?;
        let since = reviewed.unwrap_or_else(|| plus_days(today, -A_WEEK));
        let changes = self.changes(&page, since, today)?;
        let needs = self.today(Some(account), today)?.needs;
        let plans = self.plans(Some(account), today)?;
        let late = late(&plans, today);
        let mut untold = self.untold(today)?;
        untold.retain(|u| u.account == account);
        let network = network_of(account, &page.people, &self.edges(Some(account))?);
        let next = next_contacts(&network, today);
        let of = |status| plans.plans.iter().find(|p| p.plan.status == Some(status));
        let (plan, draft) = (of(PlanStatus::Active), of(PlanStatus::Draft));
        let found = moves(
            &Inputs {
                account,
                needs: &needs,
                late: &late,
                next: &next,
                untold: &untold,
                ahead: &ahead(&plans, today),
                sales: &sales(&page),
                expected: &expected(&page, today),
                has_plan: plan.is_some(),
                draft: draft.map(|p| p.plan.head.id),
            },
            today,
        );
        Ok(Stop {
            since,
            reviewed: reviewed.is_some(),
            changes,
            reached: reached(&plans, since, today),
            talks: self.talks_since(account, since, today)?,
            needs,
            late,
            plan: plan.map(|p| p.plan.clone()),
            moves: found,
            page,
        })
    }

    /// The day of the last review before this one that went through the account.
    fn reviewed_before(&self, account: Id, own: Id, today: NaiveDate) -> Result<Option<NaiveDate>, Fault> {
        let sql =
            "SELECT max(review.day) FROM review_accounts JOIN review ON review.id = review_accounts.review
            WHERE review_accounts.account = ?1 AND review.id <> ?2 AND review.day <= ?3";
        let row = params![account, own, today.to_string()];
        Ok(self.conn.prepare_cached(sql)?.query_row(row, |r| day(r, 0))?)
    }

    fn talks_since(&self, account: Id, since: NaiveDate, today: NaiveDate) -> Result<usize, Fault> {
        let sql =
            "SELECT count(*) FROM interaction WHERE account = ?1 AND day >= ?2 AND day <= ?3 AND planned = 0
            AND channel <> 'note'";
        let row = params![account, since.to_string(), today.to_string()];
        Ok(self.conn.prepare_cached(sql)?.query_row(row, |r| r.get(0))?)
    }
}

/// What was finished in the plans since that day, the newest first.
pub(in crate::store::query) fn reached(plans: &Plans, since: NaiveDate, today: NaiveDate) -> Vec<Reached> {
    let mut found = Vec::new();
    let mut note = |kind, id, name: &str, on: Option<NaiveDate>| {
        let on = on.filter(|on| (since..=today).contains(on));
        found.extend(on.map(|on| Reached { record: (kind, id), name: name.to_owned(), on }));
    };
    for (_, _, row) in plans.initiatives() {
        let one = &row.initiative;
        note(Kind::Initiative, one.head.id, &one.name, one.done_on);
        row.milestones.iter().for_each(|m| note(Kind::Milestone, m.id, &m.name, m.done_on));
    }
    found.sort_by_key(|r| (Reverse(r.on), r.record));
    found
}

/// The open milestones of the plans in force that are not past their day.
fn ahead(plans: &Plans, today: NaiveDate) -> Vec<Ahead> {
    let open = running(plans).flat_map(|row| &row.milestones).filter(|m| m.done_on.is_none());
    let mut ahead: Vec<Ahead> = open
        .filter_map(|m| {
            let due = m.due.filter(|due| *due >= today)?;
            Some(Ahead { milestone: m.id, initiative: m.initiative, name: m.name.clone(), due })
        })
        .collect();
    ahead.sort_by_key(|a| (a.due, a.milestone));
    ahead
}

/// The open sales that have a next step, the next to close first.
fn sales(page: &AccountPage) -> Vec<Sale> {
    let open = page.affairs.opportunities.iter().filter(|o| o.is_open() && !o.next_step.is_empty());
    let mut sales: Vec<Sale> = open
        .map(|o| Sale {
            opportunity: o.head.id,
            name: o.name.clone(),
            step: o.next_step.lines().next().unwrap_or_default().to_owned(),
            closes_on: o.closes_on,
        })
        .collect();
    sales.sort_by_key(|s| (s.closes_on.is_none(), s.closes_on, s.opportunity));
    sales
}

/// With whom something is planned, or to whom we owe something: they are seen anyway.
fn expected(page: &AccountPage, today: NaiveDate) -> Vec<Id> {
    let planned = page.log.iter().filter(|row| row.planned && row.day >= today);
    let planned = planned.flat_map(|row| row.people.iter().map(|(id, _)| *id));
    let open = page.promises.iter().filter(|p| p.side == Side::Ours && p.done_on.is_none());
    planned.chain(open.filter_map(|p| p.counterpart.as_ref().map(|(id, _)| *id))).collect()
}
