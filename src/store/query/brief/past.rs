//! What happened in the days of a time, of whom a brief is: what was said, promised and decided in it, and what changed.
use chrono::NaiveDate;

use super::{Brief, BriefOf, Change};
use crate::domain::Id;
use crate::domain::choice::Channel;
use crate::store::Store;
use crate::store::fault::Fault;
use crate::store::query::Scope;
use crate::store::query::log::{Filter, LogQuery, LogRow};
use crate::store::query::portrait::{Days, Told};

/// Conversations told at the most.
const TALKS: usize = 60;

impl Store {
    /// The brief of an account, a person or a planned meeting, about those days instead of the next meeting.
    ///
    /// # Errors
    /// [`Fault::Missing`](crate::store::fault::Fault), and faults of the file.
    pub fn brief_in(&self, of: BriefOf, days: Days, today: NaiveDate) -> Result<Brief, Fault> {
        let told = Told::Between(days.0, days.1);
        let last = days.1.min(today);
        let mut brief = self.brief(of, today)?;
        let people: Vec<Id> = match of {
            BriefOf::Account(_) => Vec::new(),
            BriefOf::Person(id, _) => vec![id],
            BriefOf::Meeting(_) => brief.who.iter().map(|a| a.row.person).collect(),
        };
        let account = brief.page.as_ref().map(|page| page.account.head.id);
        brief.talks = self.talks_in(account.filter(|_| people.is_empty()), people, days)?;
        brief.promises = match account {
            Some(account) => self.promises_in(account, told, today)?,
            None => Vec::new(),
        };
        if let BriefOf::Person(id, _) = of {
            brief.promises.retain(|p| p.counterpart.as_ref().is_some_and(|(who, _)| *who == id));
        }
        brief.changes = match &brief.page {
            Some(page) => self.changes(page, days.0, last)?,
            None => Vec::new(),
        };
        if told.over(today).is_some() {
            // How health and indicators stand is known of today only.
            brief.changes.retain(|change| !matches!(change.what, Change::Moved(_)));
        }
        let within = |on: Option<NaiveDate>| on.is_some_and(|on| (days.0..=days.1).contains(&on));
        brief.decided = self.decision_rows(account)?;
        brief.decided.retain(|row| account.is_some() && within(row.decision.decided_on));
        brief.meeting = None;
        brief.since = Some(days.0);
        Ok(brief)
    }

    /// What was said in those days, the newest first, without what one wrote for oneself.
    fn talks_in(&self, scope: Scope, with: Vec<Id>, days: Days) -> Result<Vec<LogRow>, Fault> {
        if scope.is_none() && with.is_empty() {
            return Ok(Vec::new());
        }
        let (since, until) = (Some(days.0), Some(days.1));
        let filter = Filter { with, since, until, planned: Some(false), ..Filter::default() };
        let mut rows = self.log(&LogQuery { scope, filter, limit: 2 * TALKS, ..LogQuery::default() })?.rows;
        rows.retain(|row| row.channel != Channel::Note);
        rows.truncate(TALKS);
        Ok(rows)
    }
}
