//! White space as a document (§9): who serves which part with what, and what is still to be won.
use chrono::{Datelike, NaiveDate};

use crate::domain::choice::CellState;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::period::Period;
use crate::domain::score::Known;
use crate::domain::whitespace::{Cell as Formula, Chances, expected, gap, knowledge, penetration, wallet};
use crate::lang::value::Context;
use crate::lang::{choice, money, number, period};
use crate::report::block::{Block, Cell, Column, Table, Tone};
use crate::report::score::{Measure, blocks};
use crate::store::query::whitespace::{AccountCells, CellRow, WhiteBook};

/// What the cells of the grid show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Axis {
    /// What could still be won.
    #[default]
    Gap,
    /// What they spend with us.
    Ours,
    /// What they spend in all.
    Total,
    /// When the contract with a competitor ends.
    Ends,
}

impl Axis {
    /// All of them, in their order.
    pub const ALL: [Self; 4] = [Self::Gap, Self::Ours, Self::Total, Self::Ends];

    /// Its name on the shell, and end of the key of its words (`whitespace-axis-<name>`).
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ours => "ours",
            Self::Total => "total",
            Self::Gap => "gap",
            Self::Ends => "ends",
        }
    }

    /// The one of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|axis| axis.name() == name)
    }

    /// The one after it; they come round.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Gap => Self::Ours,
            Self::Ours => Self::Total,
            Self::Total => Self::Ends,
            Self::Ends => Self::Gap,
        }
    }
}

/// The sign of who serves a cell.
pub const fn sign(state: CellState) -> &'static str {
    match state {
        CellState::Unknown => "?",
        CellState::InHouse => "□",
        CellState::Competitor => "■",
        CellState::Ours => "●",
        CellState::NotWanted => "×",
        CellState::NotApplicable => "–",
    }
}

/// What it means that a cell is served like this.
pub const fn tone(state: CellState) -> Tone {
    match state {
        CellState::Ours => Tone::Good,
        CellState::Competitor => Tone::Warn,
        CellState::InHouse => Tone::Text,
        CellState::Unknown | CellState::NotWanted | CellState::NotApplicable => Tone::Muted,
    }
}

/// Who serves a cell, in words: of a competitor who it is.
pub fn who(cell: &Formula, book: &WhiteBook, cx: &Context<'_>) -> String {
    let rival = cell.competitor.filter(|_| cell.state == CellState::Competitor);
    rival.and_then(|id| book.rival(id)).map_or_else(|| choice::word(cell.state, cx.words), |r| r.name.clone())
}

/// In how many thousands the amounts of a grid are written, so that the largest has at most four figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Scale(i32);

impl Scale {
    /// For all of these cells.
    pub fn of<'a>(cells: impl Iterator<Item = &'a CellRow>) -> Self {
        let amounts = cells.flat_map(|row| [row.cell.spent().ok(), row.cell.spent_with_us().ok()]).flatten();
        match amounts.fold(0.0, f64::max) {
            10_000_000.0.. => Self(2),
            10_000.0.. => Self(1),
            _ => Self(0),
        }
    }

    /// An amount in it, without its unit: what is there is never written as nothing.
    pub fn show(self, amount: f64, cx: &Context<'_>) -> String {
        let scaled = amount / 1000_f64.powi(self.0);
        let decimals = u32::from(self.0 == 2 || (scaled > 0.0 && scaled < 10.0 && self.0 > 0));
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a cast of a float stops at the ends of the range"
        )]
        let units = (scaled * 10_f64.powi(i32::try_from(decimals).unwrap_or(0))).round() as i64;
        number::show_decimals(cx.words.lang(), units, decimals, decimals)
    }

    /// The unit of the amounts: `k€`.
    pub fn unit(self, cx: &Context<'_>) -> String {
        let prefix = match self.0 {
            2.. => "M",
            1 => "k",
            ..1 => "",
        };
        format!("{prefix}{}", money::sign(&cx.directory.terms.currency))
    }
}

/// What a cell shows; empty where nothing is entered, `–` where it cannot be said.
pub fn figure(cell: &Formula, axis: Axis, scale: Scale, cx: &Context<'_>) -> String {
    let shown = |amount: Known| amount.map_or_else(|_| "–".to_owned(), |amount| scale.show(amount, cx));
    match axis {
        Axis::Ours => cell.ours.clone().map(shown).unwrap_or_default(),
        Axis::Total => cell.total.clone().map(shown).unwrap_or_default(),
        // Without any amount there is nothing to be amiss.
        Axis::Gap if cell.total.is_none() && cell.ours.is_none() => String::new(),
        // All of it is ours: the sign says so.
        Axis::Gap if cell.gap() == Some(Ok(0.0)) => String::new(),
        Axis::Gap => cell.gap().map(shown).unwrap_or_default(),
        Axis::Ends => cell.ends_on.map(|end| month(end, cx)).unwrap_or_default(),
    }
}

/// `Mar 27`.
fn month(on: NaiveDate, cx: &Context<'_>) -> String {
    period::show(Period::Month(on.year(), on.month()), cx.directory.terms.year, cx.words)
}

