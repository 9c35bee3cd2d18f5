//! Long work on the shell: a line on the terminal says how far it has come, and Ctrl-C ends it before anything is written.
use std::cell::Cell;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use chrono::{NaiveDateTime, TimeDelta};
use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;

use super::out::Out;
use super::shell::Shell;
use crate::domain::explain::Explain;
use crate::domain::progress::{Stage, Step, Watch, stopped};
use crate::lang::progress::{percent, say, time_left};

/// What ends within this time says nothing of itself, in milliseconds.
const AT_ONCE: i64 = 400;

/// Between two words on how far it has come, in milliseconds.
const BETWEEN: i64 = 100;

/// How many steps are made between two looks at the clock.
const STEPS: u32 = 16;

/// Watches over the work of one command.
pub(super) struct Watcher<'a> {
    shell: &'a Shell,
    stop: Arc<AtomicBool>,
    begun: NaiveDateTime,
    /// The stage, when it began, and when it was spoken of last.
    since: Cell<Option<(Stage, NaiveDateTime, NaiveDateTime)>>,
    steps: Cell<u32>,
    spoken: Cell<bool>,
}

impl<'a> Watcher<'a> {
    /// From now on a first Ctrl-C ends the work at its next step, a second one the program.
    pub(super) fn new(shell: &'a Shell) -> Self {
        let stop = Arc::new(AtomicBool::new(false));
        for signal in [SIGINT, SIGTERM] {
            // Where it cannot be asked for, the signal ends the program as it always does: nothing is half written then either.
            let _ = flag::register_conditional_default(signal, stop.clone());
            let _ = flag::register(signal, stop.clone());
        }
        let begun = (shell.clock)();
        Self { shell, stop, begun, since: Cell::new(None), steps: Cell::new(0), spoken: Cell::new(false) }
    }

    /// The line, once it is worth one.
    fn tell(&self, step: Step) {
        let now = (self.shell.clock)();
        let since = self.since.get().filter(|(stage, ..)| *stage == step.stage);
        let begun = since.map_or(now, |(_, begun, _)| begun);
        let due = |from: NaiveDateTime, wait: i64| now - from >= TimeDelta::milliseconds(wait);
        if since.is_some_and(|(_, _, told)| !due(told, BETWEEN)) {
            return;
        }
        self.since.set(Some((step.stage, begun, now)));
        if !due(self.begun, AT_ONCE) {
            return;
        }
        let words = &self.shell.words;
        let mut parts = vec![say(step, words)];
        parts.extend(step.share().map(|share| percent(share, words)));
        let gone = (now - begun).to_std().unwrap_or_default();
        parts.extend(step.left(gone).map(|seconds| time_left(seconds, words)));
        Out::passing(&parts.join("  "));
        self.spoken.set(true);
    }

    /// What was said of it goes: the next word is one that stays.
    pub(super) fn quiet(&self) {
        if self.spoken.replace(false) {
            Out::passing("");
        }
    }
}

impl Watch for Watcher<'_> {
    fn at(&self, step: Step) -> Result<(), Explain> {
        if self.stop.load(Ordering::Relaxed) {
            return Err(stopped());
        }
        let new = self.since.get().is_none_or(|(stage, ..)| stage != step.stage);
        let steps = self.steps.get().wrapping_add(1);
        self.steps.set(steps);
        if Out::can_pass() && (new || steps.is_multiple_of(STEPS)) {
            self.tell(step);
        }
        Ok(())
    }
}

impl Drop for Watcher<'_> {
    fn drop(&mut self) {
        self.quiet();
    }
}
