//! What sums of today are made with: what currencies are worth, and the company's year whose rates count.
use chrono::NaiveDate;

use super::sales::Into;
use crate::domain::choice::Frequency;
use crate::domain::money::{Currency, Money, Rates};
use crate::domain::period::{CompanyYear, Period};
use crate::domain::score::Known;
use crate::domain::settings::Settings;
use crate::store::Store;
use crate::store::fault::Fault;

/// In what amounts without a day are given and added up.
pub(super) struct Terms {
    /// What the book is set to.
    pub settings: Settings,
    /// What currencies are worth; the base is the currency of sums.
    pub rates: Rates,
    /// The company's year.
    pub year: CompanyYear,
    /// Which of them is today's: its rates count for what is written without a day.
    pub of: i32,
    /// The day.
    pub today: NaiveDate,
}

impl Terms {
    /// The company's year of today as a period.
    pub(super) const fn period(&self) -> Period {
        Period::Year(self.of)
    }

    /// Into what sums of today's sales are brought.
    pub(super) fn into(&self) -> Into<'_> {
        Into { rates: &self.rates, to: self.rates.base, year: self.of }
    }

    /// An amount without a day, in the currency of sums.
    pub(super) fn in_sums(&self, money: Money) -> Known {
        self.rates.in_base(money, self.of)
    }

    /// Units of a currency in that of sums.
    pub(super) fn in_base(&self, units: f64, currency: Currency) -> Known {
        Ok(units * self.rates.rate(currency, self.of)?)
    }
}

impl Store {
    /// The terms of today.
    pub(super) fn terms(&self, today: NaiveDate) -> Result<Terms, Fault> {
        let settings = self.settings()?;
        let (year, rates) = (settings.company_year(), self.rates(&settings)?);
        Ok(Terms { of: year.year_of(year.at(today, Frequency::Yearly)), rates, year, today, settings })
    }
}
