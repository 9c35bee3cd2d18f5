//! Where the panels of Today stand: one column on a narrow screen; else the accounts below the queue, the week and what changed
//! beside them, and what stands behind the row below, or in a column of its own on a wide screen.
use ratatui::layout::Rect;

use super::rows::Panel;
use super::state::Today;
use super::{behind, cards, needs, since, week, welcome};
use crate::domain::Id;
use crate::domain::kind::Kind;
use crate::lens::Cx;
use crate::store::query::today::week::WeekKind;
use crate::ui::text::{visible, width};
use crate::ui::{Glyphs, Pen, Region, Role, Seen, Span, Spot, panel};

/// From so many columns on there are two of them, and three.
const TWO: u16 = 100;
const THREE: u16 = 160;

/// A panel with the room it was given.
pub(super) struct Part {
    pub(super) panel: Panel,
    pub(super) area: Rect,
    /// Muted, beside the title.
    pub(super) remark: String,
}

impl Part {
    /// Draws the title and, at its right end, how much of the list stands above and below; returns the room of the list.
    pub(super) fn title(&self, today: &Today, pen: &mut Pen<'_>, title: &str) -> Rect {
        let body = panel::title(pen, self.area, title, &self.remark);
        let (len, height) = (today.rows.len(self.panel), usize::from(body.height));
        let first = today.cursors[self.panel.index()].first(len, height);
        let below = len.saturating_sub(first + height);
        let g = pen.glyphs;
        let mut end = self.area.right().saturating_sub(1);
        for (sign, count) in [(g.or("↓", "v"), below), (g.or("↑", "^"), first)] {
            if count > 0 && body.height > 0 {
                let used = pen.put_right(end, self.area.y, 8, &format!("{sign} {count}"), Role::Muted);
                end = end.saturating_sub(used + 2);
            }
        }
        body
    }
}

/// What stands on a day: planned `◇`, ours `→`, theirs `←`, contract `§`, milestone `◆`, problem `!`, birthday `☼`.
pub(super) const fn sign(what: WeekKind, glyphs: Glyphs) -> &'static str {
    use crate::domain::choice::Side;
    match what {
        WeekKind::Planned => glyphs.or("◇", "#"),
        WeekKind::Ours => glyphs.side(Side::Ours),
        WeekKind::Theirs => glyphs.side(Side::Theirs),
        WeekKind::Notice | WeekKind::End | WeekKind::Care => glyphs.or("§", "="),
        WeekKind::Milestone => glyphs.or("◆", "@"),
        WeekKind::Problem => "!",
        WeekKind::Birthday => glyphs.or("☼", "*"),
    }
}

/// Columns for the longest of these accounts' names.
pub(super) fn account_width(accounts: impl Iterator<Item = Id>, cx: &Cx<'_>) -> u16 {
    let names = accounts.map(|a| width(&visible(&cx.directory.name(Kind::Account, a))));
    u16::try_from(names.max().unwrap_or(0)).unwrap_or(0).min(14)
}

/// The name of a panel that is one line: as wide as the longest of them, so that what follows stands in one column.
pub(super) fn label(key: &str, cx: &Cx<'_>) -> Span {
    let names = ["today-week-short", "today-since-short"].map(|key| width(&cx.words.get(key)));
    let wide = names.into_iter().max().unwrap_or(0) + 2;
    Span::new(format!("{:<wide$}", cx.words.get(key)), Role::Heading)
}

