//! The words above a form.
use super::Form;
use crate::command::Task;
use crate::domain::kind::Kind;
use crate::domain::value::Value;
use crate::lang::field;
use crate::lang::value::Context;

impl Form {
    /// The words above the form: what is being made or changed.
    pub fn title(&self, cx: &Context<'_>) -> String {
        if let Some(title) = self.title_of_task(cx) {
            return title;
        }
        let name = self.parts.first().map(|p| p.get("name"));
        match (name, self.of.id) {
            (Some(Value::Text(name)), Some(_)) => name,
            (_, Some(_)) => crate::lang::capital(&field::kind(self.of.kind, cx.words)),
            (_, None) => cx.words.with("form-title-new", &[("kind", self.of.kind.name())]),
        }
    }

    /// The words above a form that does more than save.
    fn title_of_task(&self, cx: &Context<'_>) -> Option<String> {
        let key = match (self.of.task, self.of.account) {
            (Task::Save, _) => return None,
            (Task::AlsoAt(_), _) => "life-form-also",
            (Task::Move(_), Some(_)) => "life-form-move",
            (Task::Move(_), None) => "life-form-come",
            (Task::Leave, _) => "life-form-leave",
        };
        let linked = |field| match self.parts.first().map(|p| p.get(field)) {
            Some(Value::Link(id)) => Some(id),
            _ => None,
        };
        let name = linked("person").map(|id| cx.directory.name(Kind::Person, id)).unwrap_or_default();
        let account = self.of.account.map(|id| cx.directory.name(Kind::Account, id)).unwrap_or_default();
        Some(cx.words.with(key, &[("name", &name), ("account", &account)]))
    }
}
