//! What each command does on every lens.
use super::boss::ask_whom;
use super::catalogue::Catalogue;
use super::help::Help;
use super::layer::Layer;
use super::question::subject;
use super::why::Reasons;
use super::{App, Notice, menu};
use crate::command::{Ask, Command, Effect, FormOf, Job, KeyScope, LensKind, Pace, Reader};
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::lens::Under;
use crate::report::papers::row;
use crate::store::query::Query;
use crate::ui::Edit;

pub(super) fn ask(reader: Reader, query: Query) -> Effect {
    Effect::Load(Ask { reader, query, pace: Pace::Now })
}

/// The stance of the person under the cursor one step up or down.
pub(super) fn stance_by(under: &Under, by: i64) -> Option<Effect> {
    under.place.as_ref().and_then(|place| menu::stance_by(place, by))
}

/// What is done with records that have people and days; a cell of a grid has neither.
const fn is_of_records(command: Command) -> bool {
    matches!(
        command,
        Command::LogContact | Command::Contacted | Command::Done | Command::Snooze | Command::SetValue
    )
}

impl App {
    /// Whether a command is possible now: the one word on it for keys, footer, palette and help.
    pub(super) fn can(&self, command: Command) -> bool {
        match command.row().scope {
            KeyScope::Choose if self.layers.is_empty() => self.can_in_lens(command),
            KeyScope::Form | KeyScope::Capture | KeyScope::Choose | KeyScope::Files | KeyScope::Import => {
                self.can_in_layer(command)
            }
            KeyScope::Everywhere | KeyScope::Always => {
                let known = command.report().is_none_or(|kind| row(kind).is_some());
                known && (command != Command::DropDraft || self.kept.is_some())
            }
            KeyScope::Cell | KeyScope::Grid => self.can_in_lens(command),
            // A grid whose cells have such a thing says so itself.
            KeyScope::Lens | KeyScope::Person if self.is_on_cell() && is_of_records(command) => {
                self.can_in_lens(command)
            }
            KeyScope::Lens | KeyScope::Person => {
                let under = self.lenses.get(self.lens).under();
                self.can_in_lens(command) || self.can_with(command, under.as_ref())
            }
        }
    }

    fn can_in_lens(&self, command: Command) -> bool {
        self.lenses.get(self.lens).can(command, &self.world.cx())
    }

    fn can_in_layer(&self, command: Command) -> bool {
        match (self.layers.last(), command) {
            (Some(Layer::Form(open)), Command::FormEditNote) => open.form.is_in_note(),
            (Some(layer), _) => layer.scopes().contains(&command.row().scope),
            (None, _) => false,
        }
    }

    /// Whether every lens can do the command with this record.
    pub(super) fn can_with(&self, command: Command, under: Option<&Under>) -> bool {
        match command {
            Command::Find
            | Command::New
            | Command::Report
            | Command::Copy
            | Command::CopyList
            | Command::ExportList => true,
            Command::Open | Command::Edit | Command::History => under.is_some(),
            // What is only told of a record is put off, not deleted with it.
            Command::Delete => under.is_some_and(|u| u.topic.is_none()),
            Command::LogContact => under.is_some_and(|u| u.person.is_some() || menu::account_of(u).is_some()),
            Command::Contacted | Command::Forget => under.is_some_and(|u| u.person.is_some()),
            Command::Done => under.is_some_and(|u| {
                matches!(
                    u.kind,
                    Kind::Commitment
                        | Kind::Problem
                        | Kind::Milestone
                        | Kind::Initiative
                        | Kind::Objective
                        | Kind::Decision
                ) || u.planned
            }),
            Command::Snooze => under.is_some_and(|u| subject(u).is_some()),
            Command::Why => self.lenses.get(self.lens).why(&self.world.cx()).is_some(),
            Command::Brief => self.brief_here().is_some(),
            Command::MovePerson | Command::PersonLeft | Command::AlsoAt | Command::MergePerson => {
                under.and_then(|u| u.person).is_some_and(|person| self.can_live(command, person))
            }
            Command::SetValue => under.is_some_and(|u| u.place.is_some() || u.kind == Kind::Account),
            Command::Boss => under.is_some_and(|u| ask_whom(u).is_some()),
            Command::StanceUp => under.is_some_and(|u| stance_by(u, 1).is_some()),
            Command::StanceDown => under.is_some_and(|u| stance_by(u, -1).is_some()),
            Command::EditNote => under.is_some_and(|u| u.kind.row().note.is_some()),
            _ => false,
        }
    }

