//! What is asked and done about possible sales beside the commands of every kind of record.
use clap::ArgMatches;
use serde_json::{Value as Json, json};

use super::failure::{Code, Failure};
use super::find;
use super::json::score::score;
use super::json::{money, share, units};
use super::shell::{Book, Shell};
use crate::domain::Id;
use crate::domain::choice::{Choice, Stage, Unit};
use crate::domain::day::days_between;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::pipeline::course::{Stay, Turn, earlier, later, slipped, stays, turns};
use crate::domain::text::fold;
use crate::lang::value::Context;
use crate::lang::{Lang, Words, choice};
use crate::report::pipeline as page;
use crate::report::score::Measure;
use crate::store::act::Act;
use crate::store::query::pipeline::{Sale, SalePage};

/// Prints the pipeline of an account, or that of the key accounts.
pub fn board(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    let book = shell.existing_book()?;
    let account = args.get_one::<String>("account");
    let scope = account.map(|a| find::named(shell, &book, Kind::Account, a)).transpose()?;
    let known = book.store.pipeline(scope, shell.today)?;
    let cx = shell.cx(&book.directory, scope);
    if !shell.json {
        let title = scope.map(|id| cx.directory.name(Kind::Account, id)).unwrap_or_default();
        shell.out.blocks(&page::board(&known, &title, scope.is_none(), &cx));
        return Ok(());
    }
    let measure = Measure::of_sums(&cx);
    let open = known.open.as_ref().ok().map(|open| units(*open, Unit::Money, measure.currency));
    let sales: Vec<Json> = known.sales.iter().map(|one| sale(one, &cx)).collect();
    shell.out.json(&json!({
        "day": shell.today.to_string(),
        "open": open,
        "weighted": score(&known.weighted, measure, cx.words),
        "coverage": score(&known.coverage, measure, cx.words),
        "opportunities": sales,
    }));
    Ok(())
}

/// Moves an opportunity to another stage.
pub fn stage(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    let mut book = shell.existing_book()?;
    let id = meant(shell, &book, args)?;
    let now = book.store.sale_page(id, shell.today)?.sale;
    let to = wanted(args.get_one::<String>("stage").map_or("", String::as_str), &now, shell)?;
    let why = args.get_one::<String>("reason").cloned();
    let outcome = shell.perform(&mut book, Act::Stage(id, to, why))?;
    shell.tell(&outcome);
    Ok(())
}

/// Prints how an opportunity came to where it stands.
pub fn history(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    let book = shell.existing_book()?;
    let id = meant(shell, &book, args)?;
    let SalePage { sale: one, .. } = book.store.sale_page(id, shell.today)?;
    let cx = shell.cx(&book.directory, Some(one.account));
    if shell.json {
        let mut told = sale(&one, &cx);
        told["history"] = turns(&one.moments).iter().map(turn).collect();
        told["stages"] = stays(&one.moments, shell.today).iter().map(stay).collect();
        told["slipped_days"] = json!(slipped(&one.moments));
        shell.out.json(&told);
    } else {
        shell.out.blocks(&page::course(&one, &cx));
    }
    Ok(())
}

fn meant(shell: &Shell, book: &Book, args: &ArgMatches) -> Result<Id, Failure> {
    let which = args.get_one::<String>("which").map_or("", String::as_str);
    find::record(shell, book, Kind::Opportunity, which)
}

/// The stage of that name, or the one after or before that of the sale, as the word for it in either language says.
fn wanted(text: &str, now: &Sale, shell: &Shell) -> Result<Stage, Failure> {
    let says =
        |key: &str| Lang::ALL.into_iter().any(|lang| fold(&Words::new(lang).get(key)) == fold(text.trim()));
    let stage = now.deal.stage;
    let refused = |key: &str| Failure::new(Code::Failed, Explain::new(key).with("name", &now.deal.name));
    if says("pipeline-cli-next") {
        let end = if stage == Stage::Won { "pipeline-is-won" } else { "pipeline-is-lost" };
        return later(stage).ok_or_else(|| refused(end));
    }
    if says("pipeline-cli-back") {
        return earlier(stage, &now.moments).ok_or_else(|| refused("pipeline-is-first"));
    }
    let found = choice::find(Stage::SET, text, shell.words.lang()).ok().and_then(Stage::named);
    let unknown = || {
        let accepted = choice::accepted(Stage::SET, &shell.words);
        Explain::new("pipeline-cli-no-stage").with("text", text).with("accepted", accepted)
    };
    found.ok_or_else(|| Failure::new(Code::Usage, unknown()))
}

/// A sale; what is not known is `null`.
fn sale(of: &Sale, cx: &Context<'_>) -> Json {
    let measure = Measure::of_sums(cx);
    let in_sums =
        |known: crate::domain::score::Known| known.ok().map(|v| units(v, Unit::Money, measure.currency));
    let since = of.since(cx.today);
    json!({
        "id": of.deal.id,
        "name": of.deal.name,
        "account": of.account,
        "account_name": of.account_name,
        "stage": of.deal.stage.name(),
        "since": since.map(|day| day.to_string()),
        "days_in_stage": since.filter(|_| of.deal.is_open()).map(|day| days_between(day, cx.today)),
        "amount": of.amount.map(money),
        "probability": share(of.deal.chance()),
        "weighted": in_sums(of.deal.worth()).filter(|_| of.deal.is_open()),
        "closes_on": of.deal.closes_on.map(|day| day.to_string()),
        "closed_on": of.deal.closed().map(|day| day.to_string()),
        "late": of.is_late(cx.today),
        "pushes": of.pushes,
        "next_step": of.next_step,
        "offering": of.offering,
        "unit": of.unit,
        "competitor": of.competitor,
        "lost_reason": of.lost_reason,
    })
}

fn turn(turn: &Turn) -> Json {
    json!({
        "day": turn.now.day.to_string(),
        "stage": turn.now.stage.name(),
        "closes_on": turn.now.closes_on.map(|day| day.to_string()),
        "amount": turn.now.amount.map(money),
        "pushed": turn.pushed,
    })
}

fn stay(stay: &Stay) -> Json {
    json!({ "stage": stay.stage.name(), "since": stay.since.to_string(), "days": stay.days })
}
