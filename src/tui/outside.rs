//! The one door from the screen to the outside: every effect is performed here, and what came of it is told back.

use chrono::NaiveDate;
use crossterm::clipboard::CopyToClipboard;

use super::seek::Seeker;
use super::terminal::Screen;
use super::{drafts, editor};
use crate::command::{Ask, Draft, Effect, FormOf, Msg, Pace};
use crate::domain::explain::Explain;
use crate::domain::field::Record;
use crate::store::Store;
use crate::store::act::Act;
use crate::store::fault::Fault;

/// Name of the draft of the capture line.
pub(super) const CAPTURE: &str = "capture";

/// What lies behind the door.
pub(super) struct Outside {
    pub(super) store: Store,
    pub(super) seeker: Seeker,
    pub(super) drafts: drafts::Drafts,
    pub(super) editor: String,
}

impl Outside {
    /// Performs one effect. Errors are only those of the terminal: faults of the book are told to the screen.
    pub(super) fn perform(
        &mut self,
        effect: Effect,
        today: NaiveDate,
        screen: &mut Screen,
    ) -> anyhow::Result<Vec<Msg>> {
        Ok(match effect {
            Effect::Load(ask) => self.load(ask, today).into_iter().collect(),
            Effect::Act(act) => vec![self.act(act, today)],
            Effect::SaveForm { of, parts, anyway } => vec![self.save_form(&of, parts, anyway, today)],
            Effect::OpenForm(of) => vec![self.open_form(of)],
            Effect::OpenCapture(line) => {
                let kept = self.drafts.load(CAPTURE).and_then(|d| d.texts.into_iter().next()).map(|t| t.1);
                let line = if line.is_empty() { kept.unwrap_or_default() } else { line };
                vec![Msg::CaptureLoaded(line)]
            }
            Effect::Create(parts) => match self.store.perform(Act::Save(parts), today) {
                Ok(outcome) => vec![Msg::Created(outcome)],
                Err(fault) => vec![Msg::Failed(fault.explain())],
            },
            Effect::SaveDraft(draft) => self.save_draft(&draft).into_iter().collect(),
            Effect::DropDraft(name) => {
                self.drafts.drop(&name);
                Vec::new()
            }
            Effect::EditText(text) => {
                let folder = std::env::temp_dir();
                vec![match screen.lend(|| editor::edit(&self.editor, &text, &folder))? {
                    Ok(text) => Msg::NoteEdited(text),
                    Err(explain) => Msg::Failed(explain),
                }]
            }
            Effect::Copy(text) => {
                let text = crate::domain::text::clean(&text);
                screen.write(CopyToClipboard::to_clipboard_from(&text))?;
                vec![Msg::Noticed(Explain::new("app-copied").with("text", text))]
            }
            Effect::Suspend => {
                screen.lend(suspend)?;
                Vec::new()
            }
            Effect::Redraw => {
                screen.redraw()?;
                Vec::new()
            }
            // The screen settles these by itself; the loop ends by itself.
            Effect::Go { .. } | Effect::Notify(_) | Effect::Quit => Vec::new(),
        })
    }

    /// The user leaves: remembers what was seen, unless the day was made up.
    pub(super) fn leave(&mut self, today: NaiveDate, made_up: bool) {
        if !made_up {
            // Not worth a word on the way out: the next start only shows a little more as new.
            let _ = self.store.mark_seen(today);
        }
    }

    fn load(&mut self, ask: Ask, today: NaiveDate) -> Option<Msg> {
        let ask = match ask.pace {
            Pace::Now => ask,
            Pace::Typing => self.seeker.seek(ask, today)?,
        };
        Some(match self.store.ask(&ask.query, today) {
            Ok(answer) => Msg::Loaded(ask.reader, answer),
            Err(fault) => Msg::Failed(fault.explain()),
        })
    }

    fn act(&mut self, act: Act, today: NaiveDate) -> Msg {
        match self.store.perform(act, today) {
            Ok(outcome) => Msg::Done(outcome),
            Err(fault) => Msg::Failed(fault.explain()),
        }
    }

    fn open_form(&mut self, of: FormOf) -> Msg {
        let draft = if of.afresh { None } else { self.drafts.load(&of.draft_name()) };
        match of.id.map(|id| self.store.parts(of.kind, id)).transpose() {
            Ok(parts) => Msg::FormLoaded(of, parts.unwrap_or_default(), draft),
            Err(fault) => Msg::Failed(fault.explain()),
        }
    }

    fn save_form(
        &mut self,
        of: &FormOf,
        mut parts: Vec<Box<dyn Record>>,
        anyway: bool,
        today: NaiveDate,
    ) -> Msg {
        if anyway {
            for part in parts.iter_mut().filter(|p| p.head().id != 0) {
                if let Ok(now) = self.store.record(part.kind(), part.head().id) {
                    part.head_mut().version = now.head().version;
                }
            }
        }
        match self.store.perform(Act::Save(parts), today) {
            Ok(outcome) => {
                self.drafts.drop(&of.draft_name());
                Msg::Done(outcome)
            }
            Err(Fault::ChangedElsewhere { kind, id }) => {
                let (kind, id) = of.id.map_or((kind, id), |id| (of.kind, id));
                self.store.parts(kind, id).map_or_else(|f| Msg::Failed(f.explain()), Msg::ChangedElsewhere)
            }
            Err(fault) => Msg::Failed(fault.explain()),
        }
    }

    fn save_draft(&mut self, draft: &Draft) -> Option<Msg> {
        let failed =
            |error: std::io::Error| Msg::Failed(Explain::new("app-draft-failed").with("error", error));
        self.drafts.save(draft).err().map(failed)
    }
}

/// Stops the whole job, as the shell's own Ctrl-Z would, and returns when it is brought back. The group is asked by its
/// number 0, so that `cargo run` or `time` in front of us stops too; a group without a shell is not stopped at all.
fn suspend() {
    // A shell that is missing means that there is nothing to go back to.
    let _ = std::process::Command::new("sh").args(["-c", "kill -TSTP 0"]).status();
}
