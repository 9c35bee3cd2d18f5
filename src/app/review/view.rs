//! The review, drawn: the agenda above, the parts of one account below each other, what goes on at the end.
use ratatui::layout::Rect;

use super::{Line, Weekly};
use crate::app::help::as_float;
use crate::command::Command;
use crate::lens::Cx;
use crate::report::Tone;
use crate::report::review::{self as report, What};
use crate::ui::blocks::role;
use crate::ui::panel::{below, empty, float, top};
use crate::ui::pen::spans_width;
use crate::ui::table::{List, TableRow};
use crate::ui::text::{visible, wrap};
use crate::ui::{Column, Pen, Role, Seen, Span};

/// Most columns and rows of the panel.
const SIZE: (u16, u16) = (116, 40);
/// From how many rows inside on a blank line stands below the agenda.
const AIRY: u16 = 20;

/// Lines below the list: a blank one, and the row under the cursor in full.
const DETAILS: u16 = 3;

/// The sign, what, with whom or why, when.
const COLUMNS: [Column; 4] =
    [Column::fixed(1), Column::growing(34), Column::growing(16).leaves(1), Column::fixed(10).right()];

impl Weekly {
    pub(in crate::app) fn draw(&self, pen: &mut Pen<'_>, body: Rect, cx: &Cx<'_>) -> Seen {
        let title = cx.words.get("review-title");
        let (hints, height) = (self.hints(cx), SIZE.1.min(body.height));
        let inside = float(pen, body, (SIZE.0, height), &title, &hints);
        if self.week.agenda.is_empty() {
            empty(pen, inside, &cx.words.get("review-no-accounts"));
            return Seen::default();
        }
        self.draw_agenda(pen, top(inside, 1), cx);
        let mut area = below(inside, 1 + u16::from(inside.height >= AIRY));
        area.height = area.height.saturating_sub(DETAILS);
        let list =
            List { columns: &COLUMNS, cursor: &self.cursor, len: self.lines.len(), panel: 0, focused: true };
        let drawn = list.draw(pen, area, |row| self.row(row, cx));
        self.draw_details(pen, below(inside, inside.height.saturating_sub(DETAILS)));
        as_float(drawn)
    }

    /// The row under the cursor in full: what its columns cut.
    fn draw_details(&self, pen: &mut Pen<'_>, area: Rect) {
        let Some(Line::Row(section, at)) = self.lines.get(self.cursor.at) else { return };
        let Some(row) = self.sections.get(*section).and_then(|s| s.rows.get(*at)) else { return };
        let parts = [row.text.as_str(), row.note.as_str()].into_iter().filter(|t| !t.is_empty());
        let text = parts.collect::<Vec<_>>().join(" · ");
        let room = area.width.saturating_sub(1);
        let lines = wrap(&visible(&text), usize::from(room));
        for (y, line) in (area.y + 1..area.bottom()).zip(lines) {
            pen.put(area.x + 1, y, room, &line, Role::Muted);
        }
    }

    /// The accounts, gone through or not, the one in front in bold; at the right how its plan stands.
    fn draw_agenda(&self, pen: &mut Pen<'_>, line: Rect, cx: &Cx<'_>) {
        let plan = match &self.week.stop {
            Some(stop) => {
                let (said, tone) = report::plan(stop, &cx.values());
                Span::new(said, role(tone))
            }
            None => Span::muted(report::summary(&self.week, &cx.values())),
        };
        let wide = u16::try_from(spans_width(std::slice::from_ref(&plan))).unwrap_or(u16::MAX);
        let done = pen.glyphs.done();
        let mut spans = Vec::new();
        for station in &self.week.agenda {
            let front = self.front() == Some(station.account);
            let sign = if station.gone { done } else { pen.glyphs.or("·", ".") };
            spans.push(Span::new(format!("{sign} "), if station.gone { Role::Good } else { Role::Muted }));
            let role = if front { Role::Heading } else { Role::Muted };
            spans.push(Span::new(format!("{}  ", station.name), role));
        }
        let used = pen.spans(line.x + 1, line.y, line.width.saturating_sub(1), &spans);
        // Where both have no room the agenda stays: the plan is told again once it is gone through.
        if used + wide + 3 <= line.width {
            pen.spans_right(line.right(), line.y, wide, &[plan]);
        }
    }