pub(super) fn draw(today: &Today, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
    let Some(answer) = today.answer.as_deref() else { return Seen::default() };
    let counts = answer.counts;
    if counts.accounts == 0 && counts.people == 0 && !counts.logged {
        welcome::draw(pen, area, cx);
        return Seen::default();
    }
    let mut seen = Seen::default();
    let two = area.width >= TWO;
    let wide = area.width >= THREE;
    // Lists keep a margin at the right; at their left stands the cursor's bar.
    let area = Rect { width: area.width.saturating_sub(1), ..area };
    if !two {
        stack(today, pen, area, &Panel::ALL, cx, &mut seen);
        return seen;
    }
    let (left, right) = panel::split(pen, area, if wide { 42 } else { 61 });
    let below = needs_and_cards(today, pen, left, !wide, cx, &mut seen);
    if wide {
        let (middle, last) = panel::split(pen, right, 54);
        stack(today, pen, middle, &Panel::ALL[2..], cx, &mut seen);
        behind::draw(today, pen, last, cx);
    } else {
        behind::draw(today, pen, below, cx);
        stack(today, pen, right, &Panel::ALL[2..], cx, &mut seen);
    }
    seen
}

/// Draws the queue with the accounts below it, and returns what is left. Where something else comes below, it gets two fifths of
/// what the accounts leave.
fn needs_and_cards(
    today: &Today,
    pen: &mut Pen<'_>,
    area: Rect,
    more: bool,
    cx: &Cx<'_>,
    seen: &mut Seen,
) -> Rect {
    let cards = share(today, Panel::Cards, cx).full.min(area.height / 3);
    let gap = u16::from(cards > 0);
    let room = area.height.saturating_sub(cards + gap);
    let most = if more { room * 3 / 5 } else { room };
    let wanted = u16::try_from(today.rows.needs.len().max(2) + 1).unwrap_or(u16::MAX);
    let top = panel::top(area, wanted.min(most));
    seen.add(needs::draw(today, pen, top, cx));
    let mut rest = panel::below(area, top.height + gap);
    if cards > 0 {
        let part = panel::top(rest, cards);
        let spot = Spot::Row(Panel::Cards.number(), today.cursors[Panel::Cards.index()].at);
        seen.regions.push(Region { area: part, spot });
        seen.add(cards::draw(today, pen, part, true, cx));
        rest = panel::below(rest, cards + 1);
    }
    if more && rest.height > 1 {
        pen.rule(rest.x.saturating_add(1), rest.y, rest.width.saturating_sub(2));
    }
    panel::below(rest, 1)
}

/// Draws panels one below the other. What has no room for its rows is one line; the panel with the keys unfolds.
fn stack(today: &Today, pen: &mut Pen<'_>, area: Rect, panels: &[Panel], cx: &Cx<'_>, seen: &mut Seen) {
    let shares: Vec<Share> = panels.iter().map(|p| share(today, *p, cx)).collect();
    let focus = panels.iter().position(|p| *p == today.focus);
    let mut rest = area;
    let heights = heights(&shares, focus, area.height);
    for ((height, share), panel) in heights.into_iter().zip(shares).zip(panels) {
        if height == 0 {
            continue;
        }
        let part = panel::top(rest, height);
        seen.regions
            .push(Region { area: part, spot: Spot::Row(panel.number(), today.cursors[panel.index()].at) });
        match panel {
            Panel::Needs => seen.add(needs::draw(today, pen, part, cx)),
            Panel::Cards => seen.add(cards::draw(today, pen, part, false, cx)),
            Panel::Week if share.folded(height) => week::draw_line(today, pen, part, cx),
            Panel::Week => seen.add(week::draw(today, pen, part, cx)),
            Panel::Since if share.folded(height) => since::draw_line(today, pen, part, cx),
            Panel::Since => seen.add(since::draw(today, pen, part, cx)),
        }
        let gap = u16::from(height > 1);
        rest = panel::below(rest, height + gap);
    }
}

/// Fewest lines in which a list is unfolded, unless it has less: its title and three rows.
const UNFOLDED: u16 = 4;

/// Lines that a panel gets before any other gets more.
const FAIR: u16 = 8;

/// How many lines a panel needs at least, and with all its rows.
#[derive(Debug, Clone, Copy)]
struct Share {
    least: u16,
    full: u16,
}

