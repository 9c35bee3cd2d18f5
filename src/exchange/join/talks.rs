//! Meetings and letters: with whom of the book they are, and whether the book has them. The same conversation never comes in twice;
//! one that was held is never touched.
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
            return self.take_own(&talk, what, uid);
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

    fn join_talk(&mut self, talk: Talk, row: Row) -> Result<Fate, Fault> {
        let known = self.known_talk(&talk)?;
        if let Some(id) = known {
            return self.again(id, talk, row);
        }
        if talk.state == State::Cancelled {
            return Ok(Fate::Left(Explain::new("calendar-cancelled").with("day", talk.day)));
        }
        let present = self.present(&talk)?;
        if present.people.is_empty() {
            return Ok(Fate::Left(nobody(&present)));
        }
        if talk.channel == Channel::Email && present.writer == Writer::Nobody && !self.own.is_empty() {
            return Ok(Fate::Left(Explain::new("mail-stranger").with("text", strangers(&present))));
        }
        self.newly(talk, &present, row)
    }

    /// The conversation that the book, or this import, has of it.
    fn known_talk(&mut self, talk: &Talk) -> Result<Option<Id>, Fault> {
        for source in [Some(&talk.source), talk.also.as_ref()].into_iter().flatten() {
            let new = self.names()?.talk(source)?;
            let found = match new {
                // One that another file of this import called off is none.
                Some(id) if id < 0 && self.shelf.stage.get(Kind::Interaction, id)?.is_none() => None,
                Some(id) => Some(id),
                None => self.shelf.store.id_of_source(source)?,
            };
            if found.is_some() {
                return Ok(found);
            }
        }
        Ok(None)
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
        if talk.state == State::Cancelled {
            if id < 0 {
                self.shelf.take_back(Kind::Interaction, id)?;
            } else {
                self.called_off.insert(id);
            }
            let off = Explain::new("calendar-called-off").with("day", talk.day);
            return Ok(Fate::Taken(Row { action: Action::Merge, why: vec![off], ..row }));
        }
        // A later file may have it again.
        self.called_off.remove(&id);
        let present = self.present(&talk)?;
        let mut now = there.clone();
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
            .filter(|spec| spec.name != "source" && now.get(spec.name) != there.get(spec.name))
            .map(|spec| (Kind::Interaction, spec.name))
            .collect();
        if fields.is_empty() && now.source == there.source {
            return Ok(Fate::Taken(Row { action: Action::Same, why, ..row }));
        }
        let mut why = talk.notes;
        if let (Some(before), Some(after)) = (there.day, now.day)
            && (before, there.time) != (after, now.time)
        {
            let time =
                |t: Option<chrono::NaiveTime>| t.map(|t| t.format("%H:%M").to_string()).unwrap_or_default();
            let moved =
                Explain::new("calendar-moved").with("before", before).with("before-time", time(there.time));
            why.push(moved.with("after", after).with("after-time", time(now.time)));
        }
        let fields = fields.into_iter().filter(|(_, field)| !matches!(*field, "day" | "time")).collect();
        self.shelf.stage_changed(Box::new(now))?;
        Ok(Fate::Taken(Row { action: Action::Merge, fields, why, ..row }))
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
            ..Interaction::default()
        };
        let id = self.shelf.add(Box::new(new), None)?;
        self.names()?.learn_talk(&talk.source, id)?;
        why.insert(0, Explain::new("calendar-on").with("day", talk.day));
        Ok(Fate::Taken(Row { action: Action::Create, why, ..row }))
    }
}
