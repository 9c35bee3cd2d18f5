//! Draws the strip.
use ratatui::layout::Rect;

use super::{Strip, holder_elsewhere, name};
use crate::command::Command;
use crate::domain::coverage::{Held, Place, Seat, Survey, coverage, dependency, threads};
use crate::domain::scorecard::Rag;
use crate::lens::Cx;
use crate::lens::people::selection::Selection;
use crate::lens::people::state::STRIP;
use crate::lens::people::why::decimal;
use crate::report::indicator::share;
use crate::report::people::coverage::{seat, state};
use crate::store::query::centre::Whose;
use crate::ui::pen::spans_width;
use crate::ui::text::width;
use crate::ui::{Glyphs, Pen, Region, Role, Seen, Span, Spot, panel};

/// Draws the strip into the first line of `area` where there is something to say, and returns what is left below it: nothing
/// is taken where nothing is said.
pub(in crate::lens::people) fn draw(
    strip: &Strip,
    people: &Selection,
    pen: &mut Pen<'_>,
    area: Rect,
    cx: &Cx<'_>,
) -> (Rect, Seen) {
    let mut seen = Seen::default();
    let Some(shown) = strip.shown(people).filter(|_| area.height > 0) else { return (area, seen) };
    let (mut x, end) = (area.x + 1, area.right().saturating_sub(1));
    if cx.scope.is_none() || matches!(shown.whose, Whose::Decision(_)) {
        let room = end.saturating_sub(x).min(area.width / 3);
        x += pen.put(x, area.y, room, &name(&shown, people, cx), Role::Muted) + 2;
    }
    for (i, place) in shown.survey.places.iter().enumerate() {
        let spans = place_spans(&shown.survey, place, strip.at == Some(i), pen.glyphs, cx);
        let used = pen.spans(x, area.y, end.saturating_sub(x), &spans);
        let spot = Rect { x, y: area.y, width: used, height: 1 };
        if strip.at == Some(i) {
            let style = pen.theme.selected(true);
            pen.tint(spot, style);
            pen.put(x.saturating_sub(1), area.y, 1, pen.glyphs.bar(), Role::Accent);
        }
        seen.regions.push(Region { area: spot, spot: Spot::Row(STRIP, i) });
        x += used + 1;
    }
    let room = usize::from(end.saturating_sub(x + 1));
    let said = match strip.at.and_then(|at| shown.survey.places.get(at)) {
        Some(place) => {
            let proposed = holder_elsewhere(&shown, place.seat, people).map(|row| row.name.as_str());
            told(&shown.survey, place, proposed, room, cx)
        }
        None => figures(&shown.survey, room, pen.glyphs, cx),
    };
    pen.spans_right(end, area.y, u16::try_from(room).unwrap_or(0), &said);
    (panel::below(area, 1), seen)
}

/// The letter of the place and the sign of how it is held. A gap for which somebody is being looked for is no longer red.
fn place_spans(survey: &Survey, place: &Place, chosen: bool, glyphs: Glyphs, cx: &Cx<'_>) -> Vec<Span> {
    let letter = match place.seat {
        Seat::Role(role) => cx.words.get(Glyphs::role_key(role)),
        Seat::Champion => glyphs.champion().to_owned(),
    };
    let sign = match place.held {
        Held::Gap => glyphs.unknown(),
        Held::Named => glyphs.hollow(),
        Held::Covered => glyphs.full(),
    };
    let role = match place.held {
        Held::Gap if survey.placeholder(place.seat).is_none() => Role::Bad,
        Held::Gap | Held::Named => Role::Warn,
        Held::Covered => Role::Text,
    };
    let letter_role = if chosen { Role::Heading } else { Role::Text };
    vec![Span::new(letter, letter_role), Span::new(sign, role)]
}

/// The place under the cursor in words, and what ⏎ does with it.
fn told(survey: &Survey, place: &Place, proposed: Option<&str>, room: usize, cx: &Cx<'_>) -> Vec<Span> {
    let role = if place.held == Held::Gap { Role::Warn } else { Role::Text };
    let names = survey.members.iter().filter(|m| place.people.contains(&m.person)).map(|m| m.name.as_str());
    let names: Vec<_> = names.collect();
    let said = if names.is_empty() { state(survey, place, &cx.values()) } else { names.join(", ") };
    let mut spans = vec![Span::new(format!("{}: {said}", seat(place.seat, &cx.values())), role)];
    let held = !place.people.is_empty() || survey.placeholder(place.seat).is_some();
    let key = match proposed {
        _ if held => "strip-shows",
        Some(_) => "strip-proposes",
        None => "strip-finds-out",
    };
    let args = [("key", cx.key(Command::Open)), ("name", proposed.unwrap_or_default().to_owned())];
    let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let hint = Span::muted(format!("  {}", cx.words.with(key, &args)));
    if spans_width(&spans) + width(&hint.text) <= room {
        spans.push(hint);
    }
    spans
}

/// Threads, dependency and coverage; the dependency leaves first.
fn figures(survey: &Survey, room: usize, glyphs: Glyphs, cx: &Cx<'_>) -> Vec<Span> {
    let members = &survey.members;
    let figure = |key: &str, value: String, rag: Option<&Rag>| {
        let mut spans = vec![Span::muted(format!("{} ", cx.words.get(key))), Span::text(value)];
        if let Some(rag) = rag {
            let role = match rag {
                Rag::AtRisk => Role::Warn,
                Rag::Off => Role::Bad,
                Rag::OnTrack | Rag::Stale | Rag::Unknown(_) => Role::Text,
            };
            spans.push(Span::new(format!(" {}", glyphs.rag(rag)), role));
        }
        spans
    };
    let strong = threads(members);
    let covered = coverage(members)
        .amount()
        .map_or_else(|| glyphs.unknown().to_owned(), |c| decimal(c.round(), cx.words.lang()));
    let mut all = vec![figure("strip-threads", strong.people.len().to_string(), Some(&strong.rag))];
    if let Ok(most) = dependency(members) {
        all.push(figure("strip-dependency", share(most.share, &cx.values()), Some(&most.rag)));
    }
    all.push(figure("strip-coverage", covered, None));
    let wide = |all: &[Vec<Span>]| all.iter().map(|s| spans_width(s) + 3).sum::<usize>().saturating_sub(3);
    while wide(&all) > room && !all.is_empty() {
        all.remove(usize::from(all.len() == 3));
    }
    let mut spans = Vec::new();
    for figure in all {
        if !spans.is_empty() {
            spans.push(Span::text("   "));
        }
        spans.extend(figure);
    }
    spans
}
