//! What stands in the rows, cells and fixed columns of the grid.
use super::figure;
use super::indicator::{Axis, Indicator};
use super::state::{Kpis, Row};
use crate::domain::kind::Kind;
use crate::domain::period::Period;
use crate::domain::score::Trend;
use crate::domain::scorecard::{Cell as Figures, Method, Rag};
use crate::lang::period;
use crate::lens::Cx;
use crate::ui::grid::{Cell, Content, Place};
use crate::ui::meter::{self, Base};
use crate::ui::pen::spans_width;
use crate::ui::text::{cut, visible, width};
use crate::ui::{Column, Glyphs, Role, Span};

/// Columns of a cell: the figure, a blank, its sign.
pub(super) const WIDE: u16 = 9;

/// Columns of the name, at the least.
pub(super) const NAME: u16 = 19;

/// Columns of the figure of a landing.
const LANDING: usize = 8;

/// How many periods the trend shows.
const TREND: usize = 12;

/// What stays at the right: pace, trend, landing; trend leaves first.
pub(super) const ENDS: [Column; 3] =
    [Column::fixed(7).right(), Column::fixed(14).leaves(2), Column::fixed(9).right().leaves(1)];

/// The landing with the method behind it, where there is room.
pub(super) const WIDE_LANDING: Column = Column::fixed(20).leaves(1);

/// The grid's content.
pub(super) struct Shown<'a> {
    pub(super) kpis: &'a Kpis,
    pub(super) glyphs: Glyphs,
    pub(super) cx: &'a Cx<'a>,
    /// Columns of the name, at the most.
    pub(super) name: usize,
    /// The landing says its method.
    pub(super) methods: bool,
}

/// What the lines of a row show: first what is entered, below it the others.
fn on_line(axis: Axis, line: usize) -> Option<Axis> {
    if line == 0 { Some(axis) } else { Axis::ALL.into_iter().filter(|a| *a != axis).nth(line - 1) }
}

impl Shown<'_> {
    /// Columns of the longest name with its unit.
    pub(super) fn names_most(&self) -> u16 {
        let rows = (0..self.kpis.rows.len()).filter_map(|row| self.kpis.indicator(row));
        let widest = rows.map(|one| spans_width(&self.name(one))).max().unwrap_or(0);
        u16::try_from(widest).unwrap_or(u16::MAX)
    }

    fn name(&self, one: &Indicator) -> Vec<Span> {
        let unit = one.written.unit(one, self.kpis.axis, self.cx.words);
        let of = if self.cx.scope.is_none() && self.kpis.sort != super::order::Sort::Place {
            one.figures.account.as_deref().unwrap_or_default()
        } else {
            ""
        };
        let tail = [unit.as_str(), of].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join(" ");
        let room = self.name.saturating_sub(if tail.is_empty() { 0 } else { width(&visible(&tail)) + 1 });
        let name = cut(&visible(one.name()), room.max(self.name / 2));
        let role = if one.figures.kpi.computed.is_some() { Role::Muted } else { Role::Text };
        let mut spans = self.kpis.desk.marks.mark(&name, role);
        spans.push(Span::muted(format!(" {tail}")));
        spans
    }

    fn end(&self, one: &Indicator, end: usize) -> Vec<Span> {
        match end {
            0 => headline(one, self.glyphs, self.cx),
            1 => trend(one, self.glyphs),
            _ => landing(one, self.methods, self.cx),
        }
    }

    /// Whether a period that is over has no figure although the indicator was measured before.
    fn is_missing(&self, one: &Indicator, period: Period) -> bool {
        let year = one.series.year;
        let first = one.series.actuals.keys().next().map(|p| year.first_day(*p));
        first.is_some_and(|first| first <= year.first_day(period)) && year.last_day(period) < self.cx.today
    }

    /// The text of one line of a cell.
    fn figure(&self, one: &Indicator, cell: &Figures, axis: Axis, first: bool) -> Span {
        let row = one.written;
        let role = if first { Role::Text } else { Role::Muted };
        match axis {
            Axis::Actual => match &cell.actual {
                Ok(actual) => Span::new(row.show(*actual), role),
                Err(_) if self.is_missing(one, cell.period) => Span::muted(self.glyphs.unknown()),
                Err(_) => Span::text(""),
            },
            Axis::Target => {
                let own = one.entered(Axis::Target, cell.period).is_some();
                let role = if own { role } else { Role::Muted };
                match &cell.target {
                    Ok(goal) if goal.high > goal.low => Span::new(row.show_band(goal.low, goal.high), role),
                    Ok(goal) => Span::new(row.show_target(goal.low), role),
                    Err(_) => Span::muted(if first { self.glyphs.unknown() } else { "" }),
                }
            }
            Axis::Deviation => match &cell.deviation {
                Ok(deviation) => Span::new(row.show_signed(*deviation), role),
                Err(_) => Span::text(""),
            },
        }
    }
}

