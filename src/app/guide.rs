//! Guided choice: some questions about what was seen, answered by yes or no, and the value that they propose.
use ratatui::layout::Rect;

use super::App;
use super::layer::Layer;
use crate::command::{Command, Effect, Key};
use crate::domain::choice::{Aspect, Choice, Stance};
use crate::domain::guide::{Guide, Proposal, Step};
use crate::domain::text::fold;
use crate::lang::{Words, choice};
use crate::lens::{Cx, Place};
use crate::report::person;
use crate::store::act::{Act, Learned};
use crate::ui::panel::float;
use crate::ui::table::select;
use crate::ui::text::{visible, width, wrap};
use crate::ui::{Cursor, Pen, Region, Role, Seen, Span, Spot};

/// Columns of the panel.
const WIDE: u16 = 68;

/// The questions about one person, as far as they are answered.
#[derive(Debug, Clone)]
pub(super) struct Guided {
    guide: Guide,
    place: Place,
    /// Of whom.
    name: String,
    answers: Vec<bool>,
    pub(super) cursor: Cursor,
}

/// What stands in the panel, a line each: text, its role, and what a click on it answers.
struct Line {
    spans: Vec<Span>,
    end: Option<Span>,
    row: Option<usize>,
}

impl Line {
    fn of(spans: Vec<Span>) -> Self {
        Self { spans, end: None, row: None }
    }
}

impl Guided {
    pub(super) fn new(guide: Guide, place: Place, name: String) -> Self {
        Self { guide, place, name, answers: Vec::new(), cursor: Cursor::default() }
    }

    /// Takes a letter: yes or no, in the language or in English.
    pub(super) fn key(&mut self, key: Key, words: &Words) {
        let Some(letter) = key.typed().map(|c| fold(&c.to_string())) else { return };
        let says = |key: &str| letter == fold(&words.get(key));
        if says("guide-key-yes") || letter == "y" {
            self.answer(true);
        } else if says("guide-key-no") {
            self.answer(false);
        }
    }

    fn answer(&mut self, yes: bool) {
        if let Step::Ask(_) = self.guide.after(&self.answers) {
            self.answers.push(yes);
            self.cursor = Cursor::default();
        }
    }

    /// How many rows can be chosen now.
    pub(super) fn len(&self) -> usize {
        match self.guide.after(&self.answers) {
            Step::Ask(_) => 2,
            Step::Propose(_) => 1,
        }
    }

    /// Takes a row: an answer, or what is proposed.
    pub(super) fn choose(&mut self, row: usize) -> Option<Effect> {
        match self.guide.after(&self.answers) {
            Step::Ask(_) => {
                self.answer(row == 0);
                None
            }
            Step::Propose(proposal) => {
                Some(Effect::Act(Act::Learn(self.place.membership, learned(proposal))))
            }
        }
    }

    /// One question back; false at the first.
    fn back(&mut self) -> bool {
        self.cursor = Cursor::default();
        self.answers.pop().is_some()
    }

    /// Whether what is proposed is so already.
    fn holds(&self, proposal: Proposal) -> bool {
        match proposal {
            Proposal::Stance(stance) => stance.is_some() && self.place.stance == stance,
            Proposal::Influence(weight) => self.place.influence == Some(weight),
            Proposal::Role(role) => self.place.roles.contains(&role),
            Proposal::Interest(interest) => self.place.interest == Some(interest),
        }
    }

