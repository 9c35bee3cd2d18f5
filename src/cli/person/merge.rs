//! `person merge`: two records of one human being become one; `person duplicates`: who may be in the book twice.
use clap::ArgMatches;
use serde_json::{Map, Value as Json, json};

use crate::cli::failure::{Code, Failure};
use crate::cli::find;
use crate::cli::json::parts;
use crate::cli::shell::{Book, Shell};
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::domain::field::Record;
use crate::domain::kind::Kind;
use crate::domain::merge::{Line, Pick, Picked};
use crate::domain::text::fold;
use crate::lang::{Lang, Words, field};
use crate::report::people::merging as page;
use crate::store::act::Act;
use crate::store::act::merge::Merge;
use crate::store::query::merging::Merging;
use crate::store::query::twins::{Face, Pair};

/// Merges the person named first into the second, or into the only one who may be the same. `left` is the one named first.
pub fn merge(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    let mut book = shell.existing_book()?;
    let names: Vec<_> = args.get_many::<String>("which").into_iter().flatten().collect();
    let first = find::named(shell, &book, Kind::Person, names.first().map_or("", |n| n.as_str()))?;
    let (kept, gone) = match names.get(1) {
        Some(into) => (find::named(shell, &book, Kind::Person, into)?, first),
        None => twin(&book, first)?,
    };
    let merging = book.store.merging(kept, gone)?;
    let goes_left = gone == first;
    let picked = picked(shell, args, &merging, goes_left)?;
    let one = merging.result(&picked).map_err(|what| Failure::new(Code::Usage, what).of_flag("keep"))?;
    let merge = Merge { kept, gone, picked };
    if args.get_flag("dry-run") {
        let planned = Planned { merging: &merging, merge: &merge, one, goes_left };
        dry(shell, &book, planned);
        return Ok(());
    }
    let outcome = shell.perform(&mut book, Act::Merge(Box::new(merge)))?;
    shell.tell(&outcome);
    Ok(())
}

/// The only other who may be the same person: who stays, who goes.
fn twin(book: &Book, person: Id) -> Result<(Id, Id), Failure> {
    let pairs = book.store.twins()?;
    let of = |pair: &&Pair| pair.first.id == person || pair.second.id == person;
    let pairs: Vec<&Pair> = pairs.iter().filter(of).collect();
    let name = book.directory.name(Kind::Person, person);
    match pairs.as_slice() {
        [] => Err(Failure::new(Code::NotFound, Explain::new("life-no-twin").with("name", name))),
        [pair] => Ok((pair.first.id, pair.second.id)),
        several => {
            let others = several.iter().map(|p| if p.first.id == person { &p.second } else { &p.first });
            let candidates = others.map(page::face).collect::<Vec<_>>().join("; ");
            let what = Explain::new("life-several-twins").with("name", name).with("candidates", candidates);
            Err(Failure::new(Code::NotFound, what))
        }
    }
}

/// What `--keep FIELD=left|right|both` says.
fn picked(
    shell: &Shell,
    args: &ArgMatches,
    merging: &Merging,
    goes_left: bool,
) -> Result<Vec<Picked>, Failure> {
    // Facts follow their days: of them nothing is picked.
    let fields: Vec<_> = merging.fields().into_iter().filter(|(_, line)| line.follows.is_none()).collect();
    let mut all = Vec::new();
    for text in args.get_many::<String>("keep").into_iter().flatten() {
        let (name, side) = text.split_once('=').unwrap_or((text, ""));
        let meant: Vec<_> =
            fields.iter().filter(|(place, line)| is_called(name, place.is_some(), line)).collect();
        if meant.is_empty() {
            return Err(no_field(shell, name, &fields));
        }
        let pick = side_of(side, goes_left).ok_or_else(|| no_side(name, side))?;
        let one = |(place, line): &&(Option<Id>, Line)| Picked { place: *place, field: line.spec.name, pick };
        all.extend(meant.iter().map(one));
    }
    Ok(all)
}

