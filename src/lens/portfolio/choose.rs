//! What the lens offers and asks: which clients are shown, what is judged of one, weights, and whether it is a key account.
use super::state::Portfolio;
use super::wish::Only;
use crate::command::{Asked, Effect, Offered};
use crate::domain::Id;
use crate::domain::choice::Tier;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::portfolio::{Load, MOST};
use crate::domain::value::{FieldKind, Value};
use crate::lang::{field, number};
use crate::lens::Cx;
use crate::lens::offer::{Offering, further, set};
use crate::store::act::Act;

/// What a row that was offered stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Pick {
    /// Shows these only.
    Only(Only),
    /// Sets a field of the client under the cursor.
    Set(&'static str, Value),
    /// Asks for a field of a record.
    Ask(Kind, &'static str),
    /// Asks why it becomes a key account, or is one no longer.
    Tier(Tier),
}

/// What is being asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asking {
    /// A field of that record.
    Field(Kind, Id, &'static str),
    /// Why this client is a key account from now on, or is one no longer.
    Tier(Id, Tier),
}

/// Judgements of a client, 1–5.
const JUDGED: [&str; 3] = ["size", "potential", "reference"];

/// Settings that the figures of the lens depend on.
const SETTINGS: [&str; 4] = ["weight_size", "weight_potential", "weight_reference", "company_revenue"];

impl Portfolio {
    /// The menu of whom to show, with how many each leaves.
    pub(super) fn offer_filters(&mut self, cx: &Cx<'_>) -> Option<Effect> {
        let all = self.all.as_deref()?;
        let mut offering = Offering::default();
        let mut rows = Vec::new();
        for only in Only::ALL {
            let count = all.clients.iter().enumerate().filter(|(at, c)| only.takes(all, *at, c)).count();
            let on = only == self.wish.only;
            if count > 0 || on {
                let shown = number::show(cx.words.lang(), i64::try_from(count).unwrap_or(i64::MAX));
                let words = cx.words.get(&format!("portfolio-only-{}", only.name()));
                rows.push(offering.row(format!("{words}  {shown}"), on, Pick::Only(only)));
            }
        }
        self.picks = offering.picks();
        Some(Effect::Choose(Offered { title: cx.words.get("portfolio-only"), rows }))
    }

    /// The menu of what can be set: of the client, and what all figures depend on.
    pub(super) fn offer_values(&mut self, cx: &Cx<'_>) -> Option<Effect> {
        let client = self.current()?;
        let label = |kind, name| field::label(kind, name, cx.words);
        let mut offering = Offering::default();
        let mut rows = Vec::new();
        let (key, to) = match client.tier {
            Tier::Key => ("portfolio-release", Tier::Standard),
            Tier::Standard => ("portfolio-promote", Tier::Key),
        };
        let judged = [client.judged.size, client.judged.potential, client.judged.reference];
        for (name, is) in JUDGED.into_iter().zip(judged) {
            let unknown = (Value::Empty, cx.words.get("portfolio-open"));
            let points = (1..=5).map(|n| (Value::Number(n), n.to_string())).chain([unknown]);
            let now = is.map_or(Value::Empty, Value::Number);
            let values = points.map(|(v, text)| offering.row(text, v == now, Pick::Set(name, v))).collect();
            rows.extend(further(label(Kind::Account, name), values));
        }
        for name in ["revenue", "margin"] {
            rows.push(offering.row(label(Kind::Account, name), false, Pick::Ask(Kind::Account, name)));
        }
        rows.push(offering.row(cx.words.get(key), false, Pick::Tier(to)));
        let of_book = SETTINGS
            .map(|name| offering.row(label(Kind::Settings, name), false, Pick::Ask(Kind::Settings, name)));
        rows.extend(further(cx.words.get("portfolio-of-book"), of_book.into()));
        let title = client.name.clone();
        self.picks = offering.picks();
        Some(Effect::Choose(Offered { title, rows }))
    }

    /// The user chose one of the rows offered last.
    pub(super) fn take_pick(&mut self, number: usize, cx: &Cx<'_>) -> Vec<Effect> {
        let id = self.current().map(|c| c.id);
        let effect = match (self.picks.get(number).cloned(), id) {
            (Some(Pick::Only(only)), _) => {
                self.show_only(only);
                None
            }
            (Some(Pick::Set(field, value)), Some(id)) => Some(set(Kind::Account, id, field, value)),
            (Some(Pick::Ask(Kind::Settings, field)), _) => self.ask_field(Kind::Settings, 1, field, cx),
            (Some(Pick::Ask(kind, field)), Some(id)) => self.ask_field(kind, id, field, cx),
            (Some(Pick::Tier(tier)), _) => self.ask_why(tier),
            (Some(Pick::Set(..) | Pick::Ask(..)) | None, _) => None,
        };
        effect.into_iter().collect()
    }

    /// Asks for a field in one line.
    fn ask_field(&mut self, kind: Kind, id: Id, name: &'static str, cx: &Cx<'_>) -> Option<Effect> {
        let spec = kind.specs().into_iter().find(|s| s.name == name)?;
        self.asking = Some(Asking::Field(kind, id, name));
        let label = field::label(kind, name, cx.words);
        let of = match kind {
            Kind::Account => self.current().map(|c| c.name.clone()),
            _ => None,
        };
        let of = of.unwrap_or_else(|| cx.words.get("portfolio-of-book"));
        Some(Effect::Ask(Asked {
            title: Explain::new("portfolio-ask").with("field", label).with("name", of),
            help: Explain::new("portfolio-ask-help").with("help", field::help(kind, name, cx.words)),
            kind: spec.kind,
            proposed: String::new(),
            empty: Some(Explain::new("portfolio-ask-empty")),
        }))
    }

    /// Asks why the client becomes a key account, or is one no longer.
    pub(super) fn ask_why(&mut self, tier: Tier) -> Option<Effect> {
        let client = self.current().filter(|c| c.tier != tier)?;
        let (id, name) = (client.id, client.name.clone());
        let title = match tier {
            Tier::Key => "portfolio-ask-promote",
            Tier::Standard => "portfolio-ask-release",
        };
        let help = match (tier, self.all.as_ref()?.load()) {
            (Tier::Key, Load::Right(keys)) if keys >= MOST => {
                Explain::new("portfolio-ask-many").with("count", keys + 1).with("most", MOST)
            }
            (Tier::Key, Load::TooMany(keys)) => {
                Explain::new("portfolio-ask-many").with("count", keys + 1).with("most", MOST)
            }
            (Tier::Key | Tier::Standard, _) => Explain::new("portfolio-ask-why"),
        };
        self.asking = Some(Asking::Tier(id, tier));
        Some(Effect::Ask(Asked {
            title: Explain::new(title).with("name", name),
            help,
            kind: FieldKind::Text,
            proposed: String::new(),
            empty: None,
        }))
    }

    /// What follows from what was typed.
    pub(super) fn take_answer(&mut self, value: Value) -> Option<Effect> {
        match (self.asking.take()?, value) {
            (Asking::Field(kind, id, field), value) => Some(set(kind, id, field, value)),
            (Asking::Tier(id, tier), Value::Text(reason)) => Some(Effect::Act(Act::Tier(id, tier, reason))),
            (Asking::Tier(..), _) => None,
        }
    }
}
