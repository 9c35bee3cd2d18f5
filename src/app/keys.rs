//! One key press: to the top layer if it is typing, else through the keymap to a command.
use super::layer::Layer;
use super::{App, Notice};
use crate::command::{Command, Effect, Key, KeyScope, Resolved};
use crate::domain::explain::Explain;
use crate::exchange::browse;
use crate::lens::Mode;

/// Scopes of a lens with nothing above it.
const fn lens_scopes(mode: Mode) -> &'static [KeyScope] {
    match mode {
        Mode::Records => &[KeyScope::Lens, KeyScope::Person, KeyScope::Everywhere, KeyScope::Always],
        Mode::Grid => &[KeyScope::Lens, KeyScope::Grid, KeyScope::Everywhere, KeyScope::Always],
        Mode::Entering => &[KeyScope::Cell, KeyScope::Always],
        Mode::Choosing => &[KeyScope::Choose, KeyScope::Always],
    }
}

impl App {
    /// Takes a key.
    pub(super) fn key(&mut self, key: Key) -> Vec<Effect> {
        self.notice = None;
        let pending = self.pending.take();
        let interrupted = std::mem::take(&mut self.interrupted);
        let undo = std::mem::take(&mut self.undo);
        if key.typed().is_some() && self.is_typing() {
            return self.type_key(key);
        }
        let digits = std::mem::take(&mut self.digits);
        let on_cell = self.is_on_cell();
        if digits || on_cell {
            let typed = key.typed().filter(|_| self.layers.is_empty());
            self.digits = typed.is_some_and(|c| c.is_ascii_digit());
            // The mark of the decimals: whoever typed a figure has landed on another lens, and there it would be an act.
            if typed.is_some_and(|c| matches!(c, '.' | ',')) {
                self.say_how_to_enter();
                return Vec::new();
            }
        }
        match self.world.keys.resolve(self.scopes(), pending, key) {
            Resolved::Nothing if on_cell && self.digits => {
                self.say_how_to_enter();
                Vec::new()
            }
            // That it is of nobody it says itself.
            Resolved::Command(Command::Brief) => self.ask_brief(),
            Resolved::Command(command) if on_cell && !self.can(command) && pending.is_none() => {
                self.run(command)
            }
            Resolved::Command(Command::Interrupt) if interrupted => vec![Effect::Quit],
            Resolved::Command(Command::Undo) => self.undo_now(undo),
            Resolved::Command(command) if self.can(command) => {
                self.interrupted = command == Command::Interrupt;
                self.run(command)
            }
            Resolved::Pending(command) if self.can(command) => {
                self.pending = Some(key);
                self.say_pending(command);
                Vec::new()
            }
            Resolved::Command(_) | Resolved::Pending(_) | Resolved::Nothing => self.type_key(key),
        }
    }

