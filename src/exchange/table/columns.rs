//! A CSV file opened: whether its rows are contacts or clients, and what each column holds.
use std::convert::Infallible;
use std::io;

use super::cells::{self, Cells};
use super::headers::{Target, normal};
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::exchange::draft::{Refusal, short};
use crate::exchange::options::Options;
use crate::exchange::programs::{Recognised, recognise as of_program};
use crate::exchange::source::{Text, failed};

/// A CSV file whose columns are understood.
#[derive(Debug)]
pub(in crate::exchange) struct Table<'a> {
    /// What its rows are: people or accounts.
    pub kind: Kind,
    /// What stands above each column.
    pub headers: Vec<String>,
    /// What each column holds.
    pub targets: Vec<Target>,
    /// Headers of columns that have content and are left out.
    pub unknown: Vec<String>,
    /// The program that wrote it, if it is known.
    pub shape: Option<Recognised>,
    text: Text<'a>,
    delimiter: u8,
    /// How many rows stand above the headers: titles.
    pub above: usize,
}

/// How many rows are looked at to find the headers.
const LOOKED_AT: usize = 20;

/// Opens a CSV file.
///
/// # Errors
/// `import-empty`, `import-csv-headers`, `import-csv-kind`, and what the system says of the file.
pub(in crate::exchange) fn open<'a>(text: Text<'a>, options: &Options) -> Result<Table<'a>, Explain> {
    let delimiter = cells::delimiter(text.head());
    let above = titles(text.head(), delimiter, options);
    let seen = look_through(text, delimiter, above, options).map_err(|error| failed(&error))?;
    let (headers, filled, shape) = seen.ok_or_else(|| Explain::new("import-empty"))?;
    let kind = match &shape {
        Some(shape) => shape.kind(),
        None => options.kind().map_or_else(|| recognise(&headers, options), Ok)?,
    };
    let (headers, found): (Vec<_>, Vec<_>) = match &shape {
        Some(shape) => columns_of(shape, options).into_iter().unzip(),
        None => headers.into_iter().map(|h| (h.clone(), target(&h, kind, options))).unzip(),
    };
    if found.iter().all(Option::is_none) {
        return Err(unknown_headers(&headers));
    }
    let unknown = found.iter().zip(&headers).zip(filled);
    let unknown =
        unknown.filter(|((target, header), filled)| target.is_none() && !header.is_empty() && *filled);
    let unknown = unknown.map(|((_, header), _)| short(header)).collect();
    let mut targets: Vec<_> = found.into_iter().map(|t| t.unwrap_or(Target::Ignore)).collect();
    if shape.is_none() {
        settle(&headers, &mut targets);
    }
    Ok(Table { kind, headers, targets, unknown, shape, text, delimiter, above })
}

/// What the columns of an export of a known program hold, those that are made of others at the end.
fn columns_of(shape: &Recognised, options: &Options) -> Vec<(String, Option<Target>)> {
    let kind = shape.kind();
    let of = |(head, field): (String, Option<&str>)| {
        let said = options.target(&head, kind);
        let target = match field {
            Some("uid") => Some(Target::Ignore),
            Some(field) => Target::of_field(field, kind),
            None => Target::of_header(&head, kind).filter(|_| shape.is_loose()),
        };
        (head, said.or(target))
    };
    shape.fields().into_iter().map(of).collect()
}

impl Table<'_> {
    /// How many cells a row may have.
    pub(in crate::exchange) fn width(&self) -> usize {
        self.shape.as_ref().map_or(self.headers.len(), Recognised::width)
    }

    /// Whether a row is that of the headers once more: somebody has put two files into one.
    pub(in crate::exchange) fn is_again(&self, cells: &[String]) -> bool {
        let headers = self.headers.get(..self.width()).unwrap_or_default();
        headers.len() > 1 && cells.iter().map(|c| c.trim()).eq(headers.iter().map(String::as_str))
    }

    /// How many columns are understood.
    pub(in crate::exchange) fn known(&self) -> usize {
        self.targets.iter().filter(|t| **t != Target::Ignore).count()
    }

    /// Hands the rows below the headers over, in the order of the file, those that could not be taken apart among them.
    ///
    /// # Errors
    /// The inner error is what the system says of the file, the outer one what `each` refuses.
    pub(in crate::exchange) fn each<E>(
        &self,
        mut each: impl FnMut(Result<Cells, Refusal>) -> Result<(), E>,
    ) -> Result<io::Result<()>, E> {
        let mut above = self.above + 1;
        cells::each(self.text, self.delimiter, |row| match row {
            Ok(_) if above > 0 => {
                above -= 1;
                Ok(())
            }
            row => each(row),
        })
    }
}

