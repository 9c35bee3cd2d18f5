//! What the screen asks of the store, without the screen.
use std::path::Path;

use cartera::domain::choice::{Channel, Side, Stance};
use cartera::domain::day::plus_days;
use cartera::domain::entry::{Entry, Learned, Lesson, PromiseMade};
use cartera::store::Store;
use cartera::store::act::Act;
use cartera::store::query::Query;
use cartera::store::query::log::{Filter, LogQuery, Start};

use super::books::{clock, scratch, today};
use super::measure::Series;

/// What was measured on one book.
pub struct Measured {
    /// Today, read anew.
    pub today: Series,
    /// The next page of the log.
    pub list: Series,
    /// The full text after each letter.
    pub search: Series,
    /// A line saved.
    pub capture: Series,
}

impl Measured {
    /// Each with its name.
    pub fn named(&self) -> [(&'static str, &Series); 4] {
        [
            ("Today read", &self.today),
            ("log: the next page read", &self.list),
            ("search: a letter more", &self.search),
            ("capture: a line committed", &self.capture),
        ]
    }
}

/// What is typed into the search, letter by letter: short beginnings that nearly every entry has, names, several words,
/// and what is nowhere.
const TYPED: &[&str] = &[
    "contrato",
    "renovación",
    "telemetria",
    "prec",
    "de",
    "la",
    "en",
    "pe",
    "the maintenance plan",
    "Ana Ruiz",
    "vogel sla",
    "mas entrega",
    "baterías cargadores turno",
    "PO-48",
    "penalización almacén",
    "compras pide la oferta",
    "zeppelin",
    "litio tco",
    "tramuntana",
    "arce jordi",
    "co",
    "re",
    "se",
    "un",
    "lithium fast charging",
    "invoice",
    "retraso",
];

/// Every state of the search line while these are typed.
fn keys() -> impl Iterator<Item = String> {
    let states = |text: &&str| {
        let letters: Vec<char> = text.chars().collect();
        (1..=letters.len()).map(|n| letters.iter().take(n).collect()).collect::<Vec<String>>()
    };
    TYPED.iter().flat_map(states)
}

/// Asks and acts as the lenses do.
pub fn ask_all(book: &Path) -> anyhow::Result<Measured> {
    let store = Store::open(book, clock)?;
    let ask = |query: &Query| store.ask(query, today()).map(|_| ());
    let today_read = Series::of(20, 0..220, |_| ask(&Query::Today(None)))?;
    let mut start = Start::Newest;
    let list = Series::of(5, 0..225, |_| {
        let page = store.log(&LogQuery { start: start.clone(), ..LogQuery::default() })?;
        start = page.rows.last().map_or(Start::Newest, |row| Start::Older(row.place()));
        Ok::<_, anyhow::Error>(())
    })?;
    let search = Series::of(3, keys(), |words| {
        let filter = Filter { words, ..Filter::default() };
        ask(&Query::Log(LogQuery { filter, ..LogQuery::default() }))
    })?;
    drop(store);
    let copy = scratch(book)?;
    let mut store = Store::open(&copy, clock)?;
    let capture = Series::of(20, 0..320, |nth| {
        store.perform(Act::Log(Box::new(line(nth)), None), today()).map(|_| ())
    })?;
    Ok(Measured { today: today_read, list, search, capture })
}

/// `llamada ana ruiz ayer 30m: precios altos, quiere TCO +renovación ana=neutral > vie enviar TCO`.
fn line(nth: i64) -> Entry {
    Entry {
        channel: Some(Channel::Call),
        day: plus_days(today(), -1),
        minutes: Some(30),
        account: Some(1),
        people: vec![1],
        text: format!("precios altos, quiere TCO antes de la reunión {nth}"),
        tags: vec!["renovación".into()],
        promises: vec![PromiseMade {
            side: Side::Ours,
            text: "enviar TCO".into(),
            due: Some(plus_days(today(), 4)),
            owner: None,
            counterpart: None,
        }],
        learned: vec![Learned { person: 1, what: Lesson::Stance(Stance::Neutral) }],
        raw: "llamada ana ruiz ayer 30m: precios altos, quiere TCO +renovación ana=neutral > vie enviar TCO"
            .into(),
        ..Entry::default()
    }
}
