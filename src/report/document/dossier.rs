//! The hand-over of an account: all that a successor must know. What people told in confidence and what was written for oneself are left
//! out unless they are asked for.
use super::plan::{client, glance, picture, risks};
use super::section::{self, on, titled};
use super::when;
use crate::domain::choice::{PerkKind, Side, Topic};
use crate::domain::field::Record;
use crate::domain::kind::Kind;
use crate::lang::value::{Context, show};
use crate::lang::{choice, day, field};
use crate::report::block::{Block, Cell, Column, Figure, Table, Tone};
use crate::report::paper::Paper;
use crate::report::papers::internal;
use crate::report::picture::timeline::{Depth, gantt};
use crate::report::talks::under;
use crate::store::query::log::LogRow;
use crate::store::query::portrait::Portrait;

/// What is told of a person at work.
const AT_WORK: [&str; 6] = ["emails", "phones", "language", "wants", "worries", "style"];
/// What they told in confidence.
const PERSONAL: [&str; 2] = ["birthday", "personal"];

/// The hand-over; `personal` adds what people told in confidence and one's own notes.
pub fn dossier(of: &Portrait, personal: bool, cx: &Context<'_>) -> Paper {
    let mut blocks = titled("document-ahead", when::ahead(of, cx), cx);
    for (side, key) in [(Side::Ours, "document-we-promised"), (Side::Theirs, "document-they-promised")] {
        blocks.extend(titled(key, section::promises(of, side, cx), cx));
    }
    blocks.extend(when::then(of, cx));
    blocks.extend(glance(of, cx));
    blocks.extend(client(of, cx));
    blocks.extend(became_key(of, cx));
    blocks.extend(section::people(of, cx));
    blocks.extend(persons(of, personal, cx));
    if let Some(plan) = of.plan() {
        blocks.extend(titled("document-objectives", section::objectives(plan, cx), cx));
        blocks.extend(gantt(plan, Depth::Initiatives, cx).map(picture));
    }
    blocks.extend(section::indicators(of, cx));
    blocks.extend(section::sales(of, cx));
    blocks.extend(section::white(of, cx));
    blocks.extend(risks(of, cx));
    blocks.extend(care(of, cx));
    blocks.extend(learned(of, cx));
    blocks.extend(decisions(of, cx));
    blocks.extend(team(of, cx));
    blocks.extend(under(&of.talks.iter().collect::<Vec<&LogRow>>(), "document-history", cx));
    if personal {
        blocks.extend(under(&of.notes.iter().collect::<Vec<&LogRow>>(), "document-notes", cx));
    }
    let title = cx.words.with("document-dossier", &[("account", &of.page.account.name)]);
    let foot = if personal { cx.words.get("handout-for-me") } else { cx.words.get("handout-internal") };
    Paper { foot, ..internal(title, day::span(of.days, cx.words), blocks, cx) }
}

/// Since when it is a key account and why.
fn became_key(of: &Portrait, cx: &Context<'_>) -> Vec<Block> {
    let mut table = Table::new(vec![
        head("day", cx),
        Column::short(head("state", cx).title),
        Column::text(head("why", cx).title),
    ]);
    for one in &of.promotions {
        let tier = one.tier.map(|tier| choice::word::<crate::domain::choice::Tier>(tier, cx.words));
        let day = one.day.map(|day| day::show(day, cx.words)).unwrap_or_default();
        let cells = vec![day.into(), tier.unwrap_or_default().into(), one.reason.clone().into()];
        table.push(Some((Kind::Promotion, one.head.id)), cells);
    }
    titled("document-since", table, cx)
}

fn head(key: &str, cx: &Context<'_>) -> Column {
    Column::short(cx.words.get(&format!("document-head-{key}")))
}

fn text(key: &str, cx: &Context<'_>) -> Column {
    Column::text(cx.words.get(&format!("document-head-{key}")))
}

/// Each person: how to reach them, what moves them at work, who of ours knows them.
fn persons(of: &Portrait, personal: bool, cx: &Context<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for person in &of.persons {
        let wanted = |name: &str| AT_WORK.contains(&name) || (personal && PERSONAL.contains(&name));
        let specs = Kind::Person.specs().into_iter().filter(|spec| wanted(spec.name));
        let known = specs.map(|spec| (spec, Record::get(person, spec.name))).filter(|(_, v)| !v.is_empty());
        let mut figures: Vec<Figure> = known
            .map(|(spec, value)| {
                Figure::new(field::label(Kind::Person, spec.name, cx.words), show(spec.kind, &value, cx))
            })
            .collect();
        let known = of.circles.known.iter().find(|theirs| theirs.person == person.head.id);
        let ours = known.map(|theirs| of.circles.colleagues.iter().zip(&theirs.met));
        let names: Vec<_> = ours
            .into_iter()
            .flatten()
            .filter(|(_, met)| met.is_some())
            .map(|((_, n), _)| n.as_str())
            .collect();
        if !names.is_empty() {
            figures.push(Figure::new(cx.words.get("document-known-by"), names.join(", ")));
        }
        if !figures.is_empty() {
            blocks.extend([Block::subheading(person.name.clone()), Block::Figures(figures)]);
        }
    }
    if !blocks.is_empty() {
        blocks.insert(0, Block::heading(cx.words.get("document-persons")));
    }
    blocks
}

fn care(of: &Portrait, cx: &Context<'_>) -> Vec<Block> {
    let mut table = Table::new(vec![text("what", cx), head("sort", cx), head("until", cx)]);
    for one in &of.care {
        let sort = one.perk.sort.map(|sort| choice::word::<PerkKind>(sort, cx.words)).unwrap_or_default();
        let cells = vec![one.perk.name.clone().into(), sort.into(), on(one.perk.until, cx).into()];
        table.push(Some((Kind::Perk, one.perk.head.id)), cells);
    }
    titled("document-care", table, cx)
}

fn learned(of: &Portrait, cx: &Context<'_>) -> Vec<Block> {
    let mut table = Table::new(vec![head("day", cx), text("what", cx), head("about", cx)]);
    for one in &of.learned {
        let topic = one.topic.map(|topic| choice::word::<Topic>(topic, cx.words)).unwrap_or_default();
        let cells = vec![on(one.day, cx).into(), one.name.clone().into(), Cell::toned(topic, Tone::Muted)];
        table.push(Some((Kind::Insight, one.head.id)), cells);
    }
    titled("document-learned", table, cx)
}

fn decisions(of: &Portrait, cx: &Context<'_>) -> Vec<Block> {
    let mut table = Table::new(vec![head("day", cx), text("what", cx), text("why", cx)]);
    for row in of.decisions.iter().rev() {
        let one = &row.decision;
        let cells = vec![on(one.decided_on, cx).into(), one.name.clone().into(), one.why.clone().into()];
        table.push(Some((Kind::Decision, one.head.id)), cells);
    }
    titled("document-decided", table, cx)
}

fn team(of: &Portrait, cx: &Context<'_>) -> Vec<Block> {
    let mut table = Table::new(vec![text("who", cx), text("function", cx), text("email", cx)]);
    for mate in of.team.iter().flat_map(|team| &team.mates) {
        let Some(colleague) = mate.colleague else { continue };
        let email = mate.email.clone().unwrap_or_default();
        let cells = vec![mate.name.clone().into(), mate.function.clone().into(), email.into()];
        table.push(Some((Kind::Colleague, colleague)), cells);
    }
    titled("document-team", table, cx)
}
