//! What is not what the last report said: figures then and now, then what happened and why.
use super::{Line, base};
use crate::domain::choice::Stage;
use crate::domain::kind::Kind;
use crate::domain::score::Source;
use crate::domain::scorecard::Rag;
use crate::lang::value::Context;
use crate::lang::{choice, day};
use crate::report::block::{Block, Cell, Column, Table, Tone};
use crate::report::indicator::Shown;
use crate::report::moved::{what, why};
use crate::store::query::management::{Managed, Management, News, What};
use crate::store::query::today::moved::{Move, Moved};

/// How many rows an account has at most.
const ROWS: usize = 3;
/// How many promises are named.
const NAMED: usize = 2;

/// A row: what happened, why, what it means.
struct Row {
    what: String,
    why: String,
    tone: Tone,
    source: Option<Source>,
}

/// The section; that nothing moved is said.
pub(super) fn moved(of: &Management, cx: &Context<'_>) -> Vec<Block> {
    let since = super::time(of, "management-since", cx);
    let mut table = Table::new(vec![
        Column::text(cx.words.get("management-col-account")),
        Column::text(cx.words.get("management-col-what")),
        Column::text(cx.words.get("management-col-why")).leaving(1),
    ]);
    let line = |row: Row| Line {
        cells: vec![Cell::toned(way(row.tone, &row.what), row.tone), Cell::toned(row.why, Tone::Muted)],
        source: row.source,
    };
    let lines = |account: &Managed| rows(account, cx).into_iter().map(line).collect();
    super::rows(of, ROWS, &mut table, lines, cx);
    let block = if table.rows.is_empty() {
        Block::Paragraph(cx.words.get("management-nothing-moved"))
    } else {
        Block::Table(table)
    };
    let gone = (!of.gone.is_empty())
        .then(|| Block::Paragraph(cx.words.with("management-gone", &[("names", &of.gone.join(", "))])));
    [Block::heading_with(cx.words.get("management-moved"), since), block].into_iter().chain(gone).collect()
}

/// Which way it went, before the words.
fn way(tone: Tone, what: &str) -> String {
    match tone {
        Tone::Good => format!("▲ {what}"),
        Tone::Bad => format!("▼ {what}"),
        Tone::Warn => format!("◐ {what}"),
        Tone::Text | Tone::Muted | Tone::Heading | Tone::Accent => what.to_owned(),
    }
}

fn rows(of: &Managed, cx: &Context<'_>) -> Vec<Row> {
    let new = of.is_new.then(|| Row {
        what: cx.words.get("management-new-account"),
        why: String::new(),
        tone: Tone::Accent,
        source: Some(Source::Record(Kind::Account, of.account.head.id)),
    });
    let figures = of.moved.iter().map(|moved| figure(moved, of, cx));
    new.into_iter().chain(figures).chain(of.news.iter().map(|news| record(news, of, cx))).collect()
}

/// A health or an indicator.
fn figure(moved: &Moved, of: &Managed, cx: &Context<'_>) -> Row {
    let tone = match &moved.what {
        Move::Health { before, now, .. } if now > before => Tone::Good,
        Move::Turned(Rag::OnTrack) => Tone::Good,
        Move::Turned(Rag::AtRisk) => Tone::Warn,
        Move::Health { .. } | Move::Turned(_) => Tone::Bad,
        Move::Entered { .. } => Tone::Text,
    };
    let (kind, id) = moved.subject;
    Row {
        what: what(moved, &of.indicators, cx),
        why: why(moved, &of.indicators, cx),
        tone,
        source: Some(Source::Record(kind, id)),
    }
}

