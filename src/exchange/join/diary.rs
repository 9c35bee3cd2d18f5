//! What a calendar asks of the book while it is read: which of its meetings are there and still planned.
use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;

use super::Import;
use crate::domain::Id;
use crate::domain::kind::Kind;
use crate::domain::value::Value;
use crate::exchange::calendar::Diary;
use crate::exchange::edition::Edition;
use crate::exchange::talk::{Reading, Talk};
use crate::store::fault::Fault;

/// Who the user is, what calendars call off, and what waits for the end of one.
#[derive(Debug, Default)]
pub(super) struct Agenda {
    /// The addresses of the user.
    pub own: Vec<String>,
    /// Planned conversations of the book that are called off.
    pub called_off: BTreeSet<Id>,
    /// Which edition of a meeting called it off, by what calendars know it: an older one does not bring it back.
    pub off: HashMap<String, Edition>,
    /// Last days to give notice, until it is known whether their contracts end on another day, and the uids of these.
    pub notices: Vec<(Talk, String)>,
}

impl Diary for Import<'_> {
    type Fault = Fault;

    fn take(&mut self, reading: Reading) -> Result<(), Fault> {
        self.take_talk(reading)
    }

    fn awaits(&mut self, source: &str, also: Option<&str>) -> Result<bool, Fault> {
        let Some(id) = self.known_by([Some(source), also])? else { return Ok(false) };
        let planned = self.shelf.get(Kind::Interaction, id)?.get("planned") == Value::Flag(true);
        Ok(planned && !self.agenda.called_off.contains(&id))
    }

    fn planned_days(&mut self, uid: &str) -> Result<Vec<NaiveDate>, Fault> {
        let sources = self.shelf.store.planned_of_series(uid)?;
        Ok(sources.iter().filter_map(|source| source.rsplit_once('#')?.1.parse().ok()).collect())
    }

    fn ended(&mut self) -> Result<(), Fault> {
        self.take_notices()
    }
}

impl Import<'_> {
    /// The conversation that the book, or this import, knows by the first of these names that is known.
    pub(super) fn known_by(&mut self, sources: [Option<&str>; 2]) -> Result<Option<Id>, Fault> {
        for source in sources.into_iter().flatten() {
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
}
