//! Reading the command line, and saying in the user's language what cannot be read.
use std::ffi::OsString;
use std::process::ExitCode;

use clap::ArgMatches;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::failure::Code;
use super::out::Out;
use super::tree;
use crate::lang::{Lang, Words};
use crate::report::plain::one_line;

/// The language that the arguments ask for, before they are read: their help is in it.
pub fn lang_of(args: &[OsString]) -> Option<Lang> {
    let mut texts = args.iter().map(|a| a.to_string_lossy());
    while let Some(text) = texts.next() {
        if text == "--" {
            return None;
        }
        if text == "--lang" {
            return Lang::of_locale(&texts.next()?);
        }
        if let Some(lang) = text.strip_prefix("--lang=") {
            return Lang::of_locale(lang);
        }
    }
    None
}

/// The arguments with a minus sign where a figure behind `kpi set` or `kpi target` begins with a hyphen: `-12,5` is no flag.
pub fn with_minus_signs(args: &[OsString]) -> Vec<OsString> {
    let is = |at: usize, words: &[&str]| args.get(at).is_some_and(|a| words.iter().any(|w| a == w));
    let figures = (0..args.len()).find(|at| is(*at, &["kpi"]) && is(at + 1, &["set", "target"]));
    let signed = |text: &str| {
        let figure = text.strip_prefix('-')?;
        let is_flag = figure.starts_with(|c: char| c == '-' || c.is_ascii_alphabetic());
        (!figure.is_empty() && !is_flag).then(|| OsString::from(format!("−{figure}")))
    };
    let with = |(at, arg): (usize, &OsString)| {
        let of_figures = figures.is_some_and(|first| at > first + 1);
        arg.to_str().filter(|_| of_figures).and_then(signed).unwrap_or_else(|| arg.clone())
    };
    args.iter().enumerate().map(with).collect()
}

/// Reads the arguments.
///
/// # Errors
/// What the parser refuses, help that was asked for included.
pub fn matches(args: &[OsString], words: &Words) -> Result<ArgMatches, clap::Error> {
    let args = with_minus_signs(args);
    // The flags of a hundred commands take longer to make than a book to open: they are made when help or a refusal names them.
    let short = tree::only(words, |name| args.iter().any(|arg| arg == name)).try_get_matches_from(&args);
    short.or_else(|_| tree::tree(words).try_get_matches_from(&args))
}

/// The arguments of the innermost command: they know the flags of every command wherever they stood.
pub fn last(matches: &ArgMatches) -> &ArgMatches {
    let mut last = matches;
    while let Some((_, args)) = last.subcommand() {
        last = args;
    }
    last
}

/// The number that a flag was given.
pub fn count(args: &ArgMatches, flag: &str) -> Option<usize> {
    args.get_one::<u32>(flag).and_then(|n| usize::try_from(*n).ok())
}

/// Prints help or version where they were asked for, else says what is not understood.
pub fn refuse(error: &clap::Error, args: &[OsString], words: &Words, out: &Out) -> ExitCode {
    // The parser has no words of its own but these.
    let rendered = error.render().to_string().replace("[OPTIONS]", &words.get("cli-usage-options"));
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            out.text(&rendered);
            return ExitCode::SUCCESS;
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => Out::say(&rendered),
        kind => Out::say(&explained(kind, error, &command(args, words), words).unwrap_or(rendered)),
    }
    ExitCode::from(Code::Usage as u8)
}

fn context(error: &clap::Error, kind: ContextKind) -> Option<String> {
    let text = match error.get(kind)? {
        ContextValue::String(text) => text.clone(),
        // The nearest comes last.
        ContextValue::Strings(texts) => texts.iter().rev().map(String::as_str).collect::<Vec<_>>().join(", "),
        ContextValue::StyledStr(text) => text.to_string(),
        ContextValue::StyledStrs(texts) => {
            texts.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
        }
        ContextValue::Number(n) => n.to_string(),
        _ => return None,
    };
    Some(one_line(&text))
}

fn explained(kind: ErrorKind, error: &clap::Error, command: &str, words: &Words) -> Option<String> {
    let argument = || context(error, ContextKind::InvalidArg);
    let value = || context(error, ContextKind::InvalidValue).filter(|v| !v.is_empty());
    let what = match kind {
        ErrorKind::UnknownArgument => words.with("cli-parse-unknown-argument", &[("text", &argument()?)]),
        ErrorKind::InvalidSubcommand => {
            let text = context(error, ContextKind::InvalidSubcommand)?;
            words.with("cli-parse-unknown-command", &[("text", &text)])
        }
        ErrorKind::MissingRequiredArgument => words.with("cli-parse-missing", &[("text", &argument()?)]),
        ErrorKind::MissingSubcommand => {
            let accepted = context(error, ContextKind::ValidSubcommand)?;
            words.with("cli-parse-missing", &[("text", &accepted)])
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => match value() {
            None => words.with("cli-parse-no-value", &[("text", &argument()?)]),
            Some(value) => {
                let accepted = context(error, ContextKind::ValidValue);
                let accepted =
                    accepted.filter(|a| !a.is_empty()).unwrap_or_else(|| words.get("cli-parse-number"));
                let args = [("value", value.as_str()), ("text", &argument()?), ("accepted", &accepted)];
                words.with("cli-parse-value", &args)
            }
        },
        ErrorKind::ArgumentConflict => words.with("cli-parse-twice", &[("text", &argument()?)]),
        _ => return None,
    };
    let suggested = context(error, ContextKind::SuggestedArg)
        .or_else(|| context(error, ContextKind::SuggestedSubcommand))
        .map(|text| words.with("cli-parse-suggestion", &[("text", &text)]));
    let help = words.with("cli-parse-help", &[("command", command)]);
    Some([Some(what), suggested, Some(help)].into_iter().flatten().collect::<Vec<_>>().join("\n"))
}

/// The command that was typed, as far as there is such a one: `cartera person add`.
fn command(args: &[OsString], words: &Words) -> String {
    let mut at = tree::tree(words);
    let mut name = "cartera".to_owned();
    for word in args.iter().skip(1).map(|a| a.to_string_lossy()) {
        if let Some(inner) = at.find_subcommand(word.as_ref()).cloned() {
            name = format!("{name} {}", inner.get_name());
            at = inner;
        }
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lang(args: &[&str]) -> Option<Lang> {
        lang_of(&args.iter().map(OsString::from).collect::<Vec<_>>())
    }

    #[test]
    fn a_negative_figure_is_no_flag() {
        let signed = |line: &str| -> Vec<String> {
            let args: Vec<_> = line.split(' ').map(OsString::from).collect();
            with_minus_signs(&args).into_iter().map(|a| a.to_string_lossy().into_owned()).collect()
        };
        let kpi = signed("cartera --json kpi set arce x oct -12,5 - --on -h -5..-1");
        assert_eq!(kpi.join(" "), "cartera --json kpi set arce x oct −12,5 - --on -h −5..-1");
        assert_eq!(signed("cartera log -12,5").join(" "), "cartera log -12,5");
    }

    #[test]
    fn the_language_is_known_before_the_rest() {
        assert_eq!(lang(&["cartera", "today", "--lang", "es"]), Some(Lang::Es));
        assert_eq!(lang(&["cartera", "--lang=en", "--help"]), Some(Lang::En));
        assert_eq!(lang(&["cartera", "log", "--", "--lang", "es"]), None);
        assert_eq!(lang(&["cartera", "--lang"]), None);
    }
}
