//! Today: what needs me, the accounts at a glance, the week, and what changed since last time.
mod behind;
mod cards;
mod figure;
mod glance;
mod needs;
mod record;
mod rows;
mod since;
mod state;
mod view;
mod week;
mod welcome;
mod why;

pub use state::Today;
