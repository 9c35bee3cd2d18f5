//! Long work, one at a time: on a thread with its own connection, told about as it goes on, stopped when the user says so.
mod export;
mod handout;
mod vault;

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use chrono::NaiveDate;

use super::Wake;
use crate::command::{Job, Msg, Progress};
use crate::domain::explain::Explain;
use crate::domain::progress::{Stage, Step, Unwatched, Watch, is_stopped, stopped};
use crate::exchange::dedupe::Dedupe;
use crate::exchange::options::Times;
use crate::exchange::{self, Plan};
use crate::lang::Words;
use crate::lang::value::Context;
use crate::store::act::Act;
use crate::store::{Outcome, Store};

/// What ends within this time is done before the next frame: nobody sees it begin.
const AT_ONCE: Duration = Duration::from_millis(150);

/// Between two words on how far it has come.
const BETWEEN: Duration = Duration::from_millis(100);

/// The work under way, seen from the loop.
#[derive(Debug, Default)]
pub(super) struct Jobs {
    wake: Option<Sender<Wake>>,
    /// The zone of this machine, for calendars and letters.
    zone: chrono_tz::Tz,
    running: Option<Running>,
}

struct Running {
    stop: Arc<AtomicBool>,
    interrupt: Box<dyn Fn() + Send>,
    thread: JoinHandle<()>,
}

impl std::fmt::Debug for Running {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Running")
    }
}

impl Jobs {
    /// Tells the loop.
    pub(super) const fn telling(wake: Sender<Wake>, zone: chrono_tz::Tz) -> Self {
        Self { wake: Some(wake), zone, running: None }
    }

    /// Begins a job. Where there is no thread for it, all of it is done before this returns.
    pub(super) fn start(&mut self, job: Job, store: &mut Store, today: NaiveDate) -> Vec<Msg> {
        if self.running.is_some() {
            return vec![Msg::Failed(Explain::new("job-busy"))];
        }
        let job = self.timed(job);
        let begun = Msg::Started(job.title());
        let second = self.wake.as_ref().and_then(|_| store.second().transpose());
        match (self.wake.clone(), second) {
            (_, Some(Err(fault))) => return vec![Msg::Failed(fault.explain())],
            (Some(wake), Some(Ok(second))) => self.on_thread(job, second, wake, today),
            (_, None) | (None, _) => {
                return vec![begun, ended(run(job, store, today, &Unwatched), false)];
            }
        }
        vec![begun]
    }

    /// The job, told whose clock this machine goes by.
    fn timed(&self, job: Job) -> Job {
        match job {
            Job::Read { files, options, lang, name } => {
                let times = Times { zone: self.zone, ..options.times() };
                Job::Read { files, options: Box::new(options.with_times(times)), lang, name }
            }
            job @ (Job::Backup
            | Job::Act(..)
            | Job::Handout(_)
            | Job::Export(_)
            | Job::Columns { .. }
            | Job::Notes(_)
            | Job::Import { .. }) => job,
        }
    }

    fn on_thread(&mut self, job: Job, mut store: Store, wake: Sender<Wake>, today: NaiveDate) {
        let stop = Arc::new(AtomicBool::new(false));
        let handle = store.interrupt();
        let (over, is_over) = channel::<()>();
        let watcher = Watcher::new(wake.clone(), stop.clone());
        let asked = stop.clone();
        let thread = std::thread::spawn(move || {
            let done = catch_unwind(AssertUnwindSafe(|| run(job, &mut store, today, &watcher)));
            let done = done.unwrap_or_else(|_| Err(Explain::new("job-stumbled")));
            let acted = store.has_acted();
            drop(store);
            // A loop that is gone has nobody to tell.
            let _ = wake.send(Wake::Ended { msg: ended(done, asked.load(Ordering::Relaxed)), acted });
            drop(over);
        });
        self.running = Some(Running { stop, interrupt: Box::new(move || handle.interrupt()), thread });
        // Only a word of its end, or that there is none yet.
        let _: Result<(), RecvTimeoutError> = is_over.recv_timeout(AT_ONCE);
    }

