//! A promise of ours in one's own words, without the line around it: `fri send the offer`.
use chrono::NaiveDate;

use super::read;
use crate::domain::Id;
use crate::domain::choice::Side;
use crate::domain::commitment::Commitment;
use crate::domain::field::Link;
use crate::lang::value::Context;

/// The promise: a day and a name at its beginning are read as in a line; without a day it is due as said. Words that would be more
/// than one promise in a line are one here.
pub fn promise(text: &str, account: Id, due: NaiveDate, cx: &Context<'_>) -> Commitment {
    let plain = Commitment {
        side: Some(Side::Ours),
        text: text.trim().to_owned(),
        account: Some(Link(account)),
        due: Some(due),
        ..Commitment::default()
    };
    let cx = Context { scope: Some(account), ..*cx };
    let made = read(&format!("> {text}"), &cx).ok();
    let alone = made.filter(|e| e.text.is_empty() && e.promises.len() == 1 && e.problems.is_empty());
    let Some(made) = alone.and_then(|mut e| e.promises.pop()).filter(|p| !p.text.is_empty()) else {
        return plain;
    };
    Commitment {
        text: made.text,
        due: made.due.or(plain.due),
        owner: made.owner.map(Link),
        counterpart: made.counterpart.map(Link),
        ..plain
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::day;
    use crate::domain::directory::{Directory, Name};
    use crate::domain::kind::Kind;
    use crate::lang::{Lang, Words};

    fn read_as(text: &str) -> (String, NaiveDate, Option<Id>) {
        let words = Words::new(Lang::En);
        let directory = Directory::new(vec![Name::of(Kind::Person, 4, "Ana Ruiz".to_owned())]);
        let cx = Context { words: &words, today: day(2026, 11, 23), directory: &directory, scope: None };
        let promise = promise(text, 7, day(2026, 11, 27), &cx);
        assert_eq!(promise.account, Some(Link(7)));
        assert_eq!(promise.side, Some(Side::Ours));
        (promise.text, promise.due.unwrap(), promise.counterpart.map(|l| l.0))
    }

    #[test]
    fn a_day_and_a_name_at_its_beginning_are_read() {
        assert_eq!(read_as("wed send TCO"), ("send TCO".into(), day(2026, 11, 25), None));
        assert_eq!(read_as("wed Ana Ruiz send TCO"), ("send TCO".into(), day(2026, 11, 25), Some(4)));
        assert_eq!(read_as("send TCO"), ("send TCO".into(), day(2026, 11, 27), None));
    }

    #[test]
    fn nothing_typed_is_lost() {
        assert_eq!(read_as("wed").0, "wed");
        assert_eq!(read_as("a > b").0, "a > b");
        assert_eq!(read_as("  2 > 1  ").0, "2 > 1");
    }
}
