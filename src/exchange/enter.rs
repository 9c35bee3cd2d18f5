//! Files of figures joined to the book: which sheets are read, what was answered before, what would be entered.
use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use super::draft::Refusal;
use super::figures::{self, Asked, Book, KpiName, Plan as Read, Planned, Role, State};
use super::join::Import;
use super::options::Options;
use super::plan::FigureRow;
use super::sheet::{Sheet, Workbook};
use crate::domain::Id;
use crate::domain::choice::{Better, Frequency, Unit};
use crate::domain::directory::Directory;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::kpi::Amount;
use crate::domain::period::Period;
use crate::domain::text::clean_line;
use crate::lang::value::Context;
use crate::store::Store;
use crate::store::act::figures::{Figure, Figures, Set};
use crate::store::fault::Fault;
use crate::store::query::figures::Asked as Wanted;

mod choose;
mod create;

/// The indicators of the book with their figures, and what an import adds to both.
pub(super) struct Known {
    pub kpis: Vec<KpiName>,
    pub directory: Directory,
    old: HashMap<(Id, Period, Role), i64>,
    /// The upper ends of bands.
    high: HashMap<(Id, Period), Amount>,
}

impl Known {
    pub(super) fn of(store: &Store, directory: &Directory) -> Result<Self, Fault> {
        let mut known = Self {
            kpis: Vec::new(),
            directory: directory.clone(),
            old: HashMap::new(),
            high: HashMap::new(),
        };
        for figures in store.figures(Wanted::default())? {
            let (kpi, id) = (&figures.kpi, figures.kpi.head.id);
            known.kpis.push(KpiName {
                id,
                name: kpi.name.clone(),
                account: kpi.account.map(|a| a.0),
                unit: kpi.measure.unwrap_or(Unit::Number),
                currency: figures.currency,
                frequency: kpi.frequency.unwrap_or(Frequency::Monthly),
                computed: kpi.computed.is_some(),
                band: kpi.better == Some(Better::Band),
            });
            let actuals = figures.actuals.iter().map(|(p, a)| (*p, Role::Actual, *a));
            let targets = figures.targets.iter().map(|(p, (a, _))| (*p, Role::Target, *a));
            for (period, role, amount) in actuals.chain(targets) {
                if let Some(units) = scaled(amount) {
                    known.old.insert((id, period, role), units);
                }
            }
            let highs = figures.targets.iter().filter_map(|(p, (_, high))| Some(((id, *p), (*high)?)));
            known.high.extend(highs);
        }
        Ok(known)
    }

    /// What the import knows already, to be given back.
    fn taken(import: &mut Import<'_>, cx: &Context<'_>) -> Result<Self, Fault> {
        import.known.take().map_or_else(|| Self::of(import.shelf.store, cx.directory), Ok)
    }

    fn kpi(&self, id: Id) -> Option<&KpiName> {
        self.kpis.iter().find(|k| k.id == id)
    }

    /// Reads a sheet.
    fn read(&self, sheet: &Sheet, titles: &[&str], asked: &Asked, cx: &Context<'_>) -> Option<Read> {
        let old = |kpi: Id, period: Period, role: Role| self.old.get(&(kpi, period, role)).copied();
        let book = Book {
            kpis: &self.kpis,
            directory: &self.directory,
            year: cx.directory.terms.year,
            today: cx.today,
            old: &old,
        };
        figures::read(sheet, titles, asked, book)
    }
}

/// An amount in scale 4.
fn scaled(amount: Amount) -> Option<i64> {
    match amount {
        Amount::Money(money) => money.scaled(),
        Amount::Plain(units) => Some(units),
    }
}

/// A sheet that was read, and where it stands.
pub(super) struct Found {
    pub sheet: Sheet,
    pub asked: Asked,
    pub read: Read,
}

/// What a file is called, without its ending.
fn stem(path: &Path) -> String {
    path.file_stem().map(|s| clean_line(&s.to_string_lossy())).unwrap_or_default()
}

/// Takes the figures of a file, if it has any; the inner error is why the file cannot be taken. `None`: no figures.
pub(super) fn take(
    path: &Path,
    mut book: Workbook,
    options: &Options,
    import: &mut Import<'_>,
    cx: &Context<'_>,
) -> Result<Option<Result<(), Explain>>, Fault> {
    let (mut known, stem) = (Known::taken(import, cx)?, stem(path));
    let chosen = choose::sheets(&mut book, &stem, options, import, &known, cx)?;
    let taken = match chosen {
        Err(why) => Some(Err(why)),
        Ok(found) if found.is_empty() => None,
        Ok(found) => {
            let mut answer = Ok(());
            for found in found {
                let one = one(path, &stem, found, options, import, &mut known, cx)?;
                answer = answer.and(one);
            }
            Some(answer)
        }
    };
    import.known = Some(known);
    Ok(taken)
}

/// Whether a text may hold figures, by how it begins; nothing of it is entered.
pub(super) fn may_have(
    path: &Path,
    beginning: &str,
    options: &Options,
    import: &mut Import<'_>,
    cx: &Context<'_>,
) -> Result<bool, Fault> {
    let said = (import.headers.len(), import.notes.len(), import.answers.len());
    let (known, stem) = (Known::taken(import, cx)?, stem(path));
    let chosen = choose::sheets(&mut Workbook::of_text(beginning), &stem, options, import, &known, cx)?;
    import.known = Some(known);
    import.headers.truncate(said.0);
    import.notes.truncate(said.1);
    import.answers.truncate(said.2);
    Ok(chosen.map_or(true, |found| !found.is_empty()))
}

