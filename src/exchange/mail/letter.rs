//! One letter (RFC 5322): who, when, and what its writer wrote.
use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use mail_parser::{Address, HeaderName, Message, MessageParser, MimeHeaders, PartType};

use super::{How, html, invitation, quote};
use crate::domain::choice::Channel;
use crate::domain::explain::Explain;
use crate::domain::text::{clean_line, fold};
use crate::exchange::calendar::{Diary, on_clock};
use crate::exchange::draft::{Refusal, short};
use crate::exchange::edition::Edition;
use crate::exchange::talk::{Guest, Reading, State, Talk, source, told};

/// The most people of whom one letter keeps the addresses.
const MOST_GUESTS: usize = 200;

/// The most attachments that are named.
const MOST_NAMES: usize = 20;

/// The most of a body that is looked at, in characters.
const LONGEST: usize = 100_000;

/// What programs put before the name of a thread, folded.
const PREFIXES: [&str; 16] = [
    "re", "rv", "fw", "fwd", "aw", "wg", "tr", "enc", "res", "sv", "vs", "antw", "odp", "ref", "reenv",
    "resp",
];

/// Hands over what a letter says, or the meetings to which it invites; `line` is where it begins.
pub(super) fn read<D: Diary>(bytes: &[u8], line: usize, how: How<'_>, diary: &mut D) -> Result<(), D::Fault> {
    let Some(message) = MessageParser::default().parse(bytes).filter(|m| !m.parts.is_empty()) else {
        return diary.take(Err(Refusal::new(line, Explain::new("mail-unreadable"))));
    };
    if invitation::read(&message, line, how, diary)? {
        return Ok(());
    }
    diary.take(said_by(&message, line, how))
}

/// What the letter itself says.
fn said_by(message: &Message<'_>, line: usize, how: How<'_>) -> Reading {
    let refuse = |key: &str, name: &str| {
        Err(Refusal { name: name.to_owned(), ..Refusal::new(line, Explain::new(key)) })
    };
    let name = thread(message.subject().unwrap_or_default());
    let shown = short(&name);
    let (sender, others) = people(message);
    let Some(sender) = sender else { return refuse("mail-no-sender", &shown) };
    if is_automatic(message) {
        return refuse("mail-automatic", &shown);
    }
    let Some(utc) = sent(message) else { return refuse("mail-no-date", &shown) };
    let at = on_clock(utc, how.zone);
    let (text, cut) = told(&name, &said(message, how));
    Ok(Talk {
        line,
        source: known_by(message, utc, &sender, &name),
        also: None,
        edition: Edition::default(),
        channel: Channel::Email,
        day: at.date(),
        time: Some(at.time()),
        minutes: None,
        name,
        text,
        links: Vec::new(),
        sender: Some(sender),
        guests: others,
        state: State::Held,
        ends: None,
        notes: if cut { vec![Explain::new("calendar-text-long")] } else { Vec::new() },
    })
}

/// Who wrote it, and to whom.
pub(super) fn people(message: &Message<'_>) -> (Option<Guest>, Vec<Guest>) {
    let sender = message.from().or_else(|| message.sender()).and_then(|a| guests(a).into_iter().next());
    let mut others: Vec<Guest> = Vec::new();
    for guest in [message.to(), message.cc()].into_iter().flatten().flat_map(guests) {
        if others.len() < MOST_GUESTS && !others.iter().any(|g| g.address == guest.address) {
            others.push(guest);
        }
    }
    (sender, others)
}

/// The name of a thread: a subject without what answering and forwarding put before it.
pub(super) fn thread(subject: &str) -> String {
    let mut name = clean_line(subject);
    while let Some((before, rest)) = name.split_once(':') {
        let word = fold(before.trim());
        let word = word.split('[').next().unwrap_or_default();
        if !PREFIXES.contains(&word) {
            break;
        }
        name = rest.trim().to_owned();
    }
    name
}

fn guests(address: &Address<'_>) -> Vec<Guest> {
    let guest = |one: &mail_parser::Addr<'_>| Guest::new(one.address()?, one.name().unwrap_or_default());
    address.iter().filter_map(guest).take(MOST_GUESTS).collect()
}

/// Whether a program wrote it: an automatic answer is no conversation.
fn is_automatic(message: &Message<'_>) -> bool {
    let text = |name: HeaderName<'static>| fold(message.header_raw(name).unwrap_or_default().trim());
    let submitted = text(HeaderName::AutoSubmitted);
    let precedence = text(HeaderName::Other("Precedence".into()));
    (!submitted.is_empty() && submitted != "no")
        || ["bulk", "junk", "auto_reply"].contains(&precedence.as_str())
        || !text(HeaderName::Other("X-Autoreply".into())).is_empty()
}

/// When it was sent, in universal time; where the letter does not say, when it was received.
fn sent(message: &Message<'_>) -> Option<NaiveDateTime> {
    let received = || message.received().and_then(mail_parser::Received::date);
    let date = message.date().copied().or_else(received)?;
    let day = NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())?;
    let local = day.and_hms_opt(date.hour.into(), date.minute.into(), u32::from(date.second).min(59))?;
    let ahead = i64::from(date.tz_hour) * 3_600 + i64::from(date.tz_minute) * 60;
    let ahead = if date.tz_before_gmt { -ahead } else { ahead };
    (1970..=2300).contains(&date.year).then(|| local.checked_sub_signed(TimeDelta::seconds(ahead)))?
}

/// By what the letter is known: its own number, else who wrote what and when.
fn known_by(message: &Message<'_>, utc: NaiveDateTime, sender: &Guest, name: &str) -> String {
    let own = message.message_id().map(clean_line).filter(|id| !id.is_empty());
    let made = || format!("#{} {} {name}", utc.format("%Y%m%dT%H%M%S"), sender.address);
    source(&format!("mail:{}", own.unwrap_or_else(made)))
}

/// What its writer wrote, and the names of what hangs on it.
fn said(message: &Message<'_>, how: How<'_>) -> String {
    let parts = message.text_body.iter().filter_map(|id| message.part(*id));
    let mut text = String::new();
    for part in parts {
        let own = match &part.body {
            PartType::Html(markup) => html::own(&limited(markup)),
            PartType::Text(plain) => limited(plain),
            PartType::Binary(_)
            | PartType::InlineBinary(_)
            | PartType::Message(_)
            | PartType::Multipart(_) => continue,
        };
        text.push_str(&own);
        text.push('\n');
    }
    let text = quote::own(&text);
    let attached = |part: &mail_parser::MessagePart<'_>| {
        let own = part.attachment_name().map(clean_line);
        own.or_else(|| part.message().map(|m| thread(m.subject().unwrap_or_default())))
            .filter(|n| !n.is_empty())
    };
    let names: Vec<String> =
        message.attachments().filter_map(attached).map(|n| short(&n)).take(MOST_NAMES).collect();
    if names.is_empty() {
        return text;
    }
    let names = names.join(", ");
    format!("{text}\n\n{}", how.words.with("mail-attachments", &[("names", &names)]))
}

fn limited(text: &str) -> String {
    text.chars().take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thread_keeps_its_name_however_often_it_is_answered() {
        for subject in
            ["Oferta 2027", "RE: Oferta 2027", "Re: RV: Fwd: Oferta 2027", "Re[2]: AW: Oferta 2027"]
        {
            assert_eq!(thread(subject), "Oferta 2027");
        }
        assert_eq!(thread("Precio: 12 €"), "Precio: 12 €");
    }
}
