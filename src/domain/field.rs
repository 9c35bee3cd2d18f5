//! The one table of fields per entity, and records seen without their type.
//!
//! A field is one line inside [`entity!`](crate::entity): from it come the struct member, the form, the shell's flags, the
//! columns of files, JSON, and the SQL that stores it.
mod cell;

use std::fmt;

use super::Id;
use super::explain::Explain;
use super::kind::Kind;
use super::value::{FieldKind, Value};
pub use cell::{Cell, Link};

/// Where a field's value lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A column of the entity's table, or a link table for [`FieldKind::Links`].
    Column,
    /// Dated facts: the field shows the current one, setting it writes one dated today.
    Fact,
}

/// What is known of a field without knowing its entity's type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spec {
    /// Its name: struct member, column, JSON key; the flag is the same with hyphens.
    pub name: &'static str,
    /// The kind of its values.
    pub kind: FieldKind,
    /// Whether a record without it is refused.
    pub required: bool,
    /// Whether people may set it (the raw line of an entry is kept, never edited).
    pub editable: bool,
    /// Where it is stored.
    pub place: Place,
}

/// A field of an entity.
pub struct Field<T> {
    /// What is known without the type.
    pub spec: Spec,
    /// Reads it.
    pub get: fn(&T) -> Value,
    /// Writes it; refuses a value of another kind.
    pub set: fn(&mut T, Value) -> Result<(), Explain>,
}

/// What every record has beside its fields.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Head {
    /// Number in the table; 0 until saved.
    pub id: Id,
    /// `UUIDv7`, by which exports and imports know the record.
    pub uid: String,
    /// Counts the updates; an update from an older version is refused.
    pub version: i64,
}

/// A struct with a field table.
pub trait Entity: Default + Clone + fmt::Debug + Send + Sync + 'static {
    /// Its place in the registry.
    const KIND: Kind;
    /// The field table.
    const FIELDS: &'static [Field<Self>];
    /// Number, uid, version.
    fn head(&self) -> &Head;
    /// Number, uid, version, to be set.
    fn head_mut(&mut self) -> &mut Head;
}

/// A record whose type is not known: what forms, shell, files and store work with.
pub trait Record: fmt::Debug + Send + Sync {
    /// Its kind.
    fn kind(&self) -> Kind;
    /// Number, uid, version.
    fn head(&self) -> &Head;
    /// Number, uid, version, to be set.
    fn head_mut(&mut self) -> &mut Head;
    /// The value of the field of this name; `Empty` for a name the kind does not have.
    fn get(&self, name: &str) -> Value;
    /// The value of the field at that place of the field table, from 0: for whoever goes through all of them.
    fn get_at(&self, place: usize) -> Value;
    /// Sets the field of this name.
    ///
    /// # Errors
    /// `field-unknown` or `field-kind`, when the record has no such field or the value is of another kind.
    fn set(&mut self, name: &str, value: Value) -> Result<(), Explain>;
    /// A copy.
    fn boxed(&self) -> Box<dyn Record>;
    /// The typed record behind it.
    fn any(&self) -> &dyn std::any::Any;
}

impl<T: Entity> Record for T {
    fn kind(&self) -> Kind {
        T::KIND
    }
    fn head(&self) -> &Head {
        Entity::head(self)
    }
    fn head_mut(&mut self) -> &mut Head {
        Entity::head_mut(self)
    }
    fn get(&self, name: &str) -> Value {
        T::FIELDS.iter().find(|f| f.spec.name == name).map_or(Value::Empty, |f| (f.get)(self))
    }
    fn get_at(&self, place: usize) -> Value {
        T::FIELDS.get(place).map_or(Value::Empty, |f| (f.get)(self))
    }
    fn set(&mut self, name: &str, value: Value) -> Result<(), Explain> {
        let field = T::FIELDS.iter().find(|f| f.spec.name == name);
        let named = |e: Explain| e.with("kind", T::KIND.name()).with("field", name);
        let field = field.ok_or_else(|| named(Explain::new("field-unknown")))?;
        (field.set)(self, value).map_err(named)
    }
    fn boxed(&self) -> Box<dyn Record> {
        Box::new(self.clone())
    }
    fn any(&self) -> &dyn std::any::Any {
        self
    }
}

impl Clone for Box<dyn Record> {
    fn clone(&self) -> Self {
        self.as_ref().boxed()
    }
}

impl PartialEq for dyn Record {
    /// Same kind, same head, same fields.
    fn eq(&self, other: &Self) -> bool {
        self.kind() == other.kind()
            && self.head() == other.head()
            && (0..self.kind().specs().len()).all(|place| self.get_at(place) == other.get_at(place))
    }
}

/// Names the required fields that are empty.
///
/// # Errors
/// `field-required` with the first of them.
pub fn check_required(record: &dyn Record) -> Result<(), Explain> {
    let specs = record.kind().specs().into_iter().enumerate();
    let missing = specs.into_iter().find(|(place, s)| s.required && record.get_at(*place).is_empty());
    missing.map_or(Ok(()), |(_, s)| {
        Err(Explain::new("field-required").with("kind", record.kind().name()).with("field", s.name))
    })
}

/// Declares an entity: its struct and its field table, one line a field:
/// `name: Type => FieldKind [, required] [, fact] [, kept];`
#[macro_export]
macro_rules! entity {
    ($(#[$doc:meta])* $name:ident { $($(#[$fdoc:meta])* $field:ident : $ty:ty => $kind:expr $(, $flag:ident)* ;)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Default)]
        pub struct $name {
            /// Number, uid and version.
            pub head: $crate::domain::field::Head,
            $($(#[$fdoc])* pub $field: $ty,)+
        }
        impl $crate::domain::field::Entity for $name {
            const KIND: $crate::domain::kind::Kind = $crate::domain::kind::Kind::$name;
            const FIELDS: &'static [$crate::domain::field::Field<Self>] = &[$(
                $crate::domain::field::Field {
                    spec: $crate::domain::field::Spec::new(stringify!($field), $kind)$(.$flag())*,
                    get: |e| $crate::domain::field::Cell::to_value(&e.$field),
                    set: |e, v| {
                        e.$field = $crate::domain::field::Cell::from_value(v)
                            .ok_or_else(|| $crate::domain::explain::Explain::new("field-kind"))?;
                        Ok(())
                    },
                },
            )+];
            fn head(&self) -> &$crate::domain::field::Head {
                &self.head
            }
            fn head_mut(&mut self) -> &mut $crate::domain::field::Head {
                &mut self.head
            }
        }
    };
}

impl Spec {
    /// An optional, editable field in a column.
    pub const fn new(name: &'static str, kind: FieldKind) -> Self {
        Self { name, kind, required: false, editable: true, place: Place::Column }
    }
    /// A record without it is refused.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }
    /// Its value is the current one of dated facts.
    #[must_use]
    pub const fn fact(mut self) -> Self {
        self.place = Place::Fact;
        self
    }
    /// Kept as it came, not edited by people.
    #[must_use]
    pub const fn kept(mut self) -> Self {
        self.editable = false;
        self
    }
}
