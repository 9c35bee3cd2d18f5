//! Values over time as a line, and what they should have been as a dashed one. Every value that has room stands beside its
//! point, the newest, the highest and the lowest first: there is no axis to read them from.
use super::legend::{self, Entry};
use super::measure::Font;
use super::place::{Taken, along};
use super::scale::Scale;
use super::scene::{Area, Ink, Scene, Shape, Stand, Style};
use crate::report::picture::{Point, Trend};

/// Height of the lines.
const HIGH: f64 = 170.0;
/// Room below the lowest value where zero is not on the page.
const LOW: f64 = 12.0;
/// From the edge to the first and from the last point to the edge.
const MARGIN: f64 = 30.0;

/// The trend in a width.
pub fn draw(trend: &Trend, wide: f64) -> Scene {
    let mut scene = Scene::new(wide);
    let has_target = trend.points.iter().any(|p| p.target.is_some());
    let mut entries = vec![Entry::line(&trend.actual, Ink::of(trend.tone))];
    if has_target && !trend.target.is_empty() {
        entries.push(Entry::dashes(&trend.target, Ink::Muted));
    }
    let top = legend::draw(&mut scene, &entries, 8.0) + 26.0;
    let values = trend.points.iter().flat_map(|p| p.value.into_iter().chain(p.target));
    let scale = Scale::around(values.clone(), top + HIGH, top);
    // Nothing stands on the ground but zero: the lowest value has room for its words.
    let scale = scale.zero().map_or_else(|| Scale::around(values, top + HIGH - LOW, top), |_| scale);
    let x = across(trend.points.len(), wide);
    ground(&mut scene, &scale, top + HIGH, wide);
    let targets = runs(trend.points.iter().map(|p| p.target), &x, &scale);
    for run in &targets {
        scene.dashes(run.clone(), Ink::Muted, 1.5);
    }
    let actuals = runs(trend.points.iter().map(|p| p.value), &x, &scale);
    for run in actuals.iter().filter(|run| run.len() > 1) {
        scene.line(run.clone(), Ink::of(trend.tone), 2.5);
    }
    dots(&mut scene, trend, &x, &scale);
    let mut taken = Taken::default();
    taken.area(Area { x: 0.0, y: 0.0, wide, high: top - 22.0 });
    taken.area(Area { x: 0.0, y: top + HIGH + 1.0, wide, high: 40.0 });
    taken.area(Area { x: 0.0, y: scale.zero().unwrap_or(top + HIGH) - 14.0, wide: 12.0, high: 14.0 });
    targets.iter().chain(&actuals).for_each(|run| taken.line(run));
    values_beside(&mut scene, &mut taken, &trend.points, &x, &scale);
    let names: Vec<(f64, &str)> =
        trend.points.iter().enumerate().map(|(at, p)| (x(at), p.label.as_str())).collect();
    along(&mut scene, &names, top + HIGH + 20.0, (0.0, wide));
    scene.high = top + HIGH + 28.0;
    scene
}

/// Where the points stand from left to right.
fn across(points: usize, wide: f64) -> impl Fn(usize) -> f64 {
    let count = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    let steps = count(points.saturating_sub(1));
    move |at| {
        if steps == 0.0 { wide / 2.0 } else { MARGIN + (wide - 2.0 * MARGIN) * count(at) / steps }
    }
}

/// The line on which the periods stand, and the one of zero where it is another.
fn ground(scene: &mut Scene, scale: &Scale, low: f64, wide: f64) {
    scene.line(vec![(0.0, low), (wide, low)], Ink::Line, 1.0);
    if let Some(zero) = scale.zero().filter(|zero| low - zero > 2.0) {
        scene.line(vec![(0.0, zero), (wide, zero)], Ink::Line, 1.0);
        scene.text((0.0, zero - 3.0), Stand::Begin, Style::SMALL, "0", 20.0);
    }
}

/// The stretches without a gap.
fn runs(
    values: impl Iterator<Item = Option<f64>>,
    x: &impl Fn(usize) -> f64,
    scale: &Scale,
) -> Vec<Vec<(f64, f64)>> {
    let mut runs: Vec<Vec<(f64, f64)>> = vec![Vec::new()];
    for (at, value) in values.enumerate() {
        match value.filter(|v| v.is_finite()) {
            Some(value) => {
                if let Some(run) = runs.last_mut() {
                    run.push((x(at), scale.at(value)));
                }
            }
            None => runs.push(Vec::new()),
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}

/// A dot on each value, the newest with the sign of what it means.
fn dots(scene: &mut Scene, trend: &Trend, x: &impl Fn(usize) -> f64, scale: &Scale) {
    let known = |p: &Point| p.value.filter(|v| v.is_finite());
    let newest = trend.points.iter().rposition(|p| known(p).is_some());
    for (place, point) in trend.points.iter().enumerate() {
        let Some(value) = known(point) else { continue };
        let (at, ink) = ((x(place), scale.at(value)), Ink::of(trend.tone));
        scene.shapes.push(if newest == Some(place) {
            Shape::Sign { at, radius: 5.5, tone: trend.tone }
        } else {
            Shape::Dot { at, radius: 3.0, ink }
        });
    }
}

/// The words of the values that have room beside their point.
fn values_beside(
    scene: &mut Scene,
    taken: &mut Taken,
    points: &[Point],
    x: &impl Fn(usize) -> f64,
    scale: &Scale,
) {
    let known: Vec<(usize, f64)> = points
        .iter()
        .enumerate()
        .filter_map(|(i, p)| Some((i, p.value.filter(|v| v.is_finite())?)))
        .collect();
    let by = |a: &&(usize, f64), b: &&(usize, f64)| a.1.total_cmp(&b.1);
    let first: Vec<usize> = [known.last(), known.iter().max_by(by), known.iter().min_by(by)]
        .into_iter()
        .flatten()
        .map(|k| k.0)
        .collect();
    let mut order = first.clone();
    order.extend(known.iter().rev().map(|k| k.0).filter(|i| !first.contains(i)));
    order.dedup();
    let newest = known.last().map(|k| k.0);
    let mut done: Vec<usize> = Vec::new();
    for i in order {
        let Some((point, (_, value))) = points.get(i).zip(known.iter().find(|k| k.0 == i)) else { continue };
        if done.contains(&i) {
            continue;
        }
        done.push(i);
        let style = if newest == Some(i) { Style::STRONG } else { Style::SMALL };
        let style = Style { font: Font { size: 11.0, ..style.font }, ..style };
        taken.beside(scene, (x(i), scale.at(*value)), style, &point.said);
    }
}
