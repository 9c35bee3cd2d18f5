//! How a table begins: what its columns are understood to hold, and what was said of files of its shape.
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::text::{clean_line, fold};
use crate::exchange::draft::short;
use crate::exchange::join::Import;
use crate::exchange::mapping::{Column, Mapping, SHAPE, Said, name_of};
use crate::exchange::options::Options;
use crate::exchange::records::columns::{self, LOOKED_AT};
use crate::exchange::records::is_guide;
use crate::exchange::seems::Seems;
use crate::exchange::sheet::{Cell, Sheet, Workbook};
use crate::exchange::source::{Source, Text};
use crate::exchange::table;
use crate::lang::value::Context;
use crate::store::Store;
use crate::store::fault::Fault;

/// A sheet, by how it begins.
struct Head {
    name: String,
    rows: Vec<Vec<String>>,
}

impl Head {
    fn of(sheet: &Sheet) -> Self {
        let rows = sheet.rows.iter().take(LOOKED_AT);
        let rows = rows.map(|row| row.iter().map(Cell::shown).collect()).collect();
        Self { name: sheet.name.clone(), rows }
    }

    /// The place of the row that heads the columns where nothing of it is understood: the first with two cells, else with one.
    fn row(&self) -> usize {
        let filled = |row: &Vec<String>| row.iter().filter(|cell| !cell.is_empty()).count();
        let with = |least: usize| self.rows.iter().position(|row| filled(row) >= least);
        with(2).or_else(|| with(1)).unwrap_or(0)
    }

    /// What stands in that row.
    fn heads(&self) -> &[String] {
        self.rows.get(self.row()).map(Vec::as_slice).unwrap_or_default()
    }

    /// By what a table of the same columns is known again.
    fn shape(&self) -> String {
        format!("{SHAPE}{}", self.heads().iter().map(|head| fold(head)).collect::<Vec<_>>().join("|"))
    }
}

/// The sheets of a file that are shown, by how they begin; none of what is no table.
fn heads(source: &Rc<Source>) -> Vec<Head> {
    let mut book = match Seems::of(source) {
        Ok(Seems::Csv) => Workbook::of_text(source.head()),
        Ok(Seems::Spreadsheet) => {
            let Some(book) = source.load().ok().and_then(|bytes| Workbook::open(&bytes).ok()) else {
                return Vec::new();
            };
            book
        }
        Ok(Seems::Json | Seems::Vcard | Seems::Calendar | Seems::Mail | Seems::Mailbox) | Err(_) => {
            return Vec::new();
        }
    };
    let tabs = book.tabs().to_vec();
    let shown = tabs.iter().filter(|tab| !tab.hidden && !is_guide(&tab.name));
    let sheets = shown.filter_map(|tab| book.read(&tab.name).ok());
    sheets.map(|sheet| Head::of(&sheet)).filter(|head| !head.rows.is_empty()).collect()
}

/// How the file that is being read is to be read: as it is said, else as it was said of the last one of its shape.
///
/// # Errors
/// A fault of the book.
pub(super) fn settled(
    source: &Rc<Source>,
    options: &Options,
    import: &mut Import<'_>,
) -> Result<Options, Fault> {
    let said = options.said_of(&import.file).cloned();
    let silent = said.is_none() && !options.says_columns();
    if silent && (options.says_more() || !import.shelf.store.has_layouts(SHAPE)?) {
        return Ok(options.clone());
    }
    let Some(head) = heads(source).into_iter().next() else { return Ok(options.clone()) };
    let shape = head.shape();
    let now = said.clone().or_else(|| options.says_of(head.heads()));
    if let Some(now) = now {
        let kept = serde_json::to_string(&now).unwrap_or_default();
        import.answers.push((shape, kept));
        return Ok(said.map_or_else(|| options.clone(), |said| options.saying(&said)));
    }
    let before = import.shelf.store.layout(&shape)?.filter(|_| silent);
    let before: Option<Said> = before.and_then(|kept| serde_json::from_str(&kept).ok());
    Ok(match before.filter(|before| *before != Said::default()) {
        Some(before) => {
            import.notes.push(Explain::new("columns-as-before").with("file", &import.file));
            options.saying(&before)
        }
        None => options.clone(),
    })
}

/// What was said of the last file of that shape.
fn before(store: &Store, head: &Head) -> Result<Said, Explain> {
    let kept = store.layout(&head.shape()).map_err(|fault| fault.explain())?;
    Ok(kept.and_then(|kept| serde_json::from_str(&kept).ok()).unwrap_or_default())
}

