//! What stands around the cells of a grid in which figures are entered: where one stands and what is typed there, to what it is
//! narrowed, what was pasted, and what was sent off. Nothing here knows what the cells mean.
use super::{Mode, Told};
use crate::command::Command;
use crate::ui::grid::Step;
use crate::ui::{Cursor, GridState, Page, found};

/// The grid, as regions and pages count panels.
pub(super) const GRID: u8 = 0;
/// Its columns.
pub(super) const ACROSS: u8 = 1;
/// The list of what was pasted.
pub(super) const PASTED: u8 = 2;

/// What a pasted text would do, line by line.
pub(super) trait Lines {
    /// How many lines there are to look at.
    fn len(&self) -> usize;
}

/// What a pasted text would do, to be agreed to.
#[derive(Debug)]
pub(super) struct Preview<P> {
    pub(super) would: P,
    pub(super) cursor: Cursor,
    /// It was sent off; the answer closes it.
    pub(super) saving: bool,
}

/// What going back has closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Closed {
    /// What was being entered, or the marks.
    Layer,
    /// To what the grid was narrowed: its rows are to be arranged anew.
    Text,
    /// Nothing of this: a filter is the next to go.
    Nothing,
}

/// What stands around a grid.
#[derive(Debug)]
pub(super) struct Desk<P> {
    pub(super) grid: GridState,
    /// To what the grid is narrowed.
    pub(super) text: String,
    pub(super) marks: found::Sought,
    pub(super) preview: Option<Preview<P>>,
    /// What was typed last and sent off: where, and the text.
    pub(super) sent: Option<(usize, usize, String)>,
    /// What is said of the act that was sent off last, once it is done.
    pub(super) said: Option<Told>,
}

impl<P> Default for Desk<P> {
    fn default() -> Self {
        Self {
            grid: GridState::default(),
            text: String::new(),
            marks: found::Sought::default(),
            preview: None,
            sent: None,
            said: None,
        }
    }
}

impl<P: Lines> Desk<P> {
    /// What keys mean now.
    pub(super) const fn mode(&self) -> Mode {
        match (&self.preview, self.grid.entry()) {
            (Some(_), _) => Mode::Choosing,
            (None, Some(_)) => Mode::Entering,
            (None, None) => Mode::Grid,
        }
    }

    /// Whether a command of entering or of the preview is done now; `None` for any other.
    pub(super) const fn does(&self, command: Command) -> Option<bool> {
        match command {
            Command::CellDown
            | Command::CellUp
            | Command::CellRight
            | Command::CellLeft
            | Command::CellClear => Some(self.grid.entry().is_some()),
            Command::Choose
            | Command::ChooseUp
            | Command::ChooseDown
            | Command::ChoosePageUp
            | Command::ChoosePageDown => Some(self.preview.is_some()),
            _ => None,
        }
    }

    /// Whether something here can be closed.
    pub(super) const fn goes_back(&self) -> bool {
        !matches!(self.mode(), Mode::Grid) || self.grid.is_marking() || !self.text.is_empty()
    }

    /// One layer up: out of entering, then the marks, then the search.
    pub(super) fn back(&mut self) -> Closed {
        if self.grid.entry().is_some() {
            self.grid.leave();
            return Closed::Layer;
        }
        if self.grid.unmark() {
            return Closed::Layer;
        }
        if self.text.is_empty() {
            return Closed::Nothing;
        }
        self.widen();
        Closed::Text
    }

    /// Narrowed to nothing any more.
    pub(super) fn widen(&mut self) {
        self.text.clear();
        self.marks = found::Sought::default();
    }

    /// Narrowed to a text; whether that is another than before.
    pub(super) fn narrow(&mut self, text: &str) -> bool {
        let other = text != self.text;
        if other {
            text.clone_into(&mut self.text);
            self.marks = found::Sought::new([text]);
            self.grid.unmark();
        }
        other
    }

    /// A key for the list of what was pasted.
    pub(super) fn turn(&mut self, command: Command) {
        if command == Command::Back {
            self.preview = None;
        } else if let Some(preview) = &mut self.preview {
            preview.cursor.step(command, preview.would.len());
        }
    }

    /// A key of reading: the cursor goes, and marks on the way where the key says so.
    pub(super) fn walk(&mut self, command: Command, size: (usize, usize), stands: impl Fn(usize) -> bool) {
        match Step::reading(command) {
            Some((step, true)) => self.grid.extend(step, size, stands),
            Some((step, false)) => self.grid.step(step, size, stands),
            None => {}
        }
    }

    /// Turns the list of what was pasted, else the rows of the grid while nothing is entered there.
    pub(super) fn scroll(&mut self, by: isize, rows: usize, stands: impl Fn(usize) -> bool) {
        if let Some(preview) = &mut self.preview {
            preview.cursor.scroll(by, preview.would.len());
        } else if self.grid.entry().is_none() {
            self.grid.rows.scroll(by, rows);
            self.grid.rows.settle(by > 0, rows, stands);
        }
    }

    /// A click on the list of what was pasted; `false` where it went elsewhere.
    pub(super) fn click(&mut self, panel: u8, row: usize) -> bool {
        let Some(preview) = self.preview.as_mut().filter(|_| panel == PASTED) else { return false };
        preview.cursor.stand(row.min(preview.would.len().saturating_sub(1)));
        true
    }

    /// Takes note of how it was drawn.
    pub(super) fn saw(&mut self, page: &Page) {
        match &mut self.preview {
            Some(preview) if page.panel == PASTED => preview.cursor.saw(page),
            _ => self.grid.saw(page, GRID, ACROSS),
        }
    }

    /// Pasted text: one line goes into the cell being entered; what is left is cells for a preview.
    pub(super) fn pasted<'t>(&mut self, text: &'t str) -> Option<&'t str> {
        let text = text.trim_end_matches('\n');
        if self.grid.entry().is_some() && !text.contains(['\t', '\n']) {
            self.grid.insert(text.trim());
            return None;
        }
        (!text.trim().is_empty() && self.preview.is_none()).then_some(text)
    }

    /// Shows what was pasted before it is saved.
    pub(super) fn show(&mut self, would: P) {
        self.grid.leave();
        self.preview = Some(Preview { would, cursor: Cursor::default(), saving: false });
    }

    /// What was pasted is sent off.
    pub(super) fn save(&mut self) {
        if let Some(preview) = &mut self.preview {
            preview.saving = true;
        }
        self.grid.unmark();
    }

    /// The book has answered: what was sent off is in it; of another account than before, nothing stays.
    pub(super) fn answered(&mut self, fresh: bool) {
        self.sent = None;
        if fresh || self.preview.as_ref().is_some_and(|preview| preview.saving) {
            self.preview = None;
        }
        if fresh {
            self.grid.leave();
            self.grid.unmark();
        }
    }

    /// What was sent off could not be written: it stands in its cell again, and what was pasted can be saved once more.
    pub(super) fn failed(&mut self) {
        if let Some(preview) = &mut self.preview {
            preview.saving = false;
        }
        self.said = None;
        if let Some((row, column, text)) = self.sent.take() {
            self.grid.stand(row, column);
            self.grid.enter("");
            self.grid.insert(&text);
        }
    }
}
