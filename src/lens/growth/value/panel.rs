//! Draws one client line by line: what is assumed, what it is worth, from what; what is tried out beside it, and the years ahead.
use ratatui::layout::Rect;

use super::{LINES, Value};
use crate::command::Command;
use crate::lens::Cx;
use crate::report::lifetime::{Line, course, lines, short};
use crate::store::query::lifetime::Lifetime;
use crate::ui::table::{draw_row, lay_out, select};
use crate::ui::{Column, Page, Pen, Region, Role, Seen, Span, Spot, TableRow, meter, panel};

/// What it is, and how it stands.
const PLAIN: [Column; 4] =
    [Column::growing(22), Column::fixed(9).right(), Column::fixed(0).leaves(2), Column::fixed(0).leaves(1)];

/// The same with what is tried out and the difference.
const TRIED: [Column; 4] = [
    Column::growing(18),
    Column::fixed(8).right(),
    Column::fixed(8).right(),
    Column::fixed(8).right().leaves(1),
];

/// Columns that the lines take at most.
const WIDEST: u16 = 60;

/// Columns that a bar has at most.
const BAR: usize = 24;

pub(super) fn draw(view: &Value, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
    let mut seen = Seen::default();
    let Some(one) = view.current() else { return seen };
    let tried = view.tried();
    let remark = if tried.is_some() { cx.words.get("cltv-not-saved") } else { String::new() };
    let rest = panel::title(pen, area, &one.name, &remark);
    seen.pages.push(Page { panel: LINES, first: 0, height: usize::from(rest.height) });
    if let Err(why) = one.client.contribution() {
        let why = cx.words.say(&why);
        let how = cx.words.with("growth-value-fill", &[("why", &why), ("key", &cx.key(Command::Edit))]);
        panel::empty(pen, panel::below(rest, 1), &how);
        return seen;
    }
    let mut drawing = Drawing { view, pen, cx, area: rest, y: rest.y, seen };
    if tried.is_some() {
        drawing.head();
    }
    let mut lever = 0;
    for (at, group) in lines(one, tried, &cx.values()).into_iter().enumerate() {
        if at > 0 {
            drawing.y = drawing.y.saturating_add(1);
        }
        for line in &group {
            let place = drawing.line(line);
            if let (Some(place), Some(_)) = (place, line.lever) {
                drawing.mark(place, lever);
                lever += 1;
            }
        }
        if at == 0 {
            drawing.hint();
        }
    }
    drawing.years(one);
    drawing.seen
}

struct Drawing<'a, 'b> {
    view: &'a Value,
    pen: &'a mut Pen<'b>,
    cx: &'a Cx<'a>,
    area: Rect,
    y: u16,
    seen: Seen,
}

impl Drawing<'_, '_> {
    fn next(&mut self) -> Option<Rect> {
        let place = Rect { y: self.y, height: 1, ..self.area };
        self.y = self.y.saturating_add(1);
        (place.y < self.area.bottom()).then_some(place)
    }

    fn cells(&mut self, place: Rect, cells: [Vec<Span>; 4]) {
        let columns = if self.view.tried().is_some() { TRIED } else { PLAIN };
        // Figures stand near what they are: a wide panel does not part them.
        let wide = self.area.width.saturating_sub(1).min(WIDEST);
        draw_row(self.pen, place, &columns, &lay_out(&columns, wide), &TableRow::cells(cells));
    }

    fn head(&mut self) {
        let word = |name: &str| Span::muted(self.cx.words.get(&format!("cltv-head-{name}"))).into();
        let cells = [Vec::new(), word("now"), word("tried"), word("change")];
        if let Some(place) = self.next() {
            self.cells(place, cells);
        }
    }

    fn line(&mut self, line: &Line) -> Option<Rect> {
        let place = self.next()?;
        let role = if line.result { Role::Heading } else { Role::Text };
        let label = if line.result { Role::Heading } else { Role::Muted };
        let change = if line.change.starts_with(['-', '−']) { Role::Bad } else { Role::Good };
        let change = if line.result { change } else { Role::Muted };
        self.cells(
            place,
            [
                Span::new(line.label.clone(), label).into(),
                Span::new(line.now.clone(), role).into(),
                Span::new(line.tried.clone(), Role::Accent).into(),
                Span::new(line.change.clone(), change).into(),
            ],
        );
        Some(place)
    }

    fn mark(&mut self, place: Rect, lever: usize) {
        if self.view.trying && self.view.line == lever {
            select(self.pen, place, true);
        }
        self.seen.regions.push(Region { area: place, spot: Spot::Row(LINES, lever) });
    }

    /// Which keys try something out, and which keeps it.
    fn hint(&mut self) {
        let key = |command| self.cx.key(command);
        let words = if self.view.trying {
            let keys = [
                ("more", key(Command::StanceUp)),
                ("less", key(Command::StanceDown)),
                ("keep", key(Command::Done)),
                ("back", key(Command::Back)),
            ];
            let keys: Vec<_> = keys.iter().map(|(name, key)| (*name, key.as_str())).collect();
            self.cx.words.with("growth-value-keys", &keys)
        } else {
            self.cx.words.with("growth-value-how", &[("key", &key(Command::Open))])
        };
        if let Some(place) = self.next() {
            self.pen.put(place.x + 1, place.y, place.width.saturating_sub(1), &words, Role::Muted);
        }
    }

    /// What each year ahead is worth today, as bars.
    fn years(&mut self, one: &Lifetime) {
        let years = course(one, self.view.tried());
        let most = years.iter().map(|(_, amount)| amount.abs()).fold(0.0, f64::max);
        // A title and three years at least, below a blank line.
        let room = self.area.bottom().saturating_sub(self.y.saturating_add(2));
        if most <= 0.0 || room < 3 {
            return;
        }
        self.y = self.y.saturating_add(1);
        if let Some(place) = self.next() {
            panel::title(self.pen, place, &self.cx.words.get("cltv-course"), "");
        }
        let wide = BAR.min(usize::from(self.area.width.saturating_sub(18)));
        for (year, amount) in years {
            let Some(place) = self.next() else { return };
            let shown = short(amount, &self.cx.values());
            self.pen.put_right(place.x + 4, place.y, 3, &year.to_string(), Role::Muted);
            self.pen.put_right(place.x + 14, place.y, 9, &shown, Role::Text);
            let bar = meter::line(self.pen.glyphs, amount.max(0.0) / most, wide);
            self.pen.put(place.x + 16, place.y, self.area.width.saturating_sub(16), &bar.0, Role::Accent);
        }
    }
}
