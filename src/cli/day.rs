//! What needs me today, and what was said: the two questions asked most.
use clap::ArgMatches;
use serde_json::{Value as Json, json};

use super::failure::{Code, Failure};
use super::parse::count;
use super::shell::{Book, Shell};
use super::{find, json as as_json};
use crate::capture::seek::seek;
use crate::domain::choice::{Choice, Unit};
use crate::domain::kind::Kind;
use crate::domain::needs::Need;
use crate::lang::value::Context;
use crate::report::glance::Glance;
use crate::report::moved::says;
use crate::report::{indicator, need, talks, today as page};
use crate::store::query::log::LogQuery;
use crate::store::query::scorecard::Indicator;
use crate::store::query::search::Found;
use crate::store::query::today::moved::Moved;
use crate::store::query::today::week::WeekItem;
use crate::store::query::today::{Card, Today};

/// Prints Today of all accounts, or of one.
pub fn today(shell: &Shell, account: Option<&str>) -> Result<(), Failure> {
    let mut book = shell.book()?;
    shell.keep_day(&mut book);
    let scope = account.map(|a| find::named(shell, &book, Kind::Account, a)).transpose()?;
    let today = book.store.today(scope, shell.today)?;
    let cx = shell.cx(&book.directory, scope);
    if shell.json {
        shell.out.json(&today_json(&today, &cx));
    } else {
        shell.out.blocks(&page::today(&today, &cx));
    }
    Ok(())
}

fn today_json(today: &Today, cx: &Context<'_>) -> Json {
    let last = today.since.day.map(|d| d.to_string());
    json!({
        "day": cx.today.to_string(),
        "urgent": today.urgent,
        "needs": today.needs.iter().map(|n| need_json(n, today, cx)).collect::<Vec<_>>(),
        "accounts": today.cards.iter().map(|c| card_json(c, today, cx)).collect::<Vec<_>>(),
        "week": today.week.iter().map(|i| week_json(i, cx)).collect::<Vec<_>>(),
        "without_role": today.no_role,
        "since": {
            "day": last,
            "moved": today.since.moved.iter().map(|m| moved_json(m, today, cx)).collect::<Vec<_>>(),
            "entries": today.since.acts.iter().map(|a| a.id).collect::<Vec<_>>(),
        },
    })
}

fn need_json(need: &Need, today: &Today, cx: &Context<'_>) -> Json {
    let (kind, id) = need.subject;
    json!({
        "cause": need.cause.name(),
        "band": need.cause.band(),
        "kind": kind.name(),
        "id": (id > 0).then_some(id),
        "account": need.account,
        "person": need.person,
        "side": need.side.map(Choice::name),
        "text": need::sentence(need, &today.indicators, cx),
        "day": need.day.map(|d| d.to_string()),
        "days_late": (need.late > i64::MIN).then_some(need.late),
        "cadence": need.cadence,
        "weight": need.weight,
        "revenue_share": need.share.map(|s| crate::domain::cadence::as_f64(s.per_mille) / 1000.0),
        "more": need.more,
    })
}

fn moved_json(moved: &Moved, today: &Today, cx: &Context<'_>) -> Json {
    let (kind, id) = moved.subject;
    json!({
        "kind": kind.name(),
        "id": id,
        "account": moved.account,
        "text": says(moved, &today.indicators, cx),
    })
}

fn money(units: f64, one: &Indicator) -> Json {
    as_json::units(units, Unit::Money, one.figures.currency)
}

