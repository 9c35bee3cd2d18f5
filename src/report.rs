//! Documents as blocks, made from the answers of the store: the shell prints them, the screen draws the same ones.
pub mod account;
pub mod block;
pub mod brief;
pub mod bulletin;
pub mod competitor;
pub mod fit;
pub mod glance;
pub mod health;
pub mod indicator;
pub mod lifetime;
pub mod mail;
pub mod markdown;
pub mod moved;
pub mod need;
pub mod people;
pub mod person;
pub mod pipeline;
pub mod plain;
pub mod plan;
pub mod score;
pub mod scorecard;
pub mod strength;
pub mod talks;
pub mod today;
pub mod told;
pub mod whitespace;

pub use block::{Align, Block, Cell, Column, Drawing, Figure, Row, Table, Tone};
