//! The reports that were issued.
use chrono::NaiveDate;
use rusqlite::{OptionalExtension, params};

use super::day;
use crate::domain::Id;
use crate::domain::choice::{Choice, ReportKind};
use crate::domain::day::plus_days;
use crate::domain::issued::Issued;
use crate::domain::kind::Kind;
use crate::domain::needs::DueReport;
use crate::domain::settings::Settings;
use crate::store::Store;
use crate::store::fault::Fault;

/// A report that was issued, without what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssuedRow {
    /// Its number.
    pub id: Id,
    /// What it is called.
    pub title: String,
    /// Which report.
    pub report: Option<ReportKind>,
    /// Of which client.
    pub account: Option<(Id, String)>,
    /// When it was issued.
    pub day: Option<NaiveDate>,
    /// ISO 639 code of its language.
    pub language: String,
}

impl Store {
    /// The reports that were issued, the newest first.
    ///
    /// # Errors
    /// A fault of the file.
    pub fn issued(&self) -> Result<Vec<IssuedRow>, Fault> {
        let mut statement = self.conn.prepare_cached(
            "SELECT i.id, i.title, i.report, i.account, a.name, i.day, i.language
             FROM issued i LEFT JOIN account a ON a.id = i.account ORDER BY i.day DESC, i.id DESC",
        )?;
        let rows = statement.query_map([], |r| {
            let (account, name): (Option<Id>, Option<String>) = (r.get(3)?, r.get(4)?);
            Ok(IssuedRow {
                id: r.get(0)?,
                title: r.get(1)?,
                report: ReportKind::named(&r.get::<_, String>(2)?),
                account: account.zip(name),
                day: day(r, 5)?,
                language: r.get(6)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The last report of a kind about an account (or about all) that was issued up to that day.
    pub(in crate::store::query) fn last_issued(
        &self,
        report: ReportKind,
        account: Option<Id>,
        today: NaiveDate,
    ) -> Result<Option<Issued>, Fault> {
        let sql = "SELECT id FROM issued WHERE report = ?1 AND account IS ?2 AND day <= ?3
                   ORDER BY day DESC, id DESC LIMIT 1";
        let of = params![report.name(), account, today.to_string()];
        let id: Option<Id> = self.conn.prepare_cached(sql)?.query_row(of, |r| r.get(0)).optional()?;
        id.map_or(Ok(None), |id| self.one(Kind::Issued, id))
    }

    /// The reports that are issued again and again, each with the day on which the next one is due.
    pub(in crate::store::query) fn due_reports(&self, today: NaiveDate) -> Result<Vec<DueReport>, Fault> {
        let (settings, usual) = (self.settings()?, Settings::standard());
        let mut found = Vec::new();
        for (report, every) in [
            (ReportKind::Management, settings.report_every.or(usual.report_every)),
            (ReportKind::Review, settings.review_every.or(usual.review_every)),
        ] {
            // With max() the other columns are those of the row that has it.
            let mut statement = self.conn.prepare_cached(
                "SELECT id, account, max(day) FROM issued WHERE report = ?1 AND day <= ?2 GROUP BY account",
            )?;
            let mut rows = statement.query(params![report.name(), today.to_string()])?;
            while let Some(r) = rows.next()? {
                if let (Some(last), Some(every)) = (day(r, 2)?, every) {
                    let due = plus_days(last, every);
                    found.push(DueReport { id: r.get(0)?, report, account: r.get(1)?, due });
                }
            }
        }
        Ok(found)
    }
}
