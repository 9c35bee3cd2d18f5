//! One row of the list.
use super::column::Shows;
use super::selection::Selection;
use crate::domain::cadence::Contact;
use crate::domain::choice::{BuyingRole, Choice};
use crate::domain::day::days_between;
use crate::domain::evidence::stale;
use crate::domain::turn::Turn;
use crate::lang::{choice, day};
use crate::lens::Cx;
use crate::report::people::due;
use crate::store::query::people::{HEAT_WEEKS, PersonRow};
use crate::ui::text::visible;
use crate::ui::{Glyphs, Role, Span, meter};

/// A cell of a row. Who has left is faded.
pub(super) fn cell(
    people: &Selection,
    row: &PersonRow,
    shows: Shows,
    wide: u16,
    glyphs: Glyphs,
    cx: &Cx<'_>,
) -> Vec<Span> {
    let wide = usize::from(wide);
    let mut spans = match shows {
        Shows::Name => name(people, row, glyphs, cx),
        Shows::Account => account(people, row, cx),
        Shows::Card => title(people, &[&row.title, &row.unit]),
        Shows::Title => title(people, &[&row.title]),
        Shows::Unit => title(people, &[&row.unit]),
        Shows::Tags => tags(people, row),
        Shows::Since => Span::new(since(row, cx), lateness_role(row, cx)).into(),
        Shows::Every => Span::muted(due::every(row, &cx.values())).into(),
        Shows::Late => late(row, cx),
        Shows::Until => Span::muted(until(row, cx)).into(),
        Shows::Roles => Span::text(roles(row, cx)).into(),
        Shows::Stance => stance(row, glyphs, cx),
        Shows::Influence => influence(row),
        Shows::Last => last(row, cx),
        Shows::Strength => strength(row, wide, glyphs),
        Shows::Heat => heat(row, wide, glyphs),
    };
    if row.left_on.is_some() {
        for span in &mut spans {
            if span.role != Role::Match {
                span.role = Role::Muted;
            }
        }
    }
    spans
}

fn name(people: &Selection, row: &PersonRow, glyphs: Glyphs, cx: &Cx<'_>) -> Vec<Span> {
    let mut spans = vec![if people.is_marked(row) {
        Span::new(glyphs.done(), Role::Accent)
    } else {
        sign(row, glyphs, cx)
    }];
    spans.push(Span::text(" "));
    spans.extend(people.marks.mark(&visible(&row.name), Role::Text));
    spans
}

/// Whether somebody must act: overdue in red for key players, else in amber; due quietly; or not to be contacted.
pub(super) fn sign(row: &PersonRow, glyphs: Glyphs, cx: &Cx<'_>) -> Span {
    if row.left_on.is_some() {
        return Span::text(" ");
    }
    if row.placeholder {
        return Span::new("?", Role::Warn);
    }
    if row.do_not_contact {
        return Span::muted(glyphs.or("×", "x"));
    }
    if row.not_before.is_some_and(|day| day > cx.today) {
        return Span::muted("z");
    }
    match row.contact {
        Contact::Fresh => Span::text(" "),
        Contact::Due => Span::muted(glyphs.or("·", ".")),
        Contact::Overdue | Contact::Never if row.weight.key_player() => Span::new("!", Role::Bad),
        Contact::Overdue | Contact::Never => Span::new("!", Role::Warn),
    }
}

/// The role of the last contact: red where a key player waits.
pub(super) fn lateness_role(row: &PersonRow, cx: &Cx<'_>) -> Role {
    match row.contact {
        _ if !row.turn(cx.today).is_reachable() || !row.is_active() => Role::Muted,
        Contact::Overdue | Contact::Never if row.weight.key_player() => Role::Bad,
        Contact::Fresh | Contact::Due | Contact::Overdue | Contact::Never => Role::Text,
    }
}

fn account(people: &Selection, row: &PersonRow, cx: &Cx<'_>) -> Vec<Span> {
    if row.account.is_none() {
        return Span::new(cx.words.get("people-to-sort"), Role::Warn).into();
    }
    people.marks.mark(&visible(&row.account_name), Role::Muted)
}

fn title(people: &Selection, texts: &[&String]) -> Vec<Span> {
    let text: Vec<_> = texts.iter().map(|t| t.as_str()).filter(|t| !t.is_empty()).collect();
    people.marks.mark(&visible(&text.join(", ")), Role::Muted)
}

/// The letters of the roles in the order of menus; more than four end in a plus.
pub(super) fn roles(row: &PersonRow, cx: &Cx<'_>) -> String {
    let held = BuyingRole::ALL.iter().filter(|role| row.roles.contains(role));
    let letters: Vec<_> = held.map(|role| cx.words.get(Glyphs::role_key(*role))).collect();
    match letters.get(..3) {
        Some(first) if letters.len() > 4 => format!("{}+", first.concat()),
        _ => letters.concat(),
    }
}

