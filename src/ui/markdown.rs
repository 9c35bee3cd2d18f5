//! Notes are Markdown: headings, lists, emphasis, quotes and links as lines of a page.
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::glyph::Glyphs;
use super::pen::Span;
use super::text::{columns, visible, width};
use super::theme::Role;

/// The lines of a note at `room` columns. Line ends of the note stay line ends.
pub fn lines(note: &str, room: usize, glyphs: Glyphs) -> Vec<Vec<Span>> {
    let mut page = Page { room: room.max(1), glyphs, ..Page::default() };
    for event in Parser::new_ext(note, Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS) {
        page.take(event);
    }
    page.flush();
    while page.lines.last().is_some_and(Vec::is_empty) {
        page.lines.pop();
    }
    page.lines
}

/// A note on one line without its signs, at most `room` characters of it: for lists. A dot stands behind a heading.
pub fn first_line(note: &str, room: usize) -> String {
    let mut out = String::new();
    let mut taken = 0;
    for line in note.lines() {
        let bare = line.trim().trim_start_matches('>').trim_start();
        let title = bare.trim_start_matches('#');
        let title = if title.len() < bare.len() { title.strip_prefix(' ') } else { None };
        let bare = ["- ", "* ", "+ "].iter().find_map(|m| bare.strip_prefix(m)).unwrap_or(bare);
        let text = title.unwrap_or(bare).trim();
        if text.is_empty() {
            continue;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(text.chars().take(room.saturating_sub(taken)));
        taken += text.chars().count();
        if taken >= room {
            break;
        }
        if title.is_some() {
            out.push_str(" ·");
        }
    }
    let out = out.strip_suffix(" ·").unwrap_or(&out);
    visible(&out.replace("**", "").replace("__", "").replace('`', ""))
}

#[derive(Default)]
struct Page {
    room: usize,
    glyphs: Glyphs,
    lines: Vec<Vec<Span>>,
    /// What has been read of the paragraph.
    inline: Vec<Span>,
    /// Signs before the next line, and what stands in their place before the following ones.
    lead: Option<(String, String)>,
    /// Number of the next item of each open list; `None` is a list without numbers.
    lists: Vec<Option<u64>>,
    quotes: usize,
    bold: usize,
    code: bool,
    heading: bool,
    link: Option<String>,
}

impl Page {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.open(tag),
            Event::End(tag) => self.close(tag),
            Event::Text(text) if self.code => {
                for line in text.lines() {
                    self.say(line, Role::Muted);
                    self.flush();
                }
            }
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => {
                let role = if self.link.is_some() { Role::Accent } else { self.role() };
                self.say(&text, role);
            }
            Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.say(&text, Role::Accent);
            }
            Event::FootnoteReference(text) => self.say(&text, Role::Muted),
            Event::SoftBreak | Event::HardBreak => self.flush(),
            Event::Rule => {
                self.lines.push(vec![Span::muted(self.glyphs.hairline().repeat(self.room))]);
                self.gap();
            }
            Event::TaskListMarker(done) => {
                let sign = if done { self.glyphs.done() } else { self.glyphs.hollow() };
                self.say(&format!("{sign} "), Role::Muted);
            }
        }
    }

    fn open(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => self.heading = level <= HeadingLevel::H6,
            Tag::BlockQuote(_) => self.quotes += 1,
            Tag::CodeBlock(_) => self.code = true,
            Tag::List(first) => {
                self.flush();
                self.lists.push(first);
            }
            Tag::Item => {
                let indent = "  ".repeat(self.lists.len().saturating_sub(1));
                let sign = match self.lists.last_mut() {
                    Some(Some(number)) => {
                        *number += 1;
                        format!("{}. ", *number - 1)
                    }
                    _ => format!("{} ", self.glyphs.or("•", "-")),
                };
                let rest = format!("{indent}{}", " ".repeat(width(&sign)));
                self.lead = Some((format!("{indent}{sign}"), rest));
            }
            Tag::Strong => self.bold += 1,
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => {
                self.link = Some(dest_url.to_string());
            }
            _ => {}
        }
    }

    fn close(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => {
                self.flush();
                self.heading = false;
                self.gap();
            }
            TagEnd::Paragraph => {
                self.flush();
                if self.lists.is_empty() {
                    self.gap();
                }
            }
            TagEnd::BlockQuote(_) => self.quotes = self.quotes.saturating_sub(1),
            TagEnd::CodeBlock => {
                self.code = false;
                self.gap();
            }
            TagEnd::List(_) => {
                self.flush();
                self.lists.pop();
                self.lead = None;
                if self.lists.is_empty() {
                    self.gap();
                }
            }
            TagEnd::Item => {
                self.flush();
                self.lead = None;
            }
            TagEnd::Strong => self.bold = self.bold.saturating_sub(1),
            TagEnd::Link | TagEnd::Image => {
                if let Some(url) = self.link.take() {
                    let shown = self.inline.last().is_some_and(|s| s.text == visible(&url));
                    if !shown {
                        self.say(&format!(" {url}"), Role::Muted);
                    }
                }
            }
            _ => {}
        }
    }

    const fn role(&self) -> Role {
        if self.bold > 0 || self.heading { Role::Heading } else { Role::Text }
    }

    fn say(&mut self, text: &str, role: Role) {
        self.inline.push(Span::new(visible(text), role));
    }

    /// Lays out what has been read as lines.
    fn flush(&mut self) {
        if self.inline.is_empty() {
            return;
        }
        let quote = format!("{} ", self.glyphs.upright()).repeat(self.quotes);
        let (first, rest) = match &mut self.lead {
            Some((first, rest)) => (std::mem::replace(first, rest.clone()), rest.clone()),
            None => (String::new(), String::new()),
        };
        let used = width(&quote) + width(&rest);
        let inline = std::mem::take(&mut self.inline);
        for (index, line) in wrap(&inline, self.room.saturating_sub(used)).into_iter().enumerate() {
            let sign = if index == 0 { &first } else { &rest };
            let mut spans = Vec::new();
            if used > 0 || !sign.is_empty() {
                spans.push(Span::muted(format!("{quote}{sign}")));
            }
            spans.extend(line);
            self.lines.push(spans);
        }
    }

    /// An empty line, but never two.
    fn gap(&mut self) {
        if self.lines.last().is_some_and(|l| !l.is_empty()) {
            self.lines.push(Vec::new());
        }
    }
}

