//! Commands of a kind of record beside those that every kind has: one row a command. The tree takes its flags from here,
//! `cli::record` runs it.
use clap::{ArgMatches, Command};

use super::failure::Failure;
use super::shell::Shell;
use super::tree::{
    decision as decision_flags, gantt as bars, insight as notes, opportunity as sales, plan as plans,
    portfolio as clients, whitespace as flags,
};
use super::{decision, gantt, insight, opportunity, plan, portfolio, whitespace};
use crate::domain::kind::Kind;
use crate::lang::Words;

/// A command of one kind of record.
struct More {
    kind: Kind,
    name: &'static str,
    flags: fn(&Words) -> Command,
    run: fn(&Shell, &ArgMatches) -> Result<(), Failure>,
}

const ALL: &[More] = &[
    More { kind: Kind::Opportunity, name: "board", flags: sales::board, run: opportunity::board },
    More { kind: Kind::Opportunity, name: "stage", flags: sales::stage, run: opportunity::stage },
    More { kind: Kind::Opportunity, name: "history", flags: sales::history, run: opportunity::history },
    More { kind: Kind::Insight, name: "opportunity", flags: notes::opportunity, run: insight::opportunity },
    More { kind: Kind::Insight, name: "initiative", flags: notes::initiative, run: insight::initiative },
    More { kind: Kind::Decision, name: "told", flags: decision_flags::told, run: decision::tell },
    More { kind: Kind::Decision, name: "untold", flags: decision_flags::untold, run: decision::untold },
    More { kind: Kind::Plan, name: "tree", flags: plans::tree, run: plan::tree },
    More { kind: Kind::Plan, name: "copy", flags: plans::copy, run: plan::copy },
    More { kind: Kind::Objective, name: "done", flags: plans::done, run: plan::objective_done },
    More { kind: Kind::Initiative, name: "done", flags: plans::done, run: plan::initiative_done },
    More { kind: Kind::Initiative, name: "attach", flags: plans::attach, run: plan::attach },
    More { kind: Kind::Milestone, name: "done", flags: plans::done, run: plan::milestone_done },
    More { kind: Kind::Account, name: "promote", flags: clients::promote, run: portfolio::promote },
    More { kind: Kind::Account, name: "release", flags: clients::release, run: portfolio::release },
    More { kind: Kind::WhiteSpace, name: "grid", flags: flags::grid, run: whitespace::print_grid },
    More { kind: Kind::WhiteSpace, name: "set", flags: flags::set, run: whitespace::set },
    More { kind: Kind::Competitor, name: "radar", flags: flags::radar, run: whitespace::print_radar },
    More { kind: Kind::Plan, name: "gantt", flags: bars::chart, run: gantt::print },
    More { kind: Kind::Objective, name: "move", flags: bars::shift, run: gantt::move_objectives },
    More { kind: Kind::Initiative, name: "move", flags: bars::shift_or_end, run: gantt::move_initiatives },
    More { kind: Kind::Milestone, name: "move", flags: bars::shift, run: gantt::move_milestones },
];

/// Those of a kind, with what they take.
pub fn commands(words: &Words, kind: Kind) -> Vec<Command> {
    ALL.iter().filter(|more| more.kind == kind).map(|more| (more.flags)(words)).collect()
}

/// Runs the one of that name; the tree knows no others.
pub fn run(shell: &Shell, kind: Kind, name: &str, args: &ArgMatches) -> Result<(), Failure> {
    let meant = ALL.iter().find(|more| more.kind == kind && more.name == name);
    meant.map_or(Ok(()), |more| (more.run)(shell, args))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    #[test]
    fn every_command_is_run_by_the_name_that_it_has_in_the_tree() {
        for more in ALL {
            assert_eq!((more.flags)(&Words::new(Lang::En)).get_name(), more.name);
        }
    }
}
