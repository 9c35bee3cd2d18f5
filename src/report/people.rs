//! Documents about people.
pub mod due;
