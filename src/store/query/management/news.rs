//! Which records of an account are not what a report said of them.
use chrono::NaiveDate;

use super::Managed;
use super::said::{Said, SaidOfSale, Uids};
use crate::domain::Id;
use crate::domain::choice::{Choice, Stage};
use crate::domain::kind::Kind;
use crate::domain::pipeline::is_open;
use crate::domain::score::Source;

/// Something that is not what it was.
#[derive(Debug, Clone, PartialEq)]
pub struct News {
    /// What.
    pub what: What,
    /// The record it leads to.
    pub source: Option<Source>,
}

/// What is different.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// The year lands elsewhere, by a hundredth or more.
    Landing {
        /// Where it landed then.
        before: f64,
        /// Where it lands now.
        now: f64,
        /// What has come in between.
        come: Option<f64>,
    },
    /// A problem came up: its name and what is done next, which may be empty.
    Opened(String, String),
    /// A problem was solved.
    Closed(String),
    /// A sale that was not known.
    NewSale(String, Stage),
    /// A sale has come to another stage; a lost one says why, which may be empty.
    Stage {
        /// What would be sold.
        name: String,
        /// Where it stood.
        before: Stage,
        /// Where it stands.
        now: Stage,
        /// Why it was lost, what is done next.
        why: String,
    },
    /// The close of a sale was moved.
    Moved {
        /// What would be sold.
        name: String,
        /// When it was to close.
        before: NaiveDate,
        /// When it is to close.
        now: NaiveDate,
    },
    /// Something was decided: what, and why, which may be empty.
    Decided(String, String),
    /// A milestone or an initiative was reached.
    Reached(String),
    /// Promises of one side were kept, and others were made.
    Promises {
        /// Of ours.
        ours: bool,
        /// Those that were kept.
        kept: Vec<String>,
        /// Those that are new.
        made: Vec<String>,
    },
}

/// From which share on a landing is another.
const MOVED: f64 = 0.01;

/// All that is different, the weightiest first: money, problems, sales, the plan, decisions, promises.
pub(super) fn news(before: &Said, of: &Managed, uids: &Uids) -> Vec<News> {
    let mut found: Vec<News> = landing(before, of).into_iter().collect();
    found.extend(problems(before, of));
    found.extend(of.sales.iter().filter_map(|s| {
        let uid = uids.get(&(Kind::Opportunity, s.deal.id))?;
        let what = sale(before.sales.get(uid), of.now.sales.get(uid)?, &s.next_step, &s.lost_reason)?;
        Some(News { what, source: Some(Source::Record(Kind::Opportunity, s.deal.id)) })
    }));
    found.extend(reached(before, of, uids));
    let is_new = |uid: &String| of.now.decisions.contains(uid) && !before.decisions.contains(uid);
    found.extend(of.decisions.iter().filter(|d| is_new(&d.head.uid)).map(|d| News {
        what: What::Decided(d.name.clone(), first_line(&d.why)),
        source: Some(Source::Record(Kind::Decision, d.head.id)),
    }));
    found.extend([true, false].into_iter().filter_map(|ours| promises(before, of, uids, ours)));
    found
}

fn first_line(text: &str) -> String {
    text.lines().next().unwrap_or_default().trim().to_owned()
}

fn landing(before: &Said, of: &Managed) -> Option<News> {
    let (then, now) = (before.landing?, of.now.landing?);
    let apart = (now - then).abs() >= MOVED * then.abs().max(1.0);
    let come = of.now.to_date.zip(before.to_date).map(|(now, then)| now - then);
    let kpi = of.revenue()?.figures.kpi.head.id;
    let source = Some(Source::Record(Kind::Kpi, kpi));
    apart.then_some(News { what: What::Landing { before: then, now, come }, source })
}

fn problems(before: &Said, of: &Managed) -> Vec<News> {
    let news = |what, id: Id| News { what, source: Some(Source::Record(Kind::Problem, id)) };
    let one = |p: &crate::domain::problem::Problem| {
        let (was, is) =
            (before.problems.contains_key(&p.head.uid), of.now.problems.contains_key(&p.head.uid));
        match (was, is) {
            (false, true) => Some(news(What::Opened(p.name.clone(), p.next_step.clone()), p.head.id)),
            (true, false) => Some(news(What::Closed(p.name.clone()), p.head.id)),
            (true, true) | (false, false) => None,
        }
    };
    of.problems.iter().filter_map(one).collect()
}

