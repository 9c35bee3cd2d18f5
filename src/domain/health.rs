//! Health of an account, 0–100 (§10). Filling in boxes earns nothing: what is not known is left out, and said.
mod inputs;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::cadence::as_f64;
use super::choice::{Choice, Risk, Severity};
use super::commitment::ours_score;
use super::coverage::{Member, Seat, buying_centre, coverage, role_coverage, support};
use super::day::{days_between, plus_days};
use super::explain::Explain;
use super::kind::Kind;
use super::plan::term::Reviewed;
use super::score::{Figure, Input, Known, Part, Score, Trend, count, weighted};
use super::scorecard::Rag;
pub use inputs::{Indicator, Inputs, Plan, Reading, Weights};

/// The health of an account and what it is made of.
#[derive(Debug, Clone, PartialEq)]
pub struct Health {
    /// Value, evidence, the five parts, and what the risk takes off.
    pub score: Score,
    /// On track from 67, at risk from 34, else off; `None` where less than 60 % is known, or nothing: shown `61?` without
    /// colour.
    pub band: Option<Rag>,
}

/// What the keys of the words of parts begin with.
const PART: &str = "health-part-";

/// Evidence below which a health has no colour.
const ENOUGH: f64 = 0.6;

/// Sums of weights differ in their last digits only.
const SAME: f64 = 1e-9;

/// By how many points a health moved, as it is read: each of the two is rounded, so that 69 and then 61 are 8 apart everywhere.
pub fn apart(before: f64, now: f64) -> f64 {
    now.round() - before.round()
}

/// The health of an account today.
pub fn health(inputs: &Inputs, today: NaiveDate) -> Health {
    let w = inputs.weights;
    let mut parts = vec![
        commercial(inputs, w.commercial),
        relationship_part(inputs, w.relationship),
        commitments(inputs, w.commitments, today),
        satisfaction(inputs, w.satisfaction, today),
        plan(inputs, w.plan, today),
    ];
    let (mean, evidence) = weighted(&parts);
    let off = off(inputs);
    let value = mean.map(|mean| (mean - off).clamp(0.0, 100.0));
    parts.extend(risk(inputs, off));
    let band = value.filter(|_| evidence >= ENOUGH - SAME);
    Health {
        score: Score {
            formula: Explain::new("health-formula"),
            value: value.map(Figure::Points).ok_or_else(|| Explain::new("health-unknown")),
            evidence,
            parts,
        },
        band: band.map(|points| Rag::of(&Ok(points), 67.0, 34.0)),
    }
}

impl Health {
    /// The same as it was kept of another day, in points by the names of its parts; `none` says why what was not kept is not known.
    #[must_use]
    pub fn kept(&self, score: Option<f64>, points: &BTreeMap<String, f64>, none: &Explain) -> Self {
        let known = |part: &Part| points.get(part.label.key.strip_prefix(PART)?).copied();
        let mut parts: Vec<Part> = self.score.parts.clone();
        // What the risk takes off is a part only where it was stated.
        parts.retain(|part| part.weight.is_some() || known(part).is_some());
        for part in &mut parts {
            part.value = known(part).map(Figure::Points).ok_or_else(|| none.clone());
            part.inputs.clear();
        }
        let weight = |of: &mut dyn Iterator<Item = &Part>| of.filter_map(|part| part.weight).sum::<f64>();
        let all = weight(&mut parts.iter());
        let told = weight(&mut parts.iter().filter(|part| part.value.is_ok()));
        let evidence = if all > 0.0 { told / all } else { 0.0 };
        let band = score.filter(|_| evidence >= ENOUGH - SAME).map(|points| Rag::of(&Ok(points), 67.0, 34.0));
        let value = score.map(Figure::Points).ok_or_else(|| none.clone());
        Self { score: Score { formula: self.score.formula.clone(), value, evidence, parts }, band }
    }
}

fn part(key: &str, weight: f64, value: Known, inputs: Vec<Input>) -> Part {
    Part { label: Explain::new(key), weight: Some(weight), value: value.map(Figure::Points), inputs }
}

