//! The queue: its rows in words, and its panel.
use chrono::NaiveDate;
use ratatui::layout::Rect;

use super::figure;
use super::rows::{NeedRow, Panel};
use super::state::Today;
use super::view::{self, Part};
use crate::command::Command;
use crate::domain::Id;
use crate::domain::choice::{BuyingRole, Channel, Choice};
use crate::domain::kind::Kind;
use crate::domain::needs::{Cause, Matter, Need};
use crate::lang::{day, list, time};
use crate::lens::Cx;
use crate::report::need::follow;
use crate::store::query::today::face::Face;
use crate::store::query::today::week::WeekKind;
use crate::ui::table::List;
use crate::ui::{Column, Glyphs, Pen, Role, Seen, Span, TableRow, panel};

/// From how many columns on the keys of counting rows have their words beside them.
const ROOMY: u16 = 90;

/// The row as plain words, account included: what narrowing looks through.
pub(super) fn plain(need: &Need, cx: &Cx<'_>) -> String {
    let name = |kind, id: Option<Id>| id.map(|id| cx.directory.name(kind, id)).unwrap_or_default();
    let (account, person) = (name(Kind::Account, need.account), name(Kind::Person, need.person));
    format!("{account} {person} {}", need.title)
}

/// The sign of urgency and of what it is: `! →`.
pub(super) fn mark(need: &Need, today: &Today, glyphs: Glyphs) -> Vec<Span> {
    let urgent = match need.cause.band() {
        1 => Span::new("!", Role::Bad),
        2 => Span::text("!"),
        3 => Span::muted(glyphs.heat()[0]),
        _ => Span::text(" "),
    };
    let sign = follow::of(need, today.indicators())
        .map_or_else(|| Span::text(sign(need, glyphs)), |one| figure::rag(&one.standing.rag, glyphs));
    vec![urgent, Span::text(" "), sign]
}

fn sign(need: &Need, glyphs: Glyphs) -> &'static str {
    match need.cause.matter() {
        Matter::Promise => need.side.map_or(" ", |side| glyphs.side(side)),
        Matter::Talk => view::sign(WeekKind::Planned, glyphs),
        Matter::Birthday => view::sign(WeekKind::Birthday, glyphs),
        Matter::Notice => view::sign(WeekKind::Notice, glyphs),
        Matter::End | Matter::Care => view::sign(WeekKind::End, glyphs),
        Matter::Milestone => view::sign(WeekKind::Milestone, glyphs),
        Matter::Cadence
        | Matter::Problem
        | Matter::Indicator
        | Matter::Decision
        | Matter::Report
        | Matter::Count => " ",
    }
}

/// What there is to do.
pub(super) fn text(need: &Need, today: &Today, cx: &Cx<'_>) -> Vec<Span> {
    let who = need.person.map(|p| cx.directory.name(Kind::Person, p)).unwrap_or_default();
    let count = need.more.to_string();
    let say = |key: &str, name: &str, value: &str| Span::text(cx.words.with(key, &[(name, value)]));
    match need.cause.matter() {
        Matter::Promise => vec![Span::text(first_line(&need.title)), Span::muted(after_dot(&who))],
        Matter::Cadence => {
            let key = if need.day.is_some() { "today-see" } else { "today-meet" };
            let every = need.cadence.unwrap_or(0).to_string();
            let every = cx.words.with("today-every-days", &[("days", &every)]);
            let about = format!("{}{}", roles_of(need, today, cx), after_dot(&every));
            vec![say(key, "name", &who), Span::muted(about)]
        }
        Matter::Talk => {
            let key = if need.cause == Cause::Held { "today-held" } else { "today-prepare" };
            vec![say(key, "what", &talk(need.channel, &who, cx)), about(&need.title)]
        }
        Matter::Birthday => vec![say("today-birthday", "name", &who)],
        Matter::Problem
        | Matter::Notice
        | Matter::End
        | Matter::Care
        | Matter::Milestone
        | Matter::Report
        | Matter::Indicator
        | Matter::Decision => figure::text(need, today, cx),
        Matter::Count if need.cause == Cause::NoRole => {
            vec![say("today-no-role", "count", &count), Span::muted(nameless(today, cx))]
        }
        Matter::Count => vec![say("today-to-sort", "count", &count)],
    }
}

