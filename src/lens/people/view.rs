//! The frame of every view: title, strip of the buying centre, the picture, and where there is room the details beside it.
use ratatui::layout::Rect;

use super::selection::Selection;
use super::state::People;
use super::{details, strip, title};
use crate::command::Command;
use crate::lens::Cx;
use crate::ui::{Pen, Seen, panel};

/// From how many columns on picture and details stand side by side.
pub(super) const BESIDE: u16 = 100;

/// From how many lines on a blank one stands below the title.
const AIRY: u16 = 24;

/// Draws the lens.
pub(super) fn draw(people: &People, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
    let chosen = &people.chosen;
    if people.reading
        && area.width < BESIDE
        && let Some(row) = chosen.current()
    {
        return details::draw(people, row, pen, area, cx);
    }
    let picture = people.pictures.get(people.view);
    let (body, mut seen) = title::draw(chosen, people.view, picture.note(), pen, area, cx);
    let (body, drawn) = strip::draw(&people.strip, chosen, pen, body, cx);
    seen.add(drawn);
    let body = panel::below(body, u16::from(area.height >= AIRY));
    if chosen.rows.is_empty() {
        if chosen.known {
            panel::empty(pen, panel::below(body, 1), &nobody(chosen, cx));
        }
    } else if area.width < BESIDE {
        let body = Rect { width: body.width.saturating_sub(1), ..body };
        seen.add(picture.draw(chosen, !people.reading && !people.strip.focused(), pen, body, cx));
    } else {
        let percent = match area.width {
            ..110 => 64,
            110..180 => 66,
            180.. => 70,
        };
        let (left, right) = panel::split(pen, body, percent);
        seen.add(picture.draw(chosen, !people.reading && !people.strip.focused(), pen, left, cx));
        if let Some(row) = chosen.current() {
            seen.add(details::draw(people, row, pen, right, cx));
        }
    }
    seen
}

fn nobody(people: &Selection, cx: &Cx<'_>) -> String {
    if people.all.is_empty() {
        let (key, import) = (cx.key(Command::New), cx.key(Command::Import));
        return cx.words.with("people-empty", &[("key", &key), ("import", &import)]);
    }
    cx.words.with("people-nobody", &[("key", &cx.key(Command::Back))])
}
