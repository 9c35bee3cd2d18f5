//! Entering actuals and targets: a cell, a pasted block or a whole file as one act.
use std::collections::HashMap;
use std::collections::hash_map::Entry;

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, params};

use super::save::few;
use crate::domain::Id;
use crate::domain::choice::{Better, Choice, Frequency, Unit};
use crate::domain::explain::Explain;
use crate::domain::field::{Link, Record};
use crate::domain::kind::Kind;
use crate::domain::kpi::{Actual, Amount, Kpi, Target};
use crate::domain::money::{Currency, Money};
use crate::domain::period::Period;
use crate::domain::value::Value;
use crate::store::fault::Fault;
use crate::store::{Outcome, Store, Tx};

/// Figures to be entered together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Figures {
    /// Each of another indicator or period.
    pub cells: Vec<Figure>,
    /// File or hand they came from, as it stands beside each of them.
    pub source: String,
}

/// One figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// Of which indicator.
    pub kpi: Id,
    /// In which period.
    pub period: Period,
    /// Actual or target.
    pub set: Set,
}

/// What is set; `None` clears the cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Set {
    /// What it was. A plain number is an amount in the indicator's currency where it is measured in money.
    Actual(Option<Amount>),
    /// What it should be; of a band both ends.
    Target(Option<(Amount, Option<Amount>)>),
}

/// Writes the figures; what is there already stays as it is.
///
/// # Errors
/// Refused: `figure-computed`, `figure-period`, `figure-band`, `figure-currency`; and faults of the file.
pub(super) fn figures(store: &mut Store, figures: &Figures, today: NaiveDate) -> Result<Outcome, Fault> {
    store.act(today, |tx| {
        let names = enter(tx, figures)?;
        Ok(label(figures.cells.len(), names))
    })
}

/// What entering so many figures of these indicators is called.
pub(super) fn label(count: usize, names: Vec<String>) -> Explain {
    Explain::new("act-figures").with("count", count).with("name", few(names))
}

/// Writes the figures as a part of an act, and gives the names of their indicators.
///
/// # Errors
/// As [`figures`].
pub(super) fn enter(tx: &Tx<'_>, figures: &Figures) -> Result<Vec<String>, Fault> {
    let settings = tx.record(Kind::Settings, 1)?;
    let by = match settings.get("owner") {
        Value::Text(owner) => owner,
        _ => String::new(),
    };
    let base = settings.any().downcast_ref::<crate::domain::settings::Settings>();
    let base = base.map(crate::domain::settings::Settings::currency).unwrap_or_default();
    let entering = Entering { tx, source: &figures.source, by, base };
    // A file has thousands of figures of a few indicators.
    let mut kpis: HashMap<Id, Kpi> = HashMap::new();
    let mut names: Vec<String> = Vec::new();
    for cell in &figures.cells {
        let kpi = match kpis.entry(cell.kpi) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(free) => {
                let kpi = entering.kpi(cell.kpi)?;
                if !names.contains(&kpi.name) {
                    names.push(kpi.name.clone());
                }
                free.insert(kpi)
            }
        };
        entering.set(kpi, cell)?;
    }
    Ok(names)
}

struct Entering<'a> {
    tx: &'a Tx<'a>,
    source: &'a str,
    by: String,
    base: Currency,
}

