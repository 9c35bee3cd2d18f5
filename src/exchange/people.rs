//! People as a CSV file: a row for each at their account, with the fields of both, as import reads them again.
use crate::domain::Id;
use crate::domain::field::{Record, Spec};
use crate::domain::guard::guarded;
use crate::domain::kind::Kind;
use crate::domain::value::Value;
use crate::lang::value::{Context, show};
use crate::lang::{Lang, field};
use crate::store::Store;
use crate::store::fault::Fault;

/// What begins the file, so that spreadsheets read its accents.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// A column: of which record, and which field.
type Column = (Kind, &'static Spec);

/// The file, with headings and values in the language of `cx`; columns in which nothing would stand are left out. Whoever has no
/// place has the fields of their place empty.
///
/// # Errors
/// Faults of the book.
pub fn people(store: &Store, people: &[(Id, Option<Id>)], cx: &Context<'_>) -> Result<Vec<u8>, Fault> {
    let all = columns();
    let mut rows = Vec::new();
    for (person, place) in people {
        let person = store.record(Kind::Person, *person)?;
        let place = place.map(|id| store.record(Kind::Membership, id)).transpose()?;
        let cell = |(kind, spec): &Column| {
            let of: Option<&dyn Record> =
                if *kind == Kind::Person { Some(person.as_ref()) } else { place.as_deref() };
            let value = of.map_or(Value::Empty, |record| record.get(spec.name));
            // A “no” in every row says nothing.
            if value == Value::Flag(false) {
                String::new()
            } else {
                guarded(&show(spec.kind, &value, cx)).into_owned()
            }
        };
        rows.push(all.iter().map(cell).collect::<Vec<_>>());
    }
    let filled = |at: usize| at == 0 || rows.iter().any(|row| row.get(at).is_some_and(|c| !c.is_empty()));
    let kept: Vec<usize> = (0..all.len()).filter(|at| filled(*at)).collect();
    let heads = kept.iter().filter_map(|at| all.get(*at));
    let heads: Vec<_> = heads.map(|(kind, spec)| field::label(*kind, spec.name, cx.words)).collect();
    let mut lines = vec![heads];
    lines.extend(rows.iter().map(|row| kept.iter().filter_map(|at| row.get(*at).cloned()).collect()));
    Ok(written(&lines, cx.words.lang()))
}

/// Name and account first, then the fields of the person, then those of the place.
fn columns() -> Vec<Column> {
    let of = |kind: Kind| kind.specs().into_iter().filter(|s| s.editable).map(move |s| (kind, s));
    let mut all: Vec<Column> = of(Kind::Person).chain(of(Kind::Membership)).collect();
    all.retain(|column| (column.0, column.1.name) != (Kind::Membership, "person"));
    all.sort_by_key(|(kind, spec)| match (kind, spec.name) {
        (Kind::Person, "name") => 0,
        (Kind::Membership, "account") => 1,
        _ => 2,
    });
    all
}

/// Spanish spreadsheets part cells at semicolons: their comma begins the decimals.
fn written(lines: &[Vec<String>], lang: Lang) -> Vec<u8> {
    let delimiter = match lang {
        Lang::En => b',',
        Lang::Es => b';',
    };
    let mut writer = csv::WriterBuilder::new()
        .delimiter(delimiter)
        .terminator(csv::Terminator::CRLF)
        .from_writer(MARK.to_vec());
    for line in lines {
        // Memory takes everything.
        let _infallible = writer.write_record(line);
    }
    writer.into_inner().unwrap_or_default()
}
