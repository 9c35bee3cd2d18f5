//! The plan of an account for 12 to 18 months, whole and on one page.
use super::section::{self, titled};
use super::when;
use crate::domain::field::Record;
use crate::domain::kind::Kind;
use crate::lang::value::{Context, show};
use crate::lang::{day, field};
use crate::report::account::affairs;
use crate::report::block::{Block, Figure, Tone};
use crate::report::paper::Paper;
use crate::report::papers::internal;
use crate::report::picture::timeline::{Depth, gantt};
use crate::report::picture::{health, series};
use crate::report::plan::{days, status};
use crate::store::query::plans::PlanRow;
use crate::store::query::portrait::Portrait;

/// What is said of the client before anything else.
const PROFILE: [&str; 5] = ["sector", "site", "why_key", "fiscal_start", "part_of"];
/// What was thought about where they stand and where we do.
const THOUGHT: [&str; 8] =
    ["vision", "goals", "challenges", "proposition", "strengths", "weaknesses", "chances", "threats"];
/// The part of it that has room on a page.
const SHORT: [&str; 3] = ["vision", "goals", "proposition"];
/// Rows of a table on a page at the most.
const FEW: usize = 6;

/// The whole plan.
pub fn full(of: &Portrait, cx: &Context<'_>) -> Paper {
    let mut blocks: Vec<Block> = when::then(of, cx).into_iter().collect();
    blocks.extend(glance(of, cx));
    blocks.extend(titled("document-milestones", when::milestones(of, cx), cx));
    blocks.extend(client(of, cx));
    if let Some(plan) = of.plan() {
        blocks.extend(thought(plan, &THOUGHT, cx));
        blocks.extend(objectives(plan, cx));
    }
    blocks.push(Block::Break);
    blocks.extend(section::indicators(of, cx));
    blocks.extend(section::worth_drawing(of).filter_map(|one| series::trend(one, cx)).map(picture));
    blocks.extend(section::people(of, cx));
    blocks.extend(section::sales(of, cx));
    blocks.extend(section::white(of, cx));
    blocks.extend(risks(of, cx));
    blocks.extend(titled("document-ahead", when::ahead(of, cx), cx));
    paper("document-plan", of, blocks, cx)
}

/// The plan on one page.
pub fn page(of: &Portrait, cx: &Context<'_>) -> Paper {
    let mut blocks: Vec<Block> = when::then(of, cx).into_iter().collect();
    blocks.push(section::glance(of, cx));
    blocks.extend(titled("document-milestones", when::milestones(of, cx), cx));
    match of.plan() {
        None => blocks.push(none(of, cx)),
        Some(plan) => {
            blocks.extend(thought(plan, &SHORT, cx));
            blocks.extend(titled("document-objectives", section::objectives(plan, cx), cx));
            blocks.extend(gantt(plan, Depth::Objectives, cx).map(picture));
        }
    }
    let mut ahead = when::ahead(of, cx);
    ahead.rows.truncate(FEW);
    blocks.extend(titled("document-next-steps", ahead, cx));
    Paper { one_page: true, ..paper("document-plan", of, blocks, cx) }
}

/// A document about the plan of the account.
fn paper(key: &str, of: &Portrait, blocks: Vec<Block>, cx: &Context<'_>) -> Paper {
    let title = cx.words.with(key, &[("account", &of.page.account.name)]);
    let subtitle = of.plan().map(|row| {
        let time = row.plan.days().map(|of| days(of, cx));
        let parts = [Some(row.plan.name.clone()), time, Some(status(&row.plan, cx))];
        parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    });
    let chosen = of.told.chosen().map(|days| day::span(days, cx.words));
    let subtitle = [subtitle, chosen].into_iter().flatten().filter(|part| !part.is_empty());
    internal(title, subtitle.collect::<Vec<_>>().join(" · "), blocks, cx)
}

pub(super) fn picture(of: crate::report::picture::Picture) -> Block {
    Block::Picture(Box::new(of))
}

