//! Draws the capture line with its offers and chips.
use ratatui::layout::Rect;

use super::{CaptureLine, What};
use crate::capture::chip;
use crate::command::Command;
use crate::domain::entry::SpanRole;
use crate::domain::kind::Kind;
use crate::lang::{day, field};
use crate::lens::Cx;
use crate::ui::panel::{below, float};
use crate::ui::table::select;
use crate::ui::text::{visible, width};
use crate::ui::{Pen, Region, Role, Seen, Span, Spot};

impl CaptureLine {
    /// The meaning of a byte of the line, for its colour.
    fn role_at(&self, byte: usize) -> Role {
        let Ok(entry) = &self.entry else { return Role::Text };
        let span = entry.spans.iter().find(|s| s.range.contains(&byte));
        match span.map(|s| s.role) {
            Some(SpanRole::Ambiguous | SpanRole::Unknown) => Role::Warn,
            Some(SpanRole::Mark) => Role::Muted,
            Some(_) => Role::Accent,
            None => Role::Text,
        }
    }

    pub(in crate::app) fn draw(&self, pen: &mut Pen<'_>, body: Rect, cx: &Cx<'_>) -> Seen {
        let width = body.width.saturating_sub(4).min(120);
        let chips = self.laid_out(usize::from(width.saturating_sub(4)));
        let rows = chips.last().map_or(1, |c| c.1 + 1) + self.offers.len();
        let height = u16::try_from(rows).unwrap_or(u16::MAX).saturating_add(5);
        let title = cx.words.get(if self.held.is_some() { "app-capture-held" } else { "app-capture" });
        let inside = float(pen, body, (width, height), &title, &[]);
        let mut seen = self.edit.draw(pen, (inside.x, inside.y), inside.width, |byte| self.role_at(byte));
        let offered = self.draw_offers(pen, below(inside, 2), cx);
        seen.regions = offered.regions;
        let lines = below(inside, 2 + u16::try_from(self.offers.len()).unwrap_or(0));
        for (index, line, x) in chips {
            let y = lines.y.saturating_add(u16::try_from(line).unwrap_or(u16::MAX));
            let Some(chip) = self.chips.get(index).filter(|_| y < lines.bottom()) else { continue };
            let marked = self.marked == Some(self.offers.len() + index);
            Self::draw_chip(pen, chip, (lines.x + x, y), lines.right(), marked);
        }
        if inside.height > 3 {
            let discard = cx.key(Command::CaptureDiscard);
            let warned = self.out_of_reach(cx);
            let (hint, role) = match self.marked {
                Some(m) if m >= self.offers.len() => (cx.words.get("app-capture-chip-hint"), Role::Muted),
                Some(_) => (cx.words.get("app-capture-offer-hint"), Role::Muted),
                None if !warned.is_empty() => (warned, Role::Warn),
                None if self.resumed => (cx.words.with("app-capture-kept", &[("key", &discard)]), Role::Warn),
                None => (cx.words.get("app-capture-hint"), Role::Muted),
            };
            pen.put(inside.x, inside.bottom() - 1, inside.width, &hint, role);
        }
        seen
    }

    /// Who of the people of the line asked not to be contacted, or is on holiday on the day of what is planned.
    fn out_of_reach(&self, cx: &Cx<'_>) -> String {
        let Ok(entry) = &self.entry else { return String::new() };
        let people = entry.people.iter().filter_map(|p| cx.directory.get(Kind::Person, *p));
        let said = people.filter_map(|name| {
            let until = name.not_before.filter(|day| entry.planned && *day > entry.day);
            let (key, day) = match until {
                _ if name.asked_not => ("app-capture-asked-not", String::new()),
                Some(until) => ("app-capture-not-before", day::near(until, cx.today, cx.words)),
                None => return None,
            };
            Some(cx.words.with(key, &[("name", &name.name), ("day", &day)]))
        });
        said.collect::<Vec<_>>().join(" · ")
    }

    fn draw_offers(&self, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
        let mut seen = Seen::default();
        for (y, (row, offer)) in (area.y..area.bottom()).zip(self.offers.iter().enumerate()) {
            let place = Rect { y, height: 1, ..area };
            let spans = match &offer.what {
                What::Record(kind, id) => {
                    let of = cx.directory.get(*kind, *id).and_then(|n| n.accounts.first().copied());
                    let of = of.filter(|_| *kind == Kind::Person);
                    let account = of.map(|a| cx.directory.name(Kind::Account, a)).unwrap_or_default();
                    vec![
                        Span::muted(format!("{} = ", offer.text)),
                        Span::text(cx.directory.name(*kind, *id)),
                        Span::muted(format!("  {} {account}", field::kind(*kind, cx.words))),
                    ]
                }
                What::NewPerson => {
                    let text = cx.words.with("app-capture-create", &[("name", &offer.text)]);
                    vec![Span::new("+ ", Role::Accent), Span::text(text)]
                }
            };
            pen.spans(place.x + 2, y, place.width.saturating_sub(2), &spans);
            if self.marked == Some(row) {
                select(pen, place, true);
            }
            seen.regions.push(Region { area: place, spot: Spot::Choice(row) });
        }
        seen
    }

    /// Line and column of each chip in `room` columns.
    fn laid_out(&self, room: usize) -> Vec<(usize, usize, u16)> {
        let (mut line, mut x) = (0, 0);
        let mut places = Vec::new();
        for (index, chip) in self.chips.iter().enumerate() {
            let wide = (width(&visible(&chip.label)) + 2).min(room);
            if x > 0 && x + wide > room {
                (line, x) = (line + 1, 0);
            }
            places.push((index, line, u16::try_from(x).unwrap_or(0)));
            x += wide + 2;
        }
        places
    }

    fn draw_chip(pen: &mut Pen<'_>, chip: &chip::Chip, at: (u16, u16), end: u16, marked: bool) {
        let role = match chip.role {
            _ if chip.follows => Role::Muted,
            SpanRole::Ambiguous | SpanRole::Unknown => Role::Warn,
            _ => Role::Accent,
        };
        let (x, y) = at;
        let (left, right) = (pen.glyphs.or("‹", "["), pen.glyphs.or("›", "]"));
        let room = end.saturating_sub(x);
        pen.put(x, y, room.min(1), left, Role::Muted);
        let used = pen.put(x + 1, y, room.saturating_sub(2), &chip.label, role);
        pen.put(x + 1 + used, y, room.saturating_sub(1 + used).min(1), right, Role::Muted);
        if marked {
            let style = pen.theme.marked();
            pen.tint(Rect { x, y, width: (used + 2).min(room), height: 1 }, style);
        }
    }
}
