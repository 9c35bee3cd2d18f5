//! Draws the list of people and, where there is room, the one under the cursor.
use ratatui::layout::Rect;

use super::column::{Shows, columns};
use super::details;
use super::order::{Filter, Sort};
use super::row::{cell, role_word};
use super::state::{LIST, People};
use crate::command::Command;
use crate::domain::cadence::Contact;
use crate::lang::number;
use crate::lens::Cx;
use crate::ui::pen::spans_width;
use crate::ui::table::{List, TableRow, draw_row, lay_out};
use crate::ui::{Column, Pen, Role, Seen, Span, panel};

/// From how many columns on list and details stand side by side.
const BESIDE: u16 = 100;

pub(super) fn draw(people: &People, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
    if people.reading
        && area.width < BESIDE
        && let Some(row) = people.current()
    {
        return details::draw(people, row, pen, area, cx);
    }
    let body = draw_title(people, pen, area, cx);
    if people.rows.is_empty() {
        if people.known {
            panel::empty(pen, panel::below(body, 1), &nobody(people, cx));
        }
        return Seen::default();
    }
    if area.width < BESIDE {
        let body = Rect { width: body.width.saturating_sub(1), ..body };
        return draw_list(people, pen, body, cx);
    }
    let percent = match area.width {
        ..110 => 64,
        110..180 => 66,
        180.. => 70,
    };
    let (left, right) = panel::split(pen, body, percent);
    let mut seen = draw_list(people, pen, left, cx);
    if let Some(row) = people.current() {
        seen.add(details::draw(people, row, pen, right, cx));
    }
    seen
}

/// Title, how many, what is wrong with them; at the right the order and the selection.
fn draw_title(people: &People, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Rect {
    if area.height == 0 {
        return area;
    }
    let words = cx.words;
    let mut left = vec![Span::new(words.get("people-title"), Role::Heading)];
    left.push(Span::muted(format!("  {}", count(people, cx))));
    for (n, key, role) in remarks(people) {
        left.push(Span::muted(" · "));
        left.push(Span::new(words.with(key, &[("count", &n.to_string())]), role));
    }
    let mut right = Vec::new();
    if !people.text.is_empty() {
        right.push(Span::new(format!("“{}”  ", people.text), Role::Accent));
    }
    if people.filter != Filter::All {
        right.push(Span::new(format!("{}  ", filter_word(people.filter, cx)), Role::Accent));
    }
    let order = words.get(&format!("people-by-{}", people.sort.name()));
    let turned = if people.reversed { format!(" {}", pen.glyphs.trend(1)) } else { String::new() };
    right.push(Span::muted(format!("{order}{turned}")));
    let room = area.width.saturating_sub(2);
    let wide = u16::try_from(spans_width(&right)).unwrap_or(room);
    let used = pen.spans(area.x + 1, area.y, room, &left);
    if used + 3 + wide <= room {
        pen.spans_right(area.right() - 1, area.y, wide, &right);
    } else if people.filter != Filter::All || !people.text.is_empty() {
        right.pop();
        let wide = u16::try_from(spans_width(&right)).unwrap_or(room);
        pen.clear(
            Rect { x: area.right().saturating_sub(wide + 3), y: area.y, width: wide + 3, height: 1 }
                .intersection(area),
        );
        pen.spans_right(area.right() - 1, area.y, wide.min(room), &right);
    }
    panel::below(area, if area.height >= 24 { 2 } else { 1 })
}

/// `47`, or `3 of 47` where only some are shown.
fn count(people: &People, cx: &Cx<'_>) -> String {
    let show = |n: usize| number::show(cx.words.lang(), i64::try_from(n).unwrap_or(i64::MAX));
    let (shown, all) = (people.rows.len(), people.all.len());
    if shown == all {
        return show(all);
    }
    cx.words.with("people-of-all", &[("shown", &show(shown)), ("all", &show(all))])
}

/// How many are overdue, never met, without a role, marked.
fn remarks(people: &People) -> Vec<(usize, &'static str, Role)> {
    let here = || people.all.iter().filter(|r| r.left_on.is_none() && !r.do_not_contact);
    let overdue = here().filter(|r| r.contact == Contact::Overdue).count();
    let never = here().filter(|r| r.contact == Contact::Never).count();
    let no_role = here().filter(|r| r.roles.is_empty()).count();
    let all = [
        (people.marked.len(), "people-marked", Role::Accent),
        (overdue, "people-overdue", Role::Muted),
        (never, "people-never", Role::Muted),
        (no_role, "people-without-role", Role::Muted),
    ];
    all.into_iter().filter(|r| r.0 > 0).collect()
}

fn filter_word(filter: Filter, cx: &Cx<'_>) -> String {
    let key = match filter {
        Filter::Role(role) => return role_word(role, cx),
        Filter::All => "people-only-all",
        Filter::PastCadence => "people-only-past",
        Filter::NoRole => "people-only-no-role",
        Filter::Favourable => "people-only-favourable",
        Filter::Against => "people-only-against",
        Filter::UnknownStance => "people-only-unknown",
    };
    cx.words.get(key)
}

fn nobody(people: &People, cx: &Cx<'_>) -> String {
    if people.all.is_empty() {
        return cx.words.with("people-empty", &[("key", &cx.key(Command::New))]);
    }
    cx.words.with("people-nobody", &[("key", &cx.key(Command::Back))])
}

fn draw_list(people: &People, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
    let shown = columns(area.width.saturating_sub(1), cx.scope.is_none());
    let layout: Vec<Column> = shown.iter().map(|c| c.1).collect();
    draw_heads(people, pen, panel::top(area, 1), &shown, cx);
    let list = List {
        columns: &layout,
        cursor: &people.cursor,
        len: people.rows.len(),
        panel: LIST,
        focused: !people.reading,
    };
    let glyphs = pen.glyphs;
    list.draw(pen, panel::below(area, 1), |index| {
        let Some(row) = people.rows.get(index) else { return TableRow::Cells(Vec::new()) };
        let cells = shown.iter().map(|(shows, column)| cell(people, row, *shows, column.least, glyphs, cx));
        TableRow::Cells(cells.collect())
    })
}

/// The names of the columns; that of the order in force stands out.
fn draw_heads(people: &People, pen: &mut Pen<'_>, area: Rect, shown: &[(Shows, Column)], cx: &Cx<'_>) {
    if area.height == 0 {
        return;
    }
    let by = match people.sort {
        Sort::CatchUp | Sort::Last => Shows::Last,
        Sort::Name => Shows::Name,
        Sort::Account => Shows::Account,
        Sort::Stance => Shows::Stance,
        Sort::Influence => Shows::Influence,
        Sort::Strength => Shows::Strength,
    };
    let layout: Vec<Column> = shown.iter().map(|c| c.1).collect();
    let places = lay_out(&layout, area.width.saturating_sub(1));
    let cells = shown.iter().map(|(shows, column)| {
        let key = format!("people-head-{}", shows.name());
        let short = format!("{key}-short");
        let long = cx.words.get(&key);
        let fits = crate::ui::text::width(&long) <= usize::from(column.least);
        let text = if fits { long } else { cx.words.get(&short) };
        let text = if *shows == Shows::Name { format!("  {text}") } else { text };
        Span::new(text, if *shows == by { Role::Accent } else { Role::Muted }).into()
    });
    draw_row(pen, area, &layout, &places, &TableRow::Cells(cells.collect()));
}
