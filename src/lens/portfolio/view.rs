//! The frame of the three views: title, how the portfolio stands, the view, and the client under the cursor beside it.
use ratatui::layout::Rect;

use super::list::is_listed;
use super::shown::{amount, count, plain, share};
use super::state::Portfolio;
use super::wish::{Only, View};
use super::{details, effort, list, matrix};
use crate::command::Command;
use crate::domain::choice::Tier;
use crate::domain::portfolio::{Class, Load};
use crate::lens::Cx;
use crate::store::query::portfolio::Portfolio as All;
use crate::ui::chart::pareto::Curve;
use crate::ui::pen::spans_width;
use crate::ui::{Pen, Region, Role, Seen, Span, Spot, panel};

/// From how many columns on the client stands beside the view.
const BESIDE: u16 = 100;

/// From how many lines on a blank one stands below the title, and the curve below a list that has no room beside it.
const AIRY: u16 = 18;

/// Lines of the curve.
const CURVE: u16 = 10;

/// Draws the lens.
pub(super) fn draw(of: &Portfolio, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
    if area.height == 0 {
        return Seen::default();
    }
    let mut seen = title(of, pen, area, cx);
    let body = panel::below(area, 1);
    let Some(all) = of.all.as_deref() else { return seen };
    if all.clients.is_empty() {
        let (key, import) = (cx.key(Command::New), cx.key(Command::Import));
        let words = cx.words.with("portfolio-empty", &[("key", &key), ("import", &import)]);
        panel::empty(pen, panel::below(body, 1), &words);
        return seen;
    }
    let used = summary(all, pen, body, cx);
    let body = panel::below(body, used + u16::from(area.height >= AIRY));
    if of.rows.is_empty() {
        panel::empty(pen, body, &nothing(of, cx));
        return seen;
    }
    seen.add(draw_body(of, all, pen, body, cx));
    seen
}

fn draw_body(of: &Portfolio, all: &All, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
    if area.width >= BESIDE {
        let percent = if of.view == View::Effort { 64 } else { 58 };
        let (left, right) = panel::split(pen, area, percent);
        let seen = draw_view(of, all, pen, left, cx);
        let mut beside = right;
        if of.view == View::Pareto && right.height > CURVE + 8 {
            let high = CURVE.max(right.height.saturating_sub(18)).min(16);
            draw_curve(of, all, pen, panel::top(right, high), cx);
            beside = panel::below(right, high + 1);
        }
        if let (Some(at), Some(client)) = (of.place(), of.current()) {
            details::draw(all, (at, client), pen, beside, cx);
        }
        return seen;
    }
    let area = Rect { width: area.width.saturating_sub(1), ..area };
    if of.view == View::Pareto && area.height >= CURVE + 4 {
        let high = (area.height / 2).min(CURVE);
        let top = Rect { height: area.height - high, ..area };
        let bottom = Rect { y: top.bottom(), height: high, ..area };
        let seen = draw_view(of, all, pen, top, cx);
        draw_curve(of, all, pen, panel::below(bottom, 1), cx);
        return seen;
    }
    draw_view(of, all, pen, area, cx)
}

fn draw_view(of: &Portfolio, all: &All, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
    match of.view {
        View::Pareto => list::draw(of, all, pen, area, cx),
        View::Matrix if pen.is_taking() => list::draw(of, all, pen, area, cx),
        View::Matrix => matrix::draw(of, all, pen, area, cx),
        View::Effort => effort::draw(of, all, pen, area, cx),
    }
}

/// The curve, with the client under the cursor on it.
fn draw_curve(of: &Portfolio, all: &All, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) {
    let layers = all.pareto.layers();
    let known = of.place().and_then(|at| all.place(at)).map(|place| place.rank.saturating_sub(1));
    let name = |class: Class, clients: usize| format!("{} {}", class.letter(), count(clients, cx));
    let [a, b, c] = layers.map(|layer| layer.clients);
    let curve = Curve {
        up_to: &all.pareto.curve(),
        at: known,
        ends: [a, a + b],
        names: [name(Class::A, a), name(Class::B, b), name(Class::C, c)],
        labels: [0.0, 0.8, 1.0].map(|value| share(value, cx)),
    };
    curve.draw(pen, area);
}

/// The names of the views, the one in front in colour; at the right how many, in which order, which of them.
fn title(of: &Portfolio, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
    let mut seen = Seen::default();
    let heading = cx.words.get("app-lens-portfolio");
    let mut x =
        area.x + 1 + pen.put(area.x + 1, area.y, area.width.saturating_sub(1), &heading, Role::Heading);
    for view in View::ALL {
        x = x.saturating_add(2);
        let name = cx.words.get(&format!("view-{}", view.command().id()));
        let role = if view == of.view { Role::Key } else { Role::Muted };
        let used = pen.put(x, area.y, area.right().saturating_sub(x), &name, role);
        let area = Rect { x, y: area.y, width: used, height: 1 };
        seen.regions.push(Region { area, spot: Spot::Hint(view.command()) });
        x = x.saturating_add(used);
    }
    // What has no room leaves from the end: the order, then that the scope has no say.
    let room = usize::from(area.right().saturating_sub(x + 3));
    let mut remarks = remarks(of, cx);
    while spans_width(&remarks) > room && !remarks.is_empty() {
        remarks.pop();
    }
    let wide = u16::try_from(spans_width(&remarks)).unwrap_or(0);
    pen.spans_right(area.right().saturating_sub(1), area.y, wide, &remarks);
    seen
}

