//! The day as a document: what needs me, the accounts at a glance, the week, what changed since last time.
mod cards;

use chrono::{Datelike, NaiveDate};

use super::block::{Block, Cell, Column, Table, Tone};
use super::moved::says;
use super::need;
use crate::domain::choice::{Channel, Choice};
use crate::domain::kind::Kind;
use crate::domain::needs::Cause;
use crate::lang::time::show_time;
use crate::lang::value::Context;
use crate::lang::{choice, day};
use crate::store::query::today::Today;
use crate::store::query::today::week::{WeekItem, WeekKind};

/// The whole page.
pub fn today(today: &Today, cx: &Context<'_>) -> Vec<Block> {
    let words = cx.words;
    let day = format!("{}  {}", day::with_weekday(cx.today, words), day::week(cx.today, words));
    let mut blocks = vec![Block::heading_with(words.get("report-today"), day)];
    blocks.extend(empty_book(today, cx));
    blocks.extend(needs(today, cx));
    blocks.extend(cards::cards(today, cx));
    blocks.extend(week(&today.week, cx));
    blocks.extend(since(today, cx));
    blocks
}

/// What a book with little in it needs first.
fn empty_book(today: &Today, cx: &Context<'_>) -> Option<Block> {
    let key = match today.counts {
        c if c.accounts == 0 => "report-empty-accounts",
        c if c.keys == 0 => "report-empty-keys",
        c if c.people == 0 => "report-empty-people",
        c if !c.logged => "report-empty-log",
        _ => return None,
    };
    let accounts = today.counts.accounts.to_string();
    Some(Block::Paragraph(cx.words.with(key, &[("count", &accounts)])))
}

/// The queue as a table; a sentence where it is empty.
pub fn needs(today: &Today, cx: &Context<'_>) -> Vec<Block> {
    let title = cx.words.get("report-needs-you");
    if today.needs.is_empty() {
        return vec![Block::heading(title), Block::Paragraph(cx.words.get("report-needs-nothing"))];
    }
    let mut table = Table::new(vec![
        Column::short(""),
        Column::short(""),
        Column::text(""),
        Column::text(""),
        Column::number(""),
    ]);
    for row in &today.needs {
        let mut line = need::line(row, &today.indicators, cx);
        if row.cause == Cause::NoRole {
            line.sentence = no_role(today, &line.sentence, cx);
        }
        let subject = (row.subject.1 > 0).then_some(row.subject);
        table.push(
            subject,
            vec![
                Cell::toned(line.mark, line.tone),
                Cell::toned(line.side, Tone::Muted),
                line.account.into(),
                line.sentence.into(),
                Cell::toned(line.when, line.tone),
            ],
        );
    }
    vec![Block::heading_with(title, today.needs.len().to_string()), Block::Table(table)]
}

/// The sentence about people without a role, with the names of those spoken to last.
pub fn no_role(today: &Today, sentence: &str, cx: &Context<'_>) -> String {
    let names: Vec<_> = today.no_role.iter().take(3).map(|p| cx.directory.name(Kind::Person, *p)).collect();
    let more = if today.no_role.len() > names.len() { ", …" } else { "" };
    if names.is_empty() { sentence.to_owned() } else { format!("{sentence}: {}{more}", names.join(", ")) }
}

/// The sign of something on a day of the week.
pub const fn week_sign(what: WeekKind) -> &'static str {
    match what {
        WeekKind::Planned => "◇",
        WeekKind::Ours => "→",
        WeekKind::Theirs => "←",
        WeekKind::Notice | WeekKind::End | WeekKind::Care => "§",
        WeekKind::Milestone => "◆",
        WeekKind::Problem => "!",
        WeekKind::Birthday => "☼",
    }
}

fn week(items: &[WeekItem], cx: &Context<'_>) -> Vec<Block> {
    if items.is_empty() {
        return Vec::new();
    }
    let mut table =
        Table::new(vec![Column::short(""), Column::short(""), Column::text("").leaving(1), Column::text("")]);
    let mut before: Option<NaiveDate> = None;
    for item in items {
        let day = if before == Some(item.day) { String::new() } else { week_day(item.day, cx) };
        before = Some(item.day);
        let account = item.account.map(|a| cx.directory.name(Kind::Account, a)).unwrap_or_default();
        let title = week_words(item, cx);
        let tone = if item.day == cx.today { Tone::Accent } else { Tone::Text };
        table.push(
            Some(item.subject),
            vec![Cell::toned(day, tone), week_sign(item.what).into(), account.into(), title.into()],
        );
    }
    vec![Block::heading(cx.words.get("report-week")), Block::Table(table)]
}

/// What stands on the day: `10:00 meeting, Kerstin Vogel: review`, `revised SLA, Jordi Mas`, a name.
pub fn week_words(item: &WeekItem, cx: &Context<'_>) -> String {
    let time = item.time.map(show_time);
    let channel = item.channel.map(|c| choice::show(Channel::SET, c.name(), cx.words));
    let head = [time, channel].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let name = item.person.map(|p| cx.directory.name(Kind::Person, p)).unwrap_or_default();
    let title = item.title.lines().next().unwrap_or_default().to_owned();
    let title = match item.what {
        WeekKind::Notice => cx.words.with("need-notice", &[("title", &title)]),
        WeekKind::End => cx.words.with("need-end", &[("title", &title)]),
        WeekKind::Care => cx.words.with("need-care", &[("title", &title)]),
        WeekKind::Problem => cx.words.with("need-problem", &[("title", &title)]),
        WeekKind::Milestone => cx.words.with("need-milestone", &[("title", &title)]),
        WeekKind::Planned | WeekKind::Ours | WeekKind::Theirs | WeekKind::Birthday => title,
    };
    let parts: Vec<_> = [head, title, name].into_iter().filter(|p| !p.is_empty()).collect();
    parts.join(", ")
}

/// `Thu 26`.
fn week_day(day: NaiveDate, cx: &Context<'_>) -> String {
    format!("{} {:>2}", day::weekday_short(day.weekday(), cx.words), day.day())
}

fn since(today: &Today, cx: &Context<'_>) -> Vec<Block> {
    let since = &today.since;
    let Some(last) = since.day.filter(|_| !since.acts.is_empty() || !since.moved.is_empty()) else {
        return Vec::new();
    };
    let mut table = Table::new(vec![Column::number(""), Column::text("")]);
    for moved in &since.moved {
        let account = moved.account.map(|a| cx.directory.name(Kind::Account, a));
        let account = Cell::toned(account.unwrap_or_default(), Tone::Muted);
        table.push(Some(moved.subject), vec![account, says(moved, &today.indicators, cx).into()]);
    }
    for act in &since.acts {
        let day = day::column(act.at.date(), cx.today, cx.words);
        table.push(None, vec![Cell::toned(day, Tone::Muted), cx.words.say(&act.label).into()]);
    }
    let note = day::near(last, cx.today, cx.words);
    vec![Block::heading_with(cx.words.get("report-since"), note), Block::Table(table)]
}
