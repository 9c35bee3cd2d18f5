//! Forgetting a person: what goes is said, where from is chosen, and the full name is typed.
use ratatui::layout::Rect;

use super::layer::Layer;
use super::question::Question;
use super::{App, Notice};
use crate::command::{Command, Effect, Farewell};
use crate::domain::explain::Explain;
use crate::domain::text::{clean_line, fold};
use crate::lens::Cx;
use crate::store::query::dossier::Held;
use crate::ui::panel::float;
use crate::ui::table::select;
use crate::ui::text::{visible, width, wrap};
use crate::ui::{Edit, Pen, Role, Seen};

/// Columns of the panel.
const WIDTH: u16 = 76;

/// Who is to be forgotten, and where.
#[derive(Debug)]
pub(super) struct Forgetting {
    held: Held,
    /// Also in the copies of the book.
    copies: bool,
}

impl Forgetting {
    /// About a person; in the book only, until the other row is chosen.
    pub(super) const fn new(held: Held) -> Self {
        Self { held, copies: false }
    }

    /// The other row.
    pub(super) const fn step(&mut self, command: Command) {
        match command {
            Command::ChooseUp => self.copies = false,
            Command::ChooseDown => self.copies = self.held.backups > 0,
            _ => {}
        }
    }

    /// What is done once the full name is typed.
    ///
    /// # Errors
    /// `erasure-name-wrong` for any other text.
    pub(super) fn effect(&self, typed: &str, cx: &Cx<'_>) -> Result<Effect, Explain> {
        let same = |text: &str| fold(&clean_line(text));
        if same(typed) != same(&self.held.name) {
            return Err(Explain::new("erasure-name-wrong").with("name", &self.held.name));
        }
        Ok(Effect::Forget(Farewell {
            person: self.held.person,
            typed: typed.to_owned(),
            someone: cx.words.get("erasure-someone"),
            copies: self.copies,
        }))
    }

    pub(super) fn draw(&self, edit: &Edit, pen: &mut Pen<'_>, body: Rect, cx: &Cx<'_>) -> Seen {
        let taken = self.held.taken;
        let [rows, texts, documents, past] =
            [taken.rows, taken.texts, taken.documents, taken.past].map(|n| n.to_string());
        let name = visible(&self.held.name);
        let args = [
            ("name", name.as_str()),
            ("rows", &rows),
            ("texts", &texts),
            ("documents", &documents),
            ("past", &past),
        ];
        let room = usize::from(body.width.min(WIDTH).saturating_sub(4));
        let told = wrap(&cx.words.with("erasure-goes", &args), room);
        let choices = self.choices(cx);
        let tall = told.len() + choices.len() + 6 + usize::from(!choices.is_empty());
        let title = cx.words.with("erasure-title", &[("name", &name)]);
        let inside = float(pen, body, (WIDTH, u16::try_from(tall).unwrap_or(u16::MAX)), &title, &[]);
        let mut y = inside.y;
        for line in &told {
            pen.put(inside.x, y, inside.width, line, Role::Text);
            y += 1;
        }
        y += 1;
        for (text, on) in &choices {
            let place = Rect { y, height: 1, ..inside };
            pen.put(inside.x + 2, y, inside.width.saturating_sub(2), text, Role::Text);
            if *on {
                select(pen, place, true);
            }
            y += 1;
        }
        y += u16::from(!choices.is_empty());
        let label = cx.words.get("erasure-name");
        let wide = u16::try_from(width(&label)).unwrap_or(0) + 2;
        pen.put(inside.x, y, wide, &label, Role::Muted);
        let seen = edit.draw(pen, (inside.x + wide, y), inside.width.saturating_sub(wide), |_| Role::Text);
        pen.put(inside.x, y + 2, inside.width, &cx.words.get("erasure-keys"), Role::Muted);
        seen
    }

    /// The book, or the book and its copies; nothing to choose where there are none.
    fn choices(&self, cx: &Cx<'_>) -> Vec<(String, bool)> {
        if self.held.backups == 0 {
            return Vec::new();
        }
        let count = self.held.backups.to_string();
        let both = cx.words.with("erasure-book-and-copies", &[("count", &count)]);
        vec![(cx.words.get("erasure-book"), !self.copies), (both, self.copies)]
    }
}

impl App {
    /// What there is to forget of somebody is known: it is said, and their name asked for.
    pub(super) fn say_what_goes(&mut self, held: Held) -> Vec<Effect> {
        self.layers.push(Layer::Question(Question::forget(held)));
        Vec::new()
    }

    /// Somebody was forgotten: nothing that was known of the book is still so.
    pub(super) fn forgotten(&mut self, what: Explain) -> Vec<Effect> {
        self.kept = None;
        self.note = None;
        self.notice = Some(Notice::Said(what));
        self.reload()
    }
}