    /// The scopes in force.
    pub(super) fn scopes(&self) -> &'static [KeyScope] {
        self.layers.last().map_or_else(|| lens_scopes(self.mode()), Layer::scopes)
    }

    /// Which keys the lens has.
    pub(super) fn mode(&self) -> Mode {
        self.lenses.get(self.lens).mode()
    }

    /// Whether letters are text now.
    pub(super) fn is_typing(&self) -> bool {
        self.layers.last().map_or_else(|| self.mode() == Mode::Entering, Layer::is_typing)
    }

    /// Gives a key to the text of the top layer.
    fn type_key(&mut self, key: Key) -> Vec<Effect> {
        let cx = self.world.cx();
        match self.layers.last_mut() {
            Some(Layer::Find(edit)) => {
                edit.key(key);
                self.narrow_to_find()
            }
            Some(Layer::Form(_)) => self.form_key(key),
            Some(Layer::Capture(line)) => line.key(key, &cx),
            Some(Layer::Palette(palette)) => palette.key(key, &cx),
            Some(Layer::Help(help)) => {
                help.key(key);
                Vec::new()
            }
            Some(Layer::Question(question)) => {
                question.key(key);
                Vec::new()
            }
            Some(Layer::Boss(bosses)) => {
                bosses.key(key);
                Vec::new()
            }
            Some(Layer::Catalogue(catalogue)) => {
                catalogue.key(key, &cx);
                Vec::new()
            }
            Some(Layer::Guide(guided)) => {
                guided.key(key, cx.words);
                Vec::new()
            }
            Some(Layer::Menu(menu)) => {
                let then = key.typed().and_then(|c| menu.by_letter(c));
                if then.is_some() {
                    self.layers.pop();
                }
                self.then(then)
            }
            None if self.lenses.get(self.lens).mode() == Mode::Entering => {
                let effects = self.lenses.get_mut(self.lens).typed(key, &cx);
                self.settle(effects)
            }
            Some(Layer::Partner(partner)) => {
                partner.key(key, &cx);
                Vec::new()
            }
            Some(Layer::Twins(_)) => self.twins_key(key),
            Some(Layer::Passed(_)) => self.passed_key(key),
            Some(Layer::Merge(_)) => self.merge_key(key),
            Some(Layer::Weekly(_)) => self.review_key(key),
            Some(Layer::Handout(sheet)) => {
                sheet.key(key, &cx);
                Vec::new()
            }
            Some(Layer::Why(_) | Layer::History(_)) => self.walk(key),
            Some(
                Layer::Files(_) | Layer::Import(_) | Layer::Columns(_) | Layer::Pick(_) | Layer::Dedupe(_),
            ) => self.import_key(key),
            Some(Layer::Conflict(_) | Layer::Work(_)) | None => Vec::new(),
        }
    }

    /// Says what the second key of a chord will do.
    fn say_pending(&mut self, command: Command) {
        let title = self.lenses.get(self.lens).under().map(|u| u.title).unwrap_or_default();
        let key = self.world.keys.chords(command).first().map(|c| c.first.show(&self.world.words));
        let going = self.lenses.get(self.lens).going(&self.world.cx()).filter(|_| command == Command::Delete);
        let explain = going.unwrap_or_else(|| Explain::new("app-once-more").with("title", title));
        self.notice = Some(Notice::Said(explain.with("key", key.unwrap_or_default())));
    }

    /// In what is read without typing the keys of lists move too: `j`, `k`, `Home`, `End`.
    pub(super) fn walk(&mut self, key: Key) -> Vec<Effect> {
        if let Some(effects) = self.issued_key(key) {
            return effects;
        }
        match self.world.keys.resolve(&[KeyScope::Lens], None, key) {
            Resolved::Command(
                step @ (Command::Up
                | Command::Down
                | Command::PageUp
                | Command::PageDown
                | Command::First
                | Command::Last),
            ) => self.choose_command(step),
            Resolved::Command(Command::Copy) => self.copy_shown(),
            Resolved::Command(_) | Resolved::Pending(_) | Resolved::Nothing => Vec::new(),
        }
    }

    /// Gives pasted text to the top layer.
    pub(super) fn paste(&mut self, text: &str) -> Vec<Effect> {
        self.notice = None;
        let cx = self.world.cx();
        match self.layers.last_mut() {
            Some(Layer::Find(edit)) => {
                edit.insert(text);
                self.narrow_to_find()
            }
            Some(Layer::Form(open)) => open.form.pasted(text),
            Some(Layer::Capture(line)) => line.paste(text, &cx),
            Some(Layer::Palette(palette)) => palette.paste(text, &cx),
            Some(Layer::Help(help)) => {
                help.edit.insert(text);
                Vec::new()
            }
            Some(Layer::Question(question)) => question.paste(text),
            Some(Layer::Boss(bosses)) => {
                bosses.paste(text);
                Vec::new()
            }
            Some(Layer::Catalogue(catalogue)) => {
                catalogue.paste(text, &cx);
                Vec::new()
            }
            Some(Layer::Partner(partner)) => {
                partner.paste(text, &cx);
                Vec::new()
            }
            Some(Layer::Files(_) | Layer::Pick(_)) => self.import_paste(text),
            Some(Layer::Handout(sheet)) => {
                sheet.paste(text);
                Vec::new()
            }
            Some(
                Layer::Menu(_)
                | Layer::Guide(_)
                | Layer::Why(_)
                | Layer::History(_)
                | Layer::Conflict(_)
                | Layer::Twins(_)
                | Layer::Passed(_)
                | Layer::Dedupe(_)
                | Layer::Columns(_)
                | Layer::Merge(_)
                | Layer::Weekly(_)
                | Layer::Import(_)
                | Layer::Work(_),
            ) => Vec::new(),
            None => {
                // Terminals send a pasted line end as the key would: a carriage return.
                let text = text.replace("\r\n", "\n").replace('\r', "\n");
                match browse::paths(&text).filter(|_| self.mode() != Mode::Entering) {
                    Some(files) => vec![Effect::Dropped(files, text)],
                    None => self.paste_text(&text),
                }
            }
        }
    }

    /// Gives pasted text to the lens; its lines end in `\n`.
    pub(super) fn paste_text(&mut self, text: &str) -> Vec<Effect> {
        if !self.layers.is_empty() {
            return Vec::new();
        }
        let effects = self.lenses.get_mut(self.lens).pasted(text, &self.world.cx());
        self.settle(effects)
    }

    pub(super) fn narrow_to_find(&mut self) -> Vec<Effect> {
        let Some(Layer::Find(edit)) = self.layers.last() else { return Vec::new() };
        let effects = self.lenses.get_mut(self.lens).narrow(edit.text(), &self.world.cx());
        self.settle(effects)
    }
}
