use chrono::{NaiveDate, NaiveTime};

use super::*;
use crate::domain::choice::{BuyingRole, Direction, Sentiment, Severity, Side, Stance, Turn};
use crate::domain::day::day;
use crate::domain::directory::{Directory, Name};
use crate::domain::entry::{Learned, Lesson};
use crate::domain::field::Link;
use crate::domain::interaction::Interaction;
use crate::lang::{Lang, Words};

pub(super) const ALMAZARA: Id = 1;
pub(super) const ARCE: Id = 2;
pub(super) const NORDWIND: Id = 3;
pub(super) const ANA: Id = 1;
pub(super) const MARIA: Id = 2;
pub(super) const JORDI: Id = 3;
pub(super) const KERSTIN: Id = 4;
pub(super) const PAU: Id = 1;

pub(super) fn name(kind: Kind, id: Id, name: &str, accounts: &[Id]) -> Name {
    let key = kind == Kind::Account;
    Name { accounts: accounts.to_vec(), key, position: id, ..Name::of(kind, id, name) }
}

/// The people of the grammar's test lines.
pub(super) fn people() -> Vec<Name> {
    vec![
        name(Kind::Account, ALMAZARA, "Almazara", &[ALMAZARA]),
        name(Kind::Account, ARCE, "Arce", &[ARCE]),
        name(Kind::Account, NORDWIND, "Nordwind", &[NORDWIND]),
        name(Kind::Person, ANA, "Ana Ruiz", &[ALMAZARA]),
        name(Kind::Person, MARIA, "María del Mar Soler", &[ARCE]),
        name(Kind::Person, JORDI, "Jordi Mas", &[ARCE]),
        name(Kind::Person, KERSTIN, "Kerstin Vogel", &[NORDWIND]),
        name(Kind::Colleague, PAU, "Pau Font", &[]),
    ]
}

pub(super) fn today() -> NaiveDate {
    day(2026, 11, 23)
}

/// A line read by the fixture's people and some more.
struct Desk {
    lang: Lang,
    scope: Option<Id>,
    more: Vec<Name>,
}

