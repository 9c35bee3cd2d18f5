//! Drawings that Excel can draw itself: their numbers in cells, and a chart of them.
use rust_xlsxwriter::{
    Chart, ChartFormat, ChartLegendPosition, ChartLine, ChartLineDashType, ChartSolidFill, ChartType, Color,
};

use super::amount::amount;
use crate::lang::Lang;
use crate::report::picture::{Cone, Pareto, Picture, Plot, Point, Trend};
use crate::report::plain::one_line;

/// Rows that a chart covers.
pub const ROWS: u32 = 17;
/// Width and height of a chart.
const SIZE: (u32, u32) = (640, 320);
/// How a number is written that nobody has written.
const GENERAL: &str = "#,##0.##";

/// How a column of numbers is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    Bars,
    Line,
    Dashes,
    /// A line of shares, on an axis of its own.
    Shares,
}

/// A column of numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// What it is called.
    pub title: String,
    /// Its numbers.
    pub values: Vec<Option<f64>>,
    /// How Excel writes them.
    pub format: String,
    look: Look,
    ink: Color,
}

/// The numbers of a drawing.
#[derive(Debug, Clone, PartialEq)]
pub struct Numbers {
    /// What each row is called.
    pub names: Vec<String>,
    /// The columns.
    pub series: Vec<Series>,
}

const ACCENT: Color = Color::RGB(0x1F_5F9E);
const MUTED: Color = Color::RGB(0x59_636E);
const TEXT: Color = Color::RGB(0x1B_2024);

impl Numbers {
    /// The numbers of a drawing that Excel can draw.
    pub fn of(picture: &Picture, lang: Lang) -> Option<Self> {
        match &picture.plot {
            Plot::Trend(of) => Some(trend(of, lang)),
            Plot::Cone(of) => Some(cone(of, &picture.title, lang)),
            Plot::Pareto(of) => Some(pareto(of, lang)),
            Plot::Gauge(_) | Plot::Gantt(_) | Plot::Map(_) | Plot::Org(_) => None,
        }
        .filter(|numbers| !numbers.names.is_empty())
    }

    /// The chart of the numbers, which stand on a sheet with their titles in row `head`, the names in the first column.
    pub fn chart(&self, picture: &Picture, sheet: &str, head: u32) -> Chart {
        let last = head + u32::try_from(self.names.len()).unwrap_or(0);
        let one = |at: u16, series: &Series| {
            let kind = if series.look == Look::Bars { ChartType::Column } else { ChartType::Line };
            let mut chart = Chart::new(kind);
            let drawn = chart.add_series();
            drawn.set_name((sheet, head, at));
            drawn.set_categories((sheet, head + 1, 0, last, 0));
            drawn.set_values((sheet, head + 1, at, last, at));
            drawn.set_format(&mut format(series));
            drawn.set_secondary_axis(series.look == Look::Shares);
            chart
        };
        let mut charts = (1..).zip(&self.series).map(|(at, series)| one(at, series));
        let mut chart = charts.next().unwrap_or_else(|| Chart::new(ChartType::Line));
        // Charts of one kind are one chart: only another kind is laid over it.
        let first = self.series.first().map(|series| series.look == Look::Bars);
        for (at, series) in (1..).zip(&self.series).skip(1) {
            if Some(series.look == Look::Bars) == first {
                let drawn = chart.add_series();
                drawn.set_name((sheet, head, at));
                drawn.set_categories((sheet, head + 1, 0, last, 0));
                drawn.set_values((sheet, head + 1, at, last, at));
                drawn.set_format(&mut format(series));
            } else {
                chart.combine(&one(at, series));
            }
        }
        chart.title().set_hidden();
        chart.legend().set_position(ChartLegendPosition::Top);
        chart.set_width(SIZE.0).set_height(SIZE.1);
        chart.set_alt_text(one_line(&picture.alt).chars().take(250).collect::<String>());
        let format = self.series.first().map_or(GENERAL, |series| series.format.as_str());
        let mut line = ChartLine::new();
        line.set_color(super::style::LINE).set_width(0.75);
        chart.y_axis().set_num_format(format).set_major_gridlines_line(&line);
        if self.series.iter().any(|series| series.look == Look::Shares) {
            chart.y2_axis().set_min(0).set_max(1).set_num_format("0%");
        }
        chart
    }
}

fn format(series: &Series) -> ChartFormat {
    let mut format = ChartFormat::new();
    let mut line = ChartLine::new();
    line.set_color(series.ink).set_width(2);
    match series.look {
        Look::Bars => {
            format.set_solid_fill(ChartSolidFill::new().set_color(series.ink));
            return format;
        }
        Look::Dashes => {
            line.set_dash_type(ChartLineDashType::Dash);
        }
        Look::Line | Look::Shares => {}
    }
    format.set_line(&line);
    format
}

