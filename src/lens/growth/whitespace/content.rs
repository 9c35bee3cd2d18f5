//! What stands in the rows, cells and fixed columns of the grid.
use super::rows::Row;
use super::state::WhiteSpace;
use crate::domain::choice::CellState;
use crate::domain::day::days_between;
use crate::domain::whitespace::{Cell as Formula, gap, is_applicable, wallet};
use crate::lang::{money, number};
use crate::lens::Cx;
use crate::report::competitor::SOON;
use crate::report::whitespace::{Axis, Scale, figure, headline};
use crate::store::query::whitespace::WhiteBook;
use crate::ui::grid::{Cell, Content, Place};
use crate::ui::pen::spans_width;
use crate::ui::text::{cut, visible, width};
use crate::ui::{Column, Glyphs, Role, Span};

/// Columns of the name, at the least.
pub(super) const NAME: u16 = 18;

/// What stays at the right: how many are ours, our share of the wallet, the gap; the gap leaves last.
pub(super) const ENDS: [Column; 3] = [
    Column::fixed(5).right().leaves(3),
    Column::fixed(7).right().leaves(2),
    Column::fixed(8).right().leaves(1),
];

/// The grid's content.
pub(super) struct Shown<'a> {
    pub(super) white: &'a WhiteSpace,
    pub(super) book: &'a WhiteBook,
    pub(super) scale: Scale,
    pub(super) glyphs: Glyphs,
    pub(super) cx: &'a Cx<'a>,
    /// Columns of a cell.
    pub(super) wide: u16,
    /// Columns of the name.
    pub(super) name: u16,
}

/// A name in two lines of at most `room` columns: as many words as fit, then the rest, cut. A single word stands below.
pub(super) fn in_two(name: &str, room: usize) -> (String, String) {
    if width(name) <= room {
        return (String::new(), name.to_owned());
    }
    let fits = |at: &usize| name.get(..*at).is_some_and(|head| width(head) <= room);
    let split = name.char_indices().filter(|(_, c)| *c == ' ').map(|(at, _)| at).rfind(fits);
    let (head, rest) = split.and_then(|at| name.split_at_checked(at)).unwrap_or(("", name));
    (head.to_owned(), shortened(rest.trim_start(), room))
}

/// A name in so many columns: what tells it from its like often stands last and is short, `Terminal de cont… 12`.
pub(super) fn shortened(name: &str, room: usize) -> String {
    let last = name.rsplit_once(' ').filter(|(_, last)| width(last) <= SHORT && room >= 3 * SHORT);
    match last.filter(|_| width(name) > room) {
        Some((head, last)) => format!("{} {last}", cut(head, room - width(last) - 1)),
        None => cut(name, room),
    }
}

/// Columns that a last word of a name may have to be kept.
const SHORT: usize = 2;

/// Who serves a cell, by colour.
pub(super) const fn role(state: CellState) -> Role {
    match state {
        CellState::Ours => Role::Good,
        CellState::Competitor => Role::Warn,
        CellState::InHouse => Role::Text,
        CellState::Unknown | CellState::NotWanted | CellState::NotApplicable => Role::Muted,
    }
}

