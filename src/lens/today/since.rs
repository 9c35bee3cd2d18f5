//! What changed since the user last left the program: what became late, and what was done.
use chrono::Datelike;
use ratatui::layout::Rect;

use super::figure;
use super::needs;
use super::rows::{Panel, SinceRow};
use super::state::Today;
use super::view::{Part, label};
use crate::domain::kind::Kind;
use crate::domain::needs::Need;
use crate::lang::day;
use crate::lens::Cx;
use crate::report::moved::says;
use crate::store::journal::Entry;
use crate::store::query::today::Since;
use crate::store::query::today::moved::{Move, Moved};
use crate::ui::pen::spans_width;
use crate::ui::table::List;
use crate::ui::text::width;
use crate::ui::{Column, Glyphs, Pen, Role, Seen, Span, TableRow, panel};

/// ` Since Fri 20 Nov  4 done, 2 newly late`
pub(super) fn draw_line(today: &Today, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) {
    let Some(since) = today.answer.as_deref().map(|a| &a.since) else { return };
    let spans = [label("today-since-short", cx), Span::muted(brief(since, cx))];
    pen.spans(area.x.saturating_add(1), area.y, area.width.saturating_sub(2), &spans);
}

/// `Fri 20 Nov: 3 moved, 2 newly late, 4 acts`.
fn brief(since: &Since, cx: &Cx<'_>) -> String {
    let day = since.day.map(|d| day::near(d, cx.today, cx.words)).unwrap_or_default();
    let counts = [
        ("today-since-moved", since.moved.len()),
        ("today-since-late", since.newly.len()),
        ("today-since-acts", since.acts.len()),
    ];
    let said = counts
        .iter()
        .filter(|(_, n)| *n > 0)
        .map(|(key, n)| cx.words.with(key, &[("count", &n.to_string())]));
    let said: Vec<_> = said.collect();
    if said.is_empty() {
        return cx.words.with("today-since-nothing", &[("day", &day)]);
    }
    format!("{day}: {}", said.join(", "))
}

pub(super) fn draw(today: &Today, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
    let Some(since) = today.answer.as_deref().map(|a| &a.since) else { return Seen::default() };
    let day = since.day.map(|d| day::near(d, cx.today, cx.words)).unwrap_or_default();
    let part = Part { panel: Panel::Since, area, remark: day };
    let body = part.title(today, pen, &cx.words.get("today-since"));
    let rows = &today.rows.since;
    if rows.is_empty() {
        panel::empty(pen, body, &brief(since, cx));
        return Seen::default();
    }
    let glyphs = pen.glyphs;
    let whens: Vec<Vec<Span>> = since.newly.iter().map(|n| late(n, today, glyphs, cx)).collect();
    let wide =
        whens.iter().map(|w| spans_width(w)).chain(since.acts.iter().map(|a| width(&time_of(a, cx)))).max();
    let columns = [Column::fixed(u16::try_from(wide.unwrap_or(0)).unwrap_or(0)), Column::growing(12)];
    let list = List {
        columns: &columns,
        cursor: &today.cursors[Panel::Since.index()],
        len: rows.len(),
        panel: Panel::Since.number(),
        focused: today.focus == Panel::Since,
    };
    list.draw(pen, body, |row| match rows.get(row) {
        Some(SinceRow::Late(i)) => since.newly.get(*i).map_or(TableRow::Group(Vec::new()), |need| {
            let account = need.account.filter(|_| cx.scope.is_none());
            let account = account.map(|a| format!("{}  ", cx.directory.name(Kind::Account, a)));
            let mut text = vec![Span::text(account.unwrap_or_default())];
            text.extend(needs::text(need, today, cx));
            TableRow::cells([whens.get(*i).cloned().unwrap_or_default(), text])
        }),
        Some(SinceRow::Moved(i)) => {
            since.moved.get(*i).map_or(TableRow::Group(Vec::new()), |m| moved(m, today, glyphs, cx))
        }
        Some(SinceRow::MovedHead) => head("today-since-head-moved", cx),
        Some(SinceRow::Act(i)) => act_row(&since.acts, *i, cx),
        Some(SinceRow::LateHead) => head("today-since-head-late", cx),
        Some(SinceRow::ActsHead) => head("today-since-head-acts", cx),
        None => TableRow::Group(Vec::new()),
    })
}

fn head(key: &str, cx: &Cx<'_>) -> TableRow {
    TableRow::Group(vec![Span::muted(cx.words.get(key))])
}

/// `○  Arce  On-time delivery has gone off track`.
fn moved(moved: &Moved, today: &Today, glyphs: Glyphs, cx: &Cx<'_>) -> TableRow {
    let sign = match &moved.what {
        Move::Health { before, now, .. } => {
            let up = now > before;
            Span::new(glyphs.trend(if up { 1 } else { -1 }), if up { Role::Good } else { Role::Bad })
        }
        Move::Turned(state) => figure::rag(state, glyphs),
        Move::Entered { .. } => Span::muted(glyphs.heat()[0]),
    };
    let account = moved.account.filter(|_| cx.scope.is_none());
    let account = account.map(|a| format!("{}  ", cx.directory.name(Kind::Account, a))).unwrap_or_default();
    let says = says(moved, today.indicators(), &cx.values());
    TableRow::Group(vec![Span::text(" "), sign, Span::text(format!("  {account}{says}"))])
}

/// `! → 3 d late`.
fn late(need: &Need, today: &Today, glyphs: Glyphs, cx: &Cx<'_>) -> Vec<Span> {
    let mut spans = needs::mark(need, today, glyphs);
    spans.push(Span::text(" "));
    spans.extend(needs::when(need, today, cx));
    spans
}

/// `Mon 23  09:00`.
fn time_of(act: &Entry, cx: &Cx<'_>) -> String {
    let day = day::weekday_short(act.at.weekday(), cx.words);
    format!("{day} {:>2}  {}", act.at.day(), act.at.format("%H:%M"))
}

/// When and what, the day on its first row only.
fn act_row(acts: &[Entry], at: usize, cx: &Cx<'_>) -> TableRow {
    let Some(act) = acts.get(at) else { return TableRow::Group(Vec::new()) };
    let before = at.checked_sub(1).and_then(|i| acts.get(i));
    let when = time_of(act, cx);
    let when = if before.is_some_and(|b| b.at.date() == act.at.date()) {
        format!("{:>wide$}", act.at.format("%H:%M"), wide = width(&when))
    } else {
        when
    };
    TableRow::cells([Span::muted(when).into(), Span::text(cx.words.say(&act.label)).into()])
}
