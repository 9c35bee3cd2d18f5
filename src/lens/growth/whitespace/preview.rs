//! What pasted cells would change, as a list: those that cannot be taken with their sign and reason.
use ratatui::layout::Rect;

use super::enter::entered;
use super::paste::Pasted;
use super::state::WhiteSpace;
use crate::command::Command;
use crate::domain::kind::Kind;
use crate::domain::money::Money;
use crate::exchange::whitespace::{Entered, Planned};
use crate::lang::{choice, day, money};
use crate::lens::Cx;
use crate::lens::desk::{PASTED, Preview};
use crate::store::act::white::Set;
use crate::ui::panel::{below, float};
use crate::ui::table::{List, TableRow};
use crate::ui::{Column, Glyphs, Pen, Role, Seen, Span};

/// Sign, cell, what is there, arrow, what was read, remark.
const COLUMNS: [Column; 6] = [
    Column::fixed(1),
    Column::growing(18),
    Column::fixed(13).right().leaves(1),
    Column::fixed(1).leaves(1),
    Column::fixed(15).right(),
    Column::growing(16),
];

impl WhiteSpace {
    /// Draws the preview over the lens.
    pub(super) fn draw_preview(
        &self,
        preview: &Preview<Pasted>,
        pen: &mut Pen<'_>,
        body: Rect,
        cx: &Cx<'_>,
    ) -> Seen {
        let words = cx.words;
        let count = preview.would.writes().to_string();
        let title = words.with("whitespace-pasted", &[("count", &count)]);
        let hints = [
            Span::new(format!(" {} ", cx.key(Command::Choose)), Role::Key),
            Span::muted(words.get("whitespace-pasted-save")),
            Span::new(format!("  {} ", cx.key(Command::Back)), Role::Key),
            Span::muted(format!("{} ", words.get("whitespace-pasted-drop"))),
        ];
        let same = (preview.would.same > 0)
            .then(|| words.with("whitespace-pasted-same", &[("count", &preview.would.same.to_string())]));
        let wanted = preview.would.cells.len() + 3 + 2 * usize::from(same.is_some());
        let height = u16::try_from(wanted).unwrap_or(u16::MAX).clamp(5, body.height.max(5));
        let inside = float(pen, body, (body.width.min(100), height), &title, &hints);
        let rest = same.map_or(inside, |line| {
            pen.put(inside.x + 1, inside.y, inside.width.saturating_sub(1), &line, Role::Muted);
            below(inside, 2)
        });
        let list = List {
            columns: &COLUMNS,
            cursor: &preview.cursor,
            len: preview.would.cells.len(),
            panel: PASTED,
            focused: true,
        };
        let glyphs = pen.glyphs;
        list.draw(pen, rest, |index| {
            let row = |cell: &Planned| self.row_of(cell, glyphs, cx);
            preview.would.cells.get(index).map_or_else(|| TableRow::Cells(Vec::new()), row)
        })
    }

    fn row_of(&self, cell: &Planned, glyphs: Glyphs, cx: &Cx<'_>) -> TableRow {
        let refused = cell.set.is_err();
        let sign = if refused { Span::new(glyphs.or("×", "x"), Role::Bad) } else { Span::text(" ") };
        let title = cell.place.map(|place| self.title(place, cx)).unwrap_or_default();
        let new = match &cell.set {
            Ok(set) => Span::text(shown(*set, cx)),
            Err(_) => Span::new(cell.text.clone(), Role::Bad),
        };
        let remark = match &cell.set {
            Ok(_) => Span::text(""),
            Err(why) => Span::new(cx.words.say(why), Role::Bad),
        };
        TableRow::cells([
            sign.into(),
            Span::text(title).into(),
            Span::muted(self.old(cell, cx)).into(),
            Span::muted(glyphs.or("→", ">")).into(),
            new.into(),
            remark.into(),
        ])
    }

    /// What stands there now, of what would change.
    fn old(&self, cell: &Planned, cx: &Cx<'_>) -> String {
        let Some(row) = self.kept(cell) else { return String::new() };
        let amount =
            |money: Option<Money>| money.map(|m| money::show(cx.words.lang(), m)).unwrap_or_default();
        match (&cell.set, entered(self.axis)) {
            (Ok(Set::State(_) | Set::Rival(_)), _) => choice::word(row.cell.state, cx.words),
            (_, Entered::Ours) => amount(row.ours),
            (_, Entered::Total) => amount(row.total),
            (_, Entered::Ends) => row.cell.ends_on.map(|on| day::show(on, cx.words)).unwrap_or_default(),
        }
    }
}

/// What a cell would hold.
fn shown(set: Set, cx: &Cx<'_>) -> String {
    match set {
        Set::Ours(amount) | Set::Total(amount) => {
            amount.map(|m| money::show(cx.words.lang(), m)).unwrap_or_default()
        }
        Set::Ends(on) => on.map(|on| day::show(on, cx.words)).unwrap_or_default(),
        Set::State(state) => choice::word(state, cx.words),
        Set::Rival(who) => who.map(|id| cx.directory.name(Kind::Competitor, id)).unwrap_or_default(),
        Set::Clear => String::new(),
    }
}