/// The words of the roles.
pub(super) fn role_word(role: BuyingRole, cx: &Cx<'_>) -> String {
    choice::show(BuyingRole::SET, role.name(), cx.words)
}

/// The glyph, and how old a stale stance is.
pub(super) fn stance(row: &PersonRow, glyphs: Glyphs, cx: &Cx<'_>) -> Vec<Span> {
    // The sign says it all: a list in three colours would hide whom to see.
    let role = if row.stance.is_none() { Role::Muted } else { Role::Text };
    let mut spans = vec![Span::new(format!("{:2}", glyphs.stance(row.stance)), role)];
    if let Some(age) = row.stance_on.and_then(|on| stale(on, cx.today)) {
        spans.push(Span::muted(format!(" {}", age_words(age, cx))));
    }
    spans
}

/// Days, or years where there are more than 999.
fn age_words(days: i64, cx: &Cx<'_>) -> String {
    if days > 999 {
        return cx.words.with("people-years", &[("years", &(days / 365).to_string())]);
    }
    cx.words.with("value-days", &[("days", &days.to_string())])
}

/// The weight; assumed ones with a sign before them.
fn influence(row: &PersonRow) -> Vec<Span> {
    let w = row.weight.w;
    if row.weight.assumed { Span::muted(format!("~{w}")).into() } else { Span::text(w.to_string()).into() }
}

/// Last contact against the cadence.
fn last(row: &PersonRow, cx: &Cx<'_>) -> Vec<Span> {
    if let Some(left) = row.left_on {
        let day = day::column(left, cx.today, cx.words);
        return Span::muted(cx.words.with("people-left", &[("day", &day)])).into();
    }
    if row.placeholder {
        return Span::muted(cx.words.get("people-sought")).into();
    }
    let days = match row.last.map(|last| days_between(last, cx.today)) {
        None => cx.words.get("value-never"),
        Some(0) => cx.words.get("value-today"),
        Some(days) => age_words(days, cx),
    };
    let gap = 5usize.saturating_sub(crate::ui::text::width(&days));
    let mut spans = vec![Span::new(format!("{}{days}", " ".repeat(gap)), lateness_role(row, cx))];
    if !row.do_not_contact {
        let of = cx.words.with("people-of", &[("days", &row.cadence.to_string())]);
        spans.push(Span::muted(format!(" {of}")));
    }
    spans
}

/// Their tags, one after the other.
fn tags(people: &Selection, row: &PersonRow) -> Vec<Span> {
    people.marks.mark(&visible(&row.tags.join(" ")), Role::Muted)
}

/// Days since the last contact: `12 d`.
fn since(row: &PersonRow, cx: &Cx<'_>) -> String {
    let days = match row.last.map(|last| days_between(last, cx.today)) {
        None => cx.words.get("value-never"),
        Some(0) => cx.words.get("value-today"),
        Some(days) => age_words(days, cx),
    };
    format!("{days:>5}")
}

/// Days past the cadence: `15 d`; muted the day on which it runs out; nothing for who is out of the queue.
fn late(row: &PersonRow, cx: &Cx<'_>) -> Vec<Span> {
    match row.turn(cx.today) {
        Turn::Due(_) => {
            Span::new(format!("{:>5}", due::late(row, &cx.values())), lateness_role(row, cx)).into()
        }
        Turn::In(_) => {
            let on = row.due_on().map(|on| day::due(on, cx.today, cx.words)).unwrap_or_default();
            Span::muted(format!("{on:>5}")).into()
        }
        Turn::Waits(_) | Turn::AskedNot => Vec::new(),
    }
}

/// Until when somebody is out of the queue; who asked not to be contacted is so for good.
fn until(row: &PersonRow, cx: &Cx<'_>) -> String {
    match row.turn(cx.today) {
        Turn::Waits(until) => day::column(until, cx.today, cx.words),
        Turn::AskedNot => cx.words.get("people-asked-not"),
        Turn::Due(_) | Turn::In(_) => String::new(),
    }
}

/// The score and a small bar.
fn strength(row: &PersonRow, wide: usize, glyphs: Glyphs) -> Vec<Span> {
    let mut spans = vec![Span::text(format!("{:3.0}", row.strength.score))];
    if wide >= 8 {
        spans.push(Span::muted(format!(" {}", meter::gauge(glyphs, row.strength.score / 100.0, wide - 4))));
    }
    spans
}

/// Contact by week, the current one last; weeks without one are muted.
fn heat(row: &PersonRow, wide: usize, glyphs: Glyphs) -> Vec<Span> {
    let weeks = row.heat.get(HEAT_WEEKS.saturating_sub(wide)..).unwrap_or(&row.heat);
    let mut spans: Vec<Span> = Vec::new();
    for count in weeks {
        let role = if *count == 0 { Role::Muted } else { Role::Accent };
        Span::extend(&mut spans, &meter::heat(glyphs, &[*count]), role);
    }
    spans
}
