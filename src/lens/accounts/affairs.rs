//! Indicators, problems, opportunities, contracts and satisfaction, on the page of an account.
use chrono::NaiveDate;

use super::cells::{Entry, aligned};
use super::health::quiet;
use super::lines::INITIATIVES;
use super::page::Drawing;
use crate::domain::choice::{Choice, Severity, Stage};
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::kpi::Amount;
use crate::domain::money::Money;
use crate::domain::opportunity::{Contract, Opportunity};
use crate::domain::pipeline::probability;
use crate::domain::problem::{Problem, Reading};
use crate::domain::score::Known;
use crate::domain::scorecard::Rag;
use crate::lang::{choice, day, money, period};
use crate::report::indicator::{Shown, share};
use crate::report::{Tone, plan};
use crate::store::query::plans::InitiativeRow;
use crate::store::query::scorecard::Indicator;
use crate::ui::blocks::role;
use crate::ui::{Glyphs, Role, Span};

/// Left and right end of the rows of a section.
type Rows = Vec<(Vec<Span>, Vec<Span>)>;

/// The rows of the sections whose cells stand below each other.
#[derive(Default)]
pub(super) struct Affairs {
    /// The title of the indicators, with those of their cells.
    pub(super) head: (Vec<Span>, Vec<Span>),
    pub(super) kpis: Rows,
    /// The plan, then its initiatives.
    pub(super) plan: Rows,
    pub(super) problems: Rows,
    pub(super) opportunities: Rows,
    pub(super) contracts: Rows,
}

