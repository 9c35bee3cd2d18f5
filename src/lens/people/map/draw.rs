//! Draws the map: scale, heads of the columns, everybody at their place.
use std::rc::Rc;

use ratatui::layout::Rect;

use super::super::selection::Selection;
use super::super::state::PICTURE;
use super::ACROSS;
use super::foot;
use super::layout::{Length, Place, SCALE};
use super::place::{Placed, sign, stance_role};
use crate::command::Command;
use crate::domain::matrix::{Axis, BANDS, COLUMNS, KNOWN, stance_of};
use crate::lang::choice;
use crate::lens::Cx;
use crate::store::query::people::PersonRow;
use crate::ui::pen::spans_width;
use crate::ui::table::select;
use crate::ui::text::width;
use crate::ui::{Page, Pen, Region, Role, Seen, Span, Spot, panel};

/// Below so many lines the map has no line below it.
const FOOTED: u16 = 9;

/// A map on the screen.
struct Sheet<'a> {
    people: &'a Selection,
    placed: Rc<Placed>,
    /// Where the bands are.
    area: Rect,
    focused: bool,
    cx: &'a Cx<'a>,
    /// Cell of the person under the cursor, and their place in its order.
    at: Option<(usize, usize)>,
}

/// Draws all of it.
pub(super) fn draw(
    people: &Selection,
    placed: impl FnOnce((u16, u16)) -> Rc<Placed>,
    focused: bool,
    pen: &mut Pen<'_>,
    area: Rect,
    cx: &Cx<'_>,
) -> Seen {
    let foot = u16::from(area.height >= FOOTED);
    let inner = Rect {
        x: area.x.saturating_add(1),
        y: area.y.saturating_add(1),
        width: area.width.saturating_sub(1),
        height: area.height.saturating_sub(1 + foot),
    };
    let placed = placed((inner.width, inner.height));
    let axis = placed.axis;
    let mut seen = Seen::default();
    for (panel, height) in [(PICTURE, inner.height), (ACROSS, inner.width)] {
        seen.pages.push(Page { panel, first: 0, height: usize::from(height) });
    }
    if placed.len() == 0 {
        let key = cx.key(Command::ViewBack);
        panel::empty(pen, area, &cx.words.with("people-map-all-left", &[("key", &key)]));
        return seen;
    }
    let at = placed.dot(people.at()).and_then(|dot| placed.plan.of(dot));
    let sheet = Sheet { people, placed, area: inner, focused, cx, at };
    sheet.heads(pen, panel::top(area, 1));
    sheet.scale(pen);
    for cell in 0..BANDS * COLUMNS {
        sheet.cell(cell, pen, &mut seen);
    }
    sheet.nothing_known(pen);
    if foot > 0 {
        let line = Rect { y: area.bottom() - 1, height: 1, ..area };
        foot::draw(people, axis, pen, line, cx);
    }
    seen
}

