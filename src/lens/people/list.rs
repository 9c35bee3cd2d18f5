//! The list: one row a person.
use ratatui::layout::Rect;

use super::column::{Shows, columns};
use super::order::Sort;
use super::row::cell;
use super::selection::Selection;
use super::state::PICTURE;
use super::views::Picture;
use crate::command::{Command, Effect};
use crate::lens::Cx;
use crate::ui::table::{self, TableRow, draw_row, lay_out};
use crate::ui::{Column, Cursor, Page, Pen, Role, Seen, Span, panel};

/// Which rows are in sight; where the cursor stands, the selection knows.
#[derive(Debug, Default)]
pub(super) struct List {
    cursor: Cursor,
}

impl List {
    /// The cursor on the person under it.
    fn cursor(&self, people: &Selection) -> Cursor {
        let mut cursor = self.cursor;
        cursor.stand(people.at());
        cursor
    }
}

impl Picture for List {
    fn can(&self, command: Command, people: &Selection, _cx: &Cx<'_>) -> bool {
        let some = !people.rows.is_empty();
        match command {
            Command::Up
            | Command::Down
            | Command::PageUp
            | Command::PageDown
            | Command::First
            | Command::Last
            | Command::Mark => some,
            Command::Sort | Command::SortReverse => people.rows.len() > 1,
            _ => false,
        }
    }

    fn update(&mut self, command: Command, people: &mut Selection, cx: &Cx<'_>) -> Vec<Effect> {
        match command {
            Command::Sort | Command::SortReverse => {
                people.order(command, cx);
                // Another order is asked for to see who stands at its top.
                people.stand(0);
            }
            _ => {
                let mut cursor = self.cursor(people);
                if command == Command::Mark {
                    people.mark();
                    cursor.step(Command::Down, people.rows.len());
                } else {
                    cursor.step(command, people.rows.len());
                }
                people.stand(cursor.at);
            }
        }
        Vec::new()
    }

    fn scroll(&mut self, by: isize, people: &mut Selection, _cx: &Cx<'_>) {
        let mut cursor = self.cursor(people);
        cursor.scroll(by, people.rows.len());
        people.stand(cursor.at);
    }

    fn saw(&mut self, page: &Page) {
        self.cursor.saw(page);
    }

    fn draw(&self, people: &Selection, focused: bool, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
        let shown = columns(area.width.saturating_sub(1), cx.scope.is_none());
        let layout: Vec<Column> = shown.iter().map(|c| c.1).collect();
        draw_heads(people, pen, panel::top(area, 1), &shown, cx);
        let list = table::List {
            columns: &layout,
            cursor: &self.cursor(people),
            len: people.rows.len(),
            panel: PICTURE,
            focused,
        };
        let glyphs = pen.glyphs;
        list.draw(pen, panel::below(area, 1), |index| {
            let Some(row) = people.rows.get(index) else { return TableRow::Cells(Vec::new()) };
            let cells =
                shown.iter().map(|(shows, column)| cell(people, row, *shows, column.least, glyphs, cx));
            TableRow::Cells(cells.collect())
        })
    }
}

/// The names of the columns; that of the order in force stands out.
pub(super) fn draw_heads(
    people: &Selection,
    pen: &mut Pen<'_>,
    area: Rect,
    shown: &[(Shows, Column)],
    cx: &Cx<'_>,
) {
    if area.height == 0 {
        return;
    }
    let by = match people.sort {
        Sort::CatchUp | Sort::Last => Shows::Last,
        Sort::Name => Shows::Name,
        Sort::Account => Shows::Account,
        Sort::Stance => Shows::Stance,
        Sort::Influence => Shows::Influence,
        Sort::Strength => Shows::Strength,
    };
    let layout: Vec<Column> = shown.iter().map(|c| c.1).collect();
    let places = lay_out(&layout, area.width.saturating_sub(1));
    let cells = shown.iter().map(|(shows, column)| {
        let key = format!("people-head-{}", shows.name());
        let short = format!("{key}-short");
        let long = cx.words.get(&key);
        let fits = crate::ui::text::width(&long) <= usize::from(column.least);
        let text = if fits { long } else { cx.words.get(&short) };
        let text = if *shows == Shows::Name { format!("  {text}") } else { text };
        Span::new(text, if *shows == by { Role::Accent } else { Role::Muted }).into()
    });
    draw_row(pen, area, &layout, &places, &TableRow::Cells(cells.collect()));
}
