//! Hostile text on the screen: nothing of it reaches the terminal as a command, and every column stays where it was meant.
mod plans;

use cartera::domain::account::Account;
use cartera::domain::choice::{BuyingRole, Tier};
use cartera::domain::day::plus_days;
use cartera::domain::entry::Entry;
use cartera::domain::field::Link;
use cartera::domain::influence::Influence;
use cartera::domain::kind::Kind;
use cartera::domain::opportunity::{Involvement, Opportunity};
use cartera::domain::value::Value;
use cartera::lang::Lang;
use cartera::store::Store;
use cartera::store::act::Act;
use cartera::ui::Theme;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};

use crate::book::{book, person, save, today};
use crate::whole::Stage;

const HOSTILE: [&str; 12] = [
    "\u{1b}[31mred\u{1b}]0;title\u{7}",
    "a\u{9b}2Jb\0c\u{7f}d\u{8}e",
    "\u{202e}gnp.exe\u{2066}x\u{200f}",
    "👨‍👩‍👧‍👦 familia 👍🏽 🇪🇸🇫🇷 ❤\u{fe0f} 1\u{fe0f}\u{20e3}",
    "Zalgo e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307} end",
    "\u{301}\u{301}starts with marks",
    "日本語の名前 株式会社",
    "한국어 \u{1112}\u{1161}\u{11ab}",
    "عربي عبد ال\u{644}\u{627} עברית",
    "ｆｕｌｌ　ｗｉｄｔｈ",
    "tab\there\r\nand lines\u{2028}there",
    "क्षत्रिय ไทยน้ำ ༼ つ ◕_◕ ༽つ",
];

fn hostile() -> Store {
    let mut store = book();
    for name in HOSTILE {
        save(&mut store, Account { name: name.into(), tier: Some(Tier::Key), ..Account::default() });
    }
    save(&mut store, Account { name: "x".repeat(10_000), ..Account::default() });
    let sale = Opportunity { name: HOSTILE[0].into(), account: Some(Link(1)), ..Opportunity::fresh() };
    save(&mut store, sale);
    let mut before = None;
    for (ago, text) in (0..).zip(HOSTILE) {
        let person = person(&mut store, text, 1, &[BuyingRole::Decider]);
        let entry = Entry {
            day: plus_days(today(), -ago / 2),
            people: vec![person],
            text: format!("{text} {}", "é".repeat(if ago == 3 { 10_000 } else { 3 })),
            tags: vec![text.into()],
            account: Some(1),
            to_sort: ago % 3 == 0,
            raw: text.into(),
            ..Entry::default()
        };
        store.perform(Act::Log(Box::new(entry), None), today()).unwrap();
        tied(&mut store, person, before.replace(person), text);
    }
    store
}

/// Who sways whom, whom they report to, and their part in a decision, each with hostile words.
fn tied(store: &mut Store, person: i64, before: Option<i64>, text: &str) {
    let (account, opportunity) = (Some(Link(1)), Some(Link(1)));
    if let Some(before) = before {
        let (person, sways) = (Some(Link(person)), Some(Link(before)));
        save(store, Influence { person, sways, account, notes: text.into(), ..Influence::fresh() });
        let mut place = store.parts(Kind::Person, person.unwrap().0).unwrap().remove(1);
        place.set("reports_to", Value::Link(before)).unwrap();
        place.set("title", Value::Text(text.into())).unwrap();
        store.perform(Act::Save(vec![place]), today()).unwrap();
    }
    save(
        store,
        Involvement { opportunity, person: Some(Link(person)), notes: text.into(), ..Involvement::default() },
    );
}

/// What a terminal shows of a screen, cell by cell.
fn through_a_terminal(stage: &mut Stage, (width, height): (u16, u16)) -> vt100::Parser {
    let mut bytes = Vec::new();
    let options = TerminalOptions { viewport: Viewport::Fixed(Rect::new(0, 0, width, height)) };
    let mut terminal = Terminal::with_options(CrosstermBackend::new(&mut bytes), options).unwrap();
    let buffer = stage.buffer();
    terminal.draw(|frame| frame.buffer_mut().clone_from(&buffer)).unwrap();
    drop(terminal);
    let mut parser = vt100::Parser::new(height, width, 0);
    parser.process(&bytes);
    parser
}

fn is_aligned(stage: &mut Stage, size: (u16, u16)) {
    let parser = through_a_terminal(stage, size);
    let buffer = stage.buffer();
    for y in 0..size.1 {
        let mut x = 0;
        while x < size.0 {
            let meant = buffer.cell((x, y)).unwrap().symbol();
            let shown = parser.screen().cell(y, x).unwrap();
            let text = if shown.has_contents() { shown.contents() } else { " " };
            assert_eq!(text, meant, "row {y} column {x}\n{}", stage.screen());
            x += if shown.is_wide() { 2 } else { 1 };
        }
    }
}

#[test]
fn columns_stay_aligned_in_a_terminal_whatever_the_names() {
    for size in [(80, 24), (121, 37)] {
        for lang in Lang::ALL {
            let mut stage = Stage::of(hostile(), lang, Theme::Terminal, size);
            for keys in [
                "1",
                "2",
                "b",
                "Esc",
                "Tab",
                "Tab",
                "3",
                "v",
                "Down Right a Down",
                "v",
                "Down Left Down",
                "v",
                "Down Down",
                "g a",
                "Esc =",
                "Esc b",
                "Esc v",
                "Down Down Right Down",
                "0 4",
                "Down Down Right",
                ":",
                "Esc",
                "i",
            ] {
                stage.keys(keys);
                is_aligned(&mut stage, size);
            }
            for text in HOSTILE {
                stage.tell(cartera::command::Msg::Pasted(text.to_owned()));
                is_aligned(&mut stage, size);
            }
            stage.keys("Enter 4");
            is_aligned(&mut stage, size);
            stage.keys("e");
            is_aligned(&mut stage, size);
        }
    }
}
