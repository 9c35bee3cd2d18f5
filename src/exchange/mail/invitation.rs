//! A letter that carries a meeting (iMIP, RFC 6047): what its calendar says is taken, not what the letter says around it.
use mail_parser::{Message, MessagePart, MimeHeaders};

use super::{How, letter};
use crate::domain::explain::Explain;
use crate::exchange::calendar;
use crate::exchange::draft::Refusal;
use crate::exchange::talk::Reading;

/// What the calendar of a letter wants.
enum Method {
    /// Somebody is asked to come, or called off.
    Meeting,
    /// Somebody says whether they come, or asks for another time: nothing is arranged by it.
    Answer,
}

/// The meetings that a letter carries; `None` where it is a letter like others.
pub(super) fn read(message: &Message<'_>, line: usize, how: How<'_>) -> Option<Vec<Reading>> {
    let (method, mut text) = message.parts.iter().find_map(|part| Some((method(part)?, part.contents())))?;
    let name = letter::thread(message.subject().unwrap_or_default());
    let left_out = |key: &str| {
        let name = crate::exchange::draft::short(&name);
        Some(vec![Err(Refusal { name, ..Refusal::new(line, Explain::new(key)) })])
    };
    if matches!(method, Method::Answer) {
        return left_out("mail-invitation-answer");
    }
    let calendar = calendar::How { zone: how.zone, window: how.window, words: how.words };
    let mut found: Vec<Reading> = Vec::new();
    let read = calendar::read::<std::convert::Infallible>(&mut text, calendar, &mut |reading| {
        found.push(reading);
        Ok(())
    });
    let Ok(Ok(counted)) = read else { return None };
    if found.is_empty() {
        return left_out("mail-invitation-outside").filter(|_| counted.outside > 0);
    }
    let (sender, guests) = letter::people(message);
    let at_letter = |reading: Reading| match reading {
        Ok(mut talk) => {
            talk.line = line;
            if talk.guests.is_empty() {
                talk.guests.clone_from(&guests);
            }
            talk.sender = talk.sender.or_else(|| sender.clone());
            Ok(talk)
        }
        Err(refusal) => Err(Refusal { line, ..refusal }),
    };
    Some(found.into_iter().map(at_letter).collect())
}

/// What the calendar in a part wants; `None` for a part that is none, or hangs on the letter like any file.
fn method(part: &MessagePart<'_>) -> Option<Method> {
    let sort = part.content_type()?;
    let calendar = sort.ctype().eq_ignore_ascii_case("text")
        && sort.subtype().is_some_and(|subtype| subtype.eq_ignore_ascii_case("calendar"));
    if !calendar {
        return None;
    }
    let text = String::from_utf8_lossy(part.contents());
    let own = || {
        text.lines().find_map(|line| {
            Some(line.trim().split_once(':')?).filter(|(key, _)| key.eq_ignore_ascii_case("METHOD"))
        })
    };
    let method = sort
        .attribute("method")
        .map(str::to_owned)
        .or_else(|| own().map(|(_, method)| method.trim().to_owned()))?;
    match method.to_ascii_uppercase().as_str() {
        "REQUEST" | "CANCEL" | "ADD" => Some(Method::Meeting),
        "REPLY" | "COUNTER" | "DECLINECOUNTER" | "REFRESH" => Some(Method::Answer),
        // Published calendars hang on letters like other files.
        _ => None,
    }
}
