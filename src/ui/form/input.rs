//! What is being typed into one field, whatever its kind.
use super::note::Note;
use crate::command::{Code, Key};
use crate::domain::choice::Set;
use crate::domain::explain::Explain;
use crate::domain::field::Spec;
use crate::domain::text::fold;
use crate::domain::value::{FieldKind, Value};
use crate::lang::value::{Context, parse, show};
use crate::lang::{Words, choice};
use crate::ui::Edit;

/// The content of a field while the form is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Input {
    /// Text in one line, read when the field is left.
    Line(Edit),
    /// Text in several lines.
    Note(Note),
    /// Values of a closed set, picked by letter.
    Menu {
        /// The set.
        set: Set,
        /// Several may hold.
        many: bool,
        /// Those that hold.
        chosen: Vec<&'static str>,
        /// Letters typed in one run, and what held before it: whoever types a word means that value only.
        run: (String, Vec<&'static str>),
    },
    /// Yes or no.
    Flag(bool),
}

impl Input {
    /// The input of a field with that value in it.
    pub(super) fn of(spec: &Spec, value: &Value, cx: &Context<'_>) -> Self {
        match spec.kind {
            FieldKind::Note => Self::Note(Note::new(&show(spec.kind, value, cx))),
            FieldKind::Flag => Self::Flag(*value == Value::Flag(true)),
            FieldKind::Choice(set) => menu(set, false, value),
            FieldKind::Choices(set) => menu(set, true, value),
            _ => Self::Line(Edit::new(&show(spec.kind, value, cx))),
        }
    }

    /// What is in it, as text that [`Input::put`] reads again.
    pub(super) fn text(&self) -> String {
        match self {
            Self::Line(edit) => edit.text().to_owned(),
            Self::Note(note) => note.text(),
            Self::Menu { chosen, .. } => chosen.join(","),
            Self::Flag(flag) => if *flag { "yes" } else { "" }.to_owned(),
        }
    }

    /// Takes text as [`Input::text`] gave it.
    pub(super) fn put(&mut self, text: &str) {
        match self {
            Self::Line(edit) => edit.set(text),
            Self::Note(note) => *note = Note::new(text),
            Self::Menu { set, chosen, .. } => {
                *chosen = set.values.iter().filter(|v| text.split(',').any(|t| t == **v)).copied().collect();
            }
            Self::Flag(flag) => *flag = text == "yes",
        }
    }

    /// The value it means.
    pub(super) fn value(&self, spec: &Spec, cx: &Context<'_>) -> Result<Value, Explain> {
        match self {
            Self::Line(edit) => parse(spec.kind, edit.text(), cx),
            Self::Note(note) => parse(spec.kind, &note.text(), cx),
            Self::Flag(flag) => Ok(Value::Flag(*flag)),
            Self::Menu { chosen, .. } if chosen.is_empty() => Ok(Value::Empty),
            Self::Menu { many: true, chosen, .. } => Ok(Value::Choices(chosen.clone())),
            Self::Menu { chosen, .. } => Ok(chosen.first().map_or(Value::Empty, |c| Value::Choice(c))),
        }
    }

    /// Takes a key; `false` if it is none of this input.
    pub(super) fn key(&mut self, key: Key, words: &Words) -> bool {
        match self {
            Self::Line(edit) => edit.key(key),
            Self::Note(note) => note.key(key),
            Self::Flag(flag) => match key.typed() {
                Some(c) => {
                    *flag = if c == ' ' { !*flag } else { yes_letter(words) == fold(&c.to_string()) };
                    true
                }
                None => std::mem::take(flag) && clears(key),
            },
            Self::Menu { set, many, chosen, run } => {
                if clears(key) {
                    chosen.clear();
                    run.0.clear();
                } else if let Some(c) = key.typed() {
                    pick(*set, *many, chosen, run, &fold(&c.to_string()), words);
                } else {
                    return false;
                }
                true
            }
        }
    }
}

fn menu(set: Set, many: bool, value: &Value) -> Input {
    Input::Menu { set, many, chosen: chosen(value), run: (String::new(), Vec::new()) }
}