    /// Does a command, if it is possible.
    pub(super) fn run(&mut self, command: Command) -> Vec<Effect> {
        if !self.can(command) {
            self.say_not_here(command);
            return Vec::new();
        }
        match command.row().scope {
            KeyScope::Form => self.form_command(command),
            KeyScope::Capture => self.capture_command(command),
            KeyScope::Files => self.file_command(command),
            KeyScope::Import => self.import_command(command),
            KeyScope::Choose if !self.layers.is_empty() => self.choose_command(command),
            KeyScope::Lens | KeyScope::Person | KeyScope::Grid | KeyScope::Cell | KeyScope::Choose => {
                self.on_lens(command)
            }
            KeyScope::Everywhere | KeyScope::Always => self.everywhere(command),
        }
    }

    /// Whether the cursor stands on a cell of a grid.
    pub(super) fn is_on_cell(&self) -> bool {
        self.layers.is_empty() && self.lenses.get(self.lens).is_on_cell()
    }

    /// Who types on a cell is told which key enters it.
    pub(super) fn say_how_to_enter(&mut self) {
        let key = self.world.cx().key(Command::Open);
        self.notice = Some(Notice::Said(Explain::new("app-enter-first").with("key", key)));
    }

    /// A key of the table never does nothing in silence; moving and going back explain themselves.
    fn say_not_here(&mut self, command: Command) {
        if self.is_on_cell() && is_of_records(command) {
            return self.say_how_to_enter();
        }
        let on_lens = matches!(command.row().scope, KeyScope::Lens | KeyScope::Person | KeyScope::Grid);
        if on_lens && command.row().footer > 0 {
            let name = self.world.words.get(&command.words_key());
            self.notice = Some(Notice::Said(Explain::new("app-not-here").with("command", name)));
        }
    }

    /// A command of lists and records: the lens's own, else what every lens does with a record.
    pub(super) fn on_lens(&mut self, command: Command) -> Vec<Effect> {
        if self.lenses.get(self.lens).can(command, &self.world.cx()) {
            let effects = self.lenses.get_mut(self.lens).update(command, &self.world.cx());
            return self.settle(effects);
        }
        match command {
            Command::Find => {
                let text = self.lenses.get(self.lens).narrowed().to_owned();
                self.layers.push(Layer::Find(Edit::new(&text)));
                Vec::new()
            }
            Command::New => self.new_here(),
            Command::Copy | Command::CopyList | Command::ExportList => self.copy_command(command),
            Command::Brief => self.ask_brief(),
            Command::Report => self.hand_out(None),
            Command::Why => {
                let why = self.lenses.get(self.lens).why(&self.world.cx());
                self.layers.extend(why.map(|why| Layer::Why(Reasons::new(why))));
                Vec::new()
            }
            _ => match self.lenses.get(self.lens).under() {
                Some(under) => self.on_record(command, &under),
                None => Vec::new(),
            },
        }
    }

    /// `n`: a record of the kind the lens shows; the log is written by capturing.
    fn new_here(&self) -> Vec<Effect> {
        self.new_kind().map_or_else(|| vec![Effect::OpenCapture(String::new())], |kind| self.new_form(kind))
    }

    /// The kind of record that the lens shows.
    pub(super) const fn new_kind(&self) -> Option<Kind> {
        match self.lens {
            LensKind::Today => Some(Kind::Commitment),
            LensKind::Accounts | LensKind::Portfolio => Some(Kind::Account),
            LensKind::People => Some(Kind::Person),
            LensKind::Log => None,
            LensKind::Kpis => Some(Kind::Kpi),
            LensKind::Plan => Some(Kind::Initiative),
            LensKind::Growth => Some(Kind::Opportunity),
        }
    }

    fn new_form(&self, kind: Kind) -> Vec<Effect> {
        let account = self.world.scope.filter(|_| kind != Kind::Account);
        vec![Effect::OpenForm(FormOf::new(kind, account))]
    }

