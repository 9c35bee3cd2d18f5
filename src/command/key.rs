//! A key as the program knows it, whatever the terminal calls it.
use crate::domain::explain::Explain;
use crate::lang::Words;

/// The key itself, without what is held down with it. A shifted letter is its capital.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    /// A letter, digit or sign.
    Char(char),
    /// ⏎
    Enter,
    /// Esc
    Esc,
    /// Tab
    Tab,
    /// ↑
    Up,
    /// ↓
    Down,
    /// ←
    Left,
    /// →
    Right,
    /// `PgUp`
    PageUp,
    /// `PgDn`
    PageDown,
    /// Home
    Home,
    /// End
    End,
    /// Del
    Delete,
    /// Backspace
    Backspace,
    /// F1 … F12
    F(u8),
}

/// A key press.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// Which key.
    pub code: Code,
    /// Ctrl was held.
    pub ctrl: bool,
    /// Alt was held.
    pub alt: bool,
    /// Shift was held; never set for [`Code::Char`].
    pub shift: bool,
}

/// Names of the keys that have one, as settings and `docs/KEYS.md` write them.
const NAMES: [(&str, Code); 15] = [
    ("Enter", Code::Enter),
    ("Esc", Code::Esc),
    ("Tab", Code::Tab),
    ("Up", Code::Up),
    ("Down", Code::Down),
    ("Left", Code::Left),
    ("Right", Code::Right),
    ("PgUp", Code::PageUp),
    ("PgDn", Code::PageDown),
    ("Home", Code::Home),
    ("End", Code::End),
    ("Del", Code::Delete),
    ("Backspace", Code::Backspace),
    ("Space", Code::Char(' ')),
    ("Minus", Code::Char('-')),
];

impl Key {
    /// A key with nothing held down.
    pub const fn plain(code: Code) -> Self {
        Self { code, ctrl: false, alt: false, shift: false }
    }

    /// A letter, digit or sign.
    pub const fn char(c: char) -> Self {
        Self::plain(Code::Char(c))
    }

    /// A letter with Ctrl.
    pub const fn ctrl(c: char) -> Self {
        Self { code: Code::Char(c), ctrl: true, alt: false, shift: false }
    }