impl Sheet<'_> {
    /// The meaning of every column, with how many stand in it where there is room. That of the cursor stands out.
    fn heads(&self, pen: &mut Pen<'_>, line: Rect) {
        let columns = self.placed.plan.columns;
        let mut heads: Vec<Vec<Span>> = (0..COLUMNS).map(|column| self.head(column, pen)).collect();
        let counts: Vec<String> = (0..COLUMNS).map(|column| self.count(column).to_string()).collect();
        let fits = |((head, count), (_, wide)): ((&Vec<Span>, &String), &(u16, u16))| {
            spans_width(head) + count.len() + 2 <= usize::from(*wide)
        };
        // A word that would be cut says less than the sign before it.
        for (head, (_, wide)) in heads.iter_mut().zip(&columns) {
            if spans_width(head) > usize::from(*wide) {
                head.truncate(1);
            }
        }
        let counted = heads.iter().zip(&counts).zip(&columns).all(fits);
        for ((mut head, count), (x, wide)) in heads.into_iter().zip(counts).zip(columns) {
            if counted {
                head.push(Span::muted(format!("  {count}")));
            }
            pen.spans(self.area.x + x + 1, line.y, wide, &head);
        }
    }

    /// How many stand in a column.
    fn count(&self, column: usize) -> usize {
        let cells = (0..BANDS).filter_map(|band| self.placed.plan.cell(band * COLUMNS + column));
        cells.map(|cell| cell.people.len()).sum()
    }

    /// The sign of a column and its word.
    fn head(&self, column: usize, pen: &Pen<'_>) -> Vec<Span> {
        let (sign, word) = self.meaning(column, pen);
        let here = self.at.is_some_and(|(cell, _)| cell % COLUMNS == column);
        let role = if here { Role::Text } else { Role::Muted };
        if word.is_empty() { vec![sign] } else { vec![sign, Span::new(format!(" {word}"), role)] }
    }

    fn meaning(&self, column: usize, pen: &Pen<'_>) -> (Span, String) {
        let words = self.cx.words;
        if column == KNOWN {
            return (Span::muted("?"), words.get("people-map-unknown"));
        }
        match self.placed.axis {
            Axis::Stance => {
                let stance = stance_of(column);
                let word = stance.map(|s| choice::word(s, words)).unwrap_or_default();
                (Span::new(pen.glyphs.stance(stance), stance_role(stance)), word)
            }
            Axis::Interest => {
                let word = match column {
                    0 => words.get("people-map-little"),
                    4 => words.get("people-map-much"),
                    _ => String::new(),
                };
                (Span::text((column + 1).to_string()), word)
            }
        }
    }

    /// The scale at the left, and the line that sets the unknown apart.
    fn scale(&self, pen: &mut Pen<'_>) {
        let (left, bottom) = (self.area.x, self.area.bottom());
        let axis = left + SCALE - 2;
        pen.upright(axis, self.area.y, self.area.height);
        for (band, (top, _)) in self.placed.plan.bands.into_iter().enumerate() {
            let y = self.area.y + top;
            if y >= bottom {
                break;
            }
            let here = self.at.is_some_and(|(cell, _)| cell / COLUMNS == band);
            let role = if here { Role::Heading } else { Role::Muted };
            pen.put(left, y, 1, &(BANDS - band).to_string(), role);
            pen.put(axis, y, 1, pen.glyphs.or("┤", "+"), Role::Muted);
        }
        let (x, _) = self.placed.plan.columns[KNOWN];
        pen.upright((left + x).saturating_sub(2), self.area.y, self.area.height);
    }

    fn cell(&self, cell: usize, pen: &mut Pen<'_>, seen: &mut Seen) {
        let order = self.at.filter(|(at, _)| *at == cell).map(|(_, order)| order);
        let Some(here) = self.placed.plan.cell(cell) else { return };
        let length = if order.is_some() { here.entered.length } else { here.resting.length };
        let (shown, hidden) = self.placed.plan.shown(cell, order);
        for (dot, place) in &shown {
            self.person(*dot, *place, length, pen, seen);
        }
        let Some((_, last)) = shown.last().filter(|_| hidden > 0) else { return };
        let (x, wide) = self.placed.plan.columns[cell % COLUMNS];
        let sign = format!("+{hidden}");
        let end = self.area.x + x + wide;
        let used = pen.put_right(end, self.area.y + last.y, wide, &sign, Role::Accent);
        // A click on it leads to whoever comes next.
        let next =
            here.people.iter().position(|p| *p == shown.last().map_or(0, |s| s.0)).map_or(0, |at| at + 1);
        let next = here.people.get(next).or_else(|| here.people.first());
        if let Some(row) = next.and_then(|dot| self.placed.row(*dot)) {
            let area = Rect { x: end - used, y: self.area.y + last.y, width: used, height: 1 };
            seen.regions.push(Region { area, spot: Spot::Row(PICTURE, row) });
        }
    }

    fn person(&self, dot: usize, place: Place, length: Length, pen: &mut Pen<'_>, seen: &mut Seen) {
        let Some(index) = self.placed.row(dot) else { return };
        let Some(row) = self.people.rows.get(index) else { return };
        let (x, y) = (self.area.x + place.x, self.area.y + place.y);
        let area = Rect { x, y, width: place.wide, height: 1 }.intersection(self.area);
        if area.is_empty() {
            return;
        }
        let before = self.mark(row, pen);
        pen.spans(x, y, 1, &[before]);
        let name = self.placed.name(dot, length);
        let room = usize::from(place.wide.saturating_sub(1));
        let mut sign = sign(row, self.placed.axis, length, pen.glyphs, self.cx);
        let whole = width(name) + spans_width(&sign) <= room;
        let unsigned = !whole && self.placed.axis == Axis::Stance;
        if unsigned {
            // The column says it: the name has the room, and the colour. That it is stale no column says.
            sign = sign.pop().filter(|_| row.stance_is_stale(self.cx.today)).into_iter().collect();
        }
        let for_sign = u16::try_from(spans_width(&sign)).unwrap_or(0);
        let room = place.wide.saturating_sub(1 + for_sign).max(1);
        let name = self.people.marks.mark(name, name_role(row, unsigned));
        let used = pen.spans(x + 1, y, room, &name);
        pen.spans(x + 1 + used, y, place.wide.saturating_sub(1 + used), &sign);
        if index == self.people.at() {
            let taken = (1 + used + for_sign).min(place.wide);
            select(pen, Rect { width: taken, ..area }, self.focused);
        }
        seen.regions.push(Region { area, spot: Spot::Row(PICTURE, index) });
    }

    /// Before the name: marked by the user, else that the influence is assumed.
    fn mark(&self, row: &PersonRow, pen: &Pen<'_>) -> Span {
        if self.people.is_marked(row) {
            return Span::new(pen.glyphs.done(), Role::Accent);
        }
        Span::muted(if row.weight.assumed { "~" } else { " " })
    }

    /// As long as the axis says nothing of anybody, the empty part of the map says how to begin.
    fn nothing_known(&self, pen: &mut Pen<'_>) {
        let plan = &self.placed.plan;
        let unknown = |cell: usize| cell % COLUMNS == KNOWN;
        let known = (0..BANDS * COLUMNS).filter(|cell| !unknown(*cell)).filter_map(|cell| plan.cell(cell));
        if known.into_iter().any(|cell| !cell.people.is_empty()) {
            return;
        }
        let key = match self.placed.axis {
            Axis::Stance => "people-map-no-stance",
            Axis::Interest => "people-map-no-interest",
        };
        let says = self.cx.words.with(key, &[("key", &self.cx.key(Command::MoveRight))]);
        let (end, _) = plan.columns[KNOWN];
        let middle = Rect {
            x: self.area.x + SCALE + 1,
            y: self.area.y + self.area.height / 3,
            width: end.saturating_sub(SCALE + 4),
            height: self.area.height - self.area.height / 3,
        };
        panel::empty(pen, middle, &says);
    }
}

/// Key players stand out, those against us in red: there somebody must act. A name without its sign is coloured in its place.
fn name_role(row: &PersonRow, unsigned: bool) -> Role {
    let against = row.stance.is_some_and(|s| s.score() < 0);
    match (row.placeholder, row.weight.key_player()) {
        (true, _) => Role::Muted,
        (false, true) if against => Role::Bad,
        (false, true) => Role::Heading,
        (false, false) if unsigned && row.stance.is_some_and(|s| s.score() != 0) => stance_role(row.stance),
        (false, false) => Role::Text,
    }
}