impl Share {
    /// Whether a panel that can be one line has to be in so many.
    fn folded(self, height: u16) -> bool {
        self.least == 1 && height < UNFOLDED.min(self.full)
    }
}

fn share(today: &Today, panel: Panel, cx: &Cx<'_>) -> Share {
    let rows = u16::try_from(today.rows.len(panel)).unwrap_or(u16::MAX - 1);
    match panel {
        Panel::Needs => Share { least: 4, full: 1 + rows.max(2) },
        Panel::Cards if rows == 0 => {
            let none = u16::from(cx.scope.is_none());
            Share { least: 3 * none, full: 3 * none }
        }
        Panel::Cards => Share { least: 1 + rows.min(4), full: 1 + rows },
        Panel::Since if rows == 0 && today.answer.as_ref().is_none_or(|a| a.since.day.is_none()) => {
            Share { least: 0, full: 0 }
        }
        Panel::Week | Panel::Since => Share { least: 1, full: 1 + rows.max(1) },
    }
}

/// Heights that fit: everybody their least, what is left to the panel with the keys, then from the top. The last ones leave
/// when even the least has no room. A blank line stands below a panel of several lines.
fn heights(shares: &[Share], focus: Option<usize>, room: u16) -> Vec<u16> {
    let mut heights: Vec<u16> = shares.iter().map(|s| s.least).collect();
    let used = |heights: &[u16]| -> u16 {
        let last = heights.iter().rposition(|h| *h > 0);
        let lines = heights.iter().enumerate();
        lines.fold(0_u16, |sum, (i, h)| {
            let gap = u16::from(*h > 1 && Some(i) != last);
            sum.saturating_add(*h).saturating_add(gap)
        })
    };
    for place in (0..heights.len()).rev() {
        if used(&heights) > room && Some(place) != focus && place > 0 {
            heights[place] = 0;
        }
    }
    let others = || (0..shares.len()).filter(|i| Some(*i) != focus);
    // The panel with the keys and the first one come first, then every other gets its share before any gets all it wants.
    let first = focus.into_iter().chain(others().take(1)).map(|i| (i, u16::MAX));
    let order = first.chain(others().map(|i| (i, FAIR))).chain(others().map(|i| (i, u16::MAX)));
    for (place, most) in order.filter(|(i, _)| heights.get(*i).is_some_and(|h| *h > 0)).collect::<Vec<_>>() {
        while heights[place] < shares[place].full.min(most) && used(&heights) < room {
            heights[place] += 1;
            if used(&heights) > room {
                heights[place] -= 1;
                break;
            }
        }
        // A list of a title and a row or two says less than its one line.
        if shares[place].folded(heights[place]) {
            heights[place] = 1;
        }
    }
    heights
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn at_80_by_24_the_queue_gets_what_the_lines_below_leave() {
        let shares = [
            Share { least: 4, full: 13 },
            Share { least: 5, full: 5 },
            Share { least: 1, full: 9 },
            Share { least: 1, full: 9 },
        ];
        assert_eq!(heights(&shares, Some(0), 19), [10, 5, 1, 1]);
        assert_eq!(heights(&shares, Some(2), 19), [4, 5, 6, 1]);
    }

    #[test]
    fn panels_never_get_more_than_there_is() {
        for room in 0..60 {
            for full in [1, 2, 3, 9, 300] {
                let shares = [
                    Share { least: 4, full: 4 + full },
                    Share { least: 3, full: 3 },
                    Share { least: 1, full },
                ];
                for focus in [None, Some(0), Some(2)] {
                    let got = heights(&shares, focus, room);
                    let gaps = got.iter().rev().skip(1).filter(|h| **h > 1).count();
                    let lines: usize = got.iter().map(|h| usize::from(*h)).sum();
                    assert!(lines + gaps <= usize::from(room) + 8, "{room} {full} {got:?}");
                }
            }
        }
    }
}
