//! Scores as JSON: the figure or the reason why there is none, what it is made of, where each part stands and when it was true.
use serde_json::{Value as Json, json};

use super::{share, units};
use crate::domain::Id;
use crate::domain::choice::Unit;
use crate::domain::explain::Explain;
use crate::domain::money::Currency;
use crate::domain::score::{Figure, Input, Known, Part, Score, Source, When};
use crate::lang::Words;
use crate::report::score::Measure;

/// A score with its parts.
pub fn score(score: &Score, measure: Measure, words: &Words) -> Json {
    let parts = score.parts.iter().map(|p| part(p, measure, words)).collect::<Vec<_>>();
    json!({
        "value": known(&score.value, measure, words),
        "why": why(&score.value, words),
        "evidence": share(score.evidence),
        "formula": words.say(&score.formula),
        "parts": parts,
    })
}

/// The parts of a score, each with what it is made of.
fn part(part: &Part, measure: Measure, words: &Words) -> Json {
    json!({
        "name": name(&part.label),
        "label": words.say(&part.label),
        "weight": part.weight.map(share),
        "value": known(&part.value, measure, words),
        "why": why(&part.value, words),
        "inputs": part.inputs.iter().map(|i| input(i, measure, words)).collect::<Vec<_>>(),
    })
}

/// One figure that went into a score, with its day or period and the record it stands in.
pub fn input(input: &Input, measure: Measure, words: &Words) -> Json {
    let when = input.when.map(|when| match when {
        When::Day(day) => day.to_string(),
        When::Period(period) => period.to_string(),
    });
    let (kind, id) = source(input.source);
    json!({
        "name": name(&input.label),
        "label": words.say(&input.label),
        "value": figure(&input.figure, measure, words),
        "when": when,
        "kind": kind,
        "id": id,
    })
}

/// The record in which something stands: its kind and number.
pub const fn source(source: Option<Source>) -> (Option<&'static str>, Option<Id>) {
    match source {
        Some(Source::Record(kind, id)) => (Some(kind.name()), Some(id)),
        Some(Source::Cell(id, _)) => (Some("kpi"), Some(id)),
        None => (None, None),
    }
}

/// What a part is called, without words: `commercial` of `health-part-commercial`.
fn name(label: &Explain) -> &str {
    let key = label.key.as_str();
    let ends = ["-part-", "-input-", "-method-"].into_iter().find_map(|mark| key.split_once(mark));
    ends.map_or(key, |(_, name)| name)
}

fn known(known: &Known<Figure>, measure: Measure, words: &Words) -> Json {
    known.as_ref().map_or(Json::Null, |found| figure(found, measure, words))
}

fn why(known: &Known<Figure>, words: &Words) -> Option<String> {
    known.as_ref().err().map(|why| words.say(why))
}

/// A figure: points and shares as numbers, what is measured in its unit, words as text.
fn figure(figure: &Figure, measure: Measure, words: &Words) -> Json {
    let plain = |n: f64| units(n, Unit::Number, Currency::default());
    match figure {
        Figure::Points(n) | Figure::Share(n) | Figure::Plain(n) => plain(*n),
        Figure::Measured(n) => units(*n, measure.unit, measure.currency),
        Figure::Count(n) => json!(n),
        Figure::Days(n) => json!(n),
        Figure::Words(said) => json!(words.say(said)),
    }
}
