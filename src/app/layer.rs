//! What floats above the lens; the topmost has the keys.
use ratatui::layout::Rect;

use crate::command::KeyScope;
use crate::lens::Cx;
use crate::ui::{Edit, Page, Pen, Role, Seen};

/// Something above the lens.
#[derive(Debug)]
pub(super) enum Layer {
    /// The line that narrows the list in front of me.
    Find(Edit),
}

impl Layer {
    /// The scopes that are open while it is on top.
    pub(super) const fn scopes(&self) -> &'static [KeyScope] {
        match self {
            Self::Find(_) => &[KeyScope::Choose, KeyScope::Always],
        }
    }

    /// Whether letters are text here.
    pub(super) const fn is_typing(&self) -> bool {
        match self {
            Self::Find(_) => true,
        }
    }

    pub(super) const fn saw(&mut self, _page: &Page) {
        match self {
            Self::Find(_) => {}
        }
    }

    pub(super) fn draw(&self, pen: &mut Pen<'_>, body: Rect, _screen: Rect, cx: &Cx<'_>) -> Seen {
        match self {
            Self::Find(edit) => {
                let line = Rect { y: body.bottom().saturating_sub(1), height: 1, ..body };
                pen.clear(line);
                let label = format!("{} ", cx.words.get("app-find"));
                let used = 1 + pen.put(line.x + 1, line.y, line.width / 2, &label, Role::Key);
                let room = line.width.saturating_sub(used + 1);
                edit.draw(pen, (line.x + used, line.y), room, |_| Role::Text)
            }
        }
    }
}
