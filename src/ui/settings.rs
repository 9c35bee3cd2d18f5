//! The settings of looks and keys, as the TOML file has them. A mistake costs its own line and is named; nothing else.
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::glyph::Glyphs;
use super::theme::Theme;
use crate::command::Keymap;
use crate::command::keymap::nearest;
use crate::domain::explain::Explain;
use crate::lang::Lang;

/// How the screen looks and listens.
#[derive(Debug, Clone, Default)]
pub struct Look {
    /// The colours.
    pub theme: Theme,
    /// The signs.
    pub glyphs: Glyphs,
    /// The keys.
    pub keys: Keymap,
}

/// What the file says.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// Theme, signs and keys.
    pub look: Look,
    /// The language, if it names one.
    pub lang: Option<Lang>,
}

/// Names at the top of the file.
const NAMES: [&str; 4] = ["theme", "ascii", "lang", "keys"];

/// Reads the file's text; beside it every mistake, with its line, in the order of the file.
pub fn read(text: &str) -> (Settings, Vec<Explain>) {
    let mut reader = Reader { text, settings: Settings::default(), mistakes: Vec::new() };
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let at = error.span().map_or(0, |s| s.start);
        let said = error.message().to_owned();
        reader.mistake(at, Explain::new("settings-unreadable").with("what", said));
    }
    for (name, value) in table.get_ref() {
        reader.take(name, value);
    }
    reader.mistakes.sort_by_key(|(line, _)| *line);
    let mistakes = reader.mistakes.into_iter().map(|(line, e)| e.with("line", line)).collect();
    (reader.settings, mistakes)
}

struct Reader<'a> {
    text: &'a str,
    settings: Settings,
    mistakes: Vec<(usize, Explain)>,
}

impl Reader<'_> {
    fn mistake(&mut self, at: usize, explain: Explain) {
        let before = self.text.bytes().take(at);
        self.mistakes.push((before.filter(|b| *b == b'\n').count() + 1, explain));
    }

    /// One of a closed set was expected.
    fn wrong(&mut self, name: &str, value: &Spanned<DeValue<'_>>, accepted: &[&str]) {
        let written = value.get_ref().as_str().map_or_else(String::new, str::to_owned);
        let near = nearest(&written, accepted.iter().copied()).unwrap_or("none");
        let explain = Explain::new("settings-value").with("name", name).with("value", &written);
        let explain = explain.with("nearest", near).with("accepted", accepted.join(", "));
        self.mistake(value.span().start, explain);
    }

    fn take(&mut self, name: &Spanned<std::borrow::Cow<'_, str>>, value: &Spanned<DeValue<'_>>) {
        match name.get_ref().as_ref() {
            "theme" => match value.get_ref().as_str().and_then(Theme::named) {
                Some(theme) => self.settings.look.theme = theme,
                None => self.wrong("theme", value, &Theme::ALL.map(Theme::name)),
            },
            "ascii" => match value.get_ref().as_bool() {
                Some(ascii) => self.settings.look.glyphs = Glyphs { ascii },
                None => self.wrong("ascii", value, &["true", "false"]),
            },
            "lang" => match value.get_ref().as_str().and_then(Lang::of_locale) {
                Some(lang) => self.settings.lang = Some(lang),
                None => self.wrong("lang", value, &Lang::ALL.map(Lang::code)),
            },
            "keys" => match value.get_ref().as_table() {
                Some(keys) => keys.iter().for_each(|(command, keys)| self.key(command, keys)),
                None => self.wrong("keys", value, &["[keys]"]),
            },
            other => {
                let near = nearest(other, NAMES.into_iter()).unwrap_or("none");
                let explain = Explain::new("settings-name").with("name", other).with("nearest", near);
                self.mistake(name.span().start, explain);
            }
        }
    }

    fn key(&mut self, command: &Spanned<std::borrow::Cow<'_, str>>, value: &Spanned<DeValue<'_>>) {
        let keys: Option<Vec<String>> = match value.get_ref() {
            DeValue::Array(keys) => keys.iter().map(|k| k.get_ref().as_str().map(str::to_owned)).collect(),
            one => one.as_str().map(|k| vec![k.to_owned()]),
        };
        let Some(keys) = keys else {
            return self.wrong(command.get_ref(), value, &["\"x\"", "[\"x\", \"Ctrl-X\"]"]);
        };
        if let Err(explain) = self.settings.look.keys.set(command.get_ref(), &keys) {
            let of_name = explain.key == "settings-command-unknown";
            let at = if of_name { command.span().start } else { value.span().start };
            self.mistake(at, explain);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::{Command, Key};
    use crate::lang::Words;

    #[test]
    fn what_is_right_is_taken() {
        let text = "theme = \"dark\"\nascii = true\nlang = \"es\"\n[keys]\ncapture = [\"o\", \"Ctrl-O\"]\n";
        let (settings, mistakes) = read(text);
        assert_eq!(mistakes, []);
        assert_eq!(settings.look.theme, Theme::Dark);
        assert_eq!(settings.lang, Some(Lang::Es));
        assert_eq!(settings.look.keys.chords(Command::Capture)[1].first, Key::ctrl('o'));
    }

    #[test]
    fn a_mistake_is_named_with_its_line_and_the_nearest_name_and_costs_nothing_else() {
        let text = "theme = \"drak\"\nasci = true\n[keys]\ncaptre = \"o\"\nopen = \"x\"\nfind = \"Strg-F\"\nnew = \"N\"\n";
        let (settings, mistakes) = read(text);
        let said: Vec<_> = mistakes
            .iter()
            .map(|m| (m.arg("line").unwrap(), m.key.as_str(), m.arg("nearest").unwrap_or("")))
            .collect();
        assert_eq!(
            said,
            [
                ("1", "settings-value", "dark"),
                ("2", "settings-name", "ascii"),
                ("4", "settings-command-unknown", "capture"),
                ("5", "settings-key-taken", ""),
                ("6", "settings-key-unknown", ""),
            ]
        );
        assert_eq!(settings.look.keys.chords(Command::New)[0].first, Key::char('N'));
        for lang in Lang::ALL {
            let words = Words::new(lang);
            for mistake in &mistakes {
                assert!(words.has(&mistake.key), "{}", mistake.key);
            }
        }
    }

    #[test]
    fn a_broken_file_is_said_with_its_line_and_the_rest_is_taken() {
        let (settings, mistakes) = read("theme = \"mono\"\nascii = tru\nlang = = \n");
        assert_eq!(settings.look.theme, Theme::Mono);
        assert!(mistakes.iter().any(|m| m.arg("line") == Some("2")));
    }
}
