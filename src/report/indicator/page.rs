//! One indicator whole.
use super::{Shown, UNKNOWN, glyph, reach_key, share, tone};
use crate::domain::choice::{Better, Nature};
use crate::domain::period::Period;
use crate::domain::score::{Known, Trend};
use crate::domain::scorecard::Landing;
use crate::lang::value::Context;
use crate::lang::{day, measure, period};
use crate::report::block::{Block, Cell, Column, Figure, Table, Tone};
use crate::report::need::decimal;
use crate::store::query::figures::Entered;
use crate::store::query::scorecard::Indicator;

/// One period of an indicator with who entered what: the period, its actual, its target.
pub type Cells = (Period, Option<Entered>, Option<Entered>);

/// An indicator whole: how it stands, its periods, where it will land.
pub fn page(one: &Indicator, cells: &[Cells], cx: &Context<'_>) -> Vec<Block> {
    let shown = Shown { one, cx };
    let mut blocks = vec![Block::Figures(standing(shown))];
    blocks.extend(shown.reasons().into_iter().map(|why| Block::Callout(Tone::Muted, why)));
    if !cells.is_empty() {
        blocks.push(Block::heading(cx.words.get("indicator-periods")));
        blocks.push(Block::Table(periods(shown, cells)));
    }
    if let Ok(landing) = &one.standing.landing {
        let year = period::show(landing.year, one.series.year, cx.words);
        blocks.push(Block::heading_with(cx.words.get("indicator-landing"), year));
        blocks.push(Block::Table(methods(shown, landing)));
        let beside = beside(shown, landing);
        blocks.push(Block::Figures(beside));
    }
    blocks
}

fn standing(shown: Shown<'_>) -> Vec<Figure> {
    let (one, cx) = (shown.one, shown.cx);
    let words = cx.words;
    let standing = &one.standing;
    let flow = one.series.nature == Nature::Flow;
    let state = shown.state();
    let off = standing.off_for.to_string();
    let since = if standing.off_for > 1 {
        words.with("indicator-off-for", &[("count", &off)])
    } else {
        String::new()
    };
    let mut all = vec![Figure::new(words.get("indicator-state"), state.text).tone(state.tone).note(since)];
    let reached = shown.reached();
    let expected = standing.pace.as_ref().ok().and_then(|p| p.expected.as_ref().ok());
    let expected = expected.map(|goal| words.with("indicator-expected", &[("value", &shown.full(goal.low))]));
    let less = (!flow && one.series.better == Better::Lower && standing.ratio.is_some())
        .then(|| words.get("indicator-actual-of-target"));
    all.push(
        Figure::new(words.get(reach_key(one)), reached.text).note(expected.or(less).unwrap_or_default()),
    );
    let as_of = standing.as_of.as_ref().ok();
    let as_of = as_of.map(|d| words.with("indicator-up-to", &[("day", &day::show(*d, words))]));
    let actual = standing.to_date.as_ref().map_or_else(|_| UNKNOWN.to_owned(), |v| shown.full(*v));
    let label = if flow { "indicator-to-date" } else { "indicator-actual" };
    all.push(Figure::new(words.get(label), actual).note(as_of.unwrap_or_default()));
    let label = if flow { "indicator-plan" } else { "indicator-target" };
    all.push(Figure::new(words.get(label), goal(shown)));
    if let Ok(change) = &standing.change {
        let sign = match change.trend {
            Trend::Up => "▲",
            Trend::Flat => "▬",
            Trend::Down => "▼",
        };
        let before = words.with("indicator-before", &[("value", &shown.full(change.before))]);
        let at = period::show(change.period, one.series.year, words);
        let value = format!("{sign} {}", shown.full(change.now));
        all.push(Figure::new(words.with("indicator-newest", &[("period", &at)]), value).note(before));
    }
    all
}

fn goal(shown: Shown<'_>) -> String {
    match &shown.one.standing.plan {
        Err(_) => UNKNOWN.to_owned(),
        Ok(goal) => shown.goal(*goal, |units| shown.full(units)),
    }
}

