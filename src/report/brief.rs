//! The brief: one screen for the lobby. It holds what people told in confidence: it is for the eyes of the KAM.
mod ahead;
pub mod changed;
mod told;
mod who;

use super::account::promise_table;
use super::block::{Block, Cell, Column, Figure, Table, Tone};
use super::indicator::{Shown, glyph, tone};
use super::talks::under;
use super::{health, plain};
use crate::domain::Id;
use crate::domain::choice::{Channel, Severity};
use crate::domain::kind::Kind;
use crate::domain::questions::{Gap, Question};
use crate::lang::time::show_time;
use crate::lang::value::Context;
use crate::lang::{choice, day};
use crate::store::query::brief::{Brief, BriefOf};
use crate::store::query::log::LogRow;

/// How many rows a section of a page without end has at the most.
const ROWS: usize = 6;
/// Most columns of the document as text.
pub const WIDTH: usize = 96;

/// How many on a screen of the least height.
const LOW: usize = 3;

/// How many rows a section has at the most on a screen of that height, so that all of it is seen at once.
pub const fn rows_at(height: u16) -> usize {
    match height {
        0..30 => LOW,
        30..44 => 4,
        44.. => ROWS,
    }
}

/// The whole document: its title, then its sections.
pub fn brief(brief: &Brief, cx: &Context<'_>) -> Vec<Block> {
    let (title, remark) = title(brief, cx);
    let mut blocks = vec![Block::heading_with(title, remark)];
    blocks.extend(sections(brief, ROWS, cx));
    blocks
}

/// The document as text, to be taken elsewhere.
pub fn text(of: &Brief, cx: &Context<'_>) -> String {
    plain::render(&brief(of, cx), Some(WIDTH))
}

/// Of whom it is, and beside it which meeting it prepares and how the account stands.
pub fn title(brief: &Brief, cx: &Context<'_>) -> (String, String) {
    let account = brief.page.as_ref().map(|p| p.account.name.clone());
    let first = || brief.who.first().map(|a| a.row.name.clone());
    let (name, of) = match brief.of {
        BriefOf::Account(_) | BriefOf::Meeting(_) => (account.or_else(first).unwrap_or_default(), None),
        BriefOf::Person(..) => (first().unwrap_or_default(), account),
    };
    let meeting = brief.meeting.as_ref().map(|m| meeting(m, cx));
    let health = brief.page.as_ref().map(|page| {
        let of = &page.checkup.health;
        let trend = health::since(of, cx).map(|(trend, _)| format!(" {}", health::arrow(trend)));
        let points = format!("{}{}", health::value(&of.health, cx), trend.unwrap_or_default());
        cx.words.with("brief-health", &[("points", &points)])
    });
    let title = format!("{} · {name}", cx.words.get("brief-title"));
    (title, [of, meeting, health].into_iter().flatten().collect::<Vec<_>>().join(" · "))
}

/// `Thu 26 Nov 10:00 meeting: quarterly review, with Pau Font`.
fn meeting(meeting: &LogRow, cx: &Context<'_>) -> String {
    let mut said = day::near(meeting.day, cx.today, cx.words);
    if let Some(time) = meeting.time {
        said = format!("{said} {}", show_time(time));
    }
    said = format!("{said} {}", choice::word::<Channel>(meeting.channel, cx.words));
    let about = meeting.text.lines().next().unwrap_or_default().trim();
    if !about.is_empty() {
        said = format!("{said}: {about}");
    }
    if !meeting.colleagues.is_empty() {
        let names: Vec<_> = meeting.colleagues.iter().map(|(_, name)| name.as_str()).collect();
        said = format!("{said}, {}", cx.words.with("brief-with", &[("names", &names.join(", "))]));
    }
    said
}

