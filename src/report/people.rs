//! Documents about people.
pub mod colleagues;
pub mod coverage;
pub mod dossier;
pub mod due;
pub mod map;
pub mod merging;
pub mod network;
pub mod org;