    fn row(&self, row: usize, cx: &Cx<'_>) -> TableRow {
        match self.lines.get(row) {
            Some(Line::Head(at)) => self.sections.get(*at).map_or_else(nothing, |section| {
                let note = Span::muted(format!("  {}", section.note));
                TableRow::Group(vec![Span::new(section.title.clone(), Role::Heading), note])
            }),
            Some(Line::Empty(at)) => self.sections.get(*at).map_or_else(nothing, |section| {
                TableRow::Group(vec![Span::muted(format!("   {}", section.empty))])
            }),
            Some(Line::Row(section, at)) => {
                let found = self.sections.get(*section).and_then(|s| s.rows.get(*at));
                found.map_or_else(nothing, cells)
            }
            Some(Line::Go) => TableRow::Group(self.go(cx)),
            Some(Line::Gap) | None => nothing(),
        }
    }

    /// What the last line does.
    fn go(&self, cx: &Cx<'_>) -> Vec<Span> {
        let words = cx.words;
        let said = match self.front() {
            Some(account) => {
                let next = self.week.next_after(account);
                let next = next.and_then(|id| self.week.agenda.iter().find(|s| s.account == id));
                match next {
                    Some(next) => words.with("review-on-to", &[("name", &next.name)]),
                    None => words.get("review-on-to-list"),
                }
            }
            None if self.week.is_finished() => words.get("review-close"),
            None => words.get("review-finish"),
        };
        vec![Span::new(cx.key(Command::Choose), Role::Key), Span::new(format!("  {said}"), Role::Accent)]
    }

    /// The keys that do something with the row under the cursor, and those that always do.
    fn hints(&self, cx: &Cx<'_>) -> Vec<Span> {
        let mut keys: Vec<(String, &str)> = Vec::new();
        match self.what(self.cursor.at) {
            Some(What::Proposed(_)) => {
                keys.push((cx.key(Command::Choose), "review-key-choose"));
                keys.push((cx.key(Command::Edit), "review-key-reword"));
            }
            Some(What::Chosen(_)) => {
                keys.push((cx.words.get("key-space"), "review-key-back"));
                keys.push((cx.key(Command::Edit), "command-edit"));
            }
            Some(What::Promise(_)) => {
                keys.push((cx.key(Command::Done), "command-done"));
                keys.push((cx.key(Command::Snooze), "command-snooze"));
                keys.push((cx.key(Command::Edit), "command-edit"));
            }
            Some(What::Person(_)) => {
                keys.push((cx.key(Command::LogContact), "command-log-contact"));
                keys.push((cx.key(Command::Contacted), "command-contacted"));
            }
            Some(What::Initiative(_) | What::Fact(Some(_))) => {
                keys.push((cx.key(Command::Edit), "command-edit"));
            }
            Some(What::Fact(None)) | None => {}
        }
        if self.front().is_some() {
            keys.push((cx.key(Command::New), "review-key-own"));
            keys.push((cx.key(Command::FormSave), "review-key-on"));
        } else if !self.week.agenda.is_empty() {
            keys.push((cx.key(Command::Copy), "command-copy"));
        }
        let mut hints = Vec::new();
        for (key, word) in keys {
            let gap = if hints.is_empty() { "" } else { "  " };
            hints.extend([Span::muted(gap), Span::new(key, Role::Key)]);
            hints.push(Span::muted(format!(" {}", cx.words.get(word))));
        }
        hints
    }
}

fn cells(row: &report::Row) -> TableRow {
    // Red is for what someone must act upon: the sign and the day, not the whole line.
    let text = if matches!(row.what, What::Proposed(_)) { Role::Accent } else { Role::Text };
    let text = if row.tone == Tone::Muted { Role::Muted } else { text };
    TableRow::cells([
        Span::new(row.mark, role(row.tone)).into(),
        Span::new(row.text.clone(), text).into(),
        Span::muted(row.note.clone()).into(),
        Span::new(row.when.clone(), role(row.tone)).into(),
    ])
}

const fn nothing() -> TableRow {
    TableRow::Group(Vec::new())
}
