//! One value asked for in one line, as people write it: until when, how often, which tag.
use ratatui::layout::Rect;

use super::App;
use super::forget::Forgetting;
use crate::command::{Asked, Command, Effect, Export, Job, Key, Vault};
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::field::Link;
use crate::domain::kind::Kind;
use crate::domain::mute::Mute;
use crate::domain::value::{FieldKind, Value};
use crate::lang::{day, value};
use crate::lens::{Cx, Under};
use crate::store::act::Act;
use crate::store::query::dossier::Held;
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

/// What is done with the value.
#[derive(Debug)]
enum Then {
    /// The row stays out of the queue until that day; the text is what it is called by.
    Snooze(What, String),
    /// The lens that asked gets it.
    Lens,
    /// The person of that name is forgotten.
    Forget(Forgetting),
    /// It becomes a move of the review at that account.
    Move(Id),
    /// It is the file into which this list is written.
    Write(Box<Export>),
    /// It is the folder into which notes are written.
    Notes(Vault),
}

/// The question.
#[derive(Debug)]
pub(super) struct Question {
    asked: Asked,
    then: Then,
    pub(super) edit: Edit,
    /// Nothing was typed yet: the first letter replaces what is proposed.
    fresh: bool,
}

impl Question {
    /// What a lens asks.
    pub(super) fn of_lens(asked: Asked) -> Self {
        let edit = Edit::new(&asked.proposed);
        Self { asked, then: Then::Lens, edit, fresh: true }
    }

    /// Until when the row under the cursor is put off.
    pub(super) fn snooze(under: &Under, proposed: &str) -> Option<Self> {
        let what = subject(under)?;
        let asked = Asked {
            title: Explain::new("app-snooze").with("title", &under.title),
            help: Explain::new("app-snooze-help"),
            kind: FieldKind::Day,
            proposed: proposed.to_owned(),
            empty: None,
        };
        Some(Self { then: Then::Snooze(what, under.title.clone()), ..Self::of_lens(asked) })
    }

    /// Whether somebody is to be forgotten: their full name.
    pub(super) fn forget(held: Held) -> Self {
        let asked = Asked {
            title: Explain::new("erasure-title").with("name", &held.name),
            help: Explain::new("erasure-keys"),
            kind: FieldKind::Text,
            proposed: String::new(),
            empty: None,
        };
        Self { then: Then::Forget(Forgetting::new(held)), ..Self::of_lens(asked) }
    }

    /// A move of the review at an account, in one's own words.
    pub(super) fn own_move(account: Id, name: &str, proposed: &str) -> Self {
        let asked = Asked {
            title: Explain::new("review-own").with("name", name),
            help: Explain::new("review-own-help"),
            kind: FieldKind::Text,
            proposed: proposed.to_owned(),
            empty: None,
        };
        // What is proposed is reworded, not replaced.
        Self { then: Then::Move(account), fresh: false, ..Self::of_lens(asked) }
    }

    /// Into which file a list is written.
    pub(super) fn write(export: Export) -> Self {
        let title = export.rows.count().map_or_else(
            || Explain::new("export-ask-all"),
            |count| Explain::new("export-ask").with("count", count),
        );
        let asked = Asked {
            title,
            help: Explain::new("export-ask-help"),
            kind: FieldKind::Text,
            proposed: export.path.clone(),
            empty: None,
        };
        Self { then: Then::Write(Box::new(export)), ..Self::of_lens(asked) }
    }

    /// Into which folder notes are written; of an account only its own.
    pub(super) fn notes(of: Vault, account: Option<String>) -> Self {
        let title = account.map_or_else(
            || Explain::new("vault-ask"),
            |name| Explain::new("vault-ask-scope").with("account", name),
        );
        let asked = Asked {
            title,
            help: Explain::new("vault-ask-help"),
            kind: FieldKind::Text,
            proposed: of.path.clone(),
            empty: None,
        };
        Self { then: Then::Notes(of), ..Self::of_lens(asked) }
    }

    /// Another row, where there is something to choose.
    pub(super) const fn step(&mut self, command: Command) {
        match (&mut self.then, command) {
            (Then::Forget(forgetting), _) => forgetting.step(command),
            (Then::Notes(of), Command::ChooseUp) => of.personal = false,
            (Then::Notes(of), Command::ChooseDown) => of.personal = true,
            _ => {}
        }
    }

    pub(super) fn key(&mut self, key: Key) {
        if std::mem::take(&mut self.fresh) && key.typed().is_some() {
            self.edit.set("");
        }
        self.edit.key(key);
    }

    /// What is pasted before anything was typed replaces what is proposed.
    pub(super) fn paste(&mut self, text: &str) -> Vec<Effect> {
        if std::mem::take(&mut self.fresh) {
            self.edit.set("");
        }
        self.edit.insert(text);
        Vec::new()
    }

