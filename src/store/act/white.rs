//! Filling in white space: who serves cells, what they spend there, until when a competitor has it. One act for a cell, a block or
//! pasted cells.
use std::collections::BTreeSet;

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, params};

use super::save::{few, name, whitespace};
use crate::domain::Id;
use crate::domain::choice::CellState;
use crate::domain::explain::Explain;
use crate::domain::field::Link;
use crate::domain::kind::Kind;
use crate::domain::market::WhiteSpace;
use crate::domain::money::Money;
use crate::domain::whitespace::Place;
use crate::store::fault::Fault;
use crate::store::{Outcome, Store, Tx};

/// What is set in one cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Which cell; one that nobody filled in comes to be.
    pub place: Place,
    /// What.
    pub set: Set,
}

/// What is set in a cell; `None` empties it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Set {
    /// Who serves it. What is known of a competitor goes with the competitor.
    State(CellState),
    /// A competitor serves it: this one, if it is known which.
    Rival(Option<Id>),
    /// What they spend with us a year. What is spent in a cell of which nothing was known makes it ours.
    Ours(Option<Money>),
    /// What they spend in all a year.
    Total(Option<Money>),
    /// When the contract with the competitor ends. Set where nothing was known, a competitor serves it.
    Ends(Option<NaiveDate>),
    /// Nothing of it is known: its record goes.
    Clear,
}

/// Writes the changes; a cell that holds it already stays as it is.
///
/// # Errors
/// Refused: `whitespace-nothing` where nothing changes, what [`whitespace::before_writing`] refuses; and faults of the file.
pub(super) fn white(store: &mut Store, changes: &[Change], today: NaiveDate) -> Result<Outcome, Fault> {
    store.act(today, |tx| {
        let mut offerings: BTreeSet<Id> = BTreeSet::new();
        let mut count = 0;
        for change in changes {
            if set(tx, change)? {
                count += 1;
                offerings.insert(change.place.offering);
            }
        }
        if count == 0 {
            return Err(Explain::new("whitespace-nothing").into());
        }
        let names = offerings.into_iter().map(|id| name(tx, Kind::Offering, id));
        let names = few(names.collect::<Result<_, _>>()?);
        Ok(Explain::new("act-white").with("count", count).with("name", names))
    })
}

/// Sets one; whether that changed anything.
fn set(tx: &Tx<'_>, change: &Change) -> Result<bool, Fault> {
    let place = change.place;
    let before = kept(tx, place)?;
    if change.set == Set::Clear {
        let Some(before) = before else { return Ok(false) };
        tx.delete(Kind::WhiteSpace, before.head.id)?;
        return Ok(true);
    }
    let mut after = before.clone().unwrap_or_else(|| WhiteSpace {
        offering: Some(Link(place.offering)),
        account: Some(Link(place.account)),
        unit: place.unit.map(Link),
        ..WhiteSpace::fresh()
    });
    change.set.apply(&mut after);
    if before.as_ref() == Some(&after) || (before.is_none() && says_nothing(&after)) {
        return Ok(false);
    }
    whitespace::before_writing(tx, &after, before.is_none())?;
    if before.is_some() {
        tx.update(&mut after)?;
    } else {
        tx.insert(&mut after)?;
    }
    Ok(true)
}

/// The record of a cell, if somebody filled it in.
fn kept(tx: &Tx<'_>, place: Place) -> Result<Option<WhiteSpace>, Fault> {
    let sql = "SELECT id FROM whitespace WHERE account = ?1 AND offering = ?2 AND unit IS ?3 ORDER BY id";
    let found = params![place.account, place.offering, place.unit];
    let id: Option<Id> = tx.conn().prepare_cached(sql)?.query_row(found, |r| r.get(0)).optional()?;
    let Some(id) = id else { return Ok(None) };
    let missing = Fault::Missing { kind: Kind::WhiteSpace, id };
    let record = tx.record(Kind::WhiteSpace, id)?;
    Ok(Some(record.any().downcast_ref::<WhiteSpace>().cloned().ok_or(missing)?))
}

/// Whether a cell holds no more than one that nobody filled in.
fn says_nothing(cell: &WhiteSpace) -> bool {
    cell.state == Some(CellState::Unknown)
        && cell.ours.is_none()
        && cell.total.is_none()
        && cell.competitor.is_none()
        && cell.ends_on.is_none()
}

