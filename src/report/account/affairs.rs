//! Health, indicators, insights, problems, opportunities, contracts and satisfaction of an account as text.
use crate::domain::choice::{Choice, Severity, Stage};
use crate::domain::kind::Kind;
use crate::domain::kpi::Amount;
use crate::domain::pipeline::probability;
use crate::lang::value::Context;
use crate::lang::{choice, day, money};
use crate::report::block::{Block, Cell, Column, Table, Tone};
use crate::report::health::{arrow, insights, parts, since, value};
use crate::report::indicator::{glyph, share, times_the_gap};
use crate::report::plan::{owner, reviewed, standing};
use crate::report::score::Measure;
use crate::report::scorecard::standings;
use crate::store::query::account::{AccountPage, Affairs};
use crate::store::query::health::AccountHealth;

/// All of them, each under its title; what there is none of is left out.
pub(super) fn affairs(page: &AccountPage, cx: &Context<'_>) -> Vec<Block> {
    let words = cx.words;
    let mut blocks = health(&page.checkup.health, cx);
    let affairs = &page.affairs;
    let kpis = standings(&page.checkup.indicators.iter().collect::<Vec<_>>(), cx);
    if !kpis.rows.is_empty() {
        blocks.extend([Block::heading(words.get("report-kpis")), Block::Table(kpis)]);
    }
    if !page.checkup.insights.is_empty() {
        let told = insights(&page.checkup.insights, cx);
        blocks.extend([Block::heading(words.get("report-insights")), told]);
    }
    blocks.extend(plan(page, cx));
    let sections = [
        ("report-problems", problems(affairs, cx)),
        ("report-opportunities", opportunities(affairs, cx)),
        ("report-contracts", contracts(affairs, cx)),
        ("report-satisfaction", readings(affairs, cx)),
    ];
    for (title, table) in sections {
        if !table.rows.is_empty() {
            blocks.extend([
                Block::heading_with(words.get(title), weighted(title, page, cx)),
                Block::Table(table),
            ]);
        }
    }
    blocks
}

/// The plan in force: how far it has come, when it was gone through, and what is under way.
fn plan(page: &AccountPage, cx: &Context<'_>) -> Vec<Block> {
    let Some(row) = &page.plan else { return Vec::new() };
    let progress = row.score.amount().map_or_else(|| "–".to_owned(), |done| share(done, cx));
    let note = [row.plan.name.clone(), progress, reviewed(row.reviewed, cx).0].join(" · ");
    let mut table = Table::new(vec![Column::text(""), Column::text("").leaving(1), Column::short("")]);
    for step in row.open() {
        let (_, said, tone) = standing(step.standing, cx);
        let cells = vec![
            step.initiative.name.clone().into(),
            Cell::toned(owner(&step.initiative, cx), Tone::Muted),
            Cell::toned(said, tone),
        ];
        table.push(Some((Kind::Initiative, step.initiative.head.id)), cells);
    }
    vec![Block::heading_with(cx.words.get("report-plan"), note), Block::Table(table)]
}

/// The health with its parts and how it went; one sentence where nothing is known.
fn health(of: &AccountHealth, cx: &Context<'_>) -> Vec<Block> {
    let mut note = vec![value(&of.health, cx)];
    note.extend(of.health.band.as_ref().map(|band| glyph(band).to_owned()));
    note.extend(since(of, cx).map(|(trend, text)| format!("{} {text}", arrow(trend))));
    let title = Block::heading_with(cx.words.get("report-health"), note.join(" "));
    vec![title, parts(of, cx)]
}

/// The problems as a table.
pub(in crate::report) fn problems(affairs: &Affairs, cx: &Context<'_>) -> Table {
    let words = cx.words;
    let mut table = Table::new(vec![
        Column::text(""),
        Column::short(""),
        Column::text("").leaving(1),
        Column::number(""),
    ]);
    for problem in &affairs.problems {
        let severity = problem.severity.map(|s| choice::show(Severity::SET, s.name(), words));
        let (when, tone) = match (problem.closed_on, problem.due) {
            (Some(closed), _) => {
                let on = day::column(closed, cx.today, words);
                (words.with("report-closed", &[("day", &on)]), Tone::Muted)
            }
            (None, Some(due)) => {
                (day::due(due, cx.today, words), if due < cx.today { Tone::Bad } else { Tone::Text })
            }
            (None, None) => (String::new(), Tone::Text),
        };
        table.push(
            Some((Kind::Problem, problem.head.id)),
            vec![
                problem.name.clone().into(),
                severity.unwrap_or_default().into(),
                Cell::toned(problem.next_step.clone(), Tone::Muted),
                Cell::toned(when, tone),
            ],
        );
    }
    table
}

