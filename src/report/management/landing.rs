//! Where the year lands: account by account and all together.
use super::{UNKNOWN, base};
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::score::Known;
use crate::domain::scorecard::{Landing, Standing};
use crate::lang::value::Context;
use crate::report::block::{Block, Cell, Column, Table, Tone};
use crate::report::indicator::{Shown, share};
use crate::store::query::management::{Managed, Management};
use crate::store::query::scorecard::Indicator;

/// The revenue of all accounts together, in the currency of sums.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Sums {
    /// What has come in the year.
    pub(super) to_date: Known,
    /// What should come in it.
    pub(super) target: Known,
    /// Where it lands.
    pub(super) landing: Known,
}

/// What one unit of the indicator is worth in the currency of sums.
fn rate(one: &Indicator, of: &Management) -> Known {
    of.rates.rate(one.figures.currency, one.series.year.year_of(one.standing.year))
}

impl Sums {
    /// Of every account whose revenue is followed.
    pub(super) fn of(all: &Management) -> Self {
        let sum = |figure: &dyn Fn(&Standing) -> Known| -> Known {
            let mut any = false;
            let mut sum = 0.0;
            for one in all.accounts.iter().filter_map(Managed::revenue) {
                if let Some(left_out) = &one.left_out {
                    return Err(left_out.clone());
                }
                sum += figure(&one.standing)? * rate(one, all)?;
                any = true;
            }
            if any { Ok(sum) } else { Err(Explain::new("scorecard-no-revenue")) }
        };
        let landing =
            |figure: &dyn Fn(&Landing) -> Known| sum(&|s| figure(s.landing.as_ref().map_err(Clone::clone)?));
        Self {
            to_date: sum(&|s| s.to_date.clone()),
            target: sum(&|s| s.plan.clone().map(|goal| goal.low)),
            landing: landing(&|l| l.value().clone()),
        }
    }
}

/// The table of landings, and all of them together.
pub(super) fn landing(of: &Management, cx: &Context<'_>) -> Vec<Block> {
    let head = |key: &str| cx.words.get(key);
    let mut table = Table::new(vec![
        Column::text(head("management-col-account")),
        Column::number(head("management-col-landing")),
        Column::short(head("management-col-method")).leaving(1),
        Column::number(head("management-col-target")),
        Column::number(head("management-col-share")),
        Column::number(head("management-col-gap")),
        Column::number(head("management-col-needed")),
        Column::number(head("management-col-best")).leaving(2),
    ]);
    let mut reasons = Vec::new();
    for account in &of.accounts {
        let subject = Some((Kind::Account, account.account.head.id));
        match account.revenue().map(|one| (one, &one.standing.landing)) {
            Some((one, Ok(landing))) => {
                table.push(subject, row(account, Shown { one, cx }, landing));
            }
            Some((_, Err(why))) => reasons.push((account, cx.words.say(why))),
            None => reasons.push((account, cx.words.get("scorecard-no-revenue"))),
        }
    }
    let sums = Sums::of(of);
    if table.rows.len() > 1 {
        table.push(None, all(&sums, cx));
    }
    let mut blocks = vec![Block::heading(head("management-landing"))];
    if !table.rows.is_empty() {
        blocks.push(Block::Table(table));
    }
    let reasons = reasons.into_iter().map(|(account, why)| format!("{}: {why}", account.account.name));
    let reasons: Vec<String> = reasons.collect();
    if !reasons.is_empty() {
        blocks.push(Block::Paragraph(reasons.join(" · ")));
    }
    blocks
}

fn unknown() -> Cell {
    Cell::toned(UNKNOWN, Tone::Muted)
}

fn row(of: &Managed, shown: Shown<'_>, landing: &Landing) -> Vec<Cell> {
    let known = |known: &Known| known.as_ref().map_or_else(|_| unknown(), |v| shown.short(*v).into());
    let target = landing.plan.as_ref().map(|goal| goal.low).map_err(Clone::clone);
    let gap = landing.value().clone().and_then(|value| landing.gap(value));
    let part = match (landing.value(), &target) {
        (Ok(value), Ok(target)) if *target > 0.0 => share(value / target, shown.cx).into(),
        _ => unknown(),
    };
    let beyond = match (&landing.required, landing.best_of_three) {
        (Ok(required), Some(best)) if *required > best => Tone::Warn,
        _ => Tone::Text,
    };
    vec![
        of.account.name.as_str().into(),
        known(landing.value()),
        Cell::toned(shown.cx.words.get(&landing.method.key()), Tone::Muted),
        known(&target),
        part,
        missing(&gap, |v| shown.short(v)),
        Cell { tone: beyond, ..known(&landing.required) },
        landing.best_of_three.map(|best| shown.short(best)).unwrap_or_default().into(),
    ]
}

/// What is missing to the target; more than planned has a plus.
fn missing(gap: &Known, show: impl Fn(f64) -> String) -> Cell {
    match gap {
        Ok(gap) if *gap > 0.0 => Cell::toned(format!("−{}", show(*gap)), Tone::Warn),
        Ok(gap) if *gap < 0.0 => Cell::toned(format!("+{}", show(-gap)), Tone::Good),
        Ok(gap) => show(*gap).into(),
        Err(_) => unknown(),
    }
}

fn all(sums: &Sums, cx: &Context<'_>) -> Vec<Cell> {
    let known = |known: &Known| {
        let text = known.as_ref().map_or_else(|_| UNKNOWN.to_owned(), |units| base(*units, cx));
        Cell::toned(text, Tone::Heading)
    };
    let both = sums.landing.clone().and_then(|landing| Ok((landing, sums.target.clone()?)));
    let part = match &both {
        Ok((landing, target)) if *target > 0.0 => Cell::toned(share(landing / target, cx), Tone::Heading),
        _ => unknown(),
    };
    vec![
        Cell::toned(cx.words.get("management-all"), Tone::Heading),
        known(&sums.landing),
        Cell::default(),
        known(&sums.target),
        part,
        missing(&both.map(|(landing, target)| target - landing), |v| base(v, cx)),
        Cell::default(),
        Cell::default(),
    ]
}
