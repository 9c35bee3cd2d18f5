//! The org chart: who reports to whom at each account, who is missing, and who is no longer there.
use std::collections::HashMap;

use crate::domain::Id;
use crate::domain::choice::{BuyingRole, Choice, Stance};
use crate::domain::coverage::Seat;
use crate::domain::evidence::stale;
use crate::domain::kind::Kind;
use crate::domain::org::{Branch, Cut, Forest, Guide, Post, refusal};
use crate::domain::text::fold;
use crate::lang::value::Context;
use crate::lang::{choice, day};
use crate::report::block::{Block, Cell, Column, Table, Tone};
use crate::report::people::coverage::seat as words_of;
use crate::report::strength::contact;
use crate::store::query::centre::Centre;
use crate::store::query::people::PersonRow;

/// The people of one account as trees.
#[derive(Debug)]
pub struct Section<'a> {
    /// The account; `None` are those who have none.
    pub account: Option<Id>,
    /// Its name.
    pub name: &'a str,
    /// Its people, in the order given.
    pub people: Vec<&'a PersonRow>,
    /// Who leads whom; the posts are the people.
    pub forest: Forest,
    /// The places of the buying centre that nobody holds, known by name or not.
    pub gaps: Vec<Seat>,
}

/// The accounts by name, each with its trees; people beside each other keep the order given.
pub fn sections<'a>(rows: impl IntoIterator<Item = &'a PersonRow>, centre: &Centre) -> Vec<Section<'a>> {
    let mut at: HashMap<Option<Id>, usize> = HashMap::new();
    let mut sections: Vec<Section<'a>> = Vec::new();
    for row in rows {
        let place = *at.entry(row.account).or_insert_with(|| {
            let forest = Forest::default();
            let (account, name) = (row.account, row.account_name.as_str());
            sections.push(Section { account, name, people: Vec::new(), forest, gaps: Vec::new() });
            sections.len() - 1
        });
        if let Some(section) = sections.get_mut(place) {
            section.people.push(row);
        }
    }
    sections.sort_by_cached_key(|s| (s.account.is_none(), fold(s.name), s.account));
    for section in &mut sections {
        let posts: Vec<Post> = section.people.iter().map(|row| post(row)).collect();
        section.forest = Forest::of(&posts);
        let required = section.account.map(|a| centre.required(a)).unwrap_or_default();
        section.gaps = required.iter().copied().filter(|seat| !section.is_held(*seat)).collect();
    }
    sections
}

const fn post(row: &PersonRow) -> Post {
    let left = row.left_on.is_some();
    Post { person: row.person, reports_to: row.reports_to, left, successor: row.successor }
}

impl<'a> Section<'a> {
    /// The person of a branch.
    pub fn row(&self, branch: &Branch) -> Option<&'a PersonRow> {
        self.people.get(branch.post).copied()
    }

    /// How many stand at the top alone: no line of theirs is known, they come last.
    pub fn alone(&self) -> usize {
        let alone = |b: &&Branch| b.boss.is_none() && b.below == 0 && b.cut.is_none();
        self.forest.branches.iter().rev().take_while(alone).count()
    }

    fn is_held(&self, seat: Seat) -> bool {
        self.people.iter().filter(|row| row.left_on.is_none()).any(|row| match seat {
            Seat::Role(role) => row.roles.contains(&role),
            Seat::Champion => row.stance == Some(Stance::Champion),
        })
    }

    /// The gaps as they are told: one a line, but in a line together where several accounts stand below each other.
    pub fn told_gaps(&self, alone: bool) -> impl Iterator<Item = &[Seat]> {
        let together = if alone { 1 } else { self.gaps.len().max(1) };
        self.gaps.chunks(together)
    }

    /// The lines that are not drawn, in words: to bosses who are not at this account, and circles that were cut.
    pub fn not_drawn(&self, cx: &Context<'_>) -> Vec<String> {
        let name = |id: &Id| self.people.iter().find(|r| r.person == *id).map_or("", |r| r.name.as_str());
        let outside = self.forest.branches.iter().filter_map(|branch| {
            let Some(Cut::Outside(boss)) = branch.cut else { return None };
            let boss = cx.directory.name(Kind::Person, boss);
            Some(cx.words.with("org-outside", &[("name", name(&branch.person)), ("boss", &boss)]))
        });
        let circles = self.forest.circles.iter().map(|circle| {
            let names: Vec<String> =
                circle.iter().chain(circle.first()).map(|id| name(id).to_owned()).collect();
            cx.words.say(&refusal(Kind::Membership, &names))
        });
        outside.chain(circles).collect()
    }
}

/// What is missing: `no decider known`, of several `no user, buyer known`.
pub fn gap(seats: &[Seat], cx: &Context<'_>) -> String {
    let seats: Vec<_> = seats.iter().map(|seat| words_of(*seat, cx)).collect();
    cx.words.with("org-gap", &[("seat", &seats.join(", "))])
}

/// What somebody is called in the chart: a place whose holder is not known says so.
pub fn called(row: &PersonRow, cx: &Context<'_>) -> String {
    match roles(row, cx) {
        _ if !row.placeholder => row.name.clone(),
        roles if roles.is_empty() => row.name.clone(),
        roles => cx.words.with("org-not-known", &[("roles", &crate::lang::capital(&roles))]),
    }
}

