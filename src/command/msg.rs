//! What happened: all that reaches the screen from outside.
use std::path::PathBuf;

use chrono::NaiveDate;

use super::effect::{Draft, Reader};
use super::form::FormOf;
use super::handout::Handed;
use super::job::Progress;
use super::key::Key;
use crate::domain::explain::Explain;
use crate::domain::field::Record;
use crate::exchange::Plan;
use crate::exchange::browse::{Beginning, Folder};
use crate::exchange::dedupe::Dedupe;
use crate::exchange::mapping::Mapping;
use crate::store::Outcome;
use crate::store::query::Answer;

/// An event. Past tense.
#[derive(Debug)]
pub enum Msg {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted; several lines stay together.
    Pasted(String),
    /// The mouse was clicked in this cell (column, row).
    Clicked(u16, u16),
    /// The mouse was clicked in this cell a second time at once.
    ClickedTwice(u16, u16),
    /// The wheel was turned over this cell, by so many notches; negative is up.
    Scrolled(u16, u16, i16),
    /// The terminal has so many columns and rows.
    Resized(u16, u16),
    /// Another day has begun.
    DayChanged(NaiveDate),
    /// The book was written by somebody else, or by us: whatever is shown must be asked for again.
    BookChanged,
    /// A question was answered.
    Loaded(Reader, Answer),
    /// A record was loaded to be edited, or is blank; and the draft that was kept of it.
    FormLoaded(FormOf, Vec<Box<dyn Record>>, Option<Draft>),
    /// The capture line can open with this text.
    CaptureLoaded(String),
    /// The capture line can open with what was left in it before.
    CaptureResumed(String),
    /// An act was done.
    Done(Outcome),
    /// Files were imported; and what was recognised of them.
    Imported(Outcome, Box<Dedupe>, Option<Explain>),
    /// A record was changed elsewhere since the form was opened; this is how it stands now.
    ChangedElsewhere(Vec<Box<dyn Record>>),
    /// A record was created while a form was open.
    Created(Outcome),
    /// The note came back from the user's editor.
    NoteEdited(String),
    /// Something was said that needs no act: copied, backed up.
    Noticed(Explain),
    /// A folder was looked into: as it is typed, and what is in it.
    Browsed(String, Result<Folder, Explain>),
    /// How a file begins is known.
    Peeked(PathBuf, Result<Beginning, Explain>),
    /// These of the files that a pasted text names are there; and the text.
    Dropped(Vec<PathBuf>, String),
    /// What importing these files would do is known.
    Planned(Vec<PathBuf>, Box<Plan>),
    /// How the columns of the tables among the files are understood is known.
    Mapped(Vec<Mapping>),
    /// A document was made.
    Made(Box<Handed>),
    /// Long work has begun; this is what it is called.
    Started(Explain),
    /// It has come that far.
    Progressed(Progress),
    /// It is over, and this came of it; `None` if it was stopped.
    Ended(Option<Box<Msg>>),
    /// A person was forgotten; this is what to say of it.
    Forgotten(Explain),
    /// The settings file has these mistakes; it is used without them.
    SettingsRead(Vec<Explain>),
    /// Something failed; nothing was lost.
    Failed(Explain),
}
