//! Drawing a form: label right-aligned and muted, value left, one line a field, its help in one line below.
use ratatui::layout::Rect;

use super::input::{Input, letters, yes_letter};
use super::names::Candidate;
use super::{Form, Line};
use crate::domain::kind::Kind;
use crate::domain::value::{FieldKind, Value};
use crate::lang::value::Context;
use crate::lang::{choice, day, field};
use crate::ui::panel::float;
use crate::ui::text::{visible, width, wrap};
use crate::ui::{Page, Pen, Region, Role, Seen, Span, Spot};

/// Columns of the widest form.
const WIDEST: u16 = 100;
/// Rows of a note on the screen at the most.
const NOTE_ROWS: usize = 6;

/// A row of the form on the screen.
enum Row {
    /// Blank, before the head of a part.
    Gap,
    /// Head of a part.
    Part(usize),
    /// Field, and which line of its value.
    Field(usize, usize),
    /// A candidate of the field in front of the user.
    Offer(usize),
}

impl Form {
    /// Draws the form over the middle of the screen.
    pub fn draw(&self, pen: &mut Pen<'_>, screen: Rect, hints: &[Span], cx: &Context<'_>) -> Seen {
        let offers = self.candidates(cx);
        let rows = self.rows(offers.len());
        let height = u16::try_from(rows.len() + 4).unwrap_or(u16::MAX).max(8);
        let inside = float(pen, screen, (WIDEST, height), &self.title(cx), hints);
        if inside.height < 3 || inside.width < 20 {
            return Seen::default();
        }
        let body = Rect { height: inside.height - 2, ..inside };
        self.draw_help(pen, Rect { y: inside.bottom() - 1, height: 1, ..inside }, cx);
        let first = self.first_row(&rows, usize::from(body.height));
        let labels = self.label_width(cx).min(body.width / 3);
        let mut seen = Seen::default();
        for (y, row) in (body.y..body.bottom()).zip(rows.iter().skip(first)) {
            let line = Rect { y, height: 1, ..body };
            match row {
                Row::Gap => {}
                Row::Part(part) => self.draw_part(pen, line, *part, cx),
                Row::Field(at, sub) => seen.add(self.draw_field(pen, line, (*at, *sub), labels, cx)),
                Row::Offer(at) => {
                    if let Some(offer) = offers.get(*at) {
                        seen.add(self.draw_offer(pen, line, (*at, offer), labels, cx));
                    }
                }
            }
        }
        let more = rows.len().saturating_sub(first + usize::from(body.height));
        if more > 0 {
            let sign = cx.words.with("form-more", &[("count", &more.to_string())]);
            pen.put_right(inside.right(), body.bottom(), inside.width, &sign, Role::Muted);
        }
        seen.floats.push(Page { panel: 0, first, height: usize::from(body.height) });
        seen
    }

    fn rows(&self, offers: usize) -> Vec<Row> {
        let mut rows = Vec::new();
        let mut part = 0;
        for (at, line) in self.lines.iter().enumerate() {
            if line.part != part {
                part = line.part;
                rows.push(Row::Gap);
                rows.push(Row::Part(part));
            }
            let lines = match &line.input {
                Input::Note(note) if at == self.at => note.lines().len().clamp(1, NOTE_ROWS),
                _ => 1,
            };
            rows.extend((0..lines).map(|sub| Row::Field(at, sub)));
            if at == self.at {
                rows.extend((0..offers).map(Row::Offer));
            }
        }
        rows
    }

    /// First row drawn, so that the field in front of the user and what hangs on it are seen, two rows around it.
    fn first_row(&self, rows: &[Row], height: usize) -> usize {
        let mine = |row: &Row| match row {
            Row::Field(at, _) => *at == self.at,
            Row::Offer(_) => true,
            Row::Gap | Row::Part(_) => false,
        };
        let top = rows.iter().position(mine).unwrap_or(0);
        let bottom = rows.iter().rposition(mine).unwrap_or(0);
        let first = (bottom + 3).saturating_sub(height);
        first.min(top.saturating_sub(1)).min(rows.len().saturating_sub(height))
    }

