//! Bars of a plan moved in time: an initiative with its milestones, a milestone alone, all that is open of an objective.
use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::save::few;
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::field::Link;
use crate::domain::gantt::{Shift, Span};
use crate::domain::kind::Kind;
use crate::domain::plan::{Initiative, Milestone};
use crate::store::fault::Fault;
use crate::store::{Outcome, Store, Tx};

/// Moves these initiatives, milestones and objectives. An initiative takes its open milestones with it; where only its end
/// moves, those that stood on its last day or behind it; those that a nearer end would leave behind it are drawn in to it. Of an
/// objective its open initiatives are moved.
///
/// # Errors
/// Refused: `gantt-over` for what is finished or given up, `gantt-too-short` where nothing would be left of it,
/// `gantt-no-end` for the end of what has none of its own, `gantt-nothing-open` for an objective, `gantt-not-a-bar` for any other
/// kind. And faults of the file.
pub(super) fn reschedule(
    store: &mut Store,
    bars: &[(Kind, Id)],
    shift: Shift,
    today: NaiveDate,
) -> Result<Outcome, Fault> {
    store.act(today, |tx| {
        let (initiatives, mut milestones) = chosen(tx, bars, shift)?;
        let (mut moved, mut drawn_in) = (Vec::new(), Vec::new());
        for id in &initiatives {
            let (name, span, drawn) = move_initiative(tx, *id, shift, &mut milestones)?;
            moved.push((name, span));
            drawn_in.extend(drawn);
        }
        for id in milestones {
            let milestone: Milestone = typed(tx, Kind::Milestone, id)?;
            let name = milestone.name.clone();
            moved.push((name, Span::of(move_milestone(tx, milestone, shift)?)));
        }
        Ok(label(tx, shift, &initiatives, moved)?.with("drawn", few(drawn_in)))
    })
}

/// What is moved: no bar twice, whatever was chosen.
fn chosen(tx: &Tx<'_>, bars: &[(Kind, Id)], shift: Shift) -> Result<(BTreeSet<Id>, BTreeSet<Id>), Fault> {
    let (mut initiatives, mut milestones) = (BTreeSet::new(), BTreeSet::new());
    for (kind, id) in bars {
        let no_end = matches!(shift, Shift::End(_)) && matches!(kind, Kind::Milestone | Kind::Objective);
        if no_end {
            return Err(about(tx, "gantt-no-end", *kind, *id)?.into());
        }
        match kind {
            Kind::Initiative => initiatives.extend([*id]),
            Kind::Milestone => milestones.extend([*id]),
            Kind::Objective => {
                let open =
                    "SELECT id FROM initiative WHERE objective = ?1 AND done_on IS NULL AND NOT dropped";
                let open = ids(tx, open, *id)?;
                if open.is_empty() {
                    return Err(about(tx, "gantt-nothing-open", *kind, *id)?.into());
                }
                initiatives.extend(open);
            }
            _ => return Err(Explain::new("gantt-not-a-bar").into()),
        }
    }
    Ok((initiatives, milestones))
}

/// Moves an initiative and those of its milestones that go with it; they need not be moved once more. The last are those that
/// were drawn in to its new end.
fn move_initiative(
    tx: &Tx<'_>,
    id: Id,
    shift: Shift,
    milestones: &mut BTreeSet<Id>,
) -> Result<(String, Span, Vec<String>), Fault> {
    let mut initiative: Initiative = typed(tx, Kind::Initiative, id)?;
    if initiative.done_on.is_some() || initiative.dropped {
        return Err(about(tx, "gantt-over", Kind::Initiative, id)?.into());
    }
    let before = initiative.starts_on.zip(initiative.ends_on).map(|(from, to)| Span::between(from, to));
    let moved = before.and_then(|before| Some((before, before.shifted(shift)?)));
    let Some((before, after)) = moved else {
        return Err(about(tx, "gantt-too-short", Kind::Initiative, id)?.into());
    };
    (initiative.starts_on, initiative.ends_on) = (Some(after.from), Some(after.to));
    tx.update(&mut initiative)?;
    let mut drawn_in = Vec::new();
    for id in ids(tx, "SELECT id FROM milestone WHERE initiative = ?1 AND done_on IS NULL", id)? {
        let mut milestone: Milestone = typed(tx, Kind::Milestone, id)?;
        let goes_along = match shift {
            Shift::Whole(_) => true,
            Shift::End(_) => milestone.due.is_some_and(|due| due >= before.to),
        };
        milestones.remove(&id);
        if goes_along {
            move_milestone(tx, milestone, shift)?;
        } else if milestone.due.is_some_and(|due| due > after.to) {
            milestone.due = Some(after.to);
            tx.update(&mut milestone)?;
            drawn_in.push(milestone.name);
        }
    }
    Ok((initiative.name, after, drawn_in))
}

