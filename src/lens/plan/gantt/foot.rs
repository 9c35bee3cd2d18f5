//! What the row under the cursor is: its days in full, who does it, how it stands, what it waits for.
use ratatui::layout::Rect;

use super::Gantt;
use crate::command::Command;
use crate::domain::field::Link;
use crate::domain::kind::Kind;
use crate::domain::plan::share;
use crate::lang::day;
use crate::lens::{Cx, Why};
use crate::report;
use crate::report::gantt::of::Of;
use crate::report::gantt::rows::Row;
use crate::report::plan as words_of;
use crate::report::score::Measure;
use crate::store::query::plans::{InitiativeRow, ObjectiveRow, PlanRow, Plans};
use crate::ui::blocks::role;
use crate::ui::{Glyphs, Pen, Role, Span};

/// A hairline and as many lines as have room.
pub(super) fn draw(gantt: &Gantt, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) {
    pen.rule(area.x, area.y, area.width);
    let Some((row, plans)) = gantt.current().zip(gantt.plans.as_deref()) else { return };
    let glyphs = pen.glyphs;
    for (y, line) in (area.y + 1..area.bottom()).zip(lines(row, plans, glyphs, cx)) {
        pen.spans(area.x + 1, y, area.width.saturating_sub(2), &line);
    }
}

/// The lines, what matters most first.
fn lines(row: &Row, plans: &Plans, glyphs: Glyphs, cx: &Cx<'_>) -> Vec<Vec<Span>> {
    let of = row.of;
    match of {
        Of::Plan(_) => of.plan(plans).map(|plan| plan_lines(plan, cx)),
        Of::Objective(..) => of.objective(plans).map(|one| objective_lines(one, row, cx)),
        Of::Initiative(..) => of.initiative(plans).map(|one| initiative_lines(one, plans, glyphs, cx)),
        Of::Milestone(..) => of.initiative(plans).map(|one| milestone_lines(row, one, plans, glyphs, cx)),
        Of::Without(_) => {
            let key = cx.key(Command::New);
            Some(vec![vec![Span::muted(cx.words.with("gantt-empty", &[("key", &key)]))]])
        }
    }
    .unwrap_or_default()
}

fn joined(parts: Vec<Span>) -> Vec<Span> {
    let mut line = Vec::new();
    for part in parts.into_iter().filter(|part| !part.text.is_empty()) {
        if !line.is_empty() {
            line.push(Span::muted(" · "));
        }
        line.push(part);
    }
    line
}

fn plan_lines(plan: &PlanRow, cx: &Cx<'_>) -> Vec<Vec<Span>> {
    let values = cx.values();
    let days = plan.plan.days().map(|of| words_of::days(of, &values)).unwrap_or_default();
    let (reviewed, tone) = words_of::reviewed(plan.reviewed, &values);
    let (late, open) = words_of::late_and_open(plan);
    let mut counts = vec![Span::text(cx.words.with("plan-open", &[("count", &open.to_string())]))];
    if late > 0 {
        counts.push(Span::new(cx.words.with("plan-late", &[("count", &late.to_string())]), Role::Bad));
    }
    counts.push(Span::new(reviewed, role(tone)));
    vec![
        titled(
            &plan.plan.name,
            joined(vec![Span::text(days), Span::muted(words_of::status(&plan.plan, &values))]),
        ),
        joined(counts),
        vec![Span::muted(plan.plan.vision.lines().next().unwrap_or_default())],
    ]
}

/// A name, and behind it the rest.
fn titled(name: &str, rest: Vec<Span>) -> Vec<Span> {
    let mut line = vec![Span::new(name, Role::Heading), Span::text("  ")];
    line.extend(rest);
    line
}

fn objective_lines(one: &ObjectiveRow, row: &Row, cx: &Cx<'_>) -> Vec<Vec<Span>> {
    let values = cx.values();
    let days = row.bar.as_ref().map(|bar| words_of::days((bar.span.from, bar.span.to), &values));
    let owner = words_of::colleague_or_me(one.objective.owner.map(|link| link.0), &values);
    let late = (row.late_below > 0)
        .then(|| Span::new(cx.words.with("plan-late", &[("count", &row.late_below.to_string())]), Role::Bad));
    let mut rest =
        vec![Span::text(days.unwrap_or_default()), Span::text(row.share.clone().unwrap_or_default())];
    rest.push(Span::muted(owner));
    rest.extend(late);
    vec![
        titled(&one.objective.name, joined(rest)),
        vec![Span::muted(one.objective.relevance.lines().next().unwrap_or_default())],
    ]
}

fn initiative_lines(one: &InitiativeRow, plans: &Plans, glyphs: Glyphs, cx: &Cx<'_>) -> Vec<Vec<Span>> {
    let values = cx.values();
    let (_, _, tone) = words_of::standing(one.standing, &values);
    let long = words_of::standing_long(one.standing, &values);
    let state = vec![
        Span::muted(words_of::owner(&one.initiative, &values)),
        Span::text(words_of::share(&one.progress, &values)),
        Span::new(long, role(tone)),
    ];
    let mut lines = vec![titled(&one.initiative.name, length(one, cx)), joined(state)];
    let milestones = milestones(one, glyphs, cx);
    let mut waits = waits(one, plans, cx);
    if milestones.is_empty() {
        lines.push(waits);
    } else {
        lines.push(milestones);
        lines.push(std::mem::take(&mut waits));
    }
    lines
}

