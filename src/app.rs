//! The screen: scope, lens, what floats above it, and notices. Decides; never performs.
mod capture;
mod commands;
mod conflict;
mod forms;
mod frame;
mod help;
mod history;
mod keys;
mod layer;
mod menu;
mod mouse;
mod palette;
mod scope;
mod snooze;

use std::sync::Arc;

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::command::{Ask, Effect, Key, Keymap, LensKind, Msg, Pace, Reader};
use crate::domain::Id;
use crate::domain::directory::Directory;
use crate::domain::explain::Explain;
use crate::domain::field::Record;
use crate::domain::kind::Kind;
use crate::lang::Words;
use crate::lens::{Cx, Lenses};
use crate::store::Outcome;
use crate::store::query::history::Version;
use crate::store::query::{Answer, Query};
use crate::ui::{Glyphs, Pen, Seen, Spot, Theme};
use history::History;
use layer::Layer;

/// Fewest columns and rows in which the screen is drawn.
pub const FLOOR: (u16, u16) = (80, 24);

/// How the screen looks and listens.
#[derive(Debug, Clone, Default)]
pub struct Look {
    /// The colours.
    pub theme: Theme,
    /// The signs.
    pub glyphs: Glyphs,
    /// The keys.
    pub keys: Keymap,
}

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
    /// First key of a chord.
    pending: Option<Key>,
    /// `Ctrl-C` was the key before.
    interrupted: bool,
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
            pending: None,
            interrupted: false,
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
            Msg::Scrolled(x, y, by) => self.wheel(x, y, by),
            Msg::Resized(columns, rows) => {
                self.size = (columns, rows);
                Vec::new()
            }
            Msg::DayChanged(today) => {
                self.world.today = today;
                self.reload()
            }
            Msg::BookChanged => self.reload(),
            Msg::Loaded(reader, answer) => self.loaded(reader, answer),
            Msg::Done(outcome) => self.done(outcome),
            Msg::Noticed(explain) => {
                self.notice = Some(Notice::Said(explain));
                Vec::new()
            }
            Msg::Failed(explain) => {
                self.failed(explain);
                Vec::new()
            }
            Msg::FormLoaded(of, parts, draft) => self.open_form(of, parts, draft.as_ref()),
            Msg::CaptureLoaded(text) => self.open_capture(&text, None),
            Msg::ChangedElsewhere(theirs) => self.changed_elsewhere(theirs),
            Msg::Created(outcome) => self.created(outcome),
            Msg::NoteEdited(text) => self.note_edited(&text),
        }
    }

    /// An act was done: said, and what was waiting for it closes.
    fn done(&mut self, outcome: Outcome) -> Vec<Effect> {
        let mut effects = self.close_logged();
        if matches!(self.layers.last(), Some(Layer::Form(open)) if open.saving) {
            self.layers.pop();
        }
        if outcome.entry.is_some() {
            self.notice = Some(Notice::Done(outcome.label));
        }
        if let Some((kind, id)) = outcome.touched.first() {
            let wanted = self.lenses.get_mut(self.lens).stand_on(*kind, *id, &self.world.cx());
            effects.extend(self.settle(wanted));
        }
        effects.extend(self.reload());
        effects
    }

    /// Something failed: said; what was sent off can be sent again.
    fn failed(&mut self, explain: Explain) {
        match self.layers.last_mut() {
            Some(Layer::Form(open)) => open.saving = false,
            Some(Layer::Capture(line)) => line.saving = false,
            _ => {}
        }
        self.notice = Some(Notice::Failed(explain));
    }

    /// Takes note of what was drawn, for the mouse and for turning pages.
    pub fn saw(&mut self, seen: Seen) {
        for page in &seen.pages {
            self.lenses.get_mut(self.lens).saw(page);
        }
        if let (Some(page), Some(layer)) = (seen.floats.last(), self.layers.last_mut()) {
            layer.saw(page);
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

    /// Asks anew for all that is shown.
    fn reload(&mut self) -> Vec<Effect> {
        let ask = |reader, query| Effect::Load(Ask { reader, query, pace: Pace::Now });
        let mut effects = vec![ask(Reader::Names, Query::Directory)];
        if self.lens != LensKind::Today {
            effects.push(ask(Reader::Count, Query::Today(None)));
        }
        effects.extend(self.ask_lens());
        effects
    }

    fn ask_lens(&self) -> Vec<Effect> {
        let queries = self.lenses.get(self.lens).queries(&self.world.cx());
        queries.into_iter().map(|query| Effect::load(self.lens, query)).collect()
    }

    fn loaded(&mut self, reader: Reader, answer: Answer) -> Vec<Effect> {
        if let Answer::Today(today) = &answer {
            self.urgent = today.urgent;
        }
        match (reader, answer) {
            (Reader::Names, Answer::Directory(directory)) => {
                self.world.directory = directory;
                self.names_changed();
                Vec::new()
            }
            (Reader::Lens(lens), answer) => {
                let effects = self.lenses.get_mut(lens).loaded(answer, &self.world.cx());
                self.settle(effects)
            }
            (Reader::Undo, Answer::UndoState(undo, _)) => self.undo_is(undo),
            (Reader::Palette, Answer::Log(page)) => {
                if let Some(Layer::Palette(palette)) = self.layers.last_mut() {
                    palette.found(&page, &self.world.cx());
                }
                Vec::new()
            }
            (Reader::History, Answer::Journal(entries)) => {
                let title = self.world.words.get("app-history-of-book");
                self.layers.push(Layer::History(History::of_book(title, entries)));
                Vec::new()
            }
            (Reader::History, Answer::History(versions)) => {
                self.show_history(versions);
                Vec::new()
            }
            (Reader::Held(id), Answer::Record(parts)) => {
                parts.first().map(|record| self.hold(id, record.as_ref())).unwrap_or_default()
            }
            (Reader::Note(..), Answer::Record(parts)) => {
                parts.into_iter().next().map(|record| self.edit_note(record)).unwrap_or_default()
            }
            (Reader::Set(field, value), Answer::Record(parts)) => self.set_field(parts, field, value),
            _ => Vec::new(),
        }
    }

    /// Names are known anew: a scope that is gone is left, a line being captured is read again.
    fn names_changed(&mut self) {
        let gone = self.world.scope.filter(|s| self.world.directory.get(Kind::Account, *s).is_none());
        if gone.is_some() {
            self.world.scope = None;
            self.guest = None;
        }
        if let Some(Layer::Capture(line)) = self.layers.last_mut() {
            line.read(&self.world.cx());
        }
    }

    fn show_history(&mut self, versions: Vec<Version>) {
        let Some(under) = self.lenses.get(self.lens).under() else { return };
        let history = History::of_record(under.title, under.kind, versions, &self.world.cx());
        self.layers.push(Layer::History(history));
    }

    /// Does itself what concerns only the screen, and passes the rest on.
    fn settle(&mut self, effects: Vec<Effect>) -> Vec<Effect> {
        let mut rest = Vec::new();
        for effect in effects {
            match effect {
                Effect::Notify(explain) => self.notice = Some(Notice::Said(explain)),
                Effect::Go { lens, scope, record } => rest.extend(self.go(lens, scope, record)),
                other => rest.push(other),
            }
        }
        rest
    }
}

/// The body of a screen: between the hairlines.
const fn body_of(screen: Rect) -> Rect {
    Rect { x: screen.x, y: screen.y + 3, width: screen.width, height: screen.height.saturating_sub(5) }
}
