//! Who reports to whom.
use clap::ArgMatches;
use serde_json::{Value as Json, json};

use crate::cli::failure::Failure;
use crate::cli::find;
use crate::cli::shell::Shell;
use crate::domain::choice::Choice;
use crate::domain::kind::Kind;
use crate::domain::org::{Branch, Cut};
use crate::report::people::org::{Section, org as page, sections};

/// Prints the org chart of all accounts or of one.
pub fn org(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    let book = shell.existing_book()?;
    let account = args.get_one::<String>("account");
    let scope = account.map(|a| find::named(shell, &book, Kind::Account, a)).transpose()?;
    let mut rows = book.store.people(scope, shell.today)?;
    // The weightiest of those who stand beside each other comes first.
    rows.sort_by(|a, b| b.weight.w.cmp(&a.weight.w).then_with(|| a.name.cmp(&b.name)));
    let centre = book.store.centre(scope)?;
    let sections = sections(&rows, &centre);
    let cx = shell.cx(&book.directory, scope);
    if shell.json {
        let accounts: Vec<_> = sections.iter().map(section).collect();
        shell.out.json(&json!({ "day": shell.today.to_string(), "accounts": accounts }));
    } else {
        shell.out.blocks(&page(&sections, scope, &cx));
    }
    Ok(())
}

fn section(section: &Section<'_>) -> Json {
    let gaps: Vec<_> = section.gaps.iter().map(|seat| seat.name()).collect();
    json!({
        "account": section.account,
        "name": section.account.map(|_| section.name),
        "people": nested(section),
        "gaps": gaps,
        "circles": section.forest.circles,
    })
}

/// Those at the top, each with those they lead in `reports`.
fn nested(section: &Section<'_>) -> Vec<Json> {
    let mut below: Vec<Vec<Json>> = vec![Vec::new(); section.forest.branches.len()];
    let mut top = Vec::new();
    // From the end: whoever is led comes after who leads them.
    for (at, branch) in section.forest.branches.iter().enumerate().rev() {
        let mut reports = below.get_mut(at).map(std::mem::take).unwrap_or_default();
        reports.reverse();
        let person = person(section, branch, &reports);
        match branch.boss.and_then(|boss| below.get_mut(boss)) {
            Some(led) => led.push(person),
            None => top.push(person),
        }
    }
    top.reverse();
    top
}

fn person(section: &Section<'_>, branch: &Branch, reports: &[Json]) -> Json {
    let Some(row) = section.row(branch) else { return Json::Null };
    let cut = branch.cut.map(|cut| match cut {
        Cut::Outside(_) => "outside",
        Cut::Circle => "circle",
    });
    json!({
        "person": row.person,
        "name": row.name,
        "title": row.title,
        "unit": row.unit,
        "roles": row.roles.iter().map(|role| role.name()).collect::<Vec<_>>(),
        "stance": row.stance.map(Choice::name),
        "stance_on": row.stance_on.map(|day| day.to_string()),
        "weight": row.weight.w,
        "last": row.last.map(|day| day.to_string()),
        "cadence": row.every(),
        "left_on": row.left_on.map(|day| day.to_string()),
        "vacant": branch.vacant,
        "placeholder": row.placeholder,
        "reports_to": row.reports_to,
        "cut": cut,
        "reports": reports,
    })
}
