//! The state of the lens: whom it shows, by which view, and the details of the person under the cursor.
use ratatui::layout::Rect;

use super::filter::Filter;
use super::offer::{Pick, Wish};
use super::selection::{Selection, Who, who};
use super::strip::Strip;
use super::views::{Pictures, View};
use super::{view, why};
use crate::command::{Command, Effect, LensKind, Only, Rows};
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::value::Value;
use crate::lens::{Cx, Lens, Place, Under, Why};
use crate::store::query::person::PersonPage;
use crate::store::query::{Answer, Query};
use crate::ui::{Page, Pen, Seen};

/// Panels of the lens, as regions and pages count them: that of the view, whichever it is, and the details. A view that needs
/// more numbers them from 2.
pub(super) const PICTURE: u8 = 0;
pub(super) const DETAILS: u8 = 1;
/// The strip of the buying centre, its places counted from the left.
pub(super) const STRIP: u8 = 99;

/// The people.
#[derive(Debug, Default)]
pub struct People {
    /// Whom all views show.
    pub(super) chosen: Selection,
    /// How they are shown.
    pub(super) view: View,
    pub(super) pictures: Pictures,
    pub(super) strip: Strip,
    /// The person under the cursor, once loaded.
    pub(super) page: Option<Box<PersonPage>>,
    /// The details have the keys; in a narrow screen they are all there is.
    pub(super) reading: bool,
    /// What of the details is under the cursor, see [`super::item`].
    pub(super) item: usize,
    /// First line of the details.
    pub(super) first: usize,
    /// What was offered last, by the numbers under which it comes back.
    pub(super) offered: Vec<Pick>,
    /// What was asked for last.
    pub(super) wish: Option<Wish>,
    /// The next act done is one for many: the cursor stays.
    pub(super) settling: bool,
}

impl People {
    /// The details of the person under the cursor.
    pub(super) fn details(&self) -> Option<&PersonPage> {
        let row = self.chosen.current()?;
        self.page.as_deref().filter(|page| {
            let membership = page.membership.as_ref().map(|m| m.head.id);
            (page.person.head.id, membership) == who(row)
        })
    }

    /// Asks for the details of the person under the cursor.
    fn ask(&self) -> Vec<Effect> {
        let query = self.chosen.who().map(|(person, membership)| Query::Person(person, membership));
        query.map(|query| Effect::load(LensKind::People, query)).into_iter().collect()
    }

    /// Asks for the details if another person is under the cursor than before.
    pub(super) fn turned(&mut self, before: Option<Who>) -> Vec<Effect> {
        if self.chosen.who() == before {
            return Vec::new();
        }
        (self.item, self.first) = (0, 0);
        self.ask()
    }
}

impl Lens for People {
    fn queries(&self, cx: &Cx<'_>) -> Vec<Query> {
        vec![Query::Centre(cx.scope), Query::People(cx.scope)]
    }

