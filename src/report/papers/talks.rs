//! What is handed out before and after talking: brief, bulletin, digest.
use super::{Made, Wanted, internal, made, unanswered};
use crate::domain::choice::Side;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
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
    vec![Query::Brief(of)]
}

/// It holds what people told in confidence, and says so on every page.
pub(super) fn brief(_: &Wanted, answers: &[Answer], cx: &Context<'_>) -> Result<Made, Explain> {
    let [Answer::Brief(brief)] = answers else { return Err(unanswered()) };
    let (title, remark) = briefs::title(brief, cx);
    let blocks = briefs::sections(brief, briefs::rows_at(u16::MAX), cx);
    let foot = cx.words.get("handout-for-me");
    Ok(Paper { foot, one_page: true, ..internal(title, remark, blocks, cx) }.into())
}

pub(super) fn ask_bulletin(wanted: &Wanted) -> Vec<Query> {
    vec![Query::Decisions(Some(wanted.id()))]
}

/// As it is sent: it names nobody of those it goes to, and to the client no reason.
pub(super) fn bulletin(wanted: &Wanted, answers: &[Answer], cx: &Context<'_>) -> Result<Made, Explain> {
    let [Answer::Decisions(decisions)] = answers else { return Err(unanswered()) };
    let of = Bulletin::new(&decisions.rows, wanted.id(), wanted.side);
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
    Ok(Paper { title, subtitle: account, lang, made: made(cx), foot, one_page: false, blocks }.into())
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
    let mut blocks = team::digest(teams, &mate, cx).into_iter();
    // Its own heading is the title of the page.
    let Some(Block::Heading { text, note, .. }) = blocks.next() else { return Err(unanswered()) };
    Ok(internal(text, note, blocks.collect(), cx).into())
}
