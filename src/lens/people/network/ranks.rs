//! The ranked list: reach, whom each sways, the way to whoever decides, and which next contact they are.
use chrono::NaiveDate;
use ratatui::layout::Rect;

use super::super::column::Shows;
use super::super::order::Sort;
use super::super::row::cell;
use super::super::selection::Selection;
use super::{PANEL, row_of};
use crate::domain::Id;
use crate::domain::network::Nearest;
use crate::lang::number;
use crate::lens::Cx;
use crate::report::people::network::Net;
use crate::store::query::people::PersonRow;
use crate::ui::table::{List, TableRow, draw_row, lay_out};
use crate::ui::text::visible;
use crate::ui::{Column, Cursor, Glyphs, Pen, Role, Seen, Span, meter, panel};

/// A person in the list.
#[derive(Debug, Clone, Copy)]
struct Rank {
    /// Row of the selection.
    row: usize,
    /// How far they reach; `None` for who is not counted.
    reach: Option<f64>,
    /// Which next contact of all they are, counted from 1; `None` for who is not proposed.
    next: Option<usize>,
}

/// Everybody of the selection who has a place in a network, in the order of the list.
#[derive(Debug)]
pub(super) struct Ranks {
    all: Vec<Rank>,
    farthest: f64,
}

impl Ranks {
    /// Ranked as the selection is: whom to see first by next contact, by influence by reach, anything else as it stands.
    pub(super) fn of_people(people: &Selection, today: NaiveDate) -> Self {
        let nets = people.nets(today);
        let rank = |(row, of): (usize, &PersonRow)| {
            let account = of.account.filter(|_| of.left_on.is_none())?;
            let reach = nets.at(account)?.network.reach(of.person);
            Some(Rank { row, reach, next: nets.proposed(account, of.person).map(|(rank, _)| rank) })
        };
        let mut all: Vec<Rank> = people.rows.iter().enumerate().filter_map(rank).collect();
        let reach = |rank: &Rank| rank.reach.unwrap_or(-1.0);
        let next = |rank: &Rank| rank.next.unwrap_or(usize::MAX);
        if people.sort == Sort::CatchUp {
            all.sort_by(|a, b| next(a).cmp(&next(b)).then(reach(b).total_cmp(&reach(a))));
        } else if people.sort == Sort::Influence {
            all.sort_by(|a, b| reach(b).total_cmp(&reach(a)));
        }
        if people.reversed && matches!(people.sort, Sort::CatchUp | Sort::Influence) {
            all.reverse();
        }
        let farthest = all.iter().filter_map(|rank| rank.reach).fold(1.0, f64::max);
        Self { all, farthest }
    }

    pub(super) const fn len(&self) -> usize {
        self.all.len()
    }

    /// The place in the list of a row of the selection.
    pub(super) fn of(&self, row: usize) -> Option<usize> {
        self.all.iter().position(|rank| rank.row == row)
    }

    /// The row of the selection at a place of the list.
    pub(super) fn row(&self, place: usize) -> Option<usize> {
        self.all.get(place).map(|rank| rank.row)
    }

    /// The place in the list of a person at an account.
    pub(super) fn place_of(&self, person: Id, account: Id, people: &Selection) -> Option<usize> {
        self.of(row_of(person, account, people)?)
    }
}

/// Columns of the bar of a reach.
const BAR: usize = 6;

/// Name, account, reach, whom they sway, by whom they are swayed, next contact, way.
fn columns(wide: u16, accounts: bool) -> [Column; 7] {
    let name = if wide >= 70 { 21 } else { 16 };
    let account = if accounts { Column::fixed(12).leaves(2) } else { Column::fixed(200).leaves(9) };
    [
        Column::fixed(name),
        account,
        Column::fixed(5 + u16::try_from(BAR).unwrap_or(0)),
        Column::fixed(3).right().leaves(4),
        Column::fixed(3).right().leaves(5),
        Column::fixed(5).right(),
        Column::growing(12).leaves(3),
    ]
}

