//! Plans in words: one plan on a page, its parts, how each stands.
pub mod part;
pub mod tree;

use chrono::{Datelike, NaiveDate};

use super::block::{Block, Figure, Tone};
use super::score::scaled;
use crate::domain::choice::{Choice, PlanStatus};
use crate::domain::kind::Kind;
use crate::domain::plan::course::{Standing, elapsed};
use crate::domain::plan::term::Reviewed;
use crate::domain::plan::{Initiative, Plan};
use crate::domain::score::Known;
use crate::lang::value::Context;
use crate::lang::{choice, day, field, number};
use crate::store::query::plans::{PlanRow, Plans};

/// How an initiative stands: its sign, its words, what they mean.
pub fn standing(of: Standing, cx: &Context<'_>) -> (&'static str, String, Tone) {
    let days = |key: &str, days: i64| cx.words.with(key, &[("days", &days.to_string())]);
    match of {
        Standing::Late(late) => ("!", days("value-days-late", late), Tone::Bad),
        Standing::Slipping(late) => ("◐", days("plan-slipping", late), Tone::Warn),
        Standing::Waiting(_) => ("◐", cx.words.get("plan-waiting"), Tone::Warn),
        Standing::Behind(_) => ("◐", cx.words.get("plan-behind"), Tone::Warn),
        Standing::Ripe => ("✓", cx.words.get("plan-ripe"), Tone::Accent),
        Standing::Running => ("●", cx.words.get("plan-running"), Tone::Text),
        Standing::Ahead => (" ", cx.words.get("plan-ahead"), Tone::Muted),
        Standing::Done(_) => ("✓", cx.words.get("plan-done"), Tone::Muted),
        Standing::Dropped => ("–", cx.words.get("plan-given-up"), Tone::Muted),
    }
}

/// The same in a whole sentence, with what it waits for.
pub fn standing_long(of: Standing, cx: &Context<'_>) -> String {
    match of {
        Standing::Waiting(first) => {
            let name = cx.directory.name(Kind::Initiative, first);
            cx.words.with("plan-waiting-for", &[("name", &name)])
        }
        Standing::Slipping(late) => cx.words.with("plan-slipping-long", &[("days", &late.to_string())]),
        Standing::Behind(points) => cx.words.with("plan-behind-long", &[("points", &points.to_string())]),
        Standing::Ripe => cx.words.get("plan-ripe-long"),
        Standing::Done(on) => cx.words.with("plan-done-on", &[("day", &day::show(on, cx.words))]),
        Standing::Late(_) | Standing::Running | Standing::Ahead | Standing::Dropped => standing(of, cx).1,
    }
}

/// Who does an initiative: me, a colleague, or somebody of theirs.
pub fn owner(of: &Initiative, cx: &Context<'_>) -> String {
    match (of.theirs, of.owner) {
        (Some(person), _) => format!("← {}", cx.directory.name(Kind::Person, person.0)),
        (None, colleague) => colleague_or_me(colleague.map(|c| c.0), cx),
    }
}

/// The same in a document, which others read: the account manager has a name there.
pub fn owner_by_name(of: &Initiative, cx: &Context<'_>) -> String {
    match (of.theirs, of.owner) {
        (None, colleague) => colleague_by_name(colleague.map(|c| c.0), cx),
        (Some(_), _) => owner(of, cx),
    }
}

/// Who of ours in a document, the account manager too; where nobody has said what they are called it is me.
pub fn colleague_by_name(colleague: Option<crate::domain::Id>, cx: &Context<'_>) -> String {
    let name = cx.directory.owner.split(',').next().unwrap_or_default().trim();
    match colleague {
        None if !name.is_empty() => name.to_owned(),
        known => colleague_or_me(known, cx),
    }
}

/// Who of ours; nobody named is me.
pub fn colleague_or_me(colleague: Option<crate::domain::Id>, cx: &Context<'_>) -> String {
    colleague.map_or_else(|| cx.words.get("plan-me"), |id| cx.directory.name(Kind::Colleague, id))
}

/// How long ago a plan was gone through, and whether that is too long.
pub fn reviewed(of: Reviewed, cx: &Context<'_>) -> (String, Tone) {
    let ago = |key: &str, days: i64| cx.words.with(key, &[("days", &days.to_string())]);
    match of {
        Reviewed::Never => (cx.words.get("plan-reviewed-never"), Tone::Warn),
        Reviewed::Fresh(days) => (ago("plan-reviewed", days), Tone::Muted),
        Reviewed::Due(days) => (ago("plan-reviewed", days), Tone::Warn),
        Reviewed::Stale(days) => (ago("plan-reviewed", days), Tone::Bad),
    }
}

/// The same for a column: `review 9 d`.
pub fn reviewed_short(of: Reviewed, cx: &Context<'_>) -> (String, Tone) {
    let said = match of {
        Reviewed::Never => cx.words.get("plan-review-never"),
        Reviewed::Fresh(days) | Reviewed::Due(days) | Reviewed::Stale(days) => {
            cx.words.with("plan-review", &[("days", &days.to_string())])
        }
    };
    (said, reviewed(of, cx).1)
}

/// A share as a percentage without decimals; `–` where it is not known.
pub fn share(of: &Known, cx: &Context<'_>) -> String {
    of.as_ref()
        .map_or_else(|_| "–".to_owned(), |s| number::show_percent(cx.words.lang(), scaled(s * 100.0, 0)))
}

