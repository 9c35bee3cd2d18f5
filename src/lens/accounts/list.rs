//! The list of accounts, drawn.
use ratatui::layout::Rect;

use super::health::quiet;
use super::state::Accounts;
use super::wish::{Item, Sort};
use crate::command::Command;
use crate::domain::choice::{Side, Tier};
use crate::domain::score::Trend;
use crate::domain::scorecard::Rag;
use crate::lang::day;
use crate::lens::Cx;
use crate::report;
use crate::store::query::accounts::AccountRow;
use crate::ui::pen::spans_width;
use crate::ui::table::{List, draw_row, lay_out};
use crate::ui::{Column, Pen, Role, Seen, Span, TableRow, panel};

/// Which columns leave a narrow list first: name, sector, health, indicators, last, next, ours, theirs, late, people.
const LEAVES: [u8; 10] = [0, 9, 0, 2, 1, 5, 7, 8, 0, 4];

/// Most indicators whose signs a row has.
const DOTS: usize = 5;

pub(super) fn draw(accounts: &Accounts, pen: &mut Pen<'_>, area: Rect, focused: bool, cx: &Cx<'_>) -> Seen {
    let items = &accounts.items;
    let count = items.iter().filter(|i| matches!(i, Item::Account(_))).count();
    if count == 0 {
        let body = panel::title(pen, area, &cx.words.get("accounts-title"), "");
        panel::empty(pen, body, &nothing(accounts, cx));
        return Seen::default();
    }
    let rows: Vec<Vec<Vec<Span>>> = accounts.rows.iter().map(|r| cells(r, pen, cx)).collect();
    let head = heads(accounts, count, pen, cx);
    let columns = columns(&rows, &head);
    let places = lay_out(&columns, area.width.saturating_sub(1));
    draw_row(pen, panel::top(area, 1), &columns, &places, &TableRow::Cells(head));
    let list = List { columns: &columns, cursor: &accounts.list, len: items.len(), panel: 0, focused };
    list.draw(pen, panel::below(area, 1), |i| match items.get(i) {
        Some(Item::Account(place)) => TableRow::Cells(rows.get(*place).cloned().unwrap_or_default()),
        Some(Item::Head(tier, count)) => {
            let key = match tier {
                Tier::Key => "accounts-keys",
                Tier::Standard => "accounts-others",
            };
            TableRow::Group(vec![Span::muted(cx.words.get(key)), Span::muted(format!("  {count}"))])
        }
        Some(Item::Gap) | None => TableRow::Group(Vec::new()),
    })
}

/// The title, and what stands in the columns; the one that orders the list has an arrow.
fn heads(accounts: &Accounts, count: usize, pen: &Pen<'_>, cx: &Cx<'_>) -> Vec<Vec<Span>> {
    let (wish, g) = (&accounts.wish, pen.glyphs);
    let arrow = |sort: Sort| match (wish.sort == sort, wish.reversed) {
        (false, _) => "",
        (true, false) => g.or(" ↓", " v"),
        (true, true) => g.or(" ↑", " ^"),
    };
    let muted = |key: &str| vec![Span::muted(cx.words.get(key))];
    let ordered =
        |key: &str, sort| vec![Span::muted(cx.words.get(key)), Span::new(arrow(sort), Role::Accent)];
    let own = if wish.reversed { arrow(Sort::Own) } else { "" };
    let title = vec![
        Span::new(cx.words.get("accounts-title"), Role::Heading),
        Span::new(format!("{}{own}", arrow(Sort::Name)), Role::Accent),
        Span::muted(format!("  {}", wish.remark(count, cx))),
    ];
    vec![
        title,
        Vec::new(),
        ordered("accounts-col-health", Sort::Health),
        muted("accounts-col-kpis"),
        ordered("accounts-col-last", Sort::Last),
        muted("accounts-col-next"),
        vec![Span::muted(g.side(Side::Ours))],
        vec![Span::muted(g.side(Side::Theirs))],
        ordered("accounts-col-late", Sort::Late),
        muted("accounts-col-people"),
    ]
}

