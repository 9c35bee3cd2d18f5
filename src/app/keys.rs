//! One key press: to the top layer if it is typing, else through the keymap to a command.
use super::layer::Layer;
use super::{App, UndoStep};
use crate::command::{Command, Effect, Key, KeyScope, Resolved};

/// Scopes of a lens with nothing above it.
const LENS_SCOPES: &[KeyScope] = &[KeyScope::Lens, KeyScope::Everywhere, KeyScope::Always];

impl App {
    /// Takes a key.
    pub(super) fn key(&mut self, key: Key) -> Vec<Effect> {
        self.notice = None;
        let pending = self.pending.take();
        let interrupted = std::mem::take(&mut self.interrupted);
        let undo = std::mem::take(&mut self.undo);
        if key.typed().is_some() && self.layers.last().is_some_and(Layer::is_typing) {
            return self.type_key(key);
        }
        match self.world.keys.resolve(self.scopes(), pending, key) {
            Resolved::Command(Command::Interrupt) if interrupted => vec![Effect::Quit],
            Resolved::Command(Command::Undo) => self.undo_now(undo),
            Resolved::Command(command) => {
                self.interrupted = command == Command::Interrupt;
                self.run(command)
            }
            Resolved::Pending(command) if self.can(command) => {
                self.pending = Some(key);
                self.say_pending(command);
                Vec::new()
            }
            Resolved::Pending(_) | Resolved::Nothing => self.type_key(key),
        }
    }

    /// The scopes in force.
    pub(super) fn scopes(&self) -> &'static [KeyScope] {
        self.layers.last().map_or(LENS_SCOPES, Layer::scopes)
    }

    /// Gives a key to the text of the top layer.
    fn type_key(&mut self, key: Key) -> Vec<Effect> {
        match self.layers.last_mut() {
            Some(Layer::Find(edit)) => {
                edit.key(key);
                self.narrow_to_find()
            }
            None => Vec::new(),
        }
    }

    /// Gives pasted text to the top layer.
    pub(super) fn paste(&mut self, text: &str) -> Vec<Effect> {
        self.notice = None;
        match self.layers.last_mut() {
            Some(Layer::Find(edit)) => {
                edit.insert(text);
                self.narrow_to_find()
            }
            None => Vec::new(),
        }
    }

    pub(super) fn narrow_to_find(&mut self) -> Vec<Effect> {
        let Some(Layer::Find(edit)) = self.layers.last() else { return Vec::new() };
        let effects = self.lenses.get_mut(self.lens).narrow(edit.text(), &self.world.cx());
        self.settle(effects)
    }

    fn undo_now(&mut self, step: UndoStep) -> Vec<Effect> {
        self.undo = step;
        self.run(Command::Undo)
    }
}
