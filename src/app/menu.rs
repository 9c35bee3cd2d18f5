//! A small menu: a few values, each with the letter that picks it.
use ratatui::layout::Rect;

use super::App;
use super::boss;
use super::guide::Guided;
use super::layer::Layer;
use crate::command::{Effect, FormOf, Leads, Offered, OfferedRow};
use crate::domain::Id;
use crate::domain::account::Account;
use crate::domain::choice::{BuyingRole, Choice, Set, Stance, Tier};
use crate::domain::field::Entity;
use crate::domain::guide::Guide;
use crate::domain::kind::Kind;
use crate::domain::text::fold;
use crate::domain::value::Value;
use crate::exchange::choices::Choice as Chosen;
use crate::lang::{Words, choice};
use crate::lens::offer::set;
use crate::lens::{Place, Under};
use crate::store::act::{Act, Learned};
use crate::ui::panel::float;
use crate::ui::table::select;
use crate::ui::text::{visible, width};
use crate::ui::{Cursor, Page, Pen, Region, Role, Seen, Spot};

/// Fewest and most columns of the box, and how many of them stand beside the text of a row.
const WIDTH: (u16, u16) = (44, 76);
const BESIDE: usize = 12;

/// What a row of a menu does.
#[derive(Debug, Clone)]
pub(super) enum Then {
    /// Performs this.
    Effect(Effect),
    /// Opens another menu.
    Menu(Menu),
    /// Tells the lens that offered it.
    Picked(usize),
    /// Asks some questions and proposes a value.
    Guide(Guided),
    /// Chooses for the record of an import under the cursor.
    Record(Chosen),
}

/// A row.
#[derive(Debug, Clone)]
pub(super) struct Item {
    pub(super) letter: char,
    text: String,
    /// It is so already.
    on: bool,
    then: Then,
}

/// A menu.
#[derive(Debug, Clone)]
pub(super) struct Menu {
    title: String,
    pub(super) items: Vec<Item>,
    pub(super) cursor: Cursor,
}

impl Menu {
    fn new(title: String, rows: Vec<(String, bool, Then)>) -> Self {
        let mut items: Vec<Item> = Vec::new();
        for (text, on, then) in rows {
            let folded = fold(&text);
            let letters = folded.chars().chain('1'..='9').filter(|c| c.is_alphanumeric());
            let letter = letters.into_iter().find(|l| items.iter().all(|i| i.letter != *l)).unwrap_or('?');
            items.push(Item { letter, text, on, then });
        }
        let at = items.iter().position(|i| i.on).unwrap_or(0);
        let mut cursor = Cursor::default();
        cursor.stand(at);
        Self { title, items, cursor }
    }

    /// New records to choose from, the cursor on one of them.
    pub(super) fn of_forms(forms: Vec<FormOf>, at: usize, words: &Words) -> Self {
        let row = |of: FormOf| {
            (words.get(&format!("kind-{}", of.kind.name())), false, Then::Effect(Effect::OpenForm(of)))
        };
        let mut menu = Self::new(words.get("app-new"), forms.into_iter().map(row).collect());
        menu.cursor.stand(at);
        menu
    }

    /// Rows with what each does.
    pub(super) fn of_rows(title: String, rows: Vec<(String, bool, Then)>) -> Self {
        Self::new(title, rows)
    }

    /// Values that a lens offers.
    pub(super) fn of_values(offered: Offered) -> Self {
        let row = |row: OfferedRow| {
            let then = match row.leads {
                Leads::Picked(number) => Then::Picked(number),
                Leads::Further(more) => Then::Menu(Self::of_values(more)),
                Leads::Told(heard, on) => Then::Effect(Effect::Act(Act::Told(heard, on))),
            };
            (row.text, row.on, then)
        };
        Self::new(offered.title, offered.rows.into_iter().map(row).collect())
    }

    /// Forms to choose from, each with its name.
    pub(super) fn of_named(title: String, forms: Vec<(String, FormOf)>) -> Self {
        let row = |(name, of)| (name, false, Then::Effect(Effect::OpenForm(of)));
        Self::new(title, forms.into_iter().map(row).collect())
    }

    /// What the row with that letter does.
    pub(super) fn by_letter(&self, letter: char) -> Option<Then> {
        let letter = fold(&letter.to_string());
        self.items.iter().find(|i| letter.starts_with(i.letter)).map(|i| i.then.clone())
    }

    /// What the row does.
    pub(super) fn at(&self, row: usize) -> Option<Then> {
        self.items.get(row).map(|i| i.then.clone())
    }

    pub(super) fn draw(&self, pen: &mut Pen<'_>, body: Rect) -> Seen {
        let height = u16::try_from(self.items.len() + 2).unwrap_or(u16::MAX);
        let longest = self.items.iter().map(|item| width(&visible(&item.text))).max().unwrap_or(0);
        let wide = u16::try_from(longest + BESIDE).unwrap_or(u16::MAX).clamp(WIDTH.0, WIDTH.1);
        let inside = float(pen, body, (wide, height), &self.title, &[]);
        let mut seen = Seen::default();
        let (len, room) = (self.items.len(), usize::from(inside.height));
        let first = self.cursor.first(len, room);
        seen.floats.push(Page { panel: 0, first, height: room });
        for (y, (row, item)) in (inside.y..inside.bottom()).zip(self.items.iter().enumerate().skip(first)) {
            let place = Rect { y, height: 1, ..inside };
            pen.put(place.x + 2, y, 1, &item.letter.to_string(), Role::Key);
            let role = if item.on { Role::Selection } else { Role::Text };
            let used = pen.put(place.x + 5, y, place.width.saturating_sub(8), &item.text, role);
            if item.on {
                pen.put(place.x + 6 + used, y, 1, pen.glyphs.done(), Role::Good);
            }
            if row == self.cursor.at {
                select(pen, place, true);
            }
            seen.regions.push(Region { area: place, spot: Spot::Choice(row) });
        }
        seen
    }
}

