//! Shapes as SVG. Every text goes through the one door that escapes it.
use std::fmt::Write as _;

use maud::{Markup, html};

use super::scene::{Ink, Scene, Shape, Stand, Text};
use crate::report::block::Tone;
use crate::report::picture::Picture;
use crate::report::plain::{one_line, safe};

/// The drawing of a picture: it has its title and what is to be seen on it for whoever does not see it; further sheets of the
/// same picture are passed over.
pub fn svg(scene: &Scene, picture: &Picture, id: &str, first: bool) -> Markup {
    let view = format!("0 0 {} {}", number(scene.wide), number(scene.high));
    let (title, desc) = (format!("t-{id}"), format!("d-{id}"));
    html! {
        @if first {
            svg viewBox=(view) width=(number(scene.wide)) height=(number(scene.high)) role="img"
                aria-labelledby=(format!("{title} {desc}")) {
                title id=(title) { (one_line(&picture.title)) }
                desc id=(desc) { (safe(&picture.alt)) }
                @for shape in &scene.shapes { (of(shape)) }
            }
        } @else {
            svg viewBox=(view) width=(number(scene.wide)) height=(number(scene.high)) aria-hidden="true" {
                @for shape in &scene.shapes { (of(shape)) }
            }
        }
    }
}

/// A bar filled to a share, for a line of text; what it says is told beside it.
pub fn bar(share: f64, tone: Tone) -> Markup {
    let full = super::scale::share(share) * 72.0;
    html! {
        svg class="bar" viewBox="0 0 72 8" width="72" height="8" aria-hidden="true" {
            rect class="f-line" width="72" height="8" rx="2" {}
            @if full > 0.0 {
                rect class=(format!("f-{}", Ink::of(tone).name())) width=(number(full.max(2.0))) height="8" rx="2" {}
            }
        }
    }
}

/// Some values as bars from the left to the right, each against the largest, for a line of text.
pub fn spark(values: &[f64]) -> Markup {
    let most = values.iter().copied().filter(|v| v.is_finite()).fold(0.0, f64::max);
    let high =
        |value: f64| if most > 0.0 { (super::scale::share(value / most) * 16.0).max(1.5) } else { 1.5 };
    let bars: Vec<(f64, f64)> =
        values.iter().zip(0_u32..).map(|(v, at)| (f64::from(at) * 6.0, high(*v))).collect();
    let wide = number(bars.last().map_or(0.0, |bar| bar.0 + 5.0));
    html! {
        svg class="spark" viewBox=(format!("0 0 {wide} 16")) width=(wide) height="16" aria-hidden="true" {
            @for (x, high) in bars {
                rect class="f-accent" x=(number(x)) y=(number(16.0 - high)) width="4.5" height=(number(high)) {}
            }
        }
    }
}

fn of(shape: &Shape) -> Markup {
    match shape {
        Shape::Text(text) => words(text, None),
        Shape::Upright { x, y, text } => {
            words(text, Some(format!("translate({} {}) rotate(-90)", number(*x), number(*y))))
        }
        Shape::Line { through, ink, thick, dashed } => html! {
            polyline class=(format!("s-{}", ink.name())) points=(points(through)) stroke-width=(number(*thick))
                stroke-dasharray=[dashed.then_some("5 4")] {}
        },
        Shape::Field { through, ink } => html! {
            polygon class=(format!("f-{}", ink.name())) points=(points(through)) {}
        },
        Shape::Box { area, round, ink, edge } => {
            let class = match edge {
                None => format!("f-{}", ink.name()),
                Some((edge, _)) => format!("f-{} e-{}", ink.name(), edge.name()),
            };
            let dashes = edge.is_some_and(|(_, dashed)| dashed).then_some("4 3");
            html! {
                rect class=(class) x=(number(area.x)) y=(number(area.y)) width=(number(area.wide))
                    height=(number(area.high)) rx=(number(*round)) stroke-dasharray=[dashes] {}
            }
        }
        Shape::Arc { at, radius, thick, share, ink } => {
            html! { path class=(format!("s-{}", ink.name())) stroke-width=(number(*thick)) d=(arc(*at, *radius, *share)) {} }
        }
        Shape::Sign { at, radius, tone } => sign(*at, *radius, *tone),
        Shape::Dot { at: (x, y), radius, ink } => html! {
            circle class=(format!("f-{} e-paper", ink.name())) cx=(number(*x)) cy=(number(*y)) r=(number(*radius)) {}
        },
        Shape::Diamond { at: (x, y), radius: r, ink, full, whole } => {
            let around = [(*x, y - r), (x + r, *y), (*x, y + r), (x - r, *y)];
            let (fill, edge) = if *full { (*ink, Ink::Paper) } else { (Ink::Paper, *ink) };
            html! {
                polygon class=(format!("f-{} e-{}", fill.name(), edge.name())) points=(points(&around)) stroke-width="1.5" {
                    title { (one_line(whole)) }
                }
            }
        }
    }
}

