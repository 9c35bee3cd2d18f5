//! Who sways whom, how far each reaches, and whom to see next.
use clap::ArgMatches;
use serde_json::{Value as Json, json};

use crate::cli::failure::Failure;
use crate::cli::find;
use crate::cli::json::score::score;
use crate::cli::json::share;
use crate::cli::shell::{Book, Shell};
use crate::domain::Id;
use crate::domain::choice::Choice;
use crate::domain::kind::Kind;
use crate::domain::network::{Node, Sway, Way};
use crate::lang::value::Context;
use crate::report::people::network::{self as page, Net};
use crate::report::score::Measure;
use crate::store::query::centre::Edge;
use crate::store::query::network::network_of;

/// Prints the network of an account, or of each key account; as long as no account is key, of all of them.
pub fn network(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    let book = shell.existing_book()?;
    let account = args.get_one::<String>("account");
    let scope = account.map(|a| find::named(shell, &book, Kind::Account, a)).transpose()?;
    let people = book.store.people(scope, shell.today)?;
    let edges = book.store.centre(scope)?.edges;
    let nets: Vec<Net> = scope
        .map_or_else(|| accounts(&book), |one| vec![one])
        .into_iter()
        .map(|id| Net::of(id, network_of(id, &people, &edges), shell.today))
        .collect();
    let cx = shell.cx(&book.directory, scope);
    if shell.json {
        let accounts: Vec<Json> = nets.iter().map(|net| as_json(net, &edges, &cx)).collect();
        shell.out.json(&json!({ "day": shell.today.to_string(), "accounts": accounts }));
    } else {
        let page: Vec<_> = nets.iter().flat_map(|net| page::network(net, &edges, &cx)).collect();
        shell.out.blocks(&page);
    }
    Ok(())
}

/// The key accounts; as long as there is none, all accounts.
pub(super) fn accounts(book: &Book) -> Vec<Id> {
    let keys: Vec<Id> = book.directory.key_accounts().into_iter().map(|name| name.id).collect();
    if keys.is_empty() { book.directory.of(Kind::Account).map(|name| name.id).collect() } else { keys }
}

fn as_json(net: &Net, edges: &[Edge], cx: &Context<'_>) -> Json {
    let placeholders = net.network.nodes().iter().filter(|node| node.placeholder);
    let nodes = net.network.ranked().into_iter().map(|(node, _)| node).chain(placeholders);
    let here = edges.iter().filter(|edge| edge.account == net.account);
    json!({
        "id": net.account,
        "name": cx.directory.name(Kind::Account, net.account),
        "people": nodes.map(|node| person(net, node, cx)).collect::<Vec<_>>(),
        "influences": here.map(edge).collect::<Vec<_>>(),
    })
}

fn person(net: &Net, node: &Node, cx: &Context<'_>) -> Json {
    let tie =
        |edge: &Sway, other: Id| json!({ "influence": edge.id, "person": other, "tie": edge.tie.name() });
    let sways = net.network.sways(node.person);
    let swayed_by = net.network.swayed_by(node.person);
    let why = net.network.why_reach(node.person);
    json!({
        "id": node.person,
        "name": node.name,
        "decider": node.decider,
        "placeholder": node.placeholder,
        "stance": node.stance.map(Choice::name),
        "weight": node.weight.w,
        "weight_assumed": node.weight.assumed,
        "reach": net.network.reach(node.person).map(share),
        "reach_why": why.map(|why| score(&why, Measure::of_sums(cx), cx.words)),
        "sways": sways.iter().map(|edge| tie(edge, edge.sways)).collect::<Vec<_>>(),
        "swayed_by": swayed_by.iter().map(|edge| tie(edge, edge.person)).collect::<Vec<_>>(),
        "ways": net.network.ways(node.person).iter().map(way).collect::<Vec<_>>(),
        "next": next(net, node.person, cx),
    })
}

fn way(of: &Way) -> Json {
    let steps = of.steps.iter().map(|step| json!({ "influence": step.edge, "person": step.person }));
    json!({ "decider": of.decider, "edges": of.steps.len(), "steps": steps.collect::<Vec<_>>() })
}

/// Which next contact they are, with the factors and the reason; `null` for who is not proposed.
fn next(net: &Net, person: Id, cx: &Context<'_>) -> Json {
    let Some((rank, one)) = net.rank(person) else { return Json::Null };
    json!({
        "rank": rank,
        "value": share(one.value),
        "lateness": share(one.lateness),
        "on_the_way": share(one.on_the_way()),
        "decider": one.way.as_ref().map(|way| way.decider),
        "reason": page::reason(one, cx),
    })
}

fn edge(of: &Edge) -> Json {
    json!({
        "id": of.id,
        "person": of.person,
        "sways": of.sways,
        "tie": of.tie.name(),
        "since": of.since.map(|day| day.to_string()),
        "cause": of.cause,
    })
}
