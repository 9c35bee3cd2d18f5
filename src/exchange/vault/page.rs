//! A note as it stands in a file: its head, the block that is ours, and what the user wrote above and below it.
use super::front::{Front, RULE, seen, written};
use crate::domain::note::{ALIASES, BOOK, Note, Property, TAGS, UID};

/// How the line begins above our block; the sum of the block and the tags that we gave follow.
const BEGIN: &str = "<!-- cartera:begin ";
/// The line below our block.
const END: &str = "<!-- cartera:end -->";
/// How both end.
const CLOSE: &str = " -->";

/// A note of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Page {
    /// Its head.
    pub front: Front,
    above: String,
    block: Option<Block>,
    below: String,
    /// Lines end as on Windows.
    crlf: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Block {
    sum: String,
    tags: Vec<String>,
    text: String,
}

impl Page {
    /// The note of that text.
    pub(super) fn of(text: &str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let crlf = text.contains("\r\n");
        let text = text.replace("\r\n", "\n");
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        let is = |line: &&str, wanted: &[&str]| wanted.contains(&line.trim_end());
        let opens = lines.first().is_some_and(|line| is(line, &[RULE]));
        let close = lines.iter().skip(1).position(|line| is(line, &[RULE, "..."])).filter(|_| opens);
        let (head, rest) = lines.split_at(close.map_or(0, |at| at + 2));
        let inner = head.iter().skip(1).take(head.len().saturating_sub(2));
        let front = Front::of(inner.map(|line| line.trim_end_matches('\n')));
        let begin = rest.iter().position(|line| line.starts_with(BEGIN));
        let end = begin.and_then(|at| rest.iter().skip(at).position(|line| is(line, &[END])).map(|n| at + n));
        let Some((begin, end)) = begin.zip(end) else {
            return Self { front, above: rest.concat(), block: None, below: String::new(), crlf };
        };
        let (above, rest) = rest.split_at(begin);
        let (block, below) = rest.split_at(end - begin + 1);
        Self { front, above: above.concat(), block: block_of(block), below: below.concat(), crlf }
    }

    /// By which uid the book knows its record; `None` for a note of somebody else.
    pub(super) fn uid(&self) -> Option<String> {
        self.front.text(UID)
    }

    /// Of which book it is.
    pub(super) fn book(&self) -> Option<String> {
        self.front.text(BOOK)
    }

    /// Whether our block stands there as we wrote it.
    pub(super) fn is_whole(&self) -> bool {
        self.block.as_ref().is_some_and(|block| block.sum == sum(&block.text))
    }

    /// Whether there is nothing in it that is not ours.
    pub(super) fn is_untouched(&self) -> bool {
        self.is_whole()
            && self.own_tags().is_empty()
            && self.front.foreign().next().is_none()
            && self.above.trim().is_empty()
            && self.below.trim().is_empty()
    }

    /// Tags that the user has added.
    fn own_tags(&self) -> Vec<String> {
        let ours = self.block.as_ref().map(|block| block.tags.as_slice()).unwrap_or_default();
        self.front.texts(TAGS).into_iter().filter(|tag| !ours.contains(tag)).collect()
    }

    /// The text of the file with this note in it: head and block anew, what the user wrote as it was.
    pub(super) fn with(&self, mut note: Note) -> String {
        let mut ours = Vec::new();
        for (key, property) in &mut note.properties {
            let Property::Texts(texts) = property else { continue };
            *texts = texts.iter().map(|text| seen(text)).filter(|text| !text.is_empty()).collect();
            if *key == TAGS {
                ours.clone_from(texts);
                texts.extend(self.own_tags().into_iter().filter(|tag| !ours.contains(tag)));
            } else if *key == ALIASES {
                let own = self.front.texts(ALIASES).into_iter().filter(|alias| !texts.contains(alias));
                let own: Vec<String> = own.collect();
                texts.extend(own);
            }
        }
        let body = note.body.trim_end();
        let mark: Vec<String> = std::iter::once(sum(body)).chain(ours).collect();
        let block = format!("{BEGIN}{}{CLOSE}\n{body}\n{END}\n", mark.join(" "));
        self.around(&written(&note.properties), &block)
    }

    /// The text of the file without anything of ours.
    pub(super) fn without(&self) -> String {
        let tags = self.own_tags();
        let kept = if tags.is_empty() { Vec::new() } else { vec![(TAGS, Property::Texts(tags))] };
        self.around(&written(&kept), "")
    }

