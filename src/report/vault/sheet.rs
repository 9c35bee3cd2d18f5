//! The body of a note as it grows. Whatever somebody wrote stays text: neither markup, nor a link, nor anything that a program of notes
//! would run.
use super::Style;
use crate::domain::Id;
use crate::domain::choice::{Channel, Choice};
use crate::domain::commitment::Promise;
use crate::domain::kind::Kind;
use crate::lang::value::Context;
use crate::lang::{choice, day};
use crate::report::block::Block;
use crate::report::markdown;
use crate::report::need::arrow;
use crate::store::query::account::PromiseRow;
use crate::store::query::log::LogRow;

/// Characters that are told of a conversation at the most.
const TOLD: usize = 2000;

/// What programs of notes understand beyond Markdown: code that is run and formulas by one sign, remarks and queries by two.
const SIGNS: [char; 2] = ['`', '$'];
/// The same, where two stand together.
const PAIRS: [char; 3] = ['%', '{', '~'];

/// The body of a note.
pub(super) struct Sheet<'a> {
    parts: Vec<String>,
    style: Style<'a>,
    cx: &'a Context<'a>,
}

/// Markdown without what only programs of notes understand. What is escaped already stays so.
fn tamed(markdown: &str) -> String {
    let mut tamed = String::with_capacity(markdown.len());
    let (mut before, mut escaped) = (' ', false);
    let mut signs = markdown.chars().peekable();
    while let Some(c) = signs.next() {
        let pair = PAIRS.contains(&c) && (before == c || signs.peek() == Some(&c));
        if (SIGNS.contains(&c) || pair) && !escaped {
            tamed.push('\\');
        }
        escaped = c == '\\' && !escaped;
        before = c;
        tamed.push(c);
    }
    tamed
}

/// A text in one line.
pub(super) fn inline(text: &str) -> String {
    tamed(&markdown::inline(text))
}

/// What there is of these, side by side.
pub(super) fn beside(parts: impl IntoIterator<Item = String>) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

impl<'a> Sheet<'a> {
    pub(super) fn new(title: &str, style: Style<'a>, cx: &'a Context<'a>) -> Self {
        Self { parts: vec![format!("# {}", inline(title))], style, cx }
    }

    /// Markdown as it stands.
    pub(super) fn put(&mut self, markdown: String) {
        self.parts.extend(Some(markdown).filter(|text| !text.is_empty()));
    }

    /// A section of that title and its rows; nothing without rows.
    pub(super) fn list(&mut self, title: &str, rows: impl IntoIterator<Item = String>) {
        let rows: Vec<String> =
            rows.into_iter().filter(|row| !row.is_empty()).map(|row| format!("- {row}")).collect();
        if !rows.is_empty() {
            self.put(format!("## {}", inline(title)));
            self.put(rows.join("\n"));
        }
    }

    /// A longer text under its title; nothing without one.
    pub(super) fn text(&mut self, title: &str, text: &str) {
        if !text.trim().is_empty() {
            self.blocks(&[Block::heading(title), Block::Paragraph(text.to_owned())]);
        }
    }

    /// Blocks that link to nothing.
    pub(super) fn blocks(&mut self, blocks: &[Block]) {
        self.put(tamed(markdown::render(blocks).trim_end()));
    }

    /// A record, linked to where it has a note.
    pub(super) fn link(&self, kind: Kind, id: Id, name: &str) -> String {
        match self.style.links.stem(kind, id) {
            Some(stem) if stem == name => format!("[[{stem}]]"),
            // What ends a link or parts it cannot stand in its words.
            Some(stem) => format!("[[{stem}|{}]]", inline(&name.replace(['[', ']', '|'], " "))),
            None => inline(name),
        }
    }

    /// Open promises of both sides, with whom and by when.
    pub(super) fn promises(&mut self, promises: &[PromiseRow], but: &[(Kind, Id)]) {
        let open = promises.iter().filter(|p| p.done_on.is_none());
        let row = |p: &PromiseRow| {
            let who = p.counterpart.as_ref().filter(|(id, _)| !but.contains(&(Kind::Person, *id)));
            let due = Promise { due: p.due, done_on: None }.due.map(|due| day::show(due, self.cx.words));
            beside([
                format!("{} {}", arrow(Some(p.side)), inline(&p.text)),
                who.map(|(id, name)| self.link(Kind::Person, *id, name)).unwrap_or_default(),
                due.unwrap_or_default(),
            ])
        };
        let rows: Vec<String> = open.map(row).collect();
        self.list(&self.cx.words.get("report-commitments"), rows);
    }

    /// Conversations, each with its day, who was there and what was said. Notes to oneself are those of who may see them.
    pub(super) fn talks(&mut self, log: &[LogRow], but: &[(Kind, Id)]) {
        let told: Vec<&LogRow> =
            log.iter().filter(|row| self.style.personal || row.channel != Channel::Note).collect();
        if told.is_empty() {
            return;
        }
        self.put(format!("## {}", inline(&self.cx.words.get("report-log"))));
        for row in told {
            let kind = choice::show(Channel::SET, row.channel.name(), self.cx.words);
            let kind = if row.planned {
                self.cx.words.with("report-planned-kind", &[("kind", &kind)])
            } else {
                kind
            };
            self.put(format!("### {} · {}", day::show(row.day, self.cx.words), inline(&kind)));
            self.put(self.there(row, but));
            self.blocks(&[Block::Paragraph(short(&row.text))]);
        }
    }

    /// Who was there beside the one whose note it is.
    fn there(&self, row: &LogRow, but: &[(Kind, Id)]) -> String {
        let others = |kind: Kind, id: Id| !but.contains(&(kind, id));
        let account = row.account.iter().filter(|(id, _)| others(Kind::Account, *id));
        let account = account.map(|(id, name)| self.link(Kind::Account, *id, name));
        let people = row.people.iter().filter(|(id, _)| others(Kind::Person, *id));
        let people = people.map(|(id, name)| self.link(Kind::Person, *id, name));
        let colleagues = row.colleagues.iter().map(|(_, name)| inline(name));
        beside(account.chain(people).chain(colleagues))
    }

    /// The whole body; last where the user may go on.
    pub(super) fn done(mut self) -> String {
        self.put(format!("<!-- {} -->", self.cx.words.get("vault-yours")));
        self.parts.join("\n\n")
    }
}

/// The beginning of a long text.
fn short(text: &str) -> String {
    let mut kept: String = text.trim().chars().take(TOLD).collect();
    if kept.len() < text.trim().len() {
        kept.push('…');
    }
    kept
}
