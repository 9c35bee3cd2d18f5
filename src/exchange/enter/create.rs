//! Accounts and indicators that a file names and the book does not have, made as the file suggests.
use super::Known;
use crate::domain::Id;
use crate::domain::account::Account;
use crate::domain::choice::{Nature, Unit};
use crate::domain::directory::{Directory, Name};
use crate::domain::explain::Explain;
use crate::domain::field::{Link, Record};
use crate::domain::kind::Kind;
use crate::domain::kpi::Kpi;
use crate::domain::text::clean_line;
use crate::exchange::draft::short;
use crate::exchange::figures::{KpiName, Plan, Unknown};
use crate::exchange::join::Import;
use crate::exchange::plan::{Action, Row};
use crate::store::fault::Fault;

/// Makes the accounts, or if there are none the indicators, that are missing; whether there were any.
pub(super) fn missing(read: &Plan, import: &mut Import<'_>, known: &mut Known) -> Result<bool, Fault> {
    for unknown in &read.accounts {
        account(unknown, import, known)?;
    }
    if read.accounts.is_empty() {
        for unknown in &read.kpis {
            kpi(unknown, import, known)?;
        }
    }
    Ok(!read.accounts.is_empty() || !read.kpis.is_empty())
}

fn account(unknown: &Unknown, import: &mut Import<'_>, known: &mut Known) -> Result<(), Fault> {
    let name = clean_line(&unknown.name);
    let id = add(Box::new(Account { name: name.clone(), ..Account::default() }), Vec::new(), import)?;
    let mut names = std::mem::take(&mut known.directory.names);
    names.push(Name { position: 999, ..Name::of(Kind::Account, id, name) });
    let terms = known.directory.terms;
    known.directory = Directory::new(names);
    known.directory.terms = terms;
    Ok(())
}

/// An indicator measured as its figures are written: amounts and counts add up, anything else is a level.
fn kpi(unknown: &Unknown, import: &mut Import<'_>, known: &mut Known) -> Result<(), Fault> {
    let flow = match unknown.measure {
        Unit::Money | Unit::Number => true,
        Unit::Percent | Unit::Days | Unit::Score => false,
    };
    let base = known.directory.terms.currency;
    let currency = unknown.currency.unwrap_or(base);
    let kpi = Kpi {
        name: clean_line(&unknown.name),
        account: unknown.at.map(Link),
        measure: Some(unknown.measure),
        currency: if currency == base { String::new() } else { currency.code().to_owned() },
        nature: Some(if flow { Nature::Flow } else { Nature::Stock }),
        frequency: Some(unknown.frequency),
        ..Kpi::fresh()
    };
    let at = unknown.account.as_deref().map(|a| Explain::new("import-at").with("account", short(a)));
    let name = kpi.name.clone();
    let id = add(Box::new(kpi), at.into_iter().collect(), import)?;
    known.kpis.push(KpiName {
        id,
        name,
        account: unknown.at,
        unit: unknown.measure,
        currency,
        frequency: unknown.frequency,
        computed: false,
        band: false,
    });
    Ok(())
}

/// Adds a record to the plan, and gives the number by which it is known there.
fn add(record: Box<dyn Record>, why: Vec<Explain>, import: &mut Import<'_>) -> Result<Id, Fault> {
    let (kind, name) = (record.kind(), crate::exchange::join::title(record.as_ref()));
    let row = import.row(0, kind, name, Action::Create);
    import.tell(Row { why, ..row })?;
    import.shelf.add_known(record, None)
}
