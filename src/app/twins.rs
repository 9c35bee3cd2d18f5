//! Who may be in the book twice: pairs with their reasons, to be compared or said to be two.
use ratatui::layout::Rect;

use super::App;
use super::commands::ask;
use super::help::as_float;
use super::layer::Layer;
use crate::command::{Command, Effect, Key, KeyScope, Reader, Resolved};
use crate::domain::twins::Certainty;
use crate::lens::Cx;
use crate::report::people::merging::reasons;
use crate::store::act::Act;
use crate::store::query::Query;
use crate::store::query::twins::{Face, Pair};
use crate::ui::panel::{empty, float, top};
use crate::ui::table::{List, TableRow, lay_out};
use crate::ui::{Column, Cursor, Pen, Role, Seen, Span};

/// Most columns and rows of the panel.
const SIZE: (u16, u16) = (116, 30);

/// How sure, who stays, who goes, why.
pub(super) const COLUMNS: [Column; 4] =
    [Column::fixed(9), Column::growing(22), Column::growing(22), Column::growing(16).leaves(1)];

/// The list.
#[derive(Debug)]
pub(super) struct Twins {
    pairs: Vec<Pair>,
    pub(super) cursor: Cursor,
}

impl Twins {
    pub(super) fn step(&mut self, command: Command) {
        self.cursor.step(command, self.pairs.len());
    }

    /// Compares the two of a row.
    pub(super) fn open(&mut self, row: usize) -> Vec<Effect> {
        self.cursor.stand(row);
        self.pairs.get(row).map(|pair| compare(pair.first.id, pair.second.id)).into_iter().collect()
    }

    pub(super) fn draw(&self, pen: &mut Pen<'_>, body: Rect, cx: &Cx<'_>) -> Seen {
        let hints = [
            Span::new(cx.key(Command::Choose), Role::Key),
            Span::muted(format!(" {}  ", cx.words.get("life-open"))),
            Span::new(cx.key(Command::Done), Role::Key),
            Span::muted(format!(" {}", cx.words.get("life-apart"))),
        ];
        let rows = u16::try_from(self.pairs.len()).unwrap_or(u16::MAX);
        let details = if self.pairs.is_empty() { 0 } else { 2 };
        let height = rows.saturating_add(2 + details).clamp(6, SIZE.1.min(body.height));
        let hints = if self.pairs.is_empty() { &hints[..0] } else { &hints };
        let inside = float(pen, body, (SIZE.0, height), &cx.words.get("life-twins"), hints);
        if self.pairs.is_empty() {
            empty(pen, inside, &cx.words.get("life-twins-none"));
            return Seen::default();
        }
        let area = top(inside, inside.height.saturating_sub(details));
        let list =
            List { columns: &COLUMNS, cursor: &self.cursor, len: self.pairs.len(), panel: 0, focused: true };
        let drawn = list.draw(pen, area, |row| self.row(row, cx));
        // The reasons of the pair under the cursor, where their column has left.
        let left = lay_out(&COLUMNS, area.width.saturating_sub(1)).last() == Some(&None);
        if let Some(pair) = self.pairs.get(self.cursor.at).filter(|_| left) {
            let line = inside.bottom().saturating_sub(1);
            pen.put(
                inside.x + 1,
                line,
                inside.width.saturating_sub(1),
                &reasons(pair, cx.words),
                Role::Muted,
            );
        }
        as_float(drawn)
    }

    fn row(&self, row: usize, cx: &Cx<'_>) -> TableRow {
        let Some(pair) = self.pairs.get(row) else { return TableRow::Group(Vec::new()) };
        cells(pair, cx)
    }
}

/// How sure it is, who stays, who goes, and why.
pub(super) fn cells(pair: &Pair, cx: &Cx<'_>) -> TableRow {
    let role = match pair.certainty {
        Certainty::Certain => Role::Accent,
        Certainty::Likely => Role::Text,
        Certainty::Possible => Role::Muted,
    };
    TableRow::cells([
        Span::new(cx.words.get(pair.certainty.key()), role).into(),
        face(&pair.first),
        face(&pair.second),
        Span::muted(reasons(pair, cx.words)).into(),
    ])
}

/// A name, and where it is muted.
fn face(face: &Face) -> Vec<Span> {
    let mut spans = vec![Span::text(face.name.clone())];
    if !face.accounts.is_empty() {
        spans.push(Span::muted(format!("  {}", face.accounts.join(", "))));
    }
    spans
}

/// Asks for two people as they would become one.
pub(super) fn compare(kept: crate::domain::Id, gone: crate::domain::Id) -> Effect {
    ask(Reader::Merging(kept, gone), Query::Merging(kept, gone))
}

impl App {
    /// The pairs were found: shown, or shown anew.
    pub(super) fn twins_found(&mut self, pairs: Vec<Pair>) {
        let renewed = self.renew_recognised(&pairs);
        let open = self.layers.iter_mut().find_map(|l| if let Layer::Twins(t) = l { Some(t) } else { None });
        if let Some(open) = open {
            open.pairs = pairs;
            open.cursor.clamp(open.pairs.len());
        } else if !renewed {
            self.layers.push(Layer::Twins(Twins { pairs, cursor: Cursor::default() }));
        }
    }

    /// What an act may have changed in the list and in the preview that are open.
    pub(super) fn ask_for_twins(&self) -> Vec<Effect> {
        let asked = self.layers.iter().filter_map(|layer| match layer {
            Layer::Twins(_) => Some(ask(Reader::Twins, Query::Twins)),
            Layer::Dedupe(open) if open.has_pairs() => Some(ask(Reader::Twins, Query::Twins)),
            Layer::Merge(open) => {
                let (kept, gone) = open.ids();
                Some(compare(kept, gone))
            }
            _ => None,
        });
        asked.collect()
    }

    /// In the list `x` and `z` say that the two are two.
    pub(super) fn twins_key(&mut self, key: Key) -> Vec<Effect> {
        let Some(Layer::Twins(open)) = self.layers.last() else { return Vec::new() };
        match self.world.keys.resolve(&[KeyScope::Lens], None, key) {
            Resolved::Command(Command::Done | Command::Snooze) => {
                let pair = open.pairs.get(open.cursor.at);
                pair.map(|p| Effect::Act(Act::Apart(p.first.id, p.second.id))).into_iter().collect()
            }
            Resolved::Command(_) | Resolved::Pending(_) | Resolved::Nothing => self.walk(key),
        }
    }
}
