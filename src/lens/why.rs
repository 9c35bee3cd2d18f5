//! An explanation made of a report's blocks.
use super::Why;
use crate::report::Block;

impl Why {
    /// The first heading is the title.
    pub fn of(mut blocks: Vec<Block>) -> Self {
        let mut title = String::new();
        if let Some(Block::Heading { text, note, .. }) = blocks.first() {
            title = if note.is_empty() { text.clone() } else { format!("{text} · {note}") };
            blocks.remove(0);
        }
        Self { title, blocks }
    }
}
