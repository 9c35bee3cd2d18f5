//! A step of the person under the cursor from one place of the map to the next: learned by hand, today.
use crate::command::{Command, Effect};
use crate::domain::explain::Explain;
use crate::domain::matrix::{Axis, influence_by, interest_by, stance_by};
use crate::store::act::{Act, Learned};
use crate::store::query::people::PersonRow;

/// What the step does, or why it cannot be made.
pub(super) fn effect(command: Command, row: &PersonRow, axis: Axis) -> Effect {
    let refused = |key: &str| Effect::Notify(Explain::new(key).with("name", &row.name));
    let Some(membership) = row.membership else { return refused("people-map-no-account") };
    if row.left_on.is_some() {
        return refused("people-map-has-left");
    }
    let learned = match command {
        Command::MoveUp => {
            influence_by(row.weight, 1).map(|w| Learned::Influence(Some(w))).ok_or("people-map-end-top")
        }
        Command::MoveDown => {
            influence_by(row.weight, -1).map(|w| Learned::Influence(Some(w))).ok_or("people-map-end-bottom")
        }
        Command::MoveLeft => aside(row, axis, -1).ok_or(match axis {
            Axis::Stance => "people-map-end-blocker",
            Axis::Interest => "people-map-end-interest-least",
        }),
        _ => aside(row, axis, 1).ok_or(match axis {
            Axis::Stance => "people-map-end-champion",
            Axis::Interest => "people-map-end-interest-most",
        }),
    };
    learned.map_or_else(refused, |learned| Effect::Act(Act::Learn(membership, learned)))
}

fn aside(row: &PersonRow, axis: Axis, by: i64) -> Option<Learned> {
    match axis {
        Axis::Stance => stance_by(row.stance, by).map(|s| Learned::Stance(Some(s))),
        Axis::Interest => interest_by(row.interest.map(|i| i.0), by).map(|n| Learned::Interest(Some(n))),
    }
}
