//! What a client takes against what it is worth (§11): share of the minutes logged / share of the yearly margin and of what could
//! still be won of it. 1 is balanced.
use crate::domain::Id;
use crate::domain::cadence::as_f64;
use crate::domain::choice::Channel;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::score::{Figure, Input, Known, Part, Score, count};
use crate::domain::whitespace::Gaps;

/// Minutes of a conversation of which nobody wrote down how long it was. An event counts as a meeting, a message as an e-mail,
/// a note is no conversation.
pub const fn assumed(channel: Channel) -> i64 {
    match channel {
        Channel::Call => 15,
        Channel::Video => 30,
        Channel::Meeting | Channel::Event => 60,
        Channel::Visit => 120,
        Channel::Email | Channel::Message => 5,
        Channel::Note => 0,
    }
}

/// The time that a client has taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Time {
    /// Minutes in all.
    pub minutes: i64,
    /// Of them, those that were assumed.
    pub assumed: i64,
    /// Conversations.
    pub talks: usize,
}

impl Time {
    /// One conversation more, with its minutes if they were written down.
    pub const fn add(&mut self, channel: Channel, minutes: Option<i64>) {
        self.talks += 1;
        if let Some(minutes) = minutes {
            self.minutes += minutes;
        } else {
            self.minutes += assumed(channel);
            self.assumed += assumed(channel);
        }
    }
}

/// What all clients together take, and what those are worth of whom that is known.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Totals {
    /// Minutes.
    pub minutes: f64,
    /// Yearly margin and what could still be won of it, in the currency of sums.
    pub worth: f64,
}

/// What a client takes against what it is worth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Effort {
    /// Its share of the time, 0 … 1.
    pub of_time: f64,
    /// Its share of the worth, 0 … 1.
    pub of_worth: f64,
}

impl Effort {
    /// Share of the time / share of the worth; `None` of a client that is worth nothing.
    pub fn index(self) -> Option<f64> {
        (self.of_worth > 0.0).then(|| self.of_time / self.of_worth)
    }

    /// By how many points the share of the time exceeds that of the worth; below zero it falls short (§12, insight 15).
    pub fn apart(self) -> f64 {
        (self.of_time - self.of_worth) * 100.0
    }
}

impl Totals {
    /// The totals of clients by their time and, where it is known, their worth.
    pub fn of(clients: impl Iterator<Item = (Time, Option<f64>)>) -> Self {
        clients.fold(Self::default(), |sum, (time, worth)| Self {
            minutes: sum.minutes + as_f64(time.minutes),
            worth: sum.worth + worth.unwrap_or(0.0),
        })
    }

    /// What one of these clients is of all logged minutes, 0 … 1; `None` where there are none.
    pub fn of_time(&self, time: Time) -> Option<f64> {
        (self.minutes > 0.0).then(|| as_f64(time.minutes) / self.minutes)
    }

    /// The effort of one of these clients; `None` where its worth is not known, or all are worth nothing or took no time.
    pub fn effort(&self, time: Time, worth: Option<f64>) -> Option<Effort> {
        let worth = worth.filter(|_| self.worth > 0.0)?;
        Some(Effort { of_time: self.of_time(time)?, of_worth: worth / self.worth })
    }
}

/// One client, with why its figures are not known.
#[derive(Debug, Clone, PartialEq)]
pub struct Client {
    /// The client.
    pub account: Id,
    /// Its time of the last twelve months.
    pub time: Time,
    /// Its yearly margin after the cost of care, in the currency of sums.
    pub margin: Known,
    /// What could still be won of it a year, as margin (`Σ gap · margin %`), in the currency of sums.
    pub gap: Known,
    /// The cells that it is made of.
    pub cells: Gaps,
}

/// How the index of a client is made, for `=`.
pub fn explained(client: &Client, totals: Totals) -> Score {
    let worth = client.margin.clone().and_then(|margin| Ok(margin + client.gap.clone()?));
    let whole = |sum: f64, none: &str| if sum > 0.0 { Ok(sum) } else { Err(Explain::new(none)) };
    let of_time = totals.of_time(client.time).ok_or_else(|| Explain::new("portfolio-no-minutes"));
    let of_worth = worth.and_then(|worth| Ok(worth / whole(totals.worth, "portfolio-no-worth")?));
    // Why it is not known what they are worth comes first: it can be mended.
    let value =
        of_worth.clone().and_then(|worth| Ok((of_time.clone()?, whole(worth, "portfolio-no-worth")?)));
    let value = value.map(|(time, worth)| time / worth);
    // The yearly margin and every cell count alike: one whose amount is not known adds nothing and makes it less certain.
    let known = count(1 + client.cells.known) / count(1 + client.cells.known + client.cells.unknown);
    Score {
        formula: Explain::new("portfolio-formula-effort"),
        evidence: if value.is_ok() { known } else { 0.0 },
        value: value.map(Figure::Plain),
        parts: vec![time_part(client, of_time), worth_part(client, of_worth)],
    }
}

fn time_part(client: &Client, share: Known) -> Part {
    let input = |key, figure| Input::new(Explain::new(key), figure).of(Kind::Account, client.account);
    let minutes = |n: i64| Figure::Words(Explain::new("portfolio-minutes").with("minutes", n));
    let mut inputs = vec![
        input("portfolio-input-minutes", minutes(client.time.minutes)),
        input("portfolio-input-talks", Figure::Count(client.time.talks)),
    ];
    if client.time.assumed > 0 {
        inputs.push(input("portfolio-input-assumed", minutes(client.time.assumed)));
    }
    Part::plain("portfolio-part-time", share.map(Figure::Share), inputs)
}

