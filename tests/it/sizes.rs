//! Any keys on a screen of any size: nothing panics.
use cartera::command::key::Chord;
use cartera::command::table::ROWS;
use cartera::command::{Key, Keymap, Msg};
use cartera::lang::Lang;
use cartera::ui::Theme;
use proptest::prelude::*;

use crate::book::book;
use crate::whole::Stage;

fn keys() -> Vec<Key> {
    let keymap = Keymap::default();
    let chords: Vec<Chord> = ROWS.iter().flat_map(|r| keymap.chords(r.command).to_vec()).collect();
    let mut keys: Vec<Key> = chords.iter().flat_map(|c| [Some(c.first), c.second]).flatten().collect();
    keys.extend("ana:>m áñ👨‍👩‍👧\u{202e}".chars().map(Key::char));
    keys.retain(|k| *k != Key::ctrl('z'));
    keys
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]
    #[test]
    fn no_keys_and_no_size_make_it_panic(
        width in 1u16..300, height in 1u16..100, es in any::<bool>(), mono in any::<bool>(),
        pressed in proptest::collection::vec(0usize..1000, 0..40),
    ) {
        let keys = keys();
        let lang = if es { Lang::Es } else { Lang::En };
        let theme = if mono { Theme::Mono } else { Theme::Dark };
        let mut stage = Stage::of(book(), lang, theme, (width, height));
        for index in pressed {
            stage.tell(Msg::Key(keys[index % keys.len()]));
            stage.buffer();
        }
        stage.tell(Msg::Clicked(width / 2, height / 2));
        stage.tell(Msg::Scrolled(width / 2, height / 2, -2));
        stage.tell(Msg::Pasted("a\u{1b}[31m\r\nb\0".to_owned()));
        let buffer = stage.buffer();
        for cell in buffer.content() {
            prop_assert!(!cell.symbol().chars().any(char::is_control), "{:?}", cell.symbol());
        }
    }
}
