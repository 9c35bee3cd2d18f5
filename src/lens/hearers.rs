//! Whom of a decision one has told: of the only one who waits it is noted at once, of several it is asked. The same everywhere.
use crate::command::{Effect, Leads, Offered, OfferedRow};
use crate::domain::Id;
use crate::domain::choice::Side;
use crate::domain::kind::Kind;
use crate::lens::Cx;
use crate::store::act::Act;
use crate::store::act::told::Heard;
use crate::store::query::decisions::DecisionRow;

/// What `x` does about a decision; `None` where nobody waits to be told.
pub fn tell(row: &DecisionRow, cx: &Cx<'_>) -> Option<Effect> {
    let open: Vec<(Kind, Id)> = row.untold(None).collect();
    match open.as_slice() {
        [] => None,
        [one] => Some(Effect::Act(Act::Told(vec![(row.decision.head.id, *one)], cx.today))),
        _ => Some(Effect::Choose(offered(row, cx))),
    }
}

/// The menu of those who have not been told: both sides at once, one side, each of them.
fn offered(row: &DecisionRow, cx: &Cx<'_>) -> Offered {
    let id = row.decision.head.id;
    let heard = |side| row.untold(side).map(|who| (id, who)).collect::<Vec<Heard>>();
    let (theirs, ours) = (heard(Some(Side::Theirs)), heard(Some(Side::Ours)));
    let mut rows = Vec::new();
    let told = |text, who| OfferedRow { text, on: false, leads: Leads::Told(who, cx.today) };
    let mut several = |key: &str, who: &[Heard], others: usize| {
        if who.len() > 1 && others > 0 {
            let text = cx.words.with(key, &[("count", &who.len().to_string())]);
            rows.push(told(text, who.to_vec()));
        }
    };
    several("decisions-all", &heard(None), 1);
    several("decisions-all-theirs", &theirs, ours.len());
    several("decisions-all-ours", &ours, theirs.len());
    for (decision, who) in theirs.into_iter().chain(ours) {
        rows.push(told(cx.directory.name(who.0, who.1), vec![(decision, who)]));
    }
    Offered { title: cx.words.get("decisions-whom"), rows }
}
