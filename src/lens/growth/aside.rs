//! What a view of records shows of the one under the cursor: beside the list where there is room, else below it.
use ratatui::layout::Rect;

use crate::report::Block;
use crate::ui::blocks::lines;
use crate::ui::{Pen, panel};

/// From how many columns on list and details stand side by side.
const BESIDE: u16 = 100;

/// Fewest lines that a list keeps above the details.
const LEAST: u16 = 8;

/// Where the list stands and, if there is room for it, where the details stand.
pub(super) fn places(pen: &mut Pen<'_>, area: Rect, rows: usize) -> (Rect, Option<Rect>) {
    if area.width >= BESIDE {
        let (left, right) = panel::split(pen, area, if area.width < 160 { 60 } else { 64 });
        return (left, Some(right));
    }
    let wanted = u16::try_from(rows).unwrap_or(u16::MAX).saturating_add(1).max(LEAST);
    let below = area.height / 2;
    let list = wanted.min(area.height.saturating_sub(below + 1)).max(LEAST);
    if area.height < list + 4 {
        return (area, None);
    }
    let top = panel::top(area, list);
    let rest = panel::below(area, list);
    pen.rule(rest.x + 1, rest.y, rest.width.saturating_sub(2));
    (top, Some(panel::below(rest, 1)))
}

/// Draws the details; what has no room is left out.
pub(super) fn draw(pen: &mut Pen<'_>, area: Rect, title: &str, remark: &str, blocks: &[Block]) {
    let rest = panel::title(pen, area, title, remark);
    let room = usize::from(rest.width.saturating_sub(2));
    let drawn = lines(blocks, room, pen.glyphs);
    for (y, line) in (rest.y..rest.bottom()).zip(&drawn) {
        line.draw(pen, Rect { x: rest.x + 1, y, width: rest.width.saturating_sub(2), height: 1 });
    }
}
