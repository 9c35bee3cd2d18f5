//! A stakeholder, and their place at an account.
use super::choice::{BuyingRole, Choice, Stance};
use super::field::Link;
use super::kind::Kind;
use super::value::FieldKind::{
    Choice as OneOf, Choices, Count, Day, Emails, Flag, Link as To, Note, Score, Tags, Text, Texts,
};
use crate::entity;

entity! {
    /// A human being, whoever they work for.
    Person {
        /// Name and surnames.
        name: String => Text, required;
        /// Other names: maiden name, nickname.
        aliases: Vec<String> => Texts;
        /// E-mail addresses, the usual first.
        emails: Vec<String> => Emails;
        /// Telephone numbers, the usual first.
        phones: Vec<String> => Texts;
        /// Language they like to be spoken to in.
        language: String => Text;
        /// Day of birth.
        birthday: Option<chrono::NaiveDate> => Day;
        /// What they want to achieve.
        wants: String => Note;
        /// What keeps them awake.
        worries: String => Note;
        /// How they like to work.
        style: String => Note;
        /// What a friend would remember.
        personal: String => Note;
        /// Words to find and choose them by.
        tags: Vec<String> => Tags;
        /// They asked not to be contacted: in no queue.
        do_not_contact: bool => Flag;
        /// Somebody who must be there and whose name is not known yet: in no figure and in no queue.
        placeholder: bool => Flag;
    }
}

entity! {
    /// A person's place at an account.
    Membership {
        /// Who.
        person: Option<Link> => To(Kind::Person), required;
        /// Where.
        account: Option<Link> => To(Kind::Account), required;
        /// What is on their card.
        title: String => Text;
        /// Part of the account.
        unit: Option<Link> => To(Kind::Unit);
        /// Places in the buying centre.
        roles: Vec<BuyingRole> => Choices(BuyingRole::SET), fact;
        /// Name of the role `other`.
        other_role: String => Text;
        /// Attitude to us; empty is unknown.
        stance: Option<Stance> => OneOf(Stance::SET), fact;
        /// Weight in decisions, 1–5; empty is assumed from the roles.
        influence: Option<i64> => Score(1, 5), fact;
        /// How much what we do matters to them, 1–5; empty is unknown.
        interest: Option<i64> => Score(1, 5), fact;
        /// Whom they report to.
        reports_to: Option<Link> => To(Kind::Person);
        /// Through whom one gets to them.
        reached_via: Option<Link> => To(Kind::Person);
        /// Days between contacts, if not the role's.
        cadence: Option<i64> => Count(1, 999);
        /// Not to be contacted before that day: holidays, a pause.
        not_before: Option<chrono::NaiveDate> => Day;
        /// First day in this place.
        since: Option<chrono::NaiveDate> => Day;
        /// Last day in this place; set, the membership is over.
        left_on: Option<chrono::NaiveDate> => Day;
        /// Who came after them.
        successor: Option<Link> => To(Kind::Person);
    }
}
