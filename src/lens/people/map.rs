//! The map: influence against stance or interest. Arrows walk from person to person, shifted arrows move the person.
mod draw;
mod foot;
mod layout;
mod place;
mod step;
mod walk;

use std::cell::RefCell;
use std::rc::Rc;

use chrono::NaiveDate;
use ratatui::layout::Rect;

use super::list::List;
use super::selection::Selection;
use super::state::PICTURE;
use super::views::Picture;
use crate::command::{Command, Effect};
use crate::domain::matrix::Axis;
use crate::lens::Cx;
use crate::ui::{Page, Pen, Seen};
use place::Placed;
use walk::{Toward, end, leap, walk};

/// The page that says how wide the map was drawn; that of the picture says how high.
const ACROSS: u8 = 2;

/// The map.
#[derive(Debug)]
pub(super) struct Map {
    axis: Axis,
    /// Columns and lines of the screen that it had.
    room: (u16, u16),
    /// Where everybody stands, for the rows, the axis and the room it was worked out for: a key asks for it twice.
    placed: RefCell<Option<(Of, Rc<Placed>)>>,
}

/// What the places of a map depend on: the rows, the axis, the room, the day (a stance grows old).
type Of = (u64, Axis, (u16, u16), NaiveDate);

impl Default for Map {
    /// As on the smallest screen, until it has been drawn.
    fn default() -> Self {
        Self { axis: Axis::default(), room: (78, 15), placed: RefCell::default() }
    }
}

impl Map {
    /// Where everybody stands in a map of that size.
    fn placed(&self, people: &Selection, room: (u16, u16), cx: &Cx<'_>) -> Rc<Placed> {
        let of = (people.chosen(), self.axis, room, cx.today);
        let mut kept = self.placed.borrow_mut();
        if let Some((_, placed)) = kept.as_ref().filter(|(kept, _)| *kept == of) {
            return Rc::clone(placed);
        }
        let placed = Rc::new(Placed::new(people, self.axis, room, cx));
        *kept = Some((of, Rc::clone(&placed)));
        placed
    }

    /// Walks as the command says; who is not on the map begins at its first person.
    fn walk(&self, command: Command, people: &mut Selection, cx: &Cx<'_>) {
        let placed = self.placed(people, self.room, cx);
        let plan = &placed.plan;
        let at = placed.dot(people.at());
        let to = at.map_or_else(
            || end(plan, false),
            |at| match command {
                Command::Up => walk(plan, at, Toward::Up),
                Command::Down => walk(plan, at, Toward::Down),
                Command::PanelLeft => walk(plan, at, Toward::Left),
                Command::PanelRight => walk(plan, at, Toward::Right),
                Command::PageUp => leap(plan, at, false),
                Command::PageDown => leap(plan, at, true),
                Command::First => end(plan, false),
                _ => end(plan, true),
            },
        );
        if let Some(row) = to.and_then(|dot| placed.row(dot)) {
            people.stand(row);
        }
    }
}

impl Picture for Map {
    fn can(&self, command: Command, people: &Selection, _cx: &Cx<'_>) -> bool {
        match command {
            Command::Up
            | Command::Down
            | Command::PanelLeft
            | Command::PanelRight
            | Command::PageUp
            | Command::PageDown
            | Command::First
            | Command::Last
            | Command::MoveUp
            | Command::MoveDown
            | Command::MoveLeft
            | Command::MoveRight => !people.rows.is_empty(),
            Command::Axis => true,
            _ => false,
        }
    }

    fn update(&mut self, command: Command, people: &mut Selection, cx: &Cx<'_>) -> Vec<Effect> {
        match command {
            Command::Axis => self.axis = self.axis.other(),
            Command::MoveUp | Command::MoveDown | Command::MoveLeft | Command::MoveRight => {
                return people
                    .current()
                    .map(|row| step::effect(command, row, self.axis))
                    .into_iter()
                    .collect();
            }
            _ => self.walk(command, people, cx),
        }
        Vec::new()
    }

    fn note(&self) -> Option<&'static str> {
        Some(match self.axis {
            Axis::Stance => "people-map-by-stance",
            Axis::Interest => "people-map-by-interest",
        })
    }

    fn word(&self, command: Command) -> Option<&'static str> {
        (command == Command::Axis).then_some(match self.axis {
            Axis::Stance => "people-map-to-interest",
            Axis::Interest => "people-map-to-stance",
        })
    }

    fn scroll(&mut self, by: isize, people: &mut Selection, cx: &Cx<'_>) {
        let command = if by < 0 { Command::Up } else { Command::Down };
        self.walk(command, people, cx);
    }

    fn saw(&mut self, page: &Page) {
        let drawn = u16::try_from(page.height).unwrap_or(u16::MAX);
        match page.panel {
            PICTURE => self.room.1 = drawn,
            ACROSS => self.room.0 = drawn,
            _ => {}
        }
    }

    fn draw(&self, people: &Selection, focused: bool, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
        if pen.is_taking() {
            // A map has no rows: it is the same people that the list has.
            return List::default().draw(people, focused, pen, area, cx);
        }
        draw::draw(people, |room| self.placed(people, room, cx), focused, pen, area, cx)
    }
}
