//! Documents about people.
pub mod colleagues;
pub mod due;
