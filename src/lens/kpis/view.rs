//! Draws the grid of indicators, what the cell under the cursor says in full, and the chart of its indicator.
use ratatui::layout::Rect;

use super::content::{ENDS, NAME, Shown, WIDE, WIDE_LANDING, judged, method};
use super::detail::cell_spans;
use super::indicator::{Axis, Indicator};
use super::order::{Filter, Sort};
use super::state::Kpis;
use super::{chart, figure};
use crate::command::Command;
use crate::domain::choice::Better;
use crate::domain::period::Period;
use crate::domain::scorecard::Rag;
use crate::lang::{number, period};
use crate::lens::Cx;
use crate::lens::desk::{ACROSS, GRID};
use crate::ui::pen::spans_width;
use crate::ui::{Column, Grid, Pen, Role, Seen, Span, panel};

/// Fewest cells side by side while columns at the right can leave.
const LEAST: u16 = 5;

pub(super) fn draw(kpis: &Kpis, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
    if area.is_empty() {
        return Seen::default();
    }
    draw_title(kpis, pen, panel::top(area, 1), cx);
    let body = panel::below(area, if area.height >= 24 { 2 } else { 1 });
    if kpis.rows.is_empty() {
        if kpis.known {
            panel::empty(pen, panel::below(body, 1), &nothing(kpis, cx));
        }
        return Seen::default();
    }
    let lines = lines(kpis, body.height);
    let below = height_below(kpis, lines, body.height);
    let top = Rect { height: body.height - below, ..body };
    let seen = draw_grid(kpis, lines, pen, Rect { width: top.width.saturating_sub(1), ..top }, cx);
    if let (Some(one), Some(period)) = (kpis.current(), kpis.column()) {
        draw_below(kpis, (one, period), pen, Rect { y: top.bottom(), height: below, ..body }, cx);
    }
    seen
}

/// Lines that the grid takes with so many a row, its head and a blank line included.
fn height_of(kpis: &Kpis, lines: u16) -> u16 {
    u16::try_from(kpis.rows.len()).unwrap_or(u16::MAX).saturating_mul(lines).saturating_add(1)
}

/// Lines of a row: target and deviation stand below the actual where all rows and a chart still have room.
fn lines(kpis: &Kpis, height: u16) -> u16 {
    (2..=3).rev().find(|lines| height_of(kpis, *lines).saturating_add(13) <= height).unwrap_or(1)
}

/// Lines for the chart and what stands above it: less than half of the screen, and what the rows leave over.
fn height_below(kpis: &Kpis, lines: u16, height: u16) -> u16 {
    let least = (height / 2).min(13);
    let blank = u16::from(height >= 24);
    let left = height.saturating_sub(height_of(kpis, lines) + blank);
    least.max(left.min(24)).min(height.saturating_sub(4))
}

/// Title, how many, how they stand; at the right what the cells show.
fn draw_title(kpis: &Kpis, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) {
    let words = cx.words;
    let drawn = || (0..kpis.rows.len()).filter_map(|row| kpis.indicator(row));
    let count = |of: fn(&Rag) -> bool| drawn().filter(|one| of(&one.standing.rag)).count();
    let remarks = [
        (count(|r| *r == Rag::Off), "kpis-off"),
        (count(|r| *r == Rag::AtRisk), "kpis-at-risk"),
        (count(|r| *r == Rag::Stale), "kpis-stale"),
    ];
    let show = |n: usize| number::show(words.lang(), i64::try_from(n).unwrap_or(i64::MAX));
    let shown = drawn().count();
    let room = area.width.saturating_sub(2);
    let right = state_spans(kpis, cx);
    let wide = u16::try_from(spans_width(&right)).unwrap_or(room).min(room);
    let mut left = vec![Span::new(words.get("kpis-title"), Role::Heading)];
    if kpis.known && shown == kpis.all.len() {
        left.push(Span::muted(format!("  {}", show(shown))));
    } else if kpis.known {
        let of = words.with("kpis-of-all", &[("shown", &show(shown)), ("all", &show(kpis.all.len()))]);
        left.push(Span::muted(format!("  {of}")));
    }
    for (n, key) in remarks.into_iter().filter(|r| r.0 > 0) {
        let remark = Span::muted(format!(" · {}", words.with(key, &[("count", &show(n))])));
        let taken = spans_width(&left) + spans_width(std::slice::from_ref(&remark)) + 2;
        if taken + usize::from(wide) <= usize::from(room) {
            left.push(remark);
        }
    }
    let used = pen.spans(area.x + 1, area.y, room, &left);
    if used + 2 + wide > room {
        let place = Rect { x: area.right().saturating_sub(wide + 3), width: wide + 3, ..area };
        pen.clear(place.intersection(area));
    }
    pen.spans_right(area.right().saturating_sub(1), area.y, wide, &right);
}

/// What narrows the rows, what the cells show, and whether they are being entered.
fn state_spans(kpis: &Kpis, cx: &Cx<'_>) -> Vec<Span> {
    let words = cx.words;
    let axis = words.get(&format!("kpis-axis-{}", kpis.axis.name()));
    if kpis.desk.grid.entry().is_some() {
        let key = if kpis.axis == Axis::Target { "kpis-entering-targets" } else { "kpis-entering-actuals" };
        return vec![
            Span::new(words.get(key), Role::Accent),
            Span::muted(format!(
                "  {}",
                words.with("kpis-entering-ends", &[("key", &cx.key(Command::Back))])
            )),
        ];
    }
    let mut spans = Vec::new();
    if kpis.desk.grid.is_marking() {
        let cells = kpis.desk.grid.block().cells().to_string();
        spans.push(Span::new(format!("{}  ", words.with("kpis-marked", &[("count", &cells)])), Role::Accent));
    }
    if !kpis.desk.text.is_empty() {
        spans.push(Span::new(format!("“{}”  ", kpis.desk.text), Role::Accent));
    }
    if kpis.filter != Filter::All {
        let word = words.get(&format!("kpis-only-{}", kpis.filter.name()));
        spans.push(Span::new(format!("{word}  "), Role::Accent));
    }
    let role = if kpis.axis == Axis::Actual { Role::Muted } else { Role::Accent };
    spans.push(Span::new(axis, role));
    spans.push(Span::muted(format!(" · {}", words.get(&format!("kpis-zoom-{}", kpis.zoom.name())))));
    if kpis.sort != Sort::Place {
        spans.push(Span::muted(format!(" · {}", words.get(&format!("kpis-by-{}", kpis.sort.name())))));
    }
    spans
}

