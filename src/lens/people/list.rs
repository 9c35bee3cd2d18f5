//! The list: one row a person, in groups where they are asked for.
use ratatui::layout::Rect;

use super::act::moves;
use super::column::{Shows, Wanted, columns};
use super::order::{Group, Grouping};
use super::row::cell;
use super::selection::Selection;
use super::state::PICTURE;
use super::views::Picture;
use crate::command::{Command, Effect};
use crate::lang::number;
use crate::lens::Cx;
use crate::store::query::people::queue::SOON;
use crate::ui::pen::spans_width;
use crate::ui::table::{self, TableRow, draw_row, lay_out};
use crate::ui::{Column, Cursor, Page, Pen, Region, Role, Seen, Span, Spot, panel};

/// From how many lines on a blank one stands before the head of a group.
const AIRY: usize = 22;

/// Which lines are in sight; where the cursor stands, the selection knows.
#[derive(Debug, Default)]
pub(super) struct List {
    cursor: Cursor,
    /// Lines it had when it was drawn last.
    height: usize,
}

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Line {
    /// Nothing.
    Gap,
    /// The head of a group, and how many are in it.
    Head(Group, usize),
    /// A person, by their row.
    Row(usize),
}

/// All lines; without groups the rows alone.
fn lines(people: &Selection, airy: bool, cx: &Cx<'_>) -> Vec<Line> {
    let grouping = people.grouping();
    if grouping == Grouping::None {
        return (0..people.rows.len()).map(Line::Row).collect();
    }
    let groups: Vec<Group> = people.rows.iter().map(|row| grouping.of(row, cx.today)).collect();
    let mut lines = Vec::with_capacity(groups.len() * 2);
    let mut row = 0;
    for group in groups.chunk_by(|a, b| a == b) {
        let Some(first) = group.first() else { continue };
        if airy && row > 0 {
            lines.push(Line::Gap);
        }
        lines.push(Line::Head(first.clone(), group.len()));
        lines.extend((row..row + group.len()).map(Line::Row));
        row += group.len();
    }
    lines
}

impl List {
    fn lines(&self, people: &Selection, cx: &Cx<'_>) -> Vec<Line> {
        lines(people, self.height >= AIRY, cx)
    }

    /// The cursor on the line of the person under it.
    fn cursor(&self, people: &Selection, lines: &[Line]) -> Cursor {
        let at = people.at();
        let mut cursor = self.cursor;
        cursor.stand(lines.iter().position(|line| *line == Line::Row(at)).unwrap_or(at));
        cursor
    }

    /// Moves over the lines; nobody stands on a head.
    fn step(&self, command: Command, people: &mut Selection, cx: &Cx<'_>) {
        let lines = self.lines(people, cx);
        let mut cursor = self.cursor(people, &lines);
        cursor.step_over(command, lines.len(), |at| matches!(lines.get(at), Some(Line::Row(_))));
        stand(people, &lines, cursor.at);
    }
}

fn stand(people: &mut Selection, lines: &[Line], at: usize) {
    if let Some(Line::Row(row)) = lines.get(at) {
        people.stand(*row);
    }
}

impl Picture for List {
    fn can(&self, command: Command, people: &Selection, _cx: &Cx<'_>) -> bool {
        let some = !people.rows.is_empty();
        match command {
            Command::Mark => some,
            command if moves(command) => some,
            Command::Sort | Command::SortReverse => people.rows.len() > 1,
            Command::Group => people.by_unit || people.rows.iter().any(|row| !row.unit.is_empty()),
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
            Command::Group => {
                people.by_unit = !people.by_unit;
                people.arrange(cx);
            }
            Command::Mark => {
                people.mark();
                self.step(Command::Down, people, cx);
            }
            command => self.step(command, people, cx),
        }
        Vec::new()
    }

    fn click_head(&mut self, number: usize, people: &mut Selection, cx: &Cx<'_>) {
        if let Some(shows) = Shows::numbered(number) {
            people.order_by(shows.sort(), cx);
            people.stand(0);
        }
    }

    fn scroll(&mut self, by: isize, people: &mut Selection, cx: &Cx<'_>) {
        let lines = self.lines(people, cx);
        let mut cursor = self.cursor(people, &lines);
        cursor.scroll(by, lines.len());
        cursor.settle(by >= 0, lines.len(), |at| matches!(lines.get(at), Some(Line::Row(_))));
        stand(people, &lines, cursor.at);
    }

    fn saw(&mut self, page: &Page) {
        self.cursor.saw(page);
        self.height = page.height;
    }

