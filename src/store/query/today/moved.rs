//! What moved since the user last left the program: healths, indicators, figures.
use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, params};

use crate::domain::Id;
use crate::domain::day::plus_days;
use crate::domain::health::apart;
use crate::domain::kind::Kind;
use crate::domain::kpi::Amount;
use crate::domain::money::{Currency, Money};
use crate::domain::period::Period;
use crate::domain::score::{Figure, Part};
use crate::domain::scorecard::Rag;
use crate::store::Store;
use crate::store::fault::Fault;
use crate::store::query::health::{AccountHealth, Parts};
use crate::store::query::scorecard::Indicator;

/// Something that is not what it was.
#[derive(Debug, Clone, PartialEq)]
pub struct Moved {
    /// The record it leads to: the account of a health, else the indicator.
    pub subject: (Kind, Id),
    /// The client.
    pub account: Option<Id>,
    /// What moved.
    pub what: Move,
}

/// What moved.
#[derive(Debug, Clone, PartialEq)]
pub enum Move {
    /// The health of an account, by a point or more.
    Health {
        /// Points then.
        before: f64,
        /// Points now.
        now: f64,
        /// The part that moved it most.
        because: Option<Because>,
    },
    /// An indicator is on track, at risk or off track, and was something else.
    Turned(Rag),
    /// Figures of an indicator were entered, changed or cleared.
    Entered {
        /// The newest of their periods.
        period: Period,
        /// What stood there.
        before: Option<Amount>,
        /// What stands there.
        now: Option<Amount>,
        /// File or hand it came from.
        source: String,
        /// How many other periods.
        more: usize,
    },
}

/// The part that moved a health most.
#[derive(Debug, Clone, PartialEq)]
pub struct Because {
    /// Key of its words.
    pub part: String,
    /// Points then, where it was known.
    pub before: Option<f64>,
    /// Points now, where it is known.
    pub now: Option<f64>,
}

/// How long before the last day a snapshot may lie that still says how things were then.
const STILL_SAYS: i64 = 7;

/// What the keys of the words of parts begin with.
const PART: &str = "health-part-";

/// How many indicators with new figures are named at most.
const ENTERED: usize = 8;

impl Store {
    /// What moved since that day and that entry of the journal.
    pub(in crate::store::query) fn moved(
        &self,
        last: (NaiveDate, Id),
        healths: &[AccountHealth],
        indicators: &[Indicator],
    ) -> Result<Vec<Moved>, Fault> {
        let mut moved = Vec::new();
        let mut turned = Vec::new();
        for health in healths {
            let Some((score, parts)) = self.snapshot_at(health.account, last.0)? else { continue };
            moved.extend(health_moved(health, score, &parts));
            let here = |i: &&Indicator| i.figures.kpi.account.is_some_and(|a| a.0 == health.account);
            turned.extend(indicators.iter().filter(here).filter_map(|i| has_turned(i, &parts)));
        }
        moved.extend(turned);
        moved.extend(self.entered_since(last.1, indicators)?);
        Ok(moved)
    }

    /// The snapshot of that day, or the last one of the week before.
    pub(in crate::store::query) fn snapshot_at(
        &self,
        account: Id,
        on: NaiveDate,
    ) -> Result<Option<(Option<f64>, Parts)>, Fault> {
        let mut statement = self.conn.prepare_cached(
            "SELECT score, parts FROM snapshot WHERE account = ?1 AND day BETWEEN ?2 AND ?3 ORDER BY day DESC LIMIT 1",
        )?;
        let from = plus_days(on, -STILL_SAYS).to_string();
        let row = statement
            .query_row(params![account, from, on.to_string()], |r| Ok((r.get(0)?, r.get::<_, String>(1)?)))
            .optional()?;
        Ok(row.map(|(score, parts)| (score, Parts::read(&parts))))
    }

