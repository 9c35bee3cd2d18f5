//! Accounts: the list of clients, and each on one page.
mod choose;
mod lines;
mod list;
mod page;
mod record;
mod row;
mod state;
mod view;
mod walk;

pub use state::Accounts;
