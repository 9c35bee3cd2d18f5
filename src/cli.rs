//! The shell: the same acts as the screen, typed as commands. Data goes to standard output, talk to standard error.
mod backup;
mod book;
mod brief;
mod catalogue;
mod choose;
mod cltv;
mod day;
mod decision;
mod dedupe;
mod done;
mod explain;
mod export;
mod failure;
mod find;
mod gantt;
mod history;
mod insight;
mod json;
mod kind;
mod kpi;
mod log;
mod more;
mod open;
mod opportunity;
mod out;
mod output;
mod parse;
mod person;
pub mod place;
mod plan;
mod portfolio;
mod program;
mod record;
mod report;
mod review;
mod scorecard;
mod setting;
mod shell;
mod team;
mod template;
pub mod tree;
mod undo;
mod watch;
mod whitespace;

use std::ffi::OsString;
use std::process::ExitCode;
use std::sync::Arc;

use clap::ArgMatches;

use crate::command::Keymap;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::lang::value::{Context, parse as parse_value};
use crate::lang::{Lang, Words};
use crate::store::Clock;
use failure::{Code, Failure};
pub use open::Opening;
use out::Out;
use place::Folders;
use shell::Shell;

/// What the program gives to the shell.
#[derive(Debug, Clone)]
pub struct Env {
    /// What tells the time.
    pub clock: Clock,
    /// The zone of this machine.
    pub zone: chrono_tz::Tz,
    /// Opens the screen.
    pub open: fn(Opening) -> anyhow::Result<()>,
    /// Where things are kept; `None` where the system knows no home.
    pub folders: Option<Folders>,
    /// The language that the settings or the system ask for.
    pub lang: Lang,
    /// The keys of the screen, as the settings have them.
    pub keys: Keymap,
    /// Mistakes in the settings file.
    pub mistakes: Vec<Explain>,
}

/// Runs one command; `args` begins with the name of the program.
pub fn run(args: &[OsString], env: &Env) -> ExitCode {
    let out = Out::of_process();
    let words = Words::new(parse::lang_of(args).unwrap_or(env.lang));
    let matches = match parse::matches(args, &words) {
        Ok(matches) => matches,
        Err(error) => return parse::refuse(&error, args, &words, &out),
    };
    let mut shell = Shell::new(words, out, env);
    let done = shell.flags(&matches).and_then(|()| dispatch(&shell, &matches, env));
    trace(&matches, &done);
    shell.exit(done)
}

impl Shell {
    /// A shell before any flag is read.
    fn new(words: Words, out: Out, env: &Env) -> Self {
        Self {
            words: Arc::new(words),
            today: (env.clock)().date(),
            on: None,
            json: false,
            file: None,
            folders: env.folders.clone(),
            clock: env.clock,
            zone: env.zone,
            out,
        }
    }

    /// Takes what the flags of every command say.
    fn flags(&mut self, matches: &ArgMatches) -> Result<(), Failure> {
        let last = parse::last(matches);
        let usage = |key: &str, text: &str| Failure::new(Code::Usage, Explain::new(key).with("text", text));
        if let Some(lang) = last.get_one::<String>("lang").filter(|l| Lang::of_locale(l).is_none()) {
            return Err(usage("cli-no-language", lang));
        }
        if let Some(text) = last.get_one::<String>("on") {
            let day = on_day(text, self.today, &self.words).ok_or_else(|| usage("cli-no-day", text))?;
            (self.on, self.today) = (Some(day), day);
        }
        self.json = last.get_flag("json");
        self.file = last.get_one::<std::path::PathBuf>("file").cloned();
        Ok(())
    }

    /// Ends the command: says what failed, and turns it into an exit code.
    fn exit(&self, done: Result<(), Failure>) -> ExitCode {
        match done {
            Ok(()) if self.out.is_whole() => ExitCode::SUCCESS,
            Ok(()) => {
                self.say_with("cli-not-written", &[]);
                ExitCode::from(Code::Failed as u8)
            }
            Err(failure) => {
                tell(&failure, &self.words);
                ExitCode::from(failure.code as u8)
            }
        }
    }
}

/// Says that the program stumbled over itself, and where.
pub fn stumbled(place: &str, env: &Env) -> ExitCode {
    Out::say(&Words::new(env.lang).with("cli-broken", &[("place", place)]));
    ExitCode::from(Code::Failed as u8)
}

/// The day that `--on` names.
fn on_day(text: &str, today: chrono::NaiveDate, words: &Words) -> Option<chrono::NaiveDate> {
    let directory = crate::domain::directory::Directory::default();
    let cx = Context { words, today, directory: &directory, scope: None };
    match parse_value(crate::domain::value::FieldKind::Day, text, &cx) {
        Ok(crate::domain::value::Value::Day(day)) => Some(day),
        _ => None,
    }
}

/// Notes the command by its name, and a failure by its key: nothing that was typed.
fn trace(matches: &ArgMatches, done: &Result<(), Failure>) {
    let command = matches.subcommand_name().unwrap_or("cartera");
    match done {
        Ok(()) => tracing::info!(command, "done"),
        Err(failure) => {
            let key = failure.what.as_ref().map_or("", |e| e.key.as_str());
            tracing::warn!(command, key, code = failure.code as u8, "failed");
        }
    }
}

fn tell(failure: &Failure, words: &Words) {
    let Some(what) = &failure.what else { return };
    let said = words.say(what);
    match &failure.flag {
        Some(flag) => Out::say(&format!("{flag}: {said}")),
        None => Out::say(&said),
    }
}

fn dispatch(shell: &Shell, matches: &ArgMatches, env: &Env) -> Result<(), Failure> {
    let Some((name, args)) = matches.subcommand() else {
        return if Shell::at_terminal() && !shell.json {
            open::open(shell, env)
        } else {
            day::today(shell, None)
        };
    };
    if let Some(kind) = Kind::named(name).filter(|k| tree::KINDS.contains(k)) {
        return record::run(shell, kind, args);
    }
    match name {
        "log" => log::log(shell, args),
        "today" => day::today(shell, args.get_one::<String>("account").map(String::as_str)),
        "explain" => explain::explain(shell, args),
        "brief" => brief::brief(shell, args),
        "bulletin" => decision::bulletin(shell, args),
        "search" => day::search(shell, args),
        "scorecard" => scorecard::scorecard(shell, args.get_one::<String>("account").map(String::as_str)),
        "cltv" => cltv::cltv(shell, args),
        "pareto" => portfolio::pareto(shell, args),
        "done" => done::done(shell, args),
        "review" => review::review(shell, args),
        "report" => report::report(shell, args),
        "team" => team::team(shell, args),
        "digest" => team::digest(shell, args),
        "undo" => undo::undo(shell),
        "redo" => undo::redo(shell),
        "history" => history::history(shell, args),
        "import" => book::import(shell, args),
        "template" => template::template(shell, args),
        "export" => export::export(shell, args),
        "backup" => backup::backup(shell, args),
        "restore" => backup::restore(shell, args),
        "check" => backup::check(shell),
        "setting" => setting::run(shell, args),
        "demo" => open::demo(shell, args, env),
        "keys" => {
            program::keys(shell, env);
            Ok(())
        }
        "completions" => {
            program::completions(shell, args);
            Ok(())
        }
        _ => program::man(shell),
    }
}
