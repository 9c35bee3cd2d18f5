//! Drawings of a document as plain numbers and finished words: who renders them decides on shapes and colours. Shares run from 0 to 1.
pub mod health;
pub mod people;
pub mod portfolio;
pub mod series;
pub mod timeline;

use serde::{Deserialize, Serialize};

use super::block::Tone;

/// A drawing with its title, and in words what it shows for whoever does not see it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Picture {
    /// What it is.
    pub title: String,
    /// What is to be seen on it.
    pub alt: String,
    /// What is drawn.
    pub plot: Plot,
}

/// What is drawn.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Plot {
    /// One value on a scale.
    Gauge(Gauge),
    /// Values over time.
    Trend(Trend),
    /// Where a period may end.
    Cone(Cone),
    /// Who brings how much of the whole.
    Pareto(Pareto),
    /// What is done when.
    Gantt(Gantt),
    /// People by weight and attitude.
    Map(Map),
    /// Who reports to whom.
    Org(Org),
}

/// One value on a scale.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Gauge {
    /// How full; `None` is not known.
    pub share: Option<f64>,
    /// The value in words, or why there is none.
    pub said: String,
    /// What it means.
    pub tone: Tone,
    /// What it is made of: label, how full, value in words, meaning.
    pub parts: Vec<Part>,
}

/// A part of a gauge.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Part {
    /// What.
    pub label: String,
    /// How full; `None` is not known.
    pub share: Option<f64>,
    /// In words.
    pub said: String,
    /// What it means.
    pub tone: Tone,
}

/// Values over time, with what they should have been.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Trend {
    /// One a period, oldest first.
    pub points: Vec<Point>,
    /// What the line of values is called.
    pub actual: String,
    /// What the line of targets is called; empty without one.
    pub target: String,
    /// What the newest value means.
    pub tone: Tone,
}

/// A period of a trend.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Point {
    /// The period, short.
    pub label: String,
    /// The value, if there is one.
    pub value: Option<f64>,
    /// The value in words.
    pub said: String,
    /// What it should have been.
    pub target: Option<f64>,
    /// The same in words; empty where only the line of targets tells it.
    #[serde(default)]
    pub goal: String,
}

/// What has been reached of a period, and where it may end.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Cone {
    /// Names of the parts of the period, first to last; what was reached up to the end of each, as long as it is known.
    pub points: Vec<Point>,
    /// Where it may end: lowest, likely, highest; value and words.
    pub ends: [(f64, String); 3],
    /// What should be reached, in words too.
    pub target: Option<(f64, String)>,
    /// What the likely end means.
    pub tone: Tone,
}

/// Who brings how much of the whole, the largest first.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Pareto {
    /// The bars.
    pub bars: Vec<ParetoBar>,
    /// What the bars measure.
    pub measure: String,
    /// What the line says.
    pub line: String,
}

/// A bar of a Pareto chart.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ParetoBar {
    /// Who.
    pub label: String,
    /// How much.
    pub value: f64,
    /// In words.
    pub said: String,
    /// Of the whole with all before it.
    pub cumulative: f64,
    /// Class: A, B or C.
    pub class: String,
    /// One of those the document is about.
    pub marked: bool,
}

/// What is done when. Places in time are shares of the whole stretch.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Gantt {
    /// Where months or quarters begin.
    pub ticks: Vec<Tick>,
    /// Where today stands, if it is in sight, and what it is called.
    pub today: Option<Tick>,
    /// The rows.
    pub lanes: Vec<Lane>,
}

/// A named place in time.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Tick {
    /// Where.
    pub at: f64,
    /// What.
    pub label: String,
}

/// A row of a Gantt chart.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Lane {
    /// What.
    pub label: String,
    /// Who, or how far; may be empty.
    pub note: String,
    /// 0 for an objective, 1 for an initiative.
    pub level: u8,
    /// From when to when, and how much of it is done.
    pub bar: Option<Bar>,
    /// Milestones.
    pub marks: Vec<Mark>,
    /// What its state means.
    pub tone: Tone,
}

/// A bar of a Gantt chart.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Bar {
    /// Where it begins.
    pub from: f64,
    /// Where it ends.
    pub until: f64,
    /// How much is done; `None` is not known.
    pub done: Option<f64>,
}

/// A milestone.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Mark {
    /// Where.
    pub at: f64,
    /// What, with its day.
    pub label: String,
    /// It stands.
    pub done: bool,
    /// What its state means.
    pub tone: Tone,
}

/// People by weight and attitude.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Map {
    /// What grows to the right, with the words at its lower and upper end.
    pub across: [String; 3],
    /// What grows upwards, with the words at its lower and upper end.
    pub up: [String; 3],
    /// The people who have a place.
    pub dots: Vec<Dot>,
    /// Who has none, in words; may be empty.
    pub unplaced: String,
}

/// A person on a map.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Dot {
    /// Who.
    pub label: String,
    /// Role or title; may be empty.
    pub note: String,
    /// To the right.
    pub across: f64,
    /// Upwards.
    pub up: f64,
    /// What the attitude means.
    pub tone: Tone,
}

/// Who reports to whom; a boss stands before those below them.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Org {
    /// The boxes.
    pub boxes: Vec<OrgBox>,
}

/// A box of an org chart.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct OrgBox {
    /// Who; of a vacancy what is not known.
    pub label: String,
    /// Title or role; may be empty.
    pub note: String,
    /// The box above it, by its place in the list.
    pub boss: Option<usize>,
    /// Nobody is known there.
    pub vacant: bool,
    /// What the attitude means.
    pub tone: Tone,
}
