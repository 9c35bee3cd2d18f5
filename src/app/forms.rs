//! Forms on the screen: opened when the record is there, closed when it is saved, their drafts kept.
use chrono::{Datelike, NaiveDate};

use super::layer::Layer;
use super::{App, Notice};
use crate::command::{Ask, Command, Draft, Effect, FormOf, Key, Pace, Reader, Task};
use crate::domain::explain::Explain;
use crate::domain::field::Record;
use crate::domain::kind::Kind;
use crate::domain::value::Value;
use crate::store::query::Query;
use crate::ui::Form;

/// A form on the screen.
#[derive(Debug)]
pub(super) struct OpenForm {
    pub(super) form: Form,
    /// It was sent off; the next act done is its own.
    pub(super) saving: bool,
    /// The record as it stood when the form opened.
    pub(super) base: Vec<Box<dyn Record>>,
}

impl App {
    /// The record of a form is there.
    pub(super) fn open_form(
        &mut self,
        of: FormOf,
        loaded: Vec<Box<dyn Record>>,
        draft: Option<&Draft>,
    ) -> Vec<Effect> {
        self.kept = None;
        let parts = parts_of(&of, loaded, self.world.today);
        let form = Form::new(of, parts.clone(), draft, &self.world.cx().values());
        if form.resumed {
            let key = self.world.cx().key(Command::FormDiscard);
            self.notice = Some(Notice::Said(Explain::new("app-draft-resumed").with("key", key)));
        }
        self.layers.push(Layer::Form(Box::new(OpenForm { form, saving: false, base: parts })));
        Vec::new()
    }

    /// A command of forms.
    pub(super) fn form_command(&mut self, command: Command) -> Vec<Effect> {
        let cx = self.world.cx();
        let Some(Layer::Form(open)) = self.layers.last_mut() else { return Vec::new() };
        if command == Command::FormDiscard {
            let name = open.form.of.draft_name();
            self.layers.pop();
            self.notice = Some(Notice::Said(Explain::new("app-draft-discarded")));
            return vec![Effect::DropDraft(name)];
        }
        let effects = open.form.update(command, &cx.values());
        self.send_off(effects)
    }

    /// Notes that the form was sent off, if it was; one in which nothing was changed only closes.
    fn send_off(&mut self, effects: Vec<Effect>) -> Vec<Effect> {
        let Some(Layer::Form(open)) = self.layers.last_mut() else { return effects };
        let saves = effects.iter().any(|e| matches!(e, Effect::SaveForm { .. }));
        // Who leaves today need not change anything.
        if saves && open.form.of.id.is_some() && open.form.of.task == Task::Save && !open.form.is_changed() {
            let name = open.form.of.draft_name();
            self.layers.pop();
            self.notice = Some(Notice::Said(Explain::new("app-form-unchanged")));
            return vec![Effect::DropDraft(name)];
        }
        open.saving |= saves;
        effects
    }

    /// A key for the text of the form.
    pub(super) fn form_key(&mut self, key: Key) -> Vec<Effect> {
        let cx = self.world.cx();
        let Some(Layer::Form(open)) = self.layers.last_mut() else { return Vec::new() };
        open.form.typed(key, &cx.values())
    }

    /// Esc: the form closes, what was typed is kept.
    pub(super) fn close_form(&mut self) -> Vec<Effect> {
        let Some(Layer::Form(open)) = self.layers.pop() else { return Vec::new() };
        let name = open.form.of.draft_name();
        if !open.form.is_changed() {
            return vec![Effect::DropDraft(name)];
        }
        let back = match open.form.of.id {
            Some(_) => Command::Edit,
            None if self.new_kind() == Some(open.form.of.kind) => Command::New,
            None => Command::Palette,
        };
        self.kept = Some(name);
        let cx = self.world.cx();
        let kept = Explain::new("app-draft-kept").with("key", cx.key(back));
        self.notice = Some(Notice::Said(kept.with("discard", cx.key(Command::DropDraft))));
        vec![Effect::SaveDraft(open.form.draft())]
    }

    /// Forgets the draft of the form that was closed last.
    pub(super) fn drop_draft(&mut self) -> Vec<Effect> {
        let Some(name) = self.kept.take() else { return Vec::new() };
        self.notice = Some(Notice::Said(Explain::new("app-draft-discarded")));
        vec![Effect::DropDraft(name)]
    }

    /// A record was created in place: its name must be known before the form reads it.
    pub(super) fn created(&mut self, outcome: crate::store::Outcome) -> Vec<Effect> {
        if let (Some(Layer::Capture(line)), Some((kind, id))) =
            (self.layers.last_mut(), outcome.touched.first())
        {
            line.was_created(*kind, *id);
        }
        self.notice = Some(Notice::Done(outcome.label));
        vec![Effect::Load(Ask { reader: Reader::Names, query: Query::Directory, pace: Pace::Now })]
    }
}

/// The records a form edits: of a person also their place at the account it is seen in, a new one with what is known of it.
pub(super) fn parts_of(of: &FormOf, loaded: Vec<Box<dyn Record>>, today: NaiveDate) -> Vec<Box<dyn Record>> {
    let mut loaded = loaded.into_iter();
    let first = loaded.next();
    if of.task != Task::Save {
        return vec![super::life::part_of(of.task, first.as_deref(), today)];
    }
    let mut parts = vec![first.unwrap_or_else(|| of.kind.blank())];
    if of.kind == Kind::Person {
        let mut places: Vec<_> = loaded.collect();
        let here = of.account.map(Value::Link);
        let at = places.iter().position(|p| Some(p.get("account")) == here).unwrap_or(0);
        parts.push(if places.is_empty() { Kind::Membership.blank() } else { places.swap_remove(at) });
    }
    if of.id.is_none() {
        for part in &mut parts {
            let account = of.account.map(|account| ("account", Value::Link(account)));
            let begins = account.into_iter().chain(begins(part.kind(), today));
            for (field, value) in begins.chain(of.preset.iter().cloned()) {
                if part.kind().specs().iter().any(|s| s.name == field) {
                    // What does not fit the field leaves it empty, as it would be without.
                    let _ = part.set(field, value);
                }
            }
        }
    }
    parts
}

/// With what a new record begins: its day, or the year of a rate.
fn begins(kind: Kind, today: NaiveDate) -> Option<(&'static str, Value)> {
    if kind == Kind::Rate {
        return Some(("year", Value::Number(i64::from(today.year()))));
    }
    Some((kind.row().begins?, Value::Day(today)))
}
