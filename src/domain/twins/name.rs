//! Names of human beings compared: accents, case, order, particles, titles and initials make no other person.
use crate::domain::text::{fold, name_tokens};

/// Words between the names that one card has and the other has not.
const PARTICLES: [&str; 27] = [
    "de", "del", "la", "las", "los", "el", "da", "das", "do", "dos", "di", "della", "du", "des", "le", "van",
    "von", "der", "den", "dem", "ter", "ten", "zu", "zum", "zur", "af", "av",
];

/// Conjunctions between two surnames; at the beginning they are initials.
const AND: [&str; 3] = ["y", "e", "i"];

/// How people are addressed, before the name.
const TITLES: [&str; 18] = [
    "sr", "sra", "srta", "don", "dona", "dr", "dra", "prof", "profa", "ing", "lic", "herr", "frau", "mr",
    "mrs", "ms", "dipl", "mag",
];

/// Which of two of the same name: father and son are not one.
const GENERATIONS: [&str; 9] = ["jr", "junior", "sr", "senior", "hijo", "padre", "ii", "iii", "fils"];

/// First names as they are shortened in writing.
const SHORT: [(&str, &str); 3] = [("mª", "maria"), ("fco", "francisco"), ("fdo", "fernando")];

/// How alike two names are, the most alike first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Likeness {
    /// Word for word.
    Same,
    /// The same words in another order: `Ruiz, Ana`.
    Turned,
    /// One leaves words out: the second surname, a second first name.
    Shorter,
    /// One has initials where the other has names: `A. Ruiz`.
    Initials,
    /// Nothing but the first name, the rest is not known: `Ana`, `Ana R.`
    Given,
}

impl Likeness {
    /// Key of the words for it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Same => "twins-name-same",
            Self::Turned => "twins-name-turned",
            Self::Shorter => "twins-name-shorter",
            Self::Initials => "twins-name-initials",
            Self::Given => "twins-name-given",
        }
    }
}

/// The words by which a name is compared, first names first: folded, without titles, particles and conjunctions. A name of
/// nothing else keeps them.
pub fn words(name: &str) -> Vec<String> {
    let turned = match name.split_once(',') {
        Some((surnames, given)) if !given.contains(',') && !given.trim().is_empty() => {
            format!("{given} {surnames}")
        }
        _ => name.to_owned(),
    };
    let all: Vec<String> = name_tokens(&turned).iter().map(|w| plain(w)).filter(|w| w != "ª").collect();
    let mut words = all.as_slice();
    while let [first, rest @ ..] = words
        && rest.len() >= 2
        && TITLES.contains(&first.as_str())
    {
        words = rest;
    }
    let last = words.len().saturating_sub(1);
    let between = |at: usize, w: &str| at > 0 && at < last && AND.contains(&w);
    let kept: Vec<String> = words
        .iter()
        .enumerate()
        .filter(|(at, w)| !PARTICLES.contains(&w.as_str()) && !between(*at, w))
        .map(|(_, w)| w.clone())
        .collect();
    match (kept.is_empty(), all.is_empty()) {
        (false, _) => kept,
        (true, false) => all,
        (true, true) => vec![fold(name.trim())],
    }
}

/// A word as it is spelled where its letters are missing (`Müller`, `Mueller`), a shortened name in full.
fn plain(word: &str) -> String {
    if let Some((_, long)) = SHORT.iter().find(|(short, _)| *short == word) {
        return (*long).to_owned();
    }
    word.replace('ß', "ss").replace("ae", "a").replace("oe", "o").replace("ue", "u")
}

/// A name as it is looked up: the order of its words makes no difference.
pub fn key(name: &str) -> String {
    let mut words = words(name);
    words.sort_unstable();
    words.join(" ")
}

/// Whether a word stands for another: it is the same, or its initial.
fn stands_for(a: &str, b: &str) -> bool {
    let initial = |short: &str, long: &str| short.chars().count() == 1 && long.starts_with(short);
    a == b || initial(a, b) || initial(b, a)
}

fn generation(words: &[String]) -> Option<&str> {
    words.iter().skip(1).map(String::as_str).find(|w| GENERATIONS.contains(w))
}

