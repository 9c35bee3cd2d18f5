//! What pasted cells would change, as a list: odd ones and those that cannot be taken with their sign and reason.
use ratatui::layout::Rect;

use super::figure;
use super::paste::Pasted;
use super::state::Kpis;
use crate::command::Command;
use crate::domain::kpi::Amount;
use crate::exchange::figures::{Plan, Planned, State};
use crate::lang::period;
use crate::lens::Cx;
use crate::lens::desk::{Lines, PASTED, Preview};
use crate::ui::panel::{below, float, top};
use crate::ui::table::{List, TableRow};
use crate::ui::text::wrap;
use crate::ui::{Column, Glyphs, Pen, Role, Seen, Span};

/// Sign, indicator, period, figure there, arrow, figure read, remark.
const COLUMNS: [Column; 7] = [
    Column::fixed(1),
    Column::growing(16),
    Column::fixed(8),
    Column::fixed(13).right(),
    Column::fixed(1),
    Column::fixed(13).right(),
    Column::growing(20),
];

/// Lines for the whole reason of the selected row.
const REASON_LINES: u16 = 2;

/// The sign of a figure that is saved, but should be looked at.
const ODD: &str = "!";

/// The sign of a figure that is not saved.
const fn refused(glyphs: Glyphs) -> &'static str {
    glyphs.or("×", "x")
}

impl Kpis {
    /// Draws the preview over the lens.
    pub(super) fn draw_preview(
        &self,
        preview: &Preview<Pasted>,
        pen: &mut Pen<'_>,
        body: Rect,
        cx: &Cx<'_>,
    ) -> Seen {
        let words = cx.words;
        let count = preview.would.plan.writes().count().to_string();
        let title = words.with("kpis-pasted", &[("count", &count)]);
        let hints = [
            Span::new(format!(" {} ", cx.key(Command::Choose)), Role::Key),
            Span::muted(words.with("kpis-pasted-save", &[("count", &count)])),
            Span::new(format!("  {} ", cx.key(Command::Back)), Role::Key),
            Span::muted(format!("{} ", words.get("kpis-pasted-drop"))),
        ];
        let remarks = remarks(&preview.would.plan, pen.glyphs, cx);
        let lines: Vec<String> = remarks
            .iter()
            .flat_map(|r| wrap(r, usize::from(body.width.min(110).saturating_sub(5))))
            .take(4)
            .collect();
        // The reason of the selected row in full: in its column it may be cut.
        let chosen =
            preview.would.shown.get(preview.cursor.at).and_then(|at| preview.would.plan.cells.get(*at));
        let reason = chosen.map(|cell| remark(cell, cx));
        let wide = usize::from(body.width.min(110).saturating_sub(5));
        let reasons: Vec<String> =
            reason.iter().flat_map(|r| wrap(&r.text, wide)).filter(|l| !l.is_empty()).take(2).collect();
        let wanted = preview.would.len() + lines.len() + 4 + usize::from(REASON_LINES);
        let height = u16::try_from(wanted).unwrap_or(u16::MAX).clamp(6, body.height.max(6));
        let inside = float(pen, body, (body.width.min(110), height), &title, &hints);
        for (y, line) in (inside.y..inside.bottom()).zip(&lines) {
            pen.put(inside.x + 1, y, inside.width.saturating_sub(1), line, Role::Muted);
        }
        let rest = below(inside, u16::try_from(lines.len()).unwrap_or(0) + u16::from(!lines.is_empty()));
        let list = List {
            columns: &COLUMNS,
            cursor: &preview.cursor,
            len: preview.would.len(),
            panel: PASTED,
            focused: true,
        };
        let rest = draw_reason(&reasons, reason.map_or(Role::Muted, |r| r.role), pen, rest);
        let glyphs = pen.glyphs;
        list.draw(pen, rest, |index| {
            let cell = preview.would.shown.get(index).and_then(|at| preview.would.plan.cells.get(*at));
            cell.map_or_else(|| TableRow::Cells(Vec::new()), |cell| self.row_of(cell, glyphs, cx))
        })
    }

