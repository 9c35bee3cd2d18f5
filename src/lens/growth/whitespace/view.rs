//! Draws the white space: its figures in one line, the grid, and below it the cell under the cursor in words.
use ratatui::layout::Rect;

use super::content::{ENDS, NAME, Shown, in_two, role};
use super::rows::Filter;
use super::state::WhiteSpace;
use crate::command::Command;
use crate::domain::choice::CellState;
use crate::domain::day::days_between;
use crate::domain::score::Known;
use crate::lang::{choice, day, money};
use crate::lens::Cx;
use crate::lens::desk::{ACROSS, GRID};
use crate::report::competitor::SOON;
use crate::report::whitespace::{Axis, IN_ORDER, Scale, headline, who};
use crate::store::query::whitespace::{CellRow, WhiteBook};
use crate::ui::pen::spans_width;
use crate::ui::text::{visible, width, wrap};
use crate::ui::{Column, Grid, Pen, Role, Seen, Span, Spot, panel};

/// Columns of a cell: figure, blank, sign; as wide as the names of offerings need where there is room.
const WIDE: (u16, u16) = (8, 14);
/// Fewest cells side by side while columns at the right can leave.
const LEAST: u16 = 4;
/// From so many columns on a name may have more of them, where columns scroll.
const ROOMY: u16 = 100;
/// How many then.
const LONG_NAME: u16 = 27;

pub(super) fn draw(white: &WhiteSpace, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
    let Some(book) = white.book.as_deref().filter(|_| area.height > 1) else { return Seen::default() };
    if white.rows.is_empty() {
        panel::empty(pen, area, &nothing(white, book, cx));
        return Seen::default();
    }
    draw_state(white, book, pen, area, cx);
    let body = panel::below(area, if area.height >= 20 { 2 } else { 1 });
    let below = height_below(white, body.height);
    let top = Rect { height: body.height - below, width: body.width.saturating_sub(1), ..body };
    let seen = draw_grid(white, book, pen, top, cx);
    draw_below(white, book, pen, Rect { y: top.bottom(), height: below, ..body }, cx);
    seen
}

/// Why there is no grid, and what would make one.
fn nothing(white: &WhiteSpace, book: &WhiteBook, cx: &Cx<'_>) -> String {
    let key = |command| cx.key(command);
    if book.accounts.is_empty() {
        return cx.words.get("whitespace-no-accounts");
    }
    if book.offerings.iter().all(|o| o.retired) && white.filter == Filter::All && white.desk.text.is_empty() {
        return cx.words.with("whitespace-no-offerings", &[("key", &key(Command::New))]);
    }
    cx.words.with("whitespace-none", &[("key", &key(Command::Back))])
}

/// Lines for what stands below the grid: what the rows leave over, five where they would take all.
fn height_below(white: &WhiteSpace, height: u16) -> u16 {
    let rows = u16::try_from(white.rows.len()).unwrap_or(u16::MAX).saturating_add(3);
    let least = 6.min(height / 2);
    height.saturating_sub(rows).max(least).min(height.saturating_sub(3))
}

/// Figures of all that is shown; at the right what the cells show and whether they are being entered.
fn draw_state(white: &WhiteSpace, book: &WhiteBook, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) {
    let room = area.width.saturating_sub(2);
    let right = state_spans(white, book, cx);
    let wide = u16::try_from(spans_width(&right)).unwrap_or(room).min(room);
    let all: Vec<_> = book.accounts.iter().flat_map(|a| book.counted(a.id)).collect();
    let mut said = headline(&all, &cx.values());
    // What is said last leaves first.
    while width(&said.join(" · ")) + usize::from(wide) + 2 > usize::from(room) && !said.is_empty() {
        said.pop();
    }
    pen.put(area.x + 1, area.y, room, &said.join(" · "), Role::Muted);
    pen.spans_right(area.right().saturating_sub(1), area.y, wide, &right);
}

fn state_spans(white: &WhiteSpace, book: &WhiteBook, cx: &Cx<'_>) -> Vec<Span> {
    let words = cx.words;
    let axis = words.get(&format!("whitespace-axis-{}", white.axis.name()));
    if white.desk.grid.entry().is_some() {
        let entering = words.with("whitespace-entering", &[("what", &axis)]);
        let ends = words.with("whitespace-entering-ends", &[("key", &cx.key(Command::Back))]);
        // What stands in the cells is in thousands; what is typed is not.
        let unit =
            if white.axis == Axis::Ends { String::new() } else { words.get("whitespace-entering-unit") };
        return vec![Span::new(entering, Role::Accent), Span::muted(format!("  {unit}  {ends}"))];
    }
    let mut spans = Vec::new();
    if white.desk.grid.is_marking() {
        let count = white.block().len().to_string();
        spans.push(Span::new(
            format!("{}  ", words.with("whitespace-cells", &[("count", &count)])),
            Role::Accent,
        ));
    }
    if !white.desk.text.is_empty() {
        spans.push(Span::new(format!("“{}”  ", white.desk.text), Role::Accent));
    }
    if white.filter != Filter::All {
        let word = words.get(&format!("whitespace-only-{}", white.filter.name()));
        spans.push(Span::new(format!("{word}  "), Role::Accent));
    }
    let unit = Scale::of(book.cells()).unit(&cx.values());
    let shown = if white.axis == Axis::Ends { axis } else { format!("{axis}, {unit}") };
    spans.push(Span::text(shown));
    spans
}