/// Enters one sheet into the plan.
fn one(
    path: &Path,
    stem: &str,
    mut found: Found,
    options: &Options,
    import: &mut Import<'_>,
    known: &mut Known,
    cx: &Context<'_>,
) -> Result<Result<(), Explain>, Fault> {
    if options.figures.create {
        // An account first, then its indicators: each makes others known.
        for _ in 0..3 {
            if !create::missing(&found.read, import, known)? {
                break;
            }
            let titles = [stem, found.sheet.name.as_str()];
            if let Some(read) = known.read(&found.sheet, &titles, &found.asked, cx) {
                found.read = read;
            }
        }
    }
    tell(&found, import);
    if !found.read.ambiguous.is_empty() {
        return Ok(Err(ambiguous(&found.read, cx)));
    }
    for (line, why) in &found.sheet.refused {
        import.refuse(None, Refusal::new(*line, why.clone()))?;
    }
    let source = path.file_name().map(|n| clean_line(&n.to_string_lossy())).unwrap_or_default();
    let mut entered = Figures { cells: Vec::new(), source };
    for cell in &found.read.cells {
        import.figures.count(cell);
        if let (true, Some(kpi), Some(period), Some(new)) = (cell.writes(), cell.kpi, cell.period, cell.new) {
            let set = match cell.role {
                Role::Actual => Set::Actual(Some(Amount::Plain(new))),
                Role::Target => {
                    let there = known.high.get(&(kpi, period)).copied();
                    let high = cell.high.map(Amount::Plain).or(there);
                    Set::Target(Some((Amount::Plain(new), high)))
                }
            };
            entered.cells.push(Figure { kpi, period, set });
            known.old.insert((kpi, period, cell.role), new);
        }
        match cell.state {
            State::New | State::Changed | State::Refused(_) => {
                import.figures.rows.push(row(cell, &found.sheet, known, &import.file));
            }
            State::Same | State::Blank | State::Ambiguous => {}
        }
    }
    import.entered.push(entered);
    Ok(Ok(()))
}

/// Which mark begins the decimals, asked with an example of what depends on it.
fn ambiguous(read: &Read, cx: &Context<'_>) -> Explain {
    let example = read.cells.iter().find(|c| c.state == State::Ambiguous);
    let text = example.map(|c| c.text.clone()).unwrap_or_default();
    let (comma, point) = crate::lang::figure::both(&text).unwrap_or_default();
    let show = |units| crate::lang::number::show_scaled(cx.words.lang(), units);
    Explain::new("import-figures-ambiguous")
        .with("columns", read.ambiguous.join(", "))
        .with("example", text)
        .with("comma", show(comma))
        .with("point", show(point))
}

/// What was understood of a sheet, what was left out, and the names that the book does not have.
fn tell(found: &Found, import: &mut Import<'_>) {
    let file = import.file.clone();
    let sheet = if found.sheet.name.is_empty() { "none" } else { &found.sheet.name };
    let about = |key: &str| Explain::new(key).with("file", &file).with("sheet", sheet);
    import.files.push(about("import-file-figures").with("count", found.read.cells.len()));
    import.notes.extend(found.read.notes.iter().cloned());
    let nearest = |names: &[String]| if names.is_empty() { "none".to_owned() } else { names.join(", ") };
    for unknown in &found.read.accounts {
        let note = Explain::new("import-unknown-account").with("name", &unknown.name);
        import.notes.push(note.with("count", unknown.cells).with("nearest", nearest(&unknown.nearest)));
    }
    for unknown in &found.read.kpis {
        let account = unknown.account.as_deref().unwrap_or("none");
        let note = Explain::new("import-unknown-kpi").with("name", &unknown.name).with("account", account);
        import.notes.push(note.with("count", unknown.cells).with("nearest", nearest(&unknown.nearest)));
    }
}

fn row(cell: &Planned, sheet: &Sheet, known: &Known, file: &Arc<str>) -> FigureRow {
    let kpi = cell.kpi.and_then(|id| known.kpi(id));
    let account = kpi.and_then(|k| k.account).map(|id| known.directory.name(Kind::Account, id));
    let place = if sheet.name.is_empty() {
        sheet.line(cell.row).to_string()
    } else {
        format!("{}!{}{}", sheet.name, figures::column_letters(cell.column), sheet.line(cell.row))
    };
    FigureRow {
        file: file.clone(),
        place,
        account: account.unwrap_or_else(|| cell.account.to_string()),
        kpi: kpi.map_or_else(|| cell.name.to_string(), |k| k.name.clone()),
        period: cell.period,
        role: cell.role,
        text: cell.text.clone(),
        old: cell.old,
        new: cell.new,
        unit: kpi.map_or(Unit::Number, |k| k.unit),
        currency: kpi.map(|k| k.currency).unwrap_or_default(),
        state: cell.state.clone(),
        doubts: cell.doubts.clone(),
    }
}
