//! Why a row is where it is, and how what a card shows is made.
use super::state::Today;
use crate::domain::Id;
use crate::domain::kind::Kind;
use crate::lang::day;
use crate::lens::{Cx, Why};
use crate::report::glance::Glance;
use crate::report::need::follow;
use crate::report::score::{Measure, blocks};
use crate::report::{Block, Figure};
use crate::store::query::today::moved::Moved;

impl Today {
    /// How the health of an account is made, and what it brings against its target.
    pub(super) fn why_card(&self, account: Id, cx: &Cx<'_>) -> Option<Why> {
        let of = Glance::of(self.answer.as_deref()?, account);
        let health = of.health?;
        let values = cx.values();
        let name = cx.directory.name(Kind::Account, account);
        let title = cx.words.with("today-why-health", &[("name", &name)]);
        let mut all = blocks(&title, &health.health.score, Measure::of_sums(&values), &values);
        all.push(match &health.since {
            Ok(since) => {
                let (before, on) = (format!("{:.0}", since.before), day::show(since.day, cx.words));
                let then = cx.words.with("today-why-then", &[("before", &before), ("day", &on)]);
                Block::Figures(vec![Figure::new(cx.words.get("today-why-trend"), then)])
            }
            Err(why) => Block::Paragraph(cx.words.say(why)),
        });
        if let Some(one) = of.revenue {
            all.extend(follow::explain(one, &values));
        }
        Some(Why::of(all))
    }

    /// How what moved stands now.
    pub(super) fn why_moved(&self, moved: &Moved, cx: &Cx<'_>) -> Option<Why> {
        let (Kind::Kpi, id) = moved.subject else { return self.why_card(moved.subject.1, cx) };
        let one = self.indicators().iter().find(|i| i.figures.kpi.head.id == id)?;
        Some(Why::of(follow::explain(one, &cx.values())))
    }
}
