//! The log: newest first, page by page from any place, full text with filters, and what stands above it.
mod head;
mod page;
mod rows;
pub(in crate::store) mod total;

use chrono::{NaiveDate, NaiveTime};

use super::Scope;
use super::account::PromiseRow;
use crate::domain::Id;
use crate::domain::choice::{Channel, Direction, Sentiment};

/// Which page of the log.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LogQuery {
    /// All, or one account.
    pub scope: Scope,
    /// What to look for; empty is everything.
    pub filter: Filter,
    /// Where the page begins.
    pub start: Start,
    /// How many at the most; 0 means 50.
    pub limit: usize,
    /// Also what stands above the log on that day: planned ones, the balance, the counts.
    pub head: Option<NaiveDate>,
}

/// Where a page of the log begins. Whatever it is, the rows come newest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Start {
    /// At the newest row.
    #[default]
    Newest,
    /// The last page, that of the oldest rows.
    Oldest,
    /// What is older than this place.
    Older(Place),
    /// What is newer than this place, the nearest to it.
    Newer(Place),
    /// Half a page newer than this place, the place itself, and half a page older.
    Around(Place),
    /// Around the row of that number; at the newest if it is not there.
    At(Id),
}

/// The place of a row in the order of the log.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Its day.
    pub day: NaiveDate,
    /// Its time as `HH:MM`, empty without one.
    pub time: String,
    /// Its number.
    pub id: Id,
}

/// What the log is searched for; everything must hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Words: each must begin a word of the text, the people, the tags or the promises. One-letter words are left out.
    pub words: String,
    /// With one of these people.
    pub with: Vec<Id>,
    /// From one of these people: inbound or both ways.
    pub from: Vec<Id>,
    /// For each of these a tag that begins with it; case and accents do not matter.
    pub tags: Vec<String>,
    /// On that day or later.
    pub since: Option<NaiveDate>,
    /// On that day or earlier.
    pub until: Option<NaiveDate>,
    /// Only what is to be sorted out.
    pub to_sort: bool,
    /// Only what has not been held yet, or only what has.
    pub planned: Option<bool>,
    /// Only where a promise made in it is still open.
    pub open_promises: bool,
    /// Nobody and nothing can match: a filter named somebody who does not exist.
    pub nothing: bool,
}

impl Filter {
    /// Whether everything matches.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether nothing but words is looked for.
    pub fn has_only_words(&self) -> bool {
        Self { words: String::new(), ..self.clone() }.is_empty()
    }
}

/// A page of the log, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LogPage {
    /// What was asked.
    pub asked: LogQuery,
    /// The rows.
    pub rows: Vec<LogRow>,
    /// There are older ones.
    pub more: bool,
    /// There are newer ones.
    pub newer: bool,
    /// How many rows the scope has, where nothing is filtered and a stretch begins.
    pub total: Option<usize>,
    /// How many rows are newer than the first of the page, where that is known.
    pub before: Option<usize>,
    /// What stands above the log, if it was asked for.
    pub head: Option<Head>,
}

/// What stands above the log of a scope.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Head {
    /// What has not been held yet, the next first; 50 at most.
    pub planned: Vec<LogRow>,
    /// Who spoke to whom in the last 90 days.
    pub balance: Balance,
    /// How many entries are to be sorted out.
    pub to_sort: usize,
}

/// Who spoke to whom. Meetings, video, calls, visits and events count as both ways unless they say otherwise; notes do not
/// count, nor mail and messages that do not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Balance {
    /// From them to us.
    pub inbound: usize,
    /// From us to them.
    pub outbound: usize,
    /// Both ways.
    pub both: usize,
}

impl Balance {
    /// Over how many days it is taken.
    pub const DAYS: i64 = 90;

    /// All conversations counted.
    pub const fn total(self) -> usize {
        self.inbound + self.outbound + self.both
    }
}

/// An interaction as lists show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogRow {
    /// The interaction.
    pub id: Id,
    /// Its kind.
    pub channel: Channel,
    /// Who spoke to whom.
    pub direction: Option<Direction>,
    /// When.
    pub day: NaiveDate,
    /// Wall-clock time.
    pub time: Option<NaiveTime>,
    /// How long.
    pub minutes: Option<i64>,
    /// The client: number and name.
    pub account: Option<(Id, String)>,
    /// Of theirs: number and name.
    pub people: Vec<(Id, String)>,
    /// Of ours: number and name.
    pub colleagues: Vec<(Id, String)>,
    /// What was said.
    pub text: String,
    /// Tags.
    pub tags: Vec<String>,
    /// How it felt.
    pub sentiment: Option<Sentiment>,
    /// Not held yet.
    pub planned: bool,
    /// Something was not understood.
    pub to_sort: bool,
    /// The line as it was typed.
    pub raw: String,
    /// Decisions taken in it: number and what.
    pub decisions: Vec<(Id, String)>,
    /// Promises made in it.
    pub promises: Vec<PromiseRow>,
}

impl LogRow {
    /// Its place in the order of the log.
    pub fn place(&self) -> Place {
        let time = self.time.map(|t| t.format("%H:%M").to_string()).unwrap_or_default();
        Place { day: self.day, time, id: self.id }
    }
}
