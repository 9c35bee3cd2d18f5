//! Draws the tree, and beside it the page of what is under the cursor.
use ratatui::layout::Rect;

use super::lines::Item;
use super::order::Sort;
use super::row::Ink;
use super::{DETAIL, LIST, Tree};
use crate::command::Command;
use crate::domain::kind::Kind;
use crate::lens::Cx;
use crate::report::Block;
use crate::report::plan::{page, part};
use crate::ui::table::{List, draw_row, lay_out};
use crate::ui::{Column, Page, Pen, Role, Seen, Span, TableRow, blocks, panel};

/// From so many columns on the page stands beside the tree.
const TWO: u16 = 100;
/// From so many columns of the tree on progress is drawn.
const WIDE: u16 = 82;

impl Tree {
    pub(super) fn draw_all(&self, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
        let area = Rect { width: area.width.saturating_sub(1), ..area };
        if self.is_empty() {
            panel::empty(pen, area, &self.nothing(cx));
            return Seen::default();
        }
        if area.width < TWO {
            return if self.reading {
                self.draw_page(pen, area, cx)
            } else {
                self.draw_tree(pen, area, true, cx)
            };
        }
        let (left, right) = panel::split(pen, area, if area.width >= 160 { 58 } else { 65 });
        let mut seen = self.draw_tree(pen, left, !self.reading, cx);
        seen.add(self.draw_page(pen, right, cx));
        seen
    }

    /// Why nothing is shown, and which key changes that.
    fn nothing(&self, cx: &Cx<'_>) -> String {
        let keys = [Command::New, Command::Back].map(|c| cx.key(c));
        let [new, back] = &keys;
        let account = cx.scope.map(|id| cx.directory.name(Kind::Account, id));
        let args = |key: &str, account: &str| {
            cx.words.with(key, &[("new", new), ("back", back), ("account", account)])
        };
        let none = self.plans.plans.is_empty();
        match account {
            _ if !none => args("plan-tree-none-shown", ""),
            Some(account) => args("plan-tree-none-account", &account),
            None if self.plans.without.is_empty() => args("plan-tree-no-accounts", ""),
            None => args("plan-tree-none", ""),
        }
    }

    fn draw_tree(&self, pen: &mut Pen<'_>, area: Rect, focused: bool, cx: &Cx<'_>) -> Seen {
        let gauge = area.width >= WIDE;
        let columns = [
            Column::growing(24),
            Column::fixed(10).leaves(2),
            Column::fixed(9).right().leaves(1),
            Column::fixed(if gauge { 12 } else { 6 }).right(),
            Column::fixed(14),
        ];
        let places = lay_out(&columns, area.width.saturating_sub(1));
        let name = places.first().copied().flatten().map_or(0, |(_, wide)| usize::from(wide));
        let arrow = if self.order.reversed { pen.glyphs.or("↑", "^") } else { pen.glyphs.or("↓", "v") };
        let head = |key: &str, sort: Sort| {
            let name = if sort == Sort::Progress && !gauge { String::new() } else { cx.words.get(key) };
            if sort == self.order.sort {
                vec![Span::new(format!("{name} {arrow}"), Role::Accent)]
            } else {
                vec![Span::muted(name)]
            }
        };
        let heads = [
            vec![Span::new(cx.words.get("plan-head-name"), Role::Muted)],
            head("plan-head-owner", Sort::Who),
            head("plan-head-until", Sort::End),
            head("plan-head-progress", Sort::Progress),
            vec![Span::muted(format!("  {}", cx.words.get("plan-head-standing")))],
        ];
        draw_row(pen, panel::top(area, 1), &columns, &places, &TableRow::cells(heads));
        let body = panel::below(area, 1);
        let lines = self.lines(usize::from(body.height));
        let mut cursor = self.cursor;
        cursor.stand(self.here(&lines).unwrap_or(0));
        let list = List { columns: &columns, cursor: &cursor, len: lines.len(), panel: LIST, focused };
        let ink = Ink { tree: self, glyphs: pen.glyphs, cx, name, gauge };
        list.draw(pen, body, |at| {
            lines.get(at).map_or_else(|| TableRow::Group(Vec::new()), |line| ink.row(line))
        })
    }

    /// What is said of the line under the cursor.
    pub(super) fn blocks(&self, cx: &Cx<'_>) -> Vec<Block> {
        let lines = self.lines(self.height);
        let item = self.here(&lines).and_then(|at| lines.get(at)?.item);
        let values = cx.values();
        match item {
            Some(Item::Plan(plan)) => page(plan, &values),
            Some(Item::Objective(plan, objective)) => part::objective(objective, plan, &values),
            Some(Item::Initiative(plan, _, initiative)) => part::initiative(initiative, plan, &values),
            // A milestone and a promise are read in what they hang on.
            Some(Item::Milestone(plan, initiative, _) | Item::Promise(plan, initiative, _)) => {
                part::initiative(initiative, plan, &values)
            }
            Some(Item::Without(..)) | None => Vec::new(),
        }
    }

    fn draw_page(&self, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
        let mut seen = Seen::default();
        let room = usize::from(area.width.saturating_sub(2));
        let lines = blocks::lines(&self.blocks(cx), room, pen.glyphs);
        let height = usize::from(area.height);
        let first = self.first.min(lines.len().saturating_sub(height));
        seen.pages.push(Page { panel: DETAIL, first, height });
        for (y, line) in (area.y..area.bottom()).zip(lines.iter().skip(first)) {
            line.draw(pen, Rect { x: area.x + 1, y, width: area.width.saturating_sub(2), height: 1 });
        }
        if self.reading && area.height > 0 {
            pen.put(area.x, area.y, 1, pen.glyphs.bar(), Role::Accent);
        }
        if lines.len() > first + height && area.height > 1 {
            let below = lines.len() - first - height + 1;
            let more = cx.words.with("log-more-lines", &[("count", &below.to_string())]);
            let last = Rect { y: area.bottom() - 1, height: 1, ..area };
            pen.clear(last);
            pen.put(area.x + 1, last.y, area.width.saturating_sub(2), &more, Role::Muted);
        }
        seen.regions.push(crate::ui::Region { area, spot: crate::ui::Spot::Row(DETAIL, 0) });
        seen
    }
}
