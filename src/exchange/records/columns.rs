//! What the columns of a table hold, and of which kind of record its rows are, by their heads.
use std::collections::HashMap;
use std::sync::LazyLock;

use super::own;
use crate::domain::explain::Explain;
use crate::domain::field::Spec;
use crate::domain::kind::Kind;
use crate::domain::text::{fold, name_tokens};
use crate::domain::value::FieldKind;
use crate::exchange::options::Options;
use crate::exchange::programs::{Recognised, recognise};
use crate::exchange::sheet::Cell;
use crate::exchange::{EXAMPLE, SIGN};
use crate::lang::{Lang, Words, field};

/// How many rows are looked at to find the heads: titles may stand above them.
pub(in crate::exchange) const LOOKED_AT: usize = 20;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::exchange) enum Column {
    /// What the record is known by everywhere.
    Uid,
    /// The number that it has where it comes from.
    Number,
    /// A field.
    Field(&'static Spec),
    /// The uids of what a field leads to.
    Leads(&'static Spec),
    /// Nothing that is wanted.
    Ignore,
}

impl Column {
    /// What it is called in `--map`; `None` for what is left out.
    pub(in crate::exchange) fn name(self) -> Option<String> {
        match self {
            Self::Uid | Self::Leads(_) => Some("uid".to_owned()),
            Self::Number => Some("id".to_owned()),
            Self::Field(spec) => Some(spec.name.to_owned()),
            Self::Ignore => None,
        }
    }
}

/// The heads of a table.
#[derive(Debug, Clone)]
pub(in crate::exchange) struct Heads {
    /// What its rows are.
    pub kind: Kind,
    /// What each column holds; `None` where the head is not understood.
    pub columns: Vec<Option<Column>>,
    /// What stands above each.
    pub headers: Vec<String>,
    /// The row in which they stand, from 0.
    pub row: usize,
    /// How many are understood.
    pub known: usize,
    /// The user, the sheet or the file says what the rows are.
    pub said: bool,
    /// The language of the heads, if they tell.
    pub lang: Option<Lang>,
    /// The program that wrote it, if it is known.
    pub shape: Option<Recognised>,
    /// cartera wrote the table.
    pub own: bool,
    /// Of people: the heads of the places that stand in the same rows.
    pub places: Option<Box<Heads>>,
}

impl Heads {
    /// The fields without which no row could be taken and that no column holds.
    fn missing(&self) -> Vec<&'static str> {
        let blank = self.kind.blank();
        let has = |spec: &Spec| {
            self.columns
                .iter()
                .flatten()
                .any(|c| matches!(c, Column::Field(s) | Column::Leads(s) if **s == *spec))
        };
        let specs = self.kind.specs().into_iter();
        specs.filter(|s| s.required && blank.get(s.name).is_empty() && !has(s)).map(|s| s.name).collect()
    }

    /// Refuses a table without the columns that must be there.
    ///
    /// # Errors
    /// `import-columns-missing`, with the names of the fields.
    pub(super) fn check(&self) -> Result<(), Explain> {
        let missing = self.missing();
        if missing.is_empty() {
            return Ok(());
        }
        let why = Explain::new("import-columns-missing").with("kind", self.kind.name());
        Err(why.with("columns", missing.join(", ")).with("accepted", self.kind.name()))
    }

    /// Takes a row of a known program into account before any is read.
    pub(super) fn learn(&mut self, row: &[Cell]) {
        if let Some(shape) = &mut self.shape {
            shape.learn(&row.iter().map(Cell::shown).collect::<Vec<_>>());
        }
    }

    /// Whether a row is that of the heads once more: they were merged over two rows, or stand above every page.
    pub(super) fn is_again(&self, cells: &[Cell]) -> bool {
        let filled =
            |texts: &mut dyn Iterator<Item = String>| texts.filter(|t| !t.is_empty()).collect::<Vec<_>>();
        let heads = filled(&mut self.headers.iter().take(self.width()).map(|h| h.trim().to_owned()));
        heads.len() > 1 && filled(&mut cells.iter().map(Cell::shown)) == heads
    }

    /// How many cells a row may have.
    pub(super) fn width(&self) -> usize {
        self.shape.as_ref().map_or(self.headers.len(), Recognised::width)
    }

    /// What each column is called in `--map`, those of places among those of people.
    pub(in crate::exchange) fn names(&self) -> Vec<Option<String>> {
        let name = |heads: &Self, at: usize| heads.columns.get(at).copied().flatten().and_then(Column::name);
        let beside = |at: usize| self.places.as_deref().and_then(|places| name(places, at));
        (0..self.columns.len()).map(|at| name(self, at).or_else(|| beside(at))).collect()
    }

    /// Whether its places stand in rows about people: nothing but the uid says whose they are.
    pub(super) fn is_beside(&self) -> bool {
        let named = |c: &Column| matches!(c, Column::Field(s) if s.name == "person");
        self.own && self.kind == Kind::Membership && !self.columns.iter().flatten().any(named)
    }

    fn filled(&self) -> usize {
        self.headers.iter().filter(|h| !h.is_empty()).count()
    }
}

/// A head as it is compared: without case, accents and signs.
pub(super) fn normal(head: &str) -> String {
    name_tokens(head).join(" ")
}

type Table = HashMap<(Kind, String), (Column, Option<Lang>)>;

/// Labels of both languages, then names, then names with the kind before them.
static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let words = Lang::ALL.map(|lang| (lang, Words::new(lang)));
    let mut table = Table::new();
    for kind in Kind::ALL {
        for spec in kind.specs() {
            let column = Column::Field(spec);
            let labels =
                words.each_ref().map(|(lang, words)| (*lang, normal(&field::label(kind, spec.name, words))));
            let same = labels[0].1 == labels[1].1;
            for (lang, label) in labels {
                table.entry((kind, label)).or_insert((column, (!same).then_some(lang)));
            }
        }
        for spec in kind.specs() {
            for name in [normal(spec.name), normal(&format!("{}.{}", kind.name(), spec.name))] {
                table.entry((kind, name)).or_insert((Column::Field(spec), None));
            }
        }
        let numbers = ["id", "numero", &own::number_head(kind)].map(|name| (normal(name), Column::Number));
        let uids = ["uid", &own::uid_head(kind)].map(|name| (normal(name), Column::Uid));
        for (name, column) in numbers.into_iter().chain(uids) {
            table.entry((kind, name)).or_insert((column, None));
        }
        for spec in kind.specs().into_iter().filter(|s| leads(s)) {
            for words in &words {
                let head = own::lead_head(&field::label(kind, spec.name, &words.1));
                table.entry((kind, normal(&head))).or_insert((Column::Leads(spec), None));
            }
        }
    }
    table
});

