//! How a cell and the headline of its indicator are made: formula, inputs with their periods, where they come from.
use super::indicator::Indicator;
use crate::domain::period::Period;
use crate::domain::score::Score;
use crate::domain::scorecard::why::{why_cell, why_headline, why_landing};
use crate::lang::{day, period};
use crate::lens::{Cx, Why};
use crate::report::block::{Block, Figure};
use crate::report::health::leading;
use crate::report::score::{Measure, blocks};
use crate::store::query::figures::Entered;

/// The actual and the target of a cell, with who entered them.
pub(super) type Origin = (Option<Entered>, Option<Entered>);

/// The explanation of a cell.
pub(super) fn why(one: &Indicator, column: Period, from: Option<&Origin>, cx: &Cx<'_>) -> Why {
    let words = cx.words;
    let of = one.at(column).unwrap_or(column);
    let account = one.figures.account.clone().unwrap_or_else(|| words.get("kpis-portfolio"));
    let title = format!("{} · {account} · {}", one.name(), period::show_long(of, one.series.year, words));
    let measure = Measure { unit: one.unit(), currency: one.currency() };
    let explained =
        |title: &str, score: Score| blocks(title, &leading(score, one.id()), measure, &cx.values());
    let mut found = explained(&title, why_cell(&one.series, of, cx.today));
    let origin = origins(one, from, cx);
    if !origin.is_empty() {
        found.push(Block::Figures(origin));
    }
    let name = words.get(if one.is_flow() { "kpis-why-pace" } else { "kpis-why-newest" });
    found.extend(explained(&name, why_headline(&one.series, cx.today)));
    if let Ok(landing) = &one.standing.landing {
        found.extend(explained(&words.get("kpis-line-landing"), why_landing(landing)));
    }
    Why::of(found)
}

/// Who entered the figures of the cell, what could not be taken, and where the indicator comes from.
fn origins(one: &Indicator, from: Option<&Origin>, cx: &Cx<'_>) -> Vec<Figure> {
    let words = cx.words;
    let entered = from.map(|(actual, target)| [actual, target]).into_iter().flatten();
    let lines = entered.zip(["kpis-line-actual", "kpis-line-target"]);
    let mut found: Vec<Figure> = lines
        .filter_map(|(entered, key)| Some((entered.as_ref()?, key)))
        .map(|(entered, key)| {
            let label = words.with("kpis-why-from", &[("what", &words.get(key))]);
            Figure::new(label, origin(entered, cx))
        })
        .collect();
    if let Some(left_out) = &one.left_out {
        found.push(Figure::new(words.get("kpis-why-left-out"), words.say(left_out)));
    }
    let kpi = &one.figures.kpi;
    for (key, text) in [("kpis-why-source", &kpi.source), ("kpis-why-definition", &kpi.formula)] {
        if !text.is_empty() {
            found.push(Figure::new(words.get(key), text.clone()));
        }
    }
    found
}

/// When a figure was entered, by whom, from which file.
fn origin(entered: &Entered, cx: &Cx<'_>) -> String {
    let on = entered.on.map(|on| day::show(on, cx.words)).unwrap_or_default();
    let source =
        if entered.source.is_empty() { cx.words.get("kpis-by-hand") } else { entered.source.clone() };
    let parts = [on, entered.by.clone(), source, entered.note.clone()];
    parts.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(" · ")
}
