//! One value on a half ring, and beside it what it is made of.
use super::measure::Font;
use super::scale::share;
use super::scene::{Area, Ink, Scene, Shape, Stand, Style};
use crate::report::block::Tone;
use crate::report::picture::{Gauge, Part};

/// Radius of the ring.
const RADIUS: f64 = 78.0;
/// How thick it is.
const THICK: f64 = 16.0;
/// Width of the ring with air around it.
const RING: f64 = 2.0 * RADIUS + THICK + 24.0;
/// Height of a part.
const ROW: f64 = 28.0;

/// The gauge in a width.
pub fn draw(gauge: &Gauge, wide: f64) -> Scene {
    let mut scene = Scene::new(wide);
    let beside = !gauge.parts.is_empty() && wide > RING * 2.5;
    let middle = if beside { RING / 2.0 } else { wide / 2.0 };
    let ring = dial(&mut scene, gauge, middle, if beside { RING - 16.0 } else { wide - 8.0 });
    let (left, top) = if beside { (RING + 16.0, 14.0) } else { (4.0, ring + 12.0) };
    let end = parts(&mut scene, &gauge.parts, Area { x: left, y: top, wide: wide - left - 4.0, high: 0.0 });
    scene.high = ring.max(end) + 8.0;
    scene
}

/// The ring with its value in the middle, or why there is none below it; the lower edge.
fn dial(scene: &mut Scene, gauge: &Gauge, x: f64, room: f64) -> f64 {
    let y = RADIUS + THICK / 2.0 + 8.0;
    let arc = |share, ink| Shape::Arc { at: (x, y), radius: RADIUS, thick: THICK, share, ink };
    scene.shapes.push(arc(1.0, Ink::Soft));
    let Some(full) = gauge.share else {
        scene.text((x, y - 10.0), Stand::Middle, Style::new(Font::strong(30.0), Ink::Muted), "–", room);
        return reason(scene, &gauge.said, (x, y + 16.0), room);
    };
    if share(full) > 0.0 {
        scene.shapes.push(arc(share(full), Ink::of(gauge.tone)));
    }
    let font = Font::strong(32.0);
    if font.width(&gauge.said) > RADIUS * 1.7 {
        scene.sign((x, y - 12.0), 7.0, gauge.tone);
        return reason(scene, &gauge.said, (x, y + 16.0), room);
    }
    scene.text((x, y - 8.0), Stand::Middle, Style::new(font, Ink::Text), &gauge.said, RADIUS * 1.7);
    scene.sign((x, y + 10.0), 5.5, gauge.tone);
    y + 20.0
}

/// What has no room within the ring, below it.
fn reason(scene: &mut Scene, said: &str, (x, y): (f64, f64), room: f64) -> f64 {
    let lines = Style::SMALL.font.wrap(said, room, 4);
    let mut below = y;
    for line in &lines {
        scene.text((x, below), Stand::Middle, Style::SMALL, line, room);
        below += 15.0;
    }
    below
}

/// The parts below each other: label, bar, value with its sign.
fn parts(scene: &mut Scene, parts: &[Part], place: Area) -> f64 {
    let widest = |of: &dyn Fn(&Part) -> f64, most: f64| parts.iter().map(of).fold(0.0, f64::max).min(most);
    let label = widest(&|p| Style::TEXT.font.width(&p.label), place.wide * 0.42);
    let said = widest(&|p| Style::TEXT.font.width(&p.said), place.wide * 0.3);
    let bar = Area { x: place.x + label + 12.0, wide: place.wide - label - said - 44.0, high: 8.0, ..place };
    for (part, row) in parts.iter().zip(0_u16..) {
        let y = place.y + ROW * f64::from(row) + ROW / 2.0;
        scene.text((place.x, y + 4.0), Stand::Begin, Style::TEXT, &part.label, label);
        scene.block(Area { y: y - 4.0, ..bar }, 4.0, Ink::Soft);
        if let Some(full) = part.share.map(share).filter(|full| *full > 0.0) {
            scene.block(
                Area { y: y - 4.0, wide: (bar.wide * full).max(4.0), ..bar },
                4.0,
                Ink::of(part.tone),
            );
        }
        scene.sign((bar.x + bar.wide + 14.0, y), 4.5, part.tone);
        let ink = if part.share.is_none() || part.tone == Tone::Muted { Ink::Muted } else { Ink::Text };
        let (at, style) = ((place.x + place.wide, y + 4.0), Style { ink, ..Style::TEXT });
        scene.text(at, Stand::End, style, &part.said, said);
    }
    place.y + ROW * f64::from(u16::try_from(parts.len()).unwrap_or(u16::MAX))
}
