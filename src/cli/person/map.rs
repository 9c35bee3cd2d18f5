//! Who stands where: influence against stance or interest.
use clap::ArgMatches;
use serde_json::{Value as Json, json};

use crate::cli::failure::{Code, Failure};
use crate::cli::find;
use crate::cli::shell::Shell;
use crate::domain::choice::Choice;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::matrix::Axis;
use crate::lang::value::Context;
use crate::report::people::map as page;
use crate::store::query::people::PersonRow;

use super::network::accounts;

/// Prints the map of an account, or of each key account; as long as no account is key, of all of them.
pub fn map(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    let axis = args.get_one::<String>("axis").map_or(Ok(Axis::default()), |name| axis(name))?;
    let book = shell.existing_book()?;
    let account = args.get_one::<String>("account");
    let scope = account.map(|a| find::named(shell, &book, Kind::Account, a)).transpose()?;
    let all = book.store.people(scope, shell.today)?;
    let cx = shell.cx(&book.directory, scope);
    let mut answers = Vec::new();
    let mut blocks = Vec::new();
    for id in scope.map_or_else(|| accounts(&book), |one| vec![one]) {
        let people: Vec<PersonRow> = all.iter().filter(|row| row.account == Some(id)).cloned().collect();
        let here = people.iter().filter(|row| row.left_on.is_none());
        answers.push(json!({
            "id": id,
            "name": cx.directory.name(Kind::Account, id),
            "people": here.map(|row| person(row, &cx)).collect::<Vec<_>>(),
        }));
        blocks.extend(page::map(id, &people, axis, &cx));
    }
    if shell.json {
        let day = shell.today.to_string();
        shell.out.json(&json!({ "day": day, "axis": axis.name(), "accounts": answers }));
    } else {
        shell.out.blocks(&blocks);
    }
    Ok(())
}

fn axis(name: &str) -> Result<Axis, Failure> {
    let unknown = || {
        let accepted = Axis::ALL.map(Axis::name).join(", ");
        Explain::new("people-map-no-axis").with("text", name).with("accepted", accepted)
    };
    Axis::named(name).ok_or_else(|| Failure::new(Code::Usage, unknown()))
}

/// Where somebody stands on both axes, each with the day since when it is known; what is not known is `null`.
fn person(row: &PersonRow, cx: &Context<'_>) -> Json {
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string());
    json!({
        "id": row.person,
        "name": row.name,
        "title": row.title,
        "placeholder": row.placeholder,
        "roles": row.roles.iter().map(|role| role.name()).collect::<Vec<_>>(),
        "influence": row.weight.w,
        "influence_assumed": row.weight.assumed,
        "influence_on": day(row.influence_on),
        "stance": row.stance.map(Choice::name),
        "stance_on": day(row.stance_on),
        "stance_stale": row.stance_is_stale(cx.today),
        "interest": row.interest.map(|i| i.0),
        "interest_on": day(row.interest.map(|i| i.1)),
    })
}
