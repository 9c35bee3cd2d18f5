//! A document as it is read: its records are held by kind until all of it is known, for kinds stand in any order.
use serde_json::Value as Json;

use super::super::scan::Part;
use super::super::{FORMAT, VERSION};
use super::older;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::progress::{Stage, Step};
use crate::exchange::draft::{Refusal, short};
use crate::exchange::join::Import;
use crate::store::fault::Fault;
use crate::store::stage::Pile;

/// How many arrays of records that nobody knows are named.
const FEW: usize = 50;

/// What was read of a document.
#[derive(Default)]
pub(super) struct Document {
    format: Option<Json>,
    version: Option<Json>,
    piles: Vec<(Kind, Pile)>,
    /// How many records it holds.
    pub(super) count: u64,
    /// The array that is open, if its records have a kind.
    open: Option<(Kind, Pile)>,
    /// Names of arrays that hold no records, where they begin, and how much is in them.
    unknown: Vec<(String, usize, usize)>,
    /// Lines of records that are too long.
    long: Vec<(Kind, usize)>,
}

impl Document {
    /// Takes a part.
    ///
    /// # Errors
    /// Where the work is to end here, and faults of the stage.
    pub(super) fn take(&mut self, part: Part, import: &Import<'_>) -> Result<(), Fault> {
        match part {
            Part::Value(key, text) => {
                let value = || serde_json::from_str(&text).ok();
                match key.as_str() {
                    "format" => self.format = value(),
                    "version" => self.version = value(),
                    _ => {}
                }
            }
            Part::Array(key) => {
                self.open = Kind::named(&key).map(|kind| (kind, self.pile(kind, import)));
                if self.open.is_none() && self.unknown.len() < FEW {
                    self.unknown.push((key, 0, 0));
                }
            }
            Part::Item(line, text) => {
                import.watch.at(Step::new(Stage::Reading, import.read.get(), import.bytes))?;
                match (self.open, text) {
                    (Some((kind, pile)), Some(text)) => {
                        self.count += 1;
                        import.shelf.stage.hold(pile, line, &text)?;
                        if let Some((kind, text)) = older::apart(kind, &text) {
                            self.count += 1;
                            import.shelf.stage.hold(self.pile(kind, import), line, &text)?;
                        }
                    }
                    (Some((kind, _)), None) => self.long.push((kind, line)),
                    (None, _) => {
                        if let Some((_, first, count)) = self.unknown.last_mut() {
                            *first = if *count == 0 { line } else { *first };
                            *count += 1;
                        }
                    }
                }
            }
        }
        Ok(())
    }

    fn pile(&mut self, kind: Kind, import: &Import<'_>) -> Pile {
        if let Some(pile) = self.of(kind) {
            return pile;
        }
        let pile = import.shelf.stage.pile();
        self.piles.push((kind, pile));
        pile
    }

    /// The records of a kind.
    pub(super) fn of(&self, kind: Kind) -> Option<Pile> {
        self.piles.iter().find(|(of, _)| *of == kind).map(|(_, pile)| *pile)
    }

    /// Whether it is a book of ours that can be understood.
    ///
    /// # Errors
    /// `import-json-foreign`, `import-json-newer`.
    pub(super) fn is_book(&self) -> Result<(), Explain> {
        if self.format.as_ref().and_then(Json::as_str) != Some(FORMAT) {
            return Err(Explain::new("import-json-foreign"));
        }
        match self.version.as_ref().and_then(Json::as_i64) {
            Some(version) if version > VERSION => {
                Err(Explain::new("import-json-newer").with("version", version))
            }
            Some(1..) => Ok(()),
            Some(_) | None => Err(Explain::new("import-json-foreign")),
        }
    }

    /// Refuses what could not be held.
    pub(super) fn refuse_rest(&self, import: &mut Import<'_>) -> Result<(), Fault> {
        for (kind, line) in &self.long {
            import.refuse(Some(*kind), Refusal::new(*line, Explain::new("import-json-long")))?;
        }
        for (key, line, count) in &self.unknown {
            let why = Explain::new("import-json-section").with("text", short(key));
            import.refuse(None, Refusal::new(*line, why.with("count", count)))?;
        }
        Ok(())
    }

    /// Lets go of all that is held.
    pub(super) fn let_go(&self, import: &Import<'_>) -> Result<(), Fault> {
        self.piles.iter().try_for_each(|(_, pile)| import.shelf.stage.let_go(*pile))
    }
}
