//! What is asked and done about people beside the commands of every kind of record.
mod cadence;
mod colleagues;
mod coverage;
mod dossier;
mod due;
mod forget;
mod leave;
mod map;
pub(in crate::cli) mod merge;
mod network;
mod org;
mod place;
mod relocate;

use clap::ArgMatches;

use super::failure::Failure;
use super::shell::Shell;

/// Runs one of them by its name; the tree knows no others.
pub fn run(shell: &Shell, name: &str, args: &ArgMatches) -> Result<(), Failure> {
    match name {
        "coverage" => coverage::coverage(shell, args),
        "dossier" => dossier::dossier(shell, args),
        "due" => due::due(shell, args),
        "forget" => forget::forget(shell, args),
        "colleagues" => colleagues::colleagues(shell, args),
        "org" => org::org(shell, args),
        "cadence" => cadence::cadence(shell, args),
        "map" => map::map(shell, args),
        "network" => network::network(shell, args),
        "move" => relocate::relocate(shell, args),
        "leave" => leave::leave(shell, args),
        "merge" => merge::merge(shell, args),
        "duplicates" => merge::duplicates(shell, args),
        _ => Ok(()),
    }
}