/// Who, what to ask, what is owed, what is ahead, what was said, what to watch, what changed, what is not known. The questions stand where a
/// person in a lobby sees them, right below the people. A section has so many rows at the most.
pub fn sections(brief: &Brief, rows: usize, cx: &Context<'_>) -> Vec<Block> {
    let ahead = ahead::ahead(brief, cx);
    // On a low screen what is ahead takes the room of the oldest talk, of the last promise and of what is least worth knowing.
    let crowded = rows <= LOW && !ahead.rows.is_empty();
    let least = usize::from(crowded);
    let mut blocks = who::who(brief, rows, crowded, cx);
    blocks.extend(ask(brief, cx));
    blocks.extend(promises(brief, rows - least, cx));
    blocks.extend(section("brief-untold", String::new(), told::untold(brief, cx), rows.min(LOW), cx));
    // On a low screen the promises keep their room.
    let few = if rows > LOW { rows } else { LOW - 1 };
    blocks.extend(section("brief-ahead", String::new(), ahead, few, cx));
    let sit = brief.who.iter().filter(|a| a.here.sits()).count();
    let talks = LOW - least - usize::from(crowded && sit >= LOW);
    let talks = brief.talks.iter().take(talks).collect::<Vec<_>>();
    let talks = under(&talks, "brief-talks", cx);
    if talks.is_empty() {
        blocks.extend(nothing("brief-talks", "brief-no-talk", cx));
    }
    blocks.extend(talks);
    blocks.extend(section("brief-watch", String::new(), watch(brief, cx), few, cx));
    let since = brief.since.map(|on| day::column(on, cx.today, cx.words));
    let since = since.map(|on| cx.words.with("brief-since", &[("day", &on)])).unwrap_or_default();
    blocks.extend(section("brief-changed", since, changed::changed(brief, cx), few, cx));
    blocks.extend(gaps(brief, few - least, cx));
    blocks
}

/// What happened in the time that was chosen: who it is about, what was said, promised and decided in it, and what changed.
pub fn happened(brief: &Brief, cx: &Context<'_>) -> Vec<Block> {
    let mut blocks = who::who(brief, ROWS, false, cx);
    let talks = under(&brief.talks.iter().collect::<Vec<_>>(), "document-history", cx);
    if talks.is_empty() {
        blocks.extend(nothing("document-history", "brief-no-talk-then", cx));
    }
    blocks.extend(talks);
    let all = promise_table(brief.promises.iter(), cx);
    blocks.extend(section("brief-promises", String::new(), all, usize::MAX, cx));
    blocks.extend(section("document-decided", String::new(), told::decided(brief, cx), usize::MAX, cx));
    blocks.extend(section("brief-changed", String::new(), changed::changed(brief, cx), usize::MAX, cx));
    blocks
}

/// A section of which nothing is known.
fn nothing(title: &str, sentence: &str, cx: &Context<'_>) -> [Block; 2] {
    [Block::heading(cx.words.get(title)), Block::Paragraph(cx.words.get(sentence))]
}

/// A table under its title, cut to so many rows; nothing without rows.
fn section(title: &str, note: String, mut table: Table, rows: usize, cx: &Context<'_>) -> Vec<Block> {
    if table.rows.is_empty() {
        return Vec::new();
    }
    let head = head(title, note, table.rows.len().saturating_sub(rows), cx);
    table.rows.truncate(rows);
    vec![head, Block::Table(table)]
}

/// A title; beside it its note and how many rows more there are than are shown.
fn head(title: &str, note: String, more: usize, cx: &Context<'_>) -> Block {
    let more = (more > 0).then(|| cx.words.with("brief-more", &[("count", &more.to_string())]));
    let note = [Some(note), more].into_iter().flatten().filter(|t| !t.is_empty());
    Block::heading_with(cx.words.get(title), note.collect::<Vec<_>>().join(", "))
}

/// What they are called by: the first name, where nobody else there has the same.
fn called(brief: &Brief, id: Id) -> String {
    let given = |name: &str| name.split_whitespace().next().unwrap_or_default().to_owned();
    let row = |a: &crate::store::query::brief::Attendee| (a.row.person, a.row.name.clone());
    let all: Vec<_> = brief.who.iter().map(row).collect();
    let Some((_, name)) = all.iter().find(|(person, _)| *person == id) else { return String::new() };
    let first = given(name);
    let alone = all.iter().filter(|(_, other)| given(other) == first).count() == 1;
    if alone && !first.ends_with('.') { first } else { name.clone() }
}