impl Desk {
    fn with<T>(self, f: impl FnOnce(&Context<'_>) -> T) -> T {
        let words = Words::new(self.lang);
        let directory = Directory::new(people().into_iter().chain(self.more).collect());
        f(&Context { words: &words, today: today(), directory: &directory, scope: self.scope })
    }

    fn read(self, line: &str) -> Entry {
        self.with(|cx| read(line, cx).unwrap())
    }
}

fn en() -> Desk {
    Desk { lang: Lang::En, scope: None, more: Vec::new() }
}

fn es() -> Desk {
    Desk { lang: Lang::Es, ..en() }
}

fn at(hour: u32, minute: u32) -> Option<NaiveTime> {
    NaiveTime::from_hms_opt(hour, minute, 0)
}

fn ours(text: &str, due: Option<NaiveDate>) -> (Side, String, Option<NaiveDate>) {
    (Side::Ours, text.to_owned(), due)
}

fn promises(entry: &Entry) -> Vec<(Side, String, Option<NaiveDate>)> {
    entry.promises.iter().map(|p| (p.side, p.text.clone(), p.due)).collect()
}

/// What a test line is read as: what it does not name is as in an ordinary call with Ana today.
fn check(line: &str, change: impl Fn(&mut Entry)) {
    for desk in [en(), es()] {
        let entry = desk.read(line);
        let mut wanted = Entry {
            channel: Some(Channel::Call),
            day: today(),
            people: vec![ANA],
            account: Some(ALMAZARA),
            raw: line.to_owned(),
            spans: entry.spans.clone(),
            ..Entry::default()
        };
        change(&mut wanted);
        assert_eq!(entry, wanted, "{line}");
    }
}

/// What a line without anybody is read as.
fn check_note(line: &str, change: impl Fn(&mut Entry)) {
    check(line, |e| {
        e.channel = Some(Channel::Note);
        e.people = Vec::new();
        e.account = None;
        change(e);
    });
}

fn with(e: &mut Entry, person: Id, account: Id) {
    e.people = vec![person];
    e.account = Some(account);
}

#[test]
fn both_lines_at_the_top_of_the_grammar_are_read_in_full() {
    for (line, text, first, second, tag) in [
        (
            "call ana ruiz yesterday 30m: prices too high, wants TCO +renewal :( ana=neutral > fri send TCO < mon she sends volumes",
            "prices too high, wants TCO",
            "send TCO",
            "she sends volumes",
            "renewal",
        ),
        (
            "llamada ana ruiz ayer 30m: precios altos, quiere TCO +renovación :( ana=neutral > vie enviar TCO < lun manda volúmenes",
            "precios altos, quiere TCO",
            "enviar TCO",
            "manda volúmenes",
            "renovación",
        ),
    ] {
        check(line, |e| {
            e.day = day(2026, 11, 22);
            e.minutes = Some(30);
            e.text = text.to_owned();
            e.tags = vec![tag.to_owned()];
            e.sentiment = Some(Sentiment::Bad);
            e.learned = vec![Learned { person: ANA, what: Lesson::Stance(Stance::Neutral) }];
            let promise = |side, text: &str, due| crate::domain::entry::PromiseMade {
                side,
                text: text.to_owned(),
                due: Some(due),
                owner: None,
                counterpart: None,
            };
            e.promises = vec![
                promise(Side::Ours, first, day(2026, 11, 27)),
                promise(Side::Theirs, second, day(2026, 11, 30)),
            ];
        });
    }
}

#[test]
fn with_a_colon_and_without_one_a_call_is_the_same() {
    check("call ana yesterday 30m: prices", |e| {
        e.day = day(2026, 11, 22);
        e.minutes = Some(30);
        e.text = "prices".to_owned();
    });
    check("llamada ana ayer 30m precios altos", |e| {
        e.day = day(2026, 11, 22);
        e.minutes = Some(30);
        e.text = "precios altos".to_owned();
    });
}

#[test]
fn prose_is_a_note() {
    check_note("prices are too high", |e| e.text = e.raw.clone());
}

#[test]
fn whoever_is_named_was_called() {
    check("ana: ok", |e| e.text = "ok".to_owned());
}

#[test]
fn neighbours_complete_a_name_and_the_second_colon_is_text() {
    check("meeting mar soler 10:30: agenda: budget", |e| {
        e.channel = Some(Channel::Meeting);
        with(e, MARIA, ARCE);
        e.time = at(10, 30);
        e.text = "agenda: budget".to_owned();
    });
}

#[test]
fn mar_is_a_tuesday_in_spanish_and_a_person_in_english() {
    let entry = es().read("reunión mar: stock");
    assert_eq!((entry.channel, entry.day), (Some(Channel::Meeting), day(2026, 11, 17)));
    assert!(entry.people.is_empty() && !entry.to_sort);
    let entry = en().read("reunión mar: stock");
    assert_eq!((entry.channel, entry.day), (Some(Channel::Meeting), today()));
    assert_eq!((entry.people, entry.text.as_str()), (vec![MARIA], "stock"));
}

#[test]
fn weekdays_of_the_head_lie_one_to_seven_days_back() {
    for (line, d) in [("call jordi fri: PO", 20), ("call jordi mon: PO", 16)] {
        check(line, |e| {
            with(e, JORDI, ARCE);
            e.day = day(2026, 11, d);
            e.text = "PO".to_owned();
        });
    }
}

#[test]
fn a_day_without_its_year_is_the_nearest_past_in_the_head() {
    for (line, on) in
        [("visit vogel 12/11: tour", day(2026, 11, 12)), ("visit vogel 12/12: tour", day(2025, 12, 12))]
    {
        check(line, |e| {
            e.channel = Some(Channel::Visit);
            with(e, KERSTIN, NORDWIND);
            e.day = on;
            e.text = "tour".to_owned();
        });
    }
}

#[test]
fn a_meeting_ahead_is_planned() {
    for line in [
        "meeting vogel next fri 10:00: review",
        "reunión vogel próx vie 10:00: review",
        "meeting vogel in 4d 10:00: review",
    ] {
        check(line, |e| {
            e.channel = Some(Channel::Meeting);
            with(e, KERSTIN, NORDWIND);
            e.day = day(2026, 11, 27);
            e.time = at(10, 0);
            e.planned = true;
            e.text = "review".to_owned();
        });
    }
}

#[test]
fn comparisons_arrows_numbers_and_addresses_stay_text() {
    for text in [
        "margin > 20 % expected",
        "price 2<3 a->b",
        "call +34 600 111 222",
        "see https://example.org/a:b",
        "wants > -5 % discount",
        "ends with >",
        "x=1 y=good",
    ] {
        check(&format!("ana: {text}"), |e| e.text = text.to_owned());
    }
}

#[test]
fn promises_of_both_sides_are_read() {
    for (line, text, wanted) in [
        ("ana: > fri send TCO", "", vec![ours("send TCO", Some(day(2026, 11, 27)))]),
        ("ana: ok < she sends volumes", "ok", vec![(Side::Theirs, "she sends volumes".to_owned(), None)]),
        (
            "ana: > 2w offer > 1m review",
            "",
            vec![ours("offer", Some(day(2026, 12, 7))), ours("review", Some(day(2026, 12, 23)))],
        ),
        ("ana: > en 3d oferta", "", vec![ours("oferta", Some(day(2026, 11, 26)))]),
        ("ana: > fri", "", vec![ours("", Some(day(2026, 11, 27)))]),
        ("ana: prices > costs", "prices", vec![ours("costs", None)]),
    ] {
        for desk in [en(), es()] {
            let entry = desk.read(line);
            assert_eq!((promises(&entry), entry.text.as_str()), (wanted.clone(), text), "{line}");
            assert!(!entry.to_sort, "{line}");
        }
    }
}

#[test]
fn a_promise_may_begin_with_its_owner_and_its_day() {
    for line in [
        "ana: ok > pau 15/12 pilot report",
        "ana: ok > 15/12 pau pilot report",
        "ana: ok > pa 15/12 pilot report",
    ] {
        let entry = en().read(line);
        assert_eq!(promises(&entry), [ours("pilot report", Some(day(2026, 12, 15)))], "{line}");
        assert_eq!(entry.promises.first().and_then(|p| p.owner), Some(PAU), "{line}");
    }
    let entry = es().read("ana: < jordi mar manda el pedido > kerstin oferta");
    let counterparts: Vec<_> = entry.promises.iter().map(|p| p.counterpart).collect();
    assert_eq!(counterparts, [Some(JORDI), Some(KERSTIN)]);
    assert_eq!(entry.promises.first().and_then(|p| p.due), Some(day(2026, 11, 24)));
    let entry = en().read("ana: > pau");
    assert_eq!(promises(&entry), [ours("pau", None)]);
}

#[test]
fn a_tag_begins_with_a_letter() {
    check("ana: +renewal +5 % volume", |e| {
        e.tags = vec!["renewal".to_owned()];
        e.text = "+5 % volume".to_owned();
    });
}

#[test]
fn a_smiley_at_a_name_is_no_head() {
    check_note("ana:( bad mood", |e| {
        e.text = e.raw.clone();
        e.sentiment = Some(Sentiment::Bad);
        e.to_sort = true;
    });
    check("ana: good :)", |e| {
        e.text = "good".to_owned();
        e.sentiment = Some(Sentiment::Good);
    });
}

#[test]
fn what_was_learned_is_dated_by_the_entry() {
    check("ana: ana=supporter", |e| {
        e.learned = vec![Learned { person: ANA, what: Lesson::Stance(Stance::Supporter) }];
    });
    check("ana: jordi=decider x=1", |e| {
        e.learned = vec![Learned { person: JORDI, what: Lesson::Role(BuyingRole::Decider) }];
        e.text = "x=1".to_owned();
    });
    check("ana: ana=-user", |e| {
        e.learned = vec![Learned { person: ANA, what: Lesson::RoleEnded(BuyingRole::User) }];
    });
    check("ana: ana=escéptica, dice", |e| {
        e.learned = vec![Learned { person: ANA, what: Lesson::Stance(Stance::Sceptic) }];
        e.text = "dice".to_owned();
    });
    check("ana: ana=-neutral", |e| e.text = "ana=-neutral".to_owned());
}

#[test]
fn an_inbound_mail_is_read() {
    check("mail in kerstin: price list?", |e| {
        e.channel = Some(Channel::Email);
        e.direction = Some(Direction::In);
        with(e, KERSTIN, NORDWIND);
        e.text = "price list?".to_owned();
    });
    check("correo saliente a kerstin: lista", |e| {
        e.channel = Some(Channel::Email);
        e.direction = Some(Direction::Out);
        with(e, KERSTIN, NORDWIND);
        e.text = "lista".to_owned();
    });
}

#[test]
fn a_name_nobody_has_stays_text_and_could_become_a_person() {
    check_note("call zoe: hello", |e| {
        e.channel = Some(Channel::Call);
        e.text = "zoe: hello".to_owned();
        e.to_sort = true;
        e.unknown_names = vec!["zoe".to_owned()];
    });
    check("call Zoë Marín, ana: hello", |e| {
        e.text = "Zoë Marín,: hello".to_owned();
        e.to_sort = true;
        e.unknown_names = vec!["Zoë Marín".to_owned()];
    });
}

#[test]
fn a_tie_stays_text_and_offers_its_candidates() {
    check_note("call ma: hi", |e| {
        e.channel = Some(Channel::Call);
        e.text = "ma: hi".to_owned();
        e.to_sort = true;
    });
    let entry = en().read("call ma: hi");
    let tie = entry.spans.iter().find(|s| s.role == SpanRole::Ambiguous).unwrap();
    assert_eq!(tie.range, 5..7);
    assert_eq!(tie.candidates, [(Kind::Person, JORDI), (Kind::Person, MARIA)]);
}

#[test]
fn a_chosen_candidate_is_the_one_meant() {
    let choose = Override { range: 5..7, meaning: Meant::Record(Kind::Person, MARIA) };
    let entry = en().with(|cx| read_with("call ma: hi", cx, std::slice::from_ref(&choose)).unwrap());
    assert_eq!((entry.people, entry.account), (vec![MARIA], Some(ARCE)));
    assert_eq!((entry.text.as_str(), entry.to_sort), ("hi", false));
    let gone = Override { range: 5..7, meaning: Meant::Record(Kind::Person, 99) };
    let entry = en().with(|cx| read_with("call ma: hi", cx, &[gone]).unwrap());
    assert!(entry.to_sort);
}

#[test]
fn backspace_on_a_chip_makes_it_text() {
    let line = "call ana fri: ok +x > mon send y";
    let plain = |role: SpanRole| {
        en().with(|cx| {
            let chip = read(line, cx).unwrap().spans.into_iter().find(|s| s.role == role).unwrap();
            read_with(line, cx, &[Override { range: chip.range, meaning: Meant::Plain }]).unwrap()
        })
    };
    let entry = plain(SpanRole::Person);
    assert_eq!((entry.people.len(), entry.text.as_str(), entry.to_sort), (0, "ana: ok", false));
    let entry = plain(SpanRole::Day);
    assert_eq!((entry.day, entry.text.as_str(), entry.to_sort), (today(), "fri: ok", false));
    let entry = plain(SpanRole::Tag);
    assert_eq!((entry.tags.len(), entry.text.as_str()), (0, "ok +x"));
    let entry = plain(SpanRole::Ours);
    assert_eq!((entry.promises.len(), entry.text.as_str()), (0, "ok > mon send y"));
    assert_eq!(entry.tags, ["x"]);
}

#[test]
fn a_quoted_line_is_text_as_it_stands() {
    check_note("' > not a promise", |e| e.text = "> not a promise".to_owned());
    check_note("'call ana: +x  :)", |e| e.text = "call ana: +x  :)".to_owned());
    check_note("'", |e| e.text = "'".to_owned());
}

#[test]
fn a_kind_alone_is_to_be_sorted_out() {
    check_note("llamada", |e| {
        e.channel = Some(Channel::Call);
        e.to_sort = true;
    });
}

#[test]
fn a_note_may_have_a_duration() {
    check_note("note 1h30 workshop prep", |e| {
        e.minutes = Some(90);
        e.text = "workshop prep".to_owned();
    });
}

#[test]
fn a_stance_needs_an_equals_sign() {
    check("ana +1", |e| e.text = "+1".to_owned());
}

#[test]
fn only_a_blank_line_is_refused() {
    for line in ["", "   ", "\n\t", "\u{1b}\0"] {
        assert_eq!(en().with(|cx| read(line, cx)), Err(Explain::new("capture-empty")));
    }
}

#[test]
fn the_scope_comes_first_and_is_the_account_of_what_names_nobody() {
    let scoped = |scope| Desk { scope: Some(scope), ..en() };
    assert_eq!(scoped(ARCE).read("note prices").account, Some(ARCE));
    assert_eq!(scoped(ARCE).read("ana: hi").account, Some(ALMAZARA));
    assert_eq!(scoped(ARCE).read("pau: hi").account, Some(ARCE));
    assert_eq!(scoped(ARCE).read("call nordwind: hi").account, Some(NORDWIND));
    let namesake = || vec![name(Kind::Person, 9, "Ana Costa", &[NORDWIND])];
    let entry = Desk { more: namesake(), ..en() }.read("ana: hi");
    assert!(entry.to_sort && entry.people.is_empty());
    let entry = Desk { more: namesake(), ..scoped(NORDWIND) }.read("ana: hi");
    assert_eq!(entry.people, [9]);
    let chip = entry.spans.iter().find(|s| s.role == SpanRole::Person).unwrap();
    assert_eq!(chip.candidates, [(Kind::Person, 9), (Kind::Person, ANA)]);
}

#[test]
fn a_person_of_two_accounts_leaves_the_choice_to_the_scope() {
    let both = || vec![name(Kind::Person, 9, "Zoe Both", &[ARCE, NORDWIND])];
    assert_eq!(Desk { more: both(), ..en() }.read("zoe: hi").account, None);
    assert_eq!(Desk { more: both(), scope: Some(NORDWIND), ..en() }.read("zoe: hi").account, Some(NORDWIND));
    assert_eq!(Desk { more: both(), ..en() }.read("zoe jordi: hi").account, Some(ARCE));
    assert_eq!(Desk { more: both(), ..en() }.read("zoe ana: hi").account, None);
}

#[test]
fn the_whole_name_wins_over_a_part_of_a_longer_one() {
    let more = || {
        let mut alias = name(Kind::Account, 8, "Aceites del Sur", &[8]);
        alias.aliases = vec!["ADS".to_owned()];
        let mut mailed = name(Kind::Person, 9, "Luis Arce", &[NORDWIND]);
        mailed.emails = vec!["luis@nordwind.example".to_owned()];
        vec![name(Kind::Account, 7, "Arce Norte", &[7]), alias, mailed, name(Kind::Account, 6, "3M", &[6])]
    };
    let read = |line| Desk { more: more(), ..en() }.read(line);
    assert_eq!(read("visit arce: tour").account, Some(ARCE));
    assert_eq!(read("visit arce norte: tour").account, Some(7));
    assert_eq!(read("visit ads: tour").account, Some(8));
    assert_eq!(read("visit 3M: tour").account, Some(6));
    assert_eq!(read("mail luis arce: hi").people, [9]);
    assert_eq!(read("mail luis@nordwind.example: hi").people, [9]);
}

#[test]
fn several_people_and_colleagues_are_read() {
    let entry = es().read("reunión con ana y pau, kerstin el viernes 9h 2h en almazara: repaso");
    assert_eq!((entry.people, entry.colleagues), (vec![ANA, KERSTIN], vec![PAU]));
    assert_eq!((entry.day, entry.time, entry.minutes), (day(2026, 11, 20), at(9, 0), Some(120)));
    assert_eq!((entry.account, entry.text.as_str(), entry.to_sort), (Some(ALMAZARA), "repaso", false));
}

#[test]
fn the_hour_may_be_said_as_spaniards_say_it() {
    let entry = es().read("reunión con ana esta mañana a las 10:30: repaso");
    assert_eq!((entry.day, entry.time, entry.people), (today(), at(10, 30), vec![ANA]));
    assert_eq!((entry.text.as_str(), entry.to_sort), ("repaso", false));
    assert_eq!(es().read("nota las ofertas").text, "las ofertas");
}

#[test]
fn a_tie_in_a_promise_or_a_judgement_stays_text_too() {
    let entry = en().read("ana: ma=user > ma fri send TCO");
    assert_eq!((entry.text.as_str(), entry.to_sort), ("ma=user", true));
    assert_eq!(promises(&entry), [ours("ma send TCO", Some(day(2026, 11, 27)))]);
    let ties: Vec<_> = entry.spans.iter().filter(|s| s.role == SpanRole::Ambiguous).collect();
    assert_eq!(ties.iter().map(|s| s.candidates.len()).collect::<Vec<_>>(), [2, 2]);
    let chosen: Vec<_> = ties
        .iter()
        .map(|s| Override { range: s.range.clone(), meaning: Meant::Record(Kind::Person, MARIA) })
        .collect();
    let entry = en().with(|cx| read_with("ana: ma=user > ma fri send TCO", cx, &chosen).unwrap());
    assert_eq!(entry.learned, [Learned { person: MARIA, what: Lesson::Role(BuyingRole::User) }]);
    assert_eq!(
        entry.promises.first().map(|p| (p.counterpart, p.text.as_str())),
        Some((Some(MARIA), "send TCO"))
    );
    assert!(!entry.to_sort && entry.text.is_empty());
}

#[test]
fn a_page_pasted_into_the_line_is_text() {
    let page = "mar ".repeat(2_500);
    let entry = en().read(&format!("ana: {page}"));
    assert_eq!((entry.people, entry.text.as_str()), (vec![ANA], page.trim()));
    let late = format!("{}: x", "word ".repeat(60).trim());
    assert_eq!(en().read(&late).text, late);
}

#[test]
fn prose_that_happens_to_begin_like_a_name_names_nobody() {
    for line in ["note an idea", "so far so good", "nota la idea", "in the end", "to be done"] {
        let entry = Desk { more: vec![name(Kind::Person, 9, "Thelma Lando", &[ARCE])], ..en() }.read(line);
        assert!(entry.people.is_empty() && !entry.to_sort, "{line}");
    }
    assert_eq!(en().read("note to self").text, "to self");
    assert_eq!(en().read("note the end").text, "the end");
    assert_eq!(en().read("in the end").direction, None);
    assert_eq!(en().read("Talked to the board: ok").text, "Talked to the board: ok");
}

#[test]
fn lines_break_where_they_were_broken() {
    assert_eq!(en().read("ana: one\n\ntwo  three +x\nfour").text, "one\n\ntwo  three\nfour");
}

#[test]
fn composed_and_decomposed_letters_are_read_alike() {
    let (nfc, nfd) = ("reunión María: +renovación", "reunio\u{301}n Mari\u{301}a: +renovacio\u{301}n");
    assert_eq!(es().read(nfc), es().read(nfd));
    assert_eq!(es().read(nfd).people, [MARIA]);
}

fn labels(desk: Desk, line: &str) -> Vec<String> {
    desk.with(|cx| chip::chips(&read(line, cx).unwrap(), cx).into_iter().map(|c| c.label).collect())
}

#[test]
fn chips_say_in_words_what_was_understood() {
    assert_eq!(
        labels(en(), "call ana ruiz fri 30m: hi +renewal, :( ana=neutral > fri send TCO < jordi sends PO"),
        [
            "call",
            "Ana Ruiz",
            "Fri 20 Nov",
            "30 min",
            "+renewal",
            "mood: bad",
            "Ana Ruiz: neutral",
            "we owe: send TCO, Fri 27 Nov",
            "Jordi Mas owes us: sends PO",
            "Almazara",
        ]
    );
    assert_eq!(
        labels(es(), "reunión ma zoe próx vie 10:00: > pau 15/12 informe > kerstin oferta ana=-user"),
        [
            "reunión",
            "ma: ¿Jordi Mas / María del Mar Soler?",
            "zoe: aún nadie",
            "vie 27 nov, previsto",
            "10:00",
            "Pau Font debe: informe, mar 15 dic",
            "debemos a Kerstin Vogel: oferta",
            "Ana Ruiz: ya no es usuario",
        ]
    );
}

#[test]
fn a_planned_interaction_writes_a_line_that_reads_back() {
    let mut interaction = Interaction {
        channel: Some(Channel::Meeting),
        day: Some(day(2026, 11, 12)),
        time: at(10, 0),
        account: Some(Link(ALMAZARA)),
        people: vec![Link(ANA)],
        planned: true,
        ..Interaction::default()
    };
    assert_eq!(en().with(|cx| prefill::line_for(&interaction, cx)), "meeting ana ruiz 12/11 10:00: ");
    interaction.people = vec![Link(MARIA), Link(JORDI)];
    interaction.colleagues = vec![Link(PAU)];
    interaction.minutes = Some(420);
    for channel in Channel::ALL {
        interaction.channel = Some(*channel);
        for (account, on) in
            [(ARCE, day(2026, 11, 23)), (NORDWIND, day(2025, 3, 1)), (ARCE, day(2026, 12, 1))]
        {
            (interaction.account, interaction.day) = (Some(Link(account)), Some(on));
            for desk in [en(), es()] {
                let (line, entry) = desk.with(|cx| {
                    let line = prefill::line_for(&interaction, cx);
                    (line.clone(), read(&line, cx).unwrap())
                });
                assert_eq!((entry.channel, entry.day, entry.time), (Some(*channel), on, at(10, 0)), "{line}");
                assert_eq!((entry.people, entry.colleagues), (vec![MARIA, JORDI], vec![PAU]), "{line}");
                assert_eq!((entry.account, entry.minutes), (Some(account), Some(420)), "{line}");
            }
        }
    }
}

#[test]
fn a_person_called_like_a_day_is_written_after_the_day() {
    let interaction = Interaction {
        channel: Some(Channel::Call),
        day: Some(day(2026, 11, 12)),
        people: vec![Link(9)],
        account: Some(Link(ARCE)),
        ..Interaction::default()
    };
    let desk = Desk { more: vec![name(Kind::Person, 9, "Mar", &[ARCE])], ..es() };
    assert_eq!(desk.with(|cx| prefill::line_for(&interaction, cx)), "llamada 12/11 mar: ");
}

fn raised(entry: &Entry) -> Vec<(&str, Option<Severity>, Option<NaiveDate>)> {
    entry.problems.iter().map(|p| (p.name.as_str(), p.severity, p.due)).collect()
}

#[test]
fn a_problem_has_its_name_how_bad_it_is_and_its_day() {
    let friday = Some(day(2026, 11, 27));
    let high = Some(Severity::High);
    for (line, name, severity, due) in [
        ("ana: problem: late pallets, severe by fri", "late pallets", high, friday),
        ("ana: problema: palés con retraso, grave para el vie", "palés con retraso", high, friday),
        (
            "ana problema: palés con retraso, leve, antes del 27/11",
            "palés con retraso",
            Some(Severity::Low),
            friday,
        ),
        ("ana incidencia: grave, faltan abonos", "faltan abonos", high, None),
        ("ana: problem: late pallets by fri, severe", "late pallets", high, friday),
        ("ana: problem: late pallets, fri", "late pallets", None, friday),
        ("ana: problem: pressure is too high", "pressure is too high", None, None),
        ("ana: problem: fri no pallets came", "fri no pallets came", None, None),
        ("ana: problem: sent by truck", "sent by truck", None, None),
        ("ana: problem: severe", "severe", None, None),
        ("ana: problem: by fri", "by fri", None, None),
    ] {
        for desk in [en(), es()] {
            let entry = desk.read(line);
            assert_eq!(raised(&entry), [(name, severity, due)], "{line}");
            assert_eq!((entry.people.as_slice(), entry.account), (&[ANA][..], Some(ALMAZARA)), "{line}");
            assert!(entry.text.is_empty() && !entry.to_sort, "{line}");
        }
    }
}

#[test]
fn a_problem_ends_where_the_next_promise_or_problem_begins() {
    let entry = en().read("ana: ok > fri send TCO problem: two pallets short +logistics < she sends photos problem: invoice, low");
    assert_eq!(raised(&entry), [("two pallets short", None, None), ("invoice", Some(Severity::Low), None)]);
    assert_eq!((entry.text.as_str(), entry.tags.as_slice()), ("ok", &["logistics".to_owned()][..]));
    let made = promises(&entry);
    assert_eq!((made[0].1.as_str(), made[1].1.as_str()), ("send TCO", "she sends photos"));
}

#[test]
fn what_is_said_of_problems_in_prose_is_text() {
    for line in [
        "ana: no problem: we wait",
        "ana: tenían un problema: todo tarde",
        "ana: the problem is late pallets",
        "ana: problem:",
    ] {
        let entry = en().read(line);
        assert_eq!(
            (entry.problems.len(), entry.text.as_str()),
            (0, line.trim_start_matches("ana: ")),
            "{line}"
        );
    }
}

#[test]
fn a_problem_belongs_to_the_account_in_force_and_stays_text_without_one() {
    let desk = Desk { scope: Some(ARCE), ..es() };
    let entry = desk.read("problema: palés rotos");
    assert_eq!((raised(&entry), entry.account), (vec![("palés rotos", None, None)], Some(ARCE)));
    assert_eq!((entry.channel, entry.to_sort), (Some(Channel::Note), false));
    let line = "problema: palés rotos, grave";
    let entry = es().read(line);
    assert_eq!((entry.problems.len(), entry.text.as_str(), entry.to_sort), (0, line, true));
}

#[test]
fn a_problem_names_its_account_anywhere_if_only_one_answers() {
    for (line, name, account) in [
        ("problem: chargers missing at Vic, arce", "chargers missing at Vic", Some(ARCE)),
        ("problem: chargers missing, arce, severe by fri", "chargers missing", Some(ARCE)),
        ("problem: chargers of Arce are missing", "chargers of Arce are missing", Some(ARCE)),
        ("problem: arce", "arce", Some(ARCE)),
        ("arce: problem: chargers missing, almazara", "chargers missing, almazara", Some(ARCE)),
    ] {
        let entry = en().read(line);
        let names: Vec<_> = entry.problems.iter().map(|p| p.name.as_str()).collect();
        assert_eq!((names, entry.account, entry.to_sort), (vec![name], account, false), "{line}");
    }
    let entry = en().read("problem: Arce and Almazara wait for chargers");
    assert_eq!((entry.problems.len(), entry.account, entry.to_sort), (0, None, true), "two are no answer");
    let desk = || Desk { scope: Some(ALMAZARA), ..en() };
    assert_eq!(desk().read("problem: worse than at Arce").account, Some(ALMAZARA));
    assert_eq!(desk().read("problem: chargers missing, arce").account, Some(ARCE));
    let line = "problem: chargers missing, arce";
    let plain = Override { range: 27..31, meaning: Meant::Plain };
    en().with(|cx| assert_eq!(read_with(line, cx, &[plain]).unwrap().account, None));
}

#[test]
fn the_chip_of_a_problem_says_it_and_turns_back_into_text() {
    let line = "ana: problem: late pallets, severe by fri";
    en().with(|cx| {
        let entry = read(line, cx).unwrap();
        let chip = chip::chips(&entry, cx).into_iter().find(|c| c.role == SpanRole::Problem).unwrap();
        assert_eq!(chip.label, "problem: late pallets, high, Fri 27 Nov");
        let plain = Override { range: chip.range, meaning: Meant::Plain };
        let entry = read_with(line, cx, &[plain]).unwrap();
        assert_eq!((entry.problems.len(), entry.text.as_str()), (0, "problem: late pallets, severe by fri"));
    });
    es().with(|cx| {
        let nowhere = chip::chips(&read("problema: palés rotos", cx).unwrap(), cx);
        assert_eq!(nowhere[0].label, "sin cuenta: la incidencia queda como texto");
    });
}

/// Name, who was told, and when.
type Taken<'a> = (&'a str, &'a [(Kind, Id)], Option<NaiveDate>);

fn decisions(entry: &Entry) -> Vec<Taken<'_>> {
    entry.decisions.iter().map(|d| (d.name.as_str(), d.told.as_slice(), d.told_on)).collect()
}