    pub(super) fn draw(&self, pen: &mut Pen<'_>, body: Rect, cx: &Cx<'_>) -> Seen {
        let aspect = choice::show(Aspect::SET, self.guide.name(), cx.words);
        let title = cx.words.with("guide-title", &[("name", &self.name), ("what", &aspect)]);
        let room = usize::from(WIDE.min(body.width).saturating_sub(4));
        let lines = self.lines(room, cx);
        let height = u16::try_from(lines.len() + 2).unwrap_or(u16::MAX);
        let leave = if self.answers.is_empty() { "guide-leave" } else { "guide-back" };
        let hints =
            [Span::new(cx.key(Command::Back), Role::Key), Span::muted(format!(" {}", cx.words.get(leave)))];
        let inside = float(pen, body, (WIDE, height), &title, &hints);
        let mut seen = Seen::default();
        // Where not all of them have room, the question and its answers stay.
        let first = lines.len().saturating_sub(usize::from(inside.height));
        for (y, line) in (inside.y..inside.bottom()).zip(lines.iter().skip(first)) {
            let place = Rect { y, height: 1, ..inside };
            let end: Vec<_> = line.end.iter().cloned().collect();
            let used = pen.spans_right(place.right(), y, place.width, &end);
            pen.spans(place.x, y, place.width.saturating_sub(used + u16::from(used > 0) * 2), &line.spans);
            let Some(row) = line.row else { continue };
            if row == self.cursor.at {
                select(pen, place, true);
            }
            seen.regions.push(Region { area: place, spot: Spot::Choice(row) });
        }
        seen
    }

    fn lines(&self, room: usize, cx: &Cx<'_>) -> Vec<Line> {
        let words = cx.words;
        let mut lines: Vec<Line> = Vec::new();
        for (question, yes) in self.guide.asked(&self.answers) {
            let asked = Span::muted(words.say(&question.of(&self.name)));
            let said = words.get(if yes { "guide-yes" } else { "guide-no" });
            lines.push(Line { end: Some(Span::muted(said)), ..Line::of(vec![asked]) });
        }
        lines.push(Line::of(Vec::new()));
        let text = |text: &str, role: Role| {
            let wrapped = wrap(&visible(text), room);
            wrapped.into_iter().map(move |line| Line::of(vec![Span::new(line, role)])).collect::<Vec<_>>()
        };
        let row = |key: String, text: String, row: usize| {
            let gap = " ".repeat(4usize.saturating_sub(width(&key)));
            let spans = vec![Span::text("  "), Span::new(key, Role::Key), Span::text(format!("{gap}{text}"))];
            Line { row: Some(row), ..Line::of(spans) }
        };
        match self.guide.after(&self.answers) {
            Step::Ask(question) => {
                lines.extend(text(&words.say(&question.of(&self.name)), Role::Heading));
                lines.push(Line::of(Vec::new()));
                lines.push(row(words.get("guide-key-yes"), words.get("guide-yes"), 0));
                lines.push(row(words.get("guide-key-no"), words.get("guide-no"), 1));
            }
            Step::Propose(proposal) => {
                let value = words.with("guide-proposal", &[("value", &shown(proposal, cx))]);
                lines.extend(text(&value, Role::Heading));
                let reason = words.with("guide-because", &[("reason", &words.say(&proposal.reason()))]);
                lines.extend(text(&reason, Role::Text));
                if self.holds(proposal) {
                    lines.extend(text(&words.get("guide-already"), Role::Muted));
                }
                lines.push(Line::of(Vec::new()));
                lines.push(row(cx.key(Command::Choose), words.get("guide-take"), 0));
            }
        }
        lines
    }
}

impl App {
    /// Goes one question back; false where none is asked, or only the first.
    pub(super) fn one_question_back(&mut self) -> bool {
        let Some(Layer::Guide(guided)) = self.layers.last_mut() else { return false };
        guided.back()
    }
}

/// What the proposal is, in words.
fn shown(proposal: Proposal, cx: &Cx<'_>) -> String {
    let values = cx.values();
    match proposal {
        Proposal::Stance(stance) => person::value(Aspect::Stance, stance.map_or("", Stance::name), &values),
        Proposal::Influence(weight) => person::value(Aspect::Influence, &weight.to_string(), &values),
        Proposal::Role(role) => person::value(Aspect::Role, role.name(), &values),
        Proposal::Interest(interest) => person::value(Aspect::Interest, &interest.to_string(), &values),
    }
}

const fn learned(proposal: Proposal) -> Learned {
    match proposal {
        Proposal::Stance(stance) => Learned::Stance(stance),
        Proposal::Influence(weight) => Learned::Influence(Some(weight)),
        Proposal::Role(role) => Learned::Role(role, true),
        Proposal::Interest(interest) => Learned::Interest(Some(interest)),
    }
}
