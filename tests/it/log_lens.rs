//! Log: what it shows at every size, how one moves in fifty thousand rows, and what is found.
use cartera::command::{Command, Effect, LensKind, Only};
use cartera::domain::choice::{Channel, Direction, Sentiment, Side};
use cartera::domain::day::plus_days;
use cartera::domain::entry::{Entry, PromiseMade};
use cartera::domain::kind::Kind;
use cartera::lang::Lang;
use cartera::lens::Under;
use cartera::store::Store;
use cartera::store::act::Act;
use cartera::ui::Theme;
use proptest::prelude::*;

use crate::book::{book, clock, today};
use crate::kam::crowded;
use crate::stage::Stage;

const SMALL: (u16, u16) = (80, 24);
const MIDDLE: (u16, u16) = (120, 36);

fn open(store: Store) -> Stage {
    Stage::open(LensKind::Log, store, Lang::En, None)
}

fn under(stage: &mut Stage) -> Under {
    stage.with(|lens, _| lens.under()).unwrap()
}

fn seek(stage: &mut Stage, text: &str) {
    let effects = stage.with(|lens, cx| lens.narrow(text, cx));
    stage.perform(effects);
}

/// The crowded book with a long note in Markdown and a planned visit whose day has passed.
fn full() -> Store {
    let mut store = crowded();
    let promise = |side, text: &str, due: i64| PromiseMade {
        side,
        text: text.into(),
        due: Some(plus_days(today(), due)),
        owner: None,
        counterpart: Some(1),
    };
    let note = Entry {
        channel: Some(Channel::Meeting),
        direction: Some(Direction::Both),
        day: plus_days(today(), -2),
        time: chrono::NaiveTime::from_hms_opt(10, 30, 0),
        minutes: Some(90),
        account: Some(1),
        people: vec![1, 2],
        text: "# Renewal\n\nAna wants **one price** for both mills:\n\n- transport included\n- review every quarter\n\n> no more surprises\n\nShe mentioned [their tender](https://almazara.example/tender)."
            .into(),
        tags: vec!["renewal".into(), "prices".into()],
        sentiment: Some(Sentiment::Good),
        promises: vec![promise(Side::Ours, "price list for both mills", -1), promise(Side::Theirs, "volumes of 2027", 0)],
        ..Entry::default()
    };
    store.perform(Act::Log(Box::new(note), None), today()).unwrap();
    let planned = Entry {
        channel: Some(Channel::Visit),
        day: plus_days(today(), -3),
        account: Some(4),
        people: vec![10],
        text: "depots".into(),
        planned: true,
        ..Entry::default()
    };
    store.perform(Act::Log(Box::new(planned), None), today()).unwrap();
    store
}

/// A book with so many calls, three a day.
fn long(rows: i64) -> Store {
    let mut store = book();
    let at = |n: i64| chrono::NaiveTime::from_hms_opt(8 + u32::try_from(n % 3).unwrap(), 0, 0);
    for n in 0..rows {
        let entry = Entry {
            channel: Some(Channel::Call),
            day: plus_days(today(), -n / 3),
            time: at(2 - n % 3),
            account: Some(1),
            people: vec![1],
            text: format!("call number {n}"),
            ..Entry::default()
        };
        store.perform(Act::Log(Box::new(entry), None), today()).unwrap();
    }
    store
}

#[test]
fn a_full_book_in_both_languages_and_at_all_sizes() {
    for (lang, code) in [(Lang::En, "en"), (Lang::Es, "es")] {
        let mut stage = Stage::open(LensKind::Log, full(), lang, None);
        stage.draw(SMALL, Theme::Mono);
        insta::assert_snapshot!(format!("log_80x24_{code}"), stage.styled(SMALL, Theme::Terminal));
        insta::assert_snapshot!(format!("log_80x24_{code}_mono"), stage.styled(SMALL, Theme::Mono));
        stage.draw(MIDDLE, Theme::Mono);
        insta::assert_snapshot!(format!("log_120x36_{code}"), stage.styled(MIDDLE, Theme::Terminal));
        insta::assert_snapshot!(format!("log_120x36_{code}_mono"), stage.styled(MIDDLE, Theme::Mono));
        insta::assert_snapshot!(format!("log_200x50_{code}"), stage.text((200, 50)));
    }
}

#[test]
fn a_conversation_is_read_with_its_text_laid_out_and_its_follow_ups() {
    let mut stage = open(full());
    seek(&mut stage, "surprises");
    insta::assert_snapshot!("log_preview_120x36", stage.styled(MIDDLE, Theme::Terminal));
    stage.give(Command::Open);
    insta::assert_snapshot!("log_reading_80x24", stage.styled(SMALL, Theme::Terminal));
    insta::assert_snapshot!("log_reading_80x12", stage.text((80, 17)));
}

