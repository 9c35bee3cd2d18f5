//! People as pictures: the map of weight against attitude, and who reports to whom (`formulas.md` §3, §4).
use super::{Dot, Map, Org, OrgBox, Picture, Plot};
use crate::domain::cadence::as_f64;
use crate::domain::called;
use crate::domain::choice::{BuyingRole, Choice, Stance};
use crate::lang::value::Context;
use crate::lang::{capital, choice};
use crate::report::block::Tone;
use crate::report::people::org::{self, Section};
use crate::store::query::people::PersonRow;

/// The people of an account by their weight and their attitude to us; nothing where no attitude is known.
pub fn map(people: &[PersonRow], cx: &Context<'_>) -> Option<Picture> {
    let here: Vec<&PersonRow> =
        people.iter().filter(|row| row.left_on.is_none() && !row.placeholder).collect();
    let names: Vec<_> = here.iter().map(|row| (row.person, row.name.as_str())).collect();
    let called = called::called(&names);
    let placed = here.iter().zip(&called);
    let dots: Vec<Dot> =
        placed.filter_map(|(row, called)| Some(dot(row, &called.short, row.stance?, cx))).collect();
    if dots.is_empty() {
        return None;
    }
    let unknown: Vec<&str> =
        here.iter().filter(|row| row.stance.is_none()).map(|row| row.name.as_str()).collect();
    let unplaced = if unknown.is_empty() {
        String::new()
    } else {
        cx.words.with("document-map-unplaced", &[("names", &unknown.join(", "))])
    };
    let of =
        |stances: &[Stance]| here.iter().filter(|r| r.stance.is_some_and(|s| stances.contains(&s))).count();
    let alt = cx.words.with(
        "document-alt-map",
        &[
            ("count", &here.len().to_string()),
            ("for", &of(&[Stance::Champion, Stance::Supporter]).to_string()),
            ("neutral", &of(&[Stance::Neutral]).to_string()),
            ("against", &of(&[Stance::Sceptic, Stance::Blocker]).to_string()),
            ("unknown", &unknown.len().to_string()),
        ],
    );
    let end = |stance| choice::word::<Stance>(stance, cx.words);
    let plot = Map {
        across: [cx.words.get("document-map-stance"), end(Stance::Blocker), end(Stance::Champion)],
        up: [cx.words.get("document-map-influence"), "1".to_owned(), "5".to_owned()],
        dots,
        unplaced,
    };
    Some(Picture { title: cx.words.get("document-picture-map"), alt, plot: Plot::Map(plot) })
}

fn dot(row: &PersonRow, name: &str, stance: Stance, cx: &Context<'_>) -> Dot {
    Dot {
        label: name.to_owned(),
        note: note(row, cx),
        across: (as_f64(stance.score()) + 2.0) / 4.0,
        up: (as_f64(row.weight.w.clamp(1, 5)) - 1.0) / 4.0,
        tone: tone(Some(stance)),
    }
}

/// Their roles, else what is on their card.
fn note(row: &PersonRow, cx: &Context<'_>) -> String {
    let held = BuyingRole::ALL.iter().filter(|role| row.roles.contains(role));
    let roles: Vec<String> = held.map(|role| choice::show(BuyingRole::SET, role.name(), cx.words)).collect();
    if roles.is_empty() { row.title.clone() } else { capital(&roles.join(", ")) }
}

/// What an attitude means.
const fn tone(stance: Option<Stance>) -> Tone {
    match stance {
        Some(Stance::Champion | Stance::Supporter) => Tone::Good,
        Some(Stance::Neutral) => Tone::Text,
        Some(Stance::Sceptic) => Tone::Warn,
        Some(Stance::Blocker) => Tone::Bad,
        None => Tone::Muted,
    }
}

/// Who reports to whom at an account; nothing where nobody is there.
pub fn org(section: &Section<'_>, cx: &Context<'_>) -> Option<Picture> {
    let mut boxes = Vec::new();
    // Whoever left and leads nobody any more is not drawn: the places of the others move up.
    let mut places = Vec::new();
    for branch in &section.forest.branches {
        let row = section.row(branch).filter(|row| row.left_on.is_none() || branch.vacant);
        places.push(row.map(|_| boxes.len()));
        let Some(row) = row else { continue };
        let vacant = branch.vacant || row.placeholder;
        let label = if branch.vacant { cx.words.get("document-org-vacant") } else { org::called(row, cx) };
        let note = if row.title.is_empty() { note(row, cx) } else { row.title.clone() };
        let boss = branch.boss.and_then(|at| places.get(at).copied().flatten());
        boxes.push(OrgBox { label, note, boss, vacant, tone: tone(row.stance) });
    }
    if boxes.is_empty() {
        return None;
    }
    let tops = boxes.iter().filter(|of| of.boss.is_none()).count();
    let vacant = boxes.iter().filter(|of| of.vacant).count();
    let alt = cx.words.with(
        "document-alt-org",
        &[("count", &boxes.len().to_string()), ("tops", &tops.to_string()), ("vacant", &vacant.to_string())],
    );
    Some(Picture { title: cx.words.get("document-picture-org"), alt, plot: Plot::Org(Org { boxes }) })
}