/// That there is no plan, and how to write one.
pub(super) fn none(of: &Portrait, cx: &Context<'_>) -> Block {
    let account = [("account", of.page.account.name.as_str())];
    if of.told.chosen().is_some() && !of.plans.plans.is_empty() {
        return Block::Callout(Tone::Warn, cx.words.with("document-no-plan-then", &account));
    }
    Block::Callout(Tone::Warn, cx.words.with("plan-without", &account))
}

/// How it stands, in figures and drawings.
pub(super) fn glance(of: &Portrait, cx: &Context<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::heading(cx.words.get("document-glance")), section::glance(of, cx)];
    if of.plan().is_none() {
        blocks.push(none(of, cx));
    }
    blocks.push(picture(health::gauge(&of.page.checkup.health, cx)));
    let revenue = of.page.checkup.indicators.iter().find(|one| one.revenue);
    blocks.extend(revenue.and_then(|one| series::cone(one, cx)).map(picture));
    blocks
}

/// Who the client is.
pub(super) fn client(of: &Portrait, cx: &Context<'_>) -> Vec<Block> {
    let specs = Kind::Account.specs().into_iter().filter(|spec| PROFILE.contains(&spec.name));
    let known = specs.map(|spec| (spec, Record::get(&of.page.account, spec.name)));
    let mut figures: Vec<Figure> = known
        .filter(|(_, value)| !value.is_empty())
        .map(|(spec, value)| {
            Figure::new(field::label(Kind::Account, spec.name, cx.words), show(spec.kind, &value, cx))
        })
        .collect();
    if !of.page.units.is_empty() {
        let units: Vec<_> = of.page.units.iter().map(|(_, name)| name.as_str()).collect();
        figures.push(Figure::new(cx.words.get("report-units"), units.join(", ")));
    }
    if figures.is_empty() {
        return Vec::new();
    }
    vec![Block::heading(cx.words.get("document-client")), Block::Figures(figures)]
}

/// What was written of where we stand and want to be; only what is.
fn thought(plan: &PlanRow, fields: &[&str], cx: &Context<'_>) -> Vec<Block> {
    let said = fields.iter().map(|name| (name, Record::get(&plan.plan, name)));
    let figure = |(name, value)| match value {
        crate::domain::value::Value::Text(text) => {
            Some(Figure::new(field::label(Kind::Plan, name, cx.words), text))
        }
        _ => None,
    };
    let figures: Vec<Figure> = said.map(|(name, value)| (*name, value)).filter_map(figure).collect();
    if figures.is_empty() {
        return Vec::new();
    }
    vec![Block::heading(cx.words.get("document-thought")), Block::Figures(figures)]
}

/// Every objective with what is done for it, then the whole as a chart.
fn objectives(plan: &PlanRow, cx: &Context<'_>) -> Vec<Block> {
    let mut blocks = titled("document-objectives", section::objectives(plan, cx), cx);
    for row in &plan.objectives {
        blocks.push(Block::subheading(row.objective.name.clone()));
        let why = row.objective.relevance.trim();
        if !why.is_empty() {
            let label = field::label(Kind::Objective, "relevance", cx.words);
            blocks.push(Block::Figures(vec![Figure::new(label, why)]));
        }
        let steps = section::steps(row, cx);
        if !steps.rows.is_empty() {
            blocks.push(Block::Table(steps));
        }
    }
    blocks.extend(gantt(plan, Depth::Initiatives, cx).map(picture));
    blocks
}

/// What may go wrong: problems, contracts, what is worth a thought.
pub(super) fn risks(of: &Portrait, cx: &Context<'_>) -> Vec<Block> {
    let page = &of.page;
    let mut blocks = Vec::new();
    if !page.checkup.insights.is_empty() {
        blocks.push(Block::heading(cx.words.get("document-risks")));
        blocks.push(crate::report::health::insights(&page.checkup.insights, cx));
    }
    blocks.extend(section::problems(of, cx));
    let contracts = affairs::contracts(&page.affairs, cx);
    let titles = ["contract", "a-year", "end", "notice"];
    blocks.extend(titled("report-contracts", section::headed(contracts, &titles, cx), cx));
    blocks
}
