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

impl Draft {
    /// What it is called in a plan: its name, else how it can be reached.
    pub(super) fn called(&self) -> String {
        let Some(person) = &self.person else { return short(&self.account.name) };
        let found =
            [&person.name].into_iter().chain(&person.emails).chain(&person.phones).find(|t| !t.is_empty());
        found.map(|t| short(t)).unwrap_or_default()
    }
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

/// The first line of a text, not too long.
pub(super) fn first_line(text: &str) -> String {
    short(text.lines().next().unwrap_or_default())
}

/// Why a record is left out whose company another program names only by a number of its own.
pub(super) fn company_unknown(company: &Company) -> Explain {
    Explain::new("import-company-unknown").with("text", short(&company.id))
}

/// The name that an address suggests: `ana.ruiz@arce.es` is Ana Ruiz.
pub(super) fn name_by_address(address: &str) -> Option<String> {
    let (local, _) = address.rsplit_once('@')?;
    // What follows a plus is a drawer of the same mailbox.
    let local = local.split('+').next().unwrap_or_default().to_lowercase();
    let words = local.split(['.', '_', '-']).filter(|word| !word.is_empty());
    let named: Vec<String> = words.map(capital).collect();
    (!named.is_empty()).then(|| named.join(" "))
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_suggests_a_name() {
        for (address, name) in [
            ("ana.ruiz@arce.es", Some("Ana Ruiz")),
            ("JORDI_MAS-soler@arce.es", Some("Jordi Mas Soler")),
            ("ángela+news@arce.es", Some("Ángela")),
            ("info@arce.es", Some("Info")),
            ("..@arce.es", None),
            ("arce.es", None),
        ] {
            assert_eq!(name_by_address(address).as_deref(), name, "{address}");
        }
    }
}
