//! How a figure of the scorecard is made: what `=` shows of a headline, a cell and a landing.
use chrono::NaiveDate;

use super::pace::Step;
use super::standing::standing;
use super::{Goal, Landing, Series};
use crate::domain::choice::{Better, Nature};
use crate::domain::explain::Explain;
use crate::domain::period::Period;
use crate::domain::score::{Figure, Input, Known, Part, Score, count};

/// How the headline is made: the pace of the year to date of a flow, the attainment of the newest figure of a stock.
pub fn why_headline(series: &Series, today: NaiveDate) -> Score {
    let standing = standing(series, today);
    let mut score = match (series.nature, standing.newest) {
        (Nature::Stock, Some((period, _))) => why_cell(series, period, today),
        (Nature::Stock, None) | (Nature::Flow, _) => why_pace(series, standing.year, today),
    };
    score.value = standing.judged().clone().map(Figure::Share);
    score.evidence = standing.evidence;
    if let Some(wrong) = standing.mismatch {
        let inputs = vec![measured("scorecard-input-plan", wrong.whole).within(wrong.period)];
        score.parts.push(Part::plain("scorecard-part-mismatch", Ok(Figure::Measured(wrong.sum)), inputs));
    }
    score
}

/// How one cell of the grid is made.
pub fn why_cell(series: &Series, period: Period, today: NaiveDate) -> Score {
    if series.nature == Nature::Flow {
        let mut score = why_pace(series, period, today);
        score.value = series.cell(period, today).attainment.map(Figure::Share);
        return score;
    }
    let cell = series.cell(period, today);
    let (steps, _) = series.steps(period, today);
    let newest = steps.iter().rev().find(|s| s.elapsed >= 1.0).filter(|_| series.filling).or(steps.last());
    // Without a figure the newest part says why: a share of nothing shows its counts all the same.
    let parts = series.year.parts(period, series.frequency);
    let tried = parts.into_iter().rev().find(|p| series.made_of.contains_key(p));
    let newest = newest.map(|s| s.period).or(tried).unwrap_or(period);
    let made = series.made_of.get(&newest).cloned().unwrap_or_default();
    let actual = cell.actual.map(Figure::Measured);
    Score {
        formula: formula(series.better, "attainment"),
        evidence: f64::from(u8::from(cell.attainment.is_ok())),
        value: cell.attainment.map(Figure::Share),
        parts: vec![
            Part::plain(
                "scorecard-part-actual",
                actual.clone(),
                within("scorecard-input-actual", actual, newest).into_iter().chain(made).collect(),
            ),
            target("scorecard-part-target", cell.target, |edge| vec![edge.within(newest)]),
        ],
    }
}

fn why_pace(series: &Series, whole: Period, today: NaiveDate) -> Score {
    let formula = formula(series.better, "pace");
    let pace = match series.pace(whole, today) {
        Ok(pace) => pace,
        Err(why) => return Score { formula, value: Err(why), evidence: 0.0, parts: Vec::new() },
    };
    let actuals = pace.steps.iter().map(|s| measured("scorecard-input-actual", s.actual).within(s.period));
    let mut parts = vec![
        Part::plain("scorecard-part-to-date", Ok(Figure::Measured(pace.actual)), actuals.collect()),
        target("scorecard-part-expected", pace.expected.clone(), |_| targets(&pace.steps)),
    ];
    let passed =
        vec![Input::new(Explain::new("scorecard-input-as-of"), Figure::Plain(pace.passed)).on(pace.as_of)];
    parts.push(Part::plain(
        "scorecard-part-passed",
        Ok(Figure::Share(pace.passed / count(pace.of.max(1)))),
        passed,
    ));
    if !pace.missing.is_empty() {
        let holes = pace.missing.iter().map(|p| {
            Input::new(
                Explain::new("scorecard-input-missing"),
                Figure::Words(Explain::new("scorecard-missing")),
            )
            .within(*p)
        });
        let missing = Figure::Count(pace.missing.len());
        parts.push(Part::plain("scorecard-part-missing", Ok(missing), holes.collect()));
    }
    Score { formula, evidence: pace.evidence(), value: pace.value.map(Figure::Share), parts }
}

/// How a landing is made: every method with its figure, the default one being the value.
pub fn why_landing(landing: &Landing) -> Score {
    let method = |f: &super::landing::Forecast| {
        let mut inputs = Vec::new();
        if let Ok(gap) = f.value.clone().and_then(|v| landing.gap(v)) {
            inputs.push(measured("scorecard-input-gap", gap));
        }
        if let Some(Ok(with)) = f.with_pipeline {
            inputs.push(measured("scorecard-input-with-pipeline", with));
        }
        Part {
            label: Explain::new(f.method.key()),
            weight: None,
            value: f.value.clone().map(Figure::Measured),
            inputs,
        }
    };
    let passed = vec![
        Input::new(Explain::new("scorecard-input-closed"), Figure::Plain(landing.closed)).on(landing.as_of),
        Input::new(Explain::new("scorecard-input-of"), Figure::Count(landing.of)),
    ];
    let mut parts: Vec<Part> = landing.forecasts.iter().map(method).collect();
    parts.push(Part::plain("scorecard-part-to-date", Ok(Figure::Measured(landing.to_date)), passed));
    parts.push(target("scorecard-part-plan", landing.plan.clone(), |_| Vec::new()));
    let required = landing.required.clone().map(Figure::Measured);
    let best = landing.best_of_three.map(|best| measured("scorecard-input-best", best));
    parts.push(Part::plain("scorecard-part-required", required, best.into_iter().collect()));
    let beside =
        [("scorecard-part-pipeline", &landing.pipeline), ("scorecard-part-at-risk", &landing.at_risk)];
    for (key, amount) in beside {
        if let Some(amount) = amount {
            parts.push(Part::plain(key, amount.clone().map(Figure::Measured), Vec::new()));
        }
    }
    Score {
        formula: Explain::new(format!("scorecard-formula-{}", landing.method.name())),
        value: landing.value().clone().map(Figure::Measured),
        evidence: landing.evidence,
        parts,
    }
}

fn formula(better: Better, of: &str) -> Explain {
    let way = match better {
        Better::Higher => "higher",
        Better::Lower => "lower",
        Better::Band => "band",
    };
    Explain::new(format!("scorecard-formula-{of}-{way}"))
}

fn measured(key: &str, figure: f64) -> Input {
    Input::new(Explain::new(key), Figure::Measured(figure))
}

fn within(key: &str, figure: Known<Figure>, period: Period) -> Vec<Input> {
    figure.into_iter().map(|figure| Input::new(Explain::new(key), figure).within(period)).collect()
}

/// Targets of the periods, as far as they have passed.
fn targets(steps: &[Step]) -> Vec<Input> {
    let known = steps.iter().filter_map(|s| Some((s.period, s.expected.as_ref().ok()?)));
    known.map(|(period, goal)| measured("scorecard-input-target", goal.low).within(period)).collect()
}

/// A target as a part; the upper edge of a band is an input of its own.
fn target(key: &str, goal: Known<Goal>, inputs: impl FnOnce(Input) -> Vec<Input>) -> Part {
    let mut found =
        goal.as_ref().map_or_else(|_| Vec::new(), |g| inputs(measured("scorecard-input-target", g.low)));
    if let Ok(goal) = &goal
        && goal.high > goal.low
    {
        found.push(measured("scorecard-input-upper", goal.high));
    }
    Part::plain(key, goal.map(|g| Figure::Measured(g.low)), found)
}
