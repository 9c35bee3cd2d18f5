//! An event of a calendar: what its properties say.
use std::collections::HashMap;

use chrono::{NaiveDate, TimeDelta};

use super::component::{Component, Property};
use super::moment::{When, length};
use super::rule::Rule;
use super::zone::Zone;
use crate::domain::explain::Explain;
use crate::domain::text::clean_line;
use crate::exchange::draft::Refusal;
use crate::exchange::edition::Edition;
use crate::exchange::mail::plain_of_html;
use crate::exchange::talk::{Guest, source};

/// The most people of whom one event keeps the addresses.
const MOST_GUESTS: usize = 200;

/// The longest description that is kept, in characters; what programs append is cut before.
const LONGEST: usize = 6_000;

/// How it repeats is not understood.
const RULE_UNKNOWN: &str = "calendar-rule-unknown";

/// The zones of a file by their names.
pub(super) type Zones = HashMap<String, Zone>;

/// An event, single or repeated.
#[derive(Debug, Clone)]
pub(super) struct Event {
    pub line: usize,
    pub uid: String,
    pub name: String,
    pub said: String,
    pub place: String,
    /// The address under which one takes part from afar.
    pub video: Option<String>,
    pub sender: Option<Guest>,
    pub guests: Vec<Guest>,
    pub start: When,
    pub length: Option<TimeDelta>,
    pub rule: Option<Rule>,
    /// Further beginnings.
    pub more: Vec<When>,
    /// Beginnings that are left out.
    pub without: Vec<When>,
    /// Of which beginning it takes the place, and whether of all later ones too.
    pub instead: Option<(When, bool)>,
    pub cancelled: bool,
    pub edition: Edition,
    /// Of what cartera wrote: when the contract ended then.
    pub ends: Option<NaiveDate>,
    pub notes: Vec<Explain>,
}

impl Event {
    /// What a part of the file says; `withdrawn` is a file that calls everything in it off.
    pub(super) fn of(part: &Component, zones: &Zones, withdrawn: bool) -> Result<Self, Refusal> {
        let name = clean_line(&part.text("SUMMARY"));
        let refuse = |key: &str, text: &str| {
            let why = Explain::new(key).with("text", crate::exchange::draft::short(text));
            Refusal { name: crate::exchange::draft::short(&name), ..Refusal::new(part.line, why) }
        };
        let mut notes = Vec::new();
        let begins = part.get("DTSTART");
        let instead = part.get("RECURRENCE-ID");
        let Some(begins) = begins.or(instead) else { return Err(refuse("calendar-no-start", "")) };
        let start = when(begins, zones, &mut notes)
            .ok_or_else(|| refuse("calendar-start-unreadable", &begins.value))?;
        let rule = part.get("RRULE").map(|r| (r, Rule::of(&r.value)));
        if let Some((text, None)) = &rule {
            notes.push(Explain::new(RULE_UNKNOWN).with("text", crate::exchange::draft::short(&text.value)));
        }
        let mut event = Self {
            line: part.line,
            uid: String::new(),
            said: said(part),
            place: clean_line(&part.text("LOCATION")),
            video: None,
            sender: part.get("ORGANIZER").and_then(guest),
            guests: part
                .all("ATTENDEE")
                .filter(|p| !is_thing(p))
                .filter_map(guest)
                .take(MOST_GUESTS)
                .collect(),
            length: lasts(part, &start, zones),
            rule: rule.and_then(|(_, rule)| rule),
            more: moments(part, "RDATE", zones),
            without: moments(part, "EXDATE", zones),
            instead: instead.and_then(|p| Some((when(p, zones, &mut notes)?, p.param("RANGE").is_some()))),
            cancelled: withdrawn || part.text("STATUS").trim().eq_ignore_ascii_case("CANCELLED"),
            edition: edition(part),
            ends: part.text("X-CARTERA-ENDS").trim().parse().ok(),
            start,
            name,
            notes,
        };
        event.video = super::channel::link(part, &event.place, &part.text("DESCRIPTION"));
        event.said = cut_invitation(&event.said);
        event.uid = source(&part.text("UID"));
        if event.uid.is_empty() {
            event.uid = source(&format!("{} {}", event.start.local, event.name));
        }
        Ok(event)
    }

    /// Whether it repeats, as far as that is understood.
    pub(super) fn repeats(&self) -> bool {
        self.rule.is_some() || !self.more.is_empty()
    }

    /// Whether all its days are known: not so where how it repeats is not understood.
    pub(super) fn is_whole(&self) -> bool {
        self.notes.iter().all(|note| note.key != RULE_UNKNOWN)
    }

    /// Whether one of its beginnings can be between two days.
    pub(super) fn can_touch(&self, from: NaiveDate, to: NaiveDate) -> bool {
        let until = self.rule.as_ref().and_then(|rule| rule.until.as_ref());
        let over = until.is_some_and(|until| until.local.date() < crate::domain::day::plus_days(from, -2));
        let late = self.start.local.date() > crate::domain::day::plus_days(to, 2);
        !self.more.is_empty() || (!over && !late)
    }
}