    /// The value that was typed, or why it is none. A day is one to come.
    fn value(&self, cx: &Cx<'_>) -> Result<Value, Explain> {
        match value::parse(self.asked.kind, self.edit.text(), &cx.values())? {
            Value::Day(day) if day <= cx.today => Err(Explain::new("app-snooze-past")),
            Value::Empty if self.asked.empty.is_none() => Err(Explain::new(match self.then {
                Then::Snooze(..) => "app-snooze-empty",
                Then::Lens | Then::Forget(_) | Then::Move(_) | Then::Write(_) | Then::Notes(_) => {
                    "app-question-empty"
                }
            })),
            value => Ok(value),
        }
    }

    pub(super) fn draw(&self, pen: &mut Pen<'_>, body: Rect, cx: &Cx<'_>) -> Seen {
        if let Then::Forget(forgetting) = &self.then {
            return forgetting.draw(&self.edit, pen, body, cx);
        }
        let inside = float(pen, body, (64, 5), &cx.words.say(&self.asked.title), &[]);
        let seen = self.edit.draw(pen, (inside.x, inside.y), inside.width, |_| Role::Text);
        let line = inside.y + 1;
        let sign = pen.glyphs.or("→", "=");
        match self.value(cx) {
            Ok(value) => {
                let text = self.read_as(&value, cx);
                pen.put(inside.x, line, inside.width, &format!("{sign} {text}"), Role::Accent);
            }
            Err(explain) => {
                pen.put(inside.x, line, inside.width, &cx.words.say(&explain), Role::Muted);
            }
        }
        pen.put(inside.x, line + 1, inside.width, &cx.words.say(&self.asked.help), Role::Muted);
        seen
    }

    /// The value in words, so that whoever typed it sees how it was understood.
    fn read_as(&self, value: &Value, cx: &Cx<'_>) -> String {
        if let Then::Move(account) = self.then {
            return super::review::read_as(account, self.edit.text(), cx);
        }
        if let Then::Notes(of) = &self.then {
            return cx.words.get(if of.personal { "vault-with" } else { "vault-without" });
        }
        match (value, &self.asked.empty) {
            (Value::Day(day), _) => day::with_weekday(*day, cx.words),
            (Value::Empty, Some(empty)) => cx.words.say(empty),
            _ => value::show(self.asked.kind, value, &cx.values()),
        }
    }
}

/// What is snoozed for a row: the row by its topic where it has one, else a commitment or a person; a conversation has its
/// day.
pub(super) fn subject(under: &Under) -> Option<What> {
    let record = matches!(under.kind, Kind::Commitment | Kind::Person);
    let record = record.then_some(What::Record(under.kind, under.id));
    under.topic.map(|topic| What::Row(topic, under.account, under.id)).or(record)
}

fn put_off(what: What, title: &str, day: chrono::NaiveDate) -> Effect {
    Effect::Act(match what {
        What::Record(kind, id) => Act::Snooze(kind, id, day),
        What::Row(topic, account, id) => {
            let mute = Mute {
                account: account.map(Link),
                topic: topic.to_owned(),
                subject: Some(id),
                until: Some(day),
                ..Mute::default()
            };
            Act::Mute(Box::new(mute), title.to_owned())
        }
    })
}

impl App {
    /// Does what follows from the answer.
    ///
    /// # Errors
    /// Why it is none; then the question stays.
    pub(super) fn answered(&mut self, question: &Question) -> Result<Vec<Effect>, Explain> {
        if let Then::Forget(forgetting) = &question.then {
            return Ok(vec![forgetting.effect(question.edit.text(), &self.world.cx())?]);
        }
        let value = question.value(&self.world.cx())?;
        match (&question.then, value) {
            (Then::Snooze(what, title), Value::Day(day)) => Ok(vec![put_off(*what, title, day)]),
            (Then::Move(account), Value::Text(text)) => {
                Ok(vec![super::review::in_words(*account, &text, &self.world.cx())])
            }
            (Then::Write(export), Value::Text(path)) => {
                let export = Export { path, ..export.as_ref().clone() };
                export.sheet()?;
                Ok(vec![Effect::Start(Box::new(Job::Export(Box::new(export))))])
            }
            (Then::Notes(of), Value::Text(path)) => {
                self.habit.notes = Some((path.clone(), of.personal));
                Ok(vec![Effect::Start(Box::new(Job::Notes(Box::new(Vault { path, ..of.clone() }))))])
            }
            (Then::Snooze(..) | Then::Forget(_) | Then::Move(_) | Then::Write(_) | Then::Notes(_), _) => {
                Ok(Vec::new())
            }
            (Then::Lens, value) => {
                let effects = self.lenses.get_mut(self.lens).answered(value, &self.world.cx())?;
                Ok(self.settle(effects))
            }
        }
    }
}
