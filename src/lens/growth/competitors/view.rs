//! Draws the competitors: the list, beside it the page of the one under the cursor, and the radar below.
use ratatui::layout::Rect;

use super::radar;
use super::state::{Competitors, LIST};
use crate::command::Command;
use crate::lang::{day, money};
use crate::lens::Cx;
use crate::report::competitor::{held, next_end, rival, seats};
use crate::store::query::whitespace::WhiteBook;
use crate::ui::blocks::{Line, Spacing, margined};
use crate::ui::table::{List, TableRow};
use crate::ui::text::visible;
use crate::ui::{Column, Pen, Role, Seen, Span, panel};

/// Name, where they sit, what they hold, the next contract that ends.
const COLUMNS: [Column; 4] = [
    Column::growing(14),
    Column::fixed(9).right().leaves(1),
    Column::fixed(7).right(),
    Column::fixed(9).right(),
];

/// From how many columns on the page of a competitor stands beside the list.
const BESIDE: u16 = 100;
/// How much of the width the list has then, in percents.
const SHARE: u16 = 46;

pub(super) fn draw(all: &Competitors, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
    let Some(book) = all.book.as_deref().filter(|_| area.height > 1) else { return Seen::default() };
    if book.rivals.is_empty() {
        let key = cx.key(Command::New);
        panel::empty(pen, area, &cx.words.with("competitor-empty", &[("key", &key)]));
        return Seen::default();
    }
    let list = u16::try_from(all.rows.len().max(1)).unwrap_or(u16::MAX).saturating_add(1);
    let ends = u16::try_from(all.ends.len().max(2)).unwrap_or(u16::MAX).saturating_add(1);
    let radar = ends.min(area.height / 2);
    let room = area.height.saturating_sub(radar + 1);
    let (top, mut seen) = if area.width >= BESIDE {
        let wide = area.width - area.width * SHARE / 100;
        let page = page_lines(all, book, usize::from(wide.saturating_sub(4)), pen, cx);
        let high = list.max(u16::try_from(page.len()).unwrap_or(u16::MAX)).min(room);
        let top = panel::top(area, high);
        let (left, right) = panel::split(pen, top, SHARE);
        draw_page(&page, pen, right);
        (high, draw_list(all, book, pen, left, cx))
    } else {
        let high = list.min(room.saturating_sub(2)).max(2);
        let seen = draw_list(all, book, pen, panel::top(area, high), cx);
        draw_sides(all, pen, panel::top(panel::below(area, high), 2), cx);
        (high + 2, seen)
    };
    seen.add(radar::draw(all, pen, panel::below(area, top + 1), cx));
    seen
}

/// What the competitor under the cursor does better and worse, one line each, where their page has no room.
fn draw_sides(all: &Competitors, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) {
    let Some(rival) = all.current() else { return };
    let sides = [("+", &rival.strengths), ("−", &rival.weaknesses)];
    for (y, (sign, text)) in (area.y..area.bottom()).zip(sides) {
        let sign = if sign == "+" { sign } else { pen.glyphs.or("−", "-") };
        let nothing = cx.words.get("competitor-nothing-noted");
        let line = text.lines().next().map_or(nothing, visible);
        let spans = [Span::new(format!("  {sign} "), Role::Heading), Span::muted(line)];
        pen.spans(area.x + 1, y, area.width.saturating_sub(2), &spans);
    }
}

fn draw_list(all: &Competitors, book: &WhiteBook, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
    let words = cx.words;
    let shown = all.rows.len().to_string();
    let remark = words.with(&format!("competitor-by-{}", all.sort.name()), &[("count", &shown)]);
    let body = panel::title(pen, area, &words.get("competitor-title"), &remark);
    if all.rows.is_empty() {
        let key = cx.key(Command::Back);
        panel::empty(pen, body, &words.with("competitor-none", &[("key", &key)]));
        return Seen::default();
    }
    let list = List {
        columns: &COLUMNS,
        cursor: &all.cursor,
        len: all.rows.len(),
        panel: LIST,
        focused: !all.on_radar,
    };
    list.draw(pen, Rect { width: body.width.saturating_sub(1), ..body }, |row| {
        let found = all.rows.get(row).and_then(|at| book.rivals.get(*at));
        let Some(rival) = found else { return TableRow::Cells(Vec::new()) };
        let sits = seats(book, rival.id).len();
        let sits = words.with("competitor-sits", &[("count", &sits.to_string())]);
        let held = held(book, rival.id);
        let held = held.map(|sum| money::short(words.lang(), sum, cx.directory.terms.currency));
        let end = next_end(book, rival.id, cx.today).map(|end| day::column(end, cx.today, words));
        TableRow::cells([
            all.marks.mark(&rival.name, Role::Text),
            Span::muted(sits).into(),
            Span::text(held.unwrap_or_default()).into(),
            Span::muted(end.unwrap_or_default()).into(),
        ])
    })
}

fn page_lines(all: &Competitors, book: &WhiteBook, room: usize, pen: &Pen<'_>, cx: &Cx<'_>) -> Vec<Line> {
    let found = all.current().map(|one| rival(one, book, &cx.values()));
    found.map(|blocks| margined(&blocks, room, pen.glyphs, Spacing::Close)).unwrap_or_default()
}

fn draw_page(page: &[Line], pen: &mut Pen<'_>, area: Rect) {
    for (y, line) in (area.y..area.bottom()).zip(page) {
        line.draw(pen, Rect { x: area.x + 1, y, width: area.width.saturating_sub(2), height: 1 });
    }
}
