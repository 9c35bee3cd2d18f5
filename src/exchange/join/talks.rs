//! Meetings and letters: with whom of the book they are, and whether the book has them. The same conversation never comes in twice;
//! one that was held is never touched.
use chrono::NaiveTime;

use super::Import;
use super::present::{Present, Writer, nobody, strangers};
use crate::domain::Id;
use crate::domain::choice::{Channel, Direction};
use crate::domain::explain::Explain;
use crate::domain::field::{Link, Record};
use crate::domain::interaction::Interaction;
use crate::domain::kind::Kind;
use crate::domain::progress::{Stage, Step};
use crate::exchange::choices::Choice;
use crate::exchange::draft::{Refusal, short};
use crate::exchange::edition::Edition;
use crate::exchange::out::calendar::What;
use crate::exchange::plan::{Action, Offers, Row};
use crate::exchange::talk::{Reading, State, Talk};
use crate::store::fault::Fault;

/// Why a letter is left out though nothing is wrong with it.
const NO_MISTAKE: [&str; 3] = ["mail-automatic", "mail-invitation-answer", "mail-invitation-outside"];

/// What becomes of a conversation.
enum Fate {
    /// It is taken.
    Taken(Row),
    /// It is left out, and why.
    Left(Explain),
}

impl Import<'_> {
    /// Joins a meeting or a letter, or notes why it is left out.
    pub(in crate::exchange) fn take_talk(&mut self, reading: Reading) -> Result<(), Fault> {
        self.watch.at(Step::new(Stage::Reading, self.read.get(), self.bytes)).map_err(Fault::from)?;
        let talk = match reading {
            Err(Refusal { line, name, why }) => {
                // What a program wrote is no mistake of the file.
                let automatic = why.iter().any(|w| NO_MISTAKE.contains(&w.key.as_str()));
                let action = if automatic { Action::Skip } else { Action::Refuse };
                let row = self.row(line, Kind::Interaction, name, action);
                return self.tell(Row { why, offers: Offers::default(), ..row });
            }
            Ok(talk) => talk,
        };
        if let Some((what, uid)) = What::of_uid(&talk.source) {
            let uid = uid.to_owned();
            return self.take_own(talk, what, uid);
        }
        let name = if talk.name.is_empty() { short(&talk.text) } else { short(&talk.name) };
        let row = self.row(talk.line, Kind::Interaction, name, Action::Skip);
        if row.chosen == Some(Choice::Skip) {
            return self.tell(row);
        }
        match self.join_talk(talk, row.clone())? {
            Fate::Taken(row) => self.tell(row),
            Fate::Left(why) if self.is_another_day(&row, &why) => Ok(()),
            Fate::Left(why) => self.tell(Row { why: vec![why], offers: Offers::default(), ..row }),
        }
    }

    /// A day of a series that is left out like the one before has no row of its own: that one counts the days.
    fn is_another_day(&mut self, row: &Row, why: &Explain) -> bool {
        let Some(last) = self.told() else { return false };
        let place = |row: &Row| (row.file.clone(), row.line, row.action);
        if place(last) != place(row) || last.why.first() != Some(why) {
            return false;
        }
        let days = last.why.get(1).and_then(|said| said.arg("days")?.parse().ok()).unwrap_or(1_usize);
        last.why.truncate(1);
        last.why.push(Explain::new("calendar-days").with("days", days + 1));
        true
    }

    fn join_talk(&mut self, mut talk: Talk, row: Row) -> Result<Fate, Fault> {
        if talk.state == State::Planned && self.is_declined(&talk) {
            talk.state = State::Declined;
        }
        let known = self.known_by([Some(&talk.source), talk.also.as_deref()])?;
        let day = talk.day;
        let left = |key: &str| Ok(Fate::Left(Explain::new(key).with("day", day)));
        if self.agenda.off.get(&talk.source).is_some_and(|off| talk.edition.is_older_than(off)) {
            return left("calendar-cancelled");
        }
        if let Some(id) = known {
            return self.again(id, talk, row);
        }
        match talk.state {
            State::Cancelled => {
                self.agenda.off.insert(talk.source.clone(), talk.edition.clone());
                return left("calendar-cancelled");
            }
            State::Declined => return left("calendar-declined"),
            State::Planned | State::Held => {}
        }
        let present = self.present(&talk)?;
        if present.people.is_empty() {
            return Ok(Fate::Left(nobody(&present)));
        }
        if talk.channel == Channel::Email && present.writer == Writer::Nobody && !self.agenda.own.is_empty() {
            return Ok(Fate::Left(Explain::new("mail-stranger").with("text", strangers(&present))));
        }
        self.newly(talk, &present, row)
    }

    /// A conversation that is there already: what is still planned follows the calendar.
    fn again(&mut self, id: Id, talk: Talk, row: Row) -> Result<Fate, Fault> {
        let why = vec![Explain::new("calendar-known")];
        let record = self.shelf.get(Kind::Interaction, id)?;
        let Some(there) = record.any().downcast_ref::<Interaction>().cloned() else {
            return Ok(Fate::Taken(Row { action: Action::Same, why, ..row }));
        };
        if !there.planned || talk.state == State::Held {
            return Ok(Fate::Taken(Row { action: Action::Same, why, ..row }));
        }
        let kept = Edition::kept(&there.edition);
        if talk.edition.is_older_than(&kept) {
            let why = vec![Explain::new("calendar-older")];
            return Ok(Fate::Taken(Row { action: Action::Same, why, ..row }));
        }
        match talk.state {
            State::Cancelled => return self.call_off(id, &there, talk, "calendar-called-off", row),
            State::Declined => return self.call_off(id, &there, talk, "calendar-declined-off", row),
            State::Planned | State::Held => {}
        }
        // A later file may have it again.
        self.agenda.called_off.remove(&id);
        let present = self.present(&talk)?;
        let mut now = there.clone();
        let changed_since = talk.edition.is_a_later_change_than(&kept);
        now.edition = talk.edition.text();
        (now.day, now.time) = (Some(talk.day), talk.time);
        now.minutes = talk.minutes.or(now.minutes);
        now.people.extend(present.people.iter().map(|p| Link(*p)).filter(|p| !there.people.contains(p)));
        now.colleagues
            .extend(present.colleagues.iter().map(|c| Link(*c)).filter(|c| !there.colleagues.contains(c)));
        if now.text.trim().is_empty() {
            now.text = talk.text;
        }
        now.source = talk.source;
        let fields: Vec<_> = Kind::Interaction
            .specs()
            .into_iter()
            .filter(|spec| !matches!(spec.name, "source" | "edition"))
            .filter(|spec| now.get(spec.name) != there.get(spec.name))
            .map(|spec| (Kind::Interaction, spec.name))
            .collect();
        if fields.is_empty() && now.source == there.source && !changed_since {
            return Ok(Fate::Taken(Row { action: Action::Same, why, ..row }));
        }
        let mut why = talk.notes;
        why.extend(moved(&there, &now));
        if fields.is_empty() {
            why.push(Explain::new("calendar-newer"));
        }
        let fields = fields.into_iter().filter(|(_, field)| !matches!(*field, "day" | "time")).collect();
        self.shelf.stage_changed(Box::new(now))?;
        Ok(Fate::Taken(Row { action: Action::Merge, fields, why, ..row }))
    }

    /// A planned conversation goes.
    fn call_off(
        &mut self,
        id: Id,
        there: &Interaction,
        talk: Talk,
        why: &str,
        row: Row,
    ) -> Result<Fate, Fault> {
        if id < 0 {
            self.shelf.take_back(Kind::Interaction, id)?;
        } else {
            self.agenda.called_off.insert(id);
        }
        let why = Explain::new(why).with("day", there.day.unwrap_or(talk.day));
        self.agenda.off.insert(talk.source, talk.edition);
        Ok(Fate::Taken(Row { action: Action::Merge, why: vec![why], ..row }))
    }

    fn newly(&mut self, talk: Talk, present: &Present, row: Row) -> Result<Fate, Fault> {
        let account = self.account_of(&present.people)?;
        let letter = talk.channel == Channel::Email;
        let mut why = talk.notes;
        let direction = match present.writer {
            Writer::Theirs => Direction::In,
            Writer::Ours | Writer::Nobody => Direction::Out,
        };
        if letter && present.writer == Writer::Nobody {
            why.push(Explain::new("mail-ours-assumed").with("text", strangers(present)));
        } else if !present.strangers.is_empty() {
            why.push(Explain::new("calendar-strangers").with("text", strangers(present)));
        }
        if account.is_none() {
            why.push(Explain::new("calendar-no-account"));
        }
        let of = |ids: &[Id]| ids.iter().map(|id| Link(*id)).collect();
        let new = Interaction {
            channel: Some(talk.channel),
            direction: letter.then_some(direction),
            day: Some(talk.day),
            time: talk.time,
            minutes: talk.minutes,
            account: account.map(Link),
            people: of(&present.people),
            colleagues: of(&present.colleagues),
            text: talk.text,
            links: talk.links,
            planned: talk.state == State::Planned,
            source: talk.source.clone(),
            edition: talk.edition.text(),
            ..Interaction::default()
        };
        let id = self.shelf.add(Box::new(new), None)?;
        self.names()?.learn_talk(&talk.source, id)?;
        why.insert(0, Explain::new("calendar-on").with("day", talk.day));
        Ok(Fate::Taken(Row { action: Action::Create, why, ..row }))
    }
}

/// From when to when a conversation was moved, if it was.
fn moved(there: &Interaction, now: &Interaction) -> Option<Explain> {
    let (before, after) = (there.day?, now.day?);
    let time = |t: Option<NaiveTime>| t.map(|t| t.format("%H:%M").to_string()).unwrap_or_default();
    let moved = Explain::new("calendar-moved").with("before", before).with("before-time", time(there.time));
    let moved = moved.with("after", after).with("after-time", time(now.time));
    ((before, there.time) != (after, now.time)).then_some(moved)
}
