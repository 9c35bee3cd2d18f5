//! All that is known of the client under the cursor, beside the list or the matrix.
use ratatui::layout::Rect;

use super::effort::balance;
use super::shown::{amount, count, plain, share, tenth, time};
use crate::domain::choice::Tier;
use crate::domain::portfolio::revenue::Origin;
use crate::lang::{day, field, period};
use crate::lens::Cx;
use crate::store::query::portfolio::{Client, Portfolio as All};
use crate::ui::text::{visible, width, wrap};
use crate::ui::{Glyphs, Pen, Role, Span};

/// A line: what it is, and the figure. Without a label it goes on with the line above.
type Line = (String, Vec<Span>);

/// Draws them.
pub(super) fn draw(all: &All, (at, client): (usize, &Client), pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) {
    let about = Details { all, client, at, glyphs: pen.glyphs, cx };
    let lines = about.lines();
    let wide = lines.iter().map(|(label, _)| width(&visible(label))).max().unwrap_or(0);
    let wide = u16::try_from(wide).unwrap_or(u16::MAX).min(area.width / 2);
    let title = [Span::new(client.name.as_str(), Role::Heading), Span::muted(about.note())];
    let mut y = area.y;
    if area.height > 0 {
        pen.spans(area.x + 1, y, area.width.saturating_sub(1), &title);
        y += 1;
    }
    let x = area.x + 1 + wide + 2;
    let room = area.right().saturating_sub(x);
    for (label, spans) in lines {
        if y >= area.bottom() {
            return;
        }
        pen.put_right(area.x + 1 + wide, y, wide, &label, Role::Muted);
        pen.spans(x, y, room, &spans);
        y += 1;
    }
    for text in about.history() {
        for line in wrap(&visible(&text), usize::from(area.width.saturating_sub(2))) {
            if y < area.bottom() {
                pen.put(area.x + 1, y, area.width.saturating_sub(1), &line, Role::Muted);
                y += 1;
            }
        }
    }
}

struct Details<'a> {
    all: &'a All,
    client: &'a Client,
    at: usize,
    glyphs: Glyphs,
    cx: &'a Cx<'a>,
}

