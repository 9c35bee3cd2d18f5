//! Plans as JSON: each record with its fields, and beside them how far it has come and how it stands.
use chrono::NaiveDate;
use serde_json::{Map, Value as Json, json};

use crate::cli::json::{record, share};
use crate::domain::choice::Choice;
use crate::domain::commitment::Promise;
use crate::domain::field::Record;
use crate::domain::plan::course::{Standing, elapsed};
use crate::store::query::account::PromiseRow;
use crate::store::query::plans::{InitiativeRow, MilestoneRow, ObjectiveRow, PlanRow, Plans};

/// The open plans, and the accounts without one.
pub fn plans(of: &Plans, today: NaiveDate) -> Json {
    let open: Vec<Json> = of.plans.iter().filter(|p| p.plan.is_open()).map(|p| plan(p, today)).collect();
    let without: Vec<Json> =
        of.without.iter().map(|(id, name)| json!({ "account": id, "name": name })).collect();
    json!({ "day": today.to_string(), "plans": open, "without": without })
}

/// A plan with all that is in it.
pub fn plan(of: &PlanRow, today: NaiveDate) -> Json {
    let mut members = fields(&of.plan);
    members.insert("account_name".to_owned(), json!(of.account_name));
    members.insert("progress".to_owned(), json!(of.score.amount().map(share)));
    members.insert("elapsed".to_owned(), json!(of.plan.days().map(|days| share(elapsed(days, today)))));
    let objectives: Vec<Json> = of.objectives.iter().map(|o| objective(o, today)).collect();
    members.insert("objectives".to_owned(), json!(objectives));
    Json::Object(members)
}

fn fields(of: &dyn Record) -> Map<String, Json> {
    record(of).as_object().cloned().unwrap_or_default()
}

fn objective(of: &ObjectiveRow, today: NaiveDate) -> Json {
    let mut members = fields(&of.objective);
    members.insert("progress".to_owned(), json!(of.score.amount().map(share)));
    let initiatives: Vec<Json> = of.initiatives.iter().map(|i| initiative(i, today)).collect();
    members.insert("initiatives".to_owned(), json!(initiatives));
    Json::Object(members)
}

/// How an initiative stands by name, with the days or points that belong to it.
fn standing(of: Standing) -> (&'static str, Option<i64>) {
    match of {
        Standing::Dropped => ("dropped", None),
        Standing::Done(_) => ("done", None),
        Standing::Late(days) => ("late", Some(days)),
        Standing::Slipping(days) => ("slipping", Some(days)),
        Standing::Waiting(first) => ("waiting", Some(first)),
        Standing::Behind(points) => ("behind", Some(points)),
        Standing::Ripe => ("ripe", None),
        Standing::Running => ("running", None),
        Standing::Ahead => ("ahead", None),
    }
}

fn initiative(of: &InitiativeRow, today: NaiveDate) -> Json {
    let mut members = fields(&of.initiative);
    // What was entered by hand stays beside what follows from milestones and promises.
    let entered = members.remove("progress").unwrap_or_default();
    members.insert("entered".to_owned(), entered);
    members.insert("progress".to_owned(), json!(of.progress.as_ref().ok().copied().map(share)));
    let (name, by) = standing(of.standing);
    members.insert("standing".to_owned(), json!(name));
    members.insert("by".to_owned(), json!(by));
    let milestones: Vec<Json> = of.milestones.iter().map(|m| milestone(m, today)).collect();
    members.insert("milestones".to_owned(), json!(milestones));
    let promises: Vec<Json> = of.promises.iter().map(|p| promise(p, today)).collect();
    members.insert("promises".to_owned(), json!(promises));
    Json::Object(members)
}

fn milestone(of: &MilestoneRow, today: NaiveDate) -> Json {
    json!({
        "id": of.id,
        "name": of.name,
        "due": of.due.map(|d| d.to_string()),
        "done_on": of.done_on.map(|d| d.to_string()),
        "late": of.promise().days_late(today),
    })
}

fn promise(of: &PromiseRow, today: NaiveDate) -> Json {
    json!({
        "id": of.id,
        "side": of.side.name(),
        "text": of.text,
        "owner": of.owner.as_ref().map(|o| o.0),
        "counterpart": of.counterpart.as_ref().map(|c| c.0),
        "due": of.due.map(|d| d.to_string()),
        "done_on": of.done_on.map(|d| d.to_string()),
        "late": Promise { due: of.due, done_on: of.done_on }.days_late(today),
    })
}
