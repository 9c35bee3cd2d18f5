//! What lenses offer to choose from: rows that come back by their number, menus behind a row, and one field that is set.
use crate::command::{Ask, Effect, Leads, Offered, OfferedRow, Pace, Reader};
use crate::domain::Id;
use crate::domain::kind::Kind;
use crate::domain::value::Value;
use crate::store::query::Query;

/// Rows being offered, with the number under which each comes back.
#[derive(Debug)]
pub struct Offering<P> {
    picks: Vec<P>,
}

impl<P> Default for Offering<P> {
    fn default() -> Self {
        Self { picks: Vec::new() }
    }
}

impl<P> Offering<P> {
    /// A row that stands for something; `on` where that is in force already.
    pub fn row(&mut self, text: String, on: bool, pick: P) -> OfferedRow {
        self.picks.push(pick);
        OfferedRow { text, on, leads: Leads::Picked(self.picks.len() - 1) }
    }

    /// What the rows stand for, in the order of their numbers.
    pub fn picks(self) -> Vec<P> {
        self.picks
    }
}

/// A row that leads on to a menu of its own; none where nothing is left to choose.
pub fn further(title: String, rows: Vec<OfferedRow>) -> Option<OfferedRow> {
    let text = format!("{title} …");
    (!rows.is_empty()).then_some(OfferedRow {
        text,
        on: false,
        leads: Leads::Further(Offered { title, rows }),
    })
}

/// The same for what is shown: the row is marked where one of those behind it is in force.
pub fn narrower(title: String, rows: Vec<OfferedRow>) -> Option<OfferedRow> {
    let on = rows.iter().any(|row| row.on);
    further(title, rows).map(|row| OfferedRow { on, ..row })
}

/// Reads a record to set one field of it.
pub const fn set(kind: Kind, id: Id, field: &'static str, value: Value) -> Effect {
    Effect::Load(Ask { reader: Reader::Set(field, value), query: Query::Record(kind, id), pace: Pace::Now })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_comes_back_under_the_number_of_what_it_stands_for() {
        let mut offering = Offering::default();
        let rows = ["one", "two"].map(|word| offering.row(word.to_owned(), word == "two", word));
        assert_eq!(
            rows.map(|row| (row.on, row.leads)),
            [(false, Leads::Picked(0)), (true, Leads::Picked(1))]
        );
        assert_eq!(offering.picks(), ["one", "two"]);
    }

    #[test]
    fn nothing_leads_on_to_an_empty_menu_and_what_is_in_force_marks_the_way_to_it() {
        assert_eq!(further("mix".to_owned(), Vec::new()), None);
        let rows = || vec![Offering::default().row("price".to_owned(), true, ())];
        let row = further("mix".to_owned(), rows()).unwrap();
        assert_eq!((row.text.as_str(), row.on), ("mix …", false));
        assert_eq!(narrower("mix".to_owned(), rows()).map(|row| row.on), Some(true));
    }
}
