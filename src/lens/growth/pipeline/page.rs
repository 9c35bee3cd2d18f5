//! One sale on a page, beside the others or alone: the document that the shell prints, and what of it can be stood on.
use ratatui::layout::Rect;

use super::state::{DETAILS, Pipeline};
use crate::command::{Command, Effect, FormOf, LensKind};
use crate::domain::kind::Kind;
use crate::lens::{Cx, Place, Under};
use crate::report::pipeline::page;
use crate::store::query::pipeline::{Part, SalePage};
use crate::ui::table::select;
use crate::ui::{Page, Pen, Region, Role, Seen, Spot, blocks};

/// From how many columns on the page stands beside the table.
pub(super) const BESIDE_TABLE: u16 = 110;

/// From how many columns on it stands beside the board.
pub(super) const BESIDE_BOARD: u16 = 160;

/// Something on the page.
#[derive(Debug, Clone, Copy)]
pub(super) enum Item<'a> {
    Part(&'a Part),
    Contract(crate::domain::Id, &'a str),
}

/// All that can be stood on, in the order in which the document has its rows.
pub(super) fn items(of: &Pipeline) -> Vec<Item<'_>> {
    let Some(page) = of.details() else { return Vec::new() };
    let contracts = page.contracts.iter().map(|(id, name, _)| Item::Contract(*id, name));
    page.parts.iter().map(Item::Part).chain(contracts).collect()
}

/// The record of what is under the cursor of the page.
pub(super) fn under(of: &Pipeline) -> Option<Under> {
    let account = Some(of.details()?.sale.account);
    Some(match *items(of).get(of.item)? {
        Item::Part(part) => {
            let under = Under::new(Kind::Involvement, part.id, part.person.name.clone());
            Under { account, person: Some(part.person.person), place: Place::of(&part.person), ..under }
        }
        Item::Contract(id, name) => Under { account, ..Under::new(Kind::Contract, id, name) },
    })
}

/// To the person, or into the form of the contract.
pub(super) fn open(of: &Pipeline) -> Vec<Effect> {
    let account = of.details().map(|page| page.sale.account);
    let open = items(of).get(of.item).map(|item| match item {
        Item::Part(part) => {
            let record = Some((Kind::Person, part.person.person));
            Effect::Go { lens: LensKind::People, scope: account, record }
        }
        Item::Contract(id, _) => Effect::OpenForm(FormOf::edit(Kind::Contract, *id, account)),
    });
    open.into_iter().collect()
}

/// Through what can be stood on, and behind the last of it through the lines; pages turn the lines.
pub(super) fn walk(of: &mut Pipeline, command: Command) {
    let last = items(of).len().saturating_sub(1);
    match command {
        Command::Up if of.turned == 0 => of.item = of.item.saturating_sub(1),
        Command::Up => of.turned -= 1,
        Command::Down if of.item < last => of.item += 1,
        Command::Down => of.turned = of.turned.saturating_add(1),
        Command::PageUp => of.turned = of.turned.saturating_sub(10),
        Command::PageDown => of.turned = of.turned.saturating_add(10),
        Command::First => (of.item, of.turned) = (0, 0),
        Command::Last => (of.item, of.turned) = (last, usize::MAX),
        _ => {}
    }
}

/// Draws it.
pub(super) fn draw(of: &Pipeline, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
    let Some(sale) = of.details() else { return Seen::default() };
    draw_page(of, sale, pen, area, cx)
}

fn draw_page(of: &Pipeline, sale: &SalePage, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen {
    let mut seen = Seen::default();
    let room = usize::from(area.width.saturating_sub(2));
    let lines = blocks::lines(&page(sale, &cx.values()), room, pen.glyphs);
    let height = usize::from(area.height);
    let leads = lines.iter().enumerate().filter(|(_, line)| line.source.is_some()).map(|(at, _)| at);
    let leads: Vec<usize> = leads.collect();
    // Two lines stay below what is under the cursor for the line that says that there is more.
    let needed = leads.get(of.item).filter(|_| of.reading).map_or(0, |at| (at + 2).saturating_sub(height));
    let first = needed.saturating_add(of.turned).min(lines.len().saturating_sub(height));
    seen.pages.push(Page { panel: DETAILS, first, height });
    for (at, (y, line)) in (first..).zip((area.y..area.bottom()).zip(lines.iter().skip(first))) {
        let place = Rect { y, height: 1, ..area };
        line.draw(pen, Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..place });
        let Some(item) = leads.iter().position(|lead| *lead == at) else { continue };
        if of.reading && item == of.item {
            select(pen, place, true);
        }
        seen.regions.push(Region { area: place, spot: Spot::Row(DETAILS, item) });
    }
    if of.reading && leads.is_empty() && first == 0 && area.height > 0 {
        pen.put(area.x, area.y, 1, pen.glyphs.bar(), Role::Accent);
    }
    if lines.len() > first + height && area.height > 1 {
        let below = lines.len() - first - height + 1;
        let more = cx.words.with("log-more-lines", &[("count", &below.to_string())]);
        let last = Rect { y: area.bottom() - 1, height: 1, ..area };
        pen.clear(last);
        pen.put(area.x + 1, last.y, area.width.saturating_sub(2), &more, Role::Muted);
    }
    seen
}
