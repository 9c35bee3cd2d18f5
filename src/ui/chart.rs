//! The chart of one indicator: actual against target, last year, and where it may land. Every line has its own texture, so
//! that it is told apart without a colour.
mod axis;
pub mod pareto;
mod raster;

use ratatui::layout::Rect;

use super::pen::{Pen, Span, spans_width};
use super::text::{visible, width};
use super::theme::Role;
use axis::{Scale, every};
use raster::{Ink, Raster};

/// From where a forecast starts and where it may end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cone {
    /// The last closed period, counted from 0.
    pub from: usize,
    /// The figure there.
    pub start: f64,
    /// The lowest end, at the last period.
    pub low: f64,
    /// The highest end.
    pub high: f64,
    /// The end by the method that is named.
    pub landing: f64,
}

/// What the legend calls each line; an empty one is not named.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Names {
    /// The solid line.
    pub actual: String,
    /// The dotted line.
    pub target: String,
    /// The light line.
    pub last_year: String,
    /// The shaded cone.
    pub cone: String,
    /// The upright mark.
    pub as_of: String,
}

/// One indicator over some periods. The series have one value a period, those not known are gaps.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart<'a> {
    /// Short names of the periods.
    pub periods: &'a [String],
    /// What was measured.
    pub actual: &'a [Option<f64>],
    /// What was wanted.
    pub target: &'a [Option<f64>],
    /// Of a band its upper edge; otherwise empty.
    pub upper: &'a [Option<f64>],
    /// What was measured a year before.
    pub last_year: &'a [Option<f64>],
    /// Where it may land.
    pub cone: Option<Cone>,
    /// The period up to which is known, marked by an upright line.
    pub as_of: Option<usize>,
    /// What the actual is judged to be: the colour of its line.
    pub judged: Role,
    /// Names of the lines.
    pub names: Names,
}

impl Chart<'_> {
    /// Draws the chart; `label` writes a round value of the axis.
    pub fn draw(&self, pen: &mut Pen<'_>, area: Rect, label: impl Fn(f64) -> String) {
        let area = area.intersection(pen.buf.area);
        if area.is_empty() {
            return;
        }
        let mut plot = area;
        if area.height >= 5 {
            self.draw_legend(pen, area);
            plot = super::panel::below(plot, 1);
        }
        let labels = u16::from(plot.height >= 3);
        plot.height -= labels;
        let Some(scale) = Scale::around(self.values(), plot.height) else { return };
        plot = draw_axis(pen, plot, &scale, label);
        if plot.width == 0 {
            return;
        }
        if labels > 0 {
            self.draw_periods(pen, Rect { y: plot.bottom(), height: 1, ..plot });
        }
        self.raster(plot, &scale, pen.glyphs.ascii).draw(pen, plot, self.judged);
    }

    /// Every value that must have room on the axis.
    fn values(&self) -> impl Iterator<Item = f64> {
        let known =
            [self.actual, self.target, self.upper, self.last_year].into_iter().flatten().copied().flatten();
        let cone = self.cone.into_iter().flat_map(|c| [c.start, c.low, c.high, c.landing]);
        known.chain(cone).filter(|v| v.is_finite())
    }

    fn raster(&self, plot: Rect, scale: &Scale, ascii: bool) -> Raster {
        let mut raster = Raster::new(plot.width, plot.height, ascii);
        let count = self.periods.len();
        let (wide, height) = raster.dots();
        let x = |index: usize| every(index, count, wide);
        let y = |value: f64| scale.row(value, height);
        let (last_year, target, actual) =
            (points(self.last_year, x, y), points(self.target, x, y), points(self.actual, x, y));
        if let Some(cone) = &self.cone {
            let (from, to) = (x(cone.from), x(count.saturating_sub(1)));
            raster.cone((from, y(cone.start)), to, (y(cone.high), y(cone.low)));
            raster.mark((to, y(cone.landing)), Ink::Landing);
        }
        if let Some(at) = self.as_of.filter(|at| *at < count) {
            raster.upright(x(at));
        }
        raster.path(&last_year, Ink::LastYear);
        raster.path(&points(self.upper, x, y), Ink::Target);
        raster.path(&target, Ink::Target);
        raster.path(&actual, Ink::Actual);
        raster
    }

    /// The names of the periods below the plot, as many as have room.
    fn draw_periods(&self, pen: &mut Pen<'_>, line: Rect) {
        let count = self.periods.len();
        let widest = self.periods.iter().map(|p| width(&visible(p))).max().unwrap_or(0) + 1;
        let room = usize::from(line.width);
        let step =
            [1, 2, 3, 4, 6, 12].into_iter().find(|s| widest * count <= room * s).unwrap_or(count.max(1));
        for (index, name) in self.periods.iter().enumerate().step_by(step) {
            let wide = u16::try_from(width(&visible(name))).unwrap_or(u16::MAX);
            let middle = u16::try_from(every(index, count, room)).unwrap_or(0);
            let most = line.width.saturating_sub(wide);
            let role = if self.as_of == Some(index) { Role::Heading } else { Role::Muted };
            if wide <= line.width {
                pen.put(line.x + middle.saturating_sub(wide / 2).min(most), line.y, wide, name, role);
            }
        }
    }

    /// What each texture means; what has no room is left off from the end.
    fn draw_legend(&self, pen: &mut Pen<'_>, area: Rect) {
        let g = pen.glyphs;
        let names = &self.names;
        let entries = [
            (g.or("⠤⠤", "**"), self.judged, &names.actual),
            (g.or("⠂⠂", "--"), Role::Text, &names.target),
            (g.or("░░", "::"), Role::Muted, &names.cone),
            (g.or("⠂ ", "' "), Role::Muted, &names.last_year),
            (g.or("┊", "|"), Role::Muted, &names.as_of),
        ];
        let (mut x, end) = (area.x.saturating_add(1), area.right());
        for (sign, role, name) in entries {
            let spans = [Span::new(sign, role), Span::muted(format!(" {name}"))];
            let wide = u16::try_from(spans_width(&spans)).unwrap_or(u16::MAX);
            if name.is_empty() || u32::from(x) + u32::from(wide) > u32::from(end) {
                continue;
            }
            pen.spans(x, area.y, wide, &spans);
            x = x.saturating_add(wide + 3);
        }
    }
}