fn words(text: &Text, turned: Option<String>) -> Markup {
    let strong = if text.font.strong { " b" } else { "" };
    let halo = if text.halo { " halo" } else { "" };
    let class = format!("f-{}{strong}{halo}", text.ink.name());
    let anchor = match text.stand {
        Stand::Begin => None,
        Stand::Middle => Some("middle"),
        Stand::End => Some("end"),
    };
    let place = turned.is_none().then(|| (number(text.x), number(text.y)));
    html! {
        text class=(class) x=[place.as_ref().map(|p| &p.0)] y=[place.as_ref().map(|p| &p.1)] transform=[turned]
            font-size=(number(text.font.size)) text-anchor=[anchor] {
            (text.shown)
            @if let Some(whole) = &text.whole { title { (whole) } }
        }
    }
}

/// As it should be: a disc. On its way to be wrong: half of one. Someone must act: a ring. Without a meaning: a plain disc.
fn sign((x, y): (f64, f64), radius: f64, tone: Tone) -> Markup {
    let ink = if tone == Tone::Heading { Ink::Text } else { Ink::of(tone) }.name();
    let (cx, cy, r) = (number(x), number(y), number(radius));
    html! {
        @match tone {
            Tone::Good | Tone::Text | Tone::Muted | Tone::Heading | Tone::Accent => {
                circle class=(format!("f-{ink} e-paper")) cx=(cx) cy=(cy) r=(r) {}
            }
            Tone::Warn => {
                circle class=(format!("f-paper e-{ink}")) cx=(cx) cy=(cy) r=(r) stroke-width="1.5" {}
                path class=(format!("f-{ink}"))
                    d=(format!("M{cx} {}A{r} {r} 0 0 0 {cx} {}Z", number(y - radius), number(y + radius))) {}
            }
            Tone::Bad => {
                circle class=(format!("f-paper e-{ink}")) cx=(cx) cy=(cy) r=(number(radius - 0.5)) stroke-width="2" {}
            }
        }
    }
}

/// The part of a half ring from the left over the top.
fn arc((x, y): (f64, f64), radius: f64, share: f64) -> String {
    let angle = std::f64::consts::PI * (1.0 - super::scale::share(share));
    let (end_x, end_y) = (x + radius * angle.cos(), y - radius * angle.sin());
    let (from, r) = (number(x - radius), number(radius));
    format!("M{from} {}A{r} {r} 0 0 1 {} {}", number(y), number(end_x), number(end_y))
}

fn points(through: &[(f64, f64)]) -> String {
    let mut text = String::new();
    for (x, y) in through {
        let blank = if text.is_empty() { "" } else { " " };
        let _ = write!(text, "{blank}{},{}", number(*x), number(*y));
    }
    text
}

/// A number with at most one decimal; nothing that is no number reaches a page.
fn number(value: f64) -> String {
    let value = if value.is_finite() { value.clamp(-100_000.0, 100_000.0) } else { 0.0 };
    let rounded = (value * 10.0).round() / 10.0;
    if rounded == 0.0 { "0".to_owned() } else { rounded.to_string() }
}
