//! A whole document to be handed out, in one language.
use super::block::Block;
use crate::lang::Lang;

/// What every rendering of a document begins with, and what it says.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Paper {
    /// What it is called.
    pub title: String,
    /// Of whom or when; may be empty.
    pub subtitle: String,
    /// The language that it is written in.
    pub lang: Lang,
    /// When it was made, in words.
    pub made: String,
    /// Who may read it, at the foot of each page; may be empty.
    pub foot: String,
    /// It is meant to be one page: in print it is set close.
    pub one_page: bool,
    /// What it says.
    pub blocks: Vec<Block>,
}

impl Paper {
    /// What stands at the end of it, where it has no pages with a foot: when it was made and who may read it.
    pub fn last(&self) -> Option<String> {
        let said = [self.made.as_str(), self.foot.as_str()].into_iter().filter(|words| !words.is_empty());
        let said = said.collect::<Vec<_>>().join(" · ");
        (!said.is_empty()).then_some(said)
    }
}
