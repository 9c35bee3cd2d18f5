//! What was learned about clients, the market, competitors and ourselves: dated notes, each of which can become a possible sale or
//! an initiative.
mod draw;
mod offer;

use ratatui::layout::Rect;

use crate::command::{Command, Effect, FormOf, LensKind, Rows};
use crate::domain::Id;
use crate::domain::choice::{Choice, Topic};
use crate::domain::field::Link;
use crate::domain::kind::Kind;
use crate::domain::market::Insight;
use crate::domain::text::{fold, name_tokens};
use crate::domain::value::Value;
use crate::lens::{Cx, Lens, Under, Why};
use crate::store::query::growth::Insights as Learned;
use crate::store::query::{Answer, Query};
use crate::ui::{Cursor, Page, Pen, Seen, Span};
use offer::Pick;

/// The list.
const LIST: u8 = 0;

/// Which of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Show {
    #[default]
    All,
    /// About one thing.
    Of(Topic),
    /// That has not become anything.
    Unused,
}

/// The view.
#[derive(Debug, Default)]
pub struct Insights {
    learned: Learned,
    /// Places among the notes of those that are shown.
    shown: Vec<usize>,
    known: bool,
    cursor: Cursor,
    show: Show,
    text: String,
    wanted: Option<Id>,
    /// What was offered last, by number.
    offered: Vec<Pick>,
}

/// What an insight has become.
fn became(of: &Insight) -> Option<(Kind, Id)> {
    let sale = of.opportunity.map(|Link(id)| (Kind::Opportunity, id));
    sale.or_else(|| of.initiative.map(|Link(id)| (Kind::Initiative, id)))
}

impl Insights {
    /// The note under the cursor.
    fn current(&self) -> Option<&Insight> {
        self.shown.get(self.cursor.at).and_then(|at| self.learned.notes.get(*at))
    }

    fn takes(show: Show, of: &Insight) -> bool {
        match show {
            Show::All => true,
            Show::Of(topic) => of.topic == Some(topic),
            Show::Unused => became(of).is_none(),
        }
    }

    fn answers(&self, of: &Insight, cx: &Cx<'_>) -> bool {
        let name =
            |kind, link: Option<Link>| link.map(|Link(id)| cx.directory.name(kind, id)).unwrap_or_default();
        let (account, competitor) = (name(Kind::Account, of.account), name(Kind::Competitor, of.competitor));
        let text = fold(&format!("{} {} {} {account} {competitor}", of.name, of.text, of.source));
        let found = |word: &String| {
            text.split(|c: char| !c.is_alphanumeric()).any(|part| part.starts_with(word.as_str()))
        };
        name_tokens(&self.text).iter().all(found)
    }

    fn arrange(&mut self, cx: &Cx<'_>) {
        let before = self.current().map(|of| of.head.id);
        let takes = |of: &Insight| Self::takes(self.show, of) && self.answers(of, cx);
        let places = self.learned.notes.iter().enumerate().filter(|(_, of)| takes(of)).map(|(at, _)| at);
        self.shown = places.collect();
        let wanted = self.wanted.take().or(before);
        let is = |at: &usize| self.learned.notes.get(*at).map(|of| of.head.id) == wanted;
        if let Some(row) = self.shown.iter().position(is) {
            self.cursor.stand(row);
        }
        self.cursor.clamp(self.shown.len());
    }

    fn show_all(&mut self, cx: &Cx<'_>) {
        (self.show, self.text) = (Show::All, String::new());
        self.arrange(cx);
    }

    /// A new one: about the account of the scope, and about what is shown.
    fn begin(&self, cx: &Cx<'_>) -> Vec<Effect> {
        let mut form = FormOf::new(Kind::Insight, cx.scope);
        if let Show::Of(topic) = self.show {
            form.preset.push(("topic", Value::Choice(topic.name())));
        }
        vec![Effect::OpenForm(form)]
    }

    /// Sets a field of the note under the cursor.
    fn set(&self, field: &'static str, value: Value) -> Vec<Effect> {
        let Some(of) = self.current() else { return Vec::new() };
        vec![crate::lens::offer::set(Kind::Insight, of.head.id, field, value)]
    }

    /// To what it has become; else the menu of what it can become.
    fn on(&mut self, cx: &Cx<'_>) -> Vec<Effect> {
        let Some((kind, id)) = self.current().and_then(became) else { return self.offer_uses(cx) };
        let lens = if kind == Kind::Opportunity { LensKind::Growth } else { LensKind::Plan };
        vec![Effect::Go { lens, scope: cx.scope, record: Some((kind, id)) }]
    }
}