impl Details<'_> {
    fn words(&self, key: &str) -> String {
        self.cx.words.get(key)
    }

    /// Key account or not, and what they do.
    fn note(&self) -> String {
        let key = match self.client.tier {
            Tier::Key => "portfolio-is-key",
            Tier::Standard => "portfolio-is-standard",
        };
        let sector = Some(self.client.sector.as_str()).filter(|s| !s.is_empty());
        let parts = sector.into_iter().map(str::to_owned).chain([self.words(key)]);
        format!("  {}", parts.collect::<Vec<_>>().join(" · "))
    }

    fn lines(&self) -> Vec<Line> {
        let mut lines = self.revenue();
        lines.extend(self.worth());
        lines.extend(self.judged());
        lines.extend(self.effort());
        lines
    }

    fn revenue(&self) -> Vec<Line> {
        let (all, client, cx) = (self.all, self.client, self.cx);
        let label = self.words("portfolio-col-revenue");
        let units = match &client.revenue.amount {
            Ok(units) => *units,
            Err(why) => return vec![(label, vec![Span::muted(cx.words.say(why))])],
        };
        let origin = match client.revenue.origin {
            Some(Origin::Indicator(_, first, last)) => {
                let year = cx.directory.terms.year;
                let show = |p| period::show(p, year, cx.words);
                format!(
                    "  {}",
                    cx.words.with("portfolio-months", &[("from", &show(first)), ("to", &show(last))])
                )
            }
            Some(Origin::Written) | None => String::new(),
        };
        let mut lines = vec![(label, vec![Span::text(amount(units, all, cx)), Span::muted(origin)])];
        if let Some(place) = all.place(self.at) {
            let rank = [("rank", count(place.rank, cx)), ("of", count(all.pareto.order.len(), cx))];
            let rank: Vec<_> = rank.iter().map(|(n, v)| (*n, v.as_str())).collect();
            let of = cx.words.with("portfolio-rank", &rank);
            let class = Span::new(place.class.letter(), Role::Heading);
            lines.push((self.words("portfolio-col-class"), vec![class, Span::muted(format!("  {of}"))]));
            let up_to = cx.words.with("portfolio-up-to", &[("share", &share(place.up_to, cx))]);
            let own = Span::text(share(place.share, cx));
            lines.push((self.words("portfolio-col-share"), vec![own, Span::muted(format!("  {up_to}"))]));
        }
        if let Ok(part) = all.of_company(units) {
            lines.push((self.words("portfolio-of-company"), vec![Span::text(share(part, cx))]));
        }
        lines
    }

    fn worth(&self) -> Vec<Line> {
        let (all, cx) = (self.all, self.cx);
        let mut lines = Vec::new();
        if let (Some(margin), Ok(units)) = (self.client.margin, self.client.yearly_margin()) {
            let of = amount(units, all, cx);
            let of = if self.client.care > 0.0 {
                cx.words.with("portfolio-after-care", &[("amount", &of)])
            } else {
                of
            };
            let of = Span::muted(format!("  {of}"));
            lines.push((self.words("portfolio-margin"), vec![Span::text(share(margin, cx)), of]));
        }
        let gaps = self.client.gaps;
        let known = (gaps.known > 0).then(|| Span::text(amount(gaps.sum, all, cx)));
        let unknown = (gaps.unknown > 0).then(|| {
            let more = cx.words.with("portfolio-gap-unknown", &[("count", &gaps.unknown.to_string())]);
            Span::muted(if known.is_some() { format!("  {more}") } else { more })
        });
        if known.is_some() || unknown.is_some() {
            lines.push((self.words("portfolio-gap"), known.into_iter().chain(unknown).collect()));
        }
        lines
    }

    fn judged(&self) -> Vec<Line> {
        let (client, cx) = (self.client, self.cx);
        let judged = client.judged;
        let each = [("size", judged.size), ("potential", judged.potential), ("reference", judged.reference)];
        let mut lines: Vec<Line> = each
            .into_iter()
            .map(|(name, points)| {
                let label = field::label(crate::domain::kind::Kind::Account, name, cx.words);
                (label, points.map_or_else(|| vec![Span::muted(self.glyphs.unknown())], |p| self.points(p)))
            })
            .collect();
        let value = client.valuation.map_or_else(
            || {
                let missing = each.iter().filter(|(_, points)| points.is_none()).count();
                Span::muted(cx.words.with("portfolio-not-judged", &[("count", &missing.to_string())]))
            },
            |value| Span::new(tenth(value, cx), Role::Heading),
        );
        lines.push((self.words("portfolio-valuation"), vec![value]));
        let close = client.closeness();
        let close =
            close.map_or_else(|why| Span::muted(cx.words.say(&why)), |p| Span::text(plain(p.round(), cx)));
        lines.push((self.words("portfolio-axis-close"), vec![close]));
        if let Some(quadrant) = client.quadrant() {
            let word = self.words(&format!("portfolio-quadrant-{}", quadrant.name()));
            let todo = self.words(&format!("portfolio-todo-{}", quadrant.name()));
            let spans = vec![Span::new(word, Role::Accent), Span::muted(format!("  {todo}"))];
            lines.push((self.words("portfolio-col-quadrant"), spans));
        }
        lines
    }

    /// `●●●○○ 3`.
    fn points(&self, points: i64) -> Vec<Span> {
        let points = usize::try_from(points).unwrap_or(0).min(5);
        let (full, rest) = (self.glyphs.full().repeat(points), self.glyphs.hollow().repeat(5 - points));
        vec![Span::text(full), Span::muted(rest), Span::muted(format!(" {points}"))]
    }

    fn effort(&self) -> Vec<Line> {
        let (client, cx) = (self.client, self.cx);
        let spent = client.time;
        let mut spans = vec![Span::text(time(spent.minutes, cx))];
        if spent.assumed > 0 {
            let assumed = cx.words.with("portfolio-assumed", &[("time", &time(spent.assumed, cx))]);
            spans.push(Span::muted(format!("  {assumed}")));
        }
        let mut lines = vec![(self.words("portfolio-col-time"), spans)];
        if let Some(effort) = self.all.effort(client) {
            let shares = [("time", share(effort.of_time, cx)), ("worth", share(effort.of_worth, cx))];
            let shares: Vec<_> = shares.iter().map(|(n, v)| (*n, v.as_str())).collect();
            lines.push((String::new(), vec![Span::muted(cx.words.with("portfolio-time-for", &shares))]));
            if let Some(index) = effort.index() {
                let mut spans = vec![Span::text(tenth(index, cx)), Span::text("  ")];
                spans.extend(balance(effort, self.glyphs, cx));
                lines.push((self.words("portfolio-col-index"), spans));
            }
        }
        lines
    }

    /// When it became a key account or was released, and why; the newest first.
    fn history(&self) -> Vec<String> {
        let turns = self.all.turns.get(&self.client.id).map(Vec::as_slice).unwrap_or_default();
        let told = turns.iter().map(|turn| {
            let key = match turn.tier {
                Tier::Key => "portfolio-promoted",
                Tier::Standard => "portfolio-released",
            };
            let since = day::show(turn.day, self.cx.words);
            let what = self.cx.words.with(key, &[("day", &since)]);
            if turn.reason.is_empty() { what } else { format!("{what}: {}", turn.reason) }
        });
        let told: Vec<String> = told.collect();
        if told.is_empty() { told } else { std::iter::once(String::new()).chain(told).collect() }
    }
}
