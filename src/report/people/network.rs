//! Who sways whom at an account as a document: whom to see next and why, how far each reaches, who is against whom (§3).
use std::collections::HashMap;

use crate::domain::Id;
use crate::domain::called::called;
use crate::domain::choice::Tie;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::network::{Nearest, Network, Next, Node, Way, next_contacts};
use crate::domain::score::{Figure, Part, Score};
use crate::domain::turn::{Turn, hindrance};
use crate::lang::day;
use crate::lang::value::Context;
use crate::report::block::{Block, Cell, Column, Table, Tone};
use crate::report::need::decimal;
use crate::report::score::{Measure, blocks};
use crate::store::query::centre::Edge;

/// How many next contacts the document names.
const NEXT: usize = 5;
/// How many terms a reach is written out with.
const TERMS: usize = 3;

/// The network of an account as it is judged today.
#[derive(Debug, Clone, PartialEq)]
pub struct Net {
    /// The client.
    pub account: Id,
    /// Its people and edges.
    pub network: Network,
    /// Whom to see, the most valuable first.
    pub next: Vec<Next>,
    /// What everybody is called where room is short.
    short: HashMap<Id, String>,
    /// Where each stands in `next`.
    ranks: HashMap<Id, usize>,
    /// Of everybody the way to the decider whom they reach first.
    nearest: HashMap<Id, Nearest>,
}

impl Net {
    /// The network of an account on that day.
    pub fn of(account: Id, network: Network, today: chrono::NaiveDate) -> Self {
        let next = next_contacts(&network, today);
        let names: Vec<(Id, &str)> =
            network.nodes().iter().map(|node| (node.person, node.name.as_str())).collect();
        let short =
            names.iter().map(|(id, _)| *id).zip(called(&names).into_iter().map(|c| c.short)).collect();
        let ranks = next.iter().enumerate().map(|(at, next)| (next.person, at)).collect();
        let nearest = network.nearest();
        Self { account, network, next, short, ranks, nearest }
    }

    /// What a person is called where room is short: nobody else of the network is called so.
    pub fn short(&self, person: Id) -> &str {
        self.short.get(&person).map_or("", String::as_str)
    }

    /// Which next contact a person is, counted from 1; `None` for who is not proposed.
    pub fn rank(&self, person: Id) -> Option<(usize, &Next)> {
        let at = *self.ranks.get(&person)?;
        Some((at + 1, self.next.get(at)?))
    }

    /// The way of a person to the decider whom they reach first.
    pub fn nearest(&self, person: Id) -> Option<&Nearest> {
        self.nearest.get(&person)
    }

    fn name(&self, person: Id) -> &str {
        self.network.node(person).map_or("", |node| node.name.as_str())
    }
}

/// The whole page of an account.
pub fn network(net: &Net, edges: &[Edge], cx: &Context<'_>) -> Vec<Block> {
    let words = cx.words;
    let name = cx.directory.name(Kind::Account, net.account);
    let (people, drawn) = (net.network.nodes().len().to_string(), net.network.edges().len().to_string());
    let counts = words.with("network-counts", &[("people", &people), ("edges", &drawn)]);
    let mut page = vec![Block::heading_with(format!("{} · {name}", words.get("network-title")), counts)];
    if net.network.nodes().is_empty() {
        page.push(Block::Paragraph(words.get("network-nobody")));
        return page;
    }
    if drawn == "0" {
        page.push(Block::Callout(Tone::Muted, how_to_begin(net, &name, cx)));
    }
    page.extend(next(net, cx));
    page.extend(reach(net, cx));
    page.extend(conflicts(net, edges, cx));
    page
}

/// How the first tie is written down: a command that can be pasted, of people who are there.
fn how_to_begin(net: &Net, account: &str, cx: &Context<'_>) -> String {
    match net.network.nodes() {
        [person, sways, ..] => {
            let (person, sways) = (person.name.as_str(), sways.name.as_str());
            cx.words.with("network-none", &[("account", account), ("person", person), ("sways", sways)])
        }
        [_] | [] => cx.words.get("network-one"),
    }
}