fn worth_part(client: &Client, share: Known) -> Part {
    let input = |key, known: &Known| {
        let figure = known.clone().map_or_else(Figure::Words, Figure::Measured);
        Input::new(Explain::new(key), figure).of(Kind::Account, client.account)
    };
    let mut inputs =
        vec![input("portfolio-input-margin", &client.margin), input("portfolio-input-gap", &client.gap)];
    if client.cells.unknown > 0 {
        let label = Explain::new("portfolio-input-gap-unknown");
        inputs.push(Input::new(label, Figure::Count(client.cells.unknown)).of(Kind::Account, client.account));
    }
    Part::plain("portfolio-part-worth", share.map(Figure::Share), inputs)
}

/// Points between the shares below which nothing is said.
const APART: f64 = 5.0;

/// How an effort is judged: from twice as much time as worth on it is too much, from half of it on too little, but only where the
/// shares are 5 points apart: of a small client nobody needs to be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Balance {
    /// Much more time than it is worth.
    TooMuch,
    /// In between.
    Balanced,
    /// Much less time than it is worth.
    TooLittle,
}

impl Balance {
    /// The balance of an effort.
    pub fn of(effort: Effort) -> Self {
        let apart = effort.apart();
        match effort.index() {
            Some(index) if index >= 2.0 && apart >= APART => Self::TooMuch,
            Some(index) if index <= 0.5 && apart <= -APART => Self::TooLittle,
            Some(_) | None => Self::Balanced,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn efforts(clients: &[(i64, Option<f64>)]) -> Vec<Option<Effort>> {
        let time = |minutes| Time { minutes, assumed: 0, talks: 1 };
        let totals = Totals::of(clients.iter().map(|(minutes, worth)| (time(*minutes), *worth)));
        clients.iter().map(|(minutes, worth)| totals.effort(time(*minutes), *worth)).collect()
    }

    fn index(effort: Option<Effort>) -> f64 {
        effort.and_then(Effort::index).unwrap()
    }

    #[test]
    fn time_in_proportion_to_the_worth_is_balanced() {
        let found = efforts(&[(300, Some(75.0)), (100, Some(25.0))]);
        assert!(found.iter().all(|e| (index(*e) - 1.0).abs() < 1e-9));
        // 3/4 of the time for 1/4 of the worth.
        let found = efforts(&[(300, Some(25.0)), (100, Some(75.0))]);
        assert!((index(found[0]) - 3.0).abs() < 1e-9 && (index(found[1]) - 1.0 / 3.0).abs() < 1e-9);
        assert!((found[0].unwrap().apart() - 50.0).abs() < 1e-9);
        let balances = found.iter().map(|e| Balance::of(e.unwrap())).collect::<Vec<_>>();
        assert_eq!(balances, [Balance::TooMuch, Balance::TooLittle]);
        assert_eq!(Balance::of(Effort { of_time: 0.03, of_worth: 0.01 }), Balance::Balanced);
    }

    #[test]
    fn minutes_that_nobody_wrote_down_are_assumed_and_marked() {
        let mut time = Time::default();
        for (channel, minutes) in [
            (Channel::Call, None),
            (Channel::Visit, None),
            (Channel::Meeting, Some(45)),
            (Channel::Email, None),
        ] {
            time.add(channel, minutes);
        }
        assert_eq!(time, Time { minutes: 15 + 120 + 45 + 5, assumed: 140, talks: 4 });
        assert_eq!((assumed(Channel::Video), assumed(Channel::Meeting), assumed(Channel::Note)), (30, 60, 0));
    }

    #[test]
    fn a_client_whose_worth_is_not_known_has_no_index_but_its_minutes_are_logged_ones() {
        let found = efforts(&[(50, Some(10.0)), (900, None), (50, Some(10.0))]);
        assert!((index(found[0]) - 0.05 / 0.5).abs() < 1e-9);
        assert_eq!(found[1], None);
    }

    #[test]
    fn nothing_is_divided_by_nothing_and_the_reason_is_said() {
        let why = |minutes, margin: Known, totals| {
            let time = Time { minutes, assumed: 0, talks: 1 };
            let client = Client { account: 1, time, margin, gap: Ok(0.0), cells: Gaps::default() };
            explained(&client, totals).value.map_err(|why| why.key)
        };
        let totals = Totals { minutes: 100.0, worth: 40.0 };
        assert_eq!(why(50, Ok(10.0), totals), Ok(Figure::Plain(2.0)));
        assert_eq!(why(50, Ok(10.0), Totals { minutes: 0.0, ..totals }), Err("portfolio-no-minutes".into()));
        assert_eq!(why(50, Ok(0.0), totals), Err("portfolio-no-worth".into()));
        assert_eq!(why(50, Err(Explain::new("revenue-none")), totals), Err("revenue-none".into()));
        assert_eq!(efforts(&[(10, Some(0.0)), (10, Some(5.0))])[0].unwrap().index(), None);
        assert_eq!(efforts(&[(0, Some(5.0))]), [None]);
    }

    proptest! {
        #[test]
        fn shares_of_time_and_worth_add_up_to_one(
            seed in proptest::collection::vec((1..5_000_i64, 1.0..1e7_f64), 1..30),
        ) {
            let clients: Vec<_> = seed.iter().map(|(minutes, worth)| (*minutes, Some(*worth))).collect();
            let found: Vec<Effort> = efforts(&clients).into_iter().flatten().collect();
            let sum = |of: fn(&Effort) -> f64| found.iter().map(of).sum::<f64>();
            prop_assert!((sum(|e| e.of_time) - 1.0).abs() < 1e-9 && (sum(|e| e.of_worth) - 1.0).abs() < 1e-9);
            // Weighted by the worth the indexes are 1: who takes more is paid for by who takes less.
            prop_assert!((sum(|e| e.of_worth * e.index().unwrap()) - 1.0).abs() < 1e-6);
        }
    }
}
