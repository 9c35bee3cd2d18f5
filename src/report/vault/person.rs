//! A person as a note.
use super::sheet::{Sheet, beside, inline};
use super::{Style, with_tag};
use crate::domain::Id;
use crate::domain::choice::{Aspect, Choice};
use crate::domain::evidence::current;
use crate::domain::field::{Link, Record};
use crate::domain::kind::Kind;
use crate::domain::note::{LAST_CONTACT, Note, Property};
use crate::domain::value::Value;
use crate::lang::value::{Context, show};
use crate::lang::{capital, choice, day, field};
use crate::report::block::{Block, Figure};
use crate::report::person::{cause, turned, value};
use crate::store::query::person::PersonPage;

/// How to reach them.
const REACH: [&str; 3] = ["emails", "phones", "language"];
/// What moves them, in their own words; the last one they told in confidence.
const MOVES: [&str; 4] = ["wants", "worries", "style", "personal"];

pub(super) fn note(page: &PersonPage, style: Style<'_>, cx: &Context<'_>) -> Note {
    let mut properties = style.head(&page.person, cx);
    properties.extend(page.membership.iter().flat_map(|place| style.head(place, cx)));
    properties.extend(page.touched.first().map(|day| (LAST_CONTACT, Property::Day(*day))));
    with_tag(&mut properties, Kind::Person);
    // Whose account it is stands above.
    let account = page.membership.as_ref().and_then(|place| place.account);
    let subject = [(Kind::Person, page.person.head.id), (Kind::Account, account.map_or(0, |Link(id)| id))];
    let mut sheet = Sheet::new(&page.person.name, style, cx);
    sheet.put(place(page, &sheet, cx));
    let figures = known(page, style, cx);
    if !figures.is_empty() {
        sheet.blocks(&[Block::Figures(figures)]);
    }
    let around = around(page, &sheet, cx);
    sheet.list(&cx.words.get("vault-around"), around);
    for name in MOVES.into_iter().filter(|name| style.tells(Kind::Person, name)) {
        if let Value::Text(text) = Record::get(&page.person, name) {
            sheet.text(&field::label(Kind::Person, name, cx.words), &text);
        }
    }
    sheet.promises(&page.promises, &subject);
    sheet.talks(&page.log, &subject);
    let learned = page.changes.iter().map(|change| {
        let on = day::show(change.learned.on, cx.words);
        beside([on, inline(&turned(change, cx)), inline(&cause(&change.learned, cx))])
    });
    sheet.list(&cx.words.get("person-learned"), learned);
    Note { properties, body: sheet.done() }
}

/// What they are and where: `Purchasing director · [[Arce]] · Plant`.
fn place(page: &PersonPage, sheet: &Sheet<'_>, cx: &Context<'_>) -> String {
    let Some(place) = &page.membership else { return String::new() };
    let named = |kind: Kind, link: Option<Link>| link.map(|Link(id)| (id, cx.directory.name(kind, id)));
    let account = named(Kind::Account, place.account);
    let account = account.map(|(id, name)| sheet.link(Kind::Account, id, &name));
    let unit = named(Kind::Unit, place.unit).map(|(_, name)| inline(&name));
    let left = place.left_on.map(|left| cx.words.with("report-left", &[("day", &day::show(left, cx.words))]));
    beside([inline(&place.title)].into_iter().chain(account).chain(unit).chain(left))
}

/// Roles, stance and weight with their day, then how to reach them.
fn known(page: &PersonPage, style: Style<'_>, cx: &Context<'_>) -> Vec<Figure> {
    let of = |aspect: Aspect| {
        let label = capital(&choice::show(Aspect::SET, aspect.name(), cx.words));
        current(&page.facts, aspect).into_iter().map(move |fact| {
            let shown = match aspect {
                Aspect::Stance | Aspect::Role => value(aspect, &fact.value, cx),
                Aspect::Influence | Aspect::Interest => fact.value.clone(),
            };
            let since = cx.words.with("person-since", &[("day", &day::show(fact.on, cx.words))]);
            Figure::new(label.clone(), shown).note(since)
        })
    };
    let aspects = [Aspect::Role, Aspect::Stance, Aspect::Influence, Aspect::Interest];
    let mut figures: Vec<Figure> = aspects.into_iter().flat_map(of).collect();
    let reach = REACH.into_iter().chain(["birthday"]).filter(|name| style.tells(Kind::Person, name));
    for spec in reach.filter_map(|name| Kind::Person.specs().into_iter().find(|spec| spec.name == name)) {
        let value = Record::get(&page.person, spec.name);
        if !value.is_empty() {
            let label = field::label(Kind::Person, spec.name, cx.words);
            figures.push(Figure::new(label, show(spec.kind, &value, cx)));
        }
    }
    figures
}

/// Who stands around them: whom they report to, who reports to them, through whom one gets to them, who of ours knows them, and
/// where else they are.
fn around(page: &PersonPage, sheet: &Sheet<'_>, cx: &Context<'_>) -> Vec<String> {
    let people = |people: &[(Id, String)]| {
        let links = people.iter().map(|(id, name)| sheet.link(Kind::Person, *id, name));
        links.collect::<Vec<_>>().join(", ")
    };
    let boss: Vec<_> = page.reports_to.iter().cloned().collect();
    let through: Vec<_> = page.reached.iter().map(|via| (via.id, via.name.clone())).collect();
    let ours = page.known_to.iter().map(|one| inline(&one.name)).collect::<Vec<_>>().join(", ");
    let elsewhere = page.elsewhere.iter().map(|(id, name, over)| {
        let link = sheet.link(Kind::Account, *id, name);
        if *over { format!("{link} ({})", cx.words.get("vault-over")) } else { link }
    });
    let rows = [
        (field::label(Kind::Membership, "reports_to", cx.words), people(&boss)),
        (cx.words.get("vault-leads"), people(&page.reports)),
        (field::label(Kind::Membership, "reached_via", cx.words), people(&through)),
        (cx.words.get("person-known-to"), ours),
        (cx.words.get("vault-also-at"), elsewhere.collect::<Vec<_>>().join(", ")),
    ];
    let rows = rows.into_iter().filter(|(_, said)| !said.is_empty());
    rows.map(|(label, said)| format!("**{}:** {said}", inline(&label))).collect()
}
