//! What stands behind the row under the cursor: the person, the promise, the conversations.
use ratatui::layout::Rect;

use super::figure;
use super::needs::{after_dot, first_line, roles};
use super::state::{Here, Today};
use crate::domain::cadence::Contact;
use crate::domain::choice::{Choice, Side};
use crate::domain::kind::Kind;
use crate::domain::needs::Cause;
use crate::lang::{day, field};
use crate::lens::Cx;
use crate::store::query::account::PromiseRow;
use crate::store::query::behind::Behind;
use crate::store::query::log::LogRow;
use crate::store::query::people::PersonRow;
use crate::ui::{Glyphs, Pen, Role, Sheet, Span, meter};

/// Lines of a conversation that is the reason of the row, and of one that is only near it.
const LONG: usize = 8;
const SHORT: usize = 2;

pub(super) fn draw(today: &Today, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) {
    let mut sheet = Sheet::new(area.width);
    let glyphs = pen.glyphs;
    match today.here() {
        Some(Here::Need(n)) if n.cause == Cause::NoRole => nameless(&mut sheet, today, cx),
        Some(Here::Act(act)) => {
            sheet.head(cx.words.say(&act.label), "");
            let at = format!("{}  {}", day::near(act.at.date(), cx.today, cx.words), act.at.format("%H:%M"));
            sheet.row(vec![Span::muted(at)], Vec::new());
        }
        _ => {
            if let Some(behind) = today.behind.as_deref().filter(|b| Some(b.of) == today.asked()) {
                fill(&mut sheet, today, behind, glyphs, cx);
            }
        }
    }
    sheet.draw(pen, area);
}

fn fill(sheet: &mut Sheet, today: &Today, behind: &Behind, glyphs: Glyphs, cx: &Cx<'_>) {
    let one = behind.of.subject.filter(|(kind, _)| *kind == Kind::Kpi);
    let one = one.and_then(|(_, id)| today.indicators().iter().find(|i| i.figures.kpi.head.id == id));
    if let Some(one) = one {
        figure::behind(sheet, one, glyphs, cx);
    }
    figure::of_record(sheet, behind, cx);
    if let Some(promise) = &behind.promise {
        of_promise(sheet, promise, glyphs, cx);
    }
    if let Some(talk) = &behind.talk {
        let key = match (talk.planned, behind.problem.is_some() || behind.decision.is_some()) {
            (true, _) => "today-behind-planned",
            (false, true) => "today-behind-said",
            (false, false) => "today-behind-made",
        };
        sheet.head(cx.words.get(key), "");
        of_talk(sheet, talk, LONG, behind.of.person, cx);
    }
    match (&behind.person, behind.of.account) {
        (Some(person), _) => of_person(sheet, person, glyphs, cx),
        (None, Some(account)) if sheet.is_empty() => {
            sheet.head(cx.directory.name(Kind::Account, account), "");
        }
        _ => {}
    }
    if !behind.open.is_empty() {
        sheet.head(cx.words.get("today-behind-open"), behind.open.len().to_string());
        for promise in &behind.open {
            let due = promise.due.map(|d| day::due(d, cx.today, cx.words)).unwrap_or_default();
            sheet.row(
                vec![
                    Span::text(format!("{} ", glyphs.side(promise.side))),
                    Span::text(first_line(&promise.text)),
                ],
                vec![Span::muted(due)],
            );
        }
    }
    let title = if behind.of.subject.is_none() { "today-behind-to-sort" } else { "today-behind-last" };
    if behind.talks.is_empty() {
        return;
    }
    sheet.head(cx.words.get(title), "");
    for talk in &behind.talks {
        of_talk(sheet, talk, SHORT, behind.of.person, cx);
    }
}

fn of_promise(sheet: &mut Sheet, promise: &PromiseRow, glyphs: Glyphs, cx: &Cx<'_>) {
    let key = match promise.side {
        Side::Ours => "today-behind-ours",
        Side::Theirs => "today-behind-theirs",
    };
    sheet.head(format!("{} {}", glyphs.side(promise.side), first_line(&promise.text)), "");
    let mut about = vec![cx.words.get(key), promise.account_name.clone()];
    if let Some((_, owner)) = &promise.owner {
        about.push(owner.clone());
    }
    if let Some(due) = promise.due {
        about.push(day::near(due, cx.today, cx.words));
        if due < cx.today {
            about.push(day::due(due, cx.today, cx.words));
        }
    }
    about.retain(|t| !t.is_empty());
    sheet.row(vec![Span::muted(about.join(" · "))], Vec::new());
}

