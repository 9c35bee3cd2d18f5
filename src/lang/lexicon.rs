//! The words that are understood when they are typed, both languages in one table: capture, search filters, judgements.
//!
//! Words are written as [`fold`](crate::domain::text::fold) leaves them: lower case, without accents.
use chrono::Weekday;

use super::Lang;
use super::Lang::{En, Es};
use crate::domain::choice::{BuyingRole, Channel, Direction, Stance};

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
    /// In prose.
    Prose,
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
    /// So frequent that without a colon it is never taken for the beginning of a name.
    Prose,
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
            Self::Month(_) => Slot::Month,
            Self::Length(_) => Slot::Length,
            Self::Stance(_) | Self::Role(_) => Slot::Judgement,
            Self::Filter(_) => Slot::Filter,
            Self::Prose => Slot::Prose,
        }
    }
}

/// The meaning of a folded word in a place, the language `ui` first; with it whether it is a word of the other language.
pub fn find(word: &str, slot: Slot, ui: Lang) -> Option<(Meaning, bool)> {
    let mut foreign = None;
    for (lang, known, meaning) in WORDS {
        if *known == word && meaning.slot() == slot {
            if *lang == ui {
                return Some((*meaning, false));
            }
            foreign = foreign.or(Some((*meaning, true)));
        }
    }
    foreign
}

const fn weekday(day: Weekday) -> Meaning {
    Meaning::Day(DayWord::Weekday(day))
}