impl Entering<'_> {
    /// The indicator, with the currency in which it is kept.
    fn kpi(&self, id: Id) -> Result<Kpi, Fault> {
        let record = self.tx.record(Kind::Kpi, id)?;
        let mut kpi =
            record.any().downcast_ref::<Kpi>().cloned().ok_or(Fault::Missing { kind: Kind::Kpi, id })?;
        if let (true, Some(account)) = (kpi.currency.is_empty(), kpi.account)
            && let Value::Text(currency) = self.tx.record(Kind::Account, account.0)?.get("currency")
        {
            kpi.currency = currency;
        }
        Ok(kpi)
    }

    fn set(&self, kpi: &Kpi, cell: &Figure) -> Result<(), Fault> {
        let own = kpi.frequency.unwrap_or(Frequency::Monthly);
        let refuse = |key: &str| Explain::new(key).with("name", &kpi.name).with("period", cell.period);
        let fits = cell.period.frequency() == own;
        match cell.set {
            Set::Actual(_) if kpi.computed.is_some() => Err(refuse("figure-computed").into()),
            Set::Actual(_) if !fits => Err(refuse("figure-period").with("frequency", own.name()).into()),
            Set::Target(_) if !fits && cell.period.frequency() != Frequency::Yearly => {
                Err(refuse("figure-period").with("frequency", own.name()).into())
            }
            Set::Actual(value) => {
                let value = value.map(|v| self.in_measure(kpi, v)).transpose()?;
                self.write(Kind::Actual, cell, value.is_some(), |record: &mut Actual| record.value = value)
            }
            Set::Target(value) => {
                let high = value.and_then(|(_, high)| high).map(|v| self.in_measure(kpi, v)).transpose()?;
                let value = value.map(|(value, _)| self.in_measure(kpi, value)).transpose()?;
                let band = kpi.better == Some(Better::Band);
                if band && value.is_some() && high.is_none() {
                    return Err(refuse("figure-band").into());
                }
                self.write(Kind::Target, cell, value.is_some(), |record: &mut Target| {
                    record.value = value;
                    record.high = high;
                })
            }
        }
    }

    /// The amount in what the indicator is measured in.
    fn in_measure(&self, kpi: &Kpi, amount: Amount) -> Result<Amount, Explain> {
        let currency = Currency::of(&kpi.currency).unwrap_or(self.base);
        let money = kpi.measure == Some(Unit::Money);
        match amount {
            Amount::Plain(units) if money => Ok(Amount::Money(Money::of_scaled(units, currency))),
            Amount::Money(found) if money && found.currency == currency => Ok(amount),
            Amount::Money(_) => {
                Err(Explain::new("figure-currency").with("name", &kpi.name).with("currency", currency))
            }
            Amount::Plain(_) => Ok(amount),
        }
    }

    /// Puts the figure in its place: changes the one that is there, makes a new one, or takes it away.
    fn write<T: Figured>(
        &self,
        kind: Kind,
        cell: &Figure,
        stays: bool,
        change: impl FnOnce(&mut T),
    ) -> Result<(), Fault> {
        let sql = format!("SELECT id FROM {} WHERE kpi = ?1 AND period = ?2", kind.name());
        let mut statement = self.tx.conn().prepare_cached(&sql)?;
        let there: Option<Id> =
            statement.query_row(params![cell.kpi, cell.period.to_string()], |r| r.get(0)).optional()?;
        match there {
            Some(id) if !stays => self.tx.delete(kind, id),
            None if !stays => Ok(()),
            Some(id) => {
                let record = self.tx.record(kind, id)?;
                let before = record.any().downcast_ref::<T>().cloned().ok_or(Fault::Missing { kind, id })?;
                let mut after = before.clone();
                change(&mut after);
                if after == before {
                    return Ok(());
                }
                after.entered(self);
                self.tx.update(&mut after)
            }
            None => {
                let mut new = T::at(cell.kpi, cell.period);
                change(&mut new);
                new.entered(self);
                self.tx.insert(&mut new).map(|_| ())
            }
        }
    }
}

/// A record that holds one figure.
trait Figured: Record + Clone + PartialEq + 'static {
    fn at(kpi: Id, period: Period) -> Self;
    /// Notes who entered it, when and from where.
    fn entered(&mut self, by: &Entering<'_>);
}

macro_rules! figured {
    ($($ty:ty),+) => {$(
        impl Figured for $ty {
            fn at(kpi: Id, period: Period) -> Self {
                Self { kpi: Some(Link(kpi)), period: Some(period), ..Self::default() }
            }
            fn entered(&mut self, by: &Entering<'_>) {
                self.source = by.source.to_owned();
                self.entered_by.clone_from(&by.by);
                self.entered_on = Some(by.tx.today);
            }
        }
    )+};
}
figured!(Actual, Target);