fn draw_grid(white: &WhiteSpace, book: &WhiteBook, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
    let scale = Scale::of(book.cells());
    let mut content = Shown { white, book, scale, glyphs: pen.glyphs, cx, wide: 0, name: 0 };
    let names_most = content.names_most();
    let wide = cell_width(white, area.width);
    // Where not all columns have room anyway, names get more.
    let all = u16::try_from(white.columns.len()).unwrap_or(u16::MAX).saturating_mul(wide + 1);
    let scrolls = all > area.width.saturating_sub(NAME + 3 + ends_width());
    let least = if scrolls && area.width >= ROOMY { LONG_NAME } else { NAME };
    let names = [Column::growing(least.min(names_most))];
    let grid = Grid {
        state: &white.desk.grid,
        panel: GRID,
        across: ACROSS,
        names: &names,
        names_most,
        ends: &ENDS,
        size: white.size(),
        wide,
        least: LEAST.min(u16::try_from(white.columns.len()).unwrap_or(LEAST)),
        lines: 1,
        decimal: cx.words.lang().decimal_mark(),
        fraction: 0,
        focused: true,
    };
    content.wide = wide;
    content.name = grid.name_room(area.width);
    let seen = grid.draw(pen, panel::below(area, 1), &content);
    draw_heads(&seen, &content, pen, area);
    seen
}

/// The first line of the names of the offerings, over the heads that the grid has drawn.
fn draw_heads(seen: &Seen, content: &Shown<'_>, pen: &mut Pen<'_>, area: Rect) {
    let mut done = Vec::new();
    for region in &seen.regions {
        let Spot::Cell(_, _, column) = region.spot else { continue };
        if done.contains(&column) {
            continue;
        }
        done.push(column);
        let Some(offering) = content.white.offering(column) else { continue };
        let (first, second) = in_two(&visible(&offering.name), usize::from(content.wide));
        let room =
            content.wide.saturating_sub(2).max(heading(&second)).max(heading(&first)).min(content.wide);
        let spans = content.white.desk.marks.mark(&first, content.role_of_head(column));
        pen.spans_right(region.area.x + room, area.y, room, &spans);
    }
}

fn heading(text: &str) -> u16 {
    u16::try_from(width(text)).unwrap_or(u16::MAX)
}

/// Columns of all that stays at the right.
fn ends_width() -> u16 {
    ENDS.iter().map(|c| c.least + 2).sum()
}

/// Columns of a cell: those of the longest name of an offering, as far as all columns still have room.
fn cell_width(white: &WhiteSpace, wide: u16) -> u16 {
    let names = (0..white.columns.len()).filter_map(|at| white.offering(at));
    let longest = names.map(|o| width(&visible(&o.name))).max().unwrap_or(0);
    let longest = u16::try_from(longest).unwrap_or(u16::MAX).clamp(WIDE.0, WIDE.1);
    let room = wide.saturating_sub(NAME + 3 + ends_width());
    let each = room / u16::try_from(white.columns.len().max(1)).unwrap_or(1);
    longest.min(each.saturating_sub(1)).max(WIDE.0)
}

/// A hairline, the cell in words, and what the signs mean.
fn draw_below(white: &WhiteSpace, book: &WhiteBook, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) {
    if area.height < 2 {
        return;
    }
    pen.rule(area.x, area.y, area.width);
    let room = area.width.saturating_sub(2);
    let legend = area.bottom().saturating_sub(1);
    for (y, spans) in (area.y + 1..legend).zip(lines(white, book, usize::from(room), pen, cx)) {
        pen.spans(area.x + 1, y, room, &spans);
    }
    if legend > area.y {
        pen.spans(area.x + 1, legend, room, &legend_spans(pen, cx));
    }
}

fn legend_spans(pen: &Pen<'_>, cx: &Cx<'_>) -> Vec<Span> {
    let one = |state: CellState| {
        let word = Span::muted(format!(" {}  ", choice::word(state, cx.words)));
        [Span::new(pen.glyphs.cell(state), role(state)), word]
    };
    IN_ORDER.into_iter().flat_map(one).collect()
}

