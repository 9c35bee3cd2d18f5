//! Titles, hairlines, and the boxes of what floats.
use ratatui::layout::Rect;

use super::pen::{Pen, Span};
use super::theme::Role;

/// Draws the title of a panel on its first line, bold, with a muted remark beside it, and returns the area below.
pub fn title(pen: &mut Pen<'_>, area: Rect, title: &str, remark: &str) -> Rect {
    let spans = [Span::new(title, Role::Heading), Span::muted("  "), Span::muted(remark)];
    if area.height > 0 {
        pen.spans(area.x.saturating_add(1), area.y, area.width.saturating_sub(1), &spans);
    }
    below(area, 1)
}

/// Says in an empty place what would stand there and which key fills it.
pub fn empty(pen: &mut Pen<'_>, area: Rect, sentence: &str) {
    let lines = super::text::wrap(&super::text::visible(sentence), usize::from(area.width.saturating_sub(2)));
    for (y, line) in (area.y..area.bottom()).zip(lines) {
        pen.put(area.x.saturating_add(1), y, area.width.saturating_sub(1), &line, Role::Muted);
    }
}

/// The area without its first `lines`.
pub fn below(area: Rect, lines: u16) -> Rect {
    let lines = lines.min(area.height);
    Rect { y: area.y + lines, height: area.height - lines, ..area }
}

/// The first `lines` of the area.
pub fn top(area: Rect, lines: u16) -> Rect {
    Rect { height: lines.min(area.height), ..area }
}

/// Two areas side by side with a hairline between them, the left one `percent` wide.
pub fn split(pen: &mut Pen<'_>, area: Rect, percent: u16) -> (Rect, Rect) {
    let wide = u16::try_from(u32::from(area.width) * u32::from(percent) / 100).unwrap_or(area.width);
    let wide = wide.min(area.width);
    let rest = area.width - wide;
    if rest > 0 {
        pen.upright(area.x + wide, area.y, area.height);
    }
    let right = Rect { x: area.x + wide + rest.min(2), width: rest.saturating_sub(2), ..area };
    (Rect { width: wide.saturating_sub(1), ..area }, right)
}

/// Draws an empty box with a title and a line of hints over the middle of `screen` and returns its inside. `width` and
/// `height` are of the box and give way to a small screen.
pub fn float(
    pen: &mut Pen<'_>,
    screen: Rect,
    (width, height): (u16, u16),
    title: &str,
    hints: &[Span],
) -> Rect {
    let (width, height) = (width.min(screen.width), height.min(screen.height));
    let x = screen.x + (screen.width - width) / 2;
    let y = screen.y + (screen.height - height) / 3;
    let area = Rect { x, y, width, height };
    pen.clear(area);
    if width < 4 || height < 3 {
        return area;
    }
    frame(pen, area);
    let room = width - 4;
    let used = pen.put(x + 2, y, room, &format!(" {title} "), Role::Heading);
    let _ = used;
    let wide = u16::try_from(super::pen::spans_width(hints)).unwrap_or(room).min(room);
    if wide > 0 {
        let start = x + width - 2 - wide;
        pen.put(start.saturating_sub(1), area.bottom() - 1, 1, " ", Role::Text);
        pen.spans(start, area.bottom() - 1, wide, hints);
        pen.put(start + wide, area.bottom() - 1, 1, " ", Role::Text);
    }
    Rect { x: x + 2, y: y + 1, width: width - 4, height: height - 2 }
}

fn frame(pen: &mut Pen<'_>, area: Rect) {
    let g = pen.glyphs;
    let (right, bottom) = (area.right() - 1, area.bottom() - 1);
    for (line, left_sign, right_sign) in
        [(area.y, g.or("╭", "+"), g.or("╮", "+")), (bottom, g.or("╰", "+"), g.or("╯", "+"))]
    {
        pen.rule(area.x + 1, line, area.width - 2);
        pen.put(area.x, line, 1, left_sign, Role::Muted);
        pen.put(right, line, 1, right_sign, Role::Muted);
    }
    pen.upright(area.x, area.y + 1, area.height - 2);
    pen.upright(right, area.y + 1, area.height - 2);
}
