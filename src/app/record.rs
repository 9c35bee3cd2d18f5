//! What every lens does with the record under its cursor.
use super::App;
use super::boss::ask_whom;
use super::commands::{ask, stance_by};
use super::layer::Layer;
use super::menu;
use super::question::Question;
use crate::command::{Command, Effect, FormOf, LensKind, Reader};
use crate::domain::Id;
use crate::domain::field::Record;
use crate::domain::interaction::Interaction;
use crate::domain::kind::Kind;
use crate::domain::value::Value;
use crate::lens::Under;
use crate::store::act::Act;
use crate::store::query::Query;
use crate::store::query::behind::Row;

/// What `z` proposes.
const A_WEEK: &str = "7d";

impl App {
    /// What can be done with any record.
    pub(super) fn on_record(&mut self, command: Command, under: &Under) -> Vec<Effect> {
        let Under { kind, id, account, person, .. } = *under;
        match command {
            Command::Open => self.open(under),
            Command::Edit => vec![Effect::OpenForm(FormOf::edit(kind, id, account.or(self.world.scope)))],
            Command::Delete => vec![Effect::Act(Act::Delete(kind, vec![id]))],
            Command::History => vec![ask(Reader::History, Query::History(kind, id))],
            Command::Forget => person.map(|p| ask(Reader::Forget, Query::Held(p))).into_iter().collect(),
            Command::Done if under.planned => vec![ask(Reader::Held(id), Query::Record(kind, id))],
            Command::Done if kind == Kind::Decision => {
                let row = Row { subject: Some((kind, id)), ..Row::default() };
                vec![ask(Reader::Hearers, Query::Behind(row))]
            }
            Command::Done if kind == Kind::Problem => vec![Effect::Act(Act::Closed(vec![id]))],
            Command::Done if matches!(kind, Kind::Milestone | Kind::Initiative | Kind::Objective) => {
                vec![Effect::Act(Act::Achieved(vec![(kind, id)]))]
            }
            Command::Done => vec![Effect::Act(Act::Done(vec![id]))],
            Command::Contacted => {
                person.map(|p| Effect::Act(Act::Contacted(p, account))).into_iter().collect()
            }
            Command::LogContact => vec![Effect::OpenCapture(self.line_about(under))],
            Command::Snooze => {
                self.layers.extend(Question::snooze(under, A_WEEK).map(Layer::Question));
                Vec::new()
            }
            Command::SetValue => {
                let name = person.map(|p| self.world.directory.name(Kind::Person, p));
                let name = name.unwrap_or_else(|| under.title.clone());
                self.layers.extend(menu::of_record(under, &name, &self.world.words).map(Layer::Menu));
                Vec::new()
            }
            Command::Boss => ask_whom(under).into_iter().collect(),
            Command::StanceUp => stance_by(under, 1).into_iter().collect(),
            Command::StanceDown => stance_by(under, -1).into_iter().collect(),
            Command::MovePerson | Command::PersonLeft | Command::AlsoAt | Command::MergePerson => {
                person.map(|p| super::life::begin(command, p, account)).unwrap_or_default()
            }
            Command::EditNote => vec![ask(Reader::Note(kind, id), Query::Record(kind, id))],
            _ => Vec::new(),
        }
    }

    /// ⏎ on a record: where it lives; its form where the screen is there already.
    fn open(&mut self, under: &Under) -> Vec<Effect> {
        // A report that was issued is read; one of the queue is due again.
        if under.kind == Kind::Issued {
            return vec![super::handout::issued::open_issued(under.id, under.topic.is_some())];
        }
        let home = LensKind::home(under.kind);
        if home.is_none() || home == Some(self.lens) {
            let account = under.account.or(self.world.scope);
            return vec![Effect::OpenForm(FormOf::edit(under.kind, under.id, account))];
        }
        self.show_record(under.kind, under.id, under.account)
    }

    /// The beginning of a line about a record: its person, else its account.
    fn line_about(&self, under: &Under) -> String {
        let of = under.person.map(|p| (Kind::Person, p));
        let of = of.or_else(|| menu::account_of(under).map(|a| (Kind::Account, a)));
        of.map(|(kind, id)| format!("{}: ", self.world.directory.name(kind, id))).unwrap_or_default()
    }

    /// A planned interaction is to be marked held: a line that says what was planned, to be completed.
    pub(super) fn hold(&mut self, id: Id, record: &dyn Record) -> Vec<Effect> {
        let planned = record.any().downcast_ref::<Interaction>();
        let Some(planned) = planned else { return Vec::new() };
        let head = crate::capture::prefill::line_for(planned, &self.world.cx().values());
        self.open_capture(&format!("{head}{}", planned.text), Some(id))
    }

    /// The note of a record came to be edited in the user's editor.
    pub(super) fn edit_note(&mut self, record: Box<dyn Record>) -> Vec<Effect> {
        let Some(field) = record.kind().row().note else { return Vec::new() };
        let text = match record.get(field) {
            Value::Text(text) => text,
            _ => String::new(),
        };
        self.note = Some(record);
        vec![Effect::EditText(text)]
    }

    /// The note came back: into the form in front of the user, else into its record.
    pub(super) fn note_edited(&mut self, text: &str) -> Vec<Effect> {
        if let Some(Layer::Form(open)) = self.layers.last_mut() {
            return open.form.note_edited(text);
        }
        let Some(record) = self.note.take() else { return Vec::new() };
        let Some(field) = record.kind().row().note else { return Vec::new() };
        let text = crate::domain::text::clean(text);
        let value = if text.is_empty() { Value::Empty } else { Value::Text(text) };
        if record.get(field) == value {
            return Vec::new();
        }
        self.set_field(vec![record], field, value)
    }
}
