//! What is needed of whoever reads the report: in the KAM's own words, then what waits for colleagues and for a decision.
use chrono::NaiveDate;

use crate::domain::choice::Side;
use crate::domain::day::{days_between, plus_days};
use crate::domain::insight::Rule;
use crate::domain::kind::Kind;
use crate::domain::needs::Matter;
use crate::domain::score::Source;
use crate::lang::day;
use crate::lang::value::Context;
use crate::report::block::{Block, Cell, Column, Table, Tone};
use crate::store::query::management::{Managed, Management};

/// How many there are at most, beside those in words of one's own.
const MOST: usize = 5;
/// How many days ahead what a colleague owes is asked for.
const AHEAD: i64 = 14;

/// Something that is asked for.
struct Ask {
    text: String,
    account: String,
    day: Option<NaiveDate>,
    source: Option<Source>,
}

/// The section; that nothing is asked is said.
pub(super) fn asks(of: &Management, own: &[String], cx: &Context<'_>) -> Vec<Block> {
    let mut found: Vec<Ask> = of.accounts.iter().flat_map(|account| derived(account, cx)).collect();
    // What has no day can be decided today.
    found.sort_by_key(|ask| ask.day.unwrap_or(cx.today));
    let mut told = std::collections::HashSet::new();
    found.retain(|ask| told.insert((ask.text.clone(), ask.account.clone())));
    let more = found.len().saturating_sub(MOST);
    found.truncate(MOST);
    let own = own.iter().map(|text| text.trim()).filter(|text| !text.is_empty());
    let own = own.map(|text| Ask { text: text.to_owned(), account: String::new(), day: None, source: None });
    let mut table = Table::new(vec![
        Column::number("#"),
        Column::text(cx.words.get("management-col-ask")),
        Column::text(cx.words.get("management-col-account")),
        Column::number(cx.words.get("management-col-when")),
    ]);
    for (number, ask) in (1_usize..).zip(own.chain(found)) {
        let late = ask.day.is_some_and(|on| on < cx.today);
        let when = ask.day.map(|on| day::due(on, cx.today, cx.words)).unwrap_or_default();
        let cells = vec![
            Cell::toned(number.to_string(), Tone::Muted),
            ask.text.into(),
            Cell::toned(ask.account, Tone::Muted),
            Cell::toned(when, if late { Tone::Bad } else { Tone::Text }),
        ];
        table.push_from(ask.source, cells);
    }
    let more = (more > 0).then(|| cx.words.with("management-more", &[("count", &more.to_string())]));
    let block = if table.rows.is_empty() {
        Block::Paragraph(cx.words.get("management-no-ask"))
    } else {
        Block::Table(table)
    };
    vec![Block::heading_with(cx.words.get("management-asks"), more.unwrap_or_default()), block]
}

/// What waits for others at an account: what colleagues owe, what they are late with, what must be decided.
fn derived(of: &Managed, cx: &Context<'_>) -> Vec<Ask> {
    let ask = |text: String, day: Option<NaiveDate>, source: Option<Source>| Ask {
        text,
        account: of.account.name.clone(),
        day,
        source,
    };
    let by =
        |name: &str, what: &str| cx.words.with("management-ask-colleague", &[("name", name), ("what", what)]);
    let soon = plus_days(cx.today, AHEAD);
    let mut found = Vec::new();
    for p in of.promises.iter().filter(|p| p.side == Side::Ours && p.done_on.is_none()) {
        if let (Some((_, owner)), Some(due)) = (&p.owner, p.due.filter(|due| *due <= soon)) {
            let text = p.text.lines().next().unwrap_or_default();
            found.push(ask(by(owner, text), Some(due), Some(Source::Record(Kind::Commitment, p.id))));
        }
    }
    for late in &of.late {
        if let Some(owner) = late.owner {
            let owner = cx.directory.name(Kind::Colleague, owner);
            let source = Some(Source::Record(Kind::Initiative, late.initiative));
            found.push(ask(by(&owner, &late.name), Some(late.since), source));
        }
    }
    found.extend(decisions(of, cx).into_iter().map(|(text, day, source)| ask(text, day, source)));
    found
}

/// What has to be decided before a day: contracts and care that end, a target that is out of reach.
fn decisions(of: &Managed, cx: &Context<'_>) -> Vec<(String, Option<NaiveDate>, Option<Source>)> {
    let mut found = Vec::new();
    for need in &of.needs {
        let key = match need.cause.matter() {
            Matter::Notice | Matter::End => "management-ask-contract",
            Matter::Care => "management-ask-care",
            Matter::Promise
            | Matter::Cadence
            | Matter::Talk
            | Matter::Birthday
            | Matter::Problem
            | Matter::Indicator
            | Matter::Decision
            | Matter::Milestone
            | Matter::Report
            | Matter::Count => continue,
        };
        let (kind, id) = need.subject;
        // What ended is no decision any more.
        let ahead = need.day.is_some_and(|on| days_between(on, cx.today) <= 0);
        if ahead {
            let text = cx.words.with(key, &[("name", &need.title)]);
            found.push((text, need.day, Some(Source::Record(kind, id))));
        }
    }
    for insight in of.insights.iter().filter(|i| i.rule == Rule::RateBeyond) {
        let (kind, id) = insight.subject;
        let name = insight.explain.arg("name").unwrap_or_default();
        let text = cx.words.with("management-ask-target", &[("name", name)]);
        found.push((text, None, Some(Source::Record(kind, id))));
    }
    found
}
