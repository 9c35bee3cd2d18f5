//! The steps in a person's life: to another account, gone, one more place, one person instead of two.
use chrono::NaiveDate;

use super::App;
use super::commands::ask;
use super::layer::Layer;
use super::menu::Menu;
use super::partner::Partner;
use crate::command::{Command, Effect, FormOf, Reader, Step, Task};
use crate::domain::Id;
use crate::domain::field::{Link, Record};
use crate::domain::kind::Kind;
use crate::domain::person::Membership;
use crate::store::query::{Answer, Query};

/// Begins a step of a person, seen at an account.
pub(super) fn begin(command: Command, person: Id, account: Option<Id>) -> Vec<Effect> {
    let places = |step| ask(Reader::Life(step, account), Query::Record(Kind::Person, person));
    match command {
        Command::MovePerson => vec![places(Step::Move)],
        Command::PersonLeft => vec![places(Step::Leave)],
        Command::AlsoAt => vec![Effect::OpenForm(FormOf::also_at(person))],
        Command::MergePerson => vec![ask(Reader::Partner(person), Query::Twins)],
        _ => Vec::new(),
    }
}

/// The record that a form of such a step edits; `old` is the place that ends.
pub(super) fn part_of(task: Task, old: Option<&dyn Record>, today: NaiveDate) -> Box<dyn Record> {
    let old = old.and_then(|r| r.any().downcast_ref::<Membership>()).cloned().unwrap_or_default();
    Box::new(match task {
        Task::Save => old,
        Task::AlsoAt(person) => Membership { person: Some(Link(person)), ..Membership::default() },
        // The attitude to us comes along, roles and weight belong to the place.
        Task::Move(person) => Membership {
            person: Some(Link(person)),
            stance: old.stance,
            since: Some(today),
            ..Membership::default()
        },
        Task::Leave => Membership { left_on: old.left_on.or(Some(today)), ..old },
    })
}

impl App {
    /// Whether a step is possible for a person: only who is somewhere can leave.
    pub(super) fn can_live(&self, command: Command, person: Id) -> bool {
        let name = self.world.directory.get(Kind::Person, person);
        command != Command::PersonLeft || name.is_some_and(|name| !name.accounts.is_empty())
    }

    /// Takes an answer about places, or about who may be one.
    pub(super) fn life_answered(&mut self, reader: &Reader, answer: Answer) -> Vec<Effect> {
        match (reader, answer) {
            (Reader::Life(step, account), Answer::Record(parts)) => {
                return self.places_known(*step, *account, &parts);
            }
            (Reader::Twins, Answer::Twins(pairs)) => self.twins_found(pairs),
            (Reader::Partner(person), Answer::Twins(pairs)) => {
                let partner = Partner::new(*person, &pairs, &self.world.cx());
                self.layers.push(Layer::Partner(partner));
            }
            (Reader::Merging(kept, gone), Answer::Merging(merging)) => {
                self.merging_known((*kept, *gone), *merging);
            }
            _ => {}
        }
        Vec::new()
    }

    /// The places of a person are known: the form for the one that is meant, or which of several it is.
    fn places_known(&mut self, step: Step, account: Option<Id>, parts: &[Box<dyn Record>]) -> Vec<Effect> {
        let Some(person) = parts.first().map(|p| p.head().id) else { return Vec::new() };
        let places = parts.iter().filter_map(|p| p.any().downcast_ref::<Membership>());
        let open: Vec<(Id, Id)> = places
            .filter(|m| m.left_on.is_none())
            .filter_map(|m| m.account.map(|a| (m.head.id, a.0)))
            .collect();
        let here = open.iter().find(|(_, at)| Some(*at) == account);
        let form = |place| Effect::OpenForm(FormOf::of_step(step, person, place));
        match (here, open.as_slice()) {
            (Some(place), _) | (None, [place]) => vec![form(Some(*place))],
            (None, []) if step == Step::Move => vec![form(None)],
            (None, []) => Vec::new(),
            (None, several) => {
                let key = match step {
                    Step::Move => "life-step-move",
                    Step::Leave => "life-step-leave",
                };
                let name = |at: &Id| self.world.directory.name(Kind::Account, *at);
                let forms =
                    several.iter().map(|place| (name(&place.1), FormOf::of_step(step, person, Some(*place))));
                let menu = Menu::of_named(self.world.words.get(key), forms.collect());
                self.layers.push(Layer::Menu(menu));
                Vec::new()
            }
        }
    }
}