fn remarks(of: &Portfolio, cx: &Cx<'_>) -> Vec<Span> {
    let Some(all) = of.all.as_deref() else { return Vec::new() };
    let (shown, of_all) = (count(of.rows.len(), cx), count(all.clients.len(), cx));
    let how_many = if of.rows.len() == all.clients.len() {
        cx.words.with("portfolio-clients", &[("count", &all.clients.len().to_string()), ("shown", &of_all)])
    } else {
        cx.words.with("portfolio-shown", &[("shown", &shown), ("all", &of_all)])
    };
    let mut spans = vec![Span::muted(how_many)];
    if of.wish.only != Only::All {
        let only = cx.words.get(&format!("portfolio-only-{}", of.wish.only.name()));
        spans.push(Span::new(format!(" · {only}"), Role::Accent));
    }
    if !of.wish.narrowed.is_empty() {
        spans.push(Span::new(format!(" · “{}”", of.wish.narrowed), Role::Accent));
    }
    if cx.scope.is_some() {
        spans.push(Span::muted(format!(" · {}", cx.words.get("portfolio-whole"))));
    }
    if is_listed(of.view) {
        let sort = of.wish.sort(of.view).name();
        spans.push(Span::muted(format!(" · {}", cx.words.get(&format!("portfolio-by-{sort}")))));
    }
    spans
}

/// How the portfolio stands: classes, concentration, share of the company's turnover; the load. Returns the lines that it took.
fn summary(all: &All, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> u16 {
    let room = area.width.saturating_sub(2);
    let fits =
        |left: &[Span], right: &[Span]| spans_width(left) + spans_width(right) + 3 <= usize::from(room);
    let mut lines = vec![concentration(all, cx)];
    let (mut load, company) = (load(all, pen, cx), company(all, cx));
    // The turnover goes where it has room, and is left out where it has none.
    if fits(&lines[0], &company) {
        lines[0].extend(company);
    } else if fits(&load, &company) {
        load.extend(company);
    }
    // Side by side where both have room.
    if fits(&lines[0], &load) {
        pen.spans_right(area.right().saturating_sub(1), area.y, room, &load);
    } else {
        lines.push(load);
    }
    for (y, spans) in (area.y..area.bottom()).zip(&lines) {
        pen.spans(area.x + 1, y, room, spans);
    }
    u16::try_from(lines.len()).unwrap_or(2)
}

/// `A 3 = 78 %  B 4 = 16 %  C 15 = 6 %    HHI 0,24, like 4,2 equal clients    34 % of the company`.
fn concentration(all: &All, cx: &Cx<'_>) -> Vec<Span> {
    let words = cx.words;
    let (Ok(hhi), Ok(equal)) = (all.pareto.hhi(), all.pareto.as_many_equal()) else {
        return vec![Span::muted(words.get("portfolio-no-revenues"))];
    };
    let mut spans = Vec::new();
    for (class, layer) in Class::ALL.into_iter().zip(all.pareto.layers()) {
        spans.push(Span::new(format!("{} ", class.letter()), Role::Heading));
        spans.push(Span::text(format!("{} ", count(layer.clients, cx))));
        spans.push(Span::muted(format!("{}   ", share(layer.share, cx))));
    }
    let figures = [("hhi", plain(hhi, cx)), ("equal", plain((equal * 10.0).round() / 10.0, cx))];
    let figures: Vec<_> = figures.iter().map(|(n, v)| (*n, v.as_str())).collect();
    spans.push(Span::muted(words.with("portfolio-hhi", &figures)));
    spans
}

/// What all clients are of the company's turnover, where that is known.
fn company(all: &All, cx: &Cx<'_>) -> Vec<Span> {
    let sum = all.sum(None);
    let Ok(part) = all.of_company(sum) else { return Vec::new() };
    let figures = [("sum", amount(sum, all, cx)), ("share", share(part, cx))];
    let figures: Vec<_> = figures.iter().map(|(n, v)| (*n, v.as_str())).collect();
    vec![Span::muted(format!("   {}", cx.words.with("portfolio-company", &figures)))]
}

/// How many key accounts, and what they make.
fn load(all: &All, pen: &Pen<'_>, cx: &Cx<'_>) -> Vec<Span> {
    let load = all.load();
    let said = cx.words.say(&load.said());
    let keys = all.sum(Some(Tier::Key));
    let (sign, role) = match load {
        Load::Right(_) => (pen.glyphs.full(), Role::Good),
        Load::Nobody | Load::TooMany(_) => (pen.glyphs.half(), Role::Warn),
    };
    let mut spans = vec![Span::new(format!("{sign} "), role), Span::text(said)];
    let whole = all.sum(None);
    if keys > 0.0 && whole > 0.0 {
        let part = cx.words.with("portfolio-keys-make", &[("share", &share(keys / whole, cx))]);
        spans.push(Span::muted(format!("  {part}")));
    }
    spans
}

/// Why no client is shown, and what to do.
fn nothing(of: &Portfolio, cx: &Cx<'_>) -> String {
    let narrowed = !of.wish.narrowed.is_empty() || of.wish.only != Only::All;
    let key = match of.view {
        _ if narrowed => return cx.words.with("portfolio-nobody", &[("key", &cx.key(Command::Back))]),
        View::Pareto => "portfolio-nobody",
        View::Matrix => {
            return cx.words.with("portfolio-nobody-judged", &[("key", &cx.key(Command::SetValue))]);
        }
        View::Effort => {
            return cx.words.with("portfolio-nobody-logged", &[("key", &cx.key(Command::Capture))]);
        }
    };
    cx.words.with(key, &[("key", &cx.key(Command::Back))])
}
