//! The Gantt chart without a screen: days as cells, bars, what depends on what, and how far a bar moves.
mod links;
mod paint;
mod scale;
mod span;

pub use links::Link;
pub use paint::{Bar, Body, Chart, Mark, Point, Sign, State, Tone};
pub use scale::{Scale, Unit, Zoom};
pub use span::{Shift, Span};
