//! Fields that lead to a record: the names offered, and a record created in place.
use super::Form;
use super::input::Input;
use super::names::{Candidate, candidates};
use crate::command::Effect;
use crate::domain::Id;
use crate::domain::field::Link;
use crate::domain::kind::Kind;
use crate::domain::person::{Membership, Person};
use crate::domain::value::{FieldKind, Value};
use crate::lang::value::Context;

impl Form {
    /// What the field in front of the user may lead to, while it is typed in.
    pub(super) fn candidates(&self, cx: &Context<'_>) -> Vec<Candidate> {
        let Some(line) = self.lines.get(self.at) else { return Vec::new() };
        let (FieldKind::Link(kind) | FieldKind::Links(kind), Input::Line(edit)) =
            (line.spec.kind, &line.input)
        else {
            return Vec::new();
        };
        if edit.text() == line.was && !edit.text().is_empty() {
            return Vec::new();
        }
        candidates(kind, last_name(edit.text()), &self.context(cx))
    }

    /// Takes a candidate: puts its name in, or has it created first.
    pub(super) fn take(&mut self, at: usize, cx: &Context<'_>) -> Vec<Effect> {
        let chosen = self.candidates(cx).into_iter().nth(at);
        self.marked = None;
        let kind = self.lines.get(self.at).map(|l| l.spec.kind);
        match (chosen, kind) {
            (Some(Candidate::Known { id, .. }), Some(FieldKind::Link(kind) | FieldKind::Links(kind))) => {
                self.put_name(kind, id, cx);
                vec![Effect::SaveDraft(self.draft())]
            }
            (Some(Candidate::New(name)), Some(FieldKind::Link(kind) | FieldKind::Links(kind))) => {
                self.create(kind, &name, cx)
            }
            _ => Vec::new(),
        }
    }

    /// A new person belongs to the account of the form at once.
    fn create(&self, kind: Kind, name: &str, cx: &Context<'_>) -> Vec<Effect> {
        let mut record = kind.blank();
        let named = record.set("name", Value::Text(name.to_owned()));
        let account = self.context(cx).scope;
        match (kind, account) {
            (Kind::Person, Some(account)) if named.is_ok() => {
                let person = Person { name: name.to_owned(), ..Person::default() };
                let place = Membership { account: Some(Link(account)), ..Membership::default() };
                vec![Effect::Create(vec![Box::new(person), Box::new(place)])]
            }
            _ => vec![Effect::Create(vec![record])],
        }
    }

    /// A record was created for the field in front of the user; the directory of `cx` knows it.
    pub fn created(&mut self, kind: Kind, id: Id, cx: &Context<'_>) -> Vec<Effect> {
        self.put_name(kind, id, cx);
        vec![Effect::SaveDraft(self.draft())]
    }

    /// Puts the record's name in place of the name being typed.
    fn put_name(&mut self, kind: Kind, id: Id, cx: &Context<'_>) {
        let name = crate::lang::value::show(FieldKind::Link(kind), &Value::Link(id), cx);
        if let Some(Input::Line(edit)) = self.lines.get_mut(self.at).map(|l| &mut l.input) {
            let kept = edit.text().len() - last_name(edit.text()).len();
            let before = edit.text().get(..kept).unwrap_or_default().trim_end();
            let gap = if before.is_empty() { "" } else { " " };
            edit.set(&format!("{before}{gap}{name}"));
        }
    }
}

/// The name being typed: what stands behind the last comma.
fn last_name(text: &str) -> &str {
    text.rsplit([',', ';']).next().unwrap_or(text)
}
