//! What the view offers to choose from: about what the notes are, what one of them is, and what it can become.
use super::{Insights, Show};
use crate::command::{Effect, Offered, OfferedRow};
use crate::domain::choice::{Choice, Confidence, Topic};
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::value::Value;
use crate::lang::choice;
use crate::lens::Cx;
use crate::lens::offer::{Offering, further};
use crate::store::act::Act;
use crate::store::act::become_of::Became;

/// What a row that was offered stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Pick {
    /// Shows these only.
    Show(Show),
    /// Sets a field of the note.
    Set(&'static str, Value),
    /// The note becomes that.
    Become(Became),
}

impl Insights {
    /// The menu of what is shown: only what leaves some, with how many.
    pub(super) fn offer_topics(&mut self, cx: &Cx<'_>) -> Effect {
        let mut offering = Offering::default();
        let topic = |topic: &Topic| (Show::Of(*topic), choice::show(Topic::SET, topic.name(), cx.words));
        let all = [(Show::All, cx.words.get("growth-insights-all"))];
        let unused = [(Show::Unused, cx.words.get("growth-insights-unused"))];
        let mut rows = Vec::new();
        for (show, words) in all.into_iter().chain(unused).chain(Topic::ALL.iter().map(topic)) {
            let count = self.learned.notes.iter().filter(|of| Self::takes(show, of)).count();
            if count > 0 || show == self.show {
                rows.push(offering.row(format!("{words}  {count}"), show == self.show, Pick::Show(show)));
            }
        }
        self.offered = offering.picks();
        Effect::Choose(Offered { title: cx.words.get("growth-insights-filter"), rows })
    }

    /// The menu of what the note is about and how sure it is.
    pub(super) fn offer_values(&mut self, cx: &Cx<'_>) -> Vec<Effect> {
        let Some(of) = self.current() else { return Vec::new() };
        let (title, now) = (of.name.clone(), (of.topic, of.confidence));
        let mut offering = Offering::default();
        let mut rows = Vec::new();
        for topic in Topic::ALL {
            let words = choice::show(Topic::SET, topic.name(), cx.words);
            let pick = Pick::Set("topic", Value::Choice(topic.name()));
            rows.push(offering.row(words, now.0 == Some(*topic), pick));
        }
        let sure = |sure: &Confidence| {
            let words = choice::show(Confidence::SET, sure.name(), cx.words);
            let pick = Pick::Set("confidence", Value::Choice(sure.name()));
            offering.row(words, now.1 == Some(*sure), pick)
        };
        let sure = Confidence::ALL.iter().map(sure).collect();
        rows.extend(further(cx.words.get("growth-insights-sure"), sure));
        self.offered = offering.picks();
        vec![Effect::Choose(Offered { title, rows })]
    }

    /// The menu of what the note can become. One that is about all clients asks with which.
    pub(super) fn offer_uses(&mut self, cx: &Cx<'_>) -> Vec<Effect> {
        let Some(of) = self.current() else { return Vec::new() };
        let (title, account) = (of.name.clone(), of.account.map(|link| link.0).or(cx.scope));
        let mut offering = Offering::default();
        let sale = cx.words.get("growth-insights-sale");
        let mut rows = Vec::new();
        if let Some(account) = account {
            rows.push(offering.row(sale, false, Pick::Become(Became::Opportunity(account))));
        } else {
            let accounts = cx.directory.key_accounts();
            let row = |id| {
                let name = cx.directory.name(Kind::Account, id);
                offering.row(name, false, Pick::Become(Became::Opportunity(id)))
            };
            let with = accounts.iter().map(|account| account.id).map(row).collect();
            rows.extend(further(sale, with));
        }
        let objectives = self.learned.objectives.iter().filter(|o| account.is_none_or(|a| o.account == a));
        let row = |objective: &crate::store::query::growth::OpenObjective| {
            let name = if account.is_some() {
                objective.name.clone()
            } else {
                let account = cx.directory.name(Kind::Account, objective.account);
                format!("{account} · {}", objective.name)
            };
            offering.row(name, false, Pick::Become(Became::Initiative(objective.id)))
        };
        let under: Vec<OfferedRow> = objectives.map(row).collect();
        let none = under.is_empty();
        if !none {
            rows.extend(further(cx.words.get("growth-insights-initiative"), under));
        }
        self.offered = offering.picks();
        let mut effects = vec![Effect::Choose(Offered { title, rows })];
        if none {
            effects.push(Effect::Notify(Explain::new("growth-insights-no-objective")));
        }
        effects
    }

    /// The user chose one of the rows offered last.
    pub(super) fn take_pick(&mut self, number: usize, cx: &Cx<'_>) -> Vec<Effect> {
        match self.offered.get(number).cloned() {
            Some(Pick::Show(show)) => {
                self.show = show;
                self.arrange(cx);
                Vec::new()
            }
            Some(Pick::Set(field, value)) => self.set(field, value),
            Some(Pick::Become(became)) => {
                let of = self.current().map(|of| of.head.id);
                of.map(|id| Effect::Act(Act::BecomeOf(id, became))).into_iter().collect()
            }
            None => Vec::new(),
        }
    }
}