#[test]
fn a_decision_has_its_name_and_those_who_have_been_told() {
    const ANA_TOLD: &[(Kind, Id)] = &[(Kind::Person, ANA)];
    const BOTH: &[(Kind, Id)] = &[(Kind::Person, ANA), (Kind::Colleague, PAU)];
    let yesterday = Some(day(2026, 11, 22));
    let friday = Some(day(2026, 11, 20));
    for (line, name, told, on) in [
        ("decided: prices +3 % from May told ana, pau", "prices +3 % from May", BOTH, None),
        ("decidido: precios +3 % desde mayo dicho a ana, pau", "precios +3 % desde mayo", BOTH, None),
        ("decided: prices up, told ana and pau", "prices up", BOTH, None),
        ("decidido: suben precios, comunicado a ana y a pau", "suben precios", BOTH, None),
        ("decided: prices up told ana ruiz, pau font", "prices up", BOTH, None),
        ("decided: prices up told ana yesterday", "prices up", ANA_TOLD, yesterday),
        ("decidido: suben precios dicho a ana, pau el vie", "suben precios", BOTH, friday),
        ("decided: prices up told ana, then we wait", "prices up then we wait", ANA_TOLD, None),
        ("almazara: decided: prices up", "prices up", &[], None),
        ("almazara: decided: we told them to wait", "we told them to wait", &[], None),
        ("almazara: decided: told ana to wait", "told ana to wait", &[], None),
        ("almazara: decided: told ana", "told ana", &[], None),
        ("decided: prices up, almazara", "prices up", &[], None),
    ] {
        for desk in [en(), es()] {
            let entry = desk.read(line);
            assert_eq!(decisions(&entry), [(name, told, on)], "{line}");
            assert_eq!((entry.account, entry.to_sort), (Some(ALMAZARA), false), "{line}");
            assert!(entry.people.is_empty() && entry.text.is_empty(), "{line}");
            assert_eq!(entry.channel, Some(Channel::Note), "{line}");
        }
    }
}

