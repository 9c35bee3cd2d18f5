//! The health that the demo brings along as it was: every week of a year, every working day of the last weeks.
use chrono::NaiveDate;
use serde::Deserialize;
use toml::{Table, Value as Toml};

use super::super::cell::working_day;
use super::super::{Reader, broken, tables};
use crate::domain::cadence::as_f64;
use crate::domain::day::{days_between, plus_days};
use crate::domain::explain::Explain;
use crate::domain::field::Link;
use crate::domain::kind::Kind;
use crate::domain::problem::Reading;
use crate::domain::settings::Settings;
use crate::store::query::figures::Snapshot;

/// So many days back the first point of a course lies.
const YEAR: i64 = 360;
/// Days from one point to the next.
const STEP: i64 = 30;
/// As long the program has been started every working day.
const DAILY: i64 = 40;
/// Days for which a reading of satisfaction counts.
const READING: i64 = 180;

/// What `assets/demo/figures.toml` says of the health of an account as it was.
#[derive(Debug, Deserialize)]
struct Course {
    account: String,
    commercial: Vec<f64>,
    relationship: Vec<f64>,
    commitments: Vec<f64>,
    risk: Vec<(i64, f64)>,
}

impl Course {
    /// The point of a part so many days ago, between the two that are told.
    fn between(points: &[f64], ago: i64) -> Option<f64> {
        let (nth, into) = ((YEAR - ago) / STEP, (YEAR - ago) % STEP);
        let nth = usize::try_from(nth).ok()?;
        let from = points.get(nth)?;
        let to = points.get(nth + 1).unwrap_or(from);
        Some(from + (to - from) * as_f64(into) / as_f64(STEP))
    }

    /// What the risk took off so many days ago.
    fn risk(&self, ago: i64) -> f64 {
        self.risk.iter().rev().find(|(day, _)| *day <= -ago).map_or(0.0, |(_, points)| *points)
    }
}

impl Reader {
    /// Snapshots of every account that has a course, oldest first. Today's is the program's own.
    pub(super) fn courses(&mut self, file: &Table) -> Result<(), Explain> {
        let weights = Settings::standard();
        let weight = |weight: Option<i64>| as_f64(weight.unwrap_or_default());
        let all = [
            weights.weight_commercial,
            weights.weight_relationship,
            weights.weight_commitments,
            weights.weight_satisfaction,
            weights.weight_plan,
        ];
        let whole: f64 = all.into_iter().map(weight).sum();
        for row in tables(file, "health") {
            let course: Course = Toml::Table(row).try_into().map_err(broken)?;
            let account = self.keys.id(Kind::Account, &course.account)?;
            for ago in (1..=YEAR).rev().filter(|ago| *ago <= DAILY || ago % 7 == 0) {
                let day = plus_days(self.today, -ago);
                if working_day(day, self.today) != day && ago <= DAILY {
                    continue;
                }
                let day = working_day(day, self.today);
                // Who was spoken to moves it a little every day.
                let stir = as_f64(self.chance.between(-12, 12)) / 10.0;
                let late = usize::try_from((YEAR - ago) / STEP).ok().and_then(|n| course.commitments.get(n));
                let known = [
                    ("commercial", weights.weight_commercial, Course::between(&course.commercial, ago)),
                    (
                        "relationship",
                        weights.weight_relationship,
                        Course::between(&course.relationship, ago).map(|points| points + stir),
                    ),
                    ("commitments", weights.weight_commitments, late.copied()),
                    ("satisfaction", weights.weight_satisfaction, self.satisfaction(account, day)),
                ];
                let (mut sum, mut evidence) = (0.0, 0.0);
                let mut parts = serde_json::Map::new();
                for (name, of, points) in known {
                    let Some(points) = points else { continue };
                    sum += points * weight(of);
                    evidence += weight(of);
                    parts.insert(name.to_owned(), rounded(points).into());
                }
                let score = rounded((sum / evidence - course.risk(ago)).clamp(0.0, 100.0));
                self.book.snapshots.push(Snapshot {
                    account,
                    day,
                    score: Some(score),
                    evidence: evidence / whole,
                    parts: serde_json::Value::Object(parts).to_string(),
                });
            }
        }
        Ok(())
    }

    /// Points of what the account had said last by a day.
    fn satisfaction(&self, account: crate::domain::Id, on: NaiveDate) -> Option<f64> {
        let readings = self.book.figures.iter().filter_map(|r| r.any().downcast_ref::<Reading>());
        let told = readings.filter(|r| r.account == Some(Link(account)));
        let told = told.filter(|r| r.day.is_some_and(|day| (0..=READING).contains(&days_between(day, on))));
        told.max_by_key(|r| r.day).and_then(|r| r.score).map(|score| as_f64(score * 10))
    }
}

fn rounded(points: f64) -> f64 {
    (points * 10.0).round() / 10.0
}