/// How many rows stand above the headers. The first row is that of the headers, unless more of a later one are understood.
fn titles(head: &str, delimiter: u8, options: &Options) -> usize {
    let mut understood = Vec::new();
    let _stopped = cells::each(Text::Held(head), delimiter, |row| {
        if let Ok((_, cells)) = row {
            let known = |kind| {
                let targets = cells.iter().filter_map(|cell| target(cell.trim(), kind, options));
                targets.filter(|t| *t != Target::Ignore).count()
            };
            let program = of_program(&cells, options).map_or(0, |_| cells.len());
            understood.push(known(Kind::Person).max(known(Kind::Account)).max(program));
        }
        if understood.len() < LOOKED_AT { Ok(()) } else { Err(()) }
    });
    let most = understood.iter().copied().max().unwrap_or_default();
    let first = understood.first().copied().unwrap_or_default();
    let later = understood.iter().position(|n| *n == most).filter(|_| most > first && most > 1);
    later.unwrap_or_default()
}

/// What stands above the columns, which of them have content below, and the program that wrote them, if it is known.
type Seen = (Vec<String>, Vec<bool>, Option<Recognised>);

/// Looks through a file; `None` of one without rows.
fn look_through(
    text: Text<'_>,
    delimiter: u8,
    mut above: usize,
    options: &Options,
) -> io::Result<Option<Seen>> {
    let mut seen: Option<Seen> = None;
    let Ok(told) = cells::each(text, delimiter, |row| {
        match (&mut seen, row) {
            (_, Err(_)) => {}
            (None, Ok(_)) if above > 0 => above -= 1,
            (None, Ok((_, cells))) => {
                let headers: Vec<_> = cells.iter().map(|h| h.trim().to_owned()).collect();
                let (filled, shape) = (vec![false; headers.len()], of_program(&headers, options));
                seen = Some((headers, filled, shape.filter(Recognised::is_contacts)));
            }
            (Some((_, filled, shape)), Ok((_, cells))) => {
                if let Some(shape) = shape {
                    shape.learn(&cells);
                }
                for (filled, cell) in filled.iter_mut().zip(&cells) {
                    *filled |= !cell.trim().is_empty();
                }
            }
        }
        Ok::<_, Infallible>(())
    });
    told.map(|()| seen)
}

fn target(header: &str, kind: Kind, options: &Options) -> Option<Target> {
    options.target(header, kind).or_else(|| Target::of_header(header, kind))
}

fn unknown_headers(headers: &[String]) -> Explain {
    let shown: Vec<_> = headers.iter().take(8).map(|h| short(h)).collect();
    Explain::new("import-csv-headers").with("headers", shown.join(", "))
}

/// A header that may be above people as well as above clients.
fn is_plain_name(header: &str) -> bool {
    matches!(normal(header).as_str(), "name" | "nombre")
}

/// Whether the rows are people or clients.
fn recognise(headers: &[String], options: &Options) -> Result<Kind, Explain> {
    let mapped: Vec<_> =
        headers.iter().filter_map(|h| target(h, Kind::Person, options).map(|t| (h, t))).collect();
    let of_client = |fields: &[&str], strict: bool| {
        headers.iter().filter_map(|h| target(h, Kind::Account, options)).any(|t| match t {
            Target::Field(_, f) => fields.contains(&f) != strict,
            Target::First | Target::Middle | Target::Last | Target::Extra | Target::Ignore => false,
        })
    };
    let has = |wanted: &dyn Fn(&String, Target) -> bool| mapped.iter().any(|(h, t)| wanted(h, *t));
    let plain = has(&|h, _| is_plain_name(h));
    let named = has(&|h, t| match t {
        Target::First | Target::Last | Target::Middle => true,
        Target::Field(Kind::Person, "name") => !is_plain_name(h),
        Target::Field(..) | Target::Extra | Target::Ignore => false,
    });
    let of_contact = has(
        &|_, t| matches!(t, Target::Field(Kind::Person | Kind::Membership, f) if f != "name" && f != "aliases" && f != "personal"),
    );
    let company =
        has(&|h, t| t == Target::Field(Kind::Account, "name") && (of_contact || normal(h) != "razon social"));
    // Fields that only a client has; the place and the web page of a person are written down too.
    let client_only = of_client(&["name", "aliases", "site", "links", "notes"], true);
    let client_maybe = of_client(&["site", "links"], false);
    let person = named || plain && (company || of_contact && !client_only);
    let client = has(&|_, t| t == Target::Field(Kind::Account, "name")) || client_only || client_maybe;
    match (person, client) {
        (true, _) => Ok(Kind::Person),
        (false, true) => Ok(Kind::Account),
        (false, false) if mapped.is_empty() => Err(unknown_headers(headers)),
        (false, false) => Err(Explain::new("import-csv-kind")),
    }
}

