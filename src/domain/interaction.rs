//! A conversation.
use super::choice::{Channel, Choice, Direction, Sentiment};
use super::field::Link;
use super::kind::Kind;
use super::value::FieldKind::{
    Choice as OneOf, Day, Flag, Link as To, Links, Minutes, Note, Tags, Text, Texts, Time,
};
use crate::entity;

entity! {
    /// A meeting, call, e-mail …; planned ones count as nothing until held.
    Interaction {
        /// Kind: meeting, call, e-mail …
        channel: Option<Channel> => OneOf(Channel::SET), required;
        /// Who spoke to whom.
        direction: Option<Direction> => OneOf(Direction::SET);
        /// Calendar day where it happened.
        day: Option<chrono::NaiveDate> => Day, required;
        /// Wall-clock time, without a zone.
        time: Option<chrono::NaiveTime> => Time;
        /// How long, in minutes.
        minutes: Option<i64> => Minutes;
        /// With which client.
        account: Option<Link> => To(Kind::Account);
        /// With whom of theirs.
        people: Vec<Link> => Links(Kind::Person);
        /// With whom of ours.
        colleagues: Vec<Link> => Links(Kind::Colleague);
        /// What was said, Markdown.
        text: String => Note;
        /// One word each.
        tags: Vec<String> => Tags;
        /// How it felt.
        sentiment: Option<Sentiment> => OneOf(Sentiment::SET);
        /// Documents, web pages.
        links: Vec<String> => Texts;
        /// Not held yet.
        planned: bool => Flag;
        /// Something in the line was not understood.
        to_sort: bool => Flag;
        /// The line as it was typed.
        raw: String => Note, kept;
        /// By what a calendar or a mailbox knows it, so that it never comes in twice: the UID of an event, with `#` and the day if
        /// it recurs, or `mail:` and a Message-ID.
        source: String => Text, kept;
        /// Which edition of it the calendar told last, so that an older file takes nothing back: its number, its last change, and when it
        /// was written, between slashes.
        edition: String => Text, kept;
    }
}