/// Which edition of it a part of the file is.
fn edition(part: &Component) -> Edition {
    let of_one_day = part.get("RECURRENCE-ID").is_some();
    Edition::of(&part.text("SEQUENCE"), &part.text("LAST-MODIFIED"), &part.text("DTSTAMP"), of_one_day)
}

/// A moment that a property names, on the clock it names. A clock that nobody knows is taken for the one of this machine, and told.
fn when(property: &Property, zones: &Zones, notes: &mut Vec<Explain>) -> Option<When> {
    let zone = match property.param("TZID") {
        None => Zone::Floating,
        Some(name) => Zone::named(name).or_else(|| zones.get(name).cloned()).unwrap_or_else(|| {
            let note =
                Explain::new("calendar-zone-unknown").with("text", crate::exchange::draft::short(name));
            if !notes.contains(&note) {
                notes.push(note);
            }
            Zone::Floating
        }),
    };
    When::of(&property.value, &zone)
}

/// Every moment of every property of that name; of a period its beginning.
fn moments(part: &Component, name: &str, zones: &Zones) -> Vec<When> {
    let mut found = Vec::new();
    for property in part.all(name) {
        for value in property.value.split(',') {
            let begin = value.split('/').next().unwrap_or_default();
            let one = Property { value: begin.to_owned(), ..property.clone() };
            found.extend(when(&one, zones, &mut Vec::new()));
        }
    }
    found
}

/// How long it lasts, if it says so and has a time.
fn lasts(part: &Component, start: &When, zones: &Zones) -> Option<TimeDelta> {
    if part.get("X-CARTERA-LENGTH").is_some() {
        return None;
    }
    if let Some(text) = part.get("DURATION") {
        return length(&text.value);
    }
    let end = when(part.get("DTEND")?, zones, &mut Vec::new())?;
    let between = match (start.utc(), end.utc()) {
        (Some(start), Some(end)) => end - start,
        _ => end.local - start.local,
    };
    (between > TimeDelta::zero()).then_some(between)
}

/// Somebody who is named: `mailto:ana@x.es`, or something else with the address beside it.
fn guest(property: &Property) -> Option<Guest> {
    let value = property.value.trim();
    let mail = value.split_at_checked(7).filter(|(scheme, _)| scheme.eq_ignore_ascii_case("mailto:"));
    let address = mail.map_or(value, |(_, address)| address);
    let name = property.param("CN").unwrap_or_default();
    let declined = property.param("PARTSTAT").is_some_and(|p| p.eq_ignore_ascii_case("DECLINED"));
    let found = Guest::new(address, name);
    let guest = found.or_else(|| Guest::new(property.param("EMAIL")?, name))?;
    Some(Guest { declined, name: if guest.name.contains('@') { String::new() } else { guest.name }, ..guest })
}

/// Rooms and projectors do not take part.
fn is_thing(property: &Property) -> bool {
    property
        .param("CUTYPE")
        .is_some_and(|t| t.eq_ignore_ascii_case("ROOM") || t.eq_ignore_ascii_case("RESOURCE"))
}

/// What is written about it, without markup.
fn said(part: &Component) -> String {
    let text = part.text("DESCRIPTION");
    let marked = text.contains("</") || text.contains("<br") || text.contains("<html-blob>");
    let text = if marked { plain_of_html(&cut_invitation(&text).replace('\n', "<br>")) } else { text };
    text.chars().take(LONGEST).collect()
}

/// Programs append how one takes part from afar: it begins with a rule of signs, and nothing of it was said by anybody.
fn cut_invitation(text: &str) -> String {
    let mut kept = Vec::new();
    for line in text.lines() {
        let bare = line.trim();
        let ruled = bare.len() >= 16 && bare.chars().all(|c| matches!(c, '_' | '─' | '.' | '-' | '=' | '*'));
        let google = bare.starts_with("-::~:~::~:~");
        let zoom = bare.contains("is inviting you to a scheduled Zoom meeting")
            || bare.contains("le está invitando a una reunión de Zoom")
            || bare.contains("te está invitando a una reunión de Zoom");
        if ruled || google || zoom {
            break;
        }
        kept.push(line);
    }
    kept.join("\n").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_teams_and_meet_append_was_said_by_nobody() {
        let teams = "Traer el TCO.\n________________________________________________________________________________\nMicrosoft Teams meeting\nJoin";
        assert_eq!(cut_invitation(teams), "Traer el TCO.");
        let meet = "Agenda\n\n-::~:~::~:~:~:~:~:~:~:~:~::~:~::-\nJoin with Google Meet";
        assert_eq!(cut_invitation(meet), "Agenda");
        assert_eq!(cut_invitation("a\n---\nb"), "a\n---\nb");
    }
}
