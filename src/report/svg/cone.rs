//! What has been reached of a period, and the widening space in which it may end.
use super::measure::Font;
use super::place::{Taken, along};
use super::scale::Scale;
use super::scene::{Area, Ink, Scene, Shape, Stand, Style};
use crate::report::block::Tone;
use crate::report::picture::Cone;

/// Height of the picture without its names.
const HIGH: f64 = 200.0;
/// Between two names at the right edge.
const LINE: f64 = 16.0;

/// The cone in a width.
pub fn draw(cone: &Cone, wide: f64) -> Scene {
    let mut scene = Scene::new(wide);
    let font = Font::of(11.0);
    let words = cone.ends.iter().map(|(_, said)| font.width(said)).fold(0.0, f64::max) * 1.15;
    let beside = words <= wide * 0.34;
    let right = if beside { wide - words - 14.0 } else { wide - 12.0 };
    let top = 26.0;
    let known = cone.points.iter().filter_map(|p| p.value);
    let targets = cone.target.iter().map(|(value, _)| *value);
    let all = known.chain(cone.ends.iter().map(|end| end.0)).chain(targets).chain([0.0]);
    let scale = Scale::around(all, top + HIGH, top);
    let x = |n: usize| {
        let count = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
        right * count(n) / count(cone.points.len().max(1))
    };
    scene.line(vec![(0.0, top + HIGH), (right, top + HIGH)], Ink::Line, 1.0);
    let mut taken = Taken::default();
    taken.area(Area { x: 0.0, y: top + HIGH + 1.0, wide, high: 60.0 });
    taken.area(Area { x: right, y: 0.0, wide: wide - right, high: top + HIGH });
    target(&mut scene, &mut taken, cone, &scale, right);
    let reached = reached(cone, &x, &scale);
    fan(&mut scene, cone, &reached, &scale, right);
    taken.line(&reached);
    if let Some(from) = reached.last() {
        cone.ends.iter().for_each(|end| taken.line(&[*from, (right, scale.at(end.0))]));
    }
    ends(&mut scene, cone, &scale, (beside, right));
    newest(&mut scene, &mut taken, cone, &reached);
    let middle = |at: usize| f64::midpoint(x(at), x(at + 1));
    let names: Vec<(f64, &str)> =
        cone.points.iter().enumerate().map(|(at, p)| (middle(at), p.label.as_str())).collect();
    let end = top + HIGH + 18.0;
    along(&mut scene, &names, end, (0.0, right));
    scene.high = if beside { end + 8.0 } else { listed(&mut scene, cone, end + 24.0) };
    scene
}

/// The line of what has been reached, from nothing on.
fn reached(cone: &Cone, x: &impl Fn(usize) -> f64, scale: &Scale) -> Vec<(f64, f64)> {
    let known =
        cone.points.iter().enumerate().map_while(|(at, p)| Some((at, p.value.filter(|v| v.is_finite())?)));
    let line = known.map(|(at, value)| (x(at + 1), scale.at(value)));
    std::iter::once((0.0, scale.at(0.0))).chain(line).collect()
}

/// The line of the target with its words above its beginning, below where those have no room above.
fn target(scene: &mut Scene, taken: &mut Taken, cone: &Cone, scale: &Scale, right: f64) {
    let Some((value, said)) = &cone.target else { return };
    let y = scale.at(*value);
    scene.dashes(vec![(0.0, y), (right, y)], Ink::Text, 1.5);
    scene.text((0.0, y - 5.0), Stand::Begin, Style { ink: Ink::Text, ..Style::SMALL }, said, right);
    let wide = Style::SMALL.font.width(said).min(right);
    taken.area(Area { x: 0.0, y: y - 16.0, wide, high: 15.0 });
    taken.line(&[(0.0, y), (right, y)]);
}

/// From the newest figure to the lowest and the highest end, with the likely way in it.
fn fan(scene: &mut Scene, cone: &Cone, reached: &[(f64, f64)], scale: &Scale, right: f64) {
    let Some(from) = reached.last().copied() else { return };
    let [low, likely, high] =
        [0, 1, 2].map(|at| (right, cone.ends.get(at).map_or(0.0, |end| scale.at(end.0))));
    if right - from.0 > 1.0 {
        scene.shapes.push(Shape::Field { through: vec![from, high, low], ink: Ink::Line });
        scene.line(vec![from, high], Ink::Line, 1.0);
        scene.line(vec![from, low], Ink::Line, 1.0);
        scene.dashes(vec![from, likely], Ink::of(cone.tone), 2.0);
    }
    scene.line(reached.to_vec(), Ink::Accent, 2.5);
}

/// The three ends at the right edge, the names pushed apart where they are near each other.
fn ends(scene: &mut Scene, cone: &Cone, scale: &Scale, (beside, right): (bool, f64)) {
    let places: Vec<f64> = cone.ends.iter().map(|end| scale.at(end.0)).collect();
    for (at, y) in places.iter().enumerate() {
        let tone = if at == 1 { cone.tone } else { Tone::Muted };
        let tone = if tone == Tone::Text { Tone::Accent } else { tone };
        scene.shapes.push(Shape::Sign { at: (right, *y), radius: if at == 1 { 5.5 } else { 2.5 }, tone });
    }
    if !beside {
        return;
    }
    let likely = places.get(1).copied().unwrap_or(0.0);
    let low = places.first().copied().unwrap_or(0.0).max(likely + LINE);
    let high = places.get(2).copied().unwrap_or(0.0).min(likely - LINE);
    for ((_, said), (y, strong)) in cone.ends.iter().zip([(low, false), (likely, true), (high, false)]) {
        let style = if strong { Style::new(Font::strong(11.0), Ink::Text) } else { Style::SMALL };
        scene.text((right + 10.0, y + 4.0), Stand::Begin, style, said, scene.wide - right - 10.0);
    }
}

/// The newest figure in words.
fn newest(scene: &mut Scene, taken: &mut Taken, cone: &Cone, reached: &[(f64, f64)]) {
    let known = reached.len().checked_sub(2).and_then(|at| cone.points.get(at));
    if let (Some(point), Some(at)) = (known, reached.last()) {
        scene.shapes.push(Shape::Dot { at: *at, radius: 4.0, ink: Ink::Accent });
        let style = Style::new(Font::strong(11.0), Ink::Text);
        taken.beside(scene, *at, style, &point.said);
    }
}

/// The ends below the picture, where there is no room beside it: highest first.
fn listed(scene: &mut Scene, cone: &Cone, top: f64) -> f64 {
    let mut y = top;
    for (at, (_, said)) in cone.ends.iter().enumerate().rev() {
        let (style, tone) = if at == 1 { (Style::STRONG, cone.tone) } else { (Style::TEXT, Tone::Muted) };
        let tone = if tone == Tone::Text { Tone::Accent } else { tone };
        scene.shapes.push(Shape::Sign { at: (7.0, y - 4.0), radius: if at == 1 { 5.0 } else { 2.5 }, tone });
        scene.text((20.0, y), Stand::Begin, style, said, scene.wide - 20.0);
        y += 19.0;
    }
    y
}
