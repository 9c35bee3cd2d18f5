//! What is not known before a meeting, or not as it should be.
use chrono::NaiveDate;

use super::{Inputs, fresh_reading};
use crate::domain::coverage::{Held, Member, Place, Seat, buying_centre, threads};
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::score::Source;
use crate::domain::scorecard::Rag;

/// Something that is not known.
#[derive(Debug, Clone, PartialEq)]
pub struct Gap {
    /// The sentence.
    pub explain: Explain,
    /// The record that would say it.
    pub source: Option<Source>,
}

/// So many names stand in one sentence.
const NAMES: usize = 3;

/// What is not known of an account and those who will sit there; what concerns the meeting itself first.
pub fn gaps(inputs: &Inputs, today: NaiveDate) -> Vec<Gap> {
    let there = |missing: &dyn Fn(&Member) -> bool, key: &str| {
        named(&inputs.there().filter(|m| missing(m)).collect::<Vec<_>>(), key)
    };
    let no_motive = |m: &Member| {
        inputs.motives.iter().any(|motive| motive.person == m.person && !motive.wants && !motive.worries)
    };
    let mut found: Vec<Gap> = Vec::new();
    found.extend(there(&|m| m.roles.is_empty(), "brief-gap-role"));
    found.extend(there(&|m| m.stance.is_none(), "brief-gap-stance"));
    found.extend(there(&no_motive, "brief-gap-motive"));
    if inputs.account.is_some() {
        found.extend(of_account(inputs, today));
    }
    found
}

fn of_account(inputs: &Inputs, today: NaiveDate) -> Vec<Gap> {
    let gap = |key: &str| Gap { explain: Explain::new(key), source: inputs.here() };
    let places = buying_centre(&inputs.members, &inputs.required);
    let mut found: Vec<Gap> = Vec::new();
    found.extend(seats(&places, Held::Gap, "insight-role-gap", inputs));
    found.extend(seats(&places, Held::Named, "brief-gap-named", inputs));
    let strong = threads(&inputs.members);
    if strong.rag == Rag::Off && strong.people.is_empty() {
        found.push(gap("insight-no-thread"));
    }
    let stale = inputs.indicators.iter().filter(|i| i.rag == Rag::Stale);
    let stale: Vec<_> = stale.map(|i| (i.name.as_str(), Source::Record(Kind::Kpi, i.kpi))).collect();
    found.extend(listed(&stale, "brief-gap-stale"));
    if inputs.indicators.is_empty() {
        found.push(gap("brief-gap-indicators"));
    }
    if fresh_reading(inputs, today).is_none() {
        let explain = match &inputs.reading {
            Some(old) => Explain::new("brief-gap-satisfaction-old").with("day", old.day),
            None => Explain::new("brief-gap-satisfaction"),
        };
        let source = inputs.reading.map(|r| Source::Record(Kind::Reading, r.id)).or_else(|| inputs.here());
        found.push(Gap { explain, source });
    }
    if !inputs.planned {
        found.push(gap("brief-gap-next"));
    }
    found
}

fn named(members: &[&Member], key: &str) -> Option<Gap> {
    let names: Vec<_> =
        members.iter().map(|m| (m.name.as_str(), Source::Record(Kind::Person, m.person))).collect();
    listed(&names, key)
}

/// One sentence for several records; it leads to the first of them.
fn listed(records: &[(&str, Source)], key: &str) -> Option<Gap> {
    let (_, source) = *records.first()?;
    let mut names: Vec<&str> = records.iter().take(NAMES).map(|(name, _)| *name).collect();
    if records.len() > NAMES {
        names.push("…");
    }
    Some(Gap { explain: Explain::new(key).with("names", names.join(", ")), source: Some(source) })
}

fn seats(places: &[Place], held: Held, key: &str, inputs: &Inputs) -> Option<Gap> {
    let found: Vec<&Place> = places.iter().filter(|place| place.held == held).collect();
    let person = found.first()?.people.first();
    let keys: Vec<String> = found.iter().map(|place| Seat::key(place.seat)).collect();
    let source = person.map(|id| Source::Record(Kind::Person, *id)).or_else(|| inputs.here());
    Some(Gap { explain: Explain::new(key).with("seats", keys.join(" ")), source })
}
