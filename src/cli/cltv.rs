//! What clients are worth over the years, and what would be if.
use clap::ArgMatches;
use serde_json::{Value as Json, json};

use super::failure::{Code, Failure};
use super::find;
use super::json::{share, units};
use super::shell::{Book, Shell};
use crate::domain::choice::Unit;
use crate::domain::cltv::{Assumptions, MOST_YEARS, Worth};
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::kpi::Amount;
use crate::domain::money::Currency;
use crate::domain::score::Known;
use crate::domain::value::{FieldKind, Value};
use crate::lang::value::{Context, parse};
use crate::report::Block;
use crate::report::lifetime::{page, table};
use crate::store::act::Act;
use crate::store::query::lifetime::Lifetime;

/// Percentages that make sense as growth.
const GROWTHS: (i64, i64) = (-50, 50);

/// Prints the lifetime value of the key accounts, or of one with all that it is made of; flags try other assumptions, and only
/// `--save` keeps them.
pub fn cltv(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    let mut book = shell.existing_book()?;
    let account = args.get_one::<String>("account");
    let scope = account.map(|a| find::named(shell, &book, Kind::Account, a)).transpose()?;
    let rows = book.store.lifetimes(scope, shell.today)?;
    let cx = shell.cx(&book.directory, scope);
    let trial = ["retention", "growth", "years"].into_iter().any(|flag| args.contains_id(flag));
    let one = rows.first().filter(|_| scope.is_some());
    let tried = match one {
        Some(one) if trial => Some(tried(one, args, &cx)?),
        None if trial || args.get_flag("save") => return Err(usage(Explain::new("cltv-cli-which"), None)),
        _ => None,
    };
    if args.get_flag("save") {
        let kept = scope.zip(tried).ok_or_else(|| usage(Explain::new("cltv-cli-nothing"), Some("save")))?;
        return keep(shell, &mut book, kept);
    }
    if shell.json {
        let currency = book.directory.terms.currency;
        let clients: Vec<_> = rows.iter().map(|one| client(one, tried, currency)).collect();
        shell.out.json(&json!({ "day": shell.today.to_string(), "accounts": clients }));
        return Ok(());
    }
    match one {
        Some(one) => shell.out.blocks(&page(one, tried, &cx)),
        None if rows.is_empty() => {
            shell.out.blocks(&[Block::Paragraph(cx.words.get("growth-value-empty"))]);
        }
        None => shell.out.blocks(&table(&rows, &cx)),
    }
    Ok(())
}

fn keep(
    shell: &Shell,
    book: &mut Book,
    (account, tried): (crate::domain::Id, Assumptions),
) -> Result<(), Failure> {
    let outcome = shell.perform(book, Act::Assume(account, tried))?;
    shell.tell(&outcome);
    Ok(())
}

fn usage(why: Explain, flag: Option<&str>) -> Failure {
    let failure = Failure::new(Code::Usage, why);
    match flag {
        Some(flag) => failure.of_flag(flag),
        None => failure,
    }
}

/// What is known of the client with what the flags say instead.
fn tried(one: &Lifetime, args: &ArgMatches, cx: &Context<'_>) -> Result<Assumptions, Failure> {
    let retention = percent(args, "retention", (0, 100), cx)?;
    let growth = percent(args, "growth", GROWTHS, cx)?;
    let years = args.get_one::<u32>("years").copied();
    let known = match retention {
        Some(retention) => one.client.to_try(retention).staying(retention),
        None => one.client.assumptions().map_err(|why| usage(why, Some("retention")))?,
    };
    let growth = growth.unwrap_or(known.growth);
    Ok(Assumptions { growth, years: years.unwrap_or(known.years).min(MOST_YEARS), ..known })
}

/// A percentage between two bounds as a share.
fn percent(
    args: &ArgMatches,
    flag: &str,
    (least, most): (i64, i64),
    cx: &Context<'_>,
) -> Result<Option<f64>, Failure> {
    let Some(text) = args.get_one::<String>(flag) else { return Ok(None) };
    let value = parse(FieldKind::Percent, text, cx).map_err(|why| usage(why, Some(flag)))?;
    let Value::Number(units) = value else { return Ok(None) };
    let shown = Amount::Plain(units).units();
    let (low, high) = (crate::domain::cadence::as_f64(least), crate::domain::cadence::as_f64(most));
    if shown < low || shown > high {
        let why = Explain::new("cltv-cli-share").with("least", least).with("most", most);
        return Err(usage(why, Some(flag)));
    }
    Ok(Some(shown / 100.0))
}

fn client(one: &Lifetime, tried: Option<Assumptions>, currency: Currency) -> Json {
    let client = &one.client;
    let money = |amount: f64| units(amount, Unit::Money, currency);
    let known = |amount: Known| amount.map_or(Json::Null, money);
    let stands = client.stands();
    let mut found = json!({
        "account": client.account,
        "name": one.name,
        "revenue": known(client.revenue.clone()),
        "margin": client.margin.map(share),
        "care": money(client.care()),
        "contribution": known(client.contribution()),
        "retention": client.retention.map(share),
        "growth": client.growth.map(share),
        "discount": share(client.discount),
        "years": client.years,
        "worth": stands.as_ref().map_or(Json::Null, |worth| self::worth(worth, currency)),
        "missing": stands.as_ref().err().map(|why| why.key.clone()),
    });
    if let (Some(found), Some(tried)) = (found.as_object_mut(), tried) {
        let worth = client.worth(tried).map_or(Json::Null, |worth| self::worth(&worth, currency));
        let tried = json!({
            "retention": share(tried.retention),
            "growth": share(tried.growth),
            "years": tried.years,
            "worth": worth,
        });
        found.insert("tried".to_owned(), tried);
    }
    found
}

fn worth(worth: &Worth, currency: Currency) -> Json {
    let money = |amount: f64| units(amount, Unit::Money, currency);
    json!({
        "value": money(worth.value),
        "low": money(worth.range.0),
        "high": money(worth.range.1),
        "endless": worth.endless.clone().map_or(Json::Null, money),
        "white_space": money(worth.from_gaps),
        "potential": money(worth.potential()),
    })
}
