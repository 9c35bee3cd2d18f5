//! One decision: what, why, what follows from it, and everybody whom it concerns.
use ratatui::layout::Rect;

use super::{Decisions, HEARERS};
use crate::domain::audience::{Hearer, is_late, known};
use crate::domain::choice::{Choice, Side, Turn};
use crate::domain::field::Link;
use crate::domain::kind::Kind;
use crate::lang::{choice, day, field};
use crate::lens::Cx;
use crate::store::query::decisions::DecisionRow;
use crate::ui::markdown::{self, wrap};
use crate::ui::table::List;
use crate::ui::text::visible;
use crate::ui::{Column, Glyphs, Pen, Role, Seen, Span, TableRow, panel};

/// Fewest lines that those whom it concerns keep.
const PEOPLE: u16 = 6;

impl Decisions {
    pub(super) fn draw_details(&self, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
        let Some(row) = self.current() else { return Seen::default() };
        let room = usize::from(area.width.saturating_sub(2));
        let lines = said(row, room, pen, cx);
        let wanted = u16::try_from(row.hearers.len() + 1).unwrap_or(u16::MAX);
        let kept = wanted.min(PEOPLE.max(area.height / 2)).min(area.height);
        let text = u16::try_from(lines.len()).unwrap_or(u16::MAX).min(area.height - kept);
        for (y, line) in (area.y..area.y + text).zip(&lines) {
            pen.spans(area.x + 1, y, area.width.saturating_sub(1), line);
        }
        self.draw_hearers(pen, panel::below(area, text), row, cx)
    }

    fn draw_hearers(&self, pen: &mut Pen<'_>, area: Rect, row: &DecisionRow, cx: &Cx<'_>) -> Seen {
        let hearers = &row.hearers;
        if hearers.is_empty() {
            panel::empty(pen, area, &cx.words.get("decisions-nobody"));
            return Seen::default();
        }
        let of = |side, key| {
            let (know, must) = known(hearers, Some(side));
            let args = [("know", know.to_string()), ("must", must.to_string())];
            let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
            (must > 0).then(|| cx.words.with(key, &args))
        };
        let sides = [of(Side::Theirs, "decisions-theirs-know"), of(Side::Ours, "decisions-ours-know")];
        let remark = sides.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let body = panel::title(pen, area, &cx.words.get("decisions-told"), &remark);
        let columns =
            [Column::fixed(1), Column::growing(12), Column::fixed(8).leaves(1), Column::fixed(14).right()];
        let (cursor, len, g) = (&self.hearers, hearers.len(), pen.glyphs);
        let list = List { columns: &columns, cursor, len, panel: HEARERS, focused: self.on_hearers };
        list.draw(pen, body, |at| {
            hearers.get(at).map_or(TableRow::Group(Vec::new()), |h| hearer(h, row, g, cx))
        })
    }
}

/// `○ Ana Ruiz   theirs   4 d`.
fn hearer(of: &Hearer, row: &DecisionRow, g: Glyphs, cx: &Cx<'_>) -> TableRow {
    let sign = match (of.told_on, of.away) {
        (Some(_), _) => g.full(),
        (None, Some(_)) => g.or("–", "-"),
        (None, None) => g.hollow(),
    };
    let late = of.waits() && row.waiting(cx.today).is_some_and(is_late);
    let role = match of.told_on {
        Some(_) => Role::Muted,
        None if of.away.is_some() => Role::Muted,
        None if late => Role::Warn,
        None => Role::Text,
    };
    let side = match of.side() {
        Side::Ours => "decisions-ours",
        Side::Theirs => "decisions-theirs",
    };
    let when = match of.told_on {
        Some(on) => day::near(on, cx.today, cx.words),
        None => of.away.map_or_else(
            || cx.words.get("decisions-not-yet"),
            |why| cx.words.get(&format!("telling-{}", why.name())),
        ),
    };
    let name = cx.directory.name(of.who.0, of.who.1);
    TableRow::cells([
        vec![Span::new(sign, role)],
        vec![if of.waits() { Span::text(name) } else { Span::muted(name) }],
        vec![Span::muted(cx.words.get(side))],
        vec![Span::new(when, role)],
    ])
}

/// Name, when, by whom, why and what follows; ends with an empty line.
fn said(row: &DecisionRow, room: usize, pen: &Pen<'_>, cx: &Cx<'_>) -> Vec<Vec<Span>> {
    let of = &row.decision;
    let words = cx.words;
    let mut lines = wrap(&[Span::new(visible(&of.name), Role::Heading)], room);
    lines.truncate(3);
    let turn = choice::show(Turn::SET, of.turn.unwrap_or(Turn::Decision).name(), words);
    let mut about = vec![Span::muted(turn)];
    about.extend(of.decided_on.map(|on| Span::muted(format!(" · {}", day::with_weekday(on, words)))));
    if let Some(account) = row.account() {
        about.push(Span::muted(" · "));
        about.push(Span::new(visible(&cx.directory.name(Kind::Account, account)), Role::Accent));
    }
    lines.extend(wrap(&about, room));
    let theirs = of.decided_by.iter().map(|Link(id)| cx.directory.name(Kind::Person, *id));
    let ours = of.decided_by_us.iter().map(|Link(id)| cx.directory.name(Kind::Colleague, *id));
    let by = theirs.chain(ours).collect::<Vec<_>>().join(", ");
    let initiative =
        of.initiative.map(|Link(id)| cx.directory.name(Kind::Initiative, id)).unwrap_or_default();
    for (name, value) in [("decided_by", by), ("initiative", initiative)] {
        if !value.is_empty() {
            let label = field::label(Kind::Decision, name, words);
            lines.extend(wrap(&[Span::muted(format!("{label}  ")), Span::text(visible(&value))], room));
        }
    }
    for (name, note) in [("why", &of.why), ("consequences", &of.consequences)] {
        if !note.trim().is_empty() {
            lines.push(Vec::new());
            lines.push(vec![Span::muted(field::label(Kind::Decision, name, words))]);
            lines.extend(markdown::lines(note, room, pen.glyphs));
        }
    }
    lines.push(Vec::new());
    lines
}
