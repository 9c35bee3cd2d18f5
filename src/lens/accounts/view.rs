//! Where list and page stand: one of them on a narrow screen, else both; with a scope only the page.
use ratatui::layout::Rect;

use super::state::{Accounts, LEFT, RIGHT, WHOLE};
use super::{list, page};
use crate::lens::Cx;
use crate::ui::{Pen, Seen, panel};

/// From so many columns on the page stands beside the list.
const TWO: u16 = 100;
/// From so many on a page has two columns.
const PAGE: u16 = 100;

pub(super) fn draw(accounts: &Accounts, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
    let two = area.width >= TWO;
    // Lists keep a margin at the right; at their left stands the cursor's bar.
    let area = Rect { width: area.width.saturating_sub(1), ..area };
    if cx.scope.is_some() {
        return draw_page(accounts, pen, area, true, cx);
    }
    if !two || accounts.rows.is_empty() {
        return list::draw(accounts, pen, area, true, cx);
    }
    let percent = if area.width >= 160 { 34 } else { 47 };
    let (left, right) = panel::split(pen, area, percent);
    let mut seen = list::draw(accounts, pen, left, !accounts.in_page(), cx);
    seen.add(draw_page(accounts, pen, right, accounts.in_page(), cx));
    seen
}

fn draw_page(accounts: &Accounts, pen: &mut Pen<'_>, area: Rect, focused: bool, cx: &Cx<'_>) -> Seen {
    let Some(account) = accounts.page.as_deref() else { return Seen::default() };
    let sheet = page::Drawing { accounts, page: account, focused, cx };
    if area.width < PAGE {
        return sheet.column(pen, area, WHOLE);
    }
    let (left, right) = panel::split(pen, area, 50);
    let mut seen = sheet.column(pen, left, LEFT);
    seen.add(sheet.column(pen, right, RIGHT));
    seen
}
