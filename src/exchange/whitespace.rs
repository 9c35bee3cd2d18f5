//! Cells of a spreadsheet pasted into the white space: by the names of offerings and parts where they bring them, else from the
//! cursor on. A cell is an amount or a day, as the grid is entered, or who serves it: a state, or the name of a competitor.
use crate::domain::Id;
use crate::domain::choice::{CellState, Choice};
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::money::{Currency, Money};
use crate::domain::text::fold;
use crate::domain::value::{FieldKind, Value};
use crate::domain::whitespace::Place;
use crate::exchange::figures::clip;
use crate::lang::figure::{Mark, Reading, read};
use crate::lang::value::{Context, parse};
use crate::lang::{choice, money};
use crate::store::act::white::Set;

/// What figures of pasted cells are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entered {
    /// What they spend with us.
    Ours,
    /// What they spend in all.
    Total,
    /// When a contract ends.
    Ends,
}

/// A row of the grid into which is pasted: a part of an account, or an account as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The account.
    pub account: Id,
    /// The part.
    pub unit: Option<Id>,
    /// As the row is called.
    pub name: String,
    /// In what its amounts are entered.
    pub currency: Currency,
}

/// The grid into which is pasted.
#[derive(Debug, Clone, Copy)]
pub struct Grid<'a> {
    /// Its rows, from the top.
    pub rows: &'a [Part],
    /// The offerings of its columns, from the left.
    pub columns: &'a [(Id, String)],
    /// Row of the cursor.
    pub row: usize,
    /// Column of the cursor.
    pub column: usize,
    /// What is being entered.
    pub entered: Entered,
}

/// A pasted cell that is not blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// Where it goes; `None` outside of the grid.
    pub place: Option<Place>,
    /// Its text.
    pub text: String,
    /// What it sets, or why it cannot be taken.
    pub set: Result<Set, Explain>,
}

/// What pasting a text would do.
pub fn paste(text: &str, grid: &Grid<'_>, cx: &Context<'_>) -> Vec<Planned> {
    let cells = clip::read(text);
    let columns = by_offering(&cells, grid);
    let headed = usize::from(columns.is_some());
    let rows = by_part(cells.get(headed..).unwrap_or_default(), grid);
    let labelled = usize::from(rows.is_some());
    let mut planned = Vec::new();
    for (down, line) in cells.iter().skip(headed).enumerate() {
        let part = match &rows {
            Some(named) => named.get(down).copied().flatten(),
            None => Some(grid.row + down),
        };
        let part = part.and_then(|at| grid.rows.get(at));
        for (across, text) in line.iter().enumerate().skip(labelled) {
            let text = text.trim();
            if text.is_empty() {
                continue;
            }
            let offering = match &columns {
                Some(named) => named.get(across).copied().flatten(),
                None => Some(grid.column + across - labelled),
            };
            let offering = offering.and_then(|at| grid.columns.get(at));
            planned.push(plan(text, part, offering, grid.entered, cx));
        }
    }
    planned
}

fn plan(
    text: &str,
    part: Option<&Part>,
    offering: Option<&(Id, String)>,
    entered: Entered,
    cx: &Context<'_>,
) -> Planned {
    let text = text.to_owned();
    let Some((part, (offering, _))) = part.zip(offering) else {
        return Planned { place: None, text, set: Err(Explain::new("whitespace-pasted-outside")) };
    };
    let place = Place { offering: *offering, account: part.account, unit: part.unit };
    let set = set(&text, part.currency, entered, cx);
    Planned { place: Some(place), text, set }
}

/// What a cell sets.
///
/// # Errors
/// `whitespace-unreadable` for what is neither what is being entered, nor a state, nor a competitor.
pub fn set(text: &str, currency: Currency, entered: Entered, cx: &Context<'_>) -> Result<Set, Explain> {
    let found = match entered {
        Entered::Ours => amount(text, currency, cx).map(|money| Set::Ours(Some(money))),
        Entered::Total => amount(text, currency, cx).map(|money| Set::Total(Some(money))),
        Entered::Ends => match parse(FieldKind::Day, text, cx) {
            Ok(Value::Day(day)) => Some(Set::Ends(Some(day))),
            _ => None,
        },
    };
    let state = || {
        let name = choice::find(CellState::SET, text, cx.words.lang()).ok()?;
        CellState::named(name).map(Set::State)
    };
    // A figure that is wrong is no name.
    let named = text.contains(char::is_alphabetic);
    let rival = || cx.directory.find(Kind::Competitor, text).ok().map(|id| Set::Rival(Some(id)));
    let found = found.or_else(|| named.then(state).flatten()).or_else(|| named.then(rival).flatten());
    found.ok_or_else(|| Explain::new("whitespace-unreadable").with("text", text))
}

fn amount(text: &str, currency: Currency, cx: &Context<'_>) -> Option<Money> {
    let lang = cx.words.lang();
    let reading = match read(text, None) {
        Reading::Ambiguous => read(text, Some(Mark::of(lang))),
        reading => reading,
    };
    let found = match reading {
        Reading::Figure(figure) if !figure.percent => {
            Some(Money::of_scaled(figure.units, figure.currency.unwrap_or(currency)))
        }
        _ => money::parse(lang, text, currency),
    };
    found.filter(|money| money.minor >= 0)
}

