//! Files in and out, and the demo book.
pub mod demo;
