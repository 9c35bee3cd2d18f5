//! The indicators: sixty of them, with the figures of one year and of ten.
use std::path::{Path, PathBuf};

use anyhow::ensure;
use cartera::command::Msg;
use cartera::domain::Id;
use cartera::domain::account::Account;
use cartera::domain::choice::{Better, Frequency, Nature, Ownership, Spread, Tier, Unit};
use cartera::domain::field::{Head, Link};
use cartera::domain::kpi::{Actual, Amount, Kpi, Target};
use cartera::domain::money::{Currency, Money};
use cartera::domain::period::{CompanyYear, Period};
use cartera::store::fault::Fault;
use cartera::store::{Store, Tx};

use super::books::{self, clock, scratch, today};
use super::measure::Series;
use super::player::Player;

/// How many indicators there are.
const KPIS: Id = 60;
/// Months of figures of the short book.
pub const SHORT: i32 = 12;
/// Months of figures of the long book.
pub const LONG: i32 = 120;

/// What was measured on one book.
#[derive(Default)]
pub struct Measured {
    /// The grid and the chart, loaded and drawn.
    pub shown: Series,
    /// Enter on a cell: the figure written, everything loaded anew, drawn.
    pub entered: Series,
}

impl Measured {
    /// Each with its name.
    pub fn named(&self) -> [(&'static str, &Series); 2] {
        [("KPIs loaded and drawn", &self.shown), ("KPIs: a cell committed and drawn", &self.entered)]
    }
}

/// The book with so many months of figures; it is built unless one of the same shape is there.
pub fn book(months: i32) -> anyhow::Result<PathBuf> {
    books::built(&format!("kpis-{months}"), |store| Ok(store.fill(today(), |tx| fill(tx, months))?))
}

/// Looks at the indicators and enters figures, on both books in turn.
pub fn press_all(books: [&Path; 2]) -> anyhow::Result<[Measured; 2]> {
    let mut measured = <[Measured; 2]>::default();
    let state = tempfile::tempdir()?;
    let copies = [scratch(books[0])?, scratch(books[1])?];
    let mut players = [Player::open(&copies[0], state.path())?, Player::open(&copies[1], state.path())?];
    for player in &mut players {
        player.key("5")?;
        ensure!(player.shown().contains("Indicador 1"), "no indicator is on the screen:\n{}", player.shown());
    }
    for _ in 0..210 {
        for (player, m) in players.iter_mut().zip(&mut measured) {
            m.shown.time(|| player.tell(Msg::BookChanged))?;
        }
    }
    for player in &mut players {
        player.key("Enter")?;
    }
    for nth in 0..210 {
        for (player, m) in players.iter_mut().zip(&mut measured) {
            for digit in (7_000 + nth).to_string().chars() {
                player.letter(digit)?;
            }
            m.entered.time(|| player.key("Enter"))?;
            player.key("Up")?;
        }
    }
    for copy in &copies {
        let acts = Store::open(copy, clock)?.journal(None, 1_000)?;
        let entered = acts.iter().filter(|act| act.label.key == "act-figures").count();
        ensure!(entered == 210, "{entered} figures were entered");
    }
    Ok(measured)
}

/// Four accounts with fifteen indicators each: of each a figure for every month and, of levels, a target for every month; what adds
/// up has a target for every year, spread as last year's figures were.
fn fill(tx: &Tx<'_>, months: i32) -> Result<(), Fault> {
    for (id, name) in (1..).zip(["Almazara", "Nordwind", "Arce", "Tramuntana"]) {
        let (name, tier, position) = (name.to_owned(), Some(Tier::Key), Some(id));
        tx.insert(&mut Account { head: head(id), name, tier, position, ..Account::default() })?;
    }
    let year = CompanyYear::default();
    let last = year.after(year.at(today(), Frequency::Monthly), -1);
    let (mut actuals, mut targets) = (0, 0);
    for id in 1..=KPIS {
        let kpi = &mut kpi(id);
        tx.insert(kpi)?;
        for period in (0..months).rev().map(|back| year.after(last, -back)) {
            actuals += 1;
            let value = figure(id, 9_000 + (id * 37 + actuals * 101) % 2_000);
            tx.insert(&mut actual(actuals, id, period, value))?;
            let of = match (kpi.nature, period) {
                (Some(Nature::Flow), Period::Month(of, 1)) => Period::Year(of),
                (Some(Nature::Flow), _) => continue,
                _ => period,
            };
            targets += 1;
            tx.insert(&mut target(targets, id, of))?;
        }
    }
    Ok(())
}

fn actual(id: Id, kpi: Id, period: Period, value: Amount) -> Actual {
    let (kpi, period, value) = (Some(Link(kpi)), Some(period), Some(value));
    Actual { head: head(id), kpi, period, value, ..Actual::default() }
}

fn target(id: Id, kpi: Id, period: Period) -> Target {
    let parts = if matches!(period, Period::Year(_)) { 12 } else { 1 };
    let (value, high) = (figure(kpi, 9_800 * parts), (kpi % 5 == 3).then(|| figure(kpi, 11_500)));
    let (kpi, period, value) = (Some(Link(kpi)), Some(period), Some(value));
    Target { head: head(id), kpi, period, value, high, ..Target::default() }
}

/// Every fifth is revenue, a share, a wait, a band, a count.
fn kpi(id: Id) -> Kpi {
    let (measure, better, nature) = match id % 5 {
        1 => (Unit::Money, Better::Higher, Nature::Flow),
        2 => (Unit::Days, Better::Lower, Nature::Stock),
        3 => (Unit::Percent, Better::Band, Nature::Stock),
        4 => (Unit::Number, Better::Higher, Nature::Flow),
        _ => (Unit::Percent, Better::Higher, Nature::Stock),
    };
    Kpi {
        head: head(id),
        name: format!("Indicador {id}"),
        account: Some(Link((id - 1) / 15 + 1)),
        measure: Some(measure),
        better: Some(better),
        nature: Some(nature),
        frequency: Some(Frequency::Monthly),
        ownership: Some(Ownership::Own),
        spread: Some(Spread::LastYear),
        position: Some(id),
        ..Kpi::default()
    }
}

/// A figure in what the indicator is measured in: hundredths of what it is.
fn figure(kpi: Id, hundredths: Id) -> Amount {
    if kpi % 5 == 1 {
        Amount::Money(Money { minor: hundredths * 1_000, currency: Currency::default() })
    } else {
        Amount::Plain(hundredths * 100)
    }
}

/// A number, and a uid that no other record of its kind has.
fn head(id: Id) -> Head {
    Head { id, uid: format!("0191b1b0-0000-7000-8000-{id:012}"), ..Head::default() }
}
