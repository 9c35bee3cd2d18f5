use proptest::prelude::*;

use super::*;
use crate::domain::choice::{BuyingRole, Choice, Stance, Tier};
use crate::domain::day::{day, plus_days};
use crate::domain::directory::Name;
use crate::lang::Lang;

fn name(kind: Kind, id: Id, name: &str, accounts: &[Id]) -> Name {
    Name { accounts: accounts.to_vec(), ..Name::of(kind, id, name) }
}

fn directory() -> Directory {
    Directory::new(vec![
        name(Kind::Account, 1, "Almazara", &[1]),
        name(Kind::Account, 2, "Arce, S.L.", &[2]),
        name(Kind::Person, 1, "Ana Ruiz", &[1]),
        name(Kind::Person, 2, "Ana Ruiz", &[2]),
        name(Kind::Person, 3, "Jordi Mas", &[2]),
    ])
}

fn with<T>(lang: Lang, scope: Option<Id>, f: impl FnOnce(&Context<'_>) -> T) -> T {
    thread_local!(static WORDS: [Words; 2] = Lang::ALL.map(Words::new));
    let directory = directory();
    WORDS.with(|[en, es]| {
        let words = if lang == Lang::En { en } else { es };
        f(&Context { words, today: day(2026, 11, 23), directory: &directory, scope })
    })
}

fn read(kind: FieldKind, text: &str) -> Result<Value, String> {
    with(Lang::En, None, |cx| parse(kind, text, cx).map_err(|e| cx.words.say(&e)))
}

#[test]
fn nothing_typed_is_an_empty_value() {
    for kind in
        [FieldKind::Text, FieldKind::Day, FieldKind::Flag, FieldKind::Tags, FieldKind::Link(Kind::Person)]
    {
        assert_eq!(read(kind, " \u{1b}\n"), Ok(Value::Empty));
    }
    assert_eq!(read(FieldKind::Texts, ",;"), Ok(Value::Empty));
}

#[test]
fn text_is_cleaned_at_the_door() {
    assert_eq!(read(FieldKind::Text, " a\u{1b}[31m\n b "), Ok(Value::Text("a[31m b".to_owned())));
    assert_eq!(read(FieldKind::Note, "a\n\n b \n"), Ok(Value::Text("a\n\n b".to_owned())));
    assert_eq!(
        read(FieldKind::Tags, "+one two;one"),
        Ok(Value::Texts(vec!["one".to_owned(), "two".to_owned()]))
    );
}

#[test]
fn a_refusal_says_what_would_be_accepted() {
    assert_eq!(read(FieldKind::Score(1, 5), "6"), Err("6 is out of range. Accepted: 1 to 5".to_owned()));
    assert_eq!(
        read(FieldKind::Choice(Tier::SET), "gold"),
        Err("“gold” is none of these: key, standard".to_owned())
    );
    assert!(
        read(FieldKind::Day, "soon").is_err_and(|e| e.contains("“soon” is no day") && e.contains("12/11"))
    );
    assert_eq!(
        read(FieldKind::Link(Kind::Person), "zoe"),
        Err("Nobody and nothing is called “zoe” (person)".to_owned())
    );
    assert_eq!(
        read(FieldKind::Link(Kind::Person), "ana"),
        Err("“ana” could be several (person): Ana Ruiz (#1), Ana Ruiz (#2)".to_owned())
    );
    for kind in
        [FieldKind::Time, FieldKind::Minutes, FieldKind::Percent, FieldKind::Currency, FieldKind::Month]
    {
        assert!(read(kind, "what?").is_err_and(|e| e.contains("Accepted")), "{kind:?}");
    }
}

#[test]
fn plain_values_are_read() {
    assert_eq!(read(FieldKind::Minutes, "45"), Ok(Value::Number(45)));
    assert_eq!(read(FieldKind::Minutes, "1,5h"), Ok(Value::Number(90)));
    assert_eq!(read(FieldKind::Time, "9"), read(FieldKind::Time, "9:00"));
    assert_eq!(read(FieldKind::Percent, "12,5 %"), Ok(Value::Number(125_000)));
    assert_eq!(read(FieldKind::Currency, "€"), Ok(Value::Text("EUR".to_owned())));
    assert_eq!(read(FieldKind::Month, "julio"), Ok(Value::Number(7)));
    assert_eq!(read(FieldKind::Flag, "Sí"), Ok(Value::Flag(true)));
    assert_eq!(
        read(FieldKind::Choices(BuyingRole::SET), "usuario, decider"),
        Ok(Value::Choices(vec!["user", "decider"]))
    );
    assert_eq!(read(FieldKind::Link(Kind::Account), "arce"), Ok(Value::Link(2)));
    assert_eq!(read(FieldKind::Links(Kind::Person), "#1; jordi"), Ok(Value::Links(vec![1, 3])));
    assert_eq!(read(FieldKind::Link(Kind::Membership), "12"), Ok(Value::Link(12)));
}

#[test]
fn the_scope_decides_between_namesakes() {
    let found = with(Lang::Es, Some(2), |cx| parse(FieldKind::Link(Kind::Person), "ana", cx));
    assert_eq!(found, Ok(Value::Link(2)));
}

/// Every kind of field with a value of it.
fn values() -> impl Strategy<Value = (FieldKind, Value)> {
    let text = "[a-zñ,;\"#]{1,6}";
    prop_oneof![
        text.prop_map(|t| (FieldKind::Text, Value::Text(t))),
        proptest::collection::hash_set(text, 1..4)
            .prop_map(|t| (FieldKind::Texts, Value::Texts(t.into_iter().collect()))),
        (-200_000_i64..80_000).prop_map(|n| (FieldKind::Day, Value::Day(plus_days(day(2026, 11, 23), n)))),
        (0_u32..1440).prop_map(|n| {
            let time = chrono::NaiveTime::from_hms_opt(n / 60, n % 60, 0).unwrap_or_default();
            (FieldKind::Time, Value::Time(time))
        }),
        (0_i64..=time::LONGEST).prop_map(|n| (FieldKind::Minutes, Value::Number(n))),
        (-9_999_i64..99_999).prop_map(|n| (FieldKind::Count(-9_999, 99_999), Value::Number(n))),
        (-5_000_000_i64..5_000_000).prop_map(|n| (FieldKind::Percent, Value::Number(n))),
        (1_i64..=12).prop_map(|n| (FieldKind::Month, Value::Number(n))),
        any::<bool>().prop_map(|f| (FieldKind::Flag, Value::Flag(f))),
        proptest::sample::select(Stance::SET.values)
            .prop_map(|c| (FieldKind::Choice(Stance::SET), Value::Choice(c))),
        proptest::sample::subsequence(BuyingRole::SET.values.to_vec(), 1..7)
            .prop_map(|c| (FieldKind::Choices(BuyingRole::SET), Value::Choices(c))),
        (1_i64..=2).prop_map(|id| (FieldKind::Link(Kind::Account), Value::Link(id))),
        proptest::sample::subsequence(vec![1_i64, 2, 3], 1..4)
            .prop_map(|ids| (FieldKind::Links(Kind::Person), Value::Links(ids))),
        (1_i64..=2).prop_map(|id| (FieldKind::Links(Kind::Account), Value::Links(vec![id]))),
        (1_i64..999).prop_map(|id| (FieldKind::Link(Kind::Interaction), Value::Link(id))),
    ]
}

proptest! {
    #[test]
    fn every_value_is_read_as_it_is_shown((kind, value) in values(), scope in proptest::option::of(1_i64..3)) {
        for lang in Lang::ALL {
            let (shown, read) = with(lang, scope, |cx| {
                let shown = show(kind, &value, cx);
                let read = parse(kind, &shown, cx);
                (shown, read)
            });
            prop_assert_eq!(read, Ok(value.clone()), "{}", shown);
        }
    }

    #[test]
    fn no_text_makes_reading_a_value_panic(text in ".{0,40}") {
        for kind in [
            FieldKind::Text, FieldKind::Note, FieldKind::Texts, FieldKind::Tags, FieldKind::Day, FieldKind::Time,
            FieldKind::Minutes, FieldKind::Count(0, 9), FieldKind::Percent, FieldKind::Currency, FieldKind::Month,
            FieldKind::Flag, FieldKind::Choices(Stance::SET), FieldKind::Links(Kind::Person), FieldKind::Link(Kind::Fact),
        ] {
            let read = with(Lang::Es, None, |cx| parse(kind, &text, cx).map_err(|e| cx.words.has(&e.key)));
            prop_assert_ne!(read, Err(false));
        }
    }
}
