//! The words that are understood when they are typed, both languages in one table: capture, search filters, judgements.
//!
//! Words are written as [`fold`](crate::domain::text::fold) leaves them: lower case, without accents.
use chrono::Weekday;

use super::Lang;
use crate::domain::choice::{BuyingRole, Channel, Direction, Severity, Stance, Turn};

mod clause;
mod table;

/// Where a word can stand. In one place a word of one language has one meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Slot {
    /// By itself in the head of a line.
    Head,
    /// Before (or, as `pasado`, after) the word of a day.
    Near,
    /// After the number of a day.
    Month,
    /// After a number: days, weeks, months.
    Length,
    /// At the right of `name=`.
    Judgement,
    /// Before the colon of a search filter.
    Filter,
    /// After `this`.
    Hours,
    /// In prose.
    Prose,
    /// Before the colon of a clause in the text.
    Clause,
    /// Between commas of a problem.
    Severity,
    /// Before the day by which something is to be done.
    Deadline,
    /// Before the names of those who know.
    Told,
    /// Before a word that then does not hold.
    Negation,
}

/// What a word means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// A kind of interaction.
    Channel(Channel),
    /// In or out.
    Direction(Direction),
    /// A day by itself.
    Day(DayWord),
    /// Holds a line together and means nothing by itself.
    Connective,
    /// Says how the next day or length is meant.
    Near(Near),
    /// A month, 1–12.
    Month(u32),
    /// A unit of time.
    Length(Length),
    /// An attitude.
    Stance(Stance),
    /// A place in the buying centre.
    Role(BuyingRole),
    /// A search filter.
    Filter(Filter),
    /// A part of a day, after `this`.
    Hours,
    /// So frequent that without a colon it is never taken for the beginning of a name.
    Prose,
    /// What follows went wrong.
    Problem,
    /// How bad a problem is.
    Severity(Severity),
    /// Not later than the day that follows.
    By,
    /// What follows was decided, or changed.
    Turn(Turn),
    /// What follows was learned about the client or the market.
    Insight,
    /// Those who follow have been told.
    Told,
    /// What follows does not hold.
    Not,
}

/// A word that is a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayWord {
    /// Today.
    Today,
    /// The day before.
    Yesterday,
    /// The day after.
    Tomorrow,
    /// A day of the week.
    Weekday(Weekday),
}

/// How the day beside it is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Near {
    /// So long from today on.
    In,
    /// So long ago.
    Ago,
    /// The coming one.
    Next,
    /// The past one.
    Last,
    /// Says nothing: `on Friday`, `el viernes`.
    On,
    /// Of today: `this morning`, `esta mañana`, which is not tomorrow.
    This,
}

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// One day.
    Days,
    /// Seven days.
    Weeks,
    /// One calendar month.
    Months,
}

/// What a search filter narrows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Filter {
    /// Came from somebody.
    From,
    /// With somebody.
    With,
    /// Bears a tag.
    Tag,
    /// Not before a day.
    Since,
}

impl Meaning {
    /// The place in which the word has this meaning.
    pub const fn slot(self) -> Slot {
        match self {
            Self::Channel(_) | Self::Direction(_) | Self::Day(_) | Self::Connective => Slot::Head,
            Self::Near(_) => Slot::Near,
            Self::Hours => Slot::Hours,
            Self::Month(_) => Slot::Month,
            Self::Length(_) => Slot::Length,
            Self::Stance(_) | Self::Role(_) => Slot::Judgement,
            Self::Filter(_) => Slot::Filter,
            Self::Prose => Slot::Prose,
            Self::Problem | Self::Turn(_) | Self::Insight => Slot::Clause,
            Self::Severity(_) => Slot::Severity,
            Self::By => Slot::Deadline,
            Self::Told => Slot::Told,
            Self::Not => Slot::Negation,
        }
    }
}

/// Every word: its language, folded, and its meaning.
pub fn words() -> impl Iterator<Item = &'static (Lang, &'static str, Meaning)> + Clone {
    table::WORDS.iter().chain(clause::WORDS)
}

/// The meaning of a folded word in a place, the language `ui` first; with it whether it is a word of the other language.
pub fn find(word: &str, slot: Slot, ui: Lang) -> Option<(Meaning, bool)> {
    let mut foreign = None;
    for (lang, known, meaning) in words() {
        if *known == word && meaning.slot() == slot {
            if *lang == ui {
                return Some((*meaning, false));
            }
            foreign = foreign.or(Some((*meaning, true)));
        }
    }
    foreign
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::text::fold;
    use crate::lang::Lang::{En, Es};

    fn weekday(day: Weekday) -> Meaning {
        Meaning::Day(DayWord::Weekday(day))
    }

    #[test]
    fn words_are_written_as_they_are_compared() {
        for (_, word, _) in words() {
            assert_eq!(fold(word), *word);
        }
    }

    #[test]
    fn in_one_place_a_word_has_one_meaning() {
        for (i, (_, word, meaning)) in words().enumerate() {
            for (_, other, second) in words().skip(i + 1) {
                let clash = word == other && meaning.slot() == second.slot() && meaning != second;
                assert!(!clash, "{word}: {meaning:?} and {second:?}");
            }
        }
    }

    #[test]
    fn no_word_is_in_the_table_twice() {
        for (i, row) in words().enumerate() {
            assert!(!words().skip(i + 1).any(|other| row == other), "{row:?}");
        }
    }

    #[test]
    fn the_language_of_the_screen_comes_first() {
        assert_eq!(find("mar", Slot::Head, Es), Some((weekday(Weekday::Tue), false)));
        assert_eq!(find("mar", Slot::Head, En), Some((weekday(Weekday::Tue), true)));
        assert_eq!(find("video", Slot::Head, Es), Some((Meaning::Channel(Channel::Video), false)));
        assert_eq!(find("mar", Slot::Judgement, Es), None);
    }
}
