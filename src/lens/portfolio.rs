//! Portfolio: all clients, whatever the scope. Which of them make the revenue, which deserve a key account manager, and which take
//! more time than they are worth.
//!
//! Three views of the same clients: the Pareto list with its curve, the matrix of valuation against relationship, and effort
//! against worth. The client under the cursor is kept from view to view.
mod choose;
mod details;
mod effort;
mod list;
mod matrix;
mod shown;
mod state;
mod view;
mod why;
mod wish;

pub use state::Portfolio;
