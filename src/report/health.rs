//! The health of an account in a few words and explained; its indicators and what is worth a thought explained.
use super::block::{Block, Cell, Column, Figure, Table, Tone};
use super::indicator::{glyph, share, tone};
use super::need::decimal;
use super::score::{self, Measure, blocks};
use crate::domain::choice::Unit;
use crate::domain::coverage::{
    Member, Place, buying_centre, coverage, dependency, role_coverage, support, threads,
};
use crate::domain::explain::Explain;
use crate::domain::health::{Health, apart};
use crate::domain::insight::Insight;
use crate::domain::kind::Kind;
use crate::domain::score::{Figure as Amount, Input, Part, Score, Source, Trend, When};
use crate::domain::scorecard::why::{why_headline, why_landing};
use crate::lang::day;
use crate::lang::value::Context;
use crate::store::query::health::AccountHealth;
use crate::store::query::scorecard::Indicator;

/// The health as a number: `61`, `61?` where too little is known for a colour, `–`.
pub fn value(health: &Health, cx: &Context<'_>) -> String {
    match (health.score.amount(), &health.band) {
        (Some(points), Some(_)) => decimal(points, 0, cx),
        (Some(points), None) => format!("{}?", decimal(points, 0, cx)),
        (None, _) => "–".to_owned(),
    }
}

/// Which way it went against a month ago, and by how many points: `▼`, `8 since 24 Oct`.
pub fn since(health: &AccountHealth, cx: &Context<'_>) -> Option<(Trend, String)> {
    let since = health.since.as_ref().ok()?;
    let now = health.health.score.amount()?;
    let points = decimal(apart(since.before, now).abs(), 0, cx);
    let on = day::column(since.day, cx.today, cx.words);
    Some((since.trend, cx.words.with("report-health-since", &[("points", &points), ("day", &on)])))
}

/// The sign of a trend.
pub const fn arrow(trend: Trend) -> &'static str {
    match trend {
        Trend::Up => "▲",
        Trend::Flat => "▬",
        Trend::Down => "▼",
    }
}

/// What is said of a part beside its points: why they are not known, or what took them off.
pub fn remark(part: &Part, cx: &Context<'_>) -> String {
    match &part.value {
        Err(why) => cx.words.say(why),
        Ok(_) if part.weight.is_some() => String::new(),
        Ok(_) => {
            // The worse of the two took them off; of two equally bad the problem, which leads somewhere.
            let rank = |input: &&Input| match &input.figure {
                Amount::Words(said) if said.key.ends_with("-high") => 3,
                Amount::Words(said) if said.key.ends_with("-medium") => 2,
                _ => 1,
            };
            let worst = part.inputs.iter().max_by_key(rank);
            let said = worst.map(|input| {
                let figure = score::figure(&input.figure, Measure::of_sums(cx), cx);
                format!("{}: {figure}", cx.words.say(&input.label))
            });
            said.unwrap_or_default()
        }
    }
}

/// The parts of a health with what is said of each; the reason where nothing is known.
pub fn parts(of: &AccountHealth, cx: &Context<'_>) -> Block {
    let score = &of.health.score;
    if let Err(why) = &score.value {
        return Block::Callout(Tone::Muted, cx.words.say(why));
    }
    let part = |part: &Part| {
        let label = cx.words.say(&part.label);
        let remark = remark(part, cx);
        match part.value.as_ref().ok().and_then(Amount::amount) {
            Some(points) if part.weight.is_some() => {
                Figure::new(label, decimal(points, 0, cx)).gauge(points / 100.0).note(remark)
            }
            Some(points) => Figure::new(label, decimal(points, 0, cx)).tone(Tone::Bad).note(remark),
            None => Figure::new(label, "–").tone(Tone::Muted).note(remark),
        }
    };
    Block::Figures(score.parts.iter().map(part).collect())
}

/// What is worth a thought, each a sentence.
pub fn insights(insights: &[Insight], cx: &Context<'_>) -> Block {
    let sentence = |insight: &Insight| {
        let more = insight.more.to_string();
        let more = Some(cx.words.with("report-need-more", &[("count", &more)])).filter(|_| insight.more > 0);
        let said = [Some(cx.words.say(&insight.explain)), more].into_iter().flatten();
        Figure::new("·", said.collect::<Vec<_>>().join(" "))
    };
    Block::Figures(insights.iter().map(sentence).collect())
}

/// How a health is made: its parts, the trend, and the three figures of the relationship person by person.
pub fn health(of: &AccountHealth, name: &str, cx: &Context<'_>) -> Vec<Block> {
    let words = cx.words;
    let mut found = blocks(
        &words.with("report-health-of", &[("name", name)]),
        &of.health.score,
        Measure::of_sums(cx),
        cx,
    );
    if let Some(Block::Heading { note, .. }) = found.first_mut() {
        *note = value(&of.health, cx);
    }
    let trend = match (&of.since, since(of, cx)) {
        (_, Some((trend, text))) => format!("{} {text}", arrow(trend)),
        (Err(why), None) => words.say(why),
        (Ok(_), None) => String::new(),
    };
    found.push(Block::Figures(vec![Figure::new(words.get("report-health-trend"), trend)]));
    let rule = |part: &Part| {
        let rule = part.label.key.strip_prefix("health-part-")?;
        Some(Figure::new(words.say(&part.label), words.get(&format!("report-health-rule-{rule}"))))
    };
    found.push(Block::Figures(of.health.score.parts.iter().filter_map(rule).collect()));
    let members = &of.inputs.members;
    if !members.is_empty() {
        found.extend(relationship(members, &buying_centre(members, &of.inputs.required), cx));
    }
    found
}

