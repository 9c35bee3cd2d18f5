//! Log: everything that was said, newest first; what is planned stands above it.
mod act;
mod ask;
mod list;
mod preview;
mod row;
mod state;
mod view;
mod window;

pub use state::Log;
