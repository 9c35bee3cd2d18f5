//! The plan of 12–18 months: as a tree, as a Gantt chart, its decisions, and the team.
mod decisions;
mod gantt;
mod preset;
mod team;
mod tree;

use super::views::{View, Views};
use crate::command::{Command, LensKind};
use crate::domain::kind::Kind;

/// The views of the plan.
pub fn views() -> Views {
    let view = |command, home, lens| View { command, home, lens };
    Views::new(
        LensKind::Plan,
        vec![
            view(
                Command::PlanTree,
                &[Kind::Plan, Kind::Objective, Kind::Initiative, Kind::Milestone],
                Box::<tree::Tree>::default(),
            ),
            view(Command::PlanGantt, &[Kind::Initiative, Kind::Milestone], Box::<gantt::Gantt>::default()),
            view(
                Command::PlanDecisions,
                &[Kind::Decision, Kind::Telling],
                Box::<decisions::Decisions>::default(),
            ),
            view(Command::PlanTeam, &[Kind::Assignment, Kind::Colleague], Box::<team::TeamView>::default()),
        ],
    )
}
