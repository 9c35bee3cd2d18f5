//! Which command a key calls, in which scopes, with the user's own keys in place of the defaults.
use std::collections::HashMap;

use super::key::{Chord, Key};
use super::table::{Command, KeyScope, ROWS};
use crate::domain::explain::Explain;
use crate::lang::Words;

/// The effective keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keymap {
    chords: HashMap<Command, Vec<Chord>>,
}

/// What a key press means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resolved {
    /// A command.
    Command(Command),
    /// The first key of a chord; what it will call.
    Pending(Command),
    /// Nothing here.
    Nothing,
}

impl Default for Keymap {
    fn default() -> Self {
        let chords = ROWS.iter().map(|row| {
            (row.command, row.keys.iter().filter_map(|k| Chord::parse(k).ok()).collect::<Vec<_>>())
        });
        Self { chords: chords.collect() }
    }
}

impl Keymap {
    /// The keys of a command, the one hints show first.
    pub fn chords(&self, command: Command) -> &[Chord] {
        self.chords.get(&command).map_or(&[], Vec::as_slice)
    }

    /// The key that hints show for a command; `None` if it has none.
    pub fn hint(&self, command: Command, words: &Words) -> Option<String> {
        self.chords(command).first().map(|c| c.show(words))
    }

    /// All keys of a command, as help shows them.
    pub fn hints(&self, command: Command, words: &Words) -> String {
        let shown: Vec<_> = self.chords(command).iter().map(|c| c.show(words)).collect();
        shown.join("  ")
    }

    /// Gives a command other keys than the default ones.
    ///
    /// # Errors
    /// `settings-command-unknown`, `settings-key-unknown`, or `settings-key-taken` when another command that can be open at
    /// the same time has the key; then the keys stay as they were.
    pub fn set(&mut self, id: &str, keys: &[String]) -> Result<(), Explain> {
        let command = Command::of_id(id).ok_or_else(|| {
            let nearest = nearest(id, ROWS.iter().map(|r| r.id)).unwrap_or("none");
            Explain::new("settings-command-unknown").with("name", id).with("nearest", nearest)
        })?;
        let chords = keys.iter().map(|k| Chord::parse(k)).collect::<Result<Vec<_>, _>>()?;
        for chord in &chords {
            if let Some(other) = self.rival(command, *chord) {
                return Err(Explain::new("settings-key-taken")
                    .with("key", chord.name())
                    .with("other", other.id()));
            }
        }
        self.chords.insert(command, chords);
        Ok(())
    }

    /// A command that would be called by the same key while `command` can be called.
    pub fn rival(&self, command: Command, chord: Chord) -> Option<Command> {
        let scope = command.row().scope;
        let clashes = |other: Chord| {
            other.first == chord.first
                && (other.second == chord.second || other.second.is_none() || chord.second.is_none())
        };
        ROWS.iter()
            .filter(|row| row.command != command && row.scope.open_together(scope))
            .find(|row| self.chords(row.command).iter().any(|c| clashes(*c)))
            .map(|row| row.command)
    }

    /// What `key` means when `scopes` are open and `pending` was the key before.
    pub fn resolve(&self, scopes: &[KeyScope], pending: Option<Key>, key: Key) -> Resolved {
        let open = || ROWS.iter().filter(|row| scopes.contains(&row.scope));
        let has = |command, first, second| self.chords(command).contains(&Chord { first, second });
        if let Some(first) = pending
            && let Some(row) = open().find(|row| has(row.command, first, Some(key)))
        {
            return Resolved::Command(row.command);
        }
        if let Some(row) = open().find(|row| has(row.command, key, None)) {
            return Resolved::Command(row.command);
        }
        let begins = |c: &Chord| c.first == key && c.second.is_some();
        open()
            .find(|row| self.chords(row.command).iter().any(begins))
            .map_or(Resolved::Nothing, |row| Resolved::Pending(row.command))
    }
}

