//! Somebody at the keys: the whole screen in process, every effect performed before the key counts as answered.
use std::path::Path;
use std::sync::Arc;

use anyhow::Context;
use cartera::app::App;
use cartera::command::{Ask, Effect, Key, Msg, Pace};
use cartera::domain::explain::Explain;
use cartera::lang::{Lang, Words};
use cartera::store::Store;
use cartera::tui::outside::{Outside, Terminal};
use cartera::ui::Look;
use ratatui::backend::TestBackend;

use super::books::{clock, today};

/// A terminal that nobody sees.
#[derive(Debug)]
struct Paper;

impl Terminal for Paper {
    fn copy(&mut self, _: &str) -> anyhow::Result<()> {
        Ok(())
    }
    fn edit(&mut self, text: &str) -> anyhow::Result<Result<String, Explain>> {
        Ok(Ok(text.to_owned()))
    }
    fn open(&mut self, _: &str) -> bool {
        false
    }
    fn suspend(&mut self) -> anyhow::Result<()> {
        Ok(())
    }
    fn redraw(&mut self) -> anyhow::Result<()> {
        Ok(())
    }
}

/// A screen of 120×36 on a book.
pub struct Player {
    app: App,
    outside: Outside,
    screen: ratatui::Terminal<TestBackend>,
    /// What the program asks when nobody waits.
    later: Vec<Ask>,
}

impl Player {
    /// Opens the book.
    pub fn open(book: &Path, state: &Path) -> anyhow::Result<Self> {
        let words = Arc::new(Words::new(Lang::Es));
        let app = App::new(words, today(), Look::default(), (120, 36));
        let outside = Outside::without_threads(Store::open(book, clock)?, state);
        let screen = ratatui::Terminal::new(TestBackend::new(120, 36))?;
        let mut player = Self { app, outside, screen, later: Vec::new() };
        let effects = player.app.start();
        player.perform(effects)?;
        player.draw()?;
        player.rest()?;
        Ok(player)
    }

    /// Something happens: update, load, draw.
    pub fn tell(&mut self, msg: Msg) -> anyhow::Result<()> {
        let effects = self.app.update(msg);
        self.perform(effects)?;
        self.draw()
    }

    /// Nobody waits: what was put off is asked and drawn.
    pub fn rest(&mut self) -> anyhow::Result<()> {
        for ask in std::mem::take(&mut self.later) {
            self.perform(vec![Effect::Load(Ask { pace: Pace::Now, ..ask })])?;
            self.draw()?;
        }
        Ok(())
    }

    /// A key, by its name or as the letter it is.
    pub fn key(&mut self, name: &str) -> anyhow::Result<()> {
        let key = Key::parse(name).ok().with_context(|| format!("no key {name}"))?;
        self.tell(Msg::Key(key))
    }

    /// A letter is typed.
    pub fn letter(&mut self, letter: char) -> anyhow::Result<()> {
        self.tell(Msg::Key(Key::char(letter)))
    }

    /// The screen as text.
    pub fn shown(&self) -> String {
        self.screen.backend().to_string()
    }

    fn perform(&mut self, effects: Vec<Effect>) -> anyhow::Result<()> {
        let mut queue: std::collections::VecDeque<_> = effects.into();
        while let Some(effect) = queue.pop_front() {
            if let Effect::Load(ask) = &effect
                && ask.pace == Pace::Later
            {
                self.later.push(ask.clone());
                continue;
            }
            for msg in self.outside.perform(effect, self.app.today(), &mut Paper)? {
                queue.extend(self.app.update(msg));
            }
        }
        Ok(())
    }

    fn draw(&mut self) -> anyhow::Result<()> {
        let app = &self.app;
        let mut seen = None;
        self.screen.draw(|frame| seen = Some(app.draw(frame.buffer_mut())))?;
        if let Some(seen) = seen {
            self.app.saw(seen);
        }
        Ok(())
    }
}
