//! The one door from the screen to the outside: every effect is performed here, and what came of it is told back.
mod mail;

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::daily::Daily;
use super::drafts::Drafts;
use super::job::Jobs;
use super::seek::Seeker;
use crate::command::{Ask, Draft, Effect, Msg, Pace};
use crate::domain::explain::Explain;
use crate::domain::field::Record;
use crate::domain::text::clean;
use crate::store::Store;
use crate::store::act::Act;

/// The file that a typed path means: from the folder in which the program was started, `~` being the user's own.
pub(super) fn place(typed: &str) -> PathBuf {
    placed(Path::new(typed))
}

/// The same of a path, which need not be text.
pub(super) fn placed(path: &Path) -> PathBuf {
    let home = path.strip_prefix("~").ok().and_then(|rest| Some(std::env::home_dir()?.join(rest)));
    let path = home.unwrap_or_else(|| path.to_owned());
    std::path::absolute(&path).unwrap_or(path)
}

/// Name of the draft of the capture line.
const CAPTURE: &str = "capture";

/// What only a terminal can do; tests have one of paper.
pub trait Terminal {
    /// To the clipboard. The text is clean.
    ///
    /// # Errors
    /// If the terminal cannot be written to.
    fn copy(&mut self, text: &str) -> anyhow::Result<()>;

    /// Gives a text to the user's editor and returns what comes back, or why nothing did.
    ///
    /// # Errors
    /// If the terminal cannot be given or taken back.
    fn edit(&mut self, text: &str) -> anyhow::Result<Result<String, Explain>>;

    /// Opens a link with the system's program for it, if there is one.
    fn open(&mut self, link: &str) -> bool;

    /// To the shell for a while.
    ///
    /// # Errors
    /// If the terminal cannot be given or taken back.
    fn suspend(&mut self) -> anyhow::Result<()>;

    /// Forgets what is on the screen, so that it is drawn whole.
    ///
    /// # Errors
    /// If the terminal cannot be written to.
    fn redraw(&mut self) -> anyhow::Result<()>;
}

/// What lies behind the door.
#[derive(Debug)]
pub struct Outside {
    /// The book.
    pub store: Store,
    pub(super) seeker: Seeker,
    pub(super) drafts: Drafts,
    pub(super) daily: Daily,
    pub(super) jobs: Jobs,
    /// Where the picker of files begins.
    pub(super) arrivals: PathBuf,
}

impl Outside {
    /// A book whose questions are all answered at once, with its drafts in that folder.
    pub fn without_threads(store: Store, state_folder: &Path) -> Self {
        let drafts = Drafts::of(state_folder, store.path());
        let arrivals = state_folder.to_owned();
        Self {
            arrivals,
            store,
            seeker: Seeker::none(),
            drafts,
            daily: Daily::default(),
            jobs: Jobs::default(),
        }
    }

    /// Performs one effect and tells what came of it.
    ///
    /// # Errors
    /// Only those of the terminal: faults of the book are told to the screen.
    pub fn perform(
        &mut self,
        effect: Effect,
        today: NaiveDate,
        terminal: &mut dyn Terminal,
    ) -> anyhow::Result<Vec<Msg>> {
        Ok(match effect {
            Effect::Load(ask) => self.load(ask, today).into_iter().collect(),
            Effect::Act(act) => vec![self.act(act, today)],
            Effect::SaveForm { of, parts, anyway } => vec![self.save_form(&of, parts, anyway, today)],
            Effect::OpenForm(of) => vec![self.open_form(of)],
            Effect::OpenCapture(line) => vec![self.open_capture(line)],
            Effect::Create(parts) => vec![self.create(parts, today)],
            Effect::SaveDraft(draft) => self.save_draft(&draft).into_iter().collect(),
            Effect::DropDraft(name) => self.drop_draft(&name),
            Effect::EditText(text) => {
                vec![terminal.edit(&text)?.map_or_else(Msg::Failed, Msg::NoteEdited)]
            }
            Effect::Copy(text) => {
                vec![copy(&text, Explain::new("app-copied").with("text", &text), terminal)?]
            }
            Effect::CopyRows(text, count) => {
                vec![copy(&text, Explain::new("copy-done").with("count", count), terminal)?]
            }
            Effect::Mail(mail, goes_on) => vec![mail::write(&mail, &goes_on, terminal)?],
            Effect::Forget(whom) => vec![self.forget(&whom)],
            Effect::Start(job) => self.jobs.start(*job, &mut self.store, today),
            Effect::Browse(text) => vec![self.browse(&text)],
            Effect::Walk(path) => vec![Self::walk(&path)],
            Effect::Peek(path) => vec![Self::peek(path)],
            Effect::Dropped(paths, text) => vec![Self::dropped(&paths, text)],
            Effect::Cancel => {
                self.jobs.stop();
                Vec::new()
            }
            Effect::Suspend => {
                terminal.suspend()?;
                Vec::new()
            }
            Effect::Redraw => {
                terminal.redraw()?;
                Vec::new()
            }
            // The screen settles these by itself; the loop ends by itself.
            Effect::Go { .. }
            | Effect::Scope(_)
            | Effect::Only(..)
            | Effect::Offer(..)
            | Effect::Choose(_)
            | Effect::Show(_)
            | Effect::Ask(_)
            | Effect::Write(_)
            | Effect::Passed(_)
            | Effect::Notify(_)
            | Effect::Quit => Vec::new(),
        })
    }