/// When: `2 d late`, `47 d`, `10:30`.
pub(super) fn when(need: &Need, today: &Today, cx: &Cx<'_>) -> Vec<Span> {
    let due = |d: NaiveDate| day::due(d, cx.today, cx.words);
    let role = if need.cause.band() == 1 { Role::Bad } else { Role::Text };
    match need.cause.matter() {
        Matter::Promise | Matter::Birthday => need.day.map(|d| Span::new(due(d), role)).into_iter().collect(),
        Matter::Cadence => {
            let Some(last) = need.day else { return vec![Span::new(cx.words.get("today-never"), role)] };
            vec![Span::new(day::ago(last, cx.today, cx.words), role)]
        }
        Matter::Problem
        | Matter::Notice
        | Matter::End
        | Matter::Care
        | Matter::Milestone
        | Matter::Report
        | Matter::Indicator => figure::when(need, today, role, cx),
        Matter::Decision => {
            need.day.map(|d| Span::text(day::ago(d, cx.today, cx.words))).into_iter().collect()
        }
        Matter::Talk if need.cause == Cause::Held => {
            need.day.map(|d| Span::text(day::ago(d, cx.today, cx.words))).into_iter().collect()
        }
        Matter::Talk => {
            let at = need.time.map_or_else(|| cx.words.get("value-today"), time::show_time);
            vec![Span::text(at)]
        }
        // The room is for their names.
        Matter::Count if need.cause == Cause::NoRole => vec![Span::new(cx.key(Command::Open), Role::Key)],
        Matter::Count => {
            let key = cx.key(Command::Open);
            vec![Span::new(key, Role::Key), Span::muted(cx.words.get("today-sort-out"))]
        }
    }
}

/// `meeting with Kerstin Vogel`.
pub(super) fn talk(channel: Option<Channel>, who: &str, cx: &Cx<'_>) -> String {
    let kind = channel.unwrap_or(Channel::Meeting);
    let kind = cx.words.get(&format!("choice-channel-{}", kind.name()));
    if who.is_empty() { kind } else { cx.words.with("today-talk", &[("kind", &kind), ("name", who)]) }
}

/// What a conversation is about, behind who it is with.
pub(super) fn about(title: &str) -> Span {
    Span::muted(after_dot(&first_line(title)))
}

/// ` · Kerstin Vogel`; nothing for nobody.
pub(super) fn after_dot(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!(" · {text}") }
}

/// The first line of a text that has something in it.
pub(super) fn first_line(text: &str) -> String {
    text.lines().map(str::trim).find(|l| !l.is_empty()).unwrap_or_default().to_owned()
}

/// The names of roles, as words.
pub(super) fn roles(roles: &[BuyingRole], cx: &Cx<'_>) -> String {
    let names: Vec<_> = roles.iter().map(|r| cx.words.get(&format!("choice-role-{}", r.name()))).collect();
    list::join(&names)
}

fn roles_of(need: &Need, today: &Today, cx: &Cx<'_>) -> String {
    let face = |f: &&Face| Some(f.person) == need.person && Some(f.account) == need.account;
    let faces = today.answer.as_ref().map_or(&[][..], |a| a.faces.as_slice());
    let roles = faces.iter().find(face).map(|f| roles(&f.roles, cx)).unwrap_or_default();
    if roles.is_empty() { roles } else { format!(", {roles}") }
}

/// The first of those without a role.
fn nameless(today: &Today, cx: &Cx<'_>) -> String {
    let nobody = today.answer.as_ref().map_or(&[][..], |a| a.no_role.as_slice());
    let names: Vec<_> = nobody.iter().take(6).map(|p| cx.directory.name(Kind::Person, *p)).collect();
    let more = if nobody.len() > names.len() { " …" } else { "" };
    format!(": {}{more}", names.join(", "))
}

