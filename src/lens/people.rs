//! People: who decides, who influences, who uses, and whom we have neglected.
mod act;
mod column;
mod details;
mod fact;
mod order;
mod page;
mod row;
mod state;
mod view;
mod why;

pub use state::People;
