//! The map of people: every view of 400 people of the large book, with who sways whom among them; and a network ranked.
use std::path::Path;

use anyhow::ensure;
use cartera::command::Msg;
use cartera::domain::Id;
use cartera::domain::cadence::Weight;
use cartera::domain::choice::{Stance, Tie};
use cartera::domain::field::Link;
use cartera::domain::influence::Influence;
use cartera::domain::network::{Network, Node, Sway, next_contacts};
use cartera::lens::people::View;
use cartera::store::Store;
use cartera::store::act::Act;

use super::books::{clock, scratch, today};
use super::measure::Series;
use super::player::Player;

/// Ties written into the large book, and between the people of the network that is ranked.
const TIES: usize = 1_000;
/// People of the network that is ranked.
const PEOPLE: Id = 300;

/// What was measured of one view.
#[derive(Default)]
pub struct Measured {
    /// Loaded and drawn.
    pub shown: Series,
    /// One person further.
    pub moved: Series,
}

/// Looks at every view of everybody, and walks through it.
pub fn press_all(book: &Path) -> anyhow::Result<Vec<(View, Measured)>> {
    let state = tempfile::tempdir()?;
    let copy = scratch(book)?;
    tie(&copy)?;
    let mut player = Player::open(&copy, state.path())?;
    player.key("3")?;
    let mut all = Vec::new();
    for view in View::ALL {
        let mut m = Measured::default();
        for _ in 0..210 {
            m.shown.time(|| player.tell(Msg::BookChanged))?;
        }
        let before = player.shown();
        for nth in 0..210 {
            let key = if nth % 20 < 10 { "Down" } else { "Up" };
            m.moved.time(|| player.key(key))?;
        }
        player.key("Down")?;
        ensure!(player.shown() != before, "nothing has moved:\n{before}");
        all.push((*view, m));
        player.key("v")?;
    }
    Ok(all)
}

/// A thousand ties among the people who are there, each with colleagues of theirs.
fn tie(book: &Path) -> anyhow::Result<()> {
    let mut store = Store::open(book, clock)?;
    let rows = store.people(None, today())?;
    let known = store.centre(None)?.edges.len();
    let active: Vec<_> = rows.iter().filter(|row| row.is_active()).collect();
    let mut left = TIES - known.min(TIES);
    for step in 1..60 {
        for (nth, one) in active.iter().enumerate() {
            let mut others = active.iter().skip(nth + 1).filter(|other| other.account == one.account);
            let Some(other) = others.nth(step).filter(|_| left > 0) else { continue };
            let tie = Influence {
                account: one.account.map(Link),
                person: Some(Link(one.person)),
                sways: Some(Link(other.person)),
                tie: Tie::ALL.get((nth + step) % Tie::ALL.len()).copied(),
                ..Influence::default()
            };
            // The demo may have tied the two already: a second tie is refused.
            left -= usize::from(store.perform(Act::Save(vec![Box::new(tie)]), today()).is_ok());
        }
    }
    ensure!(left == 0, "{left} ties are missing");
    Ok(())
}

/// Reach, the ways to the deciders and the next contacts of 300 people with a thousand ties.
pub fn ranked() -> Series {
    let nodes: Vec<Node> = (1..=PEOPLE).map(node).collect();
    let ties: Vec<Sway> = (0..TIES).zip(0..).map(|(_, nth)| sway(nth)).collect();
    let mut series = Series::default();
    for _ in 0..210 {
        let people = nodes.clone();
        let next = series.time(|| next_contacts(&Network::new(people, &ties), today()));
        assert!(!next.is_empty(), "nobody is worth a contact");
    }
    series
}

fn node(person: Id) -> Node {
    Node {
        person,
        name: format!("Persona {person}"),
        weight: Weight { w: 1 + person % 5, assumed: person % 2 == 0 },
        stance: Stance::of_score(person % 5 - 2).filter(|_| person % 3 > 0),
        decider: person % 25 == 0,
        last: (person % 4 > 0).then(|| cartera::domain::day::plus_days(today(), -person)),
        cadence: 30 + person % 60,
        do_not_contact: false,
        not_before: None,
        placeholder: false,
    }
}

fn sway(nth: Id) -> Sway {
    let (person, sways) = (1 + nth % PEOPLE, 1 + (nth * 7 + nth / PEOPLE * 13) % PEOPLE);
    let at = usize::try_from(nth).unwrap_or(0) % Tie::ALL.len();
    Sway { id: nth + 1, person, sways, tie: Tie::ALL.get(at).copied().unwrap_or(Tie::Weak) }
}
