//! The stance over time as a line of steps, and right beneath it the contact of the same months: what moved it, and what did not.
use chrono::{Datelike, NaiveDate};

use super::page::{LABEL, Page};
use crate::command::Command;
use crate::domain::choice::{Aspect, Stance};
use crate::domain::evidence::{MONTHS, STALE, Slice, course};
use crate::lang::day;
use crate::lens::Cx;
use crate::store::query::person::PersonPage;
use crate::ui::steps::{Step, steps};
use crate::ui::text::{visible, width};
use crate::ui::{Glyphs, Role, Span, meter};

/// Months that are shown where there is no room for all of them.
const YEAR: u32 = 12;

/// Columns that a month has at most.
const WIDEST: usize = 3;

/// Draws the section, where there is room for a year and anything to be shown.
pub(super) fn draw(out: &mut Page, page: &PersonPage, g: Glyphs, cx: &Cx<'_>) {
    let known = page.facts.iter().any(|fact| fact.aspect == Aspect::Stance);
    let room = out.room.saturating_sub(LABEL + 2);
    let (months, parts) = grain(room);
    if parts == 0 || (!known && page.touched.is_empty()) {
        return;
    }
    let slices = course(&page.facts, &page.touched, months, parts, cx.today);
    out.section("person-course", remark(&slices, cx), cx);
    if known {
        stances(out, &slices, g);
    } else {
        let key = cx.key(Command::SetValue);
        out.text(&[Span::muted(cx.words.with("person-course-unknown", &[("key", &key)]))]);
    }
    let mut contact = Vec::new();
    for slice in &slices {
        let role = if slice.touches == 0 { Role::Muted } else { Role::Accent };
        Span::extend(&mut contact, &meter::heat(g, &[slice.touches]), role);
    }
    out.labelled(&cx.words.get("person-contact"), contact);
    out.labelled("", Span::muted(axis(&slices, parts, cx)).into());
}

/// How many months have room, and into how many columns each is cut.
fn grain(room: usize) -> (u32, u32) {
    let all = usize::try_from(MONTHS).unwrap_or(usize::MAX);
    let year = usize::try_from(YEAR).unwrap_or(usize::MAX);
    let (months, count) = if room >= 2 * all { (MONTHS, all) } else { (YEAR, year) };
    (months, u32::try_from((room / count).min(WIDEST)).unwrap_or(0))
}

/// What the thin line means, where there is one.
fn remark(slices: &[Slice], cx: &Cx<'_>) -> Option<String> {
    let stale = slices.iter().any(|slice| slice.stale);
    stale.then(|| cx.words.with("person-course-stale", &[("days", &STALE.to_string())]))
}

/// The line between the best and the worst that was believed, neutral always among them.
fn stances(out: &mut Page, slices: &[Slice], g: Glyphs) {
    let scores = || slices.iter().filter_map(|slice| slice.stance).map(Stance::score);
    let (top, bottom) = (scores().max().unwrap_or(0).max(0), scores().min().unwrap_or(0).min(0));
    let level = |score: i64| usize::try_from(top - score).unwrap_or(0);
    let step = |slice: &Slice| {
        let level = level(slice.stance?.score());
        Some(Step { level, faint: slice.stale, mark: slice.learned })
    };
    let columns: Vec<_> = slices.iter().map(step).collect();
    for (row, line) in steps(g, &columns, level(bottom) + 1).into_iter().enumerate() {
        let score = top - i64::try_from(row).unwrap_or(0);
        let sign = g.stance(Stance::of_score(score));
        out.labelled(&format!("{sign:>LABEL$}"), line);
    }
}

/// Names of the months beneath their first column, of each January its year.
fn axis(slices: &[Slice], parts: u32, cx: &Cx<'_>) -> String {
    let every = [1, 2, 3, 6, 12].into_iter().find(|step| step * parts >= 6).unwrap_or(12);
    let name = |on: NaiveDate| {
        if on.month() == 1 { on.year().to_string() } else { visible(&day::month_short(on.month(), cx.words)) }
    };
    let mut line = String::new();
    for (at, slice) in slices.iter().enumerate() {
        if slice.first.day() != 1 || slice.first.month0() % every != 0 {
            continue;
        }
        let name = name(slice.first);
        let fits = at + width(&name) <= slices.len() && (line.is_empty() || width(&line) < at);
        if fits {
            line.push_str(&" ".repeat(at - width(&line)));
            line.push_str(&name);
        }
    }
    line
}
