//! What is known of a document that takes the whole body of the screen.
use crate::domain::Id;
use crate::store::query::brief::BriefOf;

/// A document that takes the whole body of the screen.
#[derive(Debug)]
pub(in crate::app) struct Page {
    /// Of what a brief: it is asked for again when the book has changed.
    pub of: Option<BriefOf>,
    /// What stands beside the title.
    pub remark: String,
    /// What is copied of it.
    pub text: String,
    /// Whether it is the list of issued documents.
    pub issued: IssuedList,
}

/// Whether a page is the list of issued documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app) enum IssuedList {
    No,
    Yes,
    /// It is, and the key that was pressed last begins to delete this one.
    Going(Id),
}
