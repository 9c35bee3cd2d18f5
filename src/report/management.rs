//! The report to management: all key accounts on one page. How they stand, what moved since the last one and why, what may go wrong,
//! what is needed, where the year lands.
mod asks;
mod landing;
mod moved;
mod risks;
mod stand;

use super::block::{Block, Cell, Table, Tone};
use super::indicator::share;
use super::paper::Paper;
use super::papers::internal;
use crate::domain::score::Source;
use crate::domain::scorecard::Rag;
use crate::lang::value::Context;
use crate::lang::{day, money};
use crate::store::query::management::{Managed, Management};

/// What stands for a figure that is not known.
const UNKNOWN: &str = "–";

/// The whole page; `asks` are what the KAM asks for in words of their own.
pub fn paper(of: &Management, asks: &[String], cx: &Context<'_>) -> Paper {
    let mut blocks = Vec::new();
    if of.accounts.is_empty() {
        blocks.push(Block::Paragraph(cx.words.get("management-no-accounts")));
    } else {
        let now = cx;
        // Of a time that is over everything is told as on its last day.
        let cx = &Context { today: of.then.unwrap_or(cx.today), ..*cx };
        if of.then.is_some() {
            let on = day::show(cx.today, cx.words);
            blocks.push(Block::Callout(Tone::Muted, cx.words.with("management-then", &[("day", &on)])));
        }
        blocks.push(summary(of, cx));
        blocks.extend(stand::scorecard(of, cx));
        blocks.extend(moved::moved(of, cx));
        if of.then.is_none() {
            blocks.extend(risks::risks(of, cx));
        }
        if of.then.is_none() || !asks.is_empty() {
            blocks.extend(asks::asks(of, asks, now));
        }
        blocks.extend(landing::landing(of, cx));
    }
    Paper { one_page: true, ..internal(cx.words.get("management-title"), subtitle(of, cx), blocks, cx) }
}

/// `4 key accounts · since the report of 2 Nov 2026`, `4 key accounts · 1 Jul 2026 – 30 Sep 2026`.
fn subtitle(of: &Management, cx: &Context<'_>) -> String {
    let count = cx.words.with("management-accounts", &[("count", &of.accounts.len().to_string())]);
    let since = if of.last.is_some() { "management-since-report" } else { "management-since" };
    format!("{count} · {}", time(of, since, cx))
}

/// The days that were chosen, else since when.
fn time(of: &Management, since: &str, cx: &Context<'_>) -> String {
    match of.days {
        Some(days) => day::span(days, cx.words),
        None => cx.words.with(since, &[("day", &day::show(of.since, cx.words))]),
    }
}

/// How many stand how, and where the year lands: what is read if nothing else is.
fn summary(of: &Management, cx: &Context<'_>) -> Block {
    let band = |wanted: fn(&Rag) -> bool| {
        of.accounts.iter().filter(|a| a.health.health.band.as_ref().is_some_and(wanted)).count()
    };
    let good = band(|rag| *rag == Rag::OnTrack);
    let (warn, off) = (band(|rag| *rag == Rag::AtRisk), band(|rag| *rag == Rag::Off));
    let unknown = of.accounts.len() - good - warn - off;
    let counted = [("healthy", good), ("doubtful", warn), ("ill", off), ("unknown", unknown)];
    let counted = counted.into_iter().filter(|(_, count)| *count > 0).map(|(name, count)| {
        cx.words.with(&format!("management-count-{name}"), &[("count", &count.to_string())])
    });
    let mut said = cx.words.with("management-health", &[("counts", &counted.collect::<Vec<_>>().join(", "))]);
    let sums = landing::Sums::of(of);
    if let (Ok(lands), Ok(target)) = (&sums.landing, &sums.target)
        && *target > 0.0
    {
        let short = |units: f64| base(units, cx);
        let key = if lands < target { "management-lands-short" } else { "management-lands" };
        let (value, plan) = (short(*lands), short(*target));
        let (part, gap) = (share(lands / target, cx), short((target - lands).abs()));
        let args = [("value", value.as_str()), ("target", &plan), ("share", &part), ("gap", &gap)];
        said = format!("{said} {}", cx.words.with(key, &args));
    }
    let tone = match (off, warn) {
        (1.., _) => Tone::Bad,
        (0, 1..) => Tone::Warn,
        (0, 0) if good > 0 => Tone::Good,
        (0, 0) => Tone::Text,
    };
    Block::Callout(tone, said)
}

/// An amount in the currency of sums, short.
fn base(units: f64, cx: &Context<'_>) -> String {
    money::short(cx.words.lang(), units, cx.directory.terms.currency)
}

/// A row of what moved or may go wrong: its cells beside the name of the account, and where it leads.
struct Line {
    cells: Vec<Cell>,
    source: Option<Source>,
}

/// The first rows of each account, its name before the first of them; how many more there are stands behind the words that explain
/// the last one.
fn rows(
    of: &Management,
    most: usize,
    table: &mut Table,
    lines: impl Fn(&Managed) -> Vec<Line>,
    cx: &Context<'_>,
) {
    for account in &of.accounts {
        let mut lines = lines(account);
        let more = lines.len().saturating_sub(most);
        lines.truncate(most);
        if let Some(why) = lines.last_mut().and_then(|line| line.cells.get_mut(1)).filter(|_| more > 0) {
            let more = cx.words.with("management-more", &[("count", &more.to_string())]);
            why.text = [std::mem::take(&mut why.text), more]
                .into_iter()
                .filter(|t| !t.is_empty())
                .collect::<Vec<_>>()
                .join(" · ");
        }
        let mut name = account.account.name.clone();
        for mut line in lines {
            line.cells.insert(0, std::mem::take(&mut name).into());
            table.push_from(line.source, line.cells);
        }
    }
}
