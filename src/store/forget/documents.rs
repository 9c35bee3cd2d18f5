//! Documents that were issued and tell of somebody: kept whole, they hold in sentences what is known of people, so that taking out a name
//! is not enough. They lose their blocks and say so; the figures by which the next one compares stay.
use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value as Json, json};

use super::case::Case;
use super::who::list;
use crate::domain::Id;
use crate::domain::choice::{Choice, ReportKind};
use crate::domain::traces::Near;
use crate::store::fault::Fault;

/// The table of the documents.
const TABLE: &str = "issued";
/// The column that has all that a document says.
const DOCUMENT: &str = "document";

/// The documents that tell of somebody: what is left of each, by its number.
#[derive(Debug, Default)]
pub(super) struct Documents {
    /// Those of the book.
    pub emptied: BTreeMap<Id, String>,
    /// The accounts to which they belong or belonged.
    accounts: BTreeSet<Id>,
}

impl Documents {
    /// Looks the issued documents through.
    pub(super) fn of(case: &Case<'_>) -> Result<Self, Fault> {
        let mut documents = Self { accounts: accounts(case)?, ..Self::default() };
        if !case.tables.iter().any(|table| table.name == TABLE) {
            return Ok(documents);
        }
        let mut statement = case.conn.prepare("SELECT id, report, account, document FROM issued")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (report, text): (String, String) = (row.get(1)?, row.get(3)?);
            if documents.tells(case, &report, row.get(2)?, &text)
                && let Some(left) = emptied(&text)
            {
                documents.emptied.insert(row.get(0)?, left);
            }
        }
        Ok(documents)
    }

    /// Whether a document tells of them: their name stands in it, or it holds what was told in confidence at an account of theirs, where
    /// they may be called by a first name only.
    fn tells(&self, case: &Case<'_>, report: &str, account: Option<Id>, text: &str) -> bool {
        let confided = [ReportKind::Brief, ReportKind::Dossier].iter().any(|kind| kind.name() == report);
        let theirs = account.is_some_and(|id| self.accounts.contains(&id));
        (confided && theirs) || case.without(text, Near::Elsewhere).is_some()
    }

    /// What is left of the image of a document in the journal; `None` where it tells nothing of them.
    pub(super) fn image(
        &self,
        case: &Case<'_>,
        table: &str,
        members: &serde_json::Map<String, Json>,
    ) -> Option<String> {
        if table != TABLE {
            return None;
        }
        let text = |name: &str| members.get(name).and_then(Json::as_str);
        let document = text(DOCUMENT)?;
        let account = members.get("account").and_then(Json::as_i64);
        let tells = self.tells(case, text("report").unwrap_or_default(), account, document);
        tells.then(|| emptied(document)).flatten()
    }

    /// Writes what is left of them.
    pub(super) fn write(&self, case: &Case<'_>) -> Result<(), Fault> {
        let sql = "UPDATE issued SET document = ?2, version = version + 1 WHERE id = ?1";
        for (id, left) in &self.emptied {
            case.conn.prepare_cached(sql)?.execute(rusqlite::params![id, left])?;
        }
        Ok(())
    }
}

/// A document without what it says: who made it and for whom it was stays. `None` for one that was emptied before.
fn emptied(document: &str) -> Option<String> {
    let kept: Json = serde_json::from_str(document).unwrap_or_default();
    if kept.get("emptied").and_then(Json::as_bool) == Some(true) {
        return None;
    }
    let text = |name: &str| kept.get(name).and_then(Json::as_str).unwrap_or_default();
    Some(json!({ "made": text("made"), "foot": text("foot"), "blocks": [], "emptied": true }).to_string())
}

/// The accounts at which they have or had a place, now or in the journal.
fn accounts(case: &Case<'_>) -> Result<BTreeSet<Id>, Fault> {
    if !case.tables.iter().any(|table| table.name == "membership") {
        return Ok(BTreeSet::new());
    }
    let mut statement = case.conn.prepare(
        "SELECT account FROM membership WHERE person IN (SELECT value FROM json_each(?1)) AND account IS NOT NULL
         UNION SELECT json_extract(before, '$.account') FROM change WHERE tbl = 'membership' AND before IS NOT NULL
             AND json_extract(before, '$.person') IN (SELECT value FROM json_each(?1))
         UNION SELECT json_extract(after, '$.account') FROM change WHERE tbl = 'membership' AND after IS NOT NULL
             AND json_extract(after, '$.person') IN (SELECT value FROM json_each(?1))",
    )?;
    let rows = statement.query_map([list(&case.ids)], |r| r.get::<_, Option<Id>>(0))?;
    Ok(rows.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
}
