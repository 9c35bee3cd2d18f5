//! The book, or a part of it, as a file of another program.
mod tables;
mod vault;

use std::collections::HashSet;
use std::io::{IsTerminal as _, Write};
use std::path::Path;

use clap::ArgMatches;
use serde_json::json;

use super::failure::{Code, Failure};
use super::find;
use super::kind;
use super::out::{Out, escaped};
use super::output::Output;
use super::shell::{Book, Shell};
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::exchange;
use crate::exchange::file::Stopped;
use crate::exchange::out::cards::{self, Style, Version};
use crate::exchange::out::grid::Grid;
use crate::exchange::out::{calendar, workbook};

/// How much of a long document is held back before it is printed, in bytes.
const HELD: usize = 64 * 1024;

/// How many records are read at a time.
const PAGE: usize = 500;

/// A format of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Json,
    Csv,
    Xlsx,
    Cards(Version),
    Calendar,
    Notes,
}

/// The names of the formats, as they are shown.
pub const FORMATS: &str = "json|csv|xlsx|vcard|vcard3|ics|markdown";

impl Format {
    /// How the names of its files end.
    const fn ending(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Cards(_) => "vcf",
            Self::Calendar => "ics",
            Self::Notes => "md",
        }
    }

    fn named(text: &str) -> Result<Self, Failure> {
        Ok(match text {
            "json" => Self::Json,
            "csv" => Self::Csv,
            "xlsx" => Self::Xlsx,
            "vcard" | "vcard4" | "vcf" => Self::Cards(Version::V4),
            "vcard3" => Self::Cards(Version::V3),
            "ics" => Self::Calendar,
            "markdown" | "md" => Self::Notes,
            _ => {
                let why = Explain::new("cli-format-unknown").with("text", text);
                return Err(usage(why.with("accepted", FORMATS.replace('|', ", "))));
            }
        })
    }
}

fn usage(why: Explain) -> Failure {
    Failure::new(Code::Usage, why)
}

/// What is to be written.
struct Wanted {
    format: Format,
    kind: Option<Kind>,
    account: Option<Id>,
    personal: bool,
    /// Nothing is written: a folder of notes says what would be.
    dry: bool,
}

/// Where what is exported goes.
pub struct Target(Output);

impl Target {
    /// What the flags say.
    pub fn of(args: &ArgMatches) -> Self {
        Self(Output::of(args))
    }

    /// Writes tables: one as CSV or a workbook of all.
    ///
    /// # Errors
    /// What the file system and the format refuse; a workbook is not printed on a terminal.
    pub fn tables(&self, shell: &Shell, grids: &[Grid], xlsx: bool) -> Result<(), Failure> {
        let bytes = if xlsx {
            workbook(grids, shell.today, shell.words.lang())?
        } else {
            grids.iter().flat_map(|grid| grid.csv(shell.words.lang())).collect()
        };
        let count = grids.iter().map(|g| g.rows.len()).sum();
        match self.0.path() {
            None if xlsx && std::io::stdout().is_terminal() => Err(usage(Explain::new("out-binary"))),
            None if xlsx => {
                shell.out.own_words(&bytes);
                Ok(())
            }
            None => {
                shell.out.text(&String::from_utf8_lossy(&bytes).replace("\r\n", "\n"));
                Ok(())
            }
            Some(path) => {
                let name = name(shell, if xlsx { "xlsx" } else { "csv" });
                done(shell, &self.0.write(path, &name, |out| out.write_all(&bytes))?, count);
                Ok(())
            }
        }
    }

    /// Writes text piece by piece, and says how much.
    fn stream(
        &self,
        shell: &Shell,
        ending: &str,
        write: impl FnOnce(&mut dyn Write) -> Result<usize, Stopped>,
    ) -> Result<(), Failure> {
        if let Some(path) = self.0.path() {
            let mut count = 0;
            let path = self.0.write(path, &name(shell, ending), |out| {
                count = write(out)?;
                Ok::<(), Stopped>(())
            })?;
            done(shell, &path, count);
            return Ok(());
        }
        let mut printed = Printed { out: &shell.out, held: Vec::new() };
        match write(&mut printed) {
            Ok(_) => {}
            Err(Stopped::Refused(why)) => return Err((*why).into()),
            Err(Stopped::Io(error)) => {
                let why = Explain::new("export-unwritable").with("path", "-").with("error", error);
                return Err(why.into());
            }
        }
        printed.print();
        Ok(())
    }
}

