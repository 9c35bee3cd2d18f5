//! The line below the map: on a narrow screen who is under the cursor, else what the signs mean and how people are moved.
use ratatui::layout::Rect;

use super::super::selection::Selection;
use super::super::view::BESIDE;
use crate::command::Command;
use crate::domain::evidence::STALE;
use crate::domain::matrix::Axis;
use crate::lang::choice;
use crate::lens::Cx;
use crate::store::query::people::PersonRow;
use crate::ui::pen::spans_width;
use crate::ui::text::visible;
use crate::ui::{Glyphs, Pen, Role, Span};

/// Draws the line.
pub(super) fn draw(people: &Selection, axis: Axis, pen: &mut Pen<'_>, line: Rect, cx: &Cx<'_>) {
    let room = line.width.saturating_sub(1);
    let mut used = 0;
    if pen.buf.area.width < BESIDE
        && let Some(row) = people.current()
    {
        // How people are moved must be known; the title is on the page of the person.
        let moves = keys(cx).chars().count() + 16;
        let whole = who(row, axis, true, cx);
        let fits = spans_width(&whole) + moves <= usize::from(room);
        let who = if fits { whole } else { who(row, axis, false, cx) };
        used = pen.spans(line.x + 1, line.y, room, &who) + 3;
    }
    let left = usize::from(room.saturating_sub(used));
    let mut legend = legend(people, pen.glyphs, cx);
    while joined(&legend).chars().count() > left && !legend.is_empty() {
        legend.pop();
    }
    let text = joined(&legend);
    if used > 0 {
        pen.put_right(line.right(), line.y, room.saturating_sub(used), &text, Role::Muted);
    } else {
        pen.put(line.x + 1, line.y, room, &text, Role::Muted);
    }
}

fn joined(parts: &[String]) -> String {
    parts.join(" · ")
}

/// Name, what is on their card, where, and how they stand.
fn who(row: &PersonRow, axis: Axis, titled: bool, cx: &Cx<'_>) -> Vec<Span> {
    let words = cx.words;
    let mut spans = vec![Span::new(visible(&row.name), Role::Heading)];
    let mut add = |text: &str| {
        if !text.is_empty() {
            spans.push(Span::muted(format!(" · {}", visible(text))));
        }
    };
    if let Some(left) = row.left_on {
        let day = crate::lang::day::show(left, words);
        add(&words.with("people-left-on", &[("day", &day)]));
        return spans;
    }
    if titled {
        add(&row.title);
    }
    if cx.scope.is_none() {
        add(&row.account_name);
    }
    let key = if row.weight.assumed { "people-map-influence-assumed" } else { "people-map-influence" };
    add(&words.with(key, &[("w", &row.weight.w.to_string())]));
    add(&match (axis, row.stance, row.interest) {
        (Axis::Stance, Some(stance), _) => choice::word(stance, words),
        (Axis::Stance, None, _) => words.get("people-map-stance-unknown"),
        (Axis::Interest, _, Some((n, _))) => words.with("people-map-interest", &[("n", &n.to_string())]),
        (Axis::Interest, _, None) => words.get("people-map-interest-unknown"),
    });
    spans
}

/// What is to be known of the signs on this map; what matters least comes last.
fn legend(people: &Selection, glyphs: Glyphs, cx: &Cx<'_>) -> Vec<String> {
    let words = cx.words;
    let here = || people.rows.iter().filter(|r| r.left_on.is_none());
    let mut parts = Vec::new();
    parts.push(words.with("people-map-moves", &[("keys", &keys(cx))]));
    if here().any(|r| r.weight.assumed) {
        parts.push(words.get("people-map-sign-assumed"));
    }
    if let Some(row) = here().find(|r| r.stance_is_stale(cx.today)) {
        let sign = format!("{}?", glyphs.stance(row.stance));
        let days = STALE.to_string();
        parts.push(words.with("people-map-sign-stale", &[("sign", &sign), ("days", &days)]));
    }
    if here().any(|r| r.placeholder) {
        parts.push(words.get("people-map-sign-placeholder"));
    }
    let left = people.rows.len() - here().count();
    if left > 0 {
        parts.push(words.with("people-map-left", &[("count", &left.to_string())]));
    }
    parts
}

/// The keys that move a person: `Shift-↑↓←→` where only their last signs differ.
fn keys(cx: &Cx<'_>) -> String {
    let commands = [Command::MoveUp, Command::MoveDown, Command::MoveLeft, Command::MoveRight];
    let keys = commands.map(|command| cx.key(command));
    let [first, ..] = &keys;
    let mut common: Vec<char> = first.chars().collect();
    common.pop();
    let common: String = common.into_iter().collect();
    let ends: Option<Vec<&str>> = keys.iter().map(|key| key.strip_prefix(&common)).collect();
    match ends {
        Some(ends) if ends.iter().all(|end| end.chars().count() == 1) => format!("{common}{}", ends.concat()),
        _ => keys.join(" "),
    }
}
