//! White space: offerings across, parts of the accounts down, and in each cell who serves it and what it is worth.
mod act;
mod content;
mod enter;
mod menu;
mod paste;
mod preview;
mod rows;
mod state;
mod view;
mod why;

pub use state::WhiteSpace;
