//! The picker on the screen: path, list, and the beginning of a file beside it.
use ratatui::layout::Rect;

use super::{Files, Row};
use crate::app::help::as_float;
use crate::command::Command;
use crate::domain::explain::Explain;
use crate::exchange::browse::{Beginning, Item};
use crate::lang::{day, number};
use crate::lens::Cx;
use crate::ui::fuzzy::Fuzzy;
use crate::ui::panel::{below, empty, float, split};
use crate::ui::table::{List, TableRow};
use crate::ui::text::wrap;
use crate::ui::{Column, Glyphs, Pen, Role, Seen, Span};

/// Most columns and rows of the panel.
const SIZE: (u16, u16) = (124, 32);

/// How much of its width the list has, in percent.
const LIST: u16 = 54;

/// Name, size, day.
const COLUMNS: [Column; 3] =
    [Column::growing(14), Column::fixed(8).right().leaves(2), Column::fixed(9).leaves(1)];

impl Files {
    pub(in crate::app) fn draw(&self, pen: &mut Pen<'_>, body: Rect, cx: &Cx<'_>) -> Seen {
        let words = cx.words;
        let size = (SIZE.0.min(body.width), SIZE.1.min(body.height));
        let title = words.get("files-title");
        let inside = float(pen, body, size, &title, &self.remark(pen.glyphs, cx));
        pen.put(inside.x, inside.y, 1, pen.glyphs.or("›", ">"), Role::Key);
        let room = inside.width.saturating_sub(2);
        let mut seen = self.edit.draw(pen, (inside.x + 2, inside.y), room, |_| Role::Text);
        let (list, aside) = split(pen, below(inside, 2), LIST);
        match &self.folder {
            Err(why) => empty(pen, list, &words.say(why)),
            Ok(_) if self.shown.is_empty() => empty(pen, list, &words.get("files-none")),
            Ok(_) => seen.add(self.draw_list(pen, list, cx)),
        }
        self.draw_beginning(pen, aside, cx);
        seen
    }

    /// How many files there are and how they are ordered; where some are marked, how many, and what is done with them.
    fn remark(&self, glyphs: Glyphs, cx: &Cx<'_>) -> Vec<Span> {
        let words = cx.words;
        let marked = self.marked.len();
        if marked > 0 {
            let said = words.with(
                "files-marked",
                &[("count", &marked.to_string()), ("key", &cx.key(Command::FileChoose))],
            );
            return vec![Span::new(format!("{} ", glyphs.done()), Role::Good), Span::text(said)];
        }
        let count = self.shown.iter().filter(|row| matches!(row, Row::Item(_))).count().to_string();
        let mut said = vec![words.with("files-count", &[("count", &count)])];
        if self.newest {
            said.push(words.get("files-newest"));
        }
        let more = self.folder.as_ref().map_or(0, |folder| folder.more);
        if more > 0 {
            said.push(words.with("files-more", &[("count", &more.to_string())]));
        }
        let mark = Span::muted(format!(" {}  ", words.get("files-mark")));
        vec![Span::new(words.get("key-space"), Role::Key), mark, Span::muted(said.join(" · "))]
    }

    fn draw_list(&self, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
        let fuzzy = std::cell::RefCell::new(Fuzzy::new(self.narrowed()));
        let (len, done, any) = (self.shown.len(), pen.glyphs.done(), self.marked.len() > 0);
        // Only where something is marked there is room for marks.
        let mark = |item: Option<&Item>| {
            if item.is_some_and(|item| self.marked.has(item)) {
                return Span::new(format!("{done} "), Role::Good);
            }
            Span::text(if any { "  " } else { "" })
        };
        let list = List { columns: &COLUMNS, cursor: &self.cursor, len, panel: 0, focused: true };
        let drawn = list.draw(pen, area, |row| match (self.shown.get(row), self.item(row)) {
            (_, Some(item)) => row_of(item, mark(Some(item)), &mut fuzzy.borrow_mut(), cx),
            (Some(Row::Above), None) => {
                let above = Span::muted(format!("  {}", cx.words.get("files-above")));
                TableRow::Group(vec![mark(None), Span::text("../"), above])
            }
            _ => TableRow::Group(Vec::new()),
        });
        as_float(drawn)
    }

    /// What the file under the cursor is, and its first lines.
    fn draw_beginning(&self, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) {
        let words = cx.words;
        let Some(item) = self.item(self.cursor.at) else {
            return empty(pen, area, &words.get("files-reads"));
        };
        let room = area.width.saturating_sub(1);
        pen.put(area.x + 1, area.y, room, &item.name, Role::Heading);
        if item.is_folder {
            pen.put(area.x + 1, area.y + 1, room, &words.get("files-folder"), Role::Muted);
            return;
        }
        let beginning = self.beginning.as_ref().filter(|(path, _)| *path == item.path).map(|(_, b)| b);
        let mut y = area.y + 1;
        pen.put(area.x + 1, y, room, &facts(item, beginning, cx), Role::Muted);
        y += 1;
        let why = match beginning {
            Some(Err(why) | Ok(Beginning { seems: Err(why), .. })) => Some(why),
            _ => None,
        };
        if let Some(why) = why {
            let said = format!("{} {}", pen.glyphs.or("×", "x"), words.say(why));
            for line in wrap(&said, usize::from(room)).iter().take(4) {
                pen.put(area.x + 1, y, room, line, Role::Warn);
                y += 1;
            }
        }
        let lines = beginning.and_then(|b| b.as_ref().ok()).map(|b| b.lines.as_slice()).unwrap_or_default();
        for (y, line) in (y + 1..area.bottom()).zip(lines) {
            pen.put(area.x + 1, y, room, line, Role::Muted);
        }
    }
}

/// What the file seems to be, how long it is, and of which day.
fn facts(item: &Item, beginning: Option<&Result<Beginning, Explain>>, cx: &Cx<'_>) -> String {
    let seems = beginning.and_then(|b| b.as_ref().ok()).and_then(|b| b.seems.as_ref().ok());
    let seems = seems.map(|seems| cx.words.get(&format!("files-format-{}", seems.name())));
    let day = item.day.map(|day| day::column(day, cx.today, cx.words));
    let size = number::show_size(cx.words.lang(), item.size);
    seems.into_iter().chain([size]).chain(day).collect::<Vec<_>>().join(" · ")
}

/// What could be read is bright, what is marked has its sign.
fn row_of(item: &Item, mark: Span, fuzzy: &mut Fuzzy, cx: &Cx<'_>) -> TableRow {
    let role = if item.is_folder || item.fits { Role::Text } else { Role::Muted };
    let mut name = fuzzy.marked(&item.name, role);
    let size = if item.is_folder { String::new() } else { number::show_size(cx.words.lang(), item.size) };
    if item.is_folder {
        name.push(Span::muted("/"));
    }
    let day = item.day.map(|day| day::column(day, cx.today, cx.words)).unwrap_or_default();
    name.insert(0, mark);
    TableRow::cells([name, Span::muted(size).into(), Span::muted(day).into()])
}
