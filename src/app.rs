//! The screen: scope, lens, what floats above it, and notices. Decides; never performs.
mod answers;
mod boss;
mod brief;
mod capture;
mod catalogue;
mod choose;
mod columns;
mod commands;
mod conflict;
mod copy;
mod dedupe;
mod files;
mod forget;
mod forms;
mod frame;
mod guide;
mod handout;
mod help;
mod history;
mod import;
mod keys;
mod layer;
mod life;
mod menu;
mod merge;
mod mouse;
mod palette;
mod partner;
mod passed;
mod question;
mod record;
mod review;
mod scope;
mod told;
mod twins;
mod undo;
mod why;
mod work;

use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::command::{Effect, Key, Keymap, LensKind, Msg};
use crate::domain::Id;
use crate::domain::directory::Directory;
use crate::domain::explain::Explain;
use crate::domain::field::Record;
use crate::exchange::dedupe::Dedupe;
use crate::lang::Words;
use crate::lens::{Cx, Lenses};
use crate::ui::{Glyphs, Look, Pen, Seen, Spot, Theme};
use layer::Layer;

/// Fewest columns and rows in which the screen is drawn.
pub const FLOOR: (u16, u16) = (80, 24);

/// What everything on the screen may look at.
#[derive(Debug)]
struct World {
    words: Arc<Words>,
    today: NaiveDate,
    directory: Directory,
    scope: Option<Id>,
    keys: Keymap,
}

impl World {
    fn cx(&self) -> Cx<'_> {
        Cx {
            words: &self.words,
            today: self.today,
            directory: &self.directory,
            scope: self.scope,
            keys: &self.keys,
        }
    }
}

/// What stands at the right end of the footer, until the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Notice {
    /// An act was done.
    Done(Explain),
    /// An act was done that should be looked at once more.
    Odd(Explain),
    /// Something is said.
    Said(Explain),
    /// Something failed.
    Failed(Explain),
}

/// How far undo has come: an act of another process or day is named first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum UndoStep {
    #[default]
    Idle,
    /// The next `u` takes back this journal entry.
    Named(Id),
}

/// The screen.
#[derive(Debug)]
pub struct App {
    world: World,
    lens: LensKind,
    lenses: Lenses,
    /// An account without a tab of its own that was opened; its tab goes when the scope changes.
    guest: Option<Id>,
    layers: Vec<Layer>,
    notice: Option<Notice>,
    undo: UndoStep,
    /// Name of the draft of the form that was closed last.
    kept: Option<String>,
    /// The folder in which files were picked last.
    folder: PathBuf,
    /// What was recognised of the files that were imported last.
    recognised: Dedupe,
    /// First key of a chord.
    pending: Option<Key>,
    /// `Ctrl-C` was the key before.
    interrupted: bool,
    /// The keys before were digits, the first of them on a cell of a grid.
    digits: bool,
    /// How the last document was asked for.
    habit: handout::Habit,
    /// The record whose note is in the user's editor.
    note: Option<Box<dyn Record>>,
    /// Rows of bands 1 and 2 over all accounts.
    urgent: usize,
    size: (u16, u16),
    theme: Theme,
    glyphs: Glyphs,
    seen: Seen,
}

impl App {
    /// A screen of that many columns and rows.
    pub fn new(words: Arc<Words>, today: NaiveDate, look: Look, size: (u16, u16)) -> Self {
        let world = World { words, today, directory: Directory::default(), scope: None, keys: look.keys };
        Self {
            world,
            lens: LensKind::default(),
            lenses: Lenses::default(),
            guest: None,
            layers: Vec::new(),
            notice: None,
            undo: UndoStep::default(),
            kept: None,
            folder: PathBuf::new(),
            recognised: Dedupe::default(),
            pending: None,
            interrupted: false,
            digits: false,
            habit: handout::Habit::default(),
            note: None,
            urgent: 0,
            size,
            theme: look.theme,
            glyphs: look.glyphs,
            seen: Seen::default(),
        }
    }

    /// What must be asked before the first frame.
    pub fn start(&mut self) -> Vec<Effect> {
        self.reload()
    }

