//! How far objectives and plans have come: means that say what they are made of.
use chrono::NaiveDate;

use super::course::{Course, elapsed};
use crate::domain::Id;
use crate::domain::choice::{ObjectiveStatus, Priority};
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::score::{Figure, Input, Known, Part, Score, weighted};

/// A part of a plan that has come so far.
#[derive(Debug, Clone, PartialEq)]
pub struct Done {
    /// Objective or initiative.
    pub kind: Kind,
    /// Which.
    pub id: Id,
    /// What it is called.
    pub name: String,
    /// How far, 0 … 1, or why that is not known.
    pub share: Known,
    /// What it counts in the mean; nothing where it was given up.
    pub weight: Option<f64>,
}

/// What an objective counts in the progress of its plan: high 3, medium 2, low 1.
pub const fn weight(priority: Option<Priority>) -> f64 {
    match priority {
        Some(Priority::High) => 3.0,
        Some(Priority::Medium) | None => 2.0,
        Some(Priority::Low) => 1.0,
    }
}

fn named(name: &str) -> Explain {
    Explain::new("plan-why-name").with("name", name)
}

/// How far an initiative has come: what hangs on it, or what was entered.
pub fn of_initiative(course: &Course, today: NaiveDate) -> Score {
    let progress = course.progress(today);
    let formula = match (&progress, course.pieces.is_empty()) {
        _ if course.done_on.is_some() => "plan-why-done",
        (Ok(_), false) => "plan-why-pieces",
        (Ok(_), true) if course.entered.is_some() => "plan-why-entered",
        (Ok(_), true) => "plan-why-ahead",
        (Err(_), _) => "plan-why-nothing",
    };
    let part = |piece: &super::course::Piece| {
        let done = Figure::Share(if piece.promise.done_on.is_some() { 1.0 } else { 0.0 });
        let label = named(&piece.name);
        let day = piece.promise.done_on.or(piece.promise.due);
        let input = Input::new(label.clone(), done.clone()).of(piece.kind, piece.id);
        let input = day.map_or_else(|| input.clone(), |day| input.clone().on(day));
        Part { label, weight: Some(1.0), value: Ok(done), inputs: vec![input] }
    };
    let mut parts: Vec<Part> = course.pieces.iter().map(part).collect();
    if let Some(days) = course.days {
        parts.push(Part::plain("plan-why-elapsed", Ok(Figure::Share(elapsed(days, today))), Vec::new()));
    }
    let evidence = if progress.is_ok() { 1.0 } else { 0.0 };
    Score { formula: Explain::new(formula), value: progress.map(Figure::Share), evidence, parts }
}

fn mean(formula: &str, nothing: &str, of: &[Done]) -> Score {
    let part = |done: &Done| {
        let label = named(&done.name);
        let value = done.share.clone().map(Figure::Share);
        let shown = value.clone().unwrap_or_else(Figure::Words);
        let inputs = vec![Input::new(label.clone(), shown).of(done.kind, done.id)];
        Part { label, weight: done.weight, value, inputs }
    };
    let parts: Vec<Part> = of.iter().map(part).collect();
    let (value, evidence) = weighted(&parts);
    let value = value.map(Figure::Share).ok_or_else(|| Explain::new(nothing));
    Score { formula: Explain::new(formula), value, evidence, parts }
}

/// How far an objective has come: reached is all of it, else the mean of its initiatives that were not given up.
pub fn of_objective(status: Option<ObjectiveStatus>, initiatives: &[Done]) -> Score {
    let mut score = mean("plan-why-objective", "plan-no-initiatives", initiatives);
    match status {
        Some(ObjectiveStatus::Reached) => {
            score.value = Ok(Figure::Share(1.0));
            score.formula = Explain::new("plan-why-reached");
            score.evidence = 1.0;
        }
        Some(ObjectiveStatus::Dropped) => score.value = Err(Explain::new("plan-dropped")),
        Some(ObjectiveStatus::Open) | None => {}
    }
    score
}

/// How far a plan has come: the mean of its objectives, each by its priority, and beside it how much of its time has gone.
pub fn of_plan(objectives: &[Done], days: Option<(NaiveDate, NaiveDate)>, today: NaiveDate) -> Score {
    let mut score = mean("plan-why-plan", "plan-no-objectives", objectives);
    if let Some(days) = days {
        let gone = Figure::Share(elapsed(days, today));
        score.parts.push(Part::plain("plan-why-elapsed", Ok(gone), Vec::new()));
    }
    score
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::day;

    fn done(share: Option<f64>, weight: Option<f64>) -> Done {
        let share = share.ok_or_else(|| Explain::new("plan-progress-unknown"));
        Done { kind: Kind::Objective, id: 1, name: "A".into(), share, weight }
    }

    #[test]
    fn a_plan_is_the_mean_of_its_objectives_by_priority() {
        let high = done(Some(1.0), Some(weight(Some(Priority::High))));
        let low = done(Some(0.0), Some(weight(Some(Priority::Low))));
        let unknown = done(None, Some(weight(None)));
        let given_up = done(Some(0.0), None);
        let score = of_plan(&[high, low, unknown, given_up], None, day(2026, 11, 23));
        assert_eq!(score.amount(), Some(0.75));
        assert!((score.evidence - 4.0 / 6.0).abs() < 1e-9);
    }

    #[test]
    fn what_has_nothing_in_it_says_so() {
        assert_eq!(of_plan(&[], None, day(2026, 1, 1)).value.unwrap_err().key, "plan-no-objectives");
        assert_eq!(of_objective(None, &[]).value.unwrap_err().key, "plan-no-initiatives");
        assert_eq!(of_objective(Some(ObjectiveStatus::Reached), &[]).amount(), Some(1.0));
        let dropped = of_objective(Some(ObjectiveStatus::Dropped), &[done(Some(0.5), Some(1.0))]);
        assert_eq!(dropped.value.unwrap_err().key, "plan-dropped");
    }
}