/// What is worth knowing of a place in the chart: that it is vacant, that its line was cut.
pub fn remark(row: &PersonRow, branch: &Branch, cx: &Context<'_>) -> Option<String> {
    let cut = || (branch.cut == Some(Cut::Circle)).then(|| cx.words.get("org-cut"));
    let vacant = branch.vacant && row.left_on.is_some();
    vacant.then(|| cx.words.get("org-vacant")).or_else(cut)
}

/// Since when a place is vacant.
pub fn since(row: &PersonRow, cx: &Context<'_>) -> String {
    let day = row.left_on.map(|left| day::column(left, cx.today, cx.words));
    day.map_or_else(String::new, |day| cx.words.with("org-since", &[("day", &day)]))
}

/// The org chart of these accounts; with several of them each has its heading.
pub fn org(sections: &[Section<'_>], scope: Option<Id>, cx: &Context<'_>) -> Vec<Block> {
    let words = cx.words;
    let count = sections.iter().map(|s| s.forest.branches.len()).sum::<usize>();
    let title = match scope {
        Some(account) => {
            words.with("org-title-of", &[("account", &cx.directory.name(Kind::Account, account))])
        }
        None => words.get("org-title"),
    };
    let mut blocks = vec![Block::heading_with(title, count.to_string())];
    if sections.is_empty() {
        blocks.push(Block::Paragraph(words.get("org-nobody")));
    }
    for section in sections {
        if scope.is_none() {
            let name =
                if section.account.is_none() { words.get("org-no-account") } else { section.name.into() };
            blocks.push(Block::heading_with(name, section.forest.branches.len().to_string()));
        }
        blocks.push(Block::Table(table(section, cx)));
        blocks.extend(section.not_drawn(cx).into_iter().map(|said| Block::Callout(Tone::Warn, said)));
        let gaps: Vec<_> =
            section.told_gaps(scope.is_some()).map(|seats| format!("– {}", gap(seats, cx))).collect();
        if !gaps.is_empty() {
            blocks.push(Block::Callout(Tone::Bad, gaps.join("\n")));
        }
    }
    blocks
}

fn table(section: &Section<'_>, cx: &Context<'_>) -> Table {
    let head = |key: &str| cx.words.get(key);
    let mut table = Table::new(vec![
        Column::text(head("org-head-name")),
        Column::text(head("org-head-title")).leaving(1),
        Column::text(head("org-head-roles")).leaving(3),
        Column::short(head("org-head-stance")).leaving(4),
        Column::short(head("org-head-last")).leaving(2),
    ]);
    for shown in section.forest.shown(|_| false, |_| true) {
        let Some(branch) = section.forest.branches.get(shown.branch) else { continue };
        let Some(row) = section.row(branch) else { continue };
        let guides: String = shown.guides.iter().map(|g| guide(*g)).collect();
        let mut name = format!("{guides}{}", called(row, cx));
        if let Some(said) = remark(row, branch, cx) {
            name.push_str(", ");
            name.push_str(&said);
        }
        let tone = if row.left_on.is_some() || row.placeholder { Tone::Muted } else { Tone::Text };
        let (last, late) = last(row, branch.vacant, cx);
        table.push(
            Some((Kind::Person, row.person)),
            vec![
                Cell::toned(name, tone),
                Cell::toned(row.title.as_str(), Tone::Muted),
                Cell::toned(roles(row, cx), tone),
                Cell::toned(stance(row, cx), tone),
                Cell::toned(last, if tone == Tone::Muted { tone } else { late }),
            ],
        );
    }
    table
}

/// Two columns of the tree.
const fn guide(guide: Guide) -> &'static str {
    match guide {
        Guide::Blank => "  ",
        Guide::Bar => "│ ",
        Guide::Tee => "├ ",
        Guide::Corner => "└ ",
    }
}

fn roles(row: &PersonRow, cx: &Context<'_>) -> String {
    let held = BuyingRole::ALL.iter().filter(|role| row.roles.contains(role));
    let words: Vec<_> = held.map(|role| choice::show(BuyingRole::SET, role.name(), cx.words)).collect();
    words.join(", ")
}

/// The attitude, and how old it is where it has become stale.
fn stance(row: &PersonRow, cx: &Context<'_>) -> String {
    let Some(stance) = row.stance else { return String::new() };
    let word = choice::show(Stance::SET, stance.name(), cx.words);
    let age = row.stance_on.and_then(|on| stale(on, cx.today));
    age.map_or(word.clone(), |age| {
        format!("{word}, {}", cx.words.with("value-days", &[("days", &age.to_string())]))
    })
}

/// The last contact against the cadence; of who left the day.
fn last(row: &PersonRow, vacant: bool, cx: &Context<'_>) -> (String, Tone) {
    match row.left_on {
        Some(_) if vacant => (since(row, cx), Tone::Muted),
        Some(left) => {
            (cx.words.with("org-left", &[("day", &day::column(left, cx.today, cx.words))]), Tone::Muted)
        }
        None if row.placeholder => (String::new(), Tone::Muted),
        None => contact(row, cx),
    }
}
