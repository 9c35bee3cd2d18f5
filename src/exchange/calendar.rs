//! iCalendar files: meetings within a window of days, repeated ones one by one, on the clock of this machine.
mod channel;
mod component;
mod event;
mod moment;
mod rule;
mod zone;

use std::collections::{HashMap, HashSet};
use std::io::BufRead;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use chrono_tz::Tz;

use self::component::{Component, Piece, Pieces};
use self::event::{Event, Zones};
use self::moment::When;
use self::zone::Zone;
pub(in crate::exchange) use self::zone::on_clock;
use super::draft::{Refusal, short};
use super::out::calendar::What;
use super::talk::{Reading, State, Talk, told};
use crate::domain::day::plus_days;
use crate::domain::explain::Explain;
use crate::lang::Words;

/// The most zones that are taken from a file.
const MOST_ZONES: usize = 500;

/// The longest meeting of which the minutes are kept, in days.
const LONGEST: i64 = 7;

/// How a calendar is read.
#[derive(Debug, Clone, Copy)]
pub(super) struct How<'a> {
    /// The zone of this machine.
    pub zone: Tz,
    /// First and last day of what is taken.
    pub window: (NaiveDate, NaiveDate),
    /// The language in which a place is named.
    pub words: &'a Words,
}

/// What was in a calendar beside what was taken.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Counted {
    /// Events in it.
    pub events: usize,
    /// Events of which nothing is within the window.
    pub outside: usize,
    /// Tasks, notes and busy hours.
    pub other: usize,
}

/// Whether a text that begins like this is a calendar.
pub(super) fn is_calendar(start: &str) -> bool {
    let mut lines = start.trim_start_matches('\u{feff}').lines().map(str::trim).filter(|l| !l.is_empty());
    lines.next().is_some_and(|line| line.eq_ignore_ascii_case("BEGIN:VCALENDAR"))
}

/// A calendar while it is read.
struct Calendar<'a> {
    how: How<'a>,
    zones: Zones,
    withdrawn: bool,
    /// Repeated events, until everything that takes the place of one of their days is known.
    repeated: Vec<Event>,
    /// Days of repeated events that something else stands for.
    replaced: HashSet<(String, NaiveDate)>,
    /// From which day on all later ones are held otherwise.
    onwards: HashMap<String, Vec<(NaiveDate, Event, TimeDelta)>>,
    counted: Counted,
}

/// Reads a calendar and hands over its meetings: single ones as they come, repeated ones at the end. Stops where `take` does.
///
/// # Errors
/// The inner error is what the system says of the file, the outer one that of `take`.
pub(super) fn read<E>(
    from: &mut dyn BufRead,
    how: How<'_>,
    take: &mut dyn FnMut(Reading) -> Result<(), E>,
) -> Result<std::io::Result<Counted>, E> {
    let mut calendar = Calendar {
        how,
        zones: Zones::new(),
        withdrawn: false,
        repeated: Vec::new(),
        replaced: HashSet::new(),
        onwards: HashMap::new(),
        counted: Counted::default(),
    };
    let mut pieces = Pieces::new(from);
    loop {
        let piece = match pieces.next() {
            Ok(Some(piece)) => piece,
            Ok(None) => break,
            Err(error) => return Ok(Err(error)),
        };
        if let Some(reading) = calendar.take(piece) {
            take(reading)?;
        }
    }
    for event in std::mem::take(&mut calendar.repeated) {
        for talk in calendar.series(&event) {
            take(Ok(talk))?;
        }
    }
    Ok(Ok(calendar.counted))
}

