//! What an import recognised: by what records were known, and who may now be in the book twice.
use serde_json::{Value as Json, json};

use super::out::Out;
use super::person::merge::as_json;
use super::shell::Shell;
use crate::exchange::dedupe::Dedupe;
use crate::exchange::plan::Row;
use crate::lang::Words;
use crate::report::people::merging::pairs;
use crate::report::plain::one_line;

/// Says it: the pairs beside the sum, the rest as talk. A dry run has said already of every record what it is like.
pub(super) fn tell(shell: &Shell, of: &Dedupe, dry: bool) {
    let words = &shell.words;
    let say = |key: &str, text: &str| Out::say(&one_line(&format!("{}: {text}", words.get(key))));
    if !of.known.is_empty() {
        say("dedupe-known", &of.say_known(words).join(" · "));
    }
    if !of.alike.is_empty() && !dry {
        say("dedupe-alike", &of.alike_count.to_string());
        for row in &of.alike {
            Out::say(&one_line(&row.say(words)));
        }
    }
    if of.pairs.is_empty() {
        return;
    }
    shell.out.blocks(&pairs(&of.pairs, words));
    if of.pairs_more > 0 {
        shell.out.text(&words.with("dedupe-more", &[("count", &of.pairs_more.to_string())]));
    }
    Out::say(&words.get("dedupe-merge-hint"));
}

/// The same as JSON.
pub(super) fn json(of: &Dedupe, words: &Words) -> Json {
    let known = of
        .known
        .iter()
        .map(|known| json!({ "kind": known.kind.name(), "by": words.say(&known.why), "count": known.count }));
    let row = |row: &Row| json!({ "place": row.place(), "kind": row.kind.map(crate::domain::kind::Kind::name), "name": row.name });
    json!({
        "known": known.collect::<Vec<_>>(),
        "alike": of.alike.iter().map(row).collect::<Vec<_>>(),
        "twice": of.pairs.iter().map(|pair| as_json(pair, words)).collect::<Vec<_>>(),
        "more": of.pairs_more,
    })
}
