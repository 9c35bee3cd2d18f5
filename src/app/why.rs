//! The panel of `=`: how a figure is made, why a row is here. What it is made of leads to its records.
use ratatui::layout::Rect;

use super::App;
use crate::command::{Command, Effect, LensKind, Only};
use crate::domain::kind::Kind;
use crate::domain::score::Source;
use crate::lens::{Cx, Why};
use crate::report::Block;
use crate::ui::panel::float;
use crate::ui::table::select;
use crate::ui::{Cursor, Page, Pen, Region, Role, Seen, Span, Spot, blocks};

/// Most columns of the panel.
const WIDTH: u16 = 96;

/// An explanation on the screen.
#[derive(Debug)]
pub(super) struct Reasons {
    why: Why,
    sources: Vec<Source>,
    /// Over the rows that lead somewhere; without any, over the lines.
    cursor: Cursor,
    /// Lines and the room for them, as they were drawn.
    drawn: (usize, usize),
}

impl Reasons {
    pub(super) fn new(why: Why) -> Self {
        let tables = why.blocks.iter().filter_map(|b| match b {
            Block::Table(table) => Some(table),
            Block::Heading { .. } | Block::Paragraph(_) | Block::Callout(..) | Block::Figures(_) => None,
        });
        let sources = tables.flat_map(|t| t.rows.iter().filter_map(|r| r.source)).collect();
        Self { why, sources, cursor: Cursor::default(), drawn: (0, 0) }
    }

    /// The row under the cursor, of those that lead somewhere.
    pub(super) const fn at(&self) -> usize {
        self.cursor.at
    }

    /// Where a row leads.
    pub(super) fn source(&self, row: usize) -> Option<Source> {
        self.sources.get(row).copied()
    }

    pub(super) fn step(&mut self, command: Command) {
        // Without rows to choose the lines are turned.
        let (lines, room) = self.drawn;
        let len = if self.sources.is_empty() { lines.saturating_sub(room) + 1 } else { self.sources.len() };
        self.cursor.step(command, len);
    }

    /// Takes note of what was drawn: `first` counts the lines.
    pub(super) const fn saw(&mut self, page: &Page) {
        self.drawn = (page.first, page.height);
    }

    pub(super) fn draw(&self, pen: &mut Pen<'_>, body: Rect, cx: &Cx<'_>) -> Seen {
        let room = usize::from(body.width.min(WIDTH).saturating_sub(6));
        let lines = blocks::lines(&self.why.blocks, room, pen.glyphs);
        let wide = lines.iter().map(blocks::Line::width).chain([crate::ui::text::width(&self.why.title), 40]);
        let wide = u16::try_from(wide.max().unwrap_or(0) + 6).unwrap_or(WIDTH).min(WIDTH);
        let tall = u16::try_from(lines.len() + 3).unwrap_or(u16::MAX);
        let hints = if self.sources.is_empty() {
            Vec::new()
        } else {
            vec![
                Span::new(cx.key(Command::Choose), Role::Key),
                Span::muted(format!(" {}", cx.words.get("command-open"))),
            ]
        };
        let inside = float(pen, body, (wide, tall), &self.why.title, &hints);
        let inside = crate::ui::panel::below(inside, 1);
        let height = usize::from(inside.height);
        let first = self.first(&lines, height);
        let mut seen = Seen::default();
        let mut row = lines.iter().take(first).filter(|l| l.source.is_some()).count();
        for (y, line) in (inside.y..inside.bottom()).zip(lines.iter().skip(first)) {
            let place = Rect { y, height: 1, ..inside };
            line.draw(pen, Rect { x: place.x + 1, width: place.width.saturating_sub(1), ..place });
            if line.source.is_some() {
                if row == self.cursor.at {
                    select(pen, place, true);
                }
                seen.regions.push(Region { area: place, spot: Spot::Choice(row) });
                row += 1;
            }
        }
        let below = lines.len().saturating_sub(first + height);
        if below > 0 {
            let more = format!(" {} {below} ", pen.glyphs.or("↓", "v"));
            pen.put(inside.x, inside.bottom(), inside.width, &more, Role::Muted);
        }
        seen.floats.push(Page { panel: 0, first: lines.len(), height });
        seen
    }

    /// The first line to draw, so that the row under the cursor is seen, and with the last row the end.
    fn first(&self, lines: &[blocks::Line], height: usize) -> usize {
        let most = lines.len().saturating_sub(height);
        let at = |row: usize| {
            let mut leading = lines.iter().enumerate().filter(|(_, l)| l.source.is_some());
            leading.nth(row).map(|(i, _)| i)
        };
        match at(self.cursor.at) {
            None => self.cursor.at.min(most),
            Some(line) if line < height => 0,
            Some(line) if self.cursor.at + 1 == self.sources.len() => most.min(line),
            Some(line) => (line + height / 2 + 1).saturating_sub(height).min(most),
        }
    }
}

impl App {
    /// Goes to the record behind a figure: where it lives, else its form.
    pub(super) fn lead_to(&mut self, source: Source) -> Vec<Effect> {
        match source {
            Source::Record(kind, id) => self.show_record(kind, id, self.world.scope),
            Source::Cell(id, period) => {
                self.lenses.get_mut(LensKind::Kpis).only(Only::Period(period));
                self.show_record(Kind::Kpi, id, None)
            }
        }
    }
}