impl Content for Shown<'_> {
    fn head(&self, place: Place) -> Vec<Span> {
        let words = self.cx.words;
        let year = self.cx.directory.terms.year;
        match place {
            Place::Name(_) => Vec::new(),
            Place::Cell(at) => {
                let Some(period) = self.kpis.columns.get(at) else { return Vec::new() };
                let now = year.first_day(*period) <= self.cx.today && self.cx.today <= year.last_day(*period);
                let role = if now { Role::Heading } else { Role::Muted };
                Span::new(period::show(*period, year, words), role).into()
            }
            Place::End(0) => Span::muted(words.get("kpis-head-pace")).into(),
            Place::End(1) => Span::muted(words.get("kpis-head-trend")).into(),
            Place::End(_) => Span::muted(words.get("kpis-head-landing")).into(),
        }
    }

    fn group(&self, row: usize) -> Option<Vec<Span>> {
        let Row::Group(account) = self.kpis.rows.get(row)? else { return None };
        let name = match account {
            Some(id) => self.cx.directory.name(Kind::Account, *id),
            None => self.cx.words.get("kpis-portfolio"),
        };
        Some(Span::new(name, Role::Heading).into())
    }

    fn beside(&self, row: usize, place: Place, line: u16) -> Vec<Span> {
        let Some(one) = self.kpis.indicator(row) else { return Vec::new() };
        match (place, line) {
            (Place::Name(_), 0) => self.name(one),
            (Place::Name(_), line) => {
                let axis = on_line(self.kpis.axis, usize::from(line));
                let word = axis.map(|a| self.cx.words.get(&format!("kpis-line-{}", a.name())));
                word.map(|w| Span::muted(format!("  {w}")).into()).unwrap_or_default()
            }
            (Place::End(end), 0) => self.end(one, end),
            (Place::End(_) | Place::Cell(_), _) => Vec::new(),
        }
    }

    fn cell(&self, row: usize, column: usize) -> Cell {
        let blank = Cell { figure: Span::text(""), sign: None, below: Vec::new() };
        let found = self.kpis.indicator(row).zip(self.kpis.columns.get(column));
        let Some((one, cell)) = found.and_then(|(one, c)| Some((one, one.cell(*c, self.cx.today)?))) else {
            return blank;
        };
        let axis = self.kpis.axis;
        let below = (1..3).filter_map(|line| on_line(axis, line));
        Cell {
            figure: self.figure(one, &cell, axis, true),
            // Targets are not judged.
            sign: (cell.actual.is_ok() && axis != Axis::Target).then(|| judged(&cell.rag, self.glyphs)),
            below: below.map(|axis| self.figure(one, &cell, axis, false)).collect(),
        }
    }
}

/// The sign of a judgement, in its colour. What has no target is not judged, and says nothing.
pub(super) fn judged(rag: &Rag, glyphs: Glyphs) -> Span {
    match rag {
        Rag::Unknown(_) => Span::muted(" "),
        rag => Span::new(glyphs.rag(rag), Role::of(rag)),
    }
}

/// Pace of the year or attainment of the newest figure, and the sign of the headline.
fn headline(one: &Indicator, glyphs: Glyphs, cx: &Cx<'_>) -> Vec<Span> {
    let standing = &one.standing;
    // That of a stale one is not known, as in the scorecard.
    let value = standing.printed().as_ref();
    let text = match value {
        Ok(beyond) if *beyond >= 10.0 => glyphs.or(">10×", ">10x").to_owned(),
        Ok(value) => figure::share(*value, cx.words),
        Err(_) => glyphs.unknown().to_owned(),
    };
    let sign = match &standing.rag {
        Rag::Unknown(_) => Span::text(" "),
        rag => Span::new(glyphs.rag(rag), Role::of(rag)),
    };
    vec![Span::text(text), Span::text(" "), sign]
}

/// The last periods as a sparkline, and which way the newest went.
fn trend(one: &Indicator, glyphs: Glyphs) -> Vec<Span> {
    let Some((newest, _)) = one.standing.newest else { return Vec::new() };
    let back = |n: usize| one.series.year.after(newest, -i32::try_from(n).unwrap_or(0));
    #[expect(clippy::cast_possible_truncation, reason = "a cast of a float stops at the ends of the range")]
    let units = |v: f64| (v * 10_000.0) as i64;
    let values: Vec<Option<i64>> = (0..TREND).rev().map(|n| one.series.actual(back(n)).map(units)).collect();
    // What adds up is seen from nothing on, a level from the lowest it was.
    let base = if one.is_flow() { Base::Zero } else { Base::Lowest };
    let mut spans = vec![Span::muted(meter::sparkline(glyphs, &values, base))];
    if let Ok(change) = &one.standing.change {
        let way = match change.trend {
            Trend::Up => 1,
            Trend::Flat => 0,
            Trend::Down => -1,
        };
        let role = if change.worse { Role::Text } else { Role::Muted };
        spans.push(Span::new(format!(" {}", glyphs.trend(way)), role));
    }
    spans
}

/// Where it lands, and by which method.
fn landing(one: &Indicator, methods: bool, cx: &Cx<'_>) -> Vec<Span> {
    let Ok(landing) = &one.standing.landing else { return Vec::new() };
    let Ok(value) = landing.value() else { return Vec::new() };
    let figure = figure::short(one, *value, cx.words);
    if !methods {
        // Too long for its column it is written as the cells are.
        let fits = width(&visible(&figure)) <= LANDING;
        return vec![Span::text(if fits { figure } else { one.written.show(*value) })];
    }
    let pad = LANDING.saturating_sub(width(&visible(&figure)));
    vec![
        Span::text(format!("{}{figure}", " ".repeat(pad))),
        Span::muted(format!(" {}", cx.words.get(&format!("kpis-method-{}", landing.method.name())))),
    ]
}

/// The method of a landing, in a word or two.
pub(super) fn method(method: Method, cx: &Cx<'_>) -> String {
    cx.words.get(&method.key())
}
