//! The sales as a table, one row each.
use ratatui::layout::Rect;

use super::order::{OFTEN, Sort};
use super::state::{Pipeline, SALES};
use super::title::short;
use crate::domain::choice::Stage;
use crate::lang::{choice, day};
use crate::lens::Cx;
use crate::report::indicator::share;
use crate::report::pipeline::{in_stage, pushed};
use crate::store::query::pipeline::Sale;
use crate::ui::table::{List, TableRow, draw_row, lay_out};
use crate::ui::text::width;
use crate::ui::{Column, Glyphs, Pen, Region, Role, Seen, Span, Spot, panel};

/// What a column shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shows {
    Name,
    Account,
    Stage,
    Amount,
    Chance,
    Worth,
    Closes,
    Pushes,
    Days,
    Next,
}

impl Shows {
    const ALL: [Self; 10] = [
        Self::Name,
        Self::Account,
        Self::Stage,
        Self::Amount,
        Self::Chance,
        Self::Worth,
        Self::Closes,
        Self::Pushes,
        Self::Days,
        Self::Next,
    ];

    /// End of the key of its heading.
    const fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Account => "account",
            Self::Stage => "stage",
            Self::Amount => "amount",
            Self::Chance => "chance",
            Self::Worth => "worth",
            Self::Closes => "closes",
            Self::Pushes => "pushes",
            Self::Days => "days",
            Self::Next => "next",
        }
    }

    const fn sort(self) -> Option<Sort> {
        match self {
            Self::Name => Some(Sort::Name),
            Self::Account => Some(Sort::Account),
            Self::Stage | Self::Chance => Some(Sort::Stage),
            Self::Amount => Some(Sort::Amount),
            Self::Worth => Some(Sort::Worth),
            Self::Closes => Some(Sort::Close),
            Self::Pushes => Some(Sort::Pushes),
            Self::Days => Some(Sort::Days),
            Self::Next => None,
        }
    }
}

/// The order to which a click on a heading leads.
pub(super) fn sort_of(column: usize) -> Option<Sort> {
    Shows::ALL.get(column).and_then(|shows| shows.sort())
}

/// The columns, the accounts only where there are several.
fn columns(accounts: bool, cx: &Cx<'_>) -> Vec<(Shows, Column)> {
    let of = |shows: Shows| match shows {
        Shows::Name => Some(Column::growing(24)),
        Shows::Account => accounts.then_some(Column::fixed(11).leaves(1)),
        Shows::Stage => Some(Column::fixed(stage_width(cx))),
        Shows::Amount => Some(Column::fixed(8).right()),
        Shows::Chance => Some(Column::fixed(5).right().leaves(7)),
        Shows::Worth => Some(Column::fixed(8).right().leaves(6)),
        Shows::Closes => Some(Column::fixed(11).right()),
        Shows::Pushes => Some(Column::fixed(7).right().leaves(5)),
        Shows::Days => Some(Column::fixed(6).right().leaves(3)),
        Shows::Next => Some(Column::growing(20).leaves(8)),
    };
    Shows::ALL.into_iter().filter_map(|shows| Some((shows, of(shows)?))).collect()
}

/// Columns of the longest word for a stage.
fn stage_width(cx: &Cx<'_>) -> u16 {
    let widths = Stage::ALL.iter().map(|stage| width(&choice::word(*stage, cx.words)));
    u16::try_from(widths.max().unwrap_or(0)).unwrap_or(12)
}

/// Draws the table.
pub(super) fn draw(of: &Pipeline, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
    let shown = columns(cx.scope.is_none(), cx);
    let layout: Vec<Column> = shown.iter().map(|c| c.1).collect();
    let mut seen = heads(of, pen, panel::top(area, 1), &shown, cx);
    let mut cursor = of.cursor;
    cursor.stand(of.chosen.at());
    let len = of.chosen.rows.len();
    let list = List { columns: &layout, cursor: &cursor, len, panel: SALES, focused: !of.reading };
    let glyphs = pen.glyphs;
    seen.add(list.draw(pen, panel::below(area, 1), |row| {
        let cells = of
            .chosen
            .sale(row)
            .map(|sale| shown.iter().map(|(s, _)| cell(of, sale, *s, glyphs, cx)).collect());
        TableRow::Cells(cells.unwrap_or_default())
    }));
    seen
}

