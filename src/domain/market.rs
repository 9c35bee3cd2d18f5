//! What we sell and where it could be sold, who else sells there, what was learned of the market, and the care given to a client.
use chrono::NaiveDate;

use super::choice::{CellState, Choice, Confidence, PerkKind, Sentiment, Topic};
use super::field::Link;
use super::kind::Kind;
use super::money::Money;
use super::value::FieldKind::{
    Choice as OneOf, Day, Flag, Link as To, Money as Amount, Note, Percent, Text, Texts,
};
use crate::entity;

entity! {
    /// Somebody who sells what we sell.
    Competitor {
        /// As they are called.
        name: String => Text, required;
        /// Other names.
        aliases: Vec<String> => Texts;
        /// What they do better than we.
        strengths: String => Note;
        /// What they do worse.
        weaknesses: String => Note;
        /// Web pages, documents.
        links: Vec<String> => Texts;
        /// Free text.
        notes: String => Note;
    }
}

entity! {
    /// Something that we sell.
    Offering {
        /// As we call it.
        name: String => Text, required;
        /// To what it belongs.
        family: String => Text;
        /// No longer sold.
        retired: bool => Flag;
        /// Free text.
        notes: String => Note;
    }
}

entity! {
    /// An offering at a part of an account: a cell of the white space (`formulas.md` §9).
    WhiteSpace {
        /// What could be sold.
        offering: Option<Link> => To(Kind::Offering), required;
        /// To whom.
        account: Option<Link> => To(Kind::Account), required;
        /// To which part; empty is the account as a whole.
        unit: Option<Link> => To(Kind::Unit);
        /// Who serves it now.
        state: Option<CellState> => OneOf(CellState::SET), required;
        /// What they spend with us a year.
        ours: Option<Money> => Amount;
        /// What they spend in all a year.
        total: Option<Money> => Amount;
        /// Who serves it, if a competitor does.
        competitor: Option<Link> => To(Kind::Competitor);
        /// When the contract with that competitor ends.
        ends_on: Option<NaiveDate> => Day;
        /// Chance of winning what is not ours, if not that of the state.
        probability: Option<i64> => Percent;
        /// Free text.
        notes: String => Note;
    }
}

entity! {
    /// Something learned about a client, the market or ourselves.
    Insight {
        /// What, in one sentence.
        name: String => Text, required;
        /// About which client; empty is all.
        account: Option<Link> => To(Kind::Account);
        /// About what.
        topic: Option<Topic> => OneOf(Topic::SET), required;
        /// When it was learned.
        day: Option<NaiveDate> => Day, required;
        /// From where or whom.
        source: String => Text;
        /// How sure it is.
        confidence: Option<Confidence> => OneOf(Confidence::SET);
        /// About which competitor.
        competitor: Option<Link> => To(Kind::Competitor);
        /// The sale it became.
        opportunity: Option<Link> => To(Kind::Opportunity);
        /// The initiative it became.
        initiative: Option<Link> => To(Kind::Initiative);
        /// The conversation in which it came up.
        interaction: Option<Link> => To(Kind::Interaction);
        /// Free text.
        text: String => Note;
    }
}

entity! {
    /// Special care given to an account: an exclusive resource or a tailored offer.
    Perk {
        /// What.
        name: String => Text, required;
        /// To which client.
        account: Option<Link> => To(Kind::Account), required;
        /// Resource or offer.
        sort: Option<PerkKind> => OneOf(PerkKind::SET), required;
        /// What it costs us a year.
        cost: Option<Money> => Amount;
        /// Since when.
        since: Option<NaiveDate> => Day;
        /// Until when.
        until: Option<NaiveDate> => Day;
        /// How it was received.
        received: Option<Sentiment> => OneOf(Sentiment::SET);
        /// What they said of it.
        notes: String => Note;
    }
}

impl WhiteSpace {
    /// A new one: nobody knows yet.
    pub fn fresh() -> Self {
        Self { state: Some(CellState::Unknown), ..Self::default() }
    }
}

impl Insight {
    /// A new one: about the client.
    pub fn fresh() -> Self {
        Self { topic: Some(Topic::Client), ..Self::default() }
    }
}

impl Perk {
    /// A new one: an exclusive resource.
    pub fn fresh() -> Self {
        Self { sort: Some(PerkKind::Resource), ..Self::default() }
    }
}