/// How the columns of the tables among these files are understood; whatever is none is left out.
///
/// # Errors
/// A fault of the book.
pub fn mappings(
    files: &[PathBuf],
    options: &Options,
    store: &Store,
    cx: &Context<'_>,
) -> Result<Vec<Mapping>, Explain> {
    let mut all = Vec::new();
    for path in files {
        let file: Arc<str> = Arc::from(clean_line(&path.display().to_string()));
        let Ok(source) = Source::open(path, &Rc::default(), 0).map(Rc::new) else { continue };
        let heads = heads(&source);
        let Some(first) = heads.first() else { continue };
        let said = options.said_of(&file).cloned().map_or_else(|| before(store, first), Ok)?;
        let options = options.saying(&said);
        let alone = heads.len() == 1;
        for head in &heads {
            let names = [head.name.as_str(), &stem(path)];
            let understood = understood(head, &options, if alone { &names } else { &names[..1] }, cx);
            all.push(understood.mapping(head, &file, alone, &said));
        }
    }
    Ok(all)
}

fn stem(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

/// What is understood of a sheet.
struct Understood {
    kind: Option<Kind>,
    /// The row of the heads.
    row: usize,
    /// What each column holds.
    fields: Vec<Option<String>>,
}

impl Understood {
    fn mapping(self, head: &Head, file: &Arc<str>, alone: bool, said: &Said) -> Mapping {
        let heads = head.rows.get(self.row).cloned().unwrap_or_default();
        let below = || head.rows.iter().skip(self.row + 1);
        let example = |at: usize| below().filter_map(|row| row.get(at)).find(|cell| !cell.is_empty());
        let columns = heads.iter().enumerate().filter(|(_, header)| !header.trim().is_empty());
        let columns: Vec<Column> = columns
            .map(|(at, header)| Column {
                header: header.trim().to_owned(),
                example: example(at).map(|cell| short(cell)).unwrap_or_default(),
                field: self.fields.get(at).cloned().flatten(),
            })
            .collect();
        let missing = self.kind.map(|kind| missing(kind, &columns)).unwrap_or_default();
        Mapping {
            file: file.clone(),
            sheet: head.name.clone(),
            kind: self.kind,
            alone,
            columns,
            missing,
            said: said.clone(),
        }
    }
}

/// The fields without which no row of that kind can be taken and that no column holds.
fn missing(kind: Kind, columns: &[Column]) -> Vec<&'static str> {
    let blank = kind.blank();
    let held = |name: &str| columns.iter().any(|column| column.field.as_deref() == Some(name));
    let named = || ["first_name", "last_name", "company"].into_iter().any(held);
    let specs = kind.specs().into_iter().filter(|spec| spec.required && blank.get(spec.name).is_empty());
    let there = |name: &str| held(name) || kind == Kind::Person && named();
    specs.filter(|spec| !there(spec.name)).map(|spec| spec.name).collect()
}

/// What the columns of a sheet hold: as a table of records, or as a list of people or clients, whichever is understood better.
fn understood(head: &Head, options: &Options, names: &[&str], cx: &Context<'_>) -> Understood {
    let texts = |row: &Vec<String>| row.iter().map(|cell| Cell::of_text(cell)).collect();
    let sheet = Sheet { rows: head.rows.iter().map(texts).collect(), ..Sheet::default() };
    let text = table::spreadsheet::text_of(&sheet, cx.words.lang());
    let list = table::open(Text::Held(&text), options).ok();
    let known = list.as_ref().map_or(1, table::columns::Table::known);
    let records = columns::find(&head.rows, options, names).filter(|heads| {
        let contacts = matches!(heads.kind, Kind::Person | Kind::Account) && !heads.own;
        !contacts && (heads.said || heads.known > known)
    });
    if let Some(heads) = records {
        return Understood { kind: Some(heads.kind), row: heads.row, fields: heads.names() };
    }
    let Some(list) = list else {
        return Understood { kind: options.kind(), row: head.row(), fields: Vec::new() };
    };
    let first = head.rows.iter().position(|row| row.iter().any(|cell| !cell.is_empty())).unwrap_or(0);
    let row = first + list.above;
    let fields = list.targets.iter().map(|target| name_of(*target, list.kind)).collect();
    Understood { kind: Some(list.kind), row, fields }
}
