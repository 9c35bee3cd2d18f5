//! What is pressed on both books in turn, so that whatever else the machine does meets both.
use std::path::Path;

use anyhow::ensure;
use cartera::command::Msg;
use cartera::domain::choice::{Channel, Side, Stance};
use cartera::domain::day::plus_days;
use cartera::domain::entry::{Entry, Learned, Lesson, PromiseMade};
use cartera::store::Store;
use cartera::store::act::Act;

use super::books::{self, clock, scratch};
use super::calibrate::Bare;
use super::measure::Series;
use super::player::Player;

/// What was measured on one book.
#[derive(Default)]
pub struct Measured {
    /// Today, loaded and drawn.
    pub today: Series,
    /// One row down in the log.
    pub list: Series,
    /// One page down in the log, or up.
    pub page: Series,
    /// One letter more, or one less, in the search of the log.
    pub search: Series,
    /// A line written into the file.
    pub capture: Series,
    /// Enter on a line: written, everything loaded anew, drawn.
    pub enter: Series,
}

impl Measured {
    /// Each with its name.
    pub fn named(&self) -> [(&'static str, &Series); 6] {
        [
            ("Today loaded and drawn", &self.today),
            ("log: one row down", &self.list),
            ("log: one page down or up", &self.page),
            ("log: one search key", &self.search),
            ("capture: the line committed", &self.capture),
            ("capture: Enter, with the screen after it", &self.enter),
        ]
    }
}

/// What is typed into the search, letter by letter, and then taken back: short beginnings that nearly every entry has, names,
/// several words, and what is nowhere.
const TYPED: &[&str] = &[
    "contrato",
    "renovación",
    "telemetria",
    "de",
    "la",
    "en",
    "pe",
    "the maintenance plan",
    "Ana Ruiz",
    "vogel sla",
    "baterías cargadores turno",
    "PO-48",
    "compras pide la oferta",
    "zeppelin",
    "litio tco",
    "arce jordi",
    "co",
    "re",
    "invoice",
];

/// The line that is captured.
const LINE: &str =
    "llamada ana ruiz ayer 30m: precios altos, quiere TCO +renovación ana=neutral > vie enviar TCO";

/// Presses everything on both books; the bare commits come in between.
pub fn press_all(books: [&Path; 2], bare: &Bare) -> anyhow::Result<([Measured; 2], Series)> {
    let mut measured = <[Measured; 2]>::default();
    let state = tempfile::tempdir()?;
    let copies = [scratch(books[0])?, scratch(books[1])?];
    let commits = capture(&copies, bare, &mut measured)?;
    let mut players = [Player::open(&copies[0], state.path())?, Player::open(&copies[1], state.path())?];
    for _ in 0..210 {
        for (player, m) in players.iter_mut().zip(&mut measured) {
            m.today.time(|| player.tell(Msg::BookChanged))?;
        }
    }
    for player in &mut players {
        ensure!(player.shown().contains("Tramuntana"), "Today is not on the screen:\n{}", player.shown());
        player.key("4")?;
    }
    let before: Vec<_> = players.iter().map(Player::shown).collect();
    for _ in 0..310 {
        for (player, m) in players.iter_mut().zip(&mut measured) {
            m.list.time(|| player.key("Down"))?;
        }
    }
    for nth in 0..210 {
        // Down and up again: the small book must not come to its end.
        let key = if nth < 105 { "PgDn" } else { "PgUp" };
        for (player, m) in players.iter_mut().zip(&mut measured) {
            m.page.time(|| player.key(key))?;
        }
        if nth == 104 {
            for (player, before) in players.iter().zip(&before) {
                ensure!(player.shown() != *before, "the log has not moved:\n{before}");
            }
        }
    }
    search(&mut players, &mut measured)?;
    for _ in 0..210 {
        for (player, m) in players.iter_mut().zip(&mut measured) {
            player.key("i")?;
            player.tell(Msg::Pasted(LINE.to_owned()))?;
            m.enter.time(|| player.key("Enter"))?;
            player.rest()?;
        }
    }
    for player in &players {
        ensure!(player.shown().contains("Ana Ruiz"), "nothing was captured:\n{}", player.shown());
    }
    Ok((measured, commits))
}

/// Today on one book.
pub fn today(book: &Path) -> anyhow::Result<Series> {
    let state = tempfile::tempdir()?;
    let mut player = Player::open(&scratch(book)?, state.path())?;
    let mut series = Series::default();
    for _ in 0..210 {
        series.time(|| player.tell(Msg::BookChanged))?;
    }
    ensure!(player.shown().contains("Tramuntana"), "Today is not on the screen:\n{}", player.shown());
    Ok(series)
}

fn search(players: &mut [Player; 2], measured: &mut [Measured; 2]) -> anyhow::Result<()> {
    for text in TYPED {
        for player in players.iter_mut() {
            player.key("/")?;
        }
        for letter in text.chars() {
            for (player, m) in players.iter_mut().zip(measured.iter_mut()) {
                m.search.time(|| player.letter(letter))?;
            }
        }
        for _ in text.chars() {
            for (player, m) in players.iter_mut().zip(measured.iter_mut()) {
                m.search.time(|| player.key("Backspace"))?;
            }
        }
        for player in players.iter_mut() {
            player.key("Esc")?;
        }
    }
    Ok(())
}

/// The act alone, beside the bare commit.
fn capture(
    copies: &[std::path::PathBuf; 2],
    bare: &Bare,
    measured: &mut [Measured; 2],
) -> anyhow::Result<Series> {
    let mut commits = Series::default();
    let mut stores = [Store::open(&copies[0], clock)?, Store::open(&copies[1], clock)?];
    for nth in 0..310 {
        commits.time(|| bare.commit())?;
        for (store, m) in stores.iter_mut().zip(measured.iter_mut()) {
            let act = Act::Log(Box::new(line(nth)), None);
            m.capture.time(|| store.perform(act, books::today()))?;
        }
    }
    Ok(commits)
}

/// What [`LINE`] means.
fn line(nth: i64) -> Entry {
    Entry {
        channel: Some(Channel::Call),
        day: plus_days(books::today(), -1),
        minutes: Some(30),
        account: Some(1),
        people: vec![1],
        text: format!("precios altos, quiere TCO antes de la reunión {nth}"),
        tags: vec!["renovación".into()],
        promises: vec![PromiseMade {
            side: Side::Ours,
            text: "enviar TCO".into(),
            due: Some(plus_days(books::today(), 4)),
            owner: None,
            counterpart: None,
        }],
        learned: vec![Learned { person: 1, what: Lesson::Stance(Stance::Neutral) }],
        raw: LINE.into(),
        ..Entry::default()
    }
}
