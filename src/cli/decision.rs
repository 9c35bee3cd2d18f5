//! Who has been told of decisions: what somebody does not know yet, telling somebody, the bulletin of a side.
use clap::ArgMatches;
use serde_json::{Value as Json, json};

use super::failure::{Code, Failure};
use super::find;
use super::shell::{Book, Shell};
use crate::domain::Id;
use crate::domain::audience::{Away, is_late};
use crate::domain::choice::{Choice, Side};
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::lang::value::Context;
use crate::report::bulletin::Bulletin;
use crate::report::{Block, told};
use crate::store::act::Act;
use crate::store::act::told::Heard;
use crate::store::fault::Fault;
use crate::store::query::decisions::DecisionRow;

/// Prints the decisions of which somebody has not been told, of the key accounts or of one.
pub fn untold(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    let book = shell.existing_book()?;
    let account = args.get_one::<String>("account");
    let scope = account.map(|a| find::named(shell, &book, Kind::Account, a)).transpose()?;
    let cx = shell.cx(&book.directory, scope);
    let mut rows = book.store.decisions(scope, shell.today)?.rows;
    rows.retain(|row| row.waiting(shell.today).is_some());
    if shell.json {
        shell.out.json(&rows.iter().map(|row| as_json(row, &cx)).collect());
    } else if rows.is_empty() {
        shell.out.text(&shell.words.get("decisions-cli-all-told"));
    } else {
        shell.out.blocks(&[Block::Table(told::table(rows.iter(), &cx))]);
    }
    Ok(())
}

/// Marks people and colleagues as told of a decision on the day of the command: those named, else all who have not been told;
/// with `--not` as not told.
pub fn tell(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    let mut book = shell.existing_book()?;
    let which = args.get_one::<String>("which").map_or("", String::as_str);
    let decision = find::record(shell, &book, Kind::Decision, which)?;
    let row =
        book.store.decision_row(decision)?.ok_or(Fault::Missing { kind: Kind::Decision, id: decision })?;
    let back = args.get_flag("not");
    let mut heard: Vec<Heard> = Vec::new();
    for name in args.get_many::<String>("who").into_iter().flatten() {
        let who = whoever(shell, &book, name)?;
        let known = row.hearers.iter().any(|h| h.who == who && h.told_on.is_some());
        if known != back {
            let key = if back { "decisions-cli-not-told" } else { "decision-told-twice" };
            let refused = Explain::new(key).with("name", book.directory.name(who.0, who.1));
            return Err(Failure::new(Code::Failed, refused.with("decision", row.decision.name.clone())));
        }
        heard.push((decision, who));
    }
    if heard.is_empty() {
        let side = side(args);
        let of = row.hearers.iter().filter(|h| if back { h.told_on.is_some() } else { h.waits() });
        let of = of.filter(|h| side.is_none_or(|side| h.side() == side));
        heard.extend(of.map(|h| (decision, h.who)));
    }
    if heard.is_empty() {
        let nobody = Explain::new("decisions-cli-nobody").with("decision", row.decision.name);
        return Err(Failure::new(Code::Failed, nobody));
    }
    let outcome = shell.perform(&mut book, Act::Told(heard, shell.today))?;
    shell.tell(&outcome);
    Ok(())
}

/// Prints what one side of an account has not been told; with `--mail` as the link of a mail, with `--sent` it is told.
pub fn bulletin(shell: &Shell, args: &ArgMatches) -> Result<(), Failure> {
    let mut book = shell.existing_book()?;
    let name = args.get_one::<String>("account").map_or("", String::as_str);
    let account = find::named(shell, &book, Kind::Account, name)?;
    let side = side(args).unwrap_or(Side::Theirs);
    let rows = book.store.decisions(Some(account), shell.today)?.rows;
    let of = Bulletin::new(&rows, account, side);
    print(shell, &of, args.get_flag("mail"), &shell.cx(&book.directory, Some(account)));
    let heard = of.heard();
    if args.get_flag("sent") && !heard.is_empty() {
        let outcome = shell.perform(&mut book, Act::Told(heard, shell.today))?;
        super::out::Out::say(&shell.words.say(&outcome.label));
    }
    Ok(())
}

fn print(shell: &Shell, of: &Bulletin<'_>, mail: bool, cx: &Context<'_>) {
    if shell.json {
        let to = of.recipients().into_iter().map(|who| named(who, cx)).collect::<Vec<_>>();
        shell.out.json(&json!({
            "account": of.account,
            "side": of.side.name(),
            "to": to,
            "decisions": of.rows.iter().map(|row| as_json(row, cx)).collect::<Vec<_>>(),
            "text": of.text(cx),
            "mail": of.mail(cx).link(),
        }));
    } else if of.rows.is_empty() {
        super::out::Out::say(&shell.words.get("decisions-cli-all-told"));
    } else if mail {
        shell.out.text(&of.mail(cx).link());
    } else {
        shell.out.text(of.text(cx).trim_end());
    }
}

/// A stakeholder or a colleague of that name.
fn whoever(shell: &Shell, book: &Book, name: &str) -> Result<(Kind, Id), Failure> {
    match (find::named(shell, book, Kind::Person, name), find::named(shell, book, Kind::Colleague, name)) {
        (Ok(id), Err(_)) => Ok((Kind::Person, id)),
        (Err(_), Ok(id)) => Ok((Kind::Colleague, id)),
        (Err(failure), Err(other)) => Err(if failure.is_nothing() { other } else { failure }),
        (Ok(person), Ok(colleague)) => {
            let names = [(Kind::Person, person), (Kind::Colleague, colleague)]
                .map(|(kind, id)| format!("{} (#{id})", book.directory.name(kind, id)));
            let several = Explain::new("name-ambiguous").with("kind", Kind::Person.name()).with("name", name);
            Err(Failure::new(Code::NotFound, several.with("candidates", names.join(", "))))
        }
    }
}

/// The side that was asked for.
fn side(args: &ArgMatches) -> Option<Side> {
    args.get_one::<String>("side").and_then(|side| Side::named(side))
}

/// A decision with everybody whom it concerns.
pub fn as_json(row: &DecisionRow, cx: &Context<'_>) -> Json {
    let of = &row.decision;
    let waiting = row.waiting(cx.today);
    let hearer = |h: &crate::domain::audience::Hearer| {
        let mut one = named(h.who, cx);
        if let Some(one) = one.as_object_mut() {
            one.insert("side".to_owned(), h.side().name().into());
            one.insert("told_on".to_owned(), h.told_on.map(|on| on.to_string()).into());
            one.insert("away".to_owned(), h.away.map(Away::name).into());
        }
        one
    };
    json!({
        "id": of.head.id,
        "name": of.name,
        "turn": of.turn.map(Choice::name),
        "account": row.account(),
        "decided_on": of.decided_on.map(|on| on.to_string()),
        "waiting_days": waiting,
        "late": waiting.is_some_and(is_late),
        "hearers": row.hearers.iter().map(hearer).collect::<Vec<_>>(),
    })
}

fn named((kind, id): (Kind, Id), cx: &Context<'_>) -> Json {
    json!({ "kind": kind.name(), "id": id, "name": cx.directory.name(kind, id) })
}
