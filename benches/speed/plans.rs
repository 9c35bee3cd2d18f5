//! Twelve accounts, each with a plan of forty initiatives and a white space of six parts by twenty offerings.
use std::path::{Path, PathBuf};

use anyhow::ensure;
use cartera::domain::Id;
use cartera::domain::account::Account;
use cartera::domain::choice::{Aim, CellState, PlanStatus, Tier};
use cartera::domain::day::{day, plus_days};
use cartera::domain::field::{Head, Link};
use cartera::domain::market::{Offering, WhiteSpace};
use cartera::domain::money::{Currency, Money};
use cartera::domain::plan::{Initiative, Milestone, Objective, Plan};
use cartera::domain::unit::Unit;
use cartera::store::Tx;
use cartera::store::fault::Fault;

use super::books::{self, scratch, today};
use super::player::Player;
use super::portfolio::{Measured, look};

/// Key accounts, each with a plan.
const ACCOUNTS: Id = 12;
/// Objectives of a plan.
const OBJECTIVES: Id = 4;
/// Initiatives of an objective, each with two milestones.
const INITIATIVES: Id = 10;
/// Parts of an account.
const UNITS: Id = 6;
/// What is sold.
const OFFERINGS: Id = 20;

/// The book; it is built unless one of the same shape is there.
pub fn book() -> anyhow::Result<PathBuf> {
    books::built("plans", |store| Ok(store.fill(today(), fill)?))
}

/// Looks at the plans as a tree and as a chart, and at the white space, of all accounts; and walks through each.
pub fn press_all(book: &Path) -> anyhow::Result<Vec<(&'static str, Measured)>> {
    let state = tempfile::tempdir()?;
    let mut player = Player::open(&scratch(book)?, state.path())?;
    let mut all = Vec::new();
    for (view, lens, sign) in [
        ("plan-tree", "6", "Iniciativa"),
        ("plan-gantt", "v", "Iniciativa"),
        ("growth-pipeline", "7", ""),
        ("growth-whitespace", "v", "Oferta"),
    ] {
        player.key(lens)?;
        // The pipeline is only on the way: there is nothing in it.
        if sign.is_empty() {
            continue;
        }
        ensure!(player.shown().contains(sign), "{view} shows nothing:\n{}", player.shown());
        all.push((view, look(&mut player)?));
    }
    Ok(all)
}

fn fill(tx: &Tx<'_>) -> Result<(), Fault> {
    for id in 1..=OFFERINGS {
        let name = format!("Oferta {id}");
        tx.insert(&mut Offering { head: head(id), name, family: "Flota".into(), ..Offering::default() })?;
    }
    for id in 1..=ACCOUNTS {
        let (name, tier, position) = (format!("Cuenta {id}"), Some(Tier::Key), Some(id));
        tx.insert(&mut Account { head: head(id), name, tier, position, ..Account::default() })?;
        white(tx, id)?;
        plan(tx, id)?;
    }
    Ok(())
}

fn white(tx: &Tx<'_>, account: Id) -> Result<(), Fault> {
    for nth in 1..=UNITS {
        let unit = (account - 1) * UNITS + nth;
        let (name, of) = (format!("Planta {unit}"), Some(Link(account)));
        tx.insert(&mut Unit { head: head(unit), name, account: of, ..Unit::default() })?;
        for offering in 1..=OFFERINGS {
            let id = (unit - 1) * OFFERINGS + offering;
            tx.insert(&mut cell(id, account, unit, offering))?;
        }
    }
    Ok(())
}

fn cell(id: Id, account: Id, unit: Id, offering: Id) -> WhiteSpace {
    let euros = |units: Id| Some(Money { minor: units * 100, currency: Currency::default() });
    let at = usize::try_from(id).unwrap_or(0) % CellState::ALL.len();
    let state = CellState::ALL.get(at).copied();
    let total = euros(10_000 + id * 7_919 % 400_000);
    WhiteSpace {
        head: head(id),
        offering: Some(Link(offering)),
        account: Some(Link(account)),
        unit: Some(Link(unit)),
        state,
        ours: if state == Some(CellState::Ours) { euros(9_000) } else { None },
        total,
        ..WhiteSpace::default()
    }
}

/// A plan with its objectives; every initiative waits for the one before it.
fn plan(tx: &Tx<'_>, account: Id) -> Result<(), Fault> {
    let mut plan = Plan {
        head: head(account),
        name: "Plan 2026".into(),
        account: Some(Link(account)),
        status: Some(PlanStatus::Active),
        starts_on: Some(day(2026, 1, 1)),
        ends_on: Some(day(2027, 6, 30)),
        ..Plan::default()
    };
    tx.insert(&mut plan)?;
    for nth in 1..=OBJECTIVES {
        let id = (account - 1) * OBJECTIVES + nth;
        let mut objective = Objective {
            head: head(id),
            name: format!("Objetivo {id}"),
            plan: Some(Link(account)),
            aim: Some(Aim::Growth),
            relevance: "Les ahorra un turno.".into(),
            ..Objective::fresh()
        };
        tx.insert(&mut objective)?;
        for nth in 1..=INITIATIVES {
            initiative(tx, id, nth)?;
        }
    }
    Ok(())
}

fn initiative(tx: &Tx<'_>, objective: Id, nth: Id) -> Result<(), Fault> {
    let id = (objective - 1) * INITIATIVES + nth;
    let begins = plus_days(today(), nth * 45 - 300);
    let mut initiative = Initiative {
        head: head(id),
        name: format!("Iniciativa {id}"),
        objective: Some(Link(objective)),
        starts_on: Some(begins),
        ends_on: Some(plus_days(begins, 44)),
        after: (nth > 1).then_some(Link(id - 1)).into_iter().collect(),
        ..Initiative::default()
    };
    tx.insert(&mut initiative)?;
    for half in 0..2 {
        let due = plus_days(begins, 20 + half * 20);
        let mut milestone = Milestone {
            head: head(id * 2 - 1 + half),
            name: format!("Hito {half} de {id}"),
            initiative: Some(Link(id)),
            due: Some(due),
            done_on: Some(due).filter(|due| *due < today() && id % 3 > 0),
            ..Milestone::default()
        };
        tx.insert(&mut milestone)?;
    }
    Ok(())
}

/// A number, and a uid that no other record of its kind has.
fn head(id: Id) -> Head {
    Head { id, uid: format!("0191b1b0-0000-7000-8000-{id:012}"), ..Head::default() }
}
