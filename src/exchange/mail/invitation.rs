//! A letter that carries a meeting (iMIP, RFC 6047): what its calendar says is taken, not what the letter says around it.
use chrono::NaiveDate;
use mail_parser::{Message, MessagePart, MimeHeaders};

use super::{How, letter};
use crate::domain::explain::Explain;
use crate::exchange::calendar::{self, Diary};
use crate::exchange::draft::{Refusal, short};
use crate::exchange::talk::{Guest, Reading};

/// What the calendar of a letter wants.
enum Method {
    /// Somebody is asked to come, or called off.
    Meeting,
    /// Somebody says whether they come, or asks for another time: nothing is arranged by it.
    Answer,
}

/// Hands over the meetings that a letter carries; `false` where it is a letter like others.
pub(super) fn read<D: Diary>(
    message: &Message<'_>,
    line: usize,
    how: How<'_>,
    diary: &mut D,
) -> Result<bool, D::Fault> {
    let found = message.parts.iter().find_map(|part| Some((method(part)?, part.contents())));
    let Some((method, mut text)) = found else { return Ok(false) };
    let name = short(&letter::thread(message.subject().unwrap_or_default()));
    let left_out = |key: &str| Err(Refusal { name, ..Refusal::new(line, Explain::new(key)) });
    if matches!(method, Method::Answer) {
        diary.take(left_out("mail-invitation-answer"))?;
        return Ok(true);
    }
    let calendar = calendar::How { zone: how.zone, window: how.window, words: how.words };
    let people = letter::people(message);
    let mut at_letter = AtLetter { diary, line, people, any: false };
    let read = calendar::read(&mut text, calendar, &mut at_letter)?;
    let any = at_letter.any;
    if !any && read.is_ok_and(|counted| counted.outside > 0) {
        diary.take(left_out("mail-invitation-outside"))?;
        return Ok(true);
    }
    Ok(any)
}

/// Takes the meetings of a letter: each stands where the letter does, with its people where the meeting names none.
struct AtLetter<'a, D> {
    diary: &'a mut D,
    line: usize,
    people: (Option<Guest>, Vec<Guest>),
    any: bool,
}

impl<D: Diary> Diary for AtLetter<'_, D> {
    type Fault = D::Fault;

    fn take(&mut self, reading: Reading) -> Result<(), Self::Fault> {
        self.any = true;
        let (sender, guests) = &self.people;
        self.diary.take(match reading {
            Ok(mut talk) => {
                talk.line = self.line;
                if talk.guests.is_empty() {
                    talk.guests.clone_from(guests);
                }
                talk.sender = talk.sender.or_else(|| sender.clone());
                Ok(talk)
            }
            Err(refusal) => Err(Refusal { line: self.line, ..refusal }),
        })
    }

    fn awaits(&mut self, source: &str, also: Option<&str>) -> Result<bool, Self::Fault> {
        self.diary.awaits(source, also)
    }

    fn planned_days(&mut self, uid: &str) -> Result<Vec<NaiveDate>, Self::Fault> {
        self.diary.planned_days(uid)
    }

    fn ended(&mut self) -> Result<(), Self::Fault> {
        self.diary.ended()
    }
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