/// The cell under the cursor: what and where, who serves it until when, what they spend, which sale is after it, what is noted.
fn lines(white: &WhiteSpace, book: &WhiteBook, room: usize, pen: &Pen<'_>, cx: &Cx<'_>) -> Vec<Vec<Span>> {
    let Some(place) = white.here() else { return Vec::new() };
    if white.desk.grid.is_on_name() {
        let name = white.part(white.desk.grid.at().0).map(|(a, unit)| WhiteSpace::part_name(a, unit, cx));
        let said: Vec<_> = book.counted(place.account);
        let of: Vec<_> = said.into_iter().filter(|c| c.place.unit == place.unit).collect();
        return vec![
            Span::new(name.unwrap_or_default(), Role::Heading).into(),
            Span::muted(headline(&of, &cx.values()).join(" · ")).into(),
        ];
    }
    let title = Span::new(white.title(place, cx), Role::Heading);
    let Some(row) = white.current() else {
        return vec![vec![title, Span::muted(format!("  {}", cx.words.get("whitespace-whole-answers")))]];
    };
    let mut found = vec![served(row, title, book, pen, cx), spent(row, book, cx)];
    found.push(pursued(row, cx));
    for line in wrap(&visible(&row.notes), room).into_iter().filter(|l| !l.is_empty()) {
        found.push(Span::muted(line).into());
    }
    found.retain(|line: &Vec<Span>| !line.is_empty());
    found
}

fn served(row: &CellRow, title: Span, book: &WhiteBook, pen: &Pen<'_>, cx: &Cx<'_>) -> Vec<Span> {
    let cell = &row.cell;
    let sign = Span::new(format!("  {} ", pen.glyphs.cell(cell.state)), role(cell.state));
    let mut spans = vec![title, sign, Span::text(visible(&who(cell, book, &cx.values())))];
    if let Some(end) = cell.ends_on {
        let left = days_between(cx.today, end);
        let args = [("day", day::show(end, cx.words)), ("days", left.abs().to_string())];
        let key = if left < 0 { "whitespace-ended" } else { "whitespace-ends" };
        let text = cx.words.with(key, &args.each_ref().map(|(name, text)| (*name, text.as_str())));
        let role = if (0..=SOON).contains(&left) { Role::Warn } else { Role::Muted };
        spans.push(Span::new(format!("  {text}"), role));
    }
    spans
}

fn spent(row: &CellRow, book: &WhiteBook, cx: &Cx<'_>) -> Vec<Span> {
    let (cell, words, lang) = (&row.cell, cx.words, cx.words.lang());
    let mut said = Vec::new();
    if let Some(ours) = row.ours {
        said.push(words.with("whitespace-line-ours", &[("amount", &money::show(lang, ours))]));
    }
    if let Some(total) = row.total {
        said.push(words.with("whitespace-line-total", &[("amount", &money::show(lang, total))]));
    }
    let gap: Option<Known> = cell.gap();
    match gap {
        Some(Ok(gap)) => {
            let amount = money::short(lang, gap, cx.directory.terms.currency);
            let chance = cell.chance(book.chances).unwrap_or(0.0);
            said.push(words.with("whitespace-line-gap", &[("amount", &amount)]));
            if let Some(share) = cell.wallet() {
                said.push(words.with("whitespace-wallet", &[("share", &format!("{:.0}", share * 100.0))]));
            }
            if gap > 0.0 {
                let share = format!("{:.0}", chance * 100.0);
                said.push(words.with("whitespace-line-chance", &[("share", &share)]));
            }
        }
        Some(Err(why)) => said.push(words.say(&why)),
        None if cell.state == CellState::Unknown => {
            said.push(words.with("whitespace-line-unknown", &[("key", &cx.key(Command::SetValue))]));
        }
        None => {}
    }
    if said.is_empty() { Vec::new() } else { Span::text(said.join(" · ")).into() }
}

fn pursued(row: &CellRow, cx: &Cx<'_>) -> Vec<Span> {
    let words = cx.words;
    if row.sales.is_empty() {
        let open = row.cell.gap().is_some_and(|gap| gap.is_ok_and(|gap| gap > 0.0));
        let key = cx.key(Command::New);
        let none = || Span::muted(words.with("whitespace-line-no-sale", &[("key", &key)])).into();
        return if open { none() } else { Vec::new() };
    }
    let one = |sale: &crate::store::query::whitespace::Sale| {
        let amount = sale.amount.map(|m| format!(", {}", money::show(words.lang(), m))).unwrap_or_default();
        format!("{}, {}{amount}", visible(&sale.name), choice::word(sale.stage, words))
    };
    let all: Vec<String> = row.sales.iter().map(one).collect();
    Span::text(words.with("whitespace-line-sales", &[("sales", &all.join(" · "))])).into()
}
