//! Accounts: the list of clients, and each on one page.
mod affairs;
mod cells;
mod choose;
mod health;
mod lines;
mod list;
mod page;
mod record;
mod row;
mod state;
mod view;
mod walk;
mod why;
mod wish;

pub use state::Accounts;
