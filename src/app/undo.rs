//! Taking back: at once what this screen wrote today, named first what another process or day did.
use super::{App, Notice, UndoStep};
use crate::command::{Command, Effect, Job};
use crate::domain::explain::Explain;
use crate::store::act::Act;
use crate::store::journal::Entry;

/// From how many changed rows on an act is taken back as a job.
const LONG: usize = 2000;

/// A sentence about what an act did.
fn about(key: &str, entry: &Entry) -> Explain {
    let mut about = Explain::new(key).with("of", &entry.label.key);
    about.args.extend(entry.label.args.iter().cloned());
    about
}

/// Takes an act back or does it again: one that changed much as a job.
fn turn(act: Act, title: &str, entry: &Entry) -> Effect {
    if entry.changes < LONG {
        return Effect::Act(act);
    }
    Effect::Start(Box::new(Job::Act(act, about(title, entry))))
}

/// What redo would do again is known; where there is nothing the act says so.
pub(super) fn redo_is(entry: Option<&Entry>) -> Effect {
    entry.map_or(Effect::Act(Act::Redo), |entry| turn(Act::Redo, "job-redo", entry))
}

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
            return vec![turn(Act::Undo, "job-undo", &entry)];
        }
        self.undo = UndoStep::Named(entry.id);
        self.notice = Some(Notice::Said(about("app-undo-would", &entry)));
        Vec::new()
    }
}