    fn loaded(&mut self, answer: Answer, cx: &Cx<'_>) -> Vec<Effect> {
        match answer {
            Answer::People(rows) => {
                let before = self.chosen.who();
                if self.chosen.take(rows, cx) {
                    self.reading = false;
                }
                if self.chosen.who() != before {
                    (self.item, self.first) = (0, 0);
                }
                // Whatever was written may have changed the details of the same person.
                self.ask()
            }
            Answer::Centre(centre) => {
                self.chosen.take_centre(*centre);
                Vec::new()
            }
            Answer::Person(page) => {
                self.page = Some(page);
                self.item = self.item.min(self.items().saturating_sub(1));
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    fn under(&self) -> Option<Under> {
        if let Some(under) = self.strip.under(&self.chosen) {
            return Some(under);
        }
        if let Some(under) = self.reading.then(|| self.under_item()).flatten() {
            return Some(under);
        }
        let row = self.chosen.current()?;
        Some(Under {
            account: row.account,
            person: Some(row.person),
            place: Place::of(row),
            ..Under::new(Kind::Person, row.person, row.name.clone())
        })
    }

    fn records(&self, _cx: &Cx<'_>) -> Option<Rows> {
        Some(self.to_export())
    }

    fn can(&self, command: Command, cx: &Cx<'_>) -> bool {
        self.does(command, cx)
    }

    fn word(&self, command: Command) -> Option<&'static str> {
        if self.strip.focused() {
            return (command == Command::Axis).then_some("coverage-axis");
        }
        self.pictures.get(self.view).word(command)
    }

    fn update(&mut self, command: Command, cx: &Cx<'_>) -> Vec<Effect> {
        let before = self.chosen.who();
        self.settling = false;
        let mut effects = self.act(command, cx);
        effects.extend(self.turned(before));
        effects
    }

    fn narrow(&mut self, text: &str, cx: &Cx<'_>) -> Vec<Effect> {
        if text == self.chosen.text {
            return Vec::new();
        }
        let before = self.chosen.who();
        self.reading = false;
        self.chosen.narrow(text, cx);
        self.turned(before)
    }

    fn narrowed(&self) -> &str {
        &self.chosen.text
    }

    fn stand_on(&mut self, kind: Kind, id: Id, _cx: &Cx<'_>) -> Vec<Effect> {
        let settling = std::mem::take(&mut self.settling);
        if kind == Kind::Person && !settling {
            self.reading = false;
            self.chosen.want(id);
        }
        Vec::new()
    }

    fn only(&mut self, only: Only) {
        let filter = match only {
            Only::Due => Filter::Queue,
            Only::PastCadence => Filter::PastCadence,
            Only::NoRole => Filter::NoRole,
            Only::ToSort | Only::Period(_) => return,
        };
        (self.view, self.reading) = (View::List, false);
        self.chosen.only(filter);
    }

    fn picked(&mut self, number: usize, cx: &Cx<'_>) -> Vec<Effect> {
        let before = self.chosen.who();
        let mut effects = self.take_pick(number, cx);
        effects.extend(self.turned(before));
        effects
    }

    fn answered(&mut self, value: Value, _cx: &Cx<'_>) -> Result<Vec<Effect>, Explain> {
        Ok(self.take_answer(value))
    }

    fn click_head(&mut self, _panel: u8, column: usize, cx: &Cx<'_>) -> Vec<Effect> {
        let before = self.chosen.who();
        self.reading = false;
        self.pictures.get_mut(self.view).click_head(column, &mut self.chosen, cx);
        self.turned(before)
    }

    fn click(&mut self, panel: u8, row: usize, cx: &Cx<'_>) -> Vec<Effect> {
        if panel == STRIP {
            self.strip.click(row);
            return Vec::new();
        }
        self.reading = panel == DETAILS;
        if self.reading {
            self.item = row;
            return Vec::new();
        }
        let before = self.chosen.who();
        self.pictures.get_mut(self.view).click(row, &mut self.chosen, cx);
        self.turned(before)
    }

    fn scroll(&mut self, panel: u8, by: isize, cx: &Cx<'_>) -> Vec<Effect> {
        if panel == DETAILS || self.reading {
            self.first = self.first.saturating_add_signed(by);
            return Vec::new();
        }
        let before = self.chosen.who();
        self.pictures.get_mut(self.view).scroll(by, &mut self.chosen, cx);
        self.turned(before)
    }

    fn saw(&mut self, page: &Page) {
        match page.panel {
            DETAILS => self.first = page.first,
            _ => self.pictures.get_mut(self.view).saw(page),
        }
    }

    fn going(&self, cx: &Cx<'_>) -> Option<Explain> {
        self.going_item(cx)
    }

    fn why(&self, cx: &Cx<'_>) -> Option<Why> {
        if self.strip.focused() {
            return self.strip.why(&self.chosen, cx);
        }
        let row = self.chosen.current().filter(|_| !self.reading)?;
        let own = self.pictures.get(self.view).why(&self.chosen, cx);
        if own.is_some() {
            return own;
        }
        let log = self.details().map(|page| page.log.as_slice()).unwrap_or_default();
        let held: Vec<_> = log.iter().filter(|talk| !talk.planned).collect();
        Some(why::why(row, &held, cx))
    }

    fn draw(&self, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
        view::draw(self, pen, area, cx)
    }
}
