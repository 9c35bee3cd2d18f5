//! Where a document goes, and in which form.
use std::io::IsTerminal as _;

use clap::ArgMatches;

use crate::cli::failure::{Code, Failure};
use crate::cli::out::Out;
use crate::cli::output::Output;
use crate::cli::shell::Shell;
use crate::domain::explain::Explain;
use crate::report::format::{Format, file_name};
use crate::report::issued::json;
use crate::report::paper::Paper;

/// Where a document goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Target {
    format: Format,
    output: Output,
}

impl Target {
    /// What the flags say: the name of the file says its form where no flag does.
    ///
    /// # Errors
    /// Where flag and name say different things, and where what is no text would be printed on a terminal.
    pub(super) fn of(args: &ArgMatches) -> Result<Self, Failure> {
        let output = Output::of(args);
        let named = args.get_one::<String>("format").and_then(|name| Format::named(name));
        let of_path = output.path().and_then(Format::of_path);
        if let (Some(format), Some(ending), Some(path)) = (named, of_path, output.path())
            && format != ending
        {
            let other = Explain::new("handout-other-ending").with("path", path.display());
            return Err(Failure::new(Code::Usage, other.with("format", format.name())));
        }
        let target = Self { format: named.or(of_path).unwrap_or(Format::Term), output };
        if target.output.path().is_none() && target.format.is_binary() && std::io::stdout().is_terminal() {
            return Err(Failure::new(Code::Usage, Explain::new("handout-binary")));
        }
        Ok(target)
    }

    /// Prints the document, or writes it into a file and says where.
    ///
    /// # Errors
    /// What the file system refuses; without `--force` a file that is there already is left alone.
    pub(super) fn write(&self, shell: &Shell, paper: &Paper) -> Result<(), Failure> {
        match self.output.path() {
            Some(path) => {
                let name = file_name(paper, shell.today, self.format);
                let bytes = self.format.file(paper)?;
                let path = self.output.write(path, &name, |out| out.write_all(&bytes))?;
                if shell.json {
                    let shown = path.display().to_string();
                    shell.out.json(&serde_json::json!({ "path": shown, "title": paper.title }));
                    return Ok(());
                }
                let done = Explain::new("handout-written").with("title", &paper.title);
                Out::say(&shell.words.say(&done.with("path", path.display())));
            }
            None if shell.json => shell.out.json(&json(paper)),
            None => {
                let bytes = self.format.render(paper, shell.out.width())?;
                match String::from_utf8(bytes) {
                    Ok(text) if !self.format.is_binary() => shell.out.text(text.trim_end()),
                    Ok(text) => shell.out.own_words(text.as_bytes()),
                    Err(bytes) => shell.out.own_words(bytes.as_bytes()),
                }
            }
        }
        Ok(())
    }
}