fn card_json(card: &Card, today: &Today, cx: &Context<'_>) -> Json {
    let of = Glance::of(today, card.account);
    let states = of.own().map(|i| indicator::name(&i.standing.rag));
    json!({
        "health": of.health.map(|h| json!({
            "value": h.health.score.amount(),
            "evidence": h.health.score.evidence,
            "before": h.since.as_ref().ok().map(|s| s.before),
        })),
        "revenue": of.revenue.map(|one| json!({
            "kpi": one.figures.kpi.head.id,
            "to_date": one.standing.to_date.as_ref().ok().map(|v| money(*v, one)),
            "target": one.standing.plan.as_ref().ok().map(|goal| money(goal.low, one)),
            "share": of.share(),
            "left_out": one.left_out.as_ref().map(|why| cx.words.say(why)),
        })),
        "kpis": states.collect::<Vec<_>>(),
        "id": card.account,
        "name": card.name,
        "last_contact": card.last.map(|d| d.to_string()),
        "next_planned": card.next.map(|d| d.to_string()),
        "open_commitments": card.open,
        "ours_overdue": card.ours_overdue,
        "theirs_overdue": card.theirs_overdue,
        "people": card.people,
        "past_cadence": card.past_cadence,
        "urgent": card.urgent,
    })
}

fn week_json(item: &WeekItem, cx: &Context<'_>) -> Json {
    let (kind, id) = item.subject;
    json!({
        "day": item.day.to_string(),
        "time": item.time.map(|t| t.format("%H:%M").to_string()),
        "kind": kind.name(),
        "id": id,
        "account": item.account,
        "person": item.person,
        "text": page::week_words(item, cx),
    })
}

/// Prints the entries of the log that fit what was typed, newest first.
pub fn search(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    let book = shell.book()?;
    let scope = args.get_one::<String>("account");
    let scope = scope.map(|a| find::named(shell, &book, Kind::Account, a)).transpose()?;
    let typed: Vec<_> = args.get_many::<String>("words").into_iter().flatten().map(|w| quoted(w)).collect();
    let cx = shell.cx(&book.directory, scope);
    let sought = seek(&typed.join(" "), &cx);
    if let Some(trouble) = sought.trouble.into_iter().next() {
        let code = if trouble.key.starts_with("value-") { Code::Usage } else { Code::NotFound };
        return Err(Failure::new(code, trouble));
    }
    let limit = count(args, "limit").unwrap_or(50).max(1);
    let query = LogQuery { scope, filter: sought.filter, limit, ..LogQuery::default() };
    let found = book.store.search(&query)?;
    let page = &found.log;
    if page.rows.is_empty() && found.records.is_empty() {
        shell.say_with("cli-found-nothing", &[]);
    }
    if page.more || found.more {
        shell.say_with("cli-found-more", &[("count", &limit.to_string())]);
    }
    if shell.json {
        shell.out.json(&found_json(&book, &found)?);
        return Ok(());
    }
    let mut blocks = Vec::new();
    if !page.rows.is_empty() {
        blocks.push(talks::table(&page.rows.iter().collect::<Vec<_>>(), &cx));
    }
    blocks.extend(talks::records(&found.records, &cx));
    if !blocks.is_empty() {
        shell.out.blocks(&blocks);
    }
    Ok(())
}

/// Conversations, then records, each with its kind.
fn found_json(book: &Book, found: &Found) -> Result<Json, Failure> {
    let talks = found.log.rows.iter().map(|row| (Kind::Interaction, row.id));
    let records = found.records.iter().map(|hit| (hit.kind, hit.id));
    let mut all = Vec::new();
    for (kind, id) in talks.chain(records) {
        let mut one = as_json::record(book.store.record(kind, id)?.as_ref());
        if let Json::Object(fields) = &mut one {
            fields.insert("kind".to_owned(), json!(kind.name()));
        }
        all.push(one);
    }
    Ok(Json::Array(all))
}

/// A filter whose value the shell has unquoted gets its quotes back: `with:ana ruiz` was one word when it was typed.
fn quoted(word: &str) -> String {
    match word.split_once(':') {
        Some((name, value))
            if value.contains(char::is_whitespace)
                && !value.contains([':', '"'])
                && !name.contains(char::is_whitespace) =>
        {
            format!("{name}:\"{value}\"")
        }
        _ => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_keeps_its_value_of_several_words() {
        assert_eq!(quoted("with:ana ruiz"), "with:\"ana ruiz\"");
        assert_eq!(quoted("with:ana since:2w"), "with:ana since:2w");
        assert_eq!(quoted("prices high: ana"), "prices high: ana");
    }
}
