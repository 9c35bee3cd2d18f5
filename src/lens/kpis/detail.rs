//! The cell under the cursor in words: one line below the grid.
use super::content::judged;
use super::figure;
use super::indicator::{Axis, Indicator};
use super::state::Kpis;
use crate::domain::period::Period;
use crate::domain::scorecard::{Cell, Goal};
use crate::lang::{day, period};
use crate::lens::Cx;
use crate::ui::{Pen, Role, Span};

/// The cell under the cursor in full: actual, what was expected of it, deviation and attainment against that, and from where it is.
pub(super) fn cell_spans(kpis: &Kpis, one: &Indicator, of: Period, pen: &Pen<'_>, cx: &Cx<'_>) -> Vec<Span> {
    let words = cx.words;
    let mut spans = vec![
        Span::new(one.name(), Role::Heading),
        Span::muted(format!("  {}", period::show(of, one.series.year, words))),
    ];
    let Some(period) = one.at(of) else {
        spans.push(Span::muted(format!("  {}", words.with("kpis-enter-longer", &[("name", one.name())]))));
        return spans;
    };
    let cell = one.series.cell(period, cx.today);
    match &cell.actual {
        Ok(actual) => spans.push(Span::text(format!("  {}", figure::full(one, *actual, words)))),
        Err(why) => spans.push(Span::muted(format!("  {}", words.say(why)))),
    }
    spans.push(target_span(one, &cell, cx));
    if let Ok(deviation) = &cell.deviation {
        spans.push(Span::text(format!("  {}", figure::full_signed(one, *deviation, words))));
    }
    if let Ok(reached) = &cell.printed {
        spans.push(Span::muted(format!("  {} ", figure::share(*reached, words))));
        spans.push(judged(&cell.rag, pen.glyphs));
    }
    let from = kpis.origin().and_then(|(actual, target)| match kpis.axis {
        Axis::Target => target.as_ref(),
        Axis::Actual | Axis::Deviation => actual.as_ref(),
    });
    if let Some(entered) = from {
        let on = entered.on.map(|on| day::column(on, cx.today, words)).unwrap_or_default();
        let parts = [on, entered.by.clone(), entered.source.clone(), entered.note.clone()];
        let parts: Vec<String> = parts.into_iter().filter(|p| !p.is_empty()).collect();
        spans.push(Span::muted(format!("  {}", parts.join(" · "))));
    }
    spans
}

/// The target: of a period that is not over yet what was expected by now, and beside it that of the whole.
fn target_span(one: &Indicator, cell: &Cell, cx: &Cx<'_>) -> Span {
    let words = cx.words;
    let shown = |goal: &Goal| {
        let (low, high) = (figure::full(one, goal.low, words), figure::full(one, goal.high, words));
        if goal.high > goal.low {
            words.with("kpis-of-band", &[("low", &low), ("high", &high)])
        } else {
            words.with("kpis-of-target", &[("target", &low)])
        }
    };
    let text = match (&cell.target, &cell.expected) {
        (Ok(whole), Ok(expected)) if is_part(expected, whole) => {
            let when = period::show(cell.period, one.series.year, words);
            let args = [("expected", shown(expected)), ("whole", shown(whole)), ("when", when)];
            words.with("kpis-of-expected", &args.each_ref().map(|(name, text)| (*name, text.as_str())))
        }
        (Ok(goal), _) => shown(goal),
        (Err(why), _) => words.say(why),
    };
    Span::muted(format!("  {text}"))
}

/// Whether less was expected by now than in the whole period.
fn is_part(expected: &Goal, whole: &Goal) -> bool {
    let apart = |a: f64, b: f64| (a - b).abs() > 1e-6 * b.abs().max(1.0);
    apart(expected.low, whole.low) || apart(expected.high, whole.high)
}
