//! The weekly review in words: one account in front of it, what is proposed there, and what has come of it all.
mod list;
mod page;
mod proposal;

use chrono::NaiveDate;

use super::block::Tone;
use super::brief::changed::sentence;
use super::need;
use crate::domain::Id;
use crate::domain::cadence::Contact;
use crate::domain::choice::Side;
use crate::domain::commitment::Promise;
use crate::domain::day::days_between;
use crate::domain::kind::Kind;
use crate::domain::review::Late;
use crate::domain::review::moves::WANTED;
use crate::domain::score::Source;
use crate::lang::day;
use crate::lang::value::Context;
use crate::store::query::account::PromiseRow;
use crate::store::query::people::PersonRow;
use crate::store::query::people::queue::Queue;
use crate::store::query::review::{Stop, Week};
pub use list::{by_account, chosen, finished, summary};
pub use page::{plan, source, stop};
pub use proposal::{Proposal, proposals};

/// How many rows a part has at the most, but the promises of both sides, of which none may be hidden.
const ROWS: usize = 6;
/// Most columns of the document as text.
pub const WIDTH: usize = 96;

/// A part of what is looked at, in the order in which it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// What moved since the last review.
    Moved,
    /// Open promises of both sides.
    Promises,
    /// People whose turn it is.
    People,
    /// Initiatives that are late.
    Late,
    /// What was chosen, and what could be done next.
    Moves,
}

impl Part {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Moved, Self::Promises, Self::People, Self::Late, Self::Moves];

    /// Key of its title (`review-part-<name>`) and of what is said where it is empty (`review-none-<name>`).
    pub const fn name(self) -> &'static str {
        match self {
            Self::Moved => "moved",
            Self::Promises => "promises",
            Self::People => "people",
            Self::Late => "late",
            Self::Moves => "moves",
        }
    }
}

/// What a row is about.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// Something to be known; where it leads.
    Fact(Option<Source>),
    /// A promise.
    Promise(Id),
    /// A person.
    Person(Id),
    /// An initiative.
    Initiative(Id),
    /// A move that was chosen: its promise.
    Chosen(Id),
    /// A move that is proposed.
    Proposed(Box<Proposal>),
}

/// A row.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// A sign; may be empty.
    pub mark: &'static str,
    /// What it says.
    pub text: String,
    /// What explains it; may be empty.
    pub note: String,
    /// When; may be empty.
    pub when: String,
    /// What the row means.
    pub tone: Tone,
    /// What it is about.
    pub what: What,
}

impl What {
    /// Whether both are about the same.
    pub fn is_about(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Proposed(one), Self::Proposed(other)) => {
                (one.of.sort, one.of.subject) == (other.of.sort, other.of.subject)
            }
            _ => self == other,
        }
    }
}

impl Row {
    fn new(text: impl Into<String>, what: What) -> Self {
        Self { mark: "", text: text.into(), note: String::new(), when: String::new(), tone: Tone::Text, what }
    }
}

/// A part with its rows.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// Its name in JSON.
    pub name: &'static str,
    /// Its title.
    pub title: String,
    /// What stands beside it; may be empty.
    pub note: String,
    /// Its rows; without any the title has a sentence instead.
    pub rows: Vec<Row>,
    /// That sentence.
    pub empty: String,
}

/// What is looked at, at the account in front.
pub fn sections(week: &Week, stop: &Stop, cx: &Context<'_>) -> Vec<Section> {
    Part::ALL.map(|part| section(part, week, stop, cx)).into()
}

fn section(part: Part, week: &Week, stop: &Stop, cx: &Context<'_>) -> Section {
    let words = cx.words;
    let (rows, note) = match part {
        Part::Moved => few(moved(stop, cx), since(stop, cx), cx),
        Part::Promises => (promises(week, stop, cx), String::new()),
        Part::People => few(people(stop, cx), String::new(), cx),
        Part::Late => few(stop.late.iter().map(|l| late(l, cx)).collect(), String::new(), cx),
        Part::Moves => moves(week, stop, cx),
    };
    let name = part.name();
    Section {
        name,
        title: words.get(&format!("review-part-{name}")),
        note,
        rows,
        empty: words.get(&format!("review-none-{name}")),
    }
}

/// The first rows, and beside the title how many more there are.
fn few(mut rows: Vec<Row>, note: String, cx: &Context<'_>) -> (Vec<Row>, String) {
    let more = rows.len().saturating_sub(ROWS);
    rows.truncate(ROWS);
    let more = (more > 0).then(|| cx.words.with("brief-more", &[("count", &more.to_string())]));
    let note = [Some(note), more].into_iter().flatten().filter(|t| !t.is_empty()).collect::<Vec<_>>();
    (rows, note.join(", "))
}

/// `since 16 Nov, 5 conversations`.
fn since(stop: &Stop, cx: &Context<'_>) -> String {
    let on = day::column(stop.since, cx.today, cx.words);
    let talks = stop.talks.to_string();
    cx.words.with("review-since", &[("day", &on), ("talks", &talks)])
}

