//! Our team at the accounts, and what one sends each of them: what is theirs, what they owe, what they should know.
use super::block::{Block, Cell, Column, Table, Tone};
use super::mail::Mail;
use super::plain;
use crate::domain::choice::Side;
use crate::domain::commitment::Promise;
use crate::domain::kind::Kind;
use crate::domain::plan::course::Standing;
use crate::domain::score::Source;
use crate::lang::time::show_time;
use crate::lang::value::Context;
use crate::lang::{capital, day};
use crate::store::query::account::PromiseRow;
use crate::store::query::team::{Mate, Meeting, Owned, Team, Untold};

/// Most columns of a digest as text.
const WIDTH: usize = 96;

/// What a row of a digest is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Matter {
    /// An initiative that they own.
    Plan,
    /// A promise that they keep.
    Promise,
    /// A decision that they have not been told.
    Decision,
    /// A conversation in which they take part.
    Meeting,
}

impl Matter {
    /// Key of its words (`team-matter-<name>`), and its name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Promise => "promise",
            Self::Decision => "decision",
            Self::Meeting => "meeting",
        }
    }
}

/// A row of what somebody has to do with an account.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// What it is.
    pub matter: Matter,
    /// What it says.
    pub text: String,
    /// When; may be empty.
    pub when: String,
    /// What it means.
    pub tone: Tone,
    /// The record it is about.
    pub source: Source,
}

/// What somebody is called: by name, or as the KAM.
pub fn name(mate: &Mate, cx: &Context<'_>) -> String {
    if mate.colleague.is_some() { mate.name.clone() } else { cx.words.get("team-me") }
}

/// What they do there; who only owns something is said not to be in the team.
pub fn function(mate: &Mate, cx: &Context<'_>) -> String {
    match (mate.is_in_team(), mate.colleague.is_some()) {
        (true, true) => mate.function.clone(),
        (true, false) => cx.words.get("team-kam"),
        (false, _) => cx.words.get("team-outside"),
    }
}

/// What somebody has to do with an account: what is theirs, what they owe, what they do not know, where they are expected.
pub fn rows(mate: &Mate, cx: &Context<'_>) -> Vec<Row> {
    let owns = mate.owns.iter().map(|o| owned(o, cx));
    let promises = mate.promises.iter().map(|p| promise(p, cx));
    let untold = mate.untold.iter().map(|d| decision(d, cx));
    owns.chain(promises).chain(untold).chain(mate.meetings.iter().map(|m| meeting(m, cx))).collect()
}

fn owned(of: &Owned, cx: &Context<'_>) -> Row {
    let words = cx.words;
    let late = |days: i64| words.with("value-days-late", &[("days", &days.to_string())]);
    let until = of.ends_on.map(|on| words.with("team-until", &[("day", &day::column(on, cx.today, words))]));
    let (when, tone) = match of.standing {
        Standing::Late(days) | Standing::Slipping(days) => (late(days), Tone::Bad),
        Standing::Behind(_) | Standing::Waiting(_) => (until.unwrap_or_default(), Tone::Warn),
        Standing::Dropped | Standing::Done(_) | Standing::Ripe | Standing::Running | Standing::Ahead => {
            (until.unwrap_or_default(), Tone::Text)
        }
    };
    let next = of.next.as_ref().map(|(name, due)| format!("◆ {name} {}", day::column(*due, cx.today, words)));
    let text = [Some(of.name.clone()), next].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let source = Source::Record(Kind::Initiative, of.initiative);
    Row { matter: Matter::Plan, text, when, tone, source }
}

fn promise(p: &PromiseRow, cx: &Context<'_>) -> Row {
    let late = Promise { due: p.due, done_on: p.done_on }.days_late(cx.today) > 0;
    let text = p.text.lines().next().unwrap_or_default().to_owned();
    let text = match &p.counterpart {
        Some((_, name)) if p.side == Side::Ours => {
            cx.words.with("team-promise-to", &[("text", &text), ("name", name)])
        }
        Some(_) | None => text,
    };
    let when = p.due.map_or_else(|| cx.words.get("report-no-day"), |due| day::due(due, cx.today, cx.words));
    let tone = if late { Tone::Bad } else { Tone::Text };
    Row { matter: Matter::Promise, text, when, tone, source: Source::Record(Kind::Commitment, p.id) }
}

fn decision(of: &Untold, cx: &Context<'_>) -> Row {
    let when = of.on.map(|on| day::column(on, cx.today, cx.words)).unwrap_or_default();
    let source = Source::Record(Kind::Decision, of.decision);
    Row { matter: Matter::Decision, text: of.name.clone(), when, tone: Tone::Warn, source }
}