fn nothing(kpis: &Kpis, cx: &Cx<'_>) -> String {
    if kpis.all.is_empty() {
        return cx
            .words
            .with("kpis-empty", &[("key", &cx.key(Command::New)), ("pick", &cx.key(Command::Pick))]);
    }
    cx.words.with("kpis-none", &[("key", &cx.key(Command::Back))])
}

fn draw_grid(kpis: &Kpis, lines: u16, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
    let name = match area.width {
        ..96 => NAME,
        96..130 => NAME + 2,
        130.. => NAME + 7,
    };
    // In another order the account stands beside the name.
    let beside = cx.scope.is_none() && kpis.sort != Sort::Place && area.width >= 96;
    let name = if beside { name + 10 } else { name };
    let methods = area.width >= 130;
    let [pace, trend, landing] = ENDS;
    let ends = [pace, trend, if methods { WIDE_LANDING } else { landing }];
    let content = Shown { kpis, glyphs: pen.glyphs, cx, name: usize::from(area.width), methods };
    let names_most = content.names_most();
    let names = [Column::growing(name)];
    let grid = Grid {
        state: &kpis.desk.grid,
        panel: GRID,
        across: ACROSS,
        names: &names,
        names_most,
        ends: &ends,
        size: kpis.size(),
        wide: WIDE,
        least: LEAST,
        lines,
        decimal: cx.words.lang().decimal_mark(),
        fraction: 0,
        focused: true,
    };
    let content = Shown { name: usize::from(grid.name_room(area.width)), ..content };
    grid.draw(pen, area, &content)
}

/// A hairline, the indicator with its headline, the cell in full, and the chart.
fn draw_below(kpis: &Kpis, at: (&Indicator, Period), pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) {
    let (one, period) = at;
    if area.height < 3 {
        return;
    }
    pen.rule(area.x, area.y, area.width);
    let room = area.width.saturating_sub(2);
    pen.spans(area.x + 1, area.y + 1, room, &cell_spans(kpis, one, period, pen, cx));
    pen.spans(area.x + 1, area.y + 2, room, &headline_spans(one, pen, cx));
    let rest = panel::below(area, if area.height >= 12 { 4 } else { 3 });
    if rest.height >= 3 {
        chart::draw(one, period, pen, Rect { width: rest.width.saturating_sub(1), ..rest }, cx);
    }
}

/// Of a flow what the year has brought, of a level the newest figure.
fn so_far(one: &Indicator, cx: &Cx<'_>) -> Option<String> {
    let words = cx.words;
    let figure = figure::short(one, *one.standing.to_date.as_ref().ok()?, words);
    let goal = one.standing.plan.as_ref().ok()?;
    let plan = figure::short(one, goal.low, words);
    let plan = if goal.high > goal.low {
        format!("{}–{}", one.written.show(goal.low), figure::short(one, goal.high, words))
    } else {
        plan
    };
    if one.is_flow() {
        return Some(words.with("kpis-to-date", &[("figure", &figure), ("plan", &plan)]));
    }
    let (newest, _) = one.standing.newest?;
    let newest = period::show(newest, one.series.year, words);
    Some(words.with("kpis-newest", &[("figure", &figure), ("plan", &plan), ("period", &newest)]))
}

/// The headline of the indicator: to date, and where it lands by which method.
fn headline_spans(one: &Indicator, pen: &Pen<'_>, cx: &Cx<'_>) -> Vec<Span> {
    let words = cx.words;
    let standing = &one.standing;
    let mut spans = vec![judged(&standing.rag, pen.glyphs), Span::text(" ")];
    if let Rag::Unknown(why) = &standing.rag {
        spans.push(Span::muted(words.say(why)));
    }
    spans.extend(so_far(one, cx).map(Span::text));
    if let Rag::Stale = standing.rag
        && let Err(why) = standing.judged()
    {
        spans.push(Span::new(format!("  {}", words.say(why)), Role::Warn));
    }
    let Ok(landing) = &standing.landing else { return spans };
    if let Ok(value) = landing.value() {
        let figure = figure::short(one, *value, words);
        let method = method(landing.method, cx);
        let text = words.with("kpis-lands", &[("figure", &figure), ("method", &method)]);
        spans.push(Span::text(format!("  {text}")));
    }
    if let Some(required) = landing.required.as_ref().ok().filter(|r| **r > 0.0) {
        let figure = figure::short(one, *required, words);
        let key = if one.series.better == Better::Lower { "kpis-left" } else { "kpis-required" };
        spans.push(Span::muted(format!("  {}", words.with(key, &[("figure", &figure)]))));
    }
    if let Some(Ok(at_risk)) = landing.at_risk {
        let figure = figure::short(one, at_risk, words);
        spans.push(Span::muted(format!("  {}", words.with("kpis-revenue-at-risk", &[("figure", &figure)]))));
    }
    spans
}
