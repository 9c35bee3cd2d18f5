//! Which cell of a line a day stands in.
use chrono::{Datelike, NaiveDate};

use super::span::Span;
use crate::domain::day::{day, days_between, monday, plus_days, plus_months};

/// How much time a cell is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Zoom {
    /// A cell is a day: weeks are read.
    Week,
    /// A cell is three days: months are read.
    Month,
    /// A cell is a week, and up to two so that all is in sight: quarters are read.
    #[default]
    Quarter,
}

/// A part of the calendar, with a beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// From Monday on.
    Week,
    /// A month.
    Month,
    /// Three months, the first in January.
    Quarter,
    /// A year.
    Year,
}

impl Zoom {
    /// All, the closest first.
    pub const ALL: [Self; 3] = [Self::Week, Self::Month, Self::Quarter];

    /// Its name on the shell, and end of the key of its word (`gantt-zoom-<name>`).
    pub const fn name(self) -> &'static str {
        match self {
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
        }
    }

    /// The zoom of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|zoom| zoom.name() == name)
    }

    /// Closer; `None` at the closest.
    pub const fn closer(self) -> Option<Self> {
        match self {
            Self::Week => None,
            Self::Month => Some(Self::Week),
            Self::Quarter => Some(Self::Month),
        }
    }

    /// Further away; `None` at the furthest.
    pub const fn further(self) -> Option<Self> {
        match self {
            Self::Week => Some(Self::Month),
            Self::Month => Some(Self::Quarter),
            Self::Quarter => None,
        }
    }

    /// What its line of heads names, the coarse one above the fine one.
    pub const fn units(self) -> (Unit, Unit) {
        match self {
            Self::Week => (Unit::Month, Unit::Week),
            Self::Month => (Unit::Year, Unit::Month),
            Self::Quarter => (Unit::Year, Unit::Quarter),
        }
    }

    /// What one step through time goes over.
    pub const fn step(self) -> Unit {
        match self {
            Self::Week => Unit::Week,
            Self::Month => Unit::Month,
            Self::Quarter => Unit::Quarter,
        }
    }

    /// Days of a cell, where so many are to be seen in so many cells.
    fn per(self, days: i64, cells: i64) -> i64 {
        match self {
            Self::Week => 1,
            Self::Month => 3,
            Self::Quarter => (days + cells - 1).checked_div(cells).unwrap_or(1).clamp(7, 14),
        }
    }
}

impl Unit {
    /// The first day of the one that a day is in.
    pub fn begin(self, of: NaiveDate) -> NaiveDate {
        match self {
            Self::Week => monday(of),
            Self::Month => day(of.year(), of.month(), 1),
            Self::Quarter => day(of.year(), of.month0() / 3 * 3 + 1, 1),
            Self::Year => day(of.year(), 1, 1),
        }
    }

    /// The first day of the one so many further on than that of `of`; negative is before.
    pub fn step(self, of: NaiveDate, by: i32) -> NaiveDate {
        let begin = self.begin(of);
        match self {
            Self::Week => plus_days(begin, i64::from(by) * 7),
            Self::Month => plus_months(begin, by),
            Self::Quarter => plus_months(begin, by.saturating_mul(3)),
            Self::Year => plus_months(begin, by.saturating_mul(12)),
        }
    }
}

/// A stretch of time laid on cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scale {
    /// The first day of the first cell.
    pub first: NaiveDate,
    /// Days of a cell, at least 1.
    pub per: i64,
    /// How many cells.
    pub cells: usize,
}

impl Scale {
    /// All there is in so many cells, beginning at the week, month or quarter of `first`. Without one it begins with all
    /// there is, or, where not all has room, so that `day` stands in the first third.
    pub fn new(zoom: Zoom, all: Span, first: Option<NaiveDate>, day: NaiveDate, cells: usize) -> Self {
        let unit = zoom.step();
        let begin = Unit::Month.begin(all.from);
        let wide = i64::try_from(cells.max(1)).unwrap_or(i64::MAX);
        let per = zoom.per(days_between(begin, all.to) + 1, wide);
        let in_sight = days_between(begin, all.to) < per.saturating_mul(wide);
        let first = match first {
            Some(first) => unit.begin(first),
            None if in_sight => begin,
            None => {
                let third = plus_days(day, -(per.saturating_mul(wide) / 3));
                // Beyond the end of all there is nothing to be seen.
                let latest = unit.step(plus_days(all.to, -per.saturating_mul(wide)), 1);
                unit.begin(third).min(latest).max(unit.begin(begin))
            }
        };
        Self { first, per, cells }
    }

    /// The cell of a day: below 0 before the first, from `cells` on after the last.
    pub fn cell(&self, day: NaiveDate) -> i64 {
        days_between(self.first, day).div_euclid(self.per.max(1))
    }

