//! The scorecard: one row an account.
use super::landing::Sums;
use super::{UNKNOWN, base};
use crate::domain::choice::Ownership;
use crate::domain::health::apart;
use crate::domain::kind::Kind;
use crate::domain::score::Known;
use crate::lang::day;
use crate::lang::value::Context;
use crate::report::block::{Block, Cell, Column, Table, Tone};
use crate::report::health::value;
use crate::report::indicator::{Shown, glyph, share, tone};
use crate::report::need::decimal;
use crate::store::query::management::{Managed, Management};

/// The columns of what changed, the last one first.
const CHANGES: [usize; 2] = [5, 2];
/// Signs of indicators at most.
const DOTS: usize = 6;

/// How the accounts stand, and all of them together.
pub(super) fn scorecard(of: &Management, cx: &Context<'_>) -> Vec<Block> {
    let head = |key: &str| cx.words.get(key);
    let mut table = Table::new(vec![
        Column::text(head("management-col-account")),
        Column::number(head("management-col-health")),
        Column::number(head("management-col-change")).leaving(5),
        Column::short(head("management-col-kpis")),
        Column::number(head("management-col-to-date")),
        Column::number(head("management-col-change")).leaving(4),
        Column::number(head("management-col-of-target")),
        Column::short(head("management-col-revenue")),
        Column::number(head("management-col-pipeline")).leaving(2),
        Column::number(head("management-col-plan")).leaving(3),
        Column::number(head("management-col-last")).leaving(1),
    ]);
    for account in &of.accounts {
        table.push(Some((Kind::Account, account.account.head.id)), row(account, cx));
    }
    if of.accounts.len() > 1 {
        table.push(None, all(of, cx));
    }
    // Where nothing changed there is no column for it.
    for column in CHANGES {
        table.leave_out_empty(column);
    }
    vec![Block::heading(head("management-scorecard")), Block::Table(table)]
}

fn row(of: &Managed, cx: &Context<'_>) -> Vec<Cell> {
    let health = &of.health.health;
    let tone_of_health = health.band.as_ref().map_or(Tone::Muted, tone);
    let band = health.band.as_ref().map(glyph);
    let points = band.into_iter().map(str::to_owned).chain([value(health, cx)]).collect::<Vec<_>>().join(" ");
    let own = of.indicators.iter().filter(|i| i.figures.kpi.ownership == Some(Ownership::Own));
    let dots: String = own.take(DOTS).map(|i| glyph(&i.standing.rag)).collect();
    let revenue = of.revenue();
    let (to_date, part, state) = revenue.map_or_else(
        || (unknown(), unknown(), Cell::default()),
        |one| {
            let shown = Shown { one, cx };
            let part = one.standing.to_date.as_ref().ok().zip(one.standing.plan.as_ref().ok());
            let part = part.filter(|(_, goal)| goal.low > 0.0).map(|(done, goal)| share(done / goal.low, cx));
            (shown.actual(), part.map_or_else(unknown, Cell::from), shown.state())
        },
    );
    let last =
        of.card.last.map_or_else(|| cx.words.get("value-never"), |on| day::ago(on, cx.today, cx.words));
    vec![
        of.account.name.as_str().into(),
        Cell::toned(points, tone_of_health),
        moved(of, cx),
        dots.into(),
        to_date,
        change(of.before.to_date, of.now.to_date, |units| {
            revenue.map_or_else(String::new, |one| Shown { one, cx }.short(units))
        }),
        part,
        state,
        worth(&of.weighted, cx),
        plan(of, cx),
        last.into(),
    ]
}

/// By how many points the health is another than then: the same that is told of it under what moved.
fn moved(of: &Managed, cx: &Context<'_>) -> Cell {
    let by = of.before.health.zip(of.now.health).map(|(then, now)| apart(then, now));
    by.map(|by| signed(by, |points| decimal(points, 0, cx))).unwrap_or_default()
}

/// By how much a figure is another than then, with its sign; nothing where it reads the same.
fn change(then: Option<f64>, now: Option<f64>, show: impl Fn(f64) -> String) -> Cell {
    match then.zip(now) {
        Some((then, now)) if show(then) != show(now) => signed(now - then, show),
        Some(_) | None => Cell::default(),
    }
}

/// More or less, with its sign and its tone; nothing where it is neither.
fn signed(by: f64, show: impl Fn(f64) -> String) -> Cell {
    let (sign, tone) = if by > 0.0 { ("+", Tone::Good) } else { ("−", Tone::Bad) };
    if by == 0.0 { Cell::default() } else { Cell::toned(format!("{sign}{}", show(by.abs())), tone) }
}

/// How far the plan in force has come.
fn plan(of: &Managed, cx: &Context<'_>) -> Cell {
    let late = if of.late.is_empty() { Tone::Text } else { Tone::Warn };
    match of.plan.as_ref().map(|plan| plan.score.amount()) {
        Some(Some(done)) => Cell::toned(share(done, cx), late),
        Some(None) | None => unknown(),
    }
}

/// The sums of what can be summed.
fn all(of: &Management, cx: &Context<'_>) -> Vec<Cell> {
    let sums = Sums::of(of);
    let part = match (&sums.to_date, &sums.target) {
        (Ok(done), Ok(target)) if *target > 0.0 => share(done / target, cx).into(),
        _ => unknown(),
    };
    let pipeline: Known = of.accounts.iter().map(|a| a.weighted.clone()).sum();
    let bold = |cell: Cell| Cell { tone: Tone::Heading, ..cell };
    vec![
        bold(cx.words.get("management-all").into()),
        Cell::default(),
        Cell::default(),
        Cell::default(),
        bold(worth(&sums.to_date, cx)),
        Cell::default(),
        bold(part),
        Cell::default(),
        bold(worth(&pipeline, cx)),
        Cell::default(),
        Cell::default(),
    ]
}

fn worth(known: &Known, cx: &Context<'_>) -> Cell {
    known.as_ref().map_or_else(|_| unknown(), |units| base(*units, cx).into())
}

fn unknown() -> Cell {
    Cell::toned(UNKNOWN, Tone::Muted)
}