    fn label_width(&self, cx: &Context<'_>) -> u16 {
        let widest = self.lines.iter().map(|l| width(&self.label(l, cx))).max().unwrap_or(0);
        u16::try_from(widest).unwrap_or(u16::MAX)
    }

    fn label(&self, line: &Line, cx: &Context<'_>) -> String {
        let kind = self.parts.get(line.part).map_or(self.of.kind, |p| p.kind());
        field::label(kind, line.spec.name, cx.words)
    }

    fn draw_part(&self, pen: &mut Pen<'_>, line: Rect, part: usize, cx: &Context<'_>) {
        let Some(record) = self.parts.get(part) else { return };
        let mut title = crate::lang::capital(&field::kind(record.kind(), cx.words));
        if let (Kind::Membership, Value::Link(account)) = (record.kind(), record.get("account")) {
            title = format!("{title} · {}", cx.directory.name(Kind::Account, account));
        }
        pen.put(line.x, line.y, line.width, &title, Role::Heading);
    }

    fn draw_field(
        &self,
        pen: &mut Pen<'_>,
        line: Rect,
        (at, sub): (usize, usize),
        labels: u16,
        cx: &Context<'_>,
    ) -> Seen {
        let Some(field) = self.lines.get(at) else { return Seen::default() };
        let focused = at == self.at;
        let mut seen =
            Seen { regions: vec![Region { area: line, spot: Spot::Field(at) }], ..Seen::default() };
        if sub == 0 {
            let role = if focused { Role::Accent } else { Role::Muted };
            pen.put_right(line.x + labels, line.y, labels, &self.label(field, cx), role);
        }
        if focused {
            pen.put(line.x + labels + 1, line.y, 1, pen.glyphs.bar(), Role::Accent);
        }
        let x = line.x + labels + 3;
        let room = line.right().saturating_sub(x);
        let (drawn, used) = draw_value(pen, (x, line.y), room, field, (focused, sub), cx);
        seen.add(drawn);
        if sub == 0 {
            let rest = Rect { x: x + used + 2, y: line.y, width: room.saturating_sub(used + 2), height: 1 };
            draw_remark(pen, rest, field, (focused, self.is_said(field.part)), cx);
        }
        seen
    }

    fn draw_offer(
        &self,
        pen: &mut Pen<'_>,
        line: Rect,
        (at, offer): (usize, &Candidate),
        labels: u16,
        cx: &Context<'_>,
    ) -> Seen {
        let x = line.x + labels + 3;
        let room = line.right().saturating_sub(x + 2);
        let marked = self.marked == Some(at);
        if marked {
            pen.put(x, line.y, 1, pen.glyphs.bar(), Role::Accent);
        }
        let role = if marked { Role::Selection } else { Role::Text };
        let spans = match offer {
            Candidate::Known { name, remark, .. } => {
                vec![Span::new(name.as_str(), role), Span::muted("  "), Span::muted(remark.as_str())]
            }
            Candidate::New(name) => {
                vec![Span::new(cx.words.with("form-create", &[("name", name)]), Role::Key)]
            }
        };
        pen.spans(x + 2, line.y, room, &spans);
        Seen { regions: vec![Region { area: line, spot: Spot::Choice(at) }], ..Seen::default() }
    }

    /// One line about the field in front of the user: what is wrong with it, else what goes in.
    fn draw_help(&self, pen: &mut Pen<'_>, line: Rect, cx: &Context<'_>) {
        let Some(field) = self.lines.get(self.at) else { return };
        let kind = self.parts.get(field.part).map_or(self.of.kind, |p| p.kind());
        let (text, role) = match &field.error {
            Some(error) => (cx.words.say(error), Role::Bad),
            None => (field::help(kind, field.spec.name, cx.words), Role::Muted),
        };
        let text = match &field.input {
            Input::Note(_) if field.error.is_none() => format!("{text} · {}", cx.words.get("form-note-keys")),
            _ => text,
        };
        let first = wrap(&visible(&text), usize::from(line.width)).into_iter().next().unwrap_or_default();
        pen.put(
            line.x,
            line.y,
            line.width,
            if width(&text) > usize::from(line.width) { &text } else { &first },
            role,
        );
    }
}