/// Every word: its language, folded, and its meaning.
pub const WORDS: &[(Lang, &str, Meaning)] = &[
    (En, "call", Meaning::Channel(Channel::Call)),
    (En, "phone", Meaning::Channel(Channel::Call)),
    (En, "meeting", Meaning::Channel(Channel::Meeting)),
    (En, "video", Meaning::Channel(Channel::Video)),
    (En, "e-mail", Meaning::Channel(Channel::Email)),
    (En, "email", Meaning::Channel(Channel::Email)),
    (En, "mail", Meaning::Channel(Channel::Email)),
    (En, "visit", Meaning::Channel(Channel::Visit)),
    (En, "event", Meaning::Channel(Channel::Event)),
    (En, "message", Meaning::Channel(Channel::Message)),
    (En, "msg", Meaning::Channel(Channel::Message)),
    (En, "note", Meaning::Channel(Channel::Note)),
    (Es, "llamada", Meaning::Channel(Channel::Call)),
    (Es, "reunion", Meaning::Channel(Channel::Meeting)),
    (Es, "video", Meaning::Channel(Channel::Video)),
    (Es, "videollamada", Meaning::Channel(Channel::Video)),
    (Es, "correo", Meaning::Channel(Channel::Email)),
    (Es, "visita", Meaning::Channel(Channel::Visit)),
    (Es, "evento", Meaning::Channel(Channel::Event)),
    (Es, "mensaje", Meaning::Channel(Channel::Message)),
    (Es, "nota", Meaning::Channel(Channel::Note)),
    (En, "in", Meaning::Direction(Direction::In)),
    (En, "out", Meaning::Direction(Direction::Out)),
    (Es, "entrante", Meaning::Direction(Direction::In)),
    (Es, "saliente", Meaning::Direction(Direction::Out)),
    (En, "with", Meaning::Connective),
    (En, "to", Meaning::Connective),
    (En, "and", Meaning::Connective),
    (En, "from", Meaning::Connective),
    (En, "at", Meaning::Connective),
    (Es, "con", Meaning::Connective),
    (Es, "a", Meaning::Connective),
    (Es, "y", Meaning::Connective),
    (Es, "de", Meaning::Connective),
    (Es, "en", Meaning::Connective),
    (En, "today", Meaning::Day(DayWord::Today)),
    (En, "yesterday", Meaning::Day(DayWord::Yesterday)),
    (En, "tomorrow", Meaning::Day(DayWord::Tomorrow)),
    (Es, "hoy", Meaning::Day(DayWord::Today)),
    (Es, "ayer", Meaning::Day(DayWord::Yesterday)),
    (Es, "manana", Meaning::Day(DayWord::Tomorrow)),
    (En, "mon", weekday(Weekday::Mon)),
    (En, "monday", weekday(Weekday::Mon)),
    (En, "tue", weekday(Weekday::Tue)),
    (En, "tues", weekday(Weekday::Tue)),
    (En, "tuesday", weekday(Weekday::Tue)),
    (En, "wed", weekday(Weekday::Wed)),
    (En, "wednesday", weekday(Weekday::Wed)),
    (En, "thu", weekday(Weekday::Thu)),
    (En, "thur", weekday(Weekday::Thu)),
    (En, "thurs", weekday(Weekday::Thu)),
    (En, "thursday", weekday(Weekday::Thu)),
    (En, "fri", weekday(Weekday::Fri)),
    (En, "friday", weekday(Weekday::Fri)),
    (En, "sat", weekday(Weekday::Sat)),
    (En, "saturday", weekday(Weekday::Sat)),
    (En, "sun", weekday(Weekday::Sun)),
    (En, "sunday", weekday(Weekday::Sun)),
    (Es, "lun", weekday(Weekday::Mon)),
    (Es, "lunes", weekday(Weekday::Mon)),
    (Es, "mar", weekday(Weekday::Tue)),
    (Es, "martes", weekday(Weekday::Tue)),
    (Es, "mie", weekday(Weekday::Wed)),
    (Es, "miercoles", weekday(Weekday::Wed)),
    (Es, "jue", weekday(Weekday::Thu)),
    (Es, "jueves", weekday(Weekday::Thu)),
    (Es, "vie", weekday(Weekday::Fri)),
    (Es, "viernes", weekday(Weekday::Fri)),
    (Es, "sab", weekday(Weekday::Sat)),
    (Es, "sabado", weekday(Weekday::Sat)),
    (Es, "dom", weekday(Weekday::Sun)),
    (Es, "domingo", weekday(Weekday::Sun)),
    (En, "in", Meaning::Near(Near::In)),
    (En, "next", Meaning::Near(Near::Next)),
    (En, "last", Meaning::Near(Near::Last)),
    (En, "on", Meaning::Near(Near::On)),
    (Es, "en", Meaning::Near(Near::In)),
    (Es, "hace", Meaning::Near(Near::Ago)),
    (Es, "prox", Meaning::Near(Near::Next)),
    (Es, "proximo", Meaning::Near(Near::Next)),
    (Es, "pasado", Meaning::Near(Near::Last)),
    (Es, "el", Meaning::Near(Near::On)),
    (En, "jan", Meaning::Month(1)),
    (En, "january", Meaning::Month(1)),
    (En, "feb", Meaning::Month(2)),
    (En, "february", Meaning::Month(2)),
    (En, "mar", Meaning::Month(3)),
    (En, "march", Meaning::Month(3)),
    (En, "apr", Meaning::Month(4)),
    (En, "april", Meaning::Month(4)),
    (En, "may", Meaning::Month(5)),
    (En, "jun", Meaning::Month(6)),
    (En, "june", Meaning::Month(6)),
    (En, "jul", Meaning::Month(7)),
    (En, "july", Meaning::Month(7)),
    (En, "aug", Meaning::Month(8)),
    (En, "august", Meaning::Month(8)),
    (En, "sep", Meaning::Month(9)),
    (En, "sept", Meaning::Month(9)),
    (En, "september", Meaning::Month(9)),
    (En, "oct", Meaning::Month(10)),
    (En, "october", Meaning::Month(10)),
    (En, "nov", Meaning::Month(11)),
    (En, "november", Meaning::Month(11)),
    (En, "dec", Meaning::Month(12)),
    (En, "december", Meaning::Month(12)),
    (Es, "ene", Meaning::Month(1)),
    (Es, "enero", Meaning::Month(1)),
    (Es, "feb", Meaning::Month(2)),
    (Es, "febrero", Meaning::Month(2)),
    (Es, "mar", Meaning::Month(3)),
    (Es, "marzo", Meaning::Month(3)),
    (Es, "abr", Meaning::Month(4)),
    (Es, "abril", Meaning::Month(4)),
    (Es, "may", Meaning::Month(5)),
    (Es, "mayo", Meaning::Month(5)),
    (Es, "jun", Meaning::Month(6)),
    (Es, "junio", Meaning::Month(6)),
    (Es, "jul", Meaning::Month(7)),
    (Es, "julio", Meaning::Month(7)),
    (Es, "ago", Meaning::Month(8)),
    (Es, "agosto", Meaning::Month(8)),
    (Es, "sep", Meaning::Month(9)),
    (Es, "sept", Meaning::Month(9)),
    (Es, "septiembre", Meaning::Month(9)),
    (Es, "oct", Meaning::Month(10)),
    (Es, "octubre", Meaning::Month(10)),
    (Es, "nov", Meaning::Month(11)),
    (Es, "noviembre", Meaning::Month(11)),
    (Es, "dic", Meaning::Month(12)),
    (Es, "diciembre", Meaning::Month(12)),
    (En, "day", Meaning::Length(Length::Days)),
    (En, "days", Meaning::Length(Length::Days)),
    (En, "week", Meaning::Length(Length::Weeks)),
    (En, "weeks", Meaning::Length(Length::Weeks)),
    (En, "month", Meaning::Length(Length::Months)),
    (En, "months", Meaning::Length(Length::Months)),
    (Es, "dia", Meaning::Length(Length::Days)),
    (Es, "dias", Meaning::Length(Length::Days)),
    (Es, "semana", Meaning::Length(Length::Weeks)),
    (Es, "semanas", Meaning::Length(Length::Weeks)),
    (Es, "mes", Meaning::Length(Length::Months)),
    (Es, "meses", Meaning::Length(Length::Months)),
    (En, "champion", Meaning::Stance(Stance::Champion)),
    (En, "supporter", Meaning::Stance(Stance::Supporter)),
    (En, "neutral", Meaning::Stance(Stance::Neutral)),
    (En, "sceptic", Meaning::Stance(Stance::Sceptic)),
    (En, "skeptic", Meaning::Stance(Stance::Sceptic)),
    (En, "blocker", Meaning::Stance(Stance::Blocker)),
    (Es, "promotor", Meaning::Stance(Stance::Champion)),
    (Es, "promotora", Meaning::Stance(Stance::Champion)),
    (Es, "partidario", Meaning::Stance(Stance::Supporter)),
    (Es, "partidaria", Meaning::Stance(Stance::Supporter)),
    (Es, "neutral", Meaning::Stance(Stance::Neutral)),
    (Es, "esceptico", Meaning::Stance(Stance::Sceptic)),
    (Es, "esceptica", Meaning::Stance(Stance::Sceptic)),
    (Es, "detractor", Meaning::Stance(Stance::Blocker)),
    (Es, "detractora", Meaning::Stance(Stance::Blocker)),
    (En, "user", Meaning::Role(BuyingRole::User)),
    (En, "influencer", Meaning::Role(BuyingRole::Influencer)),
    (En, "decider", Meaning::Role(BuyingRole::Decider)),
    (En, "buyer", Meaning::Role(BuyingRole::Buyer)),
    (En, "gatekeeper", Meaning::Role(BuyingRole::Gatekeeper)),
    (En, "initiator", Meaning::Role(BuyingRole::Initiator)),
    (En, "other", Meaning::Role(BuyingRole::Other)),
    (Es, "usuario", Meaning::Role(BuyingRole::User)),
    (Es, "usuaria", Meaning::Role(BuyingRole::User)),
    (Es, "influenciador", Meaning::Role(BuyingRole::Influencer)),
    (Es, "influenciadora", Meaning::Role(BuyingRole::Influencer)),
    (Es, "decisor", Meaning::Role(BuyingRole::Decider)),
    (Es, "decisora", Meaning::Role(BuyingRole::Decider)),
    (Es, "comprador", Meaning::Role(BuyingRole::Buyer)),
    (Es, "compradora", Meaning::Role(BuyingRole::Buyer)),
    (Es, "filtro", Meaning::Role(BuyingRole::Gatekeeper)),
    (Es, "iniciador", Meaning::Role(BuyingRole::Initiator)),
    (Es, "iniciadora", Meaning::Role(BuyingRole::Initiator)),
    (Es, "otro", Meaning::Role(BuyingRole::Other)),
    (Es, "otra", Meaning::Role(BuyingRole::Other)),
    (En, "from", Meaning::Filter(Filter::From)),
    (En, "with", Meaning::Filter(Filter::With)),
    (En, "tag", Meaning::Filter(Filter::Tag)),
    (En, "since", Meaning::Filter(Filter::Since)),
    (Es, "de", Meaning::Filter(Filter::From)),
    (Es, "con", Meaning::Filter(Filter::With)),
    (Es, "etiqueta", Meaning::Filter(Filter::Tag)),
    (Es, "desde", Meaning::Filter(Filter::Since)),
    (En, "all", Meaning::Prose),
    (En, "but", Meaning::Prose),
    (En, "can", Meaning::Prose),
    (En, "for", Meaning::Prose),
    (En, "from", Meaning::Prose),
    (En, "had", Meaning::Prose),
    (En, "has", Meaning::Prose),
    (En, "have", Meaning::Prose),
    (En, "her", Meaning::Prose),
    (En, "him", Meaning::Prose),
    (En, "his", Meaning::Prose),
    (En, "may", Meaning::Prose),
    (En, "must", Meaning::Prose),
    (En, "new", Meaning::Prose),
    (En, "not", Meaning::Prose),
    (En, "our", Meaning::Prose),
    (En, "she", Meaning::Prose),
    (En, "that", Meaning::Prose),
    (En, "the", Meaning::Prose),
    (En, "them", Meaning::Prose),
    (En, "they", Meaning::Prose),
    (En, "this", Meaning::Prose),
    (En, "was", Meaning::Prose),
    (En, "were", Meaning::Prose),
    (En, "will", Meaning::Prose),
    (En, "you", Meaning::Prose),
    (Es, "como", Meaning::Prose),
    (Es, "del", Meaning::Prose),
    (Es, "ella", Meaning::Prose),
    (Es, "ellos", Meaning::Prose),
    (Es, "era", Meaning::Prose),
    (Es, "esta", Meaning::Prose),
    (Es, "este", Meaning::Prose),
    (Es, "fue", Meaning::Prose),
    (Es, "han", Meaning::Prose),
    (Es, "hay", Meaning::Prose),
    (Es, "las", Meaning::Prose),
    (Es, "los", Meaning::Prose),
    (Es, "mas", Meaning::Prose),
    (Es, "muy", Meaning::Prose),
    (Es, "nos", Meaning::Prose),
    (Es, "para", Meaning::Prose),
    (Es, "pero", Meaning::Prose),
    (Es, "por", Meaning::Prose),
    (Es, "que", Meaning::Prose),
    (Es, "ser", Meaning::Prose),
    (Es, "sin", Meaning::Prose),
    (Es, "son", Meaning::Prose),
    (Es, "sus", Meaning::Prose),
    (Es, "tal", Meaning::Prose),
    (Es, "una", Meaning::Prose),
    (Es, "uno", Meaning::Prose),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::text::fold;

    #[test]
    fn words_are_written_as_they_are_compared() {
        for (_, word, _) in WORDS {
            assert_eq!(fold(word), *word);
        }
    }

    #[test]
    fn in_one_place_a_word_has_one_meaning() {
        for (i, (_, word, meaning)) in WORDS.iter().enumerate() {
            for (_, other, second) in WORDS.iter().skip(i + 1) {
                let clash = word == other && meaning.slot() == second.slot() && meaning != second;
                assert!(!clash, "{word}: {meaning:?} and {second:?}");
            }
        }
    }

    #[test]
    fn no_word_is_in_the_table_twice() {
        for (i, row) in WORDS.iter().enumerate() {
            assert!(!WORDS.iter().skip(i + 1).any(|other| row == other), "{row:?}");
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
