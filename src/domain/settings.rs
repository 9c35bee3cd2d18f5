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
        /// The addresses from which they write: what comes from there is ours.
        owner_emails: Vec<String> => super::value::FieldKind::Emails;
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
        /// What the company sells a year, for the share of each client.
        company_revenue: Option<super::money::Money> => super::value::FieldKind::Money;
        /// Years of a lifetime value.
        cltv_years: Option<i64> => Count(1, 30);
        /// Interest by which later years count less.
        discount: Option<i64> => Percent;
        /// Chance of winning what a competitor has.
        chance_competitor: Option<i64> => Percent;
        /// Chance of winning what they do themselves.
        chance_in_house: Option<i64> => Percent;
        /// Chance of winning the rest of what is ours already.
        chance_ours: Option<i64> => Percent;
        /// Weight of the size in the valuation of a client.
        weight_size: Option<i64> => Count(0, 100);
        /// Weight of what they could still buy.
        weight_potential: Option<i64> => Count(0, 100);
        /// Weight of what their name is worth.
        weight_reference: Option<i64> => Count(0, 100);
        /// Roles that somebody at every account should hold, beside a champion.
        required_roles: Vec<BuyingRole> => Choices(BuyingRole::SET);
        /// Days after which the report to management is due again.
        report_every: Option<i64> => Count(1, 999);
        /// Days after which the review of an account is due again.
        review_every: Option<i64> => Count(1, 999);
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

    /// The defaults (`formulas.md` §1, §4, §6, §9, §10, §11).
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
            cltv_years: Some(5),
            discount: Some(10 * SCALE),
            chance_competitor: Some(20 * SCALE),
            chance_in_house: Some(10 * SCALE),
            chance_ours: Some(50 * SCALE),
            weight_size: Some(1),
            weight_potential: Some(1),
            weight_reference: Some(1),
            required_roles: vec![
                BuyingRole::User,
                BuyingRole::Influencer,
                BuyingRole::Decider,
                BuyingRole::Buyer,
                BuyingRole::Gatekeeper,
            ],
            report_every: Some(30),
            review_every: Some(90),
            history_days: Some(400),
            ..Self::default()
        }
    }
}
