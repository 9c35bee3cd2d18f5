//! `y`: what is under the cursor, or the whole list in front of me as cells, as Markdown, or as a file.
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::commands::ask;
use super::layer::Layer;
use super::menu::{Menu, Then};
use super::question::Question;
use super::{App, Notice};
use crate::command::{Command, Effect, Export, Reader, Rows, Vault};
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::text::name_tokens;
use crate::lang::number;
use crate::report::{self, Block, Table, markdown};
use crate::store::query::Answer;
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

    /// A command of copying. Where only some rows of the list are at hand, the others are asked for first.
    pub(super) fn copy_command(&mut self, command: Command) -> Vec<Effect> {
        let rest = self.lenses.get(self.lens).rest(&self.world.cx());
        match rest {
            Some(query) => vec![ask(Reader::Listing(command), query)],
            None => self.copy_of(command, self.listing().as_ref()),
        }
    }

    /// All rows of the list are there.
    pub(super) fn rest_listed(&mut self, command: Command, answer: &Answer) -> Vec<Effect> {
        let listing = self.lenses.get(self.lens).listed(answer, &self.world.cx());
        self.copy_of(command, listing.as_ref())
    }

    /// `Y` offers the list alone; `y`, where the lens has no own word on it, also what is under the cursor, and without a list copies
    /// that at once.
    fn copy_of(&mut self, command: Command, listing: Option<&Listing>) -> Vec<Effect> {
        let under = self.lenses.get(self.lens).under().map(|under| under.title);
        match (command, listing) {
            (Command::ExportList, Some(listing)) => self.export_list(listing),
            (Command::CopyList, Some(listing)) => self.offer_copies(None, listing),
            (Command::CopyList | Command::ExportList, None) => self.say_no_list(),
            (_, None) => under.map(Effect::Copy).into_iter().collect(),
            (_, Some(listing)) => {
                let own = under.map(|title| (title.clone(), false, Then::Effect(Effect::Copy(title))));
                self.offer_copies(own, listing)
            }
        }
    }

    fn say_no_list(&mut self) -> Vec<Effect> {
        self.notice = Some(Notice::Said(Explain::new("copy-no-list")));
        Vec::new()
    }

    fn offer_copies(&mut self, own: Option<(String, bool, Then)>, listing: &Listing) -> Vec<Effect> {
        let words = &self.world.words;
        let more = if listing.more { "+" } else { "" };
        let count = number::show(words.lang(), i64::try_from(listing.rows.len()).unwrap_or(i64::MAX));
        let count = format!("{count}{more}");
        let rows = [("copy-cells", cells(listing)), ("copy-markdown", marked_down(listing))];
        let rows =
            rows.into_iter().map(|(key, text)| (words.get(key), false, Then::Effect(copied(text, listing))));
        let title = words.with("copy-title", &[("count", &count)]);
        let rows =
            own.into_iter().chain(rows).chain(self.files(listing, ["copy-file-shown", "copy-file-fields"]));
        let menu = Menu::of_rows(title, rows.collect());
        self.layers.push(Layer::Menu(menu));
        Vec::new()
    }

    /// The rows of a menu that write the list: as it is shown, and with all fields of its records.
    fn files(&self, listing: &Listing, keys: [&str; 2]) -> Vec<(String, bool, Then)> {
        let row = |key: &str, rows| (self.world.words.get(key), false, Then::Effect(Effect::Write(rows)));
        let records = self.lenses.get(self.lens).records(&self.world.cx());
        let shown = match &records {
            // What is not at hand is read when it is written.
            Some(Rows::Talks(query)) if listing.more => Rows::TalksShown(query.clone()),
            _ => Rows::Shown(listing.heads.clone(), listing.rows.clone()),
        };
        let shown = row(keys[0], shown);
        std::iter::once(shown).chain(records.map(|rows| row(keys[1], rows))).collect()
    }

    /// The list as a file: how, where there is a choice.
    fn export_list(&mut self, listing: &Listing) -> Vec<Effect> {
        let mut rows = self.files(listing, ["export-shown", "export-fields"]);
        if rows.len() < 2 {
            let only = rows.pop().map(|(_, _, then)| then);
            return self.then(only);
        }
        let title = self.world.words.get("command-export-list");
        self.layers.push(Layer::Menu(Menu::of_rows(title, rows)));
        Vec::new()
    }

    /// Asks for the file into which rows are written.
    pub(super) fn ask_where(&mut self, rows: Rows) {
        let cx = self.world.cx();
        let lens = cx.words.get(&format!("app-lens-{}", self.lens.name()));
        let of = cx.scope.map(|id| cx.directory.name(Kind::Account, id));
        let parts: Vec<String> = [Some(lens.clone()), of].into_iter().flatten().collect();
        let name = name_tokens(&parts.join(" ")).join("-");
        let path = format!("~/{name}-{}.xlsx", cx.today);
        let export = Export { rows, name: lens, path, lang: cx.words.lang() };
        self.layers.push(Layer::Question(Question::write(export)));
    }

    /// Asks for the folder of the notes of the accounts and people in force; it begins where the last one was.
    pub(super) fn ask_notes(&mut self) -> Vec<Effect> {
        let cx = self.world.cx();
        let before = self.habit.notes.clone();
        let (path, personal) = before.unwrap_or_else(|| (cx.words.get("vault-folder"), false));
        let account = cx.scope.map(|id| cx.directory.name(Kind::Account, id));
        let of = Vault { path, account: cx.scope, personal, lang: cx.words.lang() };
        self.layers.push(Layer::Question(Question::notes(of, account)));
        Vec::new()
    }
}

/// The list to the clipboard, unless it is too long for it.
fn copied(text: String, listing: &Listing) -> Effect {
    if text.len() > MOST || listing.more {
        let more = if listing.more { "+" } else { "" };
        return Effect::Notify(
            Explain::new("copy-long").with("count", format!("{}{more}", listing.rows.len())),
        );
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
            more: false,
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
        let more = Listing { more: true, ..listing() };
        assert!(matches!(copied("x".to_owned(), &more), Effect::Notify(_)), "half a list is none");
    }
}