/// The opportunities as a table.
pub(in crate::report) fn opportunities(affairs: &Affairs, cx: &Context<'_>) -> Table {
    let words = cx.words;
    let mut table = Table::new(vec![
        Column::text(""),
        Column::short(""),
        Column::number(""),
        Column::number(""),
        Column::number("").leaving(1),
    ]);
    for of in &affairs.opportunities {
        let stage = of.stage.unwrap_or(Stage::Identified);
        let chance = of.probability.map_or_else(|| probability(stage), |p| Amount::Plain(p).units() / 100.0);
        let amount = of.amount.map(|m| money::show(words.lang(), m));
        let closes = of.closes_on.map(|on| day::column(on, cx.today, words));
        table.push(
            Some((Kind::Opportunity, of.head.id)),
            vec![
                of.name.clone().into(),
                choice::show(Stage::SET, stage.name(), words).into(),
                amount.unwrap_or_else(|| "–".to_owned()).into(),
                share(chance, cx).into(),
                closes.unwrap_or_default().into(),
            ],
        );
    }
    table
}

/// Beside the title of the opportunities: what they are worth by their chance, and how many times the remaining gap they are.
fn weighted(title: &str, page: &AccountPage, cx: &Context<'_>) -> String {
    let worth = page.affairs.pipeline.amount().filter(|_| title == "report-opportunities");
    let worth = worth.map(|worth| Measure::of_sums(cx).show(worth, cx));
    let Some(worth) = worth else { return String::new() };
    let weighted = cx.words.with("report-weighted", &[("amount", &worth)]);
    let times = page.checkup.indicators.iter().find_map(|one| times_the_gap(one, cx));
    [Some(weighted), times].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The contracts as a table.
pub(in crate::report) fn contracts(affairs: &Affairs, cx: &Context<'_>) -> Table {
    let words = cx.words;
    let mut table =
        Table::new(vec![Column::text(""), Column::number(""), Column::short(""), Column::short("")]);
    for contract in &affairs.contracts {
        let said = |key: &str, on| words.with(key, &[("day", &day::column(on, cx.today, words))]);
        let notice = contract.notice_by().filter(|on| *on >= cx.today);
        let ended = contract.ends_on.is_some_and(|on| on < cx.today && !contract.renews);
        let key = match (ended, contract.renews) {
            (true, _) => "report-contract-ended",
            (false, true) => "report-contract-renews",
            (false, false) => "report-contract-ends",
        };
        table.push(
            Some((Kind::Contract, contract.head.id)),
            vec![
                contract.name.clone().into(),
                contract.value.map(|m| money::show(words.lang(), m)).unwrap_or_default().into(),
                contract.ends_on.map(|on| said(key, on)).unwrap_or_default().into(),
                notice.map(|on| said("report-contract-notice", on)).unwrap_or_default().into(),
            ],
        );
    }
    table
}

/// The readings of satisfaction as a table.
pub(in crate::report) fn readings(affairs: &Affairs, cx: &Context<'_>) -> Table {
    let mut table = Table::new(vec![Column::number(""), Column::number(""), Column::text("")]);
    for reading in &affairs.readings {
        let score = reading.score.unwrap_or_default().to_string();
        let who = reading.person.map(|p| cx.directory.name(Kind::Person, p.0)).unwrap_or_default();
        let text = reading.text.lines().next().unwrap_or_default().to_owned();
        let about: Vec<_> =
            [who, reading.source.clone(), text].into_iter().filter(|t| !t.is_empty()).collect();
        let on = reading.day.map(|on| day::column(on, cx.today, cx.words)).unwrap_or_default();
        table.push(
            Some((Kind::Reading, reading.head.id)),
            vec![
                Cell::toned(on, Tone::Muted),
                cx.words.with("report-of-ten", &[("score", &score)]).into(),
                about.join(" · ").into(),
            ],
        );
    }
    table
}