/// Whether a field is meant by its name or its label in either language.
fn is_called(name: &str, of_place: bool, line: &Line) -> bool {
    let wanted = fold(name.trim()).replace('-', "_");
    let kind = if of_place { Kind::Membership } else { Kind::Person };
    let label = |lang| fold(&field::label(kind, line.spec.name, &Words::new(lang)));
    line.spec.name == wanted || Lang::ALL.into_iter().any(|lang| label(lang) == fold(name.trim()))
}

fn side_of(text: &str, goes_left: bool) -> Option<Pick> {
    let wanted = fold(text.trim());
    let called = |key: &str| {
        key == format!("life-{wanted}")
            || Lang::ALL.into_iter().any(|l| fold(&Words::new(l).get(key)) == wanted)
    };
    let pick = [Pick::Kept, Pick::Both, Pick::Gone].into_iter().find(|pick| called(page::pick_key(*pick)))?;
    Some(match pick {
        Pick::Kept if goes_left => Pick::Gone,
        Pick::Gone if goes_left => Pick::Kept,
        pick => pick,
    })
}

fn no_field(shell: &Shell, name: &str, fields: &[(Option<Id>, Line)]) -> Failure {
    let differing = fields.iter().filter(|(_, line)| line.differs());
    let mut names: Vec<_> = differing.map(|(_, line)| line.spec.name.replace('_', "-")).collect();
    names.dedup();
    if names.is_empty() {
        names.push(shell.words.get("life-none-differs"));
    }
    let what = Explain::new("life-no-field").with("text", name).with("accepted", names.join(", "));
    Failure::new(Code::Usage, what).of_flag("keep")
}

fn no_side(name: &str, side: &str) -> Failure {
    Failure::new(Code::Usage, Explain::new("life-no-side").with("name", name).with("text", side))
        .of_flag("keep")
}

/// What would be done.
struct Planned<'a> {
    merging: &'a Merging,
    merge: &'a Merge,
    /// The person that they will be.
    one: Box<dyn Record>,
    /// Whether the one who goes was named first.
    goes_left: bool,
}

/// Shows what would be done.
fn dry(shell: &Shell, book: &Book, Planned { merging, merge, one, goes_left }: Planned<'_>) {
    if !shell.json {
        let cx = shell.cx(&book.directory, None);
        shell.out.blocks(&page::preview(merging, &merge.picked, goes_left, &cx));
        return;
    }
    let mut moves: Map<String, Json> = Map::new();
    for (kind, count) in &merging.moves {
        moves.insert(kind.name().to_owned(), json!(count));
    }
    moves.insert("lines".to_owned(), json!(merging.lines));
    shell.out.json(&json!({
        "kept": merge.kept,
        "gone": merge.gone,
        "person": parts(&[one]),
        "moves": moves,
    }));
}

/// Lists who may be in the book twice; with `--apart` says that two of them are two.
pub fn duplicates(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    let mut book = shell.existing_book()?;
    if let Some(two) = args.get_many::<String>("apart") {
        let ids =
            two.map(|name| find::named(shell, &book, Kind::Person, name)).collect::<Result<Vec<_>, _>>()?;
        let [first, second] = ids.as_slice() else { return Ok(()) };
        let outcome = shell.perform(&mut book, Act::Apart(*first, *second))?;
        shell.tell(&outcome);
        return Ok(());
    }
    let pairs = book.store.twins()?;
    if !shell.json {
        shell.out.blocks(&page::pairs(&pairs, &shell.words));
        return Ok(());
    }
    shell.out.json(&pairs.iter().map(|pair| as_json(pair, &shell.words)).collect());
    Ok(())
}

/// Two people who may be one, as JSON.
pub(in crate::cli) fn as_json(pair: &Pair, words: &Words) -> Json {
    let face = |face: &Face| {
        json!({ "id": face.id, "name": face.name, "accounts": face.accounts, "touches": face.talks,
            "last": face.last.map(|day| day.to_string()) })
    };
    let reasons: Vec<_> = pair.reasons.iter().map(|r| words.say(r)).collect();
    json!({ "certainty": pair.certainty.name(), "kept": face(&pair.first), "gone": face(&pair.second), "reasons": reasons })
}