    fn around(&self, ours: &str, block: &str) -> String {
        let foreign: String = self.front.foreign().flat_map(|line| [line, "\n"]).collect();
        let head = match (ours, foreign.as_str()) {
            ("", "") => String::new(),
            (ours, foreign) => format!("{RULE}\n{ours}{foreign}{RULE}\n"),
        };
        let text = format!("{head}{}{block}{}", self.above, self.below);
        if self.crlf { text.replace('\n', "\r\n") } else { text }
    }
}

/// The block of these lines, the first and the last of which mark it.
fn block_of(lines: &[&str]) -> Option<Block> {
    let mark = lines.first()?.trim_end().strip_prefix(BEGIN)?.strip_suffix(CLOSE)?;
    let mut mark = mark.split(' ').map(str::to_owned);
    let text = lines.iter().skip(1).take(lines.len().saturating_sub(2)).copied().collect();
    Some(Block { sum: mark.next()?, tags: mark.collect(), text })
}

/// What tells whether a text is still the same (FNV-1a of 64 bits), as hexadecimal digits. Blanks at the end of lines and empty
/// lines do not count: editors take them away by themselves.
fn sum(text: &str) -> String {
    let lines = text.lines().map(str::trim_end).filter(|line| !line.is_empty());
    let bytes = lines.flat_map(|line| line.bytes().chain(std::iter::once(b'\n')));
    let sum = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    format!("{sum:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn note(body: &str) -> Note {
        let texts = |texts: &[&str]| Property::Texts(texts.iter().map(|t| (*t).to_owned()).collect());
        let properties = vec![
            (UID, Property::Text("u-1".into())),
            (BOOK, Property::Text("b-1".into())),
            (ALIASES, texts(&["Ani"])),
            (TAGS, texts(&["cartera/person", "vip"])),
        ];
        Note { properties, body: body.to_owned() }
    }

    fn first() -> String {
        Page::default().with(note("# Ana\n\nsays  \nhello\n"))
    }

    #[test]
    fn a_note_of_ours_is_known_and_stays_the_same() {
        let page = Page::of(&first());
        assert_eq!((page.uid().as_deref(), page.book().as_deref()), (Some("u-1"), Some("b-1")));
        assert!(page.is_whole() && page.is_untouched());
        assert_eq!(page.with(note("# Ana\n\nsays  \nhello\n")), first());
        let windows = first().replace('\n', "\r\n");
        assert!(Page::of(&windows).is_untouched());
        assert_eq!(Page::of(&windows).with(note("# Ana\n\nsays  \nhello")), windows);
    }

    #[test]
    fn what_the_user_wrote_stays_around_the_new_block() {
        let edited = first()
            .replace("---\n<!--", "---\nmy line\n<!--")
            .replace("  - \"vip\"\n", "  - vip\n  - mine\nstatus: open\n");
        let edited = format!("{edited}\nMy thoughts.\n");
        let page = Page::of(&edited);
        assert!(page.is_whole() && !page.is_untouched());
        let mut newer = note("# Ana\n\nnew");
        newer.properties.truncate(3);
        newer.properties.push((TAGS, Property::Texts(vec!["cartera/person".into()])));
        let text = page.with(newer);
        assert!(
            text.contains("tags:\n  - \"cartera/person\"\n  - \"mine\"\nstatus: open\n---\nmy line\n<!--"),
            "{text}"
        );
        assert!(text.contains("# Ana\n\nnew\n<!-- cartera:end -->\n\nMy thoughts.\n"), "{text}");
        assert!(!text.contains("vip") && !text.contains("hello"));
        assert_eq!(
            Page::of(&text).without(),
            "---\ntags:\n  - \"mine\"\nstatus: open\n---\nmy line\n\nMy thoughts.\n"
        );
    }

    #[test]
    fn a_block_that_was_edited_or_has_lost_its_end_is_not_whole() {
        assert!(!Page::of(&first().replace("hello", "hullo")).is_whole());
        assert!(!Page::of(&first().replace(END, "")).is_whole());
        assert!(!Page::of("# Somebody else's\n").is_whole());
        assert_eq!(Page::of("# Somebody else's\n").uid(), None);
        // Only blanks at the end of a line have gone.
        assert!(Page::of(&first().replace("says  ", "says")).is_whole());
    }
}