impl Set {
    fn apply(self, cell: &mut WhiteSpace) {
        let unknown = matches!(cell.state, None | Some(CellState::Unknown));
        match self {
            Self::State(state) => {
                cell.state = Some(state);
                if state != CellState::Competitor {
                    (cell.competitor, cell.ends_on) = (None, None);
                }
            }
            Self::Rival(who) => {
                let who = who.map(Link);
                // The contract was with somebody else.
                if cell.competitor.is_some() && cell.competitor != who {
                    cell.ends_on = None;
                }
                cell.state = Some(CellState::Competitor);
                cell.competitor = who;
            }
            Self::Ours(amount) => {
                cell.ours = amount;
                if unknown && amount.is_some_and(|money| money.minor > 0) {
                    cell.state = Some(CellState::Ours);
                }
            }
            Self::Total(amount) => cell.total = amount,
            Self::Ends(day) => {
                cell.ends_on = day;
                if unknown && day.is_some() {
                    cell.state = Some(CellState::Competitor);
                }
            }
            // Its record goes; nothing is left to be set.
            Self::Clear => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::Account;
    use crate::domain::day::day;
    use crate::domain::field::Record;
    use crate::domain::market::{Competitor, Offering};
    use crate::domain::money::Currency;
    use crate::domain::unit::Unit;
    use crate::store::act::Act;

    fn today() -> NaiveDate {
        day(2026, 11, 23)
    }

    /// An account with a part, another account with one, an offering, two competitors.
    fn book() -> Store {
        let clock = || day(2026, 11, 23).and_hms_opt(9, 0, 0).unwrap();
        let mut store = Store::in_memory(clock).unwrap();
        let records: Vec<Box<dyn Record>> = vec![
            Box::new(Account { name: "Almazara".into(), ..Account::default() }),
            Box::new(Account { name: "Nordwind".into(), ..Account::default() }),
            Box::new(Unit { name: "Jaén".into(), account: Some(Link(1)), ..Unit::default() }),
            Box::new(Unit { name: "Hamburg".into(), account: Some(Link(2)), ..Unit::default() }),
            Box::new(Offering { name: "Maintenance".into(), ..Offering::default() }),
            Box::new(Competitor { name: "Tecno".into(), ..Competitor::default() }),
            Box::new(Competitor { name: "Vectra".into(), ..Competitor::default() }),
        ];
        for record in records {
            store.perform(Act::Save(vec![record]), today()).unwrap();
        }
        store
    }

    fn place(account: Id, unit: Option<Id>) -> Place {
        Place { offering: 1, account, unit }
    }

    fn euros(minor: i64) -> Money {
        Money { minor, currency: Currency::default() }
    }

    fn write(store: &mut Store, unit: Option<Id>, sets: &[Set]) -> Result<Outcome, Fault> {
        let changes = sets.iter().map(|set| Change { place: place(1, unit), set: *set }).collect();
        store.perform(Act::White(changes), today())
    }

    fn cell(store: &Store, at: Place) -> crate::store::query::whitespace::CellRow {
        let book = store.white_space(Some(at.account), today()).unwrap();
        let found = book.cells().find(|row| row.cell.place == at).cloned();
        found.unwrap()
    }

    #[test]
    fn a_cell_comes_to_be_with_what_is_set_and_undo_takes_it_away() {
        let mut store = book();
        let jaen = place(1, Some(1));
        assert_eq!(cell(&store, jaen).cell.id, None);
        write(&mut store, Some(1), &[Set::Total(Some(euros(100_000))), Set::Rival(Some(1))]).unwrap();
        let found = cell(&store, jaen);
        assert_eq!((found.cell.state, found.cell.competitor), (CellState::Competitor, Some(1)));
        assert_eq!(found.cell.gap(), Some(Ok(1000.0)));
        store.perform(Act::Undo, today()).unwrap();
        assert_eq!(cell(&store, jaen).cell.id, None);
        store.perform(Act::Redo, today()).unwrap();
        assert_eq!(cell(&store, jaen), found);
    }

    #[test]
    fn what_is_spent_with_us_makes_an_unknown_cell_ours_and_a_contract_that_of_a_competitor() {
        let mut store = book();
        write(&mut store, Some(1), &[Set::Ours(Some(euros(5_000)))]).unwrap();
        assert_eq!(cell(&store, place(1, Some(1))).cell.state, CellState::Ours);
        write(&mut store, Some(1), &[Set::Clear, Set::Ends(Some(day(2027, 3, 31)))]).unwrap();
        assert_eq!(cell(&store, place(1, Some(1))).cell.state, CellState::Competitor);
    }

    #[test]
    fn another_competitor_has_another_contract_and_what_is_ours_has_none() {
        let mut store = book();
        let end = day(2027, 3, 31);
        write(&mut store, Some(1), &[Set::Rival(None), Set::Ends(Some(end)), Set::Rival(Some(1))]).unwrap();
        assert_eq!(cell(&store, place(1, Some(1))).cell.ends_on, Some(end), "only now we know whose it is");
        write(&mut store, Some(1), &[Set::Rival(Some(2))]).unwrap();
        assert_eq!(cell(&store, place(1, Some(1))).cell.ends_on, None);
        write(&mut store, Some(1), &[Set::State(CellState::Ours)]).unwrap();
        assert_eq!(cell(&store, place(1, Some(1))).cell.competitor, None);
    }

    #[test]
    fn what_changes_nothing_is_no_act() {
        let mut store = book();
        let nothing =
            [vec![Set::Clear], vec![Set::Total(None)], vec![Set::State(CellState::Unknown)], Vec::new()];
        for sets in nothing {
            let refused = write(&mut store, Some(1), &sets).unwrap_err();
            assert!(
                matches!(&refused, Fault::Refused(why) if why.key == "whitespace-nothing"),
                "{refused:?}"
            );
        }
    }

    #[test]
    fn the_part_must_be_one_of_the_account_and_a_cell_is_kept_once() {
        let mut store = book();
        let refused = write(&mut store, Some(2), &[Set::Total(Some(euros(1)))]).unwrap_err();
        assert!(matches!(&refused, Fault::Refused(why) if why.key == "whitespace-unit"), "{refused:?}");
        write(&mut store, Some(1), &[Set::Total(Some(euros(1)))]).unwrap();
        let twin = WhiteSpace {
            offering: Some(Link(1)),
            account: Some(Link(1)),
            unit: Some(Link(1)),
            ..WhiteSpace::fresh()
        };
        let refused = store.perform(Act::Save(vec![Box::new(twin)]), today()).unwrap_err();
        assert!(matches!(&refused, Fault::Refused(why) if why.key == "whitespace-twice"), "{refused:?}");
        let negative = write(&mut store, None, &[Set::Ours(Some(euros(-1)))]).unwrap_err();
        assert!(matches!(&negative, Fault::Refused(why) if why.key == "whitespace-negative"), "{negative:?}");
    }
}
