//! What is said of single records of an import: by the place that a dry run names.
use clap::ArgMatches;

use super::failure::{Code, Failure};
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::exchange::Plan;
use crate::exchange::choices::{Choice, Choices, Spot};
use crate::exchange::plan::Row;

/// What is done with a record, and where it stands: `contacts.vcf:12`, or the line alone.
struct Said {
    place: String,
    /// Which of the records there; a row of contacts may hold a person and a company.
    kind: Option<Kind>,
    choice: Choice,
}

/// Whether anything is said of single records.
pub(super) fn is_said(args: &ArgMatches) -> bool {
    ["skip", "new", "into"].iter().any(|flag| args.contains_id(flag))
}

/// What is said of the records of a plan.
pub(super) fn choices(args: &ArgMatches, plan: &Plan) -> Result<Choices, Failure> {
    let mut said = Vec::new();
    for (flag, choice) in [("skip", Choice::Skip), ("new", Choice::CreateNew)] {
        said.extend(texts(args, flag).map(|text| of_text(text, choice)));
    }
    for text in texts(args, "into") {
        let number = |text: &str| text.trim().trim_start_matches('#').parse::<Id>().ok().filter(|id| *id > 0);
        let parts = text.rsplit_once('=').and_then(|(place, id)| Some((place, number(id)?)));
        let Some((place, id)) = parts else {
            return Err(Failure::new(Code::Usage, Explain::new("cli-into-unreadable").with("text", text)));
        };
        said.push(of_text(place, Choice::MergeInto(id)));
    }
    let mut found: Vec<Vec<Row>> = said.iter().map(|_| Vec::new()).collect();
    plan.each_row(None, |row| {
        for (one, rows) in said.iter().zip(&mut found) {
            let there = row.place() == one.place || row.line.to_string() == one.place;
            if there && row.spot().is_some() && one.kind.is_none_or(|kind| row.kind == Some(kind)) {
                rows.push(row.clone());
            }
        }
    })?;
    let mut choices = Choices::default();
    for (one, rows) in said.iter().zip(found) {
        if let Some(spot) = meant(one, &rows)? {
            choices.set(spot, Some(one.choice));
        }
    }
    Ok(choices)
}

fn texts<'a>(args: &'a ArgMatches, flag: &str) -> impl Iterator<Item = &'a String> {
    args.get_many::<String>(flag).into_iter().flatten()
}

/// `account:contacts.csv:12` is the company of that row.
fn of_text(text: &str, choice: Choice) -> Said {
    let kind = text.split_once(':').and_then(|(kind, place)| Some((Kind::named(kind.trim())?, place)));
    let (kind, place) = kind.map_or((None, text), |(kind, place)| (Some(kind), place));
    Said { place: place.trim().to_owned(), kind, choice }
}

/// The one record that is meant: of a contact and their company the contact.
fn meant(said: &Said, rows: &[Row]) -> Result<Option<Spot>, Failure> {
    let refuse = |key: &str| Failure::new(Code::NotFound, Explain::new(key).with("place", &said.place));
    let contact = rows.iter().filter(|row| row.kind != Some(Kind::Account));
    let one = match contact.collect::<Vec<_>>().as_slice() {
        [] => match rows {
            [] => return Err(refuse("cli-place-unknown")),
            [one] => one,
            [..] => return Err(refuse("cli-place-several")),
        },
        [one] => *one,
        [..] => return Err(refuse("cli-place-several")),
    };
    Ok(one.spot())
}
