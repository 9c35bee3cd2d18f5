//! Who brings how much of the whole: bars and the line of what they come to, on one scale from nothing to all.
use super::legend::{self, Entry};
use super::scale::share;
use super::scene::{Area, Ink, Scene, Shape, Stand, Style};
use crate::lang::{Lang, number};
use crate::report::picture::{Pareto, ParetoBar};

/// Height of a row.
const ROW: f64 = 22.0;
/// More rows than that are one: how many they are.
const MOST: usize = 25;
/// The shares that are marked: where classes end.
const MARKS: [f64; 2] = [0.80, 0.95];

/// Where the columns stand.
struct Columns {
    name: f64,
    plot: Area,
    value: f64,
    /// No bar stands out.
    all: bool,
}

/// The chart in a width.
pub fn draw(pareto: &Pareto, wide: f64, lang: Lang) -> Scene {
    let mut scene = Scene::new(wide);
    let entries = [Entry::area(&pareto.measure, Ink::Accent), Entry::line(&pareto.line, Ink::Text)];
    let top = legend::draw(&mut scene, &entries, 8.0) + 30.0;
    let shown = if pareto.bars.len() > MOST { MOST - 1 } else { pareto.bars.len() };
    let (bars, rest) = pareto.bars.split_at(shown);
    let columns = columns(bars, wide, top);
    let rows = shown + usize::from(!rest.is_empty());
    let high = ROW * f64::from(u16::try_from(rows).unwrap_or(u16::MAX));
    marks(&mut scene, &columns.plot, (top, high), lang);
    let mut before = 0.0;
    let mut line = Vec::with_capacity(rows);
    for (bar, row) in bars.iter().zip(0_u16..) {
        let y = top + ROW * f64::from(row);
        let until = share(bar.cumulative);
        of_one(&mut scene, bar, &columns, (y, (until - before).max(0.0)));
        line.push((columns.plot.x + columns.plot.wide * until, y + ROW / 2.0));
        before = until;
    }
    if let Some(last) = rest.last() {
        let y = top + high - ROW;
        let until = share(last.cumulative);
        let of = Area {
            wide: (columns.plot.wide * (until - before)).max(1.0),
            y: y + 5.0,
            high: 12.0,
            ..columns.plot
        };
        scene.block(of, 2.0, Ink::Muted);
        let said = format!("+ {}", number::show(lang, i64::try_from(rest.len()).unwrap_or(i64::MAX)));
        scene.text((0.0, y + 15.0), Stand::Begin, Style::SMALL, &said, columns.name);
        line.push((columns.plot.x + columns.plot.wide * until, y + ROW / 2.0));
    }
    curve(&mut scene, &line);
    scene.high = top + high + 8.0;
    scene
}

fn columns(bars: &[ParetoBar], wide: f64, top: f64) -> Columns {
    let widest = |of: fn(&ParetoBar) -> &str, most: f64| {
        bars.iter().map(|b| style(b).font.width(of(b))).fold(24.0, f64::max).min(most)
    };
    let name = widest(|b| &b.label, wide * 0.3);
    let value = widest(|b| &b.said, wide * 0.34);
    let class = if bars.iter().any(|b| !b.class.is_empty()) { 22.0 } else { 0.0 };
    let x = name + 12.0;
    let plot = Area { x, y: top, wide: (wide - x - value - class - 16.0).max(40.0), high: 0.0 };
    Columns { name, plot, value: wide - class, all: bars.iter().all(|b| !b.marked) }
}

/// The lines of the shares at which classes end.
fn marks(scene: &mut Scene, plot: &Area, (top, high): (f64, f64), lang: Lang) {
    for at in [0.0, 1.0] {
        let x = plot.x + plot.wide * at;
        scene.line(vec![(x, top - 4.0), (x, top + high)], Ink::Line, 1.0);
    }
    let mut taken = f64::INFINITY;
    for at in MARKS.into_iter().rev() {
        let x = plot.x + plot.wide * at;
        scene.dashes(vec![(x, top - 4.0), (x, top + high)], Ink::Muted, 1.0);
        #[expect(clippy::cast_possible_truncation, reason = "a percentage")]
        let said = number::show_percent(lang, (at * 1_000_000.0).round() as i64);
        let half = Style::SMALL.font.width(&said) / 2.0;
        if x + half + 4.0 < taken {
            scene.text((x, top - 9.0), Stand::Middle, Style::SMALL, &said, 60.0);
            taken = x - half;
        }
    }
}

fn of_one(scene: &mut Scene, bar: &ParetoBar, columns: &Columns, (y, part): (f64, f64)) {
    let style = style(bar);
    scene.text((0.0, y + 15.0), Stand::Begin, style, &bar.label, columns.name);
    let of = Area { y: y + 5.0, wide: (columns.plot.wide * part).max(1.5), high: 12.0, ..columns.plot };
    scene.block(of, 2.0, if bar.marked || columns.all { Ink::Accent } else { Ink::Muted });
    let room = columns.value - columns.plot.x - columns.plot.wide - 12.0;
    scene.text((columns.value, y + 15.0), Stand::End, style, &bar.said, room);
    scene.text((scene.wide, y + 15.0), Stand::End, Style::SMALL, &bar.class, 16.0);
}

/// Those the document is about are strong.
const fn style(bar: &ParetoBar) -> Style {
    if bar.marked { Style::STRONG } else { Style::TEXT }
}

/// What the bars come to.
fn curve(scene: &mut Scene, line: &[(f64, f64)]) {
    scene.line(line.to_vec(), Ink::Text, 1.5);
    for at in line {
        scene.shapes.push(Shape::Dot { at: *at, radius: 3.0, ink: Ink::Text });
    }
}
