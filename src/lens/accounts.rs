//! Accounts: the list of clients, and each on one page.
mod lines;
mod list;
mod page;
mod state;
mod view;

pub use state::Accounts;