/// `1 Jul 26 – 31 Dec 27`.
pub fn days((from, to): (NaiveDate, NaiveDate), cx: &Context<'_>) -> String {
    // Both years where they differ: without them a plan of 18 months reads like one of six.
    let (first, last) = if from.year() == to.year() { (cx.today, cx.today) } else { (to, from) };
    format!("{} – {}", day::column(from, first, cx.words), day::column(to, last, cx.words))
}

/// How a plan stands: draft, active, closed.
pub fn status(of: &Plan, cx: &Context<'_>) -> String {
    of.status.map(|s| choice::show(PlanStatus::SET, s.name(), cx.words)).unwrap_or_default()
}

/// Initiatives of a plan that are late, and those that are not over.
pub fn late_and_open(row: &PlanRow) -> (usize, usize) {
    let all = row.objectives.iter().flat_map(|o| &o.initiatives);
    let open = all.clone().filter(|i| !i.standing.is_over()).count();
    (all.filter(|i| i.standing.is_late()).count(), open)
}

/// Progress in words: the share, or why it is not known.
pub fn progress(of: &Known, cx: &Context<'_>) -> Figure {
    let shown = Figure::new(cx.words.get("plan-label-progress"), share(of, cx));
    of.as_ref().err().map_or_else(|| shown.clone(), |why| shown.clone().note(cx.words.say(why)))
}

/// What stands at the head of a plan: its time, how far it has come against it, its review.
pub fn head(row: &PlanRow, cx: &Context<'_>) -> Vec<Block> {
    let words = cx.words;
    let mut figures = Vec::new();
    let mut gone = String::new();
    if let Some(of) = row.plan.days() {
        gone = number::show_percent(words.lang(), scaled(elapsed(of, cx.today) * 100.0, 0));
        figures.push(Figure::new(words.get("plan-label-days"), days(of, cx)));
    }
    let progress = row.score.amount().ok_or_else(|| row.unknown());
    let shown = Figure::new(words.get("plan-label-progress"), share(&progress, cx));
    figures.push(match &progress {
        Ok(_) => shown.note(words.with("plan-elapsed", &[("share", &gone)])),
        Err(why) => shown.note(words.say(why)),
    });
    let (said, tone) = reviewed(row.reviewed, cx);
    figures.push(Figure::new(words.get("plan-label-reviewed"), said).tone(tone));
    let (late, open) = late_and_open(row);
    let counts = words.with("plan-open", &[("count", &open.to_string())]);
    let tone = if late > 0 { Tone::Bad } else { Tone::Text };
    let counts = Figure::new(words.get("plan-label-initiatives"), counts);
    figures.push(match late {
        0 => counts,
        _ => counts.note(words.with("plan-late", &[("count", &late.to_string())])).tone(tone),
    });
    let title = format!("{} · {}", row.account_name, row.plan.name);
    vec![Block::heading_with(title, status(&row.plan, cx)), Block::Figures(figures)]
}

/// The page of a plan: vision, what the client wants, why us, strengths and weaknesses. Only what is written.
pub fn page(row: &PlanRow, cx: &Context<'_>) -> Vec<Block> {
    let plan = &row.plan;
    let mut blocks = head(row, cx);
    let texts = [
        ("vision", &plan.vision),
        ("goals", &plan.goals),
        ("challenges", &plan.challenges),
        ("proposition", &plan.proposition),
        ("strengths", &plan.strengths),
        ("weaknesses", &plan.weaknesses),
        ("chances", &plan.chances),
        ("threats", &plan.threats),
        ("notes", &plan.notes),
    ];
    for (name, text) in texts {
        if !text.trim().is_empty() {
            blocks.push(Block::heading(field::label(Kind::Plan, name, cx.words)));
            blocks.push(Block::Callout(Tone::Text, text.clone()));
        }
    }
    blocks
}

/// All plans of a scope, each as a tree; then the accounts that have none.
pub fn overview(plans: &Plans, cx: &Context<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for row in plans.plans.iter().filter(|row| row.plan.is_open()) {
        blocks.extend(head(row, cx));
        blocks.extend(tree::tree(row, cx));
    }
    for (_, name) in &plans.without {
        blocks.push(Block::Callout(Tone::Muted, cx.words.with("plan-without", &[("account", name)])));
    }
    if blocks.is_empty() {
        blocks.push(Block::Paragraph(cx.words.get("plan-none")));
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::directory::Directory;
    use crate::domain::plan::term::Reviewed;
    use crate::lang::{Lang, Words};

    #[test]
    fn how_an_initiative_stands_is_short_enough_for_its_column_in_both_languages() {
        let directory = Directory::default();
        let all = [
            Standing::Late(365),
            Standing::Slipping(99),
            Standing::Waiting(1),
            Standing::Behind(40),
            Standing::Ripe,
            Standing::Running,
            Standing::Ahead,
            Standing::Dropped,
        ];
        for lang in Lang::ALL {
            let words = Words::new(lang);
            let today = crate::domain::day::day(2026, 11, 23);
            let cx = Context { words: &words, today, directory: &directory, scope: None };
            for of in all {
                let said = standing(of, &cx).1;
                assert!(said.chars().count() <= 12, "{said}");
            }
            assert_eq!(reviewed(Reviewed::Stale(96), &cx).1, Tone::Bad);
            assert!(reviewed_short(Reviewed::Stale(999), &cx).0.chars().count() <= 12);
        }
    }
}
