//! What is handed out before and after talking: brief, bulletin, digest.
use chrono::NaiveDate;

use super::{Made, Wanted, internal, made, unanswered};
use crate::domain::choice::Side;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::lang::day;
use crate::lang::value::Context;
use crate::report::block::Block;
use crate::report::bulletin::Bulletin;
use crate::report::paper::Paper;
use crate::report::{brief as briefs, team};
use crate::store::query::brief::BriefOf;
use crate::store::query::team::Mate;
use crate::store::query::{Answer, Query};

pub(super) fn ask_brief(wanted: &Wanted) -> Vec<Query> {
    let id = wanted.id();
    let of = match wanted.of {
        Some((Kind::Person, _)) => BriefOf::Person(id, None),
        Some((Kind::Interaction, _)) => BriefOf::Meeting(id),
        Some(_) | None => BriefOf::Account(id),
    };
    vec![wanted.term.map_or(Query::Brief(of), |days| Query::BriefIn(of, days))]
}

/// It holds what people told in confidence, and says so on every page. Of a time that was chosen it tells what happened in it.
pub(super) fn brief(wanted: &Wanted, answers: &[Answer], cx: &Context<'_>) -> Result<Made, Explain> {
    let [Answer::Brief(brief)] = answers else { return Err(unanswered()) };
    let (title, remark) = briefs::title(brief, cx);
    let blocks = match wanted.term {
        Some(_) => briefs::happened(brief, cx),
        None => briefs::sections(brief, briefs::rows_at(u16::MAX), cx),
    };
    let foot = cx.words.get("handout-for-me");
    let paper = Paper { foot, one_page: wanted.term.is_none(), ..internal(title, remark, blocks, cx) };
    Ok(timed(paper, wanted, cx))
}

/// A document that says of which time it is, where one was chosen.
fn timed(paper: Paper, wanted: &Wanted, cx: &Context<'_>) -> Made {
    let time = wanted.term.map(|days| day::span(days, cx.words));
    let subtitle = [Some(paper.subtitle), time].into_iter().flatten().filter(|part| !part.is_empty());
    let subtitle = subtitle.collect::<Vec<_>>().join(" · ");
    Made { term: wanted.term, ..Paper { subtitle, ..paper }.into() }
}

/// Whether a day is one of the time that was chosen; without one every day is.
fn tells_of(wanted: &Wanted, day: Option<NaiveDate>) -> bool {
    wanted.term.is_none_or(|(from, until)| day.is_some_and(|day| (from..=until).contains(&day)))
}

pub(super) fn ask_bulletin(wanted: &Wanted) -> Vec<Query> {
    vec![Query::Decisions(Some(wanted.id()))]
}

/// As it is sent: it names nobody of those it goes to, and to the client no reason.
pub(super) fn bulletin(wanted: &Wanted, answers: &[Answer], cx: &Context<'_>) -> Result<Made, Explain> {
    let [Answer::Decisions(decisions)] = answers else { return Err(unanswered()) };
    let mut of = Bulletin::new(&decisions.rows, wanted.id(), wanted.side);
    of.rows.retain(|row| tells_of(wanted, row.decision.decided_on));
    let mut blocks = of.letter(cx);
    if blocks.is_empty() {
        blocks.push(Block::Paragraph(cx.words.get("handout-no-news")));
    }
    let account = cx.directory.name(Kind::Account, wanted.id());
    let foot = match wanted.side {
        Side::Ours => cx.words.get("handout-internal"),
        Side::Theirs => cx.words.with("handout-for", &[("name", &account)]),
    };
    let (title, lang) = (cx.words.get("handout-bulletin"), cx.words.lang());
    let paper = Paper { title, subtitle: account, lang, made: made(cx), foot, one_page: false, blocks };
    Ok(timed(paper, wanted, cx))
}

pub(super) fn ask_digest(wanted: &Wanted) -> Vec<Query> {
    vec![Query::TeamsWith(wanted.id())]
}

/// What a colleague owns, owes and should know, at every account.
pub(super) fn digest(wanted: &Wanted, answers: &[Answer], cx: &Context<'_>) -> Result<Made, Explain> {
    let [Answer::Team(teams)] = answers else { return Err(unanswered()) };
    let found = teams.iter().flat_map(|team| &team.mates).find(|m| m.colleague == Some(wanted.id()));
    let nobody = || Mate {
        colleague: Some(wanted.id()),
        name: cx.directory.name(Kind::Colleague, wanted.id()),
        ..Mate::default()
    };
    let mate = found.cloned().unwrap_or_else(nobody);
    let mut teams = teams.clone();
    for mate in teams.iter_mut().flat_map(|team| &mut team.mates) {
        mate.owns
            .retain(|of| tells_of(wanted, of.ends_on) || tells_of(wanted, of.next.as_ref().map(|n| n.1)));
        mate.promises.retain(|of| tells_of(wanted, of.due));
        mate.untold.retain(|of| tells_of(wanted, of.on));
        mate.meetings.retain(|of| tells_of(wanted, Some(of.day)));
    }
    let mut blocks = team::digest(&teams, &mate, cx).into_iter();
    // Its own heading is the title of the page.
    let Some(Block::Heading { text, note, .. }) = blocks.next() else { return Err(unanswered()) };
    Ok(timed(internal(text, note, blocks.collect(), cx), wanted, cx))
}
