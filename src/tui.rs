//! The terminal: enter and leave, input, signals, the watcher, the loop, and the one door from the screen to the outside.
mod click;
mod daily;
mod drafts;
mod editor;
mod files;
mod forget;
mod form;
mod input;
mod job;
pub mod outside;
mod seek;
mod signals;
pub mod terminal;
mod watch;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use chrono::{Days, NaiveDate, NaiveTime};
use signal_hook::consts::SIGCONT;

use crate::app::App;
use crate::command::{Ask, Effect, Msg, Pace};
use crate::domain::explain::Explain;
use crate::lang::Words;
use crate::store::{Clock, Store};
use crate::ui::Look;
use outside::Outside;
use terminal::Screen;

/// What the screen is started with.
#[derive(Debug)]
pub struct Options {
    /// The book.
    pub store: Store,
    /// The words of the language.
    pub words: Arc<Words>,
    /// Theme, signs and keys.
    pub look: Look,
    /// Mistakes in the settings file, to be said at the start.
    pub notices: Vec<Explain>,
    /// What tells the time.
    pub clock: Clock,
    /// The zone of this machine.
    pub zone: chrono_tz::Tz,
    /// A day that replaces today.
    pub on: Option<NaiveDate>,
    /// Where drafts are kept.
    pub state_folder: PathBuf,
    /// What is started beside the screen.
    pub programs: terminal::Programs,
}

/// What wakes the loop.
#[derive(Debug)]
enum Wake {
    /// Events of the terminal, all that were pending. The input thread waits for a go-on after each batch.
    Input(Vec<crossterm::event::Event>),
    /// The terminal can no longer be read.
    InputEnded,
    /// A file beside the book, or the book itself, was written.
    File,
    /// A thread has something to say.
    Told(Msg),
    /// Long work is over: what came of it, and whether it has written an act.
    Ended {
        /// What the screen is told.
        msg: Msg,
        /// An act was written.
        acted: bool,
    },
    /// A question of the search thread was answered.
    Sought(seek::Found),
    /// A signal came.
    Signal(i32),
}

/// Runs the screen until the user leaves it.
///
/// # Errors
/// If the terminal cannot be taken over or drawn on. Faults of the book are told on the screen.
pub fn run(options: Options) -> anyhow::Result<()> {
    let (wake, woken) = channel();
    let today = options.on.unwrap_or_else(|| (options.clock)().date());
    let mut screen = Screen::enter(options.programs)?;
    let app = App::new(options.words, today, options.look, screen.size());
    let go_on = input::listen(wake.clone());
    signals::listen(wake.clone())?;
    let _watcher = options.store.path().and_then(|path| watch::watch(path, wake.clone()));
    let seeker = seek::Seeker::start(&options.store, wake.clone());
    let daily = daily::Daily::telling(wake.clone(), options.clock);
    let jobs = job::Jobs::telling(wake, options.zone);
    let drafts = drafts::Drafts::of(&options.state_folder, options.store.path());
    let outside = Outside { store: options.store, seeker, drafts, daily, jobs, arrivals: files::beginning() };
    let mut run = Loop {
        app,
        outside,
        screen: &mut screen,
        clock: options.clock,
        on: options.on,
        over: false,
        clicks: click::Clicks::default(),
        looks: Vec::new(),
        later: Vec::new(),
    };
    let effects = run.app.start();
    run.perform(effects)?;
    if let Some(kept) = run.outside.drafts_kept() {
        run.tell(Msg::Noticed(kept))?;
    }
    run.tell(Msg::SettingsRead(options.notices))?;
    go_on.send(())?;
    run.draw()?;
    if run.on.is_none() {
        run.outside.daily.health(&mut run.outside.store, today);
    }
    run.until_over(&woken, &go_on)
}

/// The loop: it sleeps until something wakes it, and draws once per wake.
struct Loop<'a> {
    app: App,
    outside: Outside,
    screen: &'a mut Screen,
    clock: Clock,
    on: Option<NaiveDate>,
    over: bool,
    clicks: click::Clicks,
    /// Looks at the book still to come after its file was written, the next one last.
    looks: Vec<Duration>,
    /// Questions that wait until nobody else does.
    later: Vec<Ask>,
}

/// When to look at the book after its file was written. SQLite writes the log, waits for the disk, and only then lets others
/// see the change, without a further event of the file system: the first look is mostly too early.
const LOOKS: [Duration; 4] = [
    Duration::from_millis(1500),
    Duration::from_millis(400),
    Duration::from_millis(100),
    Duration::from_millis(15),
];

