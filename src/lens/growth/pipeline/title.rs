//! The line above board and table: what is open, what it is worth, whether that is enough; at the right the selection.
use ratatui::layout::Rect;

use super::order::{Filter, Sort};
use super::state::Pipeline;
use crate::command::Command;
use crate::domain::pipeline::Deal;
use crate::domain::score::Known;
use crate::lang::money;
use crate::lens::Cx;
use crate::report::pipeline::times;
use crate::store::query::pipeline::Pipeline as Sales;
use crate::ui::pen::spans_width;
use crate::ui::{Pen, Role, Span, panel};

/// Blank columns at least between what stands at the left and what stands at the right.
const GAP: usize = 3;

/// From how many lines on a blank one stands below.
const AIRY: u16 = 16;

/// Draws it and returns the area below.
pub(super) fn draw(of: &Pipeline, known: &Sales, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Rect {
    if known.sales.is_empty() || area.height == 0 {
        return area;
    }
    let room = usize::from(area.width.saturating_sub(2));
    let right = right(of, pen, cx);
    let joined = |parts: &[Vec<Span>]| parts.join(&Span::muted(" · "));
    let fits = |parts: &[Vec<Span>]| spans_width(&joined(parts)) + GAP + spans_width(&right) <= room;
    let mut parts = left(known, true, cx);
    if !fits(&parts) {
        parts = left(known, false, cx);
    }
    while parts.len() > 1 && !fits(&parts) {
        parts.pop();
    }
    pen.spans(area.x + 1, area.y, area.width.saturating_sub(2), &joined(&parts));
    let wide = u16::try_from(spans_width(&right)).unwrap_or(area.width).min(area.width.saturating_sub(2));
    if spans_width(&joined(&parts)) + GAP + usize::from(wide) <= room {
        pen.spans_right(area.right().saturating_sub(1), area.y, wide, &right);
    }
    panel::below(area, 1 + u16::from(area.height >= AIRY))
}

/// An amount in the currency of sums for a narrow place; a dash where it is not known.
pub(super) fn short(known: &Known, cx: &Cx<'_>) -> String {
    let shown = |amount: &f64| money::short(cx.words.lang(), *amount, cx.directory.terms.currency);
    known.as_ref().map_or_else(|_| "–".to_owned(), shown)
}

/// What the open sales are worth, of those of which it is known: `≥ 2,10 M€` where it is not of all of them.
fn at_least(known: &Sales, worth: impl Fn(&Deal) -> Known, cx: &Cx<'_>) -> String {
    let all: Vec<Known> =
        known.sales.iter().filter(|sale| sale.deal.is_open()).map(|sale| worth(&sale.deal)).collect();
    let sum = short(&Ok(all.iter().flatten().sum()), cx);
    if all.iter().all(Result::is_ok) { sum } else { format!("≥ {sum}") }
}

/// `8 open  2,10 M€ · weighted 843 k€ · 0.69× of what is missing`, the last in fewer words unless `whole`; what leaves a narrow
/// line first stands last.
fn left(known: &Sales, whole: bool, cx: &Cx<'_>) -> Vec<Vec<Span>> {
    let words = cx.words;
    let count = known.sales.iter().filter(|sale| sale.deal.is_open()).count();
    let open = words.with("pipeline-open-count", &[("count", &count.to_string())]);
    let mut parts = vec![vec![
        Span::new(open, Role::Heading),
        Span::text(format!("  {}", at_least(known, |deal| deal.amount.clone(), cx))),
    ]];
    let weighted = at_least(known, Deal::worth, cx);
    parts.push(vec![Span::muted(words.with("report-weighted", &[("amount", &weighted)]))]);
    let unknown = known.sales.iter().filter(|sale| sale.deal.is_open() && sale.deal.amount.is_err()).count();
    if unknown > 0 {
        let said = words.with("pipeline-without-amount", &[("count", &unknown.to_string())]);
        parts.push(vec![Span::new(format!("! {said}"), Role::Warn)]);
        return parts;
    }
    let values = cx.values();
    parts.push(match &known.coverage.value {
        Ok(_) => {
            let few = known.coverage.amount().is_some_and(|times| times < 1.0);
            let shown = times(&known.coverage, &values);
            let sign = if few { "! " } else { "" };
            let shown = Span::new(format!("{sign}{shown}"), if few { Role::Warn } else { Role::Text });
            let of = if whole { "pipeline-of-the-gap" } else { "pipeline-of-the-gap-short" };
            vec![shown, Span::muted(format!(" {}", words.get(of)))]
        }
        Err(why) => vec![Span::muted(words.say(why))],
    });
    parts
}

/// The order, what the sales are filtered by, to what they are narrowed.
fn right(of: &Pipeline, pen: &Pen<'_>, cx: &Cx<'_>) -> Vec<Span> {
    let chosen = &of.chosen;
    let mut parts: Vec<Span> = Vec::new();
    if chosen.sort != Sort::default() || chosen.reversed {
        let order = cx.words.get(&format!("pipeline-by-{}", chosen.sort.name()));
        let turned = if chosen.reversed { format!(" {}", pen.glyphs.trend(1)) } else { String::new() };
        parts.push(Span::muted(format!("{order}{turned}")));
    }
    if chosen.filter != Filter::Current {
        parts.push(Span::new(cx.words.get(&format!("pipeline-only-{}", chosen.filter.name())), Role::Accent));
    }
    if !chosen.text.is_empty() {
        parts.push(Span::new(format!("“{}”", chosen.text), Role::Accent));
    }
    parts.into_iter().map(|part| vec![part]).collect::<Vec<_>>().join(&Span::muted(" · "))
}

/// What an empty place says.
pub(super) fn nothing(of: &Pipeline, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) {
    let sentence = if of.chosen.all().is_empty() {
        let keys = [Command::New, Command::Earlier, Command::Later].map(|command| cx.key(command));
        let [new, earlier, later] = &keys;
        cx.words.with("pipeline-empty", &[("new", new), ("earlier", earlier), ("later", later)])
    } else if of.chosen.filter == Filter::Current && of.chosen.text.is_empty() {
        let keys = [cx.key(Command::New), cx.key(Command::Filter)];
        cx.words.with("pipeline-nothing-open", &[("new", &keys[0]), ("filter", &keys[1])])
    } else {
        cx.words.with("pipeline-nothing-fits", &[("key", &cx.key(Command::Back))])
    };
    panel::empty(pen, area, &sentence);
}
