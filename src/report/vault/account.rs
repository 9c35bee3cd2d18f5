//! A client as a note.
use super::sheet::{Sheet, beside, inline};
use super::{Style, with_tag};
use crate::domain::choice::{BuyingRole, Choice, Severity, Stance};
use crate::domain::field::{Record, Spec};
use crate::domain::kind::Kind;
use crate::domain::note::{LAST_CONTACT, Note, Property, fields};
use crate::domain::problem::Problem;
use crate::domain::value::Value;
use crate::lang::value::{Context, show};
use crate::lang::{choice, day, field};
use crate::report::account::affairs;
use crate::report::block::{Block, Figure, Table};
use crate::report::document::section;
use crate::report::plan::{days, share, status};
use crate::store::query::account::AccountPage;
use crate::store::query::people::PersonRow;

pub(super) fn note(page: &AccountPage, style: Style<'_>, cx: &Context<'_>) -> Note {
    let mut properties = style.head(&page.account, cx);
    properties.extend(page.last.map(|day| (LAST_CONTACT, Property::Day(day))));
    with_tag(&mut properties, Kind::Account);
    let subject = [(Kind::Account, page.account.head.id)];
    let mut sheet = Sheet::new(&page.account.name, style, cx);
    sheet.blocks(&[Block::Figures(profile(page, cx))]);
    if style.personal {
        sheet.text(&field::label(Kind::Account, "notes", cx.words), &page.account.notes);
    }
    let people = page.people.iter().filter(|row| !row.placeholder).map(|row| person(row, &sheet, cx));
    let people: Vec<String> = people.collect();
    sheet.list(&cx.words.get("report-people"), people);
    sheet.promises(&page.promises, &subject);
    plan(page, &mut sheet, cx);
    sheet.list(&cx.words.get("report-problems"), problems(page, cx));
    for (title, table) in [
        ("report-opportunities", affairs::opportunities(&page.affairs, cx)),
        ("report-contracts", affairs::contracts(&page.affairs, cx)),
        ("report-satisfaction", affairs::readings(&page.affairs, cx)),
    ] {
        titled(&mut sheet, title, table, cx);
    }
    sheet.talks(&page.log, &subject);
    Note { properties, body: sheet.done() }
}

fn titled(sheet: &mut Sheet<'_>, title: &str, table: Table, cx: &Context<'_>) {
    if !table.rows.is_empty() {
        sheet.blocks(&[Block::heading(cx.words.get(title)), Block::Table(table)]);
    }
}

/// What is known of it, in words.
fn profile(page: &AccountPage, cx: &Context<'_>) -> Vec<Figure> {
    let known = fields(Kind::Account).filter(|spec| spec.name != "name");
    let known = known.map(|spec| (spec, Record::get(&page.account, spec.name)));
    let figure = |(spec, value): (&Spec, Value)| {
        Figure::new(field::label(Kind::Account, spec.name, cx.words), show(spec.kind, &value, cx))
    };
    let mut figures: Vec<Figure> = known.filter(|(_, value)| !value.is_empty()).map(figure).collect();
    if !page.units.is_empty() {
        let units: Vec<&str> = page.units.iter().map(|(_, name)| name.as_str()).collect();
        figures.push(Figure::new(cx.words.get("report-units"), units.join(", ")));
    }
    let last = page.last.map_or_else(|| cx.words.get("value-never"), |day| day::show(day, cx.words));
    figures.push(Figure::new(cx.words.get("report-last-contact"), last));
    figures
}

/// Somebody there: what they are, what they think, when they were seen last.
fn person(row: &PersonRow, sheet: &Sheet<'_>, cx: &Context<'_>) -> String {
    let words = cx.words;
    let roles = row.roles.iter().map(|role| choice::show(BuyingRole::SET, role.name(), words));
    let last = match (row.left_on, row.last) {
        (Some(left), _) => words.with("report-left", &[("day", &day::show(left, words))]),
        (None, Some(last)) => words.with("vault-last", &[("day", &day::show(last, words))]),
        (None, None) => words.get("vault-never"),
    };
    let stance = row.stance.map(|stance| choice::show(Stance::SET, stance.name(), words));
    let parts = [row.title.clone(), row.unit.clone()].into_iter().chain(roles).chain(stance).chain([last]);
    beside(std::iter::once(sheet.link(Kind::Person, row.person, &row.name)).chain(parts.map(|p| inline(&p))))
}

/// The plan in force.
fn plan(page: &AccountPage, sheet: &mut Sheet<'_>, cx: &Context<'_>) {
    let Some(row) = &page.plan else { return };
    let time = row.plan.days().map(|of| days(of, cx)).unwrap_or_default();
    let done = row.score.amount().map(|done| share(&Ok(done), cx)).unwrap_or_default();
    let note = beside([row.plan.name.clone(), time, status(&row.plan, cx), done]);
    let mut blocks = vec![Block::heading_with(cx.words.get("report-plan"), note)];
    let objectives = section::objectives(row, cx);
    if !objectives.rows.is_empty() {
        blocks.push(Block::Table(objectives));
    }
    sheet.blocks(&blocks);
}

/// Open problems: how bad, what comes next, by when.
fn problems(page: &AccountPage, cx: &Context<'_>) -> Vec<String> {
    let open = page.affairs.problems.iter().filter(|problem| problem.closed_on.is_none());
    let row = |problem: &Problem| {
        let severity = problem.severity.map(|s| choice::show(Severity::SET, s.name(), cx.words));
        let due = problem.due.map(|due| day::show(due, cx.words));
        let parts = [problem.name.clone(), severity.unwrap_or_default(), problem.next_step.clone()];
        beside(parts.into_iter().chain(due).map(|part| inline(&part)))
    };
    open.map(row).collect()
}