impl Shown<'_> {
    /// Columns of the longest name.
    pub(super) fn names_most(&self) -> u16 {
        let names = (0..self.white.rows.len()).map(|row| spans_width(&self.part(row)));
        u16::try_from(names.max().unwrap_or(0)).unwrap_or(u16::MAX).max(NAME)
    }

    fn part(&self, row: usize) -> Vec<Span> {
        let Some((account, unit)) = self.white.part(row) else { return Vec::new() };
        let name = WhiteSpace::part_name(account, unit, self.cx);
        let room = if self.name == 0 { usize::MAX } else { usize::from(self.name) };
        let role = if unit.is_some() { Role::Text } else { Role::Muted };
        self.white.desk.marks.mark(&shortened(&visible(&name), room), role)
    }

    /// The column under the cursor is named in bold.
    pub(super) fn role_of_head(&self, column: usize) -> Role {
        let here = column == self.white.desk.grid.at().1 && !self.white.desk.grid.is_on_name();
        if here { Role::Heading } else { Role::Muted }
    }

    /// The cells of a row that its figures are made of.
    fn counted(&self, row: usize) -> Vec<Formula> {
        let Some((account, unit)) = self.white.part(row) else { return Vec::new() };
        let here = account.cells.iter().map(|row| &row.cell).filter(|c| c.place.unit == unit);
        here.filter(|c| !self.book.is_retired(c.place.offering)).cloned().collect()
    }

    fn end(&self, row: usize, end: usize) -> Vec<Span> {
        let cells = self.counted(row);
        let unknown = || Span::muted(self.glyphs.unknown()).into();
        match end {
            0 => {
                let all = cells.iter().filter(|c| is_applicable(c.state)).count();
                let ours = cells.iter().filter(|c| c.state == CellState::Ours).count();
                if all == 0 { unknown() } else { Span::muted(format!("{ours}/{all}")).into() }
            }
            1 => wallet(&cells).amount().map_or_else(unknown, |share| {
                #[expect(
                    clippy::cast_possible_truncation,
                    reason = "a share of a few hundred percents at most"
                )]
                let units = (share * 100.0).round() as i64;
                let text = number::show_decimals(self.cx.words.lang(), units, 0, 0);
                Span::text(format!("{text} %")).into()
            }),
            _ => gap(&cells).amount().map_or_else(unknown, |amount| {
                let currency = self.cx.directory.terms.currency;
                Span::text(money::short(self.cx.words.lang(), amount, currency)).into()
            }),
        }
    }
}

impl Content for Shown<'_> {
    fn head(&self, place: Place) -> Vec<Span> {
        let words = self.cx.words;
        match place {
            Place::Name(_) => Vec::new(),
            Place::Cell(at) => {
                let Some(offering) = self.white.offering(at) else { return Vec::new() };
                let (_, name) = in_two(&visible(&offering.name), usize::from(self.wide));
                self.white.desk.marks.mark(&name, self.role_of_head(at))
            }
            Place::End(0) => Span::muted(words.get("whitespace-head-ours")).into(),
            Place::End(1) => Span::muted(words.get("whitespace-head-wallet")).into(),
            Place::End(_) => Span::muted(words.get("whitespace-head-gap")).into(),
        }
    }

    fn group(&self, row: usize) -> Option<Vec<Span>> {
        let Row::Head(at) = self.white.rows.get(row)? else { return None };
        let account = self.book.accounts.get(*at)?;
        let mut spans = self.white.desk.marks.mark(&account.name, Role::Heading);
        let said = headline(&self.book.counted(account.id), &self.cx.values()).join(" · ");
        spans.push(Span::muted(format!("  {said}")));
        Some(spans)
    }

    fn beside(&self, row: usize, place: Place, line: u16) -> Vec<Span> {
        match (place, line) {
            (Place::Name(_), 0) => self.part(row),
            (Place::End(end), 0) if self.white.stands(row) => self.end(row, end),
            _ => Vec::new(),
        }
    }

    fn cell(&self, row: usize, column: usize) -> Cell {
        let Some(found) = self.white.cell(row, column) else {
            // The account as a whole answers for it.
            let dot = self.glyphs.or("·", ".");
            return Cell { figure: Span::text(""), sign: Some(Span::muted(dot)), below: Vec::new() };
        };
        let cell = &found.cell;
        let axis = self.white.axis;
        let text = figure(cell, axis, self.scale, &self.cx.values());
        let retired = self.book.is_retired(cell.place.offering);
        let soon = cell.ends_on.map(|end| days_between(self.cx.today, end));
        let role_of_figure = match (axis, soon) {
            (Axis::Ends, Some(0..=SOON)) => Role::Warn,
            (Axis::Ends, Some(..0)) => Role::Muted,
            _ if retired => Role::Muted,
            _ => Role::Text,
        };
        let sign =
            Span::new(self.glyphs.cell(cell.state), if retired { Role::Muted } else { role(cell.state) });
        Cell { figure: Span::new(text, role_of_figure), sign: Some(sign), below: Vec::new() }
    }
}
