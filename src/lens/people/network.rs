//! The network: who sways whom as a drawing, how far each reaches as a ranked list, and why the person under the cursor should be
//! seen.
mod caption;
mod drawing;
mod ranks;

use ratatui::layout::Rect;

use super::act::moves;
use super::selection::Selection;
use super::state::PICTURE;
use super::views::Picture;
use crate::command::{Command, Effect, FormOf};
use crate::domain::Id;
use crate::domain::kind::Kind;
use crate::domain::value::Value;
use crate::lens::{Cx, Why};
use crate::report::people::network::{Net, explain};
use crate::store::query::people::PersonRow;
use crate::ui::{Cursor, Page, Pen, Seen, panel};
use ranks::Ranks;

/// Fewest lines with which there is a drawing above the list.
const DRAWN: u16 = 13;

/// From how many lines on a blank one stands below the drawing, and the reason has two.
const AIRY: u16 = 24;

/// Which rows of the list are in sight; who is under the cursor, the selection knows.
#[derive(Debug, Default)]
pub(super) struct Network {
    cursor: Cursor,
}

impl Network {
    /// The cursor on the person under it; on nobody where they have no place in the network.
    fn cursor(&self, ranks: &Ranks, people: &Selection) -> Cursor {
        let mut cursor = self.cursor;
        cursor.stand(ranks.of(people.at()).unwrap_or(usize::MAX));
        cursor
    }

    /// Whom an arrow to the side leads to: along an edge, to the right on the way to whoever decides.
    fn aside(command: Command, people: &Selection, cx: &Cx<'_>) -> Option<usize> {
        let row = people.current()?;
        let net = net_of(people, row, cx)?;
        let to = if command == Command::PanelRight {
            let way = net.nearest(row.person).and_then(|near| near.way.steps.first()).map(|s| s.person);
            let strongest = || net.network.sways(row.person).first().map(|edge| edge.sways);
            way.or_else(strongest)
        } else {
            net.network.swayed_by(row.person).first().map(|edge| edge.person)
        };
        row_of(to?, net.account, people)
    }
}

/// The network of the account at which a person works; `None` for who has left or has no account.
fn net_of<'a>(people: &'a Selection, row: &PersonRow, cx: &Cx<'_>) -> Option<&'a Net> {
    let here = row.account.filter(|_| row.left_on.is_none())?;
    people.nets(cx.today).at(here)
}

/// The row of a person who works at an account, if they are shown.
fn row_of(person: Id, account: Id, people: &Selection) -> Option<usize> {
    let is = |row: &PersonRow| row.person == person && row.account == Some(account) && row.left_on.is_none();
    people.rows.iter().position(is)
}

/// The network that is drawn: that of the person under the cursor, else of the account of the scope.
fn net<'a>(people: &'a Selection, cx: &Cx<'_>) -> Option<&'a Net> {
    let of_current = people.current().and_then(|row| net_of(people, row, cx));
    of_current.or_else(|| people.nets(cx.today).at(cx.scope?))
}

/// `n`: an influence of the person under the cursor, or a person.
fn new_records(row: &PersonRow, account: Id) -> Effect {
    let mut influence = FormOf::new(Kind::Influence, Some(account));
    influence.preset = vec![("person", Value::Link(row.person))];
    Effect::Offer(vec![influence, FormOf::new(Kind::Person, Some(account))], 0)
}

impl Picture for Network {
    fn can(&self, command: Command, people: &Selection, cx: &Cx<'_>) -> bool {
        match command {
            command if moves(command) => !people.rows.is_empty(),
            Command::PanelLeft | Command::PanelRight => Self::aside(command, people, cx).is_some(),
            Command::New => people.current().is_some_and(|row| net_of(people, row, cx).is_some()),
            _ => false,
        }
    }

    fn update(&mut self, command: Command, people: &mut Selection, cx: &Cx<'_>) -> Vec<Effect> {
        match command {
            Command::PanelLeft | Command::PanelRight => {
                if let Some(row) = Self::aside(command, people, cx) {
                    people.stand(row);
                }
            }
            Command::New => {
                let of = people.current().and_then(|row| Some(new_records(row, row.account?)));
                return of.into_iter().collect();
            }
            _ => {
                let ranks = Ranks::of_people(people, cx.today);
                let mut cursor = self.cursor(&ranks, people);
                cursor.clamp(ranks.len());
                if ranks.of(people.at()).is_some() {
                    cursor.step(command, ranks.len());
                }
                if let Some(row) = ranks.row(cursor.at) {
                    people.stand(row);
                }
            }
        }
        Vec::new()
    }

    fn click(&mut self, place: usize, people: &mut Selection, cx: &Cx<'_>) {
        if let Some(row) = Ranks::of_people(people, cx.today).row(place) {
            people.stand(row);
        }
    }

    fn scroll(&mut self, by: isize, people: &mut Selection, cx: &Cx<'_>) {
        let ranks = Ranks::of_people(people, cx.today);
        let mut cursor = self.cursor(&ranks, people);
        cursor.clamp(ranks.len());
        cursor.scroll(by, ranks.len());
        if let Some(row) = ranks.row(cursor.at) {
            people.stand(row);
        }
    }

    fn saw(&mut self, page: &Page) {
        self.cursor.saw(page);
    }

    fn why(&self, people: &Selection, cx: &Cx<'_>) -> Option<Why> {
        let row = people.current()?;
        let net = net_of(people, row, cx)?;
        Some(Why::of(explain(net, row.person, &cx.values())))
    }

    fn draw(&self, people: &Selection, focused: bool, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
        let ranks = Ranks::of_people(people, cx.today);
        let Some(net) = net(people, cx) else {
            panel::empty(pen, panel::below(area, 1), &cx.words.get("network-no-account"));
            return Seen::default();
        };
        let (drawn, below, list) = areas(area, ranks.len());
        let mut seen = Seen::default();
        if drawn.height > 0 {
            seen.add(drawing::draw(net, people, &ranks, focused, pen, drawn, cx));
        }
        caption::draw(net, people, pen, below, cx);
        seen.add(ranks::draw(&ranks, people, &self.cursor(&ranks, people), focused, pen, list, cx));
        seen
    }
}

/// Drawing, caption and list, from top to bottom; the list has two lines of five, and no more than it needs.
fn areas(area: Rect, people: usize) -> (Rect, Rect, Rect) {
    let (air, caption) = if area.height >= AIRY { (1, 3) } else { (0, 2) };
    let rest = area.height.saturating_sub(air + caption);
    let wanted = u16::try_from(people).unwrap_or(u16::MAX).saturating_add(1);
    let list = if area.height < DRAWN { rest } else { wanted.min((rest * 2 / 5).max(5)) };
    let drawn = if area.height < DRAWN { 0 } else { rest - list };
    let from = |y: u16, height: u16| Rect { y: area.y + y, height, ..area };
    let above = (drawn + air).min(area.height);
    let caption = caption.min(area.height - above);
    (from(0, drawn), from(above, caption), from(above + caption, list))
}

/// Panel of the drawing and of the list: a click on either stands on the person.
const PANEL: u8 = PICTURE;
