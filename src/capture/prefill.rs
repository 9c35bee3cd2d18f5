//! A line to begin with: what was planned, written so that it reads back.
use chrono::{Datelike, Months};

use super::read;
use crate::domain::Id;
use crate::domain::choice::{Channel, Choice, Direction};
use crate::domain::directory::Name;
use crate::domain::field::Link;
use crate::domain::interaction::Interaction;
use crate::domain::kind::Kind;
use crate::lang::value::Context;
use crate::lang::{choice, time};

/// The head of a captured line for an interaction, such as `meeting ana ruiz 12/11 10:00: `. It reads back to the same kind,
/// people, account, day and time wherever their names are unlike enough.
pub fn line_for(interaction: &Interaction, cx: &Context<'_>) -> String {
    let kind = choice::show(Channel::SET, interaction.channel.unwrap_or(Channel::Note).name(), cx.words);
    let direction = interaction.direction.filter(|d| *d != Direction::Both);
    let direction = direction.map(|d| choice::show(Direction::SET, d.name(), cx.words));
    let people = names(interaction, cx);
    let account = interaction.account.and_then(|Link(id)| cx.directory.get(Kind::Account, id));
    let account = account.map(|name| spoken(name, cx));
    let when = when(interaction, cx);
    let write = |account: Option<&String>, day_first: bool| {
        let people: Vec<String> = people.iter().chain(account).cloned().collect();
        let mut parts: Vec<String> = [Some(kind.clone()), direction.clone()].into_iter().flatten().collect();
        let who = people.join(", ");
        parts.extend(if day_first { [when.clone(), who] } else { [who, when.clone()] });
        parts.retain(|p| !p.is_empty());
        format!("{}: ", parts.join(" "))
    };
    let lines = [
        write(None, false),
        write(account.as_ref(), false),
        write(None, true),
        write(account.as_ref(), true),
    ];
    let reads_back = lines.iter().find(|line| is_same(line, interaction, cx)).or(lines.get(1));
    reads_back.cloned().unwrap_or_default()
}

fn is_same(line: &str, interaction: &Interaction, cx: &Context<'_>) -> bool {
    let ids = |links: &[Link]| links.iter().map(|l| l.0).collect::<Vec<Id>>();
    read(line, cx).is_ok_and(|e| {
        e.channel == interaction.channel
            && e.people == ids(&interaction.people)
            && e.colleagues == ids(&interaction.colleagues)
            && e.account == interaction.account.map(|l| l.0)
            && Some(e.day) == interaction.day
            && e.time == interaction.time
            && e.minutes == interaction.minutes
    })
}

fn names(interaction: &Interaction, cx: &Context<'_>) -> Vec<String> {
    let people = interaction.people.iter().filter_map(|l| cx.directory.get(Kind::Person, l.0));
    let colleagues = interaction.colleagues.iter().filter_map(|l| cx.directory.get(Kind::Colleague, l.0));
    people.chain(colleagues).map(|name| spoken(name, cx)).collect()
}

/// A name as it would be typed; the e-mail address where several bear the name.
fn spoken(name: &Name, cx: &Context<'_>) -> String {
    let alone = cx.directory.matching(name.kind, &name.name).len() == 1;
    if let (false, Some(address)) = (alone, name.emails.first()) {
        return address.clone();
    }
    let letters =
        |word: &str| -> String { word.chars().filter(|c| c.is_alphanumeric() || *c == '-').collect() };
    let words = name.name.split_whitespace().map(letters).filter(|w| !w.is_empty());
    words.map(|w| w.to_lowercase()).take(super::head::LONGEST_NAME).collect::<Vec<_>>().join(" ")
}

/// Day, time and duration. A day of the past year needs no year.
fn when(interaction: &Interaction, cx: &Context<'_>) -> String {
    let day = interaction.day.map(|day| {
        let recent = cx.today.checked_sub_months(Months::new(12)).is_some_and(|year_ago| day > year_ago);
        let short = format!("{}/{}", day.day(), day.month());
        if recent && day <= cx.today { short } else { format!("{short}/{:04}", day.year()) }
    });
    let minutes = interaction.minutes.map(|m| if m < 360 { time::show_minutes(m) } else { format!("{m}m") });
    [day, interaction.time.map(time::show_time), minutes].into_iter().flatten().collect::<Vec<_>>().join(" ")
}
