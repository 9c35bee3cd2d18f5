//! Questions asked while the user types: on a thread with its own connection, the newest one only.
use std::sync::mpsc::{Receiver, Sender, channel};

use chrono::NaiveDate;

use super::Wake;
use crate::command::{Ask, Msg, Reader};
use crate::domain::explain::Explain;
use crate::store::Store;
use crate::store::query::Answer;

/// A question on its way, with its generation.
struct Job {
    generation: u64,
    ask: Ask,
    today: NaiveDate,
}

/// An answer, with the generation of its question.
#[derive(Debug)]
pub(super) struct Found {
    generation: u64,
    reader: Reader,
    answer: Result<Answer, Explain>,
}

/// The thread, seen from the loop.
pub(super) struct Seeker {
    jobs: Option<Sender<Job>>,
    interrupt: Option<Box<dyn Fn() + Send>>,
    generation: u64,
}

impl std::fmt::Debug for Seeker {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Seeker({})", self.generation)
    }
}

impl Seeker {
    /// No thread: questions are given back to be answered at once.
    pub(super) const fn none() -> Self {
        Self { jobs: None, interrupt: None, generation: 0 }
    }

    /// Starts the thread; a book in memory has none, its questions are answered at once.
    pub(super) fn start(store: &Store, wake: Sender<Wake>) -> Self {
        let Ok(Some(second)) = store.second() else {
            return Self::none();
        };
        let handle = second.interrupt();
        let (jobs, todo) = channel();
        std::thread::spawn(move || work(&second, &todo, &wake));
        Self { jobs: Some(jobs), interrupt: Some(Box::new(move || handle.interrupt())), generation: 0 }
    }

    /// Sends a question; whatever is being looked for is given up. Gives it back if there is no thread.
    pub(super) fn seek(&mut self, ask: Ask, today: NaiveDate) -> Option<Ask> {
        let Some(jobs) = &self.jobs else { return Some(ask) };
        self.generation += 1;
        // First interrupt, then send: the new question must not be the one that is given up.
        if let Some(interrupt) = &self.interrupt {
            interrupt();
        }
        jobs.send(Job { generation: self.generation, ask, today }).err().map(|e| e.0.ask)
    }

    /// The answer, if nothing newer was asked since.
    pub(super) fn take(&self, found: Found) -> Option<Msg> {
        (found.generation == self.generation).then(|| match found.answer {
            Ok(answer) => Msg::Loaded(found.reader, answer),
            Err(explain) => Msg::Failed(explain),
        })
    }
}

fn work(store: &Store, todo: &Receiver<Job>, wake: &Sender<Wake>) {
    while let Ok(first) = todo.recv() {
        let job = todo.try_iter().last().unwrap_or(first);
        let answer = store.ask(&job.ask.query, job.today).map_err(|fault| fault.explain());
        let found = Found { generation: job.generation, reader: job.ask.reader, answer };
        if wake.send(Wake::Sought(found)).is_err() {
            break;
        }
    }
}
