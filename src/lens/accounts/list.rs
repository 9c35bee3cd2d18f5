//! The list: which accounts, in which order, and its drawing.
use std::cmp::Reverse;

use ratatui::layout::Rect;

use super::state::Accounts;
use crate::command::Command;
use crate::domain::choice::{Side, Tier};
use crate::domain::text::fold;
use crate::lang::day;
use crate::lens::Cx;
use crate::store::query::accounts::AccountRow;
use crate::ui::pen::spans_width;
use crate::ui::table::{List, draw_row, lay_out};
use crate::ui::{Column, Pen, Role, Seen, Span, TableRow, panel};

/// In which order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Sort {
    /// Key accounts as their tabs stand, then the others by name.
    #[default]
    Own,
    /// By name.
    Name,
    /// Those not spoken to for longest first.
    Last,
    /// Those with most that is late first.
    Late,
}

impl Sort {
    pub(super) const fn next(self) -> Self {
        match self {
            Self::Own => Self::Name,
            Self::Name => Self::Last,
            Self::Last => Self::Late,
            Self::Late => Self::Own,
        }
    }
}

/// Which of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Show {
    #[default]
    All,
    /// Those looked after by this KAM.
    Keys,
    /// Those with something late, or people past their cadence.
    Late,
}

impl Show {
    pub(super) const fn next(self) -> Self {
        match self {
            Self::All => Self::Keys,
            Self::Keys => Self::Late,
            Self::Late => Self::All,
        }
    }

    const fn words(self) -> Option<&'static str> {
        match self {
            Self::All => None,
            Self::Keys => Some("accounts-only-keys"),
            Self::Late => Some("accounts-only-late"),
        }
    }

    const fn takes(self, row: &AccountRow) -> bool {
        match self {
            Self::All => true,
            Self::Keys => matches!(row.tier, Tier::Key),
            Self::Late => row.overdue + row.past_cadence > 0,
        }
    }
}

/// A line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Item {
    /// Head of the accounts of a tier, with their number.
    Head(Tier, usize),
    /// Between two tiers.
    Gap,
    /// The account of that place.
    Account(usize),
}

/// What the user wants to see of the list.
#[derive(Debug, Clone, Default)]
pub(super) struct Wish {
    pub(super) sort: Sort,
    pub(super) reversed: bool,
    pub(super) show: Show,
    pub(super) narrowed: String,
}

impl Wish {
    /// The list as wished.
    pub(super) fn items(&self, rows: &[AccountRow]) -> Vec<Item> {
        let wanted = fold(&self.narrowed);
        let takes = |row: &AccountRow| {
            let text = fold(&format!("{} {} {}", row.name, row.sector, row.site));
            self.show.takes(row) && wanted.split_whitespace().all(|w| text.contains(w))
        };
        let mut places: Vec<usize> = (0..rows.len()).filter(|i| rows.get(*i).is_some_and(takes)).collect();
        match self.sort {
            Sort::Own => {}
            Sort::Name => places.sort_by_cached_key(|i| fold(&rows[*i].name)),
            Sort::Last => places.sort_by_key(|i| rows[*i].last),
            Sort::Late => places.sort_by_key(|i| Reverse((rows[*i].overdue, rows[*i].past_cadence))),
        }
        if self.reversed {
            places.reverse();
        }
        let mut items = Vec::new();
        for place in &places {
            let tier = rows[*place].tier;
            let before = items.last().and_then(|item| match item {
                Item::Account(i) => rows.get(*i).map(|r| r.tier),
                Item::Head(..) | Item::Gap => None,
            });
            if self.sort == Sort::Own && before != Some(tier) {
                if before.is_some() {
                    items.push(Item::Gap);
                }
                items.push(Item::Head(tier, places.iter().filter(|i| rows[**i].tier == tier).count()));
            }
            items.push(Item::Account(*place));
        }
        items
    }

    /// What the title says of it.
    fn remark(&self, count: usize, cx: &Cx<'_>) -> String {
        let mut remarks = vec![count.to_string()];
        remarks.extend(self.show.words().map(|k| cx.words.get(k)));
        if !self.narrowed.is_empty() {
            remarks.push(format!("/{}", self.narrowed));
        }
        remarks.join(" · ")
    }
}

/// Which columns leave a narrow list first: name, sector, last, next, ours, theirs, late, people.
const LEAVES: [u8; 8] = [0, 7, 0, 3, 5, 6, 0, 2];

pub(super) fn draw(accounts: &Accounts, pen: &mut Pen<'_>, area: Rect, focused: bool, cx: &Cx<'_>) -> Seen {
    let items = &accounts.items;
    let count = items.iter().filter(|i| matches!(i, Item::Account(_))).count();
    if count == 0 {
        let body = panel::title(pen, area, &cx.words.get("accounts-title"), "");
        panel::empty(pen, body, &nothing(accounts, cx));
        return Seen::default();
    }
    let rows: Vec<Vec<Vec<Span>>> = accounts.rows.iter().map(|r| cells(r, pen, cx)).collect();
    let head = heads(accounts, count, pen, cx);
    let columns = columns(&rows, &head);
    let places = lay_out(&columns, area.width.saturating_sub(1));
    draw_row(pen, panel::top(area, 1), &columns, &places, &TableRow::Cells(head));
    let list = List { columns: &columns, cursor: &accounts.list, len: items.len(), panel: 0, focused };
    list.draw(pen, panel::below(area, 1), |i| match items.get(i) {
        Some(Item::Account(place)) => TableRow::Cells(rows.get(*place).cloned().unwrap_or_default()),
        Some(Item::Head(tier, count)) => {
            let key = match tier {
                Tier::Key => "accounts-keys",
                Tier::Standard => "accounts-others",
            };
            TableRow::Group(vec![Span::muted(cx.words.get(key)), Span::muted(format!("  {count}"))])
        }
        Some(Item::Gap) | None => TableRow::Group(Vec::new()),
    })
}