    /// The day the screen believes it is.
    pub const fn today(&self) -> NaiveDate {
        self.world.today
    }

    /// Takes what happened and says what must happen.
    pub fn update(&mut self, msg: Msg) -> Vec<Effect> {
        match msg {
            Msg::Key(key) => self.key(key),
            Msg::Pasted(text) => self.paste(&text),
            Msg::Clicked(x, y) => self.click(x, y),
            Msg::ClickedTwice(x, y) => self.click_twice(x, y),
            Msg::Scrolled(x, y, by) => self.wheel(x, y, by),
            Msg::Resized(columns, rows) => {
                self.size = (columns, rows);
                self.brief_again().into_iter().collect()
            }
            Msg::DayChanged(today) => {
                self.world.today = today;
                self.reload()
            }
            Msg::BookChanged => self.reload(),
            Msg::Loaded(reader, answer) => self.loaded(reader, answer),
            Msg::Done(outcome) => self.done(outcome),
            Msg::Imported(outcome, recognised, remark) => self.imported(outcome, *recognised, remark),
            Msg::Forgotten(explain) => self.forgotten(explain),
            Msg::Started(title) => self.work_started(title),
            Msg::Progressed(progress) => self.work_progressed(progress),
            Msg::Made(handed) => self.handed(*handed),
            Msg::Ended(came) => self.work_ended(came),
            Msg::Browsed(at, folder) => self.browsed(at, folder),
            Msg::Peeked(path, beginning) => self.peeked(path, beginning),
            Msg::Dropped(files, text) => self.dropped(files, &text),
            Msg::Mapped(tables) => self.mapped(tables),
            Msg::Planned(files, plan) => self.planned(files, *plan),
            Msg::Noticed(explain) => {
                self.notice = Some(Notice::Said(explain));
                Vec::new()
            }
            Msg::SettingsRead(mistakes) => {
                self.settings_read(&mistakes);
                Vec::new()
            }
            Msg::Failed(explain) => {
                self.failed(explain);
                Vec::new()
            }
            Msg::FormLoaded(of, parts, draft) => self.open_form(of, parts, draft.as_ref()),
            Msg::CaptureLoaded(text) => self.open_capture(&text, None),
            Msg::CaptureResumed(text) => self.resume_capture(&text),
            Msg::ChangedElsewhere(theirs) => self.changed_elsewhere(theirs),
            Msg::Created(outcome) => self.created(outcome),
            Msg::NoteEdited(text) => self.note_edited(&text),
        }
    }

    /// Takes note of what was drawn, for the mouse and for turning pages.
    pub fn saw(&mut self, seen: Seen) {
        for page in &seen.pages {
            self.lenses.get_mut(self.lens).saw(page);
        }
        if let (Some(page), Some(layer)) = (seen.floats.last(), self.layers.last_mut()) {
            layer.saw(page, &seen.regions);
        }
        self.seen = seen;
    }

    /// Draws everything and returns what was laid out.
    pub fn draw(&self, buf: &mut Buffer) -> Seen {
        let screen = buf.area;
        let mut pen = Pen::new(buf, self.theme, self.glyphs);
        pen.clear(screen);
        if screen.width < FLOOR.0 || screen.height < FLOOR.1 {
            frame::too_small(&mut pen, screen, &self.world.words);
            return Seen::default();
        }
        let mut seen = Seen::default();
        let body = self.draw_frame(&mut pen, screen, &mut seen);
        seen.add(self.lenses.get(self.lens).draw(&mut pen, body, &self.world.cx()));
        for layer in &self.layers {
            // What lies below a float does not answer to the mouse.
            seen.regions.retain(|r| matches!(r.spot, Spot::Hint(_)));
            seen.cursor = None;
            seen.add(layer.draw(&mut pen, body, &self.world.cx()));
        }
        seen
    }
}

/// The body of a screen: between the hairlines.
const fn body_of(screen: Rect) -> Rect {
    Rect { x: screen.x, y: screen.y + 3, width: screen.width, height: screen.height.saturating_sub(5) }
}
