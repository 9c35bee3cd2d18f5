//! How the figures of the page are made.
use super::lines::{Line, Section};
use crate::domain::kind::Kind;
use crate::lens::Cx;
use crate::report::block::Block;
use crate::report::health::{health, indicator, insight, measure_of};
use crate::report::score::{Measure, blocks};
use crate::report::{account, strength};
use crate::store::query::account::AccountPage;

/// The explanation of a line; `None` where nothing is counted.
pub(super) fn why(page: &AccountPage, line: Line, cx: &Cx<'_>) -> Option<Vec<Block>> {
    let (values, checkup) = (&cx.values(), &page.checkup);
    Some(match line.section() {
        Section::Profile | Section::Health | Section::Problems | Section::Satisfaction => {
            health(&checkup.health, &page.account.name, values)
        }
        Section::Insights => {
            let Line::Insight(i) = line else { return None };
            let told = checkup.insights.get(i)?;
            let about = |k: &&crate::store::query::scorecard::Indicator| {
                told.subject == (Kind::Kpi, k.figures.kpi.head.id)
            };
            let one = checkup.indicators.iter().find(about);
            insight(told, one.map_or_else(|| Measure::of_sums(values), measure_of), values)
        }
        Section::Kpis => {
            let Line::Kpi(i) = line else { return None };
            indicator(checkup.indicators.get(i)?, values)
        }
        Section::Ours | Section::Theirs => account::explain_kept(page, values),
        Section::People => {
            let Line::Person(i) = line else { return None };
            let person = page.people.get(i)?;
            let with = |t: &&crate::store::query::log::LogRow| {
                !t.planned && t.people.iter().any(|p| p.0 == person.person)
            };
            strength::explain(person, &page.log.iter().filter(with).collect::<Vec<_>>(), values)
        }
        Section::Opportunities => {
            let title = cx.words.get("accounts-opportunities");
            blocks(&title, &page.affairs.pipeline, Measure::of_sums(values), values)
        }
        Section::Plan => {
            let row = page.plan.as_ref()?;
            blocks(&row.plan.name, &row.score, Measure::of_sums(values), values)
        }
        Section::Contracts
        | Section::Planned
        | Section::Talks
        | Section::Units
        | Section::Details
        | Section::Notes => return None,
    })
}
