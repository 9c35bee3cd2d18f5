//! Taking back: at once what this screen wrote today, named first what another process or day did.
use super::{App, Notice, UndoStep};
use crate::command::{Command, Effect};
use crate::domain::explain::Explain;
use crate::store::act::Act;
use crate::store::journal::Entry;

impl App {
    /// `u`, with how far undo had come before.
    pub(super) fn undo_now(&mut self, step: UndoStep) -> Vec<Effect> {
        self.undo = step;
        self.run(Command::Undo)
    }

    /// What undo would take back is known: an act of another process or day is only named the first time.
    pub(super) fn undo_is(&mut self, entry: Option<Entry>) -> Vec<Effect> {
        let Some(entry) = entry else { return vec![Effect::Act(Act::Undo)] };
        let ours = entry.mine && entry.at.date() == self.world.today;
        if ours || self.undo == UndoStep::Named(entry.id) {
            self.undo = UndoStep::Idle;
            return vec![Effect::Act(Act::Undo)];
        }
        self.undo = UndoStep::Named(entry.id);
        let mut named = Explain::new("app-undo-would").with("of", entry.label.key);
        named.args.extend(entry.label.args);
        self.notice = Some(Notice::Said(named));
        Vec::new()
    }
}