    /// The character it types, if it types one.
    pub const fn typed(self) -> Option<char> {
        match self.code {
            Code::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }

    /// Reads `Ctrl-P`, `Shift-Tab`, `F1`, `Space`, `?`.
    ///
    /// # Errors
    /// `settings-key-unknown` with the text.
    pub fn parse(text: &str) -> Result<Self, Explain> {
        let unknown = || Explain::new("settings-key-unknown").with("key", text);
        let mut key = Self::plain(Code::Esc);
        let mut rest = text.trim();
        while let Some((held, tail)) = rest.split_once('-').filter(|(h, t)| !h.is_empty() && !t.is_empty()) {
            match held.to_lowercase().as_str() {
                "ctrl" => key.ctrl = true,
                "alt" => key.alt = true,
                "shift" => key.shift = true,
                _ => return Err(unknown()),
            }
            rest = tail;
        }
        key.code = code(rest).ok_or_else(unknown)?;
        if let Code::Char(c) = key.code {
            if key.shift {
                key.code = Code::Char(c.to_uppercase().next().unwrap_or(c));
                key.shift = false;
            }
            if key.ctrl {
                key.code = Code::Char(c.to_ascii_lowercase());
            }
        }
        Ok(key)
    }

    /// As settings write it; `parse` reads it back.
    pub fn name(self) -> String {
        let code = NAMES.iter().find(|(_, c)| *c == self.code).map(|(n, _)| (*n).to_owned());
        let code = code.unwrap_or_else(|| match self.code {
            Code::Char(c) if self.ctrl => c.to_ascii_uppercase().to_string(),
            Code::Char(c) => c.to_string(),
            Code::F(n) => format!("F{n}"),
            _ => String::new(),
        });
        let held = |on: bool, name: &'static str| if on { name } else { "" };
        format!("{}{}{}{code}", held(self.ctrl, "Ctrl-"), held(self.alt, "Alt-"), held(self.shift, "Shift-"))
    }

    /// As hints show it: signs where there is one, else the name that stands on a keyboard of that language.
    pub fn show(self, words: &Words) -> String {
        let code = match self.code {
            Code::Enter => "⏎".to_owned(),
            Code::Up => "↑".to_owned(),
            Code::Down => "↓".to_owned(),
            Code::Left => "←".to_owned(),
            Code::Right => "→".to_owned(),
            Code::Esc => "Esc".to_owned(),
            Code::Tab => "Tab".to_owned(),
            Code::PageUp => words.get("key-page-up"),
            Code::PageDown => words.get("key-page-down"),
            Code::Home => words.get("key-home"),
            Code::End => words.get("key-end"),
            Code::Delete => words.get("key-delete"),
            Code::Backspace => words.get("key-backspace"),
            Code::Char(' ') => words.get("key-space"),
            Code::Char(c) if self.ctrl => c.to_ascii_uppercase().to_string(),
            Code::Char(c) => c.to_string(),
            Code::F(n) => format!("F{n}"),
        };
        let shift = words.get("key-shift");
        let held = |on: bool, name: &str| if on { format!("{name}-") } else { String::new() };
        format!("{}{}{}{code}", held(self.ctrl, "Ctrl"), held(self.alt, "Alt"), held(self.shift, &shift))
    }
}

fn code(text: &str) -> Option<Code> {
    if let Some((_, code)) = NAMES.iter().find(|(n, _)| n.eq_ignore_ascii_case(text)) {
        return Some(*code);
    }
    let mut chars = text.chars();
    match (chars.next(), chars.as_str()) {
        (Some(c), "") => Some(Code::Char(c)),
        (Some('f' | 'F'), n) => n.parse().ok().filter(|n| (1..=12).contains(n)).map(Code::F),
        _ => None,
    }
}

/// One or two keys, pressed one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Chord {
    /// The first key.
    pub first: Key,
    /// The second, where it takes two.
    pub second: Option<Key>,
}

impl Chord {
    /// Reads `Del Del`, `x`, `Ctrl-P`.
    ///
    /// # Errors
    /// `settings-key-unknown`, as for a key, and for more than two.
    pub fn parse(text: &str) -> Result<Self, Explain> {
        let mut keys = text.split_whitespace().map(Key::parse);
        let unknown = || Explain::new("settings-key-unknown").with("key", text);
        let first = keys.next().ok_or_else(unknown)??;
        let second = keys.next().transpose()?;
        if keys.next().is_some() { Err(unknown()) } else { Ok(Self { first, second }) }
    }

    /// As settings write it.
    pub fn name(self) -> String {
        let second = self.second.map(|k| format!(" {}", k.name())).unwrap_or_default();
        format!("{}{second}", self.first.name())
    }

    /// As hints show it.
    pub fn show(self, words: &Words) -> String {
        let second = self.second.map(|k| format!(" {}", k.show(words))).unwrap_or_default();
        format!("{}{second}", self.first.show(words))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_reads_its_own_name() {
        for name in ["Ctrl-P", "Shift-Tab", "F1", "Space", "?", "-", "Enter", "Del", "U", "Ctrl-Left", "F12"]
        {
            let key = Key::parse(name).unwrap();
            assert_eq!(Key::parse(&key.name()).unwrap(), key, "{name}");
        }
        assert_eq!(Key::parse("ctrl-p").unwrap(), Key::ctrl('p'));
        assert_eq!(Key::parse("Shift-x").unwrap(), Key::char('X'));
        assert_eq!(Chord::parse("Del Del").unwrap().name(), "Del Del");
    }

    #[test]
    fn what_is_no_key_is_refused_with_its_text() {
        for text in ["", "Strg-P", "F13", "abc", "x y z"] {
            assert_eq!(Chord::parse(text).unwrap_err().key, "settings-key-unknown", "{text}");
        }
    }
}
