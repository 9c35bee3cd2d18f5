//! The portfolio: five thousand clients with revenue beside the fifty thousand interactions of the large book, in each of its views.
use std::path::Path;

use anyhow::ensure;
use cartera::command::Msg;
use cartera::domain::Id;
use cartera::domain::account::Account;
use cartera::domain::field::Record;
use cartera::domain::money::{Currency, Money};
use cartera::store::Store;
use cartera::store::act::Act;

use super::books::{clock, scratch, today};
use super::measure::Series;
use super::player::Player;

/// Clients of the company.
const CLIENTS: Id = 5_000;

/// What was measured of one view.
#[derive(Default)]
pub struct Measured {
    /// Loaded and drawn.
    pub shown: Series,
    /// One row further.
    pub moved: Series,
}

/// Looks at every view of the clients, and walks through it.
pub fn press_all(large: &Path) -> anyhow::Result<Vec<(&'static str, Measured)>> {
    let state = tempfile::tempdir()?;
    let copy = scratch(large)?;
    let clients = enlist(&copy)?;
    ensure!(clients == CLIENTS, "{clients} clients");
    let mut player = Player::open(&copy, state.path())?;
    player.key("8")?;
    let mut all = Vec::new();
    for view in ["portfolio-pareto", "portfolio-matrix", "portfolio-effort"] {
        all.push((view, look(&mut player)?));
        player.key("v")?;
    }
    Ok(all)
}

/// The view in front, loaded and drawn after the book has changed, then walked through.
pub fn look(player: &mut Player) -> anyhow::Result<Measured> {
    let mut m = Measured::default();
    for _ in 0..210 {
        m.shown.time(|| player.tell(Msg::BookChanged))?;
    }
    let before = player.shown();
    let mut moved = false;
    for nth in 0..210 {
        let key = if nth % 20 < 10 { "Down" } else { "Up" };
        m.moved.time(|| player.key(key))?;
        moved |= player.shown() != before;
    }
    ensure!(moved, "nothing has moved:\n{before}");
    Ok(m)
}

/// Clients until there are so many, each with its revenue and, mostly, its valuation; how many there are.
fn enlist(book: &Path) -> anyhow::Result<Id> {
    let mut store = Store::open(book, clock)?;
    let there = || -> anyhow::Result<Id> {
        let all = Store::open(book, clock)?.portfolio(today())?.clients.len();
        Ok(Id::try_from(all)?)
    };
    let new = (there()?..CLIENTS).map(|nth| Box::new(client(nth)) as Box<dyn Record>);
    store.perform(Act::Save(new.collect()), today())?;
    there()
}

/// A client whose revenue is that of its rank, as a power law has it.
fn client(nth: Id) -> Account {
    let euros = 90_000_000 / (1 + nth * 7_919 % CLIENTS);
    let score = |of: Id| Some(1 + nth / of % 5).filter(|_| nth % 7 > 0);
    Account {
        name: format!("Cliente {nth}"),
        revenue: Some(Money { minor: euros * 100, currency: Currency::default() }),
        size: score(1),
        potential: score(5),
        reference: score(25),
        ..Account::default()
    }
}
