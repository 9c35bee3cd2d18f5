//! cartera: the personal CRM of one key account manager.
//!
//! The rooms, from the ground up; imports only go down (`ARCHITECTURE.md` has the plan of the house).
pub mod app;
pub mod capture;
pub mod cli;
pub mod command;
pub mod domain;
pub mod exchange;
pub mod lang;
pub mod lens;
pub mod report;
pub mod store;
pub mod tui;
pub mod ui;
