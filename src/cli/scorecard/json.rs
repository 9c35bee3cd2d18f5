//! The scorecard of an account as JSON: health with its parts and its course, insights, indicators.
use serde_json::{Map, Value as Json, json};

use crate::cli::json::score::{input, score};
use crate::cli::json::share;
use crate::cli::kpi;
use crate::cli::shell::Shell;
use crate::domain::insight::{Act, Insight};
use crate::domain::kind::Kind;
use crate::domain::score::Trend;
use crate::report::health::measure_of;
use crate::report::indicator::name as state;
use crate::report::score::Measure;
use crate::report::scorecard::Section;
use crate::store::query::health::AccountHealth;

/// One account, or the portfolio, which has no health.
pub fn section(section: &Section<'_>, measure: Measure, shell: &Shell) -> Json {
    // What an insight says of an indicator is in its unit, anything else in the currency of sums.
    let unit = |of: &Insight| {
        let (kind, id) = of.subject;
        let one = section.indicators.iter().find(|i| kind == Kind::Kpi && i.figures.kpi.head.id == id);
        one.map_or(measure, |one| measure_of(one))
    };
    let insights = section.insights.iter().map(|i| insight(i, unit(i), shell));
    json!({
        "id": section.account.as_ref().map(|(id, _)| id),
        "name": section.account.as_ref().map(|(_, name)| name),
        "health": section.health.map(|h| health(h, measure, shell)),
        "insights": insights.collect::<Vec<_>>(),
        "kpis": section.indicators.iter().map(|one| kpi::json::indicator(one, shell)).collect::<Vec<_>>(),
    })
}

/// The health with its parts, and how it has gone.
pub fn health(of: &AccountHealth, measure: Measure, shell: &Shell) -> Json {
    let words = &shell.words;
    let mut object = Map::new();
    if let Json::Object(found) = score(&of.health.score, measure, words) {
        object.extend(found);
    }
    let since = of.since.as_ref().map(|since| {
        let trend = match since.trend {
            Trend::Up => "up",
            Trend::Flat => "flat",
            Trend::Down => "down",
        };
        json!({ "day": since.day.to_string(), "value": share(since.before), "trend": trend })
    });
    object.insert("band".to_owned(), json!(of.health.band.as_ref().map(state)));
    object.insert("since_why".to_owned(), json!(of.since.as_ref().err().map(|why| words.say(why))));
    object.insert("since".to_owned(), since.unwrap_or(Json::Null));
    let course = of.course.iter().map(|points| points.map(share));
    object.insert("course".to_owned(), json!(course.collect::<Vec<_>>()));
    Json::Object(object)
}

/// Something worth a thought: the rule, the sentence, the figures behind it, what would be done about it.
fn insight(of: &Insight, measure: Measure, shell: &Shell) -> Json {
    let words = &shell.words;
    let (kind, id) = of.subject;
    json!({
        "rule": of.rule.name(),
        "kind": kind.name(),
        "id": id,
        "text": words.say(&of.explain),
        "more": of.more,
        "evidence": of.evidence.iter().map(|i| input(i, measure, words)).collect::<Vec<_>>(),
        "act": act(&of.act, shell),
    })
}

/// What the screen's key does about an insight.
fn act(act: &Act, shell: &Shell) -> Json {
    let words = &shell.words;
    let open = |kind: Kind, id| json!({ "does": "open", "kind": kind.name(), "id": id });
    match act {
        Act::AddPerson(role) => {
            json!({ "does": "add", "kind": "person", "role": role.map(crate::domain::choice::Choice::name) })
        }
        Act::OpenPeople => json!({ "does": "open", "kind": "person", "id": null }),
        Act::OpenPerson(id) => open(Kind::Person, *id),
        Act::OpenCommitment(id) => open(Kind::Commitment, *id),
        Act::Open(kind, id) => open(*kind, *id),
        Act::OpenCell(id, period) => {
            json!({ "does": "open", "kind": "kpi", "id": id, "period": period.to_string() })
        }
        Act::AddCommitment { text, person } => {
            json!({ "does": "add", "kind": "commitment", "text": words.say(text), "counterpart": person })
        }
    }
}
