//! Rows of *Needs you* about problems, contracts and decisions, explained.
use crate::domain::choice::{Choice, Severity, Side};
use crate::domain::field::Link;
use crate::domain::kind::Kind;
use crate::domain::needs::{Need, Share};
use crate::domain::opportunity::Contract;
use crate::domain::problem::Problem;
use crate::lang::value::Context;
use crate::lang::{choice, day, field, money};
use crate::report::block::{Block, Cell, Column, Figure, Table};
use crate::store::query::behind::Behind;
use crate::store::query::decisions::DecisionRow;

/// What the client is of all the revenue.
pub(super) fn share(share: Share, cx: &Context<'_>) -> Figure {
    let shown = crate::report::indicator::share(crate::domain::cadence::as_f64(share.per_mille) / 1000.0, cx);
    let note = if share.assumed { cx.words.get("need-share-assumed") } else { String::new() };
    Figure::new(cx.words.get("need-share"), shown).note(note)
}

/// What is known of the problem, contract or decision, beside its day.
pub fn figures(behind: &Behind, cx: &Context<'_>) -> Vec<Figure> {
    let problem = behind.problem.iter().flat_map(|p| problem(p, cx));
    let contract = behind.contract.iter().flat_map(|c| contract(c, cx));
    problem.chain(contract).chain(behind.decision.iter().flat_map(|d| untold(d, cx))).collect()
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
