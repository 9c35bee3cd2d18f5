//! Until when a row stays out of the queue: a day as people write it.
use ratatui::layout::Rect;

use crate::command::{Effect, Key};
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::value::{FieldKind, Value};
use crate::lang::{day, value};
use crate::lens::{Cx, Under};
use crate::store::act::Act;
use crate::ui::panel::float;
use crate::ui::{Edit, Pen, Role, Seen};

/// The question until when.
#[derive(Debug)]
pub(super) struct Snooze {
    kind: Kind,
    id: Id,
    title: String,
    pub(super) edit: Edit,
    /// Nothing was typed yet: the first letter replaces what is proposed.
    fresh: bool,
}

impl Snooze {
    /// About a record: a commitment, or a person; a week is proposed.
    pub(super) fn new(under: &Under, proposed: &str) -> Option<Self> {
        let (kind, id) = subject(under)?;
        Some(Self { kind, id, title: under.title.clone(), edit: Edit::new(proposed), fresh: true })
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
        self.day(cx).map(|day| Effect::Act(Act::Snooze(self.kind, self.id, day)))
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

/// What is snoozed for a row: a commitment or a person; a conversation has its day.
pub(super) fn subject(under: &Under) -> Option<(Kind, Id)> {
    matches!(under.kind, Kind::Commitment | Kind::Person).then_some((under.kind, under.id))
}