    /// The figures that acts since that entry have entered: one row an indicator, its newest period.
    fn entered_since(&self, after: Id, indicators: &[Indicator]) -> Result<Vec<Moved>, Fault> {
        let mut cells: BTreeMap<(Id, Period), Changed> = BTreeMap::new();
        for act in self.journal_since(after, 200)?.iter().rev() {
            let of_figures = act.label.key == "act-figures" || act.label.arg("kind") == Some("actual");
            if of_figures {
                self.changed_by(act.id, &mut cells)?;
            }
        }
        let mut found = Vec::new();
        for one in indicators {
            let id = one.figures.kpi.head.id;
            let mut own = cells.iter().filter(|((kpi, _), c)| *kpi == id && c.before != c.now);
            let Some(((_, period), changed)) = own.next_back() else { continue };
            found.push(Moved {
                subject: (Kind::Kpi, id),
                account: one.figures.kpi.account.map(|a| a.0),
                what: Move::Entered {
                    period: *period,
                    before: changed.before,
                    now: changed.now,
                    source: changed.source.clone(),
                    more: own.count(),
                },
            });
        }
        found.truncate(ENTERED);
        Ok(found)
    }

    fn changed_by(&self, entry: Id, cells: &mut BTreeMap<(Id, Period), Changed>) -> Result<(), Fault> {
        let mut statement = self.conn.prepare_cached(
            "SELECT json_extract(ifnull(after, before), '$.kpi'), json_extract(ifnull(after, before), '$.period'),
                json_extract(before, '$.value'), json_extract(before, '$.value_currency'),
                json_extract(after, '$.value'), json_extract(after, '$.value_currency'),
                ifnull(json_extract(after, '$.source'), '')
             FROM change WHERE entry = ?1 AND tbl = 'actual' ORDER BY id",
        )?;
        let mut rows = statement.query([entry])?;
        while let Some(r) = rows.next()? {
            let Ok(period) = r.get::<_, String>(1)?.parse::<Period>() else { continue };
            let (before, now) = (amount(r, 2)?, amount(r, 4)?);
            let source: String = r.get(6)?;
            let cell =
                cells.entry((r.get(0)?, period)).or_insert_with(|| Changed { before, ..Changed::default() });
            cell.now = now;
            cell.source = source;
        }
        Ok(())
    }
}

/// A figure before the first and after the last of some acts.
#[derive(Debug, Default)]
struct Changed {
    before: Option<Amount>,
    now: Option<Amount>,
    source: String,
}

