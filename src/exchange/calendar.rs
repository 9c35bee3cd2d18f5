//! iCalendar files: meetings within a window of days, repeated ones one by one, on the clock of this machine.
mod channel;
mod component;
mod event;
mod moment;
mod rule;
mod series;
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

/// Whoever takes what a calendar says, and knows what there is of it already.
pub(super) trait Diary {
    /// What may go wrong there.
    type Fault;

    /// Takes a meeting, or notes why it is left out.
    fn take(&mut self, reading: Reading) -> Result<(), Self::Fault>;

    /// Whether a meeting that calendars know by one of these names is there and still planned.
    fn awaits(&mut self, source: &str, also: Option<&str>) -> Result<bool, Self::Fault>;

    /// The days on which a repeated event is there and still planned, each as its name says it.
    fn planned_days(&mut self, uid: &str) -> Result<Vec<NaiveDate>, Self::Fault>;

    /// The calendar is at its end.
    fn ended(&mut self) -> Result<(), Self::Fault>;
}

/// A repeated event, with the days on which it is planned already.
struct Repeated {
    event: Event,
    planned: Vec<NaiveDate>,
}

/// A calendar while it is read.
struct Calendar<'a> {
    how: How<'a>,
    zones: Zones,
    withdrawn: bool,
    /// It adds days to what is known, and says nothing of the others.
    adds: bool,
    /// Repeated events, until everything that takes the place of one of their days is known.
    repeated: Vec<Repeated>,
    /// Days of repeated events that something else stands for.
    replaced: HashSet<(String, NaiveDate)>,
    /// From which day on all later ones are held otherwise.
    onwards: HashMap<String, Vec<(NaiveDate, Event, TimeDelta)>>,
    counted: Counted,
}

/// Reads a calendar and hands over its meetings: single ones as they come, repeated ones at the end. The window is only for what is not
/// there yet: a meeting that is planned already is followed wherever it went. Stops where `diary` does.
///
/// # Errors
/// The inner error is what the system says of the file, the outer one that of `diary`.
pub(super) fn read<D: Diary>(
    from: &mut dyn BufRead,
    how: How<'_>,
    diary: &mut D,
) -> Result<std::io::Result<Counted>, D::Fault> {
    let mut calendar = Calendar {
        how,
        zones: Zones::new(),
        withdrawn: false,
        adds: false,
        repeated: Vec::new(),
        replaced: HashSet::new(),
        onwards: HashMap::new(),
        counted: Counted::default(),
    };
    let mut pieces = Pieces::new(from);
    loop {
        match pieces.next() {
            Ok(Some(piece)) => calendar.take(piece, diary)?,
            Ok(None) => break,
            Err(error) => return Ok(Err(error)),
        }
    }
    for repeated in std::mem::take(&mut calendar.repeated) {
        calendar.series(&repeated, diary)?;
    }
    diary.ended()?;
    Ok(Ok(calendar.counted))
}

impl Calendar<'_> {
    fn take<D: Diary>(&mut self, piece: Piece, diary: &mut D) -> Result<(), D::Fault> {
        match piece {
            Piece::Zone(part) => self.learn_zone(&part),
            Piece::Event(part) => {
                self.counted.events += 1;
                match Event::of(&part, &self.zones, self.withdrawn) {
                    Ok(event) => self.event(event, diary)?,
                    Err(refusal) => diary.take(Err(refusal))?,
                }
            }
            Piece::Other => self.counted.other += 1,
            Piece::Cut(part) if part.name == "VEVENT" => {
                let name = short(&part.text("SUMMARY"));
                diary.take(Err(Refusal { name, ..Refusal::new(part.line, Explain::new("calendar-cut")) }))?;
            }
            Piece::Cut(_) => {}
            Piece::Method(method) => (self.withdrawn, self.adds) = (method == "CANCEL", method == "ADD"),
        }
        Ok(())
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

    /// Takes a single event, or one day of a repeated one; the others wait.
    fn event<D: Diary>(&mut self, event: Event, diary: &mut D) -> Result<(), D::Fault> {
        let uid = event.uid.clone();
        if What::of_uid(&uid).is_some() && event.instead.is_none() {
            // What cartera wrote is followed on whatever day it is; a birthday comes every year, and is one.
            return diary.take(Ok(self.talk_at(&event, &event.start, uid, None)));
        }
        if let Some((instead, onwards)) = &event.instead {
            let day = instead.day();
            if *onwards && !event.cancelled {
                let shift = event.start.local - instead.local;
                self.onwards.entry(uid.clone()).or_default().push((day, event.clone(), shift));
            }
            let source = format!("{uid}#{day}");
            self.replaced.insert((uid, day));
            return self.single(&event, source, None, diary);
        }
        let planned = if self.adds { Vec::new() } else { diary.planned_days(&uid)? };
        if !event.repeats() && (planned.is_empty() || !event.is_whole()) {
            let also = format!("{uid}#{}", event.start.day());
            return self.single(&event, uid, Some(also), diary);
        }
        let (from, to) = self.how.window;
        if !planned.is_empty() || event.can_touch(from, to) {
            self.repeated.push(Repeated { event, planned });
        } else {
            self.counted.outside += 1;
        }
        Ok(())
    }

    /// Takes an event of one day, within the window or planned already.
    fn single<D: Diary>(
        &mut self,
        event: &Event,
        source: String,
        also: Option<String>,
        diary: &mut D,
    ) -> Result<(), D::Fault> {
        if self.is_within(&event.start) || diary.awaits(&source, also.as_deref())? {
            return diary.take(Ok(self.talk_at(event, &event.start, source, also)));
        }
        self.counted.outside += 1;
        Ok(())
    }

    /// Whether a moment is one of the days that are taken.
    fn is_within(&self, at: &When) -> bool {
        let (from, to) = self.how.window;
        (from..=to).contains(&at.here(self.how.zone).date())
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
            edition: event.edition.clone(),
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
            ends: event.ends,
            notes,
        }
    }
}
