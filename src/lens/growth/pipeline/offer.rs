//! What can be chosen and asked: which sales to show, and what is changed of the one under the cursor.
use super::order::Filter;
use super::state::Pipeline;
use crate::command::{Asked, Effect, Offered, OfferedRow};
use crate::domain::choice::Stage;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::value::{FieldKind, Value};
use crate::lang::{choice, day, money, number};
use crate::lens::Cx;
use crate::lens::offer::{Offering, set};
use crate::store::act::Act;
use crate::store::query::pipeline::Sale;

/// What a row that was offered stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pick {
    /// Shows these only.
    Filter(Filter),
    /// The sale comes to this stage.
    Stage(Stage),
    /// Asks for a value.
    Ask(Wish),
}

/// A value that is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wish {
    /// Why it was lost.
    Reason,
    /// What is to be done next.
    NextStep,
    /// When it should close.
    Close,
    /// What it is worth.
    Amount,
    /// The chance of winning it.
    Chance,
}

impl Wish {
    /// What can be changed beside the stage, in the order in which it is offered.
    const OFFERED: [Self; 4] = [Self::NextStep, Self::Close, Self::Amount, Self::Chance];

    /// Key of the question; its help has `-help`.
    const fn key(self) -> &'static str {
        match self {
            Self::Reason => "pipeline-ask-reason",
            Self::NextStep => "pipeline-ask-next-step",
            Self::Close => "pipeline-ask-close",
            Self::Amount => "pipeline-ask-amount",
            Self::Chance => "pipeline-ask-chance",
        }
    }

    /// The field that it sets.
    const fn field(self) -> &'static str {
        match self {
            Self::Reason => "lost_reason",
            Self::NextStep => "next_step",
            Self::Close => "closes_on",
            Self::Amount => "amount",
            Self::Chance => "probability",
        }
    }

    const fn kind(self) -> FieldKind {
        match self {
            Self::Reason | Self::NextStep => FieldKind::Text,
            Self::Close => FieldKind::Day,
            Self::Amount => FieldKind::Money,
            Self::Chance => FieldKind::Percent,
        }
    }

    /// What stands there already.
    fn proposed(self, sale: &Sale, cx: &Cx<'_>) -> String {
        let shown = match self {
            Self::Reason => Some(sale.lost_reason.clone()),
            Self::NextStep => Some(sale.next_step.clone()),
            Self::Close => sale.deal.closes_on.filter(|on| *on > cx.today).map(|on| day::show(on, cx.words)),
            Self::Amount => sale.amount.map(|amount| money::show(cx.words.lang(), amount)),
            Self::Chance => None,
        };
        shown.unwrap_or_default()
    }
}

impl Pipeline {
    /// The menu of which sales to show: only what leaves some, with how many, and what is in force.
    pub(super) fn offer_filters(&mut self, cx: &Cx<'_>) -> Effect {
        let mut offering = Offering::default();
        let chosen = &self.chosen;
        let row = |filter: Filter| {
            let (count, on) = (chosen.count(filter, cx), filter == chosen.filter);
            let shown = number::show(cx.words.lang(), i64::try_from(count).unwrap_or(i64::MAX));
            let text = format!("{}  {shown}", cx.words.get(&format!("pipeline-only-{}", filter.name())));
            (count > 0 || on).then(|| offering.row(text, on, Pick::Filter(filter)))
        };
        let rows = Filter::ALL.into_iter().filter_map(row).collect();
        self.offered = offering.picks();
        Effect::Choose(Offered { title: cx.words.get("pipeline-filter"), rows })
    }

    /// The menu of what can be changed of the sale under the cursor: its stage, and what is asked for in one line.
    pub(super) fn offer_values(&mut self, cx: &Cx<'_>) -> Vec<Effect> {
        let Some(sale) = self.chosen.current() else { return Vec::new() };
        let mut offering = Offering::default();
        let stage = |stage: &Stage| {
            let on = *stage == sale.deal.stage;
            offering.row(choice::word(*stage, cx.words), on, Pick::Stage(*stage))
        };
        let mut rows: Vec<OfferedRow> = Stage::ALL.iter().map(stage).collect();
        let wishes = Wish::OFFERED.into_iter().filter(|_| sale.deal.is_open());
        let reason = Some(Wish::Reason).filter(|_| sale.deal.stage == Stage::Lost);
        for wish in wishes.chain(reason) {
            let text = cx.words.get(&format!("{}-row", wish.key()));
            rows.push(offering.row(format!("{text} …"), false, Pick::Ask(wish)));
        }
        let title = sale.deal.name.clone();
        self.offered = offering.picks();
        vec![Effect::Choose(Offered { title, rows })]
    }

    /// The user chose one of the rows offered last.
    pub(super) fn take_pick(&mut self, number: usize, cx: &Cx<'_>) -> Vec<Effect> {
        let Some(pick) = self.offered.get(number).copied() else { return Vec::new() };
        if let Pick::Filter(filter) = pick {
            self.chosen.filter = filter;
            self.chosen.arrange(cx);
            return Vec::new();
        }
        let Some(sale) = self.chosen.current() else { return Vec::new() };
        match pick {
            Pick::Stage(to) if to == sale.deal.stage => Vec::new(),
            // Why it was lost is known best on the day on which it is.
            Pick::Stage(Stage::Lost) => vec![self.ask_for(Wish::Reason, cx)],
            Pick::Stage(to) => vec![Effect::Act(Act::Stage(sale.deal.id, to, None))],
            Pick::Ask(wish) => vec![self.ask_for(wish, cx)],
            Pick::Filter(_) => Vec::new(),
        }
    }

    fn ask_for(&mut self, wish: Wish, cx: &Cx<'_>) -> Effect {
        let Some(sale) = self.chosen.current() else { return Effect::Redraw };
        let key = wish.key();
        let asked = Asked {
            title: Explain::new(key).with("name", &sale.deal.name),
            help: Explain::new(format!("{key}-help")),
            kind: wish.kind(),
            proposed: wish.proposed(sale, cx),
            empty: Some(Explain::new(format!("{key}-empty"))),
        };
        self.wish = Some((wish, sale.deal.id));
        Effect::Ask(asked)
    }

    /// What follows from the value that was typed.
    pub(super) fn take_answer(&mut self, value: Value) -> Vec<Effect> {
        match self.wish.take() {
            None => Vec::new(),
            Some((Wish::Reason, sale)) => {
                let why = if let Value::Text(why) = value { why } else { String::new() };
                vec![Effect::Act(Act::Stage(sale, Stage::Lost, Some(why)))]
            }
            Some((wish, sale)) => vec![set(Kind::Opportunity, sale, wish.field(), value)],
        }
    }
}
