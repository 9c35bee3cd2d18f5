//! The lenses: one folder each, `state` (update → effects, `can`) and `view` (pure drawing). None knows another.
//!
//! A lens asks the book by [`Lens::queries`], gets answers by [`Lens::loaded`], and turns commands into effects. What can be
//! done with any record (open, edit, log a contact, done, snooze, delete, copy, history) is done once by `app`, with the
//! record that [`Lens::under`] names; a lens takes such a command over by saying [`Lens::can`] to it.
pub mod accounts;
mod all;
mod desk;
pub mod growth;
pub mod hearers;
pub mod kpis;
pub mod log;
pub mod offer;
pub mod people;
pub mod plan;
pub mod portfolio;
pub mod today;
pub mod views;
mod why;

pub use all::Lenses;

use chrono::NaiveDate;
use ratatui::layout::Rect;

use crate::command::{Command, Effect, Key, Keymap, Only, Rows};
use crate::domain::Id;
use crate::domain::choice::{BuyingRole, Stance};
use crate::domain::directory::Directory;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::value::Value;
use crate::lang::Words;
use crate::lang::value::Context;
use crate::report::Block;
use crate::store::query::people::PersonRow;
use crate::store::query::{Answer, Query};
use crate::ui::listing::Listing;
use crate::ui::{Page, Pen, Seen, Span};

/// What a lens may look at beside its own state.
#[derive(Debug, Clone, Copy)]
pub struct Cx<'a> {
    /// The words of the language.
    pub words: &'a Words,
    /// The day.
    pub today: NaiveDate,
    /// Who is who.
    pub directory: &'a Directory,
    /// The account in force; `None` is all.
    pub scope: Option<Id>,
    /// The effective keys, for sentences that name one.
    pub keys: &'a Keymap,
}

impl Cx<'_> {
    /// What values are read and shown with.
    pub const fn values(&self) -> Context<'_> {
        Context { words: self.words, today: self.today, directory: self.directory, scope: self.scope }
    }

    /// The key of a command as hints show it; empty if it has none.
    pub fn key(&self, command: Command) -> String {
        self.keys.hint(command, self.words).unwrap_or_default()
    }
}

/// The record under the cursor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Under {
    /// Its kind.
    pub kind: Kind,
    /// Its number.
    pub id: Id,
    /// The client it belongs to.
    pub account: Option<Id>,
    /// The person it is about.
    pub person: Option<Id>,
    /// Of a person: their place at the account, for what is learned about them.
    pub place: Option<Place>,
    /// An interaction that has not been held: `x` marks it held.
    pub planned: bool,
    /// The topic under which the row is muted, where it is not the record that is put off.
    pub topic: Option<&'static str>,
    /// What it is called, for the clipboard and for notices.
    pub title: String,
}

impl Under {
    /// A record with a title and nothing else.
    pub fn new(kind: Kind, id: Id, title: impl Into<String>) -> Self {
        Self {
            kind,
            id,
            account: None,
            person: None,
            place: None,
            planned: false,
            topic: None,
            title: title.into(),
        }
    }
}

/// A person's place at an account, as far as it is changed on the row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The membership.
    pub membership: Id,
    /// Attitude to us, if known.
    pub stance: Option<Stance>,
    /// Places in the buying centre.
    pub roles: Vec<BuyingRole>,
    /// Weight 1–5, where it is set.
    pub influence: Option<i64>,
    /// How much what we do matters to them, 1–5, if known.
    pub interest: Option<i64>,
}

impl Place {
    /// The place of a row; `None` for somebody without an account.
    pub fn of(row: &PersonRow) -> Option<Self> {
        Some(Self {
            membership: row.membership?,
            stance: row.stance,
            roles: row.roles.clone(),
            influence: (!row.weight.assumed).then_some(row.weight.w),
            interest: row.interest.map(|(value, _)| value),
        })
    }
}

/// Why a row is where it is, or how a figure is made: the panel of `=`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Why {
    /// Of what.
    pub title: String,
    /// What it is made of, and the rule. A row of a table leads to its record.
    pub blocks: Vec<Block>,
}

/// What a lens says of what was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// What was done.
    pub what: Explain,
    /// It should be looked at once more.
    pub odd: bool,
}

/// Which keys a lens has now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// Those of lists and records.
    #[default]
    Records,
    /// Those of a grid.
    Grid,
    /// Letters are typed into a cell.
    Entering,
    /// Something of its own floats above it: a preview.
    Choosing,
}

