//! Documents about one account: its plan, whole and on a page, its review, what the client is shown, and what a successor must know.
pub mod client;
pub mod dossier;
pub mod plan;
pub mod points;
pub mod review;
pub(super) mod section;
mod when;
