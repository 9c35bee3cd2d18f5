//! What is given to the accounts alone: exclusive resources and tailored offers, what they cost, how they are received, and when
//! they end.
mod draw;

use ratatui::layout::Rect;

use crate::command::{Command, Effect, FormOf, Leads, Offered, OfferedRow, Rows};
use crate::domain::Id;
use crate::domain::care::{Given, IN_SIGHT};
use crate::domain::choice::{Choice, Sentiment};
use crate::domain::field::Link;
use crate::domain::kind::Kind;
use crate::domain::text::{fold, name_tokens};
use crate::domain::value::Value;
use crate::lang::choice;
use crate::lens::{Cx, Lens, Under, Why, offer};
use crate::report::lifetime::short;
use crate::report::score::{Measure, blocks};
use crate::store::query::growth::Care as Gift;
use crate::store::query::lifetime::Lifetime;
use crate::store::query::{Answer, Query};
use crate::ui::{Cursor, Page, Pen, Seen, Span};

/// The list.
const LIST: u8 = 0;

/// Which of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Show {
    #[default]
    All,
    /// Given now.
    Now,
    /// Ending within ninety days.
    Ending,
    /// No longer given.
    Over,
}

impl Show {
    const ALL: [Self; 4] = [Self::All, Self::Now, Self::Ending, Self::Over];

    fn next(self) -> Self {
        let at = Self::ALL.iter().position(|one| *one == self).unwrap_or(0);
        Self::ALL.get(at + 1).copied().unwrap_or_default()
    }

    const fn words(self) -> Option<&'static str> {
        match self {
            Self::All => None,
            Self::Now => Some("growth-care-only-now"),
            Self::Ending => Some("growth-care-only-ending"),
            Self::Over => Some("growth-care-only-over"),
        }
    }
}

/// The view.
#[derive(Debug, Default)]
pub struct Care {
    all: Vec<Gift>,
    /// Places in `all` of those that are shown.
    shown: Vec<usize>,
    /// What the accounts are worth: of which margin the care is taken.
    worth: Vec<Lifetime>,
    known: bool,
    cursor: Cursor,
    show: Show,
    text: String,
    wanted: Option<Id>,
}

impl Care {
    /// The care under the cursor.
    fn current(&self) -> Option<&Gift> {
        self.shown.get(self.cursor.at).and_then(|at| self.all.get(*at))
    }

    fn takes(&self, one: &Gift, cx: &Cx<'_>) -> bool {
        let given = one.perk.given(cx.today);
        let shown = match self.show {
            Show::All => true,
            Show::Now => given == Given::Now,
            Show::Ending => one.perk.days_left(cx.today).is_some_and(|days| days <= IN_SIGHT),
            Show::Over => given == Given::Over,
        };
        let account = one.perk.account.map(|Link(id)| cx.directory.name(Kind::Account, id));
        let text = fold(&format!("{} {}", one.perk.name, account.unwrap_or_default()));
        let named = |word: &String| text.split_whitespace().any(|part| part.starts_with(word.as_str()));
        shown && name_tokens(&self.text).iter().all(named)
    }

    fn arrange(&mut self, cx: &Cx<'_>) {
        let before = self.current().map(|one| one.perk.head.id);
        let places = self.all.iter().enumerate().filter(|(_, one)| self.takes(one, cx)).map(|(at, _)| at);
        self.shown = places.collect();
        let wanted = self.wanted.take().or(before);
        let is = |at: &usize| self.all.get(*at).map(|one| one.perk.head.id) == wanted;
        if let Some(row) = self.shown.iter().position(is) {
            self.cursor.stand(row);
        }
        self.cursor.clamp(self.shown.len());
    }

    /// What is given now costs so much a year, as far as that is known.
    fn cost(&self, cx: &Cx<'_>) -> f64 {
        let now = self.all.iter().filter(|one| one.perk.given(cx.today) == Given::Now);
        now.filter_map(|one| one.yearly.as_ref().ok()).sum()
    }

    /// Sets a field of the care under the cursor.
    fn set(&self, field: &'static str, value: Value) -> Vec<Effect> {
        let Some(one) = self.current() else { return Vec::new() };
        vec![offer::set(Kind::Perk, one.perk.head.id, field, value)]
    }

    /// A new one, for the account in front of the user.
    fn begin(&self, cx: &Cx<'_>) -> Vec<Effect> {
        let here = self.current().and_then(|one| one.perk.account).map(|Link(id)| id);
        vec![Effect::OpenForm(FormOf::new(Kind::Perk, cx.scope.or(here)))]
    }

