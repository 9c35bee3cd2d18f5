//! The health of an account as a gauge with its parts (`formulas.md` §10).
use super::{Gauge, Part, Picture, Plot};
use crate::domain::score;
use crate::lang::value::Context;
use crate::report::block::Tone;
use crate::report::health::{remark, value};
use crate::report::indicator::tone;
use crate::report::need::decimal;
use crate::store::query::health::AccountHealth;

/// The health with the parts that are shares of it.
pub fn gauge(of: &AccountHealth, cx: &Context<'_>) -> Picture {
    let said = value(&of.health, cx);
    let points = of.health.score.amount();
    let parts: Vec<Part> =
        of.health.score.parts.iter().filter(|p| p.weight.is_some()).map(|p| part(p, cx)).collect();
    let told: Vec<String> = parts.iter().map(|p| format!("{} {}", p.label, p.said)).collect();
    let alt = cx.words.with("document-alt-health", &[("points", &said), ("parts", &told.join(", "))]);
    let plot = Gauge {
        share: points.map(|points| (points / 100.0).clamp(0.0, 1.0)),
        said,
        tone: of.health.band.as_ref().map_or(Tone::Muted, tone),
        parts,
    };
    Picture { title: cx.words.get("report-health"), alt, plot: Plot::Gauge(plot) }
}

fn part(of: &score::Part, cx: &Context<'_>) -> Part {
    let points = of.value.as_ref().ok().and_then(score::Figure::amount);
    let meaning = match points {
        None => Tone::Muted,
        Some(points) if points < 34.0 => Tone::Bad,
        Some(points) if points < 67.0 => Tone::Warn,
        Some(_) => Tone::Good,
    };
    Part {
        label: cx.words.say(&of.label),
        share: points.map(|points| (points / 100.0).clamp(0.0, 1.0)),
        said: points.map_or_else(|| remark(of, cx), |points| decimal(points, 0, cx)),
        tone: meaning,
    }
}