/// Draws the list with its heads.
pub(super) fn draw(
    ranks: &Ranks,
    people: &Selection,
    cursor: &Cursor,
    focused: bool,
    pen: &mut Pen<'_>,
    area: Rect,
    cx: &Cx<'_>,
) -> Seen {
    let columns = columns(area.width, cx.scope.is_none());
    heads(&columns, people.sort, pen, panel::top(area, 1), cx);
    let list = List { columns: &columns, cursor, len: ranks.len(), panel: PANEL, focused };
    let glyphs = pen.glyphs;
    list.draw(pen, panel::below(area, 1), |index| {
        let Some(rank) = ranks.all.get(index) else { return TableRow::Cells(Vec::new()) };
        let Some(row) = people.rows.get(rank.row) else { return TableRow::Cells(Vec::new()) };
        let net = row.account.and_then(|account| people.nets(cx.today).at(account));
        let Some(net) = net else { return TableRow::Cells(Vec::new()) };
        let show = |shows, column: &Column| cell(people, row, shows, column.least, glyphs, cx);
        let [sways, swayed] = [net.network.sways(row.person), net.network.swayed_by(row.person)]
            .map(|edges| count(edges.iter().filter(|edge| edge.tie.strength().is_some()).count()));
        TableRow::Cells(vec![
            show(Shows::Name, &columns[0]),
            show(Shows::Account, &columns[1]),
            reach(rank.reach, ranks.farthest, glyphs, cx),
            sways,
            swayed,
            next(rank, glyphs),
            leads(net, row, cx),
        ])
    })
}

fn count(of: usize) -> Vec<Span> {
    Span::new(of.to_string(), if of == 0 { Role::Muted } else { Role::Text }).into()
}

/// The figure, and its bar against the farthest reach.
fn reach(reach: Option<f64>, farthest: f64, glyphs: Glyphs, cx: &Cx<'_>) -> Vec<Span> {
    let Some(reach) = reach else { return Span::muted(format!("{:>4}", glyphs.unknown())).into() };
    let (full, rest) = meter::line(glyphs, reach / farthest, BAR);
    let figure = figure(reach, cx);
    vec![Span::text(format!("{figure:>4} ")), Span::new(full, Role::Accent), Span::muted(rest)]
}

/// With one decimal, so that the marks of a column stand below each other.
#[expect(clippy::cast_possible_truncation, reason = "a reach is far below 2^53")]
fn figure(reach: f64, cx: &Cx<'_>) -> String {
    number::show_decimals(cx.words.lang(), (reach * 10.0).round() as i64, 1, 1)
}

fn next(rank: &Rank, glyphs: Glyphs) -> Vec<Span> {
    match rank.next {
        Some(1) => Span::new("1", Role::Accent).into(),
        Some(rank) => Span::text(rank.to_string()).into(),
        None => Span::muted(glyphs.unknown()).into(),
    }
}

/// The shortest way to the nearest who decides, and to how many others there is one: `=` tells them all.
fn leads(net: &Net, row: &PersonRow, cx: &Cx<'_>) -> Vec<Span> {
    let node = net.network.node(row.person);
    if node.is_some_and(|node| node.decider) {
        return Span::text(cx.words.get("network-decides")).into();
    }
    let said = net.nearest(row.person).map(|nearest| Span::text(towards(nearest, net, cx)));
    said.unwrap_or_else(|| Span::muted(cx.words.get("network-no-way-known"))).into()
}

/// Who decides first, so that they are seen where the column is narrow: `Jordi Mas +1, through Marta Roca`.
fn towards(near: &Nearest, net: &Net, cx: &Cx<'_>) -> String {
    let mut name = net.network.node(near.way.decider).map_or_else(String::new, |node| node.name.clone());
    if near.others > 0 {
        name = format!("{name} +{}", near.others);
    }
    let through: Vec<&str> = near.way.through().map(|id| net.short(id)).collect();
    if through.is_empty() {
        return visible(&name);
    }
    let args = [("name", name.as_str()), ("through", &through.join(", "))];
    visible(&cx.words.with("network-towards", &args))
}

/// Names of the columns; that of the order in force stands out.
fn heads(columns: &[Column], sort: Sort, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) {
    if area.height == 0 {
        return;
    }
    let ordered = [(Sort::Name, 0), (Sort::Account, 1), (Sort::Influence, 2), (Sort::CatchUp, 5)];
    let by = ordered.iter().find(|(of, _)| *of == sort).map(|(_, column)| *column);
    let places = lay_out(columns, area.width.saturating_sub(1));
    let keys = ["name", "account", "reach", "sways", "swayed", "next", "way"];
    let cells = keys.iter().enumerate().map(|(at, key)| {
        let text = match *key {
            "name" => format!("  {}", cx.words.get("people-head-name")),
            "account" => cx.words.get("people-head-account"),
            "sways" => pen.glyphs.or("→", ">").to_owned(),
            "swayed" => pen.glyphs.or("←", "<").to_owned(),
            key => cx.words.get(&format!("network-column-{key}")),
        };
        Span::new(text, if Some(at) == by { Role::Accent } else { Role::Muted }).into()
    });
    let cells = cells.collect();
    draw_row(pen, area, columns, &places, &TableRow::Cells(cells));
}
