//! Who may be in the book twice, and two people as they would become one.
use crate::domain::kind::Kind;
use crate::domain::merge::{Line, Pick, Picked};
use crate::domain::twins::Certainty;
use crate::domain::value::Value;
use crate::lang::value::{Context, show};
use crate::lang::{Words, field};
use crate::report::block::{Block, Cell, Column, Table, Tone};
use crate::store::query::merging::Merging;
use crate::store::query::twins::{Face, Pair};

/// The pairs, the surest first.
pub fn pairs(pairs: &[Pair], words: &Words) -> Vec<Block> {
    let mut blocks = vec![Block::heading_with(words.get("life-twins"), pairs.len().to_string())];
    if pairs.is_empty() {
        blocks.push(Block::Paragraph(words.get("life-twins-none")));
        return blocks;
    }
    let head = |key: &str| words.get(key);
    let mut table = Table::new(vec![
        Column::short(head("life-head-certainty")),
        Column::text(head("life-head-stays")),
        Column::text(head("life-head-goes")),
        Column::text(head("life-head-reasons")).leaving(1),
    ]);
    for pair in pairs {
        table.push(
            Some((Kind::Person, pair.second.id)),
            vec![
                Cell::toned(words.get(pair.certainty.key()), tone(pair.certainty)),
                face(&pair.first).into(),
                face(&pair.second).into(),
                Cell::toned(reasons(pair, words), Tone::Muted),
            ],
        );
    }
    blocks.push(Block::Table(table));
    blocks
}

/// The surer, the more it should be seen.
pub const fn tone(certainty: Certainty) -> Tone {
    match certainty {
        Certainty::Certain => Tone::Accent,
        Certainty::Likely => Tone::Text,
        Certainty::Possible => Tone::Muted,
    }
}

/// A person with their number and where they are: two of the same name are told apart.
pub fn face(face: &Face) -> String {
    let mut text = format!("{} #{}", face.name, face.id);
    if !face.accounts.is_empty() {
        text.push_str(", ");
        text.push_str(&face.accounts.join(", "));
    }
    text
}

/// What speaks for a pair.
pub fn reasons(pair: &Pair, words: &Words) -> String {
    pair.reasons.iter().map(|r| words.say(r)).collect::<Vec<_>>().join(", ")
}

/// Two people as they would become one: every field with both values and the result, what differs first. The one who goes stands
/// at the left if `goes_left`.
pub fn preview(merging: &Merging, picked: &[Picked], goes_left: bool, cx: &Context<'_>) -> Vec<Block> {
    let words = cx.words;
    let (kept, gone) = (&merging.kept.name, &merging.gone.name);
    let title = words.with("life-merge-title", &[("name", kept), ("gone", gone)]);
    let (left, right) = if goes_left { (gone, kept) } else { (kept, gone) };
    let mut table = Table::new(vec![
        Column::short(words.get("life-head-field")),
        Column::text(left.as_str()),
        Column::text(right.as_str()),
        Column::text(words.get("life-head-result")),
    ]);
    let mut fields = merging.fields();
    fields.sort_by_key(|(_, line)| !line.differs());
    for (place, mut line) in fields {
        let chosen = picked.iter().find(|p| p.place == place && p.field == line.spec.name);
        line.pick = chosen.map_or(line.pick, |p| p.pick);
        let of = if place.is_some() { Kind::Membership } else { Kind::Person };
        let mut label = field::label(of, line.spec.name, words);
        if let Some(place) = place {
            label = format!("{label}, {}", merging.client(place));
        }
        let (mine, theirs) = (text(&line, &line.kept, cx), text(&line, &line.gone, cx));
        let (a, b) = if goes_left { (theirs, mine) } else { (mine, theirs) };
        let tone = if line.differs() { Tone::Text } else { Tone::Muted };
        let result = text(&line, &result(merging, picked, (place.is_none(), &line)), cx);
        let cells = [label, a, b, result].map(|text| Cell::toned(text, tone));
        table.push(None, cells.to_vec());
    }
    vec![Block::heading(title), Block::Table(table), Block::Paragraph(coming(merging, words))]
}

/// What a field will hold; the other names with the name that was not chosen.
pub fn result(merging: &Merging, picked: &[Picked], (of_person, line): (bool, &Line)) -> Value {
    if of_person && line.spec.name == "aliases" {
        return merging.result(picked).map_or_else(|_| line.result(), |one| one.get("aliases"));
    }
    line.result()
}

/// A value of a line in one line.
pub fn text(line: &Line, value: &Value, cx: &Context<'_>) -> String {
    show(line.spec.kind, value, cx).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What else comes with the one who goes: `12 conversations, 3 promises, 2 ties`.
pub fn coming(merging: &Merging, words: &Words) -> String {
    let count = |key: &str, n: usize| words.with(key, &[("count", &n.to_string())]);
    let of = |(kind, n): &(Kind, usize)| {
        let key = format!("life-moves-{}", kind.name());
        if words.has(&key) { count(&key, *n) } else { format!("{n} {}", field::kinds(*kind, words)) }
    };
    let mut all: Vec<String> = merging.moves.iter().map(of).collect();
    if merging.lines > 0 {
        all.push(count("life-moves-lines", merging.lines));
    }
    if all.is_empty() {
        return words.get("life-moves-nothing");
    }
    words.with("life-moves", &[("what", &all.join(", "))])
}

/// The word for a pick, as columns stand: the one who stays at the left.
pub const fn pick_key(pick: Pick) -> &'static str {
    match pick {
        Pick::Kept => "life-left",
        Pick::Both => "life-both",
        Pick::Gone => "life-right",
    }
}
