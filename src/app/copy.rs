//! `y`: what is under the cursor, or the whole list in front of me as cells, as Markdown, or as a file.
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::layer::Layer;
use super::menu::{Menu, Then};
use super::{App, Notice};
use crate::command::{Command, Effect};
use crate::domain::explain::Explain;
use crate::lang::number;
use crate::report::{self, Block, Table, markdown};
use crate::ui::cells::tab_separated;
use crate::ui::listing::Listing;
use crate::ui::{Pen, Seen};

/// A screen on which every column of a list has room.
const ROOM: Rect = Rect { x: 0, y: 0, width: 320, height: 160 };

/// More bytes than this most terminals do not take to the clipboard.
const MOST: usize = 100_000;

impl App {
    /// The list in front of me; that which has the keys, else the longest one.
    pub(super) fn listing(&self) -> Option<Listing> {
        let mut buf = Buffer::empty(ROOM);
        let mut pen = Pen::taking(&mut buf, self.theme, self.glyphs);
        let _: Seen = self.lenses.get(self.lens).draw(&mut pen, ROOM, &self.world.cx());
        pen.taken().into_iter().max_by_key(|list| (list.focused, list.rows.len()))
    }

    /// `y` where the lens has no own word on it: a menu of what can be copied; without a list at once what is under the cursor.
    pub(super) fn copy_here(&mut self) -> Vec<Effect> {
        let under = self.lenses.get(self.lens).under().map(|under| under.title);
        let Some(listing) = self.listing() else {
            return under.map(Effect::Copy).into_iter().collect();
        };
        let own = under.map(|title| (title.clone(), false, Then::Effect(Effect::Copy(title))));
        self.offer_copies(own, &listing)
    }

    /// `Y`: the list alone.
    pub(super) fn copy_list(&mut self) -> Vec<Effect> {
        let Some(listing) = self.listing() else { return self.say_no_list() };
        self.offer_copies(None, &listing)
    }

    fn say_no_list(&mut self) -> Vec<Effect> {
        self.notice = Some(Notice::Said(Explain::new("copy-no-list")));
        Vec::new()
    }

    fn offer_copies(&mut self, own: Option<(String, bool, Then)>, listing: &Listing) -> Vec<Effect> {
        let words = &self.world.words;
        let count = number::show(words.lang(), i64::try_from(listing.rows.len()).unwrap_or(i64::MAX));
        let rows = [("copy-cells", cells(listing)), ("copy-markdown", marked_down(listing))];
        let rows =
            rows.into_iter().map(|(key, text)| (words.get(key), false, Then::Effect(copied(text, listing))));
        let title = words.with("copy-title", &[("count", &count)]);
        let menu = Menu::of_rows(title, own.into_iter().chain(rows).collect());
        self.layers.push(Layer::Menu(menu));
        Vec::new()
    }

    /// A command of copying.
    pub(super) fn copy_command(&mut self, command: Command) -> Vec<Effect> {
        if command == Command::CopyList { self.copy_list() } else { self.copy_here() }
    }
}

/// The list to the clipboard, unless it is too long for it.
fn copied(text: String, listing: &Listing) -> Effect {
    if text.len() > MOST {
        return Effect::Notify(Explain::new("copy-long").with("count", listing.rows.len()));
    }
    Effect::CopyRows(text, listing.rows.len())
}

/// Cells between tabs, as spreadsheets take them; heads first, where there are any.
fn cells(listing: &Listing) -> String {
    let headed = listing.heads.iter().any(|head| !head.is_empty());
    let heads = headed.then(|| listing.heads.clone());
    tab_separated(&heads.into_iter().chain(listing.rows.iter().cloned()).collect::<Vec<_>>())
}

/// The list as a table of Markdown.
fn marked_down(listing: &Listing) -> String {
    let columns = listing.heads.iter().map(report::Column::text).collect();
    let mut table = Table::new(columns);
    for row in &listing.rows {
        table.push(None, row.iter().map(|cell| cell.as_str().into()).collect());
    }
    markdown::render(&[Block::Table(table)])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listing() -> Listing {
        Listing {
            heads: vec!["Name".into(), "Late".into()],
            rows: vec![vec!["=SUM(A1)".into(), "a|b".into()]],
            focused: true,
        }
    }

    #[test]
    fn a_list_is_cells_that_nobody_calculates_or_a_table_of_markdown() {
        assert_eq!(cells(&listing()), "Name\tLate\n'=SUM(A1)\ta|b");
        assert_eq!(marked_down(&listing()), "| Name | Late |\n| --- | --- |\n| =SUM(A1) | a\\|b |\n");
    }

    #[test]
    fn what_no_clipboard_takes_is_said_and_not_copied() {
        assert!(matches!(copied("x".repeat(MOST + 1), &listing()), Effect::Notify(_)));
        assert!(matches!(copied("x".to_owned(), &listing()), Effect::CopyRows(..)));
    }
}
