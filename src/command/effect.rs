//! What must happen: all that the screen asks of the outside. Only `tui::perform` does it.
use std::path::PathBuf;

use chrono::NaiveDate;

use super::export::Rows;
use super::form::{FormOf, Step};
use super::job::Job;
use super::table::{Command, LensKind};
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::field::Record;
use crate::domain::kind::Kind;
use crate::domain::period::Period;
use crate::domain::value::{FieldKind, Value};
use crate::lang::Words;
use crate::report::Block;
use crate::report::mail::Mail;
use crate::store::act::Act;
use crate::store::act::told::Heard;
use crate::store::query::{Query, Scope};

/// Who asked, and gets the answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reader {
    /// A lens.
    Lens(LensKind),
    /// The frame: every name of the book.
    Names,
    /// The frame: how many rows need the user.
    Count,
    /// Undo: what it would take back.
    Undo,
    /// Redo: what it would do again.
    Redo,
    /// The palette, searching all text.
    Palette,
    /// The history panel.
    History,
    /// The panel of who knows whom.
    Circles,
    /// The panel of the brief.
    Brief,
    /// The capture line that marks a planned interaction held.
    Held(Id),
    /// The note of a record, to be edited.
    Note(Kind, Id),
    /// Those among whom the boss of these memberships is picked.
    Boss(Vec<Id>),
    /// What there is to forget of a person.
    Forget,
    /// A record of which this field is to be set.
    Set(&'static str, Value),
    /// The form of a step in a person's life, once their places are known; at this account if they have one there.
    Life(Step, Option<Id>),
    /// The list of what was planned there and has passed.
    Passed(Scope),
    /// The list of who may be in the book twice.
    Twins,
    /// Whom of a decision one has told.
    Hearers,
    /// Whom to merge this person with.
    Partner(Id),
    /// Two people as they would become one: who stays, who goes.
    Merging(Id, Id),
    /// The panel of the weekly review.
    Review,
    /// `y` and what is like it: all rows of a list of which only some are at hand.
    Listing(Command),
    /// The list of issued reports, or one of them to be read; one that is due again is asked for anew.
    Issued(bool),
}

/// How a question is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// Before the next frame, on the connection of the screen: for what takes less than a frame.
    Now,
    /// After the frame, when nobody waits for anything: for what stands in a corner.
    Later,
    /// On a thread; a newer question of the same reader makes an older one stale. For search as you type.
    Typing,
}

/// A question to the book.
#[derive(Debug, Clone)]
pub struct Ask {
    /// Who asks.
    pub reader: Reader,
    /// What.
    pub query: Query,
    /// How urgent.
    pub pace: Pace,
}

/// What was typed and not saved.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Draft {
    /// Of which form, or of the capture line.
    pub name: String,
    /// Part, field and text as typed.
    pub texts: Vec<(String, String)>,
}

/// A selection of rows that one lens asks of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Only {
    /// People past one and a half times their cadence, or never met.
    PastCadence,
    /// People who are due to be contacted, in catch-up order.
    Due,
    /// People whose role is not known.
    NoRole,
    /// Entries in which something was not understood.
    ToSort,
    /// The period of a grid.
    Period(Period),
}

/// A value to be typed in one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// What is asked.
    pub title: Explain,
    /// How it can be written.
    pub help: Explain,
    /// As what it is read. A day must be one to come.
    pub kind: FieldKind,
    /// What stands there before anything is typed.
    pub proposed: String,
    /// What an empty line means; `None` is that something must be typed.
    pub empty: Option<Explain>,
}

/// Values to choose from, each with the letter that picks it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Offered {
    /// Of what.
    pub title: String,
    /// The values.
    pub rows: Vec<OfferedRow>,
}

/// A value to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferedRow {
    /// In words.
    pub text: String,
    /// It is so already.
    pub on: bool,
    /// What choosing it does.
    pub leads: Leads,
}

/// Where a row of [`Offered`] leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Leads {
    /// The lens that offered it is told its number, as the lens counts them.
    Picked(usize),
    /// To further values.
    Further(Offered),
    /// They have been told of these decisions on that day.
    Told(Vec<Heard>, NaiveDate),
}

