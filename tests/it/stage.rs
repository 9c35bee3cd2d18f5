//! One lens on a stage: commands in, effects and drawings out.
use cartera::command::{Command, Effect, Keymap, LensKind};
use cartera::domain::Id;
use cartera::domain::directory::Directory;
use cartera::lang::{Lang, Words};
use cartera::lens::{Cx, Lens, Lenses};
use cartera::store::Store;
use cartera::ui::{Glyphs, Pen, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};

use crate::book::today;

/// A lens with a book behind it.
pub struct Stage {
    pub store: Store,
    lenses: Lenses,
    kind: LensKind,
    words: Words,
    directory: Directory,
    keys: Keymap,
    scope: Option<Id>,
}

impl Stage {
    /// The lens as it stands when it is opened.
    pub fn open(kind: LensKind, store: Store, lang: Lang, scope: Option<Id>) -> Self {
        let directory = store.directory().unwrap();
        let (words, lenses, keys) = (Words::new(lang), Lenses::default(), Keymap::default());
        let mut stage = Self { store, lenses, kind, words, directory, keys, scope };
        stage.load();
        stage
    }

    /// Asks the book for all that the lens shows.
    pub fn load(&mut self) {
        self.directory = self.store.directory().unwrap();
        for query in self.with(|lens, cx| lens.queries(cx)) {
            self.perform(vec![Effect::load(self.kind, query)]);
        }
    }

    /// Changes the scope, as the frame does.
    pub fn set_scope(&mut self, scope: Option<Id>) {
        self.scope = scope;
        self.load();
    }

    /// Something with the lens.
    pub fn with<T>(&mut self, work: impl FnOnce(&mut dyn Lens, &Cx<'_>) -> T) -> T {
        let cx = Cx {
            words: &self.words,
            today: today(),
            directory: &self.directory,
            scope: self.scope,
            keys: &self.keys,
        };
        work(self.lenses.get_mut(self.kind), &cx)
    }

    /// Gives a command if the lens can do it, and returns the effects that are not questions to the book.
    pub fn give(&mut self, command: Command) -> Vec<Effect> {
        let effects =
            self.with(|lens, cx| if lens.can(command, cx) { lens.update(command, cx) } else { Vec::new() });
        self.perform(effects)
    }

    /// Answers questions, and returns the other effects.
    pub fn perform(&mut self, effects: Vec<Effect>) -> Vec<Effect> {
        let mut rest = Vec::new();
        for effect in effects {
            match effect {
                Effect::Load(ask) => {
                    let answer = self.store.ask(&ask.query, today()).unwrap();
                    let more = self.with(|lens, cx| lens.loaded(answer, cx));
                    rest.extend(self.perform(more));
                }
                other => rest.push(other),
            }
        }
        rest
    }

    /// Draws the lens in the room that the frame leaves on a screen of that size, and tells it what was drawn.
    pub fn draw(&mut self, (columns, rows): (u16, u16), theme: Theme) -> Buffer {
        let area = Rect::new(0, 0, columns, rows.saturating_sub(5));
        let mut buf = Buffer::empty(area);
        let glyphs = Glyphs::default();
        let seen = self.with(|lens, cx| {
            let mut pen = Pen::new(&mut buf, theme, glyphs);
            pen.clear(area);
            lens.draw(&mut pen, area, cx)
        });
        self.with(|lens, _| seen.pages.iter().for_each(|page| lens.saw(page)));
        buf
    }

    /// The drawing as text.
    pub fn text(&mut self, size: (u16, u16)) -> String {
        plain(&self.draw(size, Theme::Mono))
    }

    /// The drawing as text with a second half that names the style of every cell: `b` bold, `d` dim, `v` reversed, and the
    /// letter of a colour.
    pub fn styled(&mut self, size: (u16, u16), theme: Theme) -> String {
        styled(&self.draw(size, theme))
    }
}

/// The drawing as text and as the styles of its cells, see [`Stage::styled`].
pub fn styled(buf: &Buffer) -> String {
    let styles = rows(buf, |cell| {
        let color = match cell.fg {
            Color::Cyan => 'c',
            Color::Green => 'g',
            Color::Yellow => 'y',
            Color::Red => 'r',
            _ if cell.modifier.contains(Modifier::REVERSED) => 'v',
            _ if cell.modifier.contains(Modifier::DIM) => 'd',
            _ if cell.modifier.contains(Modifier::BOLD) => 'b',
            _ => ' ',
        };
        color.to_string()
    });
    format!("{}\n{styles}", plain(buf))
}

/// The drawing as text.
pub fn plain(buf: &Buffer) -> String {
    rows(buf, |cell| cell.symbol().to_owned())
}

fn rows(buf: &Buffer, cell: impl Fn(&ratatui::buffer::Cell) -> String) -> String {
    let line = |y| (0..buf.area.width).map(|x| cell(&buf[(x, y)])).collect::<String>().trim_end().to_owned();
    (0..buf.area.height).map(line).collect::<Vec<_>>().join("\n")
}
