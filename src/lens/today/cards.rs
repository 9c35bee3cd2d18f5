//! The accounts at a glance: one line each.
use ratatui::layout::Rect;

use super::glance;
use super::rows::Panel;
use super::state::Today;
use crate::command::Command;
use crate::domain::choice::Side;
use crate::lang::day;
use crate::lens::Cx;
use crate::report::glance::Glance;
use crate::store::query::today::Card;
use crate::ui::pen::spans_width;
use crate::ui::table::{List, draw_row, lay_out};
use crate::ui::{Column, Pen, Role, Seen, Span, TableRow, panel};

/// Columns of the gauge, below the queue and beside it.
const GAUGE: usize = 10;
const NARROW_GAUGE: usize = 8;

/// What stands in a column, from left to right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    Name,
    Health,
    Gauge,
    ToDate,
    Months,
    Kpis,
    Last,
    Next,
    Late(Side),
    People,
    Needs,
}

impl What {
    const ALL: [Self; 12] = [
        Self::Name,
        Self::Health,
        Self::Gauge,
        Self::ToDate,
        Self::Months,
        Self::Kpis,
        Self::Last,
        Self::Next,
        Self::Late(Side::Ours),
        Self::Late(Side::Theirs),
        Self::People,
        Self::Needs,
    ];

    /// When it leaves a narrow panel: the highest first, 0 never. Beside the queue, that names what needs me, the count leaves
    /// before the months; below it the months leave first.
    const fn leaves(self, beside: bool) -> u8 {
        match self {
            Self::Name | Self::Health | Self::ToDate => 0,
            Self::Last => 1,
            Self::Kpis => 2,
            Self::Gauge => 3,
            Self::Months => 4 + 2 * !beside as u8,
            Self::Needs => 5 * beside as u8,
            Self::Next => 7,
            Self::Late(Side::Ours) => 8,
            Self::Late(Side::Theirs) => 9,
            Self::People => 10,
        }
    }

    const fn is_right(self) -> bool {
        !matches!(self, Self::Name | Self::Health | Self::Gauge | Self::Months | Self::Kpis)
    }

    fn head(self, cx: &Cx<'_>, pen: &Pen<'_>) -> String {
        let key = match self {
            Self::Name | Self::Health | Self::Gauge => return String::new(),
            Self::ToDate => "today-col-to-date",
            Self::Months => "today-col-months",
            Self::Kpis => "today-col-kpis",
            Self::Last => "today-col-last",
            Self::Next => "today-col-next",
            Self::Late(side) => {
                return format!("{} {}", pen.glyphs.side(side), cx.words.get("today-col-late"));
            }
            Self::People => "today-col-people",
            Self::Needs => "today-col-needs",
        };
        cx.words.get(key)
    }

    fn cell(self, card: &Card, of: Glance<'_>, beside: bool, pen: &Pen<'_>, cx: &Cx<'_>) -> Vec<Span> {
        let unknown = || Span::muted(pen.glyphs.unknown());
        match self {
            Self::Name => vec![Span::text(card.name.as_str())],
            Self::Health => glance::health(of, pen.glyphs, cx),
            Self::Gauge => glance::gauge(of, if beside { NARROW_GAUGE } else { GAUGE }, pen.glyphs),
            Self::ToDate => glance::to_date(of, pen.glyphs, cx),
            Self::Months => glance::months(of, pen.glyphs),
            Self::Kpis => glance::dots(of, pen.glyphs),
            Self::Last => {
                vec![card.last.map_or_else(unknown, |d| Span::text(day::ago(d, cx.today, cx.words)))]
            }
            Self::Next => {
                vec![card.next.map_or_else(unknown, |d| Span::text(day::due(d, cx.today, cx.words)))]
            }
            Self::Late(Side::Ours) => vec![number(card.ours_overdue)],
            Self::Late(Side::Theirs) => vec![number(card.theirs_overdue)],
            Self::People => people(card, pen, cx),
            Self::Needs => match card.urgent {
                0 => vec![number(0)],
                n => vec![Span::new("! ", Role::Bad), Span::text(n.to_string())],
            },
        }
    }
}

