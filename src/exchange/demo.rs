//! The demo book: four invented key accounts and a year and a half of work with them, told relative to today.
//!
//! The texts are files of `assets/demo`; here they become records. The same day gives the same book, uids included.
mod book;
mod chance;
mod history;
mod past;
mod read;
mod vocabulary;

use chrono::NaiveDate;

use crate::domain::day::plus_days;
use crate::domain::explain::Explain;
use crate::domain::field::Record;
use crate::domain::interaction::Interaction;
use crate::domain::kind::Kind;
use crate::store::act::Act;
use crate::store::fault::Fault;
use crate::store::{Store, Tx};
use book::Book;
use history::History;

/// How many days ago the user of the demo book last looked at it.
const SEEN: i64 = 4;

/// Fills an empty book with the demo. With a number of interactions it is cut down to the newest, or becomes ten years of
/// work: from 2,000 interactions on with 400 people, and one promise for every ten interactions.
///
/// # Errors
/// `store-not-empty` (refused) for a book in which something was written, and faults of the file.
pub fn build(store: &mut Store, today: NaiveDate, interactions: Option<usize>) -> Result<(), Fault> {
    let mut book = read::book(today)?;
    let history = match interactions {
        Some(n) if n > book.size() => Some(History::new(&mut book, n, today)?),
        Some(n) => {
            book.cut(n)?;
            None
        }
        None => None,
    };
    store.fill(today, |tx| {
        write(tx, &mut book)?;
        history.map_or(Ok(()), |history| history.write(tx))
    })?;
    store.mark_seen(plus_days(today, -SEEN))?;
    later(store, book, today)
}

fn write(tx: &Tx<'_>, book: &mut Book) -> Result<(), Fault> {
    tx.delete(Kind::Settings, 1)?;
    tx.insert(&mut book.settings)?;
    for record in book.records() {
        tx.insert(record)?;
    }
    tx.keep_snapshots(&book.snapshots)?;
    Ok(())
}

/// What was done since the book was last looked at, as acts: undo takes them back.
fn later(store: &mut Store, book: Book, today: NaiveDate) -> Result<(), Fault> {
    for mut interaction in book.later {
        let day = interaction.day.unwrap_or(today);
        store.act(day, |tx| {
            tx.insert(&mut interaction)?;
            logged(tx, &interaction)
        })?;
    }
    if !book.later_done.is_empty() {
        store.perform(Act::Done(book.later_done), plus_days(today, -1))?;
    }
    Ok(())
}

/// The label that a captured line would have.
fn logged(tx: &Tx<'_>, interaction: &Interaction) -> Result<Explain, Fault> {
    let mut people = Vec::new();
    for person in &interaction.people {
        if let crate::domain::value::Value::Text(name) = tx.record(Kind::Person, person.0)?.get("name") {
            people.push(name);
        }
    }
    let channel = match interaction.get("channel") {
        crate::domain::value::Value::Choice(name) => name,
        _ => "note",
    };
    let label = Explain::new("act-logged").with("channel", channel).with("people", people.join(", "));
    Ok(label.with("promises", 0).with("sort", false))
}