/// 1.0 is 100 points, .5 is none, a straight line between.
fn points(judged: f64) -> f64 {
    ((judged - 0.5) / 0.5).clamp(0.0, 1.0) * 100.0
}

fn mean(known: &[f64]) -> Option<f64> {
    (!known.is_empty()).then(|| known.iter().sum::<f64>() / count(known.len()))
}

fn commercial(inputs: &Inputs, weight: f64) -> Part {
    let known: Vec<f64> =
        inputs.indicators.iter().filter_map(|i| i.judged.as_ref().ok()).map(|v| points(*v)).collect();
    let none =
        if inputs.indicators.is_empty() { "health-no-own-indicators" } else { "health-no-known-indicators" };
    let shown = inputs.indicators.iter().map(|i| {
        let figure = i.judged.clone().map_or_else(Figure::Words, Figure::Share);
        let label = Explain::new("health-input-indicator").with("name", &i.name);
        let input = Input::new(label, figure).of(Kind::Kpi, i.kpi);
        let input = i.judged.iter().fold(input, |input, judged| input.worth(points(*judged)));
        i.as_of.iter().fold(input, |input, day| input.on(*day))
    });
    part("health-part-commercial", weight, mean(&known).ok_or_else(|| Explain::new(none)), shown.collect())
}

/// How close we are to the people of an account, 0–100 (§10): the mean of the known among coverage, support and role coverage.
///
/// # Errors
/// `health-nobody` without active people.
pub fn relationship(members: &[Member], required: &[Seat]) -> Known {
    if members.is_empty() { Err(Explain::new("health-nobody")) } else { near(&closeness(members, required)) }
}

fn near(scores: &[(&str, Score)]) -> Known {
    let known: Vec<f64> = scores.iter().filter_map(|(_, s)| s.amount()).collect();
    mean(&known).ok_or_else(|| Explain::new("health-nobody"))
}