/// What a column means beside the others: `Name` beside surnames is the first name, `Title` beside `Job Title` is Mr or Ms.
fn settle(headers: &[String], targets: &mut [Target]) {
    const TITLE: Target = Target::Field(Kind::Membership, "title");
    let surnames = targets.contains(&Target::Last) && !targets.contains(&Target::First);
    let titles = targets.iter().filter(|t| **t == TITLE).count();
    for (header, target) in headers.iter().zip(targets) {
        if surnames && *target == Target::Field(Kind::Person, "name") && is_plain_name(header) {
            *target = Target::First;
        }
        if titles > 1 && *target == TITLE && matches!(normal(header).as_str(), "title" | "titulo") {
            *target = Target::Ignore;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(header: &str) -> Result<Kind, String> {
        let text = format!("{header}\nx");
        let table = open(Text::Held(&text), &Options::default());
        table.map(|t| t.kind).map_err(|e| e.key)
    }

    #[test]
    fn the_headers_say_whether_rows_are_people_or_clients() {
        for header in [
            "Nombre;Apellidos;Empresa",
            "First Name,Last Name,E-mail Address",
            "Name,Given Name,Family Name",
            "Empresa;Contacto;Teléfono;Sector",
            "Nombre;Correo",
            "Nombre;Empresa",
            "Name,Phone,City",
        ] {
            assert_eq!(kind(header), Ok(Kind::Person), "{header}");
        }
        for header in [
            "Nombre;Sector;Ciudad",
            "Empresa;Teléfono;Email;Sector",
            "Cliente",
            "Name,Tier,Size",
            "Nombre;Razón social;Sector",
            "Name,Site",
            "Nombre;Teléfono;Sector",
        ] {
            assert_eq!(kind(header), Ok(Kind::Account), "{header}");
        }
        assert_eq!(kind("Nombre;Notas"), Err("import-csv-kind".into()));
        assert_eq!(kind("Foo;Bar"), Err("import-csv-headers".into()));
        assert_eq!(kind("1;2"), Err("import-csv-headers".into()));
    }

    #[test]
    fn a_name_beside_surnames_is_a_first_name_and_a_salutation_no_title() {
        let table =
            open(Text::Held("Title,Name,Last Name,Job Title\nMr,Jo,Mas,CEO"), &Options::default()).unwrap();
        let title = Target::Field(Kind::Membership, "title");
        assert_eq!(table.targets, [Target::Ignore, Target::First, Target::Last, title]);
    }

    #[test]
    fn titles_above_the_headers_are_passed_over() {
        let text = "Clientes 2026;;\n;;\nNombre;Sector;Ciudad\nArce;Acero;Bilbao\n";
        let table = open(Text::Held(text), &Options::default()).unwrap();
        assert_eq!((table.kind, table.above, table.headers.len()), (Kind::Account, 2, 3));
        let mut lines = Vec::new();
        let read = table.each(|row| {
            lines.push(row.map(|(line, _)| line).unwrap());
            Ok::<_, ()>(())
        });
        assert!(read.unwrap().is_ok());
        assert_eq!(lines, [4]);
        // A first row of which as much is understood is that of the headers.
        let table = open(Text::Held("Nombre;Empresa\nNombre;Empresa\n"), &Options::default()).unwrap();
        assert_eq!(table.above, 0);
    }

    #[test]
    fn columns_left_out_are_named_if_they_hold_something() {
        let table =
            open(Text::Held("Nombre;Empresa;NIF;Fax\nAna;Arce;B123;\n"), &Options::default()).unwrap();
        assert_eq!(table.unknown, ["NIF"]);
    }
}
