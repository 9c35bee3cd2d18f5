//! Draws one person on a page, beside the list or alone.
use ratatui::layout::Rect;

use super::page::{Line, lines};
use super::state::{DETAILS, People};
use crate::lens::Cx;
use crate::store::query::people::PersonRow;
use crate::ui::pen::spans_width;
use crate::ui::table::select;
use crate::ui::{Page, Pen, Region, Role, Seen, Spot};

/// Draws the page of the person under the cursor.
pub(super) fn draw(people: &People, row: &PersonRow, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
    let mut seen = Seen::default();
    let Some(page) = people.details() else { return seen };
    let room = usize::from(area.width.saturating_sub(2));
    let lines = lines(row, page, room, pen.glyphs, cx);
    let height = usize::from(area.height);
    let at = lines.iter().position(|l| people.reading && l.item == Some(people.item));
    let first = first_shown(people.first, at, lines.len(), height);
    seen.pages.push(Page { panel: DETAILS, first, height });
    for (y, line) in (area.y..area.bottom()).zip(lines.iter().skip(first)) {
        draw_line(line, pen, Rect { y, height: 1, ..area });
        let Some(item) = line.item else { continue };
        let place = Rect { y, height: 1, ..area };
        if people.reading && item == people.item {
            select(pen, place, true);
        }
        seen.regions.push(Region { area: place, spot: Spot::Row(DETAILS, item) });
    }
    if people.reading && people.items() == 0 && first == 0 && area.height > 0 {
        pen.put(area.x, area.y, 1, pen.glyphs.bar(), Role::Accent);
    }
    if lines.len() > first + height && area.height > 1 {
        let below = lines.len() - first - height + 1;
        let more = cx.words.with("log-more-lines", &[("count", &below.to_string())]);
        let last = Rect { y: area.bottom() - 1, height: 1, ..area };
        pen.clear(last);
        pen.put(area.x + 1, last.y, area.width.saturating_sub(2), &more, Role::Muted);
    }
    seen
}

/// The first line to draw: as far as it was scrolled, but the selected item stays on the screen.
fn first_shown(wanted: usize, at: Option<usize>, len: usize, height: usize) -> usize {
    let most = len.saturating_sub(height);
    let first = wanted.min(most);
    match at {
        // Two lines stay below for the line that says that there is more.
        Some(at) if at < first || at + 2 > first + height => {
            (at + height / 2).saturating_sub(height).min(most)
        }
        _ => first,
    }
}

fn draw_line(line: &Line, pen: &mut Pen<'_>, place: Rect) {
    let end = line.end.clone().into_iter().collect::<Vec<_>>();
    let wide = u16::try_from(spans_width(&end)).unwrap_or(0);
    let room = place.width.saturating_sub(2);
    pen.spans(place.x + 1, place.y, room.saturating_sub(if wide > 0 { wide + 2 } else { 0 }), &line.spans);
    pen.spans_right(place.right().saturating_sub(1), place.y, room, &end);
}
