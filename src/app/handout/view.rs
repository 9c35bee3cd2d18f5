//! How the sheet of a document is drawn: one line a value, what it means below.
use ratatui::layout::Rect;

use super::Sheet;
use super::line::Line;
use crate::command::Command;
use crate::domain::choice::{Choice, Side};
use crate::domain::kind::Kind;
use crate::lang::{capital, choice};
use crate::lens::Cx;
use crate::report::format::Format;
use crate::ui::panel::float;
use crate::ui::table::select;
use crate::ui::text::width;
use crate::ui::{Edit, Page, Pen, Region, Role, Seen, Span, Spot};

/// Columns of the panel.
const WIDTH: u16 = 76;
/// Columns of the labels.
const LABEL: u16 = 14;

impl Sheet {
    /// Draws the sheet over the body of the screen.
    pub(in crate::app) fn draw(&self, pen: &mut Pen<'_>, body: Rect, cx: &Cx<'_>) -> Seen {
        let lines = self.lines();
        let height = u16::try_from(lines.len() + 4).unwrap_or(u16::MAX);
        let hints = [
            Span::new(cx.key(Command::Choose), Role::Key),
            Span::muted(format!(" {}  ", cx.words.get("handout-make"))),
            Span::new(pen.glyphs.or("← →", "<- ->"), Role::Key),
            Span::muted(format!(" {}", cx.words.get("handout-change"))),
        ];
        let inside = float(pen, body, (WIDTH, height), &cx.words.get("handout-title"), &hints);
        let mut seen = Seen::default();
        seen.floats.push(Page { panel: 0, first: 0, height: lines.len() });
        for (y, (at, line)) in (inside.y..inside.bottom().saturating_sub(2)).zip(lines.iter().enumerate()) {
            let place = Rect { y, height: 1, ..inside };
            let here = at == self.cursor.at;
            seen.regions.push(Region { area: place, spot: Spot::Choice(at) });
            seen.add(self.line_at(*line, here, pen, place, cx));
            if here {
                select(pen, place, true);
            }
        }
        if let Some(line) = lines.get(self.cursor.at) {
            let help = cx.words.get(&format!("handout-help-{}", line.name()));
            let x = inside.x + LABEL + 4;
            pen.put(
                x,
                inside.bottom().saturating_sub(1),
                inside.right().saturating_sub(x),
                &help,
                Role::Muted,
            );
        }
        seen
    }

    /// A label, right-aligned and muted, and its value.
    fn line_at(&self, line: Line, here: bool, pen: &mut Pen<'_>, place: Rect, cx: &Cx<'_>) -> Seen {
        let label = cx.words.get(&format!("handout-line-{}", line.name()));
        pen.put_right(place.x + LABEL, place.y, LABEL - 1, &label, Role::Muted);
        let at = (place.x + LABEL + 4, place.y);
        let room = place.right().saturating_sub(at.0);
        match line {
            Line::Period => typed(&self.period, here, pen, at, room, &cx.words.get("handout-any-time")),
            Line::Asks => typed(&self.asks, here, pen, at, room, "–"),
            Line::Place => typed(&self.place, here, pen, at, room, ""),
            Line::Document
            | Line::About
            | Line::Side
            | Line::Personal
            | Line::Lang
            | Line::Form
            | Line::Issue => {
                self.chosen(line, here, pen, at, room, cx);
                Seen::default()
            }
        }
    }

    /// A value that is chosen: between arrows where the cursor is.
    fn chosen(&self, line: Line, here: bool, pen: &mut Pen<'_>, (x, y): (u16, u16), room: u16, cx: &Cx<'_>) {
        let value = self.value(line, cx);
        let role = if here { Role::Selection } else { Role::Text };
        let used = pen.put(x, y, room.saturating_sub(6), &value, role);
        if here {
            let left = pen.glyphs.or("‹", "<");
            let right = pen.glyphs.or("›", ">");
            pen.put(x.saturating_sub(2), y, 1, left, Role::Key);
            pen.put(x + used + 1, y, 1, right, Role::Key);
        }
        // The letters by which somebody is looked for.
        if here && line == Line::About && !self.sought.is_empty() {
            let wide = u16::try_from(width(&self.sought)).unwrap_or(0);
            pen.put(x + used + 4, y, room.saturating_sub(used + 4).min(wide), &self.sought, Role::Match);
        }
    }

    fn value(&self, line: Line, cx: &Cx<'_>) -> String {
        let yes = |yes: bool| cx.words.get(if yes { "value-yes" } else { "value-no" });
        match line {
            Line::Document => capital(&choice::word(self.row.kind, cx.words)),
            Line::About => self.about().map_or_else(
                || cx.words.get("handout-nobody-known"),
                |((kind, id), name)| match kind {
                    Kind::Interaction => format!("{name} #{id}"),
                    _ => name.clone(),
                },
            ),
            Line::Side => choice::show(
                Side::SET,
                match self.side {
                    Side::Ours => Side::Ours.name(),
                    Side::Theirs => Side::Theirs.name(),
                },
                cx.words,
            ),
            Line::Personal => yes(self.personal),
            Line::Issue => yes(self.issue),
            Line::Lang => cx.words.get(&format!("handout-lang-{}", self.lang.code())),
            Line::Form => match self.form {
                None => cx.words.get("handout-form-screen"),
                Some(Format::Term) => cx.words.get("handout-form-term"),
                Some(Format::Markdown) => cx.words.get("handout-form-md"),
                Some(Format::Html) => cx.words.get("handout-form-html"),
                Some(Format::Xlsx) => cx.words.get("handout-form-xlsx"),
            },
            Line::Period | Line::Asks | Line::Place => String::new(),
        }
    }
}

/// A text to be typed; what stands for an empty one where the cursor is elsewhere.
fn typed(edit: &Edit, here: bool, pen: &mut Pen<'_>, (x, y): (u16, u16), room: u16, empty: &str) -> Seen {
    if here {
        return edit.draw(pen, (x, y), room, |_| Role::Text);
    }
    let (text, role) = if edit.text().is_empty() { (empty, Role::Muted) } else { (edit.text(), Role::Text) };
    pen.put(x, y, room, text, role);
    Seen::default()
}