/// `30 Nov – 14 Feb 27 · 77 d`.
fn length(one: &InitiativeRow, cx: &Cx<'_>) -> Vec<Span> {
    let Some((from, to)) = one.initiative.days() else { return Vec::new() };
    let days = crate::domain::gantt::Span::between(from, to).days().to_string();
    let last = cx.words.with("value-days", &[("days", &days)]);
    joined(vec![Span::text(words_of::days((from, to), &cx.values())), Span::muted(last)])
}

/// `◆ Pilot signed off Thu   ◇ Kick-off 3 Nov`.
fn milestones(one: &InitiativeRow, glyphs: Glyphs, cx: &Cx<'_>) -> Vec<Span> {
    let mut line = Vec::new();
    // What is still to come first: the line may be cut.
    let (open, done): (Vec<_>, Vec<_>) = one.milestones.iter().partition(|m| m.done_on.is_none());
    for milestone in open.into_iter().chain(done) {
        if !line.is_empty() {
            line.push(Span::text("   "));
        }
        let late = milestone.promise().days_late(cx.today) > 0;
        let when = report::plan::part::when(milestone.due, milestone.done_on, &cx.values());
        let (sign, tone) = match (milestone.done_on.is_some(), late) {
            (true, _) => (glyphs.or("◇", "o"), Role::Muted),
            (false, true) => (glyphs.or("◆", "*"), Role::Bad),
            (false, false) => (glyphs.or("◆", "*"), Role::Text),
        };
        line.push(Span::new(format!("{sign} "), tone));
        line.push(Span::muted(format!("{} ", milestone.name)));
        line.push(Span::new(when, tone));
    }
    line
}

/// What it waits for, until when, and what waits for it; in amber where two collide.
fn waits(one: &InitiativeRow, plans: &Plans, cx: &Cx<'_>) -> Vec<Span> {
    let id = one.initiative.head.id;
    let all: Vec<&InitiativeRow> = plans.initiatives().map(|(_, _, row)| row).collect();
    let mut parts = Vec::new();
    for Link(first) in &one.initiative.after {
        let name = cx.directory.name(Kind::Initiative, *first);
        let before = all.iter().find(|row| row.initiative.head.id == *first);
        let until = before.and_then(|row| row.initiative.ends_on);
        let open = before.is_some_and(|row| !row.standing.is_over()) && !one.standing.is_over();
        let collides = open && one.initiative.starts_on <= until;
        let until = until.map(|on| day::column(on, cx.today, cx.words)).unwrap_or_default();
        let said = cx.words.with("gantt-after", &[("name", &name), ("day", &until)]);
        parts.push(Span::new(said, if collides { Role::Warn } else { Role::Muted }));
    }
    for next in all.iter().filter(|row| row.initiative.after.contains(&Link(id))) {
        let open = !next.standing.is_over() && !one.standing.is_over();
        let collides = open && next.initiative.starts_on <= one.initiative.ends_on;
        let from =
            next.initiative.starts_on.map(|on| day::column(on, cx.today, cx.words)).unwrap_or_default();
        let said = cx.words.with("gantt-before", &[("name", &next.initiative.name), ("day", &from)]);
        parts.push(Span::new(said, if collides { Role::Warn } else { Role::Muted }));
    }
    joined(parts)
}

fn milestone_lines(
    row: &Row,
    one: &InitiativeRow,
    plans: &Plans,
    glyphs: Glyphs,
    cx: &Cx<'_>,
) -> Vec<Vec<Span>> {
    let Some(milestone) = row.of.milestone(plans) else { return Vec::new() };
    let late = milestone.promise().days_late(cx.today) > 0;
    let due = milestone.due.map(|due| day::near(due, cx.today, cx.words)).unwrap_or_default();
    let when = report::plan::part::when(milestone.due, milestone.done_on, &cx.values());
    let tone = if late { Role::Bad } else { Role::Text };
    let mut lines = vec![
        titled(&milestone.name, joined(vec![Span::text(due), Span::new(when, tone)])),
        titled(&one.initiative.name, length(one, cx)),
        milestones(one, glyphs, cx),
    ];
    if let Some(first) = lines.get_mut(1).and_then(|line| line.first_mut()) {
        first.role = Role::Muted;
    }
    lines
}

/// How far the row under the cursor has come, and what that is made of.
pub(super) fn why(gantt: &Gantt, cx: &Cx<'_>) -> Option<Why> {
    let (row, plans) = (gantt.current()?, gantt.plans.as_deref()?);
    let score = match row.of {
        Of::Plan(_) => row.of.plan(plans)?.score.clone(),
        Of::Objective(..) => row.of.objective(plans)?.score.clone(),
        Of::Initiative(..) | Of::Milestone(..) => {
            share::of_initiative(&row.of.initiative(plans)?.course, cx.today)
        }
        Of::Without(_) => return None,
    };
    Some(Why::of(report::score::blocks(&row.name, &score, Measure::of_sums(&cx.values()), &cx.values())))
}
