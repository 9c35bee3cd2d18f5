//! What one record of a foreign file says, before it is known whether the book has it.
use crate::domain::account::Account;
use crate::domain::explain::Explain;
use crate::domain::person::{Membership, Person};
use crate::domain::text::clean_line;
use crate::exchange::programs::Company;

/// A contact, a client, or a contact with their client.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Draft {
    /// Line of the file where it begins, from 1.
    pub line: usize,
    /// The client; without a name there is none.
    pub account: Account,
    /// The contact.
    pub person: Option<Person>,
    /// The contact's place at the client.
    pub place: Membership,
    /// Name of the part of the client.
    pub unit: String,
    /// Name of the account that this one belongs to.
    pub part_of: String,
    /// Name of the contact's boss.
    pub reports_to: String,
    /// Name of the person who gets one to the contact.
    pub reached_via: String,
    /// The client, as the program knows it that the file comes from.
    pub company: Company,
    /// What was left out, and why.
    pub notes: Vec<Explain>,
}

/// A record read, or why it is left out.
pub(super) type Reading = Result<Draft, Refusal>;

/// A record that is left out.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Refusal {
    /// Line of the file where it begins, from 1.
    pub line: usize,
    /// What it is called, if that could be read.
    pub name: String,
    /// Where in the record, and why.
    pub why: Vec<Explain>,
}

impl Refusal {
    pub(super) fn new(line: usize, why: Explain) -> Self {
        Self { line, name: String::new(), why: vec![why] }
    }
}

/// Text of a file on one line and not too long, for showing it in a plan.
pub(super) fn short(text: &str) -> String {
    let line = clean_line(text);
    if line.chars().count() <= 60 {
        return line;
    }
    let mut cut: String = line.chars().take(59).collect();
    cut.push('…');
    cut
}

/// A message with long arguments cut short, for showing it in a plan.
pub(super) fn shortened(mut explain: Explain) -> Explain {
    for (name, value) in &mut explain.args {
        // What would be accepted is ours and shown whole.
        if name == "text" || name == "name" {
            *value = short(value);
        }
    }
    explain
}

/// Whether a day of birth has no year (`--11-23`, `--1123`): nothing that can be kept as a day.
pub(super) fn is_day_without_year(text: &str) -> bool {
    let text = text.trim();
    text.strip_prefix("--")
        .is_some_and(|rest| !rest.is_empty() && rest.chars().all(|c| c.is_ascii_digit() || c == '-'))
}