/// The format in which a value was written, if the words are that value and nothing more.
fn written<'a>(points: impl Iterator<Item = (f64, &'a str)>, lang: Lang) -> String {
    let near = |a: f64, b: f64| (a - b).abs() <= a.abs().max(b.abs()) * 0.01;
    let found = points.filter_map(|(value, said)| Some((value, amount(said, lang)?)));
    let mut found: Vec<_> = found.filter(|(value, amount)| near(amount.value, *value)).collect();
    found.sort_by(|a, b| a.0.total_cmp(&b.0));
    let formats = found.first().zip(found.last()).map(|(low, high)| (&low.1.format, &high.1.format));
    match formats {
        None => GENERAL.to_owned(),
        Some((low, high)) if low == high || low.contains(';') || high.contains(';') => high.clone(),
        // Millions are written as millions and less as thousands, as in the paper.
        Some((low, high)) if high.contains(",,") => format!("[>=1000000]{high};{low}"),
        Some((_, high)) => high.clone(),
    }
}

fn finite(value: Option<f64>) -> Option<f64> {
    value.filter(|v| v.is_finite())
}

fn said(points: &[Point]) -> impl Iterator<Item = (f64, &str)> {
    points.iter().filter_map(|p| Some((p.value?, p.said.as_str())))
}

fn names(points: &[Point]) -> Vec<String> {
    points.iter().map(|p| p.label.clone()).collect()
}

fn trend(of: &Trend, lang: Lang) -> Numbers {
    let format = written(said(&of.points), lang);
    let line = |title: &str, values: Vec<Option<f64>>, look, ink| Series {
        title: title.to_owned(),
        values,
        format: format.clone(),
        look,
        ink,
    };
    let values = of.points.iter().map(|p| finite(p.value)).collect();
    let targets: Vec<_> = of.points.iter().map(|p| finite(p.target)).collect();
    let mut series = vec![line(&of.actual, values, Look::Line, ACCENT)];
    if targets.iter().any(Option::is_some) {
        series.push(line(&of.target, targets, Look::Dashes, MUTED));
    }
    Numbers { names: names(&of.points), series }
}

/// What was reached, and from the newest figure on a straight line to each end.
fn cone(of: &Cone, title: &str, lang: Lang) -> Numbers {
    let format = written(said(&of.points), lang);
    let known: Vec<f64> = of.points.iter().map_while(|p| finite(p.value)).collect();
    let (count, all) = (known.len(), of.points.len());
    let reached: Vec<_> = (0..all).map(|at| known.get(at).copied()).collect();
    let way = |end: f64| {
        let from = known.last().copied().unwrap_or(0.0);
        let steps = u32::try_from(all.saturating_sub(count)).unwrap_or(1).max(1);
        (0..all).map(move |at| {
            let step = u32::try_from((at + 1).checked_sub(count)?).ok()?;
            Some(from + (end - from) * f64::from(step) / f64::from(steps)).filter(|v| v.is_finite())
        })
    };
    let line = |title: &str, values: Vec<Option<f64>>, look, ink| Series {
        title: title.to_owned(),
        values,
        format: format.clone(),
        look,
        ink,
    };
    let mut series = vec![line(title, reached, Look::Line, ACCENT)];
    let [low, likely, high] = &of.ends;
    for (end, ink) in [(high, MUTED), (likely, ACCENT), (low, MUTED)] {
        series.push(line(&end.1, way(end.0).collect(), Look::Dashes, ink));
    }
    if let Some((target, said)) = &of.target {
        series.push(line(said, vec![finite(Some(*target)); all], Look::Line, TEXT));
    }
    Numbers { names: names(&of.points), series }
}

fn pareto(of: &Pareto, lang: Lang) -> Numbers {
    let bars = Series {
        title: of.measure.clone(),
        values: of.bars.iter().map(|b| finite(Some(b.value))).collect(),
        format: written(of.bars.iter().map(|b| (b.value, b.said.as_str())), lang),
        look: Look::Bars,
        ink: ACCENT,
    };
    let line = Series {
        title: of.line.clone(),
        values: of.bars.iter().map(|b| finite(Some(b.cumulative))).collect(),
        format: "0.0%".to_owned(),
        look: Look::Shares,
        ink: TEXT,
    };
    Numbers { names: of.bars.iter().map(|b| b.label.clone()).collect(), series: vec![bars, line] }
}
