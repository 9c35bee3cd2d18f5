//! Tables that cartera wrote itself. Behind what people read stand the columns by which files know a record: its number, its uid, and
//! where the text of a link does not say beyond doubt where it leads, the uid of what it leads to. The head of the uids says what the
//! rows are, in whatever language the others are.
use super::columns::{Column, Heads, normal, understood};
use crate::domain::field::Spec;
use crate::domain::kind::Kind;
use crate::exchange::options::Options;

/// What stands above the uids of records of a kind.
pub(in crate::exchange) fn uid_head(kind: Kind) -> String {
    format!("uid ({})", kind.name())
}

/// What stands above their numbers. Of people it has none but their own.
pub(in crate::exchange) fn number_head(kind: Kind) -> String {
    if kind == Kind::Membership { format!("id ({})", kind.name()) } else { "id".to_owned() }
}

/// What stands above the uids of what a field leads to.
pub(in crate::exchange) fn lead_head(label: &str) -> String {
    format!("{label} (uid)")
}

/// The kind whose uids stand under a head.
fn kind_of(head: &str) -> Option<Kind> {
    Kind::named(normal(head).strip_prefix("uid ")?)
}

/// The field of a place that says whose it is.
fn holder() -> Option<&'static Spec> {
    Kind::Membership.specs().into_iter().find(|spec| spec.name == "person")
}

/// The heads of a table of ours, if it is one: of people with the heads of their places beside them.
pub(super) fn heads(rows: &[Vec<String>], options: &Options) -> Option<Heads> {
    let (at, row, kinds) = rows.iter().enumerate().find_map(|(at, row)| {
        let mut kinds: Vec<_> = row.iter().filter_map(|head| kind_of(head)).collect();
        kinds.sort_unstable();
        (!kinds.is_empty()).then_some((at, row, kinds))
    })?;
    let kind = *kinds.first()?;
    if options.kind().is_some_and(|said| said != kind) {
        return None;
    }
    let mut heads = understood(kind, at, row, options);
    (heads.said, heads.own) = (true, true);
    if kind == Kind::Person && kinds.contains(&Kind::Membership) {
        let place = understood(Kind::Membership, at, row, options);
        beside(&mut heads, Heads { said: true, own: true, ..place });
    }
    Some(heads)
}

/// Sets the heads of places beside those of people: what is of the one is nothing of the other, and the uid of a person says whose
/// the place is.
fn beside(people: &mut Heads, mut places: Heads) {
    let columns = people.columns.iter_mut().zip(&mut places.columns).zip(&people.headers);
    for ((person, place), head) in columns {
        if kind_of(head) == Some(Kind::Person) {
            *place = holder().map(Column::Leads);
        } else if person.is_some() {
            *place = Some(Column::Ignore);
        } else if place.is_some() {
            *person = Some(Column::Ignore);
        }
    }
    let lang = people.lang.or(places.lang);
    (people.lang, places.lang) = (lang, lang);
    people.places = Some(Box::new(places));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    fn row(cells: &[&str]) -> Vec<String> {
        cells.iter().map(|c| (*c).to_owned()).collect()
    }

    #[test]
    fn the_head_of_the_uids_says_what_the_rows_are() {
        let rows = [row(&["Qué", "Cuenta", "Cuenta (uid)", "id", "uid (contract)"])];
        let heads = heads(&rows, &Options::default()).unwrap();
        assert!(heads.own && heads.said && heads.check().is_ok());
        assert_eq!((heads.kind, heads.known, heads.lang), (Kind::Contract, 5, Some(Lang::Es)));
        assert_eq!(heads.columns[3..], [Some(Column::Number), Some(Column::Uid)]);
        assert!(matches!(heads.columns[2], Some(Column::Leads(spec)) if spec.name == "account"));
        assert!(super::heads(&[row(&["Qué", "Cuenta", "uid"])], &Options::default()).is_none());
        assert_eq!(kind_of(&uid_head(Kind::WhiteSpace)), Some(Kind::WhiteSpace));
    }

    #[test]
    fn a_row_of_people_is_somebody_and_their_place() {
        let cells = [
            "Name",
            "Account",
            "Emails",
            "Title",
            "id",
            "uid (person)",
            "id (membership)",
            "uid (membership)",
        ];
        let people = heads(&[row(&cells)], &Options::default()).unwrap();
        let places = people.places.as_ref().unwrap();
        assert!(people.check().is_ok() && places.check().is_ok());
        let ignored =
            |heads: &Heads| heads.columns.iter().map(|c| *c == Some(Column::Ignore)).collect::<Vec<_>>();
        assert_eq!(ignored(&people), [false, true, false, true, false, false, true, true]);
        assert_eq!(ignored(places), [true, false, true, false, true, false, false, false]);
        assert_eq!((places.kind, places.lang), (Kind::Membership, Some(Lang::En)));
    }
}
