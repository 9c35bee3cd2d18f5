//! Rows of *Needs you* about problems, contracts and decisions, explained.
use crate::domain::choice::{Choice, PerkKind, Sentiment, Severity, Side};
use crate::domain::field::Link;
use crate::domain::kind::Kind;
use crate::domain::market::Perk;
use crate::domain::needs::{Need, Share};
use crate::domain::opportunity::Contract;
use crate::domain::problem::Problem;
use crate::lang::value::Context;
use crate::lang::{choice, day, field, money};
use crate::report::block::{Block, Cell, Column, Figure, Table};
use crate::report::plan::owner;
use crate::store::query::behind::{Behind, Step};
use crate::store::query::decisions::DecisionRow;

/// What the client is of all the revenue.
pub(super) fn share(share: Share, cx: &Context<'_>) -> Figure {
    let shown = crate::report::indicator::share(crate::domain::cadence::as_f64(share.per_mille) / 1000.0, cx);
    let note = if share.assumed { cx.words.get("need-share-assumed") } else { String::new() };
    Figure::new(cx.words.get("need-share"), shown).note(note)
}

/// What is known of the problem, contract, milestone, care or decision, beside its day.
pub fn figures(behind: &Behind, cx: &Context<'_>) -> Vec<Figure> {
    let problem = behind.problem.iter().flat_map(|p| problem(p, cx));
    let contract = behind.contract.iter().flat_map(|c| contract(c, cx));
    let step = behind.milestone.iter().flat_map(|s| step(s, cx));
    let care = behind.care.iter().flat_map(|c| care(c, cx));
    let decision = behind.decision.iter().flat_map(|d| untold(d, cx));
    problem.chain(contract).chain(step).chain(care).chain(decision).collect()
}

fn problem(p: &Problem, cx: &Context<'_>) -> Vec<Figure> {
    let label = |name| field::label(Kind::Problem, name, cx.words);
    let severity = p.severity.map(|s| choice::show(Severity::SET, s.name(), cx.words));
    let opened = p.opened_on.map(|d| day::show(d, cx.words));
    let owner = p.owner.map(|Link(id)| cx.directory.name(Kind::Colleague, id));
    let next = Some(p.next_step.clone());
    filled([("severity", severity), ("opened_on", opened), ("owner", owner), ("next_step", next)], label)
}

fn contract(c: &Contract, cx: &Context<'_>) -> Vec<Figure> {
    let label = |name| field::label(Kind::Contract, name, cx.words);
    let value = c.value.map(|m| money::show(cx.words.lang(), m));
    let ends = c.ends_on.map(|d| day::with_weekday(d, cx.words));
    let notice = c.notice_by().map(|d| day::with_weekday(d, cx.words));
    let renews = c.renews.then(|| cx.words.get("value-yes"));
    let mut figures = filled([("value", value), ("ends_on", ends), ("renews", renews)], label);
    figures.extend(notice.map(|by| Figure::new(cx.words.get("need-notice-by"), by)));
    figures
}

/// Of which initiative and plan a milestone is, and who does it.
fn step(of: &Step, cx: &Context<'_>) -> Vec<Figure> {
    let initiative = of.initiative.as_ref();
    let said = [
        (Kind::Milestone, "due", of.milestone.due.map(|d| day::with_weekday(d, cx.words))),
        (Kind::Milestone, "initiative", initiative.map(|i| i.name.clone())),
        (Kind::Initiative, "owner", initiative.map(|i| owner(i, cx))),
        (Kind::Initiative, "ends_on", initiative.and_then(|i| i.ends_on).map(|d| day::show(d, cx.words))),
        (Kind::Objective, "plan", of.plan.as_ref().map(|p| p.name.clone())),
    ];
    let said = said.into_iter().filter_map(|(kind, name, value)| Some((kind, name, value?)));
    let said = said.filter(|(_, _, value)| !value.is_empty());
    said.map(|(kind, name, value)| Figure::new(field::label(kind, name, cx.words), value)).collect()
}

/// What is given, what it costs, how it was received.
fn care(c: &Perk, cx: &Context<'_>) -> Vec<Figure> {
    let label = |name| field::label(Kind::Perk, name, cx.words);
    let sort = c.sort.map(|s| choice::show(PerkKind::SET, s.name(), cx.words));
    let cost = c.cost.map(|m| money::show(cx.words.lang(), m));
    let since = c.since.map(|d| day::show(d, cx.words));
    let until = c.until.map(|d| day::with_weekday(d, cx.words));
    let received = c.received.map(|s| choice::show(Sentiment::SET, s.name(), cx.words));
    let notes = Some(c.notes.trim().to_owned());
    let said = [("sort", sort), ("cost", cost), ("since", since), ("until", until), ("received", received)];
    let mut figures = filled(said, label);
    figures.extend(filled([("notes", notes)], label));
    figures
}

/// Who of each side has not been told.
fn untold(d: &DecisionRow, cx: &Context<'_>) -> Vec<Figure> {
    let sides = [(Side::Theirs, "need-untold-theirs"), (Side::Ours, "need-untold-ours")];
    let of = |side| d.untold(Some(side)).map(|(kind, id)| cx.directory.name(kind, id)).collect::<Vec<_>>();
    let figure = |(side, key)| (cx.words.get(key), of(side).join(", "));
    let named = sides.map(figure).into_iter().filter(|(_, names)| !names.is_empty());
    named.map(|(label, names)| Figure::new(label, names)).collect()
}

fn filled<const N: usize>(
    values: [(&'static str, Option<String>); N],
    label: impl Fn(&'static str) -> String,
) -> Vec<Figure> {
    let known = values.into_iter().filter_map(|(name, value)| Some((name, value.filter(|v| !v.is_empty())?)));
    known.map(|(name, value)| Figure::new(label(name), value)).collect()
}

/// The record itself, to be opened.
pub(super) fn record(need: &Need, cx: &Context<'_>) -> Block {
    let mut table = Table::new(vec![Column::text(""), Column::text("")]);
    let kind = field::kind(need.subject.0, cx.words);
    table.push(Some(need.subject), vec![Cell::from(kind), need.title.clone().into()]);
    Block::Table(table)
}