    /// Stops what is under way, as soon as it can.
    pub(super) fn stop(&self) {
        if let Some(running) = &self.running {
            running.stop.store(true, Ordering::Relaxed);
            (running.interrupt)();
        }
    }

    /// The job has said that it is over.
    pub(super) fn over(&mut self) {
        if let Some(running) = self.running.take() {
            // A thread that stumbled has said so.
            let _ = running.thread.join();
        }
    }

    /// The user leaves: what is under way is stopped and waited for.
    pub(super) fn finish(&mut self) {
        self.stop();
        self.over();
    }
}

/// The message of an end.
fn ended(done: Result<Msg, Explain>, asked: bool) -> Msg {
    Msg::Ended(match done {
        Ok(msg) => Some(Box::new(msg)),
        // What was being asked of the book when it was interrupted fails with words of its own.
        Err(why) if asked || is_stopped(&why) => None,
        Err(why) => Some(Box::new(Msg::Failed(why))),
    })
}

/// Does the work and gives what came of it.
fn run(job: Job, store: &mut Store, today: NaiveDate, watch: &dyn Watch) -> Result<Msg, Explain> {
    match job {
        Job::Backup => {
            // A copy has no parts: it can only be stopped before it begins.
            watch.at(Step::new(Stage::Writing, 0, 0))?;
            store.back_up().map(|backup| Msg::Noticed(backup.made())).map_err(|fault| fault.explain())
        }
        Job::Act(act, _) => {
            watch.at(Step::new(Stage::Writing, 0, 0))?;
            store.perform_watched(act, today, watch).map(Msg::Done).map_err(|fault| fault.explain())
        }
        Job::Handout(of) => handout::make(&of, store, today, watch).map(|made| Msg::Made(Box::new(made))),
        Job::Export(of) => export::write(*of, store, today, watch).map(Msg::Noticed),
        Job::Notes(of) => vault::write(&of, store, today, watch).map(Msg::Noticed),
        Job::Read { files, options, lang, .. } => {
            let directory = store.directory().map_err(|fault| fault.explain())?;
            let words = Words::new(lang);
            let cx = Context { words: &words, today, directory: &directory, scope: None };
            watch.at(Step::new(Stage::Reading, 0, 0))?;
            let plan = exchange::read_watched(&files, &options, store, &cx, watch)?;
            Ok(Msg::Planned(files, Box::new(plan)))
        }
        Job::Columns { files, options, lang, .. } => {
            watch.at(Step::new(Stage::Reading, 0, 0))?;
            let directory = store.directory().map_err(|fault| fault.explain())?;
            let words = Words::new(lang);
            let cx = Context { words: &words, today, directory: &directory, scope: None };
            exchange::mappings(&files, &options, store, &cx).map(Msg::Mapped)
        }
        Job::Import { plan, .. } => import(&plan, store, today, watch),
    }
}

/// Writes what was read, and keeps what was answered about the shape of the files. Once it is in the book, what fails afterwards takes
/// nothing back: it is a remark.
fn import(plan: &Plan, store: &mut Store, today: NaiveDate, watch: &dyn Watch) -> Result<Msg, Explain> {
    watch.at(Step::new(Stage::Writing, 0, 0))?;
    let act = Act::Import(Box::new(plan.batch.clone()));
    let outcome = store.perform_watched(act, today, watch).map_err(|fault| fault.explain())?;
    let after = catch_unwind(AssertUnwindSafe(|| after_import(plan, store, &outcome)));
    let (told, kept) = after.unwrap_or_default();
    let remark = (!kept).then(|| Explain::new("preview-answers-lost"));
    Ok(Msg::Imported(outcome, Box::new(told), remark))
}

/// What was recognised, and whether everything that was answered is kept.
fn after_import(plan: &Plan, store: &mut Store, outcome: &Outcome) -> (Dedupe, bool) {
    let kept = plan.answers.iter().all(|(shape, answer)| store.keep_layout(shape, answer).is_ok());
    // A report that cannot be made is none.
    let told = Dedupe::of(plan).and_then(|told| told.compared(store, &outcome.touched));
    (told.unwrap_or_default(), kept)
}