impl Calendar<'_> {
    fn take(&mut self, piece: Piece) -> Option<Reading> {
        match piece {
            Piece::Zone(part) => {
                self.learn_zone(&part);
                None
            }
            Piece::Event(part) => {
                self.counted.events += 1;
                match Event::of(&part, &self.zones, self.withdrawn) {
                    Ok(event) => self.event(event).map(Ok),
                    Err(refusal) => Some(Err(refusal)),
                }
            }
            Piece::Other => {
                self.counted.other += 1;
                None
            }
            Piece::Cut(part) if part.name == "VEVENT" => {
                let name = short(&part.text("SUMMARY"));
                Some(Err(Refusal { name, ..Refusal::new(part.line, Explain::new("calendar-cut")) }))
            }
            Piece::Cut(_) => None,
            Piece::Method(method) => {
                self.withdrawn = method == "CANCEL";
                None
            }
        }
    }

    fn learn_zone(&mut self, part: &Component) {
        let name = part.text("TZID");
        if self.zones.len() < MOST_ZONES
            && Zone::named(&name).is_none()
            && let Some(zone) = Zone::described(part)
        {
            self.zones.insert(name, zone);
        }
    }

    /// A single event, or one day of a repeated one; the others wait.
    fn event(&mut self, event: Event) -> Option<Talk> {
        let (from, to) = self.how.window;
        if What::of_uid(&event.uid).is_some() && event.instead.is_none() {
            // What cartera wrote is followed on whatever day it is; a birthday comes every year, and is one.
            return Some(self.talk_at(&event, &event.start, event.uid.clone(), None));
        }
        if let Some((instead, onwards)) = &event.instead {
            let day = instead.day();
            if *onwards && !event.cancelled {
                let shift = event.start.local - instead.local;
                self.onwards.entry(event.uid.clone()).or_default().push((day, event.clone(), shift));
            }
            self.replaced.insert((event.uid.clone(), day));
            let source = format!("{}#{day}", event.uid);
            return self.talk(&event, &event.start, source, None);
        }
        if event.rule.is_none() && event.more.is_empty() {
            let also = format!("{}#{}", event.uid, event.start.day());
            let source = event.uid.clone();
            return self.talk(&event, &event.start, source, Some(also));
        }
        if event.can_touch(from, to) {
            self.repeated.push(event);
        } else {
            self.counted.outside += 1;
        }
        None
    }

    /// The days of a repeated event within the window.
    fn series(&mut self, event: &Event) -> Vec<Talk> {
        let (from, to) = self.how.window;
        let start = &event.start;
        // Another zone may be a day ahead, and what is moved from one day on comes from another one.
        let (first, last) = (plus_days(from, -40), plus_days(to, 40));
        let rule = event.rule.as_ref();
        let dates = rule.map(|rule| rule.dates(start.local.date(), first, last)).unwrap_or_default();
        let mut times: Vec<When> =
            dates.into_iter().map(|day| start.on(day)).filter(|at| goes_on(event, at)).collect();
        times.push(start.clone());
        times.extend(event.more.iter().cloned());
        times.sort_by_key(|at| at.local);
        times.dedup_by_key(|at| at.local);
        let mut talks = Vec::new();
        for at in times {
            let day = at.day();
            let left_out = event
                .without
                .iter()
                .any(|w| if w.whole_day { w.local.date() == at.local.date() } else { same(w, &at) });
            if left_out || self.replaced.contains(&(event.uid.clone(), day)) {
                continue;
            }
            let (event, at) = self.as_held(event, at, day);
            let also = (at.local == start.local).then(|| event.uid.clone());
            talks.extend(self.talk(&event, &at, format!("{}#{day}", event.uid), also));
        }
        if talks.is_empty() {
            self.counted.outside += 1;
        }
        talks
    }

    /// The event as it is held on a day: from some day on it may be another one.
    fn as_held(&self, event: &Event, at: When, day: NaiveDate) -> (Event, When) {
        let later = self.onwards.get(&event.uid).into_iter().flatten().filter(|(from, ..)| *from <= day);
        match later.max_by_key(|(from, ..)| *from) {
            None => (event.clone(), at),
            Some((_, later, shift)) => {
                let local = at.local.checked_add_signed(*shift).unwrap_or(at.local);
                (later.clone(), When { local, ..at })
            }
        }
    }

    /// What is taken of an event at one time; `None` outside the window.
    fn talk(&mut self, event: &Event, at: &When, source: String, also: Option<String>) -> Option<Talk> {
        let local: NaiveDateTime = at.here(self.how.zone);
        let (from, to) = self.how.window;
        let within = (from..=to).contains(&local.date());
        if !within {
            if event.rule.is_none() && event.more.is_empty() {
                self.counted.outside += 1;
            }
            return None;
        }
        Some(self.talk_at(event, at, source, also))
    }

    /// What is said of an event at one time.
    fn talk_at(&self, event: &Event, at: &When, source: String, also: Option<String>) -> Talk {
        let local: NaiveDateTime = at.here(self.how.zone);
        let minutes =
            event.length.filter(|l| !at.whole_day && l.num_days() < LONGEST).map(|l| l.num_minutes());
        let place = (!event.place.is_empty() && !event.place.starts_with("http"))
            .then(|| self.how.words.with("calendar-place", &[("place", &event.place)]));
        let said = [event.said.clone(), place.unwrap_or_default()].join("\n\n");
        let (text, cut) = told(&event.name, &said);
        let mut notes = event.notes.clone();
        if cut {
            notes.push(Explain::new("calendar-text-long"));
        }
        Talk {
            line: event.line,
            source,
            also,
            channel: channel::of(event),
            day: local.date(),
            time: (!at.whole_day).then(|| local.time()),
            minutes: minutes.filter(|m| *m > 0),
            name: event.name.clone(),
            text,
            links: event.video.iter().cloned().collect(),
            sender: event.sender.clone(),
            guests: event.guests.clone(),
            state: if event.cancelled { State::Cancelled } else { State::Planned },
            notes,
        }
    }
}

/// Whether the rule has not ended before this beginning.
fn goes_on(event: &Event, at: &When) -> bool {
    let Some(until) = event.rule.as_ref().and_then(|rule| rule.until.as_ref()) else { return true };
    match (until.utc(), at.utc()) {
        _ if until.whole_day => at.local.date() <= until.local.date(),
        (Some(until), Some(at)) => at <= until,
        _ => at.local <= until.local,
    }
}

/// Whether two moments are one, whoever's clock they are on.
fn same(one: &When, other: &When) -> bool {
    match (one.utc(), other.utc()) {
        (Some(one), Some(other)) => one == other,
        _ => one.local == other.local,
    }
}
