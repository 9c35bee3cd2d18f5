//! Which people are shown.
use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::selection::{Selection, Who, who};
use crate::domain::Id;
use crate::domain::cadence::Contact;
use crate::domain::choice::{BuyingRole, Stance};
use crate::domain::coverage::{Held, buying_centre};
use crate::domain::day::days_between;
use crate::domain::evidence::STALE;
use crate::domain::text::fold;
use crate::domain::turn::Turn;
use crate::lang::choice;
use crate::lens::Cx;
use crate::store::query::health::member;
use crate::store::query::people::PersonRow;
use crate::store::query::people::queue::SOON;

/// Which people.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) enum Filter {
    /// Everybody.
    #[default]
    All,
    /// Who is due, who will be within a week, and who stands out of the queue: in groups, in catch-up order.
    Queue,
    /// Past their cadence, or never met.
    PastCadence,
    /// Past one and a half times their cadence, or never met.
    Overdue,
    /// Nobody knows what they do in a decision.
    NoRole,
    /// Named for a place that somebody should hold, but nobody who holds it is in contact with us.
    Uncovered,
    /// Who holds that role.
    Role(BuyingRole),
    /// Whose stance that is; `None` is not known.
    Stance(Option<Stance>),
    /// Champions and supporters.
    Favourable,
    /// Sceptics and blockers.
    Against,
    /// Whose stance was learned too long ago to be believed.
    StanceOld,
    /// Who has that tag.
    Tag(String),
    /// Places in the buying centre whose holder is not known by name.
    Placeholder,
    /// On holiday, or they asked not to be contacted.
    OutOfReach,
}

impl Filter {
    /// Those that stand by themselves in the menu, in its order; roles, stances and tags have menus of their own.
    pub(super) const SINGLE: [Self; 9] = [
        Self::All,
        Self::Queue,
        Self::PastCadence,
        Self::Overdue,
        Self::NoRole,
        Self::Uncovered,
        Self::StanceOld,
        Self::Placeholder,
        Self::OutOfReach,
    ];

    /// Whom it takes of these people, a row for each of their places.
    pub(super) fn taken<'a>(&self, people: &'a Selection, today: NaiveDate) -> Vec<&'a PersonRow> {
        let thin = if *self == Self::Uncovered { uncovered(people) } else { BTreeSet::new() };
        people.all.iter().filter(|row| thin.contains(&who(row)) || self.takes(row, today)).collect()
    }

    /// Whether the person is one of these, as far as they can tell alone. Who has left is one of all only.
    fn takes(&self, row: &PersonRow, today: NaiveDate) -> bool {
        let here = row.left_on.is_none();
        match self {
            Self::All => true,
            Self::Queue => row.is_active() && !matches!(row.turn(today), Turn::In(days) if days > SOON),
            Self::PastCadence => row.is_active() && matches!(row.turn(today), Turn::Due(_)),
            Self::Overdue => {
                let late = matches!(row.contact, Contact::Overdue | Contact::Never);
                row.is_active() && late && row.turn(today).is_reachable()
            }
            Self::NoRole => here && row.roles.is_empty(),
            Self::Uncovered => false,
            Self::Role(role) => here && row.roles.contains(role),
            Self::Stance(stance) => here && row.stance == *stance,
            Self::Favourable => here && row.stance.is_some_and(|s| s.score() > 0),
            Self::Against => here && row.stance.is_some_and(|s| s.score() < 0),
            Self::StanceOld => here && row.stance_on.is_some_and(|on| days_between(on, today) > STALE),
            Self::Tag(tag) => here && row.tags.iter().any(|t| fold(t) == fold(tag)),
            Self::Placeholder => here && row.placeholder,
            Self::OutOfReach => row.is_active() && !row.turn(today).is_reachable(),
        }
    }

    /// What it is called.
    pub(super) fn words(&self, cx: &Cx<'_>) -> String {
        let key = match self {
            Self::Role(role) => return choice::word(*role, cx.words),
            Self::Stance(Some(stance)) => return choice::word(*stance, cx.words),
            Self::Tag(tag) => return format!("+{tag}"),
            Self::All => "people-only-all",
            Self::Queue => "people-only-queue",
            Self::PastCadence => "people-only-past",
            Self::Overdue => "people-only-overdue",
            Self::NoRole => "people-only-no-role",
            Self::Uncovered => "people-only-uncovered",
            Self::Favourable => "people-only-favourable",
            Self::Against => "people-only-against",
            Self::Stance(None) => "people-only-unknown",
            Self::StanceOld => "people-only-stance-old",
            Self::Placeholder => "people-only-placeholder",
            Self::OutOfReach => "people-only-out-of-reach",
        };
        cx.words.get(key)
    }
}

/// Who is named for a place that somebody should hold at their account, but is not in contact with us, like all who hold it.
fn uncovered(people: &Selection) -> BTreeSet<Who> {
    let active = || people.all.iter().filter(|row| row.is_active());
    let accounts: BTreeSet<Id> = active().filter_map(|row| row.account).collect();
    let mut found = BTreeSet::new();
    for account in accounts {
        let here = || active().filter(|row| row.account == Some(account));
        let members: Vec<_> = here().map(member).collect();
        for place in buying_centre(&members, people.centre.required(account)) {
            let thin = here().filter(|row| place.held == Held::Named && place.people.contains(&row.person));
            found.extend(thin.map(who));
        }
    }
    found
}

/// All tags of these people, each once, by name.
pub(super) fn tags<'a>(rows: impl Iterator<Item = &'a PersonRow>) -> Vec<String> {
    let mut tags: Vec<(String, String)> =
        rows.flat_map(|row| &row.tags).map(|tag| (fold(tag), tag.clone())).collect();
    tags.sort();
    tags.dedup_by(|a, b| a.0 == b.0);
    tags.into_iter().map(|(_, tag)| tag).collect()
}

/// Every stance, the most favourable first, then unknown.
pub(super) fn stances() -> impl Iterator<Item = Option<Stance>> {
    let mut all = Stance::ALL.to_vec();
    all.sort_by_key(|stance| std::cmp::Reverse(stance.score()));
    all.into_iter().map(Some).chain([None])
}