fn cells(row: &AccountRow, pen: &Pen<'_>, cx: &Cx<'_>) -> Vec<Vec<Span>> {
    let unknown = || Span::muted(pen.glyphs.unknown());
    let number = |n: usize| vec![Span::new(n.to_string(), if n == 0 { Role::Muted } else { Role::Text })];
    let about: Vec<_> =
        [&row.sector, &row.site].into_iter().filter(|t| !t.is_empty()).map(String::as_str).collect();
    let late = match row.overdue {
        0 => number(0),
        n => vec![Span::new("! ", Role::Bad), Span::text(n.to_string())],
    };
    let people = match row.people {
        0 => vec![unknown()],
        all => {
            let of = cx.words.with("accounts-of", &[("all", &all.to_string())]);
            [number(row.past_cadence), vec![Span::muted(format!(" {of}"))]].concat()
        }
    };
    vec![
        vec![Span::text(row.name.as_str())],
        vec![Span::muted(about.join(" · "))],
        health(row, pen, cx),
        dots(row, pen),
        vec![row.last.map_or_else(unknown, |d| Span::text(day::ago(d, cx.today, cx.words)))],
        vec![row.next.map_or_else(unknown, |d| Span::text(day::due(d, cx.today, cx.words)))],
        number(row.ours),
        number(row.theirs),
        late,
        people,
    ]
}

/// `61 ◐ ▼`; nothing for who is no key account.
fn health(row: &AccountRow, pen: &Pen<'_>, cx: &Cx<'_>) -> Vec<Span> {
    let Some(of) = &row.health else { return Vec::new() };
    let mut spans = vec![Span::text(report::health::value(&of.health, &cx.values()))];
    if let Some(band) = &of.health.band {
        spans.push(Span::new(format!(" {}", pen.glyphs.rag(band)), quiet(band)));
    }
    let trend = of.since.as_ref().map_or(" ", |since| {
        pen.glyphs.trend(match since.trend {
            Trend::Up => 1,
            Trend::Flat => 0,
            Trend::Down => -1,
        })
    });
    spans.push(Span::muted(format!(" {trend}")));
    spans
}

/// `○◐●●`: how the indicators stand, the worst first.
fn dots(row: &AccountRow, pen: &Pen<'_>) -> Vec<Span> {
    let rank = |rag: &&Rag| match rag {
        Rag::Off => 0,
        Rag::AtRisk => 1,
        Rag::Stale => 2,
        Rag::OnTrack => 3,
        Rag::Unknown(_) => 4,
    };
    let dot = |rag: &Rag| Span::new(pen.glyphs.rag(rag), quiet(rag));
    let mut worst: Vec<_> = row.kpis.iter().collect();
    worst.sort_by_key(rank);
    let mut spans: Vec<_> = worst.into_iter().take(DOTS).map(dot).collect();
    if row.kpis.len() > DOTS {
        spans.push(Span::muted(pen.glyphs.more()));
    }
    spans
}

/// As wide as what stands in them; the name takes what is left, the rest of it what it is about.
fn columns(rows: &[Vec<Vec<Span>>], head: &[Vec<Span>]) -> Vec<Column> {
    let wide = |i: usize, least: u16| {
        let cells = rows.iter().filter_map(|r| r.get(i)).map(|c| spans_width(c)).max();
        u16::try_from(cells.unwrap_or(0)).unwrap_or(0).max(least)
    };
    let headed = |i: usize| wide(i, head.get(i).map_or(0, |c| u16::try_from(spans_width(c)).unwrap_or(0)));
    let column = |(i, leaves): (usize, u8)| match i {
        0 => Column::growing(wide(0, 12).min(24)),
        3 => Column::fixed(headed(3)).leaves(leaves),
        1 => Column::fixed(wide(1, 0).min(30)).leaves(leaves),
        _ => Column::fixed(headed(i)).right().leaves(leaves),
    };
    LEAVES.into_iter().enumerate().map(column).collect()
}

fn nothing(accounts: &Accounts, cx: &Cx<'_>) -> String {
    let [new, back, filter, import] =
        [Command::New, Command::Back, Command::Filter, Command::Import].map(|command| cx.key(command));
    let key = if accounts.rows.is_empty() {
        "accounts-none"
    } else if accounts.wish.narrowed.is_empty() {
        "accounts-none-shown"
    } else {
        "accounts-none-narrowed"
    };
    cx.words.with(key, &[("new", &new), ("back", &back), ("filter", &filter), ("import", &import)])
}
