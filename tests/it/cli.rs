//! The shell as a person or a script meets it: what stands on standard output, what is talk, and the exit code.
mod brief;
mod catalogue;
mod confided;
mod decisions;
mod due;
mod figures;
mod files;
mod finance;
mod gantt;
mod hostile;
mod map;
mod network;
mod org;
mod parser;
mod person_life;
mod pipeline;
mod plan;
mod portfolio;
mod records;
mod report;
mod scorecard;
mod stories;
mod value;
mod whitespace;

use std::path::{Path, PathBuf};

use assert_cmd::Command;
use serde_json::Value as Json;
use tempfile::TempDir;

/// A user with a home of their own, on Monday 23 November 2026.
pub struct User {
    home: TempDir,
    lang: &'static str,
}

/// What a command answered.
#[derive(Debug)]
pub struct Answer {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Answer {
    pub fn json(&self) -> Json {
        serde_json::from_str(&self.out).unwrap_or_else(|e| panic!("{e}: {self:?}"))
    }
}

impl User {
    pub fn new() -> Self {
        Self::speaking("en_US.UTF-8")
    }

    pub fn speaking(lang: &'static str) -> Self {
        Self { home: TempDir::new().unwrap(), lang }
    }

    /// Somebody with the accounts and people of the examples.
    pub fn with_book(lang: &'static str) -> Self {
        let user = Self::speaking(lang);
        for args in [
            vec!["account", "add", "Almazara", "--tier", "key", "--sector", "olive oil"],
            vec!["account", "add", "Arce", "--tier", "key"],
            vec!["person", "add", "Ana Ruiz", "--account", "Almazara", "--roles", "decider"],
            vec!["person", "add", "Jordi Mas", "--account", "arce", "--title", "Buyer"],
            vec!["colleague", "add", "Pau Font"],
        ] {
            user.ok(&args);
        }
        user
    }

    pub fn home(&self) -> &Path {
        self.home.path()
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        std::fs::write(self.path(name), bytes).unwrap();
        self.path(name).display().to_string()
    }

    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cartera"));
        command.env_clear().env("CARTERA_HOME", self.home.path()).env("HOME", self.home.path());
        command.env("LANG", self.lang).env("PATH", "/usr/bin:/bin").current_dir(self.home.path());
        command
    }

    pub fn run(&self, args: &[&str]) -> Answer {
        self.run_with(args, "")
    }

    /// Runs a command on the fixed day, with something on standard input.
    pub fn run_with(&self, args: &[&str], stdin: &str) -> Answer {
        let done =
            self.command().args(["--on", "2026-11-23"]).args(args).write_stdin(stdin).output().unwrap();
        Answer {
            code: done.status.code().unwrap_or(-1),
            out: String::from_utf8(done.stdout).unwrap(),
            err: String::from_utf8(done.stderr).unwrap(),
        }
    }

    /// Runs a command that must succeed.
    pub fn ok(&self, args: &[&str]) -> String {
        let answer = self.run(args);
        assert_eq!(answer.code, 0, "{args:?}: {answer:?}");
        answer.out
    }

    /// Runs a command that must fail with this exit code and say nothing on standard output; gives what it said.
    pub fn fails(&self, code: i32, args: &[&str]) -> String {
        let answer = self.run(args);
        assert_eq!((answer.code, answer.out.as_str()), (code, ""), "{args:?}: {answer:?}");
        answer.err
    }

    pub fn json(&self, args: &[&str]) -> Json {
        let mut all = args.to_vec();
        all.push("--json");
        let answer = self.run(&all);
        assert_eq!(answer.code, 0, "{args:?}: {answer:?}");
        answer.json()
    }
}
