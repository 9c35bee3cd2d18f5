//! Types and rules: pure, without clock, file, sentence or SQL. Today is always an argument.
pub mod account;
pub mod cadence;
pub mod choice;
pub mod colleague;
pub mod commitment;
pub mod coverage;
pub mod day;
pub mod directory;
pub mod entry;
pub mod explain;
pub mod fact;
pub mod field;
pub mod health;
pub mod influence;
pub mod insight;
pub mod interaction;
pub mod kind;
pub mod kpi;
pub mod money;
pub mod mute;
pub mod needs;
pub mod opportunity;
pub mod org;
pub mod period;
pub mod person;
pub mod pipeline;
pub mod problem;
pub mod rate;
pub mod score;
pub mod scorecard;
pub mod settings;
pub mod strength;
pub mod text;
pub mod unit;
pub mod value;

/// The number of a record in its table: small, so that a person can type it. 0 is a record not yet saved.
pub type Id = i64;
