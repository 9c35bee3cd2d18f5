//! What a calendar or a mailbox says of one conversation, before it is known whom of the book it was with.
use chrono::{NaiveDate, NaiveTime};

use super::draft::Refusal;
use super::edition::Edition;
use crate::domain::choice::Channel;
use crate::domain::explain::Explain;
use crate::domain::text::{clean, clean_line, fold};

/// How long a text may be, in characters: what was said, not what hangs on it.
const LONGEST_TEXT: usize = 8_000;

/// The longest name that a calendar or a mailbox may know a conversation by, in characters.
const LONGEST_SOURCE: usize = 300;

/// A meeting or a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Talk {
    /// Line of the file where it begins, from 1.
    pub line: usize,
    /// What the file knows it by: the same conversation never comes in twice.
    pub source: String,
    /// By what else the book may know it: a meeting that was single before it was repeated.
    pub also: Option<String>,
    /// Which edition of it this is.
    pub edition: Edition,
    /// How it is held.
    pub channel: Channel,
    /// The calendar day where this machine is.
    pub day: NaiveDate,
    /// The time of day where this machine is; a whole day has none.
    pub time: Option<NaiveTime>,
    /// How long, in minutes.
    pub minutes: Option<i64>,
    /// What it is called.
    pub name: String,
    /// What was said, with its name in the first line.
    pub text: String,
    /// Where it is held, if that is an address.
    pub links: Vec<String>,
    /// Who wrote or called it.
    pub sender: Option<Guest>,
    /// Whoever else takes part.
    pub guests: Vec<Guest>,
    /// Whether it is still to be confirmed.
    pub state: State,
    /// Of the last day to give notice, as cartera wrote it: on which day the contract ended then.
    pub ends: Option<NaiveDate>,
    /// What was left out, and why.
    pub notes: Vec<Explain>,
}

/// How a conversation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// Arranged: to be confirmed once it is over.
    Planned,
    /// Written and sent.
    Held,
    /// Called off.
    Cancelled,
    /// The user has said that they will not come.
    Declined,
}

/// Somebody who takes part.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Guest {
    /// The address as it is compared.
    pub address: String,
    /// The name beside it.
    pub name: String,
    /// They said that they will not come.
    pub declined: bool,
}

/// A conversation read, or why it is left out.
pub(super) type Reading = Result<Talk, Refusal>;

impl Guest {
    /// Somebody with an address; `None` for what is no address.
    pub(super) fn new(address: &str, name: &str) -> Option<Self> {
        let address = fold(clean_line(address).trim_matches(['<', '>', '\'', '"', ' ']));
        let (local, host) = address.rsplit_once('@')?;
        let sound = !local.is_empty() && !host.is_empty() && !address.contains(char::is_whitespace);
        sound.then(|| Self { name: clean_line(name), address, declined: false })
    }

    /// What they are called: the name, else the address.
    pub(super) fn called(&self) -> &str {
        if self.name.is_empty() { &self.address } else { &self.name }
    }
}

/// A name by which a calendar or a mailbox knows something, as it is kept.
pub(super) fn source(text: &str) -> String {
    clean_line(text).chars().take(LONGEST_SOURCE).collect()
}

/// The name in the first line, then what was said: tidied, and not endless. The flag says that the end was left out.
pub(super) fn told(name: &str, said: &str) -> (String, bool) {
    let said = tidy(said);
    let same = fold(said.trim()) == fold(name.trim());
    let whole = match (name.is_empty(), said.is_empty() || same) {
        (true, _) => said,
        (false, true) => name.to_owned(),
        (false, false) => format!("{name}\n\n{said}"),
    };
    let mut chars = whole.char_indices();
    match chars.nth(LONGEST_TEXT) {
        None => (whole, false),
        Some((at, _)) => {
            let mut cut = whole;
            cut.truncate(at);
            cut.push('…');
            (cut, true)
        }
    }
}

/// Text as it is kept: no blanks at the ends of lines, no more than one empty line in a row.
pub(super) fn tidy(text: &str) -> String {
    let text = clean(&text.replace(['\u{a0}', '\u{202f}'], " ").replace('\u{200b}', ""));
    let mut tidied = String::with_capacity(text.len());
    let mut empty = 0;
    for line in text.lines().map(str::trim_end) {
        empty = if line.is_empty() { empty + 1 } else { 0 };
        if empty < 2 {
            tidied.push_str(line);
            tidied.push('\n');
        }
    }
    tidied.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_compared_without_what_stands_around_it() {
        let guest = Guest::new(" <Ana.Ruiz@Almazara.example> ", "Ana  Ruiz").unwrap();
        assert_eq!((guest.address.as_str(), guest.called()), ("ana.ruiz@almazara.example", "Ana Ruiz"));
        for none in ["", "ana", "@x.es", "ana@", "ana ruiz@x.es"] {
            assert_eq!(Guest::new(none, "Ana"), None, "{none}");
        }
    }

    #[test]
    fn what_only_says_its_name_again_is_not_said_twice() {
        assert_eq!(told("Kick-off", "KICK-OFF\n"), ("Kick-off".to_owned(), false));
        assert_eq!(told("Kick-off", "a \u{a0}\n\n\n\nb"), ("Kick-off\n\na\n\nb".to_owned(), false));
        assert_eq!(told("", "a"), ("a".to_owned(), false));
    }

    #[test]
    fn an_endless_text_is_cut() {
        let (text, cut) = told("x", &"ñ".repeat(20_000));
        assert!(cut && text.ends_with('…') && text.chars().count() == LONGEST_TEXT + 1);
    }
}