pub(super) fn draw(today: &Today, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
    let Some(answer) = today.answer.as_deref() else { return Seen::default() };
    let rows = &today.rows.needs;
    let count: usize = rows.iter().map(|r| row_count(*r, &answer.needs)).sum();
    let part = Part { panel: Panel::Needs, area, remark: count.to_string() };
    if rows.is_empty() {
        let body = panel::title(pen, area, &cx.words.get("today-needs"), "");
        panel::empty(pen, body, &nothing(today, cx));
        return Seen::default();
    }
    let body = part.title(today, pen, &cx.words.get("today-needs"));
    let mut whens: Vec<Vec<Span>> = answer.needs.iter().map(|n| when(n, today, cx)).collect();
    if area.width < ROOMY {
        // The key of a counting row says enough.
        for when in &mut whens {
            when.truncate(1);
        }
    }
    let wide = whens.iter().map(|w| crate::ui::pen::spans_width(w)).max().unwrap_or(0);
    let accounts = answer.needs.iter().filter_map(|n| n.account);
    let columns = [
        Column::fixed(3),
        Column::fixed(view::account_width(accounts, cx)),
        Column::growing(12),
        Column::fixed(u16::try_from(wide).unwrap_or(0)).right(),
    ];
    let columns =
        if cx.scope.is_some() { vec![columns[0], columns[2], columns[3]] } else { columns.to_vec() };
    let list = List {
        columns: &columns,
        cursor: &today.cursors[Panel::Needs.index()],
        len: rows.len(),
        panel: Panel::Needs.number(),
        focused: today.focus == Panel::Needs,
    };
    let glyphs = pen.glyphs;
    list.draw(pen, body, |row| {
        let mut cells = match rows.get(row).and_then(|r| Some((r, need_of(*r, &answer.needs)?))) {
            None => return TableRow::Group(Vec::new()),
            Some((NeedRow::More(_), need)) => more(need, cx),
            Some((NeedRow::Need(i), need)) => vec![
                mark(need, today, glyphs),
                account(need, cx).into(),
                text(need, today, cx),
                whens.get(*i).cloned().unwrap_or_default(),
            ],
        };
        if cx.scope.is_some() {
            cells.remove(1);
        }
        TableRow::Cells(cells)
    })
}

/// The client; of an indicator without one it is the portfolio.
fn account(need: &Need, cx: &Cx<'_>) -> Span {
    match need.account {
        Some(account) => Span::text(cx.directory.name(Kind::Account, account)),
        None if need.cause.of_indicator() => Span::muted(cx.words.get("indicator-portfolio")),
        None => Span::text(""),
    }
}

fn need_of(row: NeedRow, needs: &[Need]) -> Option<&Need> {
    match row {
        NeedRow::Need(i) | NeedRow::More(i) => needs.get(i),
    }
}

/// How many a row stands for; the folded ones are counted with their own row.
fn row_count(row: NeedRow, needs: &[Need]) -> usize {
    match row {
        NeedRow::Need(_) => 1,
        NeedRow::More(i) => needs.get(i).map_or(0, |n| n.more),
    }
}

fn more(need: &Need, cx: &Cx<'_>) -> Vec<Vec<Span>> {
    let count = need.more.to_string();
    let key = match need.cause {
        Cause::Held => "today-more-held",
        cause if cause.of_indicator() => "today-more-worse",
        _ => "today-more",
    };
    let said = cx.words.with(key, &[("count", &count)]);
    vec![
        Vec::new(),
        Vec::new(),
        Span::muted(said).into(),
        Span::new(cx.key(Command::Open), Role::Muted).into(),
    ]
}

/// Why the queue is empty, and what to do.
fn nothing(today: &Today, cx: &Cx<'_>) -> String {
    let counts = today.answer.as_ref().map(|a| a.counts).unwrap_or_default();
    let key = if !crate::lens::Lens::narrowed(today).is_empty() {
        "today-needs-narrowed"
    } else if counts.keys == 0 && cx.scope.is_none() {
        "today-needs-no-key"
    } else if counts.people == 0 {
        "today-needs-no-people"
    } else {
        "today-needs-none"
    };
    let (capture, people) = (cx.key(Command::Capture), cx.key(Command::LensPeople));
    cx.words.with(key, &[("capture", &capture), ("people", &people), ("back", &cx.key(Command::Back))])
}
