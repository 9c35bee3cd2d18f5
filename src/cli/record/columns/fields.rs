//! The fields that are columns of a list, and the order in which they leave a narrow page.
use crate::domain::kind::Kind;

/// Fields that are columns: of which kind of record, the name, and the order in which they leave a narrow page.
type Fields = &'static [(Kind, &'static str, u8)];

const ACCOUNT: Fields = &[
    (Kind::Account, "name", 0),
    (Kind::Account, "tier", 0),
    (Kind::Account, "sector", 2),
    (Kind::Account, "site", 1),
];
const UNIT: Fields = &[
    (Kind::Unit, "name", 0),
    (Kind::Unit, "account", 0),
    (Kind::Unit, "part_of", 1),
    (Kind::Unit, "site", 2),
];
const PERSON: Fields = &[
    (Kind::Person, "name", 0),
    (Kind::Membership, "account", 0),
    (Kind::Membership, "title", 1),
    (Kind::Membership, "roles", 3),
    (Kind::Membership, "stance", 2),
];
const COLLEAGUE: Fields = &[
    (Kind::Colleague, "name", 0),
    (Kind::Colleague, "function", 0),
    (Kind::Colleague, "emails", 2),
    (Kind::Colleague, "phones", 1),
];
const INTERACTION: Fields = &[
    (Kind::Interaction, "day", 0),
    (Kind::Interaction, "time", 1),
    (Kind::Interaction, "channel", 0),
    (Kind::Interaction, "account", 2),
    (Kind::Interaction, "people", 3),
    (Kind::Interaction, "text", 0),
];
const COMMITMENT: Fields = &[
    (Kind::Commitment, "side", 0),
    (Kind::Commitment, "text", 0),
    (Kind::Commitment, "account", 2),
    (Kind::Commitment, "counterpart", 1),
    (Kind::Commitment, "due", 0),
    (Kind::Commitment, "done_on", 3),
];
const OPPORTUNITY: Fields = &[
    (Kind::Opportunity, "name", 0),
    (Kind::Opportunity, "account", 3),
    (Kind::Opportunity, "stage", 0),
    (Kind::Opportunity, "amount", 0),
    (Kind::Opportunity, "closes_on", 0),
    (Kind::Opportunity, "next_step", 1),
];
const CONTRACT: Fields = &[
    (Kind::Contract, "name", 0),
    (Kind::Contract, "account", 3),
    (Kind::Contract, "value", 2),
    (Kind::Contract, "renews", 1),
    (Kind::Contract, "ends_on", 0),
];
const PROBLEM: Fields = &[
    (Kind::Problem, "name", 0),
    (Kind::Problem, "account", 0),
    (Kind::Problem, "trouble", 1),
    (Kind::Problem, "severity", 0),
    (Kind::Problem, "opened_on", 3),
    (Kind::Problem, "next_step", 2),
];
const READING: Fields = &[
    (Kind::Reading, "day", 0),
    (Kind::Reading, "account", 0),
    (Kind::Reading, "score", 0),
    (Kind::Reading, "person", 2),
    (Kind::Reading, "source", 1),
    (Kind::Reading, "text", 3),
];
const KPI: Fields = &[(Kind::Kpi, "name", 0), (Kind::Kpi, "account", 3)];
const INFLUENCE: Fields = &[
    (Kind::Influence, "person", 0),
    (Kind::Influence, "tie", 0),
    (Kind::Influence, "sways", 0),
    (Kind::Influence, "account", 0),
    (Kind::Influence, "since", 1),
    (Kind::Influence, "notes", 2),
];
const INVOLVEMENT: Fields = &[
    (Kind::Involvement, "opportunity", 0),
    (Kind::Involvement, "person", 0),
    (Kind::Involvement, "roles", 0),
    (Kind::Involvement, "notes", 1),
];
const RATE: Fields = &[(Kind::Rate, "currency", 0), (Kind::Rate, "year", 0), (Kind::Rate, "rate", 0)];
const COMPETITOR: Fields =
    &[(Kind::Competitor, "name", 0), (Kind::Competitor, "strengths", 1), (Kind::Competitor, "weaknesses", 2)];