/// The name most like `wanted`, if any is like it at all.
pub fn nearest<'a>(wanted: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = wanted.to_lowercase();
    let near = names.map(|name| (distance(&wanted, name), name)).min_by_key(|(d, _)| *d)?;
    (near.0 <= wanted.chars().count().max(3) / 2 + 1).then_some(near.1)
}

/// How many letters must be put in, left out or changed to get from one word to the other.
pub fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, ca) in a.chars().enumerate() {
        let mut next = vec![i + 1];
        for (j, cb) in b.iter().enumerate() {
            let change = row.get(j).copied().unwrap_or(0) + usize::from(ca != *cb);
            let leave = row.get(j + 1).copied().unwrap_or(0) + 1;
            let put = next.get(j).copied().unwrap_or(0) + 1;
            next.push(change.min(leave).min(put));
        }
        row = next;
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::key::Code;
    use crate::lang::Lang;

    #[test]
    fn no_key_means_two_things_in_scopes_that_are_open_together() {
        let keymap = Keymap::default();
        for row in ROWS {
            for chord in keymap.chords(row.command) {
                assert_eq!(keymap.rival(row.command, *chord), None, "{} {}", row.id, chord.name());
            }
        }
    }

    #[test]
    fn every_row_stands_at_the_place_of_its_command_and_has_readable_keys() {
        for row in ROWS {
            assert_eq!(row.command.row().id, row.id);
            assert_eq!(Command::of_id(row.id), Some(row.command));
            assert_eq!(Keymap::default().chords(row.command).len(), row.keys.len(), "{}", row.id);
        }
    }

    #[test]
    fn every_command_has_its_words_in_every_language() {
        for lang in Lang::ALL {
            let words = Words::new(lang);
            for row in ROWS {
                assert!(words.has(&row.command.words_key()), "{lang:?} {}", row.command.words_key());
                assert!(words.has(&row.command.help_key()), "{lang:?} {}", row.command.help_key());
            }
            for scope in KeyScope::ALL {
                assert!(words.has(&format!("command-scope-{}", scope.name())));
            }
        }
    }

    #[test]
    fn default_keys_are_direct_on_a_spanish_keyboard() {
        for row in ROWS {
            for chord in Keymap::default().chords(row.command) {
                for key in [Some(chord.first), chord.second].into_iter().flatten() {
                    let direct = match key.code {
                        Code::Char(c) if key.ctrl => c.is_ascii_alphabetic(),
                        Code::Char(c) => c.is_ascii_alphanumeric() || "/?:=.,+-<> ".contains(c),
                        _ => true,
                    };
                    assert!(direct && !key.alt, "{} {}", row.id, chord.name());
                }
            }
        }
    }

    #[test]
    fn deleting_takes_two_presses() {
        let keymap = Keymap::default();
        let delete = Key::plain(Code::Delete);
        let open = [KeyScope::Lens, KeyScope::Everywhere, KeyScope::Always];
        assert_eq!(keymap.resolve(&open, None, delete), Resolved::Pending(Command::Delete));
        assert_eq!(keymap.resolve(&open, Some(delete), delete), Resolved::Command(Command::Delete));
        assert_eq!(keymap.resolve(&open, Some(delete), Key::char('j')), Resolved::Command(Command::Down));
    }

    #[test]
    fn own_keys_replace_the_defaults_and_mistakes_are_named() {
        let mut keymap = Keymap::default();
        keymap.set("capture", &["o".to_owned()]).unwrap();
        let open = [KeyScope::Lens, KeyScope::Everywhere, KeyScope::Always];
        assert_eq!(keymap.resolve(&open, None, Key::char('o')), Resolved::Command(Command::Capture));
        assert_eq!(keymap.resolve(&open, None, Key::char('i')), Resolved::Nothing);
        let unknown = keymap.set("captre", &["p".to_owned()]).unwrap_err();
        assert_eq!(
            (unknown.key.as_str(), unknown.arg("nearest")),
            ("settings-command-unknown", Some("capture"))
        );
        assert_eq!(keymap.set("open", &["x".to_owned()]).unwrap_err().key, "settings-key-taken");
    }
}
