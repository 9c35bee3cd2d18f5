//! Two clicks at once are one double click; terminals tell only of single ones.
use chrono::{NaiveDateTime, TimeDelta};

use crate::command::Msg;

/// The longest time between the two clicks of a double click, in milliseconds.
const AT_ONCE: i64 = 400;

/// The click before.
#[derive(Debug, Default)]
pub(super) struct Clicks {
    last: Option<(u16, u16, NaiveDateTime)>,
}

impl Clicks {
    /// Makes the second click in a cell a double click if it came at once; a third one begins anew.
    pub(super) fn pair(&mut self, msg: Msg, clock: impl FnOnce() -> NaiveDateTime) -> Msg {
        let Msg::Clicked(x, y) = msg else {
            if !matches!(msg, Msg::Resized(..)) {
                self.last = None;
            }
            return msg;
        };
        let now = clock();
        let waited = self.last.filter(|l| (l.0, l.1) == (x, y)).map(|l| now - l.2);
        if waited.is_some_and(|w| w >= TimeDelta::zero() && w <= TimeDelta::milliseconds(AT_ONCE)) {
            self.last = None;
            return Msg::ClickedTwice(x, y);
        }
        self.last = Some((x, y, now));
        msg
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::command::{Code, Key};

    #[test]
    fn only_two_clicks_at_once_in_one_cell_are_a_double_click() {
        let start = NaiveDate::from_ymd_opt(2026, 11, 23).and_then(|d| d.and_hms_opt(9, 0, 0)).unwrap();
        let mut clicks = Clicks::default();
        let mut click = |x, after| {
            matches!(
                clicks.pair(Msg::Clicked(x, 5), || start + TimeDelta::milliseconds(after)),
                Msg::ClickedTwice(..)
            )
        };
        let twice =
            [(3, 0), (3, 300), (3, 350), (4, 400), (3, 450), (3, 1000), (3, 900)].map(|(x, at)| click(x, at));
        assert_eq!(twice, [false, true, false, false, false, false, false]);
    }

    #[test]
    fn a_key_between_two_clicks_parts_them() {
        let mut clicks = Clicks::default();
        for msg in [Msg::Clicked(1, 1), Msg::Key(Key::plain(Code::Down)), Msg::Clicked(1, 1)] {
            assert!(!matches!(clicks.pair(msg, NaiveDateTime::default), Msg::ClickedTwice(..)));
        }
    }
}
