//! `person dossier`: all that is held about somebody.
use clap::ArgMatches;
use serde_json::{Map, Value as Json, json};

use crate::cli::failure::Failure;
use crate::cli::shell::Shell;
use crate::cli::{find, json as as_json};
use crate::domain::kind::Kind;
use crate::report::people::dossier as page;
use crate::store::query::dossier::Dossier;

/// Prints it.
pub fn dossier(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    let book = shell.existing_book()?;
    let name = args.get_one::<String>("which").map_or("", String::as_str);
    let id = find::named(shell, &book, Kind::Person, name)?;
    let dossier = book.store.dossier(id, super::forget::drafts(shell).as_deref())?;
    if shell.json {
        shell.out.json(&whole(shell, &dossier));
    } else {
        shell.out.blocks(&page::dossier(&dossier, &shell.cx(&book.directory, None)));
    }
    Ok(())
}

fn whole(shell: &Shell, dossier: &Dossier) -> Json {
    let mut linked: Map<String, Json> = Map::new();
    for one in &dossier.linked {
        let record = json!({ "through": one.fields, "record": as_json::record(one.record.as_ref()) });
        let of = linked.entry(one.record.kind().name()).or_insert_with(|| json!([]));
        of.as_array_mut().into_iter().for_each(|all| all.push(record.clone()));
    }
    let acts = dossier.acts.iter().map(|(act, origin)| {
        json!({
            "entry": act.id,
            "at": act.at.format("%Y-%m-%dT%H:%M:%S").to_string(),
            "act": act.label.key,
            "label": shell.words.say(&act.label),
            "origin": origin,
            "undone": act.undone,
        })
    });
    let mentions = dossier
        .mentions
        .iter()
        .map(|m| json!({ "kind": m.kind.name(), "id": m.id, "field": m.field, "text": m.text }));
    let backups = dossier.backups.iter().map(
        |b| json!({ "path": b.path.display().to_string(), "day": b.day.to_string(), "reason": b.reason.name() }),
    );
    let colleagues = dossier.colleagues.iter().map(
        |(id, name, count, last)| json!({ "colleague": id, "name": name, "conversations": count, "last": last }),
    );
    json!({
        "day": shell.today.to_string(),
        "person": as_json::record(dossier.person.as_ref()),
        "linked": linked,
        "colleagues": colleagues.collect::<Vec<_>>(),
        "mentions": mentions.collect::<Vec<_>>(),
        "history": acts.collect::<Vec<_>>(),
        "drafts": dossier.drafts,
        "backups": backups.collect::<Vec<_>>(),
    })
}
