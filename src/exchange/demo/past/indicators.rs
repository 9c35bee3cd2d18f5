//! How the indicators of the demo stood on a day, by the figures that had been entered by then.
use std::collections::HashMap;

use chrono::NaiveDate;

use crate::domain::Id;
use crate::domain::choice::{Better, Frequency, Nature, Ownership, Spread};
use crate::domain::field::{Link, Record};
use crate::domain::health::Indicator;
use crate::domain::kpi::{Actual, Amount, Kpi, Target};
use crate::domain::period::{CompanyYear, Period};
use crate::domain::score::Known;
use crate::domain::scorecard::standing::standing;
use crate::domain::scorecard::{Goal, Series};
use crate::exchange::demo::book::Book;

/// An indicator that enters the health of an account.
pub struct Watched {
    /// Of which account.
    pub account: Id,
    kpi: Id,
    name: String,
    /// Its targets; the figures come and go with the day.
    series: Series,
    /// Each figure with the day on which it was entered, oldest first.
    entered: Vec<(NaiveDate, Period, f64)>,
    /// What was judged already, by how many figures were known.
    judged: HashMap<usize, (Known, Option<NaiveDate>)>,
}

impl Watched {
    /// As it stood on a day.
    pub fn judged(&mut self, on: NaiveDate) -> Indicator {
        let known = self.entered.iter().take_while(|(day, ..)| *day <= on).count();
        let (entered, series) = (&self.entered, &mut self.series);
        let (judged, as_of) = self.judged.entry(known).or_insert_with(|| {
            series.actuals =
                entered.iter().take(known).map(|(_, period, figure)| (*period, *figure)).collect();
            let standing = standing(series, on);
            (standing.judged().clone(), standing.as_of.ok())
        });
        Indicator { kpi: self.kpi, name: self.name.clone(), judged: judged.clone(), as_of: *as_of }
    }
}

/// The own indicators of accounts that people enter.
pub fn watched(book: &Book) -> Vec<Watched> {
    fn all<T: Record + 'static>(book: &Book) -> impl Iterator<Item = &T> {
        book.figures.iter().filter_map(|r| r.any().downcast_ref::<T>())
    }
    let mut found: Vec<Watched> =
        all::<Kpi>(book).filter_map(|kpi| own(kpi, book.settings.company_year())).collect();
    for target in all::<Target>(book) {
        let Some(watched) = found.iter_mut().find(|w| Some(Link(w.kpi)) == target.kpi) else { continue };
        let (Some(period), Some(low)) = (target.period, target.value.map(Amount::units)) else { continue };
        let high = target.high.map(Amount::units);
        watched
            .series
            .targets
            .insert(period, high.map_or_else(|| Goal::of(low), |high| Goal::band(low, high)));
    }
    for actual in all::<Actual>(book) {
        let Some(watched) = found.iter_mut().find(|w| Some(Link(w.kpi)) == actual.kpi) else { continue };
        let figure = actual.value.map(Amount::units);
        let entered = actual.entered_on.zip(actual.period).zip(figure);
        watched.entered.extend(entered.map(|((day, period), figure)| (day, period, figure)));
    }
    for watched in &mut found {
        watched.entered.sort_by_key(|(day, period, _)| (*day, *period));
    }
    found
}

fn own(kpi: &Kpi, year: CompanyYear) -> Option<Watched> {
    if kpi.ownership != Some(Ownership::Own) || kpi.computed.is_some() {
        return None;
    }
    let frequency = kpi.frequency.unwrap_or(Frequency::Monthly);
    let (better, nature) = (kpi.better.unwrap_or(Better::Higher), kpi.nature.unwrap_or(Nature::Flow));
    let series = Series {
        spread: kpi.spread.unwrap_or(Spread::Calendar),
        ..Series::new(year, better, nature, frequency)
    };
    let (entered, judged) = (Vec::new(), HashMap::new());
    Some(Watched {
        account: kpi.account?.0,
        kpi: kpi.head.id,
        name: kpi.name.clone(),
        series,
        entered,
        judged,
    })
}