fn meeting(of: &Meeting, cx: &Context<'_>) -> Row {
    let on = day::near(of.day, cx.today, cx.words);
    let when = of.time.map_or_else(|| on.clone(), |time| format!("{on} {}", show_time(time)));
    let about = if of.about.is_empty() { cx.words.get("report-need-untitled") } else { of.about.clone() };
    let source = Source::Record(Kind::Interaction, of.interaction);
    Row { matter: Matter::Meeting, text: about, when, tone: Tone::Text, source }
}

/// The teams of a scope as a document.
pub fn teams(teams: &[Team], cx: &Context<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for team in teams {
        blocks.push(Block::heading_with(team.name.clone(), count(team, cx)));
        let head = |key: &str| cx.words.get(key);
        let mut table = Table::new(vec![
            Column::text(head("team-head-name")),
            Column::text(head("team-head-function")).leaving(1),
            Column::number(head("team-head-plan")),
            Column::number(head("team-head-promises")),
            Column::number(head("team-head-late")),
            Column::number(head("team-head-untold")).leaving(2),
        ]);
        for mate in &team.mates {
            let late = mate.late(cx.today);
            let tone = if late > 0 { Tone::Bad } else { Tone::Muted };
            let subject = mate.colleague.map(|id| (Kind::Colleague, id));
            let cells = vec![
                Cell::from(name(mate, cx)),
                Cell::toned(function(mate, cx), Tone::Muted),
                number(mate.owns.len()),
                number(mate.promises.len()),
                Cell::toned(number(late).text, tone),
                number(mate.untold.len()),
            ];
            table.push(subject, cells);
        }
        blocks.push(Block::Table(table));
    }
    if blocks.is_empty() {
        blocks.push(Block::Paragraph(cx.words.get("team-no-accounts")));
    }
    blocks
}

/// How many are in a team, the KAM apart.
pub fn count(team: &Team, cx: &Context<'_>) -> String {
    let count = team.mates.iter().filter(|m| m.assignment.is_some()).count();
    cx.words.with("team-count", &[("count", &count.to_string())])
}

/// A count; none is a dash, so that what is there is seen.
pub fn number(count: usize) -> Cell {
    if count == 0 { Cell::toned("–", Tone::Muted) } else { count.to_string().into() }
}

/// What one sends a colleague, of the teams given: account by account what is theirs, what they owe and what they should know. It
/// holds nothing that people told in confidence.
pub fn digest(teams: &[Team], of: &Mate, cx: &Context<'_>) -> Vec<Block> {
    let words = cx.words;
    let title = words.with("team-digest-for", &[("name", &name(of, cx))]);
    let mut blocks = vec![Block::heading_with(title, day::with_weekday(cx.today, words))];
    let own = teams.iter().flat_map(|team| team.mates.iter().map(move |mate| (team, mate)));
    let mut said = false;
    for (team, mate) in own.filter(|(_, mate)| mate.colleague == of.colleague && !mate.is_idle()) {
        said = true;
        blocks.push(Block::heading_with(team.name.clone(), function(mate, cx)));
        let mut table = Table::new(vec![Column::short(""), Column::text(""), Column::number("")]);
        let mut before = None;
        for row in rows(mate, cx) {
            let label =
                if before == Some(row.matter) { String::new() } else { capital(&label(row.matter, cx)) };
            before = Some(row.matter);
            let cells =
                vec![Cell::toned(label, Tone::Muted), row.text.into(), Cell::toned(row.when, row.tone)];
            table.push_from(Some(row.source), cells);
        }
        blocks.push(Block::Table(table));
    }
    if !said {
        blocks.push(Block::Paragraph(words.get("team-nothing")));
    }
    blocks
}

/// What a group of rows is called.
fn label(matter: Matter, cx: &Context<'_>) -> String {
    cx.words.get(&format!("team-matter-{}", matter.name()))
}

/// A digest as text.
pub fn text(teams: &[Team], of: &Mate, cx: &Context<'_>) -> String {
    plain::render(&digest(teams, of, cx), Some(WIDTH))
}

/// A digest as a mail to them.
pub fn mail(teams: &[Team], of: &Mate, cx: &Context<'_>) -> Mail {
    let accounts =
        teams.iter().filter(|t| t.mates.iter().any(|m| m.colleague == of.colleague && !m.is_idle()));
    let accounts = accounts.map(|t| t.name.as_str()).collect::<Vec<_>>().join(", ");
    let on = day::show(cx.today, cx.words);
    let subject = cx.words.with("team-mail-subject", &[("day", &on), ("accounts", &accounts)]);
    Mail { to: of.email.iter().cloned().collect(), subject, body: text(teams, of, cx) }
}
