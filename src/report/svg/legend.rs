//! What the lines and areas of a drawing are called, above it.
use super::scene::{Area, Ink, Scene, Stand, Style};

/// How the thing looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    Line,
    Dashes,
    Area,
}

/// One thing with its name.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry<'a> {
    said: &'a str,
    ink: Ink,
    look: Look,
}

impl<'a> Entry<'a> {
    /// A line.
    pub const fn line(said: &'a str, ink: Ink) -> Self {
        Self { said, ink, look: Look::Line }
    }

    /// A dashed line.
    pub const fn dashes(said: &'a str, ink: Ink) -> Self {
        Self { said, ink, look: Look::Dashes }
    }

    /// An area.
    pub const fn area(said: &'a str, ink: Ink) -> Self {
        Self { said, ink, look: Look::Area }
    }
}

/// Draws the names beside each other, in a new line where they have no room; the lower edge.
pub fn draw(scene: &mut Scene, entries: &[Entry<'_>], top: f64) -> f64 {
    const KEY: f64 = 22.0;
    let (mut x, mut y) = (0.0, top + 10.0);
    for entry in entries.iter().filter(|e| !e.said.is_empty()) {
        let wide = Style::SMALL.font.width(entry.said).min(scene.wide - KEY - 6.0);
        if x > 0.0 && x + KEY + 6.0 + wide > scene.wide {
            (x, y) = (0.0, y + 17.0);
        }
        let middle = y - 4.0;
        match entry.look {
            Look::Line => scene.line(vec![(x, middle), (x + KEY, middle)], entry.ink, 2.5),
            Look::Dashes => scene.dashes(vec![(x, middle), (x + KEY, middle)], entry.ink, 1.5),
            Look::Area => scene.block(Area { x, y: middle - 5.0, wide: KEY, high: 10.0 }, 2.0, entry.ink),
        }
        scene.text((x + KEY + 6.0, y), Stand::Begin, Style::SMALL, entry.said, wide);
        x += KEY + 6.0 + wide + 20.0;
    }
    y
}
