//! An empty table to be filled in and imported.
use std::path::Path;

use clap::ArgMatches;
use serde_json::json;

use super::failure::{Code, Failure};
use super::kind;
use super::output::Output;
use super::shell::Shell;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::exchange::template::{csv, kinds, workbook};
use crate::lang::field;

/// A format of templates.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    Csv,
    Xlsx,
}

/// Writes the template of a kind of record: to a file, or as CSV to standard output.
pub fn template(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    let kind = args
        .get_one::<String>("entity")
        .map_or(Ok(Kind::Account), |text| kind::named(text, &kinds().collect::<Vec<_>>()))?;
    let output = Output::of(args);
    let format = format(args.get_one::<String>("format"), output.path())?;
    let book = shell.book()?;
    let cx = shell.cx(&book.directory, None);
    let Some(path) = output.path() else {
        if format == Format::Xlsx {
            return Err(Failure::new(Code::Usage, Explain::new("template-no-output")));
        }
        shell.out.text(String::from_utf8_lossy(&csv(kind, &cx)).replace("\r\n", "\n").trim_end());
        return Ok(());
    };
    let bytes = match format {
        Format::Csv => csv(kind, &cx),
        Format::Xlsx => workbook(kind, &cx)?,
    };
    let ending = if format == Format::Xlsx { "xlsx" } else { "csv" };
    let name = format!("{}.{ending}", field::kinds(kind, &shell.words));
    let shown = output.write(path, &name, |out| out.write_all(&bytes))?.display().to_string();
    if shell.json {
        shell.out.json(&json!({ "path": shown }));
    } else {
        shell.out.text(&shell.words.with("template-made", &[("path", &shown)]));
    }
    Ok(())
}

/// The format that was said, else that of the file's name, else CSV.
fn format(said: Option<&String>, target: Option<&Path>) -> Result<Format, Failure> {
    let ending = |path: &Path| path.extension().is_some_and(|e| e.eq_ignore_ascii_case("xlsx"));
    match said.map(|s| s.to_lowercase()).as_deref() {
        None if target.is_some_and(ending) => Ok(Format::Xlsx),
        None | Some("csv") => Ok(Format::Csv),
        Some("xlsx") => Ok(Format::Xlsx),
        Some(other) => Err(Failure::new(Code::Usage, Explain::new("template-format").with("text", other))),
    }
}
