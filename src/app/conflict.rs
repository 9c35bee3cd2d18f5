//! Changed elsewhere since the form was opened: both are shown, one is chosen.
use ratatui::layout::Rect;

use super::App;
use super::forms::{OpenForm, parts_of};
use super::layer::Layer;
use crate::command::{Effect, FormOf};
use crate::domain::field::Record;
use crate::lang::{field, value};
use crate::lens::Cx;
use crate::ui::panel::{below, float};
use crate::ui::table::{draw_row, lay_out, select};
use crate::ui::{Column, Cursor, Pen, Region, Role, Seen, Span, Spot, TableRow};

/// Mine or theirs.
#[derive(Debug)]
pub(super) struct Conflict {
    /// Label, my text, theirs.
    rows: Vec<(String, String, String)>,
    theirs: Vec<Box<dyn Record>>,
    pub(super) cursor: Cursor,
}

const COLUMNS: [Column; 3] = [Column::fixed(18), Column::growing(16), Column::growing(16)];

/// What can be chosen.
const CHOICES: [&str; 2] = ["app-conflict-mine", "app-conflict-theirs"];

impl Conflict {
    /// The fields in which what is typed differs from how the record stands elsewhere now.
    fn new(open: &OpenForm, mine: &[Box<dyn Record>], theirs: Vec<Box<dyn Record>>, cx: &Cx<'_>) -> Self {
        let theirs = parts_of(&open.form.of, theirs, cx.today);
        let mut rows = Vec::new();
        for (mine, theirs) in mine.iter().zip(&theirs) {
            for spec in mine.kind().specs().into_iter().filter(|s| s.editable) {
                let shown = |r: &dyn Record| value::show(spec.kind, &r.get(spec.name), &cx.values());
                let (my, their) = (shown(mine.as_ref()), shown(theirs.as_ref()));
                if my != their {
                    rows.push((field::label(mine.kind(), spec.name, cx.words), my, their));
                }
            }
        }
        Self { rows, theirs, cursor: Cursor::default() }
    }

    /// How many choices there are.
    pub(super) const fn len() -> usize {
        CHOICES.len()
    }

    pub(super) fn draw(&self, pen: &mut Pen<'_>, body: Rect, cx: &Cx<'_>) -> Seen {
        let height = u16::try_from(self.rows.len() + 7).unwrap_or(u16::MAX);
        let inside = float(pen, body, (90, height), &cx.words.get("app-conflict"), &[]);
        let places = lay_out(&COLUMNS, inside.width.saturating_sub(1));
        let head = |key: &str| vec![Span::muted(cx.words.get(key))];
        let mut rows =
            vec![TableRow::cells([Vec::new(), head("app-conflict-yours"), head("app-conflict-elsewhere")])];
        rows.extend(self.rows.iter().map(|(label, mine, theirs)| {
            TableRow::cells([
                Span::muted(label.as_str()).into(),
                Span::text(mine.as_str()).into(),
                Span::new(theirs.as_str(), Role::Warn).into(),
            ])
        }));
        for (y, row) in (inside.y..inside.bottom().saturating_sub(3)).zip(&rows) {
            draw_row(pen, Rect { y, height: 1, ..inside }, &COLUMNS, &places, row);
        }
        let mut seen = Seen::default();
        let choices = below(inside, inside.height.saturating_sub(2));
        for (y, (row, key)) in (choices.y..choices.bottom()).zip(CHOICES.iter().enumerate()) {
            let place = Rect { y, height: 1, ..choices };
            pen.put(place.x + 2, y, place.width.saturating_sub(2), &cx.words.get(key), Role::Text);
            if row == self.cursor.at {
                select(pen, place, true);
            }
            seen.regions.push(Region { area: place, spot: Spot::Choice(row) });
        }
        seen
    }
}

impl App {
    /// The form that was sent off was refused: its record stands otherwise now.
    pub(super) fn changed_elsewhere(&mut self, theirs: Vec<Box<dyn Record>>) -> Vec<Effect> {
        let cx = self.world.cx();
        let Some(Layer::Form(open)) = self.layers.last_mut() else { return Vec::new() };
        open.saving = false;
        let sent = open.form.save(true, &cx.values());
        let mine = sent.into_iter().find_map(|e| match e {
            Effect::SaveForm { parts, .. } => Some(parts),
            _ => None,
        });
        let conflict = Conflict::new(open, &mine.unwrap_or_default(), theirs, &cx);
        self.layers.push(Layer::Conflict(conflict));
        Vec::new()
    }

    /// Mine or theirs was chosen. Mine keeps what they changed in fields that I left alone.
    pub(super) fn settle_conflict(&mut self, row: usize) -> Vec<Effect> {
        let Some(Layer::Conflict(conflict)) = self.layers.pop() else { return Vec::new() };
        let Some(Layer::Form(open)) = self.layers.last_mut() else { return Vec::new() };
        if row == 1 {
            let of = FormOf { afresh: true, ..open.form.of.clone() };
            self.layers.pop();
            return vec![Effect::DropDraft(of.draft_name()), Effect::OpenForm(of)];
        }
        let cx = self.world.cx();
        let mut parts = Vec::new();
        for effect in open.form.save(true, &cx.values()) {
            if let Effect::SaveForm { parts: mine, .. } = effect {
                parts = mine;
            }
        }
        for (mine, (base, theirs)) in parts.iter_mut().zip(open.base.iter().zip(&conflict.theirs)) {
            for spec in mine.kind().specs() {
                if mine.get(spec.name) == base.get(spec.name) {
                    // A value of the field's own kind is never refused.
                    let _ = mine.set(spec.name, theirs.get(spec.name));
                }
            }
        }
        open.saving = true;
        vec![Effect::SaveForm { of: open.form.of.clone(), parts, anyway: true }]
    }
}
