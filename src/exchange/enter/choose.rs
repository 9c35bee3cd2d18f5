//! Which sheets of a file are read, and how: what is said now, over what was answered before.
use super::{Found, Known};
use crate::domain::explain::Explain;
use crate::domain::text::fold;
use crate::exchange::draft::short;
use crate::exchange::figures::{Asked, shape};
use crate::exchange::join::Import;
use crate::exchange::options::Options;
use crate::exchange::sheet::Workbook;
use crate::lang::value::Context;
use crate::store::fault::Fault;

/// The sheets of a file that hold figures; none if none does. The inner error says what has to be answered.
pub(super) fn sheets(
    book: &mut Workbook,
    stem: &str,
    options: &Options,
    import: &mut Import<'_>,
    known: &Known,
    cx: &Context<'_>,
) -> Result<Result<Vec<Found>, Explain>, Fault> {
    let tabs = book.tabs().to_vec();
    let names = || tabs.iter().map(|t| t.name.as_str());
    let key = format!("tabs:{}", names().map(fold).collect::<Vec<_>>().join("|"));
    let said = &options.figures.asked;
    let chosen = match tabs.as_slice() {
        // A CSV file has no sheets to choose from.
        [only] if only.name.is_empty() => Vec::new(),
        [_, _, ..] if said.sheets.is_empty() => before(import, &key)?.sheets,
        _ => said.sheets.clone(),
    };
    let mut found = Vec::new();
    for wanted in &chosen {
        if !names().any(|n| fold(n) == fold(wanted)) {
            let there = names().map(short).collect::<Vec<_>>().join(", ");
            return Ok(Err(Explain::new("import-no-sheet")
                .with("sheet", short(wanted))
                .with("sheets", there)));
        }
    }
    for tab in &tabs {
        let wanted =
            if chosen.is_empty() { !tab.hidden } else { chosen.iter().any(|n| fold(n) == fold(&tab.name)) };
        if !wanted {
            continue;
        }
        match one(book, &tab.name, stem, options, import, known, cx)? {
            Err(why) => return Ok(Err(why)),
            Ok(Some(one)) if one.read.certain || options.figures.expected() => found.push(one),
            Ok(_) => {}
        }
    }
    if found.len() > 1 && chosen.is_empty() {
        let several = found.iter().map(|f| short(&f.sheet.name)).collect::<Vec<_>>().join(", ");
        return Ok(Err(Explain::new("import-which-sheet").with("sheets", several)));
    }
    if !said.sheets.is_empty() && !chosen.is_empty() && !found.is_empty() {
        import.answers.push((key, kept(&Asked { sheets: said.sheets.clone(), ..Asked::default() })));
    }
    for found in &found {
        let now = Asked { sheets: Vec::new(), targets: false, ..said.clone() };
        if now != Asked::default() {
            let all = Asked { sheets: Vec::new(), targets: false, ..found.asked.clone() };
            import.answers.push((shape(&found.sheet.rows, cx.directory.terms.year), kept(&all)));
        }
    }
    Ok(Ok(found))
}

/// Reads a sheet as it was answered; `None` if it holds no figures.
fn one(
    book: &mut Workbook,
    name: &str,
    stem: &str,
    options: &Options,
    import: &mut Import<'_>,
    known: &Known,
    cx: &Context<'_>,
) -> Result<Result<Option<Found>, Explain>, Fault> {
    let sheet = match book.read(name) {
        Ok(sheet) => sheet,
        Err(why) => return Ok(Err(why)),
    };
    let shape = shape(&sheet.rows, cx.directory.terms.year);
    import.headers.extend(shape.split('|').filter(|h| !h.is_empty() && *h != "#").map(str::to_owned));
    let before = before(import, &shape)?;
    let asked = options.figures.asked.over(before.clone());
    let read = known.read(&sheet, &[stem, name], &asked, cx);
    if read.is_some() && before != Asked::default() && options.figures.asked == Asked::default() {
        let note = Explain::new("import-as-before").with("file", &import.file);
        import
            .notes
            .push(note.with("decimal", asked.decimal.map_or("none".to_owned(), |m| m.char().to_string())));
    }
    Ok(Ok(read.map(|read| Found { sheet, asked, read })))
}

/// An answer as it is kept.
fn kept(asked: &Asked) -> String {
    // Texts and flags only: nothing in it can fail.
    serde_json::to_string(asked).unwrap_or_default()
}

/// What was answered about files of that shape.
fn before(import: &Import<'_>, shape: &str) -> Result<Asked, Fault> {
    let answer = import.shelf.store.layout(shape)?;
    Ok(answer.and_then(|a| serde_json::from_str(&a).ok()).unwrap_or_default())
}