impl Lens for Insights {
    fn queries(&self, cx: &Cx<'_>) -> Vec<Query> {
        vec![Query::Insights(cx.scope)]
    }

    fn loaded(&mut self, answer: Answer, cx: &Cx<'_>) -> Vec<Effect> {
        if let Answer::Insights(learned) = answer {
            let before = self.wanted.take().or_else(|| self.current().map(|of| of.head.id));
            (self.learned, self.known, self.wanted) = (*learned, true, before);
            self.arrange(cx);
        }
        Vec::new()
    }

    fn under(&self) -> Option<Under> {
        let of = self.current()?;
        let account = of.account.map(|Link(id)| id);
        Some(Under { account, ..Under::new(Kind::Insight, of.head.id, of.name.clone()) })
    }

    fn records(&self, _cx: &Cx<'_>) -> Option<Rows> {
        let notes = self.shown.iter().filter_map(|at| self.learned.notes.get(*at));
        Some(Rows::Records(Kind::Insight, notes.map(|note| note.head.id).collect()))
    }

    fn can(&self, command: Command, _cx: &Cx<'_>) -> bool {
        match command {
            Command::New => true,
            Command::Filter => !self.learned.notes.is_empty(),
            Command::Done
            | Command::SetValue
            | Command::Up
            | Command::Down
            | Command::PageUp
            | Command::PageDown
            | Command::First
            | Command::Last => !self.shown.is_empty(),
            Command::Back => !self.text.is_empty() || self.show != Show::All,
            _ => false,
        }
    }

    fn word(&self, command: Command) -> Option<&'static str> {
        let used = self.current().and_then(became).is_some();
        (command == Command::Done).then_some(if used {
            "growth-insights-follow"
        } else {
            "growth-insights-use"
        })
    }

    fn remark(&self, cx: &Cx<'_>) -> Vec<Span> {
        let mut words = Vec::new();
        match self.show {
            Show::All => {}
            Show::Of(topic) => words.push(crate::lang::choice::show(Topic::SET, topic.name(), cx.words)),
            Show::Unused => words.push(cx.words.get("growth-insights-unused")),
        }
        if !self.text.is_empty() {
            words.push(format!("/{}", self.text));
        }
        let count = self.shown.len().to_string();
        words.push(cx.words.with("growth-insights-count", &[("count", &count)]));
        Span::muted(words.join(" · ")).into()
    }

    fn update(&mut self, command: Command, cx: &Cx<'_>) -> Vec<Effect> {
        match command {
            Command::New => return self.begin(cx),
            Command::Filter => return vec![self.offer_topics(cx)],
            Command::SetValue => return self.offer_values(cx),
            Command::Done => return self.on(cx),
            Command::Back => self.show_all(cx),
            _ => {
                self.cursor.step(command, self.shown.len());
            }
        }
        Vec::new()
    }

    fn narrow(&mut self, text: &str, cx: &Cx<'_>) -> Vec<Effect> {
        text.clone_into(&mut self.text);
        self.arrange(cx);
        Vec::new()
    }

    fn narrowed(&self) -> &str {
        &self.text
    }

    fn stand_on(&mut self, kind: Kind, id: Id, cx: &Cx<'_>) -> Vec<Effect> {
        let of = |of: &Insight| match kind {
            Kind::Insight => of.head.id == id,
            Kind::Account => of.account == Some(Link(id)),
            Kind::Competitor => of.competitor == Some(Link(id)),
            Kind::Opportunity | Kind::Initiative => became(of) == Some((kind, id)),
            _ => false,
        };
        if let Some(found) = self.learned.notes.iter().find(|note| of(note)).map(|note| note.head.id) {
            self.wanted = Some(found);
            self.show_all(cx);
        } else if kind == Kind::Insight {
            self.wanted = Some(id);
            (self.show, self.text) = (Show::All, String::new());
        }
        Vec::new()
    }

    fn picked(&mut self, number: usize, cx: &Cx<'_>) -> Vec<Effect> {
        self.take_pick(number, cx)
    }

    fn click(&mut self, panel: u8, row: usize, _cx: &Cx<'_>) -> Vec<Effect> {
        if panel == LIST {
            self.cursor.stand(row);
        }
        Vec::new()
    }

    fn scroll(&mut self, _panel: u8, by: isize, _cx: &Cx<'_>) -> Vec<Effect> {
        self.cursor.scroll(by, self.shown.len());
        Vec::new()
    }

    fn saw(&mut self, page: &Page) {
        self.cursor.saw(page);
    }

    fn why(&self, _cx: &Cx<'_>) -> Option<Why> {
        None
    }

    fn draw(&self, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
        draw::draw(self, pen, area, cx)
    }
}