/// The series as runs of dots: a value that is not known ends a run.
fn points(
    series: &[Option<f64>],
    x: impl Fn(usize) -> usize,
    y: impl Fn(f64) -> usize,
) -> Vec<Option<(usize, usize)>> {
    let known = |value: &Option<f64>| value.filter(|v| v.is_finite());
    series.iter().enumerate().map(|(i, v)| known(v).map(|v| (x(i), y(v)))).collect()
}

/// Writes the round values at the left, where they leave room, and returns the area of the plot.
fn draw_axis(pen: &mut Pen<'_>, area: Rect, scale: &Scale, label: impl Fn(f64) -> String) -> Rect {
    let labels: Vec<(f64, String)> = scale.ticks().map(|t| (t, label(t))).collect();
    let widest = labels.iter().map(|(_, l)| width(&visible(l))).max().unwrap_or(0);
    let wide = u16::try_from(widest).unwrap_or(u16::MAX);
    if u32::from(wide) * 3 > u32::from(area.width) {
        return area;
    }
    let mut before: Option<&str> = None;
    for (tick, text) in &labels {
        // Two values that are written alike would be read as a mistake.
        if before == Some(text) {
            continue;
        }
        before = Some(text);
        let row = u16::try_from(scale.row(*tick, usize::from(area.height))).unwrap_or(0);
        pen.put_right(area.x + 1 + wide, area.y + row, wide, text, Role::Muted);
    }
    let used = (wide + 2).min(area.width);
    Rect { x: area.x + used, width: area.width - used, ..area }
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;

    use super::*;
    use crate::ui::{Glyphs, Theme};

    fn series(values: &[f64]) -> Vec<Option<f64>> {
        values.iter().copied().map(Some).collect()
    }

    fn drawn(chart: &Chart<'_>, size: (u16, u16), ascii: bool) -> Vec<String> {
        let mut buf = Buffer::empty(Rect::new(0, 0, size.0, size.1));
        let area = buf.area;
        let mut pen = Pen::new(&mut buf, Theme::Mono, Glyphs { ascii });
        chart.draw(&mut pen, area, |v| format!("{v:.0}"));
        let row = |y| (0..size.0).map(|x| buf[(x, y)].symbol()).collect::<String>();
        (0..size.1).map(row).collect()
    }

    fn chart<'a>(periods: &'a [String], actual: &'a [Option<f64>], target: &'a [Option<f64>]) -> Chart<'a> {
        let names = Names { actual: "Actual".to_owned(), target: "Target".to_owned(), ..Names::default() };
        Chart {
            periods,
            actual,
            target,
            upper: &[],
            last_year: &[],
            cone: None,
            as_of: None,
            judged: Role::Good,
            names,
        }
    }

    #[test]
    fn a_flat_series_is_one_level_line_and_a_gap_stays_a_gap() {
        let periods: Vec<String> = (1..=4).map(|n| n.to_string()).collect();
        let actual = [Some(5.0), Some(5.0), None, Some(5.0)];
        let lines = drawn(&chart(&periods, &actual, &[]), (40, 6), true);
        let stars: Vec<_> = lines[1..5].iter().filter(|l| l.contains('*')).collect();
        assert_eq!(stars.len(), 1, "{lines:#?}");
        assert!(stars[0].contains("* ") && stars[0].trim_end().ends_with(" *"), "{lines:#?}");
    }

    #[test]
    fn the_solid_line_has_more_dots_than_the_dotted_and_the_dotted_more_than_the_light() {
        let periods: Vec<String> = (1..=12).map(|n| n.to_string()).collect();
        let level = series(&[10.0; 12]);
        let dots = |lines: Vec<String>| -> u32 {
            let plot: String = lines[1..11].concat();
            plot.chars()
                .filter(|c| ('\u{2800}'..='\u{28ff}').contains(c))
                .map(|c| u32::from(c).count_ones() - 2)
                .sum()
        };
        let solid = dots(drawn(&chart(&periods, &level, &[]), (80, 12), false));
        let dotted = dots(drawn(&chart(&periods, &[], &level), (80, 12), false));
        let light = dots(drawn(&Chart { last_year: &level, ..chart(&periods, &[], &[]) }, (80, 12), false));
        assert!(solid > dotted + 20 && dotted > light + 10 && light > 5, "{solid} {dotted} {light}");
    }

    #[test]
    fn the_cone_is_shaded_from_the_last_closed_period_to_the_end() {
        let periods: Vec<String> = (1..=12).map(|n| n.to_string()).collect();
        let actual: Vec<Option<f64>> = (1..=12).map(|n| (n <= 8).then(|| f64::from(n) * 80.0)).collect();
        let cone = Cone { from: 7, start: 640.0, low: 900.0, high: 1200.0, landing: 960.0 };
        let chart = Chart { cone: Some(cone), as_of: Some(7), ..chart(&periods, &actual, &[]) };
        let lines = drawn(&chart, (80, 12), false);
        let first = lines.iter().filter_map(|l| l.chars().position(|c| c == '░')).min().unwrap_or(0);
        assert!((50..60).contains(&first), "{lines:#?}");
        assert!(lines.iter().any(|l| l.contains('◆')) && lines.iter().any(|l| l.contains('┊')), "{lines:#?}");
        assert!(lines[0].contains("Actual") && lines[0].contains("Target"));
    }

    #[test]
    fn only_ascii_is_drawn_where_only_ascii_may_be() {
        let periods: Vec<String> = (1..=12).map(|n| n.to_string()).collect();
        let values = series(&[3.0, 5.0, 2.0, 8.0, 9.0, 1.0, 0.0, 4.0, 6.0, 6.5, 7.0, 9.0]);
        let cone = Some(Cone { from: 3, start: 8.0, low: 2.0, high: 9.0, landing: 4.0 });
        let all = Chart { last_year: &values, cone, as_of: Some(3), ..chart(&periods, &values, &values) };
        assert!(drawn(&all, (60, 10), true).concat().is_ascii());
    }

    #[test]
    fn every_size_and_every_figure_is_drawn_without_a_panic() {
        let periods: Vec<String> = (1..=12).map(|n| format!("Periodo {n}")).collect();
        let odd = [Some(f64::NAN), Some(f64::INFINITY), Some(-1e300), Some(1e300), None, Some(0.0)];
        let cone = Some(Cone { from: 99, start: 1.0, low: 5.0, high: -5.0, landing: f64::NAN });
        for (wide, high) in [(1, 1), (2, 9), (5, 3), (40, 6), (180, 20), (300, 100), (300, 1), (1, 100)] {
            let odd = Chart { cone, as_of: Some(40), last_year: &odd, ..chart(&periods, &odd, &[Some(1.0)]) };
            drawn(&odd, (wide, high), false);
            drawn(&chart(&[], &[], &[]), (wide, high), false);
            drawn(&chart(&periods, &series(&[2.0; 30]), &[]), (wide, high), true);
        }
    }
}
