//! Points with labels and arrows between them: goals at the right, and whoever leads to them in columns to the left.
mod ink;
mod layers;
mod order;
mod plan;
#[cfg(test)]
mod tests;

use ratatui::layout::Rect;

use super::glyph::Glyphs;
use super::pen::{Pen, Span, spans_width};
use super::table::select;
use super::theme::Role;
use ink::{Ink, middle};
pub use plan::{Path, Place, Plan};

/// What a drawing is made of, without its words.
#[derive(Debug, Clone, Copy)]
pub struct Shape<'a> {
    /// Columns of the label of each point.
    pub widths: &'a [u16],
    /// Which points stand at the right.
    pub goals: &'a [bool],
    /// From which point to which.
    pub edges: &'a [(usize, usize)],
}

/// The texture of a line, the one that is covered first; told apart without a colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stroke {
    /// Few dots, and a cross in its middle; it has no arrow.
    Against,
    /// Dots.
    Dotted,
    /// A line.
    Thin,
    /// A line twice as thick.
    Thick,
}

impl Stroke {
    /// A short piece of it, for a legend.
    pub const fn sample(self, glyphs: Glyphs) -> &'static str {
        match self {
            Self::Against => glyphs.or("⠂ × ⠂", "' x '"),
            Self::Dotted => glyphs.or("⠂⠐ ⠂▸", "....>"),
            Self::Thin => glyphs.or("⠒⠒⠒⠒▸", "---->"),
            Self::Thick => glyphs.or("⠶⠶⠶⠶▸", "====>"),
        }
    }
}

/// A point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// What stands there.
    pub label: Vec<Span>,
    /// It stands at the right.
    pub goal: bool,
    /// The cursor is on it.
    pub chosen: bool,
}

/// An arrow from one point to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edge {
    /// The point it comes from.
    pub from: usize,
    /// The point it leads to.
    pub to: usize,
    /// How it is drawn.
    pub stroke: Stroke,
    /// Whether the eye should go there.
    pub lit: bool,
}

/// A drawing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Graph {
    /// Its points.
    pub points: Vec<Point>,
    /// Its arrows.
    pub edges: Vec<Edge>,
}

impl Graph {
    /// Where everything stands in so many columns and rows; `None` where there is no room.
    pub fn plan(&self, size: (u16, u16)) -> Option<Plan> {
        // Before each label is room for the cursor's bar.
        let wide = |point: &Point| u16::try_from(spans_width(&point.label) + 1).unwrap_or(u16::MAX);
        let widths: Vec<u16> = self.points.iter().map(wide).collect();
        let goals: Vec<bool> = self.points.iter().map(|point| point.goal).collect();
        let edges: Vec<(usize, usize)> = self.edges.iter().map(|edge| (edge.from, edge.to)).collect();
        Shape { widths: &widths, goals: &goals, edges: &edges }.plan(size)
    }

    /// Whether a label has less room than it needs.
    pub fn is_cut(&self, plan: &Plan) -> bool {
        let cut = |(point, place): (&Point, &Place)| spans_width(&point.label) + 1 > usize::from(place.width);
        self.points.iter().zip(&plan.places).any(cut)
    }

    /// Draws it as planned for this area, and says where each point stands; `focused` if it has the keys.
    pub fn draw(&self, plan: &Plan, focused: bool, pen: &mut Pen<'_>, area: Rect) -> Vec<Rect> {
        let mut ink = Ink::new(area);
        let mut drawn: Vec<(&Edge, &Path)> = self.edges.iter().zip(&plan.paths).collect();
        drawn.sort_by_key(|(edge, _)| (edge.lit, edge.stroke));
        for (edge, path) in &drawn {
            ink.line(path, edge.stroke, edge.lit);
        }
        ink.draw(pen, area);
        for (edge, path) in drawn {
            draw_sign(edge, path, pen, area);
        }
        let place =
            |place: &Place| Rect { x: area.x + place.x, y: area.y + place.y, width: place.width, height: 1 };
        let places: Vec<Rect> = plan.places.iter().map(place).collect();
        for (point, place) in self.points.iter().zip(&places) {
            pen.clear(*place);
            pen.spans(place.x + 1, place.y, place.width.saturating_sub(1), &point.label);
            if point.chosen {
                select(pen, *place, focused);
            }
        }
        places
    }
}

/// The arrow at the end of an edge; of a conflict a cross in its middle.
fn draw_sign(edge: &Edge, path: &Path, pen: &mut Pen<'_>, area: Rect) {
    let g = pen.glyphs;
    let (x, y, sign) = match (edge.stroke, path.arrow) {
        (Stroke::Against, _) => {
            let Some((x, y)) = middle(path) else { return };
            (x, y, g.or("×", "x"))
        }
        (Stroke::Dotted | Stroke::Thin | Stroke::Thick, (x, y, true)) => (x, y, g.or("▸", ">")),
        (Stroke::Dotted | Stroke::Thin | Stroke::Thick, (x, y, false)) => (x, y, g.or("◂", "<")),
    };
    let role = match (edge.lit, edge.stroke) {
        (true, _) => Role::Accent,
        (false, Stroke::Against) => Role::Text,
        (false, Stroke::Dotted | Stroke::Thin | Stroke::Thick) => Role::Muted,
    };
    if x < area.width && y < area.height {
        pen.put(area.x + x, area.y + y, 1, sign, role);
    }
}