/// The title, and what stands in the columns; the one that orders the list has an arrow.
fn heads(accounts: &Accounts, count: usize, pen: &Pen<'_>, cx: &Cx<'_>) -> Vec<Vec<Span>> {
    let (wish, g) = (&accounts.wish, pen.glyphs);
    let arrow = |sort: Sort| match (wish.sort == sort, wish.reversed) {
        (false, _) => "",
        (true, false) => g.or(" ↓", " v"),
        (true, true) => g.or(" ↑", " ^"),
    };
    let muted = |key: &str| vec![Span::muted(cx.words.get(key))];
    let ordered =
        |key: &str, sort| vec![Span::muted(cx.words.get(key)), Span::new(arrow(sort), Role::Accent)];
    let own = if wish.reversed { arrow(Sort::Own) } else { "" };
    let title = vec![
        Span::new(cx.words.get("accounts-title"), Role::Heading),
        Span::new(format!("{}{own}", arrow(Sort::Name)), Role::Accent),
        Span::muted(format!("  {}", wish.remark(count, cx))),
    ];
    vec![
        title,
        Vec::new(),
        ordered("accounts-col-last", Sort::Last),
        muted("accounts-col-next"),
        vec![Span::muted(g.side(Side::Ours))],
        vec![Span::muted(g.side(Side::Theirs))],
        ordered("accounts-col-late", Sort::Late),
        muted("accounts-col-people"),
    ]
}

fn cells(row: &AccountRow, pen: &Pen<'_>, cx: &Cx<'_>) -> Vec<Vec<Span>> {
    let unknown = || Span::muted(pen.glyphs.unknown());
    let number = |n: usize| vec![Span::new(n.to_string(), if n == 0 { Role::Muted } else { Role::Text })];
    let about: Vec<_> =
        [&row.sector, &row.site].into_iter().filter(|t| !t.is_empty()).map(String::as_str).collect();
    let late = match row.overdue {
        0 => number(0),
        n => vec![Span::new("! ", Role::Bad), Span::text(n.to_string())],
    };
    let people = match row.people {
        0 => vec![unknown()],
        all => {
            let of = cx.words.with("accounts-of", &[("all", &all.to_string())]);
            [number(row.past_cadence), vec![Span::muted(format!(" {of}"))]].concat()
        }
    };
    vec![
        vec![Span::text(row.name.as_str())],
        vec![Span::muted(about.join(" · "))],
        vec![row.last.map_or_else(unknown, |d| Span::text(day::ago(d, cx.today, cx.words)))],
        vec![row.next.map_or_else(unknown, |d| Span::text(day::due(d, cx.today, cx.words)))],
        number(row.ours),
        number(row.theirs),
        late,
        people,
    ]
}

/// As wide as what stands in them; the name takes what is left, the rest of it what it is about.
fn columns(rows: &[Vec<Vec<Span>>], head: &[Vec<Span>]) -> Vec<Column> {
    let wide = |i: usize, least: u16| {
        let cells = rows.iter().filter_map(|r| r.get(i)).map(|c| spans_width(c)).max();
        u16::try_from(cells.unwrap_or(0)).unwrap_or(0).max(least)
    };
    let headed = |i: usize| wide(i, head.get(i).map_or(0, |c| u16::try_from(spans_width(c)).unwrap_or(0)));
    let column = |(i, leaves): (usize, u8)| match i {
        0 => Column::growing(wide(0, 12).min(24)),
        1 => Column::fixed(wide(1, 0).min(30)).leaves(leaves),
        _ => Column::fixed(headed(i)).right().leaves(leaves),
    };
    LEAVES.into_iter().enumerate().map(column).collect()
}

fn nothing(accounts: &Accounts, cx: &Cx<'_>) -> String {
    let (new, back, filter) = (cx.key(Command::New), cx.key(Command::Back), cx.key(Command::Filter));
    let key = if accounts.rows.is_empty() {
        "accounts-none"
    } else if accounts.wish.narrowed.is_empty() {
        "accounts-none-shown"
    } else {
        "accounts-none-narrowed"
    };
    cx.words.with(key, &[("new", &new), ("back", &back), ("filter", &filter)])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(name: &str, tier: Tier, overdue: usize) -> AccountRow {
        AccountRow {
            id: 1,
            name: name.into(),
            tier,
            sector: String::new(),
            site: String::new(),
            last: None,
            next: None,
            people: 0,
            past_cadence: 0,
            ours: 0,
            theirs: 0,
            overdue,
        }
    }

    #[test]
    fn the_own_order_has_heads_and_the_others_have_none() {
        let rows = [row("B", Tier::Key, 0), row("Á", Tier::Key, 2), row("C", Tier::Standard, 1)];
        let mut wish = Wish::default();
        let (key, standard) = (Item::Head(Tier::Key, 2), Item::Head(Tier::Standard, 1));
        assert_eq!(
            wish.items(&rows),
            [key, Item::Account(0), Item::Account(1), Item::Gap, standard, Item::Account(2)]
        );
        wish.sort = Sort::Name;
        assert_eq!(wish.items(&rows), [Item::Account(1), Item::Account(0), Item::Account(2)]);
        wish.sort = Sort::Late;
        assert_eq!(wish.items(&rows), [Item::Account(1), Item::Account(2), Item::Account(0)]);
        wish.show = Show::Late;
        wish.narrowed = "a".into();
        assert_eq!(wish.items(&rows), [Item::Account(1)]);
    }
}