/// The four figures of some cells, each with its word: penetration, wallet, gap, how much is known. Those that are not known
/// are left out; a gap of which something is missing says `≥`.
pub fn headline(cells: &[Formula], cx: &Context<'_>) -> Vec<String> {
    let share = |key: &str, score: crate::domain::score::Score| {
        let share = score.amount()?;
        let text = number::show_decimals(cx.words.lang(), percent(share), 0, 0);
        Some(cx.words.with(key, &[("share", &text)]))
    };
    let gap = gap(cells);
    let amount = gap.amount().map(|amount| {
        let least = if gap.evidence < 1.0 { "≥ " } else { "" };
        let short = money::short(cx.words.lang(), amount, cx.directory.terms.currency);
        cx.words.with("whitespace-gap", &[("amount", &format!("{least}{short}"))])
    });
    let penetration = share("whitespace-penetration", penetration(cells));
    let wallet = share("whitespace-wallet", wallet(cells));
    let known = share("whitespace-knowledge", knowledge(cells));
    [amount, penetration, wallet, known].into_iter().flatten().collect()
}

/// A share in whole percents.
#[expect(clippy::cast_possible_truncation, reason = "a share is between nothing and a few hundred percents")]
fn percent(share: f64) -> i64 {
    (share * 100.0).round() as i64
}

/// How the figures of some cells are made: gap, what of it can be counted on, wallet, penetration, knowledge.
pub fn explain(title: &str, cells: &[Formula], chances: Chances, cx: &Context<'_>) -> Vec<Block> {
    let measure = Measure::of_sums(cx);
    let scores = [
        ("whitespace-why-gap", gap(cells)),
        ("whitespace-why-expected", expected(cells, chances)),
        ("whitespace-why-wallet", wallet(cells)),
        ("whitespace-why-penetration", penetration(cells)),
        ("whitespace-why-knowledge", knowledge(cells)),
    ];
    let of = |(key, score): (&str, crate::domain::score::Score)| {
        blocks(&cx.words.with(key, &[("of", title)]), &score, measure, cx)
    };
    scores.into_iter().flat_map(of).collect()
}

/// The grid of every account of the book, offerings down and parts across.
pub fn grid(book: &WhiteBook, axis: Axis, cx: &Context<'_>) -> Vec<Block> {
    if book.offerings.iter().all(|o| o.retired) && book.cells().next().is_none() {
        return vec![
            Block::heading(cx.words.get("whitespace-title")),
            Block::Paragraph(cx.words.get("whitespace-cli-no-offerings")),
        ];
    }
    let scale = Scale::of(book.cells());
    let unit = scale.unit(cx);
    let shown = cx.words.get(&format!("whitespace-axis-{}", axis.name()));
    let what = if axis == Axis::Ends { shown } else { format!("{shown}, {unit}") };
    let mut page = vec![Block::heading_with(cx.words.get("whitespace-title"), what)];
    for account in &book.accounts {
        let headline = headline(&book.counted(account.id), cx).join(" · ");
        page.push(Block::heading_with(&account.name, headline));
        page.push(Block::Table(table(account, book, (axis, scale), cx)));
    }
    page.push(Block::Paragraph(legend(cx)));
    page
}

/// The grid of an account, offerings down and parts across.
pub(super) fn table(
    account: &AccountCells,
    book: &WhiteBook,
    (axis, scale): (Axis, Scale),
    cx: &Context<'_>,
) -> Table {
    let whole = account.cells.iter().any(|row| row.cell.place.unit.is_none());
    let mut units: Vec<(Option<i64>, String)> = Vec::new();
    if whole {
        units.push((None, cx.words.get("whitespace-whole")));
    }
    units.extend(account.units.iter().map(|(id, name)| (Some(*id), name.clone())));
    let mut columns = vec![Column::text(cx.words.get("whitespace-head-offering"))];
    columns.extend(units.iter().map(|(_, name)| Column::number(name.clone())));
    let mut table = Table::new(columns);
    for offering in &book.offerings {
        let of: Vec<&CellRow> =
            account.cells.iter().filter(|row| row.cell.place.offering == offering.id).collect();
        if of.is_empty() {
            continue;
        }
        let retired = cx.words.with("whitespace-retired", &[("name", &offering.name)]);
        let name = if offering.retired { retired } else { offering.name.clone() };
        let mut cells = vec![Cell::from(name)];
        for (unit, _) in &units {
            let row = of.iter().find(|row| row.cell.place.unit == *unit);
            cells.push(row.map(|row| cell(&row.cell, axis, scale, cx)).unwrap_or_default());
        }
        table.push(Some((Kind::Offering, offering.id)), cells);
    }
    table
}

fn cell(cell: &Formula, axis: Axis, scale: Scale, cx: &Context<'_>) -> Cell {
    let figure = figure(cell, axis, scale, cx);
    Cell::toned(format!("{figure} {}", sign(cell.state)).trim_start().to_owned(), tone(cell.state))
}

/// What the signs mean, in one line.
pub fn legend(cx: &Context<'_>) -> String {
    let one = |state: &CellState| format!("{} {}", sign(*state), choice::word(*state, cx.words));
    IN_ORDER.iter().map(one).collect::<Vec<_>>().join("  ")
}

/// The states in the order of legends and menus: what is served first.
pub const IN_ORDER: [CellState; 6] = [
    CellState::Ours,
    CellState::Competitor,
    CellState::InHouse,
    CellState::Unknown,
    CellState::NotWanted,
    CellState::NotApplicable,
];

/// Why an axis is none.
pub fn no_axis(text: &str) -> Explain {
    let accepted = Axis::ALL.map(Axis::name).join(", ");
    Explain::new("whitespace-no-axis").with("text", text).with("accepted", accepted)
}
