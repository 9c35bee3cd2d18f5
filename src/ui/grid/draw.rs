//! Draws a grid.
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::{Cell, Content, Grid, Place};
use crate::ui::pen::{Pen, Span, spans_width};
use crate::ui::seen::{Page, Region, Seen, Spot};
use crate::ui::table::Column;
use crate::ui::text::{visible, width};
use crate::ui::theme::Role;

/// Blank columns between two columns that stay.
const GAP: u16 = 2;

/// Blank columns between two cells; the bar of the cursor stands in it. Most cells have two more: the place of the sign and the
/// blank before it.
const CELL_GAP: u16 = 1;

/// Cells in sight on both sides of the cursor: the next period is to be seen too.
const AROUND: usize = 1;

/// Where the columns stand, from the left edge of the grid.
#[derive(Debug, Default)]
struct Layout {
    names: Vec<(u16, u16)>,
    cells: Vec<u16>,
    /// The first column that scrolls, as drawn at the left.
    first: usize,
    ends: Vec<(usize, u16, u16)>,
}

impl Grid<'_> {
    /// Draws headings and the rows that have room. The first column of the area is for the cursor's bar.
    pub fn draw(&self, pen: &mut Pen<'_>, area: Rect, content: &impl Content) -> Seen {
        let mut seen = Seen::default();
        let area = area.intersection(pen.buf.area);
        if area.is_empty() {
            return seen;
        }
        if pen.is_taking() {
            self.take(pen, content);
            return seen;
        }
        let layout = self.lay_out(area.width);
        self.draw_heads(pen, area, &layout, content);
        let lines = self.lines.max(1);
        let room = usize::from((area.height - 1) / lines);
        let first = self.state.rows.first(self.size.0, room);
        seen.pages.push(Page { panel: self.panel, first, height: room });
        seen.pages.push(Page { panel: self.across, first: layout.first, height: layout.cells.len() });
        for (line, row) in
            (area.y + 1..area.bottom()).step_by(usize::from(lines)).zip(first..self.size.0).take(room)
        {
            let band = Rect { y: line, height: lines, ..area };
            if let Some(group) = content.group(row) {
                pen.spans(area.x + 1, band.bottom() - 1, area.width - 1, &group);
                continue;
            }
            seen.regions.push(Region { area: band, spot: Spot::Row(self.panel, row) });
            self.draw_row(pen, band, (row, &layout), content, &mut seen);
        }
        self.draw_refusal(pen, area, (first, &layout));
        seen
    }

    /// Columns of the screen that the first name has where the grid is so wide.
    pub fn name_room(&self, wide: u16) -> u16 {
        self.lay_out(wide).names.first().map_or(0, |(_, wide)| *wide)
    }

    /// The columns at the right leave until the cells have room; then the names take what is left.
    fn lay_out(&self, wide: u16) -> Layout {
        let inside = wide.saturating_sub(1);
        let sum = |columns: &mut dyn Iterator<Item = &Column>| -> u16 {
            columns.fold(0, |sum, c| sum.saturating_add(c.least).saturating_add(GAP))
        };
        let names = sum(&mut self.names.iter());
        let step = self.wide.max(1).saturating_add(CELL_GAP);
        let least = self.least.saturating_mul(step);
        let ends = |kept: &[usize]| sum(&mut kept.iter().filter_map(|i| self.ends.get(*i)));
        // Who leaves last is seated first; a narrow one may stay where a wide one had to leave.
        let mut order: Vec<usize> = (0..self.ends.len()).collect();
        order.sort_by_key(|i| self.ends.get(*i).map_or(0, |c| c.leaves));
        let mut kept: Vec<usize> = Vec::new();
        for index in order {
            let stays = self.ends.get(index).is_some_and(|c| c.leaves == 0);
            let with: Vec<usize> = kept.iter().copied().chain([index]).collect();
            if stays || names.saturating_add(ends(&with)).saturating_add(least) <= inside.saturating_add(GAP)
            {
                kept.push(index);
            }
        }
        kept.sort_unstable();
        let room = (inside + GAP).saturating_sub(names.saturating_add(ends(&kept)));
        let count = usize::from(room / step).min(self.size.1);
        let used = u16::try_from(count).unwrap_or(0).saturating_mul(step);
        let first = self.state.columns.first_amid(self.size.1, count, AROUND);
        let mut layout = Layout { first, ..Layout::default() };
        let mut spare = room.saturating_sub(used);
        let mut x = 1_u16;
        for column in self.names {
            let most = self.names_most.saturating_sub(column.least);
            let more = if column.grows { std::mem::take(&mut spare).min(most) } else { 0 };
            let end = column.least.saturating_add(more).min(wide.saturating_sub(x));
            layout.names.push((x, end));
            x = x.saturating_add(end).saturating_add(GAP);
        }
        for _ in 0..count {
            layout.cells.push(x);
            x = x.saturating_add(step);
        }
        for index in kept {
            let least = self.ends.get(index).map_or(0, |c| c.least).min(wide.saturating_sub(x));
            layout.ends.push((index, x, least));
            x = x.saturating_add(least).saturating_add(GAP);
        }
        layout
    }

    fn draw_heads(&self, pen: &mut Pen<'_>, area: Rect, layout: &Layout, content: &impl Content) {
        for (index, (x, wide)) in layout.names.iter().enumerate() {
            pen.spans(area.x + x, area.y, *wide, &content.head(Place::Name(index)));
        }
        let (before, after) = (layout.first > 0, layout.first + layout.cells.len() < self.size.1);
        for (at, (column, x)) in (layout.first..).zip(&layout.cells).enumerate() {
            let head = content.head(Place::Cell(column));
            // Over the figures; a longer one ends over their signs, a blank behind the arrow.
            let wanted = u16::try_from(spans_width(&head)).unwrap_or(u16::MAX);
            let wanted = wanted.saturating_add(u16::from(at == 0 && before));
            let room = self.figure_room().max(wanted.min(self.wide));
            pen.spans_right(area.x + x + room, area.y, room, &head);
        }
        for (index, x, wide) in &layout.ends {
            let head = content.head(Place::End(*index));
            if self.ends.get(*index).is_some_and(|c| c.right) {
                pen.spans_right(area.x + x + wide, area.y, *wide, &head);
            } else {
                pen.spans(area.x + x, area.y, *wide, &head);
            }
        }
        if let (Some(x), true) = (layout.cells.first(), before) {
            pen.put(area.x + x.saturating_sub(1), area.y, 1, pen.glyphs.or("‹", "<"), Role::Accent);
        }
        if let (Some(x), true) = (layout.cells.last(), after) {
            pen.put(area.x + x + self.wide, area.y, 1, pen.glyphs.or("›", ">"), Role::Accent);
        }
    }

    /// Columns of a figure: the sign and a blank before it stand behind.
    const fn figure_room(&self) -> u16 {
        self.wide.saturating_sub(2)
    }

    fn draw_row(
        &self,
        pen: &mut Pen<'_>,
        band: Rect,
        (row, layout): (usize, &Layout),
        content: &impl Content,
        seen: &mut Seen,
    ) {
        let under = row == self.state.rows.at;
        for line in 0..band.height {
            let y = band.y + line;
            for (index, (x, wide)) in layout.names.iter().enumerate() {
                pen.spans(band.x + x, y, *wide, &content.beside(row, Place::Name(index), line));
            }
            for (index, x, wide) in &layout.ends {
                let spans = content.beside(row, Place::End(*index), line);
                if self.ends.get(*index).is_some_and(|c| c.right) {
                    pen.spans_right(band.x + x + wide, y, *wide, &spans);
                } else {
                    pen.spans(band.x + x, y, *wide, &spans);
                }
            }
        }
        if under {
            let named = self.state.is_on_name();
            let role = if named && self.focused { Role::Accent } else { Role::Muted };
            pen.put(band.x, band.y, 1, pen.glyphs.bar(), role);
            if let Some((x, wide)) = layout.names.first() {
                let name = Rect { x: band.x + x, width: *wide, height: 1, ..band };
                let bold = Style::new().add_modifier(Modifier::BOLD);
                let style = if named { pen.theme.selected(self.focused) } else { bold };
                pen.tint(name.intersection(pen.buf.area), style);
            }
        }
        let block = self.state.is_marking().then(|| self.state.block());
        for (column, x) in (layout.first..).zip(&layout.cells) {
            let area = Rect { x: band.x + x, width: self.wide, ..band };
            seen.regions.push(Region { area, spot: Spot::Cell(self.panel, row, column) });
            let here = under && column == self.state.columns.at && !self.state.is_on_name();
            self.draw_cell(pen, area, &content.cell(row, column));
            if let Some(entry) = self.state.entry().filter(|_| here) {
                let line = Rect { height: 1, ..area };
                pen.clear(line);
                let role = if entry.refused.is_some() { Role::Bad } else { Role::Text };
                seen.add(entry.edit.draw(pen, (line.x, line.y), line.width, |_| role));
                pen.tint(line, Style::new().add_modifier(Modifier::UNDERLINED | Modifier::BOLD));
            }
            if block.as_ref().is_some_and(|b| b.has(row, column)) {
                pen.tint(area, pen.theme.marked());
            }
            if here {
                self.draw_cursor(pen, area, block.is_some());
            }
        }
    }

    /// The figure ends before its decimals, the sign stands behind.
    fn draw_cell(&self, pen: &mut Pen<'_>, area: Rect, cell: &Cell) {
        let room = self.figure_room();
        for (line, span) in
            std::iter::once(&cell.figure).chain(&cell.below).take(usize::from(area.height)).enumerate()
        {
            let y = area.y + u16::try_from(line).unwrap_or(0);
            self.draw_figure(pen, (area.x, y), room, span);
        }
        if let Some(sign) = &cell.sign {
            pen.spans(
                area.x + room + 1,
                area.y,
                self.wide.saturating_sub(room + 1),
                std::slice::from_ref(sign),
            );
        }
    }

    fn draw_figure(&self, pen: &mut Pen<'_>, (x, y): (u16, u16), room: u16, span: &Span) {
        let text = visible(&span.text);
        let wide = u16::try_from(width(&text)).unwrap_or(u16::MAX);
        let decimals = text.rfind(self.decimal).and_then(|at| text.get(at..)).map_or(0, width);
        let kept = self.fraction.saturating_sub(u16::try_from(decimals).unwrap_or(0));
        if wide > room {
            // A figure that is cut would be another figure.
            pen.put_right(x + room, y, room, pen.glyphs.more(), Role::Muted);
            return;
        }
        let kept = kept.min(room - wide);
        pen.put_right(x + room - kept, y, room, &text, span.role);
    }

    fn draw_cursor(&self, pen: &mut Pen<'_>, area: Rect, marking: bool) {
        let line = Rect { height: 1, ..area };
        if self.state.entry().is_none() && !marking {
            let style = pen.theme.selected(self.focused);
            pen.tint(line, style);
        }
        let role = if self.focused { Role::Accent } else { Role::Muted };
        pen.put(area.x.saturating_sub(1), area.y, 1, pen.glyphs.bar(), role);
    }

    /// Why what was typed is not taken: beside the cell, on whichever side has room, else below.
    fn draw_refusal(&self, pen: &mut Pen<'_>, area: Rect, (first, layout): (usize, &Layout)) {
        let (row, column) = self.state.at();
        let why = self.state.entry().and_then(|e| e.refused.as_deref());
        let x = column.checked_sub(layout.first).and_then(|i| layout.cells.get(i));
        let down = row.checked_sub(first).and_then(|n| u16::try_from(n).ok());
        let (Some(why), Some(x), Some(down)) = (why, x, down) else { return };
        let text = format!(" {} ", visible(why));
        let wide = u16::try_from(width(&text)).unwrap_or(u16::MAX).min(area.width);
        let y = area.y.saturating_add(1).saturating_add(down.saturating_mul(self.lines.max(1)));
        let (left, right) = (area.x + x, area.x.saturating_add(x + self.wide));
        let (x, y) = if u32::from(right) + u32::from(wide) <= u32::from(area.right()) {
            (right, y)
        } else if left > area.x + wide {
            (left - 1 - wide, y)
        } else {
            let below = if y + 1 < area.bottom() { y + 1 } else { y.saturating_sub(1) };
            (area.right() - wide, below)
        };
        let place = Rect { x, y, width: wide, height: 1 }.intersection(area);
        pen.clear(place);
        pen.put(place.x, place.y, place.width, &text, Role::Bad);
    }
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;

    use super::*;
    use crate::ui::grid::{GridState, Step};
    use crate::ui::{Glyphs, Theme};

    struct Figures;

    impl Content for Figures {
        fn head(&self, place: Place) -> Vec<Span> {
            let text = match place {
                Place::Name(_) => "KPI".to_owned(),
                Place::Cell(n) => format!("M{n}"),
                Place::End(_) => "Pace".to_owned(),
            };
            Span::muted(text).into()
        }

        fn group(&self, row: usize) -> Option<Vec<Span>> {
            (row == 0).then(|| Span::new("Almazara", Role::Heading).into())
        }

        fn beside(&self, row: usize, place: Place, line: u16) -> Vec<Span> {
            match (place, line) {
                (Place::Name(_), 0) => Span::text(format!("Row {row}")).into(),
                (_, 0) => Span::text("98").into(),
                _ => Vec::new(),
            }
        }

        fn cell(&self, row: usize, column: usize) -> Cell {
            let figure =
                Span::text(if column.is_multiple_of(2) { format!("{row},5") } else { row.to_string() });
            Cell { figure, sign: Some(Span::new("●", Role::Good)), below: vec![Span::muted("9")] }
        }
    }

    const NAMES: [Column; 1] = [Column::growing(10)];
    const ENDS: [Column; 2] = [Column::fixed(4).right().leaves(1), Column::fixed(8).leaves(2)];

    fn grid(state: &GridState) -> Grid<'_> {
        Grid {
            state,
            panel: 0,
            across: 1,
            names: &NAMES,
            names_most: 24,
            ends: &ENDS,
            size: (9, 12),
            wide: 7,
            least: 3,
            lines: 1,
            decimal: ',',
            fraction: 2,
            focused: true,
        }
    }

    fn drawn(grid: &Grid<'_>, size: (u16, u16)) -> (Vec<String>, Seen) {
        let mut buf = Buffer::empty(Rect::new(0, 0, size.0, size.1));
        let area = buf.area;
        let seen = grid.draw(&mut Pen::new(&mut buf, Theme::Mono, Glyphs::default()), area, &Figures);
        let row = |y| (0..size.0).map(|x| buf[(x, y)].symbol()).collect::<String>();
        ((0..size.1).map(row).collect(), seen)
    }

    #[test]
    fn figures_stand_on_their_decimal_mark_in_a_row() {
        let mut state = GridState::default();
        state.stand(8, 11);
        let (lines, _) = drawn(&grid(&state), (60, 6));
        assert!(lines[4].contains("7,5 ●   7   ●"), "{lines:#?}");
        assert!(lines[0].contains('‹') && !lines[0].contains('›'), "{lines:#?}");
    }

    #[test]
    fn columns_at_the_right_leave_before_the_cells_and_the_cursor_stays_in_view() {
        let mut state = GridState::default();
        state.clamp((9, 12), |row| row != 0);
        for wide in 30..200 {
            let (lines, seen) = drawn(&grid(&state), (wide, 8));
            assert_eq!(lines[0].contains("Pace"), wide >= 41, "{wide} {lines:#?}");
            assert!(seen.regions.iter().any(|r| r.spot == Spot::Cell(0, 1, 0)), "{wide}");
        }
        for _ in 0..11 {
            state.step(Step::Right, (9, 12), |_| true);
            let (_, seen) = drawn(&grid(&state), (60, 8));
            seen.pages.iter().for_each(|page| state.saw(page, 0, 1));
            let (row, column) = state.at();
            assert!(seen.regions.iter().any(|r| r.spot == Spot::Cell(0, row, column)));
        }
    }

    #[test]
    fn the_pointer_finds_the_cell_it_is_over() {
        let state = GridState::default();
        let (_, seen) = drawn(&grid(&state), (60, 8));
        assert_eq!(seen.at(20, 2), Some(Spot::Cell(0, 1, 0)));
        assert_eq!(seen.at(3, 2), Some(Spot::Row(0, 1)));
        assert_eq!(seen.at(3, 1), None, "nobody stands on the head of a group");
    }

    #[test]
    fn what_is_entered_has_the_terminals_cursor_and_a_refusal_stands_beside() {
        let mut state = GridState::default();
        state.stand(1, 0);
        state.enter("");
        state.insert("12x");
        state.refuse("not a number".to_owned());
        for size in [(60, 8), (36, 8), (30, 2)] {
            let (lines, seen) = drawn(&grid(&state), size);
            assert!(seen.cursor.is_some() || size.1 == 2, "{lines:#?}");
            assert!(size.1 == 2 || lines.concat().contains("not a number"), "{lines:#?}");
        }
    }

    #[test]
    fn every_size_is_drawn_without_a_panic() {
        let mut state = GridState::default();
        for (row, column) in [(0, 0), (8, 11), (99, 99)] {
            state.stand(row, column);
            state.enter("1");
            state.refuse("a long sentence about what was typed here".to_owned());
            for (wide, high) in [(1, 1), (2, 50), (3, 2), (12, 3), (80, 24), (300, 100), (300, 1)] {
                drawn(&grid(&state), (wide, high));
                drawn(&Grid { lines: 3, wide: 0, size: (0, 0), ..grid(&state) }, (wide, high));
                drawn(&Grid { lines: 90, wide: 400, names: &[], ..grid(&state) }, (wide, high));
            }
        }
    }
}