fn closeness(members: &[Member], required: &[Seat]) -> [(&'static str, Score); 3] {
    [
        ("health-input-coverage", coverage(members)),
        ("health-input-support", support(members)),
        ("health-input-roles", role_coverage(&buying_centre(members, required))),
    ]
}

fn relationship_part(inputs: &Inputs, weight: f64) -> Part {
    let key = "health-part-relationship";
    if inputs.members.is_empty() {
        return part(key, weight, Err(Explain::new("health-nobody")), Vec::new());
    }
    let scores = closeness(&inputs.members, &inputs.required);
    let value = near(&scores);
    let shown = scores
        .into_iter()
        .map(|(key, s)| Input::new(Explain::new(key), s.value.unwrap_or_else(Figure::Words)));
    part(key, weight, value, shown.collect())
}

fn commitments(inputs: &Inputs, weight: f64, today: NaiveDate) -> Part {
    let promises: Vec<_> = inputs.promises.iter().map(|(_, promise)| *promise).collect();
    let value = ours_score(&promises, today).map(as_f64);
    let late = inputs.promises.iter().filter(|(_, p)| p.days_late(today) > 0);
    let mut late: Vec<_> = late.map(|(id, p)| (p.days_late(today), *id, p.due)).collect();
    late.sort_by_key(|(days, id, _)| (std::cmp::Reverse(*days), *id));
    let shown = late.into_iter().map(|(days, id, due)| {
        let input =
            Input::new(Explain::new("health-input-late"), Figure::Days(days)).of(Kind::Commitment, id);
        due.iter().fold(input, |input, day| input.on(*day))
    });
    let value = value.ok_or_else(|| Explain::new("health-no-commitments"));
    part("health-part-commitments", weight, value, shown.collect())
}

/// Days after which a reading of satisfaction says nothing any more.
const READING: i64 = 180;

fn satisfaction(inputs: &Inputs, weight: f64, today: NaiveDate) -> Part {
    let key = "health-part-satisfaction";
    let Some(reading) = inputs.reading.as_ref() else {
        return part(key, weight, Err(Explain::new("health-no-reading")), Vec::new());
    };
    let label = Explain::new("health-input-reading");
    let shown = Input::new(label, Figure::Plain(reading.score)).on(reading.day).of(Kind::Reading, reading.id);
    let value = if days_between(reading.day, today) > READING {
        Err(Explain::new("health-reading-old").with("day", reading.day))
    } else {
        Ok((reading.score * 10.0).clamp(0.0, 100.0))
    };
    part(key, weight, value, vec![shown])
}

fn plan(inputs: &Inputs, weight: f64, today: NaiveDate) -> Part {
    let key = "health-part-plan";
    let Some(plan) = inputs.plan else {
        return part(key, weight, Err(Explain::new("health-no-plans")), Vec::new());
    };
    let reviewed = Reviewed::of(plan.reviewed, today);
    let value = match reviewed {
        Reviewed::Fresh(_) if plan.active => 100.0,
        Reviewed::Due(_) if plan.active => 50.0,
        Reviewed::Fresh(_) | Reviewed::Due(_) | Reviewed::Stale(_) | Reviewed::Never => 0.0,
    };
    let said = |label: &str, words: &str| Input::new(Explain::new(label), Figure::Words(Explain::new(words)));
    let shown = match reviewed {
        _ if !plan.active => said("health-input-plan", "health-plan-none-active"),
        Reviewed::Never => said("health-input-review", "health-plan-never-reviewed"),
        Reviewed::Fresh(days) | Reviewed::Due(days) | Reviewed::Stale(days) => {
            Input::new(Explain::new("health-input-reviewed"), Figure::Days(days))
        }
    };
    let shown = plan.id.iter().fold(shown, |shown, id| shown.of(Kind::Plan, *id));
    let shown = plan.reviewed.filter(|_| plan.active).iter().fold(shown, |shown, day| shown.on(*day));
    part(key, weight, Ok(value), vec![shown])
}

/// Points that the worse of the stated risk and the worst open problem takes off.
fn off(inputs: &Inputs) -> f64 {
    let stated = inputs.risk.map(|risk| match risk {
        Risk::High => 20.0,
        Risk::Medium => 10.0,
        Risk::Low => 5.0,
    });
    let problem = inputs.problem.map(|(_, severity)| match severity {
        Severity::High => 20.0,
        Severity::Medium => 10.0,
        Severity::Low => 5.0,
    });
    stated.into_iter().chain(problem).fold(0.0, f64::max)
}

fn risk(inputs: &Inputs, off: f64) -> Option<Part> {
    let stated = inputs.risk.map(|risk| {
        let words = Explain::new(format!("choice-risk-{}", risk.name()));
        Input::new(Explain::new("health-input-risk"), Figure::Words(words))
    });
    let problem = inputs.problem.map(|(id, severity)| {
        let words = Explain::new(format!("choice-severity-{}", severity.name()));
        Input::new(Explain::new("health-input-problem"), Figure::Words(words)).of(Kind::Problem, id)
    });
    let shown = stated.into_iter().chain(problem).collect();
    (off > 0.0).then(|| Part::plain("health-part-risk", Ok(Figure::Points(-off)), shown))
}

/// Health now against a stored snapshot.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Since {
    /// The day of the snapshot.
    pub day: NaiveDate,
    /// The health then.
    pub before: f64,
    /// Which way it went since; less than a point is no change.
    pub trend: Trend,
}

/// The trend: against the snapshot nearest to 30 days ago, 7 days either way, the older of two equally near. Never
/// recomputed.
///
/// # Errors
/// `health-no-snapshot`.
pub fn since(now: f64, snapshots: &[(NaiveDate, f64)], today: NaiveDate) -> Known<Since> {
    let then = plus_days(today, -30);
    let far = |day: NaiveDate| days_between(then, day).abs();
    let near = snapshots.iter().filter(|(day, _)| far(*day) <= 7).min_by_key(|(day, _)| (far(*day), *day));
    let (day, before) = near.copied().ok_or_else(|| Explain::new("health-no-snapshot"))?;
    Ok(Since { day, before, trend: Trend::between(before, now, 1.0) })
}

#[cfg(test)]
mod tests;
