//! What a card shows of an account's health and figures.
use super::figure::{bars, rag};
use crate::domain::scorecard::Rag;
use crate::lens::Cx;
use crate::report::glance::Glance;
use crate::ui::meter::{self, Base};
use crate::ui::{Glyphs, Role, Span};

/// `82 ▲`; `61?` without colour where too little is known.
pub(super) fn health(of: Glance<'_>, glyphs: Glyphs, cx: &Cx<'_>) -> Vec<Span> {
    let Some(health) = of.health else { return Vec::new() };
    let Some(points) = of.points(&cx.values()) else { return vec![Span::muted(glyphs.unknown())] };
    let Some(band) = &health.health.band else { return vec![Span::text(format!("{points:>3}"))] };
    let direction = of.direction();
    // A fall is seen.
    let role = if direction == Some(-1) { Role::Text } else { Role::Muted };
    let trend = direction.map_or(glyphs.unknown(), |d| glyphs.trend(d));
    vec![Span::new(format!("{points:>2} "), Role::of(band)), Span::new(trend, role)]
}

/// Revenue to date against the year's target, as a bar, with a mark where it should be by now.
pub(super) fn gauge(of: Glance<'_>, width: usize, glyphs: Glyphs) -> Vec<Span> {
    let Some(one) = of.revenue else { return Vec::new() };
    let Some(share) = of.share() else { return vec![Span::muted(glyphs.unknown())] };
    // As it should be is quiet.
    let role = match one.standing.rag {
        Rag::OnTrack | Rag::Stale | Rag::Unknown(_) => Role::Muted,
        Rag::AtRisk | Rag::Off => Role::of(&one.standing.rag),
    };
    vec![Span::new(meter::gauge_expecting(glyphs, share, of.expected(), width), role)]
}

/// `78 % of 1,20 M€`.
pub(super) fn to_date(of: Glance<'_>, glyphs: Glyphs, cx: &Cx<'_>) -> Vec<Span> {
    if of.revenue.is_none() {
        return Vec::new();
    }
    match of.to_date(&cx.values()) {
        Some((share, target)) => {
            vec![Span::text(share), Span::muted(format!(" {target}").trim_end().to_owned())]
        }
        None => vec![Span::muted(glyphs.unknown())],
    }
}

/// The newest twelve periods of what the account brings.
pub(super) fn months(of: Glance<'_>, glyphs: Glyphs) -> Vec<Span> {
    if of.revenue.is_none() {
        return Vec::new();
    }
    let months = of.months();
    let line = if months.is_empty() {
        glyphs.unknown().to_owned()
    } else {
        meter::sparkline(glyphs, &bars(&months), Base::Zero)
    };
    vec![Span::muted(line)]
}

/// How its own indicators stand.
pub(super) fn dots(of: Glance<'_>, glyphs: Glyphs) -> Vec<Span> {
    of.dots().into_iter().map(|state| rag(state, glyphs)).collect()
}
