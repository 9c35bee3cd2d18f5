//! Rows about indicators, problems and contracts, and what stands behind them.
use super::needs::after_dot;
use super::state::Today;
use crate::domain::choice::Nature;
use crate::domain::kind::Kind;
use crate::domain::needs::{Cause, Matter, Need};
use crate::domain::scorecard::Rag;
use crate::lang::{day, field, period};
use crate::lens::Cx;
use crate::report::glance::{MONTHS, newest};
use crate::report::indicator;
use crate::report::need::{follow, record, sentence};
use crate::store::query::behind::Behind;
use crate::store::query::scorecard::Indicator;
use crate::ui::meter::{self, Base};
use crate::ui::{Glyphs, Role, Sheet, Span};

impl Today {
    /// The indicators of the answer.
    pub(super) fn indicators(&self) -> &[Indicator] {
        self.answer.as_deref().map_or(&[], |a| &a.indicators)
    }
}

/// What there is to do about an indicator, a problem or a contract.
pub(super) fn text(need: &Need, today: &Today, cx: &Cx<'_>) -> Vec<Span> {
    if let Some(one) = follow::of(need, today.indicators()) {
        return vec![Span::text(follow::says(need, one, &cx.values()))];
    }
    let title = [("title", need.title.as_str())];
    match need.cause.matter() {
        Matter::Notice => vec![Span::text(cx.words.with("need-notice", &title))],
        Matter::End => vec![Span::text(cx.words.with("need-end", &title))],
        Matter::Decision => vec![Span::text(cx.words.with("need-not-told", &title))],
        Matter::Care => vec![Span::text(cx.words.with("need-care", &title))],
        Matter::Milestone => vec![Span::text(cx.words.with("need-milestone", &title))],
        Matter::Report => vec![Span::text(sentence(need, today.indicators(), &cx.values()))],
        _ if need.cause == Cause::SevereProblem => {
            vec![Span::text(need.title.clone()), Span::muted(after_dot(&cx.words.get("today-severe")))]
        }
        _ => {
            let problem = field::kind(Kind::Problem, cx.words).to_lowercase();
            vec![Span::text(need.title.clone()), Span::muted(after_dot(&problem))]
        }
    }
}

/// The figures of a row about an indicator, else its day.
pub(super) fn when(need: &Need, today: &Today, role: Role, cx: &Cx<'_>) -> Vec<Span> {
    if let Some(one) = follow::of(need, today.indicators()) {
        return vec![Span::new(follow::figure(need, one, &cx.values()), role)];
    }
    let due = need.day.map(|d| day::due(d, cx.today, cx.words)).unwrap_or_default();
    vec![Span::new(due, role)]
}

/// How it stands, in the colour of what it means.
pub(super) fn rag(rag: &Rag, glyphs: Glyphs) -> Span {
    Span::new(glyphs.rag(rag), Role::of(rag))
}

/// Figures as whole numbers, for a line of bars.
pub(super) fn bars(figures: &[Option<f64>]) -> Vec<Option<i64>> {
    #[expect(clippy::cast_possible_truncation, reason = "heights of bars; what does not fit saturates")]
    let whole = |v: f64| (v * 100.0).round() as i64;
    figures.iter().map(|figure| figure.map(whole)).collect()
}

/// Behind a row about an indicator: how it stands, its newest figures, where it lands.
pub(super) fn behind(sheet: &mut Sheet, one: &Indicator, glyphs: Glyphs, cx: &Cx<'_>) {
    let values = cx.values();
    let show = |units: f64| follow::short(one, units, &values);
    let standing = &one.standing;
    sheet.head(one.figures.kpi.name.clone(), one.figures.account.clone().unwrap_or_default());
    if let Ok(as_of) = standing.as_of {
        let day = day::near(as_of, cx.today, cx.words);
        sheet.row(vec![Span::muted(cx.words.with("today-behind-as-of", &[("day", &day)]))], Vec::new());
    }
    sheet.blank();
    let unknown = |why: &crate::domain::explain::Explain| Span::muted(cx.words.say(why));
    let to_date = standing.to_date.as_ref().map_or_else(unknown, |v| Span::text(show(*v)));
    sheet.pair(
        cx.words.get("today-behind-actual"),
        vec![rag(&standing.rag, glyphs), Span::text("  "), to_date],
    );
    let plan = standing.plan.as_ref().map_or_else(unknown, |goal| Span::text(show(goal.low)));
    sheet.pair(cx.words.get("today-behind-target"), plan);
    if let Ok(pace) = standing.pace.as_ref().map_err(Clone::clone).and_then(|p| p.value.clone()) {
        sheet.pair(cx.words.get("today-behind-pace"), Span::text(indicator::share(pace, &values)));
    }
    if let Ok(landing) = &standing.landing
        && let Ok(lands) = landing.value()
    {
        let method = Span::muted(format!("  {}", cx.words.get(&landing.method.key())));
        sheet.pair(cx.words.get("today-behind-lands"), vec![Span::text(show(*lands)), method]);
    }
    let bars = bars(&newest(one, MONTHS));
    if bars.iter().flatten().count() > 1 {
        let of = standing.newest.map(|(p, _)| period::show(p, one.series.year, cx.words)).unwrap_or_default();
        let flow = one.series.nature == Nature::Flow;
        let line = meter::sparkline(glyphs, &bars, if flow { Base::Zero } else { Base::Lowest });
        let line = vec![Span::text(line), Span::muted(format!("  {of}"))];
        sheet.pair(cx.words.get("today-behind-newest"), line);
    }
}

/// Behind a row about a problem, a contract, a milestone, a decision or care: its fields.
pub(super) fn of_record(sheet: &mut Sheet, behind: &Behind, cx: &Cx<'_>) {
    let name = behind.problem.as_ref().map(|p| (&p.name, p.account));
    let name = name.or_else(|| behind.contract.as_ref().map(|c| (&c.name, c.account)));
    let name = name.or_else(|| behind.decision.as_ref().map(|d| (&d.decision.name, d.decision.account)));
    let name = name.or_else(|| behind.care.as_ref().map(|c| (&c.name, c.account)));
    let step = behind.milestone.as_ref();
    let name =
        name.or_else(|| step.map(|s| (&s.milestone.name, s.plan.as_ref().and_then(|plan| plan.account))));
    let Some((name, account)) = name else { return };
    let account = account.map(|a| cx.directory.name(Kind::Account, a.0)).unwrap_or_default();
    sheet.head(name.clone(), account);
    for figure in record::figures(behind, &cx.values()) {
        sheet.pair(figure.label, Span::text(figure.value));
    }
}
