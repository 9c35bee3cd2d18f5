//! Files in and out (vCard, CSV, the book as JSON), and the demo book. Reading makes a plan; nothing is written until the plan is performed.
pub mod browse;
mod calendar;
pub mod choices;
pub mod dedupe;
pub mod demo;
mod draft;
mod edition;
mod encoding;
mod enter;
pub mod figures;
pub mod file;
mod join;
pub mod json;
mod lines;
mod mail;
pub mod mapping;
mod names;
pub mod options;
pub mod out;
pub mod place;
pub mod plan;
mod programs;
mod read;
mod records;
mod seems;
pub mod sheet;
mod shelf;
mod source;
mod table;
mod talk;
pub mod template;
pub mod vault;
mod vcard;
pub mod whitespace;

/// What begins a row that only shows how a table is filled in: it is never read.
pub const EXAMPLE: &str = "# ";

/// What stands in a table where a new record would have something and this one has nothing.
const NOTHING: &str = "–";

/// What stands behind it where a template says of which kind its rows are.
const SIGN: &str = "cartera: ";

pub use json::export;
pub use options::Options;
pub use plan::Plan;
pub use read::{mappings, read, read_watched};