#[test]
fn nothing_logged_names_the_key_that_captures() {
    for (lang, code) in [(Lang::En, "en"), (Lang::Es, "es")] {
        let mut stage = Stage::open(LensKind::Log, Store::in_memory(clock).unwrap(), lang, None);
        insta::assert_snapshot!(format!("log_empty_{code}"), stage.text(SMALL));
    }
}

#[test]
fn follow_ups_are_walked_and_each_is_the_record_under_the_cursor() {
    let mut stage = open(full());
    seek(&mut stage, "surprises");
    assert_eq!(under(&mut stage).kind, Kind::Interaction);
    stage.give(Command::PanelRight);
    let ours = under(&mut stage);
    assert_eq!((ours.kind, ours.title.as_str()), (Kind::Commitment, "price list for both mills"));
    stage.give(Command::Down);
    assert_eq!(under(&mut stage).title, "volumes of 2027");
    assert!(!stage.with(|lens, cx| lens.can(Command::Done, cx)), "the frame does what every lens does");
    let promise = under(&mut stage).id;
    stage.store.perform(Act::Done(vec![promise]), today()).unwrap();
    stage.load();
    assert_eq!(under(&mut stage).title, "volumes of 2027", "a promise kept stays under the cursor");
    stage.give(Command::Back);
    assert_eq!(under(&mut stage).kind, Kind::Interaction);
    assert_eq!(stage.with(|lens, _| lens.narrowed().to_owned()), "surprises");
}

#[test]
fn entries_to_sort_out_are_opened_to_be_mended_and_marked_as_sorted() {
    let mut stage = open(full());
    stage.with(|lens, _| lens.only(Only::ToSort));
    stage.load();
    let entry = under(&mut stage);
    assert!(stage.text(MIDDLE).contains("To sort out: something was not understood"));
    assert!(stage.with(|lens, cx| lens.why(cx)).is_some());
    let effects = stage.give(Command::Open);
    assert!(
        matches!(effects.as_slice(), [Effect::OpenForm(of)] if of.kind == Kind::Interaction && of.id == Some(entry.id)),
        "{effects:?}"
    );
    let effects = stage.give(Command::Done);
    let [Effect::Act(Act::Sorted(ids))] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!(ids, &[entry.id]);
    stage.store.perform(Act::Sorted(ids.clone()), today()).unwrap();
    stage.load();
    // The note that names no account is left.
    let left = under(&mut stage).id;
    assert_ne!(left, entry.id);
    stage.store.perform(Act::Sorted(vec![left]), today()).unwrap();
    stage.load();
    assert!(stage.text(MIDDLE).contains("Everything is sorted out."));
    stage.give(Command::Back);
    assert!(stage.text(MIDDLE).contains("Planned"));
}

#[test]
fn filters_come_round_and_pass_over_what_is_empty() {
    let mut stage = open(full());
    let mut seen = Vec::new();
    for _ in 0..4 {
        stage.give(Command::Filter);
        let text = stage.text(MIDDLE);
        seen.push(text.lines().next().unwrap().split("  ").nth(1).unwrap().to_owned());
    }
    assert_eq!(seen[..3], ["to sort out: 2", "planned: 5", "with open promises: 8"]);
    assert_eq!(seen[3], "17", "everything again");
    let mut stage = open(book());
    stage.give(Command::Filter);
    assert!(stage.text(MIDDLE).contains("No promise is open here."));
}

#[test]
fn a_search_counts_and_marks_its_hits_and_finds_promises_and_people() {
    let mut stage = open(full());
    seek(&mut stage, "MAR SOLER");
    insta::assert_snapshot!("log_search_people", stage.styled(SMALL, Theme::Terminal));
    seek(&mut stage, "sample");
    let text = stage.text(SMALL);
    assert!(text.contains("“sample”  1 hit"), "{text}");
    seek(&mut stage, "tag:pric since:1w de:ana");
    assert!(stage.text(SMALL).contains("1 hit"));
    seek(&mut stage, "operators names");
    assert!(stage.text(SMALL).contains("← he names the operators"), "{}", stage.text(SMALL));
    seek(&mut stage, "zzz");
    let text = stage.text(SMALL);
    assert!(
        text.contains("no hits") && text.contains("Nothing found. Esc shows everything again."),
        "{text}"
    );
    stage.give(Command::Back);
    assert!(stage.text(SMALL).contains("Planned"));
}

#[test]
fn a_filter_that_names_nobody_says_so_in_both_languages() {
    for (lang, typed, says) in [
        (Lang::En, "with:zoe offer", "Nobody is called “zoe”"),
        (Lang::Es, "con:zoe oferta", "Nadie se llama «zoe»"),
        (Lang::En, "since:soon", "“soon” is no day."),
    ] {
        let mut stage = Stage::open(LensKind::Log, full(), lang, None);
        seek(&mut stage, typed);
        let text = stage.text(SMALL);
        assert!(text.contains(says), "{text}");
    }
}