/// The name of the file in a folder.
fn name(shell: &Shell, ending: &str) -> String {
    format!("cartera-{}.{ending}", shell.today)
}

/// Lines on their way to standard output, none of them with a character that a terminal obeys.
struct Printed<'a> {
    out: &'a Out,
    held: Vec<u8>,
}

impl Printed<'_> {
    fn print(&mut self) {
        let text = String::from_utf8_lossy(&self.held).replace("\r\n", "\n");
        self.out.own_words(escaped(&text).as_bytes());
        self.held.clear();
    }
}

impl Write for Printed<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        // Cut only where a line ends, so that no character is torn.
        if self.held.len() > HELD && self.held.ends_with(b"\n") {
            self.print();
        }
        self.held.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn done(shell: &Shell, path: &Path, count: usize) {
    let shown = path.display().to_string();
    if shell.json {
        shell.out.json(&json!({ "path": shown, "count": count }));
    } else {
        shell.out.text(&shell.words.with("out-done", &[("count", &count.to_string()), ("path", &shown)]));
    }
}

/// Writes the book, or what is wanted of it: to standard output, or to a file that does not exist yet.
pub fn export(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    let format = Format::named(args.get_one::<String>("format").map_or("json", String::as_str))?;
    let book = shell.existing_book()?;
    let account = args.get_one::<String>("account");
    let account = account.map(|a| find::named(shell, &book, Kind::Account, a)).transpose()?;
    let kind = args.get_one::<String>("kind").map(|text| kind::named(text, &Kind::ALL)).transpose()?;
    let (personal, dry) = (args.get_flag("personal"), args.get_flag("dry-run"));
    let wanted = Wanted { format, kind, account, personal, dry };
    if dry && format != Format::Notes {
        return Err(usage(Explain::new("vault-dry-run")));
    }
    let (target, ending) = (Target::of(args), format.ending());
    let cx = shell.cx(&book.directory, account);
    // What is written is of one moment; the whole book holds still by itself.
    let _still = if format == Format::Json { None } else { Some(book.store.hold_still()?) };
    match format {
        Format::Json if kind.is_some() || account.is_some() => Err(usage(Explain::new("out-json-whole"))),
        Format::Json => target.stream(shell, ending, |mut out| Ok(exchange::export(&book.store, &mut out)?)),
        Format::Csv | Format::Xlsx => {
            let grids = tables::of(shell, &book, &wanted)?;
            target.tables(shell, &grids, format == Format::Xlsx)
        }
        Format::Cards(version) => {
            let style = Style { version, personal: wanted.personal };
            match kind.unwrap_or(Kind::Person) {
                Kind::Person => {
                    let people = places(shell, &book, account)?;
                    target.stream(shell, ending, |out| cards::people(&book.store, &people, style, &cx, out))
                }
                Kind::Account => {
                    let ids = ids(&book, Kind::Account, account)?;
                    target.stream(shell, ending, |out| cards::accounts(&book.store, &ids, style, out))
                }
                other => Err(usage(Explain::new("out-cards-of").with("kind", other.name()))),
            }
        }
        Format::Notes => vault::write(shell, &book, &wanted, &target),
        Format::Calendar => {
            target.stream(shell, ending, |out| calendar::write(&book.store, account, &cx, out))
        }
    }
}

/// The people, or those of an account, each with a place.
fn places(shell: &Shell, book: &Book, account: Option<Id>) -> Result<Vec<(Id, Option<Id>)>, Failure> {
    let mut rows = book.store.people(None, shell.today)?;
    let here: HashSet<Id> =
        rows.iter().filter(|r| account.is_none() || r.account == account).map(|r| r.person).collect();
    rows.retain(|row| here.contains(&row.person));
    // Of somebody with several places the one that they still have comes first, before others the one at the account.
    rows.sort_by_key(|row| (row.left_on.is_some(), account.is_some() && row.account != account));
    Ok(rows.iter().map(|row| (row.person, row.membership)).collect())
}

/// The records of a kind, of all accounts or of one.
fn ids(book: &Book, kind: Kind, account: Option<Id>) -> Result<Vec<Id>, Failure> {
    let here = account.map(|account| book.store.hanging_on(kind, account)).transpose()?;
    let (mut ids, mut after) = (Vec::new(), 0);
    loop {
        let page = book.store.records(kind, after, PAGE)?;
        let Some(last) = page.last() else { return Ok(ids) };
        after = last.head().id;
        let all = page.iter().map(|record| record.head().id);
        ids.extend(all.filter(|id| here.as_ref().is_none_or(|here| here.contains(id))));
    }
}
