//! What moved since last time, in words.
use super::need::decimal;
use super::need::follow::short;
use crate::domain::kind::Kind;
use crate::domain::kpi::Amount;
use crate::domain::scorecard::Rag;
use crate::lang::period;
use crate::lang::value::Context;
use crate::store::query::scorecard::Indicator;
use crate::store::query::today::moved::{Because, Move, Moved};

/// What stands for a figure that is not there.
const NOTHING: &str = "–";

/// The sentence of something that moved, without its account.
pub fn says(moved: &Moved, indicators: &[Indicator], cx: &Context<'_>) -> String {
    let (Kind::Kpi, id) = moved.subject else { return of_health(moved, cx) };
    let one = indicators.iter().find(|i| i.figures.kpi.head.id == id);
    let Some(one) = one else { return cx.directory.name(Kind::Kpi, id) };
    let name = [("name", one.figures.kpi.name.as_str())];
    match &moved.what {
        Move::Turned(Rag::OnTrack) => cx.words.with("moved-on-track", &name),
        Move::Turned(Rag::AtRisk) => cx.words.with("moved-at-risk", &name),
        Move::Turned(_) => cx.words.with("moved-off-track", &name),
        Move::Health { .. } => of_health(moved, cx),
        Move::Entered { period: of, before, now, source, more } => {
            let show =
                |a: Option<Amount>| a.map_or_else(|| NOTHING.to_owned(), |a| short(one, a.units(), cx));
            let of = period::show(*of, one.series.year, cx.words);
            let (now, before_shown, more) = (show(*now), show(*before), more.to_string());
            let key = if before.is_some() { "moved-changed" } else { "moved-entered" };
            let args = [
                name[0],
                ("period", of.as_str()),
                ("before", &before_shown),
                ("now", &now),
                ("more", &more),
                ("source", if source.is_empty() { "none" } else { source }),
            ];
            cx.words.with(key, &args)
        }
    }
}

/// `Health 64 → 59: KPIs 71 → 58`.
fn of_health(moved: &Moved, cx: &Context<'_>) -> String {
    let Move::Health { before, now, because } = &moved.what else { return String::new() };
    let points = decimal((now.round() - before.round()).abs(), 0, cx);
    let key = if now > before { "moved-health-up" } else { "moved-health-down" };
    let now = decimal(*now, 0, cx);
    let because = because.as_ref().map(|b| why(b, cx)).unwrap_or_default();
    let said = cx.words.with(key, &[("points", &points), ("now", &now)]);
    if because.is_empty() { said } else { format!("{said}: {because}") }
}

fn why(because: &Because, cx: &Context<'_>) -> String {
    let shown = |points: Option<f64>| points.map_or_else(|| NOTHING.to_owned(), |p| decimal(p, 0, cx));
    format!("{} {} → {}", cx.words.get(&because.part), shown(because.before), shown(because.now))
}