impl Drawing<'_> {
    /// All of them, in rows of so many columns.
    pub(super) fn affairs(&self, glyphs: Glyphs, room: usize) -> Affairs {
        let affairs = &self.page.affairs;
        let mut kpis = vec![self.kpi_head()];
        kpis.extend(self.page.checkup.indicators.iter().map(|one| self.kpi(one, glyphs)));
        let mut kpis = aligned(kpis, &[3, 1], room);
        let head = kpis.remove(0);
        Affairs {
            head,
            kpis,
            plan: aligned(self.plan(glyphs), &[1], room),
            problems: aligned(affairs.problems.iter().map(|p| self.problem(p, glyphs)).collect(), &[0], room),
            opportunities: aligned(
                affairs.opportunities.iter().map(|o| self.opportunity(o, glyphs)).collect(),
                &[2, 0],
                room,
            ),
            contracts: aligned(
                affairs.contracts.iter().map(|c| self.contract(c, glyphs)).collect(),
                &[0],
                room,
            ),
        }
    }

    fn kpi_head(&self) -> Entry {
        let word = |key: &str| self.cx.words.get(key);
        let heads = ["to-date", "target", "pace", "landing"];
        let cell = |name: &str| vec![Span::muted(word(&format!("accounts-kpi-{name}")))];
        Entry { left: vec![Span::new(word("accounts-kpis"), Role::Heading)], cells: heads.map(cell).to_vec() }
    }

    /// `◐ Revenue     840 k€  1,20 M€  93 %  1,12 M€`.
    fn kpi(&self, one: &Indicator, glyphs: Glyphs) -> Entry {
        let (words, standing) = (self.cx.words, &one.standing);
        let cx = self.cx.values();
        let shown = Shown { one, cx: &cx };
        let unknown = || vec![Span::muted(glyphs.unknown())];
        let plan = standing.plan.as_ref().map(|_| Span::muted(shown.target().text));
        let judged = match (standing.printed(), &standing.rag, standing.newest) {
            (_, Rag::Stale, Some((newest, _))) => {
                let newest = period::show(newest, one.series.year, words);
                vec![Span::muted(words.with("accounts-kpi-until", &[("period", &newest)]))]
            }
            (Ok(reached), ..) => vec![Span::text(share(*reached, &cx))],
            (Err(_), ..) => unknown(),
        };
        let landing = standing.landing.as_ref().ok().and_then(|l| l.value().as_ref().ok());
        let landing = landing.map(|v| Span::muted(shown.short(*v)));
        Entry {
            left: vec![
                Span::new(glyphs.rag(&standing.rag), quiet(&standing.rag)),
                Span::text(format!(" {}", one.figures.kpi.name)),
            ],
            cells: vec![
                standing.to_date.as_ref().map_or_else(|_| unknown(), |v| vec![Span::text(shown.short(*v))]),
                plan.into_iter().collect(),
                judged,
                landing.into_iter().collect(),
            ],
        }
    }

    /// `  Plan 2026–27         12 %  gone through 10 d ago`, and below it `! Signed delivery plan · Pau Font   11 d late`.
    fn plan(&self, glyphs: Glyphs) -> Vec<Entry> {
        let Some(row) = &self.page.plan else { return Vec::new() };
        let cx = self.cx.values();
        let (reviewed, tone) = plan::reviewed(row.reviewed, &cx);
        let share = |of: &Known| vec![Span::muted(plan::share(of, &cx))];
        let first = Entry {
            left: vec![Span::text(format!("  {}", row.plan.name))],
            cells: vec![
                share(&row.score.amount().ok_or_else(|| Explain::new("plan-progress-unknown"))),
                vec![Span::new(reviewed, role(tone))],
            ],
        };
        let step = |step: &&InitiativeRow| {
            let (sign, said, tone) = plan::standing(step.standing, &cx);
            Entry {
                left: vec![
                    Span::new(format!("{} ", glyphs.plain(sign)), role(tone)),
                    Span::text(step.initiative.name.clone()),
                    Span::muted(format!(" · {}", plan::owner(&step.initiative, &cx))),
                ],
                cells: vec![
                    share(&step.progress),
                    vec![Span::new(said, if tone == Tone::Bad { Role::Bad } else { Role::Muted })],
                ],
            }
        };
        [first].into_iter().chain(row.open().iter().take(INITIATIVES).map(step)).collect()
    }

    /// `! Late deliveries · signed plan      high  3 d late`; one that is closed is ticked.
    fn problem(&self, problem: &Problem, glyphs: Glyphs) -> Entry {
        let (words, today) = (self.cx.words, self.cx.today);
        if let Some(closed) = problem.closed_on.filter(|on| *on <= today) {
            let on = day::column(closed, today, words);
            return Entry {
                left: vec![Span::muted(format!("{} {}", glyphs.done(), problem.name))],
                cells: vec![Vec::new(), vec![Span::muted(words.with("accounts-closed", &[("day", &on)]))]],
            };
        }
        let late = problem.due.is_some_and(|due| due < today);
        let severe = problem.severity == Some(Severity::High);
        let sign = if late || severe { Span::new("! ", Role::Bad) } else { Span::text("  ") };
        let mut left = vec![sign, Span::text(problem.name.clone())];
        if !problem.next_step.is_empty() {
            left.push(Span::muted(format!(" · {}", problem.next_step)));
        }
        let severity = problem.severity.map(|s| choice::show(Severity::SET, s.name(), words));
        let due = problem
            .due
            .map(|due| Span::new(day::due(due, today, words), if late { Role::Bad } else { Role::Text }));
        Entry {
            left,
            cells: vec![severity.into_iter().map(Span::muted).collect(), due.into_iter().collect()],
        }
    }

    /// `Fleet maintenance   proposal  €120k  50%  2 Jan`.
    fn opportunity(&self, of: &Opportunity, glyphs: Glyphs) -> Entry {
        let (words, today) = (self.cx.words, self.cx.today);
        let stage = of.stage.unwrap_or(Stage::Identified);
        let chance = of.probability.map_or_else(|| probability(stage), |p| Amount::Plain(p).units() / 100.0);
        let amount = of.amount.map_or_else(|| Span::muted(glyphs.unknown()), |m| Span::text(self.short(m)));
        let late = of.closes_on.is_some_and(|on| on < today);
        let closes = of.closes_on.map(|on| day::column(on, today, words));
        let closes = closes.map(|on| if late { Span::new(on, Role::Bad) } else { Span::text(on) });
        let sign = if late { Span::new("! ", Role::Bad) } else { Span::text("  ") };
        Entry {
            left: vec![sign, Span::text(of.name.clone())],
            cells: vec![
                vec![Span::muted(choice::show(Stage::SET, stage.name(), words))],
                vec![amount],
                vec![Span::muted(share(chance, &self.cx.values()))],
                closes.into_iter().collect(),
            ],
        }
    }

    /// `Renting of 42 trucks   €412k  notice by 16 Feb 27  ends 17 May 27`.
    fn contract(&self, contract: &Contract, _glyphs: Glyphs) -> Entry {
        let (words, today) = (self.cx.words, self.cx.today);
        let said = |key: &str, on: NaiveDate| words.with(key, &[("day", &day::column(on, today, words))]);
        let notice = contract.notice_by().filter(|on| *on >= today);
        let ended = contract.ends_on.is_some_and(|on| on < today && !contract.renews);
        let key = match (ended, contract.renews) {
            (true, _) => "accounts-ended",
            (false, true) => "accounts-renews",
            (false, false) => "accounts-ends",
        };
        let urgent = contract.term().is_some_and(|term| term.is_near(today));
        let sign = if urgent { Span::new("! ", Role::Bad) } else { Span::text("  ") };
        let role = if ended { Role::Muted } else { Role::Text };
        Entry {
            left: vec![sign, Span::new(contract.name.clone(), role)],
            cells: vec![
                contract.value.map(|m| Span::muted(self.short(m))).into_iter().collect(),
                notice
                    .map(|on| {
                        Span::new(said("accounts-notice", on), if urgent { Role::Bad } else { Role::Text })
                    })
                    .into_iter()
                    .collect(),
                contract.ends_on.map(|on| Span::new(said(key, on), role)).into_iter().collect(),
            ],
        }
    }

    /// `8  Ana Ruiz · after the audit         16 Oct`.
    pub(super) fn reading(&self, reading: &Reading) -> (Vec<Span>, Vec<Span>) {
        let score = reading.score.unwrap_or_default();
        let who = reading.person.map(|p| self.cx.directory.name(Kind::Person, p.0)).unwrap_or_default();
        let text = reading.text.lines().next().unwrap_or_default();
        let about = [who.as_str(), &reading.source, text];
        let about: Vec<_> = about.into_iter().filter(|t| !t.is_empty()).collect();
        let on = reading.day.map(|on| Span::muted(day::column(on, self.cx.today, self.cx.words)));
        let left = vec![
            Span::text(format!("{score:>2}")),
            Span::muted(self.cx.words.get("accounts-of-ten")),
            Span::muted(format!("  {}", about.join(" · "))),
        ];
        (left, on.into_iter().collect())
    }

    fn short(&self, money: Money) -> String {
        money::short(self.cx.words.lang(), money.units(), money.currency)
    }

    /// Beside the title of the opportunities: what they are worth by their chance.
    pub(super) fn weighted(&self) -> Option<Span> {
        let score = &self.page.affairs.pipeline;
        let worth = score.amount().filter(|_| !self.page.affairs.opportunities.is_empty())?;
        let currency = self.cx.directory.terms.currency;
        let worth = money::short(self.cx.words.lang(), worth, currency);
        Some(Span::muted(self.cx.words.with("accounts-weighted", &[("amount", &worth)])))
    }
}