/// Whether a field leads to other records.
const fn leads(spec: &Spec) -> bool {
    matches!(spec.kind, FieldKind::Link(_) | FieldKind::Links(_))
}

/// The column of a field as `--map` names it.
pub(in crate::exchange) fn of_field(name: &str, kind: Kind) -> Option<Column> {
    match name {
        "ignore" | "_" => Some(Column::Ignore),
        _ => kind.specs().into_iter().find(|s| s.name == name).map(Column::Field),
    }
}

/// The heads of a table, whose first rows these are; `names` are those of its sheet and file. `None` where nothing is like the heads of
/// any kind of record.
pub(in crate::exchange) fn find(rows: &[Vec<String>], options: &Options, names: &[&str]) -> Option<Heads> {
    if let Some(own) = own::heads(rows, options) {
        return Some(own);
    }
    if let Some(heads) = rows.iter().enumerate().find_map(|(at, row)| of_program(at, row, options)) {
        return Some(heads);
    }
    let signed = rows.iter().flatten().find_map(|cell| signed(cell));
    let candidates = match options.kind().or(signed) {
        Some(kind) => vec![kind],
        None => Kind::ALL.into_iter().filter(|k| !matches!(k, Kind::Settings | Kind::Issued)).collect(),
    };
    let found = rows.iter().enumerate().flat_map(|(at, row)| {
        candidates
            .iter()
            .filter_map(move |kind| heads(*kind, at, row, options, (signed == Some(*kind), names)))
    });
    let all: Vec<Heads> = found.collect();
    let worth = |h: &Heads| (h.said, h.known, usize::MAX - h.filled(), usize::MAX - h.row);
    let best = all.iter().max_by_key(|h| worth(h))?;
    // As well understood as two kinds is understood as none.
    let clear = best.said || all.iter().filter(|h| h.known == best.known && h.kind != best.kind).count() == 0;
    clear.then(|| best.clone())
}

/// The heads of an export of a known program.
fn of_program(at: usize, row: &[String], options: &Options) -> Option<Heads> {
    let shape = recognise(row, options)?;
    let kind = shape.kind();
    let column = |head: &str, field: Option<&str>| match field {
        Some("uid") => Some(Column::Uid),
        Some(field) => of_field(field, kind),
        None => options.column(head, kind),
    };
    let (headers, columns): (Vec<_>, Vec<_>) =
        shape.fields().into_iter().map(|(head, field)| (head.clone(), column(&head, field))).unzip();
    let known = columns.iter().flatten().filter(|c| **c != Column::Ignore).count();
    Some(Heads {
        kind,
        columns,
        headers,
        row: at,
        known,
        said: true,
        lang: None,
        own: false,
        places: None,
        shape: Some(shape),
    })
}

