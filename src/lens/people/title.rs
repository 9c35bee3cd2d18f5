//! The title line of every view: how many people and what is wrong with them; at the right the view, the order, the selection.
use std::collections::BTreeSet;

use ratatui::layout::Rect;

use super::filter::Filter;
use super::order::Sort;
use super::selection::Selection;
use super::views::View;
use crate::domain::cadence::Contact;
use crate::lang::number;
use crate::lens::Cx;
use crate::store::query::people::PersonRow;
use crate::ui::pen::spans_width;
use crate::ui::{Pen, Region, Role, Seen, Span, Spot, panel};

/// Blank columns at least between what stands at the left and what stands at the right.
const GAP: usize = 3;

/// Draws it and returns the area below. `note` is the key of what the view says of itself.
pub(super) fn draw(
    people: &Selection,
    view: View,
    note: Option<&str>,
    pen: &mut Pen<'_>,
    area: Rect,
    cx: &Cx<'_>,
) -> (Rect, Seen) {
    let mut seen = Seen::default();
    if area.height == 0 {
        return (area, seen);
    }
    let room = area.width.saturating_sub(2);
    let (left, right) = fitting(people, (view, note), usize::from(room), pen.glyphs.trend(1), cx);
    pen.spans(area.x + 1, area.y, room, &left);
    let wide = u16::try_from(spans_width(&right)).unwrap_or(room).min(room);
    let start = area.right().saturating_sub(wide + 1);
    if wide > 0 && spans_width(&left) + GAP + usize::from(wide) > usize::from(room) {
        let behind = Rect { x: start.saturating_sub(2), y: area.y, width: wide + 3, height: 1 };
        pen.clear(behind.intersection(area));
    }
    pen.spans(start, area.y, wide, &right);
    if View::ALL.len() > 1 {
        let named = right.first().map_or(0, |s| spans_width(std::slice::from_ref(s)));
        let place = Rect { x: start, y: area.y, width: u16::try_from(named).unwrap_or(wide), height: 1 };
        seen.regions.push(Region { area: place, spot: Spot::Hint(crate::command::Command::View) });
    }
    (panel::below(area, 1), seen)
}

/// What has room: first the remarks leave from their end, then the order. What is left out is always said.
fn fitting(
    people: &Selection,
    view: (View, Option<&str>),
    room: usize,
    turned: &str,
    cx: &Cx<'_>,
) -> (Vec<Span>, Vec<Span>) {
    let remarks = remarks(people, cx);
    let fits = |left: &[Span], right: &[Span]| spans_width(left) + GAP + spans_width(right) <= room;
    let whole = right(people, view, Some(turned), cx);
    for keep in (0..=remarks.len()).rev() {
        let left = left(people, remarks.get(..keep).unwrap_or_default(), cx);
        if fits(&left, &whole) {
            return (left, whole);
        }
    }
    (left(people, &[], cx), right(people, view, None, cx))
}

fn left(people: &Selection, remarks: &[(usize, &'static str, Role)], cx: &Cx<'_>) -> Vec<Span> {
    let mut spans = vec![Span::new(cx.words.get("people-title"), Role::Heading)];
    spans.push(Span::muted(format!("  {}", count(people, cx))));
    for (n, key, role) in remarks {
        spans.push(Span::muted(" · "));
        spans.push(Span::new(cx.words.with(key, &[("count", &n.to_string())]), *role));
    }
    spans
}

/// The view first, then the order, then to what the people are narrowed.
fn right(
    people: &Selection,
    (view, note): (View, Option<&str>),
    turned: Option<&str>,
    cx: &Cx<'_>,
) -> Vec<Span> {
    let words = cx.words;
    let mut spans = Vec::new();
    if View::ALL.len() > 1 {
        spans.push(Span::new(words.get(&format!("people-view-{}", view.name())), Role::Heading));
    }
    if let Some(note) = note {
        spans.push(Span::muted(format!("  {}", words.get(note))));
    }
    let mut add = |span: Span| {
        if !spans.is_empty() {
            spans.push(Span::muted(" · "));
        }
        spans.push(span);
    };
    if let Some(turned) = turned.filter(|_| people.filter != Filter::Queue || people.sort != Sort::CatchUp) {
        let order = words.get(&format!("people-by-{}", people.sort.name()));
        add(Span::muted(if people.reversed { format!("{order} {turned}") } else { order }));
    }
    if people.filter != Filter::All {
        add(Span::new(people.filter.words(cx), Role::Accent));
    }
    if !people.text.is_empty() {
        add(Span::new(format!("“{}”", people.text), Role::Accent));
    }
    spans
}

/// How many people these rows are: who has places at two accounts is one.
pub(super) fn heads<'a>(rows: impl IntoIterator<Item = &'a PersonRow>) -> usize {
    rows.into_iter().map(|row| row.person).collect::<BTreeSet<_>>().len()
}

/// `47`, or `3 of 47` where only some are shown.
fn count(people: &Selection, cx: &Cx<'_>) -> String {
    let show = |n: usize| number::show(cx.words.lang(), i64::try_from(n).unwrap_or(i64::MAX));
    let (shown, all) = (heads(&people.rows), heads(&people.all));
    if shown == all {
        return show(all);
    }
    cx.words.with("people-of-all", &[("shown", &show(shown)), ("all", &show(all))])
}

/// How many are marked, overdue, never met, without a role.
fn remarks(people: &Selection, cx: &Cx<'_>) -> Vec<(usize, &'static str, Role)> {
    let here = || people.all.iter().filter(|r| r.is_active());
    let reachable = || here().filter(|r| r.turn(cx.today).is_reachable());
    let overdue = heads(reachable().filter(|r| r.contact == Contact::Overdue));
    let never = heads(reachable().filter(|r| r.contact == Contact::Never));
    let no_role = heads(here().filter(|r| r.roles.is_empty()));
    let all = [
        (heads(people.of_marked()), "people-marked", Role::Accent),
        (overdue, "people-overdue", Role::Muted),
        (never, "people-never", Role::Muted),
        (no_role, "people-without-role", Role::Muted),
    ];
    all.into_iter().filter(|r| r.0 > 0).collect()
}
