//! A document as it is asked for on the screen, and what came of it.
use crate::domain::choice::Choice;
use crate::domain::explain::Explain;
use crate::lang::Lang;
use crate::report::format::Format;
use crate::report::paper::Paper;
use crate::report::papers::Wanted;
use crate::store::Outcome;

/// What is to be made, in which language, and where it goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handout {
    /// The document.
    pub wanted: Wanted,
    /// Its language.
    pub lang: Lang,
    /// The form and the typed path of its file, a folder or a file; without one it is shown.
    pub file: Option<(Format, String)>,
    /// It is kept as issued.
    pub issue: bool,
}

impl Handout {
    /// What is said while it is made.
    pub fn title(&self) -> Explain {
        Explain::new("handout-making").with("report", self.wanted.kind.name())
    }
}

/// A document that was made.
#[derive(Debug, Clone)]
pub struct Handed {
    /// It.
    pub paper: Paper,
    /// The file that it was written into.
    pub path: Option<String>,
    /// What issuing it did.
    pub outcome: Option<Outcome>,
}