fn amount(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<Option<Amount>> {
    let (number, currency): (Option<i64>, Option<String>) = (row.get(column)?, row.get(column + 1)?);
    let currency = currency.and_then(|c| Currency::of(&c));
    let amount =
        |n| currency.map_or(Amount::Plain(n), |currency| Amount::Money(Money { minor: n, currency }));
    Ok(number.map(amount))
}

pub(in crate::store::query) fn health_moved(
    health: &AccountHealth,
    before: Option<f64>,
    parts: &Parts,
) -> Option<Moved> {
    let (before, now) = (before?, health.health.score.amount()?);
    if apart(before, now).abs() < 1.0 {
        return None;
    }
    let because = because(&health.health.score.parts, parts, now > before);
    let what = Move::Health { before, now, because };
    Some(Moved { subject: (Kind::Account, health.account), account: Some(health.account), what })
}

/// The part that moved most in the direction of the whole, by its weight; what the risk takes off counts as it is. What became
/// known or unknown comes after that.
fn because(parts: &[Part], before: &Parts, up: bool) -> Option<Because> {
    let all: f64 = parts.iter().filter_map(|p| p.weight).sum();
    let names = parts.iter().map(|p| p.label.key.clone());
    // Coverage is kept beside the parts: it is one of the relationship.
    let gone = before.points.keys().filter(|name| *name != "coverage").map(|name| format!("{PART}{name}"));
    let mut keys: Vec<String> = names.chain(gone).collect();
    keys.sort_unstable();
    keys.dedup();
    let moved = keys.into_iter().map(|key| {
        let part = parts.iter().find(|p| p.label.key == key);
        let now = part.and_then(|p| p.value.as_ref().ok()).and_then(Figure::amount);
        let then = before.points.get(key.trim_start_matches(PART)).copied();
        // The risk is no part of the mean and counts 0 where it is not stated.
        let risk = key == "health-part-risk";
        let (now, then) = if risk { (now.or(Some(0.0)), then.or(Some(0.0))) } else { (now, then) };
        let weight = if risk { 1.0 } else { part.and_then(|p| p.weight).unwrap_or(0.0) / all.max(1.0) };
        let by = now.zip(then).map_or(0.0, |(now, then)| (now - then) * weight);
        let known = now.is_some() != then.is_some();
        (by, known, Because { part: key, before: then, now })
    });
    let moved: Vec<_> =
        moved.filter(|(by, known, _)| *known || (by.abs() > 0.0 && (*by > 0.0) == up)).collect();
    let most = moved.iter().filter(|(_, known, _)| !known).max_by(|a, b| a.0.abs().total_cmp(&b.0.abs()));
    most.or_else(|| moved.first()).map(|(_, _, because)| because.clone())
}

/// An indicator whose colour is another than what was stored, as it is judged today.
pub(in crate::store::query) fn has_turned(one: &Indicator, before: &Parts) -> Option<Moved> {
    let then = one.series.judge(&Ok(*before.kpis.get(&one.figures.kpi.head.id)?));
    let now = &one.standing.rag;
    let known = matches!(now, Rag::OnTrack | Rag::AtRisk | Rag::Off);
    (known && then != *now).then(|| Moved {
        subject: (Kind::Kpi, one.figures.kpi.head.id),
        account: one.figures.kpi.account.map(|a| a.0),
        what: Move::Turned(now.clone()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::explain::Explain;

    fn part(name: &str, weight: f64, points: Option<f64>) -> Part {
        Part {
            label: Explain::new(format!("health-part-{name}")),
            weight: (weight > 0.0).then_some(weight),
            value: points.map(Figure::Points).ok_or_else(|| Explain::new("why")),
            inputs: Vec::new(),
        }
    }

    fn then(points: &[(&str, f64)]) -> Parts {
        Parts { points: points.iter().map(|(n, p)| ((*n).to_owned(), *p)).collect(), ..Parts::default() }
    }

    fn moved_by(parts: &[Part], before: &[(&str, f64)], up: bool) -> Option<String> {
        because(parts, &then(before), up).map(|b| b.part)
    }

    #[test]
    fn the_part_that_moved_most_by_its_weight_is_named() {
        let parts = [part("commercial", 30.0, Some(50.0)), part("commitments", 15.0, Some(33.0))];
        let before = [("commercial", 80.0), ("commitments", 100.0), ("coverage", 5.0)];
        assert_eq!(moved_by(&parts, &before, false).as_deref(), Some("health-part-commitments"));
        assert_eq!(
            moved_by(&parts, &[("commercial", 90.0), ("commitments", 100.0)], false).as_deref(),
            Some("health-part-commercial")
        );
        assert_eq!(moved_by(&parts, &before, true), None, "nothing rose");
    }

    #[test]
    fn a_risk_that_is_new_counts_in_full_and_what_became_known_comes_last() {
        let parts = [part("commercial", 30.0, Some(70.0)), part("risk", 0.0, Some(-20.0))];
        assert_eq!(moved_by(&parts, &[("commercial", 80.0)], false).as_deref(), Some("health-part-risk"));
        let parts = [part("satisfaction", 15.0, Some(40.0)), part("plan", 10.0, None)];
        let known = because(&parts, &then(&[]), false).unwrap();
        assert_eq!(
            (known.part.as_str(), known.before, known.now),
            ("health-part-satisfaction", None, Some(40.0))
        );
    }
}
