//! A client, with what is judged about it.
use super::choice::{BuyingRole, Choice, Risk, Tier, WhyKey};
use super::explain::Explain;
use super::field::Link;
use super::kind::Kind;
use super::value::FieldKind::{
    Choice as OneOf, Choices, Count, Currency, Link as To, Month, Note, Percent, Score, Text, Texts,
};
use super::value::SCALE;
use crate::entity;

entity! {
    /// A client; a key account when its tier says so.
    Account {
        /// As the client is called every day.
        name: String => Text, required;
        /// Other names it goes by.
        aliases: Vec<String> => Texts;
        /// Key or standard; empty counts as standard.
        tier: Option<Tier> => OneOf(Tier::SET);
        /// The account it belongs to.
        part_of: Option<Link> => To(Kind::Account);
        /// What they do.
        sector: String => Text;
        /// Where they are.
        site: String => Text;
        /// In which their figures are, if not the book's.
        currency: String => Currency;
        /// First month of their fiscal year.
        fiscal_start: Option<i64> => Month;
        /// How big, 1–5.
        size: Option<i64> => Score(1, 5);
        /// How much they could still buy, 1–5.
        potential: Option<i64> => Score(1, 5);
        /// What their name is worth to us, 1–5.
        reference: Option<i64> => Score(1, 5);
        /// Stated risk of losing them.
        risk: Option<Risk> => OneOf(Risk::SET);
        /// Why they are a key account.
        why_key: Option<WhyKey> => OneOf(WhyKey::SET);
        /// What they buy from us a year, where no indicator says so.
        revenue: Option<super::money::Money> => super::value::FieldKind::Money;
        /// Contribution margin.
        margin: Option<i64> => Percent;
        /// Chance per year that they stay.
        retention: Option<i64> => Percent;
        /// How much what they buy grows a year.
        growth: Option<i64> => Percent;
        /// Roles that somebody there should hold, beside a champion; empty is those of the book.
        required_roles: Vec<BuyingRole> => Choices(BuyingRole::SET);
        /// Web pages, folders.
        links: Vec<String> => Texts;
        /// Free text.
        notes: String => Note;
        /// Place among the tabs, smallest first; the user's order.
        position: Option<i64> => Count(1, 999);
    }
}

impl Account {
    /// Whether the chance that they stay is one.
    ///
    /// # Errors
    /// `account-retention` below 0 % and above 100 %.
    pub fn check(&self) -> Result<(), Explain> {
        let fits = self.retention.is_none_or(|p| (0..=100 * SCALE).contains(&p));
        if fits { Ok(()) } else { Err(Explain::new("account-retention").with("name", &self.name)) }
    }
}
