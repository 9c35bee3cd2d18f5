//! People, and companies, as vCard 4.0 or 3.0: what a telephone or a mailer can keep of them.
//!
//! Roles, stance, influence and what was learned of somebody never leave the book this way; their personal notes only if asked for.
use std::collections::HashSet;
use std::io::Write;

use chrono::{NaiveDate, NaiveDateTime};

use super::lines::Lines;
use crate::domain::Id;
use crate::domain::account::Account;
use crate::domain::field::Link;
use crate::domain::kind::Kind;
use crate::domain::person::{Membership, Person};
use crate::exchange::file::Stopped;
use crate::lang::value::Context;
use crate::store::Store;
use crate::store::fault::Fault;

/// Who wrote a card.
pub(super) const PRODUCT: &str = "-//cartera//cartera//EN";

/// A property of our own: in which language somebody likes to be spoken to, where that is no language tag.
pub const LANGUAGE: &str = "X-CARTERA-LANGUAGE";

/// Where each field stands in a card: what a card holds comes back as it was. The second column is the property.
pub const FIELDS: &[(Kind, &str, &str)] = &[
    (Kind::Person, "name", "FN"),
    (Kind::Person, "aliases", "NICKNAME"),
    (Kind::Person, "emails", "EMAIL"),
    (Kind::Person, "phones", "TEL"),
    (Kind::Person, "language", "LANG"),
    (Kind::Person, "birthday", "BDAY"),
    (Kind::Person, "tags", "CATEGORIES"),
    (Kind::Person, "personal", "NOTE"),
    (Kind::Membership, "account", "ORG"),
    (Kind::Membership, "unit", "ORG"),
    (Kind::Membership, "title", "TITLE"),
    (Kind::Account, "name", "ORG"),
    (Kind::Account, "aliases", "NICKNAME"),
    (Kind::Account, "links", "URL"),
    (Kind::Account, "notes", "NOTE"),
];

/// A version of vCard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Version {
    /// 3.0 (RFC 2426): what every telephone reads.
    V3,
    /// 4.0 (RFC 6350).
    V4,
}

/// How cards are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// In which version.
    pub version: Version,
    /// With personal notes and notes on companies.
    pub personal: bool,
}

/// Writes a card for each person, with the place that is named beside them unless they have left it, and says how many. Nobody gets two; who stands for
/// somebody not known yet gets none.
///
/// # Errors
/// Faults of the book, and of what is written to.
pub fn people(
    store: &Store,
    people: &[(Id, Option<Id>)],
    style: Style,
    cx: &Context<'_>,
    out: &mut dyn Write,
) -> Result<usize, Stopped> {
    let mut done = HashSet::new();
    let mut count = 0;
    for (id, place) in people.iter().filter(|(id, _)| done.insert(*id)) {
        let record = store.record(Kind::Person, *id)?;
        let place = place.map(|id| store.record(Kind::Membership, id)).transpose()?;
        let Some(person) = record.any().downcast_ref::<Person>().filter(|p| !p.placeholder) else { continue };
        let place = place.as_ref().and_then(|p| p.any().downcast_ref::<Membership>());
        let changed = newest(store, person, place)?;
        // Where somebody no longer is does not stand on their card.
        let place = place.filter(|place| place.left_on.is_none_or(|day| day > cx.today));
        out.write_all(of_person(person, place, changed, style, cx).as_bytes())?;
        count += 1;
    }
    Ok(count)
}

/// Writes a card for each company and says how many.
///
/// # Errors
/// Faults of the book, and of what is written to.
pub fn accounts(store: &Store, ids: &[Id], style: Style, out: &mut dyn Write) -> Result<usize, Stopped> {
    for id in ids {
        let record = store.record(Kind::Account, *id)?;
        let Some(account) = record.any().downcast_ref::<Account>() else { continue };
        let changed = store.changed_on(Kind::Account, *id)?;
        out.write_all(of_account(account, changed, style).as_bytes())?;
    }
    Ok(ids.len())
}

/// When the person or their place was changed last.
fn newest(
    store: &Store,
    person: &Person,
    place: Option<&Membership>,
) -> Result<Option<NaiveDateTime>, Fault> {
    let of_place = match place {
        Some(place) => store.changed_on(Kind::Membership, place.head.id)?,
        None => None,
    };
    Ok(store.changed_on(Kind::Person, person.head.id)?.max(of_place))
}

fn begin(uid: &str, name: &str, version: Version) -> Lines {
    let mut lines = Lines::default();
    lines.put("BEGIN", "VCARD");
    lines.put(
        "VERSION",
        match version {
            Version::V3 => "3.0",
            Version::V4 => "4.0",
        },
    );
    lines.put("PRODID", PRODUCT);
    lines.put("UID", &format!("urn:uuid:{uid}"));
    lines.text("FN", name);
    lines
}

