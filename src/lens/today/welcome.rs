//! What an empty book says: three ways to begin.
use ratatui::layout::Rect;

use crate::command::Command;
use crate::lens::Cx;
use crate::ui::text::{visible, width};
use crate::ui::{Pen, Role, Sheet, Span, panel};

pub(super) fn draw(pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) {
    let ways = [
        (cx.key(Command::New), "today-welcome-account"),
        (cx.key(Command::Capture), "today-welcome-capture"),
        (cx.key(Command::Import), "today-welcome-import"),
    ];
    let wide = ways.iter().map(|(key, _)| width(&visible(key))).max().unwrap_or(0);
    let mut sheet = Sheet::new(area.width);
    sheet.head(cx.words.get("today-welcome"), "");
    sheet.blank();
    for (key, words) in ways {
        let pad = " ".repeat(wide.saturating_sub(width(&visible(&key))) + 3);
        let spans = vec![Span::new(key, Role::Key), Span::text(pad), Span::text(cx.words.get(words))];
        sheet.row(spans, Vec::new());
    }
    sheet.blank();
    let args = [("accounts", cx.key(Command::LensAccounts)), ("set", cx.key(Command::SetValue))];
    let args: Vec<_> = args.iter().map(|(n, v)| (*n, v.as_str())).collect();
    sheet.text(&cx.words.with("today-welcome-key", &args), Role::Muted, 0, 3);
    sheet.text(&cx.words.with("today-welcome-help", &[("help", &cx.key(Command::Help))]), Role::Muted, 0, 2);
    let down = area.height.saturating_sub(10) / 4;
    sheet.draw(pen, panel::below(area, down));
}