fn ask(brief: &Brief, cx: &Context<'_>) -> Vec<Block> {
    let several = brief.who.iter().filter(|a| a.here.sits()).count() > 1;
    let question = |q: &Question| {
        let to = q.to.filter(|_| several).map(|id| called(brief, id)).unwrap_or_default();
        Figure::new(to, cx.words.say(&q.ask)).note(cx.words.say(&q.why)).from(q.source())
    };
    let figures: Vec<Figure> = brief.questions.iter().map(question).collect();
    if figures.is_empty() {
        return Vec::new();
    }
    vec![Block::heading(cx.words.get("brief-ask")), Block::Figures(figures)]
}

fn promises(brief: &Brief, rows: usize, cx: &Context<'_>) -> Vec<Block> {
    let table = promise_table(brief.promises.iter(), cx);
    if table.rows.is_empty() {
        return nothing("brief-promises", "brief-no-promise", cx).to_vec();
    }
    section("brief-promises", String::new(), table, rows, cx)
}

/// Indicators that are not on track, who is against whom, open problems, contracts about to end.
fn watch(brief: &Brief, cx: &Context<'_>) -> Table {
    let words = cx.words;
    let mut table = Table::new(vec![
        Column::short(""),
        Column::text(""),
        Column::text("").leaving(1),
        Column::number(""),
    ]);
    for one in brief.off() {
        let shown = Shown { one, cx };
        let rag = &one.standing.rag;
        let of = words.with("glance-of", &[("target", &shown.target().text)]);
        let reached = format!("{} {of}", shown.actual().text);
        table.push(
            Some((Kind::Kpi, one.figures.kpi.head.id)),
            vec![Cell::toned(glyph(rag), tone(rag)), shown.title().into(), reached.into(), shown.reached()],
        );
    }
    for [(id, one), (_, other)] in &brief.conflicts {
        let said = words.with("brief-between", &[("one", one), ("other", other)]);
        let sign = Cell::toned("!", Tone::Warn);
        table.push(Some((Kind::Person, *id)), vec![sign, said.into(), Cell::default(), Cell::default()]);
    }
    for problem in brief.problems(cx.today) {
        let severe = problem.severity == Some(Severity::High);
        let due = problem.due.map(|on| day::due(on, cx.today, words)).unwrap_or_default();
        let late = problem.due.is_some_and(|on| on < cx.today);
        table.push(
            Some((Kind::Problem, problem.head.id)),
            vec![
                Cell::toned("!", if severe { Tone::Bad } else { Tone::Warn }),
                problem.name.clone().into(),
                Cell::toned(problem.next_step.clone(), Tone::Muted),
                Cell::toned(due, if late { Tone::Bad } else { Tone::Text }),
            ],
        );
    }
    for contract in brief.ending(cx.today) {
        let notice = contract.notice_by().filter(|_| contract.renews);
        let key = if notice.is_some() { "report-contract-notice" } else { "report-contract-ends" };
        let on = notice.or(contract.ends_on);
        let on = on.map(|on| words.with(key, &[("day", &day::column(on, cx.today, words))]));
        table.push(
            Some((Kind::Contract, contract.head.id)),
            vec!["§".into(), contract.name.clone().into(), Cell::default(), on.unwrap_or_default().into()],
        );
    }
    table
}

/// What is not known, in whole sentences.
fn gaps(brief: &Brief, rows: usize, cx: &Context<'_>) -> Vec<Block> {
    let gap = |gap: &Gap| Figure::new("", cx.words.say(&gap.explain)).from(gap.source);
    let figures: Vec<Figure> = brief.gaps.iter().take(rows).map(gap).collect();
    if figures.is_empty() {
        return Vec::new();
    }
    let more = brief.gaps.len().saturating_sub(rows);
    vec![head("brief-gaps", String::new(), more, cx), Block::Figures(figures)]
}
