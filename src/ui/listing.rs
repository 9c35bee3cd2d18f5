//! What a list shows, taken down as plain cells instead of being drawn: to be copied, and written to files. Whoever draws on a pen
//! that takes down draws as on a screen on which everything has room.
use super::pen::{Span, spans_width};
use super::table::TableRow;
use super::text::visible;

/// A list as cells of text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Listing {
    /// What stands above the columns; empty where nothing does.
    pub heads: Vec<String>,
    /// The rows, as filtered and sorted.
    pub rows: Vec<Vec<String>>,
    /// It has the keys.
    pub focused: bool,
    /// There are more rows than these.
    pub more: bool,
}

impl Listing {
    /// Without the columns that say nothing, and every row as long as the heads.
    fn tidy(mut self) -> Self {
        let wide = self.rows.iter().map(Vec::len).chain([self.heads.len()]).max().unwrap_or(0);
        self.heads.resize(wide, String::new());
        self.rows.iter_mut().for_each(|row| row.resize(wide, String::new()));
        let cells = |at: usize| self.rows.iter().filter_map(move |row| row.get(at));
        let says = |at: usize| {
            let headed = self.heads.get(at).is_some_and(|head| !head.is_empty());
            cells(at)
                .any(|cell| if headed { !cell.is_empty() } else { cell.chars().any(char::is_alphanumeric) })
        };
        let kept: Vec<bool> = (0..wide).map(says).collect();
        let keep = |row: &mut Vec<String>| {
            let mut kept = kept.iter();
            row.retain(|_| kept.next().copied().unwrap_or(false));
        };
        keep(&mut self.heads);
        self.rows.iter_mut().for_each(keep);
        self
    }
}

/// What was taken down so far.
#[derive(Debug, Default)]
pub(super) struct Taking {
    /// The line that was drawn last outside of a list: mostly its heads.
    line: Vec<String>,
    lists: Vec<Listing>,
}

impl Taking {
    /// A line outside of a list.
    pub(super) fn line(&mut self, row: &TableRow) {
        self.line = match row {
            TableRow::Cells(cells) => cells.iter().map(|cell| plain(cell)).collect(),
            TableRow::Group(_) => Vec::new(),
        };
    }

    /// The rows of a list. What heads a group of them stands beside each.
    pub(super) fn rows(&mut self, focused: bool, rows: impl Iterator<Item = TableRow>) {
        let (mut group, mut grouped, mut taken) = (String::new(), false, Vec::new());
        for row in rows {
            match row {
                TableRow::Cells(cells) => {
                    let cells = cells.iter().map(|cell| plain(cell));
                    taken.push(std::iter::once(group.clone()).chain(cells).collect::<Vec<_>>());
                }
                TableRow::Group(spans) => {
                    let first = spans.iter().map(|span| plain(std::slice::from_ref(span)));
                    if let Some(head) = first.into_iter().find(|text| !text.is_empty()) {
                        group = head;
                        grouped = true;
                    }
                }
            }
        }
        let mut heads = std::mem::take(&mut self.line);
        if heads.len() + 1 != taken.first().map_or(0, Vec::len) {
            heads.clear();
        }
        heads.insert(0, String::new());
        if !grouped {
            heads.remove(0);
            for row in &mut taken {
                row.remove(0);
            }
        }
        self.cells(focused, heads, taken);
    }

    /// A table that is made of cells already.
    pub(super) fn cells(&mut self, focused: bool, heads: Vec<String>, rows: Vec<Vec<String>>) {
        if !rows.is_empty() {
            self.lists.push(Listing { heads, rows, focused, more: false }.tidy());
        }
    }

    /// All lists, in the order in which they were drawn.
    pub(super) fn lists(self) -> Vec<Listing> {
        self.lists
    }
}

/// The signs with which lists are drawn: judgements, directions, branches, bars.
const SIGNS: &str = "●◐○◆◇▲▼▬★✓✗!?↑↓→←≈▌│├└┬┴┼─━╸╴█▉▊▋▍▎▏░▒▓▁▂▃▄▅▆▇·×";

/// The words of a cell. Signs are left out beside words, and stand where there is nothing else.
pub fn plain(spans: &[Span]) -> String {
    let text: String = spans.iter().map(|span| visible(&span.text)).collect();
    let sign = |word: &&str| word.chars().all(|c| SIGNS.contains(c));
    if text.chars().any(char::is_alphanumeric) {
        let words = text.split_whitespace().filter(|word| !sign(word) || *word == "·");
        // The arrow of the order in force stands at the end of a head.
        let words: Vec<&str> = words.map(|word| word.trim_end_matches(['↓', '↑'])).collect();
        return words.join(" ").trim_matches(['·', ' ']).to_owned();
    }
    // A strip of weeks or a bar is a drawing, one sign a value.
    let text = text.trim();
    if spans_width(spans) > 6 && text.split_whitespace().all(|word| sign(&word)) {
        String::new()
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::Role;

    fn cell(text: &str) -> Vec<Span> {
        vec![Span::new(text, Role::Text)]
    }

    #[test]
    fn signs_beside_words_are_left_out_and_bars_are_no_text() {
        for (shown, text) in [
            ("61 ◐ ▼", "61"),
            ("! → Nordwind", "Nordwind"),
            ("78 % of 1,20 M€", "78 % of 1,20 M€"),
            ("Arce · Madrid", "Arce · Madrid"),
            ("++", "++"),
            ("○◐●●", "○◐●●"),
            ("██████████░░░░", ""),
            ("·░·▒█··░·", ""),
            ("–", "–"),
            ("  ", ""),
        ] {
            assert_eq!(plain(&cell(shown)), text, "{shown}");
        }
    }

    #[test]
    fn heads_stand_over_their_columns_and_groups_beside_their_rows() {
        let mut taking = Taking::default();
        taking.line(&TableRow::cells([cell(""), cell("Name ↓"), cell("Late"), cell("")]));
        let rows = [
            TableRow::Group(vec![Span::text("Key accounts"), Span::muted("  1")]),
            TableRow::cells([cell("!"), cell("Arce"), cell("2 d"), cell("███████▌░░")]),
            TableRow::Group(Vec::new()),
            TableRow::Group(vec![Span::text("Others")]),
            TableRow::cells([cell(""), cell("Vega"), cell(""), cell("░░░░░░░░░░")]),
        ];
        taking.rows(true, rows.into_iter());
        let lists = taking.lists();
        assert_eq!(lists[0].heads, ["", "Name", "Late"]);
        assert_eq!(lists[0].rows, [["Key accounts", "Arce", "2 d"], ["Others", "Vega", ""]]);
    }

    #[test]
    fn a_list_without_heads_has_none() {
        let mut taking = Taking::default();
        taking.line(&TableRow::cells([cell("of another list")]));
        taking.rows(false, [TableRow::cells([cell("a"), cell("b")])].into_iter());
        assert_eq!(taking.lists()[0].heads, ["", ""]);
    }
}