fn heads(of: &Pipeline, pen: &mut Pen<'_>, area: Rect, shown: &[(Shows, Column)], cx: &Cx<'_>) -> Seen {
    let mut seen = Seen::default();
    if area.height == 0 {
        return seen;
    }
    let layout: Vec<Column> = shown.iter().map(|c| c.1).collect();
    let places = lay_out(&layout, area.width.saturating_sub(1));
    let arrow = if of.chosen.reversed { pen.glyphs.or("↑", "^") } else { pen.glyphs.or("↓", "v") };
    let head = |(shows, column): &(Shows, Column)| {
        let sorted = *shows != Shows::Chance && shows.sort() == Some(of.chosen.sort);
        let indent = if *shows == Shows::Name { "  " } else { "" };
        let name = cx.words.get(&format!("pipeline-head-{}", shows.name()));
        let mut spans =
            vec![Span::new(format!("{indent}{name}"), if sorted { Role::Accent } else { Role::Muted })];
        let fits = width(&name) + indent.len() < usize::from(column.least);
        spans.extend((sorted && fits).then(|| Span::new(arrow, Role::Accent)));
        spans
    };
    let cells = shown.iter().map(head).collect();
    draw_row(pen, area, &layout, &places, &TableRow::Cells(cells));
    for ((shows, _), place) in shown.iter().zip(places) {
        let Some((x, wide)) = place else { continue };
        let number = Shows::ALL.iter().position(|s| s == shows).unwrap_or(0);
        let place = Rect { x: area.x + 1 + x, width: wide, ..area };
        seen.regions.push(Region { area: place, spot: Spot::Head(SALES, number) });
    }
    seen
}

/// When it closes or closed: red with a sign where that has passed.
pub(super) fn closes(sale: &Sale, cx: &Cx<'_>) -> Option<Span> {
    let on = sale.deal.closed().or(sale.deal.closes_on)?;
    let shown = day::column(on, cx.today, cx.words);
    Some(match (sale.is_late(cx.today), sale.deal.is_open()) {
        (true, _) => Span::new(format!("! {shown}"), Role::Bad),
        (false, true) => Span::text(shown),
        (false, false) => Span::muted(shown),
    })
}

/// `✓` won, `×` lost, nothing of what is open.
pub(super) fn sign(stage: Stage, glyphs: Glyphs) -> Option<Span> {
    match stage {
        Stage::Won => Some(Span::new(glyphs.done(), Role::Good)),
        Stage::Lost => Some(Span::muted(glyphs.or("×", "x"))),
        Stage::Identified | Stage::Qualified | Stage::Proposal | Stage::Negotiation | Stage::Verbal => None,
    }
}

fn cell(of: &Pipeline, sale: &Sale, shows: Shows, glyphs: Glyphs, cx: &Cx<'_>) -> Vec<Span> {
    let marked = |text: &str, role| of.chosen.marks.mark(text, role);
    let open = sale.deal.is_open();
    match shows {
        Shows::Name => {
            let mut spans =
                vec![sign(sale.deal.stage, glyphs).unwrap_or_else(|| Span::text(" ")), Span::text(" ")];
            spans.extend(marked(&sale.deal.name, if open { Role::Text } else { Role::Muted }));
            spans
        }
        Shows::Account => marked(&sale.account_name, Role::Muted),
        Shows::Stage => marked(&choice::word(sale.deal.stage, cx.words), Role::Muted),
        Shows::Amount => Span::text(short(&sale.deal.amount, cx)).into(),
        Shows::Chance => Span::muted(share(sale.deal.chance(), &cx.values())).into(),
        Shows::Worth => Span::text(short(&sale.deal.worth(), cx)).into(),
        Shows::Closes => closes(sale, cx).into_iter().collect(),
        Shows::Pushes => {
            let role = if open && sale.pushes >= OFTEN { Role::Warn } else { Role::Muted };
            Span::new(pushed(sale.pushes), role).into()
        }
        Shows::Days => {
            let days = in_stage(sale, &cx.values()).filter(|_| open);
            days.map(Span::muted).into_iter().collect()
        }
        Shows::Next if !open => Span::muted(sale.lost_reason.clone()).into(),
        Shows::Next => marked(&sale.next_step, Role::Muted),
    }
}
