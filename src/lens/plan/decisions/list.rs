//! The list of decisions, drawn.
use ratatui::layout::Rect;

use super::wish::Item;
use super::{Decisions, LIST};
use crate::command::Command;
use crate::domain::audience::{is_late, known};
use crate::domain::choice::Side;
use crate::domain::kind::Kind;
use crate::lang::day;
use crate::lens::Cx;
use crate::store::query::decisions::DecisionRow;
use crate::ui::pen::spans_width;
use crate::ui::table::{List, draw_row, lay_out};
use crate::ui::{Column, Pen, Role, Seen, Span, TableRow, panel};

/// Which columns leave a narrow list first: sign, name, client, theirs, ours, since when.
const LEAVES: [u8; 6] = [0, 0, 3, 1, 2, 0];

impl Decisions {
    pub(super) fn draw_list(&self, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
        let rows: Vec<Vec<Vec<Span>>> = self.known.rows.iter().map(|row| cells(row, pen, cx)).collect();
        let head = self.head(pen, cx);
        let columns = columns(&rows, &head);
        let places = lay_out(&columns, area.width.saturating_sub(1));
        draw_row(pen, panel::top(area, 1), &columns, &places, &TableRow::Cells(head));
        let (cursor, len) = (&self.list, self.items.len());
        let list = List { columns: &columns, cursor, len, panel: LIST, focused: !self.on_hearers };
        list.draw(pen, panel::below(area, 1), |line| match self.items.get(line) {
            Some(Item::Decision(at)) => TableRow::Cells(rows.get(*at).cloned().unwrap_or_default()),
            Some(Item::Head(open, count)) => {
                let key = if *open { "decisions-open" } else { "decisions-known" };
                let count = Span::muted(format!("  {count}"));
                TableRow::Group(vec![Span::new(cx.words.get(key), Role::Heading), count])
            }
            Some(Item::Gap) | None => TableRow::Group(Vec::new()),
        })
    }

    fn head(&self, pen: &Pen<'_>, cx: &Cx<'_>) -> Vec<Vec<Span>> {
        let muted = |key: &str| vec![Span::muted(cx.words.get(key))];
        let arrow = match (self.wish.by_day, self.wish.reversed) {
            (true, false) => pen.glyphs.or(" ↓", " v"),
            (true, true) => pen.glyphs.or(" ↑", " ^"),
            (false, _) => "",
        };
        vec![
            Vec::new(),
            vec![Span::muted(self.wish.remark(cx))],
            Vec::new(),
            muted("decisions-theirs"),
            muted("decisions-ours"),
            vec![Span::muted(cx.words.get("decisions-since")), Span::new(arrow, Role::Accent)],
        ]
    }

    /// What an empty place says.
    pub(super) fn nothing(&self, cx: &Cx<'_>) -> String {
        let keys = [
            ("new", cx.key(Command::New)),
            ("capture", cx.key(Command::Capture)),
            ("filter", cx.key(Command::Filter)),
            ("back", cx.key(Command::Back)),
        ];
        let keys: Vec<(&str, &str)> = keys.iter().map(|(name, key)| (*name, key.as_str())).collect();
        let key = if self.known.rows.is_empty() {
            "decisions-none"
        } else if self.wish.narrowed.is_empty() {
            "decisions-none-shown"
        } else {
            "decisions-none-narrowed"
        };
        cx.words.with(key, &keys)
    }
}

fn cells(row: &DecisionRow, pen: &Pen<'_>, cx: &Cx<'_>) -> Vec<Vec<Span>> {
    let g = pen.glyphs;
    let waiting = row.waiting(cx.today);
    let late = waiting.is_some_and(is_late);
    let role = if late { Role::Warn } else { Role::Text };
    let sign = match (known(&row.hearers, None), waiting) {
        // Nobody is named who must know: that is not the same as everybody knowing.
        ((_, 0), None) => Span::muted(g.unknown()),
        (_, None) => Span::muted(g.full()),
        ((0, _), Some(_)) => Span::new(g.hollow(), role),
        ((_, _), Some(_)) => Span::new(g.half(), role),
    };
    let side = |side| {
        let (know, must) = known(&row.hearers, Some(side));
        let shown = if must == 0 { g.unknown().to_owned() } else { format!("{know}/{must}") };
        vec![if know == must { Span::muted(shown) } else { Span::text(shown) }]
    };
    // Under one client its name says nothing.
    let account = row.account().filter(|_| cx.scope.is_none());
    let account = account.map(|id| cx.directory.name(Kind::Account, id)).unwrap_or_default();
    let on = row.decision.decided_on;
    let since = match (on, waiting) {
        (Some(on), Some(_)) => Span::new(day::ago(on, cx.today, cx.words), role),
        (Some(on), None) => Span::muted(day::column(on, cx.today, cx.words)),
        (None, _) => Span::muted(g.unknown()),
    };
    vec![
        vec![sign],
        vec![Span::text(row.decision.name.as_str())],
        vec![Span::muted(account)],
        side(Side::Theirs),
        side(Side::Ours),
        vec![since],
    ]
}

/// As wide as what stands in them; the name takes what is left.
fn columns(rows: &[Vec<Vec<Span>>], head: &[Vec<Span>]) -> Vec<Column> {
    let wide = |i: usize| {
        let cells =
            rows.iter().chain([&head.to_vec()]).filter_map(|r| r.get(i)).map(|c| spans_width(c)).max();
        u16::try_from(cells.unwrap_or(0)).unwrap_or(0)
    };
    let column = |(i, leaves): (usize, u8)| match i {
        1 => Column::growing(16),
        0 | 2 => Column::fixed(wide(i).min(18)).leaves(leaves),
        _ => Column::fixed(wide(i)).right().leaves(leaves),
    };
    LEAVES.into_iter().enumerate().map(column).collect()
}
