//! What holds for every line.
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::tests::{ARCE, people, today};
use super::*;
use crate::domain::directory::Directory;
use crate::lang::{Lang, Words};

/// Lines made of the pieces that mean something, in any order, and of anything.
fn line() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => proptest::sample::select(vec![
            "call", "reunión", "in", "saliente", "ana", "mar", "soler", "ma", "pau", "arce", "zoe", "con", "to",
            "fri", "ayer", "próx", "next", "12/11", "3d", "30m", "10:30", "9h", ":", ">", "<", "+tag", "+5", ":)", ":(",
            "ana=neutral", "ma=user", "x=1", "'", "https://a.b/c:", "prices", "20", "%", "el", "in", "de", "2026", "nov",
        ]).prop_map(str::to_owned),
        1 => "\\PC{0,6}",
        1 => proptest::sample::select(vec!["\u{301}", "\u{202e}", "\0", "\u{1b}[31m", "👨‍👩‍👧", "١٢", "ﬁ", "İ", "ß"])
            .prop_map(str::to_owned),
    ];
    let glue = proptest::sample::select(vec!["", " ", " ", " ", ": ", ", ", "\n", "\u{a0}"]);
    proptest::collection::vec((piece, glue), 0..14)
        .prop_map(|parts| parts.into_iter().map(|(p, g)| p + g).collect())
}

fn with<T>(lang: Lang, scope: Option<Id>, f: impl FnOnce(&Context<'_>) -> T) -> T {
    thread_local!(static WORDS: [Words; 2] = Lang::ALL.map(Words::new));
    let directory = Directory::new(people());
    WORDS.with(|words| {
        let [en, es] = words;
        let words = if lang == Lang::En { en } else { es };
        f(&Context { words, today: today(), directory: &directory, scope })
    })
}

/// Whether the characters of `part` stand in `whole` in their order.
fn is_within(part: impl Iterator<Item = char>, whole: &str) -> bool {
    let mut whole = whole.chars();
    part.into_iter().all(|c| whole.any(|w| w == c))
}

/// Every character stands in the text, in the text of a promise, or in a span that is no promise.
fn nothing_is_lost(entry: &Entry) -> bool {
    let is_in = |at: usize, promise: bool| {
        let is_promise = |role| matches!(role, SpanRole::Ours | SpanRole::Theirs);
        let position = entry.spans.iter().filter(|s| is_promise(s.role) == promise);
        position.into_iter().any(|s| s.range.contains(&at))
    };
    let rest = |promise: bool| {
        let chars = entry.raw.char_indices().filter(|(_, c)| !c.is_whitespace());
        chars.filter(move |(at, _)| !is_in(*at, false) && is_in(*at, true) == promise).map(|(_, c)| c)
    };
    let promised: String = entry.promises.iter().map(|p| p.text.as_str()).collect();
    is_within(rest(false), &entry.text) && is_within(rest(true), &promised)
}

fn spans_are_sound(entry: &Entry) -> bool {
    let whole = entry.spans.iter().all(|s| entry.raw.get(s.range.clone()).is_some_and(|t| !t.is_empty()));
    let promise = |s: &Span| matches!(s.role, SpanRole::Ours | SpanRole::Theirs);
    let apart = entry.spans.windows(2).all(|w| match w {
        [a, b] => a.range.end <= b.range.start || (promise(a) && b.range.end <= a.range.end),
        _ => true,
    });
    whole && apart
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn every_line_is_read_and_nothing_of_it_is_lost(line in line(), scoped in any::<bool>()) {
        for lang in Lang::ALL {
            let scope = scoped.then_some(ARCE);
            match with(lang, scope, |cx| read(&line, cx)) {
                Ok(entry) => {
                    prop_assert_eq!(&entry.raw, &clean(&line));
                    prop_assert!(nothing_is_lost(&entry), "{:?}", entry);
                    prop_assert!(spans_are_sound(&entry), "{:?}", entry);
                    prop_assert!(entry.channel.is_some());
                    let chips = with(lang, scope, |cx| chip::chips(&entry, cx));
                    prop_assert!(chips.iter().all(|c| !c.label.is_empty()));
                }
                Err(_) => prop_assert!(clean(&line).trim().is_empty()),
            }
        }
    }

    #[test]
    fn a_line_is_read_alike_however_its_letters_are_composed(line in line()) {
        let (nfc, nfd): (String, String) = (line.nfc().collect(), line.nfd().collect());
        prop_assert_eq!(with(Lang::Es, None, |cx| read(&nfc, cx)), with(Lang::Es, None, |cx| read(&nfd, cx)));
    }

    #[test]
    fn turning_any_chip_into_text_keeps_its_words(line in line(), which in any::<prop::sample::Index>()) {
        with(Lang::En, None, |cx| {
            let Ok(entry) = read(&line, cx) else { return Ok(()) };
            let chips: Vec<_> = entry.spans.iter().filter(|s| s.role != SpanRole::Mark).collect();
            if chips.is_empty() {
                return Ok(());
            }
            let chip = chips[which.index(chips.len())];
            let plain = Override { range: chip.range.clone(), meaning: Meant::Plain };
            let entry = read_with(&line, cx, &[plain]).unwrap();
            prop_assert!(nothing_is_lost(&entry) && spans_are_sound(&entry), "{:?}", entry);
            prop_assert!(!entry.spans.iter().any(|s| s == chip), "{:?}", entry);
            Ok(())
        })?;
    }
}
