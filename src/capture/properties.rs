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
            "problem:", "problema:", "incidencia:", "severe", "grave,", "high", "by", "para", "antes", "del", "vie", ",", "no",
            "decided:", "decidido:", "change:", "cambio:", "told", "dicho", "comunicado", "a", "al", "y", "and", "jordi,", "pau,",
            "Zoe", "nothing", "we", "ayer",
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

/// Every character stands in the text, in the text of a promise or clause, or in a span that is neither.
fn nothing_is_lost(entry: &Entry) -> bool {
    let within = |at: usize, roles: &[SpanRole]| {
        entry.spans.iter().any(|s| roles.contains(&s.role) && s.range.contains(&at))
    };
    let understood =
        |at: usize| entry.spans.iter().any(|s| !CLAUSES.contains(&s.role) && s.range.contains(&at));
    let rest = |of: fn(SpanRole) -> bool, inside: bool| {
        let chars = entry.raw.char_indices().filter(|(_, c)| !c.is_whitespace());
        let roles: Vec<_> = CLAUSES.into_iter().filter(|r| of(*r)).collect();
        chars.filter(move |(at, _)| within(*at, &roles) == inside).collect::<Vec<_>>()
    };
    let left =
        |chars: Vec<(usize, char)>| chars.into_iter().filter(|(at, _)| !understood(*at)).map(|(_, c)| c);
    let promised: String = entry.promises.iter().map(|p| p.text.as_str()).collect();
    let problems: String = entry.problems.iter().map(|p| p.name.as_str()).collect();
    let decisions: String = entry.decisions.iter().map(|d| d.name.as_str()).collect();
    let insights: String = entry.insights.concat();
    let is_of_account: fn(SpanRole) -> bool = |r| matches!(r, SpanRole::Problem | SpanRole::Decision);
    let kept = if entry.problems.is_empty() && entry.decisions.is_empty() {
        // Without an account problems and decisions are text, all of it.
        let unplaced = rest(is_of_account, true);
        is_within(unplaced.into_iter().map(|(_, c)| c), &entry.text)
    } else {
        is_within(left(rest(|r| r == SpanRole::Problem, true)), &problems)
            && is_within(left(rest(|r| r == SpanRole::Decision, true)), &decisions)
    };
    let is_promise: fn(SpanRole) -> bool = |r| matches!(r, SpanRole::Ours | SpanRole::Theirs);
    kept && is_within(left(rest(|r| r == SpanRole::Insight, true)), &insights)
        && is_within(left(rest(|_| true, false)), &entry.text)
        && is_within(left(rest(is_promise, true)), &promised)
}

const CLAUSES: [SpanRole; 5] =
    [SpanRole::Ours, SpanRole::Theirs, SpanRole::Problem, SpanRole::Decision, SpanRole::Insight];

fn spans_are_sound(entry: &Entry) -> bool {
    let whole = entry.spans.iter().all(|s| entry.raw.get(s.range.clone()).is_some_and(|t| !t.is_empty()));
    let promise = |s: &Span| CLAUSES.contains(&s.role);
    let apart = entry.spans.windows(2).all(|w| match w {
        [a, b] => a.range.end <= b.range.start || (promise(a) && b.range.end <= a.range.end),
        _ => true,
    });
    whole && apart
}

/// Whether every chip of somebody told has its place in a decision, and the other way round.
fn told_are_the_chips(entry: &Entry) -> bool {
    let mut chips: Vec<_> = entry.spans.iter().filter(|s| s.role == SpanRole::Told).collect();
    chips.dedup_by_key(|s| s.candidates.first().copied());
    let named = |who: &(Kind, Id)| chips.iter().any(|s| s.candidates.first() == Some(who));
    let told = || entry.decisions.iter().flat_map(|d| &d.told);
    told().all(named) && chips.iter().all(|s| told().any(|who| s.candidates.first() == Some(who)))
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
                    prop_assert!(told_are_the_chips(&entry), "{:?}", entry);
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