    fn everywhere(&mut self, command: Command) -> Vec<Effect> {
        match command {
            Command::ScopeAll => self.scope_to(None),
            Command::ScopeNext => self.scope_by(1),
            Command::ScopePrevious => self.scope_by(-1),
            Command::Undo => vec![ask(Reader::Undo, Query::UndoState)],
            Command::Redo => vec![ask(Reader::Redo, Query::UndoState)],
            Command::Quit => vec![Effect::Quit],
            Command::DropDraft => self.drop_draft(),
            Command::Suspend => vec![Effect::Suspend],
            Command::Redraw => vec![Effect::Redraw],
            Command::Back | Command::Interrupt => self.back(),
            Command::Capture => vec![Effect::OpenCapture(String::new())],
            Command::Settings => vec![Effect::OpenForm(FormOf::edit(Kind::Settings, 1, None))],
            Command::HistoryOfBook => vec![ask(Reader::History, Query::Journal)],
            Command::WhoIsDue => self.show_due(),
            Command::WhoKnowsWhom => vec![ask(Reader::Circles, Query::Circles(self.world.scope))],
            Command::FindDuplicates => vec![ask(Reader::Twins, Query::Twins)],
            Command::ConfirmHeld => vec![super::passed::ask_passed(self.world.scope)],
            Command::WeeklyReview => super::review::ask_review(),
            Command::IssuedReports => vec![ask(Reader::Issued(false), Query::Issued)],
            Command::Import if self.folder.as_os_str().is_empty() => vec![Effect::Browse(String::new())],
            Command::Import => vec![Effect::Walk(self.folder.clone())],
            Command::ImportReport => self.show_recognised(),
            Command::ExportNotes => self.ask_notes(),
            Command::Backup => vec![Effect::Start(Box::new(Job::Backup))],
            Command::Pick => {
                self.layers.push(Layer::Catalogue(Box::new(Catalogue::new(&self.world.cx()))));
                Vec::new()
            }
            Command::Palette => self.open_palette(),
            Command::Help => {
                let open = self.scopes();
                if !matches!(self.layers.last(), Some(Layer::Help(_))) {
                    self.layers.push(Layer::Help(Help::new(open, self.possible())));
                }
                Vec::new()
            }
            command => match command.report() {
                Some(kind) => self.hand_out(Some(kind)),
                None => self.shows_or_begins(command),
            },
        }
    }

    /// Commands that show a lens, show one of its views, or begin a record.
    fn shows_or_begins(&mut self, command: Command) -> Vec<Effect> {
        if let Some(lens) = LensKind::ALL.into_iter().find(|lens| lens.command() == command) {
            return self.go(lens, None, None);
        }
        if let Some(lens) = LensKind::showing(command) {
            let mut effects = self.go(lens, None, None);
            effects.extend(self.on_lens(command));
            return effects;
        }
        command.begins().map(|kind| self.new_form(kind)).unwrap_or_default()
    }

    /// One layer up; never leaves the program.
    fn back(&mut self) -> Vec<Effect> {
        if self.one_question_back() {
            return Vec::new();
        }
        match self.layers.last() {
            Some(Layer::Find(_)) => {
                self.layers.pop();
                self.show_all()
            }
            Some(Layer::Form(_)) => self.close_form(),
            Some(Layer::Weekly(_)) => {
                self.leave_review();
                Vec::new()
            }
            Some(Layer::Work(_)) => self.stop_work(),
            Some(_) => {
                self.layers.pop();
                Vec::new()
            }
            None if self.is_narrowed() => self.show_all(),
            None => {
                let effects = self.lenses.get_mut(self.lens).update(Command::Back, &self.world.cx());
                self.settle(effects)
            }
        }
    }

    /// Whether the list is narrowed and its lens leaves it to the frame to show everything again.
    fn is_narrowed(&self) -> bool {
        let lens = self.lenses.get(self.lens);
        !lens.narrowed().is_empty() && !lens.can(Command::Back, &self.world.cx())
    }

    /// The list in front of me is no longer narrowed.
    fn show_all(&mut self) -> Vec<Effect> {
        let effects = self.lenses.get_mut(self.lens).narrow("", &self.world.cx());
        self.settle(effects)
    }
}
