//! What figures of files and of the clipboard are read against in tests: two accounts, their indicators, a plan in words.
use cartera::domain::Id;
use cartera::domain::choice::{Frequency, Unit};
use cartera::domain::directory::{Directory, Name};
use cartera::domain::kind::Kind;
use cartera::domain::money::Currency;
use cartera::exchange::figures::{KpiName, Plan, Planned, State};

/// Two key accounts.
pub fn directory() -> Directory {
    let account = |id, name| Name { key: true, position: id, ..Name::of(Kind::Account, id, name) };
    Directory::new(vec![account(1, "Arce"), account(2, "Almazara")])
}

/// A monthly indicator of an account.
pub fn kpi(id: Id, account: Id, name: &str, unit: Unit) -> KpiName {
    KpiName {
        id,
        name: name.into(),
        account: Some(account),
        unit,
        currency: Currency::default(),
        frequency: Frequency::Monthly,
        computed: false,
        band: false,
    }
}

/// What was made of a cell, with the reason or the doubts behind it.
pub fn with_reasons(mut line: String, cell: &Planned) -> String {
    if let State::Refused(why) = &cell.state {
        line = format!("{line} {}", why.key);
    }
    for doubt in &cell.doubts {
        line = format!("{line} {}", doubt.key);
    }
    line
}

/// The cells that are not blank, each as `told` says it.
pub fn filled_as(plan: &Plan, told: impl Fn(&Planned) -> String) -> Vec<String> {
    plan.cells.iter().filter(|c| c.state != State::Blank).map(told).collect()
}

/// What is said of the whole.
pub fn notes(plan: &Plan) -> Vec<String> {
    plan.notes.iter().map(ToString::to_string).collect()
}
