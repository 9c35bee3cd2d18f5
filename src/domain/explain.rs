//! What went wrong or what was done, as a key and its arguments; the words are found in `lang`.
use std::fmt;

use serde::{Deserialize, Serialize};

/// A message without its words: the key names a sentence in `assets/lang`, the arguments fill it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Explain {
    /// Key of the sentence.
    pub key: String,
    /// Name and text of each argument.
    pub args: Vec<(String, String)>,
}

impl Explain {
    /// A message without arguments.
    pub fn new(key: impl Into<String>) -> Self {
        Self { key: key.into(), args: Vec::new() }
    }

    /// The same message with one argument more.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl fmt::Display) -> Self {
        self.args.push((name.to_owned(), value.to_string()));
        self
    }

    /// The text of an argument, if the message has it.
    pub fn arg(&self, name: &str) -> Option<&str> {
        self.args.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }
}

impl fmt::Display for Explain {
    /// Only for logs and tests: people read the words of `lang`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.key)?;
        for (name, value) in &self.args {
            write!(f, " {name}={value}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Explain {}