#[test]
fn an_answer_to_what_is_no_longer_asked_changes_nothing() {
    let mut stage = open(full());
    let old = stage.with(|lens, cx| lens.narrow("tender", cx));
    seek(&mut stage, "samples");
    stage.perform(old);
    assert!(stage.text(SMALL).contains("“samples”  1 hit"));
}

#[test]
fn fifty_pages_down_and_up_again_meet_every_row_in_its_place() {
    let mut stage = open(long(700));
    stage.draw(MIDDLE, Theme::Mono);
    for n in 0..700 {
        assert_eq!(under(&mut stage).title, format!("call number {n}"));
        if n % 97 == 0 {
            let text = stage.text(MIDDLE);
            assert!(text.contains(&format!("{} of 700", n + 1)), "{n}\n{text}");
            assert!(
                text.contains(&format!("▌    call     Ana Ruiz         call number {n} ")),
                "{n}\n{text}"
            );
        }
        stage.give(Command::Down);
    }
    for n in (0..700).rev() {
        assert_eq!(under(&mut stage).title, format!("call number {n}"));
        stage.give(Command::Up);
    }
    stage.give(Command::Last);
    assert_eq!(under(&mut stage).title, "call number 699");
    assert!(stage.text(MIDDLE).contains("700 of 700"));
    stage.give(Command::PageUp);
    assert!(stage.text(MIDDLE).lines().filter(|l| l.contains("call number")).count() > 15);
    stage.give(Command::First);
    assert_eq!(under(&mut stage).title, "call number 0");
    for _ in 0..200 {
        stage.give(Command::PageDown);
        stage.draw(MIDDLE, Theme::Mono);
    }
    assert_eq!(under(&mut stage).title, "call number 699");
}

#[test]
fn the_cursor_stays_on_its_row_when_the_book_changes_far_below() {
    let mut stage = open(long(400));
    for _ in 0..300 {
        stage.give(Command::Down);
    }
    assert_eq!(under(&mut stage).title, "call number 300");
    stage.store.perform(Act::Contacted(1, Some(1)), today()).unwrap();
    stage.load();
    assert_eq!(under(&mut stage).title, "call number 300");
    assert!(stage.text(MIDDLE).contains("302 of 401"));
    let gone = under(&mut stage).id;
    stage.store.perform(Act::Delete(Kind::Interaction, vec![gone]), today()).unwrap();
    stage.load();
    assert!(["call number 301", "call number 299"].contains(&under(&mut stage).title.as_str()));
    stage.set_scope(Some(1));
    assert_eq!(under(&mut stage).title, "call number 0", "another scope begins at its newest");
}

#[test]
fn a_row_asked_for_from_elsewhere_is_found_however_old() {
    let mut stage = open(long(400));
    stage.with(|lens, cx| lens.stand_on(Kind::Interaction, 351, cx));
    stage.load();
    assert_eq!(under(&mut stage).title, "call number 350");
    let mut stage = open(full());
    let planned = stage.store.log(&cartera::store::query::log::LogQuery::default()).unwrap();
    let last = planned.rows.iter().find(|r| r.planned).unwrap().id;
    stage.with(|lens, cx| lens.stand_on(Kind::Interaction, last, cx));
    stage.load();
    assert_eq!(under(&mut stage).id, last);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]
    #[test]
    fn no_size_and_no_commands_make_it_panic(
        columns in 1u16..300, rows in 1u16..100, commands in proptest::collection::vec(0..12usize, 0..24),
        text in prop_oneof![Just(String::new()), "[a-z:]{0,6}", Just("with:ana".to_owned())],
    ) {
        const COMMANDS: [Command; 12] = [
            Command::Up, Command::Down, Command::PageUp, Command::PageDown, Command::First, Command::Last,
            Command::Open, Command::Back, Command::PanelLeft, Command::PanelRight, Command::Filter, Command::Down,
        ];
        let mut stage = open(full());
        for (index, command) in commands.into_iter().enumerate() {
            stage.give(COMMANDS[command]);
            if index == 5 {
                seek(&mut stage, &text);
            }
            stage.draw((columns, rows), Theme::Dark);
        }
        stage.with(|lens, cx| { lens.click(0, usize::from(rows), cx); lens.scroll(1, -3, cx); lens.click(1, 40, cx); });
        stage.draw((columns, rows), Theme::Mono);
    }
}

#[test]
fn a_record_opened_before_the_log_was_ever_seen_keeps_the_cursor() {
    let mut store = Store::in_memory(clock).unwrap();
    cartera::exchange::demo::build(&mut store, today(), None).unwrap();
    for size in [(120, 36), (80, 24)] {
        let mut stage = Stage::open(LensKind::Log, store, Lang::En, None);
        stage.with(|lens, cx| lens.stand_on(Kind::Interaction, 251, cx));
        stage.load();
        for _ in 0..3 {
            assert_eq!(stage.with(|lens, _| lens.under()).map(|u| u.id), Some(251), "{size:?}");
            stage.draw(size, Theme::Mono);
        }
        store = stage.store;
    }
}
