//! The messages of one language. Each file is read when the first of its words is wanted: what one screen says is a small part of them.
use std::collections::HashMap;
use std::sync::{Arc, LazyLock, OnceLock};

use fluent_bundle::FluentResource;
use fluent_bundle::concurrent::FluentBundle;
use unic_langid::LanguageIdentifier;

use super::{Lang, SOURCES};

pub(super) type Bundle = FluentBundle<Arc<FluentResource>>;

/// The files of a language, and in which of them a message stands.
pub(super) struct Bundles {
    lang: Lang,
    files: Vec<File>,
    places: HashMap<&'static str, usize>,
}

struct File {
    text: &'static str,
    read: OnceLock<Arc<FluentResource>>,
    /// Its messages and those that they speak of.
    bundle: OnceLock<Bundle>,
}

impl Bundles {
    /// Those of a language: whoever asks, they are read once.
    pub(super) fn of(lang: Lang) -> &'static Self {
        static EN: LazyLock<Bundles> = LazyLock::new(|| Bundles::new(Lang::En));
        static ES: LazyLock<Bundles> = LazyLock::new(|| Bundles::new(Lang::Es));
        match lang {
            Lang::En => &EN,
            Lang::Es => &ES,
        }
    }

    fn new(lang: Lang) -> Self {
        let mut places = HashMap::new();
        let mut files = Vec::with_capacity(SOURCES.len());
        for (nth, (_, en, es)) in SOURCES.iter().enumerate() {
            let text = match lang {
                Lang::En => *en,
                Lang::Es => *es,
            };
            places.extend(text.lines().filter_map(begun).map(|key| (key, nth)));
            files.push(File { text, read: OnceLock::new(), bundle: OnceLock::new() });
        }
        Self { lang, files, places }
    }

    /// Whether there is a message of that name.
    pub(super) fn has(&self, key: &str) -> bool {
        self.places.contains_key(key)
    }

    /// The messages among which one stands.
    pub(super) fn with(&self, key: &str) -> Option<&Bundle> {
        let nth = *self.places.get(key)?;
        let file = self.files.get(nth)?;
        Some(file.bundle.get_or_init(|| self.bundle(nth)))
    }

    fn bundle(&self, nth: usize) -> Bundle {
        let id: LanguageIdentifier = self.lang.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        bundle.set_use_isolating(false);
        let mut wanted = vec![nth];
        let mut next = 0;
        while let Some(file) = wanted.get(next).and_then(|nth| self.files.get(*nth)) {
            let others = spoken_of(file.text).filter_map(|key| self.places.get(key));
            for other in others {
                if !wanted.contains(other) {
                    wanted.push(*other);
                }
            }
            bundle.add_resource_overriding(Arc::clone(file.read.get_or_init(|| read(file.text))));
            next += 1;
        }
        bundle
    }
}

fn read(text: &str) -> Arc<FluentResource> {
    // A faulty file of words would lose its faulty lines only; a test keeps them whole.
    Arc::new(FluentResource::try_new(text.to_owned()).unwrap_or_else(|(whole, _)| whole))
}

/// The name of the message that begins with this line.
fn begun(line: &'static str) -> Option<&'static str> {
    let (key, _) = line.split_once(" =")?;
    key.starts_with(|c: char| c.is_ascii_lowercase()).then_some(key)
}

/// The names of other messages that stand in a text, with some words more that are none.
fn spoken_of(text: &'static str) -> impl Iterator<Item = &'static str> {
    let names = text.split('{').skip(1).filter_map(|rest| rest.trim_start().split([' ', '}', '.']).next());
    names.filter(|name| name.starts_with(|c: char| c.is_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beside_each_message_stands_every_one_that_its_file_speaks_of() {
        for lang in Lang::ALL {
            let bundles = Bundles::of(lang);
            for (key, nth) in &bundles.places {
                let (bundle, file) = (bundles.with(key).unwrap(), &bundles.files[*nth]);
                assert!(bundle.has_message(key), "{key}");
                for other in spoken_of(file.text).filter(|other| bundles.has(other)) {
                    assert!(bundle.has_message(other), "{key}: {other}");
                }
            }
            assert!(bundles.with("act-created").unwrap().has_message("choice-stance-champion"));
            assert!(bundles.with("nothing-of-that-name").is_none());
        }
    }
}
