//! The week: one line of signs where room is short, else its items by day.
use chrono::{Datelike, NaiveDate, Weekday};
use ratatui::layout::Rect;

use super::needs::{about, after_dot, first_line, talk};
use super::rows::{Panel, WeekRow};
use super::state::Today;
use super::view::{Part, account_width, label, sign};
use crate::domain::day::{monday, plus_days};
use crate::domain::kind::Kind;
use crate::lang::{day, time};
use crate::lens::Cx;
use crate::store::query::today::week::{WeekItem, WeekKind};
use crate::ui::table::List;
use crate::ui::{Column, Glyphs, Pen, Role, Seen, Span, TableRow, panel};

/// Longest row of signs for one day.
const SIGNS: usize = 6;

fn items(today: &Today) -> &[WeekItem] {
    today.answer.as_deref().map_or(&[], |a| a.week.as_slice())
}

/// ` Week  Mon 23 →   Tue 24 ◇   Wed 25 …`
pub(super) fn draw_line(today: &Today, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) {
    let mut spans = vec![label("today-week-short", cx)];
    // Seven days with their numbers have no room in a narrow column.
    let numbered = area.width >= 70;
    let first = monday(cx.today);
    for day in (0..7).map(|n| plus_days(first, n)) {
        let signs = signs(items(today), day, pen.glyphs);
        if signs.is_empty() && matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
            continue;
        }
        let empty = signs.is_empty();
        let name = if numbered { day_name(day, cx) } else { day::weekday_short(day.weekday(), cx.words) };
        spans.push(Span::new(name, day_role(day, empty, cx)));
        let shown = if empty { pen.glyphs.heat()[0].to_owned() } else { signs };
        let gap = if numbered { 3 } else { 1 };
        spans.push(Span::new(format!(" {shown}{:gap$}", ""), if empty { Role::Muted } else { Role::Text }));
    }
    // The gap behind the last day needs no room.
    if let Some(last) = spans.last_mut() {
        last.text.truncate(last.text.trim_end().len());
    }
    pen.spans(area.x.saturating_add(1), area.y, area.width.saturating_sub(2), &spans);
}

fn signs(items: &[WeekItem], day: NaiveDate, glyphs: Glyphs) -> String {
    let of_day: Vec<_> = items.iter().filter(|i| i.day == day).map(|i| sign(i.what, glyphs)).collect();
    let more = if of_day.len() > SIGNS { glyphs.more() } else { "" };
    format!("{}{more}", of_day.iter().take(SIGNS).copied().collect::<String>())
}

/// `Mon 23`.
fn day_name(day: NaiveDate, cx: &Cx<'_>) -> String {
    format!("{} {}", day::weekday_short(day.weekday(), cx.words), day.day())
}

fn day_role(day: NaiveDate, quiet: bool, cx: &Cx<'_>) -> Role {
    if day == cx.today {
        Role::Accent
    } else if quiet || day < cx.today {
        Role::Muted
    } else {
        Role::Text
    }
}

pub(super) fn draw(today: &Today, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
    let part = Part { panel: Panel::Week, area, remark: day::week(cx.today, cx.words) };
    let body = part.title(today, pen, &cx.words.get("today-week"));
    let items = items(today);
    if items.is_empty() {
        panel::empty(pen, body, &cx.words.get("today-week-none"));
        return Seen::default();
    }
    let accounts = account_width(items.iter().filter_map(|i| i.account), cx);
    let days = items.iter().map(|i| day_name(i.day, cx).chars().count()).max().unwrap_or(0);
    let days = Column::fixed(u16::try_from(days).unwrap_or(6));
    let mut columns = vec![days, Column::fixed(1), Column::growing(12)];
    let named = cx.scope.is_none() && area.width >= 44;
    if named {
        columns.insert(2, Column::fixed(accounts));
    }
    let rows = &today.rows.week;
    let list = List {
        columns: &columns,
        cursor: &today.cursors[Panel::Week.index()],
        len: rows.len(),
        panel: Panel::Week.number(),
        focused: today.focus == Panel::Week,
    };
    let glyphs = pen.glyphs;
    list.draw(pen, body, |row| match rows.get(row) {
        Some(WeekRow::Item(i)) if *i < items.len() => {
            let item = &items[*i];
            let mut cells = vec![head(items, *i, cx), vec![sign_of(item, glyphs, cx)], text(item, cx)];
            if named {
                let account = item.account.map(|a| cx.directory.name(Kind::Account, a)).unwrap_or_default();
                cells.insert(2, vec![Span::new(account, past(item, cx))]);
            }
            TableRow::Cells(cells)
        }
        _ => TableRow::Group(vec![Span::muted(cx.words.get("today-next-week"))]),
    })
}

/// The day, on its first row only.
fn head(items: &[WeekItem], at: usize, cx: &Cx<'_>) -> Vec<Span> {
    let day = items[at].day;
    let same = at.checked_sub(1).and_then(|i| items.get(i)).is_some_and(|i| i.day == day);
    if same { Vec::new() } else { vec![Span::new(day_name(day, cx), day_role(day, false, cx))] }
}

/// What has passed is quiet.
fn past(item: &WeekItem, cx: &Cx<'_>) -> Role {
    if item.day < cx.today { Role::Muted } else { Role::Text }
}

fn sign_of(item: &WeekItem, glyphs: Glyphs, cx: &Cx<'_>) -> Span {
    Span::new(sign(item.what, glyphs), past(item, cx))
}

fn text(item: &WeekItem, cx: &Cx<'_>) -> Vec<Span> {
    let who = item.person.map(|p| cx.directory.name(Kind::Person, p)).unwrap_or_default();
    let role = past(item, cx);
    match item.what {
        WeekKind::Planned => {
            let at = item.time.map(|t| format!("{} ", time::show_time(t))).unwrap_or_default();
            let kind = talk(item.channel, "", cx);
            if who.is_empty() {
                return vec![Span::new(format!("{at}{kind}"), role), about(&item.title)];
            }
            vec![Span::new(format!("{at}{who}"), role), Span::muted(after_dot(&kind)), about(&item.title)]
        }
        WeekKind::Ours | WeekKind::Theirs => {
            vec![Span::new(first_line(&item.title), role), Span::muted(after_dot(&who))]
        }
        WeekKind::Notice => vec![Span::new(cx.words.with("need-notice", &[("title", &item.title)]), role)],
        WeekKind::End => vec![Span::new(cx.words.with("need-end", &[("title", &item.title)]), role)],
        WeekKind::Care => vec![Span::new(cx.words.with("need-care", &[("title", &item.title)]), role)],
        WeekKind::Problem => vec![Span::new(cx.words.with("need-problem", &[("title", &item.title)]), role)],
        WeekKind::Milestone => {
            vec![Span::new(cx.words.with("need-milestone", &[("title", &item.title)]), role)]
        }
        WeekKind::Birthday => vec![Span::new(who, role)],
    }
}