fn heads(
    kind: Kind,
    at: usize,
    row: &[String],
    options: &Options,
    (signed, names): (bool, &[&str]),
) -> Option<Heads> {
    let mut heads = understood(kind, at, row, options);
    let asked = options.kind().is_some();
    let fits = heads.missing().is_empty() && heads.known * 2 >= heads.filled();
    heads.said = asked || signed || fits && names.iter().any(|name| names_kind(name, kind));
    (heads.known > 0 && (asked || signed && at < 3 || fits)).then_some(heads)
}

/// What is understood of a row of heads above records of a kind.
pub(super) fn understood(kind: Kind, at: usize, row: &[String], options: &Options) -> Heads {
    let (mut columns, mut langs) = (Vec::new(), [0, 0]);
    for head in row {
        let found = options.column(head, kind).map(|c| (c, None));
        let found = found.or_else(|| TABLE.get(&(kind, normal(head))).copied());
        match found.and_then(|(_, lang)| lang) {
            Some(Lang::En) => langs[0] += 1,
            Some(Lang::Es) => langs[1] += 1,
            None => {}
        }
        let column = found.map(|(column, _)| column);
        // What two columns would set is taken from the first.
        let again = matches!(column, Some(Column::Field(_)) if columns.contains(&column));
        columns.push(if again { Some(Column::Ignore) } else { column });
    }
    let known = columns.iter().flatten().filter(|c| **c != Column::Ignore).count();
    let lang = match langs[0].cmp(&langs[1]) {
        std::cmp::Ordering::Greater => Some(Lang::En),
        std::cmp::Ordering::Less => Some(Lang::Es),
        std::cmp::Ordering::Equal => None,
    };
    let headers = row.to_vec();
    Heads { kind, columns, headers, row: at, known, said: false, lang, own: false, places: None, shape: None }
}

/// The kind that a template says its rows are.
fn signed(cell: &str) -> Option<Kind> {
    let name = cell.strip_prefix(EXAMPLE)?.strip_prefix(SIGN)?;
    Kind::named(name.split(' ').next()?)
}

/// Whether what a sheet or file is called says what its rows are.
fn names_kind(name: &str, kind: Kind) -> bool {
    let name = fold(name);
    let words = name_tokens(&name);
    Lang::ALL.into_iter().any(|lang| {
        let lang = Words::new(lang);
        let called = [field::kind(kind, &lang), field::kinds(kind, &lang), kind.name().to_owned()];
        called.iter().any(|c| fold(c) == name.trim() || words.contains(&fold(c)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_label_and_name_of_a_field_heads_its_column() {
        for kind in Kind::ALL {
            for spec in kind.specs() {
                for words in Lang::ALL.map(Words::new) {
                    let label = field::label(kind, spec.name, &words);
                    let found = TABLE.get(&(kind, normal(&label))).map(|f| f.0);
                    assert_eq!(found, Some(Column::Field(spec)), "{}: {label}", kind.name());
                }
                let name = format!("{}.{}", kind.name(), spec.name);
                assert_eq!(
                    TABLE.get(&(kind, normal(&name))).map(|f| f.0),
                    Some(Column::Field(spec)),
                    "{name}"
                );
            }
        }
    }

    #[test]
    fn heads_below_titles_are_found_and_say_the_kind_and_the_language() {
        let row = |cells: &[&str]| cells.iter().map(|c| (*c).to_owned()).collect::<Vec<_>>();
        let rows = [
            row(&["Contratos 2027", "", ""]),
            row(&[]),
            row(&["Qué", "Cuenta", "Valor al año", "Fin", "Preaviso"]),
        ];
        let heads = find(&rows, &Options::default(), &[]).unwrap();
        assert_eq!((heads.kind, heads.row, heads.known, heads.said), (Kind::Contract, 2, 5, false));
        assert_eq!(heads.lang, Some(Lang::Es));
        assert!(find(&rows, &Options::default(), &["Contratos"]).unwrap().said);
        assert!(find(&[row(&["Foo", "Bar"])], &Options::default(), &["Contratos"]).is_none());
    }

    #[test]
    fn a_table_without_a_column_that_must_be_there_is_refused_by_name() {
        let options = Options::new(Some(Kind::Contract), &[]).unwrap();
        let heads = find(&[vec!["Qué".to_owned(), "Fin".to_owned()]], &options, &[]).unwrap();
        let why = heads.check().unwrap_err();
        assert_eq!((why.key.as_str(), why.arg("columns")), ("import-columns-missing", Some("account")));
    }
}