/// Draws the value of a field, or one line of a note; returns the columns used.
fn draw_value(
    pen: &mut Pen<'_>,
    (x, y): (u16, u16),
    room: u16,
    field: &Line,
    (focused, sub): (bool, usize),
    cx: &Context<'_>,
) -> (Seen, u16) {
    match &field.input {
        Input::Line(edit) if focused => {
            let wide = u16::try_from(width(&visible(edit.text()))).unwrap_or(room).min(room);
            (edit.draw(pen, (x, y), room, |_| Role::Text), wide)
        }
        Input::Line(edit) => (Seen::default(), pen.put(x, y, room, edit.text(), Role::Text)),
        Input::Note(note) if focused => {
            let first = (note.row() + 1).saturating_sub(NOTE_ROWS);
            let Some(line) = note.lines().get(first + sub) else { return (Seen::default(), 0) };
            let mut seen = line.draw(pen, (x, y), room, |_| Role::Text);
            if first + sub != note.row() {
                seen.cursor = None;
            }
            (seen, room)
        }
        Input::Note(note) => {
            (Seen::default(), pen.put(x, y, room, &note.text().replace('\n', " · "), Role::Text))
        }
        Input::Flag(flag) => {
            let word = cx.words.get(if *flag { "value-yes" } else { "value-no" });
            let used = pen.put(x, y, room, &word, if *flag || focused { Role::Text } else { Role::Muted });
            let keys = format!("{} / {}", yes_letter(cx.words), "␣");
            let keys = if focused {
                pen.put(x + used + 2, y, room.saturating_sub(used + 2), &keys, Role::Key) + 2
            } else {
                0
            };
            (Seen { cursor: focused.then_some((x, y)), ..Seen::default() }, used + keys)
        }
        Input::Menu { set, chosen, .. } if focused => {
            let mut spans = Vec::new();
            for (value, letter) in letters(*set, cx.words) {
                let held = chosen.contains(&value);
                spans.push(Span::new(letter, Role::Key));
                let sign = if held { pen.glyphs.or(" ● ", " * ") } else { " " };
                spans.push(Span::new(sign, Role::Accent));
                let role = if held { Role::Selection } else { Role::Muted };
                spans.push(Span::new(choice::show(*set, value, cx.words), role));
                spans.push(Span::muted("  "));
            }
            let used = pen.spans(x, y, room, &spans);
            (Seen { cursor: Some((x, y)), ..Seen::default() }, used)
        }
        Input::Menu { set, chosen, .. } => {
            let words: Vec<_> = chosen.iter().map(|c| choice::show(*set, c, cx.words)).collect();
            (Seen::default(), pen.put(x, y, room, &words.join(", "), Role::Text))
        }
    }
}

/// Beside the value: what is wrong, that it is required, or the day that was understood.
fn draw_remark(pen: &mut Pen<'_>, rest: Rect, field: &Line, (focused, said): (bool, bool), cx: &Context<'_>) {
    if let Some(error) = &field.error {
        let sign = pen.glyphs.or("✗ ", "! ");
        let used = pen.put(rest.x, rest.y, rest.width, sign, Role::Bad);
        pen.put(rest.x + used, rest.y, rest.width.saturating_sub(used), &cx.words.say(error), Role::Bad);
        return;
    }
    let text = field.input.text();
    if text.trim().is_empty() {
        if field.spec.required && said {
            pen.put(rest.x, rest.y, rest.width, &cx.words.get("form-required"), Role::Muted);
        }
        return;
    }
    if focused
        && field.spec.kind == FieldKind::Day
        && let Ok(Value::Day(meant)) = field.input.value(field.spec, cx)
    {
        let meant = format!("= {}", day::with_weekday(meant, cx.words));
        pen.put(rest.x, rest.y, rest.width, &meant, Role::Muted);
    }
}
