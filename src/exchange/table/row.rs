//! What a row of a CSV file says.
use super::cells::Cells;
use super::columns::Table;
use super::headers::Target;
use crate::domain::explain::Explain;
use crate::domain::field::Record;
use crate::domain::guard::unguarded;
use crate::domain::kind::Kind;
use crate::domain::person::Person;
use crate::domain::text::{clean, clean_line};
use crate::domain::value::{FieldKind, Value};
use crate::exchange::EXAMPLE;
use crate::exchange::draft::{Draft, Reading, Refusal, is_day_without_year, short, shortened};
use crate::exchange::programs::Tidy;
use crate::lang::value::{Context, parse};

/// A row while it is read.
#[derive(Default)]
struct Row {
    draft: Draft,
    person: Person,
    /// First, middle, last.
    names: [Vec<String>; 3],
}

/// What the row says; `None` if all its cells are empty.
pub(in crate::exchange) fn draft(
    (line, cells): &Cells,
    table: &Table<'_>,
    cx: &Context<'_>,
) -> Option<Reading> {
    let first = cells.iter().map(|c| c.trim()).find(|c| !c.is_empty())?;
    if first.starts_with(EXAMPLE) || table.is_again(cells) {
        return None;
    }
    let tidy = table.shape.as_ref().map(|shape| shape.tidy(cells, cx.words.lang()));
    let Tidy { cells: tidied, uid, company } = tidy.unwrap_or_default();
    let mut row = Row { draft: Draft { line: *line, company, ..Draft::default() }, ..Row::default() };
    let beyond = cells.iter().skip(table.width()).any(|c| !c.trim().is_empty());
    if beyond {
        let why = Explain::new("import-csv-too-many").with("cells", cells.len());
        let name = cells.iter().find(|c| !c.trim().is_empty()).map(|c| short(c)).unwrap_or_default();
        let why = vec![why.with("columns", table.width())];
        return Some(Err(Refusal { line: *line, name, why }));
    }
    let cells = if table.shape.is_some() { &tidied } else { cells };
    for ((target, header), cell) in table.targets.iter().zip(&table.headers).zip(cells) {
        let text = unguarded(cell.trim());
        if text.is_empty() {
            continue;
        }
        if let Err(why) = row.take(*target, header, text, cx) {
            let column = Explain::new("import-csv-column").with("column", short(header));
            return Some(Err(row.refusal(vec![column, shortened(why)])));
        }
    }
    let mut draft = row.finish(table.kind);
    draft.account.head.uid.clone_from(&draft.company.uid);
    match &mut draft.person {
        Some(person) => person.head.uid = uid,
        None if table.kind == Kind::Account => draft.account.head.uid = uid,
        None => {}
    }
    Some(Ok(draft))
}

impl Row {
    fn take(&mut self, target: Target, header: &str, text: &str, cx: &Context<'_>) -> Result<(), Explain> {
        match target {
            Target::First => self.names[0].push(clean_line(text)),
            Target::Middle => self.names[1].push(clean_line(text)),
            Target::Last => self.names[2].push(clean_line(text)),
            Target::Extra => {
                append(&mut self.draft.account.notes, &format!("{header}: {text}"));
            }
            Target::Ignore => {}
            Target::Field(kind, field) => self.field(kind, field, text, cx)?,
        }
        Ok(())
    }

    fn field(&mut self, kind: Kind, name: &str, text: &str, cx: &Context<'_>) -> Result<(), Explain> {
        let draft = &mut self.draft;
        match (kind, name) {
            (Kind::Account, "name") => {
                let name = clean_line(text);
                if draft.account.name.is_empty() {
                    draft.account.name = name;
                } else if draft.account.name != name {
                    draft.account.aliases.push(name);
                }
                return Ok(());
            }
            (Kind::Person, "birthday") if is_day_without_year(text) => {
                draft.notes.push(Explain::new("import-birthday-year").with("text", short(text)));
                return Ok(());
            }
            _ => {}
        }
        let by_name = match name {
            "unit" => Some(&mut draft.unit),
            "part_of" => Some(&mut draft.part_of),
            "reports_to" => Some(&mut draft.reports_to),
            "reached_via" => Some(&mut draft.reached_via),
            _ => None,
        };
        if let Some(slot) = by_name {
            if slot.is_empty() {
                *slot = clean_line(text);
            }
            return Ok(());
        }
        let record: &mut dyn Record = match kind {
            Kind::Person => &mut self.person,
            Kind::Membership => &mut draft.place,
            _ => &mut draft.account,
        };
        let Some(spec) = kind.specs().into_iter().find(|s| s.name == name) else { return Ok(()) };
        set(record, name, spec.kind, text, cx)
    }

    fn finish(mut self, kind: Kind) -> Draft {
        if self.person.name.is_empty() {
            self.person.name = self.names.concat().join(" ");
        }
        if kind == Kind::Account {
            return self.draft;
        }
        if self.draft.account.name.is_empty() {
            // Without a company the web page is the person's.
            for link in std::mem::take(&mut self.draft.account.links) {
                append(&mut self.person.personal, &link);
            }
        }
        let unnamed = Person::default() == self.person && !self.draft.account.name.is_empty();
        self.draft.person = (!unnamed).then_some(self.person);
        self.draft
    }

    fn refusal(&self, why: Vec<Explain>) -> Refusal {
        let names = [&self.person.name, &self.names.concat().join(" "), &self.draft.account.name];
        let name = names.into_iter().find(|n| !n.is_empty()).map(|n| short(n)).unwrap_or_default();
        Refusal { line: self.draft.line, name, why }
    }
}

/// Sets a field, or adds to it what a further column of the same meaning says.
fn set(
    record: &mut dyn Record,
    name: &str,
    kind: FieldKind,
    text: &str,
    cx: &Context<'_>,
) -> Result<(), Explain> {
    // Google writes several values of one kind in one cell.
    let text = &text.replace(" ::: ", ", ");
    if kind == FieldKind::Day && text.chars().all(|c| c == '0' || c == '/' || c == '-') {
        // Outlook writes 0/0/00 for no day.
        return Ok(());
    }
    let value = parse(kind, text, cx)?;
    let value = match (record.get(name), value) {
        (Value::Texts(mut all), Value::Texts(more)) => {
            all.extend(more);
            Value::Texts(all)
        }
        (Value::Text(mut all), Value::Text(more)) if kind == FieldKind::Note => {
            append(&mut all, &more);
            Value::Text(all)
        }
        (Value::Empty | Value::Flag(false), value) => value,
        // Of several columns that mean the same the first one wins.
        (first, _) => first,
    };
    record.set(name, value)
}

/// Adds a line to a note.
pub(in crate::exchange) fn append(note: &mut String, line: &str) {
    let line = clean(line);
    if !note.is_empty() {
        note.push('\n');
    }
    note.push_str(line.trim_end());
}
