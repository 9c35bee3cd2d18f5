//! What is done once a day: the backup after its first act, on a thread, so that nobody waits for it; the health of the
//! accounts, kept at the first start.
use std::sync::mpsc::Sender;
use std::thread::JoinHandle;

use chrono::NaiveDate;

use super::Wake;
use crate::command::Msg;
use crate::store::{Clock, Store};

/// The thread that makes the copy, and whom it tells when it fails.
#[derive(Debug, Default)]
pub(super) struct Daily {
    told: Option<(Sender<Wake>, Clock)>,
    running: Option<JoinHandle<()>>,
}

impl Daily {
    /// Tells the loop of failures.
    pub(super) const fn telling(wake: Sender<Wake>, clock: Clock) -> Self {
        Self { told: Some((wake, clock)), running: None }
    }

    /// Starts the backup if one is due.
    pub(super) fn start(&mut self, store: &mut Store, today: NaiveDate) {
        let Some((wake, clock)) = self.told.clone() else { return };
        let Some(job) = store.backup_due(today) else { return };
        self.finish();
        self.running = Some(std::thread::spawn(move || {
            if let Err(fault) = job.run(clock) {
                // A loop that is gone has nobody to tell.
                let _ = wake.send(Wake::Told(Msg::Failed(fault.explain())));
            }
        }));
    }

    /// Keeps the health of the accounts, if it is not kept yet: trends are measured against what was kept. Not to be called
    /// where another day replaces today.
    pub(super) fn health(&self, store: &mut Store, today: NaiveDate) {
        if let (Err(fault), Some((wake, _))) = (store.keep_health(today), &self.told) {
            let _ = wake.send(Wake::Told(Msg::Failed(fault.explain())));
        }
    }

    /// Waits until a backup under way is whole.
    pub(super) fn finish(&mut self) {
        if let Some(running) = self.running.take() {
            // A thread that panicked has left the older copies as they were.
            let _ = running.join();
        }
    }
}