fn record(news: &News, of: &Managed, cx: &Context<'_>) -> Row {
    let (what, why, tone) = match &news.what {
        What::Landing { before, now, come } => landing(*before, *now, *come, of, cx),
        What::Opened(name, next) => {
            (cx.words.with("management-opened", &[("name", name)]), next_step(next, cx), Tone::Bad)
        }
        What::Closed(name) => {
            (cx.words.with("management-closed", &[("name", name)]), String::new(), Tone::Good)
        }
        What::NewSale(name, stage) => {
            let args = [("name", name.as_str()), ("stage", &choice::word(*stage, cx.words))];
            (cx.words.with("management-new-sale", &args), String::new(), Tone::Good)
        }
        What::Stage { name, before, now, why } => stage(name, (*before, *now), why, cx),
        What::Moved { name, before, now } => {
            let (then, is) = (day::show(*before, cx.words), day::show(*now, cx.words));
            let key = if now > before { "management-put-off" } else { "management-sooner" };
            let tone = if now > before { Tone::Warn } else { Tone::Good };
            let args = [("name", name.as_str()), ("before", &then), ("now", &is)];
            (cx.words.with(key, &args), String::new(), tone)
        }
        What::Decided(name, why) => {
            (cx.words.with("management-decided", &[("name", name)]), why.clone(), Tone::Text)
        }
        What::Reached(name) => {
            (cx.words.with("management-reached", &[("name", name)]), String::new(), Tone::Good)
        }
        What::Promises { ours, kept, made } => promises(*ours, kept, made, cx),
    };
    Row { what, why, tone, source: news.source }
}

fn next_step(next: &str, cx: &Context<'_>) -> String {
    if next.is_empty() { String::new() } else { cx.words.with("management-next", &[("step", next)]) }
}

fn landing(
    before: f64,
    now: f64,
    come: Option<f64>,
    of: &Managed,
    cx: &Context<'_>,
) -> (String, String, Tone) {
    let revenue = of.revenue();
    let show = |units: f64| revenue.map_or_else(|| base(units, cx), |one| Shown { one, cx }.short(units));
    let args = [("before", show(before)), ("now", show(now))];
    let args = args.each_ref().map(|(name, value)| (*name, value.as_str()));
    let come = come.filter(|come| *come > 0.0);
    let why = come.map(|come| cx.words.with("management-came-in", &[("value", &show(come))]));
    let tone = if now > before { Tone::Good } else { Tone::Bad };
    (cx.words.with("management-landing-moved", &args), why.unwrap_or_default(), tone)
}

fn stage(name: &str, (before, now): (Stage, Stage), why: &str, cx: &Context<'_>) -> (String, String, Tone) {
    match now {
        Stage::Won => (cx.words.with("management-won", &[("name", name)]), String::new(), Tone::Good),
        Stage::Lost => (cx.words.with("management-lost", &[("name", name)]), why.to_owned(), Tone::Bad),
        Stage::Identified | Stage::Qualified | Stage::Proposal | Stage::Negotiation | Stage::Verbal => {
            let (then, is) = (choice::word(before, cx.words), choice::word(now, cx.words));
            let args = [("name", name), ("before", &then), ("now", &is)];
            let tone = if now > before { Tone::Good } else { Tone::Warn };
            (cx.words.with("management-stage", &args), next_step(why, cx), tone)
        }
    }
}

fn promises(ours: bool, kept: &[String], made: &[String], cx: &Context<'_>) -> (String, String, Tone) {
    let count = |names: &[String], key: &str| {
        (!names.is_empty()).then(|| cx.words.with(key, &[("count", &names.len().to_string())]))
    };
    let said = if ours {
        [count(kept, "management-ours-kept"), count(made, "management-ours-made")]
    } else {
        [count(kept, "management-theirs-kept"), count(made, "management-theirs-made")]
    };
    let names = kept.iter().chain(made);
    let mut why = names.clone().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(" · ");
    if names.count() > NAMED {
        why.push_str(" …");
    }
    let said = said.into_iter().flatten().collect::<Vec<_>>().join(", ");
    (crate::lang::capital(&said), why, Tone::Text)
}
