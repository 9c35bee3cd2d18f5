//! Competitors: who they are, where they sit, and the radar of their contracts that end in the next eighteen months.
mod radar;
mod state;
mod view;

pub use state::Competitors;
