//! The scorecard: how every account stands, and why.
use serde_json::{Value as Json, json};

use super::failure::Failure;
use super::shell::{Book, Shell};
use super::{find, kpi};
use crate::domain::Id;
use crate::domain::kind::Kind;
use crate::lang::day;
use crate::report::Block;
use crate::report::scorecard::{Section, scorecard as blocks};
use crate::store::query::scorecard::Indicator;

/// Prints the scorecard of the key accounts and the portfolio, or of one account.
pub fn scorecard(shell: &Shell, account: Option<&str>) -> Result<(), Failure> {
    let book = shell.existing_book()?;
    let scope = account.map(|a| find::named(shell, &book, Kind::Account, a)).transpose()?;
    let all = book.store.scorecard(scope, None, shell.today)?;
    let sections = sections(&book, scope, &all);
    if shell.json {
        shell.out.json(&json!({
            "day": shell.today.to_string(),
            "accounts": sections.iter().map(|s| section_json(s, shell)).collect::<Vec<_>>(),
        }));
        return Ok(());
    }
    let cx = shell.cx(&book.directory, scope);
    let day = format!("{}  {}", day::with_weekday(shell.today, cx.words), day::week(shell.today, cx.words));
    let mut page = vec![Block::heading_with(cx.words.get("indicator-scorecard"), day)];
    page.extend(blocks(&sections, &cx));
    shell.out.blocks(&page);
    Ok(())
}

/// The portfolio, if it has indicators, then each account of the scope, also one without.
fn sections<'a>(book: &Book, scope: Option<Id>, all: &'a [Indicator]) -> Vec<Section<'a>> {
    let of = |account: Option<Id>| -> Vec<&'a Indicator> {
        all.iter().filter(|i| i.figures.kpi.account.map(|a| a.0) == account).collect()
    };
    let mut accounts = match scope {
        Some(one) => vec![one],
        None => book.directory.key_accounts().into_iter().map(|n| n.id).collect(),
    };
    // Without a key account the scorecard is that of all accounts.
    for account in all.iter().filter_map(|i| i.figures.kpi.account) {
        if !accounts.contains(&account.0) {
            accounts.push(account.0);
        }
    }
    let portfolio = Section { account: None, indicators: of(None) };
    let portfolio = Some(portfolio).filter(|s| !s.indicators.is_empty());
    let section = |id| Section {
        account: Some((id, book.directory.name(Kind::Account, id))),
        indicators: of(Some(id)),
    };
    portfolio.into_iter().chain(accounts.into_iter().map(section)).collect()
}

fn section_json(section: &Section<'_>, shell: &Shell) -> Json {
    json!({
        "id": section.account.as_ref().map(|(id, _)| id),
        "name": section.account.as_ref().map(|(_, name)| name),
        "kpis": section.indicators.iter().map(|one| kpi::json::indicator(one, shell)).collect::<Vec<_>>(),
    })
}