fn periods(shown: Shown<'_>, cells: &[Cells]) -> Table {
    let (one, words) = (shown.one, shown.cx.words);
    let title = |key: &str| words.get(key);
    let mut table = Table::new(vec![
        Column::short(title("indicator-period")),
        Column::number(title("indicator-actual")),
        Column::number(title("indicator-target")),
        Column::number(title("indicator-deviation")).leaving(2),
        Column::number(title("indicator-share")),
        Column::short(""),
        Column::text(title("indicator-entered")).leaving(1),
    ]);
    for (at, actual, target) in cells {
        let cell = one.series.cell(*at, shown.cx.today);
        let entered = |e: &Option<Entered>| e.as_ref().map(|e| measure::show(e.value, shown.unit(), words));
        let wanted = cell.target.as_ref().ok().map(|goal| shown.goal(*goal, |units| shown.full(units)));
        let now = cell.actual.as_ref().ok().map(|v| shown.full(*v));
        let unknown = || UNKNOWN.to_owned();
        let sign = if cell.actual.is_err() { String::new() } else { glyph(&cell.rag).to_owned() };
        let deviation =
            cell.deviation.as_ref().map_or_else(|_| String::new(), |v| signed(*v, &shown.full(*v)));
        table.push(
            None,
            vec![
                period::show(*at, one.series.year, words).into(),
                entered(actual).or(now).unwrap_or_else(unknown).into(),
                wanted.unwrap_or_else(unknown).into(),
                deviation.into(),
                cell.printed.as_ref().map_or_else(|_| String::new(), |v| share(*v, shown.cx)).into(),
                Cell::toned(sign, tone(&cell.rag)),
                Cell::toned(who(actual.as_ref().or(target.as_ref()), shown.cx), Tone::Muted),
            ],
        );
    }
    table
}

fn signed(value: f64, shown: &str) -> String {
    if value > 0.0 { format!("+{shown}") } else { shown.to_owned() }
}

/// Who entered a figure, when and from where: the key of its label, and the figure.
pub fn origins(entered: &[(&str, Option<Entered>)], cx: &Context<'_>) -> Option<Block> {
    let known = entered.iter().filter(|(_, e)| e.is_some());
    let figures: Vec<_> = known.map(|(key, e)| Figure::new(cx.words.get(key), who(e.as_ref(), cx))).collect();
    (!figures.is_empty()).then_some(Block::Figures(figures))
}

/// When a figure was entered, by whom, from which file; and what is said of it.
fn who(entered: Option<&Entered>, cx: &Context<'_>) -> String {
    let Some(entered) = entered else { return String::new() };
    let on = entered.on.map(|d| day::column(d, cx.today, cx.words)).unwrap_or_default();
    let parts = [on.as_str(), &entered.by, &entered.source, &entered.note];
    parts.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn methods(shown: Shown<'_>, landing: &Landing) -> Table {
    let words = shown.cx.words;
    let mut table = Table::new(vec![
        Column::short(words.get("indicator-method")),
        Column::number(words.get("indicator-landing")),
        Column::number(words.get("indicator-gap")),
        Column::number(words.get("indicator-with-pipeline")).leaving(1),
        Column::text(""),
    ]);
    for forecast in &landing.forecasts {
        let said = match &forecast.value {
            Err(why) => words.say(why),
            Ok(_) if forecast.method == landing.method => words.get("indicator-default"),
            Ok(_) => String::new(),
        };
        let gap = forecast.value.clone().and_then(|v| landing.gap(v));
        let with = forecast.with_pipeline.as_ref().and_then(|p| p.as_ref().ok());
        table.push(
            None,
            vec![
                words.get(&forecast.method.key()).into(),
                Shown::known(&forecast.value, |v| shown.full(v)),
                Shown::known(&gap, |v| shown.full(v)),
                with.map(|v| shown.full(*v)).unwrap_or_default().into(),
                Cell::toned(said, Tone::Muted),
            ],
        );
    }
    table
}

/// What is needed, and what stands beside the landing.
fn beside(shown: Shown<'_>, landing: &Landing) -> Vec<Figure> {
    let words = shown.cx.words;
    let value = |known: &Known| known.as_ref().map_or_else(|_| UNKNOWN.to_owned(), |v| shown.full(*v));
    let why = |known: &Known| known.as_ref().err().map(|why| words.say(why)).unwrap_or_default();
    let best = landing.best_of_three.map(|v| words.with("indicator-best", &[("value", &shown.full(v))]));
    let note = best.filter(|_| landing.required.is_ok()).unwrap_or_else(|| why(&landing.required));
    let mut all = vec![Figure::new(words.get("indicator-required"), value(&landing.required)).note(note)];
    let passed = decimal(landing.closed, 1, shown.cx);
    let of = words.with("indicator-of", &[("count", &passed), ("all", &landing.of.to_string())]);
    all.push(Figure::new(words.get("indicator-closed"), of));
    for (key, known) in
        [("indicator-pipeline", &landing.pipeline), ("indicator-at-risk-revenue", &landing.at_risk)]
    {
        if let Some(known) = known {
            all.push(Figure::new(words.get(key), value(known)).note(why(known)));
        }
    }
    all
}