/// Spans of visible text as lines of at most `room` columns, broken at blanks where there are any.
pub fn wrap(spans: &[Span], room: usize) -> Vec<Vec<Span>> {
    let room = room.max(1);
    let mut lines: Vec<Vec<Span>> = vec![Vec::new()];
    let mut used = 0;
    for span in spans {
        for word in span.text.split_inclusive(' ') {
            let bare = width(word.trim_end());
            if used > 0 && used + bare > room {
                lines.push(Vec::new());
                used = 0;
            }
            used = put(&mut lines, word, span.role, used, room);
        }
    }
    lines
}

/// Puts one word behind what stands on the last line, breaking it anywhere if it is longer than a line.
fn put(lines: &mut Vec<Vec<Span>>, word: &str, role: Role, mut used: usize, room: usize) -> usize {
    let mut part = String::new();
    for c in word.chars() {
        let wide = columns(c);
        if used + wide > room {
            push(lines, std::mem::take(&mut part), role);
            if c == ' ' {
                return room;
            }
            lines.push(Vec::new());
            used = 0;
        }
        if used > 0 || c != ' ' || lines.len() == 1 {
            part.push(c);
            used += wide;
        }
    }
    push(lines, part, role);
    used
}

/// Puts text behind the last line, into its last span if that has the same role.
fn push(lines: &mut [Vec<Span>], text: String, role: Role) {
    let Some(line) = lines.last_mut().filter(|_| !text.is_empty()) else { return };
    match line.last_mut().filter(|s| s.role == role) {
        Some(last) => last.text.push_str(&text),
        None => line.push(Span::new(text, role)),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::pen::spans_width;
    use super::*;

    fn shown(note: &str, room: usize) -> Vec<String> {
        let text = |line: Vec<Span>| line.into_iter().map(|s| s.text).collect::<String>();
        lines(note, room, Glyphs::default()).into_iter().map(text).map(|l| l.trim_end().to_owned()).collect()
    }

    #[test]
    fn paragraphs_lists_and_line_ends_stay_what_they_are() {
        assert_eq!(shown("one\ntwo\n\nthree", 20), ["one", "two", "", "three"]);
        assert_eq!(shown("- alpha beta gamma\n- delta", 12), ["• alpha beta", "  gamma", "• delta"]);
        assert_eq!(shown("3. a\n4. b", 9), ["3. a", "4. b"]);
        assert_eq!(shown("> said", 9), ["│ said"]);
    }

    #[test]
    fn emphasis_and_headings_are_roles_and_links_show_where_they_lead() {
        let bold = lines("**big** deal", 20, Glyphs::default());
        assert_eq!(bold[0][0], Span::new("big", Role::Heading));
        assert_eq!(lines("# Title", 20, Glyphs::default())[0][0].role, Role::Heading);
        assert_eq!(shown("[site](https://example.org)", 40), ["site https://example.org"]);
    }

    #[test]
    fn the_first_line_has_no_signs() {
        assert_eq!(first_line("\n## **Prices** too high\nmore", 40), "Prices too high · more");
        assert_eq!(first_line("# Title", 40), "Title");
        assert_eq!(first_line("#1 of 3\n> said\n\n- one", 40), "#1 of 3 said one");
        assert_eq!(first_line("abcdef\nghi", 4), "abcd");
        assert_eq!(first_line("- one", 40), "one");
        assert_eq!(first_line("", 40), "");
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_its_room(note in "\\PC{0,60}|[-*#> a-z\n]{0,60}", room in 12usize..40) {
            for line in lines(&note, room, Glyphs::default()) {
                prop_assert!(spans_width(&line) <= room, "{line:?}");
            }
        }
    }
}
