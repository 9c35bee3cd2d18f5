//! The whole screen without a terminal: keys in, effects performed on a book in memory, the screen out as text.
use std::sync::Arc;

use cartera::app::App;
use cartera::command::{Effect, Key, Msg};
use cartera::domain::explain::Explain;
use cartera::lang::{Lang, Words};
use cartera::store::Store;
use cartera::tui::outside::{Outside, Terminal};
use cartera::ui::{Look, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};

use crate::book::today;

/// A terminal of paper: notes what it was asked for.
#[derive(Debug, Default)]
pub struct Paper {
    /// What was copied last.
    pub copied: String,
    /// What the editor gives back.
    pub written: Option<String>,
    /// The links that were opened, where there is a desktop.
    pub desktop: Option<Vec<String>>,
}

impl Terminal for Paper {
    fn copy(&mut self, text: &str) -> anyhow::Result<()> {
        text.clone_into(&mut self.copied);
        Ok(())
    }
    fn edit(&mut self, text: &str) -> anyhow::Result<Result<String, Explain>> {
        Ok(Ok(self.written.clone().unwrap_or_else(|| text.to_owned())))
    }
    fn open(&mut self, link: &str) -> bool {
        self.desktop.as_mut().map(|opened| opened.push(link.to_owned())).is_some()
    }
    fn suspend(&mut self) -> anyhow::Result<()> {
        Ok(())
    }
    fn redraw(&mut self) -> anyhow::Result<()> {
        Ok(())
    }
}

/// A screen on a book.
pub struct Stage {
    /// The screen.
    pub app: App,
    /// What lies behind it.
    pub outside: Outside,
    /// The terminal of paper.
    pub paper: Paper,
    /// The user has left.
    pub over: bool,
    size: (u16, u16),
    folder: tempfile::TempDir,
}

impl Stage {
    /// A screen of 80×24 in English on this book.
    pub fn new(store: Store) -> Self {
        Self::of(store, Lang::En, Theme::Terminal, (80, 24))
    }

    /// A screen like that.
    pub fn of(store: Store, lang: Lang, theme: Theme, size: (u16, u16)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let look = Look { theme, ..Look::default() };
        let app = App::new(Arc::new(Words::new(lang)), today(), look, size);
        let outside = Outside::without_threads(store, folder.path());
        let mut stage = Self { app, outside, paper: Paper::default(), over: false, size, folder };
        let effects = stage.app.start();
        stage.perform(effects);
        stage.draw();
        stage
    }

    /// The next start on the same book, with the drafts of this one.
    pub fn again(self) -> Self {
        let Self { outside, folder, size, .. } = self;
        let app = App::new(Arc::new(Words::new(Lang::En)), today(), Look::default(), size);
        let mut stage = Self { app, outside, paper: Paper::default(), over: false, size, folder };
        let effects = stage.app.start();
        stage.perform(effects);
        stage.draw();
        stage
    }

    /// Tells the screen something.
    pub fn tell(&mut self, msg: Msg) {
        let effects = self.app.update(msg);
        self.perform(effects);
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        let mut queue: std::collections::VecDeque<_> = effects.into();
        while let Some(effect) = queue.pop_front() {
            self.over |= matches!(effect, Effect::Quit);
            for msg in self.outside.perform(effect, self.app.today(), &mut self.paper).unwrap() {
                queue.extend(self.app.update(msg));
            }
        }
    }

    /// Presses keys by their names: `Del Del`, `Ctrl-S`, `i`.
    pub fn keys(&mut self, keys: &str) {
        for key in keys.split_whitespace() {
            self.tell(Msg::Key(Key::parse(key).unwrap()));
            self.draw();
        }
    }

    /// Types text letter by letter.
    pub fn text(&mut self, text: &str) {
        for c in text.chars() {
            self.tell(Msg::Key(Key::char(c)));
        }
        self.draw();
    }

    /// Draws and gives the buffer.
    pub fn buffer(&mut self) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, self.size.0, self.size.1));
        let seen = self.app.draw(&mut buffer);
        self.app.saw(seen);
        buffer
    }

    fn draw(&mut self) {
        self.buffer();
    }

    /// Clicks the first place where this text stands.
    pub fn click(&mut self, text: &str) {
        let (x, y) = self.find(text);
        self.tell(Msg::Clicked(x, y));
        self.draw();
    }

    /// Clicks it twice at once.
    pub fn click_twice(&mut self, text: &str) {
        self.click(text);
        let (x, y) = self.find(text);
        self.tell(Msg::ClickedTwice(x, y));
        self.draw();
    }

    /// The first place where this text stands.
    fn find(&mut self, text: &str) -> (u16, u16) {
        let screen = self.screen();
        let found = screen
            .lines()
            .enumerate()
            .find_map(|(y, l)| l.split_once(text).map(|(before, _)| (before.chars().count(), y)));
        let (x, y) = found.unwrap_or_else(|| panic!("{text} is not on\n{screen}"));
        (u16::try_from(x).unwrap(), u16::try_from(y).unwrap())
    }

    /// The screen as text.
    pub fn screen(&mut self) -> String {
        let buffer = self.buffer();
        lines(&buffer, |cell| cell.symbol().to_owned())
    }

    /// The screen as text with the style of every cell behind it, one letter a style.
    pub fn painted(&mut self) -> String {
        let buffer = self.buffer();
        let text = lines(&buffer, |cell| cell.symbol().to_owned());
        let styles = lines(&buffer, |cell| style(cell.fg, cell.modifier).to_string());
        format!("{text}\n{styles}")
    }

    /// Whether the text stands on the screen.
    pub fn shows(&mut self, text: &str) -> bool {
        self.screen().contains(text)
    }
}

fn style(fg: Color, modifier: Modifier) -> char {
    let letter = match fg {
        Color::Reset => '.',
        Color::Cyan => 'c',
        Color::Green => 'g',
        Color::Yellow => 'y',
        Color::Red => 'r',
        _ => 'x',
    };
    if modifier.contains(Modifier::REVERSED) {
        '#'
    } else if modifier.contains(Modifier::BOLD) {
        if letter == '.' { 'B' } else { letter.to_ascii_uppercase() }
    } else if modifier.contains(Modifier::DIM) {
        '-'
    } else {
        letter
    }
}

fn lines(buffer: &Buffer, show: impl Fn(&ratatui::buffer::Cell) -> String) -> String {
    let width = usize::from(buffer.area.width);
    let rows = buffer.content().chunks(width);
    let rows = rows.map(|row| row.iter().map(&show).collect::<String>().trim_end().to_owned());
    rows.collect::<Vec<_>>().join("\n")
}
