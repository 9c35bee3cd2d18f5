//! All clients: who makes the revenue, what each deserves and takes; and who is a key account.
use clap::ArgMatches;
use serde_json::{Value as Json, json};

use super::failure::{Code, Failure};
use super::find;
use super::json::{share, units};
use super::shell::Shell;
use crate::domain::choice::{Choice, Tier, Unit};
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::portfolio::Class;
use crate::domain::portfolio::effort::Effort;
use crate::domain::portfolio::valuation::Quadrant;
use crate::domain::score::Known;
use crate::lang::value::Context;
use crate::report::portfolio::page;
use crate::store::act::Act;
use crate::store::query::portfolio::{Client, Portfolio};

/// Prints every client by revenue, or those of one class.
pub fn pareto(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    let book = shell.existing_book()?;
    let class = args.get_one::<String>("class").map(|text| {
        let unknown = || Failure::new(Code::Usage, Explain::new("portfolio-cli-no-class").with("text", text));
        Class::named(text).ok_or_else(unknown)
    });
    let class = class.transpose()?;
    let all = book.store.portfolio(shell.today)?;
    let limit =
        args.get_one::<u32>("limit").map_or(usize::MAX, |n| usize::try_from(*n).unwrap_or(usize::MAX));
    let unknown = (0..all.clients.len()).filter(|at| all.clients[*at].revenue.amount.is_err());
    let of_class = |at: &usize| class.is_none() || all.place(*at).map(|p| p.class) == class;
    let shown: Vec<usize> =
        all.pareto.order.iter().copied().chain(unknown).filter(of_class).take(limit).collect();
    let cx = shell.cx(&book.directory, None);
    if shell.json {
        shell.out.json(&answer(&all, &shown, &cx, shell));
    } else {
        shell.out.blocks(&page(&all, &shown, &cx));
    }
    Ok(())
}

fn answer(all: &Portfolio, shown: &[usize], cx: &Context<'_>, shell: &Shell) -> Json {
    let money = |units_of: f64| units(units_of, Unit::Money, all.currency);
    let classes = Class::ALL.into_iter().zip(all.pareto.layers()).map(|(class, layer)| {
        json!({ "class": class.letter(), "clients": layer.clients, "share": share(layer.share) })
    });
    let whole = all.sum(None);
    let clients = shown.iter().filter_map(|at| Some(client(all, (*at, all.clients.get(*at)?), cx)));
    json!({
        "day": shell.today.to_string(),
        "revenue": money(whole),
        "company": all.company.as_ref().and_then(|c| c.as_ref().ok()).map(|c| money(*c)),
        "of_company": all.of_company(whole).ok().map(share),
        "hhi": all.pareto.hhi().ok().map(share),
        "key_accounts": all.clients.iter().filter(|c| c.tier == Tier::Key).count(),
        "load": cx.words.say(&all.load().said()),
        "classes": classes.collect::<Vec<_>>(),
        "clients": clients.collect::<Vec<_>>(),
    })
}

fn client(all: &Portfolio, (at, client): (usize, &Client), cx: &Context<'_>) -> Json {
    let place = all.place(at);
    let money = |known: &Known| known.as_ref().ok().map(|n| units(*n, Unit::Money, all.currency));
    let effort = all.effort(client);
    json!({
        "id": client.id,
        "name": client.name,
        "tier": client.tier.name(),
        "revenue": money(&client.revenue.amount),
        "why": client.revenue.amount.as_ref().err().map(|why| cx.words.say(why)),
        "rank": place.map(|p| p.rank),
        "class": place.map(|p| p.class.letter()),
        "share": place.map(|p| share(p.share)),
        "up_to": place.map(|p| share(p.up_to)),
        "size": client.judged.size,
        "potential": client.judged.potential,
        "reference": client.judged.reference,
        "valuation": client.valuation.map(share),
        "relationship": client.closeness().ok().map(share),
        "quadrant": client.quadrant().map(Quadrant::name),
        "minutes": client.time.minutes,
        "minutes_assumed": client.time.assumed,
        "of_time": all.totals.of_time(client.time).map(share),
        "of_worth": effort.map(|e| share(e.of_worth)),
        "effort": effort.and_then(Effort::index).map(share),
    })
}

/// Makes an account a key account.
pub fn promote(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    turn(shell, args, Tier::Key)
}

/// Releases a key account.
pub fn release(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    turn(shell, args, Tier::Standard)
}

fn turn(shell: &Shell, args: &ArgMatches, tier: Tier) -> Result<(), Failure> {
    let mut book = shell.existing_book()?;
    let text = |name: &str| args.get_one::<String>(name).map_or("", String::as_str);
    let account = find::named(shell, &book, Kind::Account, text("account"))?;
    let outcome = shell.perform(&mut book, Act::Tier(account, tier, text("why").to_owned()))?;
    shell.tell(&outcome);
    Ok(())
}
