//! The lines below the board: what a card has no room for, of the sale under the cursor.
use ratatui::layout::Rect;

use super::state::Pipeline;
use crate::domain::choice::Stage;
use crate::domain::kind::Kind;
use crate::lang::choice;
use crate::lens::Cx;
use crate::report::indicator::share;
use crate::report::pipeline::{in_stage, pushed};
use crate::store::query::pipeline::{Part, Sale};
use crate::ui::text::visible;
use crate::ui::{Glyphs, Pen, Role, Span};

/// How many lines there are of it, with the hairline above, below a board in so many lines.
pub(super) const fn height(lines: u16) -> u16 {
    match lines {
        ..10 => 0,
        10..14 => 2,
        14..24 => 3,
        24.. => 6,
    }
}

/// Draws them.
pub(super) fn draw(of: &Pipeline, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) {
    let Some(sale) = of.chosen.current() else { return };
    pen.rule(area.x, area.y, area.width);
    let parts = of.details().map(|page| page.parts.as_slice()).unwrap_or_default();
    let lines = lines(sale, parts, pen.glyphs, usize::from(area.height.saturating_sub(1)), cx);
    for (y, line) in (area.y + 1..area.bottom()).zip(lines) {
        pen.spans(area.x + 1, y, area.width.saturating_sub(2), &line);
    }
}

/// At most so many lines; what must be known stands on the first ones.
fn lines(sale: &Sale, parts: &[Part], glyphs: Glyphs, most: usize, cx: &Cx<'_>) -> Vec<Vec<Span>> {
    let mut all = vec![named(sale, cx)];
    if sale.deal.is_open() {
        all.push(next(sale, glyphs, cx));
    } else if sale.deal.stage == Stage::Lost {
        let why = cx.words.get("pipeline-no-reason");
        let why = if sale.lost_reason.is_empty() { why } else { visible(&sale.lost_reason) };
        all.push(vec![Span::muted(format!("{}  ", cx.words.get("pipeline-head-reason"))), Span::text(why)]);
    }
    if most == 1 && sale.deal.is_open() {
        all.swap(0, 1);
    }
    all.extend(Some(people(parts, glyphs, cx)).filter(|_| sale.deal.is_open()));
    all.extend(Some(around(sale, cx)).filter(|line| !line.is_empty()));
    all.truncate(most);
    all
}

/// `Revised SLA, three shifts · Nordwind · 75% · 33 d in this stage · put off 2×`.
fn named(sale: &Sale, cx: &Cx<'_>) -> Vec<Span> {
    let words = cx.words;
    let mut spans = vec![Span::new(visible(&sale.deal.name), Role::Heading)];
    let mut add = |text: String| spans.push(Span::muted(format!(" · {text}")));
    if cx.scope.is_none() {
        add(visible(&sale.account_name));
    }
    if sale.deal.is_open() {
        add(share(sale.deal.chance(), &cx.values()));
        if let Some(days) = in_stage(sale, &cx.values()) {
            add(words.with("pipeline-for", &[("days", &days)]));
        }
    } else {
        add(choice::word(sale.deal.stage, words));
    }
    if sale.pushes > 0 {
        add(words.with("pipeline-pushed", &[("times", &pushed(sale.pushes))]));
    }
    spans
}

fn next(sale: &Sale, glyphs: Glyphs, cx: &Cx<'_>) -> Vec<Span> {
    let label = Span::muted(format!("{} {}  ", glyphs.or("→", ">"), cx.words.get("pipeline-head-next")));
    let step = match sale.next_step.as_str() {
        "" => Span::new(cx.words.get("pipeline-no-next"), Role::Warn),
        step => Span::text(visible(step)),
    };
    vec![label, step]
}

/// Who has a part in it, each with the role in this sale and the stance.
fn people(parts: &[Part], glyphs: Glyphs, cx: &Cx<'_>) -> Vec<Span> {
    if parts.is_empty() {
        return vec![Span::muted(cx.words.get("pipeline-no-people"))];
    }
    let mut spans = vec![Span::muted(format!("{}  ", cx.words.get("pipeline-people")))];
    for (i, part) in parts.iter().enumerate() {
        if i > 0 {
            spans.push(Span::muted(" · "));
        }
        let roles = if part.roles.is_empty() { &part.person.roles } else { &part.roles };
        let roles: Vec<String> = roles.iter().map(|role| choice::word(*role, cx.words)).collect();
        spans.push(Span::text(visible(&part.person.name)));
        let stance = glyphs.stance(part.person.stance);
        spans.push(Span::muted(format!(" {stance} {}", roles.join(", ")).trim_end().to_owned()));
    }
    spans
}

/// What would be sold, where, and who else is after it.
fn around(sale: &Sale, cx: &Cx<'_>) -> Vec<Span> {
    let named = [
        ("pipeline-head-offering", Kind::Offering, sale.offering),
        ("pipeline-head-unit", Kind::Unit, sale.unit),
        ("pipeline-head-competitor", Kind::Competitor, sale.competitor),
    ];
    let mut spans: Vec<Span> = Vec::new();
    for (key, kind, id) in named {
        let Some(id) = id else { continue };
        let gap = if spans.is_empty() { "" } else { "   " };
        spans.push(Span::muted(format!("{gap}{}  ", cx.words.get(key))));
        spans.push(Span::text(visible(&cx.directory.name(kind, id))));
    }
    spans
}