fn next(net: &Net, cx: &Context<'_>) -> [Block; 2] {
    let title = Block::heading(cx.words.get("network-next"));
    if net.next.is_empty() {
        return [title, Block::Paragraph(cx.words.get("network-next-none"))];
    }
    let head = |key: &str| cx.words.get(key);
    let mut table = Table::new(vec![
        Column::number(""),
        Column::short(head("network-head-name")),
        Column::number(""),
        Column::text(head("network-head-why")),
    ]);
    for (rank, next) in (1..).zip(&net.next).take(NEXT) {
        let cells = vec![
            Cell::toned(rank.to_string(), Tone::Muted),
            Cell::toned(net.name(next.person), if rank == 1 { Tone::Heading } else { Tone::Text }),
            decimal(next.value, 1, cx).into(),
            reason(next, cx).into(),
        ];
        table.push(Some((Kind::Person, next.person)), cells);
    }
    [title, Block::Table(table)]
}

fn reach(net: &Net, cx: &Context<'_>) -> [Block; 2] {
    let head = |key: &str| cx.words.get(key);
    let mut table = Table::new(vec![
        Column::short(head("network-head-name")),
        Column::number(head("network-head-reach")),
        Column::text(head("network-head-made")).leaving(1),
        Column::text(head("network-head-way")),
    ]);
    for (node, reach) in net.network.ranked() {
        let score = net.network.why_reach(node.person).filter(|score| score.parts.len() > 1);
        let made = score.map(|score| made(&score, cx)).unwrap_or_default();
        let cells = vec![
            node.name.as_str().into(),
            decimal(reach, 1, cx).into(),
            Cell::toned(made, Tone::Muted),
            leads(net, node, cx),
        ];
        table.push(Some((Kind::Person, node.person)), cells);
    }
    for node in net.network.nodes().iter().filter(|node| node.placeholder) {
        let unknown = Cell::toned(cx.words.get("network-placeholder"), Tone::Muted);
        let cells = vec![
            Cell::toned(node.name.as_str(), Tone::Muted),
            Cell::toned("–", Tone::Muted),
            Cell::default(),
            unknown,
        ];
        table.push(Some((Kind::Person, node.person)), cells);
    }
    [Block::heading(cx.words.get("network-reach")), Block::Table(table)]
}

/// The ways of a person to everybody who decides.
fn leads(net: &Net, node: &Node, cx: &Context<'_>) -> Cell {
    let decides = node.decider.then(|| cx.words.get("network-decides"));
    let ways = net.network.ways(node.person);
    let said: Vec<String> =
        decides.into_iter().chain(ways.iter().map(|way| self::way(way, &net.network))).collect();
    if said.is_empty() {
        return Cell::toned(cx.words.get("network-no-way-known"), Tone::Muted);
    }
    said.join("; ").into()
}

/// A way as its people: `→ Ana Ruiz → Jordi Mas`.
fn way(way: &Way, network: &Network) -> String {
    let name = |id: Id| network.node(id).map_or("", |node| node.name.as_str());
    way.steps.iter().map(|step| format!("→ {}", name(step.person))).collect::<Vec<_>>().join(" ")
}

/// Why somebody should be seen, as one sentence without its full stop.
pub fn reason(next: &Next, cx: &Context<'_>) -> String {
    sentence(next.reason.iter(), cx)
}

/// The same where room is short: without how many they sway, if there is another reason.
pub fn main_reason(next: &Next, cx: &Context<'_>) -> String {
    let sways = |part: &&Explain| part.key == "network-reason-sways";
    if next.reason.iter().all(|part| sways(&part)) {
        return reason(next, cx);
    }
    sentence(next.reason.iter().filter(|part| !sways(part)), cx)
}

fn sentence<'a>(parts: impl Iterator<Item = &'a Explain>, cx: &Context<'_>) -> String {
    parts.map(|part| cx.words.say(part)).collect::<Vec<_>>().join(", ")
}

