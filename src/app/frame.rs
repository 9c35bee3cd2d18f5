//! The frame of every screen: lenses, scope, hairlines, hints and the last notice.
use chrono::Datelike;
use ratatui::layout::Rect;

use super::{App, Notice, body_of};
use crate::command::table::ROWS;
use crate::command::{Command, LensKind};
use crate::domain::kind::Kind;
use crate::lang::{Words, day};
use crate::lens::Mode;
use crate::ui::pen::spans_width;
use crate::ui::text::{visible, width};
use crate::ui::{Pen, Region, Role, Seen, Span, Spot, panel};

/// Says that the terminal is too small.
pub(super) fn too_small(pen: &mut Pen<'_>, screen: Rect, words: &Words) {
    let size = format!("{} × {}", screen.width, screen.height);
    let floor = format!("{} × {}", super::FLOOR.0, super::FLOOR.1);
    panel::empty(pen, screen, &words.with("app-too-small", &[("size", &size), ("floor", &floor)]));
}

fn columns_of(text: &str) -> u16 {
    u16::try_from(width(&visible(text))).unwrap_or(u16::MAX)
}

impl App {
    /// Draws the frame and returns the room of the lens.
    pub(super) fn draw_frame(&self, pen: &mut Pen<'_>, screen: Rect, seen: &mut Seen) -> Rect {
        self.draw_header(pen, screen, seen);
        self.draw_scope(pen, Rect { y: screen.y + 1, height: 1, ..screen }, seen);
        pen.rule(screen.x, screen.y + 2, screen.width);
        pen.rule(screen.x, screen.bottom() - 2, screen.width);
        self.draw_footer(pen, Rect { y: screen.bottom() - 1, height: 1, ..screen }, seen);
        body_of(screen)
    }

    fn draw_header(&self, pen: &mut Pen<'_>, screen: Rect, seen: &mut Seen) {
        let words = &self.world.words;
        let mut x = screen.x + 1;
        if screen.width >= 100 {
            x += pen.put(x, screen.y, 9, "cartera", Role::Muted) + 2;
        }
        for lens in LensKind::ALL {
            let short = if screen.width < 100 { "-short" } else { "" };
            let name = words.get(&format!("app-lens-{}{short}", lens.name()));
            let role = if lens == self.lens { Role::Key } else { Role::Muted };
            let used = pen.put(
                x,
                screen.y,
                screen.right().saturating_sub(x),
                &format!("{} {name}", lens.digit()),
                role,
            );
            let area = Rect { x, y: screen.y, width: used, height: 1 };
            seen.regions.push(Region { area, spot: Spot::Lens(lens) });
            x += used + 2;
        }
        let date = self.date(screen.width >= 100);
        let room = screen.right().saturating_sub(x + 1);
        if columns_of(&date) <= room {
            pen.put_right(screen.right() - 1, screen.y, room, &date, Role::Muted);
        }
    }

    fn date(&self, long: bool) -> String {
        let (words, today) = (&self.world.words, self.world.today);
        if long {
            return format!("{}  {}", day::with_weekday(today, words), day::week(today, words));
        }
        format!("{} {}", day::weekday_short(today.weekday(), words), day::day_month(today, words))
    }

