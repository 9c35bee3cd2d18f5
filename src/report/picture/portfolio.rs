//! Who brings how much of the revenue (`formulas.md` §11).
use super::{Pareto, ParetoBar, Picture, Plot};
use crate::domain::choice::Tier;
use crate::domain::portfolio::{Class, Place};
use crate::lang::value::Context;
use crate::lang::{capital, money, number};
use crate::report::portfolio::share;
use crate::store::query::portfolio::{Client, Portfolio};

/// The clients of whom the revenue is known, the largest first, those marked that are key accounts; nothing for fewer than two.
pub fn pareto(all: &Portfolio, cx: &Context<'_>) -> Option<Picture> {
    let placed = all.pareto.order.iter().filter_map(|at| Some((all.clients.get(*at)?, all.place(*at)?)));
    let placed: Vec<(&Client, Place)> = placed.collect();
    let [(largest, most), _, ..] = placed.as_slice() else { return None };
    let bars = placed.iter().map(|(client, place)| bar(client, *place, all, cx)).collect();
    let first: Vec<&Place> = placed.iter().map(|(_, place)| place).filter(|p| p.class == Class::A).collect();
    let count = |n: usize| number::show(cx.words.lang(), i64::try_from(n).unwrap_or(i64::MAX));
    let upto = first.last().map_or(0.0, |place| place.up_to);
    let args = [
        ("first", count(first.len())),
        ("all", count(placed.len())),
        ("share", share(upto, cx)),
        ("name", largest.name.clone()),
        ("largest", share(most.share, cx)),
    ];
    let alt =
        cx.words.with("handout-pareto-alt", &args.each_ref().map(|(name, said)| (*name, said.as_str())));
    let measure = capital(&cx.words.get("portfolio-col-revenue"));
    let plot = Pareto { bars, measure, line: cx.words.get("handout-col-cumulative") };
    Some(Picture { title: cx.words.get("handout-pareto"), alt, plot: Plot::Pareto(plot) })
}

fn bar(client: &Client, place: Place, all: &Portfolio, cx: &Context<'_>) -> ParetoBar {
    let value = client.revenue.amount.as_ref().ok().copied().unwrap_or(0.0);
    let marked = client.tier == Tier::Key;
    ParetoBar {
        label: if marked { format!("{} ✓", client.name) } else { client.name.clone() },
        value,
        said: money::short(cx.words.lang(), value, all.currency),
        cumulative: place.up_to,
        class: place.class.letter().to_owned(),
        marked,
    }
}