fn of_person(sheet: &mut Sheet, person: &PersonRow, glyphs: Glyphs, cx: &Cx<'_>) {
    let label = |name| field::label(Kind::Membership, name, cx.words);
    sheet.head(person.name.clone(), "");
    let place: Vec<_> = [&person.title, &person.unit, &person.account_name]
        .into_iter()
        .filter(|t| !t.is_empty())
        .map(String::as_str)
        .collect();
    sheet.row(vec![Span::muted(place.join(" · "))], Vec::new());
    sheet.blank();
    let roles = roles(&person.roles, cx);
    let roles = if roles.is_empty() { Span::muted(cx.words.get("today-unknown")) } else { Span::text(roles) };
    sheet.pair(label("roles"), roles);
    sheet.pair(label("stance"), stance(person, glyphs, cx));
    sheet.pair(cx.words.get("today-behind-contact"), contact(person, glyphs, cx));
    #[expect(clippy::cast_possible_truncation, reason = "0 to 100")]
    let score = person.strength.score.round() as i64;
    let strength = vec![
        Span::text(format!("{score:>2}")),
        Span::muted(format!("  {}", meter::heat(glyphs, &person.heat))),
    ];
    sheet.pair(cx.words.get("today-behind-strength"), strength);
    for (label, value) in [("emails", &person.email), ("phones", &person.phone)] {
        if !value.is_empty() {
            sheet.pair(field::label(Kind::Person, label, cx.words), Span::text(value.clone()));
        }
    }
}

fn stance(person: &PersonRow, glyphs: Glyphs, cx: &Cx<'_>) -> Vec<Span> {
    let Some(stance) = person.stance else {
        return vec![Span::muted(format!("{}  {}", glyphs.stance(None), cx.words.get("today-unknown")))];
    };
    let word = cx.words.get(&format!("choice-stance-{}", stance.name()));
    let since = person.stance_on.map(|d| day::column(d, cx.today, cx.words));
    let since = since.map(|d| cx.words.with("today-behind-since", &[("day", &d)])).unwrap_or_default();
    vec![Span::text(format!("{}  {word}", glyphs.stance(Some(stance)))), Span::muted(since)]
}

/// `○ 47 d, every 30`.
fn contact(person: &PersonRow, glyphs: Glyphs, cx: &Cx<'_>) -> Vec<Span> {
    let (sign, role) = match person.contact {
        Contact::Fresh => (glyphs.full(), Role::Text),
        Contact::Due => (glyphs.half(), Role::Text),
        Contact::Overdue => (glyphs.hollow(), Role::Bad),
        Contact::Never => (glyphs.unknown(), Role::Bad),
    };
    let last = person.last.map_or_else(|| cx.words.get("today-never"), |d| day::ago(d, cx.today, cx.words));
    let every = cx.words.with("today-every", &[("days", &person.cadence.to_string())]);
    vec![Span::new(sign, role), Span::text(format!("  {last}")), Span::muted(every)]
}

/// `14 Nov  call  Ana Ruiz`, then what was said.
fn of_talk(sheet: &mut Sheet, talk: &LogRow, lines: usize, known: Option<i64>, cx: &Cx<'_>) {
    let kind = cx.words.get(&format!("choice-channel-{}", talk.channel.name()));
    let others = talk.people.iter().filter(|p| Some(p.0) != known || talk.planned);
    let others: Vec<_> = others.map(|p| p.1.as_str()).collect();
    let day = day::near(talk.day, cx.today, cx.words);
    let spans =
        vec![Span::muted(day), Span::muted(format!("  {kind}")), Span::muted(after_dot(&others.join(", ")))];
    sheet.row(spans, Vec::new());
    sheet.text(if talk.text.is_empty() { &talk.raw } else { &talk.text }, Role::Text, 2, lines);
}

/// Who has no role, with their account.
fn nameless(sheet: &mut Sheet, today: &Today, cx: &Cx<'_>) {
    let Some(answer) = today.answer.as_deref() else { return };
    sheet.head(cx.words.get("today-behind-no-role"), answer.no_role.len().to_string());
    sheet.text(&cx.words.get("today-behind-no-role-why"), Role::Muted, 0, 3);
    sheet.blank();
    for person in &answer.no_role {
        let accounts = answer.faces.iter().filter(|f| f.person == *person);
        let accounts: Vec<_> = accounts.map(|f| cx.directory.name(Kind::Account, f.account)).collect();
        let name = cx.directory.name(Kind::Person, *person);
        sheet.row(vec![Span::text(name), Span::muted(after_dot(&accounts.join(", ")))], Vec::new());
    }
}
