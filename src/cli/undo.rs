//! The way back, and forth again. The shell names what it undid.
use super::failure::Failure;
use super::shell::Shell;
use crate::store::act::Act;

/// Takes the newest act back.
pub fn undo(shell: &Shell) -> Result<(), Failure> {
    replay(shell, Act::Undo)
}

/// Brings the last undone act back.
pub fn redo(shell: &Shell) -> Result<(), Failure> {
    replay(shell, Act::Redo)
}

fn replay(shell: &Shell, act: Act) -> Result<(), Failure> {
    let mut book = shell.existing_book()?;
    let outcome = shell.perform(&mut book, act)?;
    shell.tell(&outcome);
    Ok(())
}
