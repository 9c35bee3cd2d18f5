//! Labels beside points: a label stands only where nothing else does.
use super::scene::{Area, Scene, Shape, Stand, Style, Text};
use crate::report::plain::one_line;

/// Writes names along a line, each with its middle at its place but within `from` and `until`: as many as have room, at equal steps,
/// the last one always.
pub fn along(scene: &mut Scene, names: &[(f64, &str)], y: f64, (from, until): (f64, f64)) {
    let font = Style::SMALL.font;
    let widest = names.iter().map(|(_, said)| font.width(&one_line(said))).fold(1.0, f64::max);
    let widest = widest.min((until - from) / 3.0);
    let step = names.first().zip(names.get(1)).map_or(until - from, |(one, next)| (next.0 - one.0).abs());
    let mut every = 1_usize;
    while step * f64::from(u32::try_from(every).unwrap_or(u32::MAX)) < widest + 8.0
        && every < names.len().max(1)
    {
        every += 1;
    }
    let mut free = f64::INFINITY;
    for (x, said) in names.iter().rev().step_by(every) {
        let half = font.width(&font.fit(&one_line(said), widest)) / 2.0;
        let middle = x.clamp(from + half, (until - half).max(from + half));
        if middle + half + 4.0 <= free {
            scene.text((middle, y), Stand::Middle, Style::SMALL, said, widest);
            free = middle - half;
        }
    }
}

/// What has its place already.
#[derive(Debug, Default)]
pub struct Taken {
    areas: Vec<Area>,
}

impl Taken {
    /// Nothing may stand there any more.
    pub fn area(&mut self, area: Area) {
        self.areas.push(area);
    }

    /// Nothing may stand on this line.
    pub fn line(&mut self, through: &[(f64, f64)]) {
        const STEP: f64 = 4.0;
        for (a, b) in through.iter().zip(through.iter().skip(1)) {
            let (dx, dy) = (b.0 - a.0, b.1 - a.1);
            let length = dx.hypot(dy).min(4000.0);
            let mut along = 0.0;
            while along <= length {
                let share = if length > 0.0 { along / length } else { 0.0 };
                let (x, y) = (a.0 + dx * share, a.1 + dy * share);
                self.areas.push(Area { x: x - 1.5, y: y - 1.5, wide: 3.0, high: 3.0 });
                along += STEP;
            }
        }
        for (x, y) in through {
            self.areas.push(Area { x: x - 4.0, y: y - 4.0, wide: 8.0, high: 8.0 });
        }
    }

    /// Whether nothing stands there.
    pub fn is_free(&self, area: &Area) -> bool {
        self.areas.iter().all(|other| !other.meets(area))
    }

    /// Writes words beside a point, above it if there is room, else below it, right or left of it; says whether there was
    /// any.
    pub fn beside(&mut self, scene: &mut Scene, at: (f64, f64), style: Style, said: &str) -> bool {
        let said = one_line(said);
        if said.is_empty() || style.font.width(&said) > scene.wide {
            return false;
        }
        let (x, y) = at;
        let size = style.font.size;
        let tried = [
            (x, y - 9.0, Stand::Middle),
            (x, y + 9.0 + size * 0.8, Stand::Middle),
            (x + 9.0, y + size * 0.3, Stand::Begin),
            (x - 9.0, y + size * 0.3, Stand::End),
            (x + 5.0, y - 9.0, Stand::Begin),
            (x - 5.0, y - 9.0, Stand::End),
            (x, y - 20.0, Stand::Middle),
            (x, y + 20.0 + size * 0.8, Stand::Middle),
        ];
        for (x, y, stand) in tried {
            let Style { font, ink, halo } = style;
            let text = Text { x, y, stand, font, ink, shown: said.clone(), whole: None, halo };
            let area = text.area();
            let within = area.x >= 0.0 && area.x + area.wide <= scene.wide;
            let air = Area { x: area.x - 3.0, y: area.y - 1.0, wide: area.wide + 6.0, high: area.high + 2.0 };
            if within && self.is_free(&air) {
                self.area(air);
                scene.shapes.push(Shape::Text(text));
                return true;
            }
        }
        false
    }
}
