//! Log: everything that was said, newest first.
mod state;
mod view;

pub use state::Log;