/// Of each column which one of the grid it is, where the first row has the names of offerings.
fn by_offering(cells: &[Vec<String>], grid: &Grid<'_>) -> Option<Vec<Option<usize>>> {
    let head = cells.first().filter(|_| cells.len() > 1)?;
    let at = |text: &String| grid.columns.iter().position(|(_, name)| is(name, text));
    let found: Vec<Option<usize>> = head.iter().map(at).collect();
    found.iter().any(Option::is_some).then_some(found)
}

/// Of each row which one of the grid it is, where the first column has the names of parts: the one of that name that is nearest
/// to the cursor, for parts of several accounts may be called the same.
fn by_part(cells: &[Vec<String>], grid: &Grid<'_>) -> Option<Vec<Option<usize>>> {
    let at = |line: &Vec<String>| {
        let text = line.first()?;
        let called = (0..grid.rows.len()).filter(|at| grid.rows.get(*at).is_some_and(|r| is(&r.name, text)));
        called.min_by_key(|at| at.abs_diff(grid.row))
    };
    let found: Vec<Option<usize>> = cells.iter().map(at).collect();
    let wide = cells.iter().any(|line| line.len() > 1);
    (wide && found.iter().any(Option::is_some)).then_some(found)
}

fn is(name: &str, text: &str) -> bool {
    fold(name) == fold(text.trim())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::day;
    use crate::domain::directory::{Directory, Name};
    use crate::lang::{Lang, Words};
    use proptest::prelude::*;

    fn grid<'a>(rows: &'a [Part], columns: &'a [(Id, String)], entered: Entered) -> Grid<'a> {
        Grid { rows, columns, row: 0, column: 0, entered }
    }

    fn rows() -> Vec<Part> {
        let part = |account, unit, name: &str| Part {
            account,
            unit,
            name: name.to_owned(),
            currency: Currency::default(),
        };
        vec![part(1, Some(11), "Jaén"), part(1, Some(12), "Córdoba"), part(2, Some(21), "Hamburg")]
    }

    fn columns() -> Vec<(Id, String)> {
        vec![(5, "Maintenance".to_owned()), (6, "Spare parts".to_owned())]
    }

    /// Offering and part, and what is set there.
    type Found = (Option<(Id, Option<Id>)>, Result<Set, String>);

    fn pasted(text: &str, lang: Lang, entered: Entered) -> Vec<Found> {
        let words = Words::new(lang);
        let directory = Directory::new(vec![Name::of(Kind::Competitor, 3, "Tecno Sur")]);
        let cx = Context { words: &words, today: day(2026, 11, 23), directory: &directory, scope: None };
        let (rows, columns) = (rows(), columns());
        let found = paste(text, &grid(&rows, &columns, entered), &cx).into_iter();
        found.map(|p| (p.place.map(|p| (p.offering, p.unit)), p.set.map_err(|e| e.key))).collect()
    }

    fn euros(minor: i64) -> Money {
        Money { minor, currency: Currency::default() }
    }

    #[test]
    fn figures_go_from_the_cursor_on_and_blank_cells_stay() {
        assert_eq!(
            pasted("120.000 €\t\n\t1,5\n", Lang::Es, Entered::Total),
            [
                (Some((5, Some(11))), Ok(Set::Total(Some(euros(12_000_000))))),
                (Some((6, Some(12))), Ok(Set::Total(Some(euros(150))))),
            ]
        );
    }

    #[test]
    fn names_of_offerings_and_parts_find_their_place_in_any_order() {
        let text = "\tspare parts\tMaintenance\nhamburg\t10\t20\nJaen\t30\tours\n";
        assert_eq!(
            pasted(text, Lang::En, Entered::Ours),
            [
                (Some((6, Some(21))), Ok(Set::Ours(Some(euros(1_000))))),
                (Some((5, Some(21))), Ok(Set::Ours(Some(euros(2_000))))),
                (Some((6, Some(11))), Ok(Set::Ours(Some(euros(3_000))))),
                (Some((5, Some(11))), Ok(Set::State(CellState::Ours))),
            ]
        );
    }

    #[test]
    fn a_competitor_is_meant_by_name_and_a_contract_ends_on_a_day() {
        assert_eq!(pasted("tecno", Lang::Es, Entered::Total)[0].1, Ok(Set::Rival(Some(3))));
        assert_eq!(pasted("31/03/2027", Lang::Es, Entered::Ends)[0].1, Ok(Set::Ends(Some(day(2027, 3, 31)))));
    }

    #[test]
    fn what_cannot_be_taken_says_why() {
        assert_eq!(pasted("-5", Lang::En, Entered::Ours)[0].1, Err("whitespace-unreadable".to_owned()));
        assert_eq!(pasted("12 %", Lang::En, Entered::Ours)[0].1, Err("whitespace-unreadable".to_owned()));
        assert_eq!(
            pasted("1\t2\t3", Lang::En, Entered::Ours)[2],
            (None, Err("whitespace-pasted-outside".to_owned()))
        );
    }

    proptest! {
        #[test]
        fn no_cell_that_is_not_blank_is_lost(text in "[a-zé0-9.,€%\t\n ]{0,60}") {
            let filled = clip::read(&text).iter().flatten().filter(|c| !c.trim().is_empty()).count();
            let found = pasted(&text, Lang::Es, Entered::Total);
            // Names of offerings or parts could stand there, but not of these letters' length by chance.
            prop_assert_eq!(found.len(), filled);
        }
    }
}
