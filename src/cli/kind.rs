//! The kinds of record that a command takes, by name or by their word in either language.
use super::failure::{Code, Failure};
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::text::fold;
use crate::lang::{Lang, Words, field};

/// The kind of that name among those that are accepted.
///
/// # Errors
/// `cli-kind-unknown` with what is accepted.
pub fn named(text: &str, accepted: &[Kind]) -> Result<Kind, Failure> {
    let wanted = fold(text.trim()).replace('-', "_");
    let words = Lang::ALL.map(Words::new);
    let called = |kind: &Kind| {
        let of =
            |w: &Words| [field::kind(*kind, w), field::kinds(*kind, w)].iter().any(|n| fold(n) == wanted);
        kind.name() == wanted || words.iter().any(of)
    };
    accepted.iter().copied().find(called).ok_or_else(|| {
        let accepted = accepted.iter().copied().map(Kind::name).collect::<Vec<_>>().join(", ");
        let what = Explain::new("cli-kind-unknown").with("text", text).with("accepted", accepted);
        Failure::new(Code::Usage, what)
    })
}
