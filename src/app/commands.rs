//! What each command does on every lens.
use super::layer::Layer;
use super::{App, Notice, UndoStep};
use crate::command::{Ask, Command, Effect, LensKind, Pace, Reader};
use crate::domain::explain::Explain;
use crate::lens::Under;
use crate::store::act::Act;
use crate::store::journal::Entry;
use crate::store::query::Query;
use crate::ui::Edit;

impl App {
    /// Whether a command is possible now: the one word on it for keys, footer, palette and help.
    pub(super) fn can(&self, command: Command) -> bool {
        let cx = self.world.cx();
        let lens = self.lenses.get(self.lens);
        if lens.can(command, &cx) {
            return true;
        }
        let under = lens.under();
        match command {
            Command::Delete | Command::Copy => under.is_some(),
            Command::Done => under.is_some_and(|u| u.kind == crate::domain::kind::Kind::Commitment),
            Command::Contacted => under.is_some_and(|u| u.person.is_some()),
            Command::Find
            | Command::Undo
            | Command::Redo
            | Command::LensToday
            | Command::LensAccounts
            | Command::LensPeople
            | Command::LensLog
            | Command::ScopeAll
            | Command::ScopeNext
            | Command::ScopePrevious
            | Command::Quit
            | Command::Back
            | Command::Interrupt
            | Command::Suspend
            | Command::Redraw => true,
            _ => false,
        }
    }

    /// Does a command, if it is possible.
    pub(super) fn run(&mut self, command: Command) -> Vec<Effect> {
        if !self.can(command) {
            return Vec::new();
        }
        if self.layers.is_empty() && self.lenses.get(self.lens).can(command, &self.world.cx()) {
            let effects = self.lenses.get_mut(self.lens).update(command, &self.world.cx());
            return self.settle(effects);
        }
        match command {
            Command::LensToday => self.go(LensKind::Today, None, None),
            Command::LensAccounts => self.go(LensKind::Accounts, None, None),
            Command::LensPeople => self.go(LensKind::People, None, None),
            Command::LensLog => self.go(LensKind::Log, None, None),
            Command::ScopeAll => self.scope_to(None),
            Command::ScopeNext => self.scope_by(1),
            Command::ScopePrevious => self.scope_by(-1),
            Command::Undo => {
                vec![Effect::Load(Ask { reader: Reader::Undo, query: Query::UndoState, pace: Pace::Now })]
            }
            Command::Redo => vec![Effect::Act(Act::Redo)],
            Command::Quit => vec![Effect::Quit],
            Command::Suspend => vec![Effect::Suspend],
            Command::Redraw => vec![Effect::Redraw],
            Command::Back | Command::Interrupt => self.back(),
            Command::Find => {
                let text = self.lenses.get(self.lens).narrowed().to_owned();
                self.layers.push(Layer::Find(Edit::new(&text)));
                Vec::new()
            }
            _ => self.on_record(command),
        }
    }

    /// What can be done with any record.
    fn on_record(&mut self, command: Command) -> Vec<Effect> {
        let Some(under) = self.lenses.get(self.lens).under() else { return Vec::new() };
        let Under { kind, id, account, person, title, .. } = under;
        match command {
            Command::Delete => vec![Effect::Act(Act::Delete(kind, vec![id]))],
            Command::Copy => vec![Effect::Copy(title)],
            Command::Done => vec![Effect::Act(Act::Done(vec![id]))],
            Command::Contacted => {
                person.map(|p| Effect::Act(Act::Contacted(p, account))).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    /// One layer up; never leaves the program.
    fn back(&mut self) -> Vec<Effect> {
        match self.layers.pop() {
            Some(Layer::Find(_)) => {
                let effects = self.lenses.get_mut(self.lens).narrow("", &self.world.cx());
                self.settle(effects)
            }
            None => Vec::new(),
        }
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

    /// Says what the second key of a chord will do.
    pub(super) fn say_pending(&mut self, command: Command) {
        let title = self.lenses.get(self.lens).under().map(|u| u.title).unwrap_or_default();
        let key = self.world.keys.chords(command).first().map(|c| c.first.show(&self.world.words));
        let explain = Explain::new("app-once-more").with("key", key.unwrap_or_default()).with("title", title);
        self.notice = Some(Notice::Said(explain));
    }
}