/// Tells the loop how far the work has come, and the work whether it is to go on.
struct Watcher {
    wake: Sender<Wake>,
    stop: Arc<AtomicBool>,
    /// The stage, when it began, and when it was spoken of last.
    since: Cell<Option<(Stage, Instant, Instant)>>,
}

impl Watcher {
    const fn new(wake: Sender<Wake>, stop: Arc<AtomicBool>) -> Self {
        Self { wake, stop, since: Cell::new(None) }
    }
}

impl Watch for Watcher {
    fn at(&self, step: Step) -> Result<(), Explain> {
        if self.stop.load(Ordering::Relaxed) {
            return Err(stopped());
        }
        let now = Instant::now();
        let since = self.since.get().filter(|(stage, ..)| *stage == step.stage);
        let begun = since.map_or(now, |(_, begun, _)| begun);
        if since.is_none_or(|(_, _, told)| now.duration_since(told) >= BETWEEN) {
            self.since.set(Some((step.stage, begun, now)));
            let left = step.left(now.duration_since(begun));
            // A loop that is gone has nobody to tell.
            let _ = self.wake.send(Wake::Told(Msg::Progressed(Progress { step, left })));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::Account;

    #[test]
    fn work_is_stopped_at_its_next_step_and_spoken_of_ten_times_a_second_at_most() {
        let (wake, woken) = channel();
        let stop = Arc::new(AtomicBool::new(false));
        let watcher = Watcher::new(wake, stop.clone());
        for done in 0..500 {
            assert!(watcher.at(Step::new(Stage::Reading, done, 500)).is_ok());
        }
        assert!(watcher.at(Step::new(Stage::Writing, 0, 9)).is_ok());
        let told = woken.try_iter().count();
        assert!((2..500).contains(&told), "{told}");
        stop.store(true, Ordering::Relaxed);
        let why = watcher.at(Step::new(Stage::Writing, 1, 9));
        assert!(why.is_err_and(|why| is_stopped(&why)));
    }

    #[test]
    fn an_act_is_done_on_a_thread_of_its_own_and_a_second_job_waits_for_its_end() {
        let folder = tempfile::tempdir().unwrap();
        let clock = || crate::domain::day::day(2026, 11, 23).and_hms_opt(9, 0, 0).unwrap();
        let mut store = Store::open(&folder.path().join("a.cartera"), clock).unwrap();
        let (wake, woken) = channel();
        let mut jobs = Jobs::telling(wake, chrono_tz::UTC);
        let today = clock().date();
        let account = Account { name: "Almazara".into(), ..Account::default() };
        let act = Act::Save(vec![Box::new(account)]);
        let begun = jobs.start(Job::Act(act, Explain::new("job-undo")), &mut store, today);
        assert!(matches!(begun[..], [Msg::Started(_)]));
        let busy = jobs.start(Job::Backup, &mut store, today);
        assert!(matches!(&busy[..], [Msg::Failed(why)] if why.key == "job-busy"));
        let end = woken.iter().find(|wake| matches!(wake, Wake::Ended { .. }));
        let Some(Wake::Ended { msg: Msg::Ended(Some(done)), acted: true }) = end else { panic!("{end:?}") };
        assert!(matches!(*done, Msg::Done(_)));
        jobs.over();
        assert!(store.changed_elsewhere().unwrap());
        assert!(matches!(jobs.start(Job::Backup, &mut store, today)[..], [Msg::Started(_)]));
        jobs.finish();
    }

    #[test]
    fn an_end_that_was_asked_for_is_none_whatever_the_book_said() {
        let failed = || Err(Explain::new("store-locked"));
        assert!(matches!(ended(failed(), true), Msg::Ended(None)));
        assert!(matches!(ended(Err(stopped()), false), Msg::Ended(None)));
        assert!(matches!(ended(failed(), false), Msg::Ended(Some(_))));
    }
}