#[test]
fn a_decision_or_a_change_ends_where_the_next_clause_begins() {
    let line = "meeting ana: ok. Decided: prices up told pau > fri send letter change: new planner problem: late, low";
    let entry = en().read(line);
    let turns: Vec<_> = entry.decisions.iter().map(|d| (d.turn, d.name.as_str(), d.told.len())).collect();
    assert_eq!(turns, [(Turn::Decision, "prices up", 1)]);
    assert_eq!(promises(&entry), [ours("send letter change: new planner", Some(day(2026, 11, 27)))]);
    assert_eq!((raised(&entry), entry.text.as_str()), (vec![("late", Some(Severity::Low), None)], "ok."));
    let entry = en().read("meeting ana: change: new planner from May told pau +team decided: wait");
    let turns: Vec<_> = entry.decisions.iter().map(|d| (d.turn, d.name.as_str(), d.told.len())).collect();
    assert_eq!(turns, [(Turn::Change, "new planner from May", 1), (Turn::Decision, "wait", 0)]);
    assert_eq!((entry.tags.as_slice(), entry.people.as_slice()), (&["team".to_owned()][..], &[ANA][..]));
}

#[test]
fn what_is_said_of_decisions_in_prose_is_text() {
    for line in [
        "ana: nothing decided: we wait",
        "ana: aún no decidido: esperamos",
        "ana: price change: 3 %",
        "ana: decided:",
        "ana: she decided to wait, told pau",
        "ana: cambio de precios: 3 %",
    ] {
        for desk in [en(), es()] {
            let entry = desk.read(line);
            let text = line.trim_start_matches("ana: ");
            assert_eq!(
                (entry.decisions.len(), entry.text.as_str(), entry.people.as_slice()),
                (0, text, &[ANA][..]),
                "{line}"
            );
        }
    }
    let entry = en().read("ana: we decided: prices up");
    assert_eq!((decisions(&entry), entry.text.as_str()), (vec![("prices up", &[][..], None)], "we"));
}

