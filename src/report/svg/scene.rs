//! What a drawing is made of: a few kinds of shapes in the units of a page, texts measured beforehand, so that it can be checked
//! that none leaves the picture and no two lie upon each other.
use super::measure::Font;
use crate::report::block::Tone;

pub use super::ink::Ink;

/// A place with its extent.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Area {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// To the right.
    pub wide: f64,
    /// Downwards.
    pub high: f64,
}

impl Area {
    /// Whether they share a place.
    pub fn meets(&self, other: &Self) -> bool {
        self.x < other.x + other.wide
            && other.x < self.x + self.wide
            && self.y < other.y + other.high
            && other.y < self.y + self.high
    }
}

/// Where a text stands beside its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    /// Begins there.
    Begin,
    /// Its middle is there.
    Middle,
    /// Ends there.
    End,
}

/// A text in one line.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// Where.
    pub x: f64,
    /// Its base line.
    pub y: f64,
    /// How `x` is meant.
    pub stand: Stand,
    /// Size and weight.
    pub font: Font,
    /// Colour.
    pub ink: Ink,
    /// What is seen.
    pub shown: String,
    /// All of it, where it was cut.
    pub whole: Option<String>,
    /// The paper shows around its letters, where lines run below them.
    pub halo: bool,
}

impl Text {
    /// The room that it takes.
    pub fn area(&self) -> Area {
        let wide = self.font.width(&self.shown);
        let x = match self.stand {
            Stand::Begin => self.x,
            Stand::Middle => self.x - wide / 2.0,
            Stand::End => self.x - wide,
        };
        Area { x, y: self.y - self.font.size * 0.8, wide, high: self.font.size }
    }
}

/// A shape.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// Words.
    Text(Text),
    /// Words from below upwards; the place of the text in them is 0.
    Upright {
        /// Its base line.
        x: f64,
        /// Where it begins, has its middle or ends.
        y: f64,
        /// The words.
        text: Text,
    },
    /// A line through some places.
    Line {
        /// The places.
        through: Vec<(f64, f64)>,
        /// Its colour.
        ink: Ink,
        /// How thick.
        thick: f64,
        /// In dashes.
        dashed: bool,
    },
    /// A filled box.
    Box {
        /// Where.
        area: Area,
        /// Radius of its corners.
        round: f64,
        /// Its colour.
        ink: Ink,
        /// The colour of its edge, and whether that is dashed.
        edge: Option<(Ink, bool)>,
    },
    /// A filled area through some places.
    Field {
        /// The places.
        through: Vec<(f64, f64)>,
        /// Its colour.
        ink: Ink,
    },
    /// A part of a ring, from the left over the top to the right.
    Arc {
        /// The middle.
        at: (f64, f64),
        /// Its radius.
        radius: f64,
        /// How thick.
        thick: f64,
        /// How much of the half ring, from 0 to 1.
        share: f64,
        /// Its colour.
        ink: Ink,
    },
    /// A disc, a half disc or a ring: the sign of a meaning, so that nobody depends on its colour.
    Sign {
        /// The middle.
        at: (f64, f64),
        /// Its radius.
        radius: f64,
        /// What it means.
        tone: Tone,
    },
    /// A plain disc.
    Dot {
        /// The middle.
        at: (f64, f64),
        /// Its radius.
        radius: f64,
        /// Its colour.
        ink: Ink,
    },
    /// A diamond, filled or hollow.
    Diamond {
        /// The middle.
        at: (f64, f64),
        /// Its radius.
        radius: f64,
        /// Its colour.
        ink: Ink,
        /// Filled.
        full: bool,
        /// What it is about, for whoever points at it.
        whole: String,
    },
}

/// A drawing.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scene {
    /// How wide it is.
    pub wide: f64,
    /// How high it is.
    pub high: f64,
    /// What is on it; later shapes lie upon earlier ones.
    pub shapes: Vec<Shape>,
}

impl Scene {
    /// An empty one.
    pub const fn new(wide: f64) -> Self {
        Self { wide, high: 0.0, shapes: Vec::new() }
    }

    /// Adds a line.
    pub fn line(&mut self, through: Vec<(f64, f64)>, ink: Ink, thick: f64) {
        self.shapes.push(Shape::Line { through, ink, thick, dashed: false });
    }

    /// Adds a dashed line.
    pub fn dashes(&mut self, through: Vec<(f64, f64)>, ink: Ink, thick: f64) {
        self.shapes.push(Shape::Line { through, ink, thick, dashed: true });
    }

    /// Adds a filled box.
    pub fn block(&mut self, area: Area, round: f64, ink: Ink) {
        self.shapes.push(Shape::Box { area, round, ink, edge: None });
    }

    /// Adds a sign, where a meaning has one.
    pub fn sign(&mut self, at: (f64, f64), radius: f64, tone: Tone) {
        if has_sign(tone) {
            self.shapes.push(Shape::Sign { at, radius, tone });
        }
    }

    /// Adds a text, cut to its room.
    pub fn text(&mut self, at: (f64, f64), stand: Stand, style: Style, said: &str, room: f64) {
        let said = crate::report::plain::one_line(said);
        let shown = style.font.fit(said.trim(), room);
        if shown.is_empty() {
            return;
        }
        let whole = (shown != said.trim()).then(|| said.trim().to_owned());
        let Style { font, ink, halo } = style;
        self.shapes.push(Shape::Text(Text { x: at.0, y: at.1, stand, font, ink, shown, whole, halo }));
    }
}

/// Whether a meaning has a sign of its own.
pub const fn has_sign(tone: Tone) -> bool {
    match tone {
        Tone::Good | Tone::Warn | Tone::Bad => true,
        Tone::Text | Tone::Muted | Tone::Heading | Tone::Accent => false,
    }
}

/// How a text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    /// Size and weight.
    pub font: Font,
    /// Colour.
    pub ink: Ink,
    /// The paper shows around its letters.
    pub halo: bool,
}

impl Style {
    /// What is read.
    pub const TEXT: Self = Self::new(Font::of(12.0), Ink::Text);
    /// What stands out.
    pub const STRONG: Self = Self::new(Font::strong(12.0), Ink::Text);
    /// What explains.
    pub const SMALL: Self = Self::new(Font::of(11.0), Ink::Muted);

    /// Some size, weight and colour.
    pub const fn new(font: Font, ink: Ink) -> Self {
        Self { font, ink, halo: false }
    }

    /// The same where lines run below it.
    pub const fn over_lines(mut self) -> Self {
        self.halo = true;
        self
    }
}