/// How well we know these people (§4), person by person and place by place.
pub fn relationship(members: &[Member], places: &[Place], cx: &Context<'_>) -> Vec<Block> {
    let mut found = Vec::new();
    for (key, score) in [
        ("report-health-coverage", coverage(members)),
        ("report-health-support", support(members)),
        ("report-health-roles", named(role_coverage(places), members)),
    ] {
        found.extend(blocks(&cx.words.get(key), &score, Measure::of_sums(cx), cx));
    }
    found.push(hanging(members, cx));
    found
}

/// The same with who holds a place instead of its name again.
fn named(mut score: Score, members: &[Member]) -> Score {
    for input in score.parts.iter_mut().flat_map(|part| &mut part.inputs) {
        let Some(Source::Record(Kind::Person, id)) = input.source else { continue };
        if let Some(holder) = members.iter().find(|m| m.person == id) {
            input.label = Explain::new("health-input-person").with("name", &holder.name);
        }
    }
    score
}

/// By how many people the relationship hangs, and how much on one of them (§4).
fn hanging(members: &[Member], cx: &Context<'_>) -> Block {
    let words = cx.words;
    let name = |id| members.iter().find(|m| m.person == id).map(|m| m.name.clone()).unwrap_or_default();
    let strong = threads(members);
    let names: Vec<String> = strong.people.iter().map(|id| name(*id)).collect();
    let threads = Figure::new(
        words.get("report-health-threads"),
        format!("{} {}", glyph(&strong.rag), strong.people.len()),
    );
    let most = match dependency(members) {
        Ok(most) => Figure::new(
            words.get("report-health-dependency"),
            format!("{} {}", glyph(&most.rag), share(most.share, cx)),
        )
        .tone(tone(&most.rag))
        .note(name(most.person)),
        Err(why) => {
            Figure::new(words.get("report-health-dependency"), "–").tone(Tone::Muted).note(words.say(&why))
        }
    };
    Block::Figures(vec![threads.tone(tone(&strong.rag)).note(names.join(", ")), most])
}

/// How an indicator stands and where it will land; every figure leads to its cell.
pub fn indicator(one: &Indicator, cx: &Context<'_>) -> Vec<Block> {
    let kpi = &one.figures.kpi;
    let measure = measure_of(one);
    let title = match &one.figures.account {
        Some(account) => format!("{} · {account}", kpi.name),
        None => kpi.name.clone(),
    };
    let mut found = blocks(&title, &leading(why_headline(&one.series, cx.today), kpi.head.id), measure, cx);
    if let Ok(landing) = &one.standing.landing {
        let landing = leading(why_landing(landing), kpi.head.id);
        found.extend(blocks(&cx.words.get("report-health-landing"), &landing, measure, cx));
    }
    found
}

/// In what the figures of an indicator are measured.
pub fn measure_of(one: &Indicator) -> Measure {
    Measure { unit: one.figures.kpi.measure.unwrap_or(Unit::Number), currency: one.figures.currency }
}

/// The score of an indicator with each figure of a period leading to its cell.
pub fn leading(mut score: Score, kpi: crate::domain::Id) -> Score {
    for input in score.parts.iter_mut().flat_map(|p| &mut p.inputs) {
        if let (Some(When::Period(period)), None) = (input.when, input.source) {
            input.source = Some(Source::Cell(kpi, period));
        }
    }
    score
}

/// Why an insight is told: its sentence, the figures behind it, how many others its rule found.
pub fn insight(of: &Insight, measure: Measure, cx: &Context<'_>) -> Vec<Block> {
    let mut found = vec![Block::heading(cx.words.say(&of.explain))];
    let mut table = Table::new(vec![
        Column::text(""),
        Column::number(""),
        Column::text(""),
        Column::number("").leaving(1),
    ]);
    for input in &of.evidence {
        table.push_from(input.source, evidence(input, measure, cx));
    }
    if !table.rows.is_empty() {
        found.push(Block::Table(table));
    }
    if of.more > 0 {
        let more = of.more.to_string();
        found.push(Block::Paragraph(cx.words.with("report-insight-more", &[("count", &more)])));
    }
    found.push(Block::Paragraph(cx.words.get("report-insight-rule")));
    found
}

fn evidence(input: &Input, measure: Measure, cx: &Context<'_>) -> Vec<Cell> {
    let figure = score::figure(&input.figure, measure, cx);
    let (number, words) = if matches!(input.figure, Amount::Words(_)) {
        (String::new(), figure)
    } else {
        (figure, String::new())
    };
    let when = input.when.map(|w| score::when(w, cx)).unwrap_or_default();
    vec![cx.words.say(&input.label).into(), number.into(), words.into(), Cell::toned(when, Tone::Muted)]
}
