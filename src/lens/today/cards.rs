//! The accounts at a glance: one line each.
use ratatui::layout::Rect;

use super::rows::Panel;
use super::state::Today;
use crate::command::Command;
use crate::lang::day;
use crate::lens::Cx;
use crate::store::query::today::Card;
use crate::ui::pen::spans_width;
use crate::ui::table::{List, draw_row, lay_out};
use crate::ui::{Column, Pen, Role, Seen, Span, TableRow, panel};

/// Which columns leave a narrow panel first.
const LEAVES: [u8; 7] = [0, 0, 4, 1, 2, 3, 0];

pub(super) fn draw(today: &Today, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
    let cards = today.answer.as_deref().map_or(&[][..], |a| a.cards.as_slice());
    if cards.is_empty() {
        let body = panel::title(pen, area, &cx.words.get("today-accounts"), "");
        let counts = today.answer.as_ref().map(|a| a.counts).unwrap_or_default();
        let (accounts, set) = (cx.key(Command::LensAccounts), cx.key(Command::SetValue));
        let args = [("count", counts.accounts.to_string())];
        let args = [("count", args[0].1.as_str()), ("accounts", &accounts), ("set", &set)];
        panel::empty(pen, body, &cx.words.with("today-accounts-no-key", &args));
        return Seen::default();
    }
    let body = panel::below(area, 1);
    let rows: Vec<Vec<Vec<Span>>> = cards.iter().map(|c| cells(c, pen, cx)).collect();
    let head = heads(pen, cx, cards.len());
    let columns = columns(&rows, &head);
    let places = lay_out(&columns, area.width.saturating_sub(1));
    draw_row(pen, panel::top(area, 1), &columns, &places, &TableRow::Cells(head));
    let list = List {
        columns: &columns,
        cursor: &today.cursors[Panel::Cards.index()],
        len: rows.len(),
        panel: Panel::Cards.number(),
        focused: today.focus == Panel::Cards,
    };
    list.draw(pen, body, |i| TableRow::Cells(rows.get(i).cloned().unwrap_or_default()))
}

/// The title of the panel, and what stands in the columns.
fn heads(pen: &Pen<'_>, cx: &Cx<'_>, count: usize) -> Vec<Vec<Span>> {
    use crate::domain::choice::Side;
    let muted = |key: &str| vec![Span::muted(cx.words.get(key))];
    let late = |side| {
        let sign = pen.glyphs.side(side);
        vec![Span::muted(format!("{sign} {}", cx.words.get("today-col-late")))]
    };
    let title = Span::new(cx.words.get("today-accounts"), Role::Heading);
    vec![
        vec![title, Span::muted(if count > 4 { format!("  {count}") } else { String::new() })],
        muted("today-col-last"),
        muted("today-col-next"),
        late(Side::Ours),
        late(Side::Theirs),
        muted("today-col-people"),
        muted("today-col-needs"),
    ]
}

fn cells(card: &Card, pen: &Pen<'_>, cx: &Cx<'_>) -> Vec<Vec<Span>> {
    let unknown = || Span::muted(pen.glyphs.unknown());
    let last = card.last.map_or_else(unknown, |d| Span::text(day::ago(d, cx.today, cx.words)));
    let next = card.next.map_or_else(unknown, |d| Span::text(day::due(d, cx.today, cx.words)));
    let needs = match card.urgent {
        0 => vec![number(0)],
        n => vec![Span::new("! ", Role::Bad), Span::text(n.to_string())],
    };
    vec![
        vec![Span::text(card.name.as_str())],
        vec![last],
        vec![next],
        vec![number(card.ours_overdue)],
        vec![number(card.theirs_overdue)],
        people(card, pen, cx),
        needs,
    ]
}

/// `2 of 7`: of the people how many have waited too long.
fn people(card: &Card, pen: &Pen<'_>, cx: &Cx<'_>) -> Vec<Span> {
    if card.people == 0 {
        return vec![Span::muted(pen.glyphs.unknown())];
    }
    let of = cx.words.with("today-of", &[("all", &card.people.to_string())]);
    vec![number(card.past_cadence), Span::muted(format!(" {of}"))]
}

/// Nothing is quiet.
fn number(count: usize) -> Span {
    Span::new(count.to_string(), if count == 0 { Role::Muted } else { Role::Text })
}

/// As wide as what stands in them; the name takes what is left.
fn columns(rows: &[Vec<Vec<Span>>], head: &[Vec<Span>]) -> Vec<Column> {
    let wide = |i: usize| {
        let cells =
            rows.iter().chain([&head.to_vec()]).filter_map(|r| r.get(i)).map(|c| spans_width(c)).max();
        u16::try_from(cells.unwrap_or(0)).unwrap_or(0)
    };
    let column = |(i, leaves): (usize, u8)| match i {
        0 => Column::growing(wide(0).clamp(8, 16)),
        _ => Column::fixed(wide(i)).right().leaves(leaves),
    };
    LEAVES.into_iter().enumerate().map(column).collect()
}
