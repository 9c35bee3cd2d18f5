//! What an import recognised: who may now be in the book twice, what is new though something is called so, and by what the rest was
//! known. It opens by itself where there is something to decide, and whenever it is asked for.
mod view;

use super::layer::Layer;
use super::twins::compare;
use super::{App, Notice};
use crate::command::{Command, Effect, Key, KeyScope, Resolved};
use crate::domain::explain::Explain;
use crate::exchange::dedupe::{Dedupe, counterpart};
use crate::store::Outcome;
use crate::store::act::Act;
use crate::store::query::twins::Pair;
use crate::ui::Cursor;

/// The three sorts of what is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Section {
    /// People who may be in the book twice.
    Twice,
    /// New records, though the book has some of that name.
    Alike,
    /// What the book had.
    Known,
}

/// A line of the panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line {
    /// The head of a section.
    Head(Section),
    /// What stands at that place of a section.
    Row(Section, usize),
    /// So many more of a section are not named.
    More(usize),
    /// Nothing, between two sections.
    Gap,
}

/// The panel.
#[derive(Debug)]
pub(super) struct Recognised {
    of: Dedupe,
    lines: Vec<Line>,
    pub(super) cursor: Cursor,
}

impl Recognised {
    fn new(of: Dedupe) -> Self {
        let lines = lines(&of);
        let mut open = Self { of, lines, cursor: Cursor::default() };
        open.settle(true);
        open
    }

    fn stands(&self, row: usize) -> bool {
        matches!(self.lines.get(row), Some(Line::Row(..)))
    }

    fn settle(&mut self, forward: bool) {
        let stands: Vec<bool> = (0..self.lines.len()).map(|row| self.stands(row)).collect();
        self.cursor.settle(forward, stands.len(), |row| stands.get(row) == Some(&true));
    }

    /// Moves over the heads of the sections.
    pub(super) fn step(&mut self, command: Command) {
        let stands: Vec<bool> = (0..self.lines.len()).map(|row| self.stands(row)).collect();
        self.cursor.step_over(command, stands.len(), |row| stands.get(row) == Some(&true));
    }

    /// Whether there are pairs to be decided.
    pub(super) const fn has_pairs(&self) -> bool {
        !self.of.pairs.is_empty()
    }

    fn pair(&self, row: usize) -> Option<&Pair> {
        match self.lines.get(row)? {
            Line::Row(Section::Twice, at) => self.of.pairs.get(*at),
            Line::Row(..) | Line::Head(_) | Line::More(_) | Line::Gap => None,
        }
    }
}

fn lines(of: &Dedupe) -> Vec<Line> {
    let mut lines = Vec::new();
    for (section, shown, more) in [
        (Section::Twice, of.pairs.len(), of.pairs_more),
        (Section::Alike, of.alike.len(), of.alike_count - of.alike.len()),
        (Section::Known, of.rows.len(), of.known_count() - of.rows.len()),
    ] {
        if shown == 0 {
            continue;
        }
        lines.extend((!lines.is_empty()).then_some(Line::Gap));
        lines.push(Line::Head(section));
        lines.extend((0..shown).map(|at| Line::Row(section, at)));
        lines.extend((more > 0).then_some(Line::More(more)));
    }
    lines
}

impl App {
    /// Files were imported: their preview goes, it is said as every act, and what was recognised is shown where it is worth a look.
    pub(super) fn imported(
        &mut self,
        outcome: Outcome,
        recognised: Dedupe,
        remark: Option<Explain>,
    ) -> Vec<Effect> {
        self.layers.retain(|layer| !matches!(layer, Layer::Import(_)));
        let effects = self.done(outcome);
        if let Some(remark) = remark {
            self.notice = Some(Notice::Odd(remark));
        }
        self.recognised = recognised;
        if self.recognised.is_worth_a_look() {
            self.layers.push(Layer::Dedupe(Box::new(Recognised::new(self.recognised.clone()))));
        }
        effects
    }

    /// Shows what the last import recognised.
    pub(super) fn show_recognised(&mut self) -> Vec<Effect> {
        if self.recognised.is_empty() {
            self.notice = Some(Notice::Said(Explain::new("dedupe-none")));
        } else {
            self.layers.push(Layer::Dedupe(Box::new(Recognised::new(self.recognised.clone()))));
        }
        Vec::new()
    }

    /// The pairs of the whole book are known anew: what is none any more goes. Whether the panel is open.
    pub(super) fn renew_recognised(&mut self, pairs: &[Pair]) -> bool {
        self.recognised.keep(pairs);
        let open = self.layers.iter_mut().find_map(|layer| match layer {
            Layer::Dedupe(open) => Some(open),
            _ => None,
        });
        let Some(open) = open else { return false };
        open.of.keep(pairs);
        open.lines = lines(&open.of);
        open.cursor.clamp(open.lines.len());
        open.settle(false);
        true
    }

    /// Compares the two of a pair, or goes to the record of the book.
    pub(super) fn open_recognised(&mut self, row: usize) -> Vec<Effect> {
        let Some(Layer::Dedupe(open)) = self.layers.last_mut() else { return Vec::new() };
        if !open.stands(row) {
            return Vec::new();
        }
        open.cursor.stand(row);
        if let Some(pair) = open.pair(row) {
            return vec![compare(pair.first.id, pair.second.id)];
        }
        let of = match open.lines.get(row) {
            Some(Line::Row(Section::Alike, at)) => open.of.alike.get(*at),
            Some(Line::Row(Section::Known, at)) => open.of.rows.get(*at),
            Some(Line::Row(Section::Twice, _) | Line::Head(_) | Line::More(_) | Line::Gap) | None => None,
        };
        let Some((kind, id)) = of.and_then(counterpart) else { return Vec::new() };
        self.layers.pop();
        self.show_record(kind, id, None)
    }

    /// `x` and `z` say that two are two, `u` takes the import back.
    pub(super) fn recognised_key(&mut self, key: Key) -> Vec<Effect> {
        let Some(Layer::Dedupe(open)) = self.layers.last() else { return Vec::new() };
        match self.world.keys.resolve(&[KeyScope::Lens, KeyScope::Everywhere], None, key) {
            Resolved::Command(Command::Done | Command::Snooze) => {
                let pair = open.pair(open.cursor.at);
                pair.map(|p| Effect::Act(Act::Apart(p.first.id, p.second.id))).into_iter().collect()
            }
            Resolved::Command(Command::Undo) => {
                self.layers.pop();
                self.run(Command::Undo)
            }
            Resolved::Command(_) | Resolved::Pending(_) | Resolved::Nothing => self.walk(key),
        }
    }
}
