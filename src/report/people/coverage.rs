//! A buying centre as a document: its places and who holds them, then how well we know its people (§4).
use crate::domain::cadence::Contact;
use crate::domain::choice::{Choice, Stance};
use crate::domain::coverage::{Held, Member, Place, Seat, Survey};
use crate::domain::kind::Kind;
use crate::lang::value::Context;
use crate::lang::{choice, day};
use crate::report::block::{Block, Cell, Column, Table, Tone};
use crate::report::health::relationship;

/// The sign of how a place is held.
pub const fn sign(held: Held) -> &'static str {
    match held {
        Held::Gap => "–",
        Held::Named => "○",
        Held::Covered => "●",
    }
}

/// What it means that a place is held like this.
pub const fn tone(held: Held) -> Tone {
    match held {
        Held::Gap => Tone::Bad,
        Held::Named => Tone::Warn,
        Held::Covered => Tone::Text,
    }
}

/// How a place is held, in words: nobody is known, somebody is being looked for, contact is overdue, covered.
pub fn state(survey: &Survey, place: &Place, cx: &Context<'_>) -> String {
    let key = match place.held {
        Held::Gap if survey.placeholder(place.seat).is_some() => "coverage-sought",
        Held::Gap => "health-seat-gap",
        Held::Named => "health-seat-named",
        Held::Covered => "health-seat-covered",
    };
    cx.words.get(key)
}

/// The word of a place.
pub fn seat(seat: Seat, cx: &Context<'_>) -> String {
    cx.words.get(&seat.key())
}

/// The whole document.
pub fn coverage(survey: &Survey, name: &str, cx: &Context<'_>) -> Vec<Block> {
    let mut found = vec![Block::heading_with(cx.words.get("coverage-title"), name), places(survey, cx)];
    if survey.members.is_empty() {
        found.push(Block::Paragraph(cx.words.get("coverage-nobody")));
    } else {
        found.extend(relationship(&survey.members, &survey.places, cx));
    }
    found
}

/// One row for everybody who holds a place, one for each that nobody holds.
pub(in crate::report) fn places(survey: &Survey, cx: &Context<'_>) -> Block {
    let mut table = Table::new(vec![
        Column::short(""),
        Column::short(""),
        Column::text(""),
        Column::short("").leaving(1),
        Column::text(""),
    ]);
    for place in &survey.places {
        let mut head = [Cell::toned(sign(place.held), tone(place.held)), seat(place.seat, cx).into()];
        let holders = survey.members.iter().filter(|m| place.people.contains(&m.person));
        for holder in holders {
            let [first, second] = std::mem::take(&mut head);
            let cells =
                vec![first, second, holder.name.clone().into(), stance(holder, cx), contact(holder, cx)];
            table.push(Some((Kind::Person, holder.person)), cells);
        }
        if place.people.is_empty() {
            let [first, second] = head;
            let said = Cell::toned(state(survey, place, cx), Tone::Muted);
            let sought = survey.placeholder(place.seat).map(|person| (Kind::Person, person));
            table.push(sought, vec![first, second, said, Cell::default(), Cell::default()]);
        }
    }
    Block::Table(table)
}

fn stance(member: &Member, cx: &Context<'_>) -> Cell {
    let known = member.stance.map(|(stance, _)| choice::show(Stance::SET, stance.name(), cx.words));
    known.map_or_else(|| Cell::toned("?", Tone::Muted), Cell::from)
}

/// When they were last met, and whether that is long ago.
fn contact(member: &Member, cx: &Context<'_>) -> Cell {
    let tone = match member.contact {
        Contact::Fresh | Contact::Due => Tone::Text,
        Contact::Overdue | Contact::Never => Tone::Warn,
    };
    let last = member.last.map_or_else(|| cx.words.get("value-never"), |d| day::ago(d, cx.today, cx.words));
    Cell::toned(last, tone)
}