/// What a reach is made of: `2 + 2.6 through Ana`.
pub fn made(score: &Score, cx: &Context<'_>) -> String {
    let amount = |part: &Part| part.value.as_ref().ok().and_then(Figure::amount).unwrap_or(0.0);
    let Some((own, through)) = score.parts.split_first() else { return String::new() };
    let mut terms = vec![decimal(amount(own), 1, cx)];
    // One too many is written out too: it takes no more room than to say so.
    let written = if through.len() > TERMS + 1 { TERMS } else { through.len() };
    let (named, rest) = through.split_at(written);
    terms.extend(
        named.iter().map(|part| format!("{} {}", decimal(amount(part), 1, cx), cx.words.say(&part.label))),
    );
    if !rest.is_empty() {
        let others = cx.words.with("network-others", &[("count", &rest.len().to_string())]);
        terms.push(format!("{} {others}", decimal(rest.iter().map(amount).sum(), 1, cx)));
    }
    terms.join(" + ")
}

fn conflicts(net: &Net, edges: &[Edge], cx: &Context<'_>) -> Vec<Block> {
    let drawn = |id: Id| net.network.edges().iter().any(|edge| edge.id == id);
    let mut table = Table::new(vec![Column::short(""), Column::number("")]);
    for edge in edges.iter().filter(|edge| edge.tie == Tie::Conflict && drawn(edge.id)) {
        let since = edge.since.map(|on| day::column(on, cx.today, cx.words)).unwrap_or_default();
        let both = format!("{} × {}", net.name(edge.person), net.name(edge.sways));
        table.push(Some((Kind::Influence, edge.id)), vec![both.into(), Cell::toned(since, Tone::Muted)]);
    }
    if table.rows.is_empty() {
        return Vec::new();
    }
    vec![Block::heading(cx.words.get("network-conflicts")), Block::Table(table)]
}

/// How the reach of a person is made and, factor by factor, what they are worth as the next contact; or why they are not proposed.
pub fn explain(net: &Net, person: Id, cx: &Context<'_>) -> Vec<Block> {
    let words = cx.words;
    let Some(node) = net.network.node(person) else { return Vec::new() };
    let (measure, name) = (Measure::of_sums(cx), node.name.as_str());
    let Some(reach) = net.network.why_reach(person) else {
        return vec![Block::heading(name), Block::Paragraph(words.get("network-not-counted"))];
    };
    let mut page = Vec::new();
    if let Some((rank, next)) = net.rank(person)
        && let Some(score) = net.network.why_next(next, cx.today)
    {
        page.extend(blocks(&words.with("network-why-next", &[("name", name)]), &score, measure, cx));
        let (rank, all) = (rank.to_string(), net.next.len().to_string());
        let rank = words.with("network-why-rank", &[("rank", &rank), ("all", &all)]);
        page.push(Block::Paragraph(format!("{rank}: {}", reason(next, cx))));
    }
    page.extend(blocks(&words.with("network-why-reach", &[("name", name)]), &reach, measure, cx));
    page.push(Block::Paragraph(made(&reach, cx)));
    page.extend(ways(net, node, cx));
    page.extend(not_proposed(node, cx).map(Block::Paragraph));
    page
}

/// The shortest way to everybody who decides, each in a line.
fn ways(net: &Net, node: &Node, cx: &Context<'_>) -> Vec<Block> {
    let ways = net.network.ways(node.person);
    if ways.is_empty() && node.decider {
        return Vec::new();
    }
    let heading = Block::heading(cx.words.get("network-head-way"));
    if ways.is_empty() {
        return vec![heading, Block::Paragraph(cx.words.get("network-no-way-known"))];
    }
    let mut table = Table::new(vec![Column::short(""), Column::text("")]);
    for way in ways {
        let steps = self::way(&way, &net.network);
        table.push(Some((Kind::Person, way.decider)), vec![net.name(way.decider).into(), steps.into()]);
    }
    vec![heading, Block::Table(table)]
}

/// Why somebody is not proposed; `None` for who is.
pub fn not_proposed(node: &Node, cx: &Context<'_>) -> Option<String> {
    if node.placeholder {
        return Some(cx.words.get("network-not-counted"));
    }
    match hindrance(node.do_not_contact, node.not_before, cx.today)? {
        Turn::AskedNot => Some(cx.words.get("network-not-proposed-asked")),
        Turn::Waits(until) => {
            Some(cx.words.with("network-not-proposed-before", &[("day", &day::show(until, cx.words))]))
        }
        Turn::Due(_) | Turn::In(_) => None,
    }
}
