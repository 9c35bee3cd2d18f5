//! Who has been told of decisions; what a decision is written with.
use chrono::NaiveDate;
use rusqlite::params;

use super::save::{few, name};
use crate::domain::Id;
use crate::domain::decision::{Decision, Telling};
use crate::domain::entry::{DecisionTaken, Entry};
use crate::domain::explain::Explain;
use crate::domain::field::Link;
use crate::domain::kind::Kind;
use crate::store::fault::Fault;
use crate::store::query::decisions::audience;
use crate::store::{Outcome, Store, Tx};

/// Of which decision who.
pub type Heard = (Id, (Kind, Id));

/// Marks them as told on that day; if all of them have been told already, as not told.
pub(super) fn told(
    store: &mut Store,
    heard: &[Heard],
    on: NaiveDate,
    today: NaiveDate,
) -> Result<Outcome, Fault> {
    store.act(today, |tx| {
        let mut left = Vec::new();
        for of in heard {
            if records(tx, *of)?.is_empty() {
                left.push(*of);
            }
        }
        let again = left.is_empty();
        for of in heard.iter().filter(|_| again) {
            for id in records(tx, *of)? {
                tx.delete(Kind::Telling, id)?;
            }
        }
        for (decision, who) in &left {
            tell(tx, *decision, *who, on, None)?;
        }
        let told: &[Heard] = if again { heard } else { &left };
        label(tx, told, if again { "act-untold" } else { "act-told" })
    })
}

/// The records that say that somebody was told.
fn records(tx: &Tx<'_>, (decision, (kind, id)): Heard) -> Result<Vec<Id>, Fault> {
    let sql = if kind == Kind::Colleague {
        "SELECT id FROM telling WHERE decision = ?1 AND colleague = ?2"
    } else {
        "SELECT id FROM telling WHERE decision = ?1 AND person = ?2"
    };
    let mut statement = tx.conn().prepare_cached(sql)?;
    Ok(statement.query_map(params![decision, id], |r| r.get(0))?.collect::<Result<_, _>>()?)
}

fn tell(
    tx: &Tx<'_>,
    decision: Id,
    (kind, id): (Kind, Id),
    on: NaiveDate,
    interaction: Option<Id>,
) -> Result<(), Fault> {
    let of = |wanted| (kind == wanted).then_some(Link(id));
    let mut telling = Telling {
        decision: Some(Link(decision)),
        person: of(Kind::Person),
        colleague: of(Kind::Colleague),
        day: Some(on),
        interaction: interaction.map(Link),
        ..Telling::default()
    };
    tx.insert(&mut telling).map(|_| ())
}

/// `Told: Ana Ruiz, Pau Font (prices +3 %)`.
fn label(tx: &Tx<'_>, told: &[Heard], key: &str) -> Result<Explain, Fault> {
    let (mut names, mut decisions, mut seen) = (Vec::new(), Vec::new(), Vec::new());
    for (decision, who) in told {
        if !seen.contains(who) {
            seen.push(*who);
            names.push(name(tx, who.0, who.1)?);
        }
        let of = name(tx, Kind::Decision, *decision)?;
        if !decisions.contains(&of) {
            decisions.push(of);
        }
    }
    Ok(Explain::new(key).with("name", few(names)).with("decision", few(decisions)))
}

/// Writes a decision of a captured line. Those of a conversation that was held know of it; who else must know is as usual at
/// the account.
pub(super) fn decide(
    tx: &Tx<'_>,
    entry: &Entry,
    taken: &DecisionTaken,
    interaction: Id,
) -> Result<(), Fault> {
    // What is written down before a planned meeting was decided today, not on its day, and nobody is told before.
    let day = entry.day.min(tx.today).min(taken.told_on.unwrap_or(tx.today));
    let mut decision = Decision {
        name: taken.name.clone(),
        account: entry.account.map(Link),
        turn: Some(taken.turn),
        decided_on: Some(day),
        interaction: Some(Link(interaction)),
        ..Decision::default()
    };
    let mut heard: Vec<((Kind, Id), NaiveDate, Option<Id>)> = Vec::new();
    if !entry.planned {
        let theirs = entry.people.iter().map(|id| (Kind::Person, *id));
        let ours = entry.colleagues.iter().map(|id| (Kind::Colleague, *id));
        heard.extend(theirs.chain(ours).map(|who| (who, entry.day, Some(interaction))));
    }
    for who in &taken.told {
        if !heard.iter().any(|(known, ..)| known == who) {
            heard.push((*who, taken.told_on.unwrap_or(entry.day), None));
        }
    }
    concern(tx, &mut decision, heard.iter().map(|(who, ..)| *who).collect())?;
    let id = tx.insert(&mut decision)?;
    for (who, on, interaction) in heard {
        tell(tx, id, who, on.min(tx.today), interaction)?;
    }
    Ok(())
}

/// Those who must know: these, and whom a decision at the account concerns.
pub(super) fn concern(tx: &Tx<'_>, decision: &mut Decision, mut who: Vec<(Kind, Id)>) -> Result<(), Fault> {
    if let Some(Link(account)) = decision.account {
        for one in audience(tx.conn(), account, tx.today)? {
            if !who.contains(&one) {
                who.push(one);
            }
        }
    }
    let of = |kind| who.iter().filter(move |w| w.0 == kind).map(|w| Link(w.1)).collect();
    (decision.people, decision.colleagues) = (of(Kind::Person), of(Kind::Colleague));
    Ok(())
}