fn end(mut lines: Lines, changed: Option<NaiveDateTime>, version: Version) -> String {
    if let Some(at) = changed {
        let format = match version {
            Version::V3 => "%Y-%m-%dT%H:%M:%S",
            Version::V4 => "%Y%m%dT%H%M%S",
        };
        lines.put("REV", &at.format(format).to_string());
    }
    lines.put("END", "VCARD");
    lines.into_text()
}

fn of_person(
    person: &Person,
    place: Option<&Membership>,
    changed: Option<NaiveDateTime>,
    style: Style,
    cx: &Context<'_>,
) -> String {
    let version = style.version;
    let mut lines = begin(&person.head.uid, &person.name, version);
    if version == Version::V4 {
        lines.put("KIND", "individual");
    }
    // A name is kept whole: the first word is mostly what friends say, the rest what lists are sorted by.
    let (given, family) = person.name.split_once(' ').unwrap_or((&person.name, ""));
    lines.texts("N", &[family, given, "", "", ""].map(str::to_owned), ';');
    lines.texts("NICKNAME", &person.aliases, ',');
    if let Some(place) = place {
        let account = place.account.map(|Link(id)| cx.directory.name(Kind::Account, id)).unwrap_or_default();
        let unit = place.unit.map(|Link(id)| cx.directory.name(Kind::Unit, id));
        let parts: Vec<String> = std::iter::once(account).chain(unit).collect();
        lines.texts("ORG", &parts, ';');
        lines.text("TITLE", &place.title);
    }
    for (at, email) in person.emails.iter().enumerate() {
        lines.text(&property("EMAIL", "INTERNET", at, version), email);
    }
    for (at, phone) in person.phones.iter().enumerate() {
        lines.text(&property("TEL", "VOICE", at, version), phone);
    }
    let language = if is_language_tag(&person.language) { "LANG" } else { LANGUAGE };
    lines.text(language, &person.language);
    if let Some(day) = person.birthday {
        lines.put("BDAY", &birthday(day, version));
    }
    lines.texts("CATEGORIES", &person.tags, ',');
    if style.personal {
        lines.text("NOTE", &person.personal);
    }
    end(lines, changed, version)
}

fn of_account(account: &Account, changed: Option<NaiveDateTime>, style: Style) -> String {
    let mut lines = begin(&account.head.uid, &account.name, style.version);
    match style.version {
        Version::V3 => {
            lines.put("N", ";;;;");
            // How Apple and Google know a company.
            lines.put("X-ABSHOWAS", "COMPANY");
        }
        Version::V4 => lines.put("KIND", "org"),
    }
    lines.text("ORG", &account.name);
    lines.texts("NICKNAME", &account.aliases, ',');
    for link in &account.links {
        lines.text("URL", link);
    }
    if style.personal {
        lines.text("NOTE", &account.notes);
    }
    end(lines, changed, style.version)
}

/// An address or a number; the first is the usual one, and is marked so.
fn property(name: &str, kind: &str, at: usize, version: Version) -> String {
    match (version, at) {
        (Version::V4, 0) => format!("{name};PREF=1"),
        (Version::V4, _) => name.to_owned(),
        (Version::V3, 0) => format!("{name};TYPE={kind},PREF"),
        (Version::V3, _) => format!("{name};TYPE={kind}"),
    }
}

fn birthday(day: NaiveDate, version: Version) -> String {
    let format = match version {
        Version::V3 => "%Y-%m-%d",
        Version::V4 => "%Y%m%d",
    };
    day.format(format).to_string()
}

/// Whether a text is a language as RFC 5646 writes it: `es`, `pt-BR`.
fn is_language_tag(text: &str) -> bool {
    let mut parts = text.split('-');
    let first = parts.next().unwrap_or_default();
    let letters = |t: &str| t.bytes().all(|b| b.is_ascii_alphanumeric());
    (2..=3).contains(&first.len())
        && first.bytes().all(|b| b.is_ascii_lowercase())
        && parts.all(|p| (1..=8).contains(&p.len()) && letters(p))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_one_only_as_programs_write_it() {
        for tag in ["es", "pt-BR", "gsw-CH"] {
            assert!(is_language_tag(tag), "{tag}");
        }
        for text in ["", "español", "ES", "English", "es-", "e"] {
            assert!(!is_language_tag(text), "{text}");
        }
    }

    #[test]
    fn every_field_of_a_card_is_one_of_its_kind() {
        for (kind, field, _) in FIELDS {
            assert!(kind.specs().iter().any(|s| s.name == *field), "{}.{field}", kind.name());
        }
    }
}