    /// The menu of how it was received.
    fn offer(&self, cx: &Cx<'_>) -> Vec<Effect> {
        let Some(one) = self.current() else { return Vec::new() };
        let row = |(number, mood): (usize, &Sentiment)| OfferedRow {
            text: choice::show(Sentiment::SET, mood.name(), cx.words),
            on: one.perk.received == Some(*mood),
            leads: Leads::Picked(number),
        };
        let title = cx.words.with("growth-care-received", &[("name", &one.perk.name)]);
        vec![Effect::Choose(Offered { title, rows: Sentiment::ALL.iter().enumerate().map(row).collect() })]
    }
}

impl Lens for Care {
    fn queries(&self, cx: &Cx<'_>) -> Vec<Query> {
        vec![Query::Lifetimes(cx.scope), Query::Care(cx.scope)]
    }

    fn loaded(&mut self, answer: Answer, cx: &Cx<'_>) -> Vec<Effect> {
        match answer {
            Answer::Lifetimes(worth) => self.worth = worth,
            Answer::Care(all) => {
                let before = self.wanted.take().or_else(|| self.current().map(|one| one.perk.head.id));
                (self.all, self.known, self.wanted) = (all, true, before);
                if self.wanted.is_some_and(|id| {
                    self.all.iter().any(|one| one.perk.head.id == id && !self.takes(one, cx))
                }) {
                    (self.show, self.text) = (Show::All, String::new());
                }
                self.arrange(cx);
            }
            _ => {}
        }
        Vec::new()
    }

    fn under(&self) -> Option<Under> {
        let perk = &self.current()?.perk;
        let account = perk.account.map(|Link(id)| id);
        Some(Under { account, ..Under::new(Kind::Perk, perk.head.id, perk.name.clone()) })
    }

    fn records(&self, _cx: &Cx<'_>) -> Option<Rows> {
        let shown = self.shown.iter().filter_map(|at| self.all.get(*at));
        Some(Rows::Records(Kind::Perk, shown.map(|one| one.perk.head.id).collect()))
    }

    fn can(&self, command: Command, cx: &Cx<'_>) -> bool {
        match command {
            Command::New => true,
            Command::Filter => !self.all.is_empty(),
            Command::Done => self.current().is_some_and(|one| {
                one.perk.given(cx.today) == Given::Now && one.perk.until != Some(cx.today)
            }),
            Command::SetValue
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
        (command == Command::Done).then_some("growth-care-end")
    }

    fn remark(&self, cx: &Cx<'_>) -> Vec<Span> {
        let now = self.all.iter().filter(|one| one.perk.given(cx.today) == Given::Now).count();
        let cost = short(self.cost(cx), &cx.values());
        let mut words: Vec<String> = self.show.words().map(|key| cx.words.get(key)).into_iter().collect();
        if now > 0 {
            let args = [("count", now.to_string()), ("cost", cost)];
            let args: Vec<_> = args.iter().map(|(name, text)| (*name, text.as_str())).collect();
            words.push(cx.words.with("growth-care-sum", &args));
        }
        Span::muted(words.join(" · ")).into()
    }

    fn update(&mut self, command: Command, cx: &Cx<'_>) -> Vec<Effect> {
        match command {
            Command::New => return self.begin(cx),
            Command::SetValue => return self.offer(cx),
            Command::Done => return self.set("until", Value::Day(cx.today)),
            Command::Filter => {
                self.show = self.show.next();
                self.arrange(cx);
            }
            Command::Back => {
                (self.show, self.text) = (Show::All, String::new());
                self.arrange(cx);
            }
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
        match kind {
            Kind::Perk => {
                self.wanted = Some(id);
                if self.all.iter().any(|one| one.perk.head.id == id) {
                    (self.show, self.text) = (Show::All, String::new());
                    self.arrange(cx);
                }
            }
            Kind::Account => {
                let of = |at: &usize| self.all.get(*at).is_some_and(|one| one.perk.account == Some(Link(id)));
                if let Some(row) = self.shown.iter().position(of) {
                    self.cursor.stand(row);
                }
            }
            _ => {}
        }
        Vec::new()
    }

    fn picked(&mut self, number: usize, _cx: &Cx<'_>) -> Vec<Effect> {
        let mood = Sentiment::ALL.get(number);
        mood.map(|mood| self.set("received", Value::Choice(mood.name()))).unwrap_or_default()
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

    /// How the margin is made from which the care is taken.
    fn why(&self, cx: &Cx<'_>) -> Option<Why> {
        let account = self.current()?.perk.account?.0;
        let one = self.worth.iter().find(|one| one.client.account == account)?;
        let values = cx.values();
        Some(Why::of(blocks(&one.name, &one.client.why(), Measure::of_sums(&values), &values)))
    }

    fn draw(&self, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
        draw::draw(self, pen, area, cx)
    }
}