/// Draws the cards; `beside` the queue or below it.
pub(super) fn draw(today: &Today, pen: &mut Pen<'_>, area: Rect, beside: bool, cx: &Cx<'_>) -> Seen {
    let Some(answer) = today.answer.as_deref().filter(|a| !a.cards.is_empty()) else {
        no_key(today, pen, area, cx);
        return Seen::default();
    };
    let cards = &answer.cards;
    let cell = |what: What, card: &Card| what.cell(card, Glance::of(answer, card.account), beside, pen, cx);
    let cells = |what: What| cards.iter().map(|card| cell(what, card)).collect::<Vec<_>>();
    let columns: Vec<(What, Vec<Vec<Span>>)> = What::ALL.into_iter().map(|w| (w, cells(w))).collect();
    // What no account has takes no room.
    let columns: Vec<_> =
        columns.into_iter().filter(|(_, cells)| cells.iter().any(|c| !c.is_empty())).collect();
    let mut head: Vec<Vec<Span>> = columns.iter().map(|(w, _)| vec![Span::muted(w.head(cx, pen))]).collect();
    if let Some(first) = head.first_mut() {
        let count = if cards.len() > 4 { format!("  {}", cards.len()) } else { String::new() };
        *first = vec![Span::new(cx.words.get("today-accounts"), Role::Heading), Span::muted(count)];
    }
    let widths = columns.iter().zip(&head).map(|((what, cells), head)| {
        let widest = cells.iter().chain([head]).map(|c| spans_width(c)).max().unwrap_or(0);
        let wide = u16::try_from(widest).unwrap_or(0);
        let column = match what {
            What::Name => Column::growing(wide.clamp(8, 16)),
            _ => Column::fixed(wide).leaves(what.leaves(beside)),
        };
        if what.is_right() { column.right() } else { column }
    });
    let laid: Vec<Column> = widths.collect();
    let places = lay_out(&laid, area.width.saturating_sub(1));
    draw_row(pen, panel::top(area, 1), &laid, &places, &TableRow::Cells(head));
    let list = List {
        columns: &laid,
        cursor: &today.cursors[Panel::Cards.index()],
        len: cards.len(),
        panel: Panel::Cards.number(),
        focused: today.focus == Panel::Cards,
    };
    list.draw(pen, panel::below(area, 1), |i| {
        TableRow::Cells(columns.iter().map(|(_, cells)| cells.get(i).cloned().unwrap_or_default()).collect())
    })
}

/// No account is marked as key.
fn no_key(today: &Today, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) {
    let body = panel::title(pen, area, &cx.words.get("today-accounts"), "");
    let counts = today.answer.as_ref().map(|a| a.counts).unwrap_or_default();
    let (accounts, set) = (cx.key(Command::LensAccounts), cx.key(Command::SetValue));
    let args = [("count", counts.accounts.to_string())];
    let args = [("count", args[0].1.as_str()), ("accounts", &accounts), ("set", &set)];
    panel::empty(pen, body, &cx.words.with("today-accounts-no-key", &args));
}

/// `2 of 7`: of the people how many have waited too long.
fn people(card: &Card, pen: &Pen<'_>, cx: &Cx<'_>) -> Vec<Span> {
    if card.people == 0 {
        return vec![Span::muted(pen.glyphs.unknown())];
    }
    let of = cx.words.with("today-of", &[("all", &card.people.to_string())]);
    vec![number(card.past_cadence), Span::muted(format!(" {of}"))]
}

/// Nothing is quiet.
fn number(count: usize) -> Span {
    Span::new(count.to_string(), if count == 0 { Role::Muted } else { Role::Text })
}
