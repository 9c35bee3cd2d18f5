//! What stands in every cell of the chart.
use std::ops::Range;

use chrono::NaiveDate;

use super::links::{Link, web};
use super::scale::Scale;
use super::span::Span;

/// As what a row is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Body {
    /// A period: from here to there.
    Period,
    /// What its rows below it come to.
    Sum,
    /// Work that has a length.
    Bar,
    /// A single day.
    Point,
}

/// How it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// To be done, in time.
    Open,
    /// To be done, and its day has passed.
    Late,
    /// Done.
    Done,
    /// Given up.
    Dropped,
}

/// A day by which something must stand, on the bar it belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// The day.
    pub day: NaiveDate,
    /// How it stands.
    pub state: State,
}

/// What is drawn in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// As what.
    pub body: Body,
    /// From when to when.
    pub span: Span,
    /// How much of it is done, 0–100.
    pub done: i64,
    /// How it stands.
    pub state: State,
    /// The days that stand on it.
    pub points: Vec<Point>,
}

/// What a cell means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// Nothing.
    Blank,
    /// Today's line.
    Today,
    /// Work that is done.
    Done,
    /// Work that is left.
    Left,
    /// The part of a sum that is done.
    SumDone,
    /// The part of a sum that is left.
    SumLeft,
    /// The first day of a period.
    Begin,
    /// A period.
    Within,
    /// The last day of a period.
    End,
    /// A day by which something must stand.
    Due,
    /// A day by which something stands.
    Reached,
    /// A line of what depends on what, by the ways in which it leaves the cell: 1 up, 2 down, 4 left, 8 right.
    Line(u8),
    /// The point of such a line, by the way in which it leads.
    Arrow(u8),
    /// It is, or goes on, before the first cell.
    Before,
    /// It is, or goes on, after the last cell.
    After,
}

/// How much a cell wants to be seen, least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tone {
    /// Of second rank.
    Quiet,
    /// As everything.
    Plain,
    /// It belongs to the row under the cursor, or it is today.
    Lit,
    /// Two bars collide.
    Warn,
    /// Late.
    Late,
}

/// A cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// What it means.
    pub sign: Sign,
    /// How much it wants to be seen.
    pub tone: Tone,
}

/// A chart.
#[derive(Debug, Clone, Copy)]
pub struct Chart<'a> {
    /// Days as cells.
    pub scale: Scale,
    /// The day of the line.
    pub today: NaiveDate,
    /// Every row; one without a bar is a head.
    pub rows: &'a [Option<Bar>],
    /// What depends on what.
    pub links: &'a [Link],
    /// The row under the cursor.
    pub lit: Option<usize>,
}

impl Chart<'_> {
    /// The cells of these rows: as many lines as there are rows in `window`, each of as many cells as the scale has.
    pub fn paint(&self, window: Range<usize>) -> Vec<Vec<Mark>> {
        let window = window.start.min(self.rows.len())..window.end.min(self.rows.len());
        let blank = vec![Mark { sign: Sign::Blank, tone: Tone::Quiet }; self.scale.cells];
        let mut lines = vec![blank; window.len()];
        let today = self.scale.shown(self.today);
        for line in &mut lines {
            put(line, today, Sign::Today, Tone::Lit);
        }
        for (row, cell, mark) in web(&self.scale, self.rows, self.links, self.lit, &window) {
            if let Some(line) = lines.get_mut(row - window.start) {
                put(line, Some(cell), mark.sign, mark.tone);
            }
        }
        for (line, row) in lines.iter_mut().zip(self.rows.get(window).unwrap_or_default()) {
            if let Some(bar) = row {
                self.bar(bar, line);
            }
        }
        lines
    }

    fn bar(&self, bar: &Bar, line: &mut [Mark]) {
        let cells = i64::try_from(line.len()).unwrap_or(i64::MAX);
        let (begin, end) = (self.scale.cell(bar.span.from), self.scale.cell(bar.span.to));
        // What is out of sight says at the edge where it is.
        if end < 0 || begin >= cells {
            let (at, sign) = if end < 0 { (0, Sign::Before) } else { (cells - 1, Sign::After) };
            put(line, usize::try_from(at).ok(), sign, out_of_sight(bar.state));
            return;
        }
        let length = end - begin + 1;
        let done = (length * bar.done.clamp(0, 100) + 50) / 100;
        for cell in begin.max(0)..=end.min(cells - 1) {
            let sign = match bar.body {
                Body::Period if cell == begin => Sign::Begin,
                Body::Period if cell == end => Sign::End,
                Body::Period => Sign::Within,
                Body::Sum if cell - begin < done => Sign::SumDone,
                Body::Sum => Sign::SumLeft,
                Body::Bar if cell - begin < done || bar.state == State::Done => Sign::Done,
                Body::Bar => Sign::Left,
                Body::Point => due(bar.state),
            };
            put(line, usize::try_from(cell).ok(), sign, tone(bar.body, bar.state, sign));
        }
        // Of what is in sight: a bar of which one cell is seen would be hidden by the line.
        self.through(begin.max(0) < end.min(cells - 1), line);
        if bar.body == Body::Bar {
            let edge = |beyond: bool, at: i64| usize::try_from(at).ok().filter(|_| beyond);
            put(line, edge(begin < 0, 0), Sign::Before, out_of_sight(bar.state));
            put(line, edge(end >= cells, cells - 1), Sign::After, out_of_sight(bar.state));
        }
        // Of two in one cell the one that must be acted upon is seen.
        let mut points: Vec<&Point> = bar.points.iter().collect();
        points.sort_by_key(|point| (tone(Body::Point, point.state, due(point.state)), point.day));
        for point in points {
            let sign = due(point.state);
            put(line, self.scale.shown(point.day), sign, tone(Body::Point, point.state, sign));
        }
    }
}

