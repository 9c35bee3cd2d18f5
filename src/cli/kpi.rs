//! Indicators at the shell: which one is meant, and figures entered into it.
mod enter;
pub mod json;
pub mod list;
pub mod show;
mod typed;

use super::failure::{Code, Failure};
use super::find;
use super::shell::{Book, Shell};
use crate::domain::Id;
use crate::domain::directory::Name;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::text::fold;
use crate::store::query::scorecard::Indicator;
pub use enter::{Axis, enter};

/// How many candidates are named at most.
const CANDIDATES: usize = 8;

/// The indicator that is meant: by number, by its name in the whole book, or by account and name.
///
/// # Errors
/// Exit code 3 if nothing fits, or several do: then the candidates are named.
pub fn which(shell: &Shell, book: &Book, typed: &[&str]) -> Result<Id, Failure> {
    match typed {
        [account, name] => {
            let account = account_of(shell, book, account)?;
            let here = |n: &&Name| match account {
                Some(id) => n.accounts.contains(&id),
                None => n.accounts.is_empty(),
            };
            choose(shell, book, name, here)
        }
        [name] => choose(shell, book, name, |_| true),
        _ => Err(Failure::new(Code::Usage, Explain::new("cli-kpi-which"))),
    }
}

/// The account that a word means; `None` for the whole portfolio: `-`, or its word in either language.
fn account_of(shell: &Shell, book: &Book, text: &str) -> Result<Option<Id>, Failure> {
    if matches!(fold(text.trim()).as_str(), "-" | "portfolio" | "cartera") {
        return Ok(None);
    }
    find::named(shell, book, Kind::Account, text).map(Some)
}

/// The one indicator that a text means among those of a place.
fn choose(shell: &Shell, book: &Book, text: &str, here: impl Fn(&&Name) -> bool) -> Result<Id, Failure> {
    let found: Vec<_> = book.directory.matching(Kind::Kpi, text).into_iter().filter(&here).collect();
    if let [one] = found.as_slice() {
        return Ok(one.id);
    }
    let number = text.trim().trim_start_matches('#').parse::<Id>().ok();
    let numbered = number.and_then(|id| book.directory.get(Kind::Kpi, id)).filter(|n| here(n));
    if let Some(name) = numbered {
        return Ok(name.id);
    }
    let list = |names: &[&Name]| {
        let shown = names.iter().take(CANDIDATES).map(|n| full_name(shell, book, n));
        let mut list = shown.collect::<Vec<_>>().join(", ");
        if names.len() > CANDIDATES {
            list.push_str(", …");
        }
        list
    };
    let what = |key: &str| Explain::new(key).with("text", text).with("kind", Kind::Kpi.name());
    let what = if found.is_empty() {
        let there: Vec<_> = book.directory.of(Kind::Kpi).filter(&here).collect();
        if there.is_empty() {
            what("cli-kpi-none")
        } else {
            what("cli-kpi-not-found").with("candidates", list(&there))
        }
    } else {
        what("cli-ambiguous").with("candidates", list(&found))
    };
    Err(Failure::new(Code::NotFound, what))
}

/// Name, account and number of an indicator: enough to mean no other.
fn full_name(shell: &Shell, book: &Book, name: &Name) -> String {
    let account = match name.accounts.first() {
        Some(account) => book.directory.name(Kind::Account, *account),
        None => shell.words.get("indicator-portfolio"),
    };
    format!("{}, {account} (#{})", name.name, name.id)
}

/// The indicators of an account, or of the portfolio and every account, key or not.
pub fn indicators(shell: &Shell, book: &Book, scope: Option<Id>) -> Result<Vec<Indicator>, Failure> {
    let mut found = book.store.scorecard(scope, None, shell.today)?;
    if scope.is_none() {
        // Without a scope the scorecard is that of the key accounts.
        let there =
            |found: &[Indicator], id| found.iter().any(|i| i.figures.kpi.account.is_some_and(|a| a.0 == id));
        for account in book.directory.of(Kind::Account).map(|n| n.id) {
            if !there(&found, account) {
                found.extend(book.store.scorecard(Some(account), None, shell.today)?);
            }
        }
    }
    Ok(found)
}

/// An indicator as it stands; `None` for one that is no longer followed.
pub fn indicator(shell: &Shell, book: &Book, id: Id) -> Result<Option<Indicator>, Failure> {
    let record = book.store.record(Kind::Kpi, id)?;
    let scope = match record.get("account") {
        crate::domain::value::Value::Link(account) => Some(account),
        _ => None,
    };
    let found = book.store.scorecard(scope, None, shell.today)?;
    Ok(found.into_iter().find(|i| i.figures.kpi.head.id == id))
}
