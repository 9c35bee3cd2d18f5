//! Draws the log.
use ratatui::layout::Rect;

use super::state::Log;
use crate::command::Command;
use crate::domain::choice::Choice;
use crate::lens::Cx;
use crate::ui::table::List;
use crate::ui::{Column, Pen, Seen, Span, TableRow, panel};

const COLUMNS: [Column; 5] = [
    Column::fixed(10),
    Column::fixed(8),
    Column::growing(20),
    Column::fixed(16).leaves(1),
    Column::fixed(12).leaves(2),
];

pub(super) fn draw(log: &Log, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
    let rows = &log.page.rows;
    let body = panel::title(pen, area, &cx.words.get("app-lens-log"), &rows.len().to_string());
    if rows.is_empty() {
        let sentence = cx.words.with("app-log-empty", &[("key", &cx.key(Command::Capture))]);
        panel::empty(pen, body, &sentence);
        return Seen::default();
    }
    let list = List { columns: &COLUMNS, cursor: &log.cursor, len: rows.len(), panel: 0, focused: true };
    list.draw(pen, body, |i| {
        let row = &rows[i];
        let people: Vec<_> = row.people.iter().map(|p| p.1.as_str()).collect();
        let account = row.account.as_ref().map_or("", |a| a.1.as_str());
        let channel = cx.words.get(&format!("choice-channel-{}", row.channel.name()));
        TableRow::cells([
            Span::muted(row.day.to_string()).into(),
            Span::muted(channel).into(),
            Span::text(row.text.as_str()).into(),
            Span::text(people.join(", ")).into(),
            Span::muted(account).into(),
        ])
    })
}