    fn row_of(&self, cell: &Planned, glyphs: Glyphs, cx: &Cx<'_>) -> TableRow {
        let one = cell.kpi.and_then(|id| self.of_id(id));
        let taken = cell.writes();
        let sign = match (&cell.state, cell.doubts.is_empty()) {
            (State::Refused(_) | State::Ambiguous, _) => Span::new(refused(glyphs), Role::Bad),
            (_, false) => Span::new(ODD, Role::Warn),
            (State::New | State::Changed | State::Same | State::Blank, true) => Span::text(" "),
        };
        let name = one.map_or_else(|| cell.name.to_string(), |one| one.name().to_owned());
        let account = one.and_then(|one| one.figures.account.clone()).filter(|_| cx.scope.is_none());
        let mut named = vec![Span::text(name)];
        named.extend(account.map(|a| Span::muted(format!("  {a}"))));
        let when =
            cell.period.map(|p| period::show(p, cx.directory.terms.year, cx.words)).unwrap_or_default();
        let show = |units: Option<i64>| match (units, one) {
            (Some(units), Some(one)) => figure::full(one, Amount::Plain(units).units(), cx.words),
            _ => String::new(),
        };
        let new = match cell.high {
            _ if !taken => cell.text.clone(),
            Some(_) => format!("{}–{}", show(cell.new), show(cell.high)),
            None => show(cell.new),
        };
        TableRow::cells([
            sign.into(),
            named,
            Span::muted(when).into(),
            Span::muted(show(cell.old)).into(),
            Span::muted(glyphs.or("→", ">")).into(),
            Span::new(new, if taken { Role::Text } else { Role::Bad }).into(),
            remark(cell, cx).into(),
        ])
    }
}

/// The whole reason at the foot of the list; gives the room that is left for the list.
fn draw_reason(reasons: &[String], role: Role, pen: &mut Pen<'_>, area: Rect) -> Rect {
    let kept = if area.height > REASON_LINES + 1 { REASON_LINES + 1 } else { u16::from(area.height > 3) };
    let list = top(area, area.height.saturating_sub(kept));
    for (y, line) in (list.bottom() + 1..area.bottom()).zip(reasons) {
        pen.put(area.x + 1, y, area.width.saturating_sub(1), line, role);
    }
    list
}

/// Why a cell is not taken, what is odd about one that is, or that there was none.
fn remark(cell: &Planned, cx: &Cx<'_>) -> Span {
    let words = cx.words;
    match &cell.state {
        State::Refused(why) => Span::new(words.say(why), Role::Bad),
        State::Ambiguous => Span::new(words.get("kpis-pasted-ambiguous"), Role::Bad),
        State::New | State::Changed | State::Same | State::Blank if !cell.doubts.is_empty() => {
            let doubts: Vec<String> = cell.doubts.iter().map(|d| words.say(d)).collect();
            Span::new(doubts.join(" · "), Role::Warn)
        }
        State::New => Span::muted(words.get("kpis-pasted-new")),
        State::Changed | State::Same | State::Blank => Span::text(""),
    }
}

/// How many cells are left alone and how many should be looked at, each with its sign; and remarks on the whole.
fn remarks(plan: &Plan, glyphs: Glyphs, cx: &Cx<'_>) -> Vec<String> {
    let blank = |empty: bool| {
        plan.cells.iter().filter(|c| c.state == State::Blank && c.text.is_empty() == empty).count()
    };
    let counts = [
        ("refused", format!("{} ", refused(glyphs)), plan.count("refused")),
        ("odd", format!("{ODD} "), plan.doubtful()),
        ("same", String::new(), plan.count("same")),
        ("blank", String::new(), blank(true)),
        ("absent", String::new(), blank(false)),
    ];
    let counted: Vec<String> = counts
        .into_iter()
        .filter(|(_, _, n)| *n > 0)
        .map(|(key, sign, n)| {
            let text = cx.words.with(&format!("kpis-pasted-{key}"), &[("count", &n.to_string())]);
            format!("{sign}{text}")
        })
        .collect();
    let mut found = Vec::new();
    if !counted.is_empty() {
        found.push(counted.join(" · "));
    }
    found.extend(plan.notes.iter().map(|note| cx.words.say(note)));
    found
}
