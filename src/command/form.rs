//! Which form is opened, and what is done with its records.
use crate::domain::Id;
use crate::domain::kind::Kind;
use crate::domain::value::Value;

/// A step in a person's life that ends a place of theirs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// They work for another client now.
    Move,
    /// They have left.
    Leave,
}

/// What is done with the records of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Task {
    /// They are saved.
    #[default]
    Save,
    /// This person has one more place.
    AlsoAt(Id),
    /// This person moves from the place of the form, if it has one, to another.
    Move(Id),
    /// The place of the form is left.
    Leave,
}

impl Task {
    /// Whether a form for it shows the field.
    pub fn shows(self, field: &str) -> bool {
        match self {
            Self::Save => true,
            Self::AlsoAt(_) => !matches!(field, "person" | "left_on" | "successor"),
            Self::Move(_) => {
                matches!(field, "account" | "title" | "unit" | "roles" | "stance" | "reports_to" | "since")
            }
            Self::Leave => matches!(field, "left_on" | "successor"),
        }
    }
}

/// Which form: the kind of record, the record or a new one, and what is known of a new one.
#[derive(Debug, Clone, PartialEq)]
pub struct FormOf {
    /// The kind; a person brings their membership with them.
    pub kind: Kind,
    /// The record; `None` is a new one.
    pub id: Option<Id>,
    /// The account it is seen in: which membership of a person.
    pub account: Option<Id>,
    /// What a new record begins with.
    pub preset: Vec<(&'static str, Value)>,
    /// Begins empty although a draft is kept.
    pub afresh: bool,
    /// What is done with its records.
    pub task: Task,
}

impl FormOf {
    /// A form for a new record.
    pub const fn new(kind: Kind, account: Option<Id>) -> Self {
        Self { kind, id: None, account, preset: Vec::new(), afresh: false, task: Task::Save }
    }

    /// A form for a record there is.
    pub const fn edit(kind: Kind, id: Id, account: Option<Id>) -> Self {
        Self { kind, id: Some(id), account, preset: Vec::new(), afresh: false, task: Task::Save }
    }

    /// A form for one more place of a person.
    pub fn also_at(person: Id) -> Self {
        Self { task: Task::AlsoAt(person), ..Self::new(Kind::Membership, None) }
    }

    /// A form for the step of a person out of that place (number, account); who is nowhere only comes.
    pub fn of_step(step: Step, person: Id, place: Option<(Id, Id)>) -> Self {
        let task = match step {
            Step::Move => Task::Move(person),
            Step::Leave => Task::Leave,
        };
        let (id, account) = place.unzip();
        Self { id, task, ..Self::new(Kind::Membership, account) }
    }

    /// Name of its draft: one per form.
    pub fn draft_name(&self) -> String {
        match (self.task, self.id) {
            (Task::AlsoAt(person), _) => format!("also-at-{person}"),
            (Task::Move(person), _) => format!("move-{person}"),
            (Task::Leave, id) => format!("leave-{}", id.unwrap_or(0)),
            (Task::Save, Some(id)) => format!("{}-{id}", self.kind.name()),
            (Task::Save, None) => format!("{}-new", self.kind.name()),
        }
    }
}