impl Chart<'_> {
    /// Today's line goes through what is left of a bar of several cells: it is seen how far what is done is behind.
    fn through(&self, long: bool, line: &mut [Mark]) {
        let left = |mark: &Mark| {
            mark.tone < Tone::Late && matches!(mark.sign, Sign::Left | Sign::SumLeft | Sign::Within)
        };
        let today = self.scale.shown(self.today).filter(|_| long);
        put(line, today.filter(|cell| line.get(*cell).is_some_and(left)), Sign::Today, Tone::Lit);
    }
}

fn put(line: &mut [Mark], cell: Option<usize>, sign: Sign, tone: Tone) {
    if let Some(mark) = cell.and_then(|cell| line.get_mut(cell)) {
        *mark = Mark { sign, tone };
    }
}

const fn due(state: State) -> Sign {
    match state {
        State::Open | State::Late => Sign::Due,
        State::Done | State::Dropped => Sign::Reached,
    }
}

const fn out_of_sight(state: State) -> Tone {
    match state {
        State::Late => Tone::Late,
        State::Open | State::Done | State::Dropped => Tone::Quiet,
    }
}

/// What is over is quiet, what is late is seen; of the rest the part that is left is quiet.
const fn tone(body: Body, state: State, sign: Sign) -> Tone {
    let left = matches!(sign, Sign::Left | Sign::SumLeft);
    match (state, body) {
        (State::Done | State::Dropped, _) | (State::Open | State::Late, Body::Period) => Tone::Quiet,
        (State::Late, Body::Sum | Body::Bar | Body::Point) => Tone::Late,
        (State::Open, Body::Sum | Body::Bar | Body::Point) if left => Tone::Quiet,
        (State::Open, Body::Sum | Body::Bar | Body::Point) => Tone::Plain,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::day::{day, plus_days};
    use crate::domain::gantt::Zoom;

    fn start() -> NaiveDate {
        day(2026, 11, 2)
    }

    fn bar(from: i64, days: i64, done: i64) -> Bar {
        let from = plus_days(start(), from);
        let span = Span { from, to: plus_days(from, days - 1) };
        Bar { body: Body::Bar, span, done, state: State::Open, points: Vec::new() }
    }

    fn chart<'a>(rows: &'a [Option<Bar>], links: &'a [Link], cells: usize) -> Chart<'a> {
        let scale = Scale { first: start(), per: 1, cells };
        Chart { scale, today: plus_days(start(), 4), rows, links, lit: None }
    }

    fn drawn(chart: &Chart<'_>) -> Vec<String> {
        let sign = |mark: &Mark| match mark.sign {
            Sign::Blank => ' ',
            Sign::Today => '|',
            Sign::Done | Sign::SumDone => '#',
            Sign::Left | Sign::SumLeft => '-',
            Sign::Begin | Sign::Within | Sign::End => '=',
            Sign::Due => '*',
            Sign::Reached => 'o',
            Sign::Line(ways) => {
                ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f']
                    [usize::from(ways & 15)]
            }
            Sign::Arrow(1) => '^',
            Sign::Arrow(2) => 'v',
            Sign::Arrow(4) | Sign::Before => '<',
            Sign::Arrow(_) | Sign::After => '>',
        };
        chart.paint(0..chart.rows.len()).iter().map(|line| line.iter().map(sign).collect()).collect()
    }

    #[test]
    fn a_bar_shows_what_is_done_and_what_is_left_and_its_milestones() {
        let mut with_points = bar(2, 6, 50);
        with_points.points = vec![
            Point { day: plus_days(start(), 3), state: State::Done },
            Point { day: plus_days(start(), 7), state: State::Late },
        ];
        let rows = [Some(with_points), None, Some(bar(8, 9, 0)), Some(bar(-5, 3, 0)), Some(bar(20, 3, 0))];
        assert_eq!(
            drawn(&chart(&rows, &[], 10)),
            ["  #o#--*  ", "    |     ", "    |   ->", "<   |     ", "    |    >"]
        );
        assert_eq!(chart(&rows, &[], 10).paint(0..1)[0][7].tone, Tone::Late);
    }

    #[test]
    fn what_waits_is_led_to_from_the_end_of_what_it_waits_for() {
        let rows = [Some(bar(0, 3, 0)), None, Some(bar(7, 2, 0)), Some(bar(3, 2, 0))];
        let links = [Link { before: 0, after: 2 }];
        let mut chart = chart(&rows, &links, 10);
        chart.today = plus_days(start(), 30);
        assert_eq!(drawn(&chart), ["---6      ", "   3      ", "   9cc>-- ", "   --     "]);
        chart.lit = Some(2);
        assert_eq!(chart.paint(0..4)[1][3].tone, Tone::Lit);
        // The same upwards, and straight down where the second begins on the next day.
        let links = [Link { before: 2, after: 0 }];
        chart.links = &links;
        assert_eq!(drawn(&chart)[..3], ["---<ccccc6", "         3", "       --5"]);
        assert_eq!(chart.paint(0..4)[1][9].tone, Tone::Warn);
        let links = [Link { before: 0, after: 3 }];
        chart.links = &links;
        assert_eq!(drawn(&chart), ["---6      ", "   3      ", "   v   -- ", "   --     "]);
    }

    fn any_bar() -> impl Strategy<Value = Option<Bar>> {
        let state =
            prop_oneof![Just(State::Open), Just(State::Late), Just(State::Done), Just(State::Dropped)];
        let body = prop_oneof![Just(Body::Bar), Just(Body::Sum), Just(Body::Period), Just(Body::Point)];
        let points = proptest::collection::vec((-100i64..700, state.clone()), 0..4);
        let any = (body, -100i64..700, 1i64..400, 0i64..101, state, points);
        proptest::option::weighted(
            0.9,
            any.prop_map(|(body, from, days, done, state, points)| {
                let points =
                    points.into_iter().map(|(at, state)| Point { day: plus_days(start(), at), state });
                Bar { body, state, points: points.collect(), ..bar(from, days, done) }
            }),
        )
    }

    proptest! {
        #[test]
        fn the_chart_is_as_large_as_its_area_and_every_bar_leaves_a_mark_in_its_own_cells(
            rows in proptest::collection::vec(any_bar(), 1..40),
            links in proptest::collection::vec((0usize..44, 0usize..44), 0..30),
            cells in 1usize..160, today in -100i64..700, zoom in 0usize..3, from in 0usize..40, high in 0usize..60,
        ) {
            let links: Vec<Link> = links.into_iter().map(|(before, after)| Link { before, after }).collect();
            let today = plus_days(start(), today);
            let all = rows.iter().flatten().map(|b| b.span).reduce(Span::and).unwrap_or(Span::of(today));
            let scale = Scale::new(Zoom::ALL[zoom], all, None, today, cells);
            let chart = Chart { scale, today, rows: &rows, links: &links, lit: Some(3) };
            let whole = chart.paint(0..rows.len());
            prop_assert_eq!(whole.len(), rows.len());
            prop_assert!(whole.iter().all(|line| line.len() == cells));
            let own = |sign: Sign| !matches!(
                sign, Sign::Blank | Sign::Today | Sign::Line(_) | Sign::Arrow(_)
            );
            for (line, row) in whole.iter().zip(&rows) {
                let filled: Vec<usize> = (0..cells).filter(|cell| own(line[*cell].sign)).collect();
                let Some(bar) = row else {
                    prop_assert!(filled.is_empty());
                    continue;
                };
                // A line never hides a bar, and a bar never leaves its days.
                prop_assert!(!filled.is_empty());
                let inside = |cell: &usize| {
                    let own = Span { from: scale.day(*cell), to: plus_days(scale.day(*cell + 1), -1) };
                    let bar_there = own.from <= bar.span.to && own.to >= bar.span.from;
                    let edge = matches!(line[*cell].sign, Sign::Before | Sign::After);
                    let point = bar.points.iter().any(|p| scale.shown(p.day) == Some(*cell));
                    bar_there || edge || point
                };
                prop_assert!(filled.iter().all(inside));
            }
            // A window is a part of the whole.
            let window = from.min(rows.len())..(from + high).min(rows.len());
            prop_assert_eq!(chart.paint(from..from + high), whole[window].to_vec());
        }
    }
}
