//! What the keys of the review do.
use super::{Line, choosing};
use crate::app::App;
use crate::app::commands::ask;
use crate::app::layer::Layer;
use crate::app::question::Question;
use crate::command::{Command, Effect, Key, KeyScope, Reader, Resolved};
use crate::domain::kind::Kind;
use crate::report::review::What;
use crate::store::act::Act;
use crate::store::act::review::Reviewing;
use crate::store::query::Query;

impl App {
    /// Takes a row: chooses a move, opens a record, goes on.
    pub(in crate::app) fn review_row(&mut self, row: usize) -> Vec<Effect> {
        let Some(Layer::Weekly(open)) = self.layers.last_mut() else { return Vec::new() };
        open.cursor.stand(row);
        match (open.lines.get(row), open.what(row)) {
            (Some(Line::Go), _) => self.review_on(),
            (_, Some(What::Proposed(_))) => self.review_mark(),
            (_, Some(_)) => self.review_record(Command::Edit),
            (_, None) => Vec::new(),
        }
    }

    /// The account in front has been gone through; or, behind the last, the review ends.
    fn review_on(&mut self) -> Vec<Effect> {
        let Some(Layer::Weekly(open)) = self.layers.last_mut() else { return Vec::new() };
        let step = match open.front() {
            Some(account) => {
                open.wanted = open.week.next_after(account);
                Reviewing::Through(account)
            }
            None if open.week.is_finished() || open.week.agenda.is_empty() => {
                self.layers.pop();
                return Vec::new();
            }
            None => Reviewing::Finished,
        };
        vec![Effect::Act(Act::Review(step))]
    }

    /// A proposal becomes a promise; a move that was chosen is taken back.
    fn review_mark(&mut self) -> Vec<Effect> {
        let Some(Layer::Weekly(open)) = self.layers.last() else { return Vec::new() };
        match (open.what(open.cursor.at), open.front()) {
            (Some(What::Proposed(proposal)), Some(account)) => vec![choosing(proposal.promise(account))],
            (Some(What::Chosen(id)), _) => vec![Effect::Act(Act::Delete(Kind::Commitment, vec![*id]))],
            _ => Vec::new(),
        }
    }

    /// A move in one's own words; that of a proposal to begin with, where the cursor stands on one and it is to be reworded.
    fn review_own(&mut self, reword: bool) -> Vec<Effect> {
        let Some(Layer::Weekly(open)) = self.layers.last() else { return Vec::new() };
        let Some(account) = open.front() else { return Vec::new() };
        let proposed = match open.what(open.cursor.at) {
            Some(What::Proposed(proposal)) if reword => proposal.text.clone(),
            _ => String::new(),
        };
        let name = self.world.directory.name(Kind::Account, account);
        self.layers.push(Layer::Question(Question::own_move(account, &name, &proposed)));
        Vec::new()
    }

    /// What every lens does with a record, with the one under the cursor.
    fn review_record(&mut self, command: Command) -> Vec<Effect> {
        let Some(Layer::Weekly(open)) = self.layers.last() else { return Vec::new() };
        let Some(under) = open.under(open.cursor.at) else { return Vec::new() };
        let possible = command == Command::Edit || self.can_with(command, Some(&under));
        if possible { self.on_record(command, &under) } else { Vec::new() }
    }

    /// Another account of the agenda in front, nothing gone through.
    fn review_beside(&mut self, by: isize) -> Vec<Effect> {
        let Some(Layer::Weekly(open)) = self.layers.last_mut() else { return Vec::new() };
        let last = open.week.agenda.last().map(|s| s.account);
        let beside = match open.front() {
            Some(account) => open.week.beside(account, by),
            None => last.filter(|_| by < 0),
        };
        let Some(account) = beside else { return Vec::new() };
        open.wanted = Some(account);
        self.review_again().into_iter().collect()
    }

    /// The keys of the review beside those of every list: accounts, moves, and what is done with records.
    pub(in crate::app) fn review_key(&mut self, key: Key) -> Vec<Effect> {
        let keys = &self.world.keys;
        if let Resolved::Command(Command::FormSave) = keys.resolve(&[KeyScope::Form], None, key) {
            return self.review_on();
        }
        if let Resolved::Command(Command::Undo | Command::Redo) =
            keys.resolve(&[KeyScope::Everywhere], None, key)
        {
            return self.undo_in_panel(key);
        }
        match keys.resolve(&[KeyScope::Lens], None, key) {
            Resolved::Command(Command::PanelLeft) => self.review_beside(-1),
            Resolved::Command(Command::PanelRight) => self.review_beside(1),
            Resolved::Command(Command::Mark) => self.review_mark(),
            Resolved::Command(Command::New) => self.review_own(false),
            Resolved::Command(Command::Edit) if self.is_on_proposal() => self.review_own(true),
            Resolved::Command(Command::Copy) => self.copy_review(),
            Resolved::Command(
                command @ (Command::Edit
                | Command::Done
                | Command::Snooze
                | Command::LogContact
                | Command::Contacted
                | Command::History),
            ) => self.review_record(command),
            Resolved::Command(_) | Resolved::Pending(_) | Resolved::Nothing => self.walk(key),
        }
    }

    fn is_on_proposal(&self) -> bool {
        let Some(Layer::Weekly(open)) = self.layers.last() else { return false };
        matches!(open.what(open.cursor.at), Some(What::Proposed(_)))
    }

    /// The list of what was chosen, to be taken elsewhere.
    fn copy_review(&self) -> Vec<Effect> {
        let Some(Layer::Weekly(open)) = self.layers.last() else { return Vec::new() };
        vec![Effect::Copy(open.text(&self.world.cx()))]
    }

    /// Undo and redo work here as on a lens: a move chosen in haste is taken back where it was chosen.
    fn undo_in_panel(&self, key: Key) -> Vec<Effect> {
        match self.world.keys.resolve(&[KeyScope::Everywhere], None, key) {
            Resolved::Command(Command::Redo) => vec![Effect::Act(Act::Redo)],
            Resolved::Command(_) | Resolved::Pending(_) | Resolved::Nothing => {
                vec![ask(Reader::Undo, Query::UndoState)]
            }
        }
    }
}