#[test]
fn a_decision_stays_text_where_no_account_is_known() {
    let line = "decided: prices up told pau";
    let entry = en().read(line);
    assert_eq!((entry.decisions.len(), entry.text.as_str(), entry.to_sort), (0, line, true));
    assert!(entry.spans.iter().all(|s| s.role != SpanRole::Told));
    let entry = Desk { scope: Some(ARCE), ..en() }.read(line);
    assert_eq!((entry.decisions.len(), entry.account, entry.to_sort), (1, Some(ARCE), false));
    let entry = Desk { scope: Some(ARCE), ..en() }.read("decided: prices up told ana");
    assert_eq!(entry.account, Some(ALMAZARA), "who was told says about whom it is");
}

#[test]
fn whom_nobody_or_several_know_stays_in_the_decision_and_is_offered() {
    let entry = en().read("almazara: decided: prices up told ana, zoe");
    assert_eq!(decisions(&entry), [("prices up told zoe", &[(Kind::Person, ANA)][..], None)]);
    assert_eq!((entry.unknown_names.as_slice(), entry.to_sort), (&["zoe".to_owned()][..], true));
    let line = "arce: decided: wait told ma";
    let entry = en().read(line);
    assert_eq!((decisions(&entry), entry.to_sort), (vec![("wait told ma", &[][..], None)], true));
    let tie = entry.spans.iter().find(|s| s.role == SpanRole::Ambiguous).unwrap();
    let chosen = Override { range: tie.range.clone(), meaning: Meant::Record(Kind::Person, JORDI) };
    en().with(|cx| {
        let entry = read_with(line, cx, &[chosen]).unwrap();
        assert_eq!(decisions(&entry), [("wait", &[(Kind::Person, JORDI)][..], None)]);
        assert!(!entry.to_sort);
    });
}

