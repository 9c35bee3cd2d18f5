//! The scorecard: how every account stands, and why.
mod json;

use serde_json::json;

use super::failure::Failure;
use super::find;
use super::shell::{Book, Shell};
use crate::domain::Id;
use crate::domain::kind::Kind;
use crate::lang::day;
use crate::report::Block;
use crate::report::score::Measure;
use crate::report::scorecard::{Section, scorecard as blocks};
use crate::store::query::health::Checkup;
use crate::store::query::scorecard::Indicator;
pub use json::health as health_json;

/// Prints the scorecard of the portfolio and the key accounts, or of one account.
pub fn scorecard(shell: &Shell, account: Option<&str>) -> Result<(), Failure> {
    let mut book = shell.existing_book()?;
    shell.keep_day(&mut book);
    let scope = account.map(|a| find::named(shell, &book, Kind::Account, a)).transpose()?;
    let (portfolio, checkups) = judged(shell, &book, scope)?;
    let sections = sections(&book, &portfolio, &checkups);
    let cx = shell.cx(&book.directory, scope);
    if shell.json {
        let sums = Measure::of_sums(&cx);
        shell.out.json(&json!({
            "day": shell.today.to_string(),
            "accounts": sections.iter().map(|s| json::section(s, sums, shell)).collect::<Vec<_>>(),
        }));
        return Ok(());
    }
    let day = format!("{}  {}", day::with_weekday(shell.today, cx.words), day::week(shell.today, cx.words));
    let mut page = vec![Block::heading_with(cx.words.get("indicator-scorecard"), day)];
    page.extend(blocks(&sections, &cx));
    shell.out.blocks(&page);
    Ok(())
}

/// The indicators of the portfolio, and what is judged of each account of the scope. As long as no account is marked as key,
/// all of them are looked at.
fn judged(shell: &Shell, book: &Book, scope: Option<Id>) -> Result<(Vec<Indicator>, Vec<Checkup>), Failure> {
    if let Some(account) = scope {
        return Ok((Vec::new(), vec![book.store.checkup(account, shell.today)?]));
    }
    let mut portfolio = book.store.scorecard(None, None, shell.today)?;
    portfolio.retain(|one| one.figures.kpi.account.is_none());
    let mut accounts: Vec<Id> = book.directory.key_accounts().into_iter().map(|n| n.id).collect();
    if accounts.is_empty() {
        accounts = book.directory.of(Kind::Account).map(|n| n.id).collect();
    }
    let checkups = accounts.into_iter().map(|id| book.store.checkup(id, shell.today));
    Ok((portfolio, checkups.collect::<Result<_, _>>()?))
}

/// The portfolio, if it has indicators, then each account, also one without.
fn sections<'a>(book: &Book, portfolio: &'a [Indicator], checkups: &'a [Checkup]) -> Vec<Section<'a>> {
    let all = |found: &'a [Indicator]| found.iter().collect::<Vec<_>>();
    let whole = Section { account: None, health: None, indicators: all(portfolio), insights: &[] };
    let account = |of: &'a Checkup| Section {
        account: Some((of.health.account, book.directory.name(Kind::Account, of.health.account))),
        health: Some(&of.health),
        indicators: all(&of.indicators),
        insights: &of.insights,
    };
    let whole = Some(whole).filter(|s| !s.indicators.is_empty());
    whole.into_iter().chain(checkups.iter().map(account)).collect()
}