    fn draw(&self, people: &Selection, focused: bool, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
        let shown = columns(area.width.saturating_sub(1), wanted(people, cx));
        let layout: Vec<Column> = shown.iter().map(|c| c.1).collect();
        let mut seen = draw_heads(people, pen, panel::top(area, 1), &shown, cx);
        let below = panel::below(area, 1);
        let lines = lines(people, usize::from(below.height) >= AIRY, cx);
        let cursor = self.cursor(people, &lines);
        let list =
            table::List { columns: &layout, cursor: &cursor, len: lines.len(), panel: PICTURE, focused };
        let (glyphs, taking) = (pen.glyphs, pen.is_taking());
        let mut drawn = list.draw(pen, below, |index| match lines.get(index) {
            Some(Line::Row(at)) => {
                let Some(row) = people.rows.get(*at) else { return TableRow::Cells(Vec::new()) };
                let cells = shown.iter().map(|(shows, column)| match shows {
                    Shows::Name if taking => Span::text(row.name.as_str()).into(),
                    what => cell(people, row, *what, column.least, glyphs, cx),
                });
                TableRow::Cells(cells.collect())
            }
            Some(Line::Head(group, count)) => TableRow::Group(head(group, *count, cx)),
            Some(Line::Gap) | None => TableRow::Group(Vec::new()),
        });
        drawn.regions = drawn.regions.into_iter().filter_map(|region| of_row(region, &lines)).collect();
        seen.add(drawn);
        seen
    }
}

/// A line of a person answers to the mouse as their row; heads do not.
fn of_row(region: Region, lines: &[Line]) -> Option<Region> {
    let Spot::Row(panel, line) = region.spot else { return Some(region) };
    let Some(Line::Row(row)) = lines.get(line) else { return None };
    Some(Region { spot: Spot::Row(panel, *row), ..region })
}

/// Which columns these people need.
pub(super) fn wanted(people: &Selection, cx: &Cx<'_>) -> Wanted {
    Wanted {
        accounts: cx.scope.is_none(),
        units: people.rows.iter().any(|row| !row.unit.is_empty()),
        tags: people.rows.iter().any(|row| !row.tags.is_empty()),
        grouping: people.grouping(),
    }
}

/// The head of a group: its name and how many are in it.
fn head(group: &Group, count: usize, cx: &Cx<'_>) -> Vec<Span> {
    let words = cx.words;
    let or = |text: &str, key: &str| if text.is_empty() { words.get(key) } else { text.to_owned() };
    let text = match group {
        Group::All => String::new(),
        Group::Due => words.get("people-group-due"),
        Group::Soon => words.with("due-soon", &[("days", &SOON.to_string())]),
        Group::Later => words.get("due-later"),
        Group::Apart => words.get("due-apart"),
        Group::Unit { account, unit, .. } if cx.scope.is_none() => {
            format!("{} · {}", or(account, "people-to-sort"), or(unit, "people-group-no-unit"))
        }
        Group::Unit { unit, .. } => or(unit, "people-group-no-unit"),
    };
    let count = number::show(words.lang(), i64::try_from(count).unwrap_or(i64::MAX));
    vec![Span::new(crate::ui::text::visible(&text), Role::Heading), Span::muted(format!("  {count}"))]
}

/// The names of the columns; that of the order in force stands out with the direction in which it goes. A click on a name orders
/// by its column.
pub(super) fn draw_heads(
    people: &Selection,
    pen: &mut Pen<'_>,
    area: Rect,
    shown: &[(Shows, Column)],
    cx: &Cx<'_>,
) -> Seen {
    let mut seen = Seen::default();
    if area.height == 0 {
        return seen;
    }
    let layout: Vec<Column> = shown.iter().map(|c| c.1).collect();
    let places = lay_out(&layout, area.width.saturating_sub(1));
    let heads: Vec<Span> =
        shown.iter().map(|(shows, column)| heading(people, *shows, column.least, cx)).collect();
    let cells = heads.iter().map(|head| vec![head.clone()]).collect();
    draw_row(pen, area, &layout, &places, &TableRow::Cells(cells));
    let sign = pen.glyphs.trend(if people.reversed { 1 } else { -1 });
    for (((shows, column), head), place) in shown.iter().zip(&heads).zip(places) {
        let Some((x, wide)) = place else { continue };
        let place = Rect { x: area.x + 1 + x, width: wide, ..area };
        seen.regions.push(Region { area: place, spot: Spot::Head(PICTURE, shows.number()) });
        if head.role == Role::Accent {
            let text = u16::try_from(spans_width(std::slice::from_ref(head))).unwrap_or(wide).min(wide);
            // In the gap before the next column, if need be.
            let behind = if column.right { wide } else { text };
            pen.put(place.x + behind, area.y, 1, sign, Role::Accent);
        }
    }
    seen
}

/// The name of a column, short where it is narrow.
fn heading(people: &Selection, shows: Shows, wide: u16, cx: &Cx<'_>) -> Span {
    let key = format!("people-head-{}", shows.name());
    let long = cx.words.get(&key);
    let fits = crate::ui::text::width(&long) <= usize::from(wide);
    let text = if fits { long } else { cx.words.get(&format!("{key}-short")) };
    let text = if shows == Shows::Name { format!("  {text}") } else { text };
    Span::new(text, if shows.is_of(people.sort) { Role::Accent } else { Role::Muted })
}