fn move_milestone(tx: &Tx<'_>, mut milestone: Milestone, shift: Shift) -> Result<NaiveDate, Fault> {
    let id = milestone.head.id;
    if milestone.done_on.is_some() {
        return Err(about(tx, "gantt-over", Kind::Milestone, id)?.into());
    }
    let Some(due) = milestone.due.and_then(|due| shift.day(due)) else {
        return Err(about(tx, "gantt-too-short", Kind::Milestone, id)?.into());
    };
    milestone.due = Some(due);
    tx.update(&mut milestone)?;
    Ok(due)
}

/// `Pilot: 30 Nov – 14 Feb`, and with what it collides from now on.
fn label(
    tx: &Tx<'_>,
    shift: Shift,
    initiatives: &BTreeSet<Id>,
    moved: Vec<(String, Span)>,
) -> Result<Explain, Fault> {
    let (mut waits, mut held) = (BTreeSet::new(), BTreeSet::new());
    for id in initiatives {
        collisions(tx, *id, &mut waits, &mut held)?;
    }
    let part = match (shift, initiatives.is_empty()) {
        (Shift::End(_), _) => "end",
        (Shift::Whole(_), true) => "day",
        (Shift::Whole(_), false) => "whole",
    };
    let days = shift.days();
    let label = Explain::new("act-rescheduled").with("count", moved.len()).with("part", part);
    let label = label.with("days", days.abs()).with("way", if days < 0 { "earlier" } else { "later" });
    let label = moved
        .first()
        .into_iter()
        .fold(label, |label, (_, span)| label.with("from", span.from).with("to", span.to));
    let names = moved.into_iter().map(|(name, _)| name).collect();
    let others = |names: BTreeSet<String>| few(names.into_iter().collect());
    Ok(label.with("name", few(names)).with("waits", others(waits)).with("held", others(held)))
}

/// What an initiative waits for and what is not over when it begins, and what waits for it and begins before it is over.
fn collisions(
    tx: &Tx<'_>,
    id: Id,
    waits: &mut BTreeSet<String>,
    held: &mut BTreeSet<String>,
) -> Result<(), Fault> {
    let initiative: Initiative = typed(tx, Kind::Initiative, id)?;
    let is_open = |other: &Initiative| other.done_on.is_none() && !other.dropped;
    for Link(other) in &initiative.after {
        let other: Initiative = typed(tx, Kind::Initiative, *other)?;
        if is_open(&other) && initiative.starts_on <= other.ends_on {
            waits.insert(other.name);
        }
    }
    for other in ids(tx, "SELECT initiative FROM initiative_after WHERE other = ?1", id)? {
        let other: Initiative = typed(tx, Kind::Initiative, other)?;
        if is_open(&other) && other.starts_on <= initiative.ends_on {
            held.insert(other.name);
        }
    }
    Ok(())
}

fn about(tx: &Tx<'_>, key: &str, kind: Kind, id: Id) -> Result<Explain, Fault> {
    Ok(Explain::new(key).with("name", super::save::name(tx, kind, id)?))
}

fn ids(tx: &Tx<'_>, sql: &str, of: Id) -> Result<Vec<Id>, Fault> {
    let mut statement = tx.conn().prepare_cached(sql)?;
    Ok(statement.query_map([of], |r| r.get(0))?.collect::<Result<_, _>>()?)
}

fn typed<T: Clone + 'static>(tx: &Tx<'_>, kind: Kind, id: Id) -> Result<T, Fault> {
    tx.record(kind, id)?.any().downcast_ref().cloned().ok_or(Fault::Missing { kind, id })
}