/// How many letters make a word.
const WORD: usize = 3;

/// A letter picks its value, or takes it back; letters that spell the beginning of a word pick that value instead of those of
/// the single letters.
fn pick(
    set: Set,
    many: bool,
    chosen: &mut Vec<&'static str>,
    run: &mut (String, Vec<&'static str>),
    letter: &str,
    words: &Words,
) {
    let spelt = format!("{}{letter}", run.0);
    let begin = |text: &str| -> Vec<&'static str> {
        let begins = |value: &&&'static str| fold(&choice::show(set, value, words)).starts_with(text);
        set.values.iter().filter(begins).copied().collect()
    };
    if run.0.is_empty() || begin(&spelt).is_empty() {
        *run = (letter.to_owned(), chosen.clone());
    } else {
        run.0 = spelt;
    }
    let meant = match begin(&run.0).as_slice() {
        [one] if run.0.chars().count() >= WORD => {
            chosen.clone_from(&run.1);
            chosen.retain(|c| c != one);
            Some(*one)
        }
        _ => letters(set, words).into_iter().find(|(_, l)| l == letter).map(|(value, _)| value),
    };
    let Some(value) = meant else { return };
    let held = chosen.contains(&value);
    if !many {
        chosen.clear();
    }
    chosen.retain(|c| *c != value);
    if !held {
        chosen.push(value);
        chosen.sort_by_key(|c| set.values.iter().position(|v| v == c));
    }
}

fn clears(key: Key) -> bool {
    matches!(key.code, Code::Backspace | Code::Delete)
}

fn chosen(value: &Value) -> Vec<&'static str> {
    match value {
        Value::Choice(name) => vec![name],
        Value::Choices(names) => names.clone(),
        _ => Vec::new(),
    }
}

/// The letter that says yes.
pub(super) fn yes_letter(words: &Words) -> String {
    fold(&words.get("value-yes")).chars().take(1).collect()
}

/// A letter for every value of a set: the first of its word that no value before it has taken.
pub(super) fn letters(set: Set, words: &Words) -> Vec<(&'static str, String)> {
    let mut taken: Vec<(&'static str, String)> = Vec::new();
    for value in set.values {
        let word = fold(&choice::show(set, value, words));
        let free = |c: &char| c.is_alphanumeric() && taken.iter().all(|(_, l)| *l != c.to_string());
        let letter = word.chars().find(free).or_else(|| ('1'..='9').find(free)).unwrap_or('?');
        taken.push((value, letter.to_string()));
    }
    taken
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::choice::{BuyingRole, Choice};
    use crate::lang::Lang;

    #[test]
    fn every_value_has_its_own_letter_in_both_languages() {
        for lang in Lang::ALL {
            let letters = letters(BuyingRole::SET, &Words::new(lang));
            let mut all: Vec<_> = letters.iter().map(|(_, l)| l.clone()).collect();
            all.sort();
            all.dedup();
            assert_eq!(all.len(), BuyingRole::SET.values.len());
        }
    }

    #[test]
    fn a_word_picks_its_value_and_nothing_that_its_letters_would() {
        for (lang, word, name) in [(Lang::Es, "comprador", "buyer"), (Lang::En, "decider", "decider")] {
            let words = Words::new(lang);
            let mut input = menu(BuyingRole::SET, true, &Value::Choices(vec!["user"]));
            for c in word.chars() {
                input.key(Key::char(c), &words);
            }
            let Input::Menu { chosen, .. } = input else { panic!() };
            assert_eq!(chosen.len(), 2, "{chosen:?}");
            assert!(chosen.contains(&name) && chosen.contains(&"user"), "{chosen:?}");
        }
    }

    #[test]
    fn a_letter_picks_and_a_second_time_takes_back() {
        let words = Words::new(Lang::En);
        let mut input = menu(BuyingRole::SET, true, &Value::Empty);
        input.key(Key::char('d'), &words);
        input.key(Key::char('u'), &words);
        assert_eq!(input.text(), "user,decider");
        input.key(Key::char('D'), &words);
        assert_eq!(input.text(), "user");
    }
}
