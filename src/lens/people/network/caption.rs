//! The person under the cursor in words: what their reach is made of, and why they should be seen.
use ratatui::layout::Rect;

use super::super::selection::Selection;
use super::super::why::decimal;
use crate::lens::Cx;
use crate::report::people::network::{Net, made, main_reason, not_proposed, reason};
use crate::store::query::people::PersonRow;
use crate::ui::markdown::wrap;
use crate::ui::text::visible;
use crate::ui::{Pen, Role, Span};

/// Draws as many lines as there is room for.
pub(super) fn draw(net: &Net, people: &Selection, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) {
    let Some(row) = people.current() else { return };
    let room = usize::from(area.width.saturating_sub(2));
    let most = usize::from(area.height.saturating_sub(1)).max(1);
    let mut lines = fit(&reach(net, row, cx), 1, room);
    let whole = next(net, row, false, cx);
    let short = wrap(&whole, room).len() > most;
    lines.extend(fit(&if short { next(net, row, true, cx) } else { whole }, most, room));
    for (y, line) in (area.y..area.bottom()).zip(&lines) {
        pen.spans(area.x + 1, y, area.width.saturating_sub(2), line);
    }
}

/// So many lines at the most; what has no room hangs on the last one, which is cut where it is drawn.
fn fit(spans: &[Span], most: usize, room: usize) -> Vec<Vec<Span>> {
    let mut lines = wrap(spans, room);
    let rest: Vec<Span> = lines.drain(most.min(lines.len())..).flatten().collect();
    if let Some(last) = lines.last_mut() {
        last.extend(rest);
    }
    lines
}

/// `Marta Roca  reach 6.2 = 4 + 0.7 through Jordi Mas`.
fn reach(net: &Net, row: &PersonRow, cx: &Cx<'_>) -> Vec<Span> {
    let name = Span::new(visible(&row.name), Role::Heading);
    let Some(score) = net.network.why_reach(row.person) else { return vec![name] };
    let figure = decimal(score.amount().unwrap_or_default(), cx.words.lang());
    let said = if score.parts.len() > 1 {
        let made = made(&score, &cx.values());
        cx.words.with("network-caption-reach", &[("reach", &figure), ("made", &made)])
    } else {
        cx.words.with("network-caption-own", &[("reach", &figure)])
    };
    vec![name, Span::muted(format!("  {}", visible(&said)))]
}

/// Which next contact they are and why, under all accounts at which; or why they are none. In short without how many they sway:
/// the list says it too.
fn next(net: &Net, row: &PersonRow, short: bool, cx: &Cx<'_>) -> Vec<Span> {
    let words = cx.words;
    if let Some((rank, next)) = net.rank(row.person) {
        let (rank, all) = (rank.to_string(), net.next.len().to_string());
        let at = [("rank", rank.as_str()), ("all", &all), ("account", &row.account_name)];
        let place = match cx.scope {
            Some(_) => words.with("network-caption-next", &at[..2]),
            None => visible(&words.with("network-caption-next-at", &at)),
        };
        let reason =
            visible(&if short { main_reason(next, &cx.values()) } else { reason(next, &cx.values()) });
        return vec![Span::new(place, Role::Accent), Span::text(format!(" {reason}"))];
    }
    let out = net.network.node(row.person).and_then(|node| not_proposed(node, &cx.values()));
    let left = || row.left_on.map(|_| words.get("network-left"));
    out.or_else(left).map(Span::muted).into_iter().collect()
}
