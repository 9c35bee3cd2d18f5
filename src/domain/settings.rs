//! What changes a figure: settings of the book, journaled and exported like every record.
use super::value::FieldKind::{Count, Currency, Month, Text};
use crate::entity;

entity! {
    /// The book's settings; an empty one has the default of [`Settings::standard`].
    Settings {
        /// Whose book it is, as reports sign.
        owner: String => Text;
        /// Currency of sums.
        base_currency: String => Currency;
        /// First month of the company's year.
        company_year_start: Option<i64> => Month;
        /// Days between contacts with a decider.
        cadence_decider: Option<i64> => Count(1, 999);
        /// Days between contacts with a champion.
        cadence_champion: Option<i64> => Count(1, 999);
        /// Days between contacts with an influencer, gatekeeper or buyer.
        cadence_influencer: Option<i64> => Count(1, 999);
        /// Days between contacts with a user or initiator.
        cadence_user: Option<i64> => Count(1, 999);
        /// Days between contacts with anybody else.
        cadence_other: Option<i64> => Count(1, 999);
        /// Days for which the history keeps old versions.
        history_days: Option<i64> => Count(30, 9999);
    }
}

impl Settings {
    /// The defaults (`formulas.md` §1).
    pub fn standard() -> Self {
        Self {
            base_currency: "EUR".to_owned(),
            company_year_start: Some(1),
            cadence_decider: Some(30),
            cadence_champion: Some(21),
            cadence_influencer: Some(45),
            cadence_user: Some(60),
            cadence_other: Some(90),
            history_days: Some(400),
            ..Self::default()
        }
    }
}