/// How alike two names are, given by their [`words`]; `None` if they are two people's.
pub fn likeness(a: &[String], b: &[String]) -> Option<Likeness> {
    if generation(a) != generation(b) {
        return None;
    }
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let (first, given) = (short.first()?, long.first()?);
    if short.len() == 1 {
        return (first == given && first.chars().count() > 1).then_some(Likeness::Given);
    }
    if a == b {
        return Some(Likeness::Same);
    }
    let (exact, initials) = matched(short, long)?;
    // Who is meant must be said by both: surnames alone are a family.
    let meets = stands_for(first, given) || short.last().is_some_and(|last| stands_for(last, given));
    let named = exact.iter().any(|w| *w != given && w.chars().count() > 1);
    match (initials, meets, named) {
        (_, false, _) => None,
        (0, true, true) if short.len() == long.len() => Some(Likeness::Turned),
        (0, true, true) => Some(Likeness::Shorter),
        (_, true, true) => Some(Likeness::Initials),
        (_, true, false) => exact.contains(&given).then_some(Likeness::Given),
    }
}

/// The words that both have, and how many initials stand for a word of the other; `None` if a word of the shorter name has no
/// fellow in the longer one.
fn matched<'a>(short: &'a [String], long: &'a [String]) -> Option<(Vec<&'a String>, usize)> {
    let mut left: Vec<&String> = long.iter().collect();
    let (mut exact, mut rest) = (Vec::new(), Vec::new());
    for word in short {
        match left.iter().position(|l| *l == word) {
            Some(at) => exact.push(left.remove(at)),
            None => rest.push(word),
        }
    }
    for word in &rest {
        let at = left.iter().position(|l| stands_for(word, l))?;
        left.remove(at);
    }
    Some((exact, rest.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alike(a: &str, b: &str) -> Option<Likeness> {
        let (a, b) = (words(a), words(b));
        assert_eq!(likeness(&a, &b), likeness(&b, &a), "{a:?} {b:?}");
        likeness(&a, &b)
    }

    #[test]
    fn accents_case_particles_and_titles_make_no_other_person() {
        for (a, b) in [
            ("Ana Ruíz", "ANA RUIZ"),
            ("María de la Cruz", "Maria Cruz"),
            ("Sra. Ana Ruiz", "Ana Ruiz"),
            ("Ana Ruiz y Soler", "Ana Ruiz Soler"),
            ("Jan van den Berg", "Jan Berg"),
            ("Jürgen Groß", "Juergen Gross"),
            ("Mª Pilar Gil", "María Pilar Gil"),
            ("Ruiz, Ana", "Ana Ruiz"),
            ("Ruiz Soler, Ana", "Ana Ruiz Soler"),
        ] {
            assert_eq!(alike(a, b), Some(Likeness::Same), "{a}, {b}");
        }
    }

    #[test]
    fn a_name_may_be_turned_shortened_or_begun() {
        assert_eq!(alike("Ruiz Ana", "Ana Ruiz"), Some(Likeness::Turned));
        assert_eq!(alike("Ana Ruiz", "Ana Ruiz Soler"), Some(Likeness::Shorter));
        assert_eq!(alike("Ruiz Ana", "Ana Ruiz Soler"), Some(Likeness::Shorter));
        assert_eq!(alike("A. Ruiz", "Ana Ruiz"), Some(Likeness::Initials));
        assert_eq!(alike("J. L. García", "José Luis García Pérez"), Some(Likeness::Initials));
        assert_eq!(alike("E. Ruiz", "Elena Ruiz"), Some(Likeness::Initials));
        assert_eq!(alike("Ana", "Ana Ruiz"), Some(Likeness::Given));
        assert_eq!(alike("Ana R.", "Ana Ruiz"), Some(Likeness::Given));
    }

    #[test]
    fn a_family_is_not_one_person() {
        for (a, b) in [
            ("Jordi Mas", "Pere Mas"),
            ("Ana Ruiz Soler", "Luis Ruiz Soler"),
            ("Ruiz Soler", "Ana Ruiz Soler"),
            ("Juan García López", "Juan García Pérez"),
            ("Juan Ruiz", "Juan Ruiz hijo"),
            ("John Smith Sr.", "John Smith Jr."),
            ("A. Ruiz", "Luis Ruiz"),
            ("Ana Gil", "Ana Ruiz"),
            ("A.", "Ana Ruiz"),
            ("Ana M.", "Ana Ruiz"),
        ] {
            assert_eq!(alike(a, b), None, "{a}, {b}");
        }
    }

    #[test]
    fn the_order_of_a_name_makes_no_other_key() {
        assert_eq!(key("Ruiz, Ana"), key("ana RUIZ"));
        assert_ne!(key("Ana Ruiz"), key("Ana Ruiz Gil"));
        assert_eq!(key("🙂"), "🙂");
        assert_eq!(key("De la"), "de la");
    }

    proptest::proptest! {
        #[test]
        fn no_name_is_without_words(name in "\\PC{1,20}") {
            proptest::prop_assert!(!words(&name).is_empty());
        }
    }
}
