//! Until when a row stays out of the queue: a day as people write it.
use ratatui::layout::Rect;

use crate::command::{Effect, Key};
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::field::Link;
use crate::domain::kind::Kind;
use crate::domain::mute::Mute;
use crate::domain::value::{FieldKind, Value};
use crate::lang::{day, value};
use crate::lens::{Cx, Under};
use crate::store::act::Act;
use crate::ui::panel::float;
use crate::ui::{Edit, Pen, Role, Seen};

/// What is put off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// A commitment or a person.
    Record(Kind, Id),
    /// A row about a record of this client, by its topic.
    Row(&'static str, Option<Id>, Id),
}

/// The question until when.
#[derive(Debug)]
pub(super) struct Snooze {
    what: What,
    title: String,
    pub(super) edit: Edit,
    /// Nothing was typed yet: the first letter replaces what is proposed.
    fresh: bool,
}

impl Snooze {
    /// About the row under the cursor; a week is proposed.
    pub(super) fn new(under: &Under, proposed: &str) -> Option<Self> {
        let what = subject(under)?;
        Some(Self { what, title: under.title.clone(), edit: Edit::new(proposed), fresh: true })
    }

    pub(super) fn key(&mut self, key: Key) {
        if std::mem::take(&mut self.fresh) && key.typed().is_some() {
            self.edit.set("");
        }
        self.edit.key(key);
    }

    fn day(&self, cx: &Cx<'_>) -> Result<chrono::NaiveDate, Explain> {
        match value::parse(FieldKind::Day, self.edit.text(), &cx.values())? {
            Value::Day(day) if day > cx.today => Ok(day),
            Value::Day(_) => Err(Explain::new("app-snooze-past")),
            _ => Err(Explain::new("app-snooze-empty")),
        }
    }

    /// The act, or why the text is no day to come.
    pub(super) fn act(&self, cx: &Cx<'_>) -> Result<Effect, Explain> {
        let day = self.day(cx)?;
        Ok(Effect::Act(match self.what {
            What::Record(kind, id) => Act::Snooze(kind, id, day),
            What::Row(topic, account, id) => {
                let mute = Mute {
                    account: account.map(Link),
                    topic: topic.to_owned(),
                    subject: Some(id),
                    until: Some(day),
                    ..Mute::default()
                };
                Act::Mute(Box::new(mute), self.title.clone())
            }
        }))
    }

    pub(super) fn draw(&self, pen: &mut Pen<'_>, body: Rect, cx: &Cx<'_>) -> Seen {
        let title = cx.words.with("app-snooze", &[("title", &self.title)]);
        let inside = float(pen, body, (60, 5), &title, &[]);
        let seen = self.edit.draw(pen, (inside.x, inside.y), inside.width, |_| Role::Text);
        let line = inside.y + 1;
        match self.day(cx) {
            Ok(until) => {
                let sign = pen.glyphs.or("→", "=");
                let text = format!("{sign} {}", day::with_weekday(until, cx.words));
                pen.put(inside.x, line, inside.width, &text, Role::Accent);
            }
            Err(explain) => {
                pen.put(inside.x, line, inside.width, &cx.words.say(&explain), Role::Muted);
            }
        }
        pen.put(inside.x, line + 1, inside.width, &cx.words.get("app-snooze-help"), Role::Muted);
        seen
    }
}

/// What is snoozed for a row: the row by its topic where it has one, else a commitment or a person; a conversation has its
/// day.
pub(super) fn subject(under: &Under) -> Option<What> {
    let record = matches!(under.kind, Kind::Commitment | Kind::Person);
    let record = record.then_some(What::Record(under.kind, under.id));
    under.topic.map(|topic| What::Row(topic, under.account, under.id)).or(record)
}