impl Loop<'_> {
    fn until_over(
        &mut self,
        woken: &Receiver<Wake>,
        go_on: &std::sync::mpsc::Sender<()>,
    ) -> anyhow::Result<()> {
        while !self.over {
            let look = self.looks.last().copied();
            let idle = (!self.later.is_empty()).then_some(Duration::ZERO);
            let first = match self.until_midnight().into_iter().chain(look).chain(idle).min() {
                Some(sleep) => match woken.recv_timeout(sleep) {
                    Ok(wake) => Some(wake),
                    Err(RecvTimeoutError::Timeout) => None,
                    Err(RecvTimeoutError::Disconnected) => break,
                },
                None => Some(woken.recv()?),
            };
            let mut drawn_anew = self.check_day()?;
            if first.is_none() {
                drawn_anew |= match self.later.pop() {
                    Some(ask) => self.ask_now(ask)?,
                    None => self.looks.pop().is_some() && self.check_book()?,
                };
            }
            let mut answered = false;
            for wake in first.into_iter().chain(woken.try_iter()) {
                answered |= matches!(wake, Wake::Input(_));
                drawn_anew |= self.take(wake)?;
            }
            if drawn_anew && !self.over {
                self.draw()?;
            }
            if answered && go_on.send(()).is_err() {
                break;
            }
        }
        self.outside.leave(self.app.today(), self.on.is_some());
        Ok(())
    }

    /// Takes one wake; whether the screen must be drawn.
    fn take(&mut self, wake: Wake) -> anyhow::Result<bool> {
        match wake {
            Wake::Input(events) => {
                self.check_book()?;
                for event in events {
                    if let Some(msg) = input::msg(&event) {
                        let msg = self.clicks.pair(msg, self.clock);
                        self.tell(msg)?;
                    }
                    if self.over {
                        break;
                    }
                }
                Ok(true)
            }
            Wake::File => {
                self.looks = LOOKS.to_vec();
                self.check_book()
            }
            Wake::Told(msg) => {
                self.tell(msg)?;
                Ok(true)
            }
            Wake::Ended { msg, acted } => {
                self.outside.ended(acted, self.app.today());
                self.tell(msg)?;
                Ok(true)
            }
            Wake::Sought(found) => match self.outside.seeker.take(found) {
                Some(msg) => {
                    self.tell(msg)?;
                    Ok(true)
                }
                None => Ok(false),
            },
            Wake::Signal(SIGCONT) => {
                outside::Terminal::redraw(self.screen)?;
                Ok(true)
            }
            Wake::InputEnded | Wake::Signal(_) => {
                self.over = true;
                Ok(false)
            }
        }
    }

    /// Tells the screen what happened and does what it wants done, until nothing is left.
    fn tell(&mut self, msg: Msg) -> anyhow::Result<()> {
        let effects = self.app.update(msg);
        self.perform(effects)
    }

    fn perform(&mut self, effects: Vec<Effect>) -> anyhow::Result<()> {
        let mut queue: std::collections::VecDeque<_> = effects.into();
        while let Some(effect) = queue.pop_front() {
            if matches!(effect, Effect::Quit) {
                self.over = true;
                continue;
            }
            if let Effect::Load(ask) = &effect
                && ask.pace == Pace::Later
            {
                self.later.retain(|waiting| waiting.query != ask.query);
                self.later.push(ask.clone());
                continue;
            }
            for msg in self.outside.perform(effect, self.app.today(), self.screen)? {
                queue.extend(self.app.update(msg));
            }
        }
        Ok(())
    }

    /// Asks what had time; the screen is drawn with its answer.
    fn ask_now(&mut self, ask: Ask) -> anyhow::Result<bool> {
        self.perform(vec![Effect::Load(Ask { pace: Pace::Now, ..ask })])?;
        Ok(true)
    }

    /// Whether somebody else has written the book; if so the screen asks anew.
    fn check_book(&mut self) -> anyhow::Result<bool> {
        let changed = self.outside.store.changed_elsewhere().unwrap_or(false);
        if changed {
            self.looks.clear();
            self.tell(Msg::BookChanged)?;
        }
        Ok(changed)
    }

    fn check_day(&mut self) -> anyhow::Result<bool> {
        let today = self.on.unwrap_or_else(|| (self.clock)().date());
        let changed = today != self.app.today();
        if changed {
            self.tell(Msg::DayChanged(today))?;
            self.outside.daily.health(&mut self.outside.store, today);
        }
        Ok(changed)
    }

    /// How long until the day changes; `None` if it never does.
    fn until_midnight(&self) -> Option<Duration> {
        let now = if self.on.is_some() { None } else { Some((self.clock)()) }?;
        let midnight = now.date().checked_add_days(Days::new(1))?.and_time(NaiveTime::MIN);
        // A second later, so that a clock that runs fast on one core does not wake twice.
        Some((midnight - now).to_std().unwrap_or_default() + Duration::from_secs(1))
    }

    fn draw(&mut self) -> anyhow::Result<()> {
        let seen = self.screen.draw(|buf| self.app.draw(buf))?;
        self.app.saw(seen);
        Ok(())
    }
}
