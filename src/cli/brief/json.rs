//! A brief as JSON: what the page says, with numbers of records.
use serde_json::{Value as Json, json};

use super::super::decision::as_json as decision_json;
use super::super::json as as_json;
use super::super::json::score::{input, source};
use super::super::kpi::json as kpi_json;
use super::super::scorecard::health_json;
use super::super::shell::Shell;
use crate::domain::choice::Choice;
use crate::domain::insight::Rival;
use crate::domain::questions::{Gap, Question};
use crate::lang::value::Context;
use crate::report::brief::changed::sentence;
use crate::report::score::Measure;
use crate::store::query::account::PromiseRow;
use crate::store::query::brief::{Attendee, Brief, Changed};
use crate::store::query::log::LogRow;
use crate::store::query::plans::MilestoneRow;

pub(super) fn brief(of: &Brief, shell: &Shell, cx: &Context<'_>) -> Json {
    let page = of.page.as_ref();
    json!({
        "day": shell.today.to_string(),
        "account": page.map(|p| json!({
            "id": p.account.head.id,
            "name": p.account.name,
            "health": health_json(&p.checkup.health, Measure::of_sums(cx), shell),
        })),
        "meeting": of.meeting.as_ref().map(talk),
        "who": of.who.iter().map(|a| attendee(a, shell)).collect::<Vec<_>>(),
        "questions": of.questions.iter().map(|q| question(q, cx)).collect::<Vec<_>>(),
        "promises": of.promises.iter().map(|p| promise(p, cx)).collect::<Vec<_>>(),
        "talks": of.talks.iter().map(talk).collect::<Vec<_>>(),
        "off_track": of.off().into_iter().map(|i| kpi_json::indicator(i, shell)).collect::<Vec<_>>(),
        "problems": of.problems(shell.today).into_iter().map(|p| as_json::record(p)).collect::<Vec<_>>(),
        "contracts": of.ending(shell.today).into_iter().map(|c| as_json::record(c)).collect::<Vec<_>>(),
        "conflicts": of.conflicts.iter().map(|[(one, _), (other, _)]| [one, other]).collect::<Vec<_>>(),
        "since": of.since.map(|d| d.to_string()),
        "changed": of.changes.iter().map(|c| changed(c, of, cx)).collect::<Vec<_>>(),
        "untold": of.untold.iter().map(|d| decision_json(d, cx)).collect::<Vec<_>>(),
        "late_initiatives": of.late().into_iter().map(|i| as_json::record(&i.initiative)).collect::<Vec<_>>(),
        "next_milestone": of.next_milestone(shell.today).map(|(one, _)| milestone(one)),
        "rivals": of.rivals.iter().map(rival).collect::<Vec<_>>(),
        "sales": of.sales().iter().map(|s| as_json::record(s)).collect::<Vec<_>>(),
        "care": of.care.iter().map(|p| as_json::record(p)).collect::<Vec<_>>(),
        "gaps": of.gaps.iter().map(|g| gap(g, cx)).collect::<Vec<_>>(),
    })
}

fn milestone(of: &MilestoneRow) -> Json {
    json!({
        "id": of.id,
        "name": of.name,
        "initiative": of.initiative,
        "due": of.due.map(|d| d.to_string()),
    })
}

fn rival(of: &Rival) -> Json {
    let named = |text: &str| Some(text.to_owned()).filter(|text| text != "none");
    json!({
        "whitespace": of.cell,
        "competitor": named(&of.competitor),
        "offering": of.offering,
        "unit": named(&of.unit),
        "ends_on": of.ends.to_string(),
    })
}

fn attendee(of: &Attendee, shell: &Shell) -> Json {
    let row = &of.row;
    let roles: Vec<_> = row.roles.iter().map(|r| r.name()).collect();
    json!({
        "id": row.person,
        "name": row.name,
        "title": row.title,
        "here": of.here.name(),
        "roles": roles,
        "stance": row.stance.map(Choice::name),
        "stance_on": row.stance_on.map(|d| d.to_string()),
        "weight": row.weight.w,
        "weight_assumed": row.weight.assumed,
        "strength": as_json::share(row.strength.score),
        "last_contact": row.last.map(|d| d.to_string()),
        "days_since": row.last.map(|d| crate::domain::day::days_between(d, shell.today)),
        "cadence": row.every(),
        "not_before": row.not_before.map(|d| d.to_string()),
        "do_not_contact": row.do_not_contact,
        "wants": of.person.wants,
        "worries": of.person.worries,
        "style": of.person.style,
        "language": of.person.language,
        "personal": of.person.personal,
    })
}

fn question(of: &Question, cx: &Context<'_>) -> Json {
    json!({
        "rule": of.rule.name(),
        "to": of.to,
        "ask": cx.words.say(&of.ask),
        "why": cx.words.say(&of.why),
        "evidence": of.evidence.iter().map(|i| input(i, Measure::of_sums(cx), cx.words)).collect::<Vec<_>>(),
    })
}

fn promise(of: &PromiseRow, cx: &Context<'_>) -> Json {
    let late = of.due.map(|due| crate::domain::day::days_between(due, cx.today));
    json!({
        "id": of.id,
        "side": of.side.name(),
        "text": of.text,
        "due": of.due.map(|d| d.to_string()),
        "days_late": late,
        "counterpart": of.counterpart.as_ref().map(|(id, _)| id),
        "owner": of.owner.as_ref().map(|(id, _)| id),
    })
}

fn talk(of: &LogRow) -> Json {
    let ids = |names: &[(crate::domain::Id, String)]| names.iter().map(|(id, _)| *id).collect::<Vec<_>>();
    json!({
        "id": of.id,
        "day": of.day.to_string(),
        "time": of.time.map(|t| t.format("%H:%M").to_string()),
        "channel": of.channel.name(),
        "planned": of.planned,
        "people": ids(&of.people),
        "colleagues": ids(&of.colleagues),
        "sentiment": of.sentiment.map(Choice::name),
        "text": of.text,
    })
}

fn changed(of: &Changed, whole: &Brief, cx: &Context<'_>) -> Json {
    let (kind, id) = source(Some(of.source));
    json!({
        "day": of.on.map(|d| d.to_string()),
        "what": of.what.name(),
        "text": sentence(of, whole.indicators(), cx),
        "kind": kind,
        "id": id,
    })
}

fn gap(of: &Gap, cx: &Context<'_>) -> Json {
    let (kind, id) = source(of.source);
    json!({ "text": cx.words.say(&of.explain), "kind": kind, "id": id })
}
