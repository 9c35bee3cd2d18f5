//! What changes a figure: settings of the book, journaled and exported like every record.
use super::choice::{BuyingRole, Choice};
use super::money::Currency as Money;
use super::period::CompanyYear;
use super::value::FieldKind::{Choices, Count, Currency, Month, Percent, Text};
use super::value::SCALE;
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
        /// On track from here on.
        kpi_green: Option<i64> => Percent;
        /// At risk from here on, off track below.
        kpi_amber: Option<i64> => Percent;
        /// Weight of the indicators in the health of an account.
        weight_commercial: Option<i64> => Count(0, 100);
        /// Weight of the relationship.
        weight_relationship: Option<i64> => Count(0, 100);
        /// Weight of our promises.
        weight_commitments: Option<i64> => Count(0, 100);
        /// Weight of their satisfaction.
        weight_satisfaction: Option<i64> => Count(0, 100);
        /// Weight of the plan.
        weight_plan: Option<i64> => Count(0, 100);
        /// Roles that somebody at every account should hold, beside a champion.
        required_roles: Vec<BuyingRole> => Choices(BuyingRole::SET);
        /// Days for which the history keeps old versions.
        history_days: Option<i64> => Count(30, 9999);
    }
}

impl Settings {
    /// The company's year.
    pub fn company_year(&self) -> CompanyYear {
        CompanyYear::starting(self.company_year_start.unwrap_or(1))
    }

    /// Currency of sums; euro where none is set.
    pub fn currency(&self) -> Money {
        Money::of(&self.base_currency).unwrap_or_default()
    }

    /// The defaults (`formulas.md` §1, §4, §6, §10).
    pub fn standard() -> Self {
        Self {
            base_currency: "EUR".to_owned(),
            company_year_start: Some(1),
            cadence_decider: Some(30),
            cadence_champion: Some(21),
            cadence_influencer: Some(45),
            cadence_user: Some(60),
            cadence_other: Some(90),
            kpi_green: Some(95 * SCALE),
            kpi_amber: Some(85 * SCALE),
            weight_commercial: Some(30),
            weight_relationship: Some(30),
            weight_commitments: Some(15),
            weight_satisfaction: Some(15),
            weight_plan: Some(10),
            required_roles: vec![
                BuyingRole::User,
                BuyingRole::Influencer,
                BuyingRole::Decider,
                BuyingRole::Buyer,
                BuyingRole::Gatekeeper,
            ],
            history_days: Some(400),
            ..Self::default()
        }
    }
}
