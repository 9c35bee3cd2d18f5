//! How things look: snapshots in both languages, in colour and mono, at both sizes.
use cartera::lang::Lang;
use cartera::ui::Theme;

use crate::book::book;
use crate::whole::Stage;

/// One snapshot per language and size, in colour with its styles, in mono as text.
macro_rules! faces {
    ($($name:ident: $keys:literal, $text:literal;)+) => {$(
        #[test]
        fn $name() {
            for (lang, size, theme) in [
                (Lang::En, (80, 24), Theme::Terminal),
                (Lang::Es, (80, 24), Theme::Mono),
                (Lang::Es, (120, 36), Theme::Terminal),
            ] {
                let mut stage = Stage::of(book(), lang, theme, size);
                stage.keys($keys);
                stage.text($text);
                let name = format!("{}-{}-{}-{}", stringify!($name), lang.code(), size.0, theme.name());
                insta::assert_snapshot!(name, stage.painted());
            }
        }
    )+};
}

faces! {
    help: "?", "";
    palette: ":", "a";
    capture: "i", "call ana yesterday 30m: dear > fri send TCO";
    offers: "i", "call ma: hi";
    form: "3 n", "Zoe Vidal";
    menu: "3 c", "";
    snooze: "3 z", "";
    why: "1 =", "";
    narrowed: "3 /", "ana";
}