    /// An empty line is the one that was left open.
    fn open_capture(&self, line: String) -> Msg {
        let kept = self.drafts.load(CAPTURE).and_then(|d| d.texts.into_iter().next()).map(|t| t.1);
        let kept = kept.filter(|kept| line.is_empty() && !kept.is_empty());
        kept.map_or_else(|| Msg::CaptureLoaded(line), Msg::CaptureResumed)
    }

    /// Long work is over; the first act of a day is followed by a backup, whoever wrote it.
    pub(super) fn ended(&mut self, acted: bool, today: NaiveDate) {
        self.jobs.over();
        if acted {
            self.store.note_acted();
            self.daily.start(&mut self.store, today);
        }
    }

    /// What was left open when the program ended last time.
    pub(super) fn drafts_kept(&self) -> Option<Explain> {
        let forms = self.drafts.forms();
        (forms > 0).then(|| Explain::new("app-drafts-kept").with("count", forms))
    }

    /// The user leaves: remembers what was seen, unless the day was made up.
    pub(super) fn leave(&mut self, today: NaiveDate, made_up: bool) {
        self.jobs.finish();
        if !made_up {
            self.daily.finish();
            // Not worth a word on the way out: the next start only shows a little more as new.
            let _ = self.store.mark_seen(today);
        }
    }

    fn load(&mut self, ask: Ask, today: NaiveDate) -> Option<Msg> {
        let ask = match ask.pace {
            Pace::Now | Pace::Later => ask,
            Pace::Typing => self.seeker.seek(ask, today)?,
        };
        Some(match self.store.ask(&ask.query, today) {
            Ok(answer) => Msg::Loaded(ask.reader, answer),
            Err(fault) => Msg::Failed(fault.explain()),
        })
    }

    fn act(&mut self, act: Act, today: NaiveDate) -> Msg {
        let done = match self.store.perform(act, today) {
            Ok(outcome) => Msg::Done(outcome),
            Err(fault) => Msg::Failed(fault.explain()),
        };
        self.daily.start(&mut self.store, today);
        done
    }

    fn create(&mut self, parts: Vec<Box<dyn Record>>, today: NaiveDate) -> Msg {
        match self.store.perform(Act::Save(parts), today) {
            Ok(outcome) => Msg::Created(outcome),
            Err(fault) => Msg::Failed(fault.explain()),
        }
    }

    fn drop_draft(&self, name: &str) -> Vec<Msg> {
        self.drafts.drop(name);
        Vec::new()
    }

    fn save_draft(&mut self, draft: &Draft) -> Option<Msg> {
        let failed =
            |error: std::io::Error| Msg::Failed(Explain::new("app-draft-failed").with("error", error));
        self.drafts.save(draft).err().map(failed)
    }
}

/// Clean text to the clipboard, and what is said of it.
fn copy(text: &str, told: Explain, terminal: &mut dyn Terminal) -> anyhow::Result<Msg> {
    terminal.copy(&clean(text))?;
    Ok(Msg::Noticed(told))
}