#[test]
fn the_chips_of_a_decision_say_it_and_turn_back_into_text() {
    let line = "ana: decided: prices up told pau, jordi yesterday";
    en().with(|cx| {
        let entry = read(line, cx).unwrap();
        let chips = chip::chips(&entry, cx);
        let labels: Vec<_> = chips.iter().map(|c| c.label.as_str()).collect();
        assert_eq!(
            labels,
            [
                "Ana Ruiz",
                "decision: prices up",
                "told: Pau Font, Sun 22 Nov",
                "told: Jordi Mas, Sun 22 Nov",
                "call",
                "Almazara"
            ]
        );
        let without = |at: usize| {
            let plain = Override { range: chips[at].range.clone(), meaning: Meant::Plain };
            read_with(line, cx, &[plain]).unwrap()
        };
        assert_eq!(without(1).text, "decided: prices up told pau, jordi yesterday");
        assert!(without(1).decisions.is_empty());
        assert_eq!(without(2).decisions[0].name, "prices up told pau, jordi yesterday");
        assert_eq!(without(3).decisions[0].told, [(Kind::Colleague, PAU)]);
    });
    es().with(|cx| {
        let nowhere = chip::chips(&read("cambio: sube el gasóleo", cx).unwrap(), cx);
        assert_eq!(nowhere[0].label, "sin cuenta: la decisión queda como texto");
    });
}

#[test]
fn an_insight_is_noted_with_and_without_an_account() {
    for desk in [en, es] {
        let entry = desk().read("call ana: prices ok insight: they plan a second plant > send TCO");
        assert_eq!(entry.insights, ["they plan a second plant"]);
        assert_eq!((entry.text.as_str(), entry.promises.len()), ("prices ok", 1));
        let entry = desk().read("insight: steel gets dearer");
        assert_eq!((entry.insights.len(), entry.account, entry.text.as_str()), (1, None, ""));
    }
}
