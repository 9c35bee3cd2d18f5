//! A member of our own account team.
use super::value::FieldKind::{Emails, Flag, Note, Text, Texts};
use crate::entity;

entity! {
    /// A colleague.
    Colleague {
        /// Name and surnames.
        name: String => Text, required;
        /// Other names.
        aliases: Vec<String> => Texts;
        /// E-mail addresses, the usual first.
        emails: Vec<String> => Emails;
        /// Telephone numbers, the usual first.
        phones: Vec<String> => Texts;
        /// What they do in the team.
        function: String => Text;
        /// No longer in the team.
        left: bool => Flag;
        /// Free text.
        notes: String => Note;
    }
}