fn moved(stop: &Stop, cx: &Context<'_>) -> Vec<Row> {
    let on = |day: Option<NaiveDate>| day.map(|d| day::column(d, cx.today, cx.words)).unwrap_or_default();
    let reached = stop.reached.iter().map(|r| {
        let key = if r.record.0 == Kind::Milestone { "review-reached" } else { "review-completed" };
        let text = cx.words.with(key, &[("name", &r.name)]);
        let (kind, id) = r.record;
        let fact = What::Fact(Some(Source::Record(kind, id)));
        Row { when: on(Some(r.on)), mark: "◆", tone: Tone::Good, ..Row::new(text, fact) }
    });
    let changed = stop.changes.iter().map(|change| {
        let text = sentence(change, &stop.page.checkup.indicators, cx);
        Row { when: on(change.on), ..Row::new(text, What::Fact(Some(change.source))) }
    });
    reached.chain(changed).collect()
}

/// Those that are open, by day; the moves just chosen stand below.
fn promises(week: &Week, stop: &Stop, cx: &Context<'_>) -> Vec<Row> {
    let chosen = |p: &&PromiseRow| week.chosen.iter().any(|c| c.id == p.id);
    let open = stop.page.promises.iter().filter(|p| p.done_on.is_none() && !chosen(p));
    open.map(|p| promise(p, What::Promise(p.id), cx)).collect()
}

fn promise(p: &PromiseRow, what: What, cx: &Context<'_>) -> Row {
    let late = Promise { due: p.due, done_on: p.done_on }.days_late(cx.today) > 0;
    let text = p.text.lines().next().unwrap_or_default();
    let names = [&p.counterpart, &p.owner].into_iter().flatten().map(|(_, name)| name.as_str());
    Row {
        mark: need::arrow(Some(p.side)),
        note: names.collect::<Vec<_>>().join(" · "),
        when: p.due.map_or_else(|| cx.words.get("report-no-day"), |d| day::due(d, cx.today, cx.words)),
        tone: if late && p.side == Side::Ours {
            Tone::Bad
        } else if late {
            Tone::Warn
        } else {
            Tone::Text
        },
        ..Row::new(text, what)
    }
}

/// Those whose cadence has run out, in catch-up order.
fn people(stop: &Stop, cx: &Context<'_>) -> Vec<Row> {
    let queue = Queue::of(&stop.page.people, cx.today);
    queue.due.iter().map(|row| person(row, cx)).collect()
}

fn person(row: &PersonRow, cx: &Context<'_>) -> Row {
    let ago = row.last.map(|last| days_between(last, cx.today).to_string());
    let when = ago
        .map_or_else(|| cx.words.get("value-never"), |days| cx.words.with("value-days", &[("days", &days)]));
    let overdue = matches!(row.contact, Contact::Overdue | Contact::Never);
    let pressing = overdue && row.weight.key_player();
    Row {
        mark: if pressing { "!" } else { "" },
        note: super::people::due::every(row, cx),
        when,
        tone: if pressing { Tone::Bad } else { Tone::Text },
        ..Row::new(row.name.as_str(), What::Person(row.person))
    }
}

fn late(late: &Late, cx: &Context<'_>) -> Row {
    let days = days_between(late.since, cx.today).to_string();
    Row {
        mark: "○",
        note: late_note(late, cx),
        when: cx.words.with("value-days-late", &[("days", &days)]),
        tone: Tone::Bad,
        ..Row::new(late.name.as_str(), What::Initiative(late.initiative))
    }
}

/// The milestone that is open, and who has it: `pilot signed · Marta Soler`.
fn late_note(late: &Late, cx: &Context<'_>) -> String {
    let milestone = late.milestone.as_ref().map(|name| format!("◆ {name}"));
    let who = late.theirs.map(|id| (Kind::Person, id)).or_else(|| late.owner.map(|id| (Kind::Colleague, id)));
    let who = who.map_or_else(|| cx.words.get("team-me"), |(kind, id)| cx.directory.name(kind, id));
    milestone.into_iter().chain([who]).collect::<Vec<_>>().join(" · ")
}

/// What was chosen, then what is proposed; the title counts against the three that a review asks for.
fn moves(week: &Week, stop: &Stop, cx: &Context<'_>) -> (Vec<Row>, String) {
    let mut rows: Vec<Row> = week
        .chosen_for(stop.account())
        .map(|p| Row { mark: "✓", tone: Tone::Good, ..promise(p, What::Chosen(p.id), cx) })
        .collect();
    let count = [("count", rows.len().to_string()), ("wanted", WANTED.to_string())];
    let count = count.each_ref().map(|(name, value)| (*name, value.as_str()));
    let note = cx.words.with("review-chosen-of", &count);
    rows.extend(proposals(stop, cx).into_iter().map(|proposal| Row {
        mark: "+",
        note: proposal.why.clone(),
        when: day::due(proposal.of.due, cx.today, cx.words),
        ..Row::new(proposal.text.clone(), What::Proposed(Box::new(proposal)))
    }));
    (rows, note)
}
