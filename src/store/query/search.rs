//! What was searched for in all that is written down: the log, and below it the records of plans, sales and the market.
//!
//! The log has its full text; the other tables are short, so that they are read whole, and every text that is ever added to them
//! is found by itself: the field tables say which columns are texts.
use super::log::{LogPage, LogQuery};
use super::{text, text_or_null};
use crate::domain::Id;
use crate::domain::field::Spec;
use crate::domain::kind::Kind;
use crate::domain::text::{fold, name_tokens};
use crate::domain::value::FieldKind;
use crate::store::Store;
use crate::store::fault::Fault;

/// What was found.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Found {
    /// Conversations, the newest first.
    pub log: LogPage,
    /// Records: those whose name has all the words first, then as the kinds stand here, then the newest.
    pub records: Vec<Hit>,
    /// There are more records.
    pub more: bool,
}

/// A record in which the words stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Its kind.
    pub kind: Kind,
    /// Its number.
    pub id: Id,
    /// What it is called.
    pub name: String,
    /// Of which client; none where it is of all.
    pub account: Option<Id>,
    /// The line in which a word stands that its name does not have; empty where the name has them all.
    pub line: String,
}

/// The kinds that are searched, with whose each is.
const SOUGHT: [(Kind, &str); 12] = [
    (Kind::Decision, "account"),
    (Kind::Insight, "account"),
    (Kind::Plan, "account"),
    (Kind::Objective, "(SELECT p.account FROM plan p WHERE p.id = objective.plan)"),
    (
        Kind::Initiative,
        "(SELECT p.account FROM objective o JOIN plan p ON p.id = o.plan WHERE o.id = initiative.objective)",
    ),
    (
        Kind::Milestone,
        "(SELECT p.account FROM initiative n JOIN objective o ON o.id = n.objective JOIN plan p ON p.id = o.plan
          WHERE n.id = milestone.initiative)",
    ),
    (Kind::Opportunity, "account"),
    (Kind::Contract, "account"),
    (Kind::Problem, "account"),
    (Kind::Perk, "account"),
    (Kind::Competitor, "NULL"),
    (Kind::Offering, "NULL"),
];

impl Store {
    /// What fits a search of the log, and the records in which its words stand. What only conversations have (who took part, tags,
    /// a day) leaves the records out; in the scope of an account are those of that account.
    ///
    /// # Errors
    /// A fault of the file; an interrupted search is one.
    pub fn search(&self, query: &LogQuery) -> Result<Found, Fault> {
        let log = self.log(query)?;
        let mut found = Found { log, ..Found::default() };
        let words: Vec<String> =
            name_tokens(&query.filter.words).into_iter().filter(|w| w.chars().count() >= 2).collect();
        if words.is_empty() || !query.filter.has_only_words() {
            return Ok(found);
        }
        for (kind, account) in SOUGHT {
            found.records.extend(self.hits(kind, account, query.scope, &words)?);
        }
        found.records.sort_by_key(|hit| !hit.line.is_empty());
        let limit = if query.limit == 0 { 50 } else { query.limit };
        found.more = found.records.len() > limit;
        found.records.truncate(limit);
        Ok(found)
    }

    /// The records of a kind in which all the words stand, the newest first.
    fn hits(
        &self,
        kind: Kind,
        account: &str,
        scope: Option<Id>,
        words: &[String],
    ) -> Result<Vec<Hit>, Fault> {
        let fields: Vec<&str> =
            kind.specs().into_iter().filter(|s| is_text(s) && s.name != "name").map(|s| s.name).collect();
        let columns: Vec<&str> = ["id", "name"].into_iter().chain(fields.iter().copied()).collect();
        let columns = columns.join(", ");
        let table = kind.name();
        let sql = format!(
            "SELECT {account} AS whose, {columns} FROM {table}
             WHERE ?1 IS NULL OR whose = ?1 ORDER BY id DESC"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query([scope])?;
        let mut hits = Vec::new();
        while let Some(row) = rows.next()? {
            let name = text(row, 2)?;
            let mut texts = vec![name];
            for column in 0..fields.len() {
                texts.extend(text_or_null(row, column + 3)?);
            }
            if let Some(line) = line_of(words, &texts) {
                let (account, id, name) = (row.get(0)?, row.get(1)?, name.to_owned());
                hits.push(Hit { kind, id, name, account, line });
            }
        }
        Ok(hits)
    }
}

const fn is_text(spec: &Spec) -> bool {
    matches!(spec.kind, FieldKind::Text | FieldKind::Note | FieldKind::Texts)
}

/// Where every word begins a word of one of the texts: the first line that has one that the first text, the name, has not; empty
/// where the name has them all. `None` where a word is nowhere.
fn line_of(words: &[String], texts: &[&str]) -> Option<String> {
    let (name, others) = texts.split_first()?;
    let missing: Vec<&String> = words.iter().filter(|word| !begins(word, name)).collect();
    if !missing.iter().all(|word| others.iter().any(|text| begins(word, text))) {
        return None;
    }
    let lines = || others.iter().flat_map(|text| text.lines());
    let line = lines().find(|line| missing.iter().any(|word| begins(word, line)));
    Some(line.unwrap_or_default().trim().to_owned())
}

/// Whether a folded word begins a word of the text.
fn begins(word: &str, text: &str) -> bool {
    fold(text).contains(word) && name_tokens(text).iter().any(|token| token.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(typed: &str) -> Vec<String> {
        name_tokens(typed)
    }

    #[test]
    fn every_word_must_begin_a_word_of_the_name_or_of_a_text() {
        let texts = ["Precios +3 %", "El acero está más caro\nRevisión en junio"];
        assert_eq!(line_of(&words("preci"), &texts).as_deref(), Some(""));
        assert_eq!(line_of(&words("PRECIOS revisi"), &texts).as_deref(), Some("Revisión en junio"));
        assert_eq!(line_of(&words("cero"), &texts), None, "a word is found by its beginning");
        assert_eq!(line_of(&words("precios julio"), &texts), None);
    }

    #[test]
    fn every_kind_that_is_searched_has_a_name_and_its_table() {
        let store = Store::in_memory(chrono::NaiveDateTime::default).unwrap();
        for (kind, account) in SOUGHT {
            assert!(kind.specs().iter().any(|spec| spec.name == "name"), "{kind:?}");
            assert_eq!(store.hits(kind, account, None, &words("acero")).unwrap(), []);
        }
    }
}
