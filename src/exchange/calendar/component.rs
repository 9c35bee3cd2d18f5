//! The parts of an iCalendar file (RFC 5545), one at a time: zones and events with their properties.
use std::io::{BufRead, Result};

use crate::exchange::encoding::decode_line;
use crate::exchange::lines::Lines;

/// The longest line that is kept, in bytes: longer ones are pictures and files inside the event.
const LONGEST_LINE: usize = 64 * 1024;

/// The most bytes of one part that are kept.
const LARGEST: usize = 1024 * 1024;

/// A property of a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Property {
    /// Its name in capitals.
    pub name: String,
    /// Its parameters, names in capitals, values without quotation marks.
    pub params: Vec<(String, String)>,
    /// Its value as it stands.
    pub value: String,
}

/// A part: an event, a zone, or a half of a zone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Component {
    /// What it is, in capitals.
    pub name: String,
    /// Line of its beginning, from 1.
    pub line: usize,
    /// What it says.
    pub properties: Vec<Property>,
    /// The parts of a zone.
    pub parts: Vec<Component>,
    bytes: usize,
}

/// What comes next in a file.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// A zone, from its beginning to its end.
    Zone(Component),
    /// An event, from its beginning to its end.
    Event(Component),
    /// Something else that happens at a time: a task, a note, busy hours.
    Other,
    /// An event without its end: the file is cut here.
    Cut(Component),
    /// What the whole calendar is for.
    Method(String),
}

impl Component {
    /// The first property of that name.
    pub(super) fn get(&self, name: &str) -> Option<&Property> {
        self.properties.iter().find(|p| p.name == name)
    }

    /// Every property of that name.
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Property> {
        self.properties.iter().filter(move |p| p.name == name)
    }

    /// The first text of that name, without escapes; empty if there is none.
    pub(super) fn text(&self, name: &str) -> String {
        self.get(name).map(Property::text).unwrap_or_default()
    }

    fn add(&mut self, property: Property) {
        self.bytes += property.name.len() + property.value.len();
        if self.bytes < LARGEST {
            self.properties.push(property);
        }
    }
}

impl Property {
    /// A parameter.
    pub(super) fn param(&self, name: &str) -> Option<&str> {
        self.params.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    /// The value as text: `\n` is a new line, `\,` a comma.
    pub(super) fn text(&self) -> String {
        let mut text = String::with_capacity(self.value.len());
        let mut chars = self.value.chars();
        while let Some(c) = chars.next() {
            match c {
                '\\' => match chars.next() {
                    Some('n' | 'N') => text.push('\n'),
                    Some(other) => text.push(other),
                    None => {}
                },
                c => text.push(c),
            }
        }
        text
    }

    /// A line taken apart at its colon; `None` where it has none.
    fn of(line: &str) -> Option<Self> {
        let mut quoted = false;
        let colon = line.char_indices().find_map(|(at, c)| {
            quoted ^= c == '"';
            (c == ':' && !quoted).then_some(at)
        })?;
        let (head, value) = line.split_at_checked(colon)?;
        let mut parts = split_unquoted(head, ';').into_iter();
        let name = parts.next()?.trim().to_ascii_uppercase();
        let params = parts.filter_map(|part| {
            let (name, value) = part.split_once('=')?;
            Some((name.trim().to_ascii_uppercase(), value.trim().trim_matches('"').to_owned()))
        });
        let value = value.strip_prefix(':').unwrap_or(value).to_owned();
        (!name.is_empty()).then(|| Self { params: params.collect(), name, value })
    }
}

/// Splits at a sign that stands outside quotation marks.
fn split_unquoted(text: &str, at: char) -> Vec<&str> {
    let mut quoted = false;
    text.split(move |c| {
        quoted ^= c == '"';
        c == at && !quoted
    })
    .collect()
}

/// The pieces of a file.
pub(super) struct Pieces<'a> {
    lines: Lines<'a>,
    /// The line that was read last and belongs to nothing yet.
    ahead: Option<(usize, Vec<u8>)>,
    /// The event or zone that is open, with its open half.
    open: Option<(Component, Option<Component>)>,
    /// Parts inside that are passed over: alarms.
    nested: Vec<String>,
    done: bool,
}

impl<'a> Pieces<'a> {
    pub(super) fn new(from: &'a mut dyn BufRead) -> Self {
        let lines = Lines::new(from, LONGEST_LINE);
        Self { lines, ahead: None, open: None, nested: Vec::new(), done: false }
    }

    /// The next piece; `None` at the end of the file.
    ///
    /// # Errors
    /// What the system says.
    pub(super) fn next(&mut self) -> Result<Option<Piece>> {
        while let Some((number, bytes)) = self.whole_line()? {
            let text = decode_line(&bytes, None);
            let Some(property) = Property::of(text.trim_start_matches('\u{feff}')) else { continue };
            if let Some(piece) = self.take(number, property) {
                return Ok(Some(piece));
            }
        }
        Ok(self.open.take().map(|(open, _)| Piece::Cut(open)))
    }

    /// A line with those that go on with it: they begin with a blank.
    fn whole_line(&mut self) -> Result<Option<(usize, Vec<u8>)>> {
        let mut line = Vec::new();
        while !self.done {
            if !self.lines.next(&mut line)? {
                self.done = true;
                break;
            }
            let goes_on = matches!(line.first(), Some(b' ' | b'\t'));
            match &mut self.ahead {
                Some((_, whole)) if goes_on => {
                    let room = LONGEST_LINE.saturating_sub(whole.len());
                    let rest = line.get(1..).unwrap_or_default();
                    whole.extend_from_slice(rest.get(..rest.len().min(room)).unwrap_or_default());
                }
                _ => {
                    let number = self.lines.number;
                    if let Some(before) = self.ahead.replace((number, std::mem::take(&mut line))) {
                        return Ok(Some(before));
                    }
                }
            }
        }
        Ok(self.ahead.take())
    }

