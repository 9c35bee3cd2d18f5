//! How well the people of a buying centre are known.
use clap::ArgMatches;
use serde_json::{Value as Json, json};

use super::network::accounts;
use crate::cli::failure::{Code, Failure};
use crate::cli::find;
use crate::cli::shell::{Book, Shell};
use crate::domain::Id;
use crate::domain::coverage::{
    Held, Place, Survey, coverage as covered, dependency, role_coverage, support, threads,
};
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::score::Score;
use crate::report::indicator::name as state;
use crate::report::people::coverage as page;
use crate::store::query::centre::Whose;

/// Prints the buying centre of each key account, of one account, or of one open sale.
pub fn coverage(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    let book = shell.existing_book()?;
    let text = |name| args.get_one::<String>(name);
    let centres: Vec<Whose> = if let Some(sale) = text("opportunity") {
        vec![Whose::Decision(find::named(shell, &book, Kind::Opportunity, sale)?)]
    } else if let Some(account) = text("account") {
        vec![Whose::Account(find::named(shell, &book, Kind::Account, account)?)]
    } else {
        accounts(&book).into_iter().map(Whose::Account).collect()
    };
    let mut answers = Vec::new();
    let mut blocks = Vec::new();
    for whose in centres {
        let (kind, id) = match whose {
            Whose::Account(id) => (Kind::Account, id),
            Whose::Decision(id) => (Kind::Opportunity, id),
        };
        let name = book.directory.name(kind, id);
        let survey = survey(shell, &book, whose, &name)?;
        blocks.extend(page::coverage(&survey, &name, &shell.cx(&book.directory, None)));
        answers.push(answer(&survey, kind, id, &name, &book));
    }
    if shell.json {
        shell.out.json(&Json::from(answers));
    } else {
        shell.out.blocks(&blocks);
    }
    Ok(())
}

fn survey(shell: &Shell, book: &Book, whose: Whose, name: &str) -> Result<Survey, Failure> {
    let account = match whose {
        Whose::Account(id) => Some(id),
        Whose::Decision(id) => {
            book.directory.get(Kind::Opportunity, id).and_then(|n| n.accounts.first().copied())
        }
    };
    let rows = book.store.people(account, shell.today)?;
    let found = book.store.centre(account)?.survey(whose, &rows);
    found.ok_or_else(|| Failure::new(Code::NotFound, Explain::new("coverage-decided").with("name", name)))
}

fn answer(survey: &Survey, kind: Kind, id: Id, name: &str, book: &Book) -> Json {
    let points = |score: Score| score.amount();
    let hanging = dependency(&survey.members).ok();
    json!({
        "kind": kind.name(),
        "id": id,
        "name": name,
        "places": survey.places.iter().map(|place| place_json(survey, place, book)).collect::<Vec<_>>(),
        "coverage": points(covered(&survey.members)),
        "roles": points(role_coverage(&survey.places)),
        "support": points(support(&survey.members)),
        "threads": {
            "people": threads(&survey.members).people,
            "state": state(&threads(&survey.members).rag),
        },
        "dependency": hanging.map(|most| json!({
            "person": most.person,
            "share": most.share,
            "state": state(&most.rag),
        })),
    })
}

fn place_json(survey: &Survey, place: &Place, book: &Book) -> Json {
    let people = |ids: &[Id]| -> Vec<Json> {
        ids.iter().map(|id| json!({ "id": id, "name": book.directory.name(Kind::Person, *id) })).collect()
    };
    json!({
        "seat": place.seat.name(),
        "state": match place.held { Held::Gap => "gap", Held::Named => "named", Held::Covered => "covered" },
        "people": people(&place.people),
        "placeholder": survey.placeholder(place.seat),
    })
}
