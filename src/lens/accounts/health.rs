//! Health and what is worth a thought, on the page of an account.
use super::page::Drawing;
use crate::domain::insight::{Act, Insight};
use crate::domain::score::{Part, Trend};
use crate::domain::scorecard::Rag;
use crate::lang::number;
use crate::report::{health, indicator};
use crate::ui::text::{visible, width, wrap};
use crate::ui::{Glyphs, Role, Span, meter};

/// Columns of the gauge of a part.
const GAUGE: usize = 10;

impl Drawing<'_> {
    /// `Health  61 ◐` and at the right how it has gone: `▼ 8 since 24 Oct  ▅▅▆▆▇▆▅▅▄▄▃▄`.
    pub(super) fn health_head(&self, glyphs: Glyphs) -> (Vec<Span>, Vec<Span>) {
        let (of, cx) = (&self.page.checkup.health, &self.cx.values());
        let mut left = vec![
            Span::new(self.cx.words.get("accounts-health"), Role::Heading),
            Span::text(format!("  {}", health::value(&of.health, cx))),
        ];
        if let Some(band) = &of.health.band {
            left.push(Span::new(format!(" {}", glyphs.rag(band)), quiet(band)));
        }
        if let Err(why) = &of.health.score.value {
            left.push(Span::muted(format!("  {}", self.cx.words.say(why))));
            return (left, Vec::new());
        }
        let mut right = Vec::new();
        if let Some((trend, text)) = health::since(of, cx) {
            let (direction, role) = match trend {
                Trend::Up => (1, Role::Text),
                Trend::Flat => (0, Role::Muted),
                Trend::Down => (-1, Role::Text),
            };
            right.push(Span::new(glyphs.trend(direction), role));
            right.push(Span::muted(format!(" {text}")));
        }
        if of.course.iter().flatten().count() > 1 {
            #[expect(clippy::cast_possible_truncation, reason = "points, 0 to 100")]
            let course = of.course.map(|points| points.map(|p| p.round() as i64));
            right.push(Span::text(format!("  {}", meter::sparkline(glyphs, &course, meter::Base::Lowest))));
        }
        (left, right)
    }

    /// `KPIs  82  ████████░░` and its weight; what is not known says why.
    pub(super) fn part(&self, part: &Part, glyphs: Glyphs) -> (Vec<Span>, Vec<Span>) {
        let (words, parts) = (self.cx.words, &self.page.checkup.health.health.score.parts);
        let label = |part: &Part| visible(&words.say(&part.label));
        let widest = parts.iter().map(|p| width(&label(p))).max().unwrap_or(0);
        let known = part.value.as_ref().ok().and_then(crate::domain::score::Figure::amount);
        let shown = known.map_or_else(|| glyphs.unknown().to_owned(), |points| self.points(points));
        let name = label(part);
        let pad = " ".repeat(widest.saturating_sub(width(&name)));
        let role = if known.is_some() { Role::Text } else { Role::Muted };
        let mut left = vec![Span::muted(format!("{name}{pad}  ")), Span::new(format!("{shown:>3}"), role)];
        let remark = health::remark(part, &self.cx.values());
        match known {
            Some(points) if remark.is_empty() => {
                let (filled, rest) = meter::line(glyphs, points / 100.0, GAUGE);
                left.extend([Span::text(format!("  {filled}")), Span::muted(rest)]);
            }
            Some(_) | None => left.push(Span::muted(format!("  {remark}"))),
        }
        let all: f64 = parts.iter().filter_map(|p| p.weight).sum();
        let share = part.weight.filter(|_| all > 0.0).map(|w| w / all);
        let weight = share.map(|share| Span::muted(indicator::share(share, &self.cx.values())));
        (left, weight.into_iter().collect())
    }

    fn points(&self, points: f64) -> String {
        #[expect(clippy::cast_possible_truncation, reason = "points, −20 to 100")]
        let whole = points.round() as i64;
        number::show(self.cx.words.lang(), whole)
    }

    /// The sentence on as many lines as it needs; at the right of the first what the key does.
    pub(super) fn insight(
        &self,
        insight: &Insight,
        glyphs: Glyphs,
        room: usize,
    ) -> Vec<(Vec<Span>, Vec<Span>)> {
        let key = match insight.act {
            Act::AddPerson(_) => "accounts-act-person",
            Act::OpenPerson(_) | Act::OpenPeople | Act::OpenCommitment(_) | Act::Open(..) => {
                "accounts-act-open"
            }
            Act::AddCommitment { .. } => "accounts-act-promise",
            Act::OpenCell(..) => "accounts-act-figure",
        };
        let open = self.cx.key(crate::command::Command::Open);
        let hint = format!("{open} {}", self.cx.words.get(key));
        let text = visible(&self.cx.words.say(&insight.explain));
        let wide = room.saturating_sub(width(&hint) + 6).max(12);
        let lines = wrap(&text, wide).into_iter().enumerate();
        let row = |(i, line)| {
            let sign = if i == 0 { glyphs.or("· ", "- ") } else { "  " };
            let right = if i == 0 { vec![Span::muted(hint.clone())] } else { Vec::new() };
            (vec![Span::muted(sign), Span::text(line)], right)
        };
        lines.map(row).collect()
    }
}

/// The colour of a judgement on a page that rests: only what must be acted upon has one.
pub(super) const fn quiet(rag: &Rag) -> Role {
    match rag {
        Rag::Off => Role::Bad,
        Rag::OnTrack | Rag::AtRisk => Role::Text,
        Rag::Stale | Rag::Unknown(_) => Role::Muted,
    }
}