/// What can be set of the record under the cursor, and of its person `name`; `None` if nothing.
pub(super) fn of_record(under: &Under, name: &str, words: &Words) -> Option<Menu> {
    let Some(place) = &under.place else {
        return (under.kind == Kind::Account).then(|| tiers(under, words));
    };
    let row = |key: &str, menu: Menu| (words.get(key), false, Then::Menu(menu));
    let boss = boss::ask_whom(under).map(|ask| (words.get("org-boss"), false, Then::Effect(ask)));
    let rows = vec![
        row("app-set-role", roles(name, place, words)),
        row("app-set-stance", stances(name, place, words)),
        row("app-set-influence", influences(name, place, words)),
        row("app-set-interest", interests(name, place, words)),
        (words.get("app-set-still"), false, learn(place, Learned::Still)),
    ];
    Some(Menu::new(name.to_owned(), rows.into_iter().chain(boss).collect()))
}

fn shown<T: Choice>(value: T, words: &Words) -> String {
    choice::show(T::SET, value.name(), words)
}

fn learn(place: &Place, learned: Learned) -> Then {
    Then::Effect(Effect::Act(Act::Learn(place.membership, learned)))
}

/// The values, and behind them the questions that help to choose one.
fn guided(
    guide: Guide,
    name: &str,
    place: &Place,
    words: &Words,
    values: impl Iterator<Item = (String, bool, Then)>,
) -> Menu {
    let help = Then::Guide(Guided::new(guide, place.clone(), name.to_owned()));
    Menu::new(name.to_owned(), values.chain([(words.get("guide-menu"), false, help)]).collect())
}

fn roles(name: &str, place: &Place, words: &Words) -> Menu {
    let row = |role: &BuyingRole| {
        let held = place.roles.contains(role);
        (shown(*role, words), held, learn(place, Learned::Role(*role, !held)))
    };
    guided(Guide::Role, name, place, words, BuyingRole::ALL.iter().map(row))
}

fn stances(name: &str, place: &Place, words: &Words) -> Menu {
    let row = |stance: Option<Stance>| {
        let text = stance.map_or_else(|| words.get("app-stance-unknown"), |s| shown(s, words));
        (text, place.stance == stance, learn(place, Learned::Stance(stance)))
    };
    let all = Stance::ALL.iter().map(|s| Some(*s)).chain([None]);
    guided(Guide::Stance, name, place, words, all.map(row))
}

fn influences(name: &str, place: &Place, words: &Words) -> Menu {
    let row = |weight: Option<i64>| {
        let text = weight.map_or_else(|| words.get("app-influence-assumed"), |w| w.to_string());
        (text, place.influence == weight, learn(place, Learned::Influence(weight)))
    };
    guided(Guide::Influence, name, place, words, (1..=5).map(Some).chain([None]).map(row))
}

fn interests(name: &str, place: &Place, words: &Words) -> Menu {
    let row = |interest: Option<i64>| {
        let text = interest.map_or_else(|| words.get("app-interest-unknown"), |i| i.to_string());
        (text, place.interest == interest, learn(place, Learned::Interest(interest)))
    };
    guided(Guide::Interest, name, place, words, (1..=5).map(Some).chain([None]).map(row))
}

fn tiers(under: &Under, words: &Words) -> Menu {
    let Set { values, .. } = Tier::SET;
    let row = |name: &&'static str| {
        let set = set(Account::KIND, under.id, "tier", Value::Choice(name));
        (choice::show(Tier::SET, name, words), false, Then::Effect(set))
    };
    Menu::new(under.title.clone(), values.iter().map(row).collect())
}

/// The stance one step up or down; unknown begins at neutral. `None` at the end of the scale.
pub(super) fn stance_by(place: &Place, by: i64) -> Option<Effect> {
    let next = Stance::of_score(place.stance.map_or(0, Stance::score) + by)?;
    Some(Effect::Act(Act::Learn(place.membership, Learned::Stance(Some(next)))))
}

impl App {
    /// Does what a row of a menu says.
    pub(super) fn then(&mut self, then: Option<Then>) -> Vec<Effect> {
        match then {
            Some(Then::Effect(effect)) => self.settle(vec![effect]),
            Some(Then::Menu(menu)) => {
                self.layers.push(Layer::Menu(menu));
                Vec::new()
            }
            Some(Then::Picked(number)) => {
                let effects = self.lenses.get_mut(self.lens).picked(number, &self.world.cx());
                self.settle(effects)
            }
            Some(Then::Record(choice)) => self.choose_record(choice),
            Some(Then::Guide(guided)) => {
                self.layers.push(Layer::Guide(guided));
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    /// A record came to have one field set.
    pub(super) fn set_field(
        &mut self,
        parts: Vec<Box<dyn crate::domain::field::Record>>,
        field: &'static str,
        value: Value,
    ) -> Vec<Effect> {
        let Some(mut record) = parts.into_iter().next() else { return Vec::new() };
        match record.set(field, value) {
            Ok(()) => vec![Effect::Act(Act::Save(vec![record]))],
            Err(explain) => self.settle(vec![Effect::Notify(explain)]),
        }
    }
}

/// The account of a record, for scope and forms.
pub(super) fn account_of(under: &Under) -> Option<Id> {
    if under.kind == Kind::Account { Some(under.id) } else { under.account }
}