/// A document to be read on the whole screen, and copied.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// What it is called.
    pub title: String,
    /// What stands beside its title.
    pub remark: String,
    /// What is drawn of it; a row may lead to its record.
    pub blocks: Vec<Block>,
    /// What is copied of it.
    pub text: String,
}

/// Who is to be forgotten for good.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Farewell {
    /// Who.
    pub person: Id,
    /// Their full name, as it was typed.
    pub typed: String,
    /// The word that stands in their place.
    pub someone: String,
    /// Also in the copies of the book.
    pub copies: bool,
}

/// Something to be done. Imperative.
#[derive(Debug, Clone)]
pub enum Effect {
    /// Ask the book; the answer comes as `Msg::Loaded`.
    Load(Ask),
    /// Write; `Msg::Done` follows.
    Act(Act),
    /// Save the parts of a form as one act; `Msg::Done` or `Msg::ChangedElsewhere` follows. With `anyway`, whatever was
    /// changed elsewhere is overwritten.
    SaveForm {
        /// Which form.
        of: FormOf,
        /// Its records.
        parts: Vec<Box<dyn Record>>,
        /// Overwrite what was changed elsewhere.
        anyway: bool,
    },
    /// Load the record and its draft; the form opens when they are there.
    OpenForm(FormOf),
    /// Let the user pick one of these forms for a new record; the cursor stands on the one of that place.
    Offer(Vec<FormOf>, usize),
    /// Let the user choose a value; the lens is told which.
    Choose(Offered),
    /// Ask the user for a value; the lens gets it.
    Ask(Asked),
    /// Asks what became of what was planned there and has passed.
    Passed(Scope),
    /// Ask for a file into which these rows are written.
    Write(Rows),
    /// Open the capture line with this text; empty brings back the line that was kept.
    OpenCapture(String),
    /// Create a record (a person with their place) while a form is open; `Msg::Created` follows.
    Create(Vec<Box<dyn Record>>),
    /// Keep what was typed.
    SaveDraft(Draft),
    /// Forget what was typed.
    DropDraft(String),
    /// Give this text to the user's editor.
    EditText(String),
    /// To the clipboard.
    Copy(String),
    /// So many rows to the clipboard, as this text.
    CopyRows(String, usize),
    /// Open a mail with the system's program; the second says where it goes on if it is too long for a link.
    Mail(Box<Mail>, String),
    /// Show a document over the lens.
    Show(Box<Document>),
    /// Forget a person for good; `Msg::Forgotten` follows.
    Forget(Farewell),
    /// Begin work that may take longer than a key press; `Msg::Started` and at last `Msg::Ended` follow.
    Start(Box<Job>),
    /// Look into the folder of a typed path, and show it in the picker of files; nothing typed is where files arrive.
    Browse(String),
    /// Look into this folder, and show it in the picker of files.
    Walk(PathBuf),
    /// Look at how a file begins.
    Peek(PathBuf),
    /// A text was pasted that names these files: see which are there.
    Dropped(Vec<PathBuf>, String),
    /// Stop the work that is under way.
    Cancel,
    /// Show a lens, with this account as scope if given, and the cursor on this record if it has it.
    Go {
        /// Which lens.
        lens: LensKind,
        /// The scope to change to.
        scope: Option<Id>,
        /// The record to stand on.
        record: Option<(Kind, Id)>,
    },
    /// Make another lens show a selection of its rows, before going there.
    Only(LensKind, Only),
    /// Change the scope where we are: one account, or all.
    Scope(Option<Id>),
    /// Say something at the right end of the footer.
    Notify(Explain),
    /// To the shell for a while.
    Suspend,
    /// Draw everything anew.
    Redraw,
    /// Leave the program.
    Quit,
}

impl Effect {
    /// A question of a lens, answered before the next frame.
    pub const fn load(lens: LensKind, query: Query) -> Self {
        Self::Load(Ask { reader: Reader::Lens(lens), query, pace: Pace::Now })
    }

    /// Opens a mail.
    pub fn write(mail: Mail, words: &Words) -> Self {
        Self::Mail(Box::new(mail), words.get("mail-goes-on"))
    }

    /// A question of a lens while the user types, answered on a thread; a newer one makes it stale.
    pub const fn seek(lens: LensKind, query: Query) -> Self {
        Self::Load(Ask { reader: Reader::Lens(lens), query, pace: Pace::Typing })
    }
}