    fn take(&mut self, line: usize, property: Property) -> Option<Piece> {
        let part = property.value.trim().to_ascii_uppercase();
        match property.name.as_str() {
            "BEGIN" => self.begin(line, part),
            "END" => self.end(&part),
            "METHOD" if self.open.is_none() => Some(Piece::Method(part)),
            _ => {
                match &mut self.open {
                    Some((_, Some(half))) if self.nested.is_empty() => half.add(property),
                    Some((open, None)) if self.nested.is_empty() => open.add(property),
                    _ => {}
                }
                None
            }
        }
    }

    fn begin(&mut self, line: usize, name: String) -> Option<Piece> {
        let new = || Component { name: name.clone(), line, ..Component::default() };
        match name.as_str() {
            // Whatever was open before has lost its end.
            "VEVENT" | "VTIMEZONE" | "VCALENDAR" => {
                self.nested.clear();
                let cut = self.open.take().map(|(open, _)| Piece::Cut(open));
                if name != "VCALENDAR" {
                    self.open = Some((new(), None));
                }
                cut
            }
            "STANDARD" | "DAYLIGHT" => {
                if let Some((open, half)) = self.open.as_mut().filter(|(open, _)| open.name == "VTIMEZONE") {
                    open.parts.extend(half.replace(new()));
                }
                None
            }
            "VTODO" | "VJOURNAL" | "VFREEBUSY" if self.open.is_none() => Some(Piece::Other),
            _ => {
                if self.open.is_some() {
                    self.nested.push(name);
                }
                None
            }
        }
    }

    fn end(&mut self, name: &str) -> Option<Piece> {
        if let Some(at) = self.nested.iter().rposition(|n| n == name) {
            self.nested.truncate(at);
            return None;
        }
        let (open, half) = self.open.as_mut()?;
        if half.as_ref().is_some_and(|half| half.name == name) {
            open.parts.extend(half.take());
            return None;
        }
        if open.name != name {
            return None;
        }
        self.nested.clear();
        let (mut whole, half) = self.open.take()?;
        whole.parts.extend(half);
        Some(if name == "VTIMEZONE" { Piece::Zone(whole) } else { Piece::Event(whole) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<Piece> {
        let mut bytes = text.as_bytes();
        let mut pieces = Pieces::new(&mut bytes);
        std::iter::from_fn(|| pieces.next().unwrap()).collect()
    }

    #[test]
    fn folded_lines_and_quoted_colons_are_one_property() {
        let text = "BEGIN:VEVENT\r\nATTENDEE;CN=\"Ruiz; Ana: Almazara\";PARTSTAT=ACCEP\r\n TED:mailto:ana@x.es\r\nSUMMARY:a\\, b\\nc\\\\\r\nEND:VEVENT\r\n";
        let found = pieces(text);
        let [Piece::Event(event)] = found.as_slice() else { panic!() };
        let guest = event.get("ATTENDEE").unwrap();
        assert_eq!(guest.param("CN"), Some("Ruiz; Ana: Almazara"));
        assert_eq!((guest.param("PARTSTAT"), guest.value.as_str()), (Some("ACCEPTED"), "mailto:ana@x.es"));
        assert_eq!((event.text("SUMMARY").as_str(), event.line), ("a, b\nc\\", 1));
    }

    #[test]
    fn an_alarm_inside_an_event_is_passed_over_and_a_task_is_counted() {
        let text = "BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VTODO\nSUMMARY:t\nEND:VTODO\nBEGIN:VEVENT\nSUMMARY:a\nBEGIN:VALARM\nSUMMARY:no\nEND:VALARM\nLOCATION:here\nEND:VEVENT\nEND:VCALENDAR\n";
        let found = pieces(text);
        assert_eq!(found[0], Piece::Method("REQUEST".to_owned()));
        assert_eq!(found[1], Piece::Other);
        let Piece::Event(event) = &found[2] else { panic!() };
        assert_eq!((event.all("SUMMARY").count(), event.text("LOCATION").as_str()), (1, "here"));
        assert_eq!(found.len(), 3);
    }

    #[test]
    fn an_event_that_is_cut_does_not_take_its_neighbours_along() {
        let found = pieces("BEGIN:VEVENT\nUID:1\nBEGIN:VEVENT\nUID:2\nEND:VEVENT\nBEGIN:VEVENT\nUID:3");
        let uids: Vec<_> = found
            .iter()
            .map(|piece| match piece {
                Piece::Event(e) => format!("whole {}", e.text("UID")),
                Piece::Cut(e) => format!("cut {} at {}", e.text("UID"), e.line),
                other => format!("{other:?}"),
            })
            .collect();
        assert_eq!(uids, ["cut 1 at 1", "whole 2", "cut 3 at 6"]);
    }

    #[test]
    fn the_halves_of_a_zone_are_its_parts() {
        let found = pieces(
            "BEGIN:VTIMEZONE\nTZID:X\nBEGIN:STANDARD\nTZOFFSETTO:+0100\nEND:STANDARD\nBEGIN:DAYLIGHT\nTZOFFSETTO:+0200\nEND:DAYLIGHT\nEND:VTIMEZONE\n",
        );
        let [Piece::Zone(zone)] = found.as_slice() else { panic!() };
        let offsets: Vec<_> = zone.parts.iter().map(|p| p.text("TZOFFSETTO")).collect();
        assert_eq!(
            (zone.text("TZID").as_str(), offsets),
            ("X", vec!["+0100".to_owned(), "+0200".to_owned()])
        );
    }
}