    fn draw_scope(&self, pen: &mut Pen<'_>, line: Rect, seen: &mut Seen) {
        let words = &self.world.words;
        let mut right = line.right() - 1;
        if self.urgent > 0 {
            let count = self.urgent.to_string();
            let text = words.with("app-need-you", &[("count", &count)]);
            let spans = [Span::new(pen.glyphs.full(), Role::Bad), Span::text(format!(" {text}"))];
            let wide = u16::try_from(spans_width(&spans)).unwrap_or(0);
            pen.spans_right(right, line.y, wide, &spans);
            right = right.saturating_sub(wide + 2);
        }
        let tabs = self.tabs();
        let name = |tab: &Option<i64>| match tab {
            None => words.get("app-all"),
            Some(id) => self.world.directory.name(Kind::Account, *id),
        };
        let names: Vec<String> = tabs.iter().map(name).collect();
        let widths: Vec<u16> = names.iter().map(|n| columns_of(n).min(24) + 2).collect();
        let current = tabs.iter().position(|t| *t == self.world.scope).unwrap_or(0);
        let mut x = line.x + 1;
        let mut tab = |pen: &mut Pen<'_>, x: u16, index: usize| {
            let area = Rect { x, y: line.y, width: widths[index], height: 1 };
            draw_tab(pen, area, &names[index], index == current);
            seen.regions.push(Region { area, spot: Spot::Scope(tabs[index]) });
            x + widths[index]
        };
        // All is always in sight; the others scroll behind it.
        x = tab(pen, x, 0);
        let first = first_tab(&widths, current, right.saturating_sub(x + 1));
        if first > 1 {
            x += pen.put(x, line.y, 2, pen.glyphs.more(), Role::Muted);
        }
        for (index, wide) in widths.iter().enumerate().skip(first) {
            if x + wide > right {
                pen.put(x, line.y, right.saturating_sub(x), pen.glyphs.more(), Role::Muted);
                break;
            }
            x = tab(pen, x, index);
        }
    }

    fn draw_footer(&self, pen: &mut Pen<'_>, line: Rect, seen: &mut Seen) {
        let notice = self.notice.as_ref().map(|n| self.notice_spans(n));
        let notice_wide = notice.as_ref().map_or(0, |s| u16::try_from(spans_width(s)).unwrap_or(u16::MAX));
        let room = line.width.saturating_sub(2);
        // What does not fit beside the first hints has the whole line: a refusal that is cut says nothing.
        let beside = room.saturating_sub(20).max(room / 2);
        let for_notice = if notice_wide > beside { notice_wide.min(room) } else { notice_wide };
        let for_hints = if notice_wide == 0 { room } else { room.saturating_sub(for_notice + 2) };
        let mut x = line.x + 1;
        for (command, key, text) in self.hints(for_hints) {
            let start = x;
            x += pen.put(x, line.y, line.right().saturating_sub(x), &key, Role::Key);
            x += 1;
            x += pen.put(x, line.y, line.right().saturating_sub(x), &text, Role::Muted);
            let area = Rect { x: start, y: line.y, width: x - start, height: 1 };
            seen.regions.push(Region { area, spot: Spot::Hint(command) });
            x += 2;
        }
        if let Some(spans) = notice {
            pen.spans_right(line.right() - 1, line.y, for_notice, &spans);
        }
    }

    /// The hints that have room, in the order of the table; those of least weight leave first.
    fn hints(&self, room: u16) -> Vec<(Command, String, String)> {
        let words = &self.world.words;
        let scopes = self.scopes();
        let mut shown: Vec<_> = ROWS
            .iter()
            .filter(|row| row.footer > 0 && scopes.contains(&row.scope) && self.can(row.command))
            .filter(|row| row.command != Command::Back || self.is_above_records())
            .filter(|row| row.command != Command::Pick || self.lens == LensKind::Kpis)
            .filter(|row| row.command != Command::Brief || self.is_brief_hinted())
            .filter(|row| row.command != Command::Report || self.lens == LensKind::Accounts)
            .filter_map(|row| {
                let key = self.hint(row.command)?;
                let own = self.lenses.get(self.lens).word(row.command).filter(|_| self.layers.is_empty());
                let text = match (row.command, own) {
                    (_, Some(own)) => words.get(own),
                    (Command::Open, None) if self.is_on_cell() => words.get("app-enter-figure"),
                    (command, None) => words.get(&command.words_key()),
                };
                // Before a meeting it is what one comes for.
                let prepares = row.command == Command::Brief && self.is_on_meeting();
                Some((if prepares { 2 } else { row.footer }, row.command, key, text))
            })
            .collect();
        let wide = |shown: &[(u8, Command, String, String)]| -> usize {
            shown.iter().map(|(_, _, key, text)| width(&visible(key)) + width(&visible(text)) + 3).sum()
        };
        while wide(&shown) > usize::from(room) + 2 {
            let Some(least) = shown.iter().map(|h| h.0).max() else { break };
            let Some(place) = shown.iter().rposition(|h| h.0 == least) else { break };
            shown.remove(place);
        }
        shown.into_iter().map(|(_, command, key, text)| (command, key, text)).collect()
    }

    /// Whether Esc leads back to somewhere.
    fn is_above_records(&self) -> bool {
        !self.layers.is_empty() || matches!(self.mode(), Mode::Entering | Mode::Choosing)
    }

    /// The key that hints show for a command: while typing, one that types nothing.
    fn hint(&self, command: Command) -> Option<String> {
        let typing = self.is_typing();
        let chords = self.world.keys.chords(command).iter();
        let mut usable = chords.filter(|c| !typing || c.first.typed().is_none());
        usable.next().map(|c| c.show(&self.world.words))
    }

    fn notice_spans(&self, notice: &Notice) -> Vec<Span> {
        let g = self.glyphs;
        let (sign, role, explain) = match notice {
            Notice::Done(e) => (g.done(), Role::Good, e),
            Notice::Odd(e) => ("!", Role::Warn, e),
            Notice::Said(e) => (g.or("·", "."), Role::Accent, e),
            Notice::Failed(e) => ("!", Role::Bad, e),
        };
        let mut spans = vec![Span::new(format!("{sign} "), role), Span::text(self.world.words.say(explain))];
        // What was just done is what undo would take back: its key stands beside it.
        if matches!(notice, Notice::Done(e) | Notice::Odd(e) if e.key != "act-undone") {
            let key = self.world.cx().key(Command::Undo);
            spans.extend([Span::muted(" · "), Span::new(key, Role::Key)]);
        }
        spans
    }
}

fn draw_tab(pen: &mut Pen<'_>, area: Rect, name: &str, current: bool) {
    let room = area.width.saturating_sub(2);
    if current {
        let (left, right) = (pen.glyphs.or("▏", "["), pen.glyphs.or("▕", "]"));
        pen.put(area.x, area.y, 1, left, Role::Accent);
        let used = pen.put(area.x + 1, area.y, room, name, Role::Heading);
        pen.put(area.x + 1 + used, area.y, 1, right, Role::Accent);
    } else {
        pen.put(area.x + 1, area.y, room, name, Role::Text);
    }
}

/// The first tab behind the one of all accounts to draw, so that the current one has room.
fn first_tab(widths: &[u16], current: usize, room: u16) -> usize {
    let upto = |first: usize| -> u32 {
        let tabs = widths.iter().take(current + 1).skip(first);
        tabs.map(|w| u32::from(*w)).sum::<u32>() + u32::from(first > 1)
    };
    (1..=current).find(|first| upto(*first) <= u32::from(room)).unwrap_or(current.max(1))
}