/// A lens.
pub trait Lens: std::fmt::Debug {
    /// What it must know to be drawn, for the scope and day of `cx`; asked when it opens and after every change of the book.
    fn queries(&self, cx: &Cx<'_>) -> Vec<Query>;

    /// Takes an answer.
    fn loaded(&mut self, answer: Answer, cx: &Cx<'_>) -> Vec<Effect>;

    /// The record under the cursor.
    fn under(&self) -> Option<Under>;

    /// The records in front of me in their order, to be written with all their fields; `None` where the rows are none.
    fn records(&self, _cx: &Cx<'_>) -> Option<Rows> {
        None
    }

    /// The question for all rows of the list in front of me, where only some of them are at hand.
    fn rest(&self, _cx: &Cx<'_>) -> Option<Query> {
        None
    }

    /// All those rows as plain cells, once it is answered.
    fn listed(&self, _answer: &Answer, _cx: &Cx<'_>) -> Option<Listing> {
        None
    }

    /// Whether the lens itself does this command now. Moving, sorting, filtering, and what it does otherwise than every lens.
    fn can(&self, command: Command, cx: &Cx<'_>) -> bool;

    /// Which keys it has now.
    fn mode(&self) -> Mode {
        Mode::Records
    }

    /// Key of what the footer calls a command now, where that is not its own name.
    fn word(&self, _command: Command) -> Option<&'static str> {
        None
    }

    /// What is said of all it shows, at the right of a title that it shares with other views.
    fn remark(&self, _cx: &Cx<'_>) -> Vec<Span> {
        Vec::new()
    }

    /// Whether the cursor stands on a cell of a grid: what is done with records has no meaning there.
    fn is_on_cell(&self) -> bool {
        false
    }

    /// What deleting would take away, said before the key is pressed again; `None` is the record under the cursor.
    fn going(&self, _cx: &Cx<'_>) -> Option<Explain> {
        None
    }

    /// What its act was that has just been done, where it can say more of it than the act itself.
    fn told(&mut self) -> Option<Told> {
        None
    }

    /// A key that calls no command, while entering.
    fn typed(&mut self, _key: Key, _cx: &Cx<'_>) -> Vec<Effect> {
        Vec::new()
    }

    /// Does a command it [`can`](Lens::can).
    fn update(&mut self, command: Command, cx: &Cx<'_>) -> Vec<Effect>;

    /// The user narrows the list (`/`), letter by letter; empty shows everything again.
    fn narrow(&mut self, text: &str, cx: &Cx<'_>) -> Vec<Effect>;

    /// To what the list is narrowed; empty is not at all.
    fn narrowed(&self) -> &str;

    /// Stands on this record if the list has it or once it has been loaded.
    fn stand_on(&mut self, kind: Kind, id: Id, cx: &Cx<'_>) -> Vec<Effect>;

    /// An act was done while it was in front, and touched this record first: mostly the cursor goes there.
    fn acted(&mut self, kind: Kind, id: Id, cx: &Cx<'_>) -> Vec<Effect> {
        self.stand_on(kind, id, cx)
    }

    /// Another lens asks for a selection of rows; one that does not know it shows what it showed.
    fn only(&mut self, _only: Only) {}

    /// The user chose a value that this lens offered, by the number it gave it.
    fn picked(&mut self, _number: usize, _cx: &Cx<'_>) -> Vec<Effect> {
        Vec::new()
    }

    /// The user typed the value that this lens asked for.
    ///
    /// # Errors
    /// Why it cannot be; then the question stays open.
    fn answered(&mut self, _value: Value, _cx: &Cx<'_>) -> Result<Vec<Effect>, Explain> {
        Ok(Vec::new())
    }

    /// The heading of a column was clicked, counted from 0 among those drawn.
    fn click_head(&mut self, _panel: u8, _column: usize, _cx: &Cx<'_>) -> Vec<Effect> {
        Vec::new()
    }

    /// A row was clicked.
    fn click(&mut self, panel: u8, row: usize, cx: &Cx<'_>) -> Vec<Effect>;

    /// A cell of a grid was clicked, at this row and column.
    fn click_cell(&mut self, panel: u8, at: (usize, usize), cx: &Cx<'_>) -> Vec<Effect> {
        self.click(panel, at.0, cx)
    }

    /// Text was pasted where no field takes it; all of it at once, its lines end in `\n`.
    fn pasted(&mut self, _text: &str, _cx: &Cx<'_>) -> Vec<Effect> {
        Vec::new()
    }

    /// An act was refused or the book could not be written: what was typed for it comes back.
    fn failed(&mut self) {}

    /// The wheel was turned over a panel; negative is up.
    fn scroll(&mut self, panel: u8, by: isize, cx: &Cx<'_>) -> Vec<Effect>;

    /// A list was drawn like this.
    fn saw(&mut self, page: &Page);

    /// Why the row under the cursor is here; `None` where there is nothing to explain.
    fn why(&self, cx: &Cx<'_>) -> Option<Why>;

    /// Draws itself; panels are counted from 0 in the regions and pages it returns.
    fn draw(&self, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen;
}