/// What is different of a sale: a new one counts while it is open, another stage more than another day.
fn sale(before: Option<&SaidOfSale>, now: &SaidOfSale, next: &str, lost: &str) -> Option<What> {
    let (name, stage) = (now.name.clone(), Stage::named(&now.stage)?);
    let Some(before) = before else {
        return is_open(stage).then_some(What::NewSale(name, stage));
    };
    let was = Stage::named(&before.stage)?;
    if was != stage {
        let why = if stage == Stage::Lost { lost } else { next };
        return Some(What::Stage { name, before: was, now: stage, why: first_line(why) });
    }
    let day = |said: &SaidOfSale| said.closes_on.as_ref()?.parse::<NaiveDate>().ok();
    let (before, now) = (day(before)?, day(now)?);
    (before != now).then_some(What::Moved { name, before, now })
}

fn reached(before: &Said, of: &Managed, uids: &Uids) -> Vec<News> {
    let mut found = Vec::new();
    let mut note = |uid: &str, kind, id, name: &str| {
        if of.now.reached.contains(uid) && !before.reached.contains(uid) {
            let source = Some(Source::Record(kind, id));
            found.push(News { what: What::Reached(name.to_owned()), source });
        }
    };
    for row in of.plan.iter().flat_map(|p| &p.objectives).flat_map(|o| &o.initiatives) {
        let one = &row.initiative;
        note(&one.head.uid, Kind::Initiative, one.head.id, &one.name);
        for m in &row.milestones {
            if let Some(uid) = uids.get(&(Kind::Milestone, m.id)) {
                note(uid, Kind::Milestone, m.id, &m.name);
            }
        }
    }
    found
}

/// The promises of one side. Those that are gone without having been kept are told by nobody.
fn promises(before: &Said, of: &Managed, uids: &Uids, ours: bool) -> Option<News> {
    let done = |uid: &str| {
        let is = |p: &&crate::store::query::account::PromiseRow| {
            uids.get(&(Kind::Commitment, p.id)).is_some_and(|own| own == uid)
        };
        of.promises.iter().find(is).is_some_and(|p| p.done_on.is_some())
    };
    let gone = |uid: &String| !of.now.promises.contains_key(uid);
    let kept: Vec<String> = before
        .promises
        .iter()
        .filter(|(uid, p)| p.ours == ours && gone(uid) && done(uid))
        .map(|(_, p)| p.text.clone())
        .collect();
    let made =
        of.now.promises.iter().filter(|(uid, p)| p.ours == ours && !before.promises.contains_key(*uid));
    let made: Vec<String> = made.map(|(_, p)| p.text.clone()).collect();
    let any = !kept.is_empty() || !made.is_empty();
    any.then_some(News { what: What::Promises { ours, kept, made }, source: None })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::day;

    fn said(stage: &str, closes: Option<NaiveDate>) -> SaidOfSale {
        SaidOfSale {
            name: "Line 4".to_owned(),
            stage: stage.to_owned(),
            closes_on: closes.map(|on| on.to_string()),
        }
    }

    #[test]
    fn a_stage_counts_more_than_a_day() {
        let (before, later) = (Some(day(2026, 12, 1)), Some(day(2027, 1, 15)));
        let (was, is) = (said("proposal", before), said("negotiation", later));
        let name = "Line 4".to_owned();
        let why = "send the contract".to_owned();
        assert_eq!(
            sale(Some(&was), &is, "send the contract", "price"),
            Some(What::Stage { name: name.clone(), before: Stage::Proposal, now: Stage::Negotiation, why })
        );
        assert_eq!(
            sale(Some(&was), &said("lost", None), "send", "price"),
            Some(What::Stage {
                name: name.clone(),
                before: Stage::Proposal,
                now: Stage::Lost,
                why: "price".to_owned()
            })
        );
        assert_eq!(
            sale(Some(&was), &said("proposal", later), "", ""),
            Some(What::Moved { name: name.clone(), before: day(2026, 12, 1), now: day(2027, 1, 15) })
        );
        assert_eq!(sale(Some(&was), &was, "", ""), None);
    }

    #[test]
    fn a_sale_that_was_not_known_is_news_while_it_is_open() {
        let new = What::NewSale("Line 4".to_owned(), Stage::Qualified);
        assert_eq!(sale(None, &said("qualified", None), "", ""), Some(new));
        assert_eq!(sale(None, &said("lost", None), "", ""), None);
    }
}