const OFFERING: Fields = &[(Kind::Offering, "name", 0), (Kind::Offering, "family", 1)];
const PLAN: Fields = &[
    (Kind::Plan, "name", 0),
    (Kind::Plan, "account", 0),
    (Kind::Plan, "status", 0),
    (Kind::Plan, "starts_on", 2),
    (Kind::Plan, "ends_on", 1),
    (Kind::Plan, "reviewed_on", 3),
];
const OBJECTIVE: Fields = &[
    (Kind::Objective, "name", 0),
    (Kind::Objective, "plan", 2),
    (Kind::Objective, "aim", 1),
    (Kind::Objective, "priority", 4),
    (Kind::Objective, "owner", 3),
    (Kind::Objective, "status", 0),
];
const INITIATIVE: Fields = &[
    (Kind::Initiative, "name", 0),
    (Kind::Initiative, "objective", 3),
    (Kind::Initiative, "owner", 2),
    (Kind::Initiative, "starts_on", 1),
    (Kind::Initiative, "ends_on", 0),
    (Kind::Initiative, "done_on", 4),
];
const MILESTONE: Fields = &[
    (Kind::Milestone, "name", 0),
    (Kind::Milestone, "initiative", 1),
    (Kind::Milestone, "due", 0),
    (Kind::Milestone, "done_on", 2),
];
const WHITESPACE: Fields = &[
    (Kind::WhiteSpace, "offering", 0),
    (Kind::WhiteSpace, "account", 2),
    (Kind::WhiteSpace, "unit", 1),
    (Kind::WhiteSpace, "state", 0),
    (Kind::WhiteSpace, "ours", 4),
    (Kind::WhiteSpace, "total", 3),
    (Kind::WhiteSpace, "competitor", 5),
];
const INSIGHT: Fields = &[
    (Kind::Insight, "day", 0),
    (Kind::Insight, "name", 0),
    (Kind::Insight, "account", 1),
    (Kind::Insight, "topic", 2),
    (Kind::Insight, "confidence", 3),
];
const PERK: Fields = &[
    (Kind::Perk, "name", 0),
    (Kind::Perk, "account", 2),
    (Kind::Perk, "sort", 3),
    (Kind::Perk, "cost", 1),
    (Kind::Perk, "until", 0),
];
const DECISION: Fields = &[
    (Kind::Decision, "decided_on", 0),
    (Kind::Decision, "name", 0),
    (Kind::Decision, "account", 1),
    (Kind::Decision, "turn", 2),
];
const TELLING: Fields = &[
    (Kind::Telling, "day", 0),
    (Kind::Telling, "decision", 0),
    (Kind::Telling, "person", 0),
    (Kind::Telling, "colleague", 0),
];
const ASSIGNMENT: Fields = &[
    (Kind::Assignment, "colleague", 0),
    (Kind::Assignment, "account", 0),
    (Kind::Assignment, "function", 0),
    (Kind::Assignment, "since", 2),
    (Kind::Assignment, "until", 1),
];
const PROMOTION: Fields = &[
    (Kind::Promotion, "day", 0),
    (Kind::Promotion, "account", 0),
    (Kind::Promotion, "tier", 0),
    (Kind::Promotion, "reason", 1),
];

/// The fields that are columns of a list.
pub const fn columns(kind: Kind) -> Fields {
    match kind {
        Kind::Account => ACCOUNT,
        Kind::Unit => UNIT,
        Kind::Person => PERSON,
        Kind::Colleague => COLLEAGUE,
        Kind::Interaction => INTERACTION,
        Kind::Commitment => COMMITMENT,
        Kind::Opportunity => OPPORTUNITY,
        Kind::Contract => CONTRACT,
        Kind::Problem => PROBLEM,
        Kind::Reading => READING,
        Kind::Kpi => KPI,
        Kind::Rate => RATE,
        Kind::Influence => INFLUENCE,
        Kind::Involvement => INVOLVEMENT,
        Kind::Competitor => COMPETITOR,
        Kind::Offering => OFFERING,
        Kind::Plan => PLAN,
        Kind::Objective => OBJECTIVE,
        Kind::Initiative => INITIATIVE,
        Kind::Milestone => MILESTONE,
        Kind::WhiteSpace => WHITESPACE,
        Kind::Insight => INSIGHT,
        Kind::Perk => PERK,
        Kind::Decision => DECISION,
        Kind::Telling => TELLING,
        Kind::Assignment => ASSIGNMENT,
        Kind::Promotion => PROMOTION,
        // These have no list of their own.
        _ => &[],
    }
}
