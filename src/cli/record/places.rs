//! A person with their places: what is known and from where, promises, the history of what was learned.
use serde_json::{Value as Json, json};

use super::show::{fields, title};
use crate::cli::failure::Failure;
use crate::cli::shell::Book;
use crate::domain::Id;
use crate::domain::acquaintance::Acquaintance;
use crate::domain::choice::{Aspect, Choice};
use crate::domain::commitment::{Promise, kept};
use crate::domain::evidence::{Change, Turn, stale};
use crate::domain::kind::Kind;
use crate::domain::value::Value;
use crate::lang::value::Context;
use crate::lang::{day, field};
use crate::report::{Block, Figure, person, strength, talks};
use crate::store::query::log::{Filter, LogQuery};
use crate::store::query::person::PersonPage;

/// Fields that stand in the title, above their place, or with their day and cause beneath it.
const SAID: [&str; 8] =
    ["name", "person", "account", "roles", "stance", "influence", "interest", "reached_via"];

/// The whole page.
pub(super) fn blocks(book: &Book, id: Id, cx: &Context<'_>) -> Result<Vec<Block>, Failure> {
    let parts = book.store.parts(Kind::Person, id)?;
    let rows = book.store.people_of(id, cx.today)?;
    let mut blocks = vec![title(Kind::Person, id, cx)];
    for (at, part) in parts.iter().enumerate() {
        if at > 0 {
            let name = match part.get("account") {
                Value::Link(account) => cx.directory.name(Kind::Account, account),
                _ => field::kind(Kind::Membership, cx.words),
            };
            blocks.push(Block::heading(name));
        }
        blocks.push(fields(part.as_ref(), &SAID, cx));
        if let Some(row) = rows.iter().find(|r| r.membership == Some(part.head().id)).filter(|_| at > 0) {
            let (contact, _) = strength::contact(row, cx);
            let mut last = Figure::new(cx.words.get("report-last-contact"), contact);
            if let Some(on) = row.last {
                last = last.note(day::show(on, cx.words));
            }
            blocks.push(Block::Figures(vec![last]));
            let page = book.store.person_page(id, row.membership, cx.today)?;
            blocks.extend(person::page(&page, cx));
        }
    }
    if let Some(row) = rows.first() {
        blocks.extend(strength::explain(row, &[], cx));
    }
    let filter = Filter { with: vec![id], ..Filter::default() };
    let log = book.store.log(&LogQuery { filter, limit: 10, ..LogQuery::default() })?.rows;
    if !log.is_empty() {
        blocks.push(Block::heading(cx.words.get("report-log")));
        blocks.push(talks::table(&log.iter().collect::<Vec<_>>(), cx));
    }
    Ok(blocks)
}

/// Adds to the JSON of a person what is known beside the fields: to each place its history, the way there, who of ours knows
/// them; promises kept to the person.
pub(super) fn members(
    book: &Book,
    id: Id,
    today: chrono::NaiveDate,
    object: &mut Json,
) -> Result<(), Failure> {
    let rows = book.store.people_of(id, today)?;
    let mut last = None;
    for row in rows {
        let page = book.store.person_page(id, row.membership, today)?;
        let places = object["memberships"].as_array_mut().into_iter().flatten();
        for place in places.filter(|place| place["id"] == json!(row.membership)) {
            place["history"] = page.changes.iter().map(|c| change(c, today)).collect();
            place["way"] = way(&page);
        }
        last = Some(page);
    }
    if let Some(page) = last {
        object["kept"] = json!({ "ours": rate(&page.kept.0, today), "theirs": rate(&page.kept.1, today) });
        let known = |one: &Acquaintance| json!({ "id": one.colleague, "name": one.name, "last": one.met.last.to_string(), "conversations": one.met.count });
        object["known_to"] = page.known_to.iter().map(known).collect();
    }
    Ok(())
}

fn change(change: &Change, today: chrono::NaiveDate) -> Json {
    let fact = &change.learned;
    let was = match &change.turn {
        Turn::First => None,
        Turn::From(before) => Some(before.as_str()),
        Turn::Confirmed => Some(fact.value.as_str()),
    };
    let number = |text: &str| match fact.aspect {
        Aspect::Influence | Aspect::Interest => text.parse::<i64>().map_or(Json::Null, Json::from),
        Aspect::Stance | Aspect::Role => Some(text).filter(|t| !t.is_empty()).map_or(Json::Null, Json::from),
    };
    json!({
        "fact": fact.id,
        "aspect": fact.aspect.name(),
        "value": number(&fact.value),
        "was": was.map_or(Json::Null, number),
        "ended": fact.ended,
        "on": fact.on.to_string(),
        "stale": stale(fact.on, today).is_some(),
        "cause": fact.cause.as_ref().map(|heard| {
            json!({ "interaction": heard.id, "channel": heard.channel.name(), "day": heard.day.to_string() })
        }),
    })
}

fn way(page: &PersonPage) -> Json {
    let via = |via: &crate::store::query::person::Via| json!({ "id": via.id, "name": via.name, "last": via.last.map(|d| d.to_string()) });
    page.reached.iter().map(via).collect()
}

fn rate(promises: &[Promise], today: chrono::NaiveDate) -> Json {
    let (kept, due) = kept(promises, today);
    json!({ "kept": kept, "due": due })
}