    /// The cell of a day, if it is one of these.
    pub fn shown(&self, day: NaiveDate) -> Option<usize> {
        usize::try_from(self.cell(day)).ok().filter(|cell| *cell < self.cells)
    }

    /// The first day of a cell.
    pub fn day(&self, cell: usize) -> NaiveDate {
        plus_days(self.first, i64::try_from(cell).unwrap_or(i64::MAX).saturating_mul(self.per))
    }

    /// From the first to the last day that is shown.
    pub fn span(&self) -> Span {
        Span { from: self.first, to: plus_days(self.day(self.cells.max(1)), -1) }
    }

    /// Where each week, month, quarter or year begins that is shown, the one that has begun before the first day at 0.
    pub fn ticks(&self, unit: Unit) -> Vec<(usize, NaiveDate)> {
        let mut ticks = vec![(0, unit.begin(self.first))];
        let mut next = unit.step(self.first, 1);
        while let Some(cell) = self.shown(next) {
            ticks.retain(|(at, _)| *at != cell);
            ticks.push((cell, next));
            next = unit.step(next, 1);
        }
        ticks
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn year_and_a_half() -> Span {
        Span { from: day(2026, 1, 1), to: day(2027, 6, 30) }
    }

    #[test]
    fn eighteen_months_are_in_sight_at_once_also_on_the_smallest_screen() {
        for cells in [46, 50, 88, 160] {
            let scale = Scale::new(Zoom::Quarter, year_and_a_half(), None, day(2026, 11, 23), cells);
            assert_eq!(scale.first, day(2026, 1, 1), "{cells}");
            assert!(scale.shown(day(2027, 6, 30)).is_some(), "{cells}");
        }
    }

    #[test]
    fn close_up_the_day_is_in_sight_and_nothing_beyond_the_plan() {
        for zoom in [Zoom::Week, Zoom::Month] {
            for today in [day(2026, 1, 1), day(2026, 11, 23), day(2027, 6, 30)] {
                let scale = Scale::new(zoom, year_and_a_half(), None, today, 50);
                assert!(scale.shown(today).is_some(), "{zoom:?} {today}");
                assert!(scale.first >= day(2025, 12, 29), "{zoom:?} {today} {}", scale.first);
            }
        }
        let scale = Scale::new(Zoom::Week, year_and_a_half(), Some(day(2026, 11, 26)), day(2026, 1, 1), 50);
        assert_eq!(scale.first, day(2026, 11, 23));
    }

    #[test]
    fn the_heads_name_where_each_month_begins() {
        let scale = Scale { first: day(2026, 11, 23), per: 1, cells: 50 };
        let months = scale.ticks(Unit::Month);
        assert_eq!(months, [(0, day(2026, 11, 1)), (8, day(2026, 12, 1)), (39, day(2027, 1, 1))]);
        assert_eq!(scale.ticks(Unit::Week).len(), 8);
        assert_eq!(Unit::Quarter.begin(day(2026, 11, 23)), day(2026, 10, 1));
        assert_eq!(Unit::Quarter.step(day(2026, 11, 23), -1), day(2026, 7, 1));
    }

    #[test]
    fn zooming_goes_through_all_three_and_ends() {
        assert_eq!(Zoom::Quarter.closer().and_then(Zoom::closer), Some(Zoom::Week));
        assert_eq!((Zoom::Week.closer(), Zoom::Quarter.further()), (None, None));
        for zoom in Zoom::ALL {
            assert_eq!(Zoom::named(zoom.name()), Some(zoom));
        }
    }

    proptest! {
        #[test]
        fn a_day_is_in_the_cell_that_begins_on_it_or_before(
            per in 1i64..20, cells in 1usize..200, days in -400i64..2000,
        ) {
            let scale = Scale { first: day(2026, 1, 1), per, cells };
            let day = plus_days(scale.first, days);
            if let Some(cell) = scale.shown(day) {
                prop_assert!(scale.day(cell) <= day && day < scale.day(cell + 1));
            } else {
                prop_assert!(day < scale.span().from || day > scale.span().to);
            }
        }

        #[test]
        fn heads_stand_in_their_order_inside_the_line(
            per in 1i64..15, cells in 1usize..200, begin in 0i64..800,
        ) {
            let scale = Scale { first: plus_days(day(2026, 1, 1), begin), per, cells };
            for unit in [Unit::Week, Unit::Month, Unit::Quarter, Unit::Year] {
                let ticks = scale.ticks(unit);
                prop_assert!(ticks.windows(2).all(|w| w[0].0 < w[1].0));
                prop_assert!(ticks.iter().all(|(cell, _)| *cell < cells));
            }
        }
    }
}
